// SPDX-License-Identifier: BSD-3-Clause
// What the bodies of all collectives share: the three forms of a call, its looked-up arguments, and its start.
// Bodies: collective_movement.cpp collective_reduction.cpp collective_neighbor.cpp; each serves MPI_X, MPI_Ix and
// MPI_X_init.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "mpi/checks.hpp"
#include "mpi/counts.hpp"
#include "mpi/objects.hpp"
#include "schedule/runner.hpp"

namespace baton::mpi::collective {

struct Signature;  // collective_repeat.hpp

/// How a collective was called.
class Form {
 public:
  enum class Kind : std::uint8_t { blocking, immediate, persistent };
  /// `signature`: under which the call may be repeated.
  static Form blocking(const Signature* signature = nullptr) noexcept {
    Form form{Kind::blocking, MPI_INFO_NULL, nullptr};
    form.signature = signature;
    return form;
  }
  static Form immediate(MPI_Request* request) noexcept { return {Kind::immediate, MPI_INFO_NULL, request}; }
  static Form persistent(MPI_Info info, MPI_Request* request) noexcept { return {Kind::persistent, info, request}; }

  Kind kind;
  MPI_Info info;
  MPI_Request* request;
  const Signature* signature = nullptr;

 private:
  Form(Kind k, MPI_Info i, MPI_Request* r) noexcept : kind(k), info(i), request(r) {}
};

/// Names of arguments, for error sentences.
struct Names {
  const char* buffer;
  const char* count;
  const char* datatype;
};
inline constexpr Names send_names{"sendbuf", "sendcount", "sendtype"};
inline constexpr Names recv_names{"recvbuf", "recvcount", "recvtype"};
inline constexpr Names plain_names{"buffer", "count", "datatype"};

/// A call in the making: the communicator, the runner's call, and the arrays that its shape points at.
/// Each function returns MPI_SUCCESS, or the code of an error that was raised.
class Arguments {
 public:
  Arguments(collectives::Collective collective, MPI_Comm handle) noexcept : comm(handle) {
    call.collective = collective;
  }
  /// A call that does not get as far as launch() takes its number all the same: the communicator stays in step.
  ~Arguments() {
    if (communicator != nullptr && !launched) [[unlikely]]
      refuse();
    if (lists_ != nullptr) return_lists();
  }
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;

  /// Looks the communicator up; `intra_only` refuses intercommunicators.
  int open(bool intra_only = false) noexcept;
  /// Checks the root and notes what this rank is: see giver, taker and at_root.
  int set_root(int root) noexcept;

  /// A buffer of `count` elements on the send or the receive side. `blocks`: how many such runs of `count` the buffer
  /// holds.
  int set_send(const void* buffer, MPI_Count count, MPI_Datatype datatype, const Names& names = send_names) noexcept;
  int set_recv(void* buffer, MPI_Count count, MPI_Datatype datatype, const Names& names = recv_names) noexcept;
  /// The same with a block per rank (or neighbour): `n` counts and displacements.
  int set_send_blocks(const void* buffer, Counts counts, Counts displacements, MPI_Datatype datatype, std::uint32_t n);
  int set_recv_blocks(void* buffer, Counts counts, Counts displacements, MPI_Datatype datatype, std::uint32_t n);
  /// And a type per block. Send before receive.
  int set_send_blocks(const void* buffer, Counts counts, Counts displacements, const MPI_Datatype datatypes[],
                      std::uint32_t n);
  int set_recv_blocks(void* buffer, Counts counts, Counts displacements, const MPI_Datatype datatypes[],
                      std::uint32_t n);
  /// Both buffers of a reduction of `count` elements; null buffers of ranks that have none are not looked at.
  int set_reduction(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, bool sends,
                    bool receives) noexcept;

  /// MPI_IN_PLACE as the send (or receive) buffer: allowed when `allowed`, and not on intercommunicators.
  int take_in_place(const char* argument, const void* buffer, bool allowed = true) noexcept;
  /// The same address for data to send and data to receive.
  int check_apart(const void* sendbuf, const void* recvbuf) noexcept;
  /// Such a call takes no number of the communicator: it never began. Programs that try what a library does with one
  /// buffer make the call at the root alone, whose buffers they are.
  [[gnu::cold]] int fail_aliased() noexcept;

  [[nodiscard]] bool inter() const noexcept { return communicator->is_inter(); }
  [[nodiscard]] std::uint32_t peers() const noexcept { return static_cast<std::uint32_t>(communicator->peer_count()); }
  [[nodiscard]] collectives::Shape& shape() noexcept { return call.shape; }
  /// This rank holds the root's buffer; this rank is one of the others that take part.
  [[nodiscard]] bool at_root() const noexcept { return at_root_; }
  [[nodiscard]] bool takes_part() const noexcept { return takes_part_; }

  MPI_Comm comm;
  Communicator* communicator = nullptr;
  bool launched = false;  // it has its number
  schedule::Call call;
  /// What only calls with a value per rank or neighbour have; lent by the communicator, so that such calls in a loop
  /// allocate nothing. After open().
  struct Lists final : communicator::Extension {
    void clear() noexcept;

    std::vector<const datatype::Datatype*> peer_types;
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> destinations;
    std::vector<std::int64_t> send_arrays;  // counts, then displacements
    std::vector<std::int64_t> recv_arrays;
    std::vector<std::int64_t> send_sizes;
    std::vector<std::int64_t> recv_sizes;
  };
  [[nodiscard]] Lists& lists() {
    if (lists_ == nullptr) borrow_lists();
    return *lists_;
  }
  [[nodiscard]] bool has_lists() const noexcept { return lists_ != nullptr; }

 private:
  [[gnu::cold]] void refuse() noexcept;
  void borrow_lists();
  void return_lists() noexcept;
  int look_up_type(MPI_Datatype datatype, const char* argument, const datatype::Datatype** type) noexcept;
  int set_side(collectives::Side& side, const datatype::Datatype** type, const void* buffer, MPI_Count count,
               MPI_Datatype datatype, const Names& names) noexcept;
  int set_arrays(collectives::Side& side, std::vector<std::int64_t>& storage, Counts counts, Counts displacements,
                 std::uint32_t n, bool sending);
  [[nodiscard]] int check_blocks(const collectives::Side& side, const char* argument, const void* buffer,
                                 const datatype::Datatype& type) const noexcept;
  int set_types(collectives::Side& side, std::vector<std::int64_t>& sizes, const void* buffer,
                const MPI_Datatype datatypes[], std::uint32_t n, bool sending);

  std::unique_ptr<Lists> lists_;
  bool at_root_ = false;
  bool takes_part_ = true;
};

/// Runs, starts or prepares the call. Returns MPI_SUCCESS or the code of an error that was raised.
int launch(Arguments& arguments, const Form& form);

// The bodies.
int barrier(MPI_Comm comm, const Form& form);
int bcast(void* buffer, MPI_Count count, MPI_Datatype datatype, int root, MPI_Comm comm, const Form& form);
int gather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
           MPI_Datatype recvtype, int root, MPI_Comm comm, const Form& form);
int gatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
            Counts displs, MPI_Datatype recvtype, int root, MPI_Comm comm, const Form& form);
int scatter(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
            MPI_Datatype recvtype, int root, MPI_Comm comm, const Form& form);
int scatterv(const void* sendbuf, Counts sendcounts, Counts displs, MPI_Datatype sendtype, void* recvbuf,
             MPI_Count recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm, const Form& form);
int allgather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
              MPI_Datatype recvtype, MPI_Comm comm, const Form& form);
int allgatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, Counts recvcounts,
               Counts displs, MPI_Datatype recvtype, MPI_Comm comm, const Form& form);
int alltoall(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf, MPI_Count recvcount,
             MPI_Datatype recvtype, MPI_Comm comm, const Form& form);
int alltoallv(const void* sendbuf, Counts sendcounts, Counts sdispls, MPI_Datatype sendtype, void* recvbuf,
              Counts recvcounts, Counts rdispls, MPI_Datatype recvtype, MPI_Comm comm, const Form& form);
int alltoallw(const void* sendbuf, Counts sendcounts, Counts sdispls, const MPI_Datatype sendtypes[], void* recvbuf,
              Counts recvcounts, Counts rdispls, const MPI_Datatype recvtypes[], MPI_Comm comm, const Form& form);
int reduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, int root,
           MPI_Comm comm, const Form& form);
int allreduce(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
              const Form& form);
int reduce_scatter(const void* sendbuf, void* recvbuf, Counts recvcounts, MPI_Datatype datatype, MPI_Op op,
                   MPI_Comm comm, const Form& form);
int reduce_scatter_block(const void* sendbuf, void* recvbuf, MPI_Count recvcount, MPI_Datatype datatype, MPI_Op op,
                         MPI_Comm comm, const Form& form);
int scan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
         const Form& form);
int exscan(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm,
           const Form& form);
int neighbor_allgather(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
                       MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, const Form& form);
int neighbor_allgatherv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
                        Counts recvcounts, Counts displs, MPI_Datatype recvtype, MPI_Comm comm, const Form& form);
int neighbor_alltoall(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, void* recvbuf,
                      MPI_Count recvcount, MPI_Datatype recvtype, MPI_Comm comm, const Form& form);
int neighbor_alltoallv(const void* sendbuf, Counts sendcounts, Counts sdispls, MPI_Datatype sendtype, void* recvbuf,
                       Counts recvcounts, Counts rdispls, MPI_Datatype recvtype, MPI_Comm comm, const Form& form);
int neighbor_alltoallw(const void* sendbuf, Counts sendcounts, Counts sdispls, const MPI_Datatype sendtypes[],
                       void* recvbuf, Counts recvcounts, Counts rdispls, const MPI_Datatype recvtypes[], MPI_Comm comm,
                       const Form& form);

}  // namespace baton::mpi::collective
