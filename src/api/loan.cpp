// SPDX-License-Identifier: BSD-3-Clause
// Messages that users look at: given back by their views, or at the end of the rank.
#include <utility>

#include "api/state.hpp"
#include "base/log.hpp"

namespace baton::api {
namespace {

/// Under the engine's lock.
void give_back_now(detail::Borrowed& borrowed) noexcept {
  if (!std::exchange(borrowed.open, false)) return;
  Rank& rank = *borrowed.rank;
  if (borrowed.next != nullptr) borrowed.next->before = borrowed.before;
  (borrowed.before != nullptr ? borrowed.before->next : rank.open_loans) = borrowed.next;
  rank.engine().return_loan(borrowed.loan);
}

}  // namespace

void return_open_loans(Rank& rank) noexcept {
  const Guard guard(rank.engine());
  int count = 0;
  for (; rank.open_loans != nullptr; ++count) give_back_now(*rank.open_loans);
  if (count == 0) return;
  log::write(
      log::Level::error,
      "{} borrowed message(s) were still being looked at when the baton::Environment ended, and were given back: "
      "their senders may change them; end the scope of each baton::Borrowed before",
      count);
}

namespace detail {

const void* data_borrowed(const Borrowed& borrowed) noexcept {
  return borrowed.in_place ? borrowed.loan.data : borrowed.copy.get();
}
const Status& status_of(const Borrowed& borrowed) noexcept { return borrowed.status; }
bool is_in_place(const Borrowed& borrowed) noexcept { return borrowed.in_place; }

void give_back(Borrowed* borrowed) noexcept {
  if (borrowed->in_place) {
    p2p::Engine& engine = borrowed->rank->engine();
    const Guard guard(engine);
    give_back_now(*borrowed);
    engine.flush(borrowed->loan.from);
  }
  delete borrowed;
}

}  // namespace detail
}  // namespace baton::api
