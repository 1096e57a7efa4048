// SPDX-License-Identifier: BSD-3-Clause
// The parser of one TCP link's input. See inbox.hpp.
#include "transport/tcp/inbox.hpp"

#include <algorithm>
#include <cstring>
#include <new>

#include "base/check.hpp"

namespace baton::transport::tcp {

Inbox::Window Inbox::window() noexcept {
  Window window;
  if (!buffer_) {
    buffer_.reset(new (std::nothrow) std::byte[capacity]);
    if (!buffer_) return window;
  }
  if (in_large_) {
    BATON_ASSERT(begin_ == end_);
    begin_ = end_ = 0;
    window.parts[0] = {large_place_ + large_have_, large_length_ - large_have_};
    window.parts[1] = {buffer_.get(), read_bytes};
    window.count = 2;
    window.bytes = window.parts[0].iov_len + read_bytes;
    return window;
  }
  if (begin_ == end_) {
    begin_ = end_ = 0;
  } else if (capacity - end_ < read_bytes) {
    // A frame never moves far: the rest of one that did not fit, below max_small and a head. begin_ is a multiple of 8.
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  window.parts[0] = {buffer_.get() + end_, std::min(read_bytes, capacity - end_)};
  window.count = 1;
  window.bytes = window.parts[0].iov_len;
  return window;
}

Status Inbox::advance(std::size_t bytes, PeerId from, Sink& sink) noexcept {
  if (in_large_) {
    const std::size_t part = std::min(bytes, large_length_ - large_have_);
    large_have_ += part;
    bytes -= part;
    if (large_have_ < large_length_) return {};
    finish_large(from, sink);
  }
  end_ += bytes;
  BATON_ASSERT(end_ <= capacity);
  return bytes == 0 ? Status{} : parse(from, sink);
}

Status Inbox::parse(PeerId from, Sink& sink) noexcept {
  while (end_ - begin_ >= head_bytes) {
    const std::byte* at = buffer_.get() + begin_;
    std::uint64_t bits = 0;
    std::memcpy(&bits, at, sizeof bits);
    const auto word = unpack(bits);
    if (!word || ended_) return Error{Code::protocol, 0, "bytes that are no frame arrived on a TCP link"};
    Header header;
    std::memcpy(&header, at + sizeof bits, sizeof header);
    const auto length = static_cast<std::size_t>(word->length);
    switch (word->kind) {
      case FrameKind::small: {
        const std::size_t whole = head_bytes + length + padding(length);
        if (end_ - begin_ < whole) return {};
        ++frames_;
        payload_bytes_ += length;
        sink.frame(from, header, {at + head_bytes, length});
        begin_ += whole;
        break;
      }
      case FrameKind::large: {
        const std::size_t before = head_bytes + padding(length);
        if (end_ - begin_ < before) return {};
        begin_ += before;
        if (Status status = start_large(header, length, from, sink); !status) return status;
        break;
      }
      case FrameKind::goodbye: {
        begin_ += head_bytes;
        ended_ = true;
        break;
      }
    }
  }
  return {};
}

Status Inbox::start_large(const Header& header, std::size_t length, PeerId from, Sink& sink) noexcept {
  large_header_ = header;
  large_length_ = length;
  large_place_ = sink.place(from, header, length);
  if (large_place_ == nullptr) {
    if (length <= max_collected) collected_.reset(new (std::nothrow) std::byte[std::max<std::size_t>(length, 1)]);
    if (!collected_) {
      return Error{Code::no_memory, 0,
                   "a large message that nobody waited for did not fit into memory; post its receive earlier"};
    }
    large_place_ = collected_.get();
  }
  large_have_ = std::min(length, end_ - begin_);
  if (large_have_ != 0) std::memcpy(large_place_, buffer_.get() + begin_, large_have_);
  begin_ += large_have_;
  in_large_ = true;
  if (large_have_ == large_length_) finish_large(from, sink);
  return {};
}

void Inbox::finish_large(PeerId from, Sink& sink) noexcept {
  in_large_ = false;
  ++frames_;
  payload_bytes_ += large_length_;
  if (collected_) {
    const auto collected = std::move(collected_);
    sink.frame(from, large_header_, {collected.get(), large_length_});
  } else {
    sink.landed(from, large_header_, large_length_);
  }
}

}  // namespace baton::transport::tcp
