// SPDX-License-Identifier: BSD-3-Clause
// MPI_Alloc_mem: messages, both ways and of datatypes with gaps, and long collectives between such buffers. Argument
// "plain": the memory is ordinary, and all works the same.
#include <cstdint>
#include <cstring>
#include <numeric>
#include <string>
#include <vector>

#include "mpi/check.hpp"
#include "support/pinned.hpp"

namespace {

/// Elements in memory of MPI_Alloc_mem.
class Ints {
 public:
  explicit Ints(std::size_t count, const char* alignment = nullptr) : count_(count) {
    MPI_Info info = MPI_INFO_NULL;
    if (alignment != nullptr) {
      MPI_Info_create(&info);
      MPI_Info_set(info, "mpi_minimum_memory_alignment", alignment);
    }
    CHECK_EQ(MPI_Alloc_mem(static_cast<MPI_Aint>(count * sizeof(int)), info, &data_), MPI_SUCCESS);
    if (info != MPI_INFO_NULL) MPI_Info_free(&info);
  }
  ~Ints() { CHECK_EQ(MPI_Free_mem(data_), MPI_SUCCESS); }
  Ints(const Ints&) = delete;
  Ints& operator=(const Ints&) = delete;
  [[nodiscard]] int* data() const { return data_; }
  void fill(int first) { std::iota(data_, data_ + count_, first); }
  [[nodiscard]] bool holds(int first) const {
    for (std::size_t i = 0; i < count_; ++i) {
      if (data_[i] != first + static_cast<int>(i)) return false;
    }
    return true;
  }

 private:
  int* data_ = nullptr;
  std::size_t count_;
};

void allocate(bool plain) {
  for (const char* alignment : {"4096", "2097152", "3", "x", ""}) {
    const Ints some(1000, alignment);
    const auto wanted = static_cast<std::uintptr_t>(std::strtoul(alignment, nullptr, 10));
    if (wanted > 3) CHECK_EQ(static_cast<long long>(reinterpret_cast<std::uintptr_t>(some.data()) % wanted), 0);
    CHECK(baton::tests::is_pinned(some.data()) != plain);
  }
  int* nothing = nullptr;
  CHECK_EQ(MPI_Alloc_mem(0, MPI_INFO_NULL, &nothing), MPI_SUCCESS);
  CHECK(nothing != nullptr);
  CHECK_EQ(MPI_Free_mem(nothing), MPI_SUCCESS);
}

void messages(int rank, int size) {
  const int right = (rank + 1) % size;
  const int left = (rank + size - 1) % size;
  for (const std::size_t count : {10, 5'000, 40'000, 1'000'003}) {
    Ints out(count);
    Ints in(count);
    for (int round = 0; round < 3; ++round) {
      out.fill(rank * 1000 + round);
      in.fill(-1);
      const int n = static_cast<int>(count);
      MPI_Sendrecv(out.data(), n, MPI_INT, right, 0, in.data(), n, MPI_INT, left, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
      CHECK(in.holds(left * 1000 + round));
    }
  }
  // Every second element, to every second element.
  constexpr int pairs = 200'000;
  MPI_Datatype gaps = MPI_DATATYPE_NULL;
  MPI_Type_vector(pairs, 1, 2, MPI_INT, &gaps);
  MPI_Type_commit(&gaps);
  Ints out(2 * pairs);
  Ints in(2 * pairs);
  out.fill(rank);
  for (const bool gaps_out : {false, true}) {
    for (const bool gaps_in : {false, true}) {
      in.fill(-7);
      MPI_Sendrecv(out.data(), gaps_out ? 1 : pairs, gaps_out ? gaps : MPI_INT, right, 0, in.data(),
                   gaps_in ? 1 : pairs, gaps_in ? gaps : MPI_INT, left, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
      bool right_data = true;
      for (int i = 0; i < pairs; ++i) {
        right_data &= in.data()[gaps_in ? 2 * i : i] == left + (gaps_out ? 2 * i : i);
        if (gaps_in && i + 1 < pairs) right_data &= in.data()[2 * i + 1] == 2 * i + 1 - 7;
      }
      CHECK(right_data);
    }
  }
  MPI_Type_free(&gaps);
}

void collectives(int rank, int size) {
  constexpr int count = 100'000;
  const auto all_count = static_cast<std::size_t>(count) * static_cast<std::size_t>(size);
  Ints part(count);
  Ints all(all_count);
  Ints other(all_count);
  for (int round = 0; round < 24; ++round) {  // the memory that ranks share is set up after some
    part.fill(rank * count + round);
    MPI_Allgather(part.data(), count, MPI_INT, all.data(), count, MPI_INT, MPI_COMM_WORLD);
    bool right_data = true;
    for (int i = 0; i < count * size; ++i) right_data &= all.data()[i] == i + round;
    CHECK(right_data);
    MPI_Alltoall(all.data(), count, MPI_INT, other.data(), count, MPI_INT, MPI_COMM_WORLD);
    for (int i = 0; i < count; ++i) right_data &= other.data()[(size - 1) * count + i] == rank * count + i + round;
    CHECK(right_data);
    if (rank == round % size) part.fill(round);
    MPI_Bcast(part.data(), count, MPI_INT, round % size, MPI_COMM_WORLD);
    CHECK(part.holds(round));
    MPI_Allreduce(part.data(), other.data(), count, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
    for (int i = 0; i < count; ++i) right_data &= other.data()[i] == size * (round + i);
    CHECK(right_data);
    MPI_Scatter(all.data(), count, MPI_INT, part.data(), count, MPI_INT, round % size, MPI_COMM_WORLD);
    CHECK(part.holds(rank * count + round));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool plain = argc > 1 && std::string(argv[1]) == "plain";
  MPI_Init(&argc, &argv);
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  allocate(plain);
  messages(check::rank, size);
  collectives(check::rank, size);
  return check::finish();
}
