// SPDX-License-Identifier: BSD-3-Clause
#include "transport/shm/pull.hpp"

#include <sys/uio.h>

namespace baton::transport::shm {

namespace {

/// `call` moves some bytes between a local and a remote range.
template <class Bytes, class Call>
bool move_all(std::uint64_t address, Bytes local_bytes, Call&& call) noexcept {
  while (!local_bytes.empty()) {
    const iovec local{const_cast<std::byte*>(local_bytes.data()), local_bytes.size()};
    const iovec remote{reinterpret_cast<void*>(static_cast<std::uintptr_t>(address)), local_bytes.size()};
    const ssize_t moved = call(&local, &remote);
    if (moved <= 0) return false;
    local_bytes = local_bytes.subspan(static_cast<std::size_t>(moved));
    address += static_cast<std::uint64_t>(moved);
  }
  return true;
}

}  // namespace

bool pull(int pid, std::uint64_t address, std::span<std::byte> into) noexcept {
  return move_all(address, into, [pid](const iovec* local, const iovec* remote) {
    return ::process_vm_readv(pid, local, 1, remote, 1, 0);
  });
}

bool push(int pid, std::uint64_t address, std::span<const std::byte> from) noexcept {
  return move_all(address, from, [pid](const iovec* local, const iovec* remote) {
    return ::process_vm_writev(pid, local, 1, remote, 1, 0);
  });
}

}  // namespace baton::transport::shm
