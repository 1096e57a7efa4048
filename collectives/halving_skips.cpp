// SPDX-License-Identifier: BSD-3-Clause
// Reduce-scatter and allgather by halved skips.
#include "collectives/halving_skips.hpp"

#include <algorithm>
#include <vector>

namespace baton::collectives {

template <class Act>
void HalvingSkips::each_run(const Block& whole, std::uint32_t first, std::uint32_t n, Act&& act) const {
  const auto start = static_cast<std::uint32_t>((std::uint64_t{rank} + first) % size);
  const std::uint32_t straight = std::min(n, size - start);
  act(part(whole, offset(start), offset(start + straight) - offset(start)));
  if (straight < n) act(part(whole, 0, offset(n - straight)));
}

void HalvingSkips::reduce_scatter(Builder& builder, const Block& own, const Block& sum) const {
  const bool apart = !(own == sum);
  Block value = own;
  Block spare;
  for (std::uint32_t held = size; held > 1;) {
    const std::uint32_t skip = (held + 1) / 2;
    const auto to = static_cast<std::uint32_t>((std::uint64_t{rank} + skip) % size);
    const std::uint32_t from = (rank + size - skip) % size;
    each_run(value, skip, held - skip, [&](const Block& run) { builder.send(to, run); });
    if (apart && value == own) {
      each_run(sum, 0, held - skip, [&](const Block& run) {
        builder.recv(from, run);
        builder.reduce(part(own, run.offset - sum.offset, run.count), run);
      });
      // Parts to which nothing came yet.
      each_run(sum, held - skip, 2 * skip - held,
               [&](const Block& run) { builder.copy(part(own, run.offset - sum.offset, run.count), run); });
    } else {
      // A place for each run, so that the second need not wait until the first one is reduced.
      std::int64_t total = 0;
      each_run(sum, 0, held - skip, [&](const Block& run) { total += run.count; });
      if (spare.count < total) spare = builder.scratch(total);
      std::int64_t at = 0;
      each_run(sum, 0, held - skip, [&](const Block& run) {
        const Block operand = part(spare, at, run.count);
        at += run.count;
        builder.recv(from, operand);
        builder.reduce(operand, run);
      });
    }
    value = sum;
    held = skip;
  }
  if (size == 1) builder.copy(own, sum);
}

void HalvingSkips::allgather(Builder& builder, const Block& whole) const {
  std::vector<std::uint32_t> helds;  // parts held before and after each round
  for (std::uint32_t held = size; held > 1; held = (held + 1) / 2) helds.push_back(held);
  for (auto held = helds.rbegin(); held != helds.rend(); ++held) {
    const std::uint32_t skip = (*held + 1) / 2;
    const auto up = static_cast<std::uint32_t>((std::uint64_t{rank} + skip) % size);
    const std::uint32_t down = (rank + size - skip) % size;
    each_run(whole, 0, *held - skip, [&](const Block& run) { builder.send(down, run); });
    each_run(whole, skip, *held - skip, [&](const Block& run) { builder.recv(up, run); });
  }
}

}  // namespace baton::collectives
