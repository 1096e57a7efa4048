// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/arena_messages.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.hpp"
#include "schedule/copy.hpp"

namespace baton::schedule {

using collectives::Block;
using collectives::Buffer;
using collectives::Side;
using collectives::Step;
using collectives::StepKind;
using collectives::arena::everyone;

Layout::Layout(std::uint32_t readers, std::int64_t longest, std::int64_t sum) noexcept : readers_(readers) {
  if (readers <= most_in_line && sum <= std::int64_t{Cell::inline_bytes}) {
    word_ = in_line_flag;
  } else if (longest > part_of(small, readers) - header) {
    word_ = large_flag;
  }
}

std::int64_t Layout::carried() const noexcept {
  return in_line() ? std::int64_t{Cell::inline_bytes} : std::min(part_bytes() - header, most_carried);
}

std::int64_t Layout::add(std::uint32_t reader, std::int64_t bytes) noexcept {
  if (in_line()) {
    word_ |= static_cast<std::uint64_t>(bytes) << (8 * reader);
    return place_in_line(reader);
  }
  if (bytes != 0) word_ |= std::uint64_t{1} << reader;
  return part(reader);
}

std::int64_t Layout::place_in_line(std::uint32_t reader) const noexcept {
  std::int64_t place = 0;
  for (std::uint32_t before = 0; before < reader; ++before) place += bytes_in_line(before);
  return place;
}

Error Messages::steps(const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    Error error;
    switch (step.kind) {
      case StepKind::put: put(step); break;
      case StepKind::put_each: put_each(step); break;
      case StepKind::publish: arena_.publish(step.target.round, step.peer); break;
      case StepKind::take: error = take(step); break;
      case StepKind::answer:
        if (!has_borrowed_) break;
        arena_.measure(0);
        arena_.claim(step.target.round);
        arena_.publish(step.target.round, step.peer);
        break;
      case StepKind::settle: error = settle(step.source.round); break;
      default: {
        const Message from = message(step.source);
        const Message to = message(step.target);
        error = copy_elements(from.address, from.count, *from.type, to.address, to.count, *to.type).error();
      }
    }
    if (!error.ok()) [[unlikely]]
      return error;
  }
  return {};
}

Messages::Message Messages::message(const Block& block) const noexcept {
  const bool sent = block.buffer == Buffer::send;
  const Side& side = sent ? shape_.send : shape_.recv;
  const auto number = static_cast<std::uint32_t>(block.offset);
  const datatype::Datatype* type = sent ? binding_.send_type : binding_.recv_type;
  std::int64_t offset = side.offset_of(number);
  if (side.sizes.empty()) {
    offset *= type->extent();
  } else {
    // Those of the receive side come last; in place there are no others.
    type = binding_.peer_types[sent ? number : binding_.peer_types.size() - shape_.size + number];
  }
  const auto base = reinterpret_cast<std::uintptr_t>(sent ? binding_.send : binding_.recv);
  return {reinterpret_cast<std::byte*>(base + static_cast<std::uintptr_t>(offset)), type, side.count_of(number),
          side.bytes_of(number)};
}

void Messages::put(const Step& step) {
  const Message given = message(step.source);
  const std::uint32_t round = step.target.round;
  const bool carried = given.bytes <= Layout::most_carried;
  arena_.measure(carried ? given.bytes : 0);
  arena_.claim(round);
  arena_.layout(channel_.rank, round) = static_cast<std::uint64_t>(given.bytes);
  std::byte* const slice = arena_.slice(channel_.rank, round);
  if (carried) {
    if (given.bytes != 0) given.stream().read(0, {slice, static_cast<std::size_t>(given.bytes)});
    return;
  }
  const bool stays = step.source.buffer == Buffer::send || step.peer == everyone;  // else it is received into
  reserve(is_lent_as_it_lies(given, stays) ? 0 : given.bytes);
  const std::uint64_t address = lend(given, stays, step.peer);
  std::memcpy(slice, &address, sizeof address);
}

void Messages::put_each(const Step& step) {
  const std::uint32_t rank = channel_.rank;
  const std::uint32_t round = step.target.round;
  const bool stays = step.source.buffer == Buffer::send;
  Block block = step.source;
  const auto each = [&](auto&& use) {
    for (std::uint32_t to = 0; to < channel_.size; ++to) {
      block.offset = to;
      if (to != rank) use(to, reader_of(rank, to), message(block));
    }
  };
  std::int64_t longest = 0;
  std::int64_t sum = 0;
  each([&](std::uint32_t, std::uint32_t, const Message& given) {
    longest = std::max(longest, given.bytes);
    sum += std::min(given.bytes, Layout::most_carried);
  });
  Layout layout(channel_.size - 1, longest, sum);
  const std::int64_t carried = layout.carried();
  if (longest > carried) {
    std::int64_t copied = 0;
    each([&](std::uint32_t, std::uint32_t, const Message& given) {
      if (given.bytes > carried && !is_lent_as_it_lies(given, stays)) copied += given.bytes;
    });
    reserve(copied);
  }
  arena_.measure(layout.slice_bytes());
  arena_.claim(round);
  std::byte* const slice = arena_.slice(rank, round);
  each([&](std::uint32_t to, std::uint32_t reader, const Message& given) {
    std::byte* part = slice + layout.add(reader, given.bytes);
    if (given.bytes == 0) return;
    if (!layout.in_line()) {
      std::memcpy(part, &given.bytes, sizeof given.bytes);
      part += Layout::header;
    }
    if (given.bytes <= carried) {
      given.stream().read(0, {part, static_cast<std::size_t>(given.bytes)});
      return;
    }
    const std::uint64_t address = lend(given, stays, to);
    std::memcpy(part, &address, sizeof address);
  });
  arena_.layout(rank, round) = layout.word();
}

Error Messages::take(const Step& step) noexcept {
  const std::uint32_t round = step.source.round;
  if (const Error error = arena_.await(step.peer, round); !error.ok()) [[unlikely]]
    return error;
  const Message into = message(step.target);
  if (step.source.count != 1) return take_one_of(step, into);
  const auto bytes = static_cast<std::int64_t>(arena_.layout(step.peer, round));
  if (bytes != into.bytes) [[unlikely]]
    return different(step.peer, bytes, into);
  if (bytes == 0) return {};
  if (bytes <= Layout::most_carried) {
    into.stream().write(0, {arena_.slice_of(step.peer, round, bytes), static_cast<std::size_t>(bytes)});
    return {};
  }
  std::uint64_t address = 0;
  std::memcpy(&address, arena_.slice_of(step.peer, round, 0), sizeof address);
  return borrow(step.peer, address, into);
}

Error Messages::take_one_of(const Step& step, const Message& into) noexcept {
  const std::uint32_t round = step.source.round;
  const std::uint32_t reader = reader_of(step.peer, channel_.rank);
  const Layout layout(channel_.size - 1, arena_.layout(step.peer, round));
  const std::byte* part = arena_.slice_of(step.peer, round, layout.slice_bytes());
  std::int64_t bytes = 0;
  if (layout.in_line()) {
    bytes = layout.bytes_in_line(reader);
    part += layout.place_in_line(reader);
  } else if (layout.has(reader)) {
    part += layout.part(reader);
    std::memcpy(&bytes, part, sizeof bytes);
    part += Layout::header;
  }
  if (bytes != into.bytes) [[unlikely]]
    return different(step.peer, bytes, into);
  if (bytes == 0) return {};
  if (bytes <= layout.carried()) {
    into.stream().write(0, {part, static_cast<std::size_t>(bytes)});
    return {};
  }
  std::uint64_t address = 0;
  std::memcpy(&address, part, sizeof address);
  return borrow(step.peer, address, into);
}

Error Messages::settle(std::uint32_t round) noexcept {
  for (std::uint32_t peer = 0; peer < channel_.size; ++peer) {
    if ((lent_to_ >> peer & 1) == 0) continue;
    if (const Error error = arena_.await(peer, round); !error.ok()) [[unlikely]]
      return error;
  }
  return {};
}

void Messages::reserve(std::int64_t bytes) {
  if (scratch_.size() < static_cast<std::size_t>(bytes)) scratch_.resize(static_cast<std::size_t>(bytes));
}

std::uint64_t Messages::lend(const Message& message, bool stays, std::uint32_t reader) noexcept {
  const std::uint64_t all = channel_.size == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << channel_.size) - 1;
  lent_to_ |= reader == everyone ? all & ~(std::uint64_t{1} << channel_.rank) : std::uint64_t{1} << reader;
  const Stream stream = message.stream();
  if (is_lent_as_it_lies(message, stays))
    return channel_.engine->wires().address_for(channel_.peers, channel_.size, stream.at(0));
  const std::span<std::byte> copy{scratch_.data() + copied_, static_cast<std::size_t>(message.bytes)};
  copied_ += copy.size();
  stream.read(0, copy);
  return reinterpret_cast<std::uintptr_t>(copy.data());
}

Error Messages::borrow(std::uint32_t peer, std::uint64_t address, const Message& into) noexcept {
  has_borrowed_ = true;
  transport::Wires& wires = channel_.engine->wires();
  const Stream stream = into.stream();
  const auto pull = [&](std::uint64_t from, std::span<std::byte> bytes) -> Error {
    if (wires.pull(channel_.peers[peer], from, bytes)) return {};
    return make_error(
        Code::io, "the memory of rank {} cannot be read (its process has ended, or the buffer is not mapped)", peer);
  };
  if (stream.dense()) return pull(address, {stream.at(0), static_cast<std::size_t>(into.bytes)});
  std::array<std::byte, 16384> piece;
  for (std::int64_t at = 0; at < into.bytes;) {
    const std::span<std::byte> now =
        std::span(piece).first(std::min(piece.size(), static_cast<std::size_t>(into.bytes - at)));
    if (const Error error = pull(address + static_cast<std::uint64_t>(at), now); !error.ok()) return error;
    stream.write(at, now);
    at += static_cast<std::int64_t>(now.size());
  }
  return {};
}

Error Messages::different(std::uint32_t peer, std::int64_t bytes, const Message& into) const noexcept {
  return make_error(
      Code::truncated,
      "rank {} sends this rank {} bytes in {}, where this rank expects {}: the counts and datatypes of the "
      "two ranks must match",
      peer, bytes, name_of(subject_.call(), binding_.form), into.bytes);
}

}  // namespace baton::schedule
