// SPDX-License-Identifier: BSD-3-Clause
// Execution: one collective under way. It starts each step of a plan when the last thing that the step waits for has
// happened, driven by completions alone: nothing is scanned, nothing polled. Not here: which plan (runner.hpp) and how
// to wait (p2p::Engine::wait_until).
//
// Threads: everything happens under the engine's lock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "base/result.hpp"
#include "schedule/binding.hpp"
#include "schedule/plan.hpp"

namespace baton::schedule {

/// Runs one plan at a time, any number of times. Memory that a run needs is kept for the next one.
/// Failure: the first error is kept, and the schedule runs on without touching data, so that no other rank waits for
/// this one in vain. What it still sends is empty, so that ranks that depend on it fail too, where they expect bytes.
/// When the ranks' calls do not fit together, no further message is started and none awaited: there is no telling who
/// would wait for what. Who should have got one is told so at once, or when it asks this rank's witness.
class Execution {
 public:
  Execution() = default;
  ~Execution();
  Execution(const Execution&) = delete;
  Execution& operator=(const Execution&) = delete;

  /// Starts; may be complete on return. `tag` is of this operation alone, the same on all ranks. The plan is shared, or
  /// owned from here on.
  void start(Plan& plan, const Channel& channel, const Binding& binding, std::int32_t tag);
  void start(std::unique_ptr<Plan> plan, const Channel& channel, const Binding& binding, std::int32_t tag);
  /// The same again (persistent collectives). Contract: done().
  void restart();

  [[nodiscard]] bool done() const noexcept { return done_; }
  [[nodiscard]] std::int32_t tag() const noexcept { return tag_; }
  /// Whether a message with `partner` is still to be completed: to it (send) or from it (recv).
  [[nodiscard]] bool owes(std::uint32_t partner, collectives::StepKind kind) const noexcept;
  /// Of the latest run, once done.
  [[nodiscard]] const Error& error() const noexcept { return error_; }
  /// Whether it stopped sending and receiving, for the ranks' calls do not fit together.
  [[nodiscard]] bool abandoned() const noexcept { return abandoned_; }
  /// How often it has been started again.
  [[nodiscard]] std::uint64_t restarts() const noexcept { return restarts_; }
  [[nodiscard]] std::uint64_t moment() const noexcept { return moment_; }

  /// Called at the end of each run; may start this execution again or end its life.
  void on_complete(void (*call)(Execution&, void*) noexcept, void* context) noexcept {
    call_ = call;
    call_context_ = context;
  }

  /// Forgets the plan, and memory beyond `keep_bytes`. Contract: done().
  void recycle(std::size_t keep_bytes) noexcept;

 private:
  struct Message : p2p::Request {
    Execution* owner = nullptr;
    std::uint32_t step = 0;
    Message* next = nullptr;  // in the free list
  };
  struct BoundType {
    const datatype::Datatype* type = nullptr;
    std::int64_t unit = 1;  // bytes that offsets count
  };

  void begin();
  void bind();
  void run() noexcept;
  void perform(std::uint32_t id) noexcept;
  void send(std::uint32_t id, const collectives::Step& step) noexcept;
  void receive(std::uint32_t id, const collectives::Step& step) noexcept;
  void copy(const collectives::Step& step) noexcept;
  void reduce(const collectives::Step& step) noexcept;
  void release(const collectives::Step& step, bool started) noexcept;
  void complete(std::uint32_t id) noexcept;
  void finish() noexcept;
  void fail(const Error& error) noexcept {
    if (!error_.ok()) return;
    error_ = error;
    abandoned_ =
        error.code == Code::call_mismatch || error.code == Code::root_mismatch || error.code == Code::op_mismatch;
  }
  /// Looks for messages of this collective and earlier ones that nobody takes: then ranks have passed different roots
  /// or counts, and nobody has waited. The first such is the error of this collective, which is over.
  [[gnu::cold]] void look_back() noexcept;

  [[nodiscard]] BoundType type_of(const collectives::Block& block) const noexcept;
  [[nodiscard]] std::byte* address(const collectives::Block& block) const noexcept;

  /// Cancels the receives that are posted. Contract: running_, so that their completions only add to the list.
  void await_nothing() noexcept;
  /// Tells the receiver of a step that it is not going to be sent (mismatch.cpp).
  void disappoint(const collectives::Step& step) const noexcept;
  /// The error for a message that its sender took for part of another call.
  [[nodiscard]] Error mistaken(const collectives::Step& step, std::uint8_t mark) const noexcept;
  Message& message(std::uint32_t step);
  void arrived(Message& message) noexcept;
  static void message_complete(p2p::Request& request, void* context) noexcept;

  Plan* plan_ = nullptr;
  std::unique_ptr<Plan> owned_;
  Channel channel_;
  Binding binding_;
  std::int32_t tag_ = 0;
  bool done_ = true;
  bool running_ = false;
  bool abandoned_ = false;
  std::uint64_t restarts_ = 0;
  Error error_;
  std::uint64_t moment_ = 0;
  std::uint32_t remaining_ = 0;
  std::vector<std::uint32_t> waits_;
  std::vector<std::uint32_t> ready_;
  std::size_t next_ready_ = 0;

  std::byte* bases_[4] = {};       // by Buffer, for elements
  std::byte* byte_bases_[4] = {};  // for contiguous data seen as bytes
  std::unique_ptr<std::byte[]> memory_;
  std::size_t memory_bytes_ = 0;

  std::deque<Message> messages_;  // all ever made
  Message* free_messages_ = nullptr;
  void (*call_)(Execution&, void*) noexcept = nullptr;
  void* call_context_ = nullptr;
};

}  // namespace baton::schedule
