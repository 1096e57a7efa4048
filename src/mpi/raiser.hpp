// SPDX-License-Identifier: BSD-3-Clause
// The handle on which an error is raised: it names the error handler to call.
#pragma once

#include <cstdint>

#include "mpi.h"

namespace baton::mpi {

/// A communicator, window, file or session; `none` raises on MPI_COMM_SELF; `tool` calls no handler at all (MPI_T).
class Raiser {
 public:
  enum class Kind : std::uint8_t { none, comm, win, file, session, tool };

  constexpr Raiser(MPI_Comm comm) noexcept : handle_(comm), kind_(Kind::comm) {}
  constexpr Raiser(MPI_Win win) noexcept : handle_(win), kind_(Kind::win) {}
  constexpr Raiser(MPI_File file) noexcept : handle_(file), kind_(Kind::file) {}
  constexpr Raiser(MPI_Session session) noexcept : handle_(session), kind_(Kind::session) {}
  static constexpr Raiser none() noexcept { return Raiser(Kind::none); }
  static constexpr Raiser tool() noexcept { return Raiser(Kind::tool); }

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] MPI_Comm comm() const noexcept { return static_cast<MPI_Comm>(handle_); }
  [[nodiscard]] MPI_Win win() const noexcept { return static_cast<MPI_Win>(handle_); }
  [[nodiscard]] MPI_File file() const noexcept { return static_cast<MPI_File>(handle_); }
  [[nodiscard]] MPI_Session session() const noexcept { return static_cast<MPI_Session>(handle_); }

 private:
  constexpr explicit Raiser(Kind kind) noexcept : kind_(kind) {}

  void* handle_ = nullptr;
  Kind kind_;
};

}  // namespace baton::mpi
