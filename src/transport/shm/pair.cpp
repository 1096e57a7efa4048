// SPDX-License-Identifier: BSD-3-Clause
#include "transport/shm/pair.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace baton::transport::shm {
namespace {

constexpr std::size_t ordered_bytes = ordered_lines * line_bytes;
constexpr std::size_t bulk_bytes = bulk_lines * line_bytes;
constexpr std::uint64_t first_lines = 64;    // one page at the start of the ordered ring
constexpr std::uint64_t ordered_step = 256;  // 16 KiB at a time
constexpr std::uint64_t bulk_step = 2048;    // 128 KiB at a time

/// The control part: a page, or more where pages are bigger than the rings need.
std::size_t control_bytes() noexcept { return memory::page_bytes(); }
std::size_t file_bytes() noexcept { return control_bytes() + ordered_bytes + bulk_bytes; }

}  // namespace

Status PairMemory::map_file(int fd) {
  const std::size_t control = control_bytes();
  const std::array<memory::Part, 3> parts{{
      {0, control, false},
      {control, ordered_bytes, true},
      {control + ordered_bytes, bulk_bytes, true},
  }};
  auto mapped = memory::Mapping::of(fd, parts);
  if (!mapped) return mapped.error();
  mapping_ = std::move(*mapped);
  control_ = std::launder(reinterpret_cast<PairControl*>(mapping_.data()));
  ordered_ = mapping_.data() + control;
  bulk_ = ordered_ + 2 * ordered_bytes;
  return {};
}

Result<std::shared_ptr<PairMemory>> PairMemory::make() {
  std::shared_ptr<PairMemory> pair(new PairMemory);
  auto file = memory::make_shared_file("baton-pair", file_bytes());
  if (!file) return file.error();
  pair->file_ = std::move(*file);
  if (auto mapped = pair->map_file(pair->file_.get()); !mapped) return mapped.error();
  const std::size_t first = control_bytes() + std::max(first_lines * line_bytes, memory::page_bytes());
  if (auto there = pair->mapping_.populate(0, first, pair->file_.get(), 0); !there) return there.error();
  new (pair->mapping_.data()) PairControl{};
  return pair;
}

Result<std::shared_ptr<PairMemory>> PairMemory::map(int fd) {
  if (auto right = memory::check_shared_file(fd, file_bytes()); !right) return right.error();
  std::shared_ptr<PairMemory> pair(new PairMemory);
  if (auto mapped = pair->map_file(fd); !mapped) return mapped.error();
  return pair;
}

RingWriter PairMemory::writer(Lane lane) const noexcept {
  if (lane == Lane::bulk) return {bulk_, bulk_lines, 0, &control_->bulk};
  return {ordered_, ordered_lines, std::max(first_lines, std::uint64_t{memory::page_bytes() / line_bytes}),
          &control_->ordered};
}

RingReader PairMemory::reader(Lane lane) const noexcept {
  if (lane == Lane::bulk) return {bulk_, bulk_lines, &control_->bulk};
  return {ordered_, ordered_lines, &control_->ordered};
}

std::size_t PairMemory::populated_bytes(std::span<const RingWriter> writers) noexcept {
  std::size_t bytes = control_bytes();
  for (const RingWriter& writer : writers) {
    if (writer.open()) bytes += static_cast<std::size_t>(writer.lines() - writer.unpopulated()) * line_bytes;
  }
  return bytes;
}

Status PairMemory::populate(Lane lane, RingWriter& writer, std::uint64_t least) const noexcept {
  const bool bulk = lane == Lane::bulk;
  const std::uint64_t page_lines = memory::page_bytes() / line_bytes;
  std::uint64_t lines = std::max(least, bulk ? bulk_step : ordered_step);
  lines = std::min((lines + page_lines - 1) / page_lines * page_lines, writer.unpopulated());
  const std::size_t from = static_cast<std::size_t>(writer.lines() - writer.unpopulated()) * line_bytes;
  const std::size_t base = bulk ? static_cast<std::size_t>(bulk_ - mapping_.data()) : control_bytes();
  const std::size_t file_base = bulk ? control_bytes() + ordered_bytes : control_bytes();
  if (auto there = mapping_.populate(base + from, lines * line_bytes, file_.get(), file_base + from); !there)
    return there;
  writer.populated(lines);
  return {};
}

}  // namespace baton::transport::shm
