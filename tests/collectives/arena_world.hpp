// SPDX-License-Identifier: BSD-3-Clause
// Programs for the arena, run for all ranks in one thread and in random order: a rank does its next step whenever that
// is possible. What nothing keeps from happening happens sooner or later: slices written again too early, buffers read
// before they are exposed, ranks that wait for each other.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "collectives/arena/levels.hpp"
#include "collectives/arena/program.hpp"
#include "tests/collectives/cases.hpp"

namespace baton::collectives::test {

/// One place of the packed stream of a buffer.
inline std::uint8_t& at(Memory& memory, const Type& type, std::int64_t position) {
  return memory.at(static_cast<std::size_t>(position / type.size * type.stride + position % type.size));
}

/// Runs the programs of all ranks.
class ArenaWorld {
 public:
  ArenaWorld(std::vector<Rank>& ranks, std::uint64_t seed) : ranks_(ranks), random_(seed), states_(ranks.size()) {}

  std::string run() {
    for (std::size_t r = 0; r < ranks_.size(); ++r) {
      const Schedule& schedule = ranks_[r].schedule;
      ranks_[r].scratch.assign(static_cast<std::size_t>(schedule.scratch_elements * element(r)), 0xA5);
      if (schedule.rounds != ranks_[0].schedule.rounds) return "ranks differ in rounds";
      if (schedule.slice_bytes != ranks_[0].schedule.slice_bytes) return "ranks differ in the length of slices";
    }
    at_once_ = ranks_[0].schedule.slice_bytes <= arena::small_bytes ? arena::cells : arena::slices;
    while (problem_.empty()) {
      std::vector<std::uint32_t> able;
      bool all_done = true;
      for (std::uint32_t r = 0; r < ranks_.size(); ++r) {
        all_done = all_done && done(r);
        if (!done(r) && possible(r, next(r))) able.push_back(r);
      }
      if (all_done) return "";
      if (able.empty()) return "deadlock";
      const std::uint32_t r = able[random_.below(able.size())];
      perform(r, next(r));
      ++states_[r].step;
      if (done(r) && !all_began()) early_ = true;
    }
    return problem_;
  }
  /// Whether a rank came to its end before all had begun.
  [[nodiscard]] bool early() const noexcept { return early_; }

 private:
  struct Slice {
    Memory bytes;
    std::int64_t round = -1;  // last published
    std::uint32_t reader = arena::everyone;
    Memory first_part;        // what others saw of it when it was published early
    std::int64_t early = -1;  // the round of that
  };
  struct Exposed {
    Block block;
    bool open = false;
  };
  /// What a rank has put into a round for one reader or everyone; lent: it is read where it lies.
  struct Message {
    std::uint32_t reader = arena::everyone;
    Memory bytes;
    Block block;
    bool lent = false;
  };
  struct State {
    std::size_t step = 0;
    std::vector<Message> messages;       // of the only round that has some
    std::vector<std::uint32_t> lent_to;  // whom it must wait for
    bool took_lent = false;
    std::int64_t passed = -1;
    std::array<Slice, arena::cells> slices;
    std::map<std::uint32_t, Exposed> exposed;  // by round
  };

  [[nodiscard]] std::int64_t element(std::size_t r) const { return ranks_[r].types[slot::recv].size; }
  [[nodiscard]] bool done(std::uint32_t r) const { return states_[r].step == ranks_[r].schedule.steps.size(); }
  [[nodiscard]] bool all_began() const {
    return std::all_of(states_.begin(), states_.end(), [](const State& each) { return each.step > 0; });
  }
  [[nodiscard]] const Step& next(std::uint32_t r) const { return ranks_[r].schedule.steps[states_[r].step]; }
  Slice& slice(std::uint32_t r, std::uint32_t round) { return states_[r].slices[round % at_once_]; }
  [[nodiscard]] bool has_passed(std::uint32_t r, std::int64_t round) const {
    return done(r) || states_[r].passed >= round;
  }
  bool published(std::uint32_t r, std::uint32_t round) {
    if (slice(r, round).round > round) problem_ = "a slice is gone before it was read";
    return slice(r, round).round == round;
  }
  bool published_early(std::uint32_t r, std::uint32_t round) {
    return slice(r, round).early == round || published(r, round);
  }
  /// Whether the slice of a round may be written.
  bool is_free(std::uint32_t r, std::uint32_t round) {
    const Slice& used = slice(r, round);
    if (used.round < 0 || used.round == round) return true;
    for (std::uint32_t reader = 0; reader < ranks_.size(); ++reader) {
      if (reader != r && (used.reader == arena::everyone || used.reader == reader) && !has_passed(reader, used.round))
        return false;
    }
    return true;
  }
  bool possible(std::uint32_t r, const Step& s) {
    switch (s.kind) {
      case StepKind::publish:
      case StepKind::early:
      case StepKind::expose: return is_free(r, s.target.round);
      case StepKind::merge_early:
      case StepKind::copy_early: return published_early(s.peer, s.source.round);
      case StepKind::pass: return true;
      case StepKind::pull: return published(s.peer, s.source.round);
      case StepKind::push: return published(s.peer, s.target.round);
      case StepKind::put:
      case StepKind::put_each: return is_free(r, s.target.round);
      case StepKind::take: return published(s.peer, s.source.round);
      case StepKind::answer: return !states_[r].took_lent || is_free(r, s.target.round);
      case StepKind::settle:
        return std::all_of(states_[r].lent_to.begin(), states_[r].lent_to.end(),
                           [&](std::uint32_t reader) { return published(reader, s.source.round); });
      default: break;
    }
    if (s.source.buffer == Buffer::arena && s.peer != r && !published(s.peer, s.source.round)) return false;
    return s.target.buffer != Buffer::arena || is_free(r, s.target.round);
  }

  Memory read(std::uint32_t r, const Block& block, std::uint32_t peer) {
    const std::int64_t unit = block.type == slot::byte ? 1 : element(r);
    Memory bytes(static_cast<std::size_t>(block.count * unit));
    if (bytes.empty()) return bytes;
    if (block.buffer == Buffer::arena) {
      Memory& slice_bytes = slice(peer, block.round).bytes;
      if (static_cast<std::int64_t>(slice_bytes.size()) < block.offset + static_cast<std::int64_t>(bytes.size())) {
        problem_ = "reads what was not written";
        return bytes;
      }
      std::copy_n(slice_bytes.begin() + block.offset, bytes.size(), bytes.begin());
      return bytes;
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = place(r, block, static_cast<std::int64_t>(i));
    return bytes;
  }
  std::uint8_t& place(std::uint32_t r, const Block& block, std::int64_t i) {
    const std::int64_t position = block.offset * (block.type == slot::byte ? 1 : element(r)) + i;
    if (block.buffer == Buffer::scratch) return ranks_[r].scratch.at(static_cast<std::size_t>(position));
    const bool send = block.buffer == Buffer::send;
    return at(send ? ranks_[r].send : ranks_[r].recv, ranks_[r].types[send ? slot::send : slot::recv], position);
  }
  void write(std::uint32_t r, const Block& block, const Memory& bytes) {
    if (block.buffer == Buffer::arena) {
      if (static_cast<std::int64_t>(bytes.size()) + block.offset > arena::slice_bytes) problem_ = "beyond a slice";
      if (static_cast<std::int64_t>(bytes.size()) + block.offset > ranks_[r].schedule.slice_bytes)
        problem_ = "more than the schedule says";
      Memory& slice_bytes = slice(r, block.round).bytes;
      slice_bytes.resize(static_cast<std::size_t>(arena::slice_bytes), 0xC3);
      std::copy(bytes.begin(), bytes.end(), slice_bytes.begin() + block.offset);
      return;
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) place(r, block, static_cast<std::int64_t>(i)) = bytes[i];
  }

  void merge(std::uint32_t r, const Step& s) {
    Block own = s.target;
    own.buffer = ranks_[r].shape.in_place ? Buffer::recv : Buffer::send;
    Block bytes = s.source;
    bytes.type = slot::byte;
    bytes.count *= element(r);
    Memory left = read(r, own, r);
    Memory right = s.kind == StepKind::merge_early ? read_early(s.peer, bytes) : read(r, bytes, s.peer);
    if (left.size() != right.size()) problem_ = "operands of different lengths";
    if (s.peer < r) left.swap(right);
    if (problem_.empty()) combine(left, right, element(r));
    write(r, s.target, right);
  }
  /// Nothing of what came into the slice afterwards.
  Memory read_early(std::uint32_t peer, const Block& block) {
    const Slice& from = slice(peer, block.round);
    Memory bytes(static_cast<std::size_t>(block.count));
    if (from.early != block.round) {
      problem_ = "was not published early";
    } else if (static_cast<std::int64_t>(from.first_part.size()) < block.offset + block.count) {
      problem_ = "reads what was not written";
    } else {
      std::copy_n(from.first_part.begin() + block.offset, bytes.size(), bytes.begin());
    }
    return bytes;
  }
  void publish(std::uint32_t r, std::uint32_t round, std::uint32_t reader) {
    slice(r, round).round = round;
    slice(r, round).reader = reader;
  }
  void perform(std::uint32_t r, const Step& s) {
    switch (s.kind) {
      case StepKind::publish: return publish(r, s.target.round, s.peer);
      case StepKind::early:
        slice(r, s.target.round).early = s.target.round;
        slice(r, s.target.round).first_part = slice(r, s.target.round).bytes;
        return;
      case StepKind::copy_early: return write(r, s.target, read_early(s.peer, s.source));
      case StepKind::expose:
        states_[r].exposed[s.target.round] = {s.source, true};
        return publish(r, s.target.round, s.peer);
      case StepKind::pass: states_[r].passed = s.source.round; return;
      case StepKind::pull: return write(r, s.target, read(s.peer, across(r, s.peer, s.source), s.peer));
      case StepKind::push: return write(s.peer, across(r, s.peer, s.target), read(r, s.source, r));
      case StepKind::reduce: {
        Memory target = read(r, s.target, r);
        const Memory left = read(r, s.source, s.peer);
        if (left.size() != target.size()) problem_ = "a reduction of different lengths";
        if (problem_.empty()) combine(left, target, element(r));
        return write(r, s.target, target);
      }
      case StepKind::merge:
      case StepKind::merge_early: return merge(r, s);
      case StepKind::put: return put(r, s.source, s.peer);
      case StepKind::put_each:
        for (std::uint32_t reader = 0; reader < ranks_.size(); ++reader) {
          Block block = s.source;
          block.offset = reader;
          if (reader != r) put(r, block, reader);
        }
        return;
      case StepKind::take: return take(r, s);
      case StepKind::answer:
        if (states_[r].took_lent) publish(r, s.target.round, s.peer);
        return;
      case StepKind::settle: return;
      default: break;
    }
    if (s.source.type == slot::whole) return write_whole(r, s.target, read_whole(r, s.source));
    if (s.source.count != 0) write(r, s.target, read(r, s.source, s.peer));
  }
  /// A place of the packed stream of a whole block.
  std::uint8_t& place_in_whole(std::uint32_t r, const Block& block, std::int64_t i) {
    const bool send = block.buffer == Buffer::send;
    const Side& side = send ? ranks_[r].shape.send : ranks_[r].shape.recv;
    const auto number = static_cast<std::uint32_t>(block.offset);
    const Type type = side.sizes.empty() ? ranks_[r].types[send ? slot::send : slot::recv]
                                         : ranks_[r].peer_types[send ? 0 : 1][number];
    const std::int64_t first = side.offset_of(number) * type.unit;
    Memory& memory = send ? ranks_[r].send : ranks_[r].recv;
    return memory.at(static_cast<std::size_t>(first + i / type.size * type.stride + i % type.size));
  }
  [[nodiscard]] std::int64_t bytes_of_whole(std::uint32_t r, const Block& block) const {
    const Side& side = block.buffer == Buffer::send ? ranks_[r].shape.send : ranks_[r].shape.recv;
    return side.bytes_of(static_cast<std::uint32_t>(block.offset));
  }
  Memory read_whole(std::uint32_t r, const Block& block) {
    Memory bytes(static_cast<std::size_t>(bytes_of_whole(r, block)));
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = place_in_whole(r, block, static_cast<std::int64_t>(i));
    return bytes;
  }
  void write_whole(std::uint32_t r, const Block& block, const Memory& bytes) {
    if (static_cast<std::int64_t>(bytes.size()) != bytes_of_whole(r, block)) problem_ = "a message of another length";
    for (std::size_t i = 0; i < bytes.size() && problem_.empty(); ++i)
      place_in_whole(r, block, static_cast<std::int64_t>(i)) = bytes[i];
  }
  void put(std::uint32_t r, const Block& block, std::uint32_t reader) {
    constexpr std::int64_t lent_from = 300;
    // What is received into while it lies open is copied first (src/schedule/arena_messages.cpp).
    const bool stays = block.buffer == Buffer::send || reader == arena::everyone;
    const bool lent = bytes_of_whole(r, block) > lent_from;
    states_[r].messages.push_back({reader, read_whole(r, block), block, lent && stays});
    for (std::uint32_t other = 0; lent && other < ranks_.size(); ++other) {
      if (other != r && (reader == arena::everyone || reader == other)) states_[r].lent_to.push_back(other);
    }
  }
  void take(std::uint32_t r, const Step& s) {
    for (const Message& message : states_[s.peer].messages) {
      if (message.reader != arena::everyone && message.reader != r) continue;
      if (s.source.count != static_cast<std::int64_t>(states_[s.peer].messages.size()))
        problem_ = "another number of messages";
      if (message.lent && done(s.peer)) problem_ = "what was lent is gone";
      const auto& lent_to = states_[s.peer].lent_to;
      states_[r].took_lent = states_[r].took_lent || std::find(lent_to.begin(), lent_to.end(), r) != lent_to.end();
      return write_whole(r, s.target, message.lent ? read_whole(s.peer, message.block) : message.bytes);
    }
    problem_ = "nothing to take";
  }

  /// The block of a peer's buffer that a step names by its place in what the peer has exposed.
  Block across(std::uint32_t r, std::uint32_t peer, const Block& named) {
    const Exposed& exposed = states_[peer].exposed[named.round];
    if (!exposed.open || done(peer)) problem_ = "rank " + std::to_string(r) + " reaches into what is not exposed";
    if (named.offset + named.count > exposed.block.count) problem_ = "beyond what is exposed";
    Block block = exposed.block;
    block.offset += named.offset;
    block.count = named.count;
    return block;
  }

  std::vector<Rank>& ranks_;
  Random random_;
  std::vector<State> states_;
  std::uint32_t at_once_ = arena::slices;
  bool early_ = false;
  std::string problem_;
};

/// Runs a call to its end; all memory must be as it should.
inline void check(const Case& call) {
  std::vector<Rank> ranks = make_ranks(call);
  ArenaWorld world(ranks, call.seed);
  ASSERT_EQ(world.run(), "") << call.algorithm->name << " " << describe(call, Sending::eager);
  ASSERT_FALSE(call.collective == Collective::barrier && world.early()) << call.algorithm->name;
  for (std::uint32_t r = 0; r < ranks.size(); ++r) {
    Memory& found = ranks[r].recv;
    found.resize(std::min(found.size(), ranks[r].expected.size()));  // what nothing is said of may follow
    ASSERT_EQ(found, ranks[r].expected) << call.algorithm->name << " rank " << r << " "
                                        << describe(call, Sending::eager);
  }
}

/// Whether an algorithm takes this call, on all ranks.
inline bool serves(const Algorithm& algorithm, const Case& call) {
  Case probe = call;
  probe.algorithm = nullptr;
  const std::vector<Rank> ranks = make_ranks(probe);
  Nodes nodes = nodes_of(call);
  std::size_t fitting = 0;
  for (const Rank& rank : ranks) {
    Shape shape = rank.shape;
    shape.arena = shape.direct = shape.streams = true;
    if (call.levels != nullptr) shape.nodes = &nodes;
    fitting += algorithm.fits(shape) ? 1 : 0;
  }
  EXPECT_TRUE(fitting == 0 || fitting == ranks.size()) << algorithm.name;
  return fitting == ranks.size();
}

}  // namespace baton::collectives::test
