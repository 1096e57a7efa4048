// SPDX-License-Identifier: BSD-3-Clause
// Which error classes there are: the standard's with their sentences, and the user's.
#include "mpi/error_codes.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "mpi/failure.hpp"

namespace baton::mpi {
namespace {

struct ClassSentence {
  int error_class;
  const char* sentence;
};

constexpr ClassSentence class_sentences[] = {
    {MPI_SUCCESS, "no error"},
    {MPI_ERR_BUFFER, "the buffer is not valid"},
    {MPI_ERR_COUNT, "the count is not valid"},
    {MPI_ERR_TYPE, "the datatype is not valid"},
    {MPI_ERR_TAG, "the tag is not valid"},
    {MPI_ERR_COMM, "the communicator is not valid"},
    {MPI_ERR_RANK, "the rank is not valid"},
    {MPI_ERR_REQUEST, "the request is not valid"},
    {MPI_ERR_ROOT, "the root is not valid"},
    {MPI_ERR_GROUP, "the group is not valid"},
    {MPI_ERR_OP, "the operation is not valid"},
    {MPI_ERR_TOPOLOGY, "the topology is not valid"},
    {MPI_ERR_DIMS, "the dimensions are not valid"},
    {MPI_ERR_ARG, "an argument is not valid"},
    {MPI_ERR_UNKNOWN, "unknown error"},
    {MPI_ERR_TRUNCATE, "the message is longer than the receive buffer"},
    {MPI_ERR_OTHER, "an error that no other class describes"},
    {MPI_ERR_INTERN, "an error inside the library"},
    {MPI_ERR_PENDING, "the request is not complete and has no error"},
    {MPI_ERR_IN_STATUS, "the error codes are in the statuses"},
    {MPI_ERR_ACCESS, "permission denied"},
    {MPI_ERR_AMODE, "the access mode of the file is not valid"},
    {MPI_ERR_ASSERT, "the assertion is not valid"},
    {MPI_ERR_BAD_FILE, "the file name is not valid"},
    {MPI_ERR_BASE, "the base address is not valid"},
    {MPI_ERR_CONVERSION, "a conversion function of the user failed"},
    {MPI_ERR_DISP, "the displacement is not valid"},
    {MPI_ERR_DUP_DATAREP, "the data representation is defined already"},
    {MPI_ERR_FILE_EXISTS, "the file exists"},
    {MPI_ERR_FILE_IN_USE, "the file is open in a process"},
    {MPI_ERR_FILE, "the file handle is not valid"},
    {MPI_ERR_INFO_KEY, "the info key is too long or empty"},
    {MPI_ERR_INFO_NOKEY, "the info key does not exist"},
    {MPI_ERR_INFO_VALUE, "the info value is too long or not valid"},
    {MPI_ERR_INFO, "the info object is not valid"},
    {MPI_ERR_IO, "input or output failed"},
    {MPI_ERR_KEYVAL, "the attribute key is not valid"},
    {MPI_ERR_LOCKTYPE, "the lock type is not valid"},
    {MPI_ERR_NAME, "the service name was not published"},
    {MPI_ERR_NO_MEM, "no memory left"},
    {MPI_ERR_NOT_SAME, "the processes of a collective call gave different arguments"},
    {MPI_ERR_NO_SPACE, "no space left on the device"},
    {MPI_ERR_NO_SUCH_FILE, "the file does not exist"},
    {MPI_ERR_PORT, "the port is not valid"},
    {MPI_ERR_QUOTA, "the quota is used up"},
    {MPI_ERR_READ_ONLY, "the file or file system is read-only"},
    {MPI_ERR_RMA_ATTACH, "the memory cannot be attached to the window"},
    {MPI_ERR_RMA_CONFLICT, "conflicting accesses to the window"},
    {MPI_ERR_RMA_RANGE, "the target memory is outside the window"},
    {MPI_ERR_RMA_SHARED, "the memory of the window cannot be shared"},
    {MPI_ERR_RMA_SYNC, "the window is not synchronised as the call needs"},
    {MPI_ERR_SERVICE, "the service name is not published"},
    {MPI_ERR_SIZE, "the size is not valid"},
    {MPI_ERR_SPAWN, "the processes could not be started"},
    {MPI_ERR_UNSUPPORTED_DATAREP, "the data representation is not supported"},
    {MPI_ERR_UNSUPPORTED_OPERATION, "the operation is not supported"},
    {MPI_ERR_WIN, "the window is not valid"},
    {MPI_ERR_RMA_FLAVOR, "the window has the wrong flavor for the call"},
    {MPI_ERR_PROC_ABORTED, "a peer process ended"},
    {MPI_ERR_VALUE_TOO_LARGE, "a value is too large for its type"},
    {MPI_ERR_SESSION, "the session is not valid"},
    {MPI_ERR_ERRHANDLER, "the error handler is not valid"},
    {MPI_ERR_ABI, "the binary interface does not fit"},
    {MPI_T_ERR_CANNOT_INIT, "the tool interface cannot be initialised"},
    {MPI_T_ERR_NOT_ACCESSIBLE, "the tool interface cannot be used now"},
    {MPI_T_ERR_NOT_INITIALIZED, "the tool interface is not initialised"},
    {MPI_T_ERR_NOT_SUPPORTED, "the tool interface does not support this"},
    {MPI_T_ERR_MEMORY, "the tool interface has no memory left"},
    {MPI_T_ERR_INVALID, "an argument of the tool interface is not valid"},
    {MPI_T_ERR_INVALID_INDEX, "the index is not valid"},
    {MPI_T_ERR_INVALID_ITEM, "the item index is not valid"},
    {MPI_T_ERR_INVALID_SESSION, "the session of the tool interface is not valid"},
    {MPI_T_ERR_INVALID_HANDLE, "the handle of the tool interface is not valid"},
    {MPI_T_ERR_INVALID_NAME, "the name is not known"},
    {MPI_T_ERR_OUT_OF_HANDLES, "no handles left"},
    {MPI_T_ERR_OUT_OF_SESSIONS, "no sessions left"},
    {MPI_T_ERR_CVAR_SET_NOT_NOW, "the control variable cannot be set now"},
    {MPI_T_ERR_CVAR_SET_NEVER, "the control variable can never be set"},
    {MPI_T_ERR_PVAR_NO_WRITE, "the performance variable cannot be written"},
    {MPI_T_ERR_PVAR_NO_STARTSTOP, "the performance variable cannot be started or stopped"},
    {MPI_T_ERR_PVAR_NO_ATOMIC, "the performance variable cannot be read and reset in one step"},
    {MPI_ERR_LASTCODE, "the last error code of the standard"},
};

/// The user's codes. A class has itself as its class.
struct UserCodes {
  struct Entry {
    int error_class;
    std::string sentence;
  };
  std::mutex mutex;
  std::map<int, Entry> entries;
  int last = MPI_ERR_LASTCODE;

  int next() const { return entries.empty() ? first_user_code : entries.rbegin()->first + 1; }
  void note_last() { last = entries.empty() ? MPI_ERR_LASTCODE : entries.rbegin()->first; }
};

UserCodes& user_codes() {
  static UserCodes& codes = *new UserCodes;  // lives for ever: last_used_code() gives out an address in it
  return codes;
}

}  // namespace

const char* class_sentence(int error_class) noexcept {
  const auto* found = std::lower_bound(std::begin(class_sentences), std::end(class_sentences), error_class,
                                       [](const ClassSentence& row, int wanted) { return row.error_class < wanted; });
  return found != std::end(class_sentences) && found->error_class == error_class ? found->sentence : nullptr;
}

int class_of(Code code) noexcept {
  switch (code) {
    case Code::ok: return MPI_SUCCESS;
    case Code::invalid_argument: return MPI_ERR_ARG;
    case Code::call_mismatch: return MPI_ERR_OTHER;
    case Code::root_mismatch: return MPI_ERR_ROOT;
    case Code::op_mismatch: return MPI_ERR_OP;
    case Code::truncated: return MPI_ERR_TRUNCATE;
    case Code::no_memory: return MPI_ERR_NO_MEM;
    case Code::not_found: return MPI_ERR_NAME;
    case Code::timed_out: return MPI_ERR_OTHER;
    case Code::peer_lost: return MPI_ERR_PROC_ABORTED;
    case Code::refused: return MPI_ERR_OTHER;
    case Code::unsupported: return MPI_ERR_UNSUPPORTED_OPERATION;
    case Code::type_mismatch: return MPI_ERR_TYPE;
    case Code::cancelled: return MPI_ERR_OTHER;
    case Code::io: return MPI_ERR_OTHER;
    case Code::protocol: return MPI_ERR_INTERN;
    case Code::internal: return MPI_ERR_INTERN;
  }
  return MPI_ERR_UNKNOWN;
}

int user_error_class(int code) noexcept {
  UserCodes& codes = user_codes();
  const std::lock_guard guard(codes.mutex);
  const auto found = codes.entries.find(code);
  return found == codes.entries.end() ? MPI_ERR_UNKNOWN : found->second.error_class;
}

std::string user_error_sentence(int code) {
  UserCodes& codes = user_codes();
  const std::lock_guard guard(codes.mutex);
  const auto found = codes.entries.find(code);
  return found == codes.entries.end() ? std::string() : found->second.sentence;
}

int* last_used_code() noexcept { return &user_codes().last; }

UserCode add_error_class(int& error_class) {
  UserCodes& codes = user_codes();
  const std::lock_guard guard(codes.mutex);
  if (codes.next() > class_mask) return UserCode::full;
  error_class = codes.next();
  codes.entries[error_class] = {error_class, {}};
  codes.note_last();
  return UserCode::done;
}

UserCode add_error_code(int error_class, int& code) {
  UserCodes& codes = user_codes();
  const std::lock_guard guard(codes.mutex);
  if (!class_sentence(error_class)) {
    const auto found = codes.entries.find(error_class);
    if (found == codes.entries.end()) return UserCode::unknown;
    if (found->second.error_class != error_class) return UserCode::not_a_class;
  }
  if (codes.next() > class_mask) return UserCode::full;
  code = codes.next();
  codes.entries[code] = {error_class, {}};
  codes.note_last();
  return UserCode::done;
}

UserCode set_error_sentence(int code, std::string_view sentence) {
  UserCodes& codes = user_codes();
  const std::lock_guard guard(codes.mutex);
  const auto found = codes.entries.find(code);
  if (found == codes.entries.end()) return UserCode::unknown;
  found->second.sentence = sentence;
  return UserCode::done;
}

UserCode remove_error_class(int error_class) {
  UserCodes& codes = user_codes();
  const std::lock_guard guard(codes.mutex);
  const auto found = codes.entries.find(error_class);
  if (found == codes.entries.end()) return UserCode::unknown;
  if (found->second.error_class != error_class) return UserCode::not_a_class;
  for (const auto& [code, entry] : codes.entries) {
    if (code != error_class && entry.error_class == error_class) return UserCode::in_use;
  }
  if (!found->second.sentence.empty()) return UserCode::in_use;
  codes.entries.erase(found);
  codes.note_last();
  return UserCode::done;
}

UserCode remove_error_code(int code) {
  UserCodes& codes = user_codes();
  const std::lock_guard guard(codes.mutex);
  const auto found = codes.entries.find(code);
  if (found == codes.entries.end()) return UserCode::unknown;
  if (found->second.error_class == code) return UserCode::not_a_class;
  if (!found->second.sentence.empty()) return UserCode::in_use;
  codes.entries.erase(found);
  codes.note_last();
  return UserCode::done;
}

UserCode remove_error_sentence(int code) {
  UserCodes& codes = user_codes();
  const std::lock_guard guard(codes.mutex);
  const auto found = codes.entries.find(code);
  if (found == codes.entries.end() || found->second.sentence.empty()) return UserCode::unknown;
  found->second.sentence.clear();
  return UserCode::done;
}

}  // namespace baton::mpi
