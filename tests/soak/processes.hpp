// SPDX-License-Identifier: BSD-3-Clause
// The calls of a soak among processes: the C API of whatever MPI this is compiled with.
#pragma once

#include <mpi.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

#include "soak/rank.hpp"

namespace baton::soak {

class Processes {
 public:
  using Request = std::pair<MPI_Request, bool>;  // whether it is persistent
  using Probed = MPI_Message;
  enum class Exchange : std::uint8_t { sendrecv, isendrecv, replace, persistent, partitioned, last = partitioned };

  explicit Processes(Report& report) : report_(report) {
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &size_);
    MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
    for (MPI_Comm& comm : comms_) {
      ok(MPI_Comm_dup(MPI_COMM_WORLD, &comm));
      MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
    }
    for (const Element& element : elements()) types_.push_back(make_type(element));
    attached_.resize(std::size_t{8} << 20);
    ok(MPI_Buffer_attach(attached_.data(), static_cast<int>(attached_.size())));
  }
  ~Processes() {
    void* at = nullptr;
    int bytes = 0;
    MPI_Buffer_detach(&at, &bytes);
    for (MPI_Datatype& type : types_) {
      if (type != MPI_BYTE) MPI_Type_free(&type);
    }
    for (MPI_Comm& comm : comms_) MPI_Comm_free(&comm);
  }
  Processes(const Processes&) = delete;
  Processes& operator=(const Processes&) = delete;

  [[nodiscard]] int rank() const noexcept { return rank_; }
  [[nodiscard]] int size() const noexcept { return size_; }

  unsigned char* allocate(std::size_t bytes, bool pinned) {
    void* memory = nullptr;
    if (!pinned) return static_cast<unsigned char*>(std::malloc(std::max<std::size_t>(bytes, 1)));
    ok(MPI_Alloc_mem(static_cast<MPI_Aint>(bytes), MPI_INFO_NULL, static_cast<void*>(&memory)));
    return static_cast<unsigned char*>(memory);
  }
  void release(unsigned char* memory, bool pinned) {
    if (pinned) {
      ok(MPI_Free_mem(memory));
    } else {
      std::free(memory);
    }
  }

  void send(Mode mode, int lane, const void* at, std::int64_t count, std::uint8_t element, int dest, int tag) {
    const auto call = mode == Mode::send ? MPI_Send : mode == Mode::ssend ? MPI_Ssend : MPI_Bsend;
    ok(call(at, static_cast<int>(count), types_[element], dest, tag, comms_[lane]));
  }
  Request start_send(Mode mode, int lane, const void* at, std::int64_t count, std::uint8_t element, int dest, int tag) {
    MPI_Request request = MPI_REQUEST_NULL;
    if (mode == Mode::persistent) {
      const auto call = tag % 2 == 0 ? MPI_Send_init : MPI_Ssend_init;
      ok(call(at, static_cast<int>(count), types_[element], dest, tag, comms_[lane], &request));
      ok(MPI_Start(&request));
    } else {
      const auto call = mode == Mode::isend ? MPI_Isend : mode == Mode::issend ? MPI_Issend : MPI_Ibsend;
      ok(call(at, static_cast<int>(count), types_[element], dest, tag, comms_[lane], &request));
    }
    return {request, mode == Mode::persistent};
  }
  Request start_receive(int lane, void* at, std::int64_t count, std::uint8_t element, const Wish& wish) {
    MPI_Request request = MPI_REQUEST_NULL;
    const bool persistent = ++receives_ % 5 == 0;
    const auto call = persistent ? MPI_Recv_init : MPI_Irecv;
    ok(call(at, static_cast<int>(count), types_[element], source(wish), tag(wish), comms_[lane], &request));
    if (persistent) ok(MPI_Start(&request));
    return {request, persistent};
  }
  Answer receive(int lane, void* at, std::int64_t count, std::uint8_t element, const Wish& wish) {
    MPI_Status status;
    ok(MPI_Recv(at, static_cast<int>(count), types_[element], source(wish), tag(wish), comms_[lane], &status));
    return answer(status);
  }
  Answer probe(int lane, const Wish& wish) {
    MPI_Status status;
    ok(MPI_Probe(source(wish), tag(wish), comms_[lane], &status));
    return answer(status);
  }
  std::pair<Probed, Answer> matched_probe(int lane, const Wish& wish, bool polls) {
    MPI_Status status;
    MPI_Message message = MPI_MESSAGE_NULL;
    int found = polls ? 0 : 1;
    if (!polls) ok(MPI_Mprobe(source(wish), tag(wish), comms_[lane], &message, &status));
    while (found == 0) ok(MPI_Improbe(source(wish), tag(wish), comms_[lane], &found, &message, &status));
    return {message, answer(status)};
  }
  Answer receive_matched(Probed message, void* at, std::int64_t count, std::uint8_t element) {
    MPI_Status status;
    if (++receives_ % 2 == 0) {
      ok(MPI_Mrecv(at, static_cast<int>(count), types_[element], &message, &status));
    } else {
      MPI_Request request = MPI_REQUEST_NULL;
      ok(MPI_Imrecv(at, static_cast<int>(count), types_[element], &message, &request));
      ok(MPI_Wait(&request, &status));
    }
    return answer(status);
  }
  Answer cancel(Request& request) {
    MPI_Status status;
    ok(MPI_Cancel(&request.first));
    ok(MPI_Wait(&request.first, &status));
    if (request.second) ok(MPI_Request_free(&request.first));
    return answer(status);
  }
  void poll() {
    int there = 0;
    ok(MPI_Iprobe(MPI_ANY_SOURCE, 12345, comms_[lanes], &there, MPI_STATUS_IGNORE));
  }

  /// Ends all of them, by any of the calls that can.
  void complete(std::vector<Request>& requests, std::vector<Answer>& answers, Dice& dice) {
    std::vector<MPI_Request> open;
    for (const Request& request : requests) open.push_back(request.first);
    const int count = static_cast<int>(open.size());
    std::vector<MPI_Status> statuses(open.size() + 1);
    std::vector<int> indices(open.size() + 1);
    std::vector<MPI_Status> some(open.size() + 1);
    const std::size_t way = dice.below(6);
    if (way == 0) {
      ok(MPI_Waitall(count, open.data(), statuses.data()));
    } else if (way == 1) {
      for (int done = 0; done == 0;) ok(MPI_Testall(count, open.data(), &done, statuses.data()));
    } else if (way == 2) {
      for (int i = count; i-- > 0;)
        ok(MPI_Wait(&open[static_cast<std::size_t>(i)], &statuses[static_cast<std::size_t>(i)]));
    } else {
      while (true) {
        int found = 0;
        if (way == 3) ok(MPI_Waitsome(count, open.data(), &found, indices.data(), some.data()));
        if (way == 4) ok(MPI_Testsome(count, open.data(), &found, indices.data(), some.data()));
        if (way == 5) {
          ok(MPI_Waitany(count, open.data(), indices.data(), some.data()));
          found = indices[0] == MPI_UNDEFINED ? MPI_UNDEFINED : 1;
        }
        if (found == MPI_UNDEFINED) break;
        for (std::size_t i = 0; i < static_cast<std::size_t>(found); ++i)
          statuses[static_cast<std::size_t>(indices[i])] = some[i];
      }
    }
    for (std::size_t i = 0; i < open.size(); ++i) {
      answers[i] = answer(statuses[i]);
      if (requests[i].second) ok(MPI_Request_free(&open[i]));
    }
  }

  void exchange(Exchange how, unsigned char* from, unsigned char* to, std::int64_t bytes, int dest, int source) {
    const int count = static_cast<int>(bytes);
    const MPI_Comm comm = comms_[lanes];
    switch (how) {
      case Exchange::sendrecv:
        ok(MPI_Sendrecv(from, count, MPI_BYTE, dest, 1, to, count, MPI_BYTE, source, 1, comm, MPI_STATUS_IGNORE));
        break;
      case Exchange::isendrecv: {
        MPI_Request request = MPI_REQUEST_NULL;
        ok(MPI_Isendrecv(from, count, MPI_BYTE, dest, 2, to, count, MPI_BYTE, source, 2, comm, &request));
        ok(MPI_Wait(&request, MPI_STATUS_IGNORE));
        break;
      }
      case Exchange::replace:
        std::copy(from, from + bytes, to);
        ok(MPI_Sendrecv_replace(to, count, MPI_BYTE, dest, 3, source, 3, comm, MPI_STATUS_IGNORE));
        break;
      case Exchange::persistent: {
        MPI_Request both[2];
        ok(MPI_Recv_init(to, count, MPI_BYTE, source, 4, comm, &both[0]));
        ok(MPI_Bsend_init(from, count > buffered_longest ? 0 : count, MPI_BYTE, dest, 5, comm, &both[1]));
        ok(MPI_Request_free(&both[1]));  // never started
        ok(MPI_Send_init(from, count, MPI_BYTE, dest, 4, comm, &both[1]));
        for (int times = 0; times < 3; ++times) {
          ok(MPI_Startall(2, both));
          ok(MPI_Waitall(2, both, MPI_STATUSES_IGNORE));
        }
        for (MPI_Request& request : both) ok(MPI_Request_free(&request));
        break;
      }
      case Exchange::partitioned: partitioned(from, to, bytes, dest, source); break;
    }
  }

  void start_barrier(int lane) { ok(MPI_Ibarrier(comms_[lane], &barriers_[lane])); }
  void finish_barrier(int lane) { ok(MPI_Wait(&barriers_[lane], MPI_STATUS_IGNORE)); }
  /// Rank 0's word.
  bool agreed(bool go_on) {
    int word = go_on ? 1 : 0;
    ok(MPI_Bcast(&word, 1, MPI_INT, 0, comms_[lanes]));
    return word != 0;
  }

 private:
  void partitioned(unsigned char* from, unsigned char* to, std::int64_t bytes, int dest, int source) {
    // The sender's parts are not the receiver's; what does not divide goes by itself.
    constexpr int parts = 6;
    const MPI_Count each = bytes / parts;
    const int rest = static_cast<int>(bytes % parts);
    MPI_Request both[2];
    ok(MPI_Psend_init(from, parts, each, MPI_BYTE, dest, 6, comms_[lanes], MPI_INFO_NULL, &both[0]));
    ok(MPI_Precv_init(to, parts / 2, 2 * each, MPI_BYTE, source, 6, comms_[lanes], MPI_INFO_NULL, &both[1]));
    ok(MPI_Startall(2, both));
    for (const int part : {3, 0, 5, 1, 4, 2}) ok(MPI_Pready(part, both[0]));
    for (int there = 0; there == 0;) ok(MPI_Parrived(both[1], 1, &there));
    ok(MPI_Waitall(2, both, MPI_STATUSES_IGNORE));
    for (MPI_Request& request : both) ok(MPI_Request_free(&request));
    ok(MPI_Sendrecv(from + bytes - rest, rest, MPI_BYTE, dest, 7, to + bytes - rest, rest, MPI_BYTE, source, 7,
                    comms_[lanes], MPI_STATUS_IGNORE));
  }

  void ok(int code) {
    if (code == MPI_SUCCESS) return;
    char text[MPI_MAX_ERROR_STRING] = "";
    int length = 0;
    MPI_Error_string(code, text, &length);
    report_.fail(report_.doing + ": " + text);
    std::fflush(nullptr);
    MPI_Abort(MPI_COMM_WORLD, 1);
  }
  static int source(const Wish& wish) noexcept { return wish.source == any ? MPI_ANY_SOURCE : wish.source; }
  static int tag(const Wish& wish) noexcept { return wish.tag == any ? MPI_ANY_TAG : wish.tag; }
  static Answer answer(const MPI_Status& status) {
    int bytes = 0;
    int cancelled = 0;
    MPI_Get_elements(&status, MPI_BYTE, &bytes);
    MPI_Test_cancelled(&status, &cancelled);
    return {status.MPI_SOURCE, status.MPI_TAG, bytes, cancelled != 0};
  }
  static MPI_Datatype make_type(const Element& element) {
    using Made = Element::Made;
    std::vector<int> lengths;
    std::vector<int> at;
    std::vector<MPI_Aint> far;
    for (const Run& run : element.runs) {
      lengths.push_back(static_cast<int>(run.bytes));
      at.push_back(static_cast<int>(run.at));
      far.push_back(static_cast<MPI_Aint>(run.at));
    }
    const int count = static_cast<int>(lengths.size());
    MPI_Datatype raw = MPI_BYTE;
    switch (element.made) {
      case Made::bytes: return MPI_BYTE;
      case Made::vector: MPI_Type_vector(count, lengths[0], at[1], MPI_BYTE, &raw); break;
      case Made::hvector: MPI_Type_create_hvector(count, lengths[0], far[1], MPI_BYTE, &raw); break;
      case Made::indexed: MPI_Type_indexed(count, lengths.data(), at.data(), MPI_BYTE, &raw); break;
      case Made::structure: {
        std::vector<MPI_Datatype> parts(lengths.size());
        const std::vector<int> ones(lengths.size(), 1);
        for (std::size_t i = 0; i < parts.size(); ++i) MPI_Type_contiguous(lengths[i], MPI_BYTE, &parts[i]);
        MPI_Type_create_struct(count, ones.data(), far.data(), parts.data(), &raw);
        for (MPI_Datatype& part : parts) MPI_Type_free(&part);
        break;
      }
      case Made::hindexed: MPI_Type_create_hindexed(count, lengths.data(), far.data(), MPI_BYTE, &raw); break;
      case Made::descending: MPI_Type_contiguous(lengths[0], MPI_BYTE, &raw); break;
    }
    MPI_Datatype type = raw;
    if (element.made >= Made::structure) {
      MPI_Type_create_resized(raw, static_cast<MPI_Aint>(element.lb), static_cast<MPI_Aint>(element.extent), &type);
      MPI_Type_free(&raw);
    }
    MPI_Type_commit(&type);
    return type;
  }

  Report& report_;
  int rank_ = 0;
  int size_ = 1;
  MPI_Comm comms_[lanes + 1];  // the last: for exchanges
  MPI_Request barriers_[lanes] = {};
  std::vector<MPI_Datatype> types_;  // by element
  std::vector<unsigned char> attached_;
  std::uint64_t receives_ = 0;
};

}  // namespace baton::soak
