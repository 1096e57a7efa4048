// SPDX-License-Identifier: BSD-3-Clause
// Collective calls that move data, with random counts, displacements, roots and datatypes.
#include <algorithm>
#include <numeric>

#include "group_calls.hpp"

namespace differential {

namespace {

/// How many elements go from one rank to another: all ranks know.
int count_of(std::uint64_t key, int from, int to, int limit) {
  Random random(key + static_cast<std::uint64_t>(from * 131 + to));
  random.next();
  return random.below(limit);
}

std::uint64_t data_key(std::uint64_t key, int from, int to) {
  return key ^ (static_cast<std::uint64_t>(from + 1) << 20) ^ (static_cast<std::uint64_t>(to + 1) << 40);
}

constexpr int everyone = 77;

/// Two of a basic type, `gap` of them apart, with a gap behind: the signature is the same whatever the gap.
Type two_of(Script& script, int basic, int gap) {
  Type type = basic_type(basic);
  const MPI_Datatype old = type.handle;
  const long bytes = type.bytes();
  MPI_Datatype apart = MPI_DATATYPE_NULL;
  script.success(MPI_Type_vector(2, 1, 1 + gap, old, &apart));
  script.success(MPI_Type_create_resized(apart, 0, (2 + 2 * gap) * bytes, &type.handle));
  script.success(MPI_Type_commit(&type.handle));
  script.success(MPI_Type_free(&apart));
  type.predefined = false;
  type.map = {{basic, 0}, {basic, (1 + gap) * bytes}};
  type.ub = (2 + 2 * gap) * bytes;
  type.made = text("two ", type.made);
  return type;
}

class Movement {
 public:
  Movement(Script& script, const Side& side, Flights& flights)
      : script_(script), side_(side), flights_(flights), flight_(std::make_unique<Flight>()) {
    if (side.wide) {
      wide_arguments();
    } else {
      flight_->type = std::make_unique<Type>(random_committed(script, script.random, script.random.between(1, 2)));
      count_ = script.random.chance(4) ? script.random.between(500, 3000) : script.random.between(0, 6);
    }
    gap_ = script.random.below(3);
    in_place_ = !side.inter && script.random.chance(25);
    key_ = script.random.next();
  }

  void run() {
    Type& type = *flight_->type;
    // Large enough for everything below: 5 ranks, 6 elements each with gaps, or the common count.
    const int most = std::max({count_, 6}) + gap_;
    const bool simple = side_.wide && type.map.size() <= 2;
    if (!simple && ((count_ > 6 && type.map.size() > 8) || !type.receivable(most * std::max(6, side_.peers))))
      return give_up();
    root_ = random_root(script_, side_);
    switch (script_.random.below(8)) {
      case 0: bcast(); break;
      case 1: to_root(false); break;
      case 2: to_root(true); break;
      case 3: from_root(false); break;
      case 4: from_root(true); break;
      case 5: to_all(script_.random.below(2) == 1); break;
      case 6: exchange(script_.random.below(3)); break;
      default: {
        flight_->call = "Barrier";
        const MPI_Comm comm = side_.comm;
        launch([=] { return MPI_Barrier(comm); }, [=](MPI_Request* q) { return MPI_Ibarrier(comm, q); },
               [=](MPI_Request* q) { return MPI_Barrier_init(comm, MPI_INFO_NULL, q); });
      }
    }
  }

 private:
  /// Counts of every magnitude up to some hundred thousand bytes; where it says so, each rank has its own layout.
  void wide_arguments() {
    Random& dice = script_.random;
    count_ = dice.below(1 << dice.below(dice.chance(15) ? 17 : 12));
    limit_ = count_ + 2;
    const int basic = dice.below(static_cast<int>(basics().size()));
    const int form = dice.below(10);
    if (form < 5) {
      flight_->type = std::make_unique<Type>(basic_type(basic));
    } else if (form < 8 || count_ > 40) {
      flight_->type = std::make_unique<Type>(two_of(script_, basic, script_.own.below(3)));
      flight_->plain_type = std::make_unique<Type>(basic_type(basic));
      flight_->plain_type->map.push_back({basic, flight_->plain_type->ub});
      flight_->plain_type->ub *= 2;
    } else {
      flight_->type = std::make_unique<Type>(random_committed(script_, dice, dice.between(1, 2)));
    }
  }

  void give_up() { free_type(script_, *flight_->type); }

  void launch(const std::function<int()>& blocking, const Immediate& immediate, const Immediate& persistent) {
    Type* type = flight_->type.get();
    MPI_Datatype handle = type->predefined ? MPI_DATATYPE_NULL : type->handle;
    flights_.make(std::move(flight_), blocking, immediate, persistent);
    // A type may be freed while calls that use it are under way.
    if (handle != MPI_DATATYPE_NULL) {
      script_.doing("Type_free");
      script_.success(MPI_Type_free(&handle));
    }
  }

  [[nodiscard]] std::string about(const char* call) const {
    return text(call, side_.inter ? " between groups" : "", "(", count_, " of ", flight_->type->made, ", root ",
                root_.id, in_place_ ? ", in place" : "", ")");
  }
  Bytes data(int from, int to, int count) const {
    const Type& type = flight_->plain_type ? *flight_->plain_type : *flight_->type;
    return Buffer(type, count, data_key(key_, from, to)).gather();
  }
  /// What `from` gives to `to`, in this rank's memory.
  std::unique_ptr<Buffer> holding(int from, int to, int count) const {
    auto made = buffer(count, data_key(key_, from, to));
    if (flight_->plain_type) made->scatter(data(from, to, count));
    return made;
  }
  std::unique_ptr<Buffer> buffer(int count, std::uint64_t key) const {
    return std::make_unique<Buffer>(*flight_->type, count, key);
  }
  /// Displacements of blocks one after the other, with gaps.
  int lay_out(const std::vector<int>& counts, std::vector<int>& places) const {
    int at = 0;
    for (int count : counts) {
      places.push_back(at);
      at += count + gap_;
    }
    return at;
  }

  void bcast() {
    Flight& f = *flight_;
    f.call = about("Bcast");
    const bool gives = root_.is_root;
    f.out = gives ? holding(root_.id, everyone, count_) : buffer(count_, key_);
    f.wanted = gives ? holding(root_.id, everyone, count_) : buffer(count_, key_);
    if (!gives && root_.takes_part) f.wanted->scatter(data(root_.id, everyone, count_));
    void* at = f.out->data();
    const int n = count_, root = root_.argument;
    const MPI_Datatype type = f.type->handle;
    const MPI_Comm comm = side_.comm;
    launch([=] { return MPI_Bcast(at, n, type, root, comm); },
           [=](MPI_Request* q) { return MPI_Ibcast(at, n, type, root, comm, q); },
           [=](MPI_Request* q) { return MPI_Bcast_init(at, n, type, root, comm, MPI_INFO_NULL, q); });
  }

  void to_root(bool varying) {
    Flight& f = *flight_;
    f.call = about(varying ? "Gatherv" : "Gather");
    const int root_id = root_.id;
    const int mine = varying ? count_of(key_, side_.own_id(), root_id, limit_) : count_;
    for (int p = 0; p < side_.peers; ++p)
      f.counts.push_back(varying ? count_of(key_, side_.peer_id(p), root_id, limit_) : count_);
    const int gap = gap_;
    if (!varying) gap_ = 0;
    const int total = lay_out(f.counts, f.places);
    gap_ = gap;
    f.in = holding(side_.own_id(), root_id, mine);
    f.out = buffer(total, key_);
    f.wanted = buffer(total, key_);
    const bool in_place = in_place_ && root_.is_root;
    if (root_.is_root) {
      for (int p = 0; p < side_.peers; ++p) {
        const auto i = static_cast<std::size_t>(p);
        const Bytes part = data(side_.peer_id(p), root_id, f.counts[i]);
        f.wanted->scatter_at(f.places[i], part);
        if (in_place && p == side_.rank) f.out->scatter_at(f.places[i], part);
      }
    }
    const void* in = in_place ? MPI_IN_PLACE : f.in->data();
    void* out = f.out->data();
    const int *counts = f.counts.data(), *places = f.places.data();
    const int n = count_, root = root_.argument;
    const MPI_Datatype type = f.type->handle;
    const MPI_Comm comm = side_.comm;
    if (varying) {
      launch([=] { return MPI_Gatherv(in, mine, type, out, counts, places, type, root, comm); },
             [=](MPI_Request* q) { return MPI_Igatherv(in, mine, type, out, counts, places, type, root, comm, q); },
             [=](MPI_Request* q) {
               return MPI_Gatherv_init(in, mine, type, out, counts, places, type, root, comm, MPI_INFO_NULL, q);
             });
    } else {
      launch([=] { return MPI_Gather(in, n, type, out, n, type, root, comm); },
             [=](MPI_Request* q) { return MPI_Igather(in, n, type, out, n, type, root, comm, q); },
             [=](MPI_Request* q) { return MPI_Gather_init(in, n, type, out, n, type, root, comm, MPI_INFO_NULL, q); });
    }
  }

  void from_root(bool varying) {
    Flight& f = *flight_;
    f.call = about(varying ? "Scatterv" : "Scatter");
    const int root_id = root_.id;
    const int mine = varying ? count_of(key_, root_id, side_.own_id(), limit_) : count_;
    for (int p = 0; p < side_.peers; ++p)
      f.counts.push_back(varying ? count_of(key_, root_id, side_.peer_id(p), limit_) : count_);
    const int gap = gap_;
    if (!varying) gap_ = 0;
    const int total = lay_out(f.counts, f.places);
    gap_ = gap;
    f.in = buffer(total, key_);
    for (int p = 0; p < side_.peers && root_.is_root; ++p) {
      const auto i = static_cast<std::size_t>(p);
      f.in->scatter_at(f.places[i], data(root_id, side_.peer_id(p), f.counts[i]));
    }
    f.out = buffer(mine, key_ + 1);
    f.wanted = buffer(mine, key_ + 1);
    const bool in_place = in_place_ && root_.is_root;
    const bool takes = side_.inter ? root_.takes_part && !root_.is_root : !in_place;
    if (takes) f.wanted->scatter(data(root_id, side_.own_id(), mine));
    const void* in = f.in->data();
    void* out = in_place ? MPI_IN_PLACE : f.out->data();
    const int *counts = f.counts.data(), *places = f.places.data();
    const int n = count_, root = root_.argument;
    const MPI_Datatype type = f.type->handle;
    const MPI_Comm comm = side_.comm;
    if (varying) {
      launch([=] { return MPI_Scatterv(in, counts, places, type, out, mine, type, root, comm); },
             [=](MPI_Request* q) { return MPI_Iscatterv(in, counts, places, type, out, mine, type, root, comm, q); },
             [=](MPI_Request* q) {
               return MPI_Scatterv_init(in, counts, places, type, out, mine, type, root, comm, MPI_INFO_NULL, q);
             });
    } else {
      launch([=] { return MPI_Scatter(in, n, type, out, n, type, root, comm); },
             [=](MPI_Request* q) { return MPI_Iscatter(in, n, type, out, n, type, root, comm, q); },
             [=](MPI_Request* q) { return MPI_Scatter_init(in, n, type, out, n, type, root, comm, MPI_INFO_NULL, q); });
    }
  }

  void to_all(bool varying) {
    Flight& f = *flight_;
    f.call = about(varying ? "Allgatherv" : "Allgather");
    const int gap = gap_;
    if (!varying) gap_ = 0;
    // In an inter-communicator each group may give its own count; here only the varying form does.
    const int mine = varying ? count_of(key_, side_.own_id(), everyone, limit_) : count_;
    for (int p = 0; p < side_.peers; ++p)
      f.counts.push_back(varying ? count_of(key_, side_.peer_id(p), everyone, limit_) : count_);
    const int total = lay_out(f.counts, f.places);
    gap_ = gap;
    f.in = holding(side_.own_id(), everyone, mine);
    f.out = buffer(total, key_);
    f.wanted = buffer(total, key_);
    for (int p = 0; p < side_.peers; ++p) {
      const auto i = static_cast<std::size_t>(p);
      const Bytes part = data(side_.peer_id(p), everyone, f.counts[i]);
      f.wanted->scatter_at(f.places[i], part);
      if (in_place_ && p == side_.rank) f.out->scatter_at(f.places[i], part);
    }
    const void* in = in_place_ ? MPI_IN_PLACE : f.in->data();
    void* out = f.out->data();
    const int *counts = f.counts.data(), *places = f.places.data();
    const int n = count_;
    const MPI_Datatype type = f.type->handle;
    const MPI_Comm comm = side_.comm;
    if (varying) {
      launch([=] { return MPI_Allgatherv(in, mine, type, out, counts, places, type, comm); },
             [=](MPI_Request* q) { return MPI_Iallgatherv(in, mine, type, out, counts, places, type, comm, q); },
             [=](MPI_Request* q) {
               return MPI_Allgatherv_init(in, mine, type, out, counts, places, type, comm, MPI_INFO_NULL, q);
             });
    } else {
      launch([=] { return MPI_Allgather(in, n, type, out, n, type, comm); },
             [=](MPI_Request* q) { return MPI_Iallgather(in, n, type, out, n, type, comm, q); },
             [=](MPI_Request* q) { return MPI_Allgather_init(in, n, type, out, n, type, comm, MPI_INFO_NULL, q); });
    }
  }

  void exchange(int kind) {
    static const char* const names[] = {"Alltoall", "Alltoallv", "Alltoallw"};
    Flight& f = *flight_;
    f.call = about(names[kind]);
    const int gap = gap_;
    if (kind == 0) gap_ = 0;
    // In place a block that goes has the size of the one that comes.
    const auto blocks = [&](int from, int to) {
      if (kind == 0) return count_;
      return in_place_ ? count_of(key_, std::min(from, to), std::max(from, to), limit_)
                       : count_of(key_, from, to, limit_);
    };
    for (int p = 0; p < side_.peers; ++p) {
      f.counts.push_back(blocks(side_.peer_id(p), side_.own_id()));
      f.other_counts.push_back(blocks(side_.own_id(), side_.peer_id(p)));
    }
    const int total = lay_out(f.counts, f.places), sent = lay_out(f.other_counts, f.other_places);
    gap_ = gap;
    f.in = buffer(sent, key_ + 2);
    f.out = buffer(total, key_);
    f.wanted = buffer(total, key_);
    for (int p = 0; p < side_.peers; ++p) {
      const auto i = static_cast<std::size_t>(p);
      const Bytes part = data(side_.own_id(), side_.peer_id(p), f.other_counts[i]);
      if (in_place_)
        f.out->scatter_at(f.places[i], part);
      else
        f.in->scatter_at(f.other_places[i], part);
    }
    if (in_place_) {  // what is not received over stays: gaps of the type
      for (int p = 0; p < side_.peers; ++p) {
        const auto i = static_cast<std::size_t>(p);
        f.wanted->scatter_at(f.places[i], data(side_.own_id(), side_.peer_id(p), f.other_counts[i]));
      }
    }
    for (int p = 0; p < side_.peers; ++p) {
      const auto i = static_cast<std::size_t>(p);
      f.wanted->scatter_at(f.places[i], data(side_.peer_id(p), side_.own_id(), f.counts[i]));
    }
    const void* in = in_place_ ? MPI_IN_PLACE : f.in->data();
    void* out = f.out->data();
    const int *rn = f.counts.data(), *sn = f.other_counts.data();
    const MPI_Datatype type = f.type->handle;
    const MPI_Comm comm = side_.comm;
    const int n = count_;
    if (kind == 0) {
      launch([=] { return MPI_Alltoall(in, n, type, out, n, type, comm); },
             [=](MPI_Request* q) { return MPI_Ialltoall(in, n, type, out, n, type, comm, q); },
             [=](MPI_Request* q) { return MPI_Alltoall_init(in, n, type, out, n, type, comm, MPI_INFO_NULL, q); });
      return;
    }
    if (kind == 2) {  // displacements in bytes
      for (int& place : f.places) place *= static_cast<int>(f.type->extent());
      for (int& place : f.other_places) place *= static_cast<int>(f.type->extent());
      f.types.assign(static_cast<std::size_t>(side_.peers), type);
    }
    const int *rd = f.places.data(), *sd = f.other_places.data();
    const MPI_Datatype* types = f.types.data();
    if (kind == 1) {
      launch([=] { return MPI_Alltoallv(in, sn, sd, type, out, rn, rd, type, comm); },
             [=](MPI_Request* q) { return MPI_Ialltoallv(in, sn, sd, type, out, rn, rd, type, comm, q); },
             [=](MPI_Request* q) {
               return MPI_Alltoallv_init(in, sn, sd, type, out, rn, rd, type, comm, MPI_INFO_NULL, q);
             });
    } else {
      launch([=] { return MPI_Alltoallw(in, sn, sd, types, out, rn, rd, types, comm); },
             [=](MPI_Request* q) { return MPI_Ialltoallw(in, sn, sd, types, out, rn, rd, types, comm, q); },
             [=](MPI_Request* q) {
               return MPI_Alltoallw_init(in, sn, sd, types, out, rn, rd, types, comm, MPI_INFO_NULL, q);
             });
    }
  }

  Script& script_;
  const Side& side_;
  Flights& flights_;
  std::unique_ptr<Flight> flight_;
  Root root_{};
  int count_ = 0, gap_ = 0;
  int limit_ = 6;  // of the varying counts
  bool in_place_ = false;
  std::uint64_t key_ = 0;
};

}  // namespace

void movement(Script& script, const Side& side, Flights& flights) { Movement(script, side, flights).run(); }

}  // namespace differential
