// SPDX-License-Identifier: BSD-3-Clause
// Bad input: each mistake gets its class and a sentence that names call, argument and value, and the program goes on.
#include <cstdint>
#include <cstring>
#include <vector>

#include "mpi/check.hpp"

namespace {

int size = 0;

void says(int code, int error_class, const char* call, const char* words) {
  CHECK_EQ(check::class_of(code), error_class);
  const std::string text = check::text_of(code);
  const bool named = text.find(call) != std::string::npos && text.find(words) != std::string::npos;
  if (!named) std::fprintf(stderr, "the sentence was: %s\n", text.c_str());
  CHECK(named);
}

int handled = 0;

void count_it(MPI_Comm*, int* code, ...) {
  ++handled;
  CHECK_EQ(check::class_of(*code) == MPI_ERR_TRUNCATE || check::class_of(*code) == MPI_ERR_IN_STATUS, true);
}

/// Each way to look at a failed request calls the error handler of its communicator, and leaves the request.
void looks_are_told() {
  MPI_Comm own;
  MPI_Comm_dup(MPI_COMM_SELF, &own);
  MPI_Errhandler handler;
  MPI_Comm_create_errhandler(count_it, &handler);
  MPI_Comm_set_errhandler(own, handler);
  int many[10] = {};
  MPI_Request requests[2] = {MPI_REQUEST_NULL, MPI_REQUEST_NULL};
  MPI_Status statuses[2];
  int flag = 0;
  int index = -1;
  int indices[2] = {-1, -1};
  MPI_Irecv(many, 5, MPI_INT, 0, 0, own, &requests[1]);
  MPI_Send(many, 10, MPI_INT, 0, 0, own);
  CHECK_EQ(check::class_of(MPI_Request_get_status(requests[1], &flag, statuses)), MPI_ERR_TRUNCATE);
  CHECK_EQ(handled, 1);
  CHECK_EQ(check::class_of(MPI_Request_get_status_any(2, requests, &index, &flag, statuses)), MPI_ERR_TRUNCATE);
  CHECK_EQ(handled, 2);
  CHECK_EQ(index, 1);
  CHECK_EQ(check::class_of(MPI_Request_get_status_all(2, requests, &flag, statuses)), MPI_ERR_IN_STATUS);
  CHECK_EQ(handled, 3);
  CHECK_EQ(statuses[0].MPI_ERROR, MPI_SUCCESS);
  CHECK_EQ(check::class_of(statuses[1].MPI_ERROR), MPI_ERR_TRUNCATE);
  CHECK_EQ(check::class_of(MPI_Request_get_status_all(2, requests, &flag, MPI_STATUSES_IGNORE)), MPI_ERR_TRUNCATE);
  CHECK_EQ(handled, 4);
  CHECK_EQ(check::class_of(MPI_Request_get_status_some(2, requests, &flag, indices, statuses)), MPI_ERR_IN_STATUS);
  CHECK_EQ(handled, 5);
  CHECK_EQ(indices[0], 1);
  CHECK_EQ(check::class_of(MPI_Wait(&requests[1], MPI_STATUS_IGNORE)), MPI_ERR_TRUNCATE);
  CHECK_EQ(handled, 6);
  // What takes the place of a request that failed does not repeat its failure.
  char room[MPI_BSEND_OVERHEAD + 64];
  MPI_Buffer_attach(room, sizeof room);
  MPI_Bsend_init(many, 1, MPI_INT, 0, 0, own, &requests[1]);
  CHECK_EQ(MPI_Start(&requests[1]), MPI_SUCCESS);
  CHECK_EQ(MPI_Waitall(2, requests, MPI_STATUSES_IGNORE), MPI_SUCCESS);
  CHECK_EQ(MPI_Recv(many, 1, MPI_INT, 0, 0, own, MPI_STATUS_IGNORE), MPI_SUCCESS);
  CHECK_EQ(handled, 6);
  MPI_Request_free(&requests[1]);
  void* detached = nullptr;
  int bytes = 0;
  CHECK_EQ(MPI_Buffer_detach(&detached, &bytes), MPI_SUCCESS);
  CHECK(detached == static_cast<void*>(room));
  CHECK_EQ(MPI_Buffer_detach(&detached, &bytes), MPI_SUCCESS);  // there is none
  CHECK(detached == nullptr);
  CHECK_EQ(bytes, 0);
  MPI_Errhandler_free(&handler);
  MPI_Comm_free(&own);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  int value = 1;
  const MPI_Comm world = MPI_COMM_WORLD;
  says(MPI_Send(&value, 1, MPI_INT, size, 0, world), MPI_ERR_RANK, "MPI_Send", "dest");
  says(MPI_Send(&value, 1, MPI_INT, -9, 0, world), MPI_ERR_RANK, "MPI_Send", "-9");
  says(MPI_Send(&value, 1, MPI_INT, 0, -5, world), MPI_ERR_TAG, "MPI_Send", "-5");
  says(MPI_Send(&value, -1, MPI_INT, 0, 0, world), MPI_ERR_COUNT, "MPI_Send", "count");
  says(MPI_Send(nullptr, 1, MPI_INT, 0, 0, world), MPI_ERR_BUFFER, "MPI_Send", "buf");
  says(MPI_Send(&value, 1, MPI_DATATYPE_NULL, 0, 0, world), MPI_ERR_TYPE, "MPI_Send", "datatype");
  says(MPI_Send(&value, 1, MPI_INT, 0, 0, MPI_COMM_NULL), MPI_ERR_COMM, "MPI_Send", "comm");
  says(MPI_Recv(&value, 1, MPI_INT, size + 3, 0, world, MPI_STATUS_IGNORE), MPI_ERR_RANK, "MPI_Recv", "source");
  says(MPI_Recv(&value, 1, MPI_INT, 0, -7, world, MPI_STATUS_IGNORE), MPI_ERR_TAG, "MPI_Recv", "tag");
  says(MPI_Isend(&value, 1, MPI_INT, 0, 0, world, nullptr), MPI_ERR_REQUEST, "MPI_Isend", "request");
  says(MPI_Comm_rank(reinterpret_cast<MPI_Comm>(0x123456789abcUL), &value), MPI_ERR_COMM, "MPI_Comm_rank", "comm");
  MPI_Comm copy;
  MPI_Comm_dup(world, &copy);
  const MPI_Comm stale = copy;
  MPI_Comm_free(&copy);
  says(MPI_Comm_rank(stale, &value), MPI_ERR_COMM, "MPI_Comm_rank", "comm");
  MPI_Request garbage = reinterpret_cast<MPI_Request>(0x77777777UL);
  says(MPI_Wait(&garbage, MPI_STATUS_IGNORE), MPI_ERR_REQUEST, "MPI_Wait", "request");
  MPI_Datatype raw;
  MPI_Type_contiguous(2, MPI_INT, &raw);
  says(MPI_Send(&value, 1, raw, 0, 0, world), MPI_ERR_TYPE, "MPI_Send", "MPI_Type_commit");
  MPI_Type_free(&raw);
  if (size > 1) {
    std::vector<int> many(10);
    if (check::rank == 0) {
      MPI_Send(many.data(), 10, MPI_INT, 1, 3, world);
    } else if (check::rank == 1) {
      MPI_Status status;
      const int code = MPI_Recv(many.data(), 5, MPI_INT, 0, 3, world, &status);
      says(code, MPI_ERR_TRUNCATE, "MPI_Recv", "40 bytes");
      CHECK_EQ(status.MPI_SOURCE, 0);
    }
  }
  if (size > 1) {
    char bytes[8] = {};
    if (check::rank == 0) {
      MPI_Send(bytes, 3, MPI_CHAR, 1, 4, world);
      MPI_Send(bytes, 4, MPI_CHAR, 1, 4, world);
    } else if (check::rank == 1) {
      int two[2];
      says(MPI_Recv(two, 2, MPI_INT, 0, 4, world, MPI_STATUS_IGNORE), MPI_ERR_TYPE, "MPI_Recv", "inside an element");
      CHECK_EQ(MPI_Recv(two, 2, MPI_INT, 0, 4, world, MPI_STATUS_IGNORE), MPI_SUCCESS);
    }
  }
  void* memory = nullptr;
  CHECK_EQ(MPI_Alloc_mem(1 << 20, MPI_INFO_NULL, &memory), MPI_SUCCESS);
  CHECK(memory != nullptr && reinterpret_cast<std::uintptr_t>(memory) % 64 == 0);
  CHECK_EQ(MPI_Free_mem(memory), MPI_SUCCESS);
  says(MPI_Free_mem(nullptr), MPI_ERR_BASE, "MPI_Free_mem", "base");
  says(MPI_Alloc_mem(-1, MPI_INFO_NULL, &memory), MPI_ERR_ARG, "MPI_Alloc_mem", "size");
  looks_are_told();
  // And everything still works.
  int sum = 0;
  MPI_Allreduce(&value, &sum, 1, MPI_INT, MPI_SUM, world);
  return check::finish();
}
