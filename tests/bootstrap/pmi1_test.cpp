// SPDX-License-Identifier: BSD-3-Clause
// The PMI-1 client against servers that answer as hydra and SLURM do, and against ones that answer nonsense.
#include "bootstrap/pmi1.hpp"
#include "bootstrap/output.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

#include <atomic>
#include <functional>

#include "bootstrap/singleton.hpp"
#include "bootstrap/wire_text.hpp"
#include "environment.hpp"
#include "fake_pmi_server.hpp"

namespace {
/// So many polls end at once, as in a process that was stopped for longer than it wanted to wait.
std::atomic<int>& polls_after_a_stop() {
  static std::atomic<int> count;
  return count;
}
}  // namespace

/// Instead of the system's, for all of this program.
extern "C" int poll(pollfd* descriptors, nfds_t count, int timeout_ms) {
  if (timeout_ms >= 0 && polls_after_a_stop() > 0 && polls_after_a_stop()-- > 0) return 0;
  const timespec timeout{timeout_ms / 1000, timeout_ms % 1000 * 1'000'000L};
  return ::ppoll(descriptors, count, timeout_ms < 0 ? nullptr : &timeout, nullptr);
}

namespace baton::bootstrap {
namespace {

using testing::Dialect;
using testing::environment_of;
using testing::FakePmiServer;
using Ranks = std::vector<std::uint32_t>;
using Variables = std::map<std::string, std::string>;

/// Connects every rank and runs `body` in a thread for each.
void for_each_rank(FakePmiServer& server, std::uint32_t size, const std::function<Variables(std::uint32_t)>& variables,
                   const std::function<void(Bootstrap&)>& body) {
  std::vector<std::thread> threads;
  for (std::uint32_t r = 0; r < size; ++r) {
    threads.emplace_back([&, r] {
      auto bootstrap = connect_pmi1(server.channel(r), environment_of(variables(r)));
      ASSERT_TRUE(bootstrap) << bootstrap.error().what;
      body(**bootstrap);
    });
  }
  for (auto& thread : threads) thread.join();
}

Variables none(std::uint32_t /*rank*/) { return {}; }

class Pmi1 : public ::testing::TestWithParam<Dialect> {};
INSTANTIATE_TEST_SUITE_P(Servers, Pmi1, ::testing::Values(Dialect::hydra, Dialect::slurm),
                         [](const auto& server) { return server.param == Dialect::hydra ? "hydra" : "slurm"; });

TEST_P(Pmi1, exchanges_any_bytes_between_all_pairs) {
  constexpr std::uint32_t size = 5;
  FakePmiServer server(size, GetParam(), "(vector,(0,1,5))");
  const auto value_of = [](std::uint32_t r) {
    std::string value = "a b  c=;%" + std::to_string(r);
    for (int i = 0; i < 3000; ++i) value += static_cast<char>(i * 31 + static_cast<int>(r));
    return value;
  };
  for_each_rank(server, size, none, [&](Bootstrap& rank) {
    EXPECT_FALSE(rank.get_waits());
    ASSERT_TRUE(rank.put("card", value_of(rank.job().rank)));
    ASSERT_TRUE(rank.put("empty", ""));
    ASSERT_TRUE(rank.put(std::string(40, 'k'), "long key"));
    ASSERT_TRUE(rank.commit());
    ASSERT_TRUE(rank.fence());
    for (std::uint32_t r = 0; r < size; ++r) {
      EXPECT_EQ(rank.get(r, "card", 0).value(), value_of(r));
      EXPECT_EQ(rank.get(r, "empty", 0).value(), "");
      EXPECT_EQ(rank.get(r, std::string(40, 'k'), 0).value(), "long key");
    }
    EXPECT_EQ(rank.get(0, "nokey", 0).error().code, Code::not_found);
    EXPECT_EQ(rank.get(size, "card", 0).error().code, Code::invalid_argument);
    EXPECT_EQ(rank.host_of(1), host_name());
    ASSERT_TRUE(rank.fence());
    ASSERT_TRUE(rank.finalize());
  });
}

TEST_P(Pmi1, goes_on_waiting_for_a_server_or_in_a_process_that_was_stopped) {
  FakePmiServer server(1, GetParam(), "(vector,(0,1,1))");
  polls_after_a_stop() = 100;
  auto rank = connect_pmi1(server.channel(0), environment_of({}));
  EXPECT_EQ(polls_after_a_stop().exchange(0), 0);
  ASSERT_TRUE(rank) << rank.error().what;
  polls_after_a_stop() = 1;
  EXPECT_TRUE((*rank)->finalize());
}

TEST_P(Pmi1, tells_what_the_launcher_said) {
  FakePmiServer server(1, GetParam(), "(vector,(0,1,1))");
  auto rank = connect_pmi1(server.channel(0), environment_of({}));
  ASSERT_TRUE(rank);
  const Job& job = (*rank)->job();
  EXPECT_EQ(job.size, 1U);
  EXPECT_EQ(job.launcher, "pmi1");
  EXPECT_EQ(job.id, server.name());
  EXPECT_EQ(job.universe_size, GetParam() == Dialect::slurm ? 3 : -1);
  EXPECT_EQ(job.appnum, GetParam() == Dialect::slurm ? -1 : 0);
  EXPECT_EQ(job.local_ranks, Ranks{0});
}

TEST_P(Pmi1, refuses_a_key_that_was_put_before) {
  FakePmiServer server(1, GetParam(), "(vector,(0,1,1))");
  auto rank = connect_pmi1(server.channel(0), environment_of({}));
  ASSERT_TRUE(rank);
  ASSERT_TRUE((*rank)->put("k", "v"));
  EXPECT_EQ((*rank)->put("k", "v").error().code, Code::refused);
}

TEST_P(Pmi1, works_without_a_mapping) {
  FakePmiServer server(3, GetParam(), "");
  for_each_rank(server, 3, none, [](Bootstrap& rank) {
    EXPECT_EQ(rank.job().local_ranks, Ranks{rank.job().rank});
    ASSERT_TRUE(rank.fence());
    EXPECT_EQ(rank.job().local_ranks, (Ranks{0, 1, 2}));
  });
}

TEST(Pmi1Hosts, a_mapping_that_fits_the_launchers_count_is_believed_at_once) {
  FakePmiServer server(4, Dialect::hydra, "(vector,(0,2,1))");
  const auto two = [](std::uint32_t) { return Variables{{"MPI_LOCALNRANKS", "2"}}; };
  for_each_rank(server, 4, two, [](Bootstrap& rank) {
    const std::uint32_t even = rank.job().rank % 2;
    EXPECT_EQ(rank.job().local_ranks, (Ranks{even, even + 2}));
    ASSERT_TRUE(rank.fence());
    EXPECT_EQ(rank.job().local_ranks, (Ranks{even, even + 2}));
  });
}

TEST(Pmi1Hosts, a_mapping_that_contradicts_the_launchers_count_is_replaced_by_host_names) {
  FakePmiServer server(4, Dialect::hydra, "(vector,(0,4,1))");  // "four hosts", really one
  const auto four = [](std::uint32_t) { return Variables{{"MPI_LOCALNRANKS", "4"}}; };
  for_each_rank(server, 4, four, [](Bootstrap& rank) {
    ASSERT_TRUE(rank.fence());
    EXPECT_EQ(rank.job().local_ranks, (Ranks{0, 1, 2, 3}));
  });
}

TEST(Pmi1Hosts, equal_counts_do_not_hide_different_hosts) {
  FakePmiServer server(2, Dialect::hydra, "(vector,(0,1,2))");
  server.overwrite("host.1", "1!elsewhere/1");
  const auto two = [](std::uint32_t) { return Variables{{"MPI_LOCALNRANKS", "2"}}; };
  for_each_rank(server, 2, two, [](Bootstrap& rank) {
    ASSERT_TRUE(rank.fence());
    if (rank.job().rank == 0) {
      EXPECT_EQ(rank.job().local_ranks, Ranks{0});
    }
  });
}

TEST(Pmi1Hosts, the_same_name_on_two_machines_is_two_hosts) {
  FakePmiServer server(2, Dialect::hydra, "");
  server.overwrite("host.1", "1!" + to_wire_text(host_name()) + "/other-boot-id");
  for_each_rank(server, 2, none, [](Bootstrap& rank) {
    ASSERT_TRUE(rank.fence());
    if (rank.job().rank == 0) {
      EXPECT_EQ(rank.job().local_ranks, Ranks{0});
    }
  });
}

TEST(Pmi1Hosts, slurm_names_the_tasks_of_a_node_itself) {
  FakePmiServer server(4, Dialect::slurm, "(vector,(0,4,1))");  // what it says for -m arbitrary h2,h1,h1,h2
  const auto tasks = [](std::uint32_t rank) {
    return Variables{{"PMI_JOBID", "4.0"}, {"SLURM_GTIDS", rank == 0 || rank == 3 ? "0,3" : "1,2"}};
  };
  for_each_rank(server, 4, tasks, [](Bootstrap& rank) {
    const Ranks expected = rank.job().rank == 0 || rank.job().rank == 3 ? Ranks{0, 3} : Ranks{1, 2};
    EXPECT_EQ(rank.job().local_ranks, expected);
    ASSERT_TRUE(rank.fence());
    EXPECT_EQ(rank.job().local_ranks, expected);
  });
}

TEST(Pmi1Hosts, slurm_variables_of_an_outer_job_are_ignored) {
  FakePmiServer server(2, Dialect::hydra, "(vector,(0,1,2))");
  const auto inherited = [](std::uint32_t) {
    return Variables{{"PMI_JOBID", "4.0"}, {"SLURM_GTIDS", "0"}, {"MPI_LOCALNRANKS", "2"}};
  };
  for_each_rank(server, 2, inherited, [](Bootstrap& rank) { EXPECT_EQ(rank.job().local_ranks, (Ranks{0, 1})); });
}

TEST(Pmi1Cost, a_trusted_node_asks_one_question_a_rank) {
  constexpr std::uint32_t size = 16;
  FakePmiServer server(size, Dialect::hydra, "(vector,(0,1,16))");
  const auto all = [](std::uint32_t) { return Variables{{"MPI_LOCALNRANKS", "16"}}; };
  for_each_rank(server, size, all, [](Bootstrap& rank) { ASSERT_TRUE(rank.fence()); });
  EXPECT_LE(server.requests(), static_cast<int>(size) * 9);
}

/// A server that sends `script` whatever it is asked, then closes.
Result<std::unique_ptr<Bootstrap>> connect_to_script(std::string_view script) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) std::abort();
  const UniqueFd server(ends[1]);
  (void)::send(ends[1], script.data(), script.size(), MSG_NOSIGNAL);
  ::shutdown(ends[1], SHUT_WR);
  return connect_pmi1({Pmi1Wire(UniqueFd(ends[0])), 0, 2}, environment_of({}));
}

TEST(Pmi1Abort, tells_the_launcher_and_ends_the_process) {
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  const UniqueFd server(ends[1]);
  UniqueFd client(ends[0]);
  const std::string_view script =
      "cmd=response_to_init rc=0\ncmd=maxes\ncmd=my_kvsname kvsname=k\ncmd=universe_size\ncmd=appnum\ncmd=put_result "
      "rc=0\n";
  ASSERT_EQ(::send(server.get(), script.data(), script.size(), 0), static_cast<ssize_t>(script.size()));
  ASSERT_EQ(::shutdown(server.get(), SHUT_WR), 0);  // an abort waits for the launcher's blow
  EXPECT_EXIT((*connect_pmi1({Pmi1Wire(std::move(client)), 0, 1}, environment_of({})))->abort(42, ""),
              ::testing::ExitedWithCode(42), "");
  char heard[1024];
  const ssize_t length = ::recv(server.get(), heard, sizeof heard, 0);
  ASSERT_GT(length, 0);
  EXPECT_THAT(std::string(heard, static_cast<std::size_t>(length)), ::testing::EndsWith("\ncmd=abort exitcode=42\n"));
}

TEST(Output, is_drained_when_the_reader_has_read_all) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const UniqueFd reader(ends[0]);
  const UniqueFd writer(ends[1]);
  EXPECT_TRUE(is_drained(writer.get()));
  ASSERT_EQ(::write(writer.get(), "words", 5), 5);
  EXPECT_FALSE(is_drained(writer.get()));
  char heard[8];
  ASSERT_EQ(::read(reader.get(), heard, sizeof heard), 5);
  EXPECT_TRUE(is_drained(writer.get()));
}

TEST(Output, of_other_kinds_is_drained) {
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  const UniqueFd one(ends[0]);
  const UniqueFd other(ends[1]);
  ASSERT_EQ(::write(one.get(), "words", 5), 5);
  EXPECT_TRUE(is_drained(one.get()));
  EXPECT_TRUE(is_drained(-1));
}

TEST(Pmi1Garbage, is_an_error_with_a_sentence) {
  const std::string hello = "cmd=response_to_init pmi_version=1 pmi_subversion=1 rc=0\n";
  EXPECT_EQ(connect_to_script("").error().code, Code::peer_lost);
  EXPECT_EQ(connect_to_script("HTTP/1.1 400 Bad Request\n").error().code, Code::protocol);
  EXPECT_EQ(connect_to_script("cmd=response_to_init pmi_version=2 pmi_subversion=0 rc=0\n").error().code,
            Code::refused);
  EXPECT_EQ(connect_to_script("cmd=response_to_init rc=-1\n").error().code, Code::refused);
  EXPECT_EQ(connect_to_script(hello).error().code, Code::peer_lost);
  EXPECT_EQ(connect_to_script(hello + "cmd=put_result rc=0\n").error().code, Code::protocol);
  EXPECT_EQ(connect_to_script(hello + "cmd=maxes vallen_max=banana\ncmd=my_kvsname\n").error().code, Code::protocol);
  EXPECT_EQ(connect_to_script(std::string(70'000, 'x')).error().code, Code::protocol);
}

TEST(Pmi1Garbage, a_rank_beyond_the_size_is_refused) {
  EXPECT_FALSE(open_pmi_fd(environment_of({{"PMI_FD", "1000"}, {"PMI_RANK", "2"}, {"PMI_SIZE", "2"}})).has_value());
  EXPECT_FALSE(open_pmi_fd(environment_of({{"PMI_FD", "1000"}, {"PMI_RANK", "x"}, {"PMI_SIZE", "2"}})).has_value());
  EXPECT_FALSE(open_pmi_fd(environment_of({{"PMI_RANK", "0"}, {"PMI_SIZE", "2"}})).has_value());
}

TEST(Pmi1Reply, finds_whole_keys_only) {
  const Pmi1Reply reply("cmd=get_result rc=0 xvalue=1 value=a=b");
  EXPECT_EQ(reply.field("value"), "a=b");
  EXPECT_EQ(reply.field("alue"), std::nullopt);
  EXPECT_EQ(reply.number("rc", 7), 0);
  EXPECT_EQ(reply.number("value", 7), 7);
}

}  // namespace
}  // namespace baton::bootstrap
