// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter datatype, one call each. Next: the body in mpi/datatype*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_datatype.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Pack(const void* inbuf, int incount, MPI_Datatype datatype, void* outbuf, int outsize, int* position,
    MPI_Comm comm) {
  return enter("MPI_Pack", [&] { return api::pack(inbuf, incount, datatype, outbuf, outsize, CountOut(position),
    comm); });
}
[[gnu::weak, gnu::alias("PMPI_Pack")]] int MPI_Pack(const void*, int, MPI_Datatype, void*, int, int*, MPI_Comm);

int PMPI_Pack_c(const void* inbuf, MPI_Count incount, MPI_Datatype datatype, void* outbuf, MPI_Count outsize,
    MPI_Count* position, MPI_Comm comm) {
  return enter("MPI_Pack_c", [&] { return api::pack(inbuf, incount, datatype, outbuf, outsize, CountOut(position),
    comm); });
}
[[gnu::weak, gnu::alias("PMPI_Pack_c")]] int MPI_Pack_c(const void*, MPI_Count, MPI_Datatype, void*, MPI_Count,
    MPI_Count*, MPI_Comm);

int PMPI_Pack_external(const char* datarep, const void* inbuf, int incount, MPI_Datatype datatype, void* outbuf,
    MPI_Aint outsize, MPI_Aint* position) {
  return enter("MPI_Pack_external", [&] { return api::pack_external(datarep, inbuf, incount, datatype, outbuf, outsize,
    CountOut(position)); });
}
[[gnu::weak, gnu::alias("PMPI_Pack_external")]] int MPI_Pack_external(const char*, const void*, int, MPI_Datatype,
    void*, MPI_Aint, MPI_Aint*);

int PMPI_Pack_external_c(const char* datarep, const void* inbuf, MPI_Count incount, MPI_Datatype datatype,
    void* outbuf, MPI_Count outsize, MPI_Count* position) {
  return enter("MPI_Pack_external_c", [&] { return api::pack_external(datarep, inbuf, incount, datatype, outbuf,
    outsize, CountOut(position)); });
}
[[gnu::weak, gnu::alias("PMPI_Pack_external_c")]] int MPI_Pack_external_c(const char*, const void*, MPI_Count,
    MPI_Datatype, void*, MPI_Count, MPI_Count*);

int PMPI_Pack_external_size(const char* datarep, int incount, MPI_Datatype datatype, MPI_Aint* size) {
  return enter("MPI_Pack_external_size", [&] { return api::pack_external_size(datarep, incount, datatype,
    CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Pack_external_size")]] int MPI_Pack_external_size(const char*, int, MPI_Datatype,
    MPI_Aint*);

int PMPI_Pack_external_size_c(const char* datarep, MPI_Count incount, MPI_Datatype datatype, MPI_Count* size) {
  return enter("MPI_Pack_external_size_c", [&] { return api::pack_external_size(datarep, incount, datatype,
    CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Pack_external_size_c")]] int MPI_Pack_external_size_c(const char*, MPI_Count,
    MPI_Datatype, MPI_Count*);

int PMPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm, int* size) {
  return enter("MPI_Pack_size", [&] { return api::pack_size(incount, datatype, comm, CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Pack_size")]] int MPI_Pack_size(int, MPI_Datatype, MPI_Comm, int*);

int PMPI_Pack_size_c(MPI_Count incount, MPI_Datatype datatype, MPI_Comm comm, MPI_Count* size) {
  return enter("MPI_Pack_size_c", [&] { return api::pack_size(incount, datatype, comm, CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Pack_size_c")]] int MPI_Pack_size_c(MPI_Count, MPI_Datatype, MPI_Comm, MPI_Count*);

int PMPI_Type_commit(MPI_Datatype* datatype) {
  return enter("MPI_Type_commit", [&] { return api::type_commit(datatype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_commit")]] int MPI_Type_commit(MPI_Datatype*);

int PMPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_contiguous", [&] { return api::type_contiguous(count, oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_contiguous")]] int MPI_Type_contiguous(int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_contiguous_c(MPI_Count count, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_contiguous_c", [&] { return api::type_contiguous(count, oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_contiguous_c")]] int MPI_Type_contiguous_c(MPI_Count, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_darray(int size, int rank, int ndims, const int array_of_gsizes[], const int array_of_distribs[],
    const int array_of_dargs[], const int array_of_psizes[], int order, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_darray", [&] { return api::type_create_darray(size, rank, ndims,
    Counts(array_of_gsizes), array_of_distribs, array_of_dargs, array_of_psizes, order, oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_darray")]] int MPI_Type_create_darray(int, int, int, const int[],
    const int[], const int[], const int[], int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_darray_c(int size, int rank, int ndims, const MPI_Count array_of_gsizes[],
    const int array_of_distribs[], const int array_of_dargs[], const int array_of_psizes[], int order,
    MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_darray_c", [&] { return api::type_create_darray(size, rank, ndims,
    Counts(array_of_gsizes), array_of_distribs, array_of_dargs, array_of_psizes, order, oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_darray_c")]] int MPI_Type_create_darray_c(int, int, int, const MPI_Count[],
    const int[], const int[], const int[], int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_f90_complex(int p, int r, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_f90_complex", [&] { return api::type_create_f90_complex(p, r, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_f90_complex")]] int MPI_Type_create_f90_complex(int, int, MPI_Datatype*);

int PMPI_Type_create_f90_integer(int r, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_f90_integer", [&] { return api::type_create_f90_integer(r, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_f90_integer")]] int MPI_Type_create_f90_integer(int, MPI_Datatype*);

int PMPI_Type_create_f90_real(int p, int r, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_f90_real", [&] { return api::type_create_f90_real(p, r, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_f90_real")]] int MPI_Type_create_f90_real(int, int, MPI_Datatype*);

int PMPI_Type_create_hindexed(int count, const int array_of_blocklengths[], const MPI_Aint array_of_displacements[],
    MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_hindexed", [&] { return api::type_create_hindexed(count, Counts(array_of_blocklengths),
    Counts(array_of_displacements), oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hindexed")]] int MPI_Type_create_hindexed(int, const int[], const MPI_Aint[],
    MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_hindexed_c(MPI_Count count, const MPI_Count array_of_blocklengths[],
    const MPI_Count array_of_displacements[], MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_hindexed_c", [&] { return api::type_create_hindexed(count,
    Counts(array_of_blocklengths), Counts(array_of_displacements), oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hindexed_c")]] int MPI_Type_create_hindexed_c(MPI_Count, const MPI_Count[],
    const MPI_Count[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_hindexed_block(int count, int blocklength, const MPI_Aint array_of_displacements[],
    MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_hindexed_block", [&] { return api::type_create_hindexed_block(count, blocklength,
    Counts(array_of_displacements), oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hindexed_block")]] int MPI_Type_create_hindexed_block(int, int,
    const MPI_Aint[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_hindexed_block_c(MPI_Count count, MPI_Count blocklength, const MPI_Count array_of_displacements[],
    MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_hindexed_block_c", [&] { return api::type_create_hindexed_block(count, blocklength,
    Counts(array_of_displacements), oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hindexed_block_c")]] int MPI_Type_create_hindexed_block_c(MPI_Count,
    MPI_Count, const MPI_Count[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_hvector(int count, int blocklength, MPI_Aint stride, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_hvector", [&] { return api::type_create_hvector(count, blocklength, stride, oldtype,
    newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hvector")]] int MPI_Type_create_hvector(int, int, MPI_Aint, MPI_Datatype,
    MPI_Datatype*);

int PMPI_Type_create_hvector_c(MPI_Count count, MPI_Count blocklength, MPI_Count stride, MPI_Datatype oldtype,
    MPI_Datatype* newtype) {
  return enter("MPI_Type_create_hvector_c", [&] { return api::type_create_hvector(count, blocklength, stride, oldtype,
    newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_hvector_c")]] int MPI_Type_create_hvector_c(MPI_Count, MPI_Count, MPI_Count,
    MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_indexed_block(int count, int blocklength, const int array_of_displacements[],
    MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_indexed_block", [&] { return api::type_create_indexed_block(count, blocklength,
    Counts(array_of_displacements), oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_indexed_block")]] int MPI_Type_create_indexed_block(int, int, const int[],
    MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_indexed_block_c(MPI_Count count, MPI_Count blocklength, const MPI_Count array_of_displacements[],
    MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_indexed_block_c", [&] { return api::type_create_indexed_block(count, blocklength,
    Counts(array_of_displacements), oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_indexed_block_c")]] int MPI_Type_create_indexed_block_c(MPI_Count, MPI_Count,
    const MPI_Count[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_resized(MPI_Datatype oldtype, MPI_Aint lb, MPI_Aint extent, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_resized", [&] { return api::type_create_resized(oldtype, lb, extent, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_resized")]] int MPI_Type_create_resized(MPI_Datatype, MPI_Aint, MPI_Aint,
    MPI_Datatype*);

int PMPI_Type_create_resized_c(MPI_Datatype oldtype, MPI_Count lb, MPI_Count extent, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_resized_c", [&] { return api::type_create_resized(oldtype, lb, extent, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_resized_c")]] int MPI_Type_create_resized_c(MPI_Datatype, MPI_Count,
    MPI_Count, MPI_Datatype*);

int PMPI_Type_create_struct(int count, const int array_of_blocklengths[], const MPI_Aint array_of_displacements[],
    const MPI_Datatype array_of_types[], MPI_Datatype* newtype) {
  return enter("MPI_Type_create_struct", [&] { return api::type_create_struct(count, Counts(array_of_blocklengths),
    Counts(array_of_displacements), array_of_types, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_struct")]] int MPI_Type_create_struct(int, const int[], const MPI_Aint[],
    const MPI_Datatype[], MPI_Datatype*);

int PMPI_Type_create_struct_c(MPI_Count count, const MPI_Count array_of_blocklengths[],
    const MPI_Count array_of_displacements[], const MPI_Datatype array_of_types[], MPI_Datatype* newtype) {
  return enter("MPI_Type_create_struct_c", [&] { return api::type_create_struct(count, Counts(array_of_blocklengths),
    Counts(array_of_displacements), array_of_types, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_struct_c")]] int MPI_Type_create_struct_c(MPI_Count, const MPI_Count[],
    const MPI_Count[], const MPI_Datatype[], MPI_Datatype*);

int PMPI_Type_create_subarray(int ndims, const int array_of_sizes[], const int array_of_subsizes[],
    const int array_of_starts[], int order, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_subarray", [&] { return api::type_create_subarray(ndims, Counts(array_of_sizes),
    Counts(array_of_subsizes), Counts(array_of_starts), order, oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_subarray")]] int MPI_Type_create_subarray(int, const int[], const int[],
    const int[], int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_create_subarray_c(int ndims, const MPI_Count array_of_sizes[], const MPI_Count array_of_subsizes[],
    const MPI_Count array_of_starts[], int order, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_create_subarray_c", [&] { return api::type_create_subarray(ndims, Counts(array_of_sizes),
    Counts(array_of_subsizes), Counts(array_of_starts), order, oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_create_subarray_c")]] int MPI_Type_create_subarray_c(int, const MPI_Count[],
    const MPI_Count[], const MPI_Count[], int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_dup(MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_dup", [&] { return api::type_dup(oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_dup")]] int MPI_Type_dup(MPI_Datatype, MPI_Datatype*);

int PMPI_Type_free(MPI_Datatype* datatype) {
  return enter("MPI_Type_free", [&] { return api::type_free(datatype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_free")]] int MPI_Type_free(MPI_Datatype*);

int PMPI_Type_get_contents(MPI_Datatype datatype, int max_integers, int max_addresses, int max_datatypes,
    int array_of_integers[], MPI_Aint array_of_addresses[], MPI_Datatype array_of_datatypes[]) {
  return enter("MPI_Type_get_contents", [&] { return api::type_get_contents(datatype, max_integers, max_addresses, -1,
    max_datatypes, array_of_integers, array_of_addresses, nullptr, array_of_datatypes); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_contents")]] int MPI_Type_get_contents(MPI_Datatype, int, int, int, int[],
    MPI_Aint[], MPI_Datatype[]);

int PMPI_Type_get_contents_c(MPI_Datatype datatype, MPI_Count max_integers, MPI_Count max_addresses,
    MPI_Count max_large_counts, MPI_Count max_datatypes, int array_of_integers[], MPI_Aint array_of_addresses[],
    MPI_Count array_of_large_counts[], MPI_Datatype array_of_datatypes[]) {
  return enter("MPI_Type_get_contents_c", [&] { return api::type_get_contents(datatype, max_integers, max_addresses,
    max_large_counts, max_datatypes, array_of_integers, array_of_addresses, array_of_large_counts,
    array_of_datatypes); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_contents_c")]] int MPI_Type_get_contents_c(MPI_Datatype, MPI_Count, MPI_Count,
    MPI_Count, MPI_Count, int[], MPI_Aint[], MPI_Count[], MPI_Datatype[]);

int PMPI_Type_get_envelope(MPI_Datatype datatype, int* num_integers, int* num_addresses, int* num_datatypes,
    int* combiner) {
  return enter("MPI_Type_get_envelope", [&] { return api::type_get_envelope(datatype, CountOut(num_integers),
    CountOut(num_addresses), CountOut(), CountOut(num_datatypes), combiner); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_envelope")]] int MPI_Type_get_envelope(MPI_Datatype, int*, int*, int*, int*);

int PMPI_Type_get_envelope_c(MPI_Datatype datatype, MPI_Count* num_integers, MPI_Count* num_addresses,
    MPI_Count* num_large_counts, MPI_Count* num_datatypes, int* combiner) {
  return enter("MPI_Type_get_envelope_c", [&] { return api::type_get_envelope(datatype, CountOut(num_integers),
    CountOut(num_addresses), CountOut(num_large_counts), CountOut(num_datatypes), combiner); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_envelope_c")]] int MPI_Type_get_envelope_c(MPI_Datatype, MPI_Count*, MPI_Count*,
    MPI_Count*, MPI_Count*, int*);

int PMPI_Type_get_extent(MPI_Datatype datatype, MPI_Aint* lb, MPI_Aint* extent) {
  return enter("MPI_Type_get_extent", [&] { return api::type_get_extent(datatype, CountOut(lb), CountOut(extent)); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_extent")]] int MPI_Type_get_extent(MPI_Datatype, MPI_Aint*, MPI_Aint*);

int PMPI_Type_get_extent_c(MPI_Datatype datatype, MPI_Count* lb, MPI_Count* extent) {
  return enter("MPI_Type_get_extent_c", [&] { return api::type_get_extent(datatype, CountOut(lb), CountOut(extent)); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_extent_c")]] int MPI_Type_get_extent_c(MPI_Datatype, MPI_Count*, MPI_Count*);

int PMPI_Type_get_extent_x(MPI_Datatype datatype, MPI_Count* lb, MPI_Count* extent) {
  return enter("MPI_Type_get_extent_x", [&] { return api::type_get_extent_x(datatype, lb, extent); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_extent_x")]] int MPI_Type_get_extent_x(MPI_Datatype, MPI_Count*, MPI_Count*);

int PMPI_Type_get_name(MPI_Datatype datatype, char* type_name, int* resultlen) {
  return enter("MPI_Type_get_name", [&] { return api::type_get_name(datatype, type_name, resultlen); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_name")]] int MPI_Type_get_name(MPI_Datatype, char*, int*);

int PMPI_Type_get_true_extent(MPI_Datatype datatype, MPI_Aint* true_lb, MPI_Aint* true_extent) {
  return enter("MPI_Type_get_true_extent", [&] { return api::type_get_true_extent(datatype, CountOut(true_lb),
    CountOut(true_extent)); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_true_extent")]] int MPI_Type_get_true_extent(MPI_Datatype, MPI_Aint*, MPI_Aint*);

int PMPI_Type_get_true_extent_c(MPI_Datatype datatype, MPI_Count* true_lb, MPI_Count* true_extent) {
  return enter("MPI_Type_get_true_extent_c", [&] { return api::type_get_true_extent(datatype, CountOut(true_lb),
    CountOut(true_extent)); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_true_extent_c")]] int MPI_Type_get_true_extent_c(MPI_Datatype, MPI_Count*,
    MPI_Count*);

int PMPI_Type_get_true_extent_x(MPI_Datatype datatype, MPI_Count* true_lb, MPI_Count* true_extent) {
  return enter("MPI_Type_get_true_extent_x", [&] { return api::type_get_true_extent_x(datatype, true_lb,
    true_extent); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_true_extent_x")]] int MPI_Type_get_true_extent_x(MPI_Datatype, MPI_Count*,
    MPI_Count*);

int PMPI_Type_get_value_index(MPI_Datatype value_type, MPI_Datatype index_type, MPI_Datatype* pair_type) {
  return enter("MPI_Type_get_value_index", [&] { return api::type_get_value_index(value_type, index_type,
    pair_type); });
}
[[gnu::weak, gnu::alias("PMPI_Type_get_value_index")]] int MPI_Type_get_value_index(MPI_Datatype, MPI_Datatype,
    MPI_Datatype*);

int PMPI_Type_indexed(int count, const int array_of_blocklengths[], const int array_of_displacements[],
    MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_indexed", [&] { return api::type_indexed(count, Counts(array_of_blocklengths),
    Counts(array_of_displacements), oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_indexed")]] int MPI_Type_indexed(int, const int[], const int[], MPI_Datatype,
    MPI_Datatype*);

int PMPI_Type_indexed_c(MPI_Count count, const MPI_Count array_of_blocklengths[],
    const MPI_Count array_of_displacements[], MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_indexed_c", [&] { return api::type_indexed(count, Counts(array_of_blocklengths),
    Counts(array_of_displacements), oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_indexed_c")]] int MPI_Type_indexed_c(MPI_Count, const MPI_Count[],
    const MPI_Count[], MPI_Datatype, MPI_Datatype*);

int PMPI_Type_match_size(int typeclass, int size, MPI_Datatype* datatype) {
  return enter("MPI_Type_match_size", [&] { return api::type_match_size(typeclass, size, datatype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_match_size")]] int MPI_Type_match_size(int, int, MPI_Datatype*);

int PMPI_Type_set_name(MPI_Datatype datatype, const char* type_name) {
  return enter("MPI_Type_set_name", [&] { return api::type_set_name(datatype, type_name); });
}
[[gnu::weak, gnu::alias("PMPI_Type_set_name")]] int MPI_Type_set_name(MPI_Datatype, const char*);

int PMPI_Type_size(MPI_Datatype datatype, int* size) {
  return enter("MPI_Type_size", [&] { return api::type_size(datatype, CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Type_size")]] int MPI_Type_size(MPI_Datatype, int*);

int PMPI_Type_size_c(MPI_Datatype datatype, MPI_Count* size) {
  return enter("MPI_Type_size_c", [&] { return api::type_size(datatype, CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Type_size_c")]] int MPI_Type_size_c(MPI_Datatype, MPI_Count*);

int PMPI_Type_size_x(MPI_Datatype datatype, MPI_Count* size) {
  return enter("MPI_Type_size_x", [&] { return api::type_size_x(datatype, size); });
}
[[gnu::weak, gnu::alias("PMPI_Type_size_x")]] int MPI_Type_size_x(MPI_Datatype, MPI_Count*);

int PMPI_Type_vector(int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype* newtype) {
  return enter("MPI_Type_vector", [&] { return api::type_vector(count, blocklength, stride, oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_vector")]] int MPI_Type_vector(int, int, int, MPI_Datatype, MPI_Datatype*);

int PMPI_Type_vector_c(MPI_Count count, MPI_Count blocklength, MPI_Count stride, MPI_Datatype oldtype,
    MPI_Datatype* newtype) {
  return enter("MPI_Type_vector_c", [&] { return api::type_vector(count, blocklength, stride, oldtype, newtype); });
}
[[gnu::weak, gnu::alias("PMPI_Type_vector_c")]] int MPI_Type_vector_c(MPI_Count, MPI_Count, MPI_Count, MPI_Datatype,
    MPI_Datatype*);

int PMPI_Unpack(const void* inbuf, int insize, int* position, void* outbuf, int outcount, MPI_Datatype datatype,
    MPI_Comm comm) {
  return enter("MPI_Unpack", [&] { return api::unpack(inbuf, insize, CountOut(position), outbuf, outcount, datatype,
    comm); });
}
[[gnu::weak, gnu::alias("PMPI_Unpack")]] int MPI_Unpack(const void*, int, int*, void*, int, MPI_Datatype, MPI_Comm);

int PMPI_Unpack_c(const void* inbuf, MPI_Count insize, MPI_Count* position, void* outbuf, MPI_Count outcount,
    MPI_Datatype datatype, MPI_Comm comm) {
  return enter("MPI_Unpack_c", [&] { return api::unpack(inbuf, insize, CountOut(position), outbuf, outcount, datatype,
    comm); });
}
[[gnu::weak, gnu::alias("PMPI_Unpack_c")]] int MPI_Unpack_c(const void*, MPI_Count, MPI_Count*, void*, MPI_Count,
    MPI_Datatype, MPI_Comm);

int PMPI_Unpack_external(const char* datarep, const void* inbuf, MPI_Aint insize, MPI_Aint* position, void* outbuf,
    int outcount, MPI_Datatype datatype) {
  return enter("MPI_Unpack_external", [&] { return api::unpack_external(datarep, inbuf, insize, CountOut(position),
    outbuf, outcount, datatype); });
}
[[gnu::weak, gnu::alias("PMPI_Unpack_external")]] int MPI_Unpack_external(const char*, const void*, MPI_Aint,
    MPI_Aint*, void*, int, MPI_Datatype);

int PMPI_Unpack_external_c(const char* datarep, const void* inbuf, MPI_Count insize, MPI_Count* position, void* outbuf,
    MPI_Count outcount, MPI_Datatype datatype) {
  return enter("MPI_Unpack_external_c", [&] { return api::unpack_external(datarep, inbuf, insize, CountOut(position),
    outbuf, outcount, datatype); });
}
[[gnu::weak, gnu::alias("PMPI_Unpack_external_c")]] int MPI_Unpack_external_c(const char*, const void*, MPI_Count,
    MPI_Count*, void*, MPI_Count, MPI_Datatype);

}  // extern "C"
