// SPDX-License-Identifier: BSD-3-Clause
// The native API on the ranks of a world in one process: each thread is a rank with a communicator of its own.
#pragma once

#include <baton/communicator.hpp>
#include <functional>

#include "api/process.hpp"
#include "api/state.hpp"
#include "tests/support/world.hpp"

namespace baton::tests {

/// Runs `body` with a communicator of all ranks, which share the pinned buffers of this process; an exception out of it
/// fails the test.
inline void run_native(std::uint32_t size, const std::function<void(api::Communicator&)>& body,
                       const std::string& transport = "shm", bool threaded = false) {
  const std::vector<memory::Pool*> pools(size, &api::Process::get().pool());
  const auto on_each_rank = [&](runtime::Runtime& runtime, communicator::Communicator& world) {
    // The world owns the runtime: the rank borrows it.
    auto rank = std::make_shared<api::Rank>(std::shared_ptr<runtime::Runtime>(&runtime, [](runtime::Runtime*) {}));
    api::Communicator communicator(api::detail::wrap(rank, communicator::Ref(&world)));
    try {
      body(communicator);
    } catch (const std::exception& failure) {
      ADD_FAILURE() << "rank " << communicator.rank() << " threw: " << failure.what();
    }
    EXPECT_EQ(rank->active_operations, 0);
    EXPECT_EQ(rank->open_loans, nullptr);
  };
  run_world(size, transport, threaded, on_each_rank, 0, false, pools);
}

/// The class of the exception that `call` throws, and its sentence in `words`.
template <class Call>
std::optional<api::ErrorClass> thrown_by(Call&& call, std::string* words = nullptr) {
  try {
    call();
  } catch (const api::Exception& failure) {
    if (words != nullptr) *words = failure.what();
    return failure.error_class();
  }
  return std::nullopt;
}

}  // namespace baton::tests
