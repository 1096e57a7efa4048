// SPDX-License-Identifier: BSD-3-Clause
// Attributes: values that users hang on communicators, datatypes and windows under keys, with functions that are called
// when the object is duplicated or freed (MPI 5.0, 7.7). One table per object, one engine for the three kinds of
// object.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "communicator/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/handles.hpp"

namespace baton::mpi {

/// A key. Freed by the user, it lives on while an object has a value under it.
struct Keyval {
  int id = MPI_KEYVAL_INVALID;
  HandleKind owner = HandleKind::none;
  void (*copy)() = nullptr;    // MPI_X_copy_attr_function, or 0 (null copy) or 1 (dup)
  void (*remove)() = nullptr;  // MPI_X_delete_attr_function, or 0
  void* extra_state = nullptr;
};

/// A new key; its id is never given out again.
[[nodiscard]] int make_keyval(Keyval keyval);
/// False when there is no such key of such an owner. A key that is still in use may be freed again: its actual free
/// comes with its last value (7.7.2).
[[nodiscard]] bool free_keyval(HandleKind owner, int id);
[[nodiscard]] std::shared_ptr<const Keyval> find_keyval(HandleKind owner, int id);

/// The values of one object. Users' functions are called without the lock, and may change the table.
class AttributeTable final : public communicator::Extension {
 public:
  struct Entry {
    std::shared_ptr<const Keyval> keyval;
    void* value;
  };

  [[nodiscard]] std::optional<Entry> find(int id) const;
  [[nodiscard]] std::optional<Entry> last() const;
  [[nodiscard]] std::vector<Entry> entries() const;
  void set(std::shared_ptr<const Keyval> keyval, void* value);
  void erase(int id);

 private:
  mutable std::mutex mutex_;
  std::vector<Entry> entries_;  // in the order of setting; few
};

template <class Handle>
using CopyFunction = int(Handle, int, void*, void*, void*, int*);
template <class Handle>
using DeleteFunction = int(Handle, int, void*, void*);

/// Calls the delete function of an entry. Its code, MPI_SUCCESS where there is none.
template <class Handle>
int call_delete(Handle handle, const AttributeTable::Entry& entry) {
  auto* function = reinterpret_cast<DeleteFunction<Handle>*>(entry.keyval->remove);
  return function ? function(handle, entry.keyval->id, entry.value, entry.keyval->extra_state) : MPI_SUCCESS;
}

/// MPI_X_set_attr. `where` raises.
template <class Handle>
int set_attribute(const Raiser& where, Handle handle, AttributeTable& table, int id, void* value) {
  auto keyval = find_keyval(handle_range<Handle>.kind, id);
  if (!keyval)
    return fail(where, MPI_ERR_KEYVAL, "argument 'keyval' = {}: not a key for this kind of object, or freed", id);
  if (const auto old = table.find(id)) {
    if (const int code = call_delete(handle, *old); code != MPI_SUCCESS) return raise(where, code);
  }
  table.set(std::move(keyval), value);
  return MPI_SUCCESS;
}

/// MPI_X_get_attr: false flag where there is no value.
template <class Handle>
int get_attribute(const Raiser& where, const AttributeTable* table, int id, void* value, int* flag) {
  const auto found = table ? table->find(id) : std::nullopt;
  if (!found && !find_keyval(handle_range<Handle>.kind, id)) {
    return fail(where, MPI_ERR_KEYVAL, "argument 'keyval' = {}: not a key for this kind of object, or freed", id);
  }
  *flag = found.has_value();
  if (found) *static_cast<void**>(value) = found->value;
  return MPI_SUCCESS;
}

/// MPI_X_delete_attr.
template <class Handle>
int delete_attribute(const Raiser& where, Handle handle, AttributeTable* table, int id) {
  const auto found = table ? table->find(id) : std::nullopt;
  if (!found) {
    return fail(where, MPI_ERR_KEYVAL, "argument 'keyval' = {}: the object has no attribute under this key", id);
  }
  if (const int code = call_delete(handle, *found); code != MPI_SUCCESS) return raise(where, code);
  table->erase(id);
  return MPI_SUCCESS;
}

/// Calls the copy functions of `from` (the handle that is duplicated) and fills `to`. The code of the first that fails.
template <class Handle>
int copy_attributes(Handle from_handle, const AttributeTable& from, AttributeTable& to) {
  for (const AttributeTable::Entry& entry : from.entries()) {
    const Keyval& keyval = *entry.keyval;
    if (keyval.copy == nullptr) continue;
    void* value = entry.value;
    if (reinterpret_cast<std::uintptr_t>(keyval.copy) != 1) {
      int flag = 0;
      auto* function = reinterpret_cast<CopyFunction<Handle>*>(keyval.copy);
      const int code =
          function(from_handle, keyval.id, keyval.extra_state, entry.value, static_cast<void*>(&value), &flag);
      if (code != MPI_SUCCESS) return code;
      if (flag == 0) continue;
    }
    to.set(entry.keyval, value);
  }
  return MPI_SUCCESS;
}

/// Calls the delete functions, last set first, and empties the table. Stops at the first that fails, with its code.
template <class Handle>
int delete_all_attributes(Handle handle, AttributeTable& table) {
  while (const auto entry = table.last()) {
    if (const int code = call_delete(handle, *entry); code != MPI_SUCCESS) return code;
    table.erase(entry->keyval->id);
  }
  return MPI_SUCCESS;
}

}  // namespace baton::mpi
