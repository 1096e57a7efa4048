// SPDX-License-Identifier: BSD-3-Clause
// Collectives with an array of counts through the memory that ranks of a node share: lengths of all kinds, in place, of
// types with gaps, and lengths that do not fit together. Ranks are threads, with the transport shm.
#include "schedule/arena_messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "datatype/constructors.hpp"
#include "tests/schedule/allocations.hpp"
#include "tests/schedule/rank.hpp"

namespace baton::schedule {
namespace {

using collectives::Collective;
using collectives::Side;
using datatype::Datatype;

void world(std::uint32_t size, const std::function<void(Rank&)>& body) {
  tests::run_world(size, "shm", false, [&](runtime::Runtime&, Communicator& communicator) {
    Rank rank(communicator, 0);
    ASSERT_TRUE(rank.run(rank.make(Collective::barrier)));
    body(rank);
    ASSERT_TRUE(rank.run(rank.make(Collective::barrier)));
  });
}

std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 31)) * 0x9E3779B97F4A7C15U;
  return value ^ (value >> 29);
}
std::uint64_t mixed(std::uint64_t turn, std::uint64_t from, std::uint64_t to, std::uint64_t i) {
  return mixed(mixed(mixed(mixed(turn) + from) + to) + i);
}

/// How many words `from` sends `to` in a turn: mostly few, often none, now and then as many as are lent.
std::int64_t words(std::uint64_t turn, std::uint32_t from, std::uint32_t to) {
  constexpr std::array<std::uint64_t, 8> most{1, 2, 3, 30, 30, 300, 2500, 9000};
  const std::uint64_t dice = mixed(turn, from + 100, to, 0);
  if (dice % 4 == 0) return 0;
  return static_cast<std::int64_t>(dice / 8 % (most[(turn + dice / 4 % 2) % most.size()] + 1));
}

/// A side of a call in words; blocks lie in reverse order with a hole between them. `apart`: the words of a block are
/// two words apart.
class Blocks {
 public:
  Blocks(const std::vector<std::int64_t>& counts, bool apart) : apart_(apart), counts_(counts) {
    displacements_.resize(counts.size());
    std::int64_t end = 0;
    for (std::size_t i = counts.size(); i-- > 0;) {
      displacements_[i] = end;
      end += counts[i] + 1;
    }
    memory_.assign(static_cast<std::size_t>(end * stride()), -1);
  }
  [[nodiscard]] std::int64_t stride() const { return apart_ ? 2 : 1; }
  std::int64_t& at(std::size_t block, std::int64_t word) {
    return memory_[static_cast<std::size_t>((displacements_[block] + word) * stride())];
  }
  void fill(std::size_t block, std::uint64_t turn, std::uint32_t from, std::uint32_t to) {
    for (std::int64_t i = 0; i < counts_[block]; ++i)
      at(block, i) = static_cast<std::int64_t>(mixed(turn, from, to, static_cast<std::uint64_t>(i)) >> 1);
  }
  void bind(Side& side, bool plain) const {
    side.size = 8;
    if (plain) {
      side.count = counts_[0];
    } else {
      side.counts = counts_;
      side.displacements = displacements_;
    }
  }
  [[nodiscard]] std::vector<std::int64_t>& memory() { return memory_; }

 private:
  bool apart_;
  std::vector<std::int64_t> counts_;
  std::vector<std::int64_t> displacements_;
  std::vector<std::int64_t> memory_;
};

datatype::TypeRef word_with_gap() {
  auto made = datatype::resized(datatype::builtin(datatype::Kind::int64), 0, 16);
  EXPECT_TRUE(made);
  EXPECT_TRUE((*made)->commit());
  return std::move(*made);
}

/// One call of a collective with counts; ranks of odd number use a type with gaps in odd turns.
void exchange(Rank& me, Collective collective, std::uint64_t turn, const Datatype& apart) {
  const std::uint32_t size = me.size();
  const std::uint32_t rank = me.rank();
  const auto root = static_cast<std::uint32_t>(turn % size);
  const bool gaps = turn % 2 == 1 && rank % 2 == 1;
  const bool wide = collective == Collective::alltoallv;
  const bool from_root = collective == Collective::scatterv;
  const bool to_root = collective == Collective::gatherv;
  const bool rooted = from_root || to_root;
  const bool in_place = turn % 5 == 0 && (!rooted || rank == root);
  const auto length = [&](std::uint32_t from, std::uint32_t to) {
    if (wide && turn % 5 == 0 && from > to) std::swap(from, to);  // in place both ways are as long
    return words(turn, from, collective == Collective::allgatherv || to_root ? 0 : to);
  };
  const auto name = [&](std::uint32_t to) { return wide || from_root ? to : 0; };
  std::vector<std::int64_t> sent;
  std::vector<std::int64_t> received;
  for (std::uint32_t peer = 0; peer < size; ++peer) {
    if (wide || (from_root && rank == root)) sent.push_back(length(rank, peer));
    if (wide || collective == Collective::allgatherv || (to_root && rank == root))
      received.push_back(length(peer, rank));
  }
  const bool one_sent = collective == Collective::allgatherv || to_root;
  if (one_sent) sent.push_back(length(rank, 0));
  if (from_root) received.push_back(length(root, rank));
  Blocks send(sent.empty() ? std::vector<std::int64_t>{0} : sent, gaps);
  Blocks recv(received.empty() ? std::vector<std::int64_t>{0} : received, gaps);
  for (std::uint32_t i = 0; i < sent.size(); ++i) send.fill(i, turn, rank, one_sent ? 0 : name(i));
  Blocks expected = recv;
  for (std::uint32_t i = 0; i < received.size(); ++i) {
    if (from_root && in_place) continue;  // nothing is received
    expected.fill(i, turn, from_root ? root : i, name(rank));
  }
  if (in_place && !from_root) {
    for (std::uint32_t i = 0; i < received.size(); ++i) {
      if (wide) recv.fill(i, turn, rank, i);
      if (!wide && i == rank) recv.fill(i, turn, rank, 0);
    }
  }
  Call call = me.make(collective);
  call.shape.root = root;
  call.shape.in_place = in_place;
  const bool sends = !in_place || from_root;
  if (sends && !sent.empty()) {
    send.bind(call.shape.send, one_sent);
    call.binding.send = send.memory().data();
  }
  if (!received.empty() && !(from_root && in_place)) {
    recv.bind(call.shape.recv, from_root);
    call.binding.recv = recv.memory().data();
  }
  if (gaps) call.binding.send_type = call.binding.recv_type = &apart;
  const Status done = me.run(call);
  ASSERT_TRUE(done) << done.error().what << " collective " << static_cast<int>(collective) << " turn " << turn;
  ASSERT_EQ(recv.memory(), expected.memory())
      << "collective " << static_cast<int>(collective) << " turn " << turn << " rank " << rank << " root " << root;
}

constexpr std::array with_counts{Collective::allgatherv, Collective::alltoallv, Collective::gatherv,
                                 Collective::scatterv};

TEST(ArenaMessages, OfAnyLengthsArriveWhole) {
  for (const std::uint32_t size : {2U, 3U, 4U, 9U}) {
    world(size, [size](Rank& me) {
      const datatype::TypeRef apart = word_with_gap();
      const std::uint64_t turns = size > 4 ? 40 : 200;
      for (std::uint64_t turn = 0; turn < turns; ++turn) {
        for (const Collective collective : with_counts) exchange(me, collective, turn, *apart);
        if (testing::Test::HasFatalFailure()) return;
        if (turn % 7 == 0) {
          ASSERT_TRUE(me.run(me.make(Collective::barrier)));
        }
      }
    });
  }
}

TEST(ArenaMessages, OfOneRootInARowKeepApart) {
  world(3, [](Rank& me) {
    const datatype::TypeRef apart = word_with_gap();
    for (std::uint64_t turn = 0; turn < 3000; turn += 3) {
      exchange(me, Collective::scatterv, turn, *apart);
      exchange(me, Collective::gatherv, turn, *apart);
      if (testing::Test::HasFatalFailure()) return;
    }
  });
}

TEST(ArenaMessages, RanksSleepWhileTheyWaitForThem) {
  world(4, [](Rank& me) {
    const datatype::TypeRef apart = word_with_gap();
    me.engine().sleep_at_once(std::int64_t{10} << 30);
    for (std::uint64_t turn = 0; turn < 40; ++turn) {
      for (const Collective collective : with_counts) exchange(me, collective, turn, *apart);
    }
    EXPECT_EQ(me.engine().counters().overslept, 0U);
    EXPECT_GT(me.engine().counters().sleeps, 0U);
  });
}

/// A call of alltoallv with the same count everywhere but for what this rank says of one peer.
struct Even {
  std::vector<std::int64_t> counts;
  std::vector<std::int64_t> displacements;
  std::vector<std::int64_t> send;
  std::vector<std::int64_t> recv;
  Even(std::uint32_t size, std::int64_t count) : counts(size, count) {
    for (std::uint32_t i = 0; i < size; ++i) displacements.push_back(i * 2 * count);
    send.assign(std::size_t{size} * 2 * static_cast<std::size_t>(count), 7);
    recv = send;
  }
  [[nodiscard]] Call call(Rank& me, const std::vector<std::int64_t>& received) const {
    Call call = me.make(Collective::alltoallv);
    call.shape.send.size = call.shape.recv.size = 8;
    call.shape.send.counts = counts;
    call.shape.recv.counts = received;
    call.shape.send.displacements = call.shape.recv.displacements = displacements;
    call.binding.send = send.data();
    call.binding.recv = const_cast<std::int64_t*>(recv.data());
    return call;
  }
};

TEST(ArenaMessages, WhoseCountsChangeInEveryCallAllocateNothing) {
  world(3, [](Rank& me) {
    Even even(3, 4000);
    std::int64_t before = 0;
    for (std::int64_t turn = 0; turn < 600; ++turn) {
      if (turn == 100) before = tests::allocations();
      const std::int64_t count = turn % 300 == 0 ? 4000 : turn % 90;
      std::fill(even.counts.begin(), even.counts.end(), count);
      ASSERT_TRUE(me.run(even.call(me, even.counts)));
    }
    ASSERT_TRUE(me.run(me.make(Collective::barrier)));
    EXPECT_LT(tests::allocations() - before, 10);
  });
}

TEST(ArenaMessages, OfAnotherLengthThanTheTakerExpectsAreAnErrorAndTheNextCollectiveWorks) {
  const datatype::TypeRef apart = word_with_gap();
  for (const std::int64_t count : {1, 20, 200, 5000}) {
    for (const std::int64_t more : {-1, 1}) {
      world(3, [&](Rank& me) {
        Even even(3, count);
        std::vector<std::int64_t> received = even.counts;
        if (me.rank() == 1) received[2] += more;  // of what rank 2 sends
        const Status done = me.run(even.call(me, received));
        if (me.rank() == 1) {
          ASSERT_FALSE(done);
          EXPECT_EQ(done.error().code, Code::truncated);
          EXPECT_NE(std::string(done.error().what).find("rank 2 sends this rank " + std::to_string(count * 8)),
                    std::string::npos)
              << done.error().what;
        }
        for (std::uint64_t turn = 1; turn < 20; ++turn) exchange(me, Collective::alltoallv, turn, *apart);
      });
    }
  }
}

TEST(ArenaMessages, OwnBlocksOfTwoLengthsAreAnErrorAndTheNextCollectiveWorks) {
  const datatype::TypeRef apart = word_with_gap();
  world(3, [&](Rank& me) {
    Even even(3, 5);
    std::vector<std::int64_t> received = even.counts;
    if (me.rank() == 1) received[1] = 4;
    const Status done = me.run(even.call(me, received));
    EXPECT_EQ(static_cast<bool>(done), me.rank() != 1);
    for (std::uint64_t turn = 1; turn < 20; ++turn) exchange(me, Collective::alltoallv, turn, *apart);
  });
}

TEST(ArenaMessages, OfRanksWithOtherTotalsInAllgathervAreAnErrorOfAll) {
  const datatype::TypeRef apart = word_with_gap();
  world(3, [&](Rank& me) {
    std::vector<std::int64_t> counts{1, 2, 3}, displacements{0, 10, 20}, send(10, 1), recv(30);
    if (me.rank() == 0) counts[2] = 4;
    Call call = me.make(Collective::allgatherv);
    call.shape.send.size = call.shape.recv.size = 8;
    call.shape.send.count = me.rank() + 1;
    call.shape.recv.counts = counts;
    call.shape.recv.displacements = displacements;
    call.binding.send = send.data();
    call.binding.recv = recv.data();
    const Status done = me.run(call);
    EXPECT_FALSE(done);
    for (std::uint64_t turn = 1; turn < 20; ++turn) exchange(me, Collective::allgatherv, turn, *apart);
  });
}

TEST(ArenaMessages, ARankThatDoesNotTakeWhatWasLentIsToldOfAndTheNextCollectiveWorks) {
  const datatype::TypeRef apart = word_with_gap();
  world(2, [&](Rank& me) {
    std::vector<std::int64_t> counts{5000, 5000}, displacements{0, 5000}, send(5000, 1), recv(10000);
    Call call = me.make(me.rank() == 0 ? Collective::gatherv : Collective::barrier);
    call.shape.root = 1;
    call.shape.send.size = 8;
    call.shape.send.count = 5000;
    call.binding.send = send.data();
    const Status done = me.run(call);
    EXPECT_FALSE(done);
    for (std::uint64_t turn = 1; turn < 20; ++turn) exchange(me, Collective::gatherv, turn, *apart);
  });
}

/// Reads as the taker does what the giver lays down.
TEST(ArenaLayout, EachReaderFindsItsPartWhateverTheOthersGet) {
  for (std::uint32_t readers = 2; readers <= 63; ++readers) {
    for (std::uint64_t turn = 0; turn < 60; ++turn) {
      std::vector<std::int64_t> lengths;
      std::int64_t longest = 0;
      std::int64_t sum = 0;
      for (std::uint32_t reader = 0; reader < readers; ++reader) {
        constexpr std::array<std::uint64_t, 6> most{1, 8, 17, 130, 1000, 100000};
        const std::uint64_t dice = mixed(turn, readers, reader, 1);
        lengths.push_back(dice % 3 == 0 ? 0 : static_cast<std::int64_t>(dice / 3 % (most[turn % 6] + 1)));
        longest = std::max(longest, lengths.back());
        sum += lengths.back();
      }
      Layout written(readers, longest, sum);
      std::vector<std::int64_t> places;
      for (std::uint32_t reader = 0; reader < readers; ++reader) places.push_back(written.add(reader, lengths[reader]));
      const Layout read(readers, written.word());
      ASSERT_EQ(read.in_line(), written.in_line());
      ASSERT_EQ(read.slice_bytes(), written.slice_bytes());
      std::int64_t end = 0;
      for (std::uint32_t reader = 0; reader < readers; ++reader) {
        ASSERT_EQ(read.has(reader), lengths[reader] != 0);
        ASSERT_GE(places[reader], end) << readers << " turn " << turn;
        if (read.in_line()) {
          ASSERT_EQ(read.bytes_in_line(reader), lengths[reader]);
          ASSERT_EQ(read.place_in_line(reader), places[reader]);
          end = places[reader] + lengths[reader];
          ASSERT_LE(end, static_cast<std::int64_t>(Cell::inline_bytes));
        } else {
          ASSERT_EQ(read.part(reader), places[reader]);
          ASSERT_GE(read.carried(), 0);
          end = places[reader] + Layout::header +
                std::max<std::int64_t>(std::min(lengths[reader], read.carried()), sizeof(std::uint64_t));
          ASSERT_LE(end, read.slice_bytes());
          ASSERT_LE(end, places[reader] + std::max(read.part_bytes(), Layout::header)) << readers;
        }
      }
    }
  }
}

}  // namespace
}  // namespace baton::schedule
