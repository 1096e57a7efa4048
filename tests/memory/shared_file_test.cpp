// SPDX-License-Identifier: BSD-3-Clause
#include "memory/shared_file.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>

namespace baton::memory {
namespace {

TEST(SharedFile, is_seen_by_every_mapping_of_it) {
  const std::size_t bytes = 2 * page_bytes();
  auto file = make_shared_file("test", bytes);
  ASSERT_TRUE(file) << file.error().what;
  auto one = Mapping::of(file->get(), bytes);
  auto two = Mapping::of(file->get(), bytes);
  ASSERT_TRUE(one);
  ASSERT_TRUE(two);
  EXPECT_NE(one->data(), two->data());
  std::memcpy(one->data() + 100, "baton", 6);
  EXPECT_STREQ(reinterpret_cast<const char*>(two->data() + 100), "baton");
}

TEST(SharedFile, cannot_be_shrunk_under_its_users) {
  auto file = make_shared_file("test", page_bytes());
  ASSERT_TRUE(file);
  EXPECT_TRUE(check_shared_file(file->get(), page_bytes()));
  EXPECT_NE(::ftruncate(file->get(), 0), 0);
}

TEST(SharedFile, of_a_wrong_size_or_without_seals_is_refused) {
  auto file = make_shared_file("test", page_bytes());
  ASSERT_TRUE(file);
  EXPECT_EQ(check_shared_file(file->get(), 2 * page_bytes()).error().code, Code::protocol);
  const UniqueFd open(::memfd_create("open", MFD_CLOEXEC));
  ASSERT_EQ(::ftruncate(open.get(), static_cast<off_t>(page_bytes())), 0);
  EXPECT_EQ(check_shared_file(open.get(), page_bytes()).error().code, Code::protocol);
  EXPECT_FALSE(check_shared_file(-1, page_bytes()));
}

TEST(Mapping, a_mirrored_part_is_seen_twice_in_a_row) {
  const std::size_t page = page_bytes();
  auto file = make_shared_file("test", 3 * page);
  ASSERT_TRUE(file);
  const std::array<Part, 2> parts{{{0, page, false}, {page, 2 * page, true}}};
  auto mapping = Mapping::of(file->get(), parts);
  ASSERT_TRUE(mapping) << mapping.error().what;
  EXPECT_EQ(mapping->size(), 5 * page);
  std::byte* const ring = mapping->data() + page;
  std::memset(ring + 2 * page - 10, 7, 20);
  for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(ring[i], std::byte{7});
  EXPECT_EQ(mapping->data()[0], std::byte{0});
}

TEST(Mapping, populating_gives_memory_to_the_asked_range_only) {
  const std::size_t page = page_bytes();
  auto file = make_shared_file("test", 16 * page);
  ASSERT_TRUE(file);
  auto mapping = Mapping::of(file->get(), 16 * page);
  ASSERT_TRUE(mapping);
  ASSERT_TRUE(mapping->populate(4 * page, 2 * page, file->get(), 4 * page));
  struct stat about {};
  ASSERT_EQ(::fstat(file->get(), &about), 0);
  EXPECT_EQ(static_cast<std::size_t>(about.st_blocks) * 512, 2 * page);
}

TEST(Mapping, moves_without_losing_or_doubling_its_memory) {
  auto file = make_shared_file("test", page_bytes());
  ASSERT_TRUE(file);
  auto made = Mapping::of(file->get(), page_bytes());
  ASSERT_TRUE(made);
  std::byte* const at = made->data();
  Mapping first(std::move(*made));
  Mapping second;
  second = std::move(first);
  EXPECT_EQ(second.data(), at);
  second.data()[0] = std::byte{1};
}

TEST(Mapping, of_a_bad_descriptor_is_an_error) {
  const auto mapping = Mapping::of(-1, page_bytes());
  ASSERT_FALSE(mapping);
  EXPECT_EQ(mapping.error().code, Code::io);
}

}  // namespace
}  // namespace baton::memory
