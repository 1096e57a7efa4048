// SPDX-License-Identifier: BSD-3-Clause
// Cuts the byte stream that arrives on one TCP link into frames and gives them to the sink. Payloads of large frames
// are read straight to the place that the sink names. Not here: the socket. Bytes come by window() and advance(), so
// that tests and fuzzers run it without a network.
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "transport/tcp/frame.hpp"
#include "transport/transport.hpp"

namespace baton::transport::tcp {

/// Not thread-safe. The buffer is allocated by the first window; its pages are touched only as far as they are used.
class Inbox {
 public:
  static constexpr std::size_t capacity = 128 * 1024;
  static constexpr std::size_t read_bytes = 16 * 1024;
  /// A large frame that the sink has no place for is collected here up to this size; a longer one breaks the link.
  static constexpr std::size_t max_collected = std::size_t{256} << 20;

  /// Where the next bytes of the stream go, in order.
  struct Window {
    std::array<iovec, 2> parts;
    std::size_t count = 0;
    std::size_t bytes = 0;
  };

  /// count is 0 when there is no memory.
  [[nodiscard]] Window window() noexcept;
  /// `bytes` were written to the window. Delivers whole frames. An Error when they are no frames: the link must end.
  Status advance(std::size_t bytes, PeerId from, Sink& sink) noexcept;
  /// The peer has said goodbye: the end of the stream is no loss.
  [[nodiscard]] bool ended() const noexcept { return ended_; }
  /// The stream stands between two frames.
  [[nodiscard]] bool between_frames() const noexcept { return begin_ == end_ && !in_large_; }
  /// Delivered since ever.
  [[nodiscard]] std::uint64_t frames() const noexcept { return frames_; }
  [[nodiscard]] std::uint64_t payload_bytes() const noexcept { return payload_bytes_; }
  [[nodiscard]] std::size_t memory_bytes() const noexcept {
    return (buffer_ ? capacity : 0) + (collected_ ? large_length_ : 0);
  }

 private:
  Status parse(PeerId from, Sink& sink) noexcept;
  Status start_large(const Header& header, std::size_t length, PeerId from, Sink& sink) noexcept;
  void finish_large(PeerId from, Sink& sink) noexcept;

  std::unique_ptr<std::byte[]> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t frames_ = 0;
  std::uint64_t payload_bytes_ = 0;

  bool in_large_ = false;
  bool ended_ = false;
  Header large_header_{};
  std::byte* large_place_ = nullptr;
  std::size_t large_length_ = 0;
  std::size_t large_have_ = 0;
  std::unique_ptr<std::byte[]> collected_;  // the place, when the sink had none
};

}  // namespace baton::transport::tcp
