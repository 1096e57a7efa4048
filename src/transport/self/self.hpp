// SPDX-License-Identifier: BSD-3-Clause
// Frames of a rank to itself: a ring whose writer is its reader. Delivered by poll like any other, so that a send never
// runs its receiver's code. Not here: p2p's short cut for large messages to oneself (it copies from buffer to buffer).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/check.hpp"
#include "base/post.hpp"
#include "transport/shm/pair.hpp"
#include "transport/traffic.hpp"
#include "transport/transport.hpp"

namespace baton::transport {

class Self {
 public:
  static constexpr const char* name = "self";

  explicit Self(PeerId self) noexcept : self_(self) {}
  Self(const Self&) = delete;
  Self& operator=(const Self&) = delete;

  // The contract (transport.hpp). There is one lane.
  [[nodiscard]] std::string card() const { return {}; }
  [[nodiscard]] static constexpr std::size_t max_frame(PeerId, Lane) noexcept { return shm::max_ordered_frame; }
  Slot claim(PeerId, std::size_t bytes, Lane) noexcept {
    if (std::byte* const at = writer_.claim(bytes); at != nullptr) [[likely]]
      return {at};
    return claim_slowly(bytes);
  }
  void commit(PeerId, const Header& header, std::size_t bytes, Lane) noexcept {
    if (lost_) return;
    ++traffic_.frames_sent;
    traffic_.bytes_sent += bytes;
    writer_.commit(header, bytes);
  }
  Post send_large(PeerId, const Header&, std::span<const std::byte>, Token) noexcept {
    BATON_CHECK(false && "self has no large sends");
    return Post::retry;
  }
  [[nodiscard]] static constexpr bool has_large(PeerId) noexcept { return false; }
  template <class S>
  bool poll(S& sink) noexcept {
    if (pair_ == nullptr) return false;
    unsigned frames = 0;
    for (; frames < frames_a_poll; ++frames) {
      const shm::RingReader::Frame frame = reader_.front();
      if (frame.header == nullptr) break;
      ++traffic_.frames_received;
      traffic_.bytes_received += frame.bytes;
      sink.frame(self_, *frame.header, std::span<const std::byte>(frame.payload, frame.bytes));
      if (reader_.pop(frame)) (void)reader_.give_back();
    }
    if (frames == 0 && lost_ && !told_) {
      told_ = true;
      sink.lost(self_, why_);
      return true;
    }
    return frames != 0;
  }
  /// Frames that only this process could deliver are no loss when it ends.
  [[nodiscard]] static constexpr bool idle() noexcept { return true; }

  [[nodiscard]] bool has_news() const noexcept { return pair_ != nullptr && (reader_.ready() || (lost_ && !told_)); }
  [[nodiscard]] const Traffic& traffic() const noexcept { return traffic_; }
  [[nodiscard]] Holdings holdings() const noexcept {
    if (pair_ == nullptr) return {};
    return {1, shm::PairMemory::populated_bytes(std::span(&writer_, 1)), 0};
  }

 private:
  static constexpr unsigned frames_a_poll = 64;

  Slot claim_slowly(std::size_t bytes) noexcept;

  PeerId self_;
  std::shared_ptr<shm::PairMemory> pair_;  // made at the first claim
  shm::RingWriter writer_;
  shm::RingReader reader_;
  bool lost_ = false;  // there was no memory
  bool told_ = false;
  Error why_;
  std::unique_ptr<std::byte[]> scratch_;
  Traffic traffic_;
};

static_assert(Transport<Self>);

}  // namespace baton::transport
