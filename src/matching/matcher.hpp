// SPDX-License-Identifier: BSD-3-Clause
// Matching: which receive a message completes (MPI 5.0, 3.5 and 3.8). Pure data structure: no I/O, no clock, no locks,
// owns nothing. The caller serialises access.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/intrusive_list.hpp"
#include "matching/buckets.hpp"

namespace baton::matching {

/// Names a communicator's space of messages; 48 bits are used.
using ContextId = std::uint64_t;

/// The values of the C API, so that nothing is translated on the way.
inline constexpr std::int32_t any_source = -1;
inline constexpr std::int32_t any_tag = -2;

/// What a message says of itself and a receive asks for. `source` is the sender's rank in the communicator of
/// `context`.
struct Envelope {
  ContextId context = 0;
  std::int32_t source = 0;
  std::int32_t tag = 0;

  bool operator==(const Envelope&) const = default;
  /// As a receive's wish: does it accept a message with envelope `message`?
  [[nodiscard]] bool accepts(const Envelope& message) const noexcept {
    return context == message.context && (source == any_source || source == message.source) &&
           (tag == any_tag || tag == message.tag);
  }
  [[nodiscard]] bool wild() const noexcept { return source == any_source || tag == any_tag; }
};

struct InBucket {};
struct InArrival {};

/// A posted receive: derive from it. Linked in the matcher from post() until a message completes it or remove() takes
/// it out.
struct Posted : ListHook<InBucket> {
  Envelope wish;
  std::uint64_t order = 0;
};

/// A message that no receive waited for: derive from it.
struct Unexpected : ListHook<InBucket>, ListHook<InArrival> {
  Envelope envelope;
};

/// Posted receives and unexpected messages of one rank.
/// Cost: O(1) expected without wildcards, however many are queued (their lists become more: the one allocation); O(w)
/// per arrival with w wildcard receives posted; a wildcard receive or probe walks the unexpected messages in their
/// order of arrival.
class Matcher {
 public:
  /// Takes out and returns the receive that the message must complete: of those that accept it the earliest posted. Or
  /// nullptr.
  [[nodiscard]] Posted* arrive(const Envelope& message) noexcept;
  /// Keeps a message for which arrive() returned nullptr. `apart`: one of those that no receive with a wildcard is for,
  /// so that they are found among themselves.
  void keep(Unexpected* message, bool apart = false) noexcept;
  /// Takes out and returns the earliest arrived message that `receive` accepts; else keeps the receive and returns
  /// nullptr.
  [[nodiscard]] Unexpected* post(Posted* receive) noexcept;
  /// Puts back, in its old place among the posted receives, one that arrive() or post() has given a message which is no
  /// more. Returns what post() returns.
  [[nodiscard]] Unexpected* restore(Posted* receive) noexcept;
  /// The message that a receive with this wish would get; it stays (probe).
  [[nodiscard]] Unexpected* find(const Envelope& wish) noexcept;
  /// Takes out a message that find() returned (matched probe, cancelled send) or a receive that is still posted
  /// (cancel).
  void remove(Unexpected* message) noexcept;
  void remove(Posted* receive) noexcept;

  /// Calls `visit(Posted*)` for each posted receive; visit may remove the one it is given.
  template <class F>
  void each_posted(F&& visit) {
    posted_.each(visit);
    each(wild_, visit);
  }
  /// Calls `visit(Unexpected*)` for each unexpected message in order of arrival, those kept apart last; visit may
  /// remove the one it is given.
  template <class F>
  void each_unexpected(F&& visit) {
    each(arrival_, visit);
    each(apart_, visit);
  }
  /// The earliest arrived of the messages that are kept apart, and the one after another.
  [[nodiscard]] Unexpected* first_apart() noexcept { return apart_.front(); }
  [[nodiscard]] Unexpected* next_apart(Unexpected* message) noexcept { return apart_.after(message); }

  [[nodiscard]] std::size_t unexpected_count() const noexcept { return unexpected_count_; }
  [[nodiscard]] std::size_t posted_count() const noexcept { return posted_count_; }
  /// The most unexpected messages at one time since the start, or since forget_peak().
  [[nodiscard]] std::size_t unexpected_peak() const noexcept { return unexpected_peak_; }
  void forget_peak() noexcept { unexpected_peak_ = unexpected_count_; }
  /// Queue elements looked at since the start: the cost of matching, for MPI_T.
  [[nodiscard]] std::uint64_t attempts() const noexcept { return attempts_; }

 private:
  struct Hash {
    std::uint64_t operator()(const Posted& receive) const noexcept { return hash_of(receive.wish); }
    std::uint64_t operator()(const Unexpected& message) const noexcept { return hash_of(message.envelope); }
  };
  using PostedList = IntrusiveList<Posted, InBucket>;
  using UnexpectedList = IntrusiveList<Unexpected, InBucket>;
  using ArrivalList = IntrusiveList<Unexpected, InArrival>;

  [[nodiscard]] static std::uint64_t hash_of(const Envelope& envelope) noexcept {
    std::uint64_t key = envelope.context * 0x9E3779B97F4A7C15U;
    key ^= (static_cast<std::uint64_t>(static_cast<std::uint32_t>(envelope.source)) << 32) |
           static_cast<std::uint32_t>(envelope.tag);
    return key * 0xD6E8FEB86659FD93U;
  }
  template <class List, class F>
  static void each(List& list, F&& visit) {
    for (auto* item = list.front(); item != nullptr;) {
      auto* following = list.after(item);
      visit(item);
      item = following;
    }
  }

  Buckets<Posted, InBucket, Hash> posted_;
  Buckets<Unexpected, InBucket, Hash> unexpected_;
  PostedList wild_;
  ArrivalList arrival_;
  ArrivalList apart_;
  std::uint64_t next_order_ = 0;
  std::uint64_t attempts_ = 0;
  std::size_t unexpected_count_ = 0;
  std::size_t unexpected_peak_ = 0;
  std::size_t posted_count_ = 0;
};

}  // namespace baton::matching
