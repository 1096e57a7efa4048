// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter group, one call each. Next: the body in mpi/group*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_group.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Group_compare(MPI_Group, MPI_Group, int*) { return unsupported("MPI_Group_compare", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Group_compare")]] int MPI_Group_compare(MPI_Group, MPI_Group, int*);

int PMPI_Group_difference(MPI_Group, MPI_Group, MPI_Group*) {
  return unsupported("MPI_Group_difference", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Group_difference")]] int MPI_Group_difference(MPI_Group, MPI_Group, MPI_Group*);

int PMPI_Group_excl(MPI_Group, int, const int[], MPI_Group*) { return unsupported("MPI_Group_excl", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Group_excl")]] int MPI_Group_excl(MPI_Group, int, const int[], MPI_Group*);

int PMPI_Group_free(MPI_Group*) { return unsupported("MPI_Group_free", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Group_free")]] int MPI_Group_free(MPI_Group*);

int PMPI_Group_incl(MPI_Group, int, const int[], MPI_Group*) { return unsupported("MPI_Group_incl", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Group_incl")]] int MPI_Group_incl(MPI_Group, int, const int[], MPI_Group*);

int PMPI_Group_intersection(MPI_Group, MPI_Group, MPI_Group*) {
  return unsupported("MPI_Group_intersection", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Group_intersection")]] int MPI_Group_intersection(MPI_Group, MPI_Group, MPI_Group*);

int PMPI_Group_range_excl(MPI_Group, int, int[][3], MPI_Group*) {
  return unsupported("MPI_Group_range_excl", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Group_range_excl")]] int MPI_Group_range_excl(MPI_Group, int, int[][3], MPI_Group*);

int PMPI_Group_range_incl(MPI_Group, int, int[][3], MPI_Group*) {
  return unsupported("MPI_Group_range_incl", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Group_range_incl")]] int MPI_Group_range_incl(MPI_Group, int, int[][3], MPI_Group*);

int PMPI_Group_rank(MPI_Group, int*) { return unsupported("MPI_Group_rank", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Group_rank")]] int MPI_Group_rank(MPI_Group, int*);

int PMPI_Group_size(MPI_Group, int*) { return unsupported("MPI_Group_size", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Group_size")]] int MPI_Group_size(MPI_Group, int*);

int PMPI_Group_translate_ranks(MPI_Group, int, const int[], MPI_Group, int[]) {
  return unsupported("MPI_Group_translate_ranks", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Group_translate_ranks")]] int MPI_Group_translate_ranks(MPI_Group, int, const int[],
    MPI_Group, int[]);

int PMPI_Group_union(MPI_Group, MPI_Group, MPI_Group*) { return unsupported("MPI_Group_union", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Group_union")]] int MPI_Group_union(MPI_Group, MPI_Group, MPI_Group*);

}  // extern "C"
