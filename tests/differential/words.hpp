// SPDX-License-Identifier: BSD-3-Clause
// Constants whose numbers are an MPI's own, as words: so that the transcripts of two MPIs can be compared.
#pragma once

#include "harness.hpp"

namespace differential {

inline std::string word(int value) {
  if (value == MPI_UNDEFINED) return "undefined";
  if (value == MPI_PROC_NULL) return "nobody";
  if (value == MPI_ANY_SOURCE || value == MPI_ANY_TAG) return "any";
  if (value == MPI_DISTRIBUTE_DFLT_DARG) return "default";
  return std::to_string(value);
}

inline std::string words(const std::vector<int>& values) {
  std::string out = "[";
  for (std::size_t i = 0; i < values.size(); ++i) out += (i ? " " : "") + word(values[i]);
  return out + "]";
}

}  // namespace differential
