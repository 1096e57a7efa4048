// SPDX-License-Identifier: BSD-3-Clause
// A set of processing units (hardware threads) by the operating system's numbers, and its text "0-3,8".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace baton::topology {

class CpuSet {
 public:
  static constexpr std::uint32_t max_cpus = 1U << 16;

  void insert(std::uint32_t cpu);
  void insert(std::uint32_t first, std::uint32_t last);
  [[nodiscard]] bool contains(std::uint32_t cpu) const noexcept;
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] std::size_t size() const noexcept;
  /// All numbers, ascending.
  [[nodiscard]] std::vector<std::uint32_t> members() const;
  CpuSet& operator|=(const CpuSet& other);
  bool operator==(const CpuSet& other) const noexcept;
  /// Bit n of all words together stands for processor n.
  [[nodiscard]] const std::vector<std::uint64_t>& words() const noexcept { return words_; }

  /// "0-3,8"; "" for the empty set.
  [[nodiscard]] std::string text() const;
  /// The inverse of text(); an Error for anything else.
  [[nodiscard]] static Result<CpuSet> parse(std::string_view text);

 private:
  std::vector<std::uint64_t> words_;
};

/// The processing units that a process (0: the calling thread) may run on: one system call, no library.
[[nodiscard]] Result<CpuSet> allowed_cpus(int process = 0);
/// How many processing units the machine has, whoever may use them.
[[nodiscard]] std::size_t online_cpus() noexcept;

}  // namespace baton::topology
