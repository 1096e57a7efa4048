// SPDX-License-Identifier: BSD-3-Clause
// Groups, communicators, inter-communicators, topologies and sessions on any number of ranks (MPI 5.0, chapters 7, 8,
// 11).
#include <cstring>
#include <vector>

#include "mpi/check.hpp"

namespace {

int size = 0;

/// A token goes once round the communicator: it works, and its messages meet no other communicator's.
void use(MPI_Comm comm) {
  int rank = 0;
  int count = 0;
  MPI_Comm_rank(comm, &rank);
  MPI_Comm_size(comm, &count);
  int out = rank;
  int in = -1;
  MPI_Sendrecv(&out, 1, MPI_INT, (rank + 1) % count, 0, &in, 1, MPI_INT, (rank + count - 1) % count, 0, comm,
               MPI_STATUS_IGNORE);
  CHECK_EQ(in, (rank + count - 1) % count);
}

void groups() {
  MPI_Group world;
  MPI_Comm_group(MPI_COMM_WORLD, &world);
  std::vector<int> reversed;
  for (int i = size - 1; i >= 0; --i) reversed.push_back(i);
  MPI_Group other;
  MPI_Group_incl(world, size, reversed.data(), &other);
  int result = -1;
  MPI_Group_compare(world, other, &result);
  CHECK_EQ(result, size == 1 ? MPI_IDENT : MPI_SIMILAR);
  int rank = 0;
  int translated = -1;
  MPI_Group_translate_ranks(world, 1, &rank, other, &translated);
  CHECK_EQ(translated, size - 1);
  MPI_Group empty;
  MPI_Group_difference(world, other, &empty);
  CHECK(empty == MPI_GROUP_EMPTY);
  int range[1][3] = {{0, size - 1, 2}};
  MPI_Group even;
  MPI_Group_range_incl(world, 1, range, &even);
  int count = 0;
  MPI_Group_size(even, &count);
  CHECK_EQ(count, (size + 1) / 2);
  MPI_Comm made;
  MPI_Comm_create_group(MPI_COMM_WORLD, even, 5, &made);
  CHECK_EQ(made != MPI_COMM_NULL, check::rank % 2 == 0);
  if (made != MPI_COMM_NULL) {
    use(made);
    MPI_Comm_free(&made);
  }
  MPI_Comm_create(MPI_COMM_WORLD, even, &made);
  CHECK_EQ(made != MPI_COMM_NULL, check::rank % 2 == 0);
  if (made != MPI_COMM_NULL) MPI_Comm_free(&made);
  MPI_Group_free(&world);
  MPI_Group_free(&other);
  MPI_Group_free(&even);
}

void duplicates_and_splits() {
  MPI_Comm copy;
  MPI_Comm_dup(MPI_COMM_WORLD, &copy);
  int result = -1;
  MPI_Comm_compare(MPI_COMM_WORLD, copy, &result);
  CHECK_EQ(result, MPI_CONGRUENT);
  MPI_Comm_set_name(copy, "a copy");
  char name[MPI_MAX_OBJECT_NAME];
  int length = 0;
  MPI_Comm_get_name(copy, name, &length);
  CHECK(std::strcmp(name, "a copy") == 0);
  use(copy);
  MPI_Comm part;
  MPI_Comm_split(copy, check::rank % 2, -check::rank, &part);
  int rank = -1;
  int count = 0;
  MPI_Comm_rank(part, &rank);
  MPI_Comm_size(part, &count);
  CHECK_EQ(count, (size + 1 - check::rank % 2) / 2);
  CHECK_EQ(rank, count - 1 - check::rank / 2);  // keys reverse the order
  use(part);
  MPI_Comm none;
  MPI_Comm_split(copy, check::rank == 0 ? MPI_UNDEFINED : 1, 0, &none);
  CHECK_EQ(none == MPI_COMM_NULL, check::rank == 0);
  if (none != MPI_COMM_NULL) MPI_Comm_free(&none);
  MPI_Comm node;
  MPI_Comm_split_type(copy, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &node);
  MPI_Comm_size(node, &count);
  CHECK_EQ(count, size);
  MPI_Request request;
  MPI_Comm again;
  MPI_Comm_idup(part, &again, &request);
  MPI_Wait(&request, MPI_STATUS_IGNORE);
  use(again);
  for (MPI_Comm* comm : {&copy, &part, &node, &again}) MPI_Comm_free(comm);
  CHECK(copy == MPI_COMM_NULL);
}

void inter_communicators() {
  if (size < 2) return;
  MPI_Comm half;
  const int side = check::rank % 2;
  MPI_Comm_split(MPI_COMM_WORLD, side, check::rank, &half);
  MPI_Comm inter;
  MPI_Intercomm_create(half, 0, MPI_COMM_WORLD, 1 - side, 11, &inter);
  int flag = 0;
  MPI_Comm_test_inter(inter, &flag);
  CHECK(flag);
  int remote = 0;
  int local = 0;
  MPI_Comm_remote_size(inter, &remote);
  MPI_Comm_size(inter, &local);
  CHECK_EQ(remote + local, size);
  int rank = 0;
  MPI_Comm_rank(inter, &rank);
  if (rank < remote && rank < local) {
    int in = -1;
    MPI_Sendrecv(&check::rank, 1, MPI_INT, rank, 1, &in, 1, MPI_INT, rank, 1, inter, MPI_STATUS_IGNORE);
    CHECK_EQ(in, check::rank ^ 1);
  }
  MPI_Comm merged;
  MPI_Intercomm_merge(inter, side == 0, &merged);
  MPI_Comm_rank(merged, &rank);
  MPI_Comm_size(merged, &local);
  CHECK_EQ(local, size);
  CHECK_EQ(rank, side == 1 ? check::rank / 2 : size / 2 + check::rank / 2);  // the odd ranks come first
  use(merged);
  MPI_Comm copy;
  MPI_Comm_dup(inter, &copy);
  MPI_Comm_split(copy, 0, check::rank, &half);
  MPI_Comm_test_inter(half, &flag);
  CHECK(flag);
  for (MPI_Comm* comm : {&half, &inter, &merged, &copy}) MPI_Comm_free(comm);
}

void grids() {
  int dims[2] = {0, 0};
  MPI_Dims_create(size, 2, dims);
  CHECK_EQ(dims[0] * dims[1], size);
  CHECK(dims[0] >= dims[1]);
  const int periods[2] = {1, 0};
  MPI_Comm grid;
  MPI_Cart_create(MPI_COMM_WORLD, 2, dims, periods, 0, &grid);
  int coords[2];
  MPI_Cart_coords(grid, check::rank, 2, coords);
  CHECK_EQ(coords[0] * dims[1] + coords[1], check::rank);
  int up = -1;
  int down = -1;
  MPI_Cart_shift(grid, 0, 1, &up, &down);
  CHECK_EQ(down, ((coords[0] + 1) % dims[0]) * dims[1] + coords[1]);
  MPI_Cart_shift(grid, 1, 1, &up, &down);
  CHECK_EQ(down, coords[1] + 1 < dims[1] ? check::rank + 1 : MPI_PROC_NULL);
  MPI_Comm row;
  const int remain[2] = {0, 1};
  MPI_Cart_sub(grid, remain, &row);
  int count = 0;
  MPI_Comm_size(row, &count);
  CHECK_EQ(count, dims[1]);
  int kind = 0;
  MPI_Topo_test(row, &kind);
  CHECK_EQ(kind, MPI_CART);
  use(row);
  MPI_Comm ring;
  const int to = (check::rank + 1) % size;
  const int degree = 1;
  MPI_Dist_graph_create(MPI_COMM_WORLD, 1, &check::rank, &degree, &to, MPI_UNWEIGHTED, MPI_INFO_NULL, 0, &ring);
  int in = 0;
  int out = 0;
  int weighted = 1;
  MPI_Dist_graph_neighbors_count(ring, &in, &out, &weighted);
  CHECK_EQ(in, 1);
  CHECK_EQ(out, 1);
  CHECK(!weighted);
  int source = -1;
  int destination = -1;
  MPI_Dist_graph_neighbors(ring, 1, &source, MPI_UNWEIGHTED, 1, &destination, MPI_UNWEIGHTED);
  CHECK_EQ(source, (check::rank + size - 1) % size);
  CHECK_EQ(destination, to);
  for (MPI_Comm* comm : {&grid, &row, &ring}) MPI_Comm_free(comm);
}

/// MPI_Comm_disconnect returns when what went on in the communicator has ended.
void disconnecting() {
  MPI_Comm comm;
  MPI_Comm_dup(MPI_COMM_WORLD, &comm);
  constexpr int count = 1 << 20;
  std::vector<int> out(count, check::rank);
  std::vector<int> in(count, -1);
  MPI_Request requests[2];
  MPI_Irecv(in.data(), count, MPI_INT, (check::rank + size - 1) % size, 0, comm, &requests[0]);
  MPI_Isend(out.data(), count, MPI_INT, (check::rank + 1) % size, 0, comm, &requests[1]);
  CHECK_EQ(MPI_Comm_disconnect(&comm), MPI_SUCCESS);
  CHECK(comm == MPI_COMM_NULL);
  for (MPI_Request request : requests) {
    int flag = 0;
    CHECK_EQ(MPI_Request_get_status(request, &flag, MPI_STATUS_IGNORE), MPI_SUCCESS);
    CHECK(flag);
  }
  CHECK_EQ(in.back(), (check::rank + size - 1) % size);
  MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
}

void sessions() {
  MPI_Session session;
  MPI_Session_init(MPI_INFO_NULL, MPI_ERRORS_RETURN, &session);
  MPI_Group group;
  MPI_Group_from_session_pset(session, "mpi://WORLD", &group);
  int count = 0;
  MPI_Group_size(group, &count);
  CHECK_EQ(count, size);
  for (int i = 0; i < 2; ++i) {
    MPI_Comm comm;
    MPI_Comm_create_from_group(group, "org.example.test", MPI_INFO_NULL, MPI_ERRORS_RETURN, &comm);
    use(comm);
    MPI_Comm_free(&comm);
  }
  MPI_Group_free(&group);
  MPI_Session_finalize(&session);
  CHECK(session == MPI_SESSION_NULL);
}

}  // namespace

int main(int argc, char** argv) {
  int provided = -1;
  MPI_Init_thread(&argc, &argv, MPI_THREAD_SERIALIZED, &provided);
  CHECK_EQ(provided, MPI_THREAD_SERIALIZED);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  groups();
  duplicates_and_splits();
  inter_communicators();
  grids();
  disconnecting();
  sessions();
  return check::finish();
}
