// SPDX-License-Identifier: BSD-3-Clause
// Uses what every PMIx server answers: rank, JOB_SIZE, LOCAL_PEERS and HOSTNAME, of any integer type; Put(GLOBAL) +
// Commit, and a get that waits for the owner's commit (direct modex).
#include "bootstrap/pmix.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <optional>
#include <utility>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "base/unique_fd.hpp"
#include "bootstrap/key.hpp"
#include "bootstrap/pmix_library.hpp"
#include "bootstrap/process_mapping.hpp"
#include "bootstrap/singleton.hpp"

namespace baton::bootstrap {

using namespace std::chrono_literals;

namespace {

constexpr std::int64_t forever_ns = std::int64_t{1} << 58;

/// A value as text or number, copied out of the library's hands.
struct Value {
  std::string text;
  std::optional<std::int64_t> number;
};

[[nodiscard]] Value copy_value(const pmix_value_t& value) {
  const auto& data = value.data;
  switch (value.type) {
    case PMIX_STRING: return {data.string == nullptr ? "" : data.string, {}};
    case PMIX_BYTE_OBJECT: return {std::string(data.bo.bytes, data.bo.size), {}};
    case PMIX_SIZE: return {"", static_cast<std::int64_t>(data.size)};
    case PMIX_INT: return {"", data.integer};
    case PMIX_INT8: return {"", data.int8};
    case PMIX_INT16: return {"", data.int16};
    case PMIX_INT32: return {"", data.int32};
    case PMIX_INT64: return {"", data.int64};
    case PMIX_UINT: return {"", data.uint};
    case PMIX_UINT8: return {"", data.uint8};
    case PMIX_UINT16: return {"", data.uint16};
    case PMIX_UINT32: return {"", data.uint32};
    case PMIX_UINT64: return {"", static_cast<std::int64_t>(data.uint64)};
    case PMIX_PROC_RANK: return {"", data.rank};
    default: return {};
  }
}

/// Where the client's thread leaves the answer to a get, and what it reads of the question until then. Shared, because
/// the asker may have stopped waiting.
struct Answer {
  std::string key;
  pmix_info_t how{};
  std::mutex mutex;
  std::condition_variable changed;
  bool done = false;
  pmix_status_t status = PMIX_SUCCESS;
  Value value;
};

void on_answer(pmix_status_t status, pmix_value_t* value, void* context) {
  const std::unique_ptr<std::shared_ptr<Answer>> keeper(static_cast<std::shared_ptr<Answer>*>(context));
  Answer& answer = **keeper;
  const std::lock_guard lock(answer.mutex);
  answer.status = status;
  if (status == PMIX_SUCCESS && value != nullptr) answer.value = copy_value(*value);
  answer.done = true;
  answer.changed.notify_one();
}

/// The port in "nspace.rank;tcp4://127.0.0.1:PORT", else 0.
[[nodiscard]] std::uint16_t port_of(std::string_view uri) {
  constexpr std::string_view way = ";tcp4://127.0.0.1:";
  const std::size_t at = uri.find(way);
  if (at == std::string_view::npos) return 0;
  const std::string_view digits = uri.substr(at + way.size());
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return error == std::errc() && end != digits.data() ? port : std::uint16_t{0};
}

/// Whether somebody listens on this port of the loopback interface. In doubt, yes.
[[nodiscard]] bool answers(std::uint16_t port) {
  const UniqueFd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return !socket || ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ||
         errno != ECONNREFUSED;
}

/// An info that says `key` = true.
[[nodiscard]] pmix_info_t flag(const char* key) {
  pmix_info_t info;
  std::memset(&info, 0, sizeof info);
  std::strncpy(info.key, key, sizeof info.key - 1);
  info.value.type = PMIX_BOOL;
  info.value.data.flag = true;
  return info;
}

class Pmix final : public Bootstrap {
 public:
  explicit Pmix(const PmixLibrary& library) : library_(library) {}

  Status start(const Environment& environment);

  [[nodiscard]] const Job& job() const noexcept override { return job_; }

  Status put(std::string_view key, std::string_view value) override {
    if (auto status = check_key(key); !status) return status;
    std::string bytes(value);
    pmix_value_t boxed;
    std::memset(&boxed, 0, sizeof boxed);
    boxed.type = PMIX_BYTE_OBJECT;
    boxed.data.bo.bytes = bytes.data();
    boxed.data.bo.size = bytes.size();
    return check(library_.put(PMIX_GLOBAL, wire_key(key).c_str(), &boxed), "PMIx_Put");
  }

  Status commit() override { return check(library_.commit(), "PMIx_Commit"); }

  Result<std::string> get(std::uint32_t rank, std::string_view key, std::int64_t timeout_ns) override {
    if (rank >= job_.size) return make_error(Code::invalid_argument, "rank {} is not in a job of {}", rank, job_.size);
    // A get waits for the owner's first commit, but not for ever: the server gives up where that process has not even
    // begun after 2 s (timed_out), and where another library of it has committed before us, takes that commit for ours
    // (not_found). Then asking again is all that can be done.
    const std::int64_t deadline = now_ns() + std::min(timeout_ns, forever_ns);
    auto value = ask(rank, wire_key(key).c_str(), Ask::server, timeout_ns);
    for (auto pause = 1ms; !value && may_come(value.error().code) && now_ns() < deadline;
         pause = std::min(2 * pause, 50ms)) {
      std::this_thread::sleep_for(pause);
      const Ask again = value.error().code == Code::not_found ? Ask::server_anew : Ask::server;
      value = ask(rank, wire_key(key).c_str(), again, deadline - now_ns());
    }
    if (value) return std::move(value->text);
    if (value.error().code == Code::not_found)
      return make_error(Code::not_found, "rank {} has not put \"{}\"", rank, key);
    if (value.error().code == Code::timed_out)
      return make_error(Code::timed_out, "rank {} has not published \"{}\" in {:.1f} s", rank, key,
                        static_cast<double>(timeout_ns) * 1e-9);
    return value.error();
  }

  [[nodiscard]] bool get_waits() const noexcept override { return true; }

  Status fence() override { return check(library_.fence(nullptr, 0, nullptr, 0), "PMIx_Fence"); }

  std::string host_of(std::uint32_t rank) override {
    if (rank >= job_.size) return "";
    auto host = ask(rank, PMIX_HOSTNAME, Ask::at_hand, forever_ns);
    return host ? std::move(host->text) : "";
  }

  void abort(int code, std::string_view text) override {
    library_.abort(exit_status(code), std::string(text).c_str(), nullptr, 0);
    ::_exit(exit_status(code));
  }

  // An event of PMIx would tell it, too, but to ask for one makes the server of Open MPI 4.1 crash when a job aborts.
  [[nodiscard]] bool launcher_lives() const override {
    return ::getppid() == parent_ || server_port_ == 0 || answers(server_port_);
  }

  Status finalize() override { return check(library_.finalize(nullptr, 0), "PMIx_Finalize"); }

 private:
  [[nodiscard]] static std::string wire_key(std::string_view key) { return fmt::format("baton.{}", key); }

  [[nodiscard]] Status check(pmix_status_t status, const char* call) const {
    if (status == PMIX_SUCCESS || status == PMIX_OPERATION_SUCCEEDED) return {};
    return make_error(Code::io, "{}: {}", call, library_.error_string(status));
  }

  [[nodiscard]] static bool may_come(Code code) noexcept { return code == Code::not_found || code == Code::timed_out; }

  /// Where an answer may come from: what the client has already; the server; the server, whatever the client has.
  enum class Ask : std::uint8_t { at_hand, server, server_anew };
  Result<Value> ask(pmix_rank_t rank, const char* key, Ask where, std::int64_t timeout_ns);
  Result<std::int64_t> ask_number(pmix_rank_t rank, const char* key);
  void find_local_ranks();

  PmixLibrary library_;
  pmix_proc_t self_{};
  Job job_;
  pid_t parent_ = ::getppid();
  std::uint16_t server_port_ = 0;  // of the PMIx server on this node, where it listens on TCP
};

Result<Value> Pmix::ask(pmix_rank_t rank, const char* key, Ask where, std::int64_t timeout_ns) {
  pmix_proc_t owner = self_;
  owner.rank = rank;
  const bool plain = where == Ask::server;
  auto answer = std::make_shared<Answer>();
  answer->key = key;
  answer->how = flag(where == Ask::at_hand ? PMIX_OPTIONAL : PMIX_GET_REFRESH_CACHE);
  auto keeper = std::make_unique<std::shared_ptr<Answer>>(answer);
  const pmix_status_t posted = library_.get_nb(&owner, answer->key.c_str(), plain ? nullptr : &answer->how,
                                               plain ? 0 : 1, on_answer, keeper.get());
  if (posted != PMIX_SUCCESS) {
    if (posted == PMIX_ERR_NOT_FOUND) return Error{Code::not_found, 0, "PMIx has no such key"};
    return make_error(Code::io, "PMIx_Get of {}: {}", key, library_.error_string(posted));
  }
  (void)keeper.release();  // now the callback's
  std::unique_lock lock(answer->mutex);
  const auto bound = std::chrono::nanoseconds(std::min(timeout_ns, forever_ns));
  if (!answer->changed.wait_for(lock, bound, [&] { return answer->done; })) {
    return Error{Code::timed_out, 0, "the PMIx server does not answer"};
  }
  if (answer->status == PMIX_SUCCESS) return std::move(answer->value);
  if (answer->status == PMIX_ERR_NOT_FOUND) return Error{Code::not_found, 0, "PMIx has no such key"};
  if (answer->status == PMIX_ERR_TIMEOUT) return Error{Code::timed_out, 0, "the PMIx server has stopped waiting"};
  return make_error(Code::io, "PMIx_Get of {} from rank {}: {}", key, rank, library_.error_string(answer->status));
}

Result<std::int64_t> Pmix::ask_number(pmix_rank_t rank, const char* key) {
  auto value = ask(rank, key, Ask::at_hand, forever_ns);
  if (!value) return value.error();
  if (!value->number) return make_error(Code::protocol, "the PMIx server's {} is no number", key);
  return *value->number;
}

Status Pmix::start(const Environment& environment) {
  // The client's default store maps files of the server and costs 8 ms; for a small job the plain one is 5 times
  // faster. In a large job each rank would hold a copy of what is said of every rank. The variable is the only switch,
  // and is taken back before anybody forks.
  const std::int64_t expected =
      std::max(environment.number("OMPI_COMM_WORLD_SIZE", 0), environment.number("SLURM_STEP_NUM_TASKS", 0));
  constexpr const char* store = "PMIX_MCA_gds";
  const bool plain_store = expected > 0 && expected <= 256 && !environment.has(store);
  if (plain_store) ::setenv(store, "hash", 1);
  const pmix_status_t status = library_.init(&self_, nullptr, 0);
  if (plain_store) ::unsetenv(store);
  if (status != PMIX_SUCCESS) {
    return make_error(Code::refused,
                      "start this program with mpirun or `srun --mpi=pmix`, or set BATON_LAUNCHER=singleton to run "
                      "alone: {} is set, "
                      "but no PMIx server takes us ({})",
                      environment.has("PMIX_RANK") ? "PMIX_RANK" : "BATON_LAUNCHER=pmix",
                      library_.error_string(status));
  }
  auto size = ask_number(PMIX_RANK_WILDCARD, PMIX_JOB_SIZE);
  if (!size) return size.error();
  if (*size < 1 || *size > INT32_MAX || self_.rank >= *size) {
    return make_error(Code::protocol, "the PMIx server says that this is rank {} of {}", self_.rank, *size);
  }
  job_.rank = self_.rank;
  job_.size = static_cast<std::uint32_t>(*size);
  job_.id = self_.nspace;
  job_.launcher = "pmix";
  job_.host = host_of(job_.rank);
  if (job_.host.empty()) job_.host = host_name();
  if (auto universe = ask_number(PMIX_RANK_WILDCARD, PMIX_UNIV_SIZE); universe) job_.universe_size = *universe;
  if (auto app = ask_number(self_.rank, PMIX_APPNUM); app) job_.appnum = *app;
  find_local_ranks();
  for (const char* name : {"PMIX_SERVER_URI4", "PMIX_SERVER_URI3", "PMIX_SERVER_URI2"}) {
    if (server_port_ == 0) server_port_ = port_of(environment.text(name));
  }
  return {};
}

void Pmix::find_local_ranks() {
  if (auto peers = ask(PMIX_RANK_WILDCARD, PMIX_LOCAL_PEERS, Ask::at_hand, forever_ns); peers) {
    job_.local_ranks = parse_ranks(peers->text, job_.size);
    if (std::binary_search(job_.local_ranks.begin(), job_.local_ranks.end(), job_.rank)) return;
  }
  job_.local_ranks.clear();
  for (std::uint32_t r = 0; r < job_.size; ++r) {
    if (r == job_.rank || host_of(r) == job_.host) job_.local_ranks.push_back(r);
  }
}

}  // namespace

Result<std::unique_ptr<Bootstrap>> connect_pmix(const Environment& environment) {
  auto library = load_pmix_library(environment);
  if (!library) return library.error();
  auto pmix = std::make_unique<Pmix>(*library);
  if (auto status = pmix->start(environment); !status) return status.error();
  return std::unique_ptr<Bootstrap>(std::move(pmix));
}

}  // namespace baton::bootstrap
