// SPDX-License-Identifier: BSD-3-Clause
// Calls in which each rank has something else for each, through the domains of a node: first each rank collects from
// its domain what is for the ranks of its lane, then it takes its own from these. Cost, D domains of m ranks: m + D
// lines and slices are read instead of D m, and bytes are moved twice (alltoall, in the way of Bruck et al., 1997, with
// the domain as radix) or reduced on the way. Scans: each rank reads its own domain and the sums of those before it.
#include <algorithm>
#include <span>
#include <vector>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/cost.hpp"
#include "collectives/arena/operands.hpp"
#include "collectives/arena/program.hpp"
#include "collectives/arena/tree.hpp"

namespace baton::collectives::arena {
namespace {

constexpr std::uint32_t elements = slot::recv;

}  // namespace

Schedule alltoall_lanes(const Shape& shape) {
  Program program(shape);
  const Nodes& domains = lanes_for(Collective::alltoall, shape);
  const std::int64_t bytes = shape.recv.count * shape.recv.size;
  const std::int64_t total = bytes * shape.size;
  const std::uint32_t domain = domains.node_of[shape.rank];
  const std::vector<std::uint32_t>& mates = domains.members[domain];
  const std::vector<std::uint32_t> lane = domains.lane(domains.local_of[shape.rank]);
  const TwoWays rounds{1, total};
  const std::uint32_t second = rounds.down(0);
  program.place(shape.in_place ? Program::received(0, total) : Program::sent(0, total), Program::slice(0, 0, total));
  program.publish(0);
  for (std::size_t hop = 0; hop < mates.size(); ++hop) {
    const std::size_t from = (domains.local_of[shape.rank] + hop) % mates.size();
    for (std::size_t to = 0; to < lane.size(); ++to) {
      const auto place = static_cast<std::int64_t>(to * mates.size() + from) * bytes;
      program.fetch(mates[from], Program::slice(0, lane[to] * bytes, bytes), Program::slice(second, place, bytes));
    }
  }
  program.publish(second);
  const auto each = static_cast<std::int64_t>(mates.size());
  for (std::size_t hop = 0; hop < lane.size(); ++hop) {
    const std::size_t from = (domain + hop) % lane.size();
    const std::vector<std::uint32_t>& theirs = domains.members[from];
    const std::int64_t place = domain * each * bytes;
    if (domains.runs) {
      program.fetch(lane[from], Program::slice(second, place, each * bytes),
                    Program::received(theirs[0] * bytes, each * bytes));
      continue;
    }
    for (std::int64_t local = 0; local < each; ++local) {
      program.fetch(lane[from], Program::slice(second, place + local * bytes, bytes),
                    Program::received(theirs[static_cast<std::size_t>(local)] * bytes, bytes));
    }
  }
  return std::move(program).finish(rounds.count(), total);
}

Schedule reduce_scatter_lanes(const Shape& shape) {
  Program program(shape);
  const Nodes& domains = lanes_for(Collective::reduce_scatter_block, shape);
  const std::int64_t size = shape.send.size;
  const std::int64_t block = shape.recv.count;
  const std::uint32_t domain = domains.node_of[shape.rank];
  const std::vector<std::uint32_t>& mates = domains.members[domain];
  const std::vector<std::uint32_t> lane = domains.lane(domains.local_of[shape.rank]);
  const Chunks chunks{block, std::max<std::int64_t>(1, slice_bytes / size / shape.size)};
  const std::int64_t longest = chunks.length(0);
  const TwoWays rounds{chunks.count(), longest * size * shape.size};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t count = chunks.length(t);
    for (std::uint32_t hop = 1; hop <= shape.size; ++hop) {
      const std::uint32_t peer = (shape.rank + hop) % shape.size;
      program.place(Program::sent((peer * block + chunks.first(t)) * size, count * size),
                    Program::slice(TwoWays::up(t), peer * longest * size, count * size));
    }
    program.publish(TwoWays::up(t));
    for (std::size_t to = 0; to < lane.size(); ++to) {
      fold(program, mates, TwoWays::up(t), lane[to] * longest * size, {{}, true},
           Program::slice(rounds.down(t), static_cast<std::int64_t>(to) * longest * size, count, elements), size);
    }
    program.publish(rounds.down(t));
    fold(program, lane, rounds.down(t), domain * longest * size, {{}, true}, Program::result(chunks.first(t), count),
         size);
    if (chunks.count() > 1) program.pass(rounds.down(t));
  }
  return std::move(program).finish(rounds.count(), longest * size * shape.size);
}

namespace {

/// `own`: whether this rank's vector is in its result.
Schedule prefix(const Shape& shape, const Nodes& domains, bool own) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, std::max<std::int64_t>(1, tree_chunk / size)};
  const std::uint32_t domain = domains.node_of[shape.rank];
  const std::vector<std::uint32_t>& mates = domains.members[domain];
  const std::size_t before = domains.local_of[shape.rank] + (own ? std::size_t{1} : 0);
  const TwoWays rounds{chunks.count(), chunks.length(0) * size};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const std::int64_t count = chunks.length(t);
    give(program, TwoWays::up(t), first, count, size);
    if (mates.back() == shape.rank) {  // speaks for those before it
      fold(program, mates, TwoWays::up(t), 0, {{}, true}, Program::slice(rounds.down(t), 0, count, elements), size);
      program.publish(rounds.down(t));
    }
    const Block result = Program::result(first, count);
    bool begun = before > 0;
    if (begun) fold(program, std::span(mates).first(before), TwoWays::up(t), 0, {{}, true}, result, size);
    for (std::uint32_t other = domain; other-- > 0;) {
      const std::uint32_t speaker = domains.members[other].back();
      if (begun) {
        program.combine(speaker, Program::slice(rounds.down(t), 0, count, elements), result);
      } else {
        program.fetch(speaker, Program::slice(rounds.down(t), 0, count * size),
                      Program::received(first * size, count * size));
        begun = true;
      }
    }
    if (chunks.count() > 1) program.pass(rounds.down(t));
  }
  return std::move(program).finish(rounds.count(), chunks.length(0) * size);
}

}  // namespace

Schedule scan_lanes(const Shape& shape) { return prefix(shape, lanes_for(Collective::scan, shape), true); }
Schedule exscan_lanes(const Shape& shape) { return prefix(shape, lanes_for(Collective::exscan, shape), false); }

}  // namespace baton::collectives::arena
