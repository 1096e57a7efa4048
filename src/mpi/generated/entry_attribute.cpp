// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter attribute, one call each. Next: the body in mpi/attribute*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_attribute.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Attr_delete(MPI_Comm comm, int) { return unsupported("MPI_Attr_delete", comm); }
[[gnu::weak, gnu::alias("PMPI_Attr_delete")]] int MPI_Attr_delete(MPI_Comm, int);

int PMPI_Attr_get(MPI_Comm comm, int, void*, int*) { return unsupported("MPI_Attr_get", comm); }
[[gnu::weak, gnu::alias("PMPI_Attr_get")]] int MPI_Attr_get(MPI_Comm, int, void*, int*);

int PMPI_Attr_put(MPI_Comm comm, int, void*) { return unsupported("MPI_Attr_put", comm); }
[[gnu::weak, gnu::alias("PMPI_Attr_put")]] int MPI_Attr_put(MPI_Comm, int, void*);

int PMPI_Comm_create_keyval(MPI_Comm_copy_attr_function*, MPI_Comm_delete_attr_function*, int*, void*) {
  return unsupported("MPI_Comm_create_keyval", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Comm_create_keyval")]] int MPI_Comm_create_keyval(MPI_Comm_copy_attr_function*,
    MPI_Comm_delete_attr_function*, int*, void*);

int PMPI_Comm_delete_attr(MPI_Comm comm, int) { return unsupported("MPI_Comm_delete_attr", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_delete_attr")]] int MPI_Comm_delete_attr(MPI_Comm, int);

int PMPI_Comm_free_keyval(int*) { return unsupported("MPI_Comm_free_keyval", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Comm_free_keyval")]] int MPI_Comm_free_keyval(int*);

int PMPI_Comm_get_attr(MPI_Comm comm, int, void*, int*) { return unsupported("MPI_Comm_get_attr", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_get_attr")]] int MPI_Comm_get_attr(MPI_Comm, int, void*, int*);

int PMPI_Comm_set_attr(MPI_Comm comm, int, void*) { return unsupported("MPI_Comm_set_attr", comm); }
[[gnu::weak, gnu::alias("PMPI_Comm_set_attr")]] int MPI_Comm_set_attr(MPI_Comm, int, void*);

int PMPI_Keyval_create(MPI_Copy_function*, MPI_Delete_function*, int*, void*) {
  return unsupported("MPI_Keyval_create", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Keyval_create")]] int MPI_Keyval_create(MPI_Copy_function*, MPI_Delete_function*, int*,
    void*);

int PMPI_Keyval_free(int*) { return unsupported("MPI_Keyval_free", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Keyval_free")]] int MPI_Keyval_free(int*);

int PMPI_Type_create_keyval(MPI_Type_copy_attr_function*, MPI_Type_delete_attr_function*, int*, void*) {
  return unsupported("MPI_Type_create_keyval", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_keyval")]] int MPI_Type_create_keyval(MPI_Type_copy_attr_function*,
    MPI_Type_delete_attr_function*, int*, void*);

int PMPI_Type_delete_attr(MPI_Datatype, int) { return unsupported("MPI_Type_delete_attr", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_delete_attr")]] int MPI_Type_delete_attr(MPI_Datatype, int);

int PMPI_Type_free_keyval(int*) { return unsupported("MPI_Type_free_keyval", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_free_keyval")]] int MPI_Type_free_keyval(int*);

int PMPI_Type_get_attr(MPI_Datatype, int, void*, int*) { return unsupported("MPI_Type_get_attr", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_get_attr")]] int MPI_Type_get_attr(MPI_Datatype, int, void*, int*);

int PMPI_Type_set_attr(MPI_Datatype, int, void*) { return unsupported("MPI_Type_set_attr", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_set_attr")]] int MPI_Type_set_attr(MPI_Datatype, int, void*);

int PMPI_Win_create_keyval(MPI_Win_copy_attr_function*, MPI_Win_delete_attr_function*, int*, void*) {
  return unsupported("MPI_Win_create_keyval", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Win_create_keyval")]] int MPI_Win_create_keyval(MPI_Win_copy_attr_function*,
    MPI_Win_delete_attr_function*, int*, void*);

int PMPI_Win_delete_attr(MPI_Win win, int) { return unsupported("MPI_Win_delete_attr", win); }
[[gnu::weak, gnu::alias("PMPI_Win_delete_attr")]] int MPI_Win_delete_attr(MPI_Win, int);

int PMPI_Win_free_keyval(int*) { return unsupported("MPI_Win_free_keyval", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Win_free_keyval")]] int MPI_Win_free_keyval(int*);

int PMPI_Win_get_attr(MPI_Win win, int, void*, int*) { return unsupported("MPI_Win_get_attr", win); }
[[gnu::weak, gnu::alias("PMPI_Win_get_attr")]] int MPI_Win_get_attr(MPI_Win, int, void*, int*);

int PMPI_Win_set_attr(MPI_Win win, int, void*) { return unsupported("MPI_Win_set_attr", win); }
[[gnu::weak, gnu::alias("PMPI_Win_set_attr")]] int MPI_Win_set_attr(MPI_Win, int, void*);

}  // extern "C"
