// SPDX-License-Identifier: BSD-3-Clause
// How a type was made: the constructor and its exact arguments, for MPI_Type_get_envelope and MPI_Type_get_contents.
// Not the layout: nothing here is read when data moves.
#pragma once

#include <cstdint>
#include <vector>

#include "datatype/type_ref.hpp"

namespace baton::datatype {

/// MPI_COMBINER_*.
enum class Combiner : std::uint8_t {
  named,
  dup,
  contiguous,
  vector,
  hvector,
  indexed,
  hindexed,
  indexed_block,
  hindexed_block,
  struct_,
  subarray,
  darray,
  f90_real,
  f90_complex,
  f90_integer,
  resized,
  value_index,
};

/// Which twin of a constructor the user called: with int and MPI_Aint arguments, or the large-count `_c` one.
enum class Width : std::uint8_t { narrow, large };

/// The arguments in the order in which MPI 5.0, 5.1.13 returns them.
/// A large-count constructor leaves its counts and displacements in `counts`, a narrow one in integers and addresses.
struct Envelope {
  Combiner combiner = Combiner::named;
  Width width = Width::narrow;
  std::vector<std::int64_t> integers{};
  std::vector<std::int64_t> addresses{};
  std::vector<std::int64_t> counts{};
  std::vector<TypeRef> types{};
};

}  // namespace baton::datatype
