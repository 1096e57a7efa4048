// SPDX-License-Identifier: BSD-3-Clause
#include "topology/cpu_set.hpp"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <charconv>

#include "base/text.hpp"

namespace baton::topology {

void CpuSet::insert(std::uint32_t cpu) {
  BATON_CHECK(cpu < max_cpus);
  const std::size_t word = cpu / 64;
  if (word >= words_.size()) words_.resize(word + 1);
  words_[word] |= std::uint64_t{1} << (cpu % 64);
}

void CpuSet::insert(std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t cpu = first; cpu <= last; ++cpu) insert(cpu);
}

bool CpuSet::contains(std::uint32_t cpu) const noexcept {
  const std::size_t word = cpu / 64;
  return word < words_.size() && (words_[word] >> (cpu % 64) & 1U) != 0;
}

std::size_t CpuSet::size() const noexcept {
  std::size_t count = 0;
  for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

std::vector<std::uint32_t> CpuSet::members() const {
  std::vector<std::uint32_t> all;
  for (std::size_t w = 0; w < words_.size(); ++w) {
    for (std::uint64_t rest = words_[w]; rest != 0; rest &= rest - 1) {
      all.push_back(static_cast<std::uint32_t>(w * 64) + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
  }
  return all;
}

CpuSet& CpuSet::operator|=(const CpuSet& other) {
  if (words_.size() < other.words_.size()) words_.resize(other.words_.size());
  for (std::size_t w = 0; w < other.words_.size(); ++w) words_[w] |= other.words_[w];
  return *this;
}

bool CpuSet::operator==(const CpuSet& other) const noexcept {
  const std::size_t longest = std::max(words_.size(), other.words_.size());
  for (std::size_t w = 0; w < longest; ++w) {
    if ((w < words_.size() ? words_[w] : 0) != (w < other.words_.size() ? other.words_[w] : 0)) return false;
  }
  return true;
}

std::string CpuSet::text() const {
  std::string text;
  const auto all = members();
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i + 1;
    while (end < all.size() && all[end] == all[end - 1] + 1) ++end;
    if (!text.empty()) text += ',';
    text += std::to_string(all[i]);
    if (end > i + 1) text += '-' + std::to_string(all[end - 1]);
    i = end;
  }
  return text;
}

Result<CpuSet> CpuSet::parse(std::string_view text) {
  CpuSet set;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    std::uint32_t first = 0;
    auto [next, error] = std::from_chars(at, end, first);
    std::uint32_t last = first;
    if (error == std::errc{} && next != end && *next == '-') {
      const auto range = std::from_chars(next + 1, end, last);
      next = range.ptr;
      error = range.ec;
    }
    const bool separated = next == end || (*next == ',' && next + 1 != end);
    if (error != std::errc{} || first > last || last >= max_cpus || !separated) {
      return make_error(Code::invalid_argument, "\"{}\" is no list of processors such as 0-3,8", text.substr(0, 80));
    }
    set.insert(first, last);
    at = next == end ? end : next + 1;
  }
  return set;
}

Result<CpuSet> allowed_cpus(int process) {
  // The kernel refuses a mask smaller than its own; it never has more than max_cpus.
  for (std::size_t words = 16; words <= CpuSet::max_cpus / 64; words *= 2) {
    std::vector<std::uint64_t> mask(words);
    if (::sched_getaffinity(process, words * 8, reinterpret_cast<cpu_set_t*>(mask.data())) == 0) {
      CpuSet set;
      for (std::uint32_t cpu = 0; cpu < words * 64; ++cpu) {
        if ((mask[cpu / 64] >> (cpu % 64) & 1U) != 0) set.insert(cpu);
      }
      return set;
    }
    if (errno != EINVAL) break;
  }
  return os_error(errno, "the processors that process {} may use cannot be read", process);
}

std::size_t online_cpus() noexcept { return static_cast<std::size_t>(std::max(::sysconf(_SC_NPROCESSORS_ONLN), 1L)); }

}  // namespace baton::topology
