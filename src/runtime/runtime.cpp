// SPDX-License-Identifier: BSD-3-Clause
#include "runtime/runtime.hpp"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <map>
#include <thread>

#include "base/clock.hpp"
#include "base/log.hpp"
#include "base/parameters.hpp"
#include "base/text.hpp"
#include "communicator/agreement.hpp"
#include "p2p/progress_thread.hpp"
#include "runtime/survey.hpp"
#include "topology/assemble.hpp"
#include "topology/discover.hpp"
#include "topology/home.hpp"

namespace baton::runtime {
namespace {

constexpr std::int64_t card_round_ns = 1'000'000'000;
constexpr int card_patience = 60;  // rounds until the user hears of it
constexpr std::int64_t goodbye_timeout_ns = 5'000'000'000;
constexpr std::size_t most_stranded = 4;       // sentences at the end
constexpr std::uint32_t progress_spins = 200;  // turns of the progress thread in vain: about 10 us

/// The same number for the same name, in the order of first appearance.
std::vector<std::uint32_t> numbered(const std::vector<std::string>& names) {
  std::map<std::string_view, std::uint32_t> seen;
  std::vector<std::uint32_t> numbers;
  for (const std::string& name : names)
    numbers.push_back(seen.emplace(name, static_cast<std::uint32_t>(seen.size())).first->second);
  return numbers;
}

std::uint64_t hash_of(std::string_view text) noexcept {
  std::uint64_t value = 0xCBF29CE484222325U;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return communicator::mix(value, text.size());
}

/// The words of a card are "name=value;"; this finds one value, "" when it is not there.
std::string_view word_of(std::string_view card, std::string_view name) noexcept {
  while (!card.empty()) {
    const std::string_view word = card.substr(0, card.find(';'));
    card.remove_prefix(std::min(card.size(), word.size() + 1));
    if (word.size() > name.size() && word.starts_with(name) && word[name.size()] == '=')
      return word.substr(name.size() + 1);
  }
  return {};
}

}  // namespace

/// What is known of where ranks stand.
struct Runtime::Places {
  topology::CpuSet own_cpus;
  std::map<p2p::PeerId, topology::LocalPlace> known;  // of local ranks that one has met, and of those asked for
  std::map<p2p::PeerId, std::string> cards;
};

Runtime::Runtime(std::unique_ptr<bootstrap::Bootstrap> bootstrap)
    : bootstrap_(std::move(bootstrap)), job_seed_(hash_of(bootstrap_->job().id)), places_(std::make_unique<Places>()) {}

Runtime::~Runtime() {
  progress_thread_.reset();
  engine_.reset();
  wires_.reset();
  if (!finalized_) [[maybe_unused]]
    const auto said = bootstrap_->finalize();
}

Result<std::unique_ptr<Runtime>> Runtime::start(Options options) {
  std::unique_ptr<bootstrap::Bootstrap> connected = std::move(options.bootstrap);
  if (connected == nullptr) {
    auto made = bootstrap::connect();
    if (!made) return made.error();
    connected = std::move(*made);
  }
  std::unique_ptr<Runtime> runtime(new Runtime(std::move(connected)));
  if (auto opened = runtime->open(options); !opened) return opened.error();
  return runtime;
}

Status Runtime::open(const Options& options) {
  const bootstrap::Job& job = bootstrap_->job();
  if (auto read = registry_.read_tuning(); !read) return read.error();
  settings_ = communicator::settings_word(registry_.tuning());
  card_key_ = options.incarnation == 0 ? "card" : fmt::format("card{}", options.incarnation);
  transport::Wires::Options wiring;
  wiring.self = job.rank;
  wiring.size = job.size;
  wiring.job_id = job.id;
  wiring.local_ranks = job.local_ranks;
  wiring.directory = [this](p2p::PeerId rank) { return card_of_partner(rank); };
  wiring.mode = options.transport.empty() ? parameter_text("TRANSPORT") : options.transport;
  wiring.pool = options.pool;
  auto wires = transport::Wires::open(std::move(wiring));
  if (!wires) return wires.error();
  wires_ = std::move(*wires);

  std::string card = wires_->card();
  const auto cpus = topology::allowed_cpus();
  if (cpus) {
    places_->own_cpus = *cpus;
    if (!card.empty()) card += ';';
    card += "cpus=" + cpus->text();
  }
  if (!settings_.empty()) card += (card.empty() ? "same=" : ";same=") + settings_;
  if (job.size > 1) {
    if (auto put = bootstrap_->put(card_key_, card); !put) return put.error();
    if (auto committed = bootstrap_->commit(); !committed) return committed.error();
    if (!bootstrap_->get_waits()) {
      if (auto fenced = bootstrap_->fence(); !fenced) return fenced.error();
      wires_->set_local_ranks(bootstrap_->job().local_ranks);
    }
  } else {
    places_->cards.emplace(job.rank, card);  // not published: nobody must wait for it
  }
  // More ranks than this rank's node can run at once: known from the counts now, from the cpusets of the peers as they
  // are met.
  const std::size_t local = bootstrap_->job().local_ranks.size();
  const topology::CpuSet shared = cpus ? topology::cpus_of_job(*cpus) : topology::CpuSet();
  oversubscribed_ = cpus && cpus->size() > 1 && local > shared.size();
  const bool crowded = local > topology::online_cpus();
  oversubscribed_ = oversubscribed_ || crowded;
  std::vector<p2p::PeerId> node = bootstrap_->job().local_ranks;
  std::sort(node.begin(), node.end());
  registry_.set_surveyor(std::make_unique<Survey>(node, crowded));
  registry_.set_node(std::move(node), crowded);
  registry_.set_nodes_source([this] { return nodes_of_job(); });

  p2p::EngineOptions engine;
  engine.pool = options.pool;
  const auto attended = parameter_flag("PROGRESS_THREAD");
  if (!attended) return attended.error();
  const bool progress_thread = options.progress_thread || *attended.operator->();
  engine.threaded = options.threaded || progress_thread;
  engine.oversubscribed = oversubscribed_;
  const auto eager = parameter_bytes("EAGER_BYTES");
  if (!eager) return eager.error();
  engine.eager_bytes = *eager.operator->();
  const auto budget = parameter_bytes("EAGER_BUDGET");
  if (!budget) return budget.error();
  engine.budget_bytes = *budget.operator->();
  const auto spin = parameter_count("SPIN");
  if (!spin) return spin.error();
  engine.spin_turns = static_cast<std::uint32_t>(std::clamp<std::int64_t>(*spin.operator->(), 0, 1'000'000'000));
  engine_ = std::make_unique<p2p::Engine>(*wires_, job.rank, job.size, engine);
  engine_->set_stalled_hook([this](std::int64_t stalled_ns) { stalled(stalled_ns); });
  if (oversubscribed_ && cpus && *cpus == shared && shared.size() > 1 && !options.threaded) find_home(shared);
  if (!progress_thread) return {};
  // It may spin for moments where neither this rank nor another one has a use for the core.
  p2p::ProgressThreadOptions attendance;
  if (cpus && cpus->size() > 1 && 2 * local <= topology::online_cpus()) attendance.spin_turns = progress_spins;
  progress_thread_ = std::make_unique<p2p::ProgressThread>(*engine_, attendance);
  return progress_thread_->start();
}

/// Nobody has bound the ranks of this crowded node.
void Runtime::find_home(const topology::CpuSet& cpus) {
  std::vector<p2p::PeerId> node = job().local_ranks;
  std::sort(node.begin(), node.end());
  const auto self = std::lower_bound(node.begin(), node.end(), job().rank);
  if (self == node.end() || *self != job().rank) return;
  topology::Home home(cpus, static_cast<std::size_t>(self - node.begin()), node.size());
  (void)home.come_back();
  engine_->set_crowded_hook([home = std::move(home)]() mutable { (void)home.come_back(); });
}

Result<std::string> Runtime::card_of(p2p::PeerId rank) {
  std::unique_lock lock(bootstrap_mutex_);
  if (const auto known = places_->cards.find(rank); known != places_->cards.end()) return known->second;
  auto card = bootstrap_->get(rank, card_key_, card_round_ns);
  // A rank that starts late, or is stopped while it starts, is no loss; the launcher ends the job when one dies. Rounds
  // are counted, not timed: this process may have been stopped too.
  for (int round = 1; !card && bootstrap_->get_waits() && bootstrap_->launcher_lives(); ++round) {
    const Code why = card.error().code;
    if (why != Code::timed_out && why != Code::not_found) break;
    if (round % card_patience == 0) {
      log::write(log::Level::warn, "rank {} has not said in {} s where it can be reached; this rank waits for it", rank,
                 round * (card_round_ns / 1'000'000'000));
    }
    lock.unlock();  // whoever ends the job must get through
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    lock.lock();
    card = bootstrap_->get(rank, card_key_, card_round_ns);
  }
  if (!card) return card.error();
  places_->cards.emplace(rank, *card);
  learn_place(rank, *card);
  return std::move(*card);
}

Result<std::string> Runtime::card_of_partner(p2p::PeerId rank) {
  auto card = card_of(rank);
  if (card) {
    if (const auto error = communicator::disagreement(settings_, word_of(*card, "same"))) return *error;
  }
  return card;
}

void Runtime::learn_place(p2p::PeerId rank, std::string_view card) {
  const auto& local = bootstrap_->job().local_ranks;
  if (oversubscribed_ || rank == job().rank || !std::binary_search(local.begin(), local.end(), rank)) return;
  auto cpus = topology::CpuSet::parse(word_of(card, "cpus"));
  if (!cpus) return;
  places_->known[rank].cpus = *cpus;
  std::vector<topology::CpuSet> sets{places_->own_cpus};
  for (const auto& [peer, place] : places_->known) sets.push_back(place.cpus);
  if (topology::oversubscribed(sets)) {
    oversubscribed_ = true;
    if (engine_ != nullptr) engine_->set_oversubscribed(true);
  }
}

Result<communicator::Ref> Runtime::make_world(std::uint64_t use) {
  return communicator::Communicator::make(*engine_, registry_, communicator::mix(job_seed_, 2 * use),
                                          communicator::Group::contiguous(0, static_cast<std::int32_t>(job().size)),
                                          static_cast<std::int32_t>(job().rank));
}

Result<communicator::Ref> Runtime::make_self(std::uint64_t use) {
  return communicator::Communicator::make(*engine_, registry_, communicator::mix(job_seed_, 2 * use + 1),
                                          communicator::Group::contiguous(job().rank, 1), 0);
}

std::string Runtime::host_of(p2p::PeerId rank) {
  const std::lock_guard lock(bootstrap_mutex_);
  return bootstrap_->host_of(rank);
}

/// From what every rank is told alike. Where a name is missing on one of them, as it may be, nobody may use the rest.
std::vector<std::uint32_t> Runtime::nodes_of_job() {
  std::vector<std::string> hosts;
  for (std::uint32_t process = 0; process < job().size; ++process) {
    hosts.push_back(host_of(process));
    if (hosts.back().empty()) return {};
  }
  return numbered(hosts);
}

std::vector<std::uint32_t> Runtime::nodes(const communicator::Group& group) {
  std::vector<std::string> hosts;
  const auto& local = job().local_ranks;
  for (std::int32_t rank = 0; rank < group.size(); ++rank) {
    const p2p::PeerId process = group.process(rank);
    const bool here = std::binary_search(local.begin(), local.end(), process);
    std::string host = here ? job().host : host_of(process);
    hosts.push_back(host.empty() ? fmt::format("#{}", process) : std::move(host));
  }
  return numbered(hosts);
}

/// On a machine that HWLOC_SYNTHETIC or HWLOC_XMLFILE describes: the ranks of a node are spread evenly over its cores.
void Runtime::pretend(const topology::Machine& machine, const communicator::Group& group,
                      std::vector<topology::LocalPlace>& places) {
  const auto all = communicator::Group::contiguous(0, static_cast<std::int32_t>(job().size));
  const std::vector<std::uint32_t> node_of = nodes(all);
  std::map<std::uint32_t, std::uint32_t> count;
  std::vector<std::uint32_t> index;
  for (const std::uint32_t node : node_of) index.push_back(count[node]++);
  for (std::int32_t rank = 0; rank < group.size(); ++rank) {
    const p2p::PeerId process = group.process(rank);
    auto& place = places[static_cast<std::size_t>(rank)];
    place.cpus = machine.share(index[process], count[node_of[process]]);
    place.place = machine.locate(place.cpus);
  }
}

topology::Hierarchy Runtime::hierarchy(const communicator::Group& group) {
  std::vector<topology::LocalPlace> places(static_cast<std::size_t>(group.size()));
  auto machine = topology::Machine::load();
  if (!machine) log::write(log::Level::warn, "ranks are grouped by node only: {}", machine.error().what);
  if (machine && !machine->is_this_system()) {
    pretend(*machine, group, places);
    return topology::assemble(places, nodes(group), static_cast<std::uint32_t>(std::max(group.rank_of(job().rank), 0)));
  }
  for (std::int32_t rank = 0; rank < group.size(); ++rank) {
    auto& place = places[static_cast<std::size_t>(rank)];
    const auto card = card_of(group.process(rank));
    if (!card) continue;
    auto cpus = topology::CpuSet::parse(word_of(*card.operator->(), "cpus"));
    if (!cpus) continue;
    place.cpus = *cpus;
    // Nodes of a job are taken to be alike: the coordinates of a remote rank come from this node's machine.
    if (machine) place.place = machine->locate(place.cpus);
  }
  const std::int32_t self = std::max(group.rank_of(job().rank), 0);
  return topology::assemble(places, nodes(group), static_cast<std::uint32_t>(self));
}

void Runtime::stalled(std::int64_t) {
  if (!bootstrap_->launcher_lives()) {
    log::write(log::Level::error, "the launcher of this job has ended without ending this rank; it ends itself");
    ::_exit(EXIT_FAILURE);
  }
  // A rank that only waits for living ranks would never hear of a death: links to the next ranks, and to those of this
  // node, end when their process ends. If everyone does that, every death is heard by someone, who ends the job or
  // reports it.
  const bootstrap::Job& here = job();
  for (std::uint32_t step = 1; step <= 2 && step < here.size; ++step) wires_->watch((here.rank + step) % here.size);
  if (here.local_ranks.size() <= 64) {
    for (const std::uint32_t rank : here.local_ranks) {
      if (rank != here.rank) wires_->watch(rank);
    }
  }
}

Status Runtime::barrier() {
  // Dissemination (Hensgen, Finkel, Manber 1988) on a context of its own.
  const std::uint32_t size = job().size;
  const std::uint32_t rank = job().rank;
  const datatype::Datatype& byte = datatype::builtin(datatype::Kind::byte);
  const std::uint64_t context = (communicator::mix(job_seed_, 0x46696E616C697A65U) >> 18) << 2;
  for (std::uint32_t step = 1; step < size; step *= 2) {
    p2p::Request in;
    p2p::Request out;
    const p2p::PeerId to = (rank + step) % size;
    const p2p::PeerId from = (rank + size - step) % size;
    const auto tag = static_cast<std::int32_t>(step);
    engine_->receive(in, {nullptr, 0, &byte, from, {context, static_cast<std::int32_t>(from), tag}});
    engine_->send(out,
                  {nullptr, 0, &byte, to, {context, static_cast<std::int32_t>(rank), tag}, p2p::SendMode::standard});
    engine_->wait(out);
    engine_->wait(in);
    if (!out.outcome().error.ok()) return out.outcome().error;
    if (!in.outcome().error.ok()) return in.outcome().error;
  }
  return {};
}

Status Runtime::go_on() {
  rests_ = false;
  return progress_thread_ != nullptr ? progress_thread_->start() : Status{};
}

Status Runtime::rest() {
  if (progress_thread_ != nullptr) progress_thread_->stop();
  const p2p::Engine::Guard guard(*engine_);
  engine_->set_resting(true);
  const Status met = barrier();
  flush();
  engine_->set_resting(false);
  rests_ = true;
  return met;
}

void Runtime::flush() noexcept {
  const std::int64_t deadline = now_ns() + goodbye_timeout_ns;
  while (!engine_->flushed() && now_ns() < deadline) {
    if (!engine_->progress()) sched_yield();
  }
}

Status Runtime::finalize() {
  if (progress_thread_ != nullptr) progress_thread_->stop();
  Status left;
  {
    const p2p::Engine::Guard guard(*engine_);
    engine_->set_resting(true);
    if (!rests_) left = barrier();
    engine_->say_goodbye();
    flush();
    for (const Error& each : engine_->stranded(most_stranded)) {
      log::write(log::Level::warn, "results of this job may be wrong: {}", each.what);
    }
  }
  // Somebody died: the launcher goes on listening, so that the caller's error can end the job for everyone.
  if (!left && left.error().code == Code::peer_lost) return left;
  wires_->close(goodbye_timeout_ns);
  const std::lock_guard lock(bootstrap_mutex_);
  finalized_ = true;
  const Status said = bootstrap_->finalize();
  if (!left) return left.error();
  return said ? Status{} : Status{said.error()};
}

void Runtime::abort(int code, std::string_view text) {
  const std::lock_guard lock(bootstrap_mutex_);
  bootstrap_->abort(code, text);
}

}  // namespace baton::runtime
