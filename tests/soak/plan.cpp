// SPDX-License-Identifier: BSD-3-Clause
#include "soak/plan.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "soak/shape.hpp"

namespace baton::soak {
namespace {

constexpr int tags = 4;
constexpr std::uint64_t magic = 0x50A4;

/// The first 16 bytes of a message that has so many.
struct Name {
  std::uint16_t mark;
  std::uint16_t source;
  std::uint16_t dest;
  std::uint16_t number;
  std::uint32_t round;
  std::uint32_t bytes;
};
static_assert(sizeof(Name) == 16);

/// How large a round is: many short messages, or a few long ones.
struct Scale {
  std::size_t most_messages;
  std::int64_t longest;
};
Scale scale_of(std::uint64_t key, std::int64_t longest) noexcept {
  const std::uint64_t die = key % 100;
  if (die < 70) return {6, std::min<std::int64_t>(longest, 64 << 10)};
  if (die < 94) return {3, std::min<std::int64_t>(longest, 512 << 10)};
  return {2, longest};
}

void write_words(std::uint64_t key, unsigned char* to, std::size_t bytes) noexcept {
  std::uint64_t word = mix(key, 7);
  std::size_t at = 0;
  for (; at + 8 <= bytes; at += 8) {
    word = word * 0xD6E8FEB86659FD93U + 0x9E3779B97F4A7C15U;
    std::memcpy(to + at, &word, 8);
  }
  if (at < bytes) {
    word = word * 0xD6E8FEB86659FD93U + 0x9E3779B97F4A7C15U;
    std::memcpy(to + at, &word, bytes - at);
  }
}

}  // namespace

std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t z = a ^ (b * 0xD6E8FEB86659FD93U);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

std::string Message::name() const {
  char text[160];
  std::snprintf(text, sizeof text, "message %u of round %u, %d -> %d, tag %d, %lld bytes", number, round, source, dest,
                tag, static_cast<long long>(bytes));
  return text;
}

std::uint64_t Plan::key(std::uint32_t round, int a, int b) const noexcept {
  return mix(mix(settings_.seed, round),
             (static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 32) | static_cast<std::uint32_t>(b));
}

std::vector<Message> Plan::messages(std::uint32_t round, int source, int dest) const {
  const Scale scale = scale_of(mix(settings_.seed, round) >> 8, settings_.longest);
  Dice dice(key(round, source, dest));
  std::vector<Message> all(dice.below(scale.most_messages + 1));
  for (Message& message : all) {
    message.source = source;
    message.dest = dest;
    message.round = round;
    message.tag = static_cast<int>(dice.below(tags));
    message.key = dice.next();
    message.element = static_cast<std::uint8_t>(dice.chance(50) ? 0 : dice.below(elements().size()));
    // As many of each power of two; now and then nothing.
    const auto least = std::min<std::int64_t>(std::int64_t{1} << dice.below(24), scale.longest);
    auto bytes =
        dice.chance(4) ? 0 : least + static_cast<std::int64_t>(dice.next() % static_cast<std::uint64_t>(least));
    bytes = std::min(bytes, scale.longest);
    const std::int64_t one = elements()[message.element].size;
    message.bytes = bytes / one * one;
    message.pinned = dice.chance(50);
    const bool met = posted(round, dest, wish_for(round, dest, source, message.tag));
    message.mode = static_cast<Mode>(dice.below(static_cast<std::size_t>(met ? Mode::sendlast : Mode::persistent) + 1));
    const bool buffered = message.mode == Mode::ibsend || message.mode == Mode::bsend;
    if (buffered && message.bytes > buffered_longest) message.mode = Mode::isend;
  }
  std::stable_partition(all.begin(), all.end(), [](const Message& message) { return !blocks(message.mode); });
  for (std::size_t i = 0; i < all.size(); ++i) all[i].number = static_cast<std::uint32_t>(i);
  return all;
}

Wish Plan::wish_for(std::uint32_t round, int dest, int source, int tag) const noexcept {
  switch (key(round, -1, dest) % 7) {
    case 0: return {any, any};
    case 1: return {any, tag};
    case 2: return {source, any};
    case 3: return tag % 2 == 0 ? Wish{any, tag} : Wish{source, tag};
    case 4: return source % 2 == 0 ? Wish{source, any} : Wish{source, tag};
    default: return {source, tag};
  }
}

bool Plan::posted(std::uint32_t round, int dest, const Wish& wish) const noexcept {
  return mix(key(round, -2, dest),
             static_cast<std::uint64_t>(wish.source + 1) * 64 + static_cast<std::uint64_t>(wish.tag + 1)) %
             5 <
         3;
}

void write_content(const Message& message, unsigned char* to) noexcept {
  const auto bytes = static_cast<std::size_t>(message.bytes);
  write_words(message.key, to, bytes);
  if (bytes < sizeof(Name)) return;
  const Name name{magic,
                  static_cast<std::uint16_t>(message.source),
                  static_cast<std::uint16_t>(message.dest),
                  static_cast<std::uint16_t>(message.number),
                  message.round,
                  static_cast<std::uint32_t>(message.bytes)};
  std::memcpy(to, &name, sizeof name);
}

std::string named_by(const unsigned char* bytes, std::int64_t count) {
  Name name{};
  if (count < static_cast<std::int64_t>(sizeof name)) return {};
  std::memcpy(&name, bytes, sizeof name);
  if (name.mark != magic) return {};
  Message message;
  message.source = name.source;
  message.dest = name.dest;
  message.number = name.number;
  message.round = name.round;
  message.bytes = name.bytes;
  return message.name() + " (but for the tag)";
}

void write_poison(std::uint64_t key, unsigned char* to, std::size_t bytes) noexcept { write_words(~key, to, bytes); }

}  // namespace baton::soak
