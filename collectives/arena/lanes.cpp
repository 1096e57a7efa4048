// SPDX-License-Identifier: BSD-3-Clause
// Longer vectors through the domains of a node: all ranks of a domain share what must cross its border, each taking a
// part (lanes: J. L. Traeff, S. Hunold, "Decomposing MPI collectives for exploiting multi-lane communication", 2020,
// here in shared memory). Cost, D domains of m ranks, n bytes of the vector or block: a rank reads from afar n / m
// bytes twice (allreduce) or n D (allgather), where without domains it is 2 n and n D m.
#include <algorithm>
#include <vector>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/cost.hpp"
#include "collectives/arena/operands.hpp"
#include "collectives/arena/program.hpp"
#include "collectives/pieces.hpp"

namespace baton::collectives::arena {
namespace {

constexpr std::uint32_t elements = slot::recv;
constexpr std::uint32_t rounds_a_piece = 4;

std::int64_t per_slice(std::int64_t size) noexcept { return std::max<std::int64_t>(1, slice_bytes / size); }

/// Four rounds a piece: all give their vectors; each reduces a part of its domain's; the ranks of a lane, which have
/// the same part, each reduce a share of it; and (to_all) each puts its part together for its domain.
Schedule by_lanes(const Shape& shape, const Nodes& domains, bool to_all) {
  Program program(shape);
  const std::int64_t size = shape.send.size;
  const Chunks chunks{shape.send.count, per_slice(size)};
  const std::vector<std::uint32_t>& mates = domains.members[domains.node_of[shape.rank]];
  const std::uint32_t local = domains.local_of[shape.rank];
  const std::uint32_t domain = domains.node_of[shape.rank];
  const std::vector<std::uint32_t> lane = domains.lane(local);
  give(program, 0, chunks.first(0), chunks.length(0), size);
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t first = chunks.first(t);
    const std::uint32_t round = rounds_a_piece * t;
    const Partition parts{chunks.length(t), domains.each};
    if (t + 1 < chunks.count()) give(program, round + rounds_a_piece, chunks.first(t + 1), chunks.length(t + 1), size);
    const std::int64_t at = parts.offset(local);
    const Partition shares{parts.count(local), domains.count()};
    fold(program, mates, round, at * size, {program.input(first + at, parts.count(local)), false},
         Program::slice(round + 1, at * size, parts.count(local), elements), size);
    program.publish(round + 1);
    const std::int64_t own = at + shares.offset(domain);
    fold(program, lane, round + 1, own * size, {{}, true},
         Program::slice(round + 2, own * size, shares.count(domain), elements), size);
    program.publish(round + 2, to_all ? everyone : shape.root);
    if (to_all) {
      for (std::uint32_t hop = 0; hop < lane.size(); ++hop) {
        const std::uint32_t other = (domain + hop) % domains.count();
        const std::int64_t place = (at + shares.offset(other)) * size;
        const std::int64_t bytes = shares.count(other) * size;
        program.fetch(lane[other], Program::slice(round + 2, place, bytes), Program::slice(round + 3, place, bytes));
      }
      program.publish(round + 3);
      for (std::uint32_t hop = 0; hop < mates.size(); ++hop) {
        const auto other = static_cast<std::uint32_t>((local + hop) % mates.size());
        const std::int64_t bytes = parts.count(other) * size;
        program.fetch(mates[other], Program::slice(round + 3, parts.offset(other) * size, bytes),
                      Program::received((first + parts.offset(other)) * size, bytes));
      }
    } else if (shape.rank == shape.root) {
      for (std::uint32_t part = 0; part < domains.each; ++part) {
        const Partition theirs{parts.count(part), domains.count()};
        for (std::uint32_t other = 0; other < domains.count(); ++other) {
          const std::int64_t place = parts.offset(part) + theirs.offset(other);
          const std::int64_t bytes = theirs.count(other) * size;
          program.fetch(domains.members[other][part], Program::slice(round + 2, place * size, bytes),
                        Program::received((first + place) * size, bytes));
        }
      }
    }
    if (chunks.count() > 1) program.pass(round + 3);
  }
  return std::move(program).finish(rounds_a_piece * chunks.count(), chunks.length(0) * size);
}

/// The ranks outside of a domain whose blocks its rank number `local` brings in.
std::vector<std::uint32_t> share_of(const Nodes& domains, std::uint32_t domain, std::uint32_t local) {
  std::vector<std::uint32_t> ranks;
  const std::size_t mates = domains.members[domain].size();
  std::size_t seen = local;  // each begins elsewhere
  for (std::uint32_t rank = 0; rank < domains.node_of.size(); ++rank) {
    if (domains.node_of[rank] != domain && seen++ % mates == 0) ranks.push_back(rank);
  }
  return ranks;
}

}  // namespace

Schedule allreduce_lanes(const Shape& shape) { return by_lanes(shape, lanes_for(Collective::allreduce, shape), true); }
Schedule reduce_lanes(const Shape& shape) { return by_lanes(shape, lanes_for(Collective::reduce, shape), false); }

Schedule allgather_lanes(const Shape& shape) {
  Program program(shape);
  const Nodes& domains = lanes_for(Collective::allgather, shape);
  const std::int64_t bytes = shape.recv.count * shape.recv.size;
  const std::uint32_t domain = domains.node_of[shape.rank];
  const std::vector<std::uint32_t>& mates = domains.members[domain];
  std::size_t most = 1;  // blocks that a rank brings in
  for (std::uint32_t each = 0; each < domains.count(); ++each) {
    const std::size_t own = domains.members[each].size();
    most = std::max(most, (shape.size - own + own - 1) / own);
  }
  const Chunks chunks{bytes, std::max<std::int64_t>(64, slice_bytes / static_cast<std::int64_t>(most) / 64 * 64)};
  const auto give_block = [&](std::uint32_t t) {
    program.place(shape.in_place ? Program::received(shape.rank * bytes + chunks.first(t), chunks.length(t))
                                 : Program::sent(chunks.first(t), chunks.length(t)),
                  Program::slice(2 * t, 0, chunks.length(t)));
    program.publish(2 * t);
  };
  give_block(0);
  if (!shape.in_place) program.copy(Program::sent(0, bytes), Program::received(shape.rank * bytes, bytes));
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t length = chunks.length(t);
    if (t + 1 < chunks.count()) give_block(t + 1);
    const auto into = [&](std::uint32_t rank) { return Program::received(rank * bytes + chunks.first(t), length); };
    std::int64_t at = 0;
    for (const std::uint32_t rank : share_of(domains, domain, domains.local_of[shape.rank])) {
      program.fetch(rank, Program::slice(2 * t, 0, length), Program::slice(2 * t + 1, at, length));
      at += length;
    }
    program.publish(2 * t + 1);
    for (std::size_t hop = 0; hop < mates.size(); ++hop) {
      const std::size_t local = (domains.local_of[shape.rank] + hop) % mates.size();
      const std::uint32_t mate = mates[local];
      if (mate != shape.rank) program.fetch(mate, Program::slice(2 * t, 0, length), into(mate));
      at = 0;
      for (const std::uint32_t rank : share_of(domains, domain, static_cast<std::uint32_t>(local))) {
        program.fetch(mate, Program::slice(2 * t + 1, at, length), into(rank));
        at += length;
      }
    }
    if (chunks.count() > 1) program.pass(2 * t + 1);
  }
  return std::move(program).finish(2 * chunks.count(), chunks.length(0) * static_cast<std::int64_t>(most));
}

}  // namespace baton::collectives::arena
