// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter p2p, one call each. Next: the body in mpi/p2p*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_p2p.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_Bsend(const void*, int, MPI_Datatype, int, int, MPI_Comm comm) { return unsupported("MPI_Bsend", comm); }
[[gnu::weak, gnu::alias("PMPI_Bsend")]] int MPI_Bsend(const void*, int, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Bsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm) {
  return unsupported("MPI_Bsend_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Bsend_c")]] int MPI_Bsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Bsend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Bsend_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Bsend_init")]] int MPI_Bsend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Bsend_init_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Bsend_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Bsend_init_c")]] int MPI_Bsend_init_c(const void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Request*);

int PMPI_Buffer_attach(void*, int) { return unsupported("MPI_Buffer_attach", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Buffer_attach")]] int MPI_Buffer_attach(void*, int);

int PMPI_Buffer_attach_c(void*, MPI_Count) { return unsupported("MPI_Buffer_attach_c", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Buffer_attach_c")]] int MPI_Buffer_attach_c(void*, MPI_Count);

int PMPI_Buffer_detach(void*, int*) { return unsupported("MPI_Buffer_detach", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Buffer_detach")]] int MPI_Buffer_detach(void*, int*);

int PMPI_Buffer_detach_c(void*, MPI_Count*) { return unsupported("MPI_Buffer_detach_c", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Buffer_detach_c")]] int MPI_Buffer_detach_c(void*, MPI_Count*);

int PMPI_Buffer_flush(void) { return unsupported("MPI_Buffer_flush", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Buffer_flush")]] int MPI_Buffer_flush(void);

int PMPI_Buffer_iflush(MPI_Request*) { return unsupported("MPI_Buffer_iflush", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_Buffer_iflush")]] int MPI_Buffer_iflush(MPI_Request*);

int PMPI_Ibsend(const void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ibsend", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ibsend")]] int MPI_Ibsend(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Ibsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ibsend_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ibsend_c")]] int MPI_Ibsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Improbe(int, int, MPI_Comm comm, int*, MPI_Message*, MPI_Status*) { return unsupported("MPI_Improbe", comm); }
[[gnu::weak, gnu::alias("PMPI_Improbe")]] int MPI_Improbe(int, int, MPI_Comm, int*, MPI_Message*, MPI_Status*);

int PMPI_Imrecv(void*, int, MPI_Datatype, MPI_Message*, MPI_Request*) {
  return unsupported("MPI_Imrecv", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Imrecv")]] int MPI_Imrecv(void*, int, MPI_Datatype, MPI_Message*, MPI_Request*);

int PMPI_Imrecv_c(void*, MPI_Count, MPI_Datatype, MPI_Message*, MPI_Request*) {
  return unsupported("MPI_Imrecv_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Imrecv_c")]] int MPI_Imrecv_c(void*, MPI_Count, MPI_Datatype, MPI_Message*, MPI_Request*);

int PMPI_Iprobe(int, int, MPI_Comm comm, int*, MPI_Status*) { return unsupported("MPI_Iprobe", comm); }
[[gnu::weak, gnu::alias("PMPI_Iprobe")]] int MPI_Iprobe(int, int, MPI_Comm, int*, MPI_Status*);

int PMPI_Irecv(void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Irecv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Irecv")]] int MPI_Irecv(void*, int, MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

int PMPI_Irecv_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Irecv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Irecv_c")]] int MPI_Irecv_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Irsend(const void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Irsend", comm);
}
[[gnu::weak, gnu::alias("PMPI_Irsend")]] int MPI_Irsend(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Irsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Irsend_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Irsend_c")]] int MPI_Irsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Isend(const void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Isend", comm);
}
[[gnu::weak, gnu::alias("PMPI_Isend")]] int MPI_Isend(const void*, int, MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

int PMPI_Isend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Isend_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Isend_c")]] int MPI_Isend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Isendrecv(const void*, int, MPI_Datatype, int, int, void*, int, MPI_Datatype, int, int, MPI_Comm comm,
    MPI_Request*) {
  return unsupported("MPI_Isendrecv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Isendrecv")]] int MPI_Isendrecv(const void*, int, MPI_Datatype, int, int, void*, int,
    MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

int PMPI_Isendrecv_c(const void*, MPI_Count, MPI_Datatype, int, int, void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Isendrecv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Isendrecv_c")]] int MPI_Isendrecv_c(const void*, MPI_Count, MPI_Datatype, int, int,
    void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm, MPI_Request*);

int PMPI_Isendrecv_replace(void*, int, MPI_Datatype, int, int, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Isendrecv_replace", comm);
}
[[gnu::weak, gnu::alias("PMPI_Isendrecv_replace")]] int MPI_Isendrecv_replace(void*, int, MPI_Datatype, int, int, int,
    int, MPI_Comm, MPI_Request*);

int PMPI_Isendrecv_replace_c(void*, MPI_Count, MPI_Datatype, int, int, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Isendrecv_replace_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Isendrecv_replace_c")]] int MPI_Isendrecv_replace_c(void*, MPI_Count, MPI_Datatype, int,
    int, int, int, MPI_Comm, MPI_Request*);

int PMPI_Issend(const void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Issend", comm);
}
[[gnu::weak, gnu::alias("PMPI_Issend")]] int MPI_Issend(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Issend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Issend_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Issend_c")]] int MPI_Issend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Mprobe(int, int, MPI_Comm comm, MPI_Message*, MPI_Status*) { return unsupported("MPI_Mprobe", comm); }
[[gnu::weak, gnu::alias("PMPI_Mprobe")]] int MPI_Mprobe(int, int, MPI_Comm, MPI_Message*, MPI_Status*);

int PMPI_Mrecv(void*, int, MPI_Datatype, MPI_Message*, MPI_Status*) {
  return unsupported("MPI_Mrecv", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Mrecv")]] int MPI_Mrecv(void*, int, MPI_Datatype, MPI_Message*, MPI_Status*);

int PMPI_Mrecv_c(void*, MPI_Count, MPI_Datatype, MPI_Message*, MPI_Status*) {
  return unsupported("MPI_Mrecv_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Mrecv_c")]] int MPI_Mrecv_c(void*, MPI_Count, MPI_Datatype, MPI_Message*, MPI_Status*);

int PMPI_Probe(int, int, MPI_Comm comm, MPI_Status*) { return unsupported("MPI_Probe", comm); }
[[gnu::weak, gnu::alias("PMPI_Probe")]] int MPI_Probe(int, int, MPI_Comm, MPI_Status*);

int PMPI_Recv(void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Status*) { return unsupported("MPI_Recv", comm); }
[[gnu::weak, gnu::alias("PMPI_Recv")]] int MPI_Recv(void*, int, MPI_Datatype, int, int, MPI_Comm, MPI_Status*);

int PMPI_Recv_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Status*) {
  return unsupported("MPI_Recv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Recv_c")]] int MPI_Recv_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Status*);

int PMPI_Recv_init(void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Recv_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Recv_init")]] int MPI_Recv_init(void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Recv_init_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Recv_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Recv_init_c")]] int MPI_Recv_init_c(void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Rsend(const void*, int, MPI_Datatype, int, int, MPI_Comm comm) { return unsupported("MPI_Rsend", comm); }
[[gnu::weak, gnu::alias("PMPI_Rsend")]] int MPI_Rsend(const void*, int, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Rsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm) {
  return unsupported("MPI_Rsend_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Rsend_c")]] int MPI_Rsend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Rsend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Rsend_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Rsend_init")]] int MPI_Rsend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Rsend_init_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Rsend_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Rsend_init_c")]] int MPI_Rsend_init_c(const void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Request*);

int PMPI_Send(const void*, int, MPI_Datatype, int, int, MPI_Comm comm) { return unsupported("MPI_Send", comm); }
[[gnu::weak, gnu::alias("PMPI_Send")]] int MPI_Send(const void*, int, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Send_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm) {
  return unsupported("MPI_Send_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Send_c")]] int MPI_Send_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Send_init(const void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Send_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Send_init")]] int MPI_Send_init(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Send_init_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Send_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Send_init_c")]] int MPI_Send_init_c(const void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Request*);

int PMPI_Sendrecv(const void*, int, MPI_Datatype, int, int, void*, int, MPI_Datatype, int, int, MPI_Comm comm,
    MPI_Status*) {
  return unsupported("MPI_Sendrecv", comm);
}
[[gnu::weak, gnu::alias("PMPI_Sendrecv")]] int MPI_Sendrecv(const void*, int, MPI_Datatype, int, int, void*, int,
    MPI_Datatype, int, int, MPI_Comm, MPI_Status*);

int PMPI_Sendrecv_c(const void*, MPI_Count, MPI_Datatype, int, int, void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm comm, MPI_Status*) {
  return unsupported("MPI_Sendrecv_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Sendrecv_c")]] int MPI_Sendrecv_c(const void*, MPI_Count, MPI_Datatype, int, int, void*,
    MPI_Count, MPI_Datatype, int, int, MPI_Comm, MPI_Status*);

int PMPI_Sendrecv_replace(void*, int, MPI_Datatype, int, int, int, int, MPI_Comm comm, MPI_Status*) {
  return unsupported("MPI_Sendrecv_replace", comm);
}
[[gnu::weak, gnu::alias("PMPI_Sendrecv_replace")]] int MPI_Sendrecv_replace(void*, int, MPI_Datatype, int, int, int,
    int, MPI_Comm, MPI_Status*);

int PMPI_Sendrecv_replace_c(void*, MPI_Count, MPI_Datatype, int, int, int, int, MPI_Comm comm, MPI_Status*) {
  return unsupported("MPI_Sendrecv_replace_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Sendrecv_replace_c")]] int MPI_Sendrecv_replace_c(void*, MPI_Count, MPI_Datatype, int,
    int, int, int, MPI_Comm, MPI_Status*);

int PMPI_Ssend(const void*, int, MPI_Datatype, int, int, MPI_Comm comm) { return unsupported("MPI_Ssend", comm); }
[[gnu::weak, gnu::alias("PMPI_Ssend")]] int MPI_Ssend(const void*, int, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Ssend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm) {
  return unsupported("MPI_Ssend_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ssend_c")]] int MPI_Ssend_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm);

int PMPI_Ssend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ssend_init", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ssend_init")]] int MPI_Ssend_init(const void*, int, MPI_Datatype, int, int, MPI_Comm,
    MPI_Request*);

int PMPI_Ssend_init_c(const void*, MPI_Count, MPI_Datatype, int, int, MPI_Comm comm, MPI_Request*) {
  return unsupported("MPI_Ssend_init_c", comm);
}
[[gnu::weak, gnu::alias("PMPI_Ssend_init_c")]] int MPI_Ssend_init_c(const void*, MPI_Count, MPI_Datatype, int, int,
    MPI_Comm, MPI_Request*);

}  // extern "C"
