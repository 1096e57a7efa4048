// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter datatype, one call each. Next: the body in mpi/datatype*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_datatype.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Pack(const void*, int, MPI_Datatype, void*, int, int*, MPI_Comm comm) {
  return unsupported("MPI_Pack", comm);
}
[[gnu::weak, gnu::alias("PMPI_Pack")]] int MPI_Pack(const void*, int, MPI_Datatype, void*, int, int*, MPI_Comm);

int PMPI_Pack_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Count*, MPI_Comm comm) {
  return unsupported("MPI_Pack_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Pack_c")]] int MPI_Pack_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Count*, MPI_Comm);

int PMPI_Pack_external(const char*, const void*, int, MPI_Datatype, void*, MPI_Aint, MPI_Aint*) {
  return unsupported("MPI_Pack_external", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Pack_external")]] int MPI_Pack_external(const char*, const void*, int, MPI_Datatype,
    void*, MPI_Aint, MPI_Aint*);

int PMPI_Pack_external_c(const char*, const void*, MPI_Count, MPI_Datatype, void*, MPI_Count, MPI_Count*) {
  return unsupported("MPI_Pack_external_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Pack_external_c")]] int MPI_Pack_external_c(const char*, const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Count*);

int PMPI_Pack_external_size(const char*, int, MPI_Datatype, MPI_Aint*) {
  return unsupported("MPI_Pack_external_size", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Pack_external_size")]] int MPI_Pack_external_size(const char*, int, MPI_Datatype,
    MPI_Aint*);

int PMPI_Pack_external_size_c(const char*, MPI_Count, MPI_Datatype, MPI_Count*) {
  return unsupported("MPI_Pack_external_size_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Pack_external_size_c")]] int MPI_Pack_external_size_c(const char*, MPI_Count,
    MPI_Datatype, MPI_Count*);

int PMPI_Pack_size(int, MPI_Datatype, MPI_Comm comm, int*) { return unsupported("MPI_Pack_size", comm); }
[[gnu::weak, gnu::alias("PMPI_Pack_size")]] int MPI_Pack_size(int, MPI_Datatype, MPI_Comm, int*);

int PMPI_Pack_size_c(MPI_Count, MPI_Datatype, MPI_Comm comm, MPI_Count*) {
  return unsupported("MPI_Pack_size_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Pack_size_c")]] int MPI_Pack_size_c(MPI_Count, MPI_Datatype, MPI_Comm, MPI_Count*);

int PMPI_Type_commit(MPI_Datatype*) { return unsupported("MPI_Type_commit", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_commit")]] int MPI_Type_commit(MPI_Datatype*);

int PMPI_Type_contiguous(int, MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_contiguous", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_contiguous")]] int MPI_Type_contiguous(int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_contiguous_c(MPI_Count, MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_contiguous_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_contiguous_c")]] int MPI_Type_contiguous_c(MPI_Count, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_darray(int, int, int, const int[], const int[], const int[], const int[], int, MPI_Datatype,
    MPI_Datatype*) {
  return unsupported("MPI_Type_create_darray", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_darray")]] int MPI_Type_create_darray(int, int, int, const int[],
    const int[], const int[], const int[], int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_darray_c(int, int, int, const MPI_Count[], const int[], const int[], const int[], int,
    MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_darray_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_darray_c")]] int MPI_Type_create_darray_c(int, int, int, const MPI_Count[],
    const int[], const int[], const int[], int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_f90_complex(int, int, MPI_Datatype*) {
  return unsupported("MPI_Type_create_f90_complex", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_f90_complex")]] int MPI_Type_create_f90_complex(int, int, MPI_Datatype*);

int PMPI_Type_create_f90_integer(int, MPI_Datatype*) {
  return unsupported("MPI_Type_create_f90_integer", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_f90_integer")]] int MPI_Type_create_f90_integer(int, MPI_Datatype*);

int PMPI_Type_create_f90_real(int, int, MPI_Datatype*) {
  return unsupported("MPI_Type_create_f90_real", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_f90_real")]] int MPI_Type_create_f90_real(int, int, MPI_Datatype*);

int PMPI_Type_create_hindexed(int, const int[], const MPI_Aint[], MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_hindexed", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hindexed")]] int MPI_Type_create_hindexed(int, const int[], const MPI_Aint[],
    MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_hindexed_c(MPI_Count, const MPI_Count[], const MPI_Count[], MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_hindexed_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hindexed_c")]] int MPI_Type_create_hindexed_c(MPI_Count, const MPI_Count[],
    const MPI_Count[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_hindexed_block(int, int, const MPI_Aint[], MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_hindexed_block", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hindexed_block")]] int MPI_Type_create_hindexed_block(int, int,
    const MPI_Aint[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_hindexed_block_c(MPI_Count, MPI_Count, const MPI_Count[], MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_hindexed_block_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hindexed_block_c")]] int MPI_Type_create_hindexed_block_c(MPI_Count,
    MPI_Count, const MPI_Count[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_hvector(int, int, MPI_Aint, MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_hvector", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hvector")]] int MPI_Type_create_hvector(int, int, MPI_Aint, MPI_Datatype,
    MPI_Datatype*);

int PMPI_Type_create_hvector_c(MPI_Count, MPI_Count, MPI_Count, MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_hvector_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hvector_c")]] int MPI_Type_create_hvector_c(MPI_Count, MPI_Count, MPI_Count,
    MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_indexed_block(int, int, const int[], MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_indexed_block", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_indexed_block")]] int MPI_Type_create_indexed_block(int, int, const int[],
    MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_indexed_block_c(MPI_Count, MPI_Count, const MPI_Count[], MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_indexed_block_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_indexed_block_c")]] int MPI_Type_create_indexed_block_c(MPI_Count, MPI_Count,
    const MPI_Count[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_resized(MPI_Datatype, MPI_Aint, MPI_Aint, MPI_Datatype*) {
  return unsupported("MPI_Type_create_resized", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_resized")]] int MPI_Type_create_resized(MPI_Datatype, MPI_Aint, MPI_Aint,
    MPI_Datatype*);

int PMPI_Type_create_resized_c(MPI_Datatype, MPI_Count, MPI_Count, MPI_Datatype*) {
  return unsupported("MPI_Type_create_resized_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_resized_c")]] int MPI_Type_create_resized_c(MPI_Datatype, MPI_Count,
    MPI_Count, MPI_Datatype*);

int PMPI_Type_create_struct(int, const int[], const MPI_Aint[], const MPI_Datatype[], MPI_Datatype*) {
  return unsupported("MPI_Type_create_struct", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_struct")]] int MPI_Type_create_struct(int, const int[], const MPI_Aint[],
    const MPI_Datatype[], MPI_Datatype*);

int PMPI_Type_create_struct_c(MPI_Count, const MPI_Count[], const MPI_Count[], const MPI_Datatype[], MPI_Datatype*) {
  return unsupported("MPI_Type_create_struct_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_struct_c")]] int MPI_Type_create_struct_c(MPI_Count, const MPI_Count[],
    const MPI_Count[], const MPI_Datatype[], MPI_Datatype*);

int PMPI_Type_create_subarray(int, const int[], const int[], const int[], int, MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_create_subarray", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_subarray")]] int MPI_Type_create_subarray(int, const int[], const int[],
    const int[], int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_subarray_c(int, const MPI_Count[], const MPI_Count[], const MPI_Count[], int, MPI_Datatype,
    MPI_Datatype*) {
  return unsupported("MPI_Type_create_subarray_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_create_subarray_c")]] int MPI_Type_create_subarray_c(int, const MPI_Count[],
    const MPI_Count[], const MPI_Count[], int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_dup(MPI_Datatype, MPI_Datatype*) { return unsupported("MPI_Type_dup", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_dup")]] int MPI_Type_dup(MPI_Datatype, MPI_Datatype*);

int PMPI_Type_free(MPI_Datatype*) { return unsupported("MPI_Type_free", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_free")]] int MPI_Type_free(MPI_Datatype*);

int PMPI_Type_get_contents(MPI_Datatype, int, int, int, int[], MPI_Aint[], MPI_Datatype[]) {
  return unsupported("MPI_Type_get_contents", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_contents")]] int MPI_Type_get_contents(MPI_Datatype, int, int, int, int[],
    MPI_Aint[], MPI_Datatype[]);

int PMPI_Type_get_contents_c(MPI_Datatype, MPI_Count, MPI_Count, MPI_Count, MPI_Count, int[], MPI_Aint[], MPI_Count[],
    MPI_Datatype[]) {
  return unsupported("MPI_Type_get_contents_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_contents_c")]] int MPI_Type_get_contents_c(MPI_Datatype, MPI_Count, MPI_Count,
    MPI_Count, MPI_Count, int[], MPI_Aint[], MPI_Count[], MPI_Datatype[]);

int PMPI_Type_get_envelope(MPI_Datatype, int*, int*, int*, int*) {
  return unsupported("MPI_Type_get_envelope", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_envelope")]] int MPI_Type_get_envelope(MPI_Datatype, int*, int*, int*, int*);

int PMPI_Type_get_envelope_c(MPI_Datatype, MPI_Count*, MPI_Count*, MPI_Count*, MPI_Count*, int*) {
  return unsupported("MPI_Type_get_envelope_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_envelope_c")]] int MPI_Type_get_envelope_c(MPI_Datatype, MPI_Count*, MPI_Count*,
    MPI_Count*, MPI_Count*, int*);

int PMPI_Type_get_extent(MPI_Datatype, MPI_Aint*, MPI_Aint*) {
  return unsupported("MPI_Type_get_extent", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_extent")]] int MPI_Type_get_extent(MPI_Datatype, MPI_Aint*, MPI_Aint*);

int PMPI_Type_get_extent_c(MPI_Datatype, MPI_Count*, MPI_Count*) {
  return unsupported("MPI_Type_get_extent_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_extent_c")]] int MPI_Type_get_extent_c(MPI_Datatype, MPI_Count*, MPI_Count*);

int PMPI_Type_get_extent_x(MPI_Datatype, MPI_Count*, MPI_Count*) {
  return unsupported("MPI_Type_get_extent_x", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_extent_x")]] int MPI_Type_get_extent_x(MPI_Datatype, MPI_Count*, MPI_Count*);

int PMPI_Type_get_name(MPI_Datatype, char*, int*) { return unsupported("MPI_Type_get_name", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_get_name")]] int MPI_Type_get_name(MPI_Datatype, char*, int*);

int PMPI_Type_get_true_extent(MPI_Datatype, MPI_Aint*, MPI_Aint*) {
  return unsupported("MPI_Type_get_true_extent", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_true_extent")]] int MPI_Type_get_true_extent(MPI_Datatype, MPI_Aint*, MPI_Aint*);

int PMPI_Type_get_true_extent_c(MPI_Datatype, MPI_Count*, MPI_Count*) {
  return unsupported("MPI_Type_get_true_extent_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_true_extent_c")]] int MPI_Type_get_true_extent_c(MPI_Datatype, MPI_Count*,
    MPI_Count*);

int PMPI_Type_get_true_extent_x(MPI_Datatype, MPI_Count*, MPI_Count*) {
  return unsupported("MPI_Type_get_true_extent_x", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_true_extent_x")]] int MPI_Type_get_true_extent_x(MPI_Datatype, MPI_Count*,
    MPI_Count*);

int PMPI_Type_get_value_index(MPI_Datatype, MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_get_value_index", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_get_value_index")]] int MPI_Type_get_value_index(MPI_Datatype, MPI_Datatype,
    MPI_Datatype*);

int PMPI_Type_indexed(int, const int[], const int[], MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_indexed", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_indexed")]] int MPI_Type_indexed(int, const int[], const int[], MPI_Datatype,
    MPI_Datatype*);

int PMPI_Type_indexed_c(MPI_Count, const MPI_Count[], const MPI_Count[], MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_indexed_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_indexed_c")]] int MPI_Type_indexed_c(MPI_Count, const MPI_Count[],
    const MPI_Count[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_match_size(int, int, MPI_Datatype*) { return unsupported("MPI_Type_match_size", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_match_size")]] int MPI_Type_match_size(int, int, MPI_Datatype*);

int PMPI_Type_set_name(MPI_Datatype, const char*) { return unsupported("MPI_Type_set_name", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_set_name")]] int MPI_Type_set_name(MPI_Datatype, const char*);

int PMPI_Type_size(MPI_Datatype, int*) { return unsupported("MPI_Type_size", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_size")]] int MPI_Type_size(MPI_Datatype, int*);

int PMPI_Type_size_c(MPI_Datatype, MPI_Count*) { return unsupported("MPI_Type_size_c", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_size_c")]] int MPI_Type_size_c(MPI_Datatype, MPI_Count*);

int PMPI_Type_size_x(MPI_Datatype, MPI_Count*) { return unsupported("MPI_Type_size_x", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Type_size_x")]] int MPI_Type_size_x(MPI_Datatype, MPI_Count*);

int PMPI_Type_vector(int, int, int, MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_vector", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_vector")]] int MPI_Type_vector(int, int, int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_vector_c(MPI_Count, MPI_Count, MPI_Count, MPI_Datatype, MPI_Datatype*) {
  return unsupported("MPI_Type_vector_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Type_vector_c")]] int MPI_Type_vector_c(MPI_Count, MPI_Count, MPI_Count, MPI_Datatype,
    MPI_Datatype*);

int PMPI_Unpack(const void*, int, int*, void*, int, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Unpack", comm);
}
[[gnu::weak, gnu::alias("PMPI_Unpack")]] int MPI_Unpack(const void*, int, int*, void*, int, MPI_Datatype, MPI_Comm);

int PMPI_Unpack_c(const void*, MPI_Count, MPI_Count*, void*, MPI_Count, MPI_Datatype, MPI_Comm comm) {
  return unsupported("MPI_Unpack_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Unpack_c")]] int MPI_Unpack_c(const void*, MPI_Count, MPI_Count*, void*, MPI_Count,
    MPI_Datatype, MPI_Comm);

int PMPI_Unpack_external(const char*, const void*, MPI_Aint, MPI_Aint*, void*, int, MPI_Datatype) {
  return unsupported("MPI_Unpack_external", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Unpack_external")]] int MPI_Unpack_external(const char*, const void*, MPI_Aint,
    MPI_Aint*, void*, int, MPI_Datatype);

int PMPI_Unpack_external_c(const char*, const void*, MPI_Count, MPI_Count*, void*, MPI_Count, MPI_Datatype) {
  return unsupported("MPI_Unpack_external_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Unpack_external_c")]] int MPI_Unpack_external_c(const char*, const void*, MPI_Count,
    MPI_Count*, void*, MPI_Count, MPI_Datatype);

}  // extern "C"
