// SPDX-License-Identifier: BSD-3-Clause
// Looks the arguments of collectives up and checks them (MPI 5.0, chapter 6).
#include <algorithm>

#include "mpi/collective.hpp"
#include "mpi/datatypes.hpp"
#include "mpi/failure.hpp"
#include "mpi/ops.hpp"

namespace baton::mpi::collective {

using collectives::Shape;
using collectives::Side;
using datatype::Datatype;

int Arguments::open(bool intra_only) noexcept {
  communicator = comms().lookup(comm);
  if (communicator == nullptr) [[unlikely]]
    return fail_handle(Raiser::none(), "comm", comm);
  if (intra_only && communicator->is_inter()) [[unlikely]]
    return fail(comm, MPI_ERR_COMM, "argument 'comm' is an inter-communicator; this call takes an intra-communicator");
  return MPI_SUCCESS;
}

int Arguments::set_root(int root) noexcept {
  if (const int code = check_root(comm, "root", root, communicator->peer_count(), inter()); code != MPI_SUCCESS)
    return code;
  if (inter()) {
    at_root_ = root == MPI_ROOT;
    takes_part_ = root >= 0;
    shape().root = root == MPI_ROOT        ? Shape::myself
                   : root == MPI_PROC_NULL ? Shape::nobody
                                           : static_cast<std::uint32_t>(root);
  } else {
    at_root_ = root == communicator->rank();
    shape().root = static_cast<std::uint32_t>(root);
  }
  return MPI_SUCCESS;
}

void Arguments::Lists::clear() noexcept {
  peer_types.clear();
  sources.clear();
  destinations.clear();
  send_sizes.clear();
  recv_sizes.clear();
}

void Arguments::borrow_lists() {
  lists_.reset(static_cast<Lists*>(extension_of(*communicator).lists.exchange(nullptr, std::memory_order_acquire)));
  if (lists_ == nullptr) {
    lists_ = std::make_unique<Lists>();
  } else {
    lists_->clear();
  }
}

void Arguments::return_lists() noexcept {
  if (comms().lookup(comm) != communicator) return;  // an error handler has freed it
  lists_.reset(
      static_cast<Lists*>(extension_of(*communicator).lists.exchange(lists_.release(), std::memory_order_acq_rel)));
}

int Arguments::look_up_type(MPI_Datatype datatype, const char* argument, const Datatype** type) noexcept {
  *type = type_of(datatype);
  if (*type == nullptr) [[unlikely]]
    return fail_handle(comm, argument, datatype);
  return check_committed(comm, argument, (*type)->committed());
}

int Arguments::set_side(Side& side, const Datatype** type, const void* buffer, MPI_Count count, MPI_Datatype datatype,
                        const Names& names) noexcept {
  if (const int code = check_count(comm, names.count, count); code != MPI_SUCCESS) return code;
  if (const int code = look_up_type(datatype, names.datatype, type); code != MPI_SUCCESS) return code;
  const bool absolute = !(*type)->is_builtin() || (*type)->size() == 0;
  if (const int code = check_buffer(comm, names.buffer, buffer, count, absolute); code != MPI_SUCCESS) return code;
  side.count = count;
  side.size = (*type)->size();
  return MPI_SUCCESS;
}

int Arguments::set_send(const void* buffer, MPI_Count count, MPI_Datatype datatype, const Names& names) noexcept {
  call.binding.send = buffer;
  return set_side(shape().send, &call.binding.send_type, buffer, count, datatype, names);
}

int Arguments::set_recv(void* buffer, MPI_Count count, MPI_Datatype datatype, const Names& names) noexcept {
  if (const int code = check_not_in_place(comm, names.buffer, buffer); code != MPI_SUCCESS) return code;
  call.binding.recv = buffer;
  return set_side(shape().recv, &call.binding.recv_type, buffer, count, datatype, names);
}

/// Widens counts and displacements into `storage`.
int Arguments::set_arrays(Side& side, std::vector<std::int64_t>& storage, Counts counts, Counts displacements,
                          std::uint32_t n, bool sending) {
  const int length = static_cast<int>(n);
  const bool both = call.collective == collectives::Collective::alltoallv ||
                    call.collective == collectives::Collective::neighbor_alltoall;
  const char* const name = !both ? "displs" : sending ? "sdispls" : "rdispls";
  if (const int code = check_counts(comm, sending ? "sendcounts" : "recvcounts", counts, length); code != MPI_SUCCESS)
    return code;
  if (displacements.is_null() && n > 0) return fail(comm, MPI_ERR_ARG, "argument '{}' is a null pointer", name);
  storage.resize(std::size_t{n} * 2);
  for (std::size_t i = 0; i < n; ++i) {
    storage[i] = counts[i];
    storage[n + i] = displacements[i];
  }
  side.counts = std::span(storage).first(n);
  side.displacements = std::span(storage).subspan(n);
  return MPI_SUCCESS;
}

int Arguments::set_send_blocks(const void* buffer, Counts counts, Counts displacements, MPI_Datatype datatype,
                               std::uint32_t n) {
  if (const int code = set_arrays(shape().send, lists().send_arrays, counts, displacements, n, true);
      code != MPI_SUCCESS)
    return code;
  if (const int code = set_send(buffer, 0, datatype); code != MPI_SUCCESS) return code;
  return check_blocks(shape().send, "sendbuf", buffer, *call.binding.send_type);
}

int Arguments::set_recv_blocks(void* buffer, Counts counts, Counts displacements, MPI_Datatype datatype,
                               std::uint32_t n) {
  if (const int code = set_arrays(shape().recv, lists().recv_arrays, counts, displacements, n, false);
      code != MPI_SUCCESS)
    return code;
  if (const int code = set_recv(buffer, 0, datatype); code != MPI_SUCCESS) return code;
  return check_blocks(shape().recv, "recvbuf", buffer, *call.binding.recv_type);
}

int Arguments::check_blocks(const Side& side, const char* argument, const void* buffer,
                            const Datatype& type) const noexcept {
  std::int64_t longest = 0;
  for (const std::int64_t count : side.counts) longest = std::max(longest, count);
  return check_buffer(comm, argument, buffer, longest, !type.is_builtin() || type.size() == 0);
}

int Arguments::set_types(Side& side, std::vector<std::int64_t>& sizes, const void* buffer,
                         const MPI_Datatype datatypes[], std::uint32_t n, bool sending) {
  const char* const argument = sending ? "sendtypes" : "recvtypes";
  if (const int code = check_array(comm, argument, datatypes, n, MPI_ERR_TYPE); code != MPI_SUCCESS) return code;
  for (std::uint32_t i = 0; i < n; ++i) {
    const Datatype* type = nullptr;
    // Types of empty blocks need not mean anything in practice; they are replaced by one that does.
    if (side.counts[i] == 0 && type_of(datatypes[i]) == nullptr) {
      type = &datatype::builtin(datatype::Kind::byte);
    } else if (const int code = look_up_type(datatypes[i], argument, &type); code != MPI_SUCCESS) {
      return code;
    }
    const bool absolute = !type->is_builtin() || type->size() == 0;
    if (const int code = check_buffer(comm, sending ? "sendbuf" : "recvbuf", buffer, side.counts[i], absolute);
        code != MPI_SUCCESS)
      return code;
    sizes.push_back(type->size());
    lists().peer_types.push_back(type);
  }
  side.sizes = sizes;
  call.binding.peer_types = lists().peer_types;
  return MPI_SUCCESS;
}

int Arguments::set_send_blocks(const void* buffer, Counts counts, Counts displacements, const MPI_Datatype datatypes[],
                               std::uint32_t n) {
  if (const int code = set_arrays(shape().send, lists().send_arrays, counts, displacements, n, true);
      code != MPI_SUCCESS)
    return code;
  call.binding.send = buffer;
  return set_types(shape().send, lists().send_sizes, buffer, datatypes, n, true);
}

int Arguments::set_recv_blocks(void* buffer, Counts counts, Counts displacements, const MPI_Datatype datatypes[],
                               std::uint32_t n) {
  if (const int code = check_not_in_place(comm, "recvbuf", buffer); code != MPI_SUCCESS) return code;
  if (const int code = set_arrays(shape().recv, lists().recv_arrays, counts, displacements, n, false);
      code != MPI_SUCCESS)
    return code;
  call.binding.recv = buffer;
  return set_types(shape().recv, lists().recv_sizes, buffer, datatypes, n, false);
}

int Arguments::set_reduction(const void* sendbuf, void* recvbuf, MPI_Count count, MPI_Datatype datatype, MPI_Op op,
                             bool sends, bool receives) noexcept {
  if (const int code = check_count(comm, "count", count); code != MPI_SUCCESS) return code;
  const Datatype* type = nullptr;
  if (const int code = look_up_type(datatype, "datatype", &type); code != MPI_SUCCESS) return code;
  const datatype::Op* operation = op_of(op);
  if (operation == nullptr) [[unlikely]]
    return fail_handle(comm, "op", op);
  if (const int code = check_operation(comm, *operation, *type); code != MPI_SUCCESS) return code;
  if (checks_enabled && (op == MPI_REPLACE || op == MPI_NO_OP)) [[unlikely]] {
    return fail(comm, MPI_ERR_OP, "argument 'op' is {}, which only accumulating one-sided calls take (MPI 5.0, 12.3.4)",
                op == MPI_REPLACE ? "MPI_REPLACE" : "MPI_NO_OP");
  }
  const bool absolute = !type->is_builtin() || type->size() == 0;
  if (sends && !shape().in_place) {
    if (const int code = check_buffer(comm, "sendbuf", sendbuf, count, absolute); code != MPI_SUCCESS) return code;
    call.binding.send = sendbuf;
  }
  if (receives) {
    if (const int code = check_not_in_place(comm, "recvbuf", recvbuf); code != MPI_SUCCESS) return code;
    if (const int code = check_buffer(comm, "recvbuf", recvbuf, count, absolute); code != MPI_SUCCESS) return code;
    call.binding.recv = recvbuf;
    if (sends && count > 0 && type->size() > 0) {
      if (const int code = check_apart(sendbuf, recvbuf); code != MPI_SUCCESS) return code;
    }
  }
  call.binding.send_type = call.binding.recv_type = type;
  call.binding.op = operation;
  shape().send.count = shape().recv.count = count;
  shape().send.size = shape().recv.size = type->size();
  shape().commutative = operation->commutative();
  return MPI_SUCCESS;
}

int Arguments::take_in_place(const char* argument, const void* buffer, bool allowed) noexcept {
  if (buffer != MPI_IN_PLACE) return MPI_SUCCESS;
  if (!allowed || inter()) [[unlikely]]
    return fail_in_place(comm, argument);
  shape().in_place = true;
  return MPI_SUCCESS;
}

int Arguments::check_apart(const void* sendbuf, const void* recvbuf) noexcept {
  if (checks_enabled && sendbuf == recvbuf && sendbuf != nullptr) [[unlikely]]
    return fail_aliased();
  return MPI_SUCCESS;
}

int Arguments::fail_aliased() noexcept {
  launched = true;  // it takes no number: see the header
  return fail(comm, MPI_ERR_BUFFER,
              "arguments 'sendbuf' and 'recvbuf' are the same address; pass MPI_IN_PLACE where the standard allows it");
}

}  // namespace baton::mpi::collective
