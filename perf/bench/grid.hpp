// SPDX-License-Identifier: BSD-3-Clause
// A box of cells cut into one part per rank, with a layer of ghost cells around each part, and the exchange that fills
// the ghosts: derived datatypes (no copy in user code) or packing by hand, as codes do both. Computes nothing.
#pragma once

#include <array>

#include "bench.hpp"

namespace bench {

/// A rank's part of a box, on a Cartesian communicator. The global box has zero (Dirichlet) values around it.
class Grid {
 public:
  /// `cells` per direction: of the whole box (strong scaling) or of each rank's part (weak scaling).
  Grid(MPI_Comm world, int cells, bool weak) {
    int size = 0;
    MPI_Comm_size(world, &size);
    MPI_Dims_create(size, 3, ranks_.data());
    const std::array<int, 3> periods{};
    MPI_Cart_create(world, 3, ranks_.data(), periods.data(), 0, &comm_);
    MPI_Comm_rank(comm_, &rank_);
    std::array<int, 3> position{};
    MPI_Cart_coords(comm_, rank_, 3, position.data());
    for (std::size_t d = 0; d < 3; ++d) {
      global_[d] = weak ? cells * ranks_[d] : cells;
      const int share = global_[d] / ranks_[d];
      const int longer = global_[d] % ranks_[d];
      local_[d] = share + (position[d] < longer ? 1 : 0);
      first_[d] = position[d] * share + std::min(position[d], longer);
      require(local_[d] > 0, "more ranks than cells in a direction");
      MPI_Cart_shift(comm_, static_cast<int>(d), 1, &neighbours_[d][0], &neighbours_[d][1]);
      stride_[d] = 0;
    }
    stride_[2] = 1;
    stride_[1] = static_cast<std::size_t>(local_[2]) + 2;
    stride_[0] = stride_[1] * (static_cast<std::size_t>(local_[1]) + 2);
    for (int d = 0; d < 3; ++d) make_face(d);
  }
  Grid(const Grid&) = delete;
  Grid& operator=(const Grid&) = delete;
  ~Grid() {
    for (auto& types : faces_)
      for (MPI_Datatype& type : types) MPI_Type_free(&type);
    MPI_Comm_free(&comm_);
  }

  [[nodiscard]] MPI_Comm comm() const { return comm_; }
  [[nodiscard]] int rank() const { return rank_; }
  [[nodiscard]] int local(int d) const { return local_[static_cast<std::size_t>(d)]; }
  [[nodiscard]] int global(int d) const { return global_[static_cast<std::size_t>(d)]; }
  /// Global index of the first own cell.
  [[nodiscard]] int first(int d) const { return first_[static_cast<std::size_t>(d)]; }
  [[nodiscard]] std::size_t stride(int d) const { return stride_[static_cast<std::size_t>(d)]; }
  [[nodiscard]] std::size_t storage() const { return stride_[0] * (static_cast<std::size_t>(local_[0]) + 2); }
  [[nodiscard]] double global_cells() const { return double(global_[0]) * global_[1] * global_[2]; }
  /// Own cells are (1..local) in each direction; 0 and local+1 are ghosts.
  [[nodiscard]] std::size_t at(int i, int j, int k) const {
    return static_cast<std::size_t>(i) * stride_[0] + static_cast<std::size_t>(j) * stride_[1] +
           static_cast<std::size_t>(k);
  }
  /// Calls `body(i, j, index of (i, j, 1))` for every own row; rows are contiguous, local(2) long.
  template <class Body>
  void rows(Body&& body) const {
    for (int i = 1; i <= local_[0]; ++i)
      for (int j = 1; j <= local_[1]; ++j) body(i, j, at(i, j, 1));
  }

  /// Fills the ghost layers of `field` by derived datatypes, straight from and into the field.
  void exchange_typed(double* field) {
    std::array<MPI_Request, 12> requests;
    int used = 0;
    for (std::size_t d = 0; d < 3; ++d)
      for (std::size_t side = 0; side < 2; ++side)
        MPI_Irecv(field, 1, faces_[d][2 + side], neighbours_[d][side], tag(d, 1 - side), comm_,
                  &requests[static_cast<std::size_t>(used++)]);
    for (std::size_t d = 0; d < 3; ++d)
      for (std::size_t side = 0; side < 2; ++side)
        MPI_Isend(field, 1, faces_[d][side], neighbours_[d][side], tag(d, side), comm_,
                  &requests[static_cast<std::size_t>(used++)]);
    MPI_Waitall(used, requests.data(), MPI_STATUSES_IGNORE);
  }

  /// The same by packing into contiguous buffers.
  void exchange_packed(double* field) {
    std::array<MPI_Request, 12> requests;
    int used = 0;
    for (std::size_t d = 0; d < 3; ++d)
      for (std::size_t side = 0; side < 2; ++side) {
        std::vector<double>& incoming = packed_[d][2 + side];
        MPI_Irecv(incoming.data(), static_cast<int>(incoming.size()), MPI_DOUBLE, neighbours_[d][side],
                  tag(d, 1 - side), comm_, &requests[static_cast<std::size_t>(used++)]);
      }
    for (std::size_t d = 0; d < 3; ++d)
      for (std::size_t side = 0; side < 2; ++side) {
        std::vector<double>& outgoing = packed_[d][side];
        face(d, side, false, [&, n = std::size_t{0}](std::size_t at) mutable { outgoing[n++] = field[at]; });
        MPI_Isend(outgoing.data(), static_cast<int>(outgoing.size()), MPI_DOUBLE, neighbours_[d][side], tag(d, side),
                  comm_, &requests[static_cast<std::size_t>(used++)]);
      }
    MPI_Waitall(used, requests.data(), MPI_STATUSES_IGNORE);
    for (std::size_t d = 0; d < 3; ++d)
      for (std::size_t side = 0; side < 2; ++side) {
        if (neighbours_[d][side] == MPI_PROC_NULL) continue;
        const std::vector<double>& incoming = packed_[d][2 + side];
        face(d, side, true, [&, n = std::size_t{0}](std::size_t at) mutable { field[at] = incoming[n++]; });
      }
  }

 private:
  static int tag(std::size_t direction, std::size_t side) { return static_cast<int>(direction * 2 + side); }

  /// Visits the own boundary layer, or the ghost layer beyond it, of one side.
  template <class Visit>
  void face(std::size_t d, std::size_t side, bool ghost, Visit&& visit) const {
    const int layer = side == 0 ? (ghost ? 0 : 1) : local_[d] + (ghost ? 1 : 0);
    const std::size_t outer = d == 0 ? 1 : 0;
    const std::size_t inner = d == 2 ? 1 : 2;
    const std::size_t base = static_cast<std::size_t>(layer) * stride_[d];
    for (int a = 1; a <= local_[outer]; ++a)
      for (int b = 1; b <= local_[inner]; ++b)
        visit(base + static_cast<std::size_t>(a) * stride_[outer] + static_cast<std::size_t>(b) * stride_[inner]);
  }

  void make_face(int direction) {
    const auto d = static_cast<std::size_t>(direction);
    const std::array<int, 3> whole{local_[0] + 2, local_[1] + 2, local_[2] + 2};
    std::array<int, 3> part = local_;
    part[d] = 1;
    const std::array<int, 4> layers{1, local_[d], 0, local_[d] + 1};  // own low, own high, ghost low, ghost high
    for (std::size_t f = 0; f < 4; ++f) {
      std::array<int, 3> start{1, 1, 1};
      start[d] = layers[f];
      MPI_Type_create_subarray(3, whole.data(), part.data(), start.data(), MPI_ORDER_C, MPI_DOUBLE, &faces_[d][f]);
      MPI_Type_commit(&faces_[d][f]);
      packed_[d][f].resize(static_cast<std::size_t>(part[0]) * static_cast<std::size_t>(part[1]) *
                           static_cast<std::size_t>(part[2]));
    }
  }

  MPI_Comm comm_ = MPI_COMM_NULL;
  int rank_ = 0;
  std::array<int, 3> ranks_{};
  std::array<int, 3> global_{};
  std::array<int, 3> local_{};
  std::array<int, 3> first_{};
  std::array<std::size_t, 3> stride_{};
  std::array<std::array<int, 2>, 3> neighbours_{};
  std::array<std::array<MPI_Datatype, 4>, 3> faces_{};
  std::array<std::array<std::vector<double>, 4>, 3> packed_;
};

}  // namespace bench
