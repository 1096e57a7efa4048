// SPDX-License-Identifier: BSD-3-Clause
// Subject: which call a rank is in, as far as all ranks of a communicator must agree on it; and how a message says so
// in one byte. Not here: who compares them, and the sentences (mismatch.cpp).
#pragma once

#include <cstdint>
#include <string>

#include "collectives/select.hpp"
#include "datatype/op.hpp"

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
  constexpr Called(collectives::Collective collective, Constructor constructor = Constructor::none,
                   std::uint8_t op = 0) noexcept
      : key(static_cast<std::uint16_t>((constructor == Constructor::none
                                            ? static_cast<unsigned>(collective)
                                            : collectives::collective_count + static_cast<unsigned>(constructor)) |
                                       (static_cast<unsigned>(op) << 8U))) {}
  /// One that all ranks understand.
  [[nodiscard]] constexpr std::uint8_t number() const noexcept { return static_cast<std::uint8_t>(key); }
  std::uint16_t key;  // the number, and Subject::op
};

/// The operation of a call as Subject::op.
[[nodiscard]] inline std::uint8_t op_of(collectives::Collective collective, const datatype::Op* op) noexcept {
  using collectives::Collective;
  constexpr auto bit = [](Collective which) { return 1U << static_cast<unsigned>(which); };
  constexpr std::uint32_t reductions = bit(Collective::reduce) | bit(Collective::allreduce) |
                                       bit(Collective::reduce_scatter_block) | bit(Collective::reduce_scatter) |
                                       bit(Collective::scan) | bit(Collective::exscan);
  if ((reductions & bit(collective)) == 0 || op == nullptr || !op->is_builtin()) return 0;
  return op->operation() <= datatype::Operation::minloc ? static_cast<std::uint8_t>(op->operation()) + 1U : 0;
}

/// How a rank made its call. Ranks need not agree on it here, but each is told of its own.
enum class Form : std::uint8_t { blocking, immediate, persistent };

struct Subject {
  collectives::Collective collective = collectives::Collective::barrier;  // of a constructor: how it is carried out
  Constructor constructor = Constructor::none;
  bool rooted = false;
  std::uint8_t op = 0;     // of reductions: the number of a predefined operation; 0: a user's
  std::uint32_t root = 0;  // 0 unless `rooted`

  [[nodiscard]] static Subject of(collectives::Collective collective, const collectives::Shape& shape,
                                  const datatype::Op* op) noexcept;

  [[nodiscard]] std::uint8_t call() const noexcept { return Called(collective, constructor).number(); }
  /// What its messages carry, so that a receiver sees a message of another call: five bits of the call and three of the
  /// root. Without a root these tell of the operation, or of which constructor; the calls of MPI_Reduce are as many as
  /// operations.
  [[nodiscard]] std::uint8_t mark() const noexcept;
};

/// The call that a mark speaks of. `inter`: whether the communicator is one between groups, where other constructors
/// are possible than within a group.
[[nodiscard]] std::uint8_t call_in(std::uint8_t mark, bool inter) noexcept;

/// The operations that a mark may speak of, "MPI_SUM" or "MPI_LAND or MPI_BAND"; empty where it speaks of none.
[[nodiscard]] const char* ops_in(std::uint8_t mark) noexcept;
/// The name of an operation, by Subject::op.
[[nodiscard]] const char* name_of_op(std::uint8_t op) noexcept;

/// The name of a call; "another call" for a number that is none.
[[nodiscard]] const char* name_of(std::uint8_t call) noexcept;
/// The same in this form: MPI_Bcast, MPI_Ibcast, MPI_Bcast_init.
[[nodiscard]] std::string name_of(std::uint8_t call, Form form);

}  // namespace baton::schedule
