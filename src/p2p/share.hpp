// SPDX-License-Identifier: BSD-3-Clause
// How ranks of a node come to share memory that more than two of them use: one gives a file, the others take it. Where
// it can be had travels as words in a message. Not here: what the memory holds (schedule/arena.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "base/unique_fd.hpp"
#include "p2p/engine.hpp"

namespace baton::transport::shm {
class Handover;
}

namespace baton::p2p {

using Whereabouts = std::array<std::int64_t, 5>;

class Giver {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Giver>> open(UniqueFd file);
  ~Giver();
  Giver(const Giver&) = delete;
  Giver& operator=(const Giver&) = delete;

  [[nodiscard]] Whereabouts whereabouts() const noexcept;
  /// Gives the file to all that have come; when it has been called for long, waits a millisecond at most for somebody.
  /// The lock is given up meanwhile.
  void serve(Engine& engine) noexcept;

 private:
  Giver() = default;
  UniqueFd file_;
  std::unique_ptr<transport::shm::Handover> handover_;
  std::int64_t begun_ns_ = 0;
};

struct Gift {
  UniqueFd file;
  bool same_process = false;  // the giver is this process
};

/// Waits for the file while the engine makes progress; `from` must be serving, or come to it. An Error: it ended, or
/// the system grants no descriptor. The lock is given up while waiting.
[[nodiscard]] Result<Gift> take(Engine& engine, const Whereabouts& whereabouts, PeerId from);

}  // namespace baton::p2p
