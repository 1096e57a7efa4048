// SPDX-License-Identifier: BSD-3-Clause
// Messages of derived types, eager and large: what leaves in one layout arrives in another of the same signature.
#include <cstddef>
#include <vector>

#include "mpi/check.hpp"

namespace {

int size = 0;

/// Sends a column-wise view of a matrix to the next rank, which receives it row by row: a transposition on the way.
void transpose(int n) {
  const auto total = static_cast<std::size_t>(n) * static_cast<std::size_t>(n);
  std::vector<double> from(total), to(total, -1);
  for (std::size_t i = 0; i < total; ++i) from[i] = static_cast<double>(i) + 1000000.0 * check::rank;
  MPI_Datatype column, column_step, matrix;
  MPI_Type_vector(n, 1, n, MPI_DOUBLE, &column);
  MPI_Type_create_resized(column, 0, sizeof(double), &column_step);
  MPI_Type_contiguous(n, column_step, &matrix);
  MPI_Type_commit(&matrix);
  const int next = (check::rank + 1) % size, previous = (check::rank + size - 1) % size;
  MPI_Request request;
  MPI_Irecv(to.data(), n * n, MPI_DOUBLE, previous, 1, MPI_COMM_WORLD, &request);
  MPI_Send(from.data(), 1, matrix, next, 1, MPI_COMM_WORLD);
  MPI_Status status;
  MPI_Wait(&request, &status);
  int count = 0;
  MPI_Get_count(&status, MPI_DOUBLE, &count);
  CHECK_EQ(count, n * n);
  int wrong = 0;
  for (int row = 0; row < n; ++row) {
    for (int col = 0; col < n; ++col) {
      const double wanted = col * n + row + 1000000.0 * previous;
      wrong +=
          to[static_cast<std::size_t>(row) * static_cast<std::size_t>(n) + static_cast<std::size_t>(col)] != wanted;
    }
  }
  CHECK_EQ(wrong, 0);

  // And scattered on arrival: the untouched elements stay.
  std::vector<double> spread(2 * total, -1);
  MPI_Datatype every_other;
  MPI_Type_vector(n * n, 1, 2, MPI_DOUBLE, &every_other);
  MPI_Type_commit(&every_other);
  MPI_Irecv(spread.data(), 1, every_other, previous, 2, MPI_COMM_WORLD, &request);
  MPI_Type_free(&every_other);  // the receive keeps it
  MPI_Send(from.data(), n * n, MPI_DOUBLE, next, 2, MPI_COMM_WORLD);
  MPI_Wait(&request, &status);
  wrong = 0;
  for (std::size_t i = 0; i < total; ++i) {
    wrong += spread[2 * i] != static_cast<double>(i) + 1000000.0 * previous;
    wrong += spread[2 * i + 1] != -1;
  }
  CHECK_EQ(wrong, 0);
  MPI_Type_free(&column);
  MPI_Type_free(&column_step);
  MPI_Type_free(&matrix);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  for (const int n : {1, 3, 20, 100, 700}) transpose(n);
  MPI_Finalize();
  return check::failures == 0 ? 0 : 1;
}
