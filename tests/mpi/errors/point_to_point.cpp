// SPDX-License-Identifier: BSD-3-Clause
// Wrong calls of point-to-point, requests, statuses and buffers.
#include "mpi/errors/table.hpp"

namespace table {

namespace {

int value[16];
MPI_Request request;
MPI_Status status;
MPI_Message message;
int flag;
const MPI_Comm world = MPI_COMM_WORLD;

using Send = int (*)(const void*, int, MPI_Datatype, int, int, MPI_Comm);

/// Each mistake in the arguments that all blocking sends have.
template <Send send>
void sends(std::vector<Row>& rows, const char* call) {
  rows.push_back({call, MPI_ERR_RANK, "'dest'", "-9", [] { return send(value, 1, MPI_INT, -9, 0, world); }});
  rows.push_back({call, MPI_ERR_RANK, "'dest'", "", [] { return send(value, 1, MPI_INT, size, 0, world); }});
  rows.push_back({call, MPI_ERR_RANK, "'dest'", "", [] { return send(value, 1, MPI_INT, MPI_ANY_SOURCE, 0, world); }});
  rows.push_back({call, MPI_ERR_TAG, "'tag'", "-5", [] { return send(value, 1, MPI_INT, 0, -5, world); }});
  rows.push_back({call, MPI_ERR_COUNT, "'count'", "-3", [] { return send(value, -3, MPI_INT, 0, 0, world); }});
  rows.push_back({call, MPI_ERR_BUFFER, "'buf'", "", [] { return send(nullptr, 1, MPI_INT, 0, 0, world); }});
  rows.push_back({call, MPI_ERR_TYPE, "'datatype'", "MPI_DATATYPE_NULL",
                  [] { return send(value, 1, MPI_DATATYPE_NULL, 0, 0, world); }});
  rows.push_back({call, MPI_ERR_TYPE, "'datatype'", "0x123456789abcdef",
                  [] { return send(value, 1, garbage<MPI_Datatype>(), 0, 0, world); }});
  rows.push_back(
      {call, MPI_ERR_TYPE, "'datatype'", "freed", [] { return send(value, 1, handles.freed_type, 0, 0, world); }});
  rows.push_back({call, MPI_ERR_TYPE, "'datatype'", "MPI_Type_commit",
                  [] { return send(value, 1, handles.raw_type, 0, 0, world); }});
  rows.push_back(
      {call, MPI_ERR_COMM, "'comm'", "MPI_COMM_NULL", [] { return send(value, 1, MPI_INT, 0, 0, MPI_COMM_NULL); }});
  rows.push_back({call, MPI_ERR_COMM, "'comm'", "0x123456789abcdef",
                  [] { return send(value, 1, MPI_INT, 0, 0, garbage<MPI_Comm>()); }});
  rows.push_back(
      {call, MPI_ERR_COMM, "'comm'", "freed", [] { return send(value, 1, MPI_INT, 0, 0, handles.freed_comm); }});
}

using Isend = int (*)(const void*, int, MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

template <Isend send>
void isends(std::vector<Row>& rows, const char* call) {
  rows.push_back({call, MPI_ERR_RANK, "'dest'", "-9", [] { return send(value, 1, MPI_INT, -9, 0, world, &request); }});
  rows.push_back({call, MPI_ERR_TAG, "'tag'", "-5", [] { return send(value, 1, MPI_INT, 0, -5, world, &request); }});
  rows.push_back(
      {call, MPI_ERR_COUNT, "'count'", "-3", [] { return send(value, -3, MPI_INT, 0, 0, world, &request); }});
  rows.push_back({call, MPI_ERR_BUFFER, "'buf'", "", [] { return send(nullptr, 1, MPI_INT, 0, 0, world, &request); }});
  rows.push_back({call, MPI_ERR_TYPE, "'datatype'", "freed",
                  [] { return send(value, 1, handles.freed_type, 0, 0, world, &request); }});
  rows.push_back({call, MPI_ERR_TYPE, "'datatype'", "MPI_Type_commit",
                  [] { return send(value, 1, handles.raw_type, 0, 0, world, &request); }});
  rows.push_back({call, MPI_ERR_COMM, "'comm'", "freed",
                  [] { return send(value, 1, MPI_INT, 0, 0, handles.freed_comm, &request); }});
  rows.push_back(
      {call, MPI_ERR_REQUEST, "'request'", "", [] { return send(value, 1, MPI_INT, 0, 0, world, nullptr); }});
}

using Irecv = int (*)(void*, int, MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

template <Irecv receive>
void irecvs(std::vector<Row>& rows, const char* call) {
  rows.push_back(
      {call, MPI_ERR_RANK, "'source'", "-9", [] { return receive(value, 1, MPI_INT, -9, 0, world, &request); }});
  rows.push_back({call, MPI_ERR_TAG, "'tag'", "-5", [] { return receive(value, 1, MPI_INT, 0, -5, world, &request); }});
  rows.push_back(
      {call, MPI_ERR_COUNT, "'count'", "-3", [] { return receive(value, -3, MPI_INT, 0, 0, world, &request); }});
  rows.push_back(
      {call, MPI_ERR_BUFFER, "'buf'", "", [] { return receive(nullptr, 1, MPI_INT, 0, 0, world, &request); }});
  rows.push_back({call, MPI_ERR_TYPE, "'datatype'", "freed",
                  [] { return receive(value, 1, handles.freed_type, 0, 0, world, &request); }});
  rows.push_back({call, MPI_ERR_COMM, "'comm'", "freed",
                  [] { return receive(value, 1, MPI_INT, 0, 0, handles.freed_comm, &request); }});
  rows.push_back(
      {call, MPI_ERR_REQUEST, "'request'", "", [] { return receive(value, 1, MPI_INT, 0, 0, world, nullptr); }});
}

void receives(std::vector<Row>& rows) {
  rows.push_back(
      {"MPI_Recv", MPI_ERR_RANK, "'source'", "-9", [] { return MPI_Recv(value, 1, MPI_INT, -9, 0, world, &status); }});
  rows.push_back(
      {"MPI_Recv", MPI_ERR_TAG, "'tag'", "-5", [] { return MPI_Recv(value, 1, MPI_INT, 0, -5, world, &status); }});
  rows.push_back(
      {"MPI_Recv", MPI_ERR_COUNT, "'count'", "-3", [] { return MPI_Recv(value, -3, MPI_INT, 0, 0, world, &status); }});
  rows.push_back(
      {"MPI_Recv", MPI_ERR_BUFFER, "'buf'", "", [] { return MPI_Recv(nullptr, 1, MPI_INT, 0, 0, world, &status); }});
  rows.push_back({"MPI_Probe", MPI_ERR_RANK, "'source'", "-9", [] { return MPI_Probe(-9, 0, world, &status); }});
  rows.push_back({"MPI_Probe", MPI_ERR_TAG, "'tag'", "-5", [] { return MPI_Probe(0, -5, world, &status); }});
  rows.push_back(
      {"MPI_Iprobe", MPI_ERR_RANK, "'source'", "-9", [] { return MPI_Iprobe(-9, 0, world, &flag, &status); }});
  rows.push_back({"MPI_Iprobe", MPI_ERR_ARG, "'flag'", "", [] { return MPI_Iprobe(0, 0, world, nullptr, &status); }});
  rows.push_back(
      {"MPI_Mprobe", MPI_ERR_TAG, "'tag'", "-5", [] { return MPI_Mprobe(0, -5, world, &message, &status); }});
  rows.push_back({"MPI_Improbe", MPI_ERR_COMM, "'comm'", "MPI_COMM_NULL",
                  [] { return MPI_Improbe(0, 0, MPI_COMM_NULL, &flag, &message, &status); }});
  rows.push_back({"MPI_Mrecv", MPI_ERR_REQUEST, "'message'", "MPI_MESSAGE_NULL", [] {
                    message = MPI_MESSAGE_NULL;
                    return MPI_Mrecv(value, 1, MPI_INT, &message, &status);
                  }});
  rows.push_back({"MPI_Imrecv", MPI_ERR_REQUEST, "'message'", "0x123456789abcdef", [] {
                    message = garbage<MPI_Message>();
                    return MPI_Imrecv(value, 1, MPI_INT, &message, &request);
                  }});
  rows.push_back({"MPI_Sendrecv", MPI_ERR_RANK, "'dest'", "-9",
                  [] { return MPI_Sendrecv(value, 1, MPI_INT, -9, 0, value + 4, 1, MPI_INT, 0, 0, world, &status); }});
  rows.push_back({"MPI_Sendrecv", MPI_ERR_TAG, "'recvtag'", "-5",
                  [] { return MPI_Sendrecv(value, 1, MPI_INT, 0, 0, value + 4, 1, MPI_INT, 0, -5, world, &status); }});
  rows.push_back({"MPI_Sendrecv_replace", MPI_ERR_COUNT, "'count'", "-3",
                  [] { return MPI_Sendrecv_replace(value, -3, MPI_INT, 0, 0, 0, 0, world, &status); }});
  rows.push_back({"MPI_Isendrecv", MPI_ERR_RANK, "'source'", "-9", [] {
                    return MPI_Isendrecv(value, 1, MPI_INT, 0, 0, value + 4, 1, MPI_INT, -9, 0, world, &request);
                  }});
  rows.push_back({"MPI_Psend_init", MPI_ERR_RANK, "'dest'", "-9",
                  [] { return MPI_Psend_init(value, 1, 1, MPI_INT, -9, 0, world, MPI_INFO_NULL, &request); }});
  rows.push_back({"MPI_Precv_init", MPI_ERR_COUNT, "'count'", "-3",
                  [] { return MPI_Precv_init(value, 1, -3, MPI_INT, 0, 0, world, MPI_INFO_NULL, &request); }});
  rows.push_back(
      {"MPI_Pready", MPI_ERR_REQUEST, "'request'", "freed", [] { return MPI_Pready(0, handles.freed_request); }});
}

void completion(std::vector<Row>& rows) {
  rows.push_back({"MPI_Wait", MPI_ERR_REQUEST, "'request'", "freed", [] {
                    request = handles.freed_request;
                    return MPI_Wait(&request, &status);
                  }});
  rows.push_back({"MPI_Wait", MPI_ERR_REQUEST, "'request'", "", [] { return MPI_Wait(nullptr, &status); }});
  rows.push_back({"MPI_Test", MPI_ERR_REQUEST, "'request'", "0x123456789abcdef", [] {
                    request = garbage<MPI_Request>();
                    return MPI_Test(&request, &flag, &status);
                  }});
  rows.push_back({"MPI_Waitall", MPI_ERR_REQUEST, "requests", "", [] {
                    MPI_Request two[2] = {MPI_REQUEST_NULL, handles.freed_request};
                    MPI_Status both[2];
                    return MPI_Waitall(2, two, both);
                  }});
  rows.push_back({"MPI_Waitany", MPI_ERR_REQUEST, "requests", "", [] {
                    MPI_Request two[2] = {MPI_REQUEST_NULL, handles.freed_request};
                    return MPI_Waitany(2, two, &flag, &status);
                  }});
  rows.push_back({"MPI_Testsome", MPI_ERR_COUNT, "'incount'", "-3",
                  [] { return MPI_Testsome(-3, &request, &flag, value, &status); }});
  rows.push_back({"MPI_Start", MPI_ERR_REQUEST, "'request'", "MPI_REQUEST_NULL", [] {
                    request = MPI_REQUEST_NULL;
                    return MPI_Start(&request);
                  }});
  rows.push_back({"MPI_Startall", MPI_ERR_COUNT, "'count'", "-3", [] { return MPI_Startall(-3, &request); }});
  rows.push_back({"MPI_Cancel", MPI_ERR_REQUEST, "'request'", "freed", [] {
                    request = handles.freed_request;
                    return MPI_Cancel(&request);
                  }});
  rows.push_back({"MPI_Cancel", MPI_ERR_REQUEST, "'request'", "collective", [] {
                    MPI_Ibarrier(MPI_COMM_SELF, &request);
                    const int code = MPI_Cancel(&request);
                    MPI_Wait(&request, &status);
                    return code;
                  }});
  rows.push_back({"MPI_Request_free", MPI_ERR_REQUEST, "'request'", "MPI_REQUEST_NULL", [] {
                    request = MPI_REQUEST_NULL;
                    return MPI_Request_free(&request);
                  }});
  rows.push_back({"MPI_Request_free", MPI_ERR_REQUEST, "'request'", "active collective", [] {
                    MPI_Ibarrier(MPI_COMM_SELF, &request);
                    const int code = MPI_Request_free(&request);
                    MPI_Wait(&request, &status);  // the handle is left as it was
                    return code;
                  }});
  rows.push_back({"MPI_Request_free", MPI_ERR_REQUEST, "'request'", "active collective", [] {
                    MPI_Barrier_init(MPI_COMM_SELF, MPI_INFO_NULL, &request);
                    MPI_Start(&request);
                    const int code = MPI_Request_free(&request);
                    MPI_Wait(&request, &status);
                    const int freed = MPI_Request_free(&request);  // no longer active
                    return freed == MPI_SUCCESS && request == MPI_REQUEST_NULL ? code : freed;
                  }});
  rows.push_back({"MPI_Request_free", MPI_ERR_REQUEST, "'request'", "active collective", [] {
                    MPI_Comm copy = MPI_COMM_NULL;
                    MPI_Comm_idup(MPI_COMM_SELF, &copy, &request);
                    const int code = MPI_Request_free(&request);
                    MPI_Wait(&request, &status);
                    MPI_Comm_free(&copy);
                    return code;
                  }});
  rows.push_back({"MPI_Request_get_status", MPI_ERR_REQUEST, "'request'", "freed",
                  [] { return MPI_Request_get_status(handles.freed_request, &flag, &status); }});
  rows.push_back({"MPI_Grequest_complete", MPI_ERR_REQUEST, "'request'", "freed",
                  [] { return MPI_Grequest_complete(handles.freed_request); }});
  rows.push_back({"MPI_Get_count", MPI_ERR_TYPE, "'datatype'", "freed",
                  [] { return MPI_Get_count(&status, handles.freed_type, &flag); }});
  rows.push_back(
      {"MPI_Get_elements", MPI_ERR_ARG, "'count'", "", [] { return MPI_Get_elements(&status, MPI_INT, nullptr); }});
  rows.push_back({"MPI_Status_set_elements", MPI_ERR_TYPE, "'datatype'", "MPI_DATATYPE_NULL",
                  [] { return MPI_Status_set_elements(&status, MPI_DATATYPE_NULL, 1); }});
  rows.push_back({"MPI_Buffer_attach", MPI_ERR_BUFFER, "'buffer'", "", [] { return MPI_Buffer_attach(nullptr, 100); }});
  rows.push_back(
      {"MPI_Bsend", MPI_ERR_BUFFER, "", "MPI_Buffer_attach", [] { return MPI_Bsend(value, 1, MPI_INT, 0, 0, world); }});
}

}  // namespace

const std::vector<Row>& point_to_point() {
  static std::vector<Row> rows;
  if (!rows.empty()) return rows;
  sends<&MPI_Send>(rows, "MPI_Send");
  sends<&MPI_Ssend>(rows, "MPI_Ssend");
  sends<&MPI_Rsend>(rows, "MPI_Rsend");
  sends<&MPI_Bsend>(rows, "MPI_Bsend");
  isends<&MPI_Isend>(rows, "MPI_Isend");
  isends<&MPI_Issend>(rows, "MPI_Issend");
  isends<&MPI_Irsend>(rows, "MPI_Irsend");
  isends<&MPI_Ibsend>(rows, "MPI_Ibsend");
  isends<&MPI_Send_init>(rows, "MPI_Send_init");
  isends<&MPI_Ssend_init>(rows, "MPI_Ssend_init");
  isends<&MPI_Rsend_init>(rows, "MPI_Rsend_init");
  isends<&MPI_Bsend_init>(rows, "MPI_Bsend_init");
  irecvs<&MPI_Irecv>(rows, "MPI_Irecv");
  irecvs<&MPI_Recv_init>(rows, "MPI_Recv_init");
  receives(rows);
  completion(rows);
  return rows;
}

}  // namespace table
