// SPDX-License-Identifier: BSD-3-Clause
// The table of performance variables. docs/tool_interface.md is made from it.
#include "mpi/tool_pvar_table.hpp"

#include <array>
#include <string>
#include <vector>

#include "collectives/explain.hpp"
#include "mpi/handles.hpp"

namespace baton::mpi::tool {
namespace {

using enum Behaviour;

const p2p::Counters& counters(const Origin& o) noexcept { return o.runtime.engine().counters(); }
transport::Traffic traffic(const Origin& o) noexcept { return o.runtime.wires().traffic(o.transport); }
transport::Holdings holdings(const Origin& o) noexcept { return o.runtime.wires().holdings(o.transport); }

constexpr int user = MPI_T_VERBOSITY_USER_BASIC;
constexpr int detail = MPI_T_VERBOSITY_USER_DETAIL;
constexpr int tuner = MPI_T_VERBOSITY_TUNER_BASIC;
constexpr int developer = MPI_T_VERBOSITY_MPIDEV_BASIC;

constexpr std::array engine_rows = std::to_array<Variable>({
    {"messages_sent", "messages that have left or been announced, those of collectives too", Category::point_to_point,
     counter, user, [](const Origin& o) { return counters(o).eager_sent + counters(o).rendezvous_sent; }},
    {"messages_sent_eager", "messages that were sent at once with their bytes", Category::point_to_point, counter,
     tuner, [](const Origin& o) { return counters(o).eager_sent; }},
    {"messages_sent_rendezvous", "messages that were announced, and whose bytes go when the receiver grants them",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).rendezvous_sent; }},
    {"messages_received", "messages that have arrived or been announced, those of collectives too",
     Category::point_to_point, counter, user, [](const Origin& o) { return counters(o).received; }},
    {"messages_pulled", "long messages that were read from the memory of their senders, by the kernel's copy",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).pulled; }},
    {"messages_mapped",
     "long messages whose last byte this process has copied from or to a pinned buffer of the other one, that it maps",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).mapped; }},
    {"bytes_mapped", "bytes that this process alone has copied from or to a pinned buffer of another one",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).mapped_bytes; }},
    {"bytes_joint", "this process's part of the bytes of messages between pinned buffers, which both sides copy",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).joint_bytes; }},
    {"messages_lent", "messages that were offered to be looked at where they lie, by the native API",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).lent; }},
    {"messages_borrowed", "messages that were looked at in the memory of their senders, by the native API",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).borrowed; }},
    {"bytes_borrowed", "bytes of the messages that were looked at in the memory of their senders",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).borrowed_bytes; }},
    {"bytes_sent", "bytes of the messages sent", Category::point_to_point, counter, user,
     [](const Origin& o) { return counters(o).bytes_sent; }},
    {"bytes_received", "bytes of the messages received", Category::point_to_point, counter, user,
     [](const Origin& o) { return counters(o).bytes_received; }},
    {"send_retries", "times that a first frame found no room in the transport and had to wait",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).retries; }},
    {"sleeps", "times that a wait gave up its core until a peer rang", Category::point_to_point, counter, tuner,
     [](const Origin& o) { return counters(o).sleeps; }},
    {"polls_yielded", "tests and probes in vain that gave up the core, on a node with more ranks than cores",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).polls_yielded; }},
    {"core_taken", "yields that let others run on a core that is, by the count, the rank's own; waits then do not spin",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).core_taken; }},
    {"overslept", "sleeps that their bound ended although there was something to do: lost wake-ups",
     Category::point_to_point, counter, developer, [](const Origin& o) { return counters(o).overslept; }},
    {"progress_thread_turns", "times that the progress thread moved something while the application computed",
     Category::point_to_point, counter, tuner, [](const Origin& o) { return counters(o).attended; }},
    {"sleep_time", "seconds that waits have slept, of all threads together", Category::point_to_point, time_ns, user,
     [](const Origin& o) { return counters(o).slept_ns; }},
    {"waiting", "how a rank waits: it spins, or it yields at once because the node has more ranks than cores",
     Category::point_to_point, state, tuner,
     [](const Origin& o) { return std::uint64_t{o.runtime.engine().options().oversubscribed ? 1U : 0U}; }, false,
     nullptr, Enumeration::waiting},
    {"messages_unexpected", "messages that arrived before their receive was posted", Category::matching, counter, user,
     [](const Origin& o) { return counters(o).unexpected; }},
    {"unexpected_queue_length", "messages that wait for a receive now", Category::matching, level, user,
     [](const Origin& o) { return std::uint64_t{o.runtime.engine().matcher().unexpected_count()}; }},
    {"unexpected_queue_peak", "the most messages that waited for a receive at one time", Category::matching, peak, user,
     [](const Origin& o) { return std::uint64_t{o.runtime.engine().matcher().unexpected_count()}; }},
    {"unexpected_queue_bytes", "memory of the messages that wait for a receive now", Category::matching, level, detail,
     [](const Origin& o) { return std::uint64_t{o.runtime.engine().unexpected_bytes()}; }},
    {"posted_queue_length", "receives that wait for a message now", Category::matching, level, user,
     [](const Origin& o) { return std::uint64_t{o.runtime.engine().matcher().posted_count()}; }},
    {"matching_attempts", "elements of the queues that were compared with a message or a receive", Category::matching,
     counter, tuner, [](const Origin& o) { return o.runtime.engine().matcher().attempts(); }},
    {"job_size", "processes of the job", Category::startup, size, user,
     [](const Origin& o) { return std::uint64_t{o.runtime.job().size}; }},
    {"comm_unexpected_queue_length", "messages of the communicator's point-to-point calls that wait for a receive now",
     Category::matching, level, detail,
     [](const Origin& o) { return o.runtime.engine().queue_lengths(o.communicator->context()).unexpected; }, true},
    {"comm_posted_queue_length", "receives of the communicator's point-to-point calls that wait for a message now",
     Category::matching, level, detail,
     [](const Origin& o) { return o.runtime.engine().queue_lengths(o.communicator->context()).posted; }, true},
    {"comm_collectives", "collective operations started on the communicator, those that make communicators too",
     Category::collectives, counter, user, [](const Origin& o) { return o.communicator->collectives(); }, true},
    {"comm_transports", "the transport that reaches each rank of the communicator, once it has been used",
     Category::transports, state, detail, nullptr, true, nullptr, Enumeration::routes,
     [](const Origin& o, std::int32_t rank) {
       return static_cast<std::uint64_t>(route_item(o.runtime.wires().known_route(o.communicator->peer(rank))));
     }},
});

/// What each transport has.
struct TransportRow {
  const char* description;
  Behaviour behaviour;
  int verbosity;
  std::uint64_t (*read)(const Origin& origin);
  std::array<const char*, 3> names;  // of self, shm and tcp; nullptr: it has none
};

constexpr std::array transport_rows = std::to_array<TransportRow>({
    {"frames that were sent: messages, their pieces, and control frames",
     counter,
     tuner,
     [](const Origin& o) { return traffic(o).frames_sent; },
     {"self_frames_sent", "shm_frames_sent", "tcp_frames_sent"}},
    {"bytes in the frames that were sent",
     counter,
     user,
     [](const Origin& o) { return traffic(o).bytes_sent; },
     {"self_bytes_sent", "shm_bytes_sent", "tcp_bytes_sent"}},
    {"frames that were received: messages, their pieces, and control frames",
     counter,
     tuner,
     [](const Origin& o) { return traffic(o).frames_received; },
     {"self_frames_received", "shm_frames_received", "tcp_frames_received"}},
    {"bytes in the frames that were received",
     counter,
     user,
     [](const Origin& o) { return traffic(o).bytes_received; },
     {"self_bytes_received", "shm_bytes_received", "tcp_bytes_received"}},
    {"memory of the rings or buffers that this process has made",
     level,
     user,
     [](const Origin& o) { return std::uint64_t{holdings(o).memory_bytes}; },
     {"self_memory", "shm_memory", "tcp_memory"}},
    {"peers with an open link",
     level,
     detail,
     [](const Origin& o) { return std::uint64_t{holdings(o).links}; },
     {nullptr, "shm_links", "tcp_links"}},
    {"segments that the kernel has sent again",
     counter,
     developer,
     [](const Origin& o) { return holdings(o).retransmits; },
     {nullptr, nullptr, "tcp_retransmits"}},
});

constexpr std::size_t row_count = [] {
  std::size_t count = engine_rows.size();
  for (const TransportRow& row : transport_rows) {
    for (const char* name : row.names) count += name != nullptr ? 1U : 0U;
  }
  return count;
}();

constexpr auto table = [] {
  std::array<Variable, row_count> all{};
  std::size_t at = 0;
  for (const Variable& row : engine_rows) all[at++] = row;
  constexpr std::array names{"self", "shm", "tcp"};
  constexpr std::array categories{Category::transport_self, Category::transport_shm, Category::transport_tcp};
  for (std::size_t transport = 0; transport < names.size(); ++transport) {
    for (const TransportRow& row : transport_rows) {
      if (row.names[transport] == nullptr) continue;
      all[at++] = {
          row.names[transport], row.description, categories[transport], row.behaviour, row.verbosity, row.read, false,
          names[transport]};
    }
  }
  return all;
}();

}  // namespace

std::span<const Variable> variables() noexcept {
  struct All {
    All() : rows(table.begin(), table.end()) {
      const auto& choices = collectives::choices();
      names.reserve(choices.size());
      for (std::size_t i = 0; i < choices.size(); ++i) {
        names.push_back(std::string(collectives::name_of(choices[i].collective)) + "_" + choices[i].algorithm->name);
        Variable row{names.back().c_str(),
                     "calls of a collective that took an algorithm, on this rank; starts of nonblocking and persistent "
                     "ones, too",
                     Category::algorithms,
                     counter,
                     tuner,
                     [](const Origin& o) { return o.runtime.registry().tally().calls(o.choice); }};
        row.choice = i;
        rows.push_back(row);
      }
    }
    std::vector<std::string> names;
    std::vector<Variable> rows;
  };
  static Immortal<All> all;
  return all->rows;
}

}  // namespace baton::mpi::tool
