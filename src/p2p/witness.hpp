// SPDX-License-Identifier: BSD-3-Clause
// Who knows, for a context, which messages are still to come: the collectives of one communicator. When an operation
// has waited long, its engine asks the partner's witness (inquiry.cpp), so that ranks which called different
// collectives, or the same one with different roots, hear of it instead of waiting for ever.
#pragma once

#include <cstdint>

#include "base/error.hpp"

namespace baton::p2p {

/// The tag of a collective's messages: its number among those of the communicator, which wraps around, and above it
/// bits by which the witness keeps apart what must not meet.
inline constexpr std::uint32_t collective_numbers = 1U << 29;
[[nodiscard]] constexpr std::uint32_t number_in(std::int32_t tag) noexcept {
  return static_cast<std::uint32_t>(tag) % collective_numbers;
}
/// Whether the collective of `tag` is that of `newest` or one before it. Numbers wrap around, so what lies less than
/// half of them back is past.
[[nodiscard]] constexpr bool is_past(std::int32_t tag, std::int32_t newest) noexcept {
  return (number_in(newest) - number_in(tag)) % collective_numbers < collective_numbers / 2;
}

/// What the rank that is asked would have to do for the one that asks.
enum class Duty : std::uint8_t { send, receive };

/// What a rank says of its side of one collective.
struct Testimony {
  bool never = false;        // it has no such message to send, or to receive, now or later
  bool known = false;        // the rest is known
  bool failed = false;       // it left with an error, and what it still had to do, it did not
  bool leaves = false;       // it leaves the job
  bool refused = false;      // for its arguments were wrong, it did nothing at all
  std::uint8_t subject = 0;  // what it called; a number that both witnesses understand
  std::uint32_t root = 0;
};

/// What a rank says of a message that arrived and met no receive.
struct Finding {
  bool in_vain = false;  // none will ever take it
  Error error;           // what to tell the user of it; ok where the user has heard of it
};

/// Threads: called under the engine's lock.
class Witness {
 public:
  /// The own rank as messages to `partner` name it.
  [[nodiscard]] virtual std::int32_t name_for(std::int32_t partner) const noexcept = 0;
  /// Whether this rank has still to do its `duty` towards `partner` in the collective that `tag` names. Says `never`
  /// only when that is certain: in doubt the partner goes on waiting.
  /// `round`: in which of the partner's starts, where one call is started several times.
  [[nodiscard]] virtual Testimony testify(std::int32_t tag, std::int32_t partner, Duty duty,
                                          std::uint64_t round) const noexcept = 0;
  /// Of this rank: how often what `tag` names has been started, where that may be several times; else 0.
  [[nodiscard]] virtual std::uint64_t round_of(std::int32_t tag) const noexcept = 0;
  /// What to tell the user, when `partner` has said so and the own operation waits in vain.
  [[nodiscard]] virtual Error judge(std::int32_t tag, std::int32_t partner, const Testimony& said) const noexcept = 0;
  /// About a message that `partner` sent and no receive has taken. Tells of each collective once.
  [[nodiscard]] virtual Finding overlooked(std::int32_t tag, std::int32_t partner, std::uint8_t mark) noexcept = 0;
  /// The last look, when nothing more is called: what ranks did in shared memory, where nobody waited, and did not fit.
  /// ok: nothing that is known. Tells of it once.
  [[nodiscard]] virtual Error audit() noexcept = 0;

 protected:
  Witness() = default;
  ~Witness() = default;
};

}  // namespace baton::p2p
