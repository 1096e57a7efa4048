// SPDX-License-Identifier: BSD-3-Clause
#include "topology/home.hpp"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "base/check.hpp"
#include "base/clock.hpp"

namespace baton::topology {
namespace {

/// Lets the calling thread run there alone; it is there on return.
void allow(const std::vector<std::uint64_t>& mask) noexcept {
  (void)::sched_setaffinity(0, mask.size() * sizeof mask[0], reinterpret_cast<const cpu_set_t*>(mask.data()));
}

}  // namespace

CpuSet cpus_of_job(const CpuSet& own) {
  CpuSet all = own;
  // A process of another user, or of another namespace, cannot be asked; then the own ones are all that is known.
  if (const auto starter = allowed_cpus(::getppid()); starter) all |= *starter;
  return all;
}

Home::Home(const CpuSet& cpus, std::size_t index, std::size_t count, std::int64_t pause_ns)
    : shared_(cpus.words()), own_(cpus.words().size()), found_(CpuSet::max_cpus / 64), cpu_(0), pause_ns_(pause_ns) {
  BATON_CHECK(index < count && !cpus.empty());
  const std::vector<std::uint32_t> numbers = cpus.members();
  cpu_ = numbers[index * numbers.size() / count];
  own_[cpu_ / 64] = std::uint64_t{1} << (cpu_ % 64);
}

bool Home::come_back() noexcept {
  if (::sched_getcpu() == static_cast<int>(cpu_)) [[likely]]
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
  allow(own_);
  allow(shared_);  // from here on the kernel may do as it likes again
  return true;
}

}  // namespace baton::topology
