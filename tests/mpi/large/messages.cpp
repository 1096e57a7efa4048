// SPDX-License-Identifier: BSD-3-Clause
// Messages of 3 GiB: bytes, and a datatype with gaps.
#include "mpi/large/memory.hpp"

namespace {

constexpr std::int64_t total = 3 * large::gib;

void bytes() {
  const large::Space space(total);
  if (check::rank == 0) {
    large::marks(total, [&](std::int64_t at) {
      const std::int64_t word = large::word(at, 1);
      std::memcpy(space.data() + at, &word, 8);
    });
    CHECK_EQ(MPI_Send_c(space.data(), total, MPI_BYTE, 1, 3, MPI_COMM_WORLD), MPI_SUCCESS);
  } else if (check::rank == 1) {
    MPI_Status status;
    CHECK_EQ(MPI_Recv_c(space.data(), total, MPI_BYTE, 0, 3, MPI_COMM_WORLD, &status), MPI_SUCCESS);
    large::marks(total, [&](std::int64_t at) {
      std::int64_t word = 0;
      std::memcpy(&word, space.data() + at, 8);
      CHECK_EQ(word, large::word(at, 1));
    });
    MPI_Count count = -1;
    int narrow = -1;
    CHECK_EQ(MPI_Get_count_c(&status, MPI_BYTE, &count), MPI_SUCCESS);
    CHECK_EQ(count, total);
    CHECK_EQ(MPI_Get_elements_c(&status, MPI_BYTE, &count), MPI_SUCCESS);
    CHECK_EQ(count, total);
    CHECK_EQ(MPI_Get_count(&status, MPI_BYTE, &narrow), MPI_SUCCESS);
    CHECK_EQ(narrow, MPI_UNDEFINED);
    CHECK_EQ(MPI_Get_count(&status, MPI_INT64_T, &narrow), MPI_SUCCESS);
    CHECK_EQ(narrow, total / 8);
  }
}

/// 3072 blocks of 1 MiB, 64 bytes between them.
void blocks() {
  constexpr std::int64_t block = std::int64_t{1} << 20, stride = block + 64, count = total / block;
  const large::Space space(count * stride);
  MPI_Datatype type = MPI_DATATYPE_NULL;
  CHECK_EQ(MPI_Type_create_hvector_c(count, block, stride, MPI_BYTE, &type), MPI_SUCCESS);
  CHECK_EQ(MPI_Type_commit(&type), MPI_SUCCESS);
  const auto place = [](std::int64_t at) { return at / block * stride + at % block; };
  if (check::rank == 0) {
    large::marks(total, [&](std::int64_t at) {
      const std::int64_t word = large::word(at, 2);
      if (at % block <= block - 8) std::memcpy(space.data() + place(at), &word, 8);
    });
    MPI_Request request = MPI_REQUEST_NULL;
    CHECK_EQ(MPI_Isend_c(space.data(), 1, type, 1, 4, MPI_COMM_WORLD, &request), MPI_SUCCESS);
    CHECK_EQ(MPI_Wait(&request, MPI_STATUS_IGNORE), MPI_SUCCESS);
  } else if (check::rank == 1) {
    MPI_Status status;
    CHECK_EQ(MPI_Recv(space.data(), 1, type, 0, 4, MPI_COMM_WORLD, &status), MPI_SUCCESS);
    large::marks(total, [&](std::int64_t at) {
      std::int64_t word = 0;
      std::memcpy(&word, space.data() + place(at), 8);
      if (at % block <= block - 8) CHECK_EQ(word, large::word(at, 2));
    });
    int count_of_type = -1, elements = -1;
    MPI_Count wide = -1;
    CHECK_EQ(MPI_Get_count(&status, type, &count_of_type), MPI_SUCCESS);
    CHECK_EQ(count_of_type, 1);
    CHECK_EQ(MPI_Get_elements(&status, type, &elements), MPI_SUCCESS);
    CHECK_EQ(elements, MPI_UNDEFINED);
    CHECK_EQ(MPI_Get_elements_x(&status, type, &wide), MPI_SUCCESS);
    CHECK_EQ(wide, total);
  }
  CHECK_EQ(MPI_Type_free(&type), MPI_SUCCESS);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  if (large::all_have_memory(12)) {
    bytes();
    MPI_Barrier(MPI_COMM_WORLD);
    blocks();
  }
  return check::finish();
}
