// SPDX-License-Identifier: BSD-3-Clause
// How two ranks of a node meet: a unix stream socket in the abstract namespace (no file, gone with its process), over
// which the writer of a ring hands its memory and its bell to the reader, and gets the reader's bell back. Afterwards
// the socket carries at most the writer's window of pinned buffers; that it ends tells that the process has ended.
// Strangers are turned away: the kernel says the user of the other end, and the card that holds the socket's name also
// holds a token.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/unique_fd.hpp"

namespace baton::transport::shm {

using Secret = std::array<std::byte, 16>;

/// Where a rank listens; its text is the rank's word of the business card.
struct Address {
  std::uint64_t place = 0;  // equal for processes that can reach each other by such sockets and memory
  Secret name{};
  Secret token{};

  [[nodiscard]] std::string text() const;
  [[nodiscard]] static std::optional<Address> parse(std::string_view text) noexcept;
};

/// Boot of the machine, network and user namespaces, user: a hash of what two processes must share to meet.
[[nodiscard]] std::uint64_t this_place();

[[nodiscard]] Result<Secret> random_secret();

/// The writer's first words. With it travel three descriptors: pair memory, front page, event.
struct Hello {
  static constexpr std::uint64_t right_magic = 0x314D48534E544142;  // "BATNSHM1"
  std::uint64_t magic = right_magic;
  Secret token{};  // of the reader
  std::uint32_t from = 0;
  std::uint32_t membarrier = 0;  // the writer takes part
  std::uint64_t offer = 0;       // within one process: see PairControl::offer_taken
};

/// The reader's answer. With it travel two descriptors: front page, event.
struct Reply {
  static constexpr std::uint64_t right_magic = 0x3159504552544142;
  std::uint64_t magic = right_magic;
  std::uint64_t membarrier = 0;
};

/// What a writer says next, before a frame first names its pinned buffers (memory/window.hpp). With it travels one
/// descriptor: the file behind them.
struct Parcel {
  static constexpr std::uint64_t right_magic = 0x314E49504E544142;
  std::uint64_t magic = right_magic;
  std::uint64_t bytes = 0;
  std::uint64_t start = 0;  // of the window, where its owner sees it
};

[[nodiscard]] Result<UniqueFd> listen_at(const Address& address);

/// A connection to `address`; an empty descriptor when the listener's queue is full (try again later). Code::peer_lost:
/// nobody is there.
[[nodiscard]] Result<UniqueFd> connect_to(const Address& address);

/// The next connection of this user's processes; empty when there is none. Others are turned away.
[[nodiscard]] UniqueFd accept_at(int listener) noexcept;

/// The process at the other end, 0 when it cannot be seen from here.
[[nodiscard]] int process_behind(int socket) noexcept;

[[nodiscard]] bool send_with(int socket, std::span<const std::byte> bytes, std::span<const int> descriptors) noexcept;

enum class Received : std::uint8_t { all, nothing_yet, ended };

/// Receives exactly `bytes` and as many descriptors as `descriptors` holds. A peer that sent anything else has `ended`.
[[nodiscard]] Received receive_with(int socket, std::span<std::byte> bytes, std::span<UniqueFd> descriptors) noexcept;

}  // namespace baton::transport::shm
