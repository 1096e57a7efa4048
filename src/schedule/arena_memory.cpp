// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/arena_memory.hpp"

#include <algorithm>
#include <utility>

namespace baton::schedule {
namespace {

std::size_t in_pages(std::size_t bytes) noexcept {
  const std::size_t page = memory::page_bytes();
  return (bytes + page - 1) / page * page;
}

}  // namespace

std::size_t ArenaMemory::region_bytes() noexcept {
  return in_pages(sizeof(RankPage) + RankPage::cells * small_bytes + slices * slice_bytes);
}

std::size_t ArenaMemory::bytes(std::uint32_t ranks) noexcept { return memory::page_bytes() + ranks * region_bytes(); }

Result<std::shared_ptr<ArenaMemory>> ArenaMemory::make(std::uint32_t ranks, UniqueFd& file) {
  auto made = memory::make_shared_file("baton-arena", bytes(ranks));
  if (!made) return made.error();
  auto arena = map(ranks, made->get());
  if (!arena) return arena.error();
  // Zeros are the right start of everything: nothing published, nobody asleep.
  if (auto there = (*arena)->mapping_.populate(0, memory::page_bytes(), made->get(), 0); !there) return there.error();
  file = std::move(*made);
  return arena;
}

Result<std::shared_ptr<ArenaMemory>> ArenaMemory::map(std::uint32_t ranks, int file) {
  if (auto right = memory::check_shared_file(file, bytes(ranks)); !right) return right.error();
  auto mapping = memory::Mapping::of(file, bytes(ranks));
  if (!mapping) return mapping.error();
  std::shared_ptr<ArenaMemory> arena(new ArenaMemory);
  arena->mapping_ = std::move(*mapping);
  arena->first_ = memory::page_bytes();
  arena->region_ = region_bytes();
  return arena;
}

Status ArenaMemory::populate(std::uint32_t rank, int file) const {
  const std::size_t at = first_ + rank * region_;
  return mapping_.populate(at, region_, file, at);
}

}  // namespace baton::schedule
