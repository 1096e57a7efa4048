// SPDX-License-Identifier: BSD-3-Clause
// Scaling of a 3-D halo exchange: Jacobi sweeps of the 7-point Laplacian, ghosts exchanged by derived datatypes.
// The start is a mode of the operator, so after n sweeps every cell is known exactly: the start times lambda^n.
#include <cmath>

#include "grid.hpp"

namespace {

constexpr double pi = 3.14159265358979323846;

double mode(const bench::Grid& grid, int d, int index) {
  return std::sin(pi * (grid.first(d) + index) / (grid.global(d) + 1));
}

void set_start(const bench::Grid& grid, double* field) {
  grid.rows([&](int i, int j, std::size_t row) {
    const double plane = mode(grid, 0, i) * mode(grid, 1, j);
    for (int k = 1; k <= grid.local(2); ++k) field[row + static_cast<std::size_t>(k - 1)] = plane * mode(grid, 2, k);
  });
}

void sweep(const bench::Grid& grid, const double* from, double* to) {
  const std::size_t up = grid.stride(0);
  const std::size_t side = grid.stride(1);
  const auto length = static_cast<std::size_t>(grid.local(2));
  grid.rows([&](int, int, std::size_t row) {
    const double* __restrict in = from + row;
    double* __restrict out = to + row;
    for (std::size_t k = 0; k < length; ++k)
      out[k] = (in[k - up] + in[k + up] + in[k - side] + in[k + side] + in[k - 1] + in[k + 1]) * (1.0 / 6);
  });
}

double largest_error(const bench::Grid& grid, const double* field, int sweeps) {
  const double lambda = (std::cos(pi / (grid.global(0) + 1)) + std::cos(pi / (grid.global(1) + 1)) +
                         std::cos(pi / (grid.global(2) + 1))) /
                        3;
  const double decay = std::pow(lambda, sweeps);
  double worst = 0;
  grid.rows([&](int i, int j, std::size_t row) {
    for (int k = 1; k <= grid.local(2); ++k) {
      const double exact = decay * mode(grid, 0, i) * mode(grid, 1, j) * mode(grid, 2, k);
      worst = std::max(worst, std::abs(field[row + static_cast<std::size_t>(k - 1)] - exact));
    }
  });
  double all = 0;
  MPI_Allreduce(&worst, &all, 1, MPI_DOUBLE, MPI_MAX, grid.comm());
  return all;
}

void run(const bench::Options& options) {
  const bool weak = options.text("scaling", "strong") == "weak";
  const int cells = static_cast<int>(options.number("cells", weak ? 96 : 128));
  const int sweeps = static_cast<int>(options.number("sweeps", 100));
  const bool packed = options.text("exchange", "typed") == "packed";
  bench::Grid grid(MPI_COMM_WORLD, cells, weak);
  std::vector<double> first(grid.storage(), 0.0);
  std::vector<double> second(grid.storage(), 0.0);
  const auto advance = [&](int count) {
    for (int n = 0; n < count; ++n) {
      packed ? grid.exchange_packed(first.data()) : grid.exchange_typed(first.data());
      sweep(grid, first.data(), second.data());
      first.swap(second);
    }
  };
  set_start(grid, first.data());
  advance(2);  // connects, and touches all memory
  MPI_Barrier(grid.comm());
  const double start = MPI_Wtime();
  advance(sweeps);
  double spent = MPI_Wtime() - start;
  MPI_Allreduce(MPI_IN_PLACE, &spent, 1, MPI_DOUBLE, MPI_MAX, grid.comm());
  const double error = largest_error(grid, first.data(), sweeps + 2);
  bench::require(error < 1e-11, "halo exchange, largest error " + std::to_string(error * 1e12) + "e-12");
  if (grid.rank() != 0) return;
  const std::string name = std::string("halo_") + (weak ? "weak" : "strong");
  bench::emit(name, 0, "time per sweep", "us", spent / sweeps * 1e6);
  bench::emit(name, 0, "speed", "Mcells/s", grid.global_cells() * sweeps / spent / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  run(bench::Options(argc, argv));
  MPI_Finalize();
  return 0;
}
