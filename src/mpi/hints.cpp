// SPDX-License-Identifier: BSD-3-Clause
// Hints of communicators (MPI 5.0, 7.4.4), and what other chapters ask of info objects.
#include "mpi/hints.hpp"

#include <map>
#include <optional>
#include <string_view>

#include "mpi/checks.hpp"
#include "mpi/communicator.hpp"
#include "mpi/generated/api_communicator.hpp"
#include "mpi/info.hpp"

namespace baton::mpi {
namespace {

/// The assertions that a communicator remembers. None is relied on: messages keep their order with all of them set.
struct Hints final : communicator::Extension {
  std::map<std::string, bool> values = {{"mpi_assert_allow_overtaking", false},
                                        {"mpi_assert_exact_length", false},
                                        {"mpi_assert_no_any_source", false},
                                        {"mpi_assert_no_any_tag", false}};
  std::optional<std::string> memory;  // mpi_assert_memory_alloc_kinds: what buffers will be of, once it is said
};

/// One entry of a list of kinds of memory: a kind and what it is restricted to.
bool is_supported_kind(std::string_view kind) {
  if (kind == "system" || kind == "mpi") return true;
  constexpr std::string_view restricted = "mpi:";
  if (!kind.starts_with(restricted)) return false;
  for (kind.remove_prefix(restricted.size());;) {
    const std::size_t end = kind.find(':');
    const std::string_view word = kind.substr(0, end);
    if (word != "alloc_mem" && word != "win_allocate" && word != "win_allocate_shared") return false;
    if (end == std::string_view::npos) return true;
    kind.remove_prefix(end + 1);
  }
}

bool are_supported_kinds(std::string_view kinds) {
  while (!kinds.empty()) {
    const std::size_t end = kinds.find(',');
    if (!is_supported_kind(kinds.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    kinds.remove_prefix(end + 1);
  }
  return true;
}

Hints& hints_of(const Communicator& communicator) {
  auto& hints = extension_of(communicator).hints;
  if (!hints) hints = std::make_unique<Hints>();
  return static_cast<Hints&>(*hints);
}

}  // namespace

bool info_exists(MPI_Info info) noexcept { return info == MPI_INFO_NULL || infos().lookup(info) != nullptr; }

std::string hint_value(MPI_Info info, const char* key) {
  const Info* object = infos().lookup(info);
  return object ? object->get(key).value_or("") : std::string();
}

MPI_Info make_info(std::initializer_list<std::pair<const char*, std::string>> entries) {
  return new_info(std::vector<Info::Entry>(entries.begin(), entries.end()));
}

int copy_hints(const Communicator& from, Communicator& to) {
  if (!extension_of(from).hints) return MPI_SUCCESS;
  hints_of(to).values = hints_of(from).values;
  hints_of(to).memory = hints_of(from).memory;
  return MPI_SUCCESS;
}

int set_hints(MPI_Comm where, Communicator& to, MPI_Info info) {
  if (info == MPI_INFO_NULL) return MPI_SUCCESS;
  const Info* object = infos().lookup(info);
  if (object == nullptr) return fail_handle(where, "info", info);
  for (const auto& [key, value] : object->entries()) {
    if (key == "mpi_assert_memory_alloc_kinds" && are_supported_kinds(value)) hints_of(to).memory = value;
    auto& values = hints_of(to).values;
    const auto known = values.find(key);
    if (known != values.end() && (value == "true" || value == "false")) known->second = value == "true";
  }
  return MPI_SUCCESS;
}

namespace api {

int comm_set_info(MPI_Comm comm, MPI_Info info) {
  Communicator* communicator = nullptr;
  if (int code = look_up_comm("comm", comm, &communicator)) return code;
  if (info == MPI_INFO_NULL) return fail_handle(comm, "info", info);
  return set_hints(comm, *communicator, info);
}

int comm_get_info(MPI_Comm comm, MPI_Info* info_used) {
  Communicator* communicator = nullptr;
  if (int code = look_up_comm("comm", comm, &communicator)) return code;
  if (int code = check_pointer(comm, "info_used", info_used)) return code;
  std::vector<Info::Entry> entries;
  for (const auto& [key, value] : hints_of(*communicator).values) entries.emplace_back(key, value ? "true" : "false");
  if (hints_of(*communicator).memory)
    entries.emplace_back("mpi_assert_memory_alloc_kinds", *hints_of(*communicator).memory);
  entries.emplace_back("mpi_memory_alloc_kinds", memory_alloc_kinds);
  *info_used = new_info(std::move(entries));
  return MPI_SUCCESS;
}

}  // namespace api
}  // namespace baton::mpi
