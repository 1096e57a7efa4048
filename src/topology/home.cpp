// SPDX-License-Identifier: BSD-3-Clause
#include "topology/home.hpp"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "base/check.hpp"
#include "base/clock.hpp"

namespace baton::topology {
namespace {

/// Lets the calling thread run there alone; it is there on return.
void allow(const std::vector<std::uint64_t>& mask) noexcept {
  (void)::sched_setaffinity(0, mask.size() * sizeof mask[0], reinterpret_cast<const cpu_set_t*>(mask.data()));
}

std::int64_t switches_of_this_thread() noexcept {
  rusage used{};
  (void)::getrusage(RUSAGE_THREAD, &used);
  return used.ru_nivcsw + used.ru_nvcsw;
}

/// Who wakes up is put on an idle processor by the kernel, where there is one.
void doze() noexcept {
  const int slack = ::prctl(PR_GET_TIMERSLACK);
  if (slack > 0) (void)::prctl(PR_SET_TIMERSLACK, 1UL);
  const timespec moment{0, 20'000};  // a shorter one may be over before it begins
  (void)::nanosleep(&moment, nullptr);
  if (slack > 0) (void)::prctl(PR_SET_TIMERSLACK, static_cast<unsigned long>(slack));
}

/// Of `count` ranks that share `cpus`, neighbours together: the processor of the `index`-th, and how many of its ranks
/// come before.
Lodging lodging_of(const CpuSet& cpus, std::size_t index, std::size_t count) {
  const std::vector<std::uint32_t> numbers = cpus.members();
  const std::size_t which = index * numbers.size() / count;
  const std::size_t first = (which * count + numbers.size() - 1) / numbers.size();
  return {numbers[which], static_cast<std::uint32_t>(index - first)};
}

}  // namespace

CpuSet cpus_of_job(const CpuSet& own) {
  CpuSet all = own;
  // A process of another user, or of another namespace, cannot be asked; then the own ones are all that is known.
  if (const auto starter = allowed_cpus(::getppid()); starter) all |= *starter;
  return all;
}

Home::Home(const CpuSet& cpus, std::size_t index, std::size_t count, std::int64_t pause_ns)
    : cpus_(cpus.members()),
      shared_(cpus.words()),
      own_(cpus.words().size()),
      found_(CpuSet::max_cpus / 64),
      lodging_(lodging_of(cpus, index, count)),
      next_try_(static_cast<std::size_t>(std::find(cpus_.begin(), cpus_.end(), lodging_.cpu()) - cpus_.begin())),
      pause_ns_(pause_ns) {
  BATON_CHECK(index < count);
}

void Home::look_for_idle(std::int64_t now_ns) noexcept {
  if (!lodging_.look(now_ns, switches_of_this_thread())) return;
  doze();
  auto there = static_cast<std::uint32_t>(::sched_getcpu());
  if (there ==
      lodging_.cpu()) {  // its search is not thorough: the next one, where what follows tells whether it is idle
    next_try_ = (next_try_ + 1) % cpus_.size();
    there = cpus_[next_try_];
  }
  if (std::find(cpus_.begin(), cpus_.end(), there) != cpus_.end()) lodging_.move(there);
}

bool Home::come_back() noexcept {
  if (lodging_.counts() && ::pthread_equal(thread_, ::pthread_self()) != 0) [[unlikely]]
    look_for_idle(now_ns());
  const std::uint32_t cpu = lodging_.cpu();
  if (::sched_getcpu() == static_cast<int>(cpu)) [[likely]]
    return false;
  const std::int64_t now = now_ns();
  if (now < next_ns_ || ::pthread_equal(thread_, ::pthread_self()) == 0) return false;
  next_ns_ = now + pause_ns_;
  std::fill(found_.begin(), found_.end(), 0);
  if (::sched_getaffinity(0, found_.size() * sizeof found_[0], reinterpret_cast<cpu_set_t*>(found_.data())) != 0)
    return false;
  const auto rest = found_.begin() + static_cast<std::ptrdiff_t>(shared_.size());
  if (!std::equal(shared_.begin(), shared_.end(), found_.begin()) ||
      std::any_of(rest, found_.end(), [](std::uint64_t word) { return word != 0; }))
    return false;
  std::fill(own_.begin(), own_.end(), 0);
  own_[cpu / 64] = std::uint64_t{1} << (cpu % 64);
  allow(own_);
  allow(shared_);  // from here on the kernel may do as it likes again
  return true;
}

}  // namespace baton::topology
