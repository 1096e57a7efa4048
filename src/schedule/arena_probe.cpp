// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/arena_probe.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "base/clock.hpp"
#include "schedule/copy.hpp"

namespace baton::schedule {

namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

template <class Body>
void quickest(std::int64_t& least, Body&& body) {
  const std::int64_t start = now_ns();
  body();
  least = std::min(least, now_ns() - start);
}

}  // namespace

ArenaProbe::ArenaProbe(std::uint32_t ranks)
    : sample_(ranks == 2 ? sample_bytes : sizeof(secret)),
      taken_(sample_.size()),
      stored_ns_(never),
      loaded_ns_(never),
      pulled_ns_(never) {
  std::memcpy(sample_.data(), &secret, sizeof secret);
}

void ArenaProbe::leave(ArenaMemory& memory, std::uint32_t rank) {
  static_assert(tries * sample_bytes <= ArenaMemory::slices * ArenaMemory::slice_bytes);
  if (sample_.size() == sample_bytes) {
    for (std::size_t i = 0; i < tries; ++i) {
      quickest(stored_ns_,
               [&] { copy_past_caches(memory.slice(rank, 0) + i * sample_bytes, sample_.data(), sample_bytes); });
    }
  }
  memory.page(rank).probe.store(reinterpret_cast<std::uintptr_t>(sample_.data()), std::memory_order_release);
}

bool ArenaProbe::take(const ArenaMemory& memory, std::uint32_t peer, const Pull& pull) {
  const std::uint64_t address = memory.page(peer).probe.load(std::memory_order_acquire);
  const bool timed = sample_.size() == sample_bytes;
  // Pages of the peer's that this process has not seen yet are not what is timed.
  constexpr std::size_t page = 4096;
  for (std::size_t at = 0; timed && at < tries * sample_bytes; at += page)
    (void)*static_cast<const volatile std::byte*>(memory.slice(peer, 0) + at);
  for (std::size_t i = 0; timed && i < tries; ++i) {
    quickest(loaded_ns_, [&] { std::memcpy(taken_.data(), memory.slice(peer, 0) + i * sample_bytes, sample_bytes); });
  }
  std::int64_t least = never;
  for (std::size_t i = 0; i < (timed ? tries : 1); ++i) {
    std::uint64_t found = 0;
    bool done = false;
    quickest(least, [&] { done = pull(address, taken_); });
    std::memcpy(&found, taken_.data(), sizeof found);
    if (!done || found != secret) return false;
    std::memset(taken_.data(), 0, sizeof secret);
  }
  pulled_ns_ = least;
  return true;
}

bool ArenaProbe::streams() const noexcept { return std::max(stored_ns_, loaded_ns_) < pulled_ns_; }

}  // namespace baton::schedule
