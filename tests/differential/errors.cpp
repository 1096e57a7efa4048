// SPDX-License-Identifier: BSD-3-Clause
// Random wrong calls with MPI_ERRORS_RETURN: each gives an error of the right class, and the program goes on: right
// calls between them still work. No wrong call here is collective in what it does, so no rank waits for another.
#include <algorithm>
#include <functional>

#include "harness.hpp"

namespace differential {

namespace {

struct Wrong {
  std::string call;
  std::function<int(Script&)> make;
  std::vector<int> classes;
};

#if MPI_VERSION >= 5
constexpr int handler_class = MPI_ERR_ERRHANDLER;
#else
constexpr int handler_class = MPI_ERR_ARG;
#endif

int data[64];
MPI_Request request;
MPI_Status status;
MPI_Datatype type;
MPI_Comm made;
MPI_Group group;

void point_to_point(std::vector<Wrong>& all) {
  using S = Script&;
  all.push_back({"Send, rank beyond the communicator",
                 [](S s) { return MPI_Send(data, 1, MPI_INT, s.size + s.random.below(9), 0, s.comm); },
                 {MPI_ERR_RANK}});
  all.push_back({"Send, rank -7", [](S s) { return MPI_Send(data, 1, MPI_INT, -7777, 0, s.comm); }, {MPI_ERR_RANK}});
  all.push_back({"Send to MPI_ANY_SOURCE",
                 [](S s) { return MPI_Send(data, 1, MPI_INT, MPI_ANY_SOURCE, 0, s.comm); },
                 {MPI_ERR_RANK}});
  all.push_back({"Send, tag below 0",
                 [](S s) { return MPI_Send(data, 1, MPI_INT, 0, -5 - s.random.below(100) * 1000, s.comm); },
                 {MPI_ERR_TAG}});
  all.push_back(
      {"Send, MPI_ANY_TAG", [](S s) { return MPI_Send(data, 1, MPI_INT, 0, MPI_ANY_TAG, s.comm); }, {MPI_ERR_TAG}});
  all.push_back({"Send, count below 0",
                 [](S s) { return MPI_Send(data, -1 - s.random.below(5), MPI_INT, 0, 0, s.comm); },
                 {MPI_ERR_COUNT}});
  all.push_back(
      {"Send, no datatype", [](S s) { return MPI_Send(data, 1, MPI_DATATYPE_NULL, 0, 0, s.comm); }, {MPI_ERR_TYPE}});
  all.push_back(
      {"Send, no communicator", [](S) { return MPI_Send(data, 1, MPI_INT, 0, 0, MPI_COMM_NULL); }, {MPI_ERR_COMM}});
  all.push_back({"Isend, rank beyond",
                 [](S s) { return MPI_Isend(data, 1, MPI_INT, s.size, 0, s.comm, &request); },
                 {MPI_ERR_RANK}});
  all.push_back({"Irecv, count below 0",
                 [](S s) { return MPI_Irecv(data, -1, MPI_INT, 0, 0, s.comm, &request); },
                 {MPI_ERR_COUNT}});
  all.push_back({"Irecv, rank beyond",
                 [](S s) { return MPI_Irecv(data, 1, MPI_INT, s.size + 3, 0, s.comm, &request); },
                 {MPI_ERR_RANK}});
  all.push_back(
      {"Irecv, tag below 0", [](S s) { return MPI_Irecv(data, 1, MPI_INT, 0, -99, s.comm, &request); }, {MPI_ERR_TAG}});
  all.push_back({"Recv, no datatype",
                 [](S s) { return MPI_Recv(data, 1, MPI_DATATYPE_NULL, 0, 0, s.comm, &status); },
                 {MPI_ERR_TYPE}});
  all.push_back({"Ssend, uncommitted type",
                 [](S s) {
                   MPI_Type_contiguous(2, MPI_INT, &type);
                   const int code = MPI_Ssend(data, 1, type, s.rank, 0, s.comm);
                   MPI_Type_free(&type);
                   return code;
                 },
                 {MPI_ERR_TYPE}});
  all.push_back({"Send_init, tag below 0",
                 [](S s) { return MPI_Send_init(data, 1, MPI_INT, 0, -9, s.comm, &request); },
                 {MPI_ERR_TAG}});
  all.push_back({"Probe, rank beyond", [](S s) { return MPI_Probe(s.size, 0, s.comm, &status); }, {MPI_ERR_RANK}});
  all.push_back({"Iprobe, tag below 0",
                 [](S s) {
                   int flag;
                   return MPI_Iprobe(0, -8, s.comm, &flag, &status);
                 },
                 {MPI_ERR_TAG}});
  all.push_back(
      {"Sendrecv, rank beyond",
       [](S s) { return MPI_Sendrecv(data, 1, MPI_INT, s.size, 0, data + 9, 1, MPI_INT, 0, 0, s.comm, &status); },
       {MPI_ERR_RANK}});
  all.push_back({"Start of no request",
                 [](S) {
                   request = MPI_REQUEST_NULL;
                   return MPI_Start(&request);
                 },
                 {MPI_ERR_REQUEST}});
  all.push_back({"Cancel of no request",
                 [](S) {
                   request = MPI_REQUEST_NULL;
                   return MPI_Cancel(&request);
                 },
                 {MPI_ERR_REQUEST}});
  all.push_back({"Request_free of no request",
                 [](S) {
                   request = MPI_REQUEST_NULL;
                   return MPI_Request_free(&request);
                 },
                 {MPI_ERR_REQUEST}});
  all.push_back(
      {"Waitall, count below 0", [](S) { return MPI_Waitall(-1, &request, &status); }, {MPI_ERR_COUNT, MPI_ERR_ARG}});
}

void collective(std::vector<Wrong>& all) {
  using S = Script&;
  all.push_back({"Bcast, root beyond",
                 [](S s) { return MPI_Bcast(data, 1, MPI_INT, s.size, s.comm); },
                 {MPI_ERR_ROOT, MPI_ERR_RANK}});
  all.push_back({"Bcast, root below 0",
                 [](S s) { return MPI_Bcast(data, 1, MPI_INT, -99, s.comm); },
                 {MPI_ERR_ROOT, MPI_ERR_RANK}});
  all.push_back({"Bcast, count below 0", [](S s) { return MPI_Bcast(data, -2, MPI_INT, 0, s.comm); }, {MPI_ERR_COUNT}});
  all.push_back(
      {"Bcast, no datatype", [](S s) { return MPI_Bcast(data, 1, MPI_DATATYPE_NULL, 0, s.comm); }, {MPI_ERR_TYPE}});
  all.push_back({"Allreduce, no op",
                 [](S s) { return MPI_Allreduce(data, data + 9, 1, MPI_INT, MPI_OP_NULL, s.comm); },
                 {MPI_ERR_OP}});
  all.push_back({"Allreduce, op not for the type",
                 [](S s) { return MPI_Allreduce(data, data + 9, 1, MPI_DOUBLE, MPI_BAND, s.comm); },
                 {MPI_ERR_OP}});
  all.push_back({"Reduce, count below 0",
                 [](S s) { return MPI_Reduce(data, data + 9, -1, MPI_INT, MPI_SUM, 0, s.comm); },
                 {MPI_ERR_COUNT}});
  all.push_back({"Allreduce, one buffer twice",
                 [](S s) { return MPI_Allreduce(data, data, 1, MPI_INT, MPI_SUM, s.comm); },
                 {MPI_ERR_BUFFER, MPI_ERR_ARG}});
  all.push_back({"Gather, root beyond",
                 [](S s) { return MPI_Gather(data, 1, MPI_INT, data + 9, 1, MPI_INT, s.size + 2, s.comm); },
                 {MPI_ERR_ROOT, MPI_ERR_RANK}});
  all.push_back({"Barrier, no communicator", [](S) { return MPI_Barrier(MPI_COMM_NULL); }, {MPI_ERR_COMM}});
  all.push_back({"Allgather, no communicator",
                 [](S) { return MPI_Allgather(data, 1, MPI_INT, data + 9, 1, MPI_INT, MPI_COMM_NULL); },
                 {MPI_ERR_COMM}});
  all.push_back({"Ibcast, count below 0",
                 [](S s) { return MPI_Ibcast(data, -2, MPI_INT, 0, s.comm, &request); },
                 {MPI_ERR_COUNT}});
  all.push_back({"Op_free of a predefined one",
                 [](S) {
                   MPI_Op op = MPI_SUM;
                   return MPI_Op_free(&op);
                 },
                 {MPI_ERR_OP, MPI_ERR_ARG}});
  all.push_back({"Neighbor_allgather without a topology",
                 [](S s) { return MPI_Neighbor_allgather(data, 1, MPI_INT, data + 9, 1, MPI_INT, s.comm); },
                 {MPI_ERR_TOPOLOGY, MPI_ERR_COMM}});
}

void objects(std::vector<Wrong>& all) {
  using S = Script&;
  all.push_back({"Type_contiguous, count below 0",
                 [](S) { return MPI_Type_contiguous(-1, MPI_INT, &type); },
                 {MPI_ERR_COUNT, MPI_ERR_ARG}});
  all.push_back({"Type_vector, no datatype",
                 [](S) { return MPI_Type_vector(1, 1, 1, MPI_DATATYPE_NULL, &type); },
                 {MPI_ERR_TYPE}});
  all.push_back({"Type_vector, blocklength below 0",
                 [](S) { return MPI_Type_vector(2, -1, 1, MPI_INT, &type); },
                 {MPI_ERR_ARG, MPI_ERR_COUNT}});
  all.push_back({"Type_free of MPI_INT",
                 [](S) {
                   type = MPI_INT;
                   return MPI_Type_free(&type);
                 },
                 {MPI_ERR_TYPE, MPI_ERR_ARG}});
  all.push_back({"Type_free of none",
                 [](S) {
                   type = MPI_DATATYPE_NULL;
                   return MPI_Type_free(&type);
                 },
                 {MPI_ERR_TYPE}});
  all.push_back({"Type_size of none",
                 [](S) {
                   int size;
                   return MPI_Type_size(MPI_DATATYPE_NULL, &size);
                 },
                 {MPI_ERR_TYPE}});
  all.push_back({"Type_create_subarray, outside",
                 [](S) {
                   const int sizes[] = {3}, parts[] = {3}, starts[] = {1};
                   return MPI_Type_create_subarray(1, sizes, parts, starts, MPI_ORDER_C, MPI_INT, &type);
                 },
                 {MPI_ERR_ARG}});
  all.push_back({"Type_get_contents of MPI_INT",
                 [](S) {
                   int i;
                   MPI_Aint a;
                   MPI_Datatype t;
                   return MPI_Type_get_contents(MPI_INT, 1, 1, 1, &i, &a, &t);
                 },
                 {MPI_ERR_TYPE, MPI_ERR_ARG}});
  all.push_back({"Pack, room too small",
                 [](S s) {
                   int at = 0;
                   return MPI_Pack(data, 4, MPI_INT, data + 20, 8, &at, s.comm);
                 },
                 {MPI_ERR_TRUNCATE, MPI_ERR_ARG}});
  all.push_back({"Comm_free of MPI_COMM_WORLD",
                 [](S) {
                   made = MPI_COMM_WORLD;
                   return MPI_Comm_free(&made);
                 },
                 {MPI_ERR_COMM}});
  all.push_back({"Comm_free of none",
                 [](S) {
                   made = MPI_COMM_NULL;
                   return MPI_Comm_free(&made);
                 },
                 {MPI_ERR_COMM}});
  all.push_back({"Comm_rank of none",
                 [](S) {
                   int rank;
                   return MPI_Comm_rank(MPI_COMM_NULL, &rank);
                 },
                 {MPI_ERR_COMM}});
  all.push_back(
      {"Comm_split, color below 0", [](S s) { return MPI_Comm_split(s.comm, -77, 0, &made); }, {MPI_ERR_ARG}});
  all.push_back({"Comm_remote_size of an intra-communicator",
                 [](S s) {
                   int size;
                   return MPI_Comm_remote_size(s.comm, &size);
                 },
                 {MPI_ERR_COMM}});
  all.push_back({"Group_incl, rank beyond",
                 [](S s) {
                   MPI_Comm_group(s.comm, &group);
                   const int ranks[] = {s.size};
                   MPI_Group out = MPI_GROUP_NULL;
                   const int code = MPI_Group_incl(group, 1, ranks, &out);
                   MPI_Group_free(&group);
                   return code;
                 },
                 {MPI_ERR_RANK, MPI_ERR_ARG}});
  all.push_back({"Group_incl, rank twice",
                 [](S s) {
                   MPI_Comm_group(s.comm, &group);
                   const int ranks[] = {0, 0};
                   MPI_Group out = MPI_GROUP_NULL;
                   const int code = MPI_Group_incl(group, 2, ranks, &out);
                   MPI_Group_free(&group);
                   return code;
                 },
                 {MPI_ERR_RANK, MPI_ERR_ARG}});
  all.push_back({"Group_size of none",
                 [](S) {
                   int size;
                   return MPI_Group_size(MPI_GROUP_NULL, &size);
                 },
                 {MPI_ERR_GROUP}});
  all.push_back({"Dims_create, no product",
                 [](S) {
                   int dims[] = {2, 0};
                   return MPI_Dims_create(5, 2, dims);
                 },
                 {MPI_ERR_DIMS, MPI_ERR_ARG}});
  all.push_back({"Cart_create, too large",
                 [](S s) {
                   const int dims[] = {s.size + 1}, periods[] = {0};
                   return MPI_Cart_create(s.comm, 1, dims, periods, 0, &made);
                 },
                 {MPI_ERR_ARG, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY}});
  all.push_back({"Cart_get without a topology",
                 [](S s) { return MPI_Cart_get(s.comm, 1, data, data + 1, data + 2); },
                 {MPI_ERR_TOPOLOGY, MPI_ERR_COMM}});
  all.push_back({"Comm_get_attr, no keyval",
                 [](S s) {
                   int flag;
                   void* value;
                   return MPI_Comm_get_attr(s.comm, MPI_KEYVAL_INVALID, &value, &flag);
                 },
                 {MPI_ERR_KEYVAL}});
  all.push_back({"Comm_free_keyval of a predefined one",
                 [](S) {
                   int keyval = MPI_TAG_UB;
                   return MPI_Comm_free_keyval(&keyval);
                 },
                 {MPI_ERR_KEYVAL, MPI_ERR_ARG}});
  all.push_back(
      {"Info_set, no info", [](S) { return MPI_Info_set(MPI_INFO_NULL, "a", "b"); }, {MPI_ERR_INFO, MPI_ERR_ARG}});
  all.push_back({"Info_set, key too long",
                 [](S) {
                   MPI_Info info = MPI_INFO_NULL;
                   MPI_Info_create(&info);
                   const std::string key(MPI_MAX_INFO_KEY + 5, 'k');
                   const int code = MPI_Info_set(info, key.c_str(), "b");
                   MPI_Info_free(&info);
                   return code;
                 },
                 {MPI_ERR_INFO_KEY}});
  all.push_back({"Info_get_nthkey, beyond",
                 [](S) {
                   MPI_Info info = MPI_INFO_NULL;
                   char key[MPI_MAX_INFO_KEY + 1];
                   MPI_Info_create(&info);
                   const int code = MPI_Info_get_nthkey(info, 0, key);
                   MPI_Info_free(&info);
                   return code;
                 },
                 {MPI_ERR_ARG, MPI_ERR_INFO_KEY, MPI_ERR_INFO_NOKEY}});
  all.push_back({"Comm_set_errhandler, no handler",
                 [](S s) { return MPI_Comm_set_errhandler(s.comm, MPI_ERRHANDLER_NULL); },
                 {MPI_ERR_ARG, handler_class}});
  all.push_back({"Error_string of no code",
                 [](S) {
                   char text[MPI_MAX_ERROR_STRING];
                   int length;
                   return MPI_Error_string(-12345, text, &length);
                 },
                 {MPI_ERR_ARG}});
  all.push_back({"Buffer_attach, below 0",
                 [](S) { return MPI_Buffer_attach(data, -1); },
                 {MPI_ERR_BUFFER, MPI_ERR_ARG, MPI_ERR_COUNT}});
}

}  // namespace

void errors(Script& script) {
  static std::vector<Wrong> all;
  if (all.empty()) {
    point_to_point(all);
    collective(all);
    objects(all);
  }
  for (int i = 0, steps = script.random.between(3, 20); i < steps; ++i) {
    const Wrong& wrong = script.random.pick(all);
    script.doing(wrong.call);
    request = MPI_REQUEST_NULL;
    const int code = wrong.make(script);
    script.error(code, wrong.classes);
    char text[MPI_MAX_ERROR_STRING] = "";
    int length = 0;
    script.success(MPI_Error_string(code, text, &length));
    script.expect("has a text", length > 5, true);
    if (script.random.chance(30)) {  // the program goes on
      int mine = script.rank + 1, sum = 0;
      script.doing("Allreduce after a wrong call");
      script.success(MPI_Allreduce(&mine, &sum, 1, MPI_INT, MPI_SUM, script.comm));
      script.expect("sum", sum, script.size * (script.size + 1) / 2);
    }
  }
}

}  // namespace differential
