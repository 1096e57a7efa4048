// SPDX-License-Identifier: BSD-3-Clause
// Info objects: keys with values, in the order in which they were set. Not here: what a key means.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mpi/handles.hpp"

namespace baton::mpi {

/// Thread-safe: two threads may work on one object, as the standard asks. Few keys, so a search is a walk.
class Info {
 public:
  using Entry = std::pair<std::string, std::string>;

  Info() = default;
  explicit Info(std::vector<Entry> entries) : entries_(std::move(entries)) {}

  void set(std::string_view key, std::string_view value);
  /// False: there was no such key.
  [[nodiscard]] bool erase(std::string_view key);
  [[nodiscard]] std::optional<std::string> get(std::string_view key) const;
  [[nodiscard]] std::size_t size() const;
  /// The n-th key in the order of setting; nothing when there is none.
  [[nodiscard]] std::optional<std::string> key(std::size_t n) const;
  [[nodiscard]] std::vector<Entry> entries() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Entry> entries_;
};

/// All info objects; MPI_INFO_ENV from the load of the library on.
[[nodiscard]] HandleTable<MPI_Info, Info>& infos() noexcept;

/// A new object with these entries, for calls that give an info to the user (MPI_Comm_get_info), who frees it.
[[nodiscard]] MPI_Info new_info(std::vector<Info::Entry> entries);

/// How a process was started, as MPI_INFO_ENV says it: command, argv, wdir, host, arch. Without argv, the kernel's
/// word.
[[nodiscard]] std::vector<Info::Entry> environment_entries(int argc, const char* const* argv);

/// Fills MPI_INFO_ENV at MPI_Init.
void fill_environment_info(int thread_level, int processes);

}  // namespace baton::mpi
