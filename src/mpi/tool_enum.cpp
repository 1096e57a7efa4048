// SPDX-License-Identifier: BSD-3-Clause
// Enumerations of the tool information interface (MPI 5.0, 15.3.5): names of the values of state variables, and of the
// elements of events. A handle is the place of its table, counted from 1; nothing is allocated.
#include <span>

#include "mpi/generated/api_tool.hpp"
#include "mpi/tool.hpp"

namespace baton::mpi::tool {
namespace {

struct Item {
  int value;
  const char* name;
};
struct Table {
  const char* name;
  std::span<const Item> items;
};

constexpr Item routes[] = {{0, "unknown"}, {1, "self"}, {2, "shm"}, {3, "tcp"}, {4, "none"}};
constexpr Item waiting[] = {{0, "spins"}, {1, "yields"}};
constexpr Item endings[] = {{0, "lost"}, {1, "finished"}};
constexpr Item unexpected_elements[] = {{0, "source"}, {1, "tag"}, {2, "bytes"}, {3, "queue_length"}};
constexpr Item met_elements[] = {{0, "rank"}, {1, "transport"}};
constexpr Item lost_elements[] = {{0, "rank"}, {1, "ending"}};

/// In the order of Enumeration.
constexpr Table tables[] = {
    {"transport of a peer", routes},        {"how a rank waits", waiting},
    {"how a peer ended", endings},          {"elements of unexpected_message", unexpected_elements},
    {"elements of peer_met", met_elements}, {"elements of peer_lost", lost_elements},
};

const Table* table_of(MPI_T_enum handle) noexcept {
  const auto place = reinterpret_cast<std::uintptr_t>(handle);
  return place >= 1 && place <= std::size(tables) ? &tables[place - 1] : nullptr;
}

}  // namespace

MPI_T_enum handle_of(Enumeration enumeration) noexcept {
  return reinterpret_cast<MPI_T_enum>(static_cast<std::uintptr_t>(enumeration));
}

int route_item(std::string_view transport) noexcept {
  for (const Item& item : routes) {
    if (transport == item.name) return item.value;
  }
  return transport.empty() ? 4 : 0;
}

}  // namespace baton::mpi::tool

namespace baton::mpi::api {

int t_enum_get_info(MPI_T_enum enumtype, int* num, char* name, int* name_len) {
  const tool::Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const tool::Table* table = tool::table_of(enumtype);
  if (table == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  tool::give(num, static_cast<int>(table->items.size()));
  tool::give_text(table->name, name, name_len);
  return MPI_SUCCESS;
}

int t_enum_get_item(MPI_T_enum enumtype, int indx, int* value, char* name, int* name_len) {
  const tool::Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const tool::Table* table = tool::table_of(enumtype);
  if (table == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  // MPI_T_ERR_INVALID_ITEM is deprecated since MPI 4.0.
  if (indx < 0 || static_cast<std::size_t>(indx) >= table->items.size()) return MPI_T_ERR_INVALID_INDEX;
  const tool::Item& item = table->items[static_cast<std::size_t>(indx)];
  tool::give(value, item.value);
  tool::give_text(item.name, name, name_len);
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
