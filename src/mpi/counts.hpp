// SPDX-License-Identifier: BSD-3-Clause
// Counts and displacements as the bodies see them: always MPI_Count, whichever of MPI_X and MPI_X_c was called.
// Views only: nothing is copied, nothing is owned.
#pragma once

#include <cstddef>
#include <limits>
#include <type_traits>

#include "mpi.h"

namespace baton::mpi {

static_assert(std::is_same_v<MPI_Aint, MPI_Count>, "arrays of MPI_Aint are read through Counts");

/// An array of counts or displacements of either width.
class Counts {
 public:
  constexpr Counts() noexcept = default;
  constexpr explicit Counts(const int* narrow) noexcept : data_(narrow) {}
  constexpr explicit Counts(const MPI_Count* wide) noexcept : data_(wide), is_large_(true) {}

  [[nodiscard]] MPI_Count operator[](std::size_t i) const noexcept {
    return is_large_ ? static_cast<const MPI_Count*>(data_)[i] : static_cast<const int*>(data_)[i];
  }
  MPI_Count operator[](int i) const noexcept { return (*this)[static_cast<std::size_t>(i)]; }
  [[nodiscard]] bool is_large() const noexcept { return is_large_; }
  [[nodiscard]] bool is_null() const noexcept { return data_ == nullptr; }

 private:
  const void* data_ = nullptr;
  bool is_large_ = false;
};
static_assert(sizeof(Counts) == 16);

/// Where one count goes. A count that an int cannot hold is written as MPI_UNDEFINED, as the standard rules.
class CountOut {
 public:
  constexpr CountOut() noexcept = default;
  constexpr explicit CountOut(int* narrow) noexcept : data_(narrow) {}
  constexpr explicit CountOut(MPI_Count* wide) noexcept : data_(wide), is_large_(true) {}

  void set(MPI_Count value) const noexcept {
    if (is_large_) {
      *static_cast<MPI_Count*>(data_) = value;
    } else {
      *static_cast<int*>(data_) = fits(value) ? static_cast<int>(value) : MPI_UNDEFINED;
    }
  }
  /// For parameters that are read too (position).
  [[nodiscard]] MPI_Count get() const noexcept {
    return is_large_ ? *static_cast<const MPI_Count*>(data_) : *static_cast<const int*>(data_);
  }
  [[nodiscard]] bool is_large() const noexcept { return is_large_; }
  [[nodiscard]] bool is_null() const noexcept { return data_ == nullptr; }
  [[nodiscard]] static bool fits(MPI_Count value) noexcept {
    return value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max();
  }

 private:
  void* data_ = nullptr;
  bool is_large_ = false;
};

}  // namespace baton::mpi
