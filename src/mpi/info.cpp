// SPDX-License-Identifier: BSD-3-Clause
// Info objects and the one of the environment. The MPI calls on them are in info_api.cpp.
#include "mpi/info.hpp"

#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cstdio>

#include "mpi/hints.hpp"

namespace baton::mpi {
namespace {

constinit Immortal<HandleTable<MPI_Info, Info>> table;

/// The command line that the kernel remembers: MPI_INFO_ENV must not wait for MPI_Init's argv, which may be null.
std::vector<std::string> kernel_arguments() {
  std::vector<std::string> arguments;
  std::FILE* file = std::fopen("/proc/self/cmdline", "re");
  if (!file) return arguments;
  std::string text;
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) {
    if (c == 0) {
      arguments.push_back(std::move(text));
      text.clear();
    } else {
      text += static_cast<char>(c);
    }
  }
  (void)std::fclose(file);
  return arguments;
}

[[maybe_unused]] const bool predefined = [] {
  static Info& environment = *new Info;
  table->set_predefined(MPI_INFO_ENV, &environment);
  return true;
}();

}  // namespace

void Info::set(std::string_view key, std::string_view value) {
  const std::lock_guard guard(mutex_);
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.first == key; });
  if (found != entries_.end()) {
    found->second = value;
  } else {
    entries_.emplace_back(key, value);
  }
}

bool Info::erase(std::string_view key) {
  const std::lock_guard guard(mutex_);
  return std::erase_if(entries_, [&](const Entry& e) { return e.first == key; }) > 0;
}

std::optional<std::string> Info::get(std::string_view key) const {
  const std::lock_guard guard(mutex_);
  for (const Entry& entry : entries_) {
    if (entry.first == key) return entry.second;
  }
  return std::nullopt;
}

std::size_t Info::size() const {
  const std::lock_guard guard(mutex_);
  return entries_.size();
}

std::optional<std::string> Info::key(std::size_t n) const {
  const std::lock_guard guard(mutex_);
  if (n >= entries_.size()) return std::nullopt;
  return entries_[n].first;
}

std::vector<Info::Entry> Info::entries() const {
  const std::lock_guard guard(mutex_);
  return entries_;
}

HandleTable<MPI_Info, Info>& infos() noexcept { return *table; }

MPI_Info new_info(std::vector<Info::Entry> entries) { return infos().insert(new Info(std::move(entries))); }

std::vector<Info::Entry> environment_entries(int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  if (argv) {
    for (int i = 0; i < argc && argv[i]; ++i) arguments.emplace_back(argv[i]);
  }
  if (arguments.empty()) arguments = kernel_arguments();
  std::vector<Info::Entry> entries;
  const auto add = [&](const char* key, std::string value) {
    if (value.size() >= MPI_MAX_INFO_VAL) value.resize(MPI_MAX_INFO_VAL - 1);
    if (!value.empty()) entries.emplace_back(key, std::move(value));
  };
  if (!arguments.empty()) {
    add("command", arguments.front());
    std::string rest;
    for (std::size_t i = 1; i < arguments.size(); ++i) rest += (i > 1 ? " " : "") + arguments[i];
    add("argv", rest);
  }
  char directory[PATH_MAX];
  if (getcwd(directory, sizeof(directory))) add("wdir", directory);
  utsname names{};
  if (uname(&names) == 0) {
    add("host", names.nodename);
    add("arch", names.machine);
  }
  return entries;
}

void fill_environment_info(int thread_level, int processes) {
  Info& environment = *infos().lookup(MPI_INFO_ENV);
  for (const auto& [key, value] : environment_entries(0, nullptr)) environment.set(key, value);
  environment.set("maxprocs", std::to_string(processes));
  environment.set("mpi_memory_alloc_kinds", memory_alloc_kinds);
  environment.set("thread_level", thread_level == MPI_THREAD_MULTIPLE     ? "MPI_THREAD_MULTIPLE"
                                  : thread_level == MPI_THREAD_SERIALIZED ? "MPI_THREAD_SERIALIZED"
                                  : thread_level == MPI_THREAD_FUNNELED   ? "MPI_THREAD_FUNNELED"
                                                                          : "MPI_THREAD_SINGLE");
}

}  // namespace baton::mpi
