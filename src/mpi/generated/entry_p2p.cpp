// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter p2p, one call each. Next: the body in mpi/p2p*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_p2p.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Bsend(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return enter("MPI_Bsend", [&] { return api::bsend(buf, count, datatype, dest, tag, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Bsend")]] int MPI_Bsend(const void*, int, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Bsend_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return enter("MPI_Bsend_c", [&] { return api::bsend(buf, count, datatype, dest, tag, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Bsend_c")]] int MPI_Bsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Bsend_init(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Bsend_init", [&] { return api::bsend_init(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Bsend_init")]] int MPI_Bsend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Bsend_init_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Bsend_init_c", [&] { return api::bsend_init(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Bsend_init_c")]] int MPI_Bsend_init_c(const void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Request*);

int PMPI_Buffer_attach(void* buffer, int size) {
  return enter("MPI_Buffer_attach", [&] { return api::buffer_attach(buffer, size); });
}
[[gnu::weak, gnu::alias("PMPI_Buffer_attach")]] int MPI_Buffer_attach(void*, int);

int PMPI_Buffer_attach_c(void* buffer, MPI_Count size) {
  return enter("MPI_Buffer_attach_c", [&] { return api::buffer_attach(buffer, size); });
}
[[gnu::weak, gnu::alias("PMPI_Buffer_attach_c")]] int MPI_Buffer_attach_c(void*, MPI_Count);

int PMPI_Buffer_detach(void* buffer_addr, int* size) {
  return enter("MPI_Buffer_detach", [&] { return api::buffer_detach(buffer_addr, CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Buffer_detach")]] int MPI_Buffer_detach(void*, int*);

int PMPI_Buffer_detach_c(void* buffer_addr, MPI_Count* size) {
  return enter("MPI_Buffer_detach_c", [&] { return api::buffer_detach(buffer_addr, CountOut(size)); });
}
[[gnu::weak, gnu::alias("PMPI_Buffer_detach_c")]] int MPI_Buffer_detach_c(void*, MPI_Count*);

int PMPI_Buffer_flush(void) {
  return enter("MPI_Buffer_flush", [&] { return api::buffer_flush(); });
}
[[gnu::weak, gnu::alias("PMPI_Buffer_flush")]] int MPI_Buffer_flush(void);

int PMPI_Buffer_iflush(MPI_Request* request) {
  return enter("MPI_Buffer_iflush", [&] { return api::buffer_iflush(request); });
}
[[gnu::weak, gnu::alias("PMPI_Buffer_iflush")]] int MPI_Buffer_iflush(MPI_Request*);

int PMPI_Ibsend(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Ibsend", [&] { return api::ibsend(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ibsend")]] int MPI_Ibsend(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Ibsend_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Ibsend_c", [&] { return api::ibsend(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ibsend_c")]] int MPI_Ibsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Improbe(int source, int tag, MPI_Comm comm, int* flag, MPI_Message* message, MPI_Status* status) {
  return enter("MPI_Improbe", [&] { return api::improbe(source, tag, comm, flag, message, status); });
}
[[gnu::weak, gnu::alias("PMPI_Improbe")]] int MPI_Improbe(int, int, MPI_Comm, int*, MPI_Message*, MPI_Status*);

int PMPI_Imrecv(void* buf, int count, MPI_Datatype datatype, MPI_Message* message, MPI_Request* request) {
  return enter("MPI_Imrecv", [&] { return api::imrecv(buf, count, datatype, message, request); });
}
[[gnu::weak, gnu::alias("PMPI_Imrecv")]] int MPI_Imrecv(void*, int, MPI_Datatype, MPI_Message*, MPI_Request*);

int PMPI_Imrecv_c(void* buf, MPI_Count count, MPI_Datatype datatype, MPI_Message* message, MPI_Request* request) {
  return enter("MPI_Imrecv_c", [&] { return api::imrecv(buf, count, datatype, message, request); });
}
[[gnu::weak, gnu::alias("PMPI_Imrecv_c")]] int MPI_Imrecv_c(void*, MPI_Count, MPI_Datatype, MPI_Message*, MPI_Request*);

int PMPI_Iprobe(int source, int tag, MPI_Comm comm, int* flag, MPI_Status* status) {
  return enter("MPI_Iprobe", [&] { return api::iprobe(source, tag, comm, flag, status); });
}
[[gnu::weak, gnu::alias("PMPI_Iprobe")]] int MPI_Iprobe(int, int, MPI_Comm, int*, MPI_Status*);

int PMPI_Irecv(void* buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Irecv", [&] { return api::irecv(buf, count, datatype, source, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Irecv")]] int MPI_Irecv(void*, int, MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

int PMPI_Irecv_c(void* buf, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Irecv_c", [&] { return api::irecv(buf, count, datatype, source, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Irecv_c")]] int MPI_Irecv_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Irsend(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Irsend", [&] { return api::irsend(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Irsend")]] int MPI_Irsend(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Irsend_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Irsend_c", [&] { return api::irsend(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Irsend_c")]] int MPI_Irsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Isend(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Isend", [&] { return api::isend(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Isend")]] int MPI_Isend(const void*, int, MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

int PMPI_Isend_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Isend_c", [&] { return api::isend(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Isend_c")]] int MPI_Isend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Isendrecv(const void* sendbuf, int sendcount, MPI_Datatype sendtype, int dest, int sendtag, void* recvbuf,
    int recvcount, MPI_Datatype recvtype, int source, int recvtag, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Isendrecv", [&] { return api::isendrecv(sendbuf, sendcount, sendtype, dest, sendtag, recvbuf,
    recvcount, recvtype, source, recvtag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Isendrecv")]] int MPI_Isendrecv(const void*, int, MPI_Datatype, int, int, void*, int,
    MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

int PMPI_Isendrecv_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, int dest, int sendtag,
    void* recvbuf, MPI_Count recvcount, MPI_Datatype recvtype, int source, int recvtag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Isendrecv_c", [&] { return api::isendrecv(sendbuf, sendcount, sendtype, dest, sendtag, recvbuf,
    recvcount, recvtype, source, recvtag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Isendrecv_c")]] int MPI_Isendrecv_c(const void*, MPI_Count, MPI_Datatype, int, int,
    void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

int PMPI_Isendrecv_replace(void* buf, int count, MPI_Datatype datatype, int dest, int sendtag, int source, int recvtag,
    MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Isendrecv_replace", [&] { return api::isendrecv_replace(buf, count, datatype, dest, sendtag,
    source, recvtag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Isendrecv_replace")]] int MPI_Isendrecv_replace(void*, int, MPI_Datatype, int, int, int,
    int, MPI_Comm, MPI_Request*);

int PMPI_Isendrecv_replace_c(void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int sendtag, int source,
    int recvtag, MPI_Comm comm, MPI_Request* request) {
  return enter("MPI_Isendrecv_replace_c", [&] { return api::isendrecv_replace(buf, count, datatype, dest, sendtag,
    source, recvtag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Isendrecv_replace_c")]] int MPI_Isendrecv_replace_c(void*, MPI_Count, MPI_Datatype, int,
    int, int, int, MPI_Comm, MPI_Request*);

int PMPI_Issend(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Issend", [&] { return api::issend(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Issend")]] int MPI_Issend(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Issend_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Issend_c", [&] { return api::issend(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Issend_c")]] int MPI_Issend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Mprobe(int source, int tag, MPI_Comm comm, MPI_Message* message, MPI_Status* status) {
  return enter("MPI_Mprobe", [&] { return api::mprobe(source, tag, comm, message, status); });
}
[[gnu::weak, gnu::alias("PMPI_Mprobe")]] int MPI_Mprobe(int, int, MPI_Comm, MPI_Message*, MPI_Status*);

int PMPI_Mrecv(void* buf, int count, MPI_Datatype datatype, MPI_Message* message, MPI_Status* status) {
  return enter("MPI_Mrecv", [&] { return api::mrecv(buf, count, datatype, message, status); });
}
[[gnu::weak, gnu::alias("PMPI_Mrecv")]] int MPI_Mrecv(void*, int, MPI_Datatype, MPI_Message*, MPI_Status*);

int PMPI_Mrecv_c(void* buf, MPI_Count count, MPI_Datatype datatype, MPI_Message* message, MPI_Status* status) {
  return enter("MPI_Mrecv_c", [&] { return api::mrecv(buf, count, datatype, message, status); });
}
[[gnu::weak, gnu::alias("PMPI_Mrecv_c")]] int MPI_Mrecv_c(void*, MPI_Count, MPI_Datatype, MPI_Message*, MPI_Status*);

int PMPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status* status) {
  return enter("MPI_Probe", [&] { return api::probe(source, tag, comm, status); });
}
[[gnu::weak, gnu::alias("PMPI_Probe")]] int MPI_Probe(int, int, MPI_Comm, MPI_Status*);

int PMPI_Recv(void* buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status* status) {
  return enter("MPI_Recv", [&] { return api::recv(buf, count, datatype, source, tag, comm, status); });
}
[[gnu::weak, gnu::alias("PMPI_Recv")]] int MPI_Recv(void*, int, MPI_Datatype, int, int, MPI_Comm, MPI_Status*);

int PMPI_Recv_c(void* buf, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm,
    MPI_Status* status) {
  return enter("MPI_Recv_c", [&] { return api::recv(buf, count, datatype, source, tag, comm, status); });
}
[[gnu::weak, gnu::alias("PMPI_Recv_c")]] int MPI_Recv_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Status*);

int PMPI_Recv_init(void* buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Recv_init", [&] { return api::recv_init(buf, count, datatype, source, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Recv_init")]] int MPI_Recv_init(void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Recv_init_c(void* buf, MPI_Count count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Recv_init_c", [&] { return api::recv_init(buf, count, datatype, source, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Recv_init_c")]] int MPI_Recv_init_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Rsend(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return enter("MPI_Rsend", [&] { return api::rsend(buf, count, datatype, dest, tag, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Rsend")]] int MPI_Rsend(const void*, int, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Rsend_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return enter("MPI_Rsend_c", [&] { return api::rsend(buf, count, datatype, dest, tag, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Rsend_c")]] int MPI_Rsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Rsend_init(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Rsend_init", [&] { return api::rsend_init(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Rsend_init")]] int MPI_Rsend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Rsend_init_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Rsend_init_c", [&] { return api::rsend_init(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Rsend_init_c")]] int MPI_Rsend_init_c(const void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Request*);

int PMPI_Send(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return enter("MPI_Send", [&] { return api::send(buf, count, datatype, dest, tag, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Send")]] int MPI_Send(const void*, int, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Send_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return enter("MPI_Send_c", [&] { return api::send(buf, count, datatype, dest, tag, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Send_c")]] int MPI_Send_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Send_init(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Send_init", [&] { return api::send_init(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Send_init")]] int MPI_Send_init(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Send_init_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Send_init_c", [&] { return api::send_init(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Send_init_c")]] int MPI_Send_init_c(const void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Request*);

int PMPI_Sendrecv(const void* sendbuf, int sendcount, MPI_Datatype sendtype, int dest, int sendtag, void* recvbuf,
    int recvcount, MPI_Datatype recvtype, int source, int recvtag, MPI_Comm comm, MPI_Status* status) {
  return enter("MPI_Sendrecv", [&] { return api::sendrecv(sendbuf, sendcount, sendtype, dest, sendtag, recvbuf,
    recvcount, recvtype, source, recvtag, comm, status); });
}
[[gnu::weak, gnu::alias("PMPI_Sendrecv")]] int MPI_Sendrecv(const void*, int, MPI_Datatype, int, int, void*, int,
    MPI_Datatype, int, int, MPI_Comm, MPI_Status*);

int PMPI_Sendrecv_c(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, int dest, int sendtag,
    void* recvbuf, MPI_Count recvcount, MPI_Datatype recvtype, int source, int recvtag, MPI_Comm comm,
    MPI_Status* status) {
  return enter("MPI_Sendrecv_c", [&] { return api::sendrecv(sendbuf, sendcount, sendtype, dest, sendtag, recvbuf,
    recvcount, recvtype, source, recvtag, comm, status); });
}
[[gnu::weak, gnu::alias("PMPI_Sendrecv_c")]] int MPI_Sendrecv_c(const void*, MPI_Count, MPI_Datatype, int, int, void*,
    MPI_Count, MPI_Datatype, int, int, MPI_Comm, MPI_Status*);

int PMPI_Sendrecv_replace(void* buf, int count, MPI_Datatype datatype, int dest, int sendtag, int source, int recvtag,
    MPI_Comm comm, MPI_Status* status) {
  return enter("MPI_Sendrecv_replace", [&] { return api::sendrecv_replace(buf, count, datatype, dest, sendtag, source,
    recvtag, comm, status); });
}
[[gnu::weak, gnu::alias("PMPI_Sendrecv_replace")]] int MPI_Sendrecv_replace(void*, int, MPI_Datatype, int, int, int,
    int, MPI_Comm, MPI_Status*);

int PMPI_Sendrecv_replace_c(void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int sendtag, int source,
    int recvtag, MPI_Comm comm, MPI_Status* status) {
  return enter("MPI_Sendrecv_replace_c", [&] { return api::sendrecv_replace(buf, count, datatype, dest, sendtag,
    source, recvtag, comm, status); });
}
[[gnu::weak, gnu::alias("PMPI_Sendrecv_replace_c")]] int MPI_Sendrecv_replace_c(void*, MPI_Count, MPI_Datatype, int,
    int, int, int, MPI_Comm, MPI_Status*);

int PMPI_Ssend(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return enter("MPI_Ssend", [&] { return api::ssend(buf, count, datatype, dest, tag, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Ssend")]] int MPI_Ssend(const void*, int, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Ssend_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  return enter("MPI_Ssend_c", [&] { return api::ssend(buf, count, datatype, dest, tag, comm); });
}
[[gnu::weak, gnu::alias("PMPI_Ssend_c")]] int MPI_Ssend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Ssend_init(const void* buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Ssend_init", [&] { return api::ssend_init(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ssend_init")]] int MPI_Ssend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Ssend_init_c(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
    MPI_Request* request) {
  return enter("MPI_Ssend_init_c", [&] { return api::ssend_init(buf, count, datatype, dest, tag, comm, request); });
}
[[gnu::weak, gnu::alias("PMPI_Ssend_init_c")]] int MPI_Ssend_init_c(const void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Request*);

}  // extern "C"
