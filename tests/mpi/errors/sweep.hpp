// SPDX-License-Identifier: BSD-3-Clause
// Arguments that are wrong, for a function of any type.
#pragma once

#include <mpi.h>

#include <cstdint>
#include <type_traits>

namespace sweep {

enum class Mode {
  garbage,  // handles that no call gave out, null pointers, -7 for numbers
  null,     // the null handles
  good,     // handles that are right; only pointers and numbers are wrong
};

template <class Handle>
Handle handle_of(std::uintptr_t null, std::uintptr_t good, Mode mode) {
  const std::uintptr_t garbage = 0x0123456789abcdefU;
  return reinterpret_cast<Handle>(mode == Mode::garbage ? garbage : mode == Mode::null ? null : good);
}

template <class Handle>
std::uintptr_t bits(Handle handle) {
  return reinterpret_cast<std::uintptr_t>(handle);
}

template <class T>
T wrong(Mode mode) {
  if constexpr (std::is_same_v<T, MPI_Comm>)
    return handle_of<T>(bits(MPI_COMM_NULL), bits(MPI_COMM_SELF), mode);
  else if constexpr (std::is_same_v<T, MPI_Group>)
    return handle_of<T>(bits(MPI_GROUP_NULL), bits(MPI_GROUP_EMPTY), mode);
  else if constexpr (std::is_same_v<T, MPI_Datatype>)
    return handle_of<T>(bits(MPI_DATATYPE_NULL), bits(MPI_INT), mode);
  else if constexpr (std::is_same_v<T, MPI_Op>)
    return handle_of<T>(bits(MPI_OP_NULL), bits(MPI_SUM), mode);
  else if constexpr (std::is_same_v<T, MPI_Errhandler>)
    return handle_of<T>(bits(MPI_ERRHANDLER_NULL), bits(MPI_ERRORS_RETURN), mode);
  else if constexpr (std::is_same_v<T, MPI_Info>)
    return handle_of<T>(bits(MPI_INFO_NULL), bits(MPI_INFO_ENV), mode);
  else if constexpr (std::is_same_v<T, MPI_Request>)
    return handle_of<T>(bits(MPI_REQUEST_NULL), bits(MPI_REQUEST_NULL), mode);
  else if constexpr (std::is_same_v<T, MPI_Message>)
    return handle_of<T>(bits(MPI_MESSAGE_NULL), bits(MPI_MESSAGE_NULL), mode);
  else if constexpr (std::is_same_v<T, MPI_Session>)
    return handle_of<T>(bits(MPI_SESSION_NULL), bits(MPI_SESSION_NULL), mode);
  else if constexpr (std::is_same_v<T, MPI_Win>)
    return handle_of<T>(bits(MPI_WIN_NULL), bits(MPI_WIN_NULL), mode);
  else if constexpr (std::is_same_v<T, MPI_File>)
    return handle_of<T>(bits(MPI_FILE_NULL), bits(MPI_FILE_NULL), mode);
  else if constexpr (std::is_pointer_v<T>)
    return nullptr;
  else
    return static_cast<T>(-7);
}

/// Does the function take a handle or a pointer, so that wrong ones must be found out?
template <class... Arguments>
constexpr bool takes_pointers(int (*)(Arguments...)) {
  return (std::is_pointer_v<Arguments> || ...);
}

template <class... Arguments>
int call_with_wrong(int (*function)(Arguments...), [[maybe_unused]] Mode mode) {
  return function(wrong<Arguments>(mode)...);
}

/// Calls a function with nothing but wrong arguments.
template <auto function>
int call(Mode mode) {
  return call_with_wrong(function, mode);
}

}  // namespace sweep
