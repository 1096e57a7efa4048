// SPDX-License-Identifier: BSD-3-Clause
// Circulant graphs: which block goes when, and the broadcast and the reduction made of that.
#include "collectives/circulant.hpp"

#include <algorithm>
#include <bit>

#include "collectives/segment.hpp"

namespace baton::collectives {

Circulant::Circulant(std::uint32_t size) {
  for (std::uint32_t skip = size; skip > 1; skip = (skip + 1) / 2) skips_.push_back(skip);
  skips_.push_back(1);
  std::reverse(skips_.begin(), skips_.end());
}

/// The smallest of the skips whose sum, largest first, leads to this rank: the first block that comes this way.
std::uint32_t Circulant::first_block(std::uint32_t rank) const noexcept {
  if (rank == 0) return depth();
  for (std::uint32_t k = depth(); k-- > 0;) {
    if (rank == skips_[k]) return k;
    if (rank > skips_[k]) rank -= skips_[k];
  }
  return 0;
}

namespace {

/// In round k a rank r gets the first block of a rank that lies from skips[k] to skips[k + 1] below it, each time of
/// one further down, and never a block that came before or r's own first one. Ranks are visited as sums of skips, the
/// largest first; that this finds a rank for each round in O(log P) visits, and that senders then have what they send,
/// is the theorem of the paper.
struct Search {
  const std::vector<std::uint32_t>& skips;
  std::uint64_t target;  // r + P, so that nothing goes below 0
  std::uint64_t unused;  // a bit for each block not yet given out
  std::uint64_t latest;  // the place found for the round before
  std::vector<std::int32_t> found{};

  [[nodiscard]] bool complete() const { return found.size() + 1 == skips.size(); }
  [[nodiscard]] std::uint64_t low() const { return target - skips[found.size() + 1]; }
  [[nodiscard]] std::uint64_t high() const { return target - skips[found.size()]; }

  /// Tries the sums that go on from `place` with skips of numbers below `bound`.
  void visit(std::uint64_t place, std::uint32_t bound) {
    while (!complete()) {
      const std::uint64_t smaller = unused & ((std::uint64_t{1} << bound) - 1);
      if (smaller == 0) return;
      bound = static_cast<std::uint32_t>(std::bit_width(smaller)) - 1;
      const std::uint64_t sum = place + skips[bound];
      if (sum > high() || sum >= latest) continue;
      if (sum <= low()) visit(sum, bound);
      if (complete() || place > low()) return;  // then the place itself is next
      latest = sum;
      found.push_back(static_cast<std::int32_t>(bound));
      unused &= ~(std::uint64_t{1} << bound);
    }
  }
};

}  // namespace

std::vector<std::int32_t> Circulant::receives(std::uint32_t rank) const {
  const std::uint32_t depth = this->depth();
  const std::uint32_t own = first_block(rank);
  const std::uint64_t all = (std::uint64_t{2} << depth) - 1;
  const std::uint64_t target = std::uint64_t{rank} + size();
  Search search{skips_, target, all & ~(std::uint64_t{1} << own), target};
  search.visit(0, depth + 1);
  for (std::int32_t& block : search.found) {
    const auto of_root = static_cast<std::int32_t>(depth);
    block = block == of_root ? static_cast<std::int32_t>(own) : block - of_root;
  }
  return search.found;
}

std::vector<std::int32_t> Circulant::sends(std::uint32_t rank) const {
  std::vector<std::int32_t> blocks;
  for (std::uint32_t k = 0; k < depth(); ++k) {
    blocks.push_back(receives(static_cast<std::uint32_t>((std::uint64_t{rank} + skips_[k]) % size()))[k]);
  }
  return blocks;
}

std::vector<Circulant::Round> Circulant::broadcast(std::uint32_t rank, std::int64_t blocks) const {
  std::vector<Round> rounds;
  const std::int64_t depth = this->depth();
  if (depth == 0 || blocks == 0) return rounds;
  // So many rounds are left out at the start that the last phase is a whole one; block numbers start that much lower.
  // In the last phase each rank's first block comes once more, with a number beyond the others: it means the last one.
  const std::int64_t skipped = (depth - (blocks - 1) % depth) % depth;
  const std::vector<std::int32_t> in = receives(rank);
  const std::vector<std::int32_t> out = sends(rank);
  for (std::int64_t round = skipped; round < blocks - 1 + depth + skipped; ++round) {
    const auto k = static_cast<std::size_t>(round % depth);
    const auto number = [&](std::int32_t block) -> std::int64_t {
      const std::int64_t shifted = block - skipped + round / depth * depth;
      return shifted < 0 ? -1 : std::min(shifted, blocks - 1);
    };
    const std::uint64_t here = rank;
    Round one{static_cast<std::uint32_t>((here + skips_[k]) % size()),
              static_cast<std::uint32_t>((here + size() - skips_[k]) % size()), -1, -1};
    if (one.to != 0) one.sent = number(out[k]);
    if (rank != 0) one.received = number(in[k]);
    rounds.push_back(one);
  }
  return rounds;
}

void broadcast_circulant(Builder& builder, std::uint32_t root, const Block& whole, std::int64_t blocks) {
  const Rotation rotation{root, builder.size()};
  const Partition parts{whole.count, static_cast<std::uint32_t>(blocks)};
  const auto block = [&](std::int64_t i) {
    const auto index = static_cast<std::uint32_t>(i);
    return part(whole, parts.offset(index), parts.count(index));
  };
  for (const auto& round : Circulant(builder.size()).broadcast(rotation.relative(builder.rank()), blocks)) {
    if (round.sent >= 0) builder.send(rotation.rank(round.to), block(round.sent));
    if (round.received >= 0) builder.recv(rotation.rank(round.from), block(round.received));
  }
}

void reduce_circulant(Builder& builder, std::uint32_t root, const Block& own, const Block& sum, std::int64_t blocks) {
  const Rotation rotation{root, builder.size()};
  const Partition parts{own.count, static_cast<std::uint32_t>(blocks)};
  const bool apart = !(own == sum);
  const bool leaf_may_send_own = apart && builder.rank() != root;
  std::vector<bool> started(static_cast<std::size_t>(blocks), false);
  Block operands[2];  // used in turn
  std::uint32_t turn = 0;
  const auto rounds = Circulant(builder.size()).broadcast(rotation.relative(builder.rank()), blocks);
  for (auto round = rounds.rbegin(); round != rounds.rend(); ++round) {
    if (round->received >= 0) {
      const auto index = static_cast<std::uint32_t>(round->received);
      const Block& from = leaf_may_send_own && !started[index] ? own : sum;
      builder.send(rotation.rank(round->from), part(from, parts.offset(index), parts.count(index)));
    }
    if (round->sent < 0) continue;
    const auto index = static_cast<std::uint32_t>(round->sent);
    const Block target = part(sum, parts.offset(index), parts.count(index));
    if (apart && !started[index]) {
      builder.recv(rotation.rank(round->to), target);
      builder.reduce(part(own, target.offset - sum.offset, target.count), target);
    } else {
      Block& place = operands[turn++ % 2];
      if (place.count == 0) place = builder.scratch(parts.count(0));
      const Block operand = part(place, 0, target.count);
      builder.recv(rotation.rank(round->to), operand);
      builder.reduce(operand, target);
    }
    started[index] = true;
  }
  if (builder.size() == 1) builder.copy(own, sum);
}

std::int64_t circulant_blocks(std::int64_t bytes, std::uint32_t size) noexcept {
  const std::int64_t segment = pipeline_segment(bytes, ceil_log2(size));
  return std::max<std::int64_t>(1, (bytes + segment - 1) / segment);
}

}  // namespace baton::collectives
