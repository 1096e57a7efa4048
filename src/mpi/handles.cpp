// SPDX-License-Identifier: BSD-3-Clause
// What to say about a handle that means nothing. Cold: lookups are in the header.
#include "mpi/handles.hpp"

#include <fmt/format.h>

#include "mpi/failure.hpp"

namespace baton::mpi {
namespace {

struct KindWords {
  const char* name;
  const char* null_handle;
  std::uint16_t null_value;
  int error_class;
};

constexpr KindWords words[] = {
    {"object", "", 0, MPI_ERR_ARG},
    {"communicator", "MPI_COMM_NULL", 0x100, MPI_ERR_COMM},
    {"group", "MPI_GROUP_NULL", 0x108, MPI_ERR_GROUP},
    {"datatype", "MPI_DATATYPE_NULL", 0x200, MPI_ERR_TYPE},
    {"request", "MPI_REQUEST_NULL", 0x180, MPI_ERR_REQUEST},
    {"info object", "MPI_INFO_NULL", 0x130, MPI_ERR_INFO},
    {"operation", "MPI_OP_NULL", 0x20, MPI_ERR_OP},
    {"error handler", "MPI_ERRHANDLER_NULL", 0x140, MPI_ERR_ERRHANDLER},
    {"window", "MPI_WIN_NULL", 0x110, MPI_ERR_WIN},
    {"file", "MPI_FILE_NULL", 0x118, MPI_ERR_FILE},
    {"session", "MPI_SESSION_NULL", 0x120, MPI_ERR_SESSION},
    {"message", "MPI_MESSAGE_NULL", 0x128, MPI_ERR_REQUEST},
    {"control variable", "", 0, MPI_T_ERR_INVALID_HANDLE},
    {"performance variable", "", 0, MPI_T_ERR_INVALID_HANDLE},
    {"session of performance variables", "", 0, MPI_T_ERR_INVALID_SESSION},
    {"event registration", "", 0, MPI_T_ERR_INVALID_HANDLE},
    {"event", "", 0, MPI_T_ERR_INVALID_HANDLE},
};

const KindWords& words_of(HandleKind kind) noexcept {
  const auto at = static_cast<std::size_t>(kind);
  return at < std::size(words) ? words[at] : words[0];
}

/// The kind that a predefined value belongs to.
HandleKind predefined_kind(std::uintptr_t value) noexcept {
  constexpr HandleRange ranges[] = {handle_range<MPI_Op>,      handle_range<MPI_Comm>,    handle_range<MPI_Group>,
                                    handle_range<MPI_Win>,     handle_range<MPI_File>,    handle_range<MPI_Session>,
                                    handle_range<MPI_Message>, handle_range<MPI_Info>,    handle_range<MPI_Errhandler>,
                                    handle_range<MPI_Request>, handle_range<MPI_Datatype>};
  for (const HandleRange& range : ranges) {
    if (value >= range.first && value < std::uintptr_t{range.first} + range.count) return range.kind;
  }
  return HandleKind::none;
}

}  // namespace

int handle_error_class(HandleKind kind) noexcept { return words_of(kind).error_class; }

namespace {

std::string with_article(std::string_view name) {
  return fmt::format("{} {}", std::string_view("aeio").find(name.front()) != std::string_view::npos ? "an" : "a", name);
}

}  // namespace

std::string describe_handle(HandleKind wanted, const void* handle) {
  const auto bits = reinterpret_cast<std::uintptr_t>(handle);
  const KindWords& want = words_of(wanted);
  const bool predefined = bits < HandleBits::zero_page;
  if (bits == want.null_value) return fmt::format("is {}", want.null_handle);
  const HandleKind kind = predefined ? predefined_kind(bits) : HandleBits::of(handle).kind;
  if (kind == wanted)
    return fmt::format("= {:#x} is not {} now: was it freed, or is MPI finalised?", bits, with_article(want.name));
  if (kind != HandleKind::none && static_cast<std::size_t>(kind) < std::size(words)) {
    return fmt::format("= {:#x} is the handle of {}, where {} is wanted", bits, with_article(words_of(kind).name),
                       with_article(want.name));
  }
  return fmt::format("= {:#x} is not a handle of this library: is the variable set?", bits);
}

int fail_handle(const Raiser& where, const char* argument, HandleKind wanted, const void* handle) noexcept {
  try {
    return fail(where, handle_error_class(wanted), "argument '{}' {}", argument, describe_handle(wanted, handle));
  } catch (...) {
    return fail(where, handle_error_class(wanted), "argument '{}' is not a valid handle", argument);
  }
}

}  // namespace baton::mpi
