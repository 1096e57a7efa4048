// SPDX-License-Identifier: BSD-3-Clause
// Runs the tables of wrong calls: class, sentence, and that MPI goes on after each.
#include "mpi/errors/table.hpp"

#include "mpi/check.hpp"

namespace table {

Handles handles;
int size = 0;

}  // namespace table

namespace {

using table::handles;

int no_copy(MPI_Comm, int, void*, void*, void*, int* flag) {
  *flag = 0;
  return MPI_SUCCESS;
}
int no_type_copy(MPI_Datatype, int, void*, void*, void*, int* flag) {
  *flag = 0;
  return MPI_SUCCESS;
}
void nothing(void*, void*, int*, MPI_Datatype*) {}
void ignored(MPI_Comm*, int*, ...) {}

void prepare() {
  MPI_Comm_dup(MPI_COMM_WORLD, &handles.freed_comm);
  MPI_Comm comm = handles.freed_comm;
  MPI_Comm_free(&comm);
  MPI_Comm_group(MPI_COMM_WORLD, &handles.freed_group);
  MPI_Group group = handles.freed_group;
  MPI_Group_free(&group);
  MPI_Type_contiguous(3, MPI_INT, &handles.freed_type);
  MPI_Datatype type = handles.freed_type;
  MPI_Type_free(&type);
  MPI_Type_contiguous(3, MPI_INT, &handles.raw_type);
  MPI_Op_create(nothing, 1, &handles.freed_op);
  MPI_Op op = handles.freed_op;
  MPI_Op_free(&op);
  MPI_Info_create(&handles.freed_info);
  MPI_Info info = handles.freed_info;
  MPI_Info_free(&info);
  MPI_Info_create(&handles.info);
  MPI_Info_set(handles.info, "key", "value");
  MPI_Comm_create_errhandler(ignored, &handles.freed_errhandler);
  MPI_Errhandler errhandler = handles.freed_errhandler;
  MPI_Errhandler_free(&errhandler);
  int data = 0;
  MPI_Recv_init(&data, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD, &handles.freed_request);
  MPI_Request request = handles.freed_request;
  MPI_Request_free(&request);
  MPI_Comm_create_keyval(no_copy, MPI_COMM_NULL_DELETE_FN, &handles.freed_keyval, nullptr);
  int keyval = handles.freed_keyval;
  MPI_Comm_free_keyval(&keyval);
  MPI_Type_create_keyval(no_type_copy, MPI_TYPE_NULL_DELETE_FN, &handles.type_keyval, nullptr);
  const int dims[] = {table::size}, periods[] = {0};
  MPI_Cart_create(MPI_COMM_WORLD, 1, dims, periods, 0, &handles.cart);
  MPI_Comm_set_errhandler(handles.cart, MPI_ERRORS_RETURN);
  handles.inter = MPI_COMM_NULL;
  if (table::size > 1) {
    MPI_Comm own = MPI_COMM_NULL;
    MPI_Comm_split(MPI_COMM_WORLD, check::rank > 0, 0, &own);
    MPI_Intercomm_create(own, 0, MPI_COMM_WORLD, check::rank > 0 ? 0 : 1, 3, &handles.inter);
    MPI_Comm_set_errhandler(handles.inter, MPI_ERRORS_RETURN);
    MPI_Comm_free(&own);
  }
}

void run(const std::vector<table::Row>& rows) {
  for (const table::Row& row : rows) {
    const int code = row.make();
    const int error_class = check::class_of(code);
    const std::string text = code == MPI_SUCCESS ? "success" : check::text_of(code);
    const bool right = error_class == row.error_class && text.rfind(std::string(row.call) + ": ", 0) == 0 &&
                       text.find(row.argument) != std::string::npos && text.find(row.value) != std::string::npos;
    if (!right) {
      ++check::failures;
      std::fprintf(stderr, "[rank %d] %s, wrong '%s' (%s): class %d, wanted %d: %s\n", check::rank, row.call,
                   row.argument, row.value, error_class, row.error_class, text.c_str());
    }
  }
}

/// A message longer than its receive, in every way to receive it.
void truncated() {
  int sent[4] = {1, 2, 3, 4}, got[4] = {};
  const auto judge = [](int code, const char* call) {
    CHECK_CLASS(code, MPI_ERR_TRUNCATE);
    const std::string text = check::text_of(code);
    const bool told =
        text.find(call) == 0 && text.find("16") != std::string::npos && text.find('8') != std::string::npos;
    if (!told) std::fprintf(stderr, "the sentence was: %s\n", text.c_str());
    CHECK(told);
  };
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Status status;
  for (int form = 0; form < 4; ++form) {
    MPI_Isend(sent, 4, MPI_INT, check::rank, 6, MPI_COMM_WORLD, &request);
    if (form == 0) judge(MPI_Recv(got, 2, MPI_INT, check::rank, 6, MPI_COMM_WORLD, &status), "MPI_Recv");
    if (form == 1) {
      MPI_Request receive = MPI_REQUEST_NULL;
      MPI_Irecv(got, 2, MPI_INT, check::rank, 6, MPI_COMM_WORLD, &receive);
      judge(MPI_Wait(&receive, &status), "MPI_Wait");
    }
    if (form == 2) {
      MPI_Message message = MPI_MESSAGE_NULL;
      MPI_Mprobe(check::rank, 6, MPI_COMM_WORLD, &message, &status);
      judge(MPI_Mrecv(got, 2, MPI_INT, &message, &status), "MPI_Mrecv");
    }
    if (form == 3) {
      MPI_Request receive = MPI_REQUEST_NULL;
      MPI_Recv_init(got, 2, MPI_INT, check::rank, 6, MPI_COMM_WORLD, &receive);
      MPI_Start(&receive);
      judge(MPI_Wait(&receive, &status), "MPI_Wait");
      MPI_Request_free(&receive);
    }
    CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
    CHECK_EQ(got[2], 0);
  }
}

/// A request of MPI starts afresh, whatever came of the one whose memory it has.
void buffered_after_truncated() {
  int sent = 5, got = 0;
  char buffer[MPI_BSEND_OVERHEAD + 64];
  MPI_Request request = MPI_REQUEST_NULL;
  CHECK_EQ(MPI_Buffer_attach(buffer, sizeof buffer), MPI_SUCCESS);
  CHECK_EQ(MPI_Bsend_init(&sent, 1, MPI_INT, check::rank, 7, MPI_COMM_WORLD, &request), MPI_SUCCESS);
  CHECK_EQ(MPI_Start(&request), MPI_SUCCESS);
  CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
  CHECK_EQ(MPI_Recv(&got, 1, MPI_INT, check::rank, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE), MPI_SUCCESS);
  CHECK_EQ(got, 5);
  CHECK_EQ(MPI_Request_free(&request), MPI_SUCCESS);
  void* back = nullptr;
  int bytes = 0;
  CHECK_EQ(MPI_Buffer_detach(&back, &bytes), MPI_SUCCESS);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &table::size);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  prepare();
  for (const auto* rows : {&table::point_to_point(), &table::collective(), &table::objects()}) {
    run(*rows);
    int one = 1, sum = 0;
    CHECK_EQ(MPI_Allreduce(&one, &sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD), MPI_SUCCESS);
    CHECK_EQ(sum, table::size);
  }
  truncated();
  buffered_after_truncated();
  MPI_Type_free(&handles.raw_type);
  MPI_Info_free(&handles.info);
  MPI_Type_free_keyval(&handles.type_keyval);
  MPI_Comm_free(&handles.cart);
  if (handles.inter != MPI_COMM_NULL) MPI_Comm_free(&handles.inter);
  return check::finish();
}
