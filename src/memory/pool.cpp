// SPDX-License-Identifier: BSD-3-Clause
#include "memory/pool.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <new>

#include "base/check.hpp"
#include "base/text.hpp"

namespace baton::memory {
namespace {

/// Multiples of a cache line, so that no two blocks share one.
constexpr auto class_bytes = std::to_array<std::uint32_t>(
    {64, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 12288, 16384, 32768});

Error no_memory(std::size_t bytes) {
  return make_error(Code::no_memory, "{} bytes of memory are not to be had", bytes);
}

}  // namespace

Pool::Pool(PoolOptions options) : options_(std::move(options)) { with_room_.fill(none); }

Pool::~Pool() {
  for (const auto& [memory, bytes] : plain_) std::free(const_cast<void*>(memory));
}

bool Pool::open() {
  if (opened_) return window_.has_value();
  opened_ = true;
  if (!options_.shared) return false;
  auto window = Window::open(std::move(options_.window));
  if (!window) return false;
  window_.emplace(std::move(*window));
  free_.emplace(static_cast<std::uint32_t>(window_->size() / granule_bytes));
  seen_.store(&*window_, std::memory_order_release);
  start_.store(reinterpret_cast<std::uintptr_t>(window_->data()), std::memory_order_relaxed);
  extent_.store(window_->size(), std::memory_order_relaxed);
  return true;
}

Result<void*> Pool::allocate(std::size_t bytes, std::size_t alignment) {
  BATON_ASSERT(std::has_single_bit(alignment));
  bytes = std::max<std::size_t>(bytes, 1);
  alignment = std::max(alignment, least_block);
  // A child's accounts are a copy of its parent's, its memory is not; and another thread may have held the lock.
  if (in_child()) return plain(bytes, alignment);
  const std::lock_guard guard(mutex_);
  try {
    if (!open() || bytes > window_->size()) return plain(bytes, alignment);
    Result<void*> made = nullptr;
    const auto* const fit = std::find_if(class_bytes.begin(), class_bytes.end(),
                                         [&](std::uint32_t size) { return size >= bytes && size % alignment == 0; });
    if (fit != class_bytes.end()) {
      made = take_block(static_cast<std::uint8_t>(fit - class_bytes.begin()));
    } else {
      const auto count = static_cast<std::uint32_t>((bytes + granule_bytes - 1) / granule_bytes);
      if (bytes >= chunk_bytes) alignment = std::max(alignment, chunk_bytes);
      if (alignment > window_->size()) return plain(bytes, alignment);
      const auto run = take_run(count, static_cast<std::uint32_t>(std::max(alignment, granule_bytes) / granule_bytes));
      if (!run) {
        made = run.error();
      } else {
        granules_[*run] = {Granule::Kind::run, count};
        made = window_->data() + static_cast<std::size_t>(*run) * granule_bytes;
      }
    }
    if (!made && made.error().code == Code::refused) return plain(bytes, alignment);
    if (made) ++allocations_;
    return made;
  } catch (const std::bad_alloc&) {
    return no_memory(bytes);
  }
}

Result<void*> Pool::plain(std::size_t bytes, std::size_t alignment) {
  constexpr std::size_t addressable = std::size_t{1} << 47;  // by a process; some allocators abort when asked for more
  void* memory = nullptr;
  if (bytes > addressable || ::posix_memalign(&memory, alignment, bytes) != 0) return no_memory(bytes);
  if (in_child()) return memory;  // not in the accounts
  try {
    plain_.emplace(memory, bytes);
  } catch (const std::bad_alloc&) {
    std::free(memory);
    return no_memory(bytes);
  }
  ++allocations_;
  return memory;
}

Status Pool::back(std::uint32_t first, std::uint32_t count) {
  const std::size_t begin = first / granules_a_chunk;
  const std::size_t end = (first + count - 1) / granules_a_chunk + 1;
  if (chunk_used_.size() < end) {
    chunk_used_.resize(end);
    chunk_committed_.resize(end);
  }
  if (granules_.size() < first + count) granules_.resize(first + count);
  for (std::size_t chunk = begin; chunk < end;) {
    if (chunk_committed_[chunk]) {
      ++chunk;
      continue;
    }
    std::size_t next = chunk;
    while (next < end && !chunk_committed_[next]) ++next;
    if (auto there = window_->commit(chunk * chunk_bytes, (next - chunk) * chunk_bytes); !there) return there;
    idle_bytes_ += (next - chunk) * chunk_bytes;
    for (; chunk < next; ++chunk) chunk_committed_[chunk] = true;
  }
  for (std::uint32_t granule = first; granule < first + count; ++granule) {
    if (chunk_used_[granule / granules_a_chunk]++ == 0) idle_bytes_ -= chunk_bytes;
  }
  return {};
}

Result<std::uint32_t> Pool::take_run(std::uint32_t count, std::uint32_t alignment) {
  const auto first = free_->take(count, alignment);
  if (!first) return Error{Code::refused, 0, "the window of pinned buffers has no room left"};
  Status there;
  try {
    there = back(*first, count);
  } catch (const std::bad_alloc&) {
    there = no_memory(count * granule_bytes);
  }
  if (there) return *first;
  free_->give(*first, count);
  return there.error();
}

void Pool::give_run(std::uint32_t first, std::uint32_t count) noexcept {
  for (std::uint32_t granule = first; granule < first + count; ++granule) {
    if (--chunk_used_[granule / granules_a_chunk] == 0) idle_bytes_ += chunk_bytes;
  }
  granules_[first] = {};
  std::pair<std::uint32_t, std::uint32_t> whole{first, count};
  try {
    whole = free_->give(first, count);
  } catch (const std::bad_alloc&) {
    return;  // these addresses are not used again
  }
  // From the end, so that what is kept lies low: peers map the window up to where it is used.
  const std::size_t begin = whole.first / granules_a_chunk;
  std::size_t end = std::min<std::size_t>((whole.first + whole.second) / granules_a_chunk, chunk_used_.size());
  while (idle_bytes_ > options_.keep_bytes && end > begin) {
    --end;
    if (chunk_used_[end] != 0 || !chunk_committed_[end]) continue;
    window_->release(end * chunk_bytes, chunk_bytes);
    chunk_committed_[end] = false;
    idle_bytes_ -= chunk_bytes;
  }
}

void Pool::list(std::uint32_t number) noexcept {
  Slab& slab = slabs_[number];
  std::uint32_t& head = with_room_[slab.size_class];
  slab.listed = true;
  slab.before = none;
  slab.next = head;
  if (head != none) slabs_[head].before = number;
  head = number;
}

void Pool::unlist(std::uint32_t number) noexcept {
  Slab& slab = slabs_[number];
  slab.listed = false;
  if (slab.before != none) slabs_[slab.before].next = slab.next;
  if (slab.next != none) slabs_[slab.next].before = slab.before;
  if (with_room_[slab.size_class] == number) with_room_[slab.size_class] = slab.next;
}

Result<std::uint32_t> Pool::new_slab(std::uint8_t size_class) {
  if (free_slabs_.empty()) {
    free_slabs_.reserve(slabs_.size() + 1);  // giving one back takes no memory
    slabs_.emplace_back();
    free_slabs_.push_back(static_cast<std::uint32_t>(slabs_.size() - 1));
  }
  const auto granule = take_run(1, 1);
  if (!granule) return granule.error();
  const std::uint32_t number = free_slabs_.back();
  free_slabs_.pop_back();
  slabs_[number] = Slab{};
  slabs_[number].granule = *granule;
  slabs_[number].size_class = size_class;
  granules_[*granule] = {Granule::Kind::slab, number};
  list(number);
  return number;
}

Result<void*> Pool::take_block(std::uint8_t size_class) {
  std::uint32_t number = with_room_[size_class];
  if (number == none) {
    const auto made = new_slab(size_class);
    if (!made) return made.error();
    number = *made;
  }
  Slab& slab = slabs_[number];
  const std::size_t size = class_bytes[size_class];
  const std::size_t blocks = granule_bytes / size;
  std::size_t word = 0;
  while (slab.taken[word] == ~std::uint64_t{0}) ++word;
  const auto bit = static_cast<std::size_t>(std::countr_one(slab.taken[word]));
  slab.taken[word] |= std::uint64_t{1} << bit;
  if (++slab.used == blocks) unlist(number);
  return window_->data() + static_cast<std::size_t>(slab.granule) * granule_bytes + (word * 64 + bit) * size;
}

void Pool::give_block(std::uint32_t number, std::uint32_t block) noexcept {
  Slab& slab = slabs_[number];
  slab.taken[block / 64] &= ~(std::uint64_t{1} << (block % 64));
  --slab.used;
  if (!slab.listed) list(number);
  // The last one with room stays: the next block would need it again.
  if (slab.used == 0 && (slab.next != none || slab.before != none)) {
    unlist(number);
    free_slabs_.push_back(number);
    give_run(slab.granule, 1);
  }
}

Pool::Found Pool::find(const void* memory) const noexcept {
  const std::size_t offset = reinterpret_cast<std::uintptr_t>(memory) - start_.load(std::memory_order_relaxed);
  const std::size_t at = offset / granule_bytes;
  if (at >= granules_.size()) return {};
  const Granule& granule = granules_[at];
  const std::size_t inside = offset % granule_bytes;
  if (granule.kind == Granule::Kind::run && inside == 0) return {static_cast<std::uint32_t>(at), none};
  if (granule.kind != Granule::Kind::slab) return {};
  const Slab& slab = slabs_[granule.number];
  const std::size_t size = class_bytes[slab.size_class];
  const std::size_t block = inside / size;
  if (inside % size != 0 || (slab.taken[block / 64] >> (block % 64) & 1) == 0) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(block)};
}

bool Pool::deallocate(void* memory) noexcept {
  if (in_child()) {
    if (!owns(memory)) std::free(memory);
    return true;
  }
  const std::lock_guard guard(mutex_);
  if (owns(memory)) {
    const Found found = find(memory);
    if (found.granule == none) return false;
    const Granule granule = granules_[found.granule];
    if (found.block != none) {
      give_block(granule.number, found.block);
    } else {
      give_run(found.granule, granule.number);
    }
  } else {
    if (plain_.erase(memory) == 0) return false;
    std::free(memory);
  }
  --allocations_;
  return true;
}

std::size_t Pool::size_of(const void* memory) noexcept {
  std::unique_lock guard(mutex_, std::defer_lock);
  if (!in_child()) guard.lock();  // there another thread may have held it at the fork
  if (!owns(memory)) {
    const auto known = plain_.find(memory);
    return known != plain_.end() ? known->second : 0;
  }
  const Found found = find(memory);
  if (found.granule == none) return 0;
  const Granule& granule = granules_[found.granule];
  return found.block != none ? class_bytes[slabs_[granule.number].size_class] : granule.number * granule_bytes;
}

std::optional<std::string> Pool::take_note() {
  const std::lock_guard guard(mutex_);
  return window_ ? window_->take_note() : std::nullopt;
}

PoolFigures Pool::figures() {
  const std::lock_guard guard(mutex_);
  PoolFigures figures;
  figures.allocations = allocations_;
  figures.plain_allocations = plain_.size();
  if (window_) {
    figures.window_bytes = window_->size();
    figures.committed_bytes = window_->committed();
    figures.locked_bytes = window_->locked();
  }
  return figures;
}

}  // namespace baton::memory
