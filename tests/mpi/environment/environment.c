// SPDX-License-Identifier: BSD-3-Clause
// Error handlers, attributes, hints and handles as integers, in real processes. Exits with the number of failures.
#include <mpi.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

static void expect(int holds, const char* what, int line) {
  if (holds) return;
  ++failures;
  fprintf(stderr, "line %d: %s\n", line, what);
}
#define EXPECT(condition) expect((condition) != 0, #condition, __LINE__)

static int handled = 0;
static MPI_Comm handled_on;
static void remember(MPI_Comm* comm, int* code, ...) {
  handled_on = *comm;
  MPI_Error_class(*code, &handled);
}

static int copies = 0;
static int deletes = 0;
static int copy(MPI_Comm comm, int keyval, void* state, void* in, void* out, int* flag) {
  (void)comm, (void)keyval, (void)state;
  ++copies;
  *(void**)out = in;
  *flag = 1;
  return MPI_SUCCESS;
}
static int drop(MPI_Comm comm, int keyval, void* value, void* state) {
  (void)comm, (void)keyval, (void)value, (void)state;
  ++deletes;
  return MPI_SUCCESS;
}
static int free_again(MPI_Comm comm, int keyval, void* value, void* state) {
  (void)comm, (void)value, (void)state;
  return MPI_Comm_free_keyval(&keyval);
}
static int refuse_copy(MPI_Comm comm, int keyval, void* state, void* in, void* out, int* flag) {
  (void)comm, (void)keyval, (void)state, (void)in, (void)out, (void)flag;
  return MPI_ERR_OTHER;
}

static void error_handlers(void) {
  MPI_Errhandler handler, got;
  MPI_Comm dup;
  int number = 0, error_class, length;
  char text[MPI_MAX_ERROR_STRING];

  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  int code = MPI_Send(&number, -1, MPI_INT, 0, 0, MPI_COMM_WORLD);
  EXPECT(code != MPI_SUCCESS);
  MPI_Error_class(code, &error_class);
  EXPECT(error_class == MPI_ERR_COUNT);
  MPI_Error_string(code, text, &length);
  EXPECT(strstr(text, "MPI_Send") && strstr(text, "count") && strstr(text, "-1"));

  MPI_Comm_create_errhandler(remember, &handler);
  MPI_Comm_dup(MPI_COMM_WORLD, &dup);
  EXPECT(MPI_Comm_set_errhandler(dup, handler) == MPI_SUCCESS);
  EXPECT(MPI_Comm_get_errhandler(dup, &got) == MPI_SUCCESS && got == handler);
  MPI_Errhandler_free(&got);
  EXPECT(got == MPI_ERRHANDLER_NULL);
  MPI_Errhandler_free(&handler);
  MPI_Send(&number, 1, MPI_INT, 12345, 0, dup);
  EXPECT(handled == MPI_ERR_RANK && handled_on == dup);
  EXPECT(MPI_Comm_call_errhandler(dup, MPI_ERR_IO) == MPI_SUCCESS && handled == MPI_ERR_IO);
  MPI_Comm stale = dup;
  MPI_Comm_free(&dup);

  // An error of no object is WORLD's as long as SELF has no handler of its own, then SELF's.
  MPI_Error_class(MPI_Send(&number, 1, MPI_INT, 0, 0, stale), &error_class);
  EXPECT(error_class == MPI_ERR_COMM);
  MPI_Comm_create_errhandler(remember, &handler);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, handler);
  MPI_Errhandler_free(&handler);
  MPI_Group_size(MPI_GROUP_NULL, &number);
  EXPECT(handled == MPI_ERR_GROUP && handled_on == MPI_COMM_SELF);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  MPI_Error_class(MPI_Send(&number, 1, MPI_INT, 0, 0, stale), &error_class);
  EXPECT(error_class == MPI_ERR_COMM);
  MPI_Error_class(MPI_Send(&number, 1, (MPI_Datatype)MPI_COMM_WORLD, 0, 0, MPI_COMM_WORLD), &error_class);
  EXPECT(error_class == MPI_ERR_TYPE);
  MPI_Error_class(MPI_Comm_size((MPI_Comm)&number, &number), &error_class);
  EXPECT(error_class == MPI_ERR_COMM);
}

static void attributes(void) {
  int keyval, flag, *value, mine = 7, refusing;
  MPI_Comm dup;
  MPI_Comm_get_attr(MPI_COMM_WORLD, MPI_TAG_UB, &value, &flag);
  EXPECT(flag && *value >= 32767);
  MPI_Comm_get_attr(MPI_COMM_WORLD, MPI_WTIME_IS_GLOBAL, &value, &flag);
  EXPECT(flag && (*value == 0 || *value == 1));
  EXPECT(MPI_Comm_set_attr(MPI_COMM_WORLD, MPI_TAG_UB, &mine) != MPI_SUCCESS);

  EXPECT(MPI_Comm_create_keyval(copy, drop, &keyval, (void*)0) == MPI_SUCCESS);
  EXPECT(MPI_Comm_set_attr(MPI_COMM_WORLD, keyval, &mine) == MPI_SUCCESS);
  MPI_Comm_dup(MPI_COMM_WORLD, &dup);
  EXPECT(copies == 1);
  MPI_Comm_get_attr(dup, keyval, &value, &flag);
  EXPECT(flag && value == &mine);
  MPI_Comm_free(&dup);
  EXPECT(deletes == 1);
  MPI_Comm_create_keyval(refuse_copy, MPI_COMM_NULL_DELETE_FN, &refusing, (void*)0);
  MPI_Comm_set_attr(MPI_COMM_WORLD, refusing, &mine);
  EXPECT(MPI_Comm_dup(MPI_COMM_WORLD, &dup) != MPI_SUCCESS && dup == MPI_COMM_NULL);
  MPI_Comm_delete_attr(MPI_COMM_WORLD, refusing);
  MPI_Comm_free_keyval(&refusing);
  EXPECT(refusing == MPI_KEYVAL_INVALID);
  // A key may be freed as long as it is in use; not once more.
  int again, used, last;
  MPI_Comm_create_keyval(MPI_COMM_NULL_COPY_FN, free_again, &again, (void*)0);
  used = last = again;
  MPI_Comm_set_attr(MPI_COMM_WORLD, again, &mine);
  EXPECT(MPI_Comm_free_keyval(&again) == MPI_SUCCESS);
  EXPECT(MPI_Comm_free_keyval(&used) == MPI_SUCCESS);
  EXPECT(MPI_Comm_delete_attr(MPI_COMM_WORLD, last) == MPI_SUCCESS);
  EXPECT(MPI_Comm_free_keyval(&last) != MPI_SUCCESS);
  deletes = 0;
  EXPECT(MPI_Comm_delete_attr(MPI_COMM_WORLD, keyval) == MPI_SUCCESS && deletes == 1);
  MPI_Comm_get_attr(MPI_COMM_WORLD, keyval, &value, &flag);
  EXPECT(!flag);
  MPI_Comm_set_attr(MPI_COMM_SELF, keyval, &mine);  // deleted in MPI_Finalize
  MPI_Comm_free_keyval(&keyval);
}

static void hints(void) {
  MPI_Info info, used;
  MPI_Comm dup;
  char value[16];
  int flag, length = sizeof value;
  MPI_Info_create(&info);
  MPI_Info_set(info, "mpi_assert_no_any_tag", "true");
  MPI_Info_set(info, "unknown_key", "true");
  MPI_Comm_dup_with_info(MPI_COMM_WORLD, info, &dup);
  EXPECT(MPI_Comm_get_info(dup, &used) == MPI_SUCCESS);
  MPI_Info_get_string(used, "mpi_assert_no_any_tag", &length, value, &flag);
  EXPECT(flag && strcmp(value, "true") == 0);
  MPI_Info_get_string(used, "unknown_key", &length, value, &flag);
  EXPECT(!flag);
  MPI_Info_free(&used);
  MPI_Info_free(&info);
  MPI_Comm_free(&dup);
}

static void same_environment(MPI_Info before) {
  MPI_Info after;
  int keys_before, keys_after;
  MPI_Info_create_env(0, (char**)0, &after);
  MPI_Info_get_nkeys(before, &keys_before);
  MPI_Info_get_nkeys(after, &keys_after);
  EXPECT(keys_before > 0 && keys_before == keys_after);
  MPI_Info_free(&after);
}

static void environment_info(void) {
  char value[64];
  int flag, length = sizeof value;
  EXPECT(MPI_Info_get_string(MPI_INFO_ENV, "thread_level", &length, value, &flag) == MPI_SUCCESS);
  EXPECT(flag && strcmp(value, "MPI_THREAD_SINGLE") == 0);
  length = 0;
  MPI_Info_get_string(MPI_INFO_ENV, "command", &length, value, &flag);
  EXPECT(flag && length > 1);
  length = sizeof(value);
  EXPECT(MPI_Info_get_string(MPI_INFO_ENV, "mpi_memory_alloc_kinds", &length, value, &flag) == MPI_SUCCESS);
  EXPECT(flag && strcmp(value, "mpi,system") == 0);
  EXPECT(MPI_Info_set(MPI_INFO_ENV, "command", "x") != MPI_SUCCESS);
}

static void integers(void) {
  MPI_Comm dup;
  MPI_Comm_dup(MPI_COMM_WORLD, &dup);
  EXPECT(MPI_Comm_f2c(MPI_Comm_c2f(dup)) == dup);
  EXPECT(PMPI_Comm_f2c(PMPI_Comm_c2f(dup)) == dup);
  EXPECT(MPI_Comm_toint(MPI_COMM_WORLD) == 0x101);
  EXPECT(MPI_Type_f2c(MPI_Type_c2f(MPI_DOUBLE)) == MPI_DOUBLE);
  MPI_Comm_free(&dup);
}

int main(int argc, char** argv) {
  int deletes_before, major, minor, set;
  MPI_Info before;
  MPI_Info_create_env(0, (char**)0, &before);
  MPI_Init(&argc, &argv);
  same_environment(before);
  error_handlers();
  attributes();
  hints();
  environment_info();
  integers();
  EXPECT(MPI_Abi_get_version(&major, &minor) == MPI_SUCCESS && major == 1 && minor == 0);
  EXPECT(MPI_Abi_get_fortran_booleans(4, &major, &minor, &set) == MPI_SUCCESS && !set);
  deletes_before = deletes;
  MPI_Finalize();
  same_environment(before);
  MPI_Info_free(&before);
  EXPECT(deletes == deletes_before + 1);
  return failures;
}
