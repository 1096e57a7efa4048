// SPDX-License-Identifier: BSD-3-Clause
// What is to be written by hand for chapter group: bodies that MPI_X and MPI_X_c share.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi::api {

int group_compare(MPI_Group group1, MPI_Group group2, int* result);
int group_difference(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup);
int group_excl(MPI_Group group, int n, const int ranks[], MPI_Group* newgroup);
int group_free(MPI_Group* group);
int group_incl(MPI_Group group, int n, const int ranks[], MPI_Group* newgroup);
int group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup);
int group_range_excl(MPI_Group group, int n, int ranges[][3], MPI_Group* newgroup);
int group_range_incl(MPI_Group group, int n, int ranges[][3], MPI_Group* newgroup);
int group_rank(MPI_Group group, int* rank);
int group_size(MPI_Group group, int* size);
int group_translate_ranks(MPI_Group group1, int n, const int ranks1[], MPI_Group group2, int ranks2[]);
int group_union(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup);

}  // namespace baton::mpi::api
