// SPDX-License-Identifier: BSD-3-Clause
#include "memory/peer_window.hpp"

#include <algorithm>
#include <bit>
#include <new>
#include <utility>

#include "memory/window.hpp"

namespace baton::memory {
namespace {

/// Mapped at first, or all where there is less: the next buffers are likely to lie there, too.
constexpr std::uint64_t first_bytes = std::uint64_t{64} << 20;

}  // namespace

Result<PeerWindow> PeerWindow::of(UniqueFd file, std::uint64_t bytes, std::uint64_t start) {
  if (auto right = check_shared_file(file.get(), bytes); !right) return right.error();
  if (bytes == 0 || bytes % chunk_bytes != 0) return Error{Code::protocol, 0, "a peer's window has an odd size"};
  return PeerWindow(std::move(file), bytes, start);
}

std::byte* PeerWindow::see(std::uint64_t offset, std::uint64_t bytes) noexcept {
  if (bytes > bytes_ || offset > bytes_ - bytes) return nullptr;
  const std::uint64_t least = (offset + bytes + chunk_bytes - 1) / chunk_bytes * chunk_bytes;
  if (least >= refused_) return nullptr;
  for (const std::uint64_t wanted : {std::min(bytes_, std::max(first_bytes, std::bit_ceil(least))), least}) {
    auto mapped = Mapping::aligned(file_.get(), static_cast<std::size_t>(wanted), chunk_bytes);
    if (!mapped) continue;
    auto* const kept = new (std::nothrow) Mapping(std::move(*mapped));
    if (kept == nullptr) break;
    mapping_ = std::shared_ptr<Mapping>(kept);
    seen_ = wanted;
    return mapping_->data() + offset;
  }
  refused_ = least;
  return nullptr;
}

}  // namespace baton::memory
