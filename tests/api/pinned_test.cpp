// SPDX-License-Identifier: BSD-3-Clause
// Pinned buffers and loans of the native API, ranks as threads.
#include <baton/pinned.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <list>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "api/native_world.hpp"

namespace baton {
namespace {

using api::null_rank;
using api::pinned_allocator;
using api::pinned_vector;
using api::Receivable;
using api::Request;
using api::Sendable;
using api::wait_all;
using tests::run_native;
using tests::thrown_by;

static_assert(std::allocator_traits<pinned_allocator<int>>::is_always_equal::value);
static_assert(
    std::is_same_v<std::allocator_traits<pinned_allocator<int>>::rebind_alloc<double>, pinned_allocator<double>>);
static_assert(Sendable<pinned_vector<double>> && Receivable<pinned_vector<double>&>);

bool is_pinned(const void* memory) { return api::Process::get().pool().owns(memory); }

TEST(PinnedAllocator, serves_the_containers_of_the_standard_library) {
  pinned_vector<int> vector(1000);
  std::iota(vector.begin(), vector.end(), 0);
  EXPECT_TRUE(is_pinned(vector.data()));
  pinned_vector<int> copy = vector;
  vector.resize(100'000, 7);
  EXPECT_EQ(vector[999], 999);
  EXPECT_EQ(vector[99'999], 7);
  pinned_vector<int> moved = std::move(vector);
  std::swap(moved, copy);
  EXPECT_EQ(moved.size(), 1000u);
  moved = copy;
  EXPECT_EQ(moved, copy);

  std::list<std::string, pinned_allocator<std::string>> list;
  std::map<int, int, std::less<>, pinned_allocator<std::pair<const int, int>>> map;
  for (int i = 0; i < 500; ++i) {
    list.push_back(std::to_string(i));
    map[i * 37 % 500] = i;
  }
  EXPECT_TRUE(is_pinned(&list.front()));
  EXPECT_EQ(list.back(), "499");
  EXPECT_EQ(map.size(), 500u);
}

TEST(PinnedAllocator, obeys_alignment_and_tells_what_cannot_be_had) {
  struct alignas(4096) Page {
    char bytes[4096];
  };
  pinned_vector<Page> pages(3);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(pages.data()) % 4096, 0u);
  pinned_allocator<double> doubles;
  EXPECT_THROW((void)doubles.allocate(~std::size_t{0} / 4), std::bad_array_new_length);
  EXPECT_THROW((void)doubles.allocate(~std::size_t{0} / 16), std::bad_alloc);
  double* const none = doubles.allocate(0);
  doubles.deallocate(none, 0);
  EXPECT_TRUE(doubles == pinned_allocator<char>());
}

class Loans : public ::testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] static bool shared() { return GetParam() == std::string("shm"); }
};

TEST_P(Loans, are_looked_at_where_they_lie_and_given_back) {
  run_native(
      2,
      [](api::Communicator& world) {
        constexpr std::size_t count = 100'000;
        if (world.rank() == 0) {
          pinned_vector<double> data(count, 1.5);
          Request<> loan = world.lend(data, 1, 4);
          if (shared()) {
            // The borrower holds it until it has heard from here.
            EXPECT_FALSE(loan.test());
            data[7] = 2.5;
            world.send(1, 1, 5);
          }
          loan.wait();
          return;
        }
        auto view = world.borrow<const double>(0, 4);
        EXPECT_TRUE(view.active());
        EXPECT_EQ(view.in_place(), shared());
        EXPECT_EQ(view.size(), count);
        EXPECT_EQ(view.status().source(), 0);
        EXPECT_EQ(view.status().tag(), 4);
        EXPECT_EQ(view[count - 1], 1.5);
        if (shared()) {
          (void)world.receive_value<int>(0, 5);
          EXPECT_EQ(view[7], 2.5) << "this is the sender's memory";
        }
        auto moved = std::move(view);
        EXPECT_FALSE(view.active());  // NOLINT(bugprone-use-after-move): the state after a move is what is tested
        EXPECT_EQ(std::accumulate(moved.begin() + 8, moved.end(), 0.0), 1.5 * (count - 8));
        moved.give_back();
        EXPECT_FALSE(moved.active());
        EXPECT_TRUE(moved.empty());
      },
      GetParam());
}

TEST_P(Loans, of_ordinary_memory_and_ordinary_messages_are_copies) {
  run_native(
      2,
      [](api::Communicator& world) {
        if (world.rank() == 0) {
          const std::vector<int> heap(50'000, 3);
          world.lend(heap, 1).wait();
          world.send(heap, 1);
          const pinned_vector<int> pinned(50'000, 4);
          world.send(pinned, 1);
          const pinned_vector<int> few(3, 5);
          world.send(few, 1);
          const std::vector<int> none;
          world.lend(none, 1).wait();
          return;
        }
        for (const int expected : {3, 3, 4, 5}) {
          const auto view = world.borrow<int>(0);
          EXPECT_FALSE(view.in_place());
          EXPECT_EQ(view.size(), expected == 5 ? 3u : 50'000u);
          EXPECT_EQ(view.back(), expected);
        }
        EXPECT_TRUE(world.borrow<int>(0).empty());
      },
      GetParam());
}

TEST_P(Loans, keep_their_place_among_other_messages) {
  run_native(
      2,
      [](api::Communicator& world) {
        constexpr int rounds = 90;  // more than there are verdicts for
        if (world.rank() == 0) {
          std::vector<pinned_vector<int>> data;
          std::vector<Request<>> loans;
          for (int i = 0; i < rounds; ++i) data.emplace_back(i % 5 == 0 ? 1 : 2000, i);
          for (int i = 0; i < rounds; ++i) {
            const auto& each = data[static_cast<std::size_t>(i)];
            loans.push_back(i % 3 == 0 ? world.isend(each, 1) : world.lend(each, 1));
          }
          wait_all(loans);
          return;
        }
        std::vector<api::Borrowed<int>> views;
        for (int i = 0; i < rounds; ++i) {
          if (i % 4 == 0) {
            EXPECT_EQ(world.receive_vector<int>(0).back(), i) << "a loan may be received, too";
          } else {
            views.push_back(world.borrow<int>(0));
            EXPECT_EQ(views.back().back(), i);
          }
        }
        while (!views.empty()) views.erase(views.begin() + static_cast<std::ptrdiff_t>(views.size() / 2));
      },
      GetParam());
}

TEST_P(Loans, can_be_taken_back_until_somebody_borrows_them) {
  run_native(
      2,
      [](api::Communicator& world) {
        if (world.rank() == 0) {
          const pinned_vector<int> data(10'000, 1);
          Request<> loan = world.lend(data, 1, 1);
          loan.cancel();
          EXPECT_TRUE(loan.wait().cancelled());
          const pinned_vector<int> other(10'000, 2);
          world.lend(other, 1, 1).wait();
          return;
        }
        EXPECT_EQ(world.borrow<int>(0, 1).front(), 2);
      },
      GetParam());
}

TEST_P(Loans, that_are_no_whole_number_of_elements_are_told_and_given_back) {
  run_native(
      2,
      [](api::Communicator& world) {
        if (world.rank() == 0) {
          const pinned_vector<char> data(10'001, 'a');
          world.lend(data, 1).wait();
          return;
        }
        std::string words;
        EXPECT_EQ(thrown_by([&] { (void)world.borrow<int>(0); }, &words), api::ErrorClass::invalid_count);
        EXPECT_NE(words.find("borrow: the message of 10001 bytes from rank 0"), std::string::npos) << words;
      },
      GetParam());
}

TEST(Loan, to_oneself_is_looked_at_in_place) {
  run_native(1, [](api::Communicator& world) {
    const std::vector<int> data(1000, 9);
    Request<> loan = world.lend(data, 0);
    {
      const auto view = world.borrow<int>(0);
      EXPECT_EQ(view.data(), data.data());
      EXPECT_FALSE(loan.test());
    }
    EXPECT_TRUE(loan.test());
  });
}

TEST(Loan, to_nobody_is_complete_and_from_nobody_is_empty) {
  run_native(1, [](api::Communicator& world) {
    const std::vector<int> data(10, 9);
    world.lend(data, null_rank).wait();
    const auto view = world.borrow<int>(null_rank);
    EXPECT_TRUE(view.empty());
    EXPECT_EQ(view.status().source(), null_rank);
    EXPECT_EQ(thrown_by([&] { (void)world.lend(data, 7); }), api::ErrorClass::invalid_rank);
    EXPECT_EQ(thrown_by([&] { (void)world.borrow<int>(0, -7); }), api::ErrorClass::invalid_tag);
  });
}

TEST(Loan, that_outlives_the_environment_is_given_back_and_told) {
  const std::vector<memory::Pool*> pools(2, &api::Process::get().pool());
  const auto body = [](runtime::Runtime& runtime, communicator::Communicator& made) {
    const auto rank =
        std::make_shared<api::Rank>(std::shared_ptr<runtime::Runtime>(&runtime, [](runtime::Runtime*) {}));
    const api::Communicator world(api::detail::wrap(rank, communicator::Ref(&made)));
    if (world.rank() == 0) {
      const pinned_vector<int> data(10'000, 6);
      world.lend(data, 1).wait();
      return;
    }
    const auto kept = world.borrow<int>(0);
    EXPECT_TRUE(kept.in_place());
    ::testing::internal::CaptureStderr();
    api::return_open_loans(*rank);
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("1 borrowed message(s)"), std::string::npos);
    EXPECT_EQ(kept.size(), 10'000u);
  };
  tests::run_world(2, "shm", false, body, 0, false, pools);
}

INSTANTIATE_TEST_SUITE_P(Transports, Loans, ::testing::Values("shm", "tcp"));

}  // namespace
}  // namespace baton
