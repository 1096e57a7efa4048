// SPDX-License-Identifier: BSD-3-Clause
// Hints of communicators (MPI 5.0, 7.4.4), and what other chapters ask of info objects.
#include "mpi/hints.hpp"

#include <map>

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
};

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
  if (extension_of(from).hints) hints_of(to).values = hints_of(from).values;
  return MPI_SUCCESS;
}

int set_hints(MPI_Comm where, Communicator& to, MPI_Info info) {
  if (info == MPI_INFO_NULL) return MPI_SUCCESS;
  const Info* object = infos().lookup(info);
  if (object == nullptr) return fail_handle(where, "info", info);
  for (const auto& [key, value] : object->entries()) {
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
  *info_used = new_info(std::move(entries));
  return MPI_SUCCESS;
}

}  // namespace api
}  // namespace baton::mpi
