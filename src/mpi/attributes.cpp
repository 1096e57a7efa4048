// SPDX-License-Identifier: BSD-3-Clause
// Keys and tables of attributes. The MPI calls on them are in attribute_api.cpp.
#include "mpi/attributes.hpp"

#include <algorithm>
#include <map>

namespace baton::mpi {
namespace {

/// The keys that are not freed. Ids start far behind those of the standard's attributes.
struct Keyvals {
  std::mutex mutex;
  std::map<int, std::shared_ptr<const Keyval>> live;
  std::map<int, std::weak_ptr<const Keyval>> freed;  // while objects have values under them
  int next = 4096;
};

Keyvals& keyvals() {
  static Keyvals& made = *new Keyvals;
  return made;
}

}  // namespace

int make_keyval(Keyval keyval) {
  Keyvals& all = keyvals();
  const std::lock_guard guard(all.mutex);
  keyval.id = all.next++;
  all.live.emplace(keyval.id, std::make_shared<const Keyval>(keyval));
  return keyval.id;
}

bool free_keyval(HandleKind owner, int id) {
  Keyvals& all = keyvals();
  const std::lock_guard guard(all.mutex);
  const auto found = all.live.find(id);
  if (found == all.live.end()) {
    const auto in_use = all.freed.find(id);
    const auto keyval = in_use == all.freed.end() ? nullptr : in_use->second.lock();
    return keyval != nullptr && keyval->owner == owner;
  }
  if (found->second->owner != owner) return false;
  std::erase_if(all.freed, [](const auto& entry) { return entry.second.expired(); });
  if (found->second.use_count() > 1) all.freed.emplace(id, found->second);
  all.live.erase(found);
  return true;
}

std::shared_ptr<const Keyval> find_keyval(HandleKind owner, int id) {
  Keyvals& all = keyvals();
  const std::lock_guard guard(all.mutex);
  const auto found = all.live.find(id);
  return found != all.live.end() && found->second->owner == owner ? found->second : nullptr;
}

std::optional<AttributeTable::Entry> AttributeTable::find(int id) const {
  const std::lock_guard guard(mutex_);
  for (const Entry& entry : entries_) {
    if (entry.keyval->id == id) return entry;
  }
  return std::nullopt;
}

std::optional<AttributeTable::Entry> AttributeTable::last() const {
  const std::lock_guard guard(mutex_);
  if (entries_.empty()) return std::nullopt;
  return entries_.back();
}

std::vector<AttributeTable::Entry> AttributeTable::entries() const {
  const std::lock_guard guard(mutex_);
  return entries_;
}

void AttributeTable::set(std::shared_ptr<const Keyval> keyval, void* value) {
  const std::lock_guard guard(mutex_);
  for (Entry& entry : entries_) {
    if (entry.keyval->id == keyval->id) {
      entry.value = value;
      return;
    }
  }
  entries_.push_back({std::move(keyval), value});
}

void AttributeTable::erase(int id) {
  const std::lock_guard guard(mutex_);
  std::erase_if(entries_, [id](const Entry& entry) { return entry.keyval->id == id; });
}

}  // namespace baton::mpi
