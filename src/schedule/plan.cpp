// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/plan.hpp"

#include <utility>

namespace baton::schedule {

Subject Subject::of(collectives::Collective collective, const collectives::Shape& shape) noexcept {
  using collectives::Collective;
  Subject subject{collective};
  switch (collective) {
    case Collective::bcast:
    case Collective::reduce:
    case Collective::gather:
    case Collective::gatherv:
    case Collective::scatter:
    case Collective::scatterv: subject.rooted = shape.remote_size == 0; break;  // else each side names it otherwise
    default: break;
  }
  if (subject.rooted) subject.root = shape.root;
  return subject;
}

Plan::Plan(collectives::Schedule made, Subject what) : schedule(std::move(made)), subject(what), mark(what.mark()) {
  waits.reserve(schedule.steps.size());
  for (const collectives::Step& step : schedule.steps) {
    if (step.waits == 0) initial.push_back(static_cast<std::uint32_t>(waits.size()));
    waits.push_back(step.waits);
  }
}

}  // namespace baton::schedule
