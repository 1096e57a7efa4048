// SPDX-License-Identifier: BSD-3-Clause
// Datatypes through the C API: sizes, bounds, names, attributes, errors, lifetime.
#include <cstdint>
#include <cstring>

#include "mpi/check.hpp"

namespace {

void sizes_and_bounds() {
  int size = 0;
  MPI_Aint lb = 0, extent = 0;
  MPI_Type_size(MPI_DOUBLE_INT, &size);
  CHECK_EQ(size, 12);
  MPI_Type_get_extent(MPI_DOUBLE_INT, &lb, &extent);
  CHECK_EQ(extent, 16);
  MPI_Datatype type, wide;
  CHECK_EQ(MPI_Type_vector(3, 2, -5, MPI_INT, &type), MPI_SUCCESS);
  MPI_Type_size(type, &size);
  CHECK_EQ(size, 24);
  MPI_Type_get_extent(type, &lb, &extent);
  CHECK_EQ(lb, -40);
  CHECK_EQ(extent, 48);
  MPI_Type_create_resized(type, -100, 1000, &wide);
  MPI_Type_get_extent(wide, &lb, &extent);
  CHECK_EQ(lb, -100);
  CHECK_EQ(extent, 1000);
  MPI_Type_get_true_extent(wide, &lb, &extent);
  CHECK_EQ(lb, -40);
  CHECK_EQ(extent, 48);
  MPI_Count count = 0, count_lb = 0;
  MPI_Type_get_extent_x(wide, &count_lb, &count);
  CHECK_EQ(count, 1000);
  MPI_Type_free(&wide);
  MPI_Type_free(&type);
  CHECK(type == MPI_DATATYPE_NULL);
}

void large() {
  MPI_Datatype chunk, whole;
  MPI_Type_contiguous(1 << 30, MPI_DOUBLE, &chunk);
  int size = 0;
  MPI_Count count = 0;
  MPI_Type_size(chunk, &size);
  CHECK_EQ(size, MPI_UNDEFINED);
  MPI_Type_size_x(chunk, &count);
  CHECK_EQ(count, 1LL << 33);
  CHECK_EQ(MPI_Type_contiguous_c(1LL << 20, chunk, &whole), MPI_SUCCESS);
  MPI_Type_size_c(whole, &count);
  CHECK_EQ(count, 1LL << 53);
  MPI_Datatype none = MPI_DATATYPE_NULL;
  CHECK_CLASS(MPI_Type_contiguous_c(1LL << 40, whole, &none), MPI_ERR_ARG);
  CHECK(none == MPI_DATATYPE_NULL);
  MPI_Type_free(&chunk);
  CHECK_EQ(MPI_Type_commit(&whole), MPI_SUCCESS);
  MPI_Type_free(&whole);
}

void names() {
  char name[MPI_MAX_OBJECT_NAME];
  int length = -1;
  MPI_Type_get_name(MPI_INT, name, &length);
  CHECK(std::strcmp(name, "MPI_INT") == 0 && length == 7);
  MPI_Type_get_name(MPI_DATATYPE_NULL, name, &length);
  CHECK(std::strcmp(name, "MPI_DATATYPE_NULL") == 0);
  MPI_Datatype type;
  MPI_Type_contiguous(2, MPI_INT, &type);
  MPI_Type_get_name(type, name, &length);
  CHECK(name[0] == '\0' && length == 0);
  MPI_Type_set_name(type, "two ints");
  MPI_Type_get_name(type, name, &length);
  CHECK(std::strcmp(name, "two ints") == 0 && length == 8);
  const std::string endless(MPI_MAX_OBJECT_NAME, 'x');
  CHECK_CLASS(MPI_Type_set_name(type, endless.c_str()), MPI_ERR_ARG);
  MPI_Type_free(&type);
  MPI_Type_set_name(MPI_CHAR, "renamed");
  MPI_Type_get_name(MPI_CHAR, name, &length);
  CHECK(std::strcmp(name, "renamed") == 0);
}

int copies = 0, deletes = 0;

int on_copy(MPI_Datatype, int, void* state, void* in, void* out, int* flag) {
  ++copies;
  CHECK(state == &copies);
  *static_cast<void**>(out) = static_cast<char*>(in) + 1;
  *flag = 1;
  return MPI_SUCCESS;
}

int on_delete(MPI_Datatype type, int, void*, void*) {
  ++deletes;
  int size = 0;
  CHECK_EQ(MPI_Type_size(type, &size), MPI_SUCCESS);  // the handle is still good
  return MPI_SUCCESS;
}

void attributes() {
  int key = MPI_KEYVAL_INVALID, flag = 0;
  char there[2];
  void* value = nullptr;
  MPI_Type_create_keyval(on_copy, on_delete, &key, &copies);
  MPI_Datatype type, copy;
  MPI_Type_contiguous(2, MPI_INT, &type);
  MPI_Type_set_attr(type, key, there);
  MPI_Type_dup(type, &copy);
  CHECK_EQ(copies, 1);
  MPI_Type_get_attr(copy, key, &value, &flag);
  CHECK(flag && value == there + 1);
  MPI_Type_free(&copy);
  CHECK_EQ(deletes, 1);
  // A handle out of another type's contents means the same type: its end is not the type's end.
  MPI_Datatype outer, inner;
  MPI_Type_contiguous(3, type, &outer);
  int count = 0;
  MPI_Aint no_address = 0;
  MPI_Type_get_contents(outer, 1, 0, 1, &count, &no_address, &inner);
  MPI_Type_get_attr(inner, key, &value, &flag);
  CHECK(flag && value == there);
  MPI_Type_free(&inner);
  CHECK_EQ(deletes, 1);
  MPI_Type_free(&type);
  CHECK_EQ(deletes, 2);
  MPI_Type_free(&outer);
  MPI_Type_free_keyval(&key);
}

void mistakes() {
  MPI_Datatype type = MPI_DATATYPE_NULL;
  int lengths[] = {1, -1}, places[] = {0, 4};
  CHECK_CLASS(MPI_Type_contiguous(-1, MPI_INT, &type), MPI_ERR_COUNT);
  CHECK_CLASS(MPI_Type_contiguous(1, MPI_DATATYPE_NULL, &type), MPI_ERR_TYPE);
  CHECK_CLASS(MPI_Type_contiguous(1, MPI_INT, nullptr), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Type_vector(1, -1, 1, MPI_INT, &type), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Type_indexed(2, lengths, places, MPI_INT, &type), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Type_indexed(2, nullptr, places, MPI_INT, &type), MPI_ERR_ARG);
  MPI_Aint at[] = {0};
  MPI_Datatype bad[] = {MPI_DATATYPE_NULL};
  CHECK_CLASS(MPI_Type_create_struct(1, lengths, at, bad, &type), MPI_ERR_TYPE);
  int four[] = {4}, five[] = {5}, zero[] = {0};
  CHECK_CLASS(MPI_Type_create_subarray(1, four, five, zero, MPI_ORDER_C, MPI_INT, &type), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Type_create_subarray(1, four, four, zero, 1, MPI_INT, &type), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Type_create_subarray(0, four, four, zero, MPI_ORDER_C, MPI_INT, &type), MPI_ERR_DIMS);
  int block[] = {MPI_DISTRIBUTE_BLOCK}, odd[] = {3}, two[] = {2};
  CHECK_CLASS(MPI_Type_create_darray(2, 0, 1, four, block, two, odd, MPI_ORDER_C, MPI_INT, &type), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Type_create_darray(2, 2, 1, four, block, two, two, MPI_ORDER_C, MPI_INT, &type), MPI_ERR_RANK);
  CHECK(type == MPI_DATATYPE_NULL);
  MPI_Datatype predefined = MPI_INT;
  CHECK_CLASS(MPI_Type_free(&predefined), MPI_ERR_TYPE);
  CHECK_CLASS(MPI_Type_free(&type), MPI_ERR_TYPE);
  MPI_Type_contiguous(2, MPI_INT, &type);
  MPI_Datatype stale = type;
  MPI_Type_free(&type);
  CHECK_CLASS(MPI_Type_free(&stale), MPI_ERR_TYPE);
  CHECK_CLASS(MPI_Type_commit(&stale), MPI_ERR_TYPE);
}

void found_types() {
  MPI_Datatype type = MPI_DATATYPE_NULL, again = MPI_DATATYPE_NULL;
  MPI_Type_match_size(MPI_TYPECLASS_REAL, 8, &type);
  CHECK(type == MPI_REAL8);
  CHECK_CLASS(MPI_Type_match_size(MPI_TYPECLASS_REAL, 7, &type), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Type_match_size(17, 8, &type), MPI_ERR_ARG);
  MPI_Type_get_value_index(MPI_DOUBLE, MPI_INT, &type);
  CHECK(type == MPI_DOUBLE_INT);
  MPI_Type_get_value_index(MPI_CHAR, MPI_INT, &type);
  CHECK(type == MPI_DATATYPE_NULL);
  MPI_Type_create_f90_real(15, MPI_UNDEFINED, &type);
  MPI_Type_create_f90_real(15, MPI_UNDEFINED, &again);
  CHECK(type == again && type != MPI_DATATYPE_NULL);
  int size = 0;
  MPI_Type_size(type, &size);
  CHECK_EQ(size, 8);
  double in = 2, inout = 3;
  CHECK_EQ(MPI_Reduce_local(&in, &inout, 1, type, MPI_SUM), MPI_SUCCESS);
  CHECK(inout == 5);
  CHECK_CLASS(MPI_Type_free(&again), MPI_ERR_TYPE);
  CHECK_CLASS(MPI_Type_create_f90_integer(99, &type), MPI_ERR_ARG);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  sizes_and_bounds();
  large();
  names();
  attributes();
  mistakes();
  found_types();
  MPI_Finalize();
  return check::failures == 0 ? 0 : 1;
}
