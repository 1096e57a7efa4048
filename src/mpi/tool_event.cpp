// SPDX-License-Identifier: BSD-3-Clause
// From the engine's news to the users' callbacks. See tool_event.hpp.
#include "mpi/tool_event.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/clock.hpp"
#include "mpi/process.hpp"

namespace baton::mpi::tool {
namespace {

struct Unexpected {
  int source;
  int tag;
  MPI_Count bytes;
  MPI_Count queue_length;
};
struct Met {
  int rank;
  int transport;
};
struct Lost {
  int rank;
  int ending;
};

const Element unexpected_elements[] = {
    {MPI_INT, offsetof(Unexpected, source), sizeof(int)},
    {MPI_INT, offsetof(Unexpected, tag), sizeof(int)},
    {MPI_COUNT, offsetof(Unexpected, bytes), sizeof(MPI_Count)},
    {MPI_COUNT, offsetof(Unexpected, queue_length), sizeof(MPI_Count)},
};
const Element met_elements[] = {{MPI_INT, offsetof(Met, rank), sizeof(int)},
                                {MPI_INT, offsetof(Met, transport), sizeof(int)}};
const Element lost_elements[] = {{MPI_INT, offsetof(Lost, rank), sizeof(int)},
                                 {MPI_INT, offsetof(Lost, ending), sizeof(int)}};

/// In the order of News::Kind.
const auto types = std::to_array<EventType>({
    {"unexpected_message", "a point-to-point message on the communicator came before its receive was posted",
     Category::matching, MPI_T_VERBOSITY_USER_DETAIL, true, unexpected_elements, sizeof(Unexpected),
     Enumeration::unexpected_elements},
    {"peer_met", "the first message or control frame to or from a rank of the job; ranks are those of the whole job",
     Category::transports, MPI_T_VERBOSITY_USER_DETAIL, false, met_elements, sizeof(Met), Enumeration::met_elements},
    {"peer_lost", "a rank of the job can be reached no more: it has finished, or its process or link is lost",
     Category::transports, MPI_T_VERBOSITY_USER_BASIC, false, lost_elements, sizeof(Lost), Enumeration::lost_elements},
});

constinit Immortal<HandleTable<MPI_T_event_registration, std::shared_ptr<Registration>>> registration_table;
constinit Immortal<HandleTable<MPI_T_event_instance, Occurrence>> occurrence_table;

/// One delivery at a time; a callback may free its own registration.
std::recursive_mutex& delivery() noexcept {
  static Immortal<std::recursive_mutex> mutex;
  return *mutex;
}
thread_local bool delivers = false;

template <class T>
void fill(Occurrence& occurrence, const T& data) noexcept {
  static_assert(sizeof data <= sizeof occurrence.data);
  std::memcpy(occurrence.data.data(), &data, sizeof data);
}

Occurrence occurrence_of(const p2p::News& news, runtime::Runtime& runtime) noexcept {
  Occurrence occurrence;
  occurrence.type = static_cast<int>(news.kind);
  occurrence.timestamp = now_ns();
  const int rank = static_cast<int>(news.peer);
  switch (news.kind) {
    case p2p::News::Kind::unexpected:
      fill(occurrence, Unexpected{news.envelope.source, news.envelope.tag, news.bytes,
                                  static_cast<MPI_Count>(runtime.engine().matcher().unexpected_count())});
      break;
    case p2p::News::Kind::met: fill(occurrence, Met{rank, route_item(runtime.wires().known_route(news.peer))}); break;
    case p2p::News::Kind::lost: fill(occurrence, Lost{rank, news.orderly ? 1 : 0}); break;
  }
  return occurrence;
}

/// The callback with the lowest sufficient safety; nullptr when there is none.
const Registration::Callback* callback_for(const Registration& registration, MPI_T_cb_safety needed) noexcept {
  for (std::size_t place = 0; place < safety_levels.size(); ++place) {
    if (safety_levels[place] >= needed && registration.callbacks[place].function != nullptr)
      return &registration.callbacks[place];
  }
  return nullptr;
}

void call(const Registration& registration, const Registration::Callback& callback, MPI_T_cb_safety safety,
          Occurrence& occurrence) {
  const MPI_T_event_instance handle = occurrences().insert(&occurrence);
  callback.function(handle, registration.handle, safety, callback.user_data);
  occurrences().erase(handle);
}

/// The engine's hook: under its lock, on whatever thread makes progress.
void hear(void* context, const p2p::News& news) noexcept {
  auto& runtime = *static_cast<runtime::Runtime*>(context);
  const MPI_T_cb_safety needed =
      runtime.engine().threaded() ? MPI_T_CB_REQUIRE_THREAD_SAFE : MPI_T_CB_REQUIRE_MPI_RESTRICTED;
  Occurrence occurrence = occurrence_of(news, runtime);
  std::vector<std::pair<std::shared_ptr<Registration>, Registration::Callback>> now;
  bool later = false;
  {
    const Access access;
    if (access.code() != MPI_SUCCESS) return;
    registrations().for_each([&](MPI_T_event_registration, const std::shared_ptr<Registration>& each) {
      if (each->type != occurrence.type) return;
      if (event_types()[static_cast<std::size_t>(each->type)].bound && each->context != news.envelope.context) return;
      if (const auto* callback = callback_for(*each, needed)) {
        now.emplace_back(each, *callback);
      } else if (callback_for(*each, MPI_T_CB_REQUIRE_NONE) != nullptr) {
        later = true;
        if (each->waiting.size() < Registration::most_waiting) {
          each->waiting.push_back(occurrence);
        } else {
          ++each->dropped;
        }
      }
    });
  }
  if (later) news_at_gate();
  const CallbackScope scope;
  for (const auto& [registration, callback] : now) call(*registration, callback, needed, occurrence);
}

/// Takes what waits for one registration.
struct Waiting {
  std::shared_ptr<Registration> registration;
  std::deque<Occurrence> occurrences;
  MPI_Count dropped = 0;
};

std::vector<Waiting> take_waiting() {
  std::vector<Waiting> taken;
  const Access access;
  if (access.code() != MPI_SUCCESS) return taken;
  registrations().for_each([&](MPI_T_event_registration, const std::shared_ptr<Registration>& each) {
    if (each->waiting.empty() && each->dropped == 0) return;
    taken.push_back({each, std::exchange(each->waiting, {}), std::exchange(each->dropped, 0)});
  });
  return taken;
}

}  // namespace

std::span<const EventType> event_types() noexcept { return types; }
int event_count() noexcept { return static_cast<int>(types.size()); }
Category event_category(int index) noexcept { return types[static_cast<std::size_t>(index)].category; }

HandleTable<MPI_T_event_registration, std::shared_ptr<Registration>>& registrations() noexcept {
  return *registration_table;
}
HandleTable<MPI_T_event_instance, Occurrence>& occurrences() noexcept { return *occurrence_table; }

void listen(runtime::Runtime* runtime) {
  if (runtime == nullptr) return;
  const bool anyone = registrations().size() > 0;
  runtime->engine().set_news_hook(anyone ? hear : nullptr, runtime);
}

void attach_events(runtime::Runtime& runtime) { listen(&runtime); }

void free_events() {
  registrations().for_each(
      [](MPI_T_event_registration handle, std::shared_ptr<Registration>&) { delete registrations().erase(handle); });
}

void deliver_events() {
  if (delivers) return;  // a callback has called MPI
  const std::lock_guard one_at_a_time(delivery());
  delivers = true;
  for (Waiting& each : take_waiting()) {
    const Registration& registration = *each.registration;
    const auto* callback = callback_for(registration, MPI_T_CB_REQUIRE_NONE);
    if (callback == nullptr) continue;
    const Registration::Callback calls = *callback;  // it may register another
    if (each.dropped != 0 && registration.dropped_handler != nullptr) {
      registration.dropped_handler(each.dropped, registration.handle, engine_source, MPI_T_CB_REQUIRE_NONE,
                                   calls.user_data);
    }
    for (Occurrence& occurrence : each.occurrences) call(registration, calls, MPI_T_CB_REQUIRE_NONE, occurrence);
  }
  delivers = false;
}

void drop_events() {
  const CallbackScope scope;
  for (const Waiting& each : take_waiting()) {
    const Registration& registration = *each.registration;
    const auto* callback = callback_for(registration, MPI_T_CB_REQUIRE_NONE);
    if (callback == nullptr || registration.dropped_handler == nullptr) continue;
    registration.dropped_handler(each.dropped + static_cast<MPI_Count>(each.occurrences.size()), registration.handle,
                                 engine_source, MPI_T_CB_REQUIRE_MPI_RESTRICTED, callback->user_data);
  }
}

}  // namespace baton::mpi::tool
