// SPDX-License-Identifier: BSD-3-Clause
// What waits to be sent on one TCP link: small frames in a bounded buffer, large payloads in their owners' memory, in
// one order. Not here: the socket. Plain memory, so that tests and fuzzers run it without a network.
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "transport/tcp/frame.hpp"
#include "transport/transport.hpp"

namespace baton::transport::tcp {

/// Not thread-safe. The buffer is allocated by the first claim; its pages are touched only as far as they are used.
class Outbox {
 public:
  static constexpr std::size_t capacity = 256 * 1024;
  static constexpr std::size_t max_large = 32;

  /// The memory that the next bytes of the stream lie in, in order; at most as many parts as fit.
  struct Gather {
    std::array<iovec, 16> parts;
    std::size_t count = 0;
    std::size_t bytes = 0;
  };

  /// Room for a small frame with `bytes` payload (at most max_small), 8-aligned; nullptr when there is none now. Valid
  /// until the next call but `gather`.
  std::byte* claim(std::size_t bytes) noexcept;
  /// Appends the claimed frame.
  void commit(const Header& header, std::size_t bytes) noexcept {
    append(FrameKind::small, header, bytes);
    ++frames_;
    payload_bytes_ += bytes;
  }
  /// Appends a goodbye. False: no room now.
  bool goodbye() noexcept;
  /// Appends a frame whose payload stays where it is until its token comes out of `consume` or `abandon`. False: too
  /// many wait.
  bool push_large(const Header& header, std::span<const std::byte> payload, Token token) noexcept;

  [[nodiscard]] bool empty() const noexcept { return begin_ == end_ && large_count_ == 0; }
  [[nodiscard]] bool has_large() const noexcept { return large_count_ != 0; }
  /// Bytes of small frames that wait.
  [[nodiscard]] std::size_t small_bytes() const noexcept { return end_ - begin_; }
  /// Appended since ever, goodbyes apart.
  [[nodiscard]] std::uint64_t frames() const noexcept { return frames_; }
  [[nodiscard]] std::uint64_t payload_bytes() const noexcept { return payload_bytes_; }
  [[nodiscard]] std::size_t memory_bytes() const noexcept {
    return (buffer_ ? capacity : 0) + (large_storage_ ? sizeof *large_storage_ : 0);
  }
  void gather(Gather& into) const noexcept;
  /// `bytes` of what `gather` gave are sent. Tokens of large frames that ended are appended to `ended`.
  void consume(std::size_t bytes, std::vector<Token>& ended);
  /// Drops everything. The buffer stays, so that an open claim stays writable.
  void abandon(std::vector<Token>& ended);

 private:
  struct Large {
    std::uint64_t at;  // the position in the stream of small frames that it stands before
    alignas(8) std::array<std::byte, head_bytes + 8> head;
    std::size_t head_length;
    std::span<const std::byte> payload;
    std::size_t sent;  // of head and payload
    Token token;
  };

  void append(FrameKind kind, const Header& header, std::size_t bytes) noexcept;
  Large& large(std::size_t index) noexcept { return large_[(large_first_ + index) % max_large]; }
  const Large& large(std::size_t index) const noexcept { return large_[(large_first_ + index) % max_large]; }

  std::unique_ptr<std::byte[]> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t frames_ = 0;
  std::uint64_t payload_bytes_ = 0;
  std::uint64_t position_ = 0;  // of begin_ in the stream of small frames since ever
  std::size_t large_first_ = 0;
  std::size_t large_count_ = 0;
  std::unique_ptr<std::array<Large, max_large>> large_storage_;
  Large* large_ = nullptr;
};

}  // namespace baton::transport::tcp
