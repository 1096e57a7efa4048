// SPDX-License-Identifier: BSD-3-Clause
// Routes: which transport reaches a peer, found once at first contact. And what all transports share: sleep and end.
#include "transport/wires.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/parameters.hpp"
#include "base/text.hpp"
#include "transport/card.hpp"

namespace baton::transport {
namespace {

// Polls between two of tcp that find nothing. Its own poll is a system call.
constexpr std::uint32_t patience_alone = 0;     // no peer is reached otherwise
constexpr std::uint32_t patience_beside = 15;   // some are
constexpr std::uint32_t patience_unused = 255;  // none is reached by tcp
constexpr std::int64_t retry_ns = 1'000'000;

struct Discard final : Sink {
  void frame(PeerId, const Header&, std::span<const std::byte>) noexcept override {}
  std::byte* place(PeerId, const Header&, std::size_t) noexcept override { return nullptr; }
  void landed(PeerId, const Header&, std::size_t) noexcept override {}
  void sent(Token) noexcept override {}
  void lost(PeerId, Error) noexcept override {}
};

}  // namespace

Wires::Wires(Options options)
    : options_(std::move(options)), routes_(options_.size, Route::unknown), self_(options_.self) {}

Wires::~Wires() = default;

Result<std::unique_ptr<Wires>> Wires::open(Options options) {
  if (options.mode.empty()) options.mode = "auto";
  const bool shm_only = options.mode == "shm";
  const bool tcp_only = options.mode == "tcp";
  if (!shm_only && !tcp_only && options.mode != "auto") {
    return make_error(Code::invalid_argument, "BATON_TRANSPORT='{}' is not auto, shm or tcp", options.mode);
  }
  std::sort(options.local_ranks.begin(), options.local_ranks.end());
  std::unique_ptr<Wires> wires(new Wires(std::move(options)));
  const Options& has = wires->options_;
  wires->routes_[has.self] = Route::self;
  auto bell = Bell::open();
  if (!bell) return bell.error();
  wires->bell_ = std::move(*bell);
  if (has.sim != nullptr) {
    wires->sim_ = std::make_unique<Sim>(has.sim, has.self);
    std::replace(wires->routes_.begin(), wires->routes_.end(), Route::unknown, Route::sim);
    return wires;
  }
  if (has.size == 1) return wires;

  if (!tcp_only) {
    const auto pull = parameter_flag("SHM_PULL");
    if (!pull) return pull.error();
    auto shm = Shm::open({has.self, has.size, has.directory, *pull, has.pool}, *wires->bell_);
    if (!shm) return shm.error();
    wires->shm_ = std::move(*shm);
  }
  if (!shm_only) {
    Tcp::Options settings;
    settings.self = has.self;
    settings.size = has.size;
    settings.job_id = has.job_id;
    settings.directory = has.directory;
    settings.interfaces = parameter_text("TCP_INTERFACES");
    const auto patience = parameter_seconds("CONNECT_TIMEOUT");
    if (!patience) return patience.error();
    settings.connect_timeout_ns = static_cast<std::int64_t>(patience.value() * 1e9);
    auto tcp = Tcp::open(std::move(settings));
    if (tcp) {
      wires->tcp_ = std::move(*tcp);
      if (auto watched = wires->bell_->add_waker(wires->tcp_->event_fd()); !watched) return watched.error();
    } else if (tcp_only || has.local_ranks.size() < has.size) {
      return tcp.error();  // on one node alone, the network may be missing
    }
  }
  wires->set_tcp_patience();
  return wires;
}

void Wires::set_local_ranks(std::vector<std::uint32_t> ranks) {
  std::sort(ranks.begin(), ranks.end());
  options_.local_ranks = std::move(ranks);
  set_tcp_patience();
}

void Wires::set_tcp_patience() noexcept {
  if (tcp_ == nullptr) return;
  const bool alone = shm_ == nullptr || options_.local_ranks.size() <= 1;
  if (alone) {
    tcp_patience_ = patience_alone;
  } else {
    tcp_patience_ = uses_tcp_ ? patience_beside : patience_unused;
  }
  tcp_interval_ = std::min(tcp_interval_, tcp_patience_);
  tcp_in_ = std::min(tcp_in_, tcp_interval_);
}

std::string Wires::card() const {
  std::string text;
  if (shm_ != nullptr) text += std::string(Shm::name) + "=" + shm_->card();
  if (tcp_ != nullptr) {
    if (!text.empty()) text += ";";
    text += std::string(Tcp::name) + "=" + tcp_->card();
  }
  return text;
}

Wires::Route Wires::find_route(PeerId peer) noexcept {
  Route& by = routes_[peer];
  by = Route::tcp;
  const auto& local = options_.local_ranks;
  const bool near = std::binary_search(local.begin(), local.end(), peer);
  if (shm_ != nullptr && (near || tcp_ == nullptr)) {
    const auto card = options_.directory(peer);
    if (!card) {
      by = Route::none;
      unreachable_.push_back({peer, card.error()});
      return by;
    }
    // The launcher's word is a hint: namespaces may lie between ranks of one node.
    if (shm_->reaches(*card)) by = Route::shm;
  }
  if (by == Route::tcp && tcp_ == nullptr) {
    by = Route::none;
    unreachable_.push_back(
        {peer, Error{Code::refused, 0,
                     "it is on another node (or in another container or network namespace) than this "
                     "rank, where shared memory does not reach, and BATON_TRANSPORT=shm forbids tcp; "
                     "unset BATON_TRANSPORT or set it to auto, or start all ranks on one node"}});
  }
  if (by == Route::tcp && !uses_tcp_) {
    uses_tcp_ = true;
    set_tcp_patience();
  }
  return by;
}

Slot Wires::claim_elsewhere(Route by, PeerId peer, std::size_t bytes, Lane lane) noexcept {
  if (by == Route::unknown) by = find_route(peer);
  switch (by) {
    case Route::self: return self_.claim(peer, bytes, lane);
    case Route::shm: return shm_->claim(peer, bytes, lane);
    case Route::tcp: tcp_interval_ = tcp_in_ = 0; return tcp_->claim(peer, bytes, lane);
    case Route::sim: return sim_->claim(peer, bytes, lane);
    default: break;
  }
  if (scratch_ == nullptr) scratch_ = std::make_unique<std::byte[]>(shm::max_bulk_frame);
  return {scratch_.get()};
}

void Wires::commit_elsewhere(Route by, PeerId peer, const Header& header, std::size_t bytes, Lane lane) noexcept {
  if (by == Route::self) self_.commit(peer, header, bytes, lane);
  if (by == Route::tcp) tcp_->commit(peer, header, bytes, lane);
  if (by == Route::sim) sim_->commit(peer, header, bytes, lane);
}

Post Wires::send_large(PeerId peer, const Header& header, std::span<const std::byte> payload, Token token) noexcept {
  const Route by = route(peer);
  if (by == Route::sim) return sim_->send_large(peer, header, payload, token);
  BATON_CHECK(by == Route::tcp);
  tcp_interval_ = tcp_in_ = 0;
  return tcp_->send_large(peer, header, payload, token);
}

bool Wires::poll_tcp(Sink& sink) noexcept {
  bell_->clear_waker();
  const bool moved = tcp_->poll(sink);
  tcp_interval_ = moved ? 0 : std::min(2 * tcp_interval_ + 1, tcp_patience_);
  tcp_in_ = tcp_interval_;
  return moved;
}

bool Wires::tell_unreachable(Sink& sink) noexcept {
  const auto told = std::exchange(unreachable_, {});
  for (const Unreachable& each : told) sink.lost(each.peer, each.why);
  return true;
}

bool Wires::arm() noexcept {
  if (tcp_ != nullptr) tcp_->flush();
  if (!bell_->arm()) return false;
  const bool tcp_news = tcp_ != nullptr && tcp_->has_news();
  if (tcp_news) tcp_in_ = 0;
  if (tcp_news || !unreachable_.empty() || self_.has_news() || (shm_ != nullptr && shm_->has_news())) {
    bell_->disarm();
    return false;
  }
  nap_ = sim_ != nullptr || (shm_ != nullptr && shm_->must_retry());  // the simulation's time is polls
  return true;
}

bool Wires::sleep(std::int64_t timeout_ns) noexcept {
  return bell_->sleep(nap_ ? std::min(timeout_ns, retry_ns) : timeout_ns);
}

void Wires::watch(PeerId peer) noexcept {
  switch (route(peer)) {
    case Route::shm: shm_->watch(peer); break;
    // A claim connects; one that is not committed does nothing else.
    case Route::tcp: (void)tcp_->claim(peer, 0, Lane::ordered); break;
    default: break;
  }
}

void Wires::close(std::int64_t timeout_ns) noexcept {
  Discard discard;
  if (tcp_ != nullptr) (void)tcp_->close(discard, timeout_ns);
}

Traffic Wires::traffic(std::string_view transport) const noexcept {
  if (transport == Self::name) return self_.traffic();
  if (transport == Shm::name && shm_ != nullptr) return shm_->traffic();
  if (transport == Tcp::name && tcp_ != nullptr) return tcp_->traffic();
  return {};
}

Holdings Wires::holdings(std::string_view transport) const noexcept {
  if (transport == Self::name) return self_.holdings();
  if (transport == Shm::name && shm_ != nullptr) return shm_->holdings();
  if (transport == Tcp::name && tcp_ != nullptr) return tcp_->holdings();
  return {};
}

const char* Wires::route_name(PeerId peer) noexcept {
  (void)route(peer);
  return known_route(peer);
}

const char* Wires::known_route(PeerId peer) const noexcept {
  switch (routes_[peer]) {
    case Route::unknown: return "unknown";
    case Route::self: return Self::name;
    case Route::shm: return Shm::name;
    case Route::tcp: return Tcp::name;
    case Route::sim: return Sim::name;
    default: return "";
  }
}

}  // namespace baton::transport
