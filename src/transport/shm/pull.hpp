// SPDX-License-Identifier: BSD-3-Clause
// Reads the memory of another process of this node: one copy, by the kernel. Not here: whether that pays
// (p2p/rendezvous.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace baton::transport::shm {

/// Fills `into` from `address` of process `pid`. False: the system forbids it or the memory is not there; then `into`
/// holds anything.
[[nodiscard]] bool pull(int pid, std::uint64_t address, std::span<std::byte> into) noexcept;

/// The reverse: writes `from` to `address` there.
[[nodiscard]] bool push(int pid, std::uint64_t address, std::span<const std::byte> from) noexcept;

}  // namespace baton::transport::shm
