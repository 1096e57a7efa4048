// SPDX-License-Identifier: BSD-3-Clause
// The ABI's own calls: its version and sizes, what Fortran's types are, handles as integers (MPI 5.0, chapter 20).
#include <array>
#include <cstring>
#include <mutex>

#include "mpi/checks.hpp"
#include "mpi/datatypes.hpp"
#include "mpi/errhandler.hpp"
#include "mpi/generated/api_abi.hpp"
#include "mpi/info.hpp"
#include "mpi/message.hpp"
#include "mpi/objects.hpp"
#include "mpi/ops.hpp"
#include "mpi/session.hpp"

namespace baton::mpi::api {
namespace {

constexpr Raiser where = Raiser::none();

/// What Fortran's types are to this library: those of the usual compilers. All sized types are supported.
std::vector<Info::Entry> fortran_entries() {
  std::vector<Info::Entry> entries = {
      {"mpi_logical_size", "4"}, {"mpi_integer_size", "4"}, {"mpi_real_size", "4"}, {"mpi_double_precision_size", "8"}};
  for (const char* type : {"logical1", "logical2", "logical4", "logical8", "logical16", "integer1", "integer2",
                           "integer4", "integer8", "integer16", "real2", "real4", "real8", "real16", "complex4",
                           "complex8", "complex16", "complex32", "double_complex"}) {
    entries.emplace_back("mpi_" + std::string(type) + "_supported", "true");
  }
  return entries;
}

/// What was told of Fortran, each once: "only the first call to this function affects the state" (MPI 5.0, 20.4.1).
struct Told {
  std::mutex mutex;
  bool info = false;
  int logical_size = 0;  // of the values below; 0: not told
  std::array<std::byte, 16> true_value{};
  std::array<std::byte, 16> false_value{};
};
constinit Immortal<Told> told;

bool is_logical_size(int bytes) noexcept { return bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8 || bytes == 16; }

int fail_logical_size(int logical_size) noexcept {
  return fail(where, MPI_ERR_ARG, "argument 'logical_size' = {}: Fortran's logicals have 1, 2, 4, 8 or 16 bytes",
              logical_size);
}

/// Windows and files have no table yet: only predefined handles mean something.
template <class Handle>
Handle predefined_from_int(int number) noexcept {
  const bool predefined = number >= 0 && static_cast<std::uint64_t>(number) < HandleBits::zero_page;
  return predefined ? reinterpret_cast<Handle>(static_cast<std::uintptr_t>(number)) : nullptr;
}
int predefined_to_int(const void* handle) noexcept {
  return static_cast<int>(reinterpret_cast<std::uintptr_t>(handle));
}

}  // namespace

int abi_get_version(int* abi_major, int* abi_minor) {
  if (int code = check_pointer(where, "abi_major", abi_major)) return code;
  if (int code = check_pointer(where, "abi_minor", abi_minor)) return code;
  *abi_major = MPI_ABI_VERSION;
  *abi_minor = MPI_ABI_SUBVERSION;
  return MPI_SUCCESS;
}

int abi_get_info(MPI_Info* info) {
  if (int code = check_pointer(where, "info", info)) return code;
  *info = new_info({{"mpi_aint_size", std::to_string(sizeof(MPI_Aint))},
                    {"mpi_count_size", std::to_string(sizeof(MPI_Count))},
                    {"mpi_offset_size", std::to_string(sizeof(MPI_Offset))}});
  return MPI_SUCCESS;
}

int abi_get_fortran_info(MPI_Info* info) {
  if (int code = check_pointer(where, "info", info)) return code;
  *info = new_info(fortran_entries());
  return MPI_SUCCESS;
}

/// The sizes are fixed when the library is built, so only the same sizes can be set.
int abi_set_fortran_info(MPI_Info info) {
  Info* object = nullptr;
  if (int code = check_handle(where, "info", infos(), info, object)) return code;
  for (const auto& [key, value] : fortran_entries()) {
    const auto wanted = object->get(key);
    if (wanted && *wanted != value) {
      return fail(where, MPI_ERR_ABI, "key \"{}\" = \"{}\" in argument 'info': this library was built for \"{}\"", key,
                  *wanted, value);
    }
  }
  const std::lock_guard guard(told->mutex);
  if (told->info) return fail(where, MPI_ERR_ABI, "what Fortran's types are was set already: this can be done once");
  told->info = true;
  return MPI_SUCCESS;
}

int abi_set_fortran_booleans(int logical_size, void* logical_true, void* logical_false) {
  if (!is_logical_size(logical_size)) return fail_logical_size(logical_size);
  if (int code = check_pointer(where, "logical_true", logical_true)) return code;
  if (int code = check_pointer(where, "logical_false", logical_false)) return code;
  const std::lock_guard guard(told->mutex);
  if (told->logical_size != 0) {
    return fail(where, MPI_ERR_ABI,
                "the values of Fortran's logicals were set already, for {} bytes: this can be done once",
                told->logical_size);
  }
  std::memcpy(told->true_value.data(), logical_true, static_cast<std::size_t>(logical_size));
  std::memcpy(told->false_value.data(), logical_false, static_cast<std::size_t>(logical_size));
  told->logical_size = logical_size;
  return MPI_SUCCESS;
}

int abi_get_fortran_booleans(int logical_size, void* logical_true, void* logical_false, int* is_set) {
  if (!is_logical_size(logical_size)) return fail_logical_size(logical_size);
  if (int code = check_pointer(where, "is_set", is_set)) return code;
  const std::lock_guard guard(told->mutex);
  *is_set = told->logical_size == logical_size ? 1 : 0;
  if (*is_set == 0) return MPI_SUCCESS;
  if (int code = check_pointer(where, "logical_true", logical_true)) return code;
  if (int code = check_pointer(where, "logical_false", logical_false)) return code;
  std::memcpy(logical_true, told->true_value.data(), static_cast<std::size_t>(logical_size));
  std::memcpy(logical_false, told->false_value.data(), static_cast<std::size_t>(logical_size));
  return MPI_SUCCESS;
}

MPI_Comm comm_fromint(int comm) { return comms().from_int(comm); }
int comm_toint(MPI_Comm comm) { return comms().to_int(comm); }
MPI_Errhandler errhandler_fromint(int errhandler) { return errhandlers().from_int(errhandler); }
int errhandler_toint(MPI_Errhandler errhandler) { return errhandlers().to_int(errhandler); }
MPI_File file_fromint(int file) { return predefined_from_int<MPI_File>(file); }
int file_toint(MPI_File file) { return predefined_to_int(file); }
MPI_Group group_fromint(int group) { return groups().from_int(group); }
int group_toint(MPI_Group group) { return groups().to_int(group); }
MPI_Info info_fromint(int info) { return infos().from_int(info); }
int info_toint(MPI_Info info) { return infos().to_int(info); }
MPI_Message message_fromint(int message) { return messages().from_int(message); }
int message_toint(MPI_Message message) { return messages().to_int(message); }
MPI_Op op_fromint(int op) { return ops().from_int(op); }
int op_toint(MPI_Op op) { return ops().to_int(op); }
MPI_Request request_fromint(int request) { return requests().from_int(request); }
int request_toint(MPI_Request request) { return requests().to_int(request); }
MPI_Session session_fromint(int session) { return sessions().from_int(session); }
int session_toint(MPI_Session session) { return sessions().to_int(session); }
MPI_Datatype type_fromint(int datatype) { return datatypes().from_int(datatype); }
int type_toint(MPI_Datatype datatype) { return datatypes().to_int(datatype); }
MPI_Win win_fromint(int win) { return predefined_from_int<MPI_Win>(win); }
int win_toint(MPI_Win win) { return predefined_to_int(win); }

}  // namespace baton::mpi::api
