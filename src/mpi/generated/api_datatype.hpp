// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter datatype: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int pack(const void* inbuf, MPI_Count incount, MPI_Datatype datatype, void* outbuf, MPI_Count outsize,
    CountOut position, MPI_Comm comm);
int pack_external(const char* datarep, const void* inbuf, MPI_Count incount, MPI_Datatype datatype, void* outbuf,
    MPI_Count outsize, CountOut position);
int pack_external_size(const char* datarep, MPI_Count incount, MPI_Datatype datatype, CountOut size);
int pack_size(MPI_Count incount, MPI_Datatype datatype, MPI_Comm comm, CountOut size);
int type_commit(MPI_Datatype* datatype);
int type_contiguous(MPI_Count count, MPI_Datatype oldtype, MPI_Datatype* newtype);
int type_create_darray(int size, int rank, int ndims, Counts array_of_gsizes, const int array_of_distribs[],
    const int array_of_dargs[], const int array_of_psizes[], int order, MPI_Datatype oldtype, MPI_Datatype* newtype);
int type_create_f90_complex(int p, int r, MPI_Datatype* newtype);
int type_create_f90_integer(int r, MPI_Datatype* newtype);
int type_create_f90_real(int p, int r, MPI_Datatype* newtype);
int type_create_hindexed(MPI_Count count, Counts array_of_blocklengths, Counts array_of_displacements,
    MPI_Datatype oldtype, MPI_Datatype* newtype);
int type_create_hindexed_block(MPI_Count count, MPI_Count blocklength, Counts array_of_displacements,
    MPI_Datatype oldtype, MPI_Datatype* newtype);
int type_create_hvector(MPI_Count count, MPI_Count blocklength, MPI_Count stride, MPI_Datatype oldtype,
    MPI_Datatype* newtype);
int type_create_indexed_block(MPI_Count count, MPI_Count blocklength, Counts array_of_displacements,
    MPI_Datatype oldtype, MPI_Datatype* newtype);
int type_create_resized(MPI_Datatype oldtype, MPI_Count lb, MPI_Count extent, MPI_Datatype* newtype);
int type_create_struct(MPI_Count count, Counts array_of_blocklengths, Counts array_of_displacements,
    const MPI_Datatype array_of_types[], MPI_Datatype* newtype);
int type_create_subarray(int ndims, Counts array_of_sizes, Counts array_of_subsizes, Counts array_of_starts, int order,
    MPI_Datatype oldtype, MPI_Datatype* newtype);
int type_dup(MPI_Datatype oldtype, MPI_Datatype* newtype);
int type_free(MPI_Datatype* datatype);
int type_get_contents(MPI_Datatype datatype, MPI_Count max_integers, MPI_Count max_addresses,
    MPI_Count max_large_counts, MPI_Count max_datatypes, int array_of_integers[], MPI_Aint array_of_addresses[],
    MPI_Count* array_of_large_counts, MPI_Datatype array_of_datatypes[]);
int type_get_envelope(MPI_Datatype datatype, CountOut num_integers, CountOut num_addresses, CountOut num_large_counts,
    CountOut num_datatypes, int* combiner);
int type_get_extent(MPI_Datatype datatype, CountOut lb, CountOut extent);
int type_get_extent_x(MPI_Datatype datatype, MPI_Count* lb, MPI_Count* extent);
int type_get_name(MPI_Datatype datatype, char* type_name, int* resultlen);
int type_get_true_extent(MPI_Datatype datatype, CountOut true_lb, CountOut true_extent);
int type_get_true_extent_x(MPI_Datatype datatype, MPI_Count* true_lb, MPI_Count* true_extent);
int type_get_value_index(MPI_Datatype value_type, MPI_Datatype index_type, MPI_Datatype* pair_type);
int type_indexed(MPI_Count count, Counts array_of_blocklengths, Counts array_of_displacements, MPI_Datatype oldtype,
    MPI_Datatype* newtype);
int type_match_size(int typeclass, int size, MPI_Datatype* datatype);
int type_set_name(MPI_Datatype datatype, const char* type_name);
int type_size(MPI_Datatype datatype, CountOut size);
int type_size_x(MPI_Datatype datatype, MPI_Count* size);
int type_vector(MPI_Count count, MPI_Count blocklength, MPI_Count stride, MPI_Datatype oldtype, MPI_Datatype* newtype);
int unpack(const void* inbuf, MPI_Count insize, CountOut position, void* outbuf, MPI_Count outcount,
    MPI_Datatype datatype, MPI_Comm comm);
int unpack_external(const char* datarep, const void* inbuf, MPI_Count insize, CountOut position, void* outbuf,
    MPI_Count outcount, MPI_Datatype datatype);

}  // namespace baton::mpi::api
