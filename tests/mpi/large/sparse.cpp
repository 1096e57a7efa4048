// SPDX-License-Identifier: BSD-3-Clause
// Datatypes with an extent beyond 4 GiB and displacements beyond 2^31, in memory of which little is touched.
#include "mpi/large/memory.hpp"

namespace {

constexpr std::int64_t space_bytes = 20 * large::gib;
constexpr std::int64_t far = 5 * large::gib + 24;

void put(char* at, std::int64_t value) { std::memcpy(at, &value, 8); }
std::int64_t get(const char* at) {
  std::int64_t value = 0;
  std::memcpy(&value, at, 8);
  return value;
}

/// Sends two of `type` with words at these displacements, `extent` apart, and receives them at the same places.
void carry(MPI_Datatype type, MPI_Count extent, const MPI_Count* places, int count, const large::Space& space) {
  CHECK_EQ(MPI_Type_commit(&type), MPI_SUCCESS);
  MPI_Count lb = -1, got_extent = -1, bytes = -1;
  CHECK_EQ(MPI_Type_get_extent_c(type, &lb, &got_extent), MPI_SUCCESS);
  CHECK_EQ(got_extent, extent);
  CHECK_EQ(MPI_Type_size_c(type, &bytes), MPI_SUCCESS);
  CHECK_EQ(bytes, 8 * count);
  for (int n = 0; n < 2; ++n) {
    for (int i = 0; i < count; ++i) put(space.data() + n * extent + places[i], check::rank == 0 ? 100 * n + i + 1 : -1);
  }
  if (check::rank == 0) CHECK_EQ(MPI_Send(space.data(), 2, type, 1, 5, MPI_COMM_WORLD), MPI_SUCCESS);
  if (check::rank == 1) {
    MPI_Status status;
    CHECK_EQ(MPI_Recv(space.data(), 2, type, 0, 5, MPI_COMM_WORLD, &status), MPI_SUCCESS);
    for (int n = 0; n < 2; ++n) {
      for (int i = 0; i < count; ++i) CHECK_EQ(get(space.data() + n * extent + places[i]), 100 * n + i + 1);
    }
    int got = -1;
    CHECK_EQ(MPI_Get_count(&status, type, &got), MPI_SUCCESS);
    CHECK_EQ(got, 2);
  }
  // Packed and unpacked, too.
  char packed[256];
  MPI_Count position = 0, room = -1;
  CHECK_EQ(MPI_Pack_size_c(2, type, MPI_COMM_SELF, &room), MPI_SUCCESS);
  CHECK(room >= 16 * count && room <= 256);
  CHECK_EQ(MPI_Pack_c(space.data(), 2, type, packed, sizeof packed, &position, MPI_COMM_SELF), MPI_SUCCESS);
  CHECK_EQ(position, 16 * count);
  for (int n = 0; n < 2; ++n) {
    for (int i = 0; i < count; ++i)
      CHECK_EQ(get(packed + (n * count + i) * 8), get(space.data() + n * extent + places[i]));
  }
  CHECK_EQ(MPI_Type_free(&type), MPI_SUCCESS);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  const large::Space space(space_bytes);
  MPI_Datatype type = MPI_DATATYPE_NULL;
  const MPI_Count lengths[] = {1, 1, 1};
  const MPI_Count places[] = {0, 2 * large::gib + 8, far};

  CHECK_EQ(MPI_Type_create_hindexed_c(3, lengths, places, MPI_INT64_T, &type), MPI_SUCCESS);
  carry(type, far + 8, places, 3, space);
  const MPI_Datatype types[] = {MPI_INT64_T, MPI_INT64_T, MPI_DOUBLE};
  CHECK_EQ(MPI_Type_create_struct_c(3, lengths, places, types, &type), MPI_SUCCESS);
  carry(type, far + 8, places, 3, space);
  CHECK_EQ(MPI_Type_create_hindexed_block_c(3, 1, places, MPI_INT64_T, &type), MPI_SUCCESS);
  carry(type, far + 8, places, 3, space);

  const MPI_Count indices[] = {0, (large::gib / 8) * 3, (large::gib / 8) * 5};
  const MPI_Count of_indices[] = {0, large::gib * 3, large::gib * 5};
  CHECK_EQ(MPI_Type_indexed_c(3, lengths, indices, MPI_INT64_T, &type), MPI_SUCCESS);
  carry(type, large::gib * 5 + 8, of_indices, 3, space);

  const MPI_Count of_vector[] = {0, large::gib * 4};
  CHECK_EQ(MPI_Type_create_hvector_c(2, 1, large::gib * 4, MPI_INT64_T, &type), MPI_SUCCESS);
  carry(type, large::gib * 4 + 8, of_vector, 2, space);
  CHECK_EQ(MPI_Type_vector_c(2, 1, large::gib / 2, MPI_INT64_T, &type), MPI_SUCCESS);
  carry(type, large::gib * 4 + 8, of_vector, 2, space);

  const MPI_Count first[] = {0};
  CHECK_EQ(MPI_Type_create_resized_c(MPI_INT64_T, 0, 9 * large::gib, &type), MPI_SUCCESS);
  carry(type, 9 * large::gib, first, 1, space);

  // One column of an array of more than 4 GiB.
  const MPI_Count sizes[] = {3, large::gib / 4}, parts[] = {3, 1}, starts[] = {0, 5};
  const MPI_Count column[] = {40, 2 * large::gib + 40, 4 * large::gib + 40};
  CHECK_EQ(MPI_Type_create_subarray_c(2, sizes, parts, starts, MPI_ORDER_C, MPI_INT64_T, &type), MPI_SUCCESS);
  carry(type, 6 * large::gib, column, 3, space);
  return check::finish();
}
