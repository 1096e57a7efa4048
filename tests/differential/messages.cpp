// SPDX-License-Identifier: BSD-3-Clause
// Random sets of messages among all ranks: every mode of sending, every way to receive and to complete. Receives are
// wild only where one stream of messages can match them, so that each answer is determined.
#include "types.hpp"

#include <algorithm>

namespace differential {

namespace {

struct Message {
  int source, dest, tag, comm;
  std::size_t type;  // index into the types of the sequence
  int count;
  int receive_more;  // elements that the receive has room for beyond
  std::uint64_t key;
  [[nodiscard]] bool same_stream(const Message& other) const {
    return source == other.source && dest == other.dest && tag == other.tag && comm == other.comm;
  }
};

struct Pending {
  MPI_Request request = MPI_REQUEST_NULL;
  const Message* message = nullptr;
  bool receives = false;
  Buffer buffer, wanted;
  MPI_Status status{};
};

class Exchange {
 public:
  explicit Exchange(Script& script) : script_(script) {
    script.doing("Comm_dup");
    comms_[0] = script.comm;
    script.success(MPI_Comm_dup(script.comm, &comms_[1]));
    for (int i = 0; i < 3; ++i) types_.push_back(random_committed(script, script.random, script.random.between(1, 3)));
    types_.push_back(basic_type(script.random.below(static_cast<int>(basics().size()))));
    plan();
  }

  void run() {
    const bool receives_first = script_.random.chance(60);
    if (receives_first) {
      for (const Message* message : order(true)) post_receive(*message, true);
      script_.doing("Barrier");
      script_.success(MPI_Barrier(script_.comm));
      for (const Message* message : order(false)) send(*message, true);
      complete();
    } else {
      for (const Message* message : order(false)) send(*message, false);
      for (const Message* message : order(true)) post_receive(*message, false);
      complete();
    }
    for (Type& type : types_) free_type(script_, type);
    script_.doing("Buffer_detach, Comm_free");
    if (attached_) {
      void* at = nullptr;
      int bytes = 0;
      script_.success(MPI_Buffer_detach(&at, &bytes));
      script_.expect("size", bytes, room_.size());
    }
    script_.success(MPI_Comm_free(&comms_[1]));
    script_.success(MPI_Barrier(script_.comm));  // no message of what follows may meet a wild receive of this
  }

 private:
  void plan() {
    Random& dice = script_.random;
    const int total = dice.between(1, 14);
    for (int i = 0; i < total; ++i) {
      Message message{};
      message.source = dice.below(script_.size);
      message.dest = dice.below(script_.size);
      message.tag = dice.below(3) * 7;
      message.comm = dice.below(2);
      message.type = static_cast<std::size_t>(dice.below(static_cast<int>(types_.size())));
      message.count = dice.chance(10) ? 0 : dice.chance(15) ? dice.between(50, 400) : dice.between(1, 9);
      if (dice.chance(4)) {
        message.type = types_.size() - 1;
        message.count = dice.between(20000, 90000);
      }
      message.receive_more = dice.chance(30) ? dice.between(1, 4) : 0;
      message.key = dice.next();
      const Type& type = types_[message.type];
      if (message.count > 9 && type.map.size() > 20) message.count %= 10;
      if (!type.receivable(message.count + message.receive_more)) continue;
      messages_.push_back(message);
    }
  }

  /// This rank's messages of one direction in an order that keeps every stream's.
  std::vector<const Message*> order(bool receives) {
    std::vector<const Message*> mine;
    for (const Message& message : messages_) {
      if ((receives ? message.dest : message.source) == script_.rank) mine.push_back(&message);
    }
    std::vector<const Message*> shuffled = mine;
    script_.own.shuffle(shuffled);
    std::vector<bool> used(mine.size(), false);
    std::vector<const Message*> out;
    for (const Message* next : shuffled) {  // the place of a message goes to the first of its stream that is left
      for (std::size_t i = 0; i < mine.size(); ++i) {
        if (!used[i] && mine[i]->same_stream(*next)) {
          used[i] = true;
          out.push_back(mine[i]);
          break;
        }
      }
    }
    return out;
  }

  /// Whether a receive of this message may leave out the source or the tag: no other stream could match it.
  void wild(const Message& message, int& source, int& tag) {
    bool any_source = true, any_tag = true, both = true;
    for (const Message& other : messages_) {
      if (other.dest != message.dest || other.comm != message.comm || other.same_stream(message)) continue;
      both = false;
      if (other.tag == message.tag) any_source = false;
      if (other.source == message.source) any_tag = false;
    }
    const int choice = script_.own.below(4);
    source = message.source;
    tag = message.tag;
    if ((choice == 1 && any_source) || (choice == 3 && both)) source = MPI_ANY_SOURCE;
    if ((choice == 2 && any_tag) || (choice == 3 && both)) tag = MPI_ANY_TAG;
  }

  void post_receive(const Message& message, bool sent_later) {
    const Type& type = types_[message.type];
    const int room = message.count + message.receive_more;
    Buffer buffer(type, room, message.key + 1), wanted(type, room, message.key + 1),
        sent(type, message.count, message.key);
    wanted.scatter(sent.gather());
    Pending pending{MPI_REQUEST_NULL, &message, true, std::move(buffer), std::move(wanted), {}};
    int source = 0, tag = 0;
    wild(message, source, tag);
    const MPI_Comm comm = comms_[message.comm];
    const int bytes = static_cast<int>(type.bytes() * message.count);
    const auto name = [&](const char* call) {
      script_.doing(
          text(call, "(", room, " of ", type.made, ", source ", source, ", tag ", tag, ", comm ", message.comm, ")"));
    };
    const int kind = sent_later ? 0 : script_.own.below(6);
    // Two receives of one stream must be posted in its order: a blocking one must not overtake those that are posted.
    switch (kind) {
      case 0:
      case 1:
        name("Irecv");
        script_.success(MPI_Irecv(pending.buffer.data(), room, type.handle, source, tag, comm, &pending.request));
        pending_.push_back(std::move(pending));
        return;
      case 2:
        name("Recv");
        script_.success(MPI_Recv(pending.buffer.data(), room, type.handle, source, tag, comm, &pending.status));
        break;
      case 3: {
        name("Mprobe and Mrecv");
        if (stream_is_pending(message)) return post_receive(message, true);
        MPI_Message handle = MPI_MESSAGE_NULL;
        MPI_Status probed;
        script_.success(MPI_Mprobe(source, tag, comm, &handle, &probed));
        script_.status(probed, message.source, message.tag, bytes);
        script_.success(MPI_Mrecv(pending.buffer.data(), room, type.handle, &handle, &pending.status));
        script_.expect("message null", handle == MPI_MESSAGE_NULL, true);
        break;
      }
      case 4: {
        name("Improbe and Imrecv");
        if (stream_is_pending(message)) return post_receive(message, true);
        MPI_Message handle = MPI_MESSAGE_NULL;
        int found = 0;
        while (!found) script_found(MPI_Improbe(source, tag, comm, &found, &handle, &pending.status));
        script_.status(pending.status, message.source, message.tag, bytes);
        script_.success(MPI_Imrecv(pending.buffer.data(), room, type.handle, &handle, &pending.request));
        pending_.push_back(std::move(pending));
        return;
      }
      default: {
        name("Iprobe and Recv");
        if (stream_is_pending(message)) return post_receive(message, true);
        int found = 0;
        while (!found) script_found(MPI_Iprobe(source, tag, comm, &found, &pending.status));
        script_.status(pending.status, message.source, message.tag, bytes);
        script_.success(MPI_Recv(pending.buffer.data(), room, type.handle, pending.status.MPI_SOURCE,
                                 pending.status.MPI_TAG, comm, &pending.status));
        break;
      }
    }
    check(pending);
  }

  /// A probe looks past receives that are posted: what it finds next is then of a later message.
  bool stream_is_pending(const Message& message) {
    for (const Pending& one : pending_) {
      if (one.receives && one.message->same_stream(message)) return true;
    }
    return false;
  }

  void script_found(int code) {
    if (code != MPI_SUCCESS) script_.success(code);
  }

  void attach() {
    if (attached_) return;
    attached_ = true;
    room_.resize(std::size_t{8} << 20);
    script_.success(MPI_Buffer_attach(room_.data(), static_cast<int>(room_.size())));
  }

  void send(const Message& message, bool posted) {
    const Type& type = types_[message.type];
    Pending pending{MPI_REQUEST_NULL,
                    &message,
                    false,
                    Buffer(type, message.count, message.key),
                    Buffer(type, message.count, message.key),
                    {}};
    static const char* const names[] = {"Isend", "Issend", "Ibsend", "Bsend", "Irsend", "Rsend", "Send", "Ssend"};
    // Before the receives are posted only calls that end by themselves.
    const int kind = script_.own.below(posted ? 8 : 4);
    script_.doing(text(names[kind], "(", message.count, " of ", type.made, ", dest ", message.dest, ", tag ",
                       message.tag, ", comm ", message.comm, ")"));
    if (kind == 2 || kind == 3) attach();
    void* data = pending.buffer.data();
    const int count = message.count, dest = message.dest, tag = message.tag;
    const MPI_Comm comm = comms_[message.comm];
    switch (kind) {
      case 0: script_.success(MPI_Isend(data, count, type.handle, dest, tag, comm, &pending.request)); break;
      case 1: script_.success(MPI_Issend(data, count, type.handle, dest, tag, comm, &pending.request)); break;
      case 2: script_.success(MPI_Ibsend(data, count, type.handle, dest, tag, comm, &pending.request)); break;
      case 3: script_.success(MPI_Bsend(data, count, type.handle, dest, tag, comm)); break;
      case 4: script_.success(MPI_Irsend(data, count, type.handle, dest, tag, comm, &pending.request)); break;
      case 5: script_.success(MPI_Rsend(data, count, type.handle, dest, tag, comm)); break;
      case 6: script_.success(MPI_Send(data, count, type.handle, dest, tag, comm)); break;
      default: script_.success(MPI_Ssend(data, count, type.handle, dest, tag, comm)); break;
    }
    if (pending.request != MPI_REQUEST_NULL) pending_.push_back(std::move(pending));
  }

  void check(Pending& pending) {
    if (!pending.receives) return;
    const Message& message = *pending.message;
    const Type& type = types_[message.type];
    script_.status(pending.status, message.source, message.tag, static_cast<int>(type.bytes() * message.count));
    int count = -1;
    script_.success(MPI_Get_count(&pending.status, type.handle, &count));
    script_.expect("count", count, type.bytes() == 0 ? 0 : message.count);
    script_.expect_bytes("data", pending.buffer.bytes(), pending.wanted.bytes());
  }

  void complete();

  Script& script_;
  MPI_Comm comms_[2] = {MPI_COMM_NULL, MPI_COMM_NULL};
  std::vector<Type> types_;
  std::vector<Message> messages_;
  std::vector<Pending> pending_;
  Bytes room_;
  bool attached_ = false;
};

void Exchange::complete() {
  std::vector<MPI_Request> requests;
  for (const Pending& one : pending_) requests.push_back(one.request);
  const auto n = static_cast<int>(requests.size());
  std::vector<MPI_Status> statuses(requests.size());
  std::vector<int> indices(requests.size());
  static const char* const names[] = {"Waitall", "Waitany",  "Waitsome", "Testall",
                                      "Testany", "Testsome", "Wait",     "Test"};
  const int kind = script_.own.below(8);
  const std::string call = text(names[kind], " of ", n);
  script_.doing(call);
  int left = n;
  const auto finished = [&](int index, const MPI_Status& status) {
    pending_[static_cast<std::size_t>(index)].status = status;
    --left;
  };
  if (kind == 0) {
    script_.success(MPI_Waitall(n, requests.data(), statuses.data()));
    for (int i = 0; i < n; ++i) finished(i, statuses[static_cast<std::size_t>(i)]);
  } else if (kind == 3) {
    int flag = 0;
    while (!flag) script_found(MPI_Testall(n, requests.data(), &flag, statuses.data()));
    for (int i = 0; i < n; ++i) finished(i, statuses[static_cast<std::size_t>(i)]);
  } else if (kind >= 6) {
    for (int i = 0; i < n; ++i) {
      MPI_Request& request = requests[static_cast<std::size_t>(i)];
      MPI_Status status;
      int flag = kind == 6;
      if (flag) script_.success(MPI_Wait(&request, &status));
      while (!flag) {
        int ready = 0;
        script_found(MPI_Request_get_status(request, &ready, MPI_STATUS_IGNORE));
        script_found(MPI_Test(&request, &flag, &status));
        if (ready && !flag) script_.expect("done after Request_get_status", false, true);
      }
      finished(i, status);
    }
  }
  while (left > 0) {
    MPI_Status status;
    int index = MPI_UNDEFINED, flag = 1, some = 0;
    if (kind == 1) script_found(MPI_Waitany(n, requests.data(), &index, &status));
    if (kind == 4) script_found(MPI_Testany(n, requests.data(), &index, &flag, &status));
    if (kind == 2) script_found(MPI_Waitsome(n, requests.data(), &some, indices.data(), statuses.data()));
    if (kind == 5) script_found(MPI_Testsome(n, requests.data(), &some, indices.data(), statuses.data()));
    if (kind == 1 || kind == 4) {
      if (!flag) continue;
      if (index == MPI_UNDEFINED) break;
      finished(index, status);
    } else {
      if (some == MPI_UNDEFINED) break;
      for (int i = 0; i < some; ++i)
        finished(indices[static_cast<std::size_t>(i)], statuses[static_cast<std::size_t>(i)]);
    }
  }
  script_.expect("left", left, 0);
  for (MPI_Request request : requests) script_.expect("null", request == MPI_REQUEST_NULL, true);
  for (Pending& one : pending_) {
    const Message& message = *one.message;
    script_.doing(text(call, ", message ", message.source, " to ", message.dest, ", tag ", message.tag));
    check(one);
  }
  pending_.clear();
}

}  // namespace

void messages(Script& script) {
  Exchange exchange(script);
  exchange.run();
}

}  // namespace differential
