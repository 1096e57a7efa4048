// SPDX-License-Identifier: BSD-3-Clause
// Hands one file to several processes of this user on this node, over a unix socket of its own: for memory that more
// than two ranks share. Not here: how they learn the address (by messages), and what the file holds.
#pragma once

#include "base/result.hpp"
#include "base/unique_fd.hpp"
#include "transport/shm/greeting.hpp"

namespace baton::transport::shm {

/// The giving side. Its end closes the address; who comes later finds nobody.
class Handover {
 public:
  [[nodiscard]] static Result<Handover> open();
  [[nodiscard]] const Address& address() const noexcept { return address_; }
  /// Gives the file to all that have come, after waiting `timeout_ms` at most for somebody to come.
  void serve(int file, int timeout_ms) noexcept;

 private:
  Address address_;
  UniqueFd listener_;
};

/// What came. `same_process`: the giver is this process.
struct Taken {
  UniqueFd file;
  bool same_process = false;
};

/// The taking side, in steps that wait `timeout_ms` at most.
class Takeover {
 public:
  explicit Takeover(const Address& address) noexcept : address_(address) {}
  /// Whether the file is there; call it again after false. An Error: it will not come.
  [[nodiscard]] Result<bool> step(Taken& taken, int timeout_ms) noexcept;

 private:
  Address address_;
  UniqueFd socket_;
};

}  // namespace baton::transport::shm
