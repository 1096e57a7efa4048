// SPDX-License-Identifier: BSD-3-Clause
// Reductions with predefined operations on many types, and with a user's operation that does not commute. The numbers
// are small, so that floating point is exact and the order of a sum does not show.
#include <complex>
#include <cstring>
#include <numeric>

#include "group_calls.hpp"

namespace differential {

namespace {

/// A type with an operation, as the model sees it.
struct Kind {
  std::string name;
  MPI_Datatype type;
  MPI_Op op;
  std::size_t bytes;
  std::function<void(unsigned char*, std::uint64_t)> make;         // an element
  std::function<void(unsigned char*, const unsigned char*)> fold;  // left = left op right
  std::size_t used = bytes;                                        // what lies behind is padding
};

template <class T>
Kind kind(const char* name, MPI_Datatype type, MPI_Op op, int range, T (*apply)(T, T)) {
  Kind made{name, type, op, sizeof(T), {}, {}};
  made.make = [range](unsigned char* at, std::uint64_t key) {
    Random random(key);
    const T value = static_cast<T>(random.below(range));
    std::memcpy(at, &value, sizeof value);
  };
  made.fold = [apply](unsigned char* left, const unsigned char* right) {
    T a, b;
    std::memcpy(&a, left, sizeof a);
    std::memcpy(&b, right, sizeof b);
    a = apply(a, b);
    std::memcpy(left, &a, sizeof a);
  };
  return made;
}

template <class T>
void arithmetic(std::vector<Kind>& all, const char* type_name, MPI_Datatype type) {
  const auto add = [&](const char* op_name, MPI_Op op, int range, T (*apply)(T, T)) {
    all.push_back(kind<T>("", type, op, range, apply));
    all.back().name = text(op_name, " of ", type_name);
  };
  add("MPI_SUM", MPI_SUM, 20, [](T a, T b) { return static_cast<T>(a + b); });
  add("MPI_PROD", MPI_PROD, 3, [](T a, T b) { return static_cast<T>(a * b); });
  add("MPI_MAX", MPI_MAX, 100, [](T a, T b) { return a > b ? a : b; });
  add("MPI_MIN", MPI_MIN, 100, [](T a, T b) { return a < b ? a : b; });
}

template <class T>
void logical(std::vector<Kind>& all, const char* type_name, MPI_Datatype type) {
  const auto add = [&](const char* op_name, MPI_Op op, int range, T (*apply)(T, T)) {
    all.push_back(kind<T>("", type, op, range, apply));
    all.back().name = text(op_name, " of ", type_name);
  };
  add("MPI_BAND", MPI_BAND, 100, [](T a, T b) { return static_cast<T>(a & b); });
  add("MPI_BOR", MPI_BOR, 100, [](T a, T b) { return static_cast<T>(a | b); });
  add("MPI_BXOR", MPI_BXOR, 100, [](T a, T b) { return static_cast<T>(a ^ b); });
  add("MPI_LAND", MPI_LAND, 2, [](T a, T b) { return static_cast<T>(a && b); });
  add("MPI_LOR", MPI_LOR, 2, [](T a, T b) { return static_cast<T>(a || b); });
  add("MPI_LXOR", MPI_LXOR, 2, [](T a, T b) { return static_cast<T>(!a != !b); });
}

/// A value with an index; ties go to the lower index.
template <class T>
struct Located {
  T value;
  int index;
};

template <class T>
void located(std::vector<Kind>& all, const char* type_name, MPI_Datatype type) {
  for (const bool most : {true, false}) {
    Kind made{text(most ? "MPI_MAXLOC" : "MPI_MINLOC", " of ", type_name),
              type,
              most ? MPI_MAXLOC : MPI_MINLOC,
              sizeof(Located<T>),
              {},
              {},
              sizeof(T) + sizeof(int)};
    made.make = [](unsigned char* at, std::uint64_t key) {
      Random random(key);
      Located<T> value;
      std::memset(static_cast<void*>(&value), 0, sizeof value);
      value.value = static_cast<T>(random.below(5));
      value.index = random.below(20);
      std::memcpy(at, &value, sizeof value);
    };
    made.fold = [most](unsigned char* left, const unsigned char* right) {
      Located<T> a, b;
      std::memcpy(&a, left, sizeof a);
      std::memcpy(&b, right, sizeof b);
      const bool wins = most ? b.value > a.value : b.value < a.value;
      if (wins || (b.value == a.value && b.index < a.index)) std::memcpy(left, right, sizeof b);
    };
    all.push_back(made);
  }
}

/// Affine maps x -> a x + b as pairs: composing them is associative and does not commute.
struct Affine {
  std::uint32_t a, b;
  [[nodiscard]] Affine then(Affine next) const { return {a * next.a, a * next.b + b}; }
};

void compose(void* in, void* inout, int* count, MPI_Datatype*) {
  const auto* left = static_cast<const Affine*>(in);
  auto* right = static_cast<Affine*>(inout);
  for (int i = 0; i < *count; ++i) right[i] = left[i].then(right[i]);
}

/// The same on elements of three words, the last of which is a gap; and sums of the first two words.
void compose_apart(void* in, void* inout, int* count, MPI_Datatype*) {
  auto* left = static_cast<unsigned char*>(in);
  auto* right = static_cast<unsigned char*>(inout);
  for (int i = 0; i < *count; ++i, left += 12, right += 12) {
    Affine a, b;
    std::memcpy(&a, left, sizeof a);
    std::memcpy(&b, right, sizeof b);
    a = a.then(b);
    std::memcpy(right, &a, sizeof a);
  }
}

void add_apart(void* in, void* inout, int* count, MPI_Datatype*) {
  auto* left = static_cast<std::uint32_t*>(in);
  auto* right = static_cast<std::uint32_t*>(inout);
  for (int i = 0; i < *count; ++i, left += 3, right += 3) {
    right[0] += left[0];
    right[1] += left[1];
  }
}

/// A third of all draws.
void users_own(std::vector<Kind>& all) {
  const std::size_t draws = all.size() / 2;
  MPI_Datatype pair = MPI_DATATYPE_NULL, apart = MPI_DATATYPE_NULL;
  MPI_Op ordered = MPI_OP_NULL, ordered_apart = MPI_OP_NULL, sum_apart = MPI_OP_NULL;
  MPI_Type_contiguous(2, MPI_UINT32_T, &pair);
  MPI_Type_commit(&pair);
  MPI_Type_create_resized(pair, 0, 12, &apart);
  MPI_Type_commit(&apart);
  MPI_Op_create(compose, 0, &ordered);
  MPI_Op_create(compose_apart, 0, &ordered_apart);
  MPI_Op_create(add_apart, 1, &sum_apart);
  const auto fold = [](unsigned char* left, const unsigned char* right) {
    Affine a, b;
    std::memcpy(&a, left, sizeof a);
    std::memcpy(&b, right, sizeof b);
    a = a.then(b);
    std::memcpy(left, &a, sizeof a);
  };
  const auto add = [](unsigned char* left, const unsigned char* right) {
    Affine a, b;
    std::memcpy(&a, left, sizeof a);
    std::memcpy(&b, right, sizeof b);
    a = {a.a + b.a, a.b + b.b};
    std::memcpy(left, &a, sizeof a);
  };
  const auto make = [](unsigned char* at, std::uint64_t key) { fill(at, sizeof(Affine), key); };
  const Kind kinds[] = {
      {"a user's op that does not commute", pair, ordered, sizeof(Affine), make, fold},
      {"a user's op that does not commute, on elements with a gap", apart, ordered_apart, 12, make, fold,
       sizeof(Affine)},
      {"a user's sum on elements with a gap", apart, sum_apart, 12, make, add, sizeof(Affine)},
  };
  for (std::size_t i = 0; i < draws; ++i) all.push_back(kinds[i % 3]);
}

const std::vector<Kind>& kinds() {
  static std::vector<Kind> all;
  if (!all.empty()) return all;
  arithmetic<int>(all, "MPI_INT", MPI_INT);
  arithmetic<double>(all, "MPI_DOUBLE", MPI_DOUBLE);
  arithmetic<float>(all, "MPI_FLOAT", MPI_FLOAT);
  arithmetic<long long>(all, "MPI_LONG_LONG", MPI_LONG_LONG);
  arithmetic<std::uint64_t>(all, "MPI_UINT64_T", MPI_UINT64_T);
  arithmetic<short>(all, "MPI_SHORT", MPI_SHORT);
  arithmetic<signed char>(all, "MPI_SIGNED_CHAR", MPI_SIGNED_CHAR);
  arithmetic<unsigned char>(all, "MPI_UINT8_T", MPI_UINT8_T);
  logical<int>(all, "MPI_INT", MPI_INT);
  logical<unsigned char>(all, "MPI_UINT8_T", MPI_UINT8_T);
  logical<std::uint32_t>(all, "MPI_UINT32_T", MPI_UINT32_T);
  logical<long>(all, "MPI_LONG", MPI_LONG);
  located<int>(all, "MPI_2INT", MPI_2INT);
  located<double>(all, "MPI_DOUBLE_INT", MPI_DOUBLE_INT);
  located<float>(all, "MPI_FLOAT_INT", MPI_FLOAT_INT);
  using Complex = std::complex<double>;
  all.push_back(kind<Complex>("MPI_SUM of MPI_C_DOUBLE_COMPLEX", MPI_C_DOUBLE_COMPLEX, MPI_SUM, 9,
                              [](Complex a, Complex b) { return a + b; }));
  users_own(all);
  return all;
}

class Reduction {
 public:
  Reduction(Script& script, const Side& side, Flights& flights)
      : script_(script),
        side_(side),
        flights_(flights),
        flight_(std::make_unique<Flight>()),
        kind_(&script.random.pick(kinds())) {
    count_ = script.random.chance(5) ? script.random.between(1000, 20000) : script.random.between(0, 9);
    if (side.wide) count_ = script.random.below(1 << script.random.below(script.random.chance(15) ? 17 : 12));
    in_place_ = !side.inter && script.random.chance(30);
    key_ = script.random.next();
    root_ = random_root(script, side);
  }

  void run() {
    const int which = script_.random.below(side_.inter ? 4 : 6);
    static const char* const names[] = {"Reduce", "Allreduce", "Reduce_scatter", "Reduce_scatter_block",
                                        "Scan",   "Exscan"};
    Flight& f = *flight_;
    const bool scatters = which == 2 || which == 3;
    if (scatters && count_ > 9) count_ /= side_.wide ? 8 : 5;
    // The whole vector, and this rank's part of the result.
    int total = count_, first = 0, part = count_;
    if (which == 2) {
      const int most = count_ + 1;
      Random random(key_);
      for (int r = 0; r < side_.own_size; ++r) f.counts.push_back(random.below(most));
      if (side_.inter) {  // both groups scatter vectors of one length
        const int length = for_every_size * (count_ % 4);
        f.counts.assign(static_cast<std::size_t>(side_.own_size), length / side_.own_size);
      }
      total = std::accumulate(f.counts.begin(), f.counts.end(), 0);
      first = std::accumulate(f.counts.begin(), f.counts.begin() + side_.rank, 0);
      part = f.counts[static_cast<std::size_t>(side_.rank)];
    } else if (which == 3) {
      if (side_.inter)
        total = for_every_size * (count_ % 4);
      else
        total = count_ * side_.own_size;
      part = total / side_.own_size;
      first = part * side_.rank;
    }
    f.type = std::make_unique<Type>();
    f.type->map = {};
    f.call = text(names[which], side_.inter ? " between groups" : "", "(", total, ", ", kind_->name,
                  which == 0 ? text(", root ", root_.id) : "", in_place_ ? ", in place" : "",
                  which == 2 ? list(f.counts) : "", ")");
    const bool in_place = in_place_ && (which != 0 || root_.is_root);
    const std::size_t bytes = kind_->bytes;
    auto in = std::make_shared<Bytes>(vector_of(side_.own_id(), total));
    auto out = std::make_shared<Bytes>(in_place ? *in : Bytes(static_cast<std::size_t>(total) * bytes + 8, 0xcd));
    Bytes wanted = *out;
    const bool gets = which == 0 ? root_.is_root : which != 5 || side_.rank > 0;
    if (gets && total > 0) {
      int from = 0, to = side_.peers - 1;
      if (which == 4) to = side_.rank;
      if (which == 5) to = side_.rank - 1;
      Bytes sum = vector_of(side_.peer_id(from), total);
      for (int r = from + 1; r <= to; ++r) {
        const Bytes next = vector_of(side_.peer_id(r), total);
        for (int i = 0; i < total; ++i)
          kind_->fold(sum.data() + static_cast<std::size_t>(i) * bytes,
                      next.data() + static_cast<std::size_t>(i) * bytes);
      }
      const auto at = static_cast<std::size_t>(first) * bytes, size = static_cast<std::size_t>(part) * bytes;
      for (std::size_t i = 0; i < size; i += bytes) std::memcpy(wanted.data() + i, sum.data() + at + i, kind_->used);
    }
    // What lies behind the result in place of a scatter is the implementation's to use.
    std::size_t compared = in_place && scatters ? static_cast<std::size_t>(part) * bytes : wanted.size();
    if (which == 5 && side_.rank == 0) compared = 0;  // undefined there
    launch(which, in_place ? MPI_IN_PLACE : in->data(), out->data(), total, part, in, out, wanted, compared);
  }

 private:
  Bytes vector_of(int id, int total) const {
    Bytes made(static_cast<std::size_t>(total) * kind_->bytes + 8, 0xab);
    for (int i = 0; i < total; ++i) {
      kind_->make(made.data() + static_cast<std::size_t>(i) * kind_->bytes,
                  key_ + static_cast<std::uint64_t>(id) * 1000000007 + static_cast<std::uint64_t>(i));
    }
    return made;
  }

  void launch(int which, const void* in, void* out, int n, int part, const std::shared_ptr<Bytes>& keep,
              const std::shared_ptr<Bytes>& result, const Bytes& wanted, std::size_t compared) {
    const MPI_Datatype type = kind_->type;
    const MPI_Op op = kind_->op;
    const MPI_Comm comm = side_.comm;
    const int root = root_.argument;
    const int* counts = flight_->counts.data();
    flight_->keep = keep;
    flight_->plain = result;
    flight_->plain_wanted = Bytes(wanted.begin(), wanted.begin() + static_cast<long>(compared));
    switch (which) {
      case 0:
        return flights_.make(
            std::move(flight_), [=] { return MPI_Reduce(in, out, n, type, op, root, comm); },
            [=](MPI_Request* q) { return MPI_Ireduce(in, out, n, type, op, root, comm, q); },
            [=](MPI_Request* q) { return MPI_Reduce_init(in, out, n, type, op, root, comm, MPI_INFO_NULL, q); });
      case 1:
        return flights_.make(
            std::move(flight_), [=] { return MPI_Allreduce(in, out, n, type, op, comm); },
            [=](MPI_Request* q) { return MPI_Iallreduce(in, out, n, type, op, comm, q); },
            [=](MPI_Request* q) { return MPI_Allreduce_init(in, out, n, type, op, comm, MPI_INFO_NULL, q); });
      case 2:
        return flights_.make(
            std::move(flight_), [=] { return MPI_Reduce_scatter(in, out, counts, type, op, comm); },
            [=](MPI_Request* q) { return MPI_Ireduce_scatter(in, out, counts, type, op, comm, q); },
            [=](MPI_Request* q) { return MPI_Reduce_scatter_init(in, out, counts, type, op, comm, MPI_INFO_NULL, q); });
      case 3:
        return flights_.make(
            std::move(flight_), [=] { return MPI_Reduce_scatter_block(in, out, part, type, op, comm); },
            [=](MPI_Request* q) { return MPI_Ireduce_scatter_block(in, out, part, type, op, comm, q); },
            [=](MPI_Request* q) {
              return MPI_Reduce_scatter_block_init(in, out, part, type, op, comm, MPI_INFO_NULL, q);
            });
      case 4:
        return flights_.make(
            std::move(flight_), [=] { return MPI_Scan(in, out, n, type, op, comm); },
            [=](MPI_Request* q) { return MPI_Iscan(in, out, n, type, op, comm, q); },
            [=](MPI_Request* q) { return MPI_Scan_init(in, out, n, type, op, comm, MPI_INFO_NULL, q); });
      default:
        return flights_.make(
            std::move(flight_), [=] { return MPI_Exscan(in, out, n, type, op, comm); },
            [=](MPI_Request* q) { return MPI_Iexscan(in, out, n, type, op, comm, q); },
            [=](MPI_Request* q) { return MPI_Exscan_init(in, out, n, type, op, comm, MPI_INFO_NULL, q); });
    }
  }

  Script& script_;
  const Side& side_;
  Flights& flights_;
  std::unique_ptr<Flight> flight_;
  const Kind* kind_;
  Root root_{};
  int count_ = 0;
  bool in_place_ = false;
  std::uint64_t key_ = 0;
};

}  // namespace

void reduction(Script& script, const Side& side, Flights& flights) { Reduction(script, side, flights).run(); }

}  // namespace differential
