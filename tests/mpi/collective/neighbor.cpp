// SPDX-License-Identifier: BSD-3-Clause
// Neighbourhood collectives on grids (periodic or not, also where both neighbours are one rank) and on graphs with
// repeated edges.
#include "check.hpp"

using namespace check;

namespace {

/// Numbers of the message that leaves `from` by its edge `edge`.
constexpr long length = 3;

struct Lists {
  std::vector<int> sources, destinations;
  std::vector<int> edges;  // by which edge of the source what arrives here has left
};

void exchange(MPI_Comm comm, const Lists& lists, const char* what) {
  int rank = 0;
  MPI_Comm_rank(comm, &rank);
  const auto in = lists.sources.size(), out = lists.destinations.size();
  std::vector<std::uint32_t> send(out * length), same_send(length), recv(in * length), wanted(in * length),
      same_wanted(in * length);
  for (long k = 0; k < length; ++k) same_send[static_cast<std::size_t>(k)] = value(1, rank, 0, k);
  for (std::size_t i = 0; i < out; ++i) {
    for (long k = 0; k < length; ++k)
      send[i * length + static_cast<std::size_t>(k)] = value(2, rank, static_cast<int>(i), k);
  }
  for (std::size_t i = 0; i < in; ++i) {
    for (long k = 0; k < length; ++k) {
      const auto at = i * length + static_cast<std::size_t>(k);
      const bool nobody = lists.sources[i] == MPI_PROC_NULL;
      wanted[at] = nobody ? untouched : value(2, lists.sources[i], lists.edges[i], k);
      same_wanted[at] = nobody ? untouched : value(1, lists.sources[i], 0, k);
    }
  }
  std::vector<int> in_counts(in, length), out_counts(out, length), in_displs, out_displs;
  std::vector<MPI_Aint> in_bytes, out_bytes;
  std::vector<MPI_Datatype> in_types(in, MPI_UNSIGNED), out_types(out, MPI_UNSIGNED);
  for (std::size_t i = 0; i < in; ++i)
    in_displs.push_back(static_cast<int>(i) * length), in_bytes.push_back(static_cast<MPI_Aint>(i) * length * 4);
  for (std::size_t i = 0; i < out; ++i)
    out_displs.push_back(static_cast<int>(i) * length), out_bytes.push_back(static_cast<MPI_Aint>(i) * length * 4);
  const auto test = [&](const char* call, const std::vector<std::uint32_t>& expected, auto&& act) {
    recv.assign(in * length, untouched);
    success(act(), std::string(call) + " on " + what);
    that(recv == expected, std::string(call) + " on " + what + ": wrong data");
  };
  const auto waited = [](int code, MPI_Request* request) {
    return code != MPI_SUCCESS ? code : MPI_Wait(request, MPI_STATUS_IGNORE);
  };
  const auto started = [&](int code, MPI_Request* request) {
    if (code == MPI_SUCCESS) code = MPI_Start(request);
    if (code == MPI_SUCCESS) code = MPI_Wait(request, MPI_STATUS_IGNORE);
    return code != MPI_SUCCESS ? code : MPI_Request_free(request);
  };
  MPI_Request q = MPI_REQUEST_NULL;
  const MPI_Datatype t = MPI_UNSIGNED;
  const MPI_Info no = MPI_INFO_NULL;
  const int n = length;
  auto *s = send.data(), *ss = same_send.data();
  const auto r = [&] { return recv.data(); };
  int *ic = in_counts.data(), *oc = out_counts.data(), *id = in_displs.data(), *od = out_displs.data();
  MPI_Aint *ib = in_bytes.data(), *ob = out_bytes.data();
  MPI_Datatype *it = in_types.data(), *ot = out_types.data();
  test("allgather", same_wanted, [&] { return MPI_Neighbor_allgather(ss, n, t, r(), n, t, comm); });
  test("iallgather", same_wanted, [&] { return waited(MPI_Ineighbor_allgather(ss, n, t, r(), n, t, comm, &q), &q); });
  test("allgather_init", same_wanted,
       [&] { return started(MPI_Neighbor_allgather_init(ss, n, t, r(), n, t, comm, no, &q), &q); });
  test("allgatherv", same_wanted, [&] { return MPI_Neighbor_allgatherv(ss, n, t, r(), ic, id, t, comm); });
  test("iallgatherv", same_wanted,
       [&] { return waited(MPI_Ineighbor_allgatherv(ss, n, t, r(), ic, id, t, comm, &q), &q); });
  test("allgatherv_init", same_wanted,
       [&] { return started(MPI_Neighbor_allgatherv_init(ss, n, t, r(), ic, id, t, comm, no, &q), &q); });
  test("alltoall", wanted, [&] { return MPI_Neighbor_alltoall(s, n, t, r(), n, t, comm); });
  test("ialltoall", wanted, [&] { return waited(MPI_Ineighbor_alltoall(s, n, t, r(), n, t, comm, &q), &q); });
  test("alltoall_init", wanted,
       [&] { return started(MPI_Neighbor_alltoall_init(s, n, t, r(), n, t, comm, no, &q), &q); });
  test("alltoallv", wanted, [&] { return MPI_Neighbor_alltoallv(s, oc, od, t, r(), ic, id, t, comm); });
  test("ialltoallv", wanted,
       [&] { return waited(MPI_Ineighbor_alltoallv(s, oc, od, t, r(), ic, id, t, comm, &q), &q); });
  test("alltoallv_init", wanted,
       [&] { return started(MPI_Neighbor_alltoallv_init(s, oc, od, t, r(), ic, id, t, comm, no, &q), &q); });
  test("alltoallw", wanted, [&] { return MPI_Neighbor_alltoallw(s, oc, ob, ot, r(), ic, ib, it, comm); });
  test("ialltoallw", wanted,
       [&] { return waited(MPI_Ineighbor_alltoallw(s, oc, ob, ot, r(), ic, ib, it, comm, &q), &q); });
  test("alltoallw_init", wanted,
       [&] { return started(MPI_Neighbor_alltoallw_init(s, oc, ob, ot, r(), ic, ib, it, comm, no, &q), &q); });
}

void on_grid(int size, bool periodic) {
  int dims[2] = {0, 0}, periods[2] = {periodic, periodic};
  MPI_Dims_create(size, 2, dims);
  MPI_Comm grid;
  success(MPI_Cart_create(MPI_COMM_WORLD, 2, dims, periods, 0, &grid), "cart_create");
  Lists lists;
  for (int d = 0; d < 2; ++d) {
    int down = 0, up = 0;
    MPI_Cart_shift(grid, d, 1, &down, &up);
    lists.sources.push_back(down);
    lists.sources.push_back(up);
    // What arrives from below was sent upwards.
    lists.edges.push_back(2 * d + 1);
    lists.edges.push_back(2 * d);
  }
  lists.destinations = lists.sources;
  exchange(grid, lists, periodic ? "a torus" : "a grid");
  MPI_Comm_free(&grid);
}

void on_graph(int rank, int size) {
  // Random edges, the same list on all ranks; some repeat.
  Random random(7);
  Lists lists;
  std::vector<std::vector<int>> leaving(static_cast<std::size_t>(size));
  std::vector<std::pair<int, int>> arriving;
  for (int i = 0; i < 3 * size; ++i) {
    const int from = random.below(size), to = random.below(size);
    if (to == rank) {
      lists.sources.push_back(from);
      lists.edges.push_back(static_cast<int>(leaving[static_cast<std::size_t>(from)].size()));
    }
    leaving[static_cast<std::size_t>(from)].push_back(to);
  }
  lists.destinations = leaving[static_cast<std::size_t>(rank)];
  MPI_Comm graph;
  success(MPI_Dist_graph_create_adjacent(MPI_COMM_WORLD, static_cast<int>(lists.sources.size()), lists.sources.data(),
                                         MPI_UNWEIGHTED, static_cast<int>(lists.destinations.size()),
                                         lists.destinations.data(), MPI_UNWEIGHTED, MPI_INFO_NULL, 0, &graph),
          "dist_graph_create_adjacent");
  exchange(graph, lists, "a graph");
  MPI_Comm_free(&graph);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int rank = 0, size = 1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  on_grid(size, true);
  on_grid(size, false);
  on_graph(rank, size);
  MPI_Finalize();
  return 0;
}
