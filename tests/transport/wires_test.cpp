// SPDX-License-Identifier: BSD-3-Clause
// Which transport reaches whom, links opened only to hear of an end, and processes that are killed.
#include <dirent.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "transport/contract.hpp"
#include "transport/world.hpp"

namespace baton::transport {
namespace {

using contract::Checker;
using contract::fill;
using contract::header_of;
using contract::patience_ns;

bool exchange(Wires& from, PeerId to, Wires& receiver, Checker& sink) {
  const std::int64_t give_up = now_ns() + patience_ns;
  Checker own;
  bool sent = false;
  while (sink.frames == 0 && now_ns() < give_up) {
    if (!sent) {
      if (const Slot slot = from.claim(to, 8, Lane::ordered)) {
        fill(slot.payload, 0, Lane::ordered, 0, 8);
        from.commit(to, header_of(Lane::ordered, 0), 8, Lane::ordered);
        sent = true;
      }
    }
    if (&from != &receiver) from.poll(own);
    receiver.poll(sink);
  }
  return sink.frames == 1;
}

bool poll_until_lost(Wires& wires, Checker& sink, PeerId peer) {
  const std::int64_t give_up = now_ns() + patience_ns;
  while (!sink.losses.contains(peer) && now_ns() < give_up) wires.poll(sink);
  return sink.losses.contains(peer);
}

TEST(Wires, a_node_uses_shm_and_other_nodes_tcp) {
  WiresTogether world(3, "auto", 2);
  EXPECT_STREQ(world.at(0).route_name(0), "self");
  EXPECT_STREQ(world.at(0).route_name(1), "shm");
  EXPECT_STREQ(world.at(0).route_name(2), "tcp");
  Checker near;
  Checker far;
  EXPECT_TRUE(exchange(world.at(0), 1, world.at(1), near));
  EXPECT_TRUE(exchange(world.at(0), 2, world.at(2), far));
  EXPECT_EQ(world.at(0).traffic("shm").frames_sent, 1U);
  EXPECT_EQ(world.at(1).traffic("shm").frames_received, 1U);
  EXPECT_EQ(world.at(0).traffic("tcp").frames_sent, 1U);
  EXPECT_EQ(world.at(2).traffic("tcp").frames_received, 1U);
  EXPECT_EQ(world.at(0).traffic("tcp").bytes_sent, world.at(2).traffic("tcp").bytes_received);
  EXPECT_GT(world.at(0).traffic("tcp").bytes_sent, 0U);
  EXPECT_EQ(world.at(0).holdings("tcp").links, 1U);
  EXPECT_GT(world.at(2).holdings("tcp").memory_bytes, 0U);
  EXPECT_EQ(world.at(0).holdings("shm").links, 1U);
  EXPECT_GT(world.at(0).holdings("shm").memory_bytes, world.at(0).holdings("self").memory_bytes);
}

TEST(Wires, the_mode_tcp_is_obeyed_on_one_node) {
  WiresTogether world(2, "tcp");
  EXPECT_STREQ(world.at(0).route_name(1), "tcp");
  Checker sink;
  EXPECT_TRUE(exchange(world.at(0), 1, world.at(1), sink));
}

TEST(Wires, shm_alone_says_that_a_rank_is_on_another_node_and_what_helps) {
  WiresTogether world(2, "shm", 1);
  std::string& card = world.cards[1];
  char& digit = card[card.find('=') + 1];  // of the place that the rank says to be in
  digit = digit == '0' ? '1' : '0';
  Checker sink;
  static_cast<void>(world.at(0).claim(1, 8, Lane::ordered));
  ASSERT_TRUE(poll_until_lost(world.at(0), sink, 1));
  const std::string why = sink.losses.at(1).what;
  EXPECT_NE(why.find("another node"), std::string::npos) << why;
  EXPECT_NE(why.find("BATON_TRANSPORT=shm forbids tcp"), std::string::npos) << why;
  EXPECT_NE(why.find("set it to auto"), std::string::npos) << why;
  EXPECT_EQ(sink.losses.at(1).code, Code::refused);
}

TEST(Wires, a_bad_mode_is_refused_with_the_right_ones) {
  Wires::Options options;
  options.mode = "sctp";
  const auto wires = Wires::open(std::move(options));
  ASSERT_FALSE(wires);
  EXPECT_NE(std::string(wires.error().what).find("auto, shm or tcp"), std::string::npos);
}

TEST(Wires, a_local_rank_in_other_namespaces_is_reached_by_tcp) {
  WiresTogether world(2, "auto");
  std::string& card = world.cards[1];
  card[4] = card[4] == '0' ? '1' : '0';  // "shm=<place>..."
  EXPECT_STREQ(world.at(0).route_name(1), "tcp");
}

TEST(Wires, a_rank_beyond_the_only_transport_is_lost_with_a_reason) {
  WiresTogether world(2, "shm");
  std::string& card = world.cards[1];
  card[4] = card[4] == '0' ? '1' : '0';
  Checker sink;
  const Slot slot = world.at(0).claim(1, 100, Lane::ordered);
  ASSERT_TRUE(slot);
  world.at(0).commit(1, Header{}, 100, Lane::ordered);
  ASSERT_TRUE(poll_until_lost(world.at(0), sink, 1));
  EXPECT_NE(std::string(sink.losses[1].what).find("BATON_TRANSPORT"), std::string::npos);
}

TEST(Wires, messages_to_oneself_arrive_by_poll) {
  WiresTogether world(1);
  Checker sink;
  EXPECT_TRUE(exchange(world.at(0), 0, world.at(0), sink));
}

TEST(Wires, a_watched_peer_is_heard_of_when_it_ends_although_nobody_spoke) {
  WiresTogether world(2);
  Checker sink;
  Checker other;
  world.at(0).watch(1);
  for (int i = 0; i < 100; ++i) {
    world.at(0).poll(sink);
    world.at(1).poll(other);
  }
  EXPECT_TRUE(sink.losses.empty());
  world.end(1);
  EXPECT_TRUE(poll_until_lost(world.at(0), sink, 1));
}

TEST(Wires, a_peer_that_ended_before_it_is_watched_is_lost) {
  WiresTogether world(3);
  Checker sink;
  world.end(1);
  world.at(0).watch(1);
  EXPECT_TRUE(poll_until_lost(world.at(0), sink, 1));
  // The same by a send.
  world.end(2);
  ASSERT_TRUE(world.at(0).claim(2, 8, Lane::ordered));
  world.at(0).commit(2, Header{}, 8, Lane::ordered);
  EXPECT_TRUE(poll_until_lost(world.at(0), sink, 2));
}

TEST(Shm, a_stranger_without_the_token_is_turned_away) {
  WiresTogether world(2);
  std::string forged = world.cards[1];
  forged.back() = forged.back() == '0' ? '1' : '0';
  Wires::Options options;
  options.self = 0;
  options.size = 2;
  options.local_ranks = {0, 1};
  options.directory = [&](PeerId) -> Result<std::string> { return forged; };
  options.mode = "shm";
  auto stranger = Wires::open(std::move(options));
  ASSERT_TRUE(stranger);
  const Slot slot = (*stranger)->claim(1, 8, Lane::ordered);
  ASSERT_TRUE(slot);
  (*stranger)->commit(1, Header{}, 8, Lane::ordered);
  Checker sink;
  Checker own;
  const std::int64_t give_up = now_ns() + patience_ns;
  while (own.losses.empty() && now_ns() < give_up) {
    world.at(1).poll(sink);
    (*stranger)->poll(own);
  }
  EXPECT_TRUE(own.losses.contains(1));
  EXPECT_EQ(sink.frames, 0U);
  EXPECT_TRUE(sink.losses.empty());
}

/// Files of ours in a folder; other programs may come and go there meanwhile.
std::size_t entries(const char* folder) {
  std::size_t count = 0;
  DIR* const dir = ::opendir(folder);
  if (dir == nullptr) return 0;
  while (const dirent* const entry = ::readdir(dir)) {
    if (std::string_view(entry->d_name).find("baton") != std::string_view::npos) ++count;
  }
  ::closedir(dir);
  return count;
}

/// What a process of two does until it is killed: sends to rank 0 without end.
[[noreturn]] void send_without_end(int socket, const std::string& card_of_0) {
  Wires::Options options;
  options.self = 1;
  options.size = 2;
  options.local_ranks = {0, 1};
  options.directory = [&](PeerId) -> Result<std::string> { return card_of_0; };
  options.mode = "shm";
  auto wires = Wires::open(std::move(options));
  if (!wires) ::_exit(1);
  const std::string card = (*wires)->card();
  if (::write(socket, card.data(), card.size()) < 0) ::_exit(1);
  Checker sink;
  std::array<std::uint64_t, 2> numbers{};
  for (std::uint64_t i = 0; sink.losses.empty(); ++i) {
    const Lane lane = i % 7 == 0 ? Lane::bulk : Lane::ordered;
    const std::size_t bytes = lane == Lane::bulk ? 50'000 : i % 3000;
    if (const Slot slot = (*wires)->claim(0, bytes, lane)) {
      std::uint64_t& number = numbers[static_cast<std::size_t>(lane)];
      fill(slot.payload, 1, lane, number, bytes);
      (*wires)->commit(0, header_of(lane, number++), bytes, lane);
    }
    (*wires)->poll(sink);
  }
  ::_exit(0);
}

TEST(Shm, a_killed_process_is_lost_after_its_last_frame_and_leaves_nothing) {
  const std::size_t shm_before = entries("/dev/shm");
  std::string card_of_1;
  Wires::Options options;
  options.self = 0;
  options.size = 2;
  options.local_ranks = {0, 1};
  options.directory = [&](PeerId) -> Result<std::string> { return card_of_1; };
  options.mode = "shm";
  auto wires = Wires::open(std::move(options));
  ASSERT_TRUE(wires) << wires.error().what;
  std::array<int, 2> ends{};
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
  const std::string own = (*wires)->card();
  const pid_t child = ::fork();
  if (child == 0) send_without_end(ends[1], own);
  std::array<char, 512> text{};
  const auto got = ::read(ends[0], text.data(), text.size());
  ASSERT_GT(got, 0);
  card_of_1.assign(text.data(), static_cast<std::size_t>(got));

  Checker sink;
  const std::int64_t give_up = now_ns() + patience_ns;
  while (sink.frames < 5000 && now_ns() < give_up) (*wires)->poll(sink);
  ASSERT_GE(sink.frames, 5000U);
  ASSERT_EQ(::kill(child, SIGKILL), 0);
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  EXPECT_TRUE(poll_until_lost(**wires, sink, 1));
  EXPECT_GE(sink.frames, 5000U);
  ::close(ends[0]);
  ::close(ends[1]);

  wires->reset();
  EXPECT_EQ(entries("/dev/shm"), shm_before);
  // The socket's name went with its process. Card: "shm=<place>.<name>.<token>".
  const std::string name = card_of_1.substr(4 + 17, 32);
  std::ifstream sockets("/proc/net/unix");
  for (std::string line; std::getline(sockets, line);) EXPECT_EQ(line.find(name), std::string::npos);
}

TEST(Routes, a_peer_that_ends_does_not_disturb_the_turns_of_the_others) {
  WiresTogether world(6);
  Wires& receiver = world.at(0);
  const auto send = [&](PeerId from, std::uint64_t first, std::uint64_t end) {
    for (std::uint64_t number = first; number < end; ++number) {
      const Slot slot = world.at(from).claim(0, 8, Lane::ordered);
      ASSERT_TRUE(slot);
      fill(slot.payload, from, Lane::ordered, number, 8);
      world.at(from).commit(0, header_of(Lane::ordered, number), 8, Lane::ordered);
    }
  };
  // As much from each as is taken in one visit: the poll ends before the last has had its turn.
  for (PeerId from = 1; from < 6; ++from) send(from, 0, 16);
  Checker sink;
  const std::int64_t give_up = now_ns() + patience_ns;
  while (sink.frames < 64 && now_ns() < give_up) receiver.poll(sink);
  EXPECT_EQ(sink.frames, 64U);
  world.end(1);
  ASSERT_TRUE(poll_until_lost(receiver, sink, 1));
  send(5, 16, 17);
  for (int i = 0; i < 100; ++i) receiver.poll(sink);
  EXPECT_EQ(sink.frames, 81U);  // and the checker has seen each once
}

}  // namespace
}  // namespace baton::transport
