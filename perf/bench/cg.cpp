// SPDX-License-Identifier: BSD-3-Clause
// Scaling of a conjugate-gradient solve of the 3-D Poisson equation (7-point, Dirichlet): a packed halo exchange and
// two 8-byte allreduces per iteration. The right-hand side is made from a known solution, and the answer must meet it.
#include <cmath>
#include <cstdint>

#include "grid.hpp"

namespace {

using Field = std::vector<double>;

/// A rough but reproducible solution: the same for any number of ranks; zero around the box.
double exact(const bench::Grid& grid, int i, int j, int k) {
  const int global[3] = {grid.first(0) + i, grid.first(1) + j, grid.first(2) + k};
  for (int d = 0; d < 3; ++d)
    if (global[d] < 1 || global[d] > grid.global(d)) return 0;
  auto seed = static_cast<std::uint64_t>(global[0]) * 73856093U ^ static_cast<std::uint64_t>(global[1]) * 19349663U ^
              static_cast<std::uint64_t>(global[2]) * 83492791U;
  seed = (seed ^ (seed >> 13U)) * 1274126177U;
  return static_cast<double>(seed % 2001) / 1000 - 1;
}

void apply(const bench::Grid& grid, const Field& from, Field& to) {
  const std::size_t up = grid.stride(0);
  const std::size_t side = grid.stride(1);
  const auto length = static_cast<std::size_t>(grid.local(2));
  grid.rows([&](int, int, std::size_t row) {
    const double* __restrict in = from.data() + row;
    double* __restrict out = to.data() + row;
    for (std::size_t k = 0; k < length; ++k)
      out[k] = 6 * in[k] - (in[k - up] + in[k + up] + in[k - side] + in[k + side] + in[k - 1] + in[k + 1]);
  });
}

double dot(const bench::Grid& grid, const Field& a, const Field& b) {
  double mine = 0;
  const auto length = static_cast<std::size_t>(grid.local(2));
  grid.rows([&](int, int, std::size_t row) {
    const double* x = a.data() + row;
    const double* y = b.data() + row;
    double sums[4] = {};  // four chains of additions instead of one
    std::size_t k = 0;
    for (; k + 4 <= length; k += 4)
      for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += x[k + lane] * y[k + lane];
    for (; k < length; ++k) sums[0] += x[k] * y[k];
    mine += (sums[0] + sums[1]) + (sums[2] + sums[3]);
  });
  double all = 0;
  MPI_Allreduce(&mine, &all, 1, MPI_DOUBLE, MPI_SUM, grid.comm());
  return all;
}

/// y = y * scale + x * factor over own cells.
void update(const bench::Grid& grid, Field& y, double scale, const Field& x, double factor) {
  const auto length = static_cast<std::size_t>(grid.local(2));
  grid.rows([&](int, int, std::size_t row) {
    double* __restrict out = y.data() + row;
    const double* __restrict in = x.data() + row;
    for (std::size_t k = 0; k < length; ++k) out[k] = out[k] * scale + in[k] * factor;
  });
}

struct Outcome {
  int iterations = 0;
  double seconds = 0;
};

Outcome solve(bench::Grid& grid, const Field& right, Field& solution, double tolerance, int most) {
  Field residual = right;
  Field direction = right;
  Field image(grid.storage(), 0.0);
  std::fill(solution.begin(), solution.end(), 0.0);
  Outcome outcome;
  MPI_Barrier(grid.comm());
  const double start = MPI_Wtime();
  double norm = dot(grid, residual, residual);
  const double goal = norm * tolerance * tolerance;
  while (norm > goal && outcome.iterations < most) {
    grid.exchange_packed(direction.data());
    apply(grid, direction, image);
    const double step = norm / dot(grid, direction, image);
    update(grid, solution, 1, direction, step);
    update(grid, residual, 1, image, -step);
    const double next = dot(grid, residual, residual);
    update(grid, direction, next / norm, residual, 1);
    norm = next;
    ++outcome.iterations;
  }
  outcome.seconds = MPI_Wtime() - start;
  MPI_Allreduce(MPI_IN_PLACE, &outcome.seconds, 1, MPI_DOUBLE, MPI_MAX, grid.comm());
  return outcome;
}

void run(const bench::Options& options) {
  const bool weak = options.text("scaling", "strong") == "weak";
  const int cells = static_cast<int>(options.number("cells", weak ? 32 : 64));
  bench::Grid grid(MPI_COMM_WORLD, cells, weak);
  Field known(grid.storage(), 0.0);
  Field right(grid.storage(), 0.0);
  Field solution(grid.storage(), 0.0);
  // With its ghosts, so that the right-hand side owes nothing to the exchange that is measured and checked.
  for (int i = 0; i <= grid.local(0) + 1; ++i)
    for (int j = 0; j <= grid.local(1) + 1; ++j)
      for (int k = 0; k <= grid.local(2) + 1; ++k) known[grid.at(i, j, k)] = exact(grid, i, j, k);
  apply(grid, known, right);
  solve(grid, right, solution, 0.5, 3);  // connects, and touches all memory
  const Outcome outcome = solve(grid, right, solution, 1e-10, 5000);
  update(grid, solution, 1, known, -1);
  const double error = std::sqrt(dot(grid, solution, solution) / dot(grid, known, known));
  bench::require(error < 1e-7, "conjugate gradient, relative error " + std::to_string(error * 1e9) + "e-9 after " +
                                   std::to_string(outcome.iterations) + " iterations");
  if (grid.rank() != 0) return;
  const std::string name = std::string("cg_") + (weak ? "weak" : "strong");
  bench::emit(name, 0, "time per iteration", "us", outcome.seconds / outcome.iterations * 1e6);
  bench::emit(name, 0, "time to solution", "ms", outcome.seconds * 1e3);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  run(bench::Options(argc, argv));
  MPI_Finalize();
  return 0;
}
