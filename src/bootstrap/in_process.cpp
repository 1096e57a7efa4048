// SPDX-License-Identifier: BSD-3-Clause
// One map behind a mutex, one condition variable; each rank keeps what it put to itself until commit().
#include "bootstrap/in_process.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

#include "base/text.hpp"
#include "bootstrap/key.hpp"

namespace baton::bootstrap {

namespace {
constexpr std::int64_t forever_ns = std::int64_t{1} << 58;  // nine years: added to a clock it does not overflow
}

struct InProcessJob::Shared {
  std::uint32_t size = 0;
  std::uint32_t ranks_per_host = 0;

  mutable std::mutex mutex;
  std::condition_variable changed;
  std::map<std::pair<std::uint32_t, std::string>, std::string, std::less<>> values;
  std::vector<bool> committed;
  std::vector<bool> dead;
  std::uint32_t arrived = 0;     // ranks in the current fence
  std::uint64_t generation = 0;  // fences completed
  std::optional<int> abort_code;

  [[nodiscard]] std::string host_of(std::uint32_t rank) const { return fmt::format("host{}", rank / ranks_per_host); }
  /// Under the mutex.
  [[nodiscard]] bool any_dead() const { return std::find(dead.begin(), dead.end(), true) != dead.end(); }
};

class InProcessBootstrap final : public Bootstrap {
 public:
  InProcessBootstrap(std::shared_ptr<InProcessJob::Shared> shared, std::uint32_t rank) : shared_(std::move(shared)) {
    job_.rank = rank;
    job_.size = shared_->size;
    job_.id = fmt::format("threads-{}", static_cast<const void*>(shared_.get()));
    job_.host = shared_->host_of(rank);
    const std::uint32_t first = rank / shared_->ranks_per_host * shared_->ranks_per_host;
    const std::uint32_t last = std::min(shared_->size, first + shared_->ranks_per_host);
    for (std::uint32_t r = first; r < last; ++r) job_.local_ranks.push_back(r);
    job_.launcher = "threads";
    job_.universe_size = shared_->size;
    job_.appnum = 0;
  }

  [[nodiscard]] const Job& job() const noexcept override { return job_; }

  Status put(std::string_view key, std::string_view value) override {
    if (auto status = check_key(key); !status) return status;
    if (!pending_.emplace(key, value).second)
      return make_error(Code::invalid_argument, "key \"{}\" was put twice", key);
    return {};
  }

  Status commit() override {
    const std::lock_guard lock(shared_->mutex);
    for (auto& [key, value] : pending_) shared_->values[{job_.rank, key}] = value;
    shared_->committed[job_.rank] = true;
    shared_->changed.notify_all();
    return {};
  }

  Result<std::string> get(std::uint32_t rank, std::string_view key, std::int64_t timeout_ns) override {
    if (rank >= job_.size) return make_error(Code::invalid_argument, "rank {} is not in a job of {}", rank, job_.size);
    std::unique_lock lock(shared_->mutex);
    const bool ready = shared_->changed.wait_for(lock, std::chrono::nanoseconds(std::min(timeout_ns, forever_ns)), [&] {
      return shared_->committed[rank] || shared_->dead[rank] || shared_->abort_code.has_value();
    });
    if (shared_->abort_code) return Error{Code::peer_lost, 0, "the job was aborted"};
    if (!ready) return make_error(Code::timed_out, "rank {} has not published \"{}\" in time", rank, key);
    if (const auto found = shared_->values.find(std::pair(rank, std::string(key))); found != shared_->values.end()) {
      return std::string(found->second);
    }
    if (!shared_->committed[rank])
      return make_error(Code::peer_lost, "rank {} ended before it published \"{}\"", rank, key);
    return make_error(Code::not_found, "rank {} has not put \"{}\"", rank, key);
  }

  [[nodiscard]] bool get_waits() const noexcept override { return true; }

  Status fence() override {
    std::unique_lock lock(shared_->mutex);
    const std::uint64_t mine = shared_->generation;
    if (++shared_->arrived == shared_->size) {
      shared_->arrived = 0;
      ++shared_->generation;
      shared_->changed.notify_all();
      return {};
    }
    shared_->changed.wait(
        lock, [&] { return shared_->generation != mine || shared_->abort_code.has_value() || shared_->any_dead(); });
    if (shared_->generation != mine) return {};
    return Error{Code::peer_lost, 0, "a rank ended before the fence was complete"};
  }

  std::string host_of(std::uint32_t rank) override { return rank < job_.size ? shared_->host_of(rank) : ""; }

  void abort(int code, std::string_view /*text*/) override {
    const std::lock_guard lock(shared_->mutex);
    if (!shared_->abort_code) shared_->abort_code = code;
    shared_->changed.notify_all();
  }

  Status finalize() override { return {}; }

 private:
  std::shared_ptr<InProcessJob::Shared> shared_;
  Job job_;
  std::map<std::string, std::string, std::less<>> pending_;
};

InProcessJob::InProcessJob(std::uint32_t size, std::uint32_t ranks_per_host) : shared_(std::make_shared<Shared>()) {
  BATON_CHECK(size > 0);
  shared_->size = size;
  shared_->ranks_per_host = ranks_per_host == 0 ? size : ranks_per_host;
  shared_->committed.resize(size);
  shared_->dead.resize(size);
}

InProcessJob::~InProcessJob() = default;

std::unique_ptr<Bootstrap> InProcessJob::connect(std::uint32_t rank) {
  BATON_CHECK(rank < shared_->size);
  return std::make_unique<InProcessBootstrap>(shared_, rank);
}

std::optional<int> InProcessJob::aborted() const {
  const std::lock_guard lock(shared_->mutex);
  return shared_->abort_code;
}

void InProcessJob::kill(std::uint32_t rank) {
  const std::lock_guard lock(shared_->mutex);
  shared_->dead[rank] = true;
  shared_->changed.notify_all();
}

}  // namespace baton::bootstrap
