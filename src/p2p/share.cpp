// SPDX-License-Identifier: BSD-3-Clause
#include "p2p/share.hpp"

#include <sched.h>

#include <cstring>
#include <utility>

#include "base/clock.hpp"
#include "transport/shm/handover.hpp"

namespace baton::p2p {

namespace shm = transport::shm;

namespace {

/// Those who come to share memory come together, mostly: at first each looks again as soon as the others have had their
/// turn, and answers their first words meanwhile; after this time a millisecond at a time.
constexpr std::int64_t hurry_ns = 20'000'000;
constexpr int patience_ms = 1;

/// Gives the core away in a hurry. Answers how many milliseconds to wait then.
int give_way(std::int64_t begun_ns) noexcept {
  if (now_ns() - begun_ns >= hurry_ns) return patience_ms;
  sched_yield();
  return 0;
}

static_assert(sizeof(Whereabouts) == sizeof(std::uint64_t) + 2 * sizeof(shm::Secret));

}  // namespace

Giver::~Giver() = default;

Result<std::unique_ptr<Giver>> Giver::open(UniqueFd file) {
  auto handover = shm::Handover::open();
  if (!handover) return handover.error();
  std::unique_ptr<Giver> giver(new Giver);
  giver->file_ = std::move(file);
  giver->begun_ns_ = now_ns();
  giver->handover_ = std::make_unique<shm::Handover>(std::move(*handover));
  return giver;
}

Whereabouts Giver::whereabouts() const noexcept {
  const shm::Address& address = handover_->address();
  Whereabouts words{};
  words[0] = static_cast<std::int64_t>(address.place);
  std::memcpy(&words[1], address.name.data(), address.name.size());
  std::memcpy(&words[3], address.token.data(), address.token.size());
  return words;
}

void Giver::serve(Engine& engine) noexcept {
  const Engine::Release release(engine);
  handover_->serve(file_.get(), give_way(begun_ns_));
}

Result<Gift> take(Engine& engine, const Whereabouts& whereabouts, PeerId from) {
  shm::Address address;
  address.place = static_cast<std::uint64_t>(whereabouts[0]);
  std::memcpy(address.name.data(), &whereabouts[1], address.name.size());
  std::memcpy(address.token.data(), &whereabouts[3], address.token.size());
  shm::Takeover takeover(address);
  shm::Taken taken;
  const std::int64_t begun_ns = now_ns();
  while (true) {
    const auto there = [&] {
      const Engine::Release release(engine);  // other threads may be what the giver waits for
      return takeover.step(taken, give_way(begun_ns));
    }();
    if (!there) return there.error();
    if (*there) return Gift{std::move(taken.file), taken.same_process};
    (void)engine.progress();
    if (engine.is_lost(from)) return Error{Code::peer_lost, 0, "the giver of shared memory has ended"};
  }
}

}  // namespace baton::p2p
