// SPDX-License-Identifier: BSD-3-Clause
// Attributes on communicators and datatypes with callbacks that copy, refuse or fail; info objects; error handlers.
#include <algorithm>
#include <map>

#include "harness.hpp"

namespace differential {

namespace {

/// What a keyval does, and what its callbacks saw.
struct Behaviour {
  bool copies = true;
  bool copy_fails = false;
  bool delete_fails = false;
  std::string seen;
};

int copied(void* extra, void* value, void* out, int* flag) {
  auto& behaviour = *static_cast<Behaviour*>(extra);
  behaviour.seen += text("c", reinterpret_cast<std::intptr_t>(value), " ");
  if (behaviour.copy_fails) return MPI_ERR_OTHER;
  *flag = behaviour.copies;
  *static_cast<void**>(out) = reinterpret_cast<void*>(reinterpret_cast<std::intptr_t>(value) + 1000);
  return MPI_SUCCESS;
}

int deleted(void* value, void* extra) {
  auto& behaviour = *static_cast<Behaviour*>(extra);
  behaviour.seen += text("d", reinterpret_cast<std::intptr_t>(value), " ");
  return behaviour.delete_fails ? MPI_ERR_OTHER : MPI_SUCCESS;
}

int comm_copied(MPI_Comm, int, void* extra, void* value, void* out, int* flag) {
  return copied(extra, value, out, flag);
}
int comm_deleted(MPI_Comm, int, void* value, void* extra) { return deleted(value, extra); }
int type_copied(MPI_Datatype, int, void* extra, void* value, void* out, int* flag) {
  return copied(extra, value, out, flag);
}
int type_deleted(MPI_Datatype, int, void* value, void* extra) { return deleted(value, extra); }

struct OnComm {
  using Handle = MPI_Comm;
  static constexpr const char* name = "communicator";
  static int create(int* keyval, void* extra) {
    return MPI_Comm_create_keyval(comm_copied, comm_deleted, keyval, extra);
  }
  static int drop(int* keyval) { return MPI_Comm_free_keyval(keyval); }
  static int set(Handle h, int keyval, void* value) { return MPI_Comm_set_attr(h, keyval, value); }
  static int get(Handle h, int keyval, void* value, int* flag) { return MPI_Comm_get_attr(h, keyval, value, flag); }
  static int erase(Handle h, int keyval) { return MPI_Comm_delete_attr(h, keyval); }
  static int copy(Handle h, Handle* out) { return MPI_Comm_dup(h, out); }
  static int destroy(Handle* h) { return MPI_Comm_free(h); }
  static Handle null() { return MPI_COMM_NULL; }
};

struct OnType {
  using Handle = MPI_Datatype;
  static constexpr const char* name = "datatype";
  static int create(int* keyval, void* extra) {
    return MPI_Type_create_keyval(type_copied, type_deleted, keyval, extra);
  }
  static int drop(int* keyval) { return MPI_Type_free_keyval(keyval); }
  static int set(Handle h, int keyval, void* value) { return MPI_Type_set_attr(h, keyval, value); }
  static int get(Handle h, int keyval, void* value, int* flag) { return MPI_Type_get_attr(h, keyval, value, flag); }
  static int erase(Handle h, int keyval) { return MPI_Type_delete_attr(h, keyval); }
  static int copy(Handle h, Handle* out) { return MPI_Type_dup(h, out); }
  static int destroy(Handle* h) { return MPI_Type_free(h); }
  static Handle null() { return MPI_DATATYPE_NULL; }
};

template <class On>
class Attributes {
 public:
  explicit Attributes(Script& script) : script_(script) {}

  void run(typename On::Handle first) {
    const int keyvals = script_.random.between(1, 3);
    behaviours_.resize(static_cast<std::size_t>(keyvals));
    for (Behaviour& behaviour : behaviours_) {
      behaviour.copies = script_.random.chance(70);
      int keyval = MPI_KEYVAL_INVALID;
      script_.doing(text("create_keyval of a ", On::name));
      script_.success(On::create(&keyval, &behaviour));
      script_.expect("valid", keyval != MPI_KEYVAL_INVALID, true);
      keyvals_.push_back(keyval);
    }
    objects_.push_back({first, {}});
    for (int i = 0, steps = script_.random.between(3, 15); i < steps; ++i) step();
    // Keyvals may go before the objects: what is attached is still deleted by its callback.
    if (script_.random.chance(50)) free_keyvals();
    while (!objects_.empty()) drop(objects_.size() - 1);
    free_keyvals();
  }

 private:
  struct Object {
    typename On::Handle handle;
    std::map<std::size_t, long> values;  // by index of the keyval
  };

  void free_keyvals() {
    for (int& keyval : keyvals_) {
      if (keyval == MPI_KEYVAL_INVALID) continue;
      script_.doing("free_keyval");
      script_.success(On::drop(&keyval));
      script_.expect("invalid", keyval == MPI_KEYVAL_INVALID, true);
    }
  }

  /// The callbacks' words since the last look. Several attributes of one object may go in any order.
  void saw(std::vector<std::string> wanted) {
    std::vector<std::string> got;
    for (Behaviour& behaviour : behaviours_) {
      std::istringstream words(behaviour.seen);
      for (std::string word; words >> word;) got.push_back(word);
      behaviour.seen.clear();
    }
    std::sort(got.begin(), got.end());
    std::sort(wanted.begin(), wanted.end());
    script_.expect("callbacks", list(got), list(wanted));
  }

  void look(const Object& object) {
    for (std::size_t k = 0; k < keyvals_.size(); ++k) {
      void* value = nullptr;
      int flag = -1;
      script_.success(On::get(object.handle, keyvals_[k], &value, &flag));
      const auto found = object.values.find(k);
      script_.expect("flag", flag != 0, found != object.values.end());
      if (flag && found != object.values.end())
        script_.expect("value", reinterpret_cast<std::intptr_t>(value), found->second);
    }
  }

  void step() {
    const auto at = static_cast<std::size_t>(script_.random.below(static_cast<int>(objects_.size())));
    const auto k = static_cast<std::size_t>(script_.random.below(static_cast<int>(keyvals_.size())));
    Object& object = objects_[at];
    Behaviour& behaviour = behaviours_[k];
    const bool had = object.values.count(k) > 0;
    const int what = script_.random.below(10);
    const long value = script_.random.between(1, 900);
    if (what < 5) {
      behaviour.delete_fails = script_.random.chance(10);
      script_.doing(text("set_attr of a ", On::name, ", keyval ", k, ", ", value));
      const int code = On::set(object.handle, keyvals_[k], reinterpret_cast<void*>(value));
      if (had && behaviour.delete_fails) {
        script_.expect("fails", code != MPI_SUCCESS, true);
        saw({text("d", object.values[k])});
        behaviour.delete_fails = false;
        int flag = 0;  // whether the old value stays is not said: the model asks
        void* now = nullptr;
        On::get(object.handle, keyvals_[k], &now, &flag);
        if (flag)
          object.values[k] = reinterpret_cast<std::intptr_t>(now);
        else
          object.values.erase(k);
      } else {
        script_.success(code);
        saw(had ? std::vector<std::string>{text("d", object.values[k])} : std::vector<std::string>{});
        object.values[k] = value;
      }
      behaviour.delete_fails = false;
      look(object);
    } else if (what < 7) {
      script_.doing(text("delete_attr of a ", On::name, ", keyval ", k));
      if (!had) return;  // erroneous or not, as implementations read it
      script_.success(On::erase(object.handle, keyvals_[k]));
      saw({text("d", object.values[k])});
      object.values.erase(k);
      look(object);
    } else if (what < 9 || objects_.size() < 2) {
      if (objects_.size() < 4) duplicate(at, k);
    } else {
      drop(at);
    }
  }

  void duplicate(std::size_t at, std::size_t k) {
    Object& object = objects_[at];
    behaviours_[k].copy_fails = object.values.count(k) > 0 && object.values.size() == 1 && script_.random.chance(15);
    typename On::Handle copy = On::null();
    script_.doing(text("dup of a ", On::name, behaviours_[k].copy_fails ? " whose copy callback fails" : ""));
    const int code = On::copy(object.handle, &copy);
    std::vector<std::string> wanted;
    Object made{copy, {}};
    for (const auto& [key, value] : object.values) {
      wanted.push_back(text("c", value));
      if (behaviours_[key].copies) made.values[key] = value + 1000;
    }
    saw(wanted);
    if (behaviours_[k].copy_fails) {
      behaviours_[k].copy_fails = false;
      script_.expect("fails", code != MPI_SUCCESS, true);
      return;
    }
    script_.success(code);
    objects_.push_back(made);
    look(objects_.back());
  }

  void drop(std::size_t at) {
    script_.doing(text("free of a ", On::name));
    std::vector<std::string> wanted;
    for (const auto& one : objects_[at].values) wanted.push_back(text("d", one.second));
    script_.success(On::destroy(&objects_[at].handle));
    saw(wanted);
    objects_.erase(objects_.begin() + static_cast<long>(at));
  }

  Script& script_;
  std::vector<Behaviour> behaviours_;
  std::vector<int> keyvals_;
  std::vector<Object> objects_;
};

void infos(Script& script) {
  std::vector<std::pair<MPI_Info, std::vector<std::pair<std::string, std::string>>>> all;
  MPI_Info first = MPI_INFO_NULL;
  script.doing("Info_create");
  script.success(MPI_Info_create(&first));
  all.push_back({first, {}});
  for (int i = 0, steps = script.random.between(3, 20); i < steps; ++i) {
    auto& [info, pairs] = all[static_cast<std::size_t>(script.random.below(static_cast<int>(all.size())))];
    const std::string key = text("key", script.random.below(6)), value = text("value ", script.random.below(1000));
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == key; });
    char got[MPI_MAX_INFO_VAL + 1] = "";
    int flag = -1, number = -1, length = -1;
    switch (script.random.below(6)) {
      case 0:
      case 1:
        script.doing(text("Info_set(", key, ", ", value, ")"));
        script.success(MPI_Info_set(info, key.c_str(), value.c_str()));
        if (found != pairs.end())
          found->second = value;
        else
          pairs.emplace_back(key, value);
        break;
      case 2:
        script.doing(text("Info_delete(", key, ")"));
        if (found == pairs.end()) {
          script.error(MPI_Info_delete(info, key.c_str()), {MPI_ERR_INFO_NOKEY});
        } else {
          script.success(MPI_Info_delete(info, key.c_str()));
          pairs.erase(found);
        }
        break;
      case 3: {
        if (all.size() > 3) break;
        MPI_Info copy = MPI_INFO_NULL;
        script.doing("Info_dup");
        script.success(MPI_Info_dup(info, &copy));
        const auto same = pairs;
        all.push_back({copy, same});
        continue;
      }
      case 4:
        script.doing(text("Info_get(", key, ")"));
        script.success(MPI_Info_get(info, key.c_str(), MPI_MAX_INFO_VAL, got, &flag));
        script.expect("there", flag != 0, found != pairs.end());
        if (flag && found != pairs.end()) script.expect("value", got, found->second);
        break;
      default:
        script.doing(text("Info_get_valuelen(", key, ")"));
        script.success(MPI_Info_get_valuelen(info, key.c_str(), &length, &flag));
        script.expect("there", flag != 0, found != pairs.end());
        if (flag && found != pairs.end()) script.expect("length", length, found->second.size());
    }
    script.success(MPI_Info_get_nkeys(info, &number));
    script.expect("keys", number, pairs.size());
    std::vector<std::string> names, wanted;
    for (int n = 0; n < number; ++n) {
      char name[MPI_MAX_INFO_KEY + 1] = "";
      script.success(MPI_Info_get_nthkey(info, n, name));
      names.emplace_back(name);
    }
    for (const auto& pair : pairs) wanted.push_back(pair.first);
    std::sort(names.begin(), names.end());
    std::sort(wanted.begin(), wanted.end());
    script.expect("names", list(names), list(wanted));
  }
  script.doing("Info_free");
  for (auto& one : all) script.success(MPI_Info_free(&one.first));
}

}  // namespace

void attributes(Script& script) {
  for (int i = 0, rounds = script.random.between(1, 3); i < rounds; ++i) {
    switch (script.random.below(3)) {
      case 0: {
        MPI_Comm comm = MPI_COMM_NULL;
        script.doing("Comm_dup");
        script.success(MPI_Comm_dup(script.comm, &comm));
        script.success(MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN));
        Attributes<OnComm>(script).run(comm);
        break;
      }
      case 1: {
        MPI_Datatype type = MPI_DATATYPE_NULL;
        script.doing("Type_contiguous");
        script.success(MPI_Type_contiguous(3, MPI_INT, &type));
        Attributes<OnType>(script).run(type);
        break;
      }
      default: infos(script);
    }
  }
}

}  // namespace differential
