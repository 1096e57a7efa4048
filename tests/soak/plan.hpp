// SPDX-License-Identifier: BSD-3-Clause
// What every rank of a soak knows of every message without being told: a pure function of seed, round, source and
// destination. From it a receiver says of each byte whether it is right, and of each wrong message which one it is.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace baton::soak {

/// splitmix64's last step: the same numbers everywhere.
[[nodiscard]] std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) noexcept : state_(seed) {}
  std::uint64_t next() noexcept { return mix(state_ += 0x9E3779B97F4A7C15U, 1); }
  /// 0 .. limit - 1
  std::size_t below(std::size_t limit) noexcept { return static_cast<std::size_t>(next() % limit); }
  bool chance(unsigned percent) noexcept { return below(100) < percent; }
  template <class T>
  void shuffle(std::vector<T>& items) noexcept {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

inline constexpr int any = -1;   // source or tag of a wish
inline constexpr int lanes = 4;  // communicators that rounds take in turn: as many rounds may be under way at once

enum class Mode : std::uint8_t {
  isend,
  issend,
  ibsend,
  bsend,
  persistent,  // one of the three, initialised, started and freed
  // Only to receives that are posted before their rank waits for anything:
  send,
  ssend,
  sendlast = ssend
};
[[nodiscard]] inline bool blocks(Mode mode) noexcept { return mode == Mode::send || mode == Mode::ssend; }

struct Message {
  int source = 0;
  int dest = 0;
  int tag = 0;
  std::uint32_t round = 0;
  std::uint32_t number = 0;  // of those of this round from source to dest, in the order of their sends
  std::uint64_t key = 0;     // of its bytes
  std::int64_t bytes = 0;
  Mode mode = Mode::isend;
  std::uint8_t element = 0;  // index into elements()
  bool pinned = false;

  [[nodiscard]] std::string name() const;
};

/// What a receive asks for. Of one round and receiver the wishes share no message, so any order of arrival completes
/// all receives; and receives of one wish get the messages of one source in the order in which they were sent.
struct Wish {
  int source = any;
  int tag = any;
  friend auto operator<=>(const Wish&, const Wish&) = default;
};

struct Settings {
  std::uint64_t seed = 1;
  int ranks = 4;
  std::int64_t longest = std::int64_t{8} << 20;  // bytes of a message
};

class Plan {
 public:
  explicit Plan(const Settings& settings) noexcept : settings_(settings) {}

  /// The messages of a round, in the order of their sends: those whose sends do not block first.
  [[nodiscard]] std::vector<Message> messages(std::uint32_t round, int source, int dest) const;
  [[nodiscard]] Wish wish_for(std::uint32_t round, int dest, int source, int tag) const noexcept;
  /// Whether receives with this wish are posted before their rank waits for anything, or met later, some by probes.
  [[nodiscard]] bool posted(std::uint32_t round, int dest, const Wish& wish) const noexcept;
  [[nodiscard]] const Settings& settings() const noexcept { return settings_; }

 private:
  [[nodiscard]] std::uint64_t key(std::uint32_t round, int a, int b) const noexcept;
  Settings settings_;
};

/// The bytes of a message: `bytes` of them to `to`. From 16 bytes on they begin with its name.
void write_content(const Message& message, unsigned char* to) noexcept;
/// Which message the bytes name; "" when they name none.
[[nodiscard]] std::string named_by(const unsigned char* bytes, std::int64_t count);
/// What lies in a receive's buffer before.
void write_poison(std::uint64_t key, unsigned char* to, std::size_t bytes) noexcept;

}  // namespace baton::soak
