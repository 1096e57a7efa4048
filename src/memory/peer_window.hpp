// SPDX-License-Identifier: BSD-3-Clause
// Another process's window of pinned buffers (window.hpp) as this process sees it: mapped from its start up to where it
// was needed. Not here: how its file came (transport/shm).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "base/result.hpp"
#include "base/unique_fd.hpp"
#include "memory/shared_file.hpp"

namespace baton::memory {

class PeerWindow {
 public:
  /// `start`: where the peer sees its window. An Error: this is no such file of `bytes`.
  [[nodiscard]] static Result<PeerWindow> of(UniqueFd file, std::uint64_t bytes, std::uint64_t start = 0);

  /// Where the peer's bytes from `offset` lie here, until the next call; nullptr: they cannot be seen from here (no
  /// addresses left, or the peer does not have them).
  [[nodiscard]] std::byte* at(std::uint64_t offset, std::uint64_t bytes) noexcept {
    if (bytes <= seen_ && offset <= seen_ - bytes) [[likely]]
      return mapping_->data() + offset;
    return see(offset, bytes);
  }
  /// The same by the peer's address; nullptr also for one outside of its window.
  [[nodiscard]] std::byte* at_address(std::uint64_t address, std::uint64_t bytes) noexcept {
    return address >= start_ ? at(address - start_, bytes) : nullptr;
  }
  /// Keeps what `at` gave last as it is, whatever becomes of this object and of the peer.
  [[nodiscard]] std::shared_ptr<const Mapping> hold() const noexcept { return mapping_; }

 private:
  PeerWindow(UniqueFd file, std::uint64_t bytes, std::uint64_t start) noexcept
      : file_(std::move(file)), bytes_(bytes), start_(start) {}
  [[nodiscard]] std::byte* see(std::uint64_t offset, std::uint64_t bytes) noexcept;

  UniqueFd file_;
  std::uint64_t bytes_;
  std::uint64_t start_;
  std::uint64_t seen_ = 0;
  std::uint64_t refused_ = ~std::uint64_t{0};  // as much could not be mapped
  std::shared_ptr<Mapping> mapping_;
};

}  // namespace baton::memory
