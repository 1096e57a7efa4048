// SPDX-License-Identifier: BSD-3-Clause
// Two processes on one node: one-way latency, message rate and bulk bandwidth of the wires. A program to run by hand,
// not a test: `transport_speed [seconds per figure]`.
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/spin.hpp"
#include "transport/wires.hpp"

namespace {

using namespace baton;
using namespace baton::transport;

struct Counter final : Sink {
  void frame(PeerId, const Header&, std::span<const std::byte> payload) noexcept override {
    ++frames;
    if (target != nullptr && payload.size() > 64) {
      std::memcpy(target + bytes % span, payload.data(), payload.size());
    }
    bytes += payload.size();
  }
  std::byte* place(PeerId, const Header&, std::size_t) noexcept override { return nullptr; }
  void landed(PeerId, const Header&, std::size_t) noexcept override {}
  void sent(Token) noexcept override {}
  void lost(PeerId, Error) noexcept override { gone = true; }

  std::uint64_t frames = 0;
  std::size_t bytes = 0;
  std::byte* target = nullptr;
  std::size_t span = 1;
  bool gone = false;
};

struct Rank {
  Wires& wires;
  Counter sink;
  PeerId peer;

  void send(std::size_t bytes, Lane lane, const std::byte* data) noexcept {
    Slot slot;
    while (!(slot = wires.claim(peer, bytes, lane))) {
      if (!wires.poll(sink)) cpu_relax();
    }
    std::memcpy(slot.payload, data, bytes);
    wires.commit(peer, Header{}, bytes, lane);
  }
  void await(std::uint64_t frames) noexcept {
    while (sink.frames < frames && !sink.gone) {
      if (!wires.poll(sink)) cpu_relax();
    }
  }
};

void ping_pong(Rank& rank, bool first, std::size_t bytes, std::vector<std::byte>& data) {
  constexpr int rounds = 200'000;
  std::int64_t start = 0;
  for (int i = -1000; i < rounds; ++i) {
    if (i == 0) start = now_ns();
    const std::uint64_t before = rank.sink.frames;
    if (first) rank.send(bytes, Lane::ordered, data.data());
    rank.await(before + 1);
    if (!first) rank.send(bytes, Lane::ordered, data.data());
  }
  if (first) {
    std::printf("latency %6zu B  %8.1f ns one way\n", bytes, static_cast<double>(now_ns() - start) / 2 / rounds);
  }
}

void stream(Rank& rank, bool first, std::size_t bytes, std::vector<std::byte>& data) {
  constexpr int window = 1000;
  constexpr int rounds = 1000;
  std::int64_t start = 0;
  for (int i = -50; i < rounds; ++i) {
    if (i == 0) start = now_ns();
    const std::uint64_t before = rank.sink.frames;
    if (first) {
      for (int k = 0; k < window; ++k) rank.send(bytes, Lane::ordered, data.data());
      rank.await(before + 1);
    } else {
      rank.await(before + window);
      rank.send(0, Lane::ordered, data.data());
    }
  }
  if (first) {
    std::printf("rate    %6zu B  %8.2f ns a message\n", bytes, static_cast<double>(now_ns() - start) / rounds / window);
  }
}

void bulk(Rank& rank, bool first, std::size_t bytes, std::vector<std::byte>& data) {
  const std::size_t frame = rank.wires.max_frame(rank.peer, Lane::bulk);
  const int rounds = static_cast<int>((std::size_t{2} << 30) / bytes);
  std::int64_t start = 0;
  rank.sink.target = data.data();
  rank.sink.span = bytes;
  const std::uint64_t pieces = (bytes + frame - 1) / frame;
  for (int i = -2; i < rounds; ++i) {
    if (i == 0) start = now_ns();
    const std::uint64_t before = rank.sink.frames;
    if (first) {
      for (std::size_t at = 0; at < bytes; at += frame) {
        rank.send(std::min(frame, bytes - at), Lane::bulk, data.data() + at);
      }
      rank.await(before + 1);
    } else {
      rank.sink.bytes = 0;
      rank.await(before + pieces);
      rank.send(0, Lane::ordered, data.data());
    }
  }
  rank.sink.target = nullptr;
  if (first) {
    const double seconds = static_cast<double>(now_ns() - start) / 1e9;
    std::printf("bulk  %8zu B  %8.2f GB/s\n", bytes, static_cast<double>(bytes) * rounds / seconds / 1e9);
  }
}

/// The idle cost of a poll.
void empty_polls(Rank& rank, bool first) {
  constexpr int rounds = 2'000'000;
  const std::int64_t start = now_ns();
  for (int i = 0; i < rounds; ++i) rank.wires.poll(rank.sink);
  if (first) std::printf("empty poll        %8.2f ns\n", static_cast<double>(now_ns() - start) / rounds);
}

}  // namespace

int main() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) return 1;
  const pid_t child = ::fork();
  const PeerId self = child == 0 ? 1 : 0;
  const bool first = self == 0;
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  CPU_SET(self, &cpus);
  (void)::sched_setaffinity(0, sizeof cpus, &cpus);
  const int mine = ends[self];
  std::string other;

  Wires::Options options;
  options.self = self;
  options.size = 2;
  options.job_id = "speed";
  options.local_ranks = {0, 1};
  options.directory = [&](PeerId) -> Result<std::string> { return other; };
  options.mode = std::getenv("BATON_TRANSPORT") == nullptr ? "auto" : std::getenv("BATON_TRANSPORT");
  auto wires = Wires::open(std::move(options));
  if (!wires) {
    std::fprintf(stderr, "%s\n", wires.error().what);
    return 1;
  }
  const std::string card = (*wires)->card();
  std::array<char, 4096> text{};
  if (::write(mine, card.data(), card.size()) < 0) return 1;
  other.assign(text.data(), static_cast<std::size_t>(std::max<ssize_t>(0, ::read(mine, text.data(), text.size()))));

  Rank rank{**wires, {}, 1 - self};
  std::vector<std::byte> data(std::size_t{4} << 20, std::byte{1});
  for (const std::size_t bytes : {0, 8, 40, 64, 256, 1024, 4096, 16384}) ping_pong(rank, first, bytes, data);
  for (const std::size_t bytes : {8, 40, 64, 256, 1024, 4096, 16384}) stream(rank, first, bytes, data);
  for (const std::size_t bytes : {64 << 10, 256 << 10, 1 << 20, 4 << 20}) bulk(rank, first, bytes, data);
  empty_polls(rank, first);
  wires->reset();
  if (child > 0) ::waitpid(child, nullptr, 0);
  return 0;
}
