// SPDX-License-Identifier: BSD-3-Clause
// Latency, bandwidth and message rate of the TCP transport between two processes over loopback, without anything above
// it. Not a test: run bench_transport_tcp by hand when tuning.
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

#include "base/check.hpp"
#include "base/clock.hpp"
#include "transport/tcp/tcp.hpp"

namespace baton::transport {
namespace {

struct Counter final : Sink {
  void frame(PeerId, const Header&, std::span<const std::byte> payload) noexcept override {
    ++frames;
    bytes += payload.size();
  }
  std::byte* place(PeerId, const Header&, std::size_t) noexcept override { return room.data(); }
  void landed(PeerId, const Header&, std::size_t) noexcept override { ++frames; }
  void sent(Token) noexcept override { ++tokens; }
  void lost(PeerId, Error why) noexcept override {
    std::fprintf(stderr, "lost: %s\n", why.what);
    _exit(1);
  }
  std::size_t frames = 0;
  std::size_t bytes = 0;
  std::size_t tokens = 0;
  std::vector<std::byte> room = std::vector<std::byte>(8 << 20);
};

struct Side {
  Tcp& tcp;
  Counter sink{};
  PeerId self;
  std::vector<std::byte> data = std::vector<std::byte>(8 << 20);
  std::size_t posted = 0;
  std::size_t expected = 0;

  void small(std::size_t bytes) {
    Slot slot;
    while (!(slot = tcp.claim(1 - self, bytes, Lane::ordered))) tcp.poll(sink);
    std::memcpy(slot.payload, data.data(), bytes);
    tcp.commit(1 - self, Header{}, bytes, Lane::ordered);
  }
  void large(std::size_t bytes) {
    Post post = Post::retry;
    while ((post = tcp.send_large(1 - self, Header{}, {data.data(), bytes}, 1)) == Post::retry) tcp.poll(sink);
    if (post == Post::posted) ++posted;
  }
  void receive(std::size_t count) {
    expected += count;
    do {
      tcp.poll(sink);
    } while (sink.frames < expected);
  }
  void send_all() {
    while (sink.tokens < posted) tcp.poll(sink);
  }
};

void ping_pong(Side& side, std::size_t bytes, int rounds) {
  for (const int count : {rounds / 10, rounds}) {
    const std::int64_t begin = now_ns();
    for (int i = 0; i < count; ++i) {
      if (side.self == 0) side.small(bytes);
      side.receive(1);
      if (side.self == 1) side.small(bytes);
    }
    if (side.self == 0 && count == rounds) {
      std::printf("latency  %7zu B  %8.2f us\n", bytes, static_cast<double>(now_ns() - begin) / 2e3 / rounds);
    }
  }
}

void stream(Side& side, std::size_t bytes, int window, int rounds, bool large) {
  for (const int count : {rounds / 10 + 1, rounds}) {
    const std::int64_t begin = now_ns();
    for (int i = 0; i < count; ++i) {
      if (side.self == 0) {
        for (int k = 0; k < window; ++k) large ? side.large(bytes) : side.small(bytes);
        side.send_all();
        side.receive(1);
      } else {
        side.receive(static_cast<std::size_t>(window));
        side.small(4);
      }
    }
    if (side.self == 0 && count == rounds) {
      const auto ns = static_cast<double>(now_ns() - begin);
      const double messages = static_cast<double>(window) * rounds;
      std::printf("stream   %7zu B  %8.3f GB/s  %8.3f M/s\n", bytes, messages * static_cast<double>(bytes) / ns,
                  messages / ns * 1e3);
    }
  }
}

void run(PeerId self, int pipe) {
  std::string other;
  Tcp::Options options;
  options.self = self;
  options.size = 2;
  options.job_id = "bench";
  if (const char* bytes = std::getenv("SNDBUF")) options.send_buffer = std::atoi(bytes);
  if (const char* bytes = std::getenv("RCVBUF")) options.receive_buffer = std::atoi(bytes);
  options.directory = [&](PeerId) -> Result<std::string> { return other; };
  auto opened = Tcp::open(std::move(options));
  BATON_CHECK(opened);
  const std::string card = (*opened)->card();
  BATON_CHECK(::write(pipe, card.data(), card.size()) == static_cast<ssize_t>(card.size()));
  std::array<char, 1024> text{};
  const ssize_t got = ::read(pipe, text.data(), text.size());
  BATON_CHECK(got > 0);
  other.assign(text.data(), static_cast<std::size_t>(got));
  Side side{.tcp = **opened, .self = self};
  if (std::getenv("LARGE_ONLY") == nullptr) {
    for (const std::size_t bytes : {8, 64, 1024, 16384}) ping_pong(side, bytes, 20000);
    for (const std::size_t bytes : {8, 64, 1024, 8192}) stream(side, bytes, 64, 2000, false);
  }
  stream(side, 16384, 64, 500, true);
  stream(side, 65536, 64, 200, true);
  stream(side, 1 << 20, 16, 100, true);
  stream(side, 4 << 20, 8, 50, true);
  stream(side, 4 << 20, 1, 400, true);
  (*opened)->close(side.sink, 1'000'000'000);
}

}  // namespace
}  // namespace baton::transport

int main() {
  std::array<int, 2> pipes{};
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, pipes.data()) != 0) return 1;
  const pid_t child = ::fork();
  const unsigned self = child == 0 ? 1 : 0;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(self, &set);
  if (std::getenv("UNBOUND") == nullptr) ::sched_setaffinity(0, sizeof set, &set);
  baton::transport::run(self, pipes[self]);
  if (child == 0) _exit(0);
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}
