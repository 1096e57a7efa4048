// SPDX-License-Identifier: BSD-3-Clause
// Handles: a table finds its objects, and nothing else.
#include "mpi/handles.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace baton::mpi {
namespace {

struct Thing {
  int value = 0;
};
using Things = HandleTable<MPI_Comm, Thing>;

MPI_Comm garbage(std::uint64_t bits) { return reinterpret_cast<MPI_Comm>(bits); }

TEST(HandleTable, FindsWhatWasInsertedUntilItIsErased) {
  Things table;
  Thing a{1};
  const MPI_Comm handle = table.insert(&a);
  EXPECT_GE(reinterpret_cast<std::uintptr_t>(handle), HandleBits::zero_page);
  EXPECT_EQ(table.lookup(handle), &a);
  EXPECT_EQ(table.size(), 1U);
  EXPECT_EQ(table.erase(handle), &a);
  EXPECT_EQ(table.lookup(handle), nullptr);
  EXPECT_EQ(table.erase(handle), nullptr);
  EXPECT_EQ(table.size(), 0U);
}

TEST(HandleTable, AStaleHandleIsNotFoundWhenItsSlotIsUsedAgain) {
  Things table;
  Thing a{1};
  Thing b{2};
  const MPI_Comm first = table.insert(&a);
  table.erase(first);
  const MPI_Comm second = table.insert(&b);
  EXPECT_NE(first, second);
  EXPECT_EQ(table.lookup(first), nullptr);
  EXPECT_EQ(table.lookup(second), &b);
}

TEST(HandleTable, ASeatGivesItsObjectANewHandleEachTime) {
  Things table;
  Thing pooled{1};
  Thing other{2};
  auto seat = table.take_seat(&pooled);
  EXPECT_TRUE(seat.taken());
  EXPECT_EQ(table.size(), 0U);
  const MPI_Comm first = seat.hand_out();
  EXPECT_EQ(table.lookup(first), &pooled);
  EXPECT_EQ(table.size(), 1U);
  seat.withdraw();
  EXPECT_EQ(table.lookup(first), nullptr);
  EXPECT_TRUE(table.is_stale(first));
  const MPI_Comm between = table.insert(&other);  // finds another slot
  const MPI_Comm second = seat.hand_out();
  EXPECT_NE(first, second);
  EXPECT_EQ(table.lookup(second), &pooled);
  EXPECT_EQ(table.lookup(between), &other);
  EXPECT_EQ(table.size(), 2U);
}

TEST(HandleTable, PredefinedConstantsMeanWhatWasRegistered) {
  Things table;
  Thing world{7};
  EXPECT_EQ(table.lookup(MPI_COMM_WORLD), nullptr);
  table.set_predefined(MPI_COMM_WORLD, &world);
  EXPECT_EQ(table.lookup(MPI_COMM_WORLD), &world);
  EXPECT_EQ(table.lookup(MPI_COMM_NULL), nullptr);
  EXPECT_EQ(table.erase(MPI_COMM_WORLD), nullptr);
  table.set_predefined(MPI_COMM_WORLD, nullptr);
  EXPECT_EQ(table.lookup(MPI_COMM_WORLD), nullptr);
}

TEST(HandleTable, GarbageIsNeverFoundAndNeverTouched) {
  Things table;
  Thing a;
  const MPI_Comm handle = table.insert(&a);
  const auto bits = reinterpret_cast<std::uintptr_t>(handle);
  for (int bit = 0; bit < 64; ++bit) EXPECT_EQ(table.lookup(garbage(bits ^ (std::uint64_t{1} << bit))), nullptr) << bit;
  for (std::uint64_t value = 0; value < 5000; ++value) EXPECT_EQ(table.lookup(garbage(value)), nullptr);
  EXPECT_EQ(table.lookup(garbage(~std::uint64_t{0})), nullptr);
  EXPECT_EQ(table.lookup(garbage(0xdeadbeefdeadbeefU)), nullptr);
  EXPECT_EQ(table.lookup(reinterpret_cast<MPI_Comm>(&a)), nullptr);
}

TEST(HandleTable, KeepsAHundredThousandObjectsApart) {
  Things table;
  std::vector<Thing> things(100000);
  std::vector<MPI_Comm> handles;
  for (Thing& thing : things) handles.push_back(table.insert(&thing));
  for (std::size_t i = 0; i < things.size(); ++i) ASSERT_EQ(table.lookup(handles[i]), &things[i]);
  std::size_t seen = 0;
  table.for_each([&](MPI_Comm handle, Thing& thing) { seen += table.lookup(handle) == &thing; });
  EXPECT_EQ(seen, things.size());
  for (std::size_t i = 0; i < things.size(); i += 2) table.erase(handles[i]);
  for (std::size_t i = 0; i < things.size(); ++i) ASSERT_EQ(table.lookup(handles[i]), i % 2 ? &things[i] : nullptr);
}

TEST(HandleTable, IntegersLeadBackToTheHandle) {
  Things table;
  Thing a;
  const MPI_Comm handle = table.insert(&a);
  EXPECT_EQ(table.to_int(MPI_COMM_WORLD), 0x101);
  EXPECT_EQ(table.from_int(0x101), MPI_COMM_WORLD);
  EXPECT_GE(table.to_int(handle), 4096);
  EXPECT_EQ(table.from_int(table.to_int(handle)), handle);
  const int number = table.to_int(handle);
  table.erase(handle);
  EXPECT_EQ(table.lookup(table.from_int(number)), nullptr);
  for (int wild : {-1, -4096, 4097, 1 << 30, 0x7fffffff})
    EXPECT_EQ(table.lookup(table.from_int(wild)), nullptr) << wild;
}

TEST(HandleTable, ThreadsInsertLookUpAndEraseAtOnce) {
  Things table;
  constexpr int rounds = 5000;
  std::vector<std::thread> threads;
  std::atomic<int> wrong{0};
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      std::vector<Thing> things(8);
      std::vector<MPI_Comm> handles(things.size());
      for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < things.size(); ++i) handles[i] = table.insert(&things[i]);
        for (std::size_t i = 0; i < things.size(); ++i) wrong += table.lookup(handles[i]) != &things[i];
        for (std::size_t i = 0; i < things.size(); ++i) wrong += table.erase(handles[i]) != &things[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong.load(), 0);
  EXPECT_EQ(table.size(), 0U);
}

TEST(HandleSentences, SayWhatTheHandleIs) {
  EXPECT_EQ(describe_handle(HandleKind::comm, MPI_COMM_NULL), "is MPI_COMM_NULL");
  EXPECT_NE(describe_handle(HandleKind::comm, MPI_INT).find("the handle of a datatype"), std::string::npos);
  EXPECT_NE(describe_handle(HandleKind::comm, garbage(0xdeadbeef)).find("not a handle of this library"),
            std::string::npos);
  EXPECT_EQ(handle_error_class(HandleKind::request), MPI_ERR_REQUEST);
}

}  // namespace
}  // namespace baton::mpi
