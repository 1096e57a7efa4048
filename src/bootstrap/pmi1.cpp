// SPDX-License-Identifier: BSD-3-Clause
// One question, one answer. The mapping of ranks to hosts is a hint: it is compared with the launcher's own count of
// local ranks and with the hosts that ranks say they are on.
#include "bootstrap/pmi1.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "bootstrap/key.hpp"
#include "bootstrap/output.hpp"
#include "bootstrap/process_mapping.hpp"
#include "bootstrap/singleton.hpp"
#include "bootstrap/wire_text.hpp"

namespace baton::bootstrap {
namespace {

constexpr const char* identity_key = "host";
constexpr std::size_t max_line = 1000;
constexpr std::size_t max_wire_key = max_key_length + std::string_view(".4294967295.9999").size();
constexpr std::size_t min_value = 32;
constexpr std::int64_t output_patience_ns = 500'000'000;
constexpr int kill_patience_ms = 2000;

class Pmi1 final : public Bootstrap {
 public:
  explicit Pmi1(Pmi1Channel channel) : wire_(std::move(channel.wire)) {
    job_.rank = channel.rank;
    job_.size = channel.size;
    job_.host = host_name();
    job_.launcher = "pmi1";
    job_.local_ranks = {channel.rank};
  }

  /// Everything that is asked once. The identity is published at the end, so that the caller's own fence makes it
  /// visible.
  Status start(const Environment& environment) {
    auto hello = wire_.ask("cmd=init pmi_version=1 pmi_subversion=1", "response_to_init");
    if (!hello) return hello.error();
    if (hello->number("rc", 0) != 0 || hello->number("pmi_version", 1) != 1) {
      return make_error(Code::refused, "use a launcher that speaks PMI-1 or PMIx: this one answers \"{}\"",
                        hello->line());
    }
    auto maxes = wire_.ask("cmd=get_maxes", "maxes");
    if (!maxes) return maxes.error();
    max_key_ = static_cast<std::size_t>(std::clamp<std::int64_t>(maxes->number("keylen_max", 64) - 1, 16, 1024));
    auto space = wire_.ask("cmd=get_my_kvsname", "my_kvsname");
    if (!space) return space.error();
    job_.id = space->field("kvsname").value_or("");
    if (job_.id.empty())
      return make_error(Code::protocol, "the launcher's PMI server names no key-value space: \"{}\"", space->line());
    // SLURM promises values of 1024 characters and reads lines of 1024: what stands around a value counts too.
    const std::size_t around =
        std::string_view("cmd=put kvsname= key= value=\n").size() + job_.id.size() + max_wire_key;
    const std::size_t room = max_line > around + min_value ? max_line - around : min_value;
    const auto told = static_cast<std::size_t>(std::max<std::int64_t>(maxes->number("vallen_max", 256) - 1, 0));
    max_value_ = std::clamp(told, min_value, room);
    auto universe = wire_.ask("cmd=get_universe_size", "universe_size");
    if (!universe) return universe.error();
    if (const auto size = universe->number("size", -1); size > 0) job_.universe_size = size;
    auto app = wire_.ask("cmd=get_appnum", "appnum");
    if (!app) return app.error();
    job_.appnum = app->number("appnum", -1);

    if (job_.size == 1) {
      settled_ = true;
    } else if (auto status = guess_local_ranks(environment); !status) {
      return status;
    }
    return put(identity_key, host_identity());
  }

  [[nodiscard]] const Job& job() const noexcept override { return job_; }

  Status put(std::string_view key, std::string_view value) override {
    if (auto status = check_key(key); !status) return status;
    const auto pieces = cut_in_pieces(to_wire_text(value), max_value_);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::string name = wire_key(job_.rank, key, i);
      if (name.size() > max_key_)
        return make_error(Code::invalid_argument, "key \"{}\" is too long for this launcher", name);
      auto reply = wire_.ask(fmt::format("cmd=put kvsname={} key={} value={}", job_.id, name, pieces[i]), "put_result");
      if (!reply) return reply.error();
      if (reply->number("rc", 0) != 0) {
        return make_error(Code::refused, "the launcher's PMI server refuses key \"{}\": \"{}\"", name, reply->line());
      }
    }
    return {};
  }

  Status commit() override { return {}; }

  Result<std::string> get(std::uint32_t rank, std::string_view key, std::int64_t /*timeout_ns*/) override {
    if (rank >= job_.size) return make_error(Code::invalid_argument, "rank {} is not in a job of {}", rank, job_.size);
    auto first = raw_get(wire_key(rank, key, 0));
    if (!first) return first.error();
    std::string_view rest = *first;
    auto count = take_piece_count(rest);
    if (!count) return count.error();
    std::string text(rest);
    for (std::size_t i = 1; i < *count; ++i) {
      auto piece = raw_get(wire_key(rank, key, i));
      if (!piece) return piece.error();
      text += *piece;
    }
    return from_wire_text(text);
  }

  [[nodiscard]] bool get_waits() const noexcept override { return false; }

  Status fence() override {
    auto reply = wire_.ask("cmd=barrier_in", "barrier_out");
    if (!reply) return reply.error();
    if (reply->number("rc", 0) != 0)
      return make_error(Code::peer_lost, "the launcher's PMI barrier failed: \"{}\"", reply->line());
    fenced_ = true;
    return settled_ ? Status{} : settle();
  }

  std::string host_of(std::uint32_t rank) override {
    if (rank == job_.rank) return job_.host;
    if (!fenced_) return "";
    auto identity = get(rank, identity_key, 0);
    return identity ? identity->substr(0, identity->find('/')) : "";
  }

  void abort(int code, std::string_view /*text*/) override {
    drain_output(output_patience_ns);
    // Peers would report a rank that exits now as lost, and their code could be the one that counts.
    if (wire_.tell(fmt::format("cmd=abort exitcode={}", exit_status(code)))) wire_.await_close(kill_patience_ms);
    ::_exit(exit_status(code));
  }

  Status finalize() override {
    auto reply = wire_.ask("cmd=finalize", "finalize_ack");
    return reply ? Status{} : reply.error();
  }

 private:
  [[nodiscard]] static std::string wire_key(std::uint32_t rank, std::string_view key, std::size_t piece) {
    return piece == 0 ? fmt::format("{}.{}", key, rank) : fmt::format("{}.{}.{}", key, rank, piece);
  }

  Result<std::string> raw_get(std::string_view key) {
    auto reply = wire_.ask(fmt::format("cmd=get kvsname={} key={}", job_.id, key), "get_result");
    if (!reply) return reply.error();
    // A missing key is rc=-1 with value=unknown (hydra) or rc=1 without a value (SLURM).
    const auto value = reply->field("value");
    if (reply->number("rc", 0) != 0 || !value) return make_error(Code::not_found, "no rank has put \"{}\"", key);
    return std::string(*value);
  }

  /// The launcher's word on who is local, and whether two of its words agree.
  Status guess_local_ranks(const Environment& environment) {
    // SLURM names the tasks of each node directly (its mapping is wrong for `-m arbitrary`). Its variables are
    // inherited by jobs within jobs: they are about this job only if the key-value space is the step's.
    if (job_.id == environment.text("PMI_JOBID")) {
      auto ranks = parse_ranks(environment.text("SLURM_GTIDS"), job_.size);
      if (std::binary_search(ranks.begin(), ranks.end(), job_.rank)) {
        job_.local_ranks = std::move(ranks);
        plausible_ = true;
        return {};
      }
    }
    auto mapping = raw_get("PMI_process_mapping");
    if (!mapping) return mapping.error().code == Code::not_found ? Status{} : mapping.error();
    auto nodes = parse_process_mapping(*mapping, job_.size);
    if (!nodes) return {};
    job_.local_ranks.clear();
    for (std::uint32_t r = 0; r < job_.size; ++r) {
      if ((*nodes)[r] == (*nodes)[job_.rank]) job_.local_ranks.push_back(r);
    }
    plausible_ = environment.number("MPI_LOCALNRANKS", -1) == static_cast<std::int64_t>(job_.local_ranks.size());
    return {};
  }

  /// After a fence. A plausible guess is checked with one question: is the next local rank on my host? Then a node with
  /// n ranks asks n questions, not n*n. Otherwise every rank is asked.
  Status settle() {
    settled_ = true;
    const std::string mine = host_identity();
    if (plausible_) {
      const auto me = std::lower_bound(job_.local_ranks.begin(), job_.local_ranks.end(), job_.rank);
      const std::uint32_t next = std::next(me) == job_.local_ranks.end() ? job_.local_ranks.front() : *std::next(me);
      if (next == job_.rank) return {};
      auto theirs = get(next, identity_key, 0);
      if (!theirs) return theirs.error();
      if (*theirs == mine) return {};
    }
    std::vector<std::uint32_t> local;
    for (std::uint32_t r = 0; r < job_.size; ++r) {
      auto theirs = get(r, identity_key, 0);
      if (!theirs) return theirs.error();
      if (*theirs == mine) local.push_back(r);
    }
    job_.local_ranks = std::move(local);
    return {};
  }

  Pmi1Wire wire_;
  Job job_;
  std::size_t max_value_ = 255;
  std::size_t max_key_ = 63;
  bool plausible_ = false;  // local_ranks comes from the launcher and fits what else it says
  bool settled_ = false;    // local_ranks is final
  bool fenced_ = false;
};

}  // namespace

Result<std::unique_ptr<Bootstrap>> connect_pmi1(Pmi1Channel channel, const Environment& environment) {
  if (channel.size == 0 || channel.rank >= channel.size) {
    return make_error(Code::protocol, "the launcher says that this is rank {} of {}", channel.rank, channel.size);
  }
  auto pmi = std::make_unique<Pmi1>(std::move(channel));
  if (auto status = pmi->start(environment); !status) return status.error();
  return std::unique_ptr<Bootstrap>(std::move(pmi));
}

}  // namespace baton::bootstrap
