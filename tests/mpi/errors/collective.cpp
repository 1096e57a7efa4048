// SPDX-License-Identifier: BSD-3-Clause
// Wrong collective calls. Each is wrong on every rank alike, and found out before anything is sent.
#include "mpi/errors/table.hpp"

namespace table {

namespace {

int a[64], b[64], counts[8], places[8];
MPI_Aint far_places[8];
MPI_Datatype types[8];
MPI_Request request;
const MPI_Comm world = MPI_COMM_WORLD;

const int* negative() {
  for (int& count : counts) count = -3;
  return counts;
}
const int* ones() {
  for (int& count : counts) count = 1;
  return counts;
}
const MPI_Datatype* freed_types() {
  for (MPI_Datatype& type : types) type = handles.freed_type;
  return types;
}

void rooted(std::vector<Row>& rows) {
  rows.push_back({"MPI_Bcast", MPI_ERR_ROOT, "'root'", "-9", [] { return MPI_Bcast(a, 1, MPI_INT, -9, world); }});
  rows.push_back({"MPI_Bcast", MPI_ERR_ROOT, "'root'", "", [] { return MPI_Bcast(a, 1, MPI_INT, size, world); }});
  rows.push_back({"MPI_Bcast", MPI_ERR_COUNT, "'count'", "-3", [] { return MPI_Bcast(a, -3, MPI_INT, 0, world); }});
  rows.push_back(
      {"MPI_Bcast", MPI_ERR_TYPE, "'datatype'", "freed", [] { return MPI_Bcast(a, 1, handles.freed_type, 0, world); }});
  rows.push_back(
      {"MPI_Bcast", MPI_ERR_COMM, "'comm'", "freed", [] { return MPI_Bcast(a, 1, MPI_INT, 0, handles.freed_comm); }});
  rows.push_back(
      {"MPI_Bcast", MPI_ERR_BUFFER, "'buffer'", "", [] { return MPI_Bcast(nullptr, 1, MPI_INT, 0, world); }});
  rows.push_back(
      {"MPI_Ibcast", MPI_ERR_ROOT, "'root'", "-9", [] { return MPI_Ibcast(a, 1, MPI_INT, -9, world, &request); }});
  rows.push_back({"MPI_Bcast_init", MPI_ERR_ROOT, "'root'", "-9",
                  [] { return MPI_Bcast_init(a, 1, MPI_INT, -9, world, MPI_INFO_NULL, &request); }});
  rows.push_back(
      {"MPI_Gather", MPI_ERR_ROOT, "'root'", "-9", [] { return MPI_Gather(a, 1, MPI_INT, b, 1, MPI_INT, -9, world); }});
  rows.push_back({"MPI_Gather", MPI_ERR_COUNT, "'sendcount'", "-3",
                  [] { return MPI_Gather(a, -3, MPI_INT, b, 1, MPI_INT, 0, world); }});
  rows.push_back({"MPI_Igather", MPI_ERR_TYPE, "'sendtype'", "MPI_DATATYPE_NULL",
                  [] { return MPI_Igather(a, 1, MPI_DATATYPE_NULL, b, 1, MPI_INT, 0, world, &request); }});
  rows.push_back({"MPI_Gatherv", MPI_ERR_ROOT, "'root'", "-9",
                  [] { return MPI_Gatherv(a, 1, MPI_INT, b, ones(), places, MPI_INT, -9, world); }});
  rows.push_back({"MPI_Scatter", MPI_ERR_ROOT, "'root'", "-9",
                  [] { return MPI_Scatter(a, 1, MPI_INT, b, 1, MPI_INT, -9, world); }});
  rows.push_back({"MPI_Scatter", MPI_ERR_TYPE, "'recvtype'", "freed",
                  [] { return MPI_Scatter(a, 1, MPI_INT, b, 1, handles.freed_type, 0, world); }});
  rows.push_back({"MPI_Scatterv", MPI_ERR_COUNT, "'recvcount'", "-3",
                  [] { return MPI_Scatterv(a, ones(), places, MPI_INT, b, -3, MPI_INT, 0, world); }});
  rows.push_back({"MPI_Iscatterv", MPI_ERR_COMM, "'comm'", "MPI_COMM_NULL",
                  [] { return MPI_Iscatterv(a, ones(), places, MPI_INT, b, 1, MPI_INT, 0, MPI_COMM_NULL, &request); }});
  rows.push_back(
      {"MPI_Reduce", MPI_ERR_ROOT, "'root'", "-9", [] { return MPI_Reduce(a, b, 1, MPI_INT, MPI_SUM, -9, world); }});
  rows.push_back({"MPI_Reduce", MPI_ERR_OP, "'op'", "MPI_OP_NULL",
                  [] { return MPI_Reduce(a, b, 1, MPI_INT, MPI_OP_NULL, 0, world); }});
}

void unrooted(std::vector<Row>& rows) {
  rows.push_back({"MPI_Barrier", MPI_ERR_COMM, "'comm'", "freed", [] { return MPI_Barrier(handles.freed_comm); }});
  rows.push_back({"MPI_Ibarrier", MPI_ERR_REQUEST, "'request'", "", [] { return MPI_Ibarrier(world, nullptr); }});
  rows.push_back({"MPI_Barrier_init", MPI_ERR_COMM, "'comm'", "MPI_COMM_NULL",
                  [] { return MPI_Barrier_init(MPI_COMM_NULL, MPI_INFO_NULL, &request); }});
  rows.push_back({"MPI_Allgather", MPI_ERR_COUNT, "'sendcount'", "-3",
                  [] { return MPI_Allgather(a, -3, MPI_INT, b, 1, MPI_INT, world); }});
  rows.push_back({"MPI_Allgather", MPI_ERR_TYPE, "'recvtype'", "MPI_Type_commit",
                  [] { return MPI_Allgather(a, 1, MPI_INT, b, 1, handles.raw_type, world); }});
  rows.push_back({"MPI_Iallgather", MPI_ERR_COUNT, "'recvcount'", "-3",
                  [] { return MPI_Iallgather(a, 1, MPI_INT, b, -3, MPI_INT, world, &request); }});
  rows.push_back({"MPI_Allgatherv", MPI_ERR_COUNT, "'recvcounts'", "-3",
                  [] { return MPI_Allgatherv(a, 1, MPI_INT, b, negative(), places, MPI_INT, world); }});
  rows.push_back({"MPI_Allgatherv_init", MPI_ERR_COUNT, "'recvcounts'", "-3", [] {
                    return MPI_Allgatherv_init(a, 1, MPI_INT, b, negative(), places, MPI_INT, world, MPI_INFO_NULL,
                                               &request);
                  }});
  rows.push_back({"MPI_Alltoall", MPI_ERR_TYPE, "'sendtype'", "freed",
                  [] { return MPI_Alltoall(a, 1, handles.freed_type, b, 1, MPI_INT, world); }});
  rows.push_back({"MPI_Alltoallv", MPI_ERR_COUNT, "'sendcounts'", "-3",
                  [] { return MPI_Alltoallv(a, negative(), places, MPI_INT, b, negative(), places, MPI_INT, world); }});
  rows.push_back(
      {"MPI_Ialltoallv", MPI_ERR_COUNT, "'sendcounts'", "-3",
       [] { return MPI_Ialltoallv(a, negative(), places, MPI_INT, b, negative(), places, MPI_INT, world, &request); }});
  rows.push_back({"MPI_Alltoallw", MPI_ERR_TYPE, "types", "freed",
                  [] { return MPI_Alltoallw(a, ones(), places, freed_types(), b, counts, places, types, world); }});
  rows.push_back({"MPI_Allreduce", MPI_ERR_OP, "'op'", "freed",
                  [] { return MPI_Allreduce(a, b, 1, MPI_INT, handles.freed_op, world); }});
  rows.push_back({"MPI_Allreduce", MPI_ERR_OP, "'op'", "MPI_BAND",
                  [] { return MPI_Allreduce(a, b, 1, MPI_DOUBLE, MPI_BAND, world); }});
  rows.push_back({"MPI_Allreduce", MPI_ERR_COUNT, "'count'", "-3",
                  [] { return MPI_Allreduce(a, b, -3, MPI_INT, MPI_SUM, world); }});
  rows.push_back({"MPI_Allreduce", MPI_ERR_TYPE, "'datatype'", "MPI_DATATYPE_NULL",
                  [] { return MPI_Allreduce(a, b, 1, MPI_DATATYPE_NULL, MPI_SUM, world); }});
  rows.push_back({"MPI_Allreduce", MPI_ERR_BUFFER, "'sendbuf'", "MPI_IN_PLACE",
                  [] { return MPI_Allreduce(a, a, 1, MPI_INT, MPI_SUM, world); }});
  rows.push_back({"MPI_Allreduce", MPI_ERR_BUFFER, "'recvbuf'", "MPI_IN_PLACE",
                  [] { return MPI_Allreduce(a, MPI_IN_PLACE, 1, MPI_INT, MPI_SUM, world); }});
  rows.push_back({"MPI_Iallreduce", MPI_ERR_OP, "'op'", "0x123456789abcdef",
                  [] { return MPI_Iallreduce(a, b, 1, MPI_INT, garbage<MPI_Op>(), world, &request); }});
  rows.push_back({"MPI_Allreduce_init", MPI_ERR_OP, "'op'", "MPI_OP_NULL",
                  [] { return MPI_Allreduce_init(a, b, 1, MPI_INT, MPI_OP_NULL, world, MPI_INFO_NULL, &request); }});
  rows.push_back({"MPI_Reduce_scatter", MPI_ERR_COUNT, "'recvcounts'", "-3",
                  [] { return MPI_Reduce_scatter(a, b, negative(), MPI_INT, MPI_SUM, world); }});
  rows.push_back({"MPI_Reduce_scatter_block", MPI_ERR_COUNT, "'recvcount'", "-3",
                  [] { return MPI_Reduce_scatter_block(a, b, -3, MPI_INT, MPI_SUM, world); }});
  rows.push_back(
      {"MPI_Scan", MPI_ERR_OP, "'op'", "MPI_OP_NULL", [] { return MPI_Scan(a, b, 1, MPI_INT, MPI_OP_NULL, world); }});
  rows.push_back({"MPI_Exscan", MPI_ERR_TYPE, "'datatype'", "freed",
                  [] { return MPI_Exscan(a, b, 1, handles.freed_type, MPI_SUM, world); }});
  rows.push_back({"MPI_Iscan", MPI_ERR_COUNT, "'count'", "-3",
                  [] { return MPI_Iscan(a, b, -3, MPI_INT, MPI_SUM, world, &request); }});
  rows.push_back({"MPI_Reduce_local", MPI_ERR_OP, "'op'", "MPI_OP_NULL",
                  [] { return MPI_Reduce_local(a, b, 1, MPI_INT, MPI_OP_NULL); }});
}

void among_neighbors(std::vector<Row>& rows) {
  rows.push_back({"MPI_Neighbor_allgather", MPI_ERR_TOPOLOGY, "'comm'", "",
                  [] { return MPI_Neighbor_allgather(a, 1, MPI_INT, b, 1, MPI_INT, world); }});
  rows.push_back({"MPI_Neighbor_allgather", MPI_ERR_COUNT, "'sendcount'", "-3",
                  [] { return MPI_Neighbor_allgather(a, -3, MPI_INT, b, 1, MPI_INT, handles.cart); }});
  rows.push_back({"MPI_Neighbor_allgatherv", MPI_ERR_COUNT, "'recvcounts'", "-3",
                  [] { return MPI_Neighbor_allgatherv(a, 1, MPI_INT, b, negative(), places, MPI_INT, handles.cart); }});
  rows.push_back({"MPI_Neighbor_alltoall", MPI_ERR_TYPE, "'recvtype'", "freed",
                  [] { return MPI_Neighbor_alltoall(a, 1, MPI_INT, b, 1, handles.freed_type, handles.cart); }});
  rows.push_back({"MPI_Neighbor_alltoallv", MPI_ERR_COUNT, "'sendcounts'", "-3", [] {
                    return MPI_Neighbor_alltoallv(a, negative(), places, MPI_INT, b, negative(), places, MPI_INT,
                                                  handles.cart);
                  }});
  rows.push_back({"MPI_Neighbor_alltoallw", MPI_ERR_TYPE, "types", "freed", [] {
                    return MPI_Neighbor_alltoallw(a, ones(), far_places, freed_types(), b, counts, far_places, types,
                                                  handles.cart);
                  }});
  rows.push_back({"MPI_Ineighbor_alltoall", MPI_ERR_TOPOLOGY, "'comm'", "",
                  [] { return MPI_Ineighbor_alltoall(a, 1, MPI_INT, b, 1, MPI_INT, world, &request); }});
}

void between_groups(std::vector<Row>& rows) {
  if (size < 2) return;
  rows.push_back({"MPI_Bcast", MPI_ERR_ROOT, "'root'", "", [] { return MPI_Bcast(a, 1, MPI_INT, 99, handles.inter); }});
  rows.push_back(
      {"MPI_Scan", MPI_ERR_COMM, "'comm'", "", [] { return MPI_Scan(a, b, 1, MPI_INT, MPI_SUM, handles.inter); }});
  rows.push_back(
      {"MPI_Exscan", MPI_ERR_COMM, "'comm'", "", [] { return MPI_Exscan(a, b, 1, MPI_INT, MPI_SUM, handles.inter); }});
}

}  // namespace

const std::vector<Row>& collective() {
  static std::vector<Row> rows;
  if (!rows.empty()) return rows;
  rooted(rows);
  unrooted(rows);
  among_neighbors(rows);
  between_groups(rows);
  return rows;
}

}  // namespace table
