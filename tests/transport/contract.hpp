// SPDX-License-Identifier: BSD-3-Clause
// The one suite that every transport passes. A transport applies it by a line:
//   INSTANTIATE_TYPED_TEST_SUITE_P(Shm, TransportContract, ShmWorld);
// where the world is a class with
//   explicit World(std::uint32_t ranks);     // ranks of one process, able to reach each other; asked for 1 only when
//   `alone` auto& at(PeerId rank);                   // the transport of a rank void end(PeerId rank); // as if the
//   process had ended, in order static constexpr bool alone;             // there is one rank, which sends to itself
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <deque>
#include <map>
#include <random>
#include <thread>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "transport/transport.hpp"

namespace baton::transport::contract {

/// What the suite puts into a header: the number of the frame on its lane, and the lane.
inline Header header_of(Lane lane, std::uint64_t number) {
  Header header{};
  std::memcpy(header.bytes.data(), &number, sizeof number);
  header.bytes[8] = static_cast<std::byte>(lane);
  header.bytes[15] = std::byte{0x5A};
  return header;
}
inline std::uint64_t number_of(const Header& header) {
  std::uint64_t number = 0;
  std::memcpy(&number, header.bytes.data(), sizeof number);
  return number;
}
inline Lane lane_of(const Header& header) { return static_cast<Lane>(header.bytes[8]); }

/// The byte at a place of a frame's payload: depends on all that names it.
inline std::byte byte_at(PeerId from, Lane lane, std::uint64_t number, std::size_t place) {
  const std::uint64_t seed = number * 1315423911U + from * 31U + static_cast<unsigned>(lane) * 7U;
  return static_cast<std::byte>((seed + place * (2 * seed + 1) + (place >> 8)) & 0xFF);
}
inline void fill(std::byte* to, PeerId from, Lane lane, std::uint64_t number, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) to[i] = byte_at(from, lane, number, i);
}
inline bool is_right(const std::byte* at, PeerId from, Lane lane, std::uint64_t number, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) {
    if (at[i] != byte_at(from, lane, number, i)) return false;
  }
  return true;
}

/// Seeded numbers of 32 bits.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

/// Checks what arrives: each lane of each peer in order, each frame once, with the right content.
class Checker : public Sink {
 public:
  void frame(PeerId from, const Header& header, std::span<const std::byte> payload) noexcept override {
    take(from, header, payload.data(), payload.size());
    if (on_frame) on_frame(from, header);
  }
  std::byte* place(PeerId, const Header& header, std::size_t bytes) noexcept override {
    if (!offers_places) return nullptr;
    std::vector<std::byte>& room = places[number_of(header)];
    room.assign(bytes, std::byte{0});
    return room.data();
  }
  void landed(PeerId from, const Header& header, std::size_t bytes) noexcept override {
    const auto room = places.find(number_of(header));
    ASSERT_NE(room, places.end()) << "landed without a place";
    EXPECT_EQ(room->second.size(), bytes);
    ++landings;
    take(from, header, room->second.data(), bytes);
    places.erase(room);
  }
  void sent(Token token) noexcept override { EXPECT_EQ(tokens[token]++, 0) << "told twice"; }
  void lost(PeerId peer, Error why) noexcept override {
    EXPECT_FALSE(losses.contains(peer)) << "told twice";
    EXPECT_NE(std::string(why.what), "");
    losses[peer] = why;
  }

  [[nodiscard]] std::uint64_t count(PeerId from, Lane lane) { return next_[{from, lane}]; }

  bool offers_places = true;
  std::uint64_t frames = 0;
  std::uint64_t landings = 0;
  std::map<std::uint64_t, std::vector<std::byte>> places;
  std::map<Token, int> tokens;
  std::map<PeerId, Error> losses;
  std::deque<std::size_t> sizes;  // expected sizes, when `checks_sizes`
  bool checks_sizes = false;
  std::function<void(PeerId, const Header&)> on_frame;

 private:
  void take(PeerId from, const Header& header, const std::byte* payload, std::size_t bytes) {
    const Lane lane = lane_of(header);
    EXPECT_EQ(header.bytes[15], std::byte{0x5A});
    EXPECT_FALSE(losses.contains(from)) << "a frame after the loss";
    std::uint64_t& next = next_[{from, lane}];
    EXPECT_EQ(number_of(header), next) << "from " << from << " lane " << static_cast<int>(lane);
    next = number_of(header) + 1;
    if (checks_sizes) {
      ASSERT_FALSE(sizes.empty());
      EXPECT_EQ(bytes, sizes.front());
      sizes.pop_front();
    }
    EXPECT_TRUE(is_right(payload, from, lane, number_of(header), bytes)) << bytes << " bytes";
    ++frames;
  }
  std::map<std::pair<PeerId, Lane>, std::uint64_t> next_;
};

/// How long anything may take before a test gives up.
inline constexpr std::int64_t patience_ns = 60'000'000'000;

template <class World>
class TransportContract : public testing::Test {
 protected:
  /// A world of `ranks` (1 when it knows no more) with a checker each.
  void open(std::uint32_t ranks) {
    size_ = World::alone ? 1 : ranks;
    world_ = std::make_unique<World>(size_);
    sinks_.clear();
    for (std::uint32_t i = 0; i < size_; ++i) sinks_.push_back(std::make_unique<Checker>());
    numbers_.clear();
    ended_.assign(size_, false);
  }
  auto& at(PeerId rank) { return world_->at(rank); }
  Checker& sink(PeerId rank) { return *sinks_[rank]; }
  /// The rank that rank 0 sends to.
  [[nodiscard]] PeerId other() const { return World::alone ? 0 : 1; }
  void end(PeerId rank) {
    ended_[rank] = true;
    world_->end(rank);
  }

  bool poll_all() {
    bool moved = false;
    for (PeerId i = 0; i < size_; ++i) {
      if (!ended_[i]) moved |= at(i).poll(sink(i));
    }
    return moved;
  }
  template <class Condition>
  [[nodiscard]] bool poll_until(Condition&& condition) {
    const std::int64_t give_up = now_ns() + patience_ns;
    while (!condition()) {
      if (!poll_all() && now_ns() > give_up) return false;
    }
    return true;
  }

  /// One attempt; true when the frame was sent.
  bool try_send(PeerId from, PeerId to, Lane lane, std::size_t bytes) {
    const Slot slot = at(from).claim(to, bytes, lane);
    if (!slot) return false;
    std::uint64_t& number = numbers_[{from, to, lane}];
    fill(slot.payload, from, lane, number, bytes);
    at(from).commit(to, header_of(lane, number++), bytes, lane);
    return true;
  }
  /// Tries until there is room, polling everybody.
  void send(PeerId from, PeerId to, Lane lane, std::size_t bytes) {
    ASSERT_TRUE(poll_until([&] { return try_send(from, to, lane, bytes); }));
  }
  [[nodiscard]] std::uint64_t sent(PeerId from, PeerId to, Lane lane) { return numbers_[{from, to, lane}]; }

  std::uint32_t size_ = 1;
  std::unique_ptr<World> world_;
  std::vector<std::unique_ptr<Checker>> sinks_;
  std::map<std::tuple<PeerId, PeerId, Lane>, std::uint64_t> numbers_;
  std::vector<bool> ended_;
};
TYPED_TEST_SUITE_P(TransportContract);

TYPED_TEST_P(TransportContract, frames_of_every_size_arrive_whole_and_in_order) {
  this->open(2);
  const PeerId to = this->other();
  for (const Lane lane : {Lane::ordered, Lane::bulk}) {
    const std::size_t largest = this->at(0).max_frame(to, lane);
    ASSERT_GE(largest, std::size_t{4096});
    std::vector<std::size_t> sizes;
    for (std::size_t bytes = 0; bytes <= 400; ++bytes) sizes.push_back(bytes);
    for (std::size_t power = 512; power < largest; power *= 2) sizes.insert(sizes.end(), {power - 1, power, power + 1});
    sizes.insert(sizes.end(), {largest - 1, largest, std::size_t{0}, largest, std::size_t{8}, largest});
    this->sink(to).checks_sizes = true;
    this->sink(to).sizes.assign(sizes.begin(), sizes.end());
    for (const std::size_t bytes : sizes) this->send(0, to, lane, bytes);
    ASSERT_TRUE(this->poll_until([&] { return this->sink(to).count(0, lane) == sizes.size(); }));
  }
  EXPECT_TRUE(this->poll_until([&] { return this->at(0).idle(); }));
}

TYPED_TEST_P(TransportContract, a_commit_may_be_shorter_than_its_claim) {
  this->open(2);
  const PeerId to = this->other();
  this->sink(to).checks_sizes = true;
  Random random(7);
  std::uint64_t number = 0;
  for (int i = 0; i < 500; ++i) {
    const std::size_t claimed = random() % (this->at(0).max_frame(to, Lane::ordered) + 1);
    const std::size_t used = i % 3 == 0 ? claimed : random() % (std::min<std::size_t>(claimed, 100) + 1);
    Slot slot;
    ASSERT_TRUE(this->poll_until([&] { return bool(slot = this->at(0).claim(to, claimed, Lane::ordered)); }));
    fill(slot.payload, 0, Lane::ordered, number, used);
    this->sink(to).sizes.push_back(used);
    this->at(0).commit(to, header_of(Lane::ordered, number++), used, Lane::ordered);
  }
  EXPECT_TRUE(this->poll_until([&] { return this->sink(to).frames == number; }));
}

TYPED_TEST_P(TransportContract, a_full_wire_says_retry_and_goes_on_when_the_receiver_polls) {
  this->open(2);
  const PeerId to = this->other();
  const std::size_t bytes = this->at(0).max_frame(to, Lane::ordered);
  this->send(0, to, Lane::ordered, 8);  // the first contact
  ASSERT_TRUE(this->poll_until([&] { return this->sink(to).frames == 1; }));
  // Nobody receives: there must come an end to what is taken.
  const std::size_t enough = (std::size_t{256} << 20) / bytes;
  std::size_t taken = 0;
  int refusals = 0;
  while (taken < enough && refusals < 100) {
    if (this->try_send(0, to, Lane::ordered, bytes)) {
      ++taken;
    } else {
      ++refusals;
    }
  }
  EXPECT_LT(taken, enough) << "a slow receiver's memory is not bounded";
  EXPECT_GE(taken, std::size_t{1});
  for (int i = 0; i < 100; ++i) this->send(0, to, Lane::ordered, bytes);
  EXPECT_TRUE(this->poll_until([&] { return this->sink(to).frames == taken + 101; }));
}

TYPED_TEST_P(TransportContract, random_traffic_between_all_ranks_agrees_with_the_model) {
  this->open(4);
  Random random(42);
  const std::uint32_t ranks = this->size_;
  for (int i = 0; i < 20000; ++i) {
    const PeerId from = random() % ranks;
    const PeerId to = TypeParam::alone ? 0 : (from + 1 + random() % (ranks - 1)) % ranks;
    const Lane lane = random() % 4 == 0 ? Lane::bulk : Lane::ordered;
    const std::size_t largest = this->at(from).max_frame(to, lane);
    const std::size_t bytes = random() % 3 != 0 ? random() % 64 : random() % (random() % 8 == 0 ? largest + 1 : 2048);
    (void)this->try_send(from, to, lane, bytes);  // a refusal is fine
    if (random() % 8 == 0) {
      const PeerId who = random() % ranks;
      this->at(who).poll(this->sink(who));
    }
  }
  EXPECT_TRUE(this->poll_until([&] {
    for (const auto& [key, count] : this->numbers_) {
      const auto [from, to, lane] = key;
      if (this->sink(to).count(from, lane) != count) return false;
    }
    return true;
  }));
}

TYPED_TEST_P(TransportContract, many_peers_talk_to_one_and_none_starves) {
  this->open(9);
  const std::uint32_t ranks = this->size_;
  constexpr std::uint64_t each = 300;
  for (std::uint64_t i = 0; i < each; ++i) {
    for (PeerId from = TypeParam::alone ? 0 : 1; from < ranks; ++from) this->send(from, 0, Lane::ordered, i % 200);
  }
  EXPECT_TRUE(this->poll_until([&] {
    for (PeerId from = TypeParam::alone ? 0 : 1; from < ranks; ++from) {
      if (this->sink(0).count(from, Lane::ordered) != each) return false;
    }
    return true;
  }));
}

TYPED_TEST_P(TransportContract, a_sink_may_answer_from_inside) {
  this->open(2);
  const PeerId to = this->other();
  constexpr std::uint64_t rounds = 2000;
  std::uint64_t answers = 0;
  const auto answer = [&](PeerId self, PeerId peer) {
    // There is room, since at most one frame is under way each way; a refusal can only be a whim.
    if (++answers < rounds) {
      int tries = 0;
      while (!this->try_send(self, peer, Lane::ordered, answers % 60)) ASSERT_LT(++tries, 1000);
    }
  };
  this->send(0, to, Lane::ordered, 8);
  if (!TypeParam::alone) {  // the first contact of the way back, too
    this->send(to, 0, Lane::ordered, 8);
    ASSERT_TRUE(this->poll_until([&] { return this->sink(0).frames == 1 && this->sink(to).frames == 1; }));
    this->sink(0).on_frame = [&](PeerId from, const Header&) { answer(0, from); };
  }
  this->sink(to).on_frame = [&](PeerId from, const Header&) { answer(to, from); };
  if (!TypeParam::alone) this->send(0, to, Lane::ordered, 8);
  EXPECT_TRUE(this->poll_until([&] { return answers == rounds; }));
}

TYPED_TEST_P(TransportContract, large_sends_land_where_the_sink_says_and_are_told_once) {
  this->open(2);
  const PeerId to = this->other();
  if (!this->at(0).has_large(to)) GTEST_SKIP() << "has no large sends";
  std::vector<std::vector<std::byte>> buffers;
  Random random(3);
  std::uint64_t posted = 0;
  for (std::uint64_t number = 0; number < 24; ++number) {
    const std::size_t bytes = number == 0 ? 1 : random() % (std::size_t{1} << (8 + number % 14)) + 1;
    buffers.emplace_back(bytes);
    fill(buffers.back().data(), 0, Lane::bulk, number, bytes);
    this->sink(to).offers_places = number % 5 != 4;
    Post post = Post::retry;
    ASSERT_TRUE(this->poll_until([&] {
      post = this->at(0).send_large(to, header_of(Lane::bulk, number), buffers.back(), number);
      return post != Post::retry;
    }));
    if (post == Post::posted) ++posted;
    if (number % 3 == 0) this->send(0, to, Lane::ordered, 100);
    // A sink that takes places changes its mind only between messages.
    if (number % 5 >= 3) {
      ASSERT_TRUE(this->poll_until([&] { return this->sink(to).count(0, Lane::bulk) == number + 1; }));
    }
  }
  EXPECT_TRUE(this->poll_until([&] {
    return this->sink(to).count(0, Lane::bulk) == 24 && this->sink(0).tokens.size() == posted &&
           this->sink(to).count(0, Lane::ordered) == 8;
  }));
  EXPECT_GT(this->sink(to).landings, 0U);
  EXPECT_TRUE(this->poll_until([&] { return this->at(0).idle(); }));
}

TYPED_TEST_P(TransportContract, the_end_of_a_peer_is_told_once_and_after_all_that_it_sent) {
  if (TypeParam::alone) GTEST_SKIP() << "nobody else";
  this->open(3);
  for (int i = 0; i < 10; ++i) this->send(0, 1, Lane::ordered, 10);
  for (int i = 0; i < 20; ++i) this->send(1, 0, Lane::ordered, static_cast<std::size_t>(i) * 37);
  for (int i = 0; i < 2; ++i) this->send(1, 0, Lane::bulk, 4000);
  this->send(2, 0, Lane::ordered, 1);
  ASSERT_TRUE(this->poll_until([&] { return this->at(1).idle() && this->sink(1).frames == 10; }));
  this->end(1);
  ASSERT_TRUE(this->poll_until([&] { return this->sink(0).losses.contains(1); }));
  EXPECT_EQ(this->sink(0).count(1, Lane::ordered), 20U);
  EXPECT_EQ(this->sink(0).count(1, Lane::bulk), 2U);
  // Sends to it are swallowed, of any number.
  for (int i = 0; i < 3000; ++i) {
    const Slot slot = this->at(0).claim(1, 4096, i % 2 == 0 ? Lane::ordered : Lane::bulk);
    ASSERT_TRUE(slot);
    std::memset(slot.payload, 1, 4096);
    this->at(0).commit(1, Header{}, 4096, i % 2 == 0 ? Lane::ordered : Lane::bulk);
  }
  // The others are not touched by it.
  for (int i = 0; i < 50; ++i) this->send(2, 0, Lane::ordered, 5);
  EXPECT_TRUE(this->poll_until([&] { return this->sink(0).count(2, Lane::ordered) == 51; }));
  EXPECT_TRUE(this->poll_until([&] { return this->at(0).idle(); }));
}

TYPED_TEST_P(TransportContract, frames_of_a_peer_that_ended_before_the_first_poll_still_arrive) {
  if (TypeParam::alone) GTEST_SKIP() << "nobody else";
  this->open(2);
  std::uint64_t sent = 0;
  // Only the sender runs until everything has left it, as far as it can without the receiver.
  const std::int64_t give_up = now_ns() + 500'000'000;
  while (sent < 5 && now_ns() < give_up) {
    if (this->try_send(1, 0, Lane::ordered, 300)) ++sent;
    this->at(1).poll(this->sink(1));
  }
  ASSERT_TRUE(this->poll_until([&] { return this->at(1).idle(); }));
  this->end(1);
  EXPECT_TRUE(this->poll_until([&] { return sent == 0 || this->sink(0).losses.contains(1); }));
  EXPECT_EQ(this->sink(0).count(1, Lane::ordered), sent);
}

TYPED_TEST_P(TransportContract, ranks_as_threads_exchange_with_all_others) {
  this->open(4);
  const std::uint32_t ranks = this->size_;
  constexpr std::uint64_t each = 2000;
  std::atomic<std::uint32_t> finished{0};
  std::atomic<bool> late{false};
  const auto run = [&](PeerId self) {
    auto& wire = this->at(self);
    Checker& sink = this->sink(self);
    Random random(self + 1);
    const std::int64_t give_up = now_ns() + patience_ns;
    std::vector<std::uint64_t> numbers(ranks, 0);
    const std::uint64_t expected = each * (TypeParam::alone ? 1 : ranks - 1);
    std::uint64_t sent = 0;
    bool told = false;
    // Stays until all have what they need: others may still wait for this rank's answer to a first contact.
    while (finished.load() < ranks && !late.load()) {
      if (sent < expected) {
        const PeerId to = TypeParam::alone ? 0 : (self + 1 + static_cast<PeerId>(random()) % (ranks - 1)) % ranks;
        const std::size_t bytes = random() % 10 == 0 ? random() % 4097 : random() % 100;
        if (numbers[to] < each) {
          if (const Slot slot = wire.claim(to, bytes, Lane::ordered)) {
            fill(slot.payload, self, Lane::ordered, numbers[to], bytes);
            wire.commit(to, header_of(Lane::ordered, numbers[to]++), bytes, Lane::ordered);
            ++sent;
          }
        }
      }
      if (!wire.poll(sink)) std::this_thread::yield();
      if (!told && sent == expected && sink.frames == expected) {
        told = true;
        ++finished;
      }
      if (now_ns() > give_up) late = true;
    }
  };
  std::vector<std::thread> threads;
  for (PeerId i = 0; i < ranks; ++i) threads.emplace_back(run, i);
  for (std::thread& thread : threads) thread.join();
  EXPECT_FALSE(late.load());
}

REGISTER_TYPED_TEST_SUITE_P(
    TransportContract, frames_of_every_size_arrive_whole_and_in_order, a_commit_may_be_shorter_than_its_claim,
    a_full_wire_says_retry_and_goes_on_when_the_receiver_polls, random_traffic_between_all_ranks_agrees_with_the_model,
    many_peers_talk_to_one_and_none_starves, a_sink_may_answer_from_inside,
    large_sends_land_where_the_sink_says_and_are_told_once, the_end_of_a_peer_is_told_once_and_after_all_that_it_sent,
    frames_of_a_peer_that_ended_before_the_first_poll_still_arrive, ranks_as_threads_exchange_with_all_others);

}  // namespace baton::transport::contract
