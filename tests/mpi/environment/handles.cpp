// SPDX-License-Identifier: BSD-3-Clause
// Handles as integers and back, statuses read and written, questions about requests that leave them as they are, and
// the calls that only old codes make.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "mpi/check.hpp"

namespace {

template <class Handle>
void there_and_back(Handle handle, int (*to_int)(Handle), Handle (*from_int)(int)) {
  const int number = to_int(handle);
  CHECK(number >= 0);
  CHECK(from_int(number) == handle);
}

void integers() {
  there_and_back(MPI_COMM_WORLD, MPI_Comm_toint, MPI_Comm_fromint);
  there_and_back(MPI_COMM_NULL, MPI_Comm_toint, MPI_Comm_fromint);
  there_and_back(MPI_DOUBLE, MPI_Type_toint, MPI_Type_fromint);
  there_and_back(MPI_SUM, MPI_Op_toint, MPI_Op_fromint);
  there_and_back(MPI_INFO_NULL, MPI_Info_toint, MPI_Info_fromint);
  there_and_back(MPI_GROUP_EMPTY, MPI_Group_toint, MPI_Group_fromint);
  there_and_back(MPI_ERRORS_RETURN, MPI_Errhandler_toint, MPI_Errhandler_fromint);
  there_and_back(MPI_REQUEST_NULL, MPI_Request_toint, MPI_Request_fromint);
  there_and_back(MPI_MESSAGE_NO_PROC, MPI_Message_toint, MPI_Message_fromint);
  there_and_back(MPI_SESSION_NULL, MPI_Session_toint, MPI_Session_fromint);
  there_and_back(MPI_WIN_NULL, MPI_Win_toint, MPI_Win_fromint);
  there_and_back(MPI_FILE_NULL, MPI_File_toint, MPI_File_fromint);
  MPI_Comm comm = MPI_COMM_NULL;
  CHECK_EQ(MPI_Comm_dup(MPI_COMM_SELF, &comm), MPI_SUCCESS);
  there_and_back(comm, MPI_Comm_toint, MPI_Comm_fromint);
  CHECK(MPI_Comm_f2c(MPI_Comm_c2f(comm)) == comm);
  const int number = MPI_Comm_toint(comm);
  CHECK_EQ(MPI_Comm_free(&comm), MPI_SUCCESS);
  int rank = 0;
  CHECK_CLASS(MPI_Comm_rank(MPI_Comm_fromint(number), &rank), MPI_ERR_COMM);
  CHECK_CLASS(MPI_Comm_rank(MPI_Comm_fromint(-4), &rank), MPI_ERR_COMM);
}

void statuses() {
  MPI_Status status;
  std::memset(&status, 0, sizeof status);
  int value = -1;
  CHECK_EQ(MPI_Status_set_source(&status, 3), MPI_SUCCESS);
  CHECK_EQ(MPI_Status_set_tag(&status, 4), MPI_SUCCESS);
  CHECK_EQ(MPI_Status_set_error(&status, MPI_ERR_TRUNCATE), MPI_SUCCESS);
  CHECK_EQ(MPI_Status_get_source(&status, &value), MPI_SUCCESS);
  CHECK_EQ(value, 3);
  CHECK_EQ(MPI_Status_get_tag(&status, &value), MPI_SUCCESS);
  CHECK_EQ(value, 4);
  CHECK_EQ(MPI_Status_get_error(&status, &value), MPI_SUCCESS);
  CHECK_EQ(value, MPI_ERR_TRUNCATE);
  CHECK_EQ(MPI_Status_set_elements(&status, MPI_INT, 5), MPI_SUCCESS);
  CHECK_EQ(MPI_Status_set_cancelled(&status, 1), MPI_SUCCESS);
  CHECK_EQ(MPI_Test_cancelled(&status, &value), MPI_SUCCESS);
  CHECK(value);
  CHECK_EQ(MPI_Status_set_cancelled(&status, 0), MPI_SUCCESS);
  CHECK_EQ(MPI_Test_cancelled(&status, &value), MPI_SUCCESS);
  CHECK(!value);
  CHECK_EQ(MPI_Get_count(&status, MPI_INT, &value), MPI_SUCCESS);
  CHECK_EQ(value, 5);
  MPI_Fint fortran[MPI_F_STATUS_SIZE];
  MPI_Status back;
  CHECK_EQ(MPI_Status_c2f(&status, fortran), MPI_SUCCESS);
  CHECK_EQ(MPI_Status_f2c(fortran, &back), MPI_SUCCESS);
  CHECK_EQ(std::memcmp(&status, &back, sizeof status), 0);
}

/// Questions about several requests do not end them.
void questions() {
  int sent = 7, got[2] = {0, 0};
  MPI_Request requests[3] = {MPI_REQUEST_NULL, MPI_REQUEST_NULL, MPI_REQUEST_NULL};
  MPI_Status statuses[3];
  int flag = -1, index = -1, some = -1, indices[3];
  CHECK_EQ(MPI_Request_get_status_all(3, requests, &flag, statuses), MPI_SUCCESS);
  CHECK(flag);
  CHECK_EQ(MPI_Request_get_status_any(3, requests, &index, &flag, statuses), MPI_SUCCESS);
  CHECK(flag);
  CHECK_EQ(index, MPI_UNDEFINED);
  CHECK_EQ(MPI_Request_get_status_some(3, requests, &some, indices, statuses), MPI_SUCCESS);
  CHECK_EQ(some, MPI_UNDEFINED);
  CHECK_EQ(MPI_Irecv(&got[0], 1, MPI_INT, 0, 1, MPI_COMM_SELF, &requests[0]), MPI_SUCCESS);
  CHECK_EQ(MPI_Irecv(&got[1], 1, MPI_INT, 0, 2, MPI_COMM_SELF, &requests[2]), MPI_SUCCESS);
  CHECK_EQ(MPI_Request_get_status_any(3, requests, &index, &flag, statuses), MPI_SUCCESS);
  CHECK(!flag);
  CHECK_EQ(MPI_Send(&sent, 1, MPI_INT, 0, 2, MPI_COMM_SELF), MPI_SUCCESS);
  flag = 0;
  while (!flag) CHECK_EQ(MPI_Request_get_status_any(3, requests, &index, &flag, statuses), MPI_SUCCESS);
  CHECK_EQ(index, 2);
  CHECK_EQ(statuses[0].MPI_TAG, 2);
  CHECK(requests[2] != MPI_REQUEST_NULL);
  CHECK_EQ(MPI_Request_get_status_some(3, requests, &some, indices, statuses), MPI_SUCCESS);
  CHECK_EQ(some, 1);
  CHECK_EQ(indices[0], 2);
  CHECK_EQ(MPI_Request_get_status_all(3, requests, &flag, statuses), MPI_SUCCESS);
  CHECK(!flag);
  CHECK_EQ(MPI_Send(&sent, 1, MPI_INT, 0, 1, MPI_COMM_SELF), MPI_SUCCESS);
  flag = 0;
  while (!flag) CHECK_EQ(MPI_Request_get_status_all(3, requests, &flag, statuses), MPI_SUCCESS);
  CHECK_EQ(statuses[0].MPI_TAG, 1);
  CHECK_EQ(statuses[2].MPI_TAG, 2);
  CHECK_EQ(MPI_Waitall(3, requests, MPI_STATUSES_IGNORE), MPI_SUCCESS);
  CHECK_EQ(got[0] + got[1], 14);
}

int asked(void*, MPI_Status* status) {
  MPI_Status_set_elements(status, MPI_INT, 3);
  MPI_Status_set_cancelled(status, 0);
  status->MPI_SOURCE = 11;
  status->MPI_TAG = 12;
  return MPI_SUCCESS;
}
int freed(void* state) {
  ++*static_cast<int*>(state);
  return MPI_SUCCESS;
}
int cancelled(void*, int) { return MPI_SUCCESS; }

void generalised() {
  int frees = 0, flag = -1, count = -1;
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Status status;
  CHECK_EQ(MPI_Grequest_start(asked, freed, cancelled, &frees, &request), MPI_SUCCESS);
  CHECK_EQ(MPI_Test(&request, &flag, &status), MPI_SUCCESS);
  CHECK(!flag);
  CHECK_EQ(MPI_Grequest_complete(request), MPI_SUCCESS);
  CHECK_EQ(MPI_Wait(&request, &status), MPI_SUCCESS);
  CHECK_EQ(frees, 1);
  CHECK_EQ(status.MPI_SOURCE, 11);
  CHECK_EQ(MPI_Get_count(&status, MPI_INT, &count), MPI_SUCCESS);
  CHECK_EQ(count, 3);

  // Freed first, completed by a copy of the handle: the free function is called by whichever comes last, once.
  frees = 0;
  CHECK_EQ(MPI_Grequest_start(asked, freed, cancelled, &frees, &request), MPI_SUCCESS);
  const MPI_Request copy = request;
  CHECK_EQ(MPI_Request_free(&request), MPI_SUCCESS);
  CHECK(request == MPI_REQUEST_NULL);
  CHECK_EQ(frees, 0);
  CHECK_EQ(MPI_Grequest_complete(copy), MPI_SUCCESS);
  CHECK_EQ(frees, 1);
  CHECK_CLASS(MPI_Grequest_complete(copy), MPI_ERR_REQUEST);
}

int copied(MPI_Comm, int, void* extra, void* value, void* out, int* flag) {
  ++*static_cast<int*>(extra);
  *static_cast<void**>(out) = value;
  *flag = 1;
  return MPI_SUCCESS;
}

void ignored(MPI_Win*, int*, ...) {}

/// Attributes by the names of MPI 1, and keys for windows, which no window needs yet.
void attributes() {
  int copies = 0, keyval = MPI_KEYVAL_INVALID, flag = 0, datum = 5, *found = nullptr;
  CHECK_EQ(MPI_Keyval_create(copied, MPI_NULL_DELETE_FN, &keyval, &copies), MPI_SUCCESS);
  CHECK_EQ(MPI_Attr_put(MPI_COMM_SELF, keyval, &datum), MPI_SUCCESS);
  MPI_Comm copy = MPI_COMM_NULL;
  CHECK_EQ(MPI_Comm_dup(MPI_COMM_SELF, &copy), MPI_SUCCESS);
  CHECK_EQ(copies, 1);
  CHECK_EQ(MPI_Attr_get(copy, keyval, &found, &flag), MPI_SUCCESS);
  CHECK(flag && found == &datum);
  CHECK_EQ(MPI_Attr_delete(copy, keyval), MPI_SUCCESS);
  CHECK_EQ(MPI_Attr_get(copy, keyval, &found, &flag), MPI_SUCCESS);
  CHECK(!flag);
  CHECK_EQ(MPI_Attr_delete(MPI_COMM_SELF, keyval), MPI_SUCCESS);
  CHECK_EQ(MPI_Keyval_free(&keyval), MPI_SUCCESS);
  CHECK_EQ(keyval, MPI_KEYVAL_INVALID);
  CHECK_EQ(MPI_Comm_free(&copy), MPI_SUCCESS);

  CHECK_EQ(MPI_Win_create_keyval(MPI_WIN_NULL_COPY_FN, MPI_WIN_NULL_DELETE_FN, &keyval, nullptr), MPI_SUCCESS);
  CHECK(keyval != MPI_KEYVAL_INVALID);
  CHECK_CLASS(MPI_Comm_set_attr(MPI_COMM_SELF, keyval, nullptr), MPI_ERR_KEYVAL);
  int again = keyval;
  CHECK_EQ(MPI_Win_free_keyval(&keyval), MPI_SUCCESS);
  CHECK_EQ(keyval, MPI_KEYVAL_INVALID);
  CHECK_CLASS(MPI_Win_free_keyval(&again), MPI_ERR_KEYVAL);
  MPI_Errhandler errhandler = MPI_ERRHANDLER_NULL;
  CHECK_EQ(MPI_Win_create_errhandler(ignored, &errhandler), MPI_SUCCESS);
  CHECK_EQ(MPI_Errhandler_free(&errhandler), MPI_SUCCESS);
}

void maps() {
  int size = 0, rank = -1, mapped = -2;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  const int dims[] = {size}, periods[] = {1}, one[] = {1}, index[] = {0}, no_edges[] = {0};
  CHECK_EQ(MPI_Cart_map(MPI_COMM_WORLD, 1, dims, periods, &mapped), MPI_SUCCESS);
  CHECK(mapped >= 0 && mapped < size);
  CHECK_EQ(MPI_Cart_map(MPI_COMM_WORLD, 1, one, periods, &mapped), MPI_SUCCESS);
  CHECK(mapped == 0 || mapped == MPI_UNDEFINED);
  CHECK_EQ(MPI_Graph_map(MPI_COMM_WORLD, 1, index, no_edges, &mapped), MPI_SUCCESS);
  CHECK(mapped == 0 || mapped == MPI_UNDEFINED);
  MPI_Info info = MPI_INFO_NULL;
  CHECK_EQ(MPI_Get_hw_resource_info(&info), MPI_SUCCESS);
  int keys = -1;
  CHECK_EQ(MPI_Info_get_nkeys(info, &keys), MPI_SUCCESS);
  CHECK(keys >= 0);
  CHECK_EQ(MPI_Info_free(&info), MPI_SUCCESS);
  MPI_Datatype type = MPI_DATATYPE_NULL;
  CHECK_EQ(MPI_Type_create_f90_complex(15, MPI_UNDEFINED, &type), MPI_SUCCESS);
  int bytes = 0;
  CHECK_EQ(MPI_Type_size(type, &bytes), MPI_SUCCESS);
  CHECK_EQ(bytes, 16);
}

/// What Fortran's types and logicals are can be told once; a second time is MPI_ERR_ABI.
void fortran() {
  std::int32_t yes = -1, no = 0, got_yes = 5, got_no = 5;
  std::int64_t wide = 0;
  int is_set = -1;
  CHECK_EQ(MPI_Abi_get_fortran_booleans(4, &got_yes, &got_no, &is_set), MPI_SUCCESS);
  CHECK_EQ(is_set, 0);
  CHECK_CLASS(MPI_Abi_set_fortran_booleans(3, &yes, &no), MPI_ERR_ARG);
  CHECK_EQ(MPI_Abi_set_fortran_booleans(4, &yes, &no), MPI_SUCCESS);
  CHECK_CLASS(MPI_Abi_set_fortran_booleans(4, &no, &yes), MPI_ERR_ABI);
  CHECK_CLASS(MPI_Abi_set_fortran_booleans(8, &wide, &wide), MPI_ERR_ABI);
  CHECK_EQ(MPI_Abi_get_fortran_booleans(4, &got_yes, &got_no, &is_set), MPI_SUCCESS);
  CHECK_EQ(is_set, 1);
  CHECK_EQ(got_yes, yes);
  CHECK_EQ(got_no, no);
  CHECK_EQ(MPI_Abi_get_fortran_booleans(8, &wide, &wide, &is_set), MPI_SUCCESS);
  CHECK_EQ(is_set, 0);

  MPI_Info info = MPI_INFO_NULL;
  char value[8] = "";
  int flag = 0;
  CHECK_EQ(MPI_Abi_get_fortran_info(&info), MPI_SUCCESS);
  CHECK_EQ(MPI_Info_get(info, "mpi_double_precision_size", 7, value, &flag), MPI_SUCCESS);
  CHECK(flag && std::atoi(value) == 8);
  CHECK_EQ(MPI_Info_set(info, "mpi_integer_size", "8"), MPI_SUCCESS);
  CHECK_CLASS(MPI_Abi_set_fortran_info(info), MPI_ERR_ABI);  // not what the library was built for
  CHECK_EQ(MPI_Info_set(info, "mpi_integer_size", "4"), MPI_SUCCESS);
  CHECK_EQ(MPI_Abi_set_fortran_info(info), MPI_SUCCESS);
  CHECK_CLASS(MPI_Abi_set_fortran_info(info), MPI_ERR_ABI);
  CHECK_EQ(MPI_Info_free(&info), MPI_SUCCESS);
}

void abi() {
  int major = -1, minor = -1;
  CHECK_EQ(MPI_Abi_get_version(&major, &minor), MPI_SUCCESS);
  CHECK_EQ(major, 1);
  MPI_Info info = MPI_INFO_NULL;
  CHECK_EQ(MPI_Abi_get_info(&info), MPI_SUCCESS);
  char value[64] = "";
  int flag = 0;
  CHECK_EQ(MPI_Info_get(info, "mpi_aint_size", 63, value, &flag), MPI_SUCCESS);
  CHECK(flag && std::atoi(value) == static_cast<int>(sizeof(MPI_Aint)));
  CHECK_EQ(MPI_Info_free(&info), MPI_SUCCESS);
  fortran();
}

}  // namespace

int main(int argc, char** argv) {
  int flag = -1;
  CHECK_EQ(MPI_Initialized(&flag), MPI_SUCCESS);
  CHECK(!flag);
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  CHECK_EQ(MPI_Initialized(&flag), MPI_SUCCESS);
  CHECK(flag);
  CHECK_EQ(MPI_Finalized(&flag), MPI_SUCCESS);
  CHECK(!flag);
  int provided = -1;
  CHECK_EQ(MPI_Query_thread(&provided), MPI_SUCCESS);
  CHECK(provided >= MPI_THREAD_SINGLE && provided <= MPI_THREAD_MULTIPLE);
  CHECK_EQ(MPI_Is_thread_main(&flag), MPI_SUCCESS);
  CHECK(flag);
  integers();
  statuses();
  questions();
  generalised();
  attributes();
  maps();
  abi();
  const int verdict = check::finish();
  MPI_Finalized(&flag);
  return verdict == 0 && flag ? 0 : 1;
}
