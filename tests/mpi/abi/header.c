// SPDX-License-Identifier: BSD-3-Clause
// What users write, compiled as every C and C++ from C99 and C++11 on; checked for warnings, never run.
#include <mpi.h>

#if MPI_VERSION != 5 || MPI_SUBVERSION != 0
#error the version must be readable by the preprocessor
#endif

static int copy(MPI_Comm comm, int keyval, void* state, void* in, void* out, int* flag) {
  (void)comm, (void)keyval, (void)state;
  *(void**)out = in;
  *flag = 1;
  return MPI_SUCCESS;
}

static void handle(MPI_Comm* comm, int* code, ...) {
  if (*comm == MPI_COMM_NULL) *code = MPI_ERR_COMM;
}

int use(int argc, char** argv);

int use(int argc, char** argv) {
  int numbers[4] = {0, 0, 0, 0};
  int keyval = MPI_KEYVAL_INVALID;
  MPI_Status status;
  MPI_Request requests[2] = {MPI_REQUEST_NULL, MPI_REQUEST_NULL};
  MPI_Errhandler errhandler = MPI_ERRHANDLER_NULL;
  MPI_Fint f_status[MPI_F_STATUS_SIZE];
  MPI_Init(&argc, &argv);
  MPI_Comm_create_keyval(copy, MPI_COMM_NULL_DELETE_FN, &keyval, (void*)0);
  MPI_Comm_create_errhandler(handle, &errhandler);
  MPI_Send(numbers, 4, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD);
  MPI_Recv(numbers, 4, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &status);
  MPI_Allreduce(MPI_IN_PLACE, numbers, 4, MPI_INT, MPI_SUM, MPI_Comm_f2c(MPI_Comm_c2f(MPI_COMM_SELF)));
  MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
  MPI_Status_c2f(&status, f_status);
  MPI_Status_f2c(f_status, &status);
  MPI_Pcontrol(1, "level", 2);
  switch (status.MPI_ERROR) {
    case MPI_SUCCESS: break;
    case MPI_ERR_TRUNCATE: return 1;
    default: return 2;
  }
  return MPI_Finalize();
}
