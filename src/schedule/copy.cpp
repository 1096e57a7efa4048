// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/copy.hpp"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "base/copy.hpp"
#include "base/text.hpp"

namespace baton::schedule {

using datatype::Cursor;

Status copy_elements(const void* source, std::int64_t source_count, const datatype::Datatype& source_type, void* target,
                     std::int64_t target_count, const datatype::Datatype& target_type) noexcept {
  const std::int64_t bytes = source_count * source_type.size();
  const std::int64_t room = target_count * target_type.size();
  if (bytes != room) [[unlikely]] {
    return make_error(Code::truncated,
                      "this rank sends itself {} bytes, but receives {}: counts and datatypes do not match", bytes,
                      room);
  }
  if (bytes == 0) return {};
  const auto length = static_cast<std::size_t>(bytes);
  const bool flat_source = source_type.is_contiguous(source_count);
  const bool flat_target = target_type.is_contiguous(target_count);
  const auto* from = static_cast<const std::byte*>(source) + (flat_source ? source_type.true_lb() : 0);
  auto* to = static_cast<std::byte*>(target) + (flat_target ? target_type.true_lb() : 0);
  if (flat_source && flat_target) {
    if (to + length <= from || from + length <= to) [[likely]] {
      copy_bytes(to, from, length);
    } else {
      std::memmove(to, from, length);
    }
    return {};
  }
  Cursor reading;
  Cursor writing;
  if (flat_source) {
    target_type.unpack(writing, target, target_count, {from, length});
    return {};
  }
  if (flat_target) {
    source_type.pack(reading, source, source_count, {to, length});
    return {};
  }
  std::array<std::byte, 16384> piece;
  while (true) {
    const std::size_t got = source_type.pack(reading, source, source_count, piece);
    if (got == 0) return {};
    target_type.unpack(writing, target, target_count, std::span(piece).first(got));
  }
}

void copy_past_caches(std::byte* target, const std::byte* source, std::size_t bytes) noexcept {
#if defined(__x86_64__)
  constexpr std::size_t line = 64;
  constexpr std::size_t ahead = 1024;  // of what the processor fetches by itself, which ends with a page
  const std::size_t head = std::min(bytes, -reinterpret_cast<std::uintptr_t>(target) % line);
  std::memcpy(target, source, head);
  std::size_t at = head;
  for (; at + line <= bytes; at += line) {
    _mm_prefetch(reinterpret_cast<const char*>(source + at + ahead), _MM_HINT_T0);
    const auto* const from = reinterpret_cast<const __m128i*>(source + at);
    auto* const to = reinterpret_cast<__m128i*>(target + at);
    const __m128i first = _mm_loadu_si128(from);
    const __m128i second = _mm_loadu_si128(from + 1);
    const __m128i third = _mm_loadu_si128(from + 2);
    const __m128i fourth = _mm_loadu_si128(from + 3);
    _mm_stream_si128(to, first);
    _mm_stream_si128(to + 1, second);
    _mm_stream_si128(to + 2, third);
    _mm_stream_si128(to + 3, fourth);
  }
  std::memcpy(target + at, source + at, bytes - at);
  _mm_sfence();  // these stores know no order
#else
  std::memcpy(target, source, bytes);
#endif
}

std::byte* between_pages(std::vector<std::byte>& memory, std::size_t bytes) {
  constexpr std::size_t page = 4096;
  if (memory.size() < bytes + page) memory.resize(bytes + page);
  return memory.data() + (page / 2 - reinterpret_cast<std::uintptr_t>(memory.data())) % page;
}

}  // namespace baton::schedule
