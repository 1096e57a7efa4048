// SPDX-License-Identifier: BSD-3-Clause
#include "transport/shm/pull.hpp"

#include <sys/uio.h>

namespace baton::transport::shm {

bool pull(int pid, std::uint64_t address, std::span<std::byte> into) noexcept {
  while (!into.empty()) {
    const iovec local{into.data(), into.size()};
    const iovec remote{reinterpret_cast<void*>(static_cast<std::uintptr_t>(address)), into.size()};
    const ssize_t moved = ::process_vm_readv(pid, &local, 1, &remote, 1, 0);
    if (moved <= 0) return false;
    into = into.subspan(static_cast<std::size_t>(moved));
    address += static_cast<std::uint64_t>(moved);
  }
  return true;
}

}  // namespace baton::transport::shm
