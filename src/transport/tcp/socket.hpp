// SPDX-License-Identifier: BSD-3-Clause
// The few socket options and calls that more than one file of tcp/ needs.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "base/unique_fd.hpp"
#include "transport/tcp/address.hpp"

namespace baton::transport::tcp {

/// A listening socket on every address, IPv6 too where the kernel has it; the kernel chooses the port.
Result<UniqueFd> listen_everywhere(int send_buffer, int receive_buffer, std::uint16_t& port);
/// A non-blocking socket that is connecting; the errno in `failed` when that is impossible at once.
UniqueFd start_connect(const Address& address, std::uint16_t port, int send_buffer, int receive_buffer,
                       int& failed) noexcept;
/// The outcome of a connect in the background: 0 or an errno.
int connect_error(int fd) noexcept;
/// No delay of small segments, and probes that find a dead host within `silence_timeout_ns`.
void prepare_link(int fd, std::int64_t silence_timeout_ns) noexcept;
/// For how long no sign of life has come while the kernel repeats what it sent (and, before that, on an idle link); 0:
/// no repeats. A host whose process does not read gives signs of life: its kernel answers window probes.
/// (TCP_USER_TIMEOUT would break the link to such a process.)
std::int64_t unanswered_ns(int fd) noexcept;
/// Segments that the kernel has sent again on this socket.
std::uint64_t retransmits(int fd) noexcept;
/// Bytes that the peer's kernel has not acknowledged.
int unacknowledged(int fd) noexcept;
/// Fills `bytes` with randomness from the kernel.
void random_bytes(void* into, std::size_t bytes) noexcept;

}  // namespace baton::transport::tcp
