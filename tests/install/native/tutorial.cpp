// SPDX-License-Identifier: BSD-3-Clause
// Heat in a rod that is shared among the ranks: each owns some cells and needs its neighbours' edge cells.
#include <algorithm>
#include <baton/baton.hpp>
#include <cmath>
#include <cstdio>
#include <vector>

int main() {
  const baton::Environment environment;  // joins the job, leaves it at the end of main
  const baton::Communicator world = baton::Communicator::world();
  const int left = world.rank() > 0 ? world.rank() - 1 : baton::null_rank;
  const int right = world.rank() + 1 < world.size() ? world.rank() + 1 : baton::null_rank;

  constexpr std::size_t cells = 100;
  std::vector<double> now(cells + 2, 0.0);  // with one ghost cell at each end
  std::vector<double> next = now;
  if (world.rank() == 0) now.front() = next.front() = 1.0;  // the hot end

  double change = 1.0;
  int steps = 0;
  while (change > 1e-4) {
    // Start the edges on their way; the requests are waited for at the latest when they go out of scope.
    baton::Request<> edges[] = {world.ireceive(now.front(), left), world.ireceive(now.back(), right),
                                world.isend(now[1], left), world.isend(now[cells], right)};
    double largest = 0.0;
    const auto update = [&](std::size_t i) {
      next[i] = now[i] + 0.5 * (now[i - 1] - 2 * now[i] + now[i + 1]);
      largest = std::max(largest, std::abs(next[i] - now[i]));
    };
    for (std::size_t i = 2; i < cells; ++i) update(i);  // what needs no neighbour, meanwhile
    baton::wait_all(edges);
    update(1);
    update(cells);
    change = world.all_reduce(largest, baton::maximum{});
    std::swap(now, next);
    ++steps;
  }

  double heat = 0.0;
  for (std::size_t i = 1; i <= cells; ++i) heat += now[i];
  const double total = world.all_reduce(heat, baton::plus{});
  const std::vector<double> shares = world.gather(heat);  // at rank 0 only
  if (world.rank() == 0) {
    std::printf("%d rank%s, %d steps, heat %.3f, of it at the hot end %.3f\n", world.size(),
                world.size() == 1 ? "" : "s", steps, total, shares.front());
  }
}
