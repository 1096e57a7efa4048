// SPDX-License-Identifier: BSD-3-Clause
// Shared by the bodies of the datatype chapter only.
#pragma once

#include <string_view>
#include <vector>

#include "datatype/constructors.hpp"
#include "mpi/checks.hpp"
#include "mpi/datatypes.hpp"

namespace baton::mpi {

using datatype::Datatype;

inline int look_up(const char* argument, MPI_Datatype handle, const Datatype*& type,
                   const Raiser& where = Raiser::none()) noexcept {
  return check_handle(where, argument, datatypes(), handle, type);
}

/// Which twin of the constructor was called: their bodies are one, but the envelope tells them apart.
[[nodiscard]] inline datatype::Width called_width() noexcept {
  return std::string_view(current_call).ends_with("_c") ? datatype::Width::large : datatype::Width::narrow;
}

/// Arrays of either width as the datatype room takes them.
[[nodiscard]] inline std::vector<std::int64_t> widened(Counts counts, MPI_Count n) {
  std::vector<std::int64_t> values(static_cast<std::size_t>(n));
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = counts[i];
  return values;
}

/// Gives a new type its handle, or raises the error that kept it from being made.
inline int deliver(Result<datatype::TypeRef> made, MPI_Datatype* newtype) {
  if (!made) return fail(Raiser::none(), made.error());
  *newtype = adopt(std::move(*made));
  return MPI_SUCCESS;
}

}  // namespace baton::mpi
