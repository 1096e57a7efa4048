// SPDX-License-Identifier: BSD-3-Clause
// Categories (MPI 5.0, 15.3.9): what variables and events are about. Fixed: nothing is added while a program runs.
#include <array>
#include <span>

#include "mpi/generated/api_tool.hpp"
#include "mpi/tool.hpp"

namespace baton::mpi::tool {
namespace {

struct Row {
  const char* name;
  const char* description;
  std::span<const int> children;  // indices of categories
};

constexpr int transports[] = {static_cast<int>(Category::transport_self), static_cast<int>(Category::transport_shm),
                              static_cast<int>(Category::transport_tcp)};

constexpr int algorithms[] = {static_cast<int>(Category::algorithms)};

/// In the order of Category.
constexpr auto rows = std::to_array<Row>({
    {"point_to_point", "messages between two ranks: protocols, amounts, waiting", {}},
    {"matching", "the queues in which messages and receives meet", {}},
    {"collectives", "collective operations and how they are carried out", algorithms},
    {"algorithms", "how often each algorithm of a collective was taken: <collective>_<algorithm>", {}},
    {"transports", "the ways by which ranks reach each other", transports},
    {"transport_self", "messages of a rank to itself", {}},
    {"transport_shm", "shared memory, between ranks of one node", {}},
    {"transport_tcp", "TCP, between ranks of different nodes", {}},
    {"startup", "the job and its launcher", {}},
    {"diagnosis", "what Baton says and checks", {}},
});
constexpr int row_count = static_cast<int>(rows.size());

/// A kind of member: how many there are, and in which category each is.
struct Members {
  int (*count)() noexcept;
  Category (*category)(int index) noexcept;
};
constexpr Members cvars{cvar_count, cvar_category};
constexpr Members pvars{pvar_count, pvar_category};
constexpr Members events{event_count, event_category};

int count_in(const Members& members, int category) noexcept {
  int count = 0;
  for (int index = 0; index < members.count(); ++index) {
    if (static_cast<int>(members.category(index)) == category) ++count;
  }
  return count;
}

/// The first `length` members of a category.
int list(const Members& members, int category, int length, int* indices) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (category < 0 || category >= row_count) return MPI_T_ERR_INVALID_INDEX;
  if (length < 0 || (indices == nullptr && length > 0)) return MPI_T_ERR_INVALID;
  for (int index = 0, at = 0; index < members.count() && at < length; ++index) {
    if (static_cast<int>(members.category(index)) == category) indices[at++] = index;
  }
  return MPI_SUCCESS;
}

}  // namespace
}  // namespace baton::mpi::tool

namespace baton::mpi::api {

using namespace tool;

int t_category_get_num(int* num_cat) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (num_cat == nullptr) return MPI_T_ERR_INVALID;
  *num_cat = row_count;
  return MPI_SUCCESS;
}

int t_category_get_info(int cat_index, char* name, int* name_len, char* desc, int* desc_len, int* num_cvars,
                        int* num_pvars, int* num_categories) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (cat_index < 0 || cat_index >= row_count) return MPI_T_ERR_INVALID_INDEX;
  const Row& row = rows[static_cast<std::size_t>(cat_index)];
  give_text(row.name, name, name_len);
  give_text(row.description, desc, desc_len);
  give(num_cvars, count_in(cvars, cat_index));
  give(num_pvars, count_in(pvars, cat_index));
  give(num_categories, static_cast<int>(row.children.size()));
  return MPI_SUCCESS;
}

int t_category_get_num_events(int cat_index, int* num_events) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (cat_index < 0 || cat_index >= row_count) return MPI_T_ERR_INVALID_INDEX;
  if (num_events == nullptr) return MPI_T_ERR_INVALID;
  *num_events = count_in(events, cat_index);
  return MPI_SUCCESS;
}

int t_category_get_index(const char* name, int* cat_index) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (name == nullptr || cat_index == nullptr) return MPI_T_ERR_INVALID;
  for (int index = 0; index < row_count; ++index) {
    if (std::string_view(rows[static_cast<std::size_t>(index)].name) != name) continue;
    *cat_index = index;
    return MPI_SUCCESS;
  }
  return MPI_T_ERR_INVALID_NAME;
}

int t_category_get_cvars(int cat_index, int len, int indices[]) { return list(cvars, cat_index, len, indices); }
int t_category_get_pvars(int cat_index, int len, int indices[]) { return list(pvars, cat_index, len, indices); }
int t_category_get_events(int cat_index, int len, int indices[]) { return list(events, cat_index, len, indices); }

int t_category_get_categories(int cat_index, int len, int indices[]) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (cat_index < 0 || cat_index >= row_count) return MPI_T_ERR_INVALID_INDEX;
  if (len < 0 || (indices == nullptr && len > 0)) return MPI_T_ERR_INVALID;
  int at = 0;
  for (const int child : rows[static_cast<std::size_t>(cat_index)].children) {
    if (at < len) indices[at++] = child;
  }
  return MPI_SUCCESS;
}

int t_category_changed(int* update_number) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (update_number == nullptr) return MPI_T_ERR_INVALID;
  *update_number = 0;
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
