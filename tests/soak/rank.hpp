// SPDX-License-Identifier: BSD-3-Clause
// One rank of a soak: rounds of random messages, all of whose bytes are known beforehand. Written once; a port says
// how a call is made, through the C API among processes or on the engine among threads of one process.
//
// A round: (1) whatever does not block, in random order, receives that are cancelled among it; (2) sends that block, to
// receives that (1) has posted; exchanges with the neighbours; (3) the receives that were left, some by probes;
// (4) everything completes; (5) all bytes are looked at. A rank is at most `lanes` rounds ahead of any other.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "soak/plan.hpp"
#include "soak/shape.hpp"

namespace baton::soak {

/// What came of an operation.
struct Answer {
  int source = any;
  int tag = any;
  std::int64_t bytes = 0;
  bool cancelled = false;
};

/// What a rank has done and found.
struct Report {
  int rank = 0;
  std::uint64_t rounds = 0, messages = 0, bytes = 0, probed = 0, cancelled = 0, not_cancelled = 0;
  std::uint64_t failures = 0;
  std::string doing;  // for a rank that hangs

  void fail(const std::string& text) {
    if (++failures <= 20) std::fprintf(stderr, "soak: rank %d: %s\n", rank, text.c_str());
  }
};

template <class Port>
class Buffer {
 public:
  Buffer(Port& port, const Shape& shape, bool pinned)
      : port_(&port), shape_(shape), pinned_(pinned), memory_(port.allocate(shape.span() + guard, pinned)) {}
  Buffer(Buffer&& other) noexcept
      : port_(other.port_),
        shape_(other.shape_),
        pinned_(other.pinned_),
        memory_(std::exchange(other.memory_, nullptr)) {}
  Buffer& operator=(Buffer&&) = delete;
  ~Buffer() {
    if (memory_ != nullptr) port_->release(memory_, pinned_);
  }
  [[nodiscard]] const Shape& shape() const noexcept { return shape_; }
  [[nodiscard]] unsigned char* address() const noexcept { return memory_ + shape_.before(); }
  [[nodiscard]] unsigned char* memory() const noexcept { return memory_; }
  [[nodiscard]] std::size_t span() const noexcept { return shape_.span() + guard; }

 private:
  static constexpr std::size_t guard = 16;  // behind it: nothing may be written there
  Port* port_;
  Shape shape_;
  bool pinned_;
  unsigned char* memory_;
};

template <class Port>
class Rank {
 public:
  Rank(Port& port, const Plan& plan, Report& report) : port_(port), plan_(plan), report_(report) {
    report_.rank = port.rank();
  }

  void round(std::uint32_t number) {
    round_ = number;
    lane_ = static_cast<int>(number % lanes);
    dice_ = Dice(mix(mix(plan_.settings().seed, number), 1000 + static_cast<std::uint64_t>(port_.rank())));
    doing("waits for the other ranks");
    if (number >= lanes) port_.finish_barrier(lane_);
    gather_plan();
    start();
    send_blocking();
    exchange();
    receive_later();
    doing("completes");
    std::vector<Answer> answers(requests_.size());
    port_.complete(requests_, answers, dice_);
    for (std::size_t i = 0; i < requests_.size(); ++i) {
      if (of_request_[i] != nullptr) of_request_[i]->answer = answers[i];
    }
    check();
    port_.start_barrier(lane_);
    ++report_.rounds;
  }
  /// After the last round.
  void end(std::uint32_t rounds) {
    doing("waits for the other ranks at the end");
    for (std::uint32_t i = rounds > lanes ? rounds - lanes : 0; i < rounds; ++i)
      port_.finish_barrier(static_cast<int>(i % lanes));
  }

 private:
  struct Receive {
    Buffer<Port> buffer;
    std::uint8_t element;
    std::uint64_t poison;
    Answer answer;
  };
  /// The receives with one wish, in the order in which they can be met, and the messages they are for.
  struct Class {
    bool posted = false;
    std::int64_t longest = 0;
    std::size_t total = 0;
    std::map<int, std::vector<Message>> from;
    std::vector<std::unique_ptr<Receive>> receives;
  };
  struct Sent {
    Message message;
    Buffer<Port> buffer;
  };

  void doing(const char* what) { report_.doing = "round " + std::to_string(round_) + ": " + what; }

  void gather_plan() {
    const int ranks = plan_.settings().ranks;
    to_.assign(static_cast<std::size_t>(ranks), {});
    next_.assign(static_cast<std::size_t>(ranks), 0);
    classes_.clear();
    requests_.clear();
    of_request_.clear();
    for (int peer = 0; peer < ranks; ++peer) {
      to_[static_cast<std::size_t>(peer)] = plan_.messages(round_, port_.rank(), peer);
      for (const Message& message : plan_.messages(round_, peer, port_.rank())) {
        const Wish wish = plan_.wish_for(round_, port_.rank(), peer, message.tag);
        Class& one = classes_[wish];
        one.posted = plan_.posted(round_, port_.rank(), wish);
        one.longest = std::max(one.longest, message.bytes);
        ++one.total;
        one.from[peer].push_back(message);
      }
    }
  }

  /// The next message to this peer; its bytes lie in a buffer until the end of the round.
  Sent& prepare(std::size_t peer) {
    const Message& message = to_[peer][next_[peer]++];
    const Element& element = elements()[message.element];
    sent_.push_back({message, Buffer<Port>(port_, Shape(element, message.bytes / element.size), message.pinned)});
    fill(sent_.back().message, sent_.back().buffer);
    return sent_.back();
  }
  void fill(const Message& message, const Buffer<Port>& buffer) {
    packed_.resize(static_cast<std::size_t>(message.bytes));
    write_content(message, packed_.data());
    write_poison(message.key, buffer.memory(), buffer.span());
    buffer.shape().scatter(packed_, buffer.memory());
  }

  Receive& make_receive(const Class& one) {
    const std::size_t element = dice_.chance(50) ? 0 : dice_.below(elements().size());
    const std::int64_t size = elements()[element].size;
    const auto count =
        (one.longest + size - 1) / size + static_cast<std::int64_t>(dice_.chance(30) ? dice_.below(3) : 0);
    return make_receive(element, count);
  }
  Receive& make_receive(std::size_t element, std::int64_t count) {
    spare_ = std::make_unique<Receive>(Receive{Buffer<Port>(port_, Shape(elements()[element], count), dice_.chance(50)),
                                               static_cast<std::uint8_t>(element),
                                               dice_.next(),
                                               {}});
    write_poison(spare_->poison, spare_->buffer.memory(), spare_->buffer.span());
    return *spare_;
  }
  Receive* keep(Class& one) {
    one.receives.push_back(std::move(spare_));
    return one.receives.back().get();
  }
  auto start_receive(const Receive& receive, const Wish& wish) {
    return port_.start_receive(lane_, receive.buffer.address(), receive.buffer.shape().count(), receive.element, wish);
  }

  void start() {
    doing("starts");
    std::vector<std::pair<int, const Wish*>> actions;  // a peer to send to, or a wish to post, or neither
    for (std::size_t peer = 0; peer < to_.size(); ++peer) {
      for (const Message& message : to_[peer])
        if (!blocks(message.mode)) actions.emplace_back(static_cast<int>(peer), nullptr);
    }
    for (auto& [wish, one] : classes_) {
      if (one.posted) actions.insert(actions.end(), one.total, {any, &wish});
    }
    if (dice_.chance(40)) actions.emplace_back(any, nullptr);
    dice_.shuffle(actions);
    for (const auto& [peer, wish] : actions) {
      if (wish != nullptr) {
        post(*wish, classes_[*wish]);
      } else if (peer == any) {
        cancel_orphan();
      } else {
        start_send(prepare(static_cast<std::size_t>(peer)));
      }
      if (dice_.chance(10)) port_.poll();
    }
  }
  void start_send(const Sent& send) {
    const Message& m = send.message;
    if (m.mode == Mode::bsend) {
      port_.send(m.mode, lane_, send.buffer.address(), send.buffer.shape().count(), m.element, m.dest, m.tag);
      return;
    }
    requests_.push_back(
        port_.start_send(m.mode, lane_, send.buffer.address(), send.buffer.shape().count(), m.element, m.dest, m.tag));
    of_request_.push_back(nullptr);
  }
  /// Some are cancelled again, which may come too late; then another one takes their place, behind all posted so far.
  void post(const Wish& wish, Class& one) {
    while (true) {
      auto request = start_receive(make_receive(one), wish);
      if (dice_.chance(15)) {
        if (dice_.chance(50)) port_.poll();
        const Answer answer = port_.cancel(request);
        if (answer.cancelled) {
          ++report_.cancelled;
          expect_untouched(*spare_);
          continue;
        }
        ++report_.not_cancelled;
        keep(one)->answer = answer;
        return;
      }
      requests_.push_back(std::move(request));
      of_request_.push_back(keep(one));
      return;
    }
  }
  /// A receive that no message is for.
  void cancel_orphan() {
    constexpr int no_tag = 99;
    const Receive& receive = make_receive(0, 100);
    auto request = start_receive(receive, {dice_.chance(50) ? any : port_.rank(), no_tag});
    if (!port_.cancel(request).cancelled) report_.fail("a receive that no message is for was not cancelled");
    expect_untouched(receive);
  }
  void expect_untouched(const Receive& receive) {
    wanted_.resize(receive.buffer.span());
    write_poison(receive.poison, wanted_.data(), wanted_.size());
    if (std::memcmp(wanted_.data(), receive.buffer.memory(), wanted_.size()) != 0)
      report_.fail(report_.doing + ": a cancelled receive has written to its buffer");
  }

  void send_blocking() {
    doing("sends and blocks");
    std::vector<std::size_t> peers;
    for (std::size_t peer = 0; peer < to_.size(); ++peer)
      peers.insert(peers.end(), to_[peer].size() - next_[peer], peer);
    dice_.shuffle(peers);
    for (const std::size_t peer : peers) {
      const Sent& send = prepare(peer);
      const Message& m = send.message;
      port_.send(m.mode, lane_, send.buffer.address(), send.buffer.shape().count(), m.element, m.dest, m.tag);
    }
  }

  /// A message round the ring by one call that sends and receives, beside the rounds' own messages; all ranks agree.
  void exchange() {
    doing("exchanges with its neighbours");
    Dice common(mix(plan_.settings().seed, round_) + 3);
    const int ranks = plan_.settings().ranks;
    const std::int64_t bytes = static_cast<std::int64_t>(common.below(std::size_t{1} << (1 + common.below(18))));
    const auto of = [&](int source) {
      Message message;
      message.source = source;
      message.dest = (source + 1) % ranks;
      message.round = round_;
      message.number = 60000;
      message.key = mix(round_, static_cast<std::uint64_t>(source) + plan_.settings().seed);
      message.bytes = bytes;
      return message;
    };
    const Message out = of(port_.rank());
    const Message in = of((port_.rank() + ranks - 1) % ranks);
    const Buffer<Port> from(port_, Shape(elements()[0], bytes), dice_.chance(50));
    const Buffer<Port> to(port_, Shape(elements()[0], bytes), dice_.chance(50));
    fill(out, from);
    write_poison(in.key, to.memory(), to.span());
    port_.exchange(
        static_cast<typename Port::Exchange>(common.below(static_cast<std::size_t>(Port::Exchange::last) + 1)),
        from.address(), to.address(), bytes, out.dest, in.source);
    if (!holds(to, in, in.key)) report_.fail(report_.doing + ": wrong bytes instead of " + in.name());
  }

  void receive_later() {
    doing("receives what it has not posted");
    std::vector<const Wish*> actions;
    for (auto& [wish, one] : classes_) {
      if (!one.posted) actions.insert(actions.end(), one.total, &wish);
    }
    dice_.shuffle(actions);
    std::vector<std::pair<typename Port::Probed, Receive*>> held;
    for (const Wish* wish : actions) {
      Class& one = classes_[*wish];
      const Receive& made = make_receive(one);
      const auto count = made.buffer.shape().count();
      switch (dice_.below(4)) {
        case 0:  // a matched probe; the message is taken now or at the end
        case 1: {
          ++report_.probed;
          auto [message, seen] = port_.matched_probe(lane_, *wish, dice_.chance(50));
          Receive* const receive = keep(one);
          receive->answer = seen;
          held.emplace_back(std::move(message), receive);
          if (dice_.chance(50)) break;
          take(held.back());
          held.pop_back();
          break;
        }
        case 2: {  // a probe, then the receive of what it has seen
          ++report_.probed;
          const Answer seen = port_.probe(lane_, *wish);
          Receive* const receive = keep(one);
          receive->answer =
              port_.receive(lane_, receive->buffer.address(), count, receive->element, {seen.source, seen.tag});
          if (receive->answer.bytes != seen.bytes) report_.fail(report_.doing + ": a probe told another length");
          break;
        }
        default: {
          Receive* const receive = keep(one);
          receive->answer = port_.receive(lane_, receive->buffer.address(), count, receive->element, *wish);
        }
      }
    }
    dice_.shuffle(held);
    for (auto& one : held) take(one);
  }
  void take(std::pair<typename Port::Probed, Receive*>& held) {
    Receive& receive = *held.second;
    const Answer answer = port_.receive_matched(std::move(held.first), receive.buffer.address(),
                                                receive.buffer.shape().count(), receive.element);
    if (answer.bytes != receive.answer.bytes || answer.source != receive.answer.source ||
        answer.tag != receive.answer.tag)
      report_.fail(report_.doing + ": a matched probe told something else than its receive");
  }

  [[nodiscard]] bool holds(const Buffer<Port>& buffer, const Message& message, std::uint64_t poison) {
    wanted_.resize(buffer.span());
    packed_.resize(static_cast<std::size_t>(message.bytes));
    write_poison(poison, wanted_.data(), wanted_.size());
    write_content(message, packed_.data());
    buffer.shape().scatter(packed_, wanted_.data());
    return std::memcmp(wanted_.data(), buffer.memory(), wanted_.size()) == 0;
  }
  void check() {
    doing("looks at the bytes");
    for (const auto& [wish, one] : classes_) {
      std::map<int, std::size_t> met;
      for (const auto& receive : one.receives) {
        const Answer& answer = receive->answer;
        const auto from = one.from.find(answer.source);
        if (from == one.from.end() || met[answer.source] >= from->second.size()) {
          report_.fail(report_.doing + ": a message from " + std::to_string(answer.source) + ", tag " +
                       std::to_string(answer.tag) + ", that nobody has sent (twice, or of another round)");
          continue;
        }
        check(*receive, from->second[met[answer.source]++]);
      }
    }
    for (const Sent& send : sent_) {
      if (!holds(send.buffer, send.message, send.message.key))
        report_.fail(report_.doing + ": the buffer of a send has changed: " + send.message.name());
    }
    sent_.clear();
    classes_.clear();
  }
  void check(const Receive& receive, const Message& message) {
    ++report_.messages;
    report_.bytes += static_cast<std::uint64_t>(message.bytes);
    const Answer& answer = receive.answer;
    if (answer.tag == message.tag && answer.bytes == message.bytes && holds(receive.buffer, message, receive.poison))
      return;
    packed_.resize(static_cast<std::size_t>(std::min(answer.bytes, receive.buffer.shape().bytes())));
    receive.buffer.shape().gather(receive.buffer.memory(), packed_);
    const std::string named = named_by(packed_.data(), static_cast<std::int64_t>(packed_.size()));
    report_.fail(report_.doing + ": instead of " + message.name() + " came tag " + std::to_string(answer.tag) + ", " +
                 std::to_string(answer.bytes) + " bytes, which call themselves " + (named.empty() ? "nothing" : named) +
                 "; received as element " + std::to_string(receive.element) + ", sent as element " +
                 std::to_string(message.element));
  }

  Port& port_;
  const Plan& plan_;
  Report& report_;
  Dice dice_{0};
  std::uint32_t round_ = 0;
  int lane_ = 0;
  std::vector<std::vector<Message>> to_;  // by peer
  std::vector<std::size_t> next_;         // of them the next
  std::vector<Sent> sent_;
  std::map<Wish, Class> classes_;
  std::unique_ptr<Receive> spare_;
  std::vector<typename Port::Request> requests_;
  std::vector<Receive*> of_request_;  // nullptr: a send's
  std::vector<unsigned char> packed_;
  std::vector<unsigned char> wanted_;
};

}  // namespace baton::soak
