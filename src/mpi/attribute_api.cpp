// SPDX-License-Identifier: BSD-3-Clause
// Attributes of communicators and datatypes (MPI 5.0, 7.7), and those that the standard defines (9.1.2).
#include "mpi/attributes.hpp"
#include "mpi/checks.hpp"
#include "mpi/communicator.hpp"
#include "mpi/datatype_attributes.hpp"
#include "mpi/datatypes.hpp"
#include "mpi/error_codes.hpp"
#include "mpi/generated/api_attribute.hpp"
#include "mpi/instance.hpp"
#include "mpi/partner.hpp"

namespace baton::mpi {
namespace {

AttributeTable* table_of(const Communicator& communicator) noexcept {
  return static_cast<AttributeTable*>(extension_of(communicator).attributes.get());
}

AttributeTable& make_table(Communicator& communicator) {
  auto& attributes = extension_of(communicator).attributes;
  if (!attributes) attributes = std::make_unique<AttributeTable>();
  return static_cast<AttributeTable&>(*attributes);
}

AttributeTable* table_of(const datatype::Datatype& type) noexcept {
  return static_cast<AttributeTable*>(type.attributes().get());
}

AttributeTable& make_table(const datatype::Datatype& type) {
  if (!type.attributes()) type.attributes() = std::make_shared<AttributeTable>();
  return *table_of(type);
}

/// Where the value of a predefined attribute of communicators is; nullptr when this job has none. `known`: is it one?
const int* predefined_value(int keyval, bool& known) noexcept {
  static const int tag_ub = tag_upper_bound;
  static const int host = MPI_PROC_NULL;
  static const int io = MPI_ANY_SOURCE;
  static const int wtime_is_global = 0;
  static int universe_size = 0;
  static int appnum = 0;
  const runtime::Runtime* runtime = instance().runtime.get();
  known = true;
  switch (keyval) {
    case MPI_TAG_UB: return &tag_ub;
    case MPI_HOST: return &host;
    case MPI_IO: return &io;
    case MPI_WTIME_IS_GLOBAL: return &wtime_is_global;
    case MPI_LASTUSEDCODE: return last_used_code();
    case MPI_UNIVERSE_SIZE:
      if (!runtime || runtime->job().universe_size < 0) return nullptr;
      universe_size = static_cast<int>(runtime->job().universe_size);
      return &universe_size;
    case MPI_APPNUM:
      if (!runtime || runtime->job().appnum < 0) return nullptr;
      appnum = static_cast<int>(runtime->job().appnum);
      return &appnum;
    default: known = false; return nullptr;
  }
}

bool is_predefined(int keyval) noexcept {
  bool known = false;
  (void)predefined_value(keyval, known);
  return known;
}

template <class Copy, class Delete>
int create(HandleKind owner, Copy* copy, Delete* remove, int* keyval, void* extra_state) {
  if (int code = check_pointer(Raiser::none(), "keyval", keyval)) return code;
  *keyval = make_keyval({MPI_KEYVAL_INVALID, owner, reinterpret_cast<void (*)()>(copy),
                         reinterpret_cast<void (*)()>(remove), extra_state});
  return MPI_SUCCESS;
}

int release(HandleKind owner, int* keyval) {
  if (int code = check_pointer(Raiser::none(), "keyval", keyval)) return code;
  if (!free_keyval(owner, *keyval)) {
    return fail(Raiser::none(), MPI_ERR_KEYVAL, "argument 'keyval' = {}: {}", *keyval,
                is_predefined(*keyval) ? "a key of the standard, which cannot be freed"
                                       : "not a key for this kind of object, or freed already");
  }
  *keyval = MPI_KEYVAL_INVALID;
  return MPI_SUCCESS;
}

int check_changeable(MPI_Comm comm, int keyval) noexcept {
  if (!is_predefined(keyval)) return MPI_SUCCESS;
  return fail(comm, MPI_ERR_KEYVAL, "argument 'keyval' = {}: an attribute of the standard, which users may only read",
              keyval);
}

int look_up_type(MPI_Datatype handle, const datatype::Datatype*& type) noexcept {
  return check_handle(Raiser::none(), "datatype", datatypes(), handle, type);
}

}  // namespace

int copy_attributes(const Communicator& from, Communicator& to) {
  const AttributeTable* old = table_of(from);
  return old ? copy_attributes(extension_of(from).handle, *old, make_table(to)) : MPI_SUCCESS;
}

int delete_attributes(Communicator& communicator) {
  AttributeTable* table = table_of(communicator);
  return table ? delete_all_attributes(extension_of(communicator).handle, *table) : MPI_SUCCESS;
}

int copy_attributes(MPI_Datatype from_handle, const datatype::Datatype& from, const datatype::Datatype& to) {
  const AttributeTable* old = table_of(from);
  return old ? copy_attributes(from_handle, *old, make_table(to)) : MPI_SUCCESS;
}

int delete_attributes(MPI_Datatype handle, const datatype::Datatype& type) {
  AttributeTable* table = table_of(type);
  return table ? delete_all_attributes(handle, *table) : MPI_SUCCESS;
}

namespace api {

int comm_create_keyval(MPI_Comm_copy_attr_function* comm_copy_attr_fn,
                       MPI_Comm_delete_attr_function* comm_delete_attr_fn, int* comm_keyval, void* extra_state) {
  return create(HandleKind::comm, comm_copy_attr_fn, comm_delete_attr_fn, comm_keyval, extra_state);
}

int comm_free_keyval(int* comm_keyval) { return release(HandleKind::comm, comm_keyval); }

int comm_set_attr(MPI_Comm comm, int comm_keyval, void* attribute_val) {
  Communicator* communicator = nullptr;
  if (int code = look_up_comm("comm", comm, &communicator)) return code;
  if (int code = check_changeable(comm, comm_keyval)) return code;
  return set_attribute(comm, comm, make_table(*communicator), comm_keyval, attribute_val);
}

int comm_get_attr(MPI_Comm comm, int comm_keyval, void* attribute_val, int* flag) {
  Communicator* communicator = nullptr;
  if (int code = look_up_comm("comm", comm, &communicator)) return code;
  if (int code = check_pointer(comm, "attribute_val", attribute_val)) return code;
  if (int code = check_pointer(comm, "flag", flag)) return code;
  bool known = false;
  const int* value = predefined_value(comm_keyval, known);
  if (!known) return get_attribute<MPI_Comm>(comm, table_of(*communicator), comm_keyval, attribute_val, flag);
  *flag = value != nullptr;
  if (value) *static_cast<const int**>(attribute_val) = value;
  return MPI_SUCCESS;
}

int comm_delete_attr(MPI_Comm comm, int comm_keyval) {
  Communicator* communicator = nullptr;
  if (int code = look_up_comm("comm", comm, &communicator)) return code;
  if (int code = check_changeable(comm, comm_keyval)) return code;
  return delete_attribute(comm, comm, table_of(*communicator), comm_keyval);
}

int keyval_create(MPI_Copy_function* copy_fn, MPI_Delete_function* delete_fn, int* keyval, void* extra_state) {
  return comm_create_keyval(copy_fn, delete_fn, keyval, extra_state);
}
int keyval_free(int* keyval) { return comm_free_keyval(keyval); }
int attr_put(MPI_Comm comm, int keyval, void* attribute_val) { return comm_set_attr(comm, keyval, attribute_val); }
int attr_get(MPI_Comm comm, int keyval, void* attribute_val, int* flag) {
  return comm_get_attr(comm, keyval, attribute_val, flag);
}
int attr_delete(MPI_Comm comm, int keyval) { return comm_delete_attr(comm, keyval); }

int type_create_keyval(MPI_Type_copy_attr_function* type_copy_attr_fn,
                       MPI_Type_delete_attr_function* type_delete_attr_fn, int* type_keyval, void* extra_state) {
  return create(HandleKind::datatype, type_copy_attr_fn, type_delete_attr_fn, type_keyval, extra_state);
}

int type_free_keyval(int* type_keyval) { return release(HandleKind::datatype, type_keyval); }

int type_set_attr(MPI_Datatype datatype, int type_keyval, void* attribute_val) {
  const datatype::Datatype* type = nullptr;
  if (int code = look_up_type(datatype, type)) return code;
  return set_attribute(Raiser::none(), datatype, make_table(*type), type_keyval, attribute_val);
}

int type_get_attr(MPI_Datatype datatype, int type_keyval, void* attribute_val, int* flag) {
  const datatype::Datatype* type = nullptr;
  if (int code = look_up_type(datatype, type)) return code;
  if (int code = check_pointer(Raiser::none(), "attribute_val", attribute_val)) return code;
  if (int code = check_pointer(Raiser::none(), "flag", flag)) return code;
  return get_attribute<MPI_Datatype>(Raiser::none(), table_of(*type), type_keyval, attribute_val, flag);
}

int type_delete_attr(MPI_Datatype datatype, int type_keyval) {
  const datatype::Datatype* type = nullptr;
  if (int code = look_up_type(datatype, type)) return code;
  return delete_attribute(Raiser::none(), datatype, table_of(*type), type_keyval);
}

int win_create_keyval(MPI_Win_copy_attr_function* win_copy_attr_fn, MPI_Win_delete_attr_function* win_delete_attr_fn,
                      int* win_keyval, void* extra_state) {
  return create(HandleKind::win, win_copy_attr_fn, win_delete_attr_fn, win_keyval, extra_state);
}

int win_free_keyval(int* win_keyval) { return release(HandleKind::win, win_keyval); }

// No call makes a window yet, so none of these can be handed one: what they are handed is not a window.
int win_set_attr(MPI_Win win, int, void*) { return fail_handle(Raiser::none(), "win", win); }
int win_get_attr(MPI_Win win, int, void*, int*) { return fail_handle(Raiser::none(), "win", win); }
int win_delete_attr(MPI_Win win, int) { return fail_handle(Raiser::none(), "win", win); }

}  // namespace api
}  // namespace baton::mpi
