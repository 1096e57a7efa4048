// SPDX-License-Identifier: BSD-3-Clause
// The messages by which two ranks prove to each other that they are of one job before the first frame: fixed size, no
// pointers.
//   caller -> listener   hello      who I am, whom I want, my nonce; tagged under the listener's token
//   listener -> caller   challenge  the listener's nonce
//   caller -> listener   confirm    both nonces
//   listener -> caller   accept     only when the listener decides, see below
// Every tag is keyed with the listener's token, which only readers of the job's business cards know.
// Of the connections between two ranks (both may call, each at several addresses) the lower rank decides for the first
// that is proven to it: as a caller by sending confirm, as a listener by sending accept. It answers `other` to the
// rest. So both always agree. Not here: sockets and time (greeter.cpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "transport/tcp/siphash.hpp"
#include "transport/transport.hpp"

namespace baton::transport::tcp {

inline constexpr std::uint64_t wire_magic = 0x2E31'4E4F'5441'42FF;  // differs in each byte order
inline constexpr std::uint32_t wire_version = 1;

enum class Word : std::uint32_t { hello = 1, challenge, confirm, accept, other, wrong_version, stranger };

/// As on the wire. magic, version and word keep their places in every version.
struct Message {
  std::uint64_t magic = wire_magic;
  std::uint32_t version = wire_version;
  Word word = Word::hello;
  PeerId from = 0;
  PeerId to = 0;
  std::uint64_t job = 0;
  std::array<std::uint64_t, 2> caller_nonce{};
  std::array<std::uint64_t, 2> listener_nonce{};
  std::uint64_t tag = 0;
};
static_assert(sizeof(Message) == 72);

inline constexpr std::size_t message_bytes = sizeof(Message);

/// The job's id as the messages carry it.
std::uint64_t job_number(std::string_view job_id) noexcept;

/// Fills in the tag.
void seal(Message& message, const Key& listener_token) noexcept;
/// The tag was made by somebody who knows the token.
[[nodiscard]] bool sealed(const Message& message, const Key& listener_token) noexcept;

/// What a listener thinks of the first message of a connection.
enum class Opinion : std::uint8_t { welcome, garbage, wrong_version, stranger };
[[nodiscard]] Opinion judge_hello(const Message& hello, PeerId self, std::uint32_t size, std::uint64_t job,
                                  const Key& own_token) noexcept;

/// Whether `message` is the `word` that answers or follows `hello` (same ranks turned round when `answer`, same
/// nonces), by its tag too. `listener_nonce` is compared when given.
[[nodiscard]] bool follows(const Message& message, Word word, const Message& hello, bool answer,
                           const Key& listener_token, const std::array<std::uint64_t, 2>* listener_nonce) noexcept;

[[nodiscard]] Message read_message(std::span<const std::byte, message_bytes> bytes) noexcept;

}  // namespace baton::transport::tcp
