// SPDX-License-Identifier: BSD-3-Clause
// Random persistent requests started several times, partitioned messages, sends and receives in one call, cancelled
// receives, messages to and from nobody.
#include "types.hpp"

#include <algorithm>
#include <numeric>

namespace differential {

namespace {

/// A permutation that all ranks know: rank i sends to to[i].
std::vector<int> permutation(Script& script) {
  std::vector<int> to(static_cast<std::size_t>(script.size));
  std::iota(to.begin(), to.end(), 0);
  script.random.shuffle(to);
  return to;
}

struct Partner {
  int to, from;
};

Partner partners(Script& script) {
  const std::vector<int> to = permutation(script);
  const auto found = std::find(to.begin(), to.end(), script.rank);
  return {to[static_cast<std::size_t>(script.rank)], static_cast<int>(found - to.begin())};
}

std::uint64_t key_of(std::uint64_t key, int rank) { return key + static_cast<std::uint64_t>(rank) * 1000003; }

void started(Script& script) {
  const Partner partner = partners(script);
  Type type = random_committed(script, script.random, script.random.between(1, 3));
  const int count = script.random.between(0, 6), rounds = script.random.between(1, 4), tag = script.random.below(9);
  const int mode = script.random.below(4);
  const bool any = script.random.chance(30);
  std::uint64_t key = script.random.next();
  if (!type.receivable(count)) return free_type(script, type);
  Buffer out(type, count, key_of(key, script.rank)), in(type, count, 0);
  MPI_Request requests[2] = {MPI_REQUEST_NULL, MPI_REQUEST_NULL};
  static const char* const names[] = {"Send_init", "Ssend_init", "Rsend_init", "Bsend_init"};
  script.doing(text(names[mode], "(", count, " of ", type.made, ", dest ", partner.to, ", tag ", tag, ")"));
  Bytes room(static_cast<std::size_t>(type.bytes() * count + MPI_BSEND_OVERHEAD + 64) * 4);
  if (mode == 3) script.success(MPI_Buffer_attach(room.data(), static_cast<int>(room.size())));
  void* data = out.data();
  int code = MPI_SUCCESS;
  switch (mode) {
    case 0: code = MPI_Send_init(data, count, type.handle, partner.to, tag, script.comm, &requests[0]); break;
    case 1: code = MPI_Ssend_init(data, count, type.handle, partner.to, tag, script.comm, &requests[0]); break;
    case 2: code = MPI_Rsend_init(data, count, type.handle, partner.to, tag, script.comm, &requests[0]); break;
    default: code = MPI_Bsend_init(data, count, type.handle, partner.to, tag, script.comm, &requests[0]); break;
  }
  script.success(code);
  script.doing(text("Recv_init(", count, " of ", type.made, ", source ", partner.from, ")"));
  script.success(MPI_Recv_init(in.data(), count, type.handle, any ? MPI_ANY_SOURCE : partner.from, tag, script.comm,
                               &requests[1]));
  // An inactive request is complete, and its status is empty.
  int flag = 0;
  MPI_Status status;
  script.success(MPI_Test(&requests[1], &flag, &status));
  script.expect("inactive", flag != 0, true);
  script.status(status, MPI_ANY_SOURCE, MPI_ANY_TAG, 0);
  for (int round = 0; round < rounds; ++round) {
    script.doing(text("Start, round ", round));
    if (mode == 2) {
      script.success(MPI_Start(&requests[1]));
      script.success(MPI_Barrier(script.comm));
      script.success(MPI_Start(&requests[0]));
    } else {
      script.success(MPI_Startall(2, requests));
    }
    MPI_Status statuses[2];
    const int all = MPI_Waitall(2, requests, statuses);
    if (all != MPI_SUCCESS) {
      script.success(statuses[0].MPI_ERROR);
      script.success(statuses[1].MPI_ERROR);
    }
    script.success(all);
    script.status(statuses[1], partner.from, tag, static_cast<int>(type.bytes() * count));
    script.expect("kept", requests[0] != MPI_REQUEST_NULL && requests[1] != MPI_REQUEST_NULL, true);
    Buffer sent(type, count, key_of(key, partner.from)), wanted(type, count, 0);
    wanted.scatter(sent.gather());
    script.expect_bytes("data", in.bytes(), wanted.bytes());
    if (any) script.success(MPI_Barrier(script.comm));
    key += 77;
    Buffer next(type, count, key_of(key, script.rank));
    std::copy(next.bytes().begin(), next.bytes().end(), const_cast<unsigned char*>(out.bytes().data()));
  }
  script.doing("Request_free");
  script.success(MPI_Request_free(&requests[0]));
  script.success(MPI_Request_free(&requests[1]));
  script.expect("null", requests[0] == MPI_REQUEST_NULL, true);
  if (mode == 3) {
    void* at = nullptr;
    int bytes = 0;
    script.success(MPI_Buffer_detach(&at, &bytes));
  }
  free_type(script, type);
}

void both(Script& script) {
  const Partner partner = partners(script);
  Type type = random_committed(script, script.random, script.random.between(1, 2));
  const bool nobody = script.random.chance(20);
  const int count = script.random.chance(5) ? 3000 : script.random.between(0, 9), tag = script.random.below(5);
  const int kind = script.random.below(4), spare = script.random.below(3);
  const std::uint64_t key = script.random.next();
  if (!type.receivable(count + spare) || (count > 9 && type.map.size() > 10)) return free_type(script, type);
  const int to = nobody && script.rank % 2 ? MPI_PROC_NULL : partner.to;
  const bool receives = !(nobody && partner.from % 2);
  const int from = receives ? partner.from : MPI_PROC_NULL;
  Buffer out(type, count, key_of(key, script.rank)), sent(type, count, key_of(key, partner.from));
  Buffer in(type, count + spare, key), wanted(type, count + spare, key);
  if (receives) wanted.scatter(sent.gather());
  MPI_Status status;
  const int bytes = receives ? static_cast<int>(type.bytes() * count) : 0;
  if (kind < 2) {
    script.doing(text("Sendrecv_replace(", count, " of ", type.made, ", dest ", to, ", source ", from, ")"));
    Buffer replaced(type, count, key_of(key, script.rank)), model(type, count, key_of(key, script.rank));
    if (receives) model.scatter(sent.gather());
#if MPI_VERSION >= 4
    if (kind == 1) {
      MPI_Request request = MPI_REQUEST_NULL;
      script.success(
          MPI_Isendrecv_replace(replaced.data(), count, type.handle, to, tag, from, tag, script.comm, &request));
      script.success(MPI_Wait(&request, &status));
    } else
#endif
      script.success(
          MPI_Sendrecv_replace(replaced.data(), count, type.handle, to, tag, from, tag, script.comm, &status));
    script.status(status, from, receives ? tag : MPI_ANY_TAG, bytes);
    script.expect_bytes("data", replaced.bytes(), model.bytes());
  } else {
    script.doing(text("Sendrecv(", count, " of ", type.made, ", dest ", to, ", source ", from, ")"));
#if MPI_VERSION >= 4
    if (kind == 3) {
      MPI_Request request = MPI_REQUEST_NULL;
      script.success(MPI_Isendrecv(out.data(), count, type.handle, to, tag, in.data(), count + spare, type.handle, from,
                                   tag, script.comm, &request));
      script.success(MPI_Wait(&request, &status));
    } else
#endif
      script.success(MPI_Sendrecv(out.data(), count, type.handle, to, tag, in.data(), count + spare, type.handle, from,
                                  tag, script.comm, &status));
    script.status(status, from, receives ? tag : MPI_ANY_TAG, bytes);
    script.expect_bytes("data", in.bytes(), wanted.bytes());
  }
  free_type(script, type);
}

void cancelled(Script& script) {
  int data = 42;
  const int source = script.random.chance(50) ? MPI_ANY_SOURCE : script.random.below(script.size);
  const bool keeps = script.random.chance(50);
  script.doing(text("Cancel of a receive from ", source, keeps ? ", persistent" : ""));
  MPI_Request request = MPI_REQUEST_NULL;
  if (keeps) {
    script.success(MPI_Recv_init(&data, 1, MPI_INT, source, 31000, script.comm, &request));
    script.success(MPI_Start(&request));
  } else {
    script.success(MPI_Irecv(&data, 1, MPI_INT, source, 31000, script.comm, &request));
  }
  script.success(MPI_Cancel(&request));
  MPI_Status status;
  script.success(MPI_Wait(&request, &status));
  int flag = 0;
  script.success(MPI_Test_cancelled(&status, &flag));
  script.expect("cancelled", flag != 0, true);
  script.expect("data", data, 42);
  script.expect("kept", request != MPI_REQUEST_NULL, keeps);
  if (keeps) script.success(MPI_Request_free(&request));
  script.success(MPI_Barrier(script.comm));
  // What was cancelled takes no message.
  const int to = (script.rank + 1) % script.size, from = (script.rank + script.size - 1) % script.size;
  int sent = script.rank, got = -1;
  script.success(
      MPI_Sendrecv(&sent, 1, MPI_INT, to, 31000, &got, 1, MPI_INT, from, 31000, script.comm, MPI_STATUS_IGNORE));
  script.expect("got", got, from);
  script.expect("data", data, 42);
}

void truncated(Script& script) {
  const Partner partner = partners(script);
  const int sent = script.random.chance(20) ? 30000 : script.random.between(2, 40), room = script.random.between(0, 1);
  std::vector<int> out(static_cast<std::size_t>(sent), 7), in(static_cast<std::size_t>(sent), 9);
  script.doing(text("a message of ", sent, " ints into ", room));
  MPI_Request requests[2];
  MPI_Status statuses[2];
  script.success(MPI_Irecv(in.data(), room, MPI_INT, partner.from, 3, script.comm, &requests[0]));
  script.success(MPI_Isend(out.data(), sent, MPI_INT, partner.to, 3, script.comm, &requests[1]));
  script.error(MPI_Waitall(2, requests, statuses), {MPI_ERR_IN_STATUS});
  script.error(statuses[0].MPI_ERROR, {MPI_ERR_TRUNCATE});
  if (statuses[1].MPI_ERROR == MPI_ERR_PENDING) script.success(MPI_Wait(&requests[1], &statuses[1]));
  bool clean = true;
  for (int i = room; i < sent; ++i) clean = clean && in[static_cast<std::size_t>(i)] == 9;
  script.expect("nothing behind the buffer", clean, true);
}

#if MPI_VERSION >= 4
void partitioned(Script& script) {
  const Partner partner = partners(script);
  // Both ends cut the same message as they like.
  const int parts_out = script.random.between(1, 6), parts_in = script.random.between(1, 6);
  const int each_out = parts_in * script.random.between(0, 30),
            each_in = parts_in == 0 ? 0 : each_out * parts_out / parts_in;
  const int total = parts_out * each_out, rounds = script.random.between(1, 3), tag = script.random.below(5);
  const bool tests = script.random.chance(50);
  std::vector<int> out(static_cast<std::size_t>(total) + 1), in(static_cast<std::size_t>(total) + 1, -1);
  MPI_Request requests[2];
  script.doing(text("Psend_init(", parts_out, " parts of ", each_out, " ints, dest ", partner.to, "), Precv_init(",
                    parts_in, " parts of ", each_in, ", source ", partner.from, ")"));
  script.success(MPI_Psend_init(out.data(), parts_out, each_out, MPI_INT, partner.to, tag, script.comm, MPI_INFO_NULL,
                                &requests[0]));
  script.success(MPI_Precv_init(in.data(), parts_in, each_in, MPI_INT, partner.from, tag, script.comm, MPI_INFO_NULL,
                                &requests[1]));
  for (int round = 0; round < rounds; ++round) {
    script.doing(text("Start, Pready, round ", round));
    script.success(MPI_Startall(2, requests));
    std::vector<int> ready(static_cast<std::size_t>(parts_out));
    std::iota(ready.begin(), ready.end(), 0);
    script.own.shuffle(ready);
    for (int part : ready) {
      for (int i = part * each_out; i < (part + 1) * each_out; ++i) {
        out[static_cast<std::size_t>(i)] = script.rank * 100000 + round * 10000 + i;
      }
      const int form = script.own.below(3);
      if (form == 0) script.success(MPI_Pready(part, requests[0]));
      if (form == 1) script.success(MPI_Pready_range(part, part, requests[0]));
      if (form == 2) script.success(MPI_Pready_list(1, &part, requests[0]));
    }
    if (tests) {
      for (int part = 0; part < parts_in; ++part) {
        int there = 0;
        while (!there) {
          if (MPI_Parrived(requests[1], part, &there) != MPI_SUCCESS) script.expect("Parrived", "error", "success");
        }
      }
      bool same = true;
      for (int i = 0; i < total; ++i)
        same = same && in[static_cast<std::size_t>(i)] == partner.from * 100000 + round * 10000 + i;
      script.expect("what arrived", same, true);
    }
    script.success(MPI_Waitall(2, requests, MPI_STATUSES_IGNORE));
    bool same = true;
    for (int i = 0; i < total; ++i)
      same = same && in[static_cast<std::size_t>(i)] == partner.from * 100000 + round * 10000 + i;
    script.expect("data", same, true);
  }
  script.success(MPI_Request_free(&requests[0]));
  script.success(MPI_Request_free(&requests[1]));
}
#else
void partitioned(Script& script) {
  script.doing("Psend_init");
  script.absent();
}
#endif

}  // namespace

void persistent(Script& script) {
  for (int i = 0, steps = script.random.between(2, 6); i < steps; ++i) {
    switch (script.random.below(8)) {
      case 0:
      case 1: started(script); break;
      case 2:
      case 3:
      case 4: both(script); break;
      case 5: cancelled(script); break;
      case 6: truncated(script); break;
      default: partitioned(script); break;
    }
  }
  script.doing("Barrier");
  script.success(MPI_Barrier(script.comm));
}

}  // namespace differential
