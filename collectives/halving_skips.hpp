// SPDX-License-Identifier: BSD-3-Clause
// Reduce-scatter and allgather in ceil(log2 P) rounds and P - 1 parts sent, for any P, by skips that halve P, rounded
// up: J. L. Traeff, "Optimal, Non-pipelined Reduce-scatter and Allreduce Algorithms", 2024. Parts lie one behind the
// other in the order of their ranks; a run of them that wraps around travels as two messages.
#pragma once

#include <cstdint>
#include <functional>

#include "collectives/builder.hpp"

namespace baton::collectives {

struct HalvingSkips {
  std::uint32_t size;
  std::uint32_t rank;
  std::function<std::int64_t(std::uint32_t)> offset;  // where part i starts; `size` is asked for, too

  /// `own`: this rank's whole vector. `sum`: where sums grow; afterwards part `rank` of it is reduced. May be the same
  /// block. Commutative operations only. Cost: ceil(log2 P) a + n (P - 1) / P (b + g).
  void reduce_scatter(Builder& builder, const Block& own, const Block& sum) const;

  /// Afterwards `whole` holds all parts, of which this rank's is there before.
  void allgather(Builder& builder, const Block& whole) const;

 private:
  /// The parts [first, first + n) counted from this rank on and around, as one or two blocks.
  template <class Act>
  void each_run(const Block& whole, std::uint32_t first, std::uint32_t n, Act&& act) const;
};

}  // namespace baton::collectives
