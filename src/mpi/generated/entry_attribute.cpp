// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter attribute, one call each. Next: the body in mpi/attribute*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_attribute.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Attr_delete(MPI_Comm comm, int keyval) {
  return enter("MPI_Attr_delete", [&] { return api::attr_delete(comm, keyval); });
}
[[gnu::weak, gnu::alias("PMPI_Attr_delete")]] int MPI_Attr_delete(MPI_Comm, int);

int PMPI_Attr_get(MPI_Comm comm, int keyval, void* attribute_val, int* flag) {
  return enter("MPI_Attr_get", [&] { return api::attr_get(comm, keyval, attribute_val, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Attr_get")]] int MPI_Attr_get(MPI_Comm, int, void*, int*);

int PMPI_Attr_put(MPI_Comm comm, int keyval, void* attribute_val) {
  return enter("MPI_Attr_put", [&] { return api::attr_put(comm, keyval, attribute_val); });
}
[[gnu::weak, gnu::alias("PMPI_Attr_put")]] int MPI_Attr_put(MPI_Comm, int, void*);

int PMPI_Comm_create_keyval(MPI_Comm_copy_attr_function* comm_copy_attr_fn,
                            MPI_Comm_delete_attr_function* comm_delete_attr_fn, int* comm_keyval, void* extra_state) {
  return enter("MPI_Comm_create_keyval", [&] {
    return api::comm_create_keyval(comm_copy_attr_fn, comm_delete_attr_fn, comm_keyval, extra_state);
  });
}
[[gnu::weak, gnu::alias("PMPI_Comm_create_keyval")]] int MPI_Comm_create_keyval(MPI_Comm_copy_attr_function*,
                                                                                MPI_Comm_delete_attr_function*, int*,
                                                                                void*);

int PMPI_Comm_delete_attr(MPI_Comm comm, int comm_keyval) {
  return enter("MPI_Comm_delete_attr", [&] { return api::comm_delete_attr(comm, comm_keyval); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_delete_attr")]] int MPI_Comm_delete_attr(MPI_Comm, int);

int PMPI_Comm_free_keyval(int* comm_keyval) {
  return enter("MPI_Comm_free_keyval", [&] { return api::comm_free_keyval(comm_keyval); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_free_keyval")]] int MPI_Comm_free_keyval(int*);

int PMPI_Comm_get_attr(MPI_Comm comm, int comm_keyval, void* attribute_val, int* flag) {
  return enter("MPI_Comm_get_attr", [&] { return api::comm_get_attr(comm, comm_keyval, attribute_val, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_get_attr")]] int MPI_Comm_get_attr(MPI_Comm, int, void*, int*);

int PMPI_Comm_set_attr(MPI_Comm comm, int comm_keyval, void* attribute_val) {
  return enter("MPI_Comm_set_attr", [&] { return api::comm_set_attr(comm, comm_keyval, attribute_val); });
}
[[gnu::weak, gnu::alias("PMPI_Comm_set_attr")]] int MPI_Comm_set_attr(MPI_Comm, int, void*);

int PMPI_Keyval_create(MPI_Copy_function* copy_fn, MPI_Delete_function* delete_fn, int* keyval, void* extra_state) {
  return enter("MPI_Keyval_create", [&] { return api::keyval_create(copy_fn, delete_fn, keyval, extra_state); });
}
[[gnu::weak, gnu::alias("PMPI_Keyval_create")]] int MPI_Keyval_create(MPI_Copy_function*, MPI_Delete_function*, int*,
                                                                      void*);

int PMPI_Keyval_free(int* keyval) {
  return enter("MPI_Keyval_free", [&] { return api::keyval_free(keyval); });
}
[[gnu::weak, gnu::alias("PMPI_Keyval_free")]] int MPI_Keyval_free(int*);

int PMPI_Type_create_keyval(MPI_Type_copy_attr_function* type_copy_attr_fn,
                            MPI_Type_delete_attr_function* type_delete_attr_fn, int* type_keyval, void* extra_state) {
  return enter("MPI_Type_create_keyval", [&] {
    return api::type_create_keyval(type_copy_attr_fn, type_delete_attr_fn, type_keyval, extra_state);
  });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_keyval")]] int MPI_Type_create_keyval(MPI_Type_copy_attr_function*,
                                                                                MPI_Type_delete_attr_function*, int*,
                                                                                void*);

int PMPI_Type_delete_attr(MPI_Datatype datatype, int type_keyval) {
  return enter("MPI_Type_delete_attr", [&] { return api::type_delete_attr(datatype, type_keyval); });
}
[[gnu::weak, gnu::alias("PMPI_Type_delete_attr")]] int MPI_Type_delete_attr(MPI_Datatype, int);

int PMPI_Type_free_keyval(int* type_keyval) {
  return enter("MPI_Type_free_keyval", [&] { return api::type_free_keyval(type_keyval); });
}
[[gnu::weak, gnu::alias("PMPI_Type_free_keyval")]] int MPI_Type_free_keyval(int*);

int PMPI_Type_get_attr(MPI_Datatype datatype, int type_keyval, void* attribute_val, int* flag) {
  return enter("MPI_Type_get_attr", [&] { return api::type_get_attr(datatype, type_keyval, attribute_val, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_attr")]] int MPI_Type_get_attr(MPI_Datatype, int, void*, int*);

int PMPI_Type_set_attr(MPI_Datatype datatype, int type_keyval, void* attribute_val) {
  return enter("MPI_Type_set_attr", [&] { return api::type_set_attr(datatype, type_keyval, attribute_val); });
}
[[gnu::weak, gnu::alias("PMPI_Type_set_attr")]] int MPI_Type_set_attr(MPI_Datatype, int, void*);

int PMPI_Win_create_keyval(MPI_Win_copy_attr_function* win_copy_attr_fn,
                           MPI_Win_delete_attr_function* win_delete_attr_fn, int* win_keyval, void* extra_state) {
  return enter("MPI_Win_create_keyval",
               [&] { return api::win_create_keyval(win_copy_attr_fn, win_delete_attr_fn, win_keyval, extra_state); });
}
[[gnu::weak, gnu::alias("PMPI_Win_create_keyval")]] int MPI_Win_create_keyval(MPI_Win_copy_attr_function*,
                                                                              MPI_Win_delete_attr_function*, int*,
                                                                              void*);

int PMPI_Win_delete_attr(MPI_Win win, int win_keyval) {
  return enter("MPI_Win_delete_attr", [&] { return api::win_delete_attr(win, win_keyval); });
}
[[gnu::weak, gnu::alias("PMPI_Win_delete_attr")]] int MPI_Win_delete_attr(MPI_Win, int);

int PMPI_Win_free_keyval(int* win_keyval) {
  return enter("MPI_Win_free_keyval", [&] { return api::win_free_keyval(win_keyval); });
}
[[gnu::weak, gnu::alias("PMPI_Win_free_keyval")]] int MPI_Win_free_keyval(int*);

int PMPI_Win_get_attr(MPI_Win win, int win_keyval, void* attribute_val, int* flag) {
  return enter("MPI_Win_get_attr", [&] { return api::win_get_attr(win, win_keyval, attribute_val, flag); });
}
[[gnu::weak, gnu::alias("PMPI_Win_get_attr")]] int MPI_Win_get_attr(MPI_Win, int, void*, int*);

int PMPI_Win_set_attr(MPI_Win win, int win_keyval, void* attribute_val) {
  return enter("MPI_Win_set_attr", [&] { return api::win_set_attr(win, win_keyval, attribute_val); });
}
[[gnu::weak, gnu::alias("PMPI_Win_set_attr")]] int MPI_Win_set_attr(MPI_Win, int, void*);

}  // extern "C"
