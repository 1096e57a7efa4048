// SPDX-License-Identifier: BSD-3-Clause
// What performance variables there are, and how each is read from the engine, the transports or a communicator. Reading
// is all: nothing is counted for tools that is not counted anyway. Not here: handles and sessions (tool_pvar.cpp).
#pragma once

#include <span>

#include "communicator/communicator.hpp"
#include "mpi/tool.hpp"

namespace baton::mpi::tool {

/// What a variable is read from.
struct Origin {
  runtime::Runtime& runtime;
  const communicator::Communicator* communicator;  // of a variable bound to one
  const char* transport;                           // of a variable that belongs to one
  std::size_t choice;                              // of a variable that belongs to one: its number
};

/// How values behave. Counters and times count up from the start of the engine, and each handle counts from its own
/// start or reset. A peak is the highest level since then. Levels, sizes and states are what they are now: continuous
/// and read-only.
enum class Behaviour : unsigned char { counter, time_ns, peak, level, size, state };

struct Variable {
  const char* name;
  const char* description;
  Category category;
  Behaviour behaviour;
  int verbosity;
  std::uint64_t (*read)(const Origin& origin);  // of a peak: the level now
  bool bound = false;                           // to a communicator
  const char* transport = nullptr;
  Enumeration enumeration = Enumeration::none;
  /// Of a variable with a value for each rank of the communicator, instead of `read`.
  std::uint64_t (*read_rank)(const Origin& origin, std::int32_t rank) = nullptr;
  std::size_t choice = 0;  // of algorithms: see collectives::choices

  /// Read-only and without start and stop.
  [[nodiscard]] bool continuous() const noexcept { return behaviour >= Behaviour::level; }
};

/// In the order of their indices.
[[nodiscard]] std::span<const Variable> variables() noexcept;

}  // namespace baton::mpi::tool
