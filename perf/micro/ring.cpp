// SPDX-License-Identifier: BSD-3-Clause
// The shared-memory ring: a frame pushed and popped by one thread (its own cost), and handed from core to core and back
// (what the hardware adds).
#include "transport/shm/ring.hpp"

#include <benchmark/benchmark.h>
#include <sys/mman.h>
#include <unistd.h>

#include <stop_token>
#include <thread>

namespace baton::transport::shm {
namespace {

constexpr std::uint64_t lines = 4096;

/// A ring's memory, mapped twice in a row as the ring wants it, with its two ends.
class Ring {
 public:
  Ring() {
    constexpr std::size_t bytes = lines * line_bytes;
    const int file = memfd_create("ring", MFD_CLOEXEC);
    if (file < 0 || ftruncate(file, bytes) != 0) return;
    void* place = mmap(nullptr, 2 * bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memory_ = static_cast<std::byte*>(place);
    for (std::size_t half = 0; half < 2; ++half)
      mmap(memory_ + half * bytes, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED | MAP_POPULATE, file, 0);
    close(file);
    writer = RingWriter(memory_, lines, lines, &control_);
    writer.populated(0);  // all of it has memory: no first lap
    reader = RingReader(memory_, lines, &control_);
  }
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;
  ~Ring() { munmap(memory_, 2 * lines * line_bytes); }

  /// False: no room.
  bool push(std::size_t bytes) {
    std::byte* payload = writer.claim(bytes);
    if (payload == nullptr) {
      std::uint64_t wanted = 0;
      if (!writer.make_room(bytes, wanted)) return false;
      payload = writer.claim(bytes);
      if (payload == nullptr) return false;
    }
    std::memset(payload, 1, bytes);
    writer.commit(Header{}, bytes);
    return true;
  }
  /// False: nothing there.
  bool pop() {
    const RingReader::Frame frame = reader.front();
    if (frame.header == nullptr) return false;
    benchmark::DoNotOptimize(*frame.payload);
    if (reader.pop(frame)) benchmark::DoNotOptimize(reader.give_back());
    return true;
  }

  RingWriter writer;
  RingReader reader;

 private:
  RingControl control_{};
  std::byte* memory_ = nullptr;
};

void push_and_pop(benchmark::State& state) {
  Ring ring;
  const auto bytes = static_cast<std::size_t>(state.range(0));
  for (auto step : state)
    if (!ring.push(bytes) || !ring.pop()) state.SkipWithError("the ring is stuck");
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
}
BENCHMARK(push_and_pop)->Arg(0)->Arg(8)->Arg(40)->Arg(232)->Arg(4096);

void core_to_core_and_back(benchmark::State& state) {
  Ring there;
  Ring back;
  const auto bytes = static_cast<std::size_t>(state.range(0));
  std::jthread echo([&](const std::stop_token& stop) {
    while (!stop.stop_requested())
      if (there.pop())
        while (!back.push(bytes)) continue;
  });
  for (auto step : state) {
    while (!there.push(bytes)) continue;
    while (!back.pop()) continue;
  }
}
BENCHMARK(core_to_core_and_back)->Arg(8)->Arg(40)->Arg(4096)->UseRealTime();

}  // namespace
}  // namespace baton::transport::shm
