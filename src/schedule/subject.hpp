// SPDX-License-Identifier: BSD-3-Clause
// Subject: which call a rank is in, as far as all ranks of a communicator must agree on it; and how a message says so
// in one byte. Not here: who compares them, and the sentences (mismatch.cpp).
#pragma once

#include <cstdint>
#include <string>

#include "collectives/select.hpp"
#include "datatype/op.hpp"
#include "p2p/witness.hpp"

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

/// Which of the calls that are carried out as one collective: MPI_Alltoallv or w, MPI_Neighbor_allgather or v,
/// MPI_Neighbor_alltoall, v or w. The first of each is plain.
enum class Variant : std::uint8_t { plain, by_counts, by_types };

/// How a rank made its call. Messages of one form never meet receives of another.
enum class Form : std::uint8_t { blocking, immediate, persistent };
/// What the messages of a call carry.
[[nodiscard]] constexpr std::int32_t tag_of(std::int32_t number, Form form) noexcept {
  return static_cast<std::int32_t>(p2p::number_in(number) + static_cast<std::uint32_t>(form) * p2p::collective_numbers);
}
[[nodiscard]] constexpr Form form_in(std::int32_t tag) noexcept {
  return static_cast<Form>(static_cast<std::uint32_t>(tag) / p2p::collective_numbers);
}

/// Which call, but for its root.
struct Called {
  constexpr Called(collectives::Collective collective, Constructor constructor = Constructor::none, std::uint8_t op = 0,
                   Variant variant = Variant::plain) noexcept
      : key(static_cast<std::uint16_t>(number_of(collective, constructor, variant) | (unsigned{op} << 8U))) {}
  /// One that all ranks understand; less than 64.
  [[nodiscard]] constexpr std::uint8_t number() const noexcept { return static_cast<std::uint8_t>(key); }
  std::uint16_t key;  // the number, and Subject::op

 private:
  static constexpr unsigned number_of(collectives::Collective collective, Constructor constructor,
                                      Variant variant) noexcept {
    using collectives::Collective;
    if (constructor != Constructor::none) return collectives::collective_count + static_cast<unsigned>(constructor);
    if (variant == Variant::plain) return static_cast<unsigned>(collective);
    constexpr unsigned variants = collectives::collective_count + constructor_count;
    return variants + (collective == Collective::alltoallv            ? 0
                       : collective == Collective::neighbor_allgather ? 1
                                                                      : 1 + static_cast<unsigned>(variant));
  }
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

struct Subject {
  collectives::Collective collective = collectives::Collective::barrier;  // of a constructor: how it is carried out
  Constructor constructor = Constructor::none;
  bool rooted = false;
  std::uint8_t op = 0;     // of reductions: the number of a predefined operation; 0: a user's
  std::uint32_t root = 0;  // 0 unless `rooted`
  Variant variant = Variant::plain;

  [[nodiscard]] static Subject of(collectives::Collective collective, const collectives::Shape& shape,
                                  const datatype::Op* op) noexcept;

  [[nodiscard]] std::uint8_t call() const noexcept { return Called(collective, constructor, 0, variant).number(); }
  /// What its messages carry, so that a receiver sees a message of another call: five bits of the call and three of the
  /// root. Without a root these tell of the operation, of the variant, or of which constructor; the calls of MPI_Reduce
  /// are as many as operations.
  [[nodiscard]] std::uint8_t mark() const noexcept;
};

/// The call that a mark speaks of. `inter`: whether the communicator is one between groups, where other constructors
/// are possible than within a group.
[[nodiscard]] std::uint8_t call_in(std::uint8_t mark, bool inter) noexcept;

/// The operations that a mark may speak of, "MPI_SUM" or "MPI_LAND or MPI_BAND"; empty where it speaks of none.
[[nodiscard]] const char* ops_in(std::uint8_t mark) noexcept;
/// The name of an operation, by Subject::op.
[[nodiscard]] const char* name_of_op(std::uint8_t op) noexcept;

/// A call and its form as one number that witnesses tell each other.
[[nodiscard]] constexpr std::uint8_t with_form(std::uint8_t call, Form form) noexcept {
  return static_cast<std::uint8_t>(call | (static_cast<unsigned>(form) << 6U));
}
[[nodiscard]] constexpr std::uint8_t without_form(std::uint8_t number) noexcept { return number & 63U; }
[[nodiscard]] constexpr Form form_of(std::uint8_t number) noexcept { return static_cast<Form>(number >> 6U); }

/// The name of a call; "another call" for a number that is none.
[[nodiscard]] const char* name_of(std::uint8_t call) noexcept;
/// Whether it makes communicators.
[[nodiscard]] constexpr bool is_constructor(std::uint8_t call) noexcept {
  return call >= collectives::collective_count && call < collectives::collective_count + constructor_count;
}
/// The same in this form: MPI_Bcast, MPI_Ibcast, MPI_Bcast_init.
[[nodiscard]] std::string name_of(std::uint8_t call, Form form);

}  // namespace baton::schedule
