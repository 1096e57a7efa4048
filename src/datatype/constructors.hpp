// SPDX-License-Identifier: BSD-3-Clause
// The constructors of derived types (MPI 5.0, 5.1), all with 64-bit counts; `Width` says which twin the user called,
// for the envelope only. Each returns an uncommitted type that keeps its parts alive.
// Errors: invalid_argument for a value the standard forbids and for bounds or sizes beyond 64 bits; no_memory.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <utility>

#include "base/result.hpp"
#include "datatype/datatype.hpp"

namespace baton::datatype {

using Integers = std::span<const std::int64_t>;

Result<TypeRef> dup(const Datatype& old) noexcept;
Result<TypeRef> contiguous(std::int64_t count, const Datatype& old, Width width = Width::narrow) noexcept;
/// `stride` in extents of `old`; hvector's in bytes.
Result<TypeRef> vector(std::int64_t count, std::int64_t blocklength, std::int64_t stride, const Datatype& old,
                       Width width = Width::narrow) noexcept;
Result<TypeRef> hvector(std::int64_t count, std::int64_t blocklength, std::int64_t stride, const Datatype& old,
                        Width width = Width::narrow) noexcept;
/// `displacements` in extents of `old`; those of the h-forms and of struct in bytes. Lengths of the spans must agree.
Result<TypeRef> indexed(Integers blocklengths, Integers displacements, const Datatype& old,
                        Width width = Width::narrow) noexcept;
Result<TypeRef> hindexed(Integers blocklengths, Integers displacements, const Datatype& old,
                         Width width = Width::narrow) noexcept;
Result<TypeRef> indexed_block(std::int64_t blocklength, Integers displacements, const Datatype& old,
                              Width width = Width::narrow) noexcept;
Result<TypeRef> hindexed_block(std::int64_t blocklength, Integers displacements, const Datatype& old,
                               Width width = Width::narrow) noexcept;
Result<TypeRef> create_struct(Integers blocklengths, Integers displacements, std::span<const Datatype* const> types,
                              Width width = Width::narrow) noexcept;
Result<TypeRef> resized(const Datatype& old, std::int64_t lb, std::int64_t extent,
                        Width width = Width::narrow) noexcept;

/// Which index runs fastest: the last (C) or the first (Fortran).
enum class Order : std::uint8_t { c, fortran };
/// MPI_DISTRIBUTE_*; the default argument is `default_argument`.
enum class Distribution : std::uint8_t { none, block, cyclic };
inline constexpr std::int64_t default_argument = -1;

/// The values the user passed for `order` and the like: the envelope returns them as they came.
Result<TypeRef> subarray(Integers sizes, Integers subsizes, Integers starts, Order order, const Datatype& old,
                         std::int64_t order_value, Width width = Width::narrow) noexcept;

/// What MPI_Type_create_darray takes, one entry a dimension. `raw_*` go to the envelope untouched.
struct DistributedArray {
  std::int64_t processes = 0;
  std::int64_t rank = 0;
  Integers sizes;
  std::span<const Distribution> distributions;
  Integers arguments;  // block sizes, or default_argument
  Integers grid;       // processes in each dimension
  Order order = Order::c;
  Integers raw_distributions;
  Integers raw_arguments;
  std::int64_t raw_order = 0;
};
Result<TypeRef> darray(const DistributedArray& array, const Datatype& old, Width width = Width::narrow) noexcept;

/// Unnamed predefined types of Fortran's selected kinds; one type for equal arguments, as the standard advises.
/// Committed. Nothing (std::nullopt) stands for MPI_UNDEFINED. Thread-safe. The cache holds a reference to each.
class F90Types {
 public:
  Result<TypeRef> real(std::optional<int> precision, std::optional<int> range, int undefined) noexcept;
  Result<TypeRef> complex(std::optional<int> precision, std::optional<int> range, int undefined) noexcept;
  Result<TypeRef> integer(int range) noexcept;

 private:
  struct Key {
    Combiner combiner;
    int first;
    int second;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  Result<TypeRef> make(Key key, Kind kind, std::vector<std::int64_t> arguments) noexcept;
  std::mutex mutex_;
  std::map<Key, TypeRef> types_;
};

}  // namespace baton::datatype
