// SPDX-License-Identifier: BSD-3-Clause
#include "bootstrap/singleton.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <map>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "base/unique_fd.hpp"
#include "bootstrap/key.hpp"

namespace baton::bootstrap {
namespace {

class Singleton final : public Bootstrap {
 public:
  Singleton() {
    job_.host = host_name();
    job_.id = fmt::format("single-{}-{}-{}", job_.host, ::getpid(), now_ns());
    job_.local_ranks = {0};
    job_.launcher = "singleton";
  }

  [[nodiscard]] const Job& job() const noexcept override { return job_; }

  Status put(std::string_view key, std::string_view value) override {
    if (auto status = check_key(key); !status) return status;
    if (!values_.emplace(key, value).second) return make_error(Code::invalid_argument, "key \"{}\" was put twice", key);
    return {};
  }
  Status commit() override { return {}; }
  Result<std::string> get(std::uint32_t rank, std::string_view key, std::int64_t /*timeout_ns*/) override {
    if (rank != 0) return make_error(Code::invalid_argument, "rank {} is not in a job of 1", rank);
    if (const auto found = values_.find(key); found != values_.end()) return std::string(found->second);
    return make_error(Code::not_found, "rank 0 has not put \"{}\"", key);
  }
  [[nodiscard]] bool get_waits() const noexcept override { return true; }
  Status fence() override { return {}; }
  std::string host_of(std::uint32_t rank) override { return rank == 0 ? job_.host : ""; }
  void abort(int code, std::string_view /*text*/) override { ::_exit(exit_status(code)); }
  Status finalize() override { return {}; }

 private:
  Job job_;
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace

std::unique_ptr<Bootstrap> make_singleton() { return std::make_unique<Singleton>(); }

std::string host_name() {
  char name[256] = {};
  if (::gethostname(name, sizeof name - 1) != 0 || name[0] == '\0') return "localhost";
  return name;
}

std::string host_identity() {
  char id[64];
  const UniqueFd file(::open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC));
  const ssize_t length = file ? ::read(file.get(), id, sizeof id) : 0;
  std::string text = host_name() + "/";
  for (ssize_t i = 0; i < length && id[i] != '\n'; ++i) text += id[i];
  return text;
}

}  // namespace baton::bootstrap
