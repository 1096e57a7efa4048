// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter group, one call each. Next: the body in mpi/group*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_group.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Group_compare(MPI_Group group1, MPI_Group group2, int* result) {
  return enter("MPI_Group_compare", [&] { return api::group_compare(group1, group2, result); });
}
[[gnu::weak, gnu::alias("PMPI_Group_compare")]] int MPI_Group_compare(MPI_Group, MPI_Group, int*);

int PMPI_Group_difference(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup) {
  return enter("MPI_Group_difference", [&] { return api::group_difference(group1, group2, newgroup); });
}
[[gnu::weak, gnu::alias("PMPI_Group_difference")]] int MPI_Group_difference(MPI_Group, MPI_Group, MPI_Group*);

int PMPI_Group_excl(MPI_Group group, int n, const int ranks[], MPI_Group* newgroup) {
  return enter("MPI_Group_excl", [&] { return api::group_excl(group, n, ranks, newgroup); });
}
[[gnu::weak, gnu::alias("PMPI_Group_excl")]] int MPI_Group_excl(MPI_Group, int, const int[], MPI_Group*);

int PMPI_Group_free(MPI_Group* group) {
  return enter("MPI_Group_free", [&] { return api::group_free(group); });
}
[[gnu::weak, gnu::alias("PMPI_Group_free")]] int MPI_Group_free(MPI_Group*);

int PMPI_Group_incl(MPI_Group group, int n, const int ranks[], MPI_Group* newgroup) {
  return enter("MPI_Group_incl", [&] { return api::group_incl(group, n, ranks, newgroup); });
}
[[gnu::weak, gnu::alias("PMPI_Group_incl")]] int MPI_Group_incl(MPI_Group, int, const int[], MPI_Group*);

int PMPI_Group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup) {
  return enter("MPI_Group_intersection", [&] { return api::group_intersection(group1, group2, newgroup); });
}
[[gnu::weak, gnu::alias("PMPI_Group_intersection")]] int MPI_Group_intersection(MPI_Group, MPI_Group, MPI_Group*);

int PMPI_Group_range_excl(MPI_Group group, int n, int ranges[][3], MPI_Group* newgroup) {
  return enter("MPI_Group_range_excl", [&] { return api::group_range_excl(group, n, ranges, newgroup); });
}
[[gnu::weak, gnu::alias("PMPI_Group_range_excl")]] int MPI_Group_range_excl(MPI_Group, int, int[][3], MPI_Group*);

int PMPI_Group_range_incl(MPI_Group group, int n, int ranges[][3], MPI_Group* newgroup) {
  return enter("MPI_Group_range_incl", [&] { return api::group_range_incl(group, n, ranges, newgroup); });
}
[[gnu::weak, gnu::alias("PMPI_Group_range_incl")]] int MPI_Group_range_incl(MPI_Group, int, int[][3], MPI_Group*);

int PMPI_Group_rank(MPI_Group group, int* rank) {
  return enter("MPI_Group_rank", [&] { return api::group_rank(group, rank); });
}
[[gnu::weak, gnu::alias("PMPI_Group_rank")]] int MPI_Group_rank(MPI_Group, int*);

int PMPI_Group_size(MPI_Group group, int* size) {
  return enter("MPI_Group_size", [&] { return api::group_size(group, size); });
}
[[gnu::weak, gnu::alias("PMPI_Group_size")]] int MPI_Group_size(MPI_Group, int*);

int PMPI_Group_translate_ranks(MPI_Group group1, int n, const int ranks1[], MPI_Group group2, int ranks2[]) {
  return enter("MPI_Group_translate_ranks", [&] { return api::group_translate_ranks(group1, n, ranks1, group2,
    ranks2); });
}
[[gnu::weak, gnu::alias("PMPI_Group_translate_ranks")]] int MPI_Group_translate_ranks(MPI_Group, int, const int[],
    MPI_Group, int[]);

int PMPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup) {
  return enter("MPI_Group_union", [&] { return api::group_union(group1, group2, newgroup); });
}
[[gnu::weak, gnu::alias("PMPI_Group_union")]] int MPI_Group_union(MPI_Group, MPI_Group, MPI_Group*);

}  // extern "C"
