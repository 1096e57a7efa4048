// SPDX-License-Identifier: BSD-3-Clause
// What a rank waits for that is not a message: the engine's waiting (wait.cpp) for the memory of others.
#pragma once

namespace baton::p2p {

/// Something that peers write to memory which this rank shares with them, and for which it waits. They ring this rank's
/// bell when `before_sleep` has told them that it sleeps (Wires::ring).
class Vigil {
 public:
  /// Whether it is there. May look for a moment.
  [[nodiscard]] virtual bool come() noexcept = 0;
  /// Brackets of a sleep. What the first one writes is ordered before the last look.
  virtual void before_sleep() noexcept = 0;
  virtual void after_sleep() noexcept = 0;
  /// Called once a second, before partners are asked.
  virtual void stalled() noexcept = 0;

 protected:
  Vigil() = default;
  ~Vigil() = default;
};

}  // namespace baton::p2p
