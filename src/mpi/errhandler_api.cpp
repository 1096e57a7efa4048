// SPDX-License-Identifier: BSD-3-Clause
// Error handlers of communicators and sessions, error codes and their texts (MPI 5.0, 9.3 to 9.5).
#include <cstring>

#include "mpi/checks.hpp"
#include "mpi/communicator.hpp"
#include "mpi/errhandler.hpp"
#include "mpi/error_codes.hpp"
#include "mpi/generated/api_errhandler.hpp"
#include "mpi/generated/api_session.hpp"
#include "mpi/session.hpp"

namespace baton::mpi::api {
namespace {

template <class Function>
int create(Function* function, const char* argument, MPI_Errhandler* errhandler) {
  if (int code = check_pointer(Raiser::none(), argument, reinterpret_cast<const void*>(function))) return code;
  if (int code = check_pointer(Raiser::none(), "errhandler", errhandler)) return code;
  auto* made = new Errhandler(function);
  made->set_handle(errhandlers().insert(made));
  *errhandler = made->handle();
  return MPI_SUCCESS;
}

/// Puts a handler in the place of the one that `slot` refers to.
int replace(const Raiser& where, Errhandler*& slot, MPI_Errhandler errhandler) {
  Errhandler* handler = nullptr;
  if (int code = check_handle(where, "errhandler", errhandlers(), errhandler, handler)) return code;
  if (!handler->fits(where.kind())) {
    return fail(where, MPI_ERR_ERRHANDLER,
                "argument 'errhandler' was made for another kind of object; make it with the create call of this kind");
  }
  handler->retain();
  std::exchange(slot, handler)->release();
  return MPI_SUCCESS;
}

int give(const Raiser& where, Errhandler* handler, MPI_Errhandler* errhandler) {
  if (int code = check_pointer(where, "errhandler", errhandler)) return code;
  *errhandler = handler->retain()->handle();  // the user frees it
  return MPI_SUCCESS;
}

/// A code that may be raised or looked up: the standard's, the user's, or one that a failed call returned.
bool is_code(int code) noexcept {
  if (code < 0) return false;
  const int low = code & class_mask;
  return class_sentence(low) || user_error_class(low) != MPI_ERR_UNKNOWN;
}

int check_code(const Raiser& where, const char* argument, int code) noexcept {
  if (is_code(code)) return MPI_SUCCESS;
  return fail(where, MPI_ERR_ARG, "argument '{}' = {}: no call returned this code, and no MPI_Add_error_* made it",
              argument, code);
}

int call(const Raiser& where, int errorcode) {
  if (int code = check_code(where, "errorcode", errorcode)) return code;
  raise(where, errorcode);
  return MPI_SUCCESS;
}

/// The sentence of an outcome of changing the user's codes.
int told(UserCode outcome, const char* argument, int value) noexcept {
  const Raiser where = Raiser::none();
  switch (outcome) {
    case UserCode::done: return MPI_SUCCESS;
    case UserCode::unknown:
      return fail(where, MPI_ERR_ARG,
                  "argument '{}' = {}: not made by MPI_Add_error_class or MPI_Add_error_code, or it has "
                  "nothing to remove",
                  argument, value);
    case UserCode::not_a_class:
      return fail(where, MPI_ERR_ARG, "argument '{}' = {}: a class where a code is wanted, or the reverse", argument,
                  value);
    case UserCode::in_use:
      return fail(where, MPI_ERR_OTHER, "argument '{}' = {}: it still has error codes or a text; remove those first",
                  argument, value);
    case UserCode::full:
      return fail(where, MPI_ERR_OTHER, "all {} error codes of users are taken", class_mask - MPI_ERR_LASTCODE);
  }
  return MPI_ERR_INTERN;
}

int look_up(MPI_Session handle, Session*& session) noexcept {
  return check_handle(Raiser::none(), "session", sessions(), handle, session);
}

}  // namespace

int comm_create_errhandler(MPI_Comm_errhandler_function* comm_errhandler_fn, MPI_Errhandler* errhandler) {
  return create(comm_errhandler_fn, "comm_errhandler_fn", errhandler);
}

int comm_set_errhandler(MPI_Comm comm, MPI_Errhandler errhandler) {
  Communicator* communicator = nullptr;
  if (int code = look_up_comm("comm", comm, &communicator)) return code;
  return replace(comm, extension_of(*communicator).errhandler, errhandler);
}

int comm_get_errhandler(MPI_Comm comm, MPI_Errhandler* errhandler) {
  Communicator* communicator = nullptr;
  if (int code = look_up_comm("comm", comm, &communicator)) return code;
  return give(comm, extension_of(*communicator).errhandler, errhandler);
}

int comm_call_errhandler(MPI_Comm comm, int errorcode) {
  Communicator* communicator = nullptr;
  if (int code = look_up_comm("comm", comm, &communicator)) return code;
  return call(comm, errorcode);
}

int win_create_errhandler(MPI_Win_errhandler_function* win_errhandler_fn, MPI_Errhandler* errhandler) {
  return create(win_errhandler_fn, "win_errhandler_fn", errhandler);
}

// No call makes a window yet: what these are handed is not a window.
int win_set_errhandler(MPI_Win win, MPI_Errhandler) { return fail_handle(Raiser::none(), "win", win); }
int win_get_errhandler(MPI_Win win, MPI_Errhandler*) { return fail_handle(Raiser::none(), "win", win); }
int win_call_errhandler(MPI_Win win, int) { return fail_handle(Raiser::none(), "win", win); }

int session_create_errhandler(MPI_Session_errhandler_function* session_errhandler_fn, MPI_Errhandler* errhandler) {
  return create(session_errhandler_fn, "session_errhandler_fn", errhandler);
}

int session_set_errhandler(MPI_Session session, MPI_Errhandler errhandler) {
  Session* object = nullptr;
  if (int code = look_up(session, object)) return code;
  return replace(session, object->errhandler, errhandler);
}

int session_get_errhandler(MPI_Session session, MPI_Errhandler* errhandler) {
  Session* object = nullptr;
  if (int code = look_up(session, object)) return code;
  return give(session, object->errhandler, errhandler);
}

int session_call_errhandler(MPI_Session session, int errorcode) {
  Session* object = nullptr;
  if (int code = look_up(session, object)) return code;
  return call(session, errorcode);
}

int errhandler_free(MPI_Errhandler* errhandler) {
  Errhandler* handler = nullptr;
  if (int code = check_pointer(Raiser::none(), "errhandler", errhandler)) return code;
  if (int code = check_handle(Raiser::none(), "errhandler", errhandlers(), *errhandler, handler)) return code;
  // A predefined handler keeps its own reference, however often a user frees what MPI_Comm_get_errhandler gave.
  if (handler->action() == Errhandler::Action::call) handler->release();
  *errhandler = MPI_ERRHANDLER_NULL;
  return MPI_SUCCESS;
}

int error_class(int errorcode, int* errorclass) {
  if (int code = check_pointer(Raiser::none(), "errorclass", errorclass)) return code;
  if (int code = check_code(Raiser::none(), "errorcode", errorcode)) return code;
  *errorclass = class_of(errorcode);
  return MPI_SUCCESS;
}

int error_string(int errorcode, char* string, int* resultlen) {
  if (int code = check_pointer(Raiser::none(), "string", string)) return code;
  if (int code = check_pointer(Raiser::none(), "resultlen", resultlen)) return code;
  if (int code = check_code(Raiser::none(), "errorcode", errorcode)) return code;
  const std::string sentence = sentence_of(errorcode);
  const std::size_t length = sentence.copy(string, MPI_MAX_ERROR_STRING - 1);
  string[length] = '\0';
  *resultlen = static_cast<int>(length);
  return MPI_SUCCESS;
}

int add_error_class(int* errorclass) {
  if (int code = check_pointer(Raiser::none(), "errorclass", errorclass)) return code;
  return told(mpi::add_error_class(*errorclass), "errorclass", 0);
}

int add_error_code(int errorclass, int* errorcode) {
  if (int code = check_pointer(Raiser::none(), "errorcode", errorcode)) return code;
  return told(mpi::add_error_code(errorclass, *errorcode), "errorclass", errorclass);
}

int add_error_string(int errorcode, const char* string) {
  if (int code = check_pointer(Raiser::none(), "string", string)) return code;
  if (strnlen(string, MPI_MAX_ERROR_STRING) >= MPI_MAX_ERROR_STRING) {
    return fail(Raiser::none(), MPI_ERR_ARG, "argument 'string' is longer than {} characters (MPI_MAX_ERROR_STRING)",
                MPI_MAX_ERROR_STRING - 1);
  }
  return told(set_error_sentence(errorcode, string), "errorcode", errorcode);
}

int remove_error_class(int errorclass) { return told(mpi::remove_error_class(errorclass), "errorclass", errorclass); }

int remove_error_code(int errorcode) { return told(mpi::remove_error_code(errorcode), "errorcode", errorcode); }

int remove_error_string(int errorcode) { return told(remove_error_sentence(errorcode), "errorcode", errorcode); }

}  // namespace baton::mpi::api
