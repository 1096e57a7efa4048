// SPDX-License-Identifier: BSD-3-Clause
// Constructors of communicators beside other calls: the ranks that wait are told what the others called, and the
// communicator can be used on. Each case has a communicator of its own.
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "mpi/check.hpp"

namespace {

using Call = std::function<int(MPI_Comm)>;

int size = 0;

/// Two calls that do not fit together, and what somebody must be told. Rank 0 makes the first call, the others the
/// second.
struct Case {
  std::string name;
  Call first;
  Call second;
  std::vector<std::string> words;
};

int barrier(MPI_Comm comm) { return MPI_Barrier(comm); }
int small_bcast(MPI_Comm comm) {
  int value = 0;
  return MPI_Bcast(&value, 1, MPI_INT, 0, comm);
}
int allreduce(MPI_Comm comm) {
  std::array<int, 1000> in{}, out{};
  return MPI_Allreduce(in.data(), out.data(), 1000, MPI_INT, MPI_SUM, comm);
}
int freed(int code, MPI_Comm* made) {
  if (*made != MPI_COMM_NULL) MPI_Comm_free(made);
  return code;
}
int split(MPI_Comm comm) {
  MPI_Comm made = MPI_COMM_NULL;
  return freed(MPI_Comm_split(comm, 0, 0, &made), &made);
}
int split_type(MPI_Comm comm) {
  MPI_Comm made = MPI_COMM_NULL;
  return freed(MPI_Comm_split_type(comm, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &made), &made);
}
int dup(MPI_Comm comm) {
  MPI_Comm made = MPI_COMM_NULL;
  return freed(MPI_Comm_dup(comm, &made), &made);
}
int idup(MPI_Comm comm) {
  MPI_Comm made = MPI_COMM_NULL;
  MPI_Request request = MPI_REQUEST_NULL;
  int code = MPI_Comm_idup(comm, &made, &request);
  if (code == MPI_SUCCESS) code = MPI_Wait(&request, MPI_STATUS_IGNORE);
  return freed(code, &made);
}
int create(MPI_Comm comm) {
  MPI_Group group = MPI_GROUP_NULL;
  MPI_Comm made = MPI_COMM_NULL;
  MPI_Comm_group(comm, &group);
  const int code = MPI_Comm_create(comm, group, &made);
  MPI_Group_free(&group);
  return freed(code, &made);
}
int cart_create(MPI_Comm comm) {
  const int periodic = 0;
  MPI_Comm made = MPI_COMM_NULL;
  return freed(MPI_Cart_create(comm, 1, &size, &periodic, 0, &made), &made);
}
int graph_create(MPI_Comm comm) {
  const std::vector<int> none(static_cast<std::size_t>(size), 0);
  MPI_Comm made = MPI_COMM_NULL;
  return freed(MPI_Graph_create(comm, size, none.data(), nullptr, 0, &made), &made);
}
int dist_graph_create(MPI_Comm comm) {
  MPI_Comm made = MPI_COMM_NULL;
  return freed(MPI_Dist_graph_create(comm, 0, nullptr, nullptr, nullptr, MPI_UNWEIGHTED, MPI_INFO_NULL, 0, &made),
               &made);
}
int dist_graph_create_adjacent(MPI_Comm comm) {
  MPI_Comm made = MPI_COMM_NULL;
  return freed(MPI_Dist_graph_create_adjacent(comm, 0, nullptr, MPI_UNWEIGHTED, 0, nullptr, MPI_UNWEIGHTED,
                                              MPI_INFO_NULL, 0, &made),
               &made);
}
int merge(MPI_Comm comm) {
  MPI_Comm made = MPI_COMM_NULL;
  return freed(MPI_Intercomm_merge(comm, check::rank % 2, &made), &made);
}
/// What all ranks were told, a line each.
std::string shared(const std::string& own) {
  constexpr int most = 2 * MPI_MAX_ERROR_STRING;
  std::vector<char> text(most), all(static_cast<std::size_t>(most * size));
  own.copy(text.data(), most - 1);
  MPI_Allgather(text.data(), most, MPI_CHAR, all.data(), most, MPI_CHAR, MPI_COMM_WORLD);
  std::string lines;
  for (int i = 0; i < size; ++i) lines += std::string(&all[static_cast<std::size_t>(most * i)]) + "\n";
  return lines;
}

void run(const Case& wrong, MPI_Comm comm) {
  MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
  const int code = (check::rank == 0 ? wrong.first : wrong.second)(comm);
  // Who was not told, for nothing was to come to it, may be told now.
  const int next = MPI_Barrier(comm);
  std::string told;
  for (const int each : {code, next}) {
    if (each != MPI_SUCCESS) told += check::text_of(each) + " ";
  }
  const std::string lines = shared(told);
  for (const std::string& word : wrong.words) {
    if (lines.find(word) != std::string::npos) continue;
    check::that(false, (wrong.name + ": nobody was told '" + word + "', but: " + lines).c_str(), __FILE__, __LINE__);
  }
  if (check::rank != 0)
    check::that(!told.empty(), (wrong.name + ": this rank heard nothing").c_str(), __FILE__, __LINE__);
  CHECK_CLASS(MPI_Barrier(comm), MPI_SUCCESS);
}

void within_a_group() {
  const std::vector<Case> cases{
      {"split, barrier", split, barrier, {"MPI_Comm_split", "MPI_Barrier"}},
      {"barrier, split", barrier, split, {"MPI_Comm_split", "MPI_Barrier"}},
      {"bcast, split", small_bcast, split, {"MPI_Comm_split", "MPI_Bcast"}},
      {"split_type, allreduce", split_type, allreduce, {"MPI_Comm_split_type", "MPI_Allreduce"}},
      {"dup, barrier", dup, barrier, {"rank 0 called MPI_Comm_dup, this rank MPI_Barrier"}},
      {"idup, barrier", idup, barrier, {"rank 0 called MPI_Comm_dup, this rank MPI_Barrier"}},
      {"dup, split", dup, split, {"rank 0 called MPI_Comm_dup, this rank MPI_Comm_split"}},
      {"create, split", create, split, {"rank 0 called MPI_Comm_create, this rank MPI_Comm_split"}},
      {"split, split_type", split, split_type, {"MPI_Comm_split,", "MPI_Comm_split_type"}},
      {"grid, graph", cart_create, graph_create, {"MPI_Cart_create", "MPI_Graph_create"}},
      {"graphs",
       dist_graph_create,
       dist_graph_create_adjacent,
       {"MPI_Dist_graph_create,", "MPI_Dist_graph_create_adjacent"}},
  };
  for (const Case& each : cases) {
    MPI_Comm comm = MPI_COMM_NULL;
    MPI_Comm_dup(MPI_COMM_WORLD, &comm);
    run(each, comm);
    MPI_Comm_free(&comm);
  }
}

MPI_Comm between_even_and_odd() {
  MPI_Comm half = MPI_COMM_NULL;
  MPI_Comm inter = MPI_COMM_NULL;
  MPI_Comm_split(MPI_COMM_WORLD, check::rank % 2, 0, &half);
  MPI_Intercomm_create(half, 0, MPI_COMM_WORLD, 1 - check::rank % 2, 7, &inter);
  MPI_Comm_free(&half);
  return inter;
}

void between_groups() {
  const std::vector<Case> cases{
      {"split between groups, barrier", split, barrier, {"MPI_Comm_split", "MPI_Barrier"}},
      {"barrier, merge", barrier, merge, {"MPI_Intercomm_merge", "MPI_Barrier"}},
      {"merge, split between groups", merge, split, {"MPI_Intercomm_merge", "MPI_Comm_split"}},
  };
  for (const Case& each : cases) {
    MPI_Comm inter = between_even_and_odd();
    run(each, inter);
    MPI_Comm_free(&inter);
  }
}

/// Ranks of one group that say different things of their own group, which the other group hears of, too.
void merges_that_differ() {
  MPI_Comm inter = between_even_and_odd();
  MPI_Comm_set_errhandler(inter, MPI_ERRORS_RETURN);
  MPI_Comm made = MPI_COMM_NULL;
  const int code = MPI_Intercomm_merge(inter, check::rank == 0 || check::rank == 1 ? 1 : 0, &made);
  CHECK_CLASS(code, MPI_ERR_ARG);
  CHECK(check::text_of(code).find("'high'") != std::string::npos);
  MPI_Comm_free(&inter);
}

/// A rank of the local group is elsewhere.
void barrier_beside_a_leader() {
  MPI_Comm half = MPI_COMM_NULL;
  MPI_Comm_split(MPI_COMM_WORLD, check::rank % 2, 0, &half);
  MPI_Comm_set_errhandler(half, MPI_ERRORS_RETURN);
  MPI_Comm inter = MPI_COMM_NULL;
  const int code = check::rank == 2 ? MPI_Barrier(half)
                                    : MPI_Intercomm_create(half, 0, MPI_COMM_WORLD, 1 - check::rank % 2, 7, &inter);
  if (check::rank == 2) {
    CHECK(check::text_of(code).find("called MPI_Intercomm_create, this rank MPI_Barrier") != std::string::npos);
  }
  const int next = MPI_Barrier(half);
  CHECK_CLASS(MPI_Barrier(half), MPI_SUCCESS);
  static_cast<void>(next);
  if (inter != MPI_COMM_NULL) MPI_Comm_free(&inter);
  MPI_Comm_free(&half);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  within_a_group();
  between_groups();
  if (size >= 3) barrier_beside_a_leader();
  if (size >= 4) merges_that_differ();
  return check::finish();
}
