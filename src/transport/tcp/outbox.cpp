// SPDX-License-Identifier: BSD-3-Clause
// The queue of one TCP link's output. See outbox.hpp.
#include "transport/tcp/outbox.hpp"

#include <algorithm>
#include <cstring>
#include <new>

#include "base/check.hpp"

namespace baton::transport::tcp {

namespace {
void write_head(std::byte* at, FrameWord word, const Header& header) noexcept {
  const std::uint64_t bits = pack(word);
  std::memcpy(at, &bits, sizeof bits);
  std::memcpy(at + sizeof bits, &header, sizeof header);
}

void add(Outbox::Gather& into, const std::byte* from, std::size_t bytes) noexcept {
  if (bytes == 0 || into.count == into.parts.size()) return;
  into.parts[into.count++] = {const_cast<std::byte*>(from), bytes};  // sendmsg only reads
  into.bytes += bytes;
}
}  // namespace

std::byte* Outbox::claim(std::size_t bytes) noexcept {
  BATON_ASSERT(bytes <= max_small);
  if (!buffer_) {
    buffer_.reset(new (std::nothrow) std::byte[capacity]);
    if (!buffer_) return nullptr;
  }
  const std::size_t need = head_bytes + bytes + padding(bytes);
  if (end_ + need > capacity) {
    // Move what waits to the front, but only when that is less than what was sent since: then each byte moves once at
    // most. What waits begins inside a frame perhaps, and frames must stay 8-aligned.
    const std::size_t waiting = end_ - begin_;
    const std::size_t front = begin_ % 8;
    if (begin_ < waiting || begin_ < 8 || front + waiting + need > capacity) return nullptr;
    std::memmove(buffer_.get() + front, buffer_.get() + begin_, waiting);
    begin_ = front;
    end_ = front + waiting;
  }
  return buffer_.get() + end_ + head_bytes;
}

void Outbox::append(FrameKind kind, const Header& header, std::size_t bytes) noexcept {
  BATON_ASSERT(buffer_ && end_ + head_bytes + bytes + padding(bytes) <= capacity);
  std::byte* at = buffer_.get() + end_;
  write_head(at, {kind, bytes}, header);
  const std::size_t pad = padding(bytes);
  if (pad != 0) std::memset(at + head_bytes + bytes, 0, pad);
  end_ += head_bytes + bytes + pad;
}

bool Outbox::goodbye() noexcept {
  if (claim(0) == nullptr) return false;
  append(FrameKind::goodbye, Header{}, 0);
  return true;
}

bool Outbox::push_large(const Header& header, std::span<const std::byte> payload, Token token) noexcept {
  if (large_count_ == max_large) return false;
  if (large_ == nullptr) {
    large_storage_.reset(new (std::nothrow) std::array<Large, max_large>);
    if (!large_storage_) return false;
    large_ = large_storage_->data();
  }
  Large& entry = large(large_count_);
  entry.at = position_ + (end_ - begin_);
  write_head(entry.head.data(), {FrameKind::large, payload.size()}, header);
  std::memset(entry.head.data() + head_bytes, 0, 8);
  entry.head_length = head_bytes + padding(payload.size());
  entry.payload = payload;
  entry.sent = 0;
  entry.token = token;
  ++large_count_;
  ++frames_;
  payload_bytes_ += payload.size();
  return true;
}

void Outbox::gather(Gather& into) const noexcept {
  into.count = 0;
  into.bytes = 0;
  const std::byte* small = buffer_.get() + begin_;
  std::uint64_t position = position_;
  for (std::size_t i = 0; i < large_count_ && into.count + 3 <= into.parts.size(); ++i) {
    const Large& entry = large(i);
    const auto run = static_cast<std::size_t>(entry.at - position);
    add(into, small, run);
    small += run;
    position = entry.at;
    if (entry.sent < entry.head_length) add(into, entry.head.data() + entry.sent, entry.head_length - entry.sent);
    const std::size_t payload_sent = entry.sent > entry.head_length ? entry.sent - entry.head_length : 0;
    add(into, entry.payload.data() + payload_sent, entry.payload.size() - payload_sent);
    if (i + 1 == large_count_) add(into, small, static_cast<std::size_t>(position_ + (end_ - begin_) - position));
  }
  if (large_count_ == 0) add(into, small, end_ - begin_);
}

void Outbox::consume(std::size_t bytes, std::vector<Token>& ended) {
  for (;;) {
    const bool ahead = large_count_ != 0;
    const std::size_t run = ahead ? static_cast<std::size_t>(large(0).at - position_) : end_ - begin_;
    const std::size_t small = std::min(bytes, run);
    begin_ += small;
    position_ += small;
    bytes -= small;
    if (!ahead || small < run) break;
    Large& entry = large(0);
    const std::size_t whole = entry.head_length + entry.payload.size();
    const std::size_t part = std::min(bytes, whole - entry.sent);
    entry.sent += part;
    bytes -= part;
    if (entry.sent < whole) break;
    ended.push_back(entry.token);
    large_first_ = (large_first_ + 1) % max_large;
    --large_count_;
  }
  BATON_ASSERT(bytes == 0);
  if (begin_ == end_) begin_ = end_ = 0;
}

void Outbox::abandon(std::vector<Token>& ended) {
  for (std::size_t i = 0; i < large_count_; ++i) ended.push_back(large(i).token);
  large_count_ = 0;
  position_ += end_ - begin_;
  begin_ = end_ = 0;
}

}  // namespace baton::transport::tcp
