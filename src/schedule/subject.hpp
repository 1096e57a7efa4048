// SPDX-License-Identifier: BSD-3-Clause
// Subject: which call a rank is in, as far as all ranks of a communicator must agree on it; and how a message says so
// in one byte. Not here: who compares them, and the sentences (mismatch.cpp).
#pragma once

#include <cstdint>
#include <string>

#include "collectives/select.hpp"

namespace baton::schedule {

/// The calls that make communicators. They take a number among the collectives of the communicator that they are called
/// on, and send messages like them, if any.
enum class Constructor : std::uint8_t {
  none,
  dup,     // sends nothing
  create,  // sends nothing, unless between groups
  split,
  split_type,
  intercomm_create,
  intercomm_merge,
  cart_create,
  cart_sub,
  graph_create,
  dist_graph_create,
  dist_graph_create_adjacent
};
inline constexpr std::size_t constructor_count = static_cast<std::size_t>(Constructor::dist_graph_create_adjacent) + 1;

/// Which call, but for its root.
struct Called {
  constexpr Called(collectives::Collective collective, Constructor constructor = Constructor::none) noexcept
      : number(constructor == Constructor::none ? static_cast<std::uint8_t>(collective)
                                                : static_cast<std::uint8_t>(collectives::collective_count +
                                                                            static_cast<std::uint8_t>(constructor))) {}
  std::uint8_t number;  // one that all ranks understand
};

/// How a rank made its call. Ranks need not agree on it here, but each is told of its own.
enum class Form : std::uint8_t { blocking, immediate, persistent };

struct Subject {
  collectives::Collective collective = collectives::Collective::barrier;  // of a constructor: how it is carried out
  Constructor constructor = Constructor::none;
  bool rooted = false;
  std::uint32_t root = 0;  // 0 unless `rooted`

  [[nodiscard]] static Subject of(collectives::Collective collective, const collectives::Shape& shape) noexcept;

  [[nodiscard]] std::uint8_t call() const noexcept { return Called(collective, constructor).number; }
  /// What its messages carry, so that a receiver sees a message of another call: the collective and three bits of the
  /// root, or that it is a constructor and three bits of which.
  [[nodiscard]] std::uint8_t mark() const noexcept;
};

/// The call that a mark speaks of. `inter`: whether the communicator is one between groups, where other constructors
/// are possible than within a group.
[[nodiscard]] std::uint8_t call_in(std::uint8_t mark, bool inter) noexcept;

/// The name of a call; "another call" for a number that is none.
[[nodiscard]] const char* name_of(std::uint8_t call) noexcept;
/// The same in this form: MPI_Bcast, MPI_Ibcast, MPI_Bcast_init.
[[nodiscard]] std::string name_of(std::uint8_t call, Form form);

}  // namespace baton::schedule
