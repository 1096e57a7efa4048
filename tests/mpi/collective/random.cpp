// SPDX-License-Identifier: BSD-3-Clause
// Random calls of every collective, in all three forms, against what they must give, worked out naively.
// Usage: random [rounds [seed]]
#include "check.hpp"

using namespace check;

namespace {

MPI_Comm comm = MPI_COMM_WORLD;
int rank = 0;
int size = 1;
int current_round = 0;
const char* doing = "";

void same(Data& got, Data& wanted) {
  if (got == wanted) return;
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (got.start()[i] != wanted.start()[i]) {
      fail(std::string(doing) + " in round " + std::to_string(current_round) + ": word " + std::to_string(i) + " is " +
           std::to_string(got.start()[i]) + ", not " + std::to_string(wanted.start()[i]));
    }
  }
}

/// One call, as it is made in all forms.
enum class Form { blocking, immediate, persistent };

/// Runs `blocking()`, `immediate(request)` or `init(request)`; `again` restores the buffers before a second start.
template <class Blocking, class Immediate, class Init, class Again>
void perform(Form form, Blocking&& blocking, Immediate&& immediate, Init&& init, Again&& again) {
  MPI_Request request = MPI_REQUEST_NULL;
  switch (form) {
    case Form::blocking: success(blocking(), doing); break;
    case Form::immediate:
      success(immediate(&request), doing);
      success(MPI_Wait(&request, MPI_STATUS_IGNORE), doing);
      that(request == MPI_REQUEST_NULL, "the request is gone after MPI_Wait");
      break;
    case Form::persistent:
      success(init(&request), doing);
      for (int i = 0; i < 2; ++i) {
        if (i > 0) again();
        success(MPI_Start(&request), doing);
        success(MPI_Wait(&request, MPI_STATUS_IGNORE), doing);
      }
      success(MPI_Request_free(&request), doing);
      break;
  }
}

/// Affine maps x -> a x + b as pairs (a, b): composing them does not commute. The operand in `in` comes from lower
/// ranks.
void compose(void* in, void* inout, int* count, MPI_Datatype* type) {
  MPI_Aint lb = 0, extent = 0;
  MPI_Type_get_extent(*type, &lb, &extent);
  const long step = extent / 4;
  const long second = extent == 20 ? 2 : 1;
  auto* left = static_cast<std::uint32_t*>(in);
  auto* right = static_cast<std::uint32_t*>(inout);
  for (int i = 0; i < *count; ++i, left += step, right += step) {
    const std::uint32_t a = left[0], b = left[second], c = right[0], d = right[second];
    right[0] = a * c;
    right[second] = a * d + b;
  }
}

struct Reduction {
  MPI_Op op;
  bool ordered;
  void apply(std::uint32_t left_a, std::uint32_t left_b, std::uint32_t& a, std::uint32_t& b) const {
    if (ordered) {
      b = left_a * b + left_b;
      a = left_a * a;
    } else if (op == MPI_SUM) {
      a += left_a;
      b += left_b;
    } else if (op == MPI_MAX) {
      a = left_a > a ? left_a : a;
      b = left_b > b ? left_b : b;
    } else {
      a ^= left_a;
      b ^= left_b;
    }
  }
};

MPI_Op compose_op = MPI_OP_NULL;

/// Ranks first..last reduced, pair k.
void reduced(const Reduction& reduction, int first, int last, long k, std::uint32_t& a, std::uint32_t& b) {
  a = value(current_round, first, 0, 2 * k);
  b = value(current_round, first, 0, 2 * k + 1);
  for (int r = first + 1; r <= last; ++r) {
    std::uint32_t c = value(current_round, r, 0, 2 * k), d = value(current_round, r, 0, 2 * k + 1);
    reduction.apply(a, b, c, d);
    a = c;
    b = d;
  }
}

void reductions(Random& random, Form form, long pairs, bool in_place) {
  Reduction reduction{MPI_SUM, false};
  switch (random.below(4)) {
    case 0: reduction = {compose_op, true}; break;
    case 1: reduction = {MPI_MAX, false}; break;
    case 2: reduction = {MPI_BXOR, false}; break;
    default: break;
  }
  const Layout layout(!reduction.ordered ? Layout::ints : random.coin() ? Layout::pairs : Layout::gapped);
  const int which = random.below(6);
  const int root = random.below(size);
  // The vector that all give, and which part of it this rank gets.
  std::vector<int> counts(static_cast<std::size_t>(size));
  long total = pairs, own_first = 0, own_pairs = pairs;
  if (which >= 4) {
    total = 0;
    for (int r = 0; r < size; ++r) {
      const long block = which == 5 ? pairs : random.below(static_cast<int>(pairs) + 2);
      if (r == rank) own_first = total, own_pairs = block;
      counts[static_cast<std::size_t>(r)] = layout.count(block);
      total += block;
    }
  }
  Data send(layout, total), recv(layout, total), wanted(layout, total);
  const auto fill = [&](Data& data) {
    for (long k = 0; k < 2 * total; ++k) data(0, k) = value(current_round, rank, 0, k);
  };
  const bool reduces_in_place = in_place && (which != 0 || rank == root);
  const auto prepare = [&] {
    recv.clear();
    fill(reduces_in_place ? recv : send);
  };
  prepare();
  wanted = Data(layout, total);
  if (reduces_in_place) fill(wanted);
  const auto expect = [&](int first, int last) {
    for (long k = 0; k < own_pairs; ++k) {
      std::uint32_t a = 0, b = 0;
      reduced(reduction, first, last, own_first + k, a, b);
      wanted(0, 2 * k) = a;
      wanted(0, 2 * k + 1) = b;
    }
  };
  const void* in = reduces_in_place ? MPI_IN_PLACE : send.start();
  void* out = recv.start();
  const int n = layout.count(total);
  const MPI_Datatype type = layout.type();
  const MPI_Op op = reduction.op;
  switch (which) {
    case 0:
      doing = "reduce";
      if (rank == root) expect(0, size - 1);
      perform(
          form, [&] { return MPI_Reduce(in, out, n, type, op, root, comm); },
          [&](MPI_Request* q) { return MPI_Ireduce(in, out, n, type, op, root, comm, q); },
          [&](MPI_Request* q) { return MPI_Reduce_init(in, out, n, type, op, root, comm, MPI_INFO_NULL, q); }, prepare);
      break;
    case 1:
      doing = "allreduce";
      expect(0, size - 1);
      perform(
          form, [&] { return MPI_Allreduce(in, out, n, type, op, comm); },
          [&](MPI_Request* q) { return MPI_Iallreduce(in, out, n, type, op, comm, q); },
          [&](MPI_Request* q) { return MPI_Allreduce_init(in, out, n, type, op, comm, MPI_INFO_NULL, q); }, prepare);
      break;
    case 2:
      doing = "scan";
      expect(0, rank);
      perform(
          form, [&] { return MPI_Scan(in, out, n, type, op, comm); },
          [&](MPI_Request* q) { return MPI_Iscan(in, out, n, type, op, comm, q); },
          [&](MPI_Request* q) { return MPI_Scan_init(in, out, n, type, op, comm, MPI_INFO_NULL, q); }, prepare);
      break;
    case 3:
      doing = "exscan";
      if (rank > 0) expect(0, rank - 1);
      perform(
          form, [&] { return MPI_Exscan(in, out, n, type, op, comm); },
          [&](MPI_Request* q) { return MPI_Iexscan(in, out, n, type, op, comm, q); },
          [&](MPI_Request* q) { return MPI_Exscan_init(in, out, n, type, op, comm, MPI_INFO_NULL, q); }, prepare);
      break;
    case 4:
      doing = "reduce_scatter";
      expect(0, size - 1);
      perform(
          form, [&] { return MPI_Reduce_scatter(in, out, counts.data(), type, op, comm); },
          [&](MPI_Request* q) { return MPI_Ireduce_scatter(in, out, counts.data(), type, op, comm, q); },
          [&](MPI_Request* q) {
            return MPI_Reduce_scatter_init(in, out, counts.data(), type, op, comm, MPI_INFO_NULL, q);
          },
          prepare);
      break;
    default:
      doing = "reduce_scatter_block";
      expect(0, size - 1);
      perform(
          form, [&] { return MPI_Reduce_scatter_block(in, out, counts[0], type, op, comm); },
          [&](MPI_Request* q) { return MPI_Ireduce_scatter_block(in, out, counts[0], type, op, comm, q); },
          [&](MPI_Request* q) {
            return MPI_Reduce_scatter_block_init(in, out, counts[0], type, op, comm, MPI_INFO_NULL, q);
          },
          prepare);
  }
  if (which >= 4 && in_place) {  // beyond the own part the buffer is undefined
    for (long k = 2 * own_pairs; k < 2 * total; ++k) wanted(0, k) = recv(0, k) = 0;
  }
  same(recv, wanted);
}

Layout::Kind any_layout(Random& random) { return static_cast<Layout::Kind>(random.below(3)); }

/// One side of a call that moves blocks: lengths, places, data.
struct Blocks {
  Blocks(const Layout& l, const std::vector<long>& lengths, bool varied) : layout(l), pairs(lengths), data(l, 0) {
    long end = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      firsts.push_back(end);
      counts.push_back(layout.count(pairs[i]));
      displs.push_back(layout.count(end));
      bytes.push_back(static_cast<int>(layout.span(end) * 4));
      types.push_back(layout.type());
      end += pairs[i] + (varied ? 1 : 0);
    }
    data = Data(layout, end);
    total = end;
  }
  void put(Data& where, std::size_t i, int from, int to) {
    for (long k = 0; k < 2 * pairs[i]; ++k) where(firsts[i], k) = value(current_round, from, to, k);
  }
  const Layout& layout;
  std::vector<long> pairs, firsts;
  std::vector<int> counts, displs, bytes;
  std::vector<MPI_Datatype> types;
  Data data;
  long total = 0;
};

void movements(Random& random, Form form, long pairs, bool in_place) {
  const int which = random.below(10);
  const int root = random.below(size);
  const bool varied = which == 2 || which == 4 || which == 6 || which >= 8;
  // Layouts differ from rank to rank; all draw the same numbers.
  std::vector<Layout::Kind> kinds;
  for (int i = 0; i < 2 * size; ++i) kinds.push_back(any_layout(random));
  const Layout send_layout(kinds[static_cast<std::size_t>(2 * rank)]);
  const Layout recv_layout(kinds[static_cast<std::size_t>(2 * rank + 1)]);
  std::vector<std::vector<long>> length(static_cast<std::size_t>(size),
                                        std::vector<long>(static_cast<std::size_t>(size), pairs));
  if (varied) {
    for (auto& row : length) {
      for (long& entry : row) entry = random.below(static_cast<int>(pairs) + 2);
    }
    if (in_place && which >= 8) {
      for (std::size_t i = 0; i < length.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) length[i][j] = length[j][i];
      }
    }
  }
  const auto me = static_cast<std::size_t>(rank);
  const auto row = [&](bool sending) {  // the blocks of alltoall
    std::vector<long> all;
    for (std::size_t i = 0; i < length.size(); ++i) all.push_back(sending ? length[me][i] : length[i][me]);
    return all;
  };
  const auto column = [&] {  // one block from each rank
    std::vector<long> all;
    for (const auto& entry : length) all.push_back(entry[0]);
    return all;
  };
  const auto no_prepare = [] {};
  const bool at_root = rank == root;
  const void* const keep = MPI_IN_PLACE;

  if (which == 0) {
    doing = "bcast";
    Blocks buffer(recv_layout, {pairs}, false);
    Data wanted = buffer.data;
    buffer.put(wanted, 0, root, 0);
    if (at_root) buffer.put(buffer.data, 0, root, 0);
    perform(
        form, [&] { return MPI_Bcast(buffer.data.start(), buffer.counts[0], recv_layout.type(), root, comm); },
        [&](MPI_Request* q) {
          return MPI_Ibcast(buffer.data.start(), buffer.counts[0], recv_layout.type(), root, comm, q);
        },
        [&](MPI_Request* q) {
          return MPI_Bcast_init(buffer.data.start(), buffer.counts[0], recv_layout.type(), root, comm, MPI_INFO_NULL,
                                q);
        },
        no_prepare);
    same(buffer.data, wanted);
    return;
  }
  if (which <= 2) {
    doing = which == 1 ? "gather" : "gatherv";
    Blocks send(send_layout, {length[me][0]}, false);
    Blocks recv(recv_layout, at_root ? column() : std::vector<long>{}, varied);
    Data wanted = recv.data;
    send.put(send.data, 0, rank, 0);
    for (std::size_t i = 0; i < recv.pairs.size(); ++i) recv.put(wanted, i, static_cast<int>(i), 0);
    if (in_place && at_root) recv.put(recv.data, me, rank, 0);
    const void* in = in_place && at_root ? keep : send.data.start();
    void* out = recv.data.start();
    const int sc = send.counts[0], rc = at_root ? recv.counts[0] : -7;
    const MPI_Datatype st = send_layout.type(), rt = recv_layout.type();
    int* c = recv.counts.data();
    int* d = recv.displs.data();
    if (which == 1) {
      perform(
          form, [&] { return MPI_Gather(in, sc, st, out, rc, rt, root, comm); },
          [&](MPI_Request* q) { return MPI_Igather(in, sc, st, out, rc, rt, root, comm, q); },
          [&](MPI_Request* q) { return MPI_Gather_init(in, sc, st, out, rc, rt, root, comm, MPI_INFO_NULL, q); },
          no_prepare);
    } else {
      perform(
          form, [&] { return MPI_Gatherv(in, sc, st, out, c, d, rt, root, comm); },
          [&](MPI_Request* q) { return MPI_Igatherv(in, sc, st, out, c, d, rt, root, comm, q); },
          [&](MPI_Request* q) { return MPI_Gatherv_init(in, sc, st, out, c, d, rt, root, comm, MPI_INFO_NULL, q); },
          no_prepare);
    }
    same(recv.data, wanted);
    return;
  }
  if (which <= 4) {
    doing = which == 3 ? "scatter" : "scatterv";
    Blocks send(send_layout, at_root ? column() : std::vector<long>{}, varied);
    Blocks recv(recv_layout, {length[me][0]}, false);
    for (std::size_t i = 0; i < send.pairs.size(); ++i) send.put(send.data, i, root, static_cast<int>(i));
    Data wanted = recv.data;
    const bool stays = in_place && at_root;
    if (!stays) recv.put(wanted, 0, root, rank);
    void* out = stays ? MPI_IN_PLACE : recv.data.start();
    const void* in = send.data.start();
    const int sc = at_root ? send.counts[0] : -7, rc = recv.counts[0];
    const MPI_Datatype st = send_layout.type(), rt = recv_layout.type();
    int* c = send.counts.data();
    int* d = send.displs.data();
    if (which == 3) {
      perform(
          form, [&] { return MPI_Scatter(in, sc, st, out, rc, rt, root, comm); },
          [&](MPI_Request* q) { return MPI_Iscatter(in, sc, st, out, rc, rt, root, comm, q); },
          [&](MPI_Request* q) { return MPI_Scatter_init(in, sc, st, out, rc, rt, root, comm, MPI_INFO_NULL, q); },
          no_prepare);
    } else {
      perform(
          form, [&] { return MPI_Scatterv(in, c, d, st, out, rc, rt, root, comm); },
          [&](MPI_Request* q) { return MPI_Iscatterv(in, c, d, st, out, rc, rt, root, comm, q); },
          [&](MPI_Request* q) { return MPI_Scatterv_init(in, c, d, st, out, rc, rt, root, comm, MPI_INFO_NULL, q); },
          no_prepare);
    }
    same(recv.data, wanted);
    return;
  }
  if (which <= 6) {
    doing = which == 5 ? "allgather" : "allgatherv";
    Blocks send(send_layout, {length[me][0]}, false);
    Blocks recv(recv_layout, column(), varied);
    Data wanted = recv.data;
    send.put(send.data, 0, rank, 0);
    for (std::size_t i = 0; i < recv.pairs.size(); ++i) recv.put(wanted, i, static_cast<int>(i), 0);
    if (in_place) recv.put(recv.data, me, rank, 0);
    const void* in = in_place ? keep : send.data.start();
    void* out = recv.data.start();
    const int sc = send.counts[0], rc = recv.counts[0];
    const MPI_Datatype st = send_layout.type(), rt = recv_layout.type();
    int* c = recv.counts.data();
    int* d = recv.displs.data();
    if (which == 5) {
      perform(
          form, [&] { return MPI_Allgather(in, sc, st, out, rc, rt, comm); },
          [&](MPI_Request* q) { return MPI_Iallgather(in, sc, st, out, rc, rt, comm, q); },
          [&](MPI_Request* q) { return MPI_Allgather_init(in, sc, st, out, rc, rt, comm, MPI_INFO_NULL, q); },
          no_prepare);
    } else {
      perform(
          form, [&] { return MPI_Allgatherv(in, sc, st, out, c, d, rt, comm); },
          [&](MPI_Request* q) { return MPI_Iallgatherv(in, sc, st, out, c, d, rt, comm, q); },
          [&](MPI_Request* q) { return MPI_Allgatherv_init(in, sc, st, out, c, d, rt, comm, MPI_INFO_NULL, q); },
          no_prepare);
    }
    same(recv.data, wanted);
    return;
  }
  doing = which == 7 ? "alltoall" : which == 8 ? "alltoallv" : "alltoallw";
  Blocks send(send_layout, row(true), varied);
  Blocks recv(recv_layout, row(false), varied);
  const Data empty = recv.data;
  Data wanted = recv.data;
  for (std::size_t i = 0; i < recv.pairs.size(); ++i) {
    send.put(send.data, i, rank, static_cast<int>(i));
    recv.put(wanted, i, static_cast<int>(i), rank);
  }
  const auto prepare = [&] {
    recv.data = empty;
    if (!in_place) return;
    for (std::size_t i = 0; i < recv.pairs.size(); ++i) recv.put(recv.data, i, rank, static_cast<int>(i));
  };
  prepare();
  const void* in = in_place ? keep : send.data.start();
  void* out = recv.data.start();
  const MPI_Datatype st = send_layout.type(), rt = recv_layout.type();
  int *sc = send.counts.data(), *rc = recv.counts.data();
  if (which == 7) {
    perform(
        form, [&] { return MPI_Alltoall(in, *sc, st, out, *rc, rt, comm); },
        [&](MPI_Request* q) { return MPI_Ialltoall(in, *sc, st, out, *rc, rt, comm, q); },
        [&](MPI_Request* q) { return MPI_Alltoall_init(in, *sc, st, out, *rc, rt, comm, MPI_INFO_NULL, q); }, prepare);
  } else if (which == 8) {
    int *sd = send.displs.data(), *rd = recv.displs.data();
    perform(
        form, [&] { return MPI_Alltoallv(in, sc, sd, st, out, rc, rd, rt, comm); },
        [&](MPI_Request* q) { return MPI_Ialltoallv(in, sc, sd, st, out, rc, rd, rt, comm, q); },
        [&](MPI_Request* q) { return MPI_Alltoallv_init(in, sc, sd, st, out, rc, rd, rt, comm, MPI_INFO_NULL, q); },
        prepare);
  } else {
    int *sd = send.bytes.data(), *rd = recv.bytes.data();
    MPI_Datatype *ss = send.types.data(), *rr = recv.types.data();
    perform(
        form, [&] { return MPI_Alltoallw(in, sc, sd, ss, out, rc, rd, rr, comm); },
        [&](MPI_Request* q) { return MPI_Ialltoallw(in, sc, sd, ss, out, rc, rd, rr, comm, q); },
        [&](MPI_Request* q) { return MPI_Alltoallw_init(in, sc, sd, ss, out, rc, rd, rr, comm, MPI_INFO_NULL, q); },
        prepare);
  }
  same(recv.data, wanted);
}

void rounds(int first, int count, std::uint64_t seed) {
  MPI_Comm_rank(comm, &rank);
  MPI_Comm_size(comm, &size);
  for (current_round = first; current_round < first + count; ++current_round) {
    Random random(seed + static_cast<std::uint64_t>(current_round));
    const auto form = static_cast<Form>(random.below(3));
    constexpr long lengths[] = {0, 1, 2, 5, 33, 1000, 20000};
    const long pairs = lengths[random.below(current_round % 10 == 0 ? 7 : 6)];
    const bool in_place = random.coin();
    if (random.coin()) {
      reductions(random, form, pairs, in_place);
    } else {
      movements(random, form, pairs, in_place);
    }
    if (current_round % 16 == 0) {
      doing = "barrier";
      perform(
          form, [&] { return MPI_Barrier(comm); }, [&](MPI_Request* q) { return MPI_Ibarrier(comm, q); },
          [&](MPI_Request* q) { return MPI_Barrier_init(comm, MPI_INFO_NULL, q); }, [] {});
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  const int count = argc > 1 ? std::atoi(argv[1]) : 300;
  const auto seed = static_cast<std::uint64_t>(argc > 2 ? std::atol(argv[2]) : 1);
  MPI_Op_create(compose, 0, &compose_op);
  rounds(0, count, seed);
  // The same on communicators made of some ranks, in another order.
  int world_rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &world_rank);
  success(MPI_Comm_split(MPI_COMM_WORLD, world_rank % 2, -world_rank, &comm), "split");
  rounds(count, count / 4, seed);
  MPI_Comm_free(&comm);
  comm = MPI_COMM_SELF;
  rounds(2 * count, 20, seed);
  MPI_Op_free(&compose_op);
  MPI_Finalize();
  return 0;
}
