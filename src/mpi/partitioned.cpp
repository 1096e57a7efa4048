// SPDX-License-Identifier: BSD-3-Clause
// Partitioned communication (MPI 5.0, chapter 4). The message leaves when its last partition is ready; partitions may
// be cut differently on the two sides. The n-th MPI_Psend_init to a process with a tag meets the n-th MPI_Precv_init
// from it: the number travels as the tag, in a context of their own, so that neither ordinary messages nor the order of
// MPI_Start matter.
#include <algorithm>
#include <memory>

#include "mpi/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_partitioned.hpp"
#include "mpi/hints.hpp"
#include "mpi/operation.hpp"
#include "mpi/p2p_operation.hpp"
#include "mpi/partner.hpp"
#include "mpi/status.hpp"

namespace baton::mpi {
namespace {

using Guard = p2p::Engine::Guard;

class Partitioned final : public Operation {
 public:
  Partitioned(const Partner& partner, bool sends, int partitions, int rank, int tag)
      : communicator_(partner.communicator),
        type_(*partner.type),
        sends_(sends),
        null_(partner.is_null),
        partitions_(partitions),
        rank_(rank),
        tag_(tag),
        ready_(new bool[static_cast<std::size_t>(partitions)]()) {
    persistent_ = true;
    active_ = false;
  }
  void set_send(const p2p::SendArgs& args) noexcept { send_ = args; }
  void set_receive(const p2p::ReceiveArgs& args) noexcept { receive_ = args; }

  [[nodiscard]] bool complete() const noexcept override { return !active_ || done_; }
  [[nodiscard]] std::uint64_t moment() const noexcept override { return request_.moment(); }
  int result(MPI_Status* status) noexcept override {
    if (!active_) {
      set_empty_status(status);
      return MPI_SUCCESS;
    }
    if (null_) {
      set_proc_null_status(status);
      return MPI_SUCCESS;
    }
    const int code = conclude(request_, sends_, status);
    if (!sends_ && status != MPI_STATUS_IGNORE) {
      status->MPI_SOURCE = rank_;
      status->MPI_TAG = tag_;
    }
    return code;
  }
  int start() noexcept override {
    active_ = true;
    done_ = null_ && !sends_;
    open_ = partitions_;
    std::fill_n(ready_.get(), partitions_, false);
    if (sends_ && partitions_ == 0) send_all();
    if (!sends_ && !null_) {
      request_.on_complete(completed, this);
      engine().receive(request_, receive_);
    }
    return MPI_SUCCESS;
  }
  [[nodiscard]] MPI_Comm comm() const noexcept override { return extension_of(*communicator_).handle; }
  void release() noexcept override {
    released_ = true;
    if (complete()) delete this;
  }
  [[nodiscard]] bool partitioned() const noexcept override { return true; }

  [[nodiscard]] bool sends() const noexcept { return sends_; }
  [[nodiscard]] int partitions() const noexcept { return partitions_; }
  [[nodiscard]] bool is_ready(int partition) const noexcept { return ready_[static_cast<std::size_t>(partition)]; }
  void mark_ready(int partition) noexcept {
    ready_[static_cast<std::size_t>(partition)] = true;
    if (--open_ == 0) send_all();
  }

 private:
  void send_all() noexcept {
    if (null_) {
      done_ = true;
      return;
    }
    request_.on_complete(completed, this);
    engine().send(request_, send_);
    engine().flush(send_.peer);
  }
  static void completed(p2p::Request&, void* self) noexcept {
    auto* operation = static_cast<Partitioned*>(self);
    operation->done_ = true;
    if (operation->released_) delete operation;
  }

  p2p::Request request_;
  communicator::Ref communicator_;
  datatype::TypeRef type_;
  p2p::SendArgs send_;
  p2p::ReceiveArgs receive_;
  bool sends_;
  bool null_;
  bool done_ = false;
  bool released_ = false;
  int partitions_;
  int open_ = 0;
  int rank_;
  int tag_;
  std::unique_ptr<bool[]> ready_;
};

/// The envelope that the two sides' calls agree on.
p2p::Envelope channel(Communicator& communicator, std::int32_t sender, p2p::PeerId peer, int tag, bool sends) {
  const std::uint64_t key = communicator::mix(communicator.partitioned_context(), static_cast<std::uint64_t>(tag));
  const std::uint64_t side = communicator::mix(communicator::mix(key, peer), sends ? 1 : 2);
  const std::uint32_t number = communicator.registry().next_use(side);
  return {(key >> 18) << 2 | 3, sender, static_cast<std::int32_t>(number & 0x7FFFFFFFU)};
}

int check(int partitions, MPI_Comm comm, MPI_Info info, MPI_Request* request) noexcept {
  if (partitions < 0) return fail(comm, MPI_ERR_ARG, "argument 'partitions' = {}: must not be negative", partitions);
  if (info != MPI_INFO_NULL && !info_exists(info)) return fail_handle(comm, "info", info);
  if (request == nullptr) return fail(comm, MPI_ERR_REQUEST, "argument 'request' is a null pointer");
  return MPI_SUCCESS;
}

int look_up(MPI_Request request, Partitioned** operation) noexcept {
  Operation* found = requests().lookup(request);
  if (found == nullptr) return fail_handle(Raiser::none(), "request", request);
  if (!found->partitioned()) {
    return fail(found->comm(), MPI_ERR_REQUEST,
                "argument 'request' is not partitioned; make it with MPI_Psend_init or MPI_Precv_init");
  }
  *operation = static_cast<Partitioned*>(found);
  return MPI_SUCCESS;
}

int check_partition(const Partitioned& operation, const char* name, int partition) noexcept {
  if (partition >= 0 && partition < operation.partitions()) return MPI_SUCCESS;
  return fail(operation.comm(), MPI_ERR_ARG, "argument '{}' = {}: the request has partitions 0..{}", name, partition,
              operation.partitions() - 1);
}

/// Marks one partition; errors are raised outside the lock.
int mark(Partitioned& operation, const char* name, int partition) {
  if (const int code = check_partition(operation, name, partition); code != MPI_SUCCESS) return code;
  const char* trouble = nullptr;
  {
    const Guard guard(engine());
    if (!operation.sends()) {
      trouble = "belongs to a receive; only a send has partitions to be made ready";
    } else if (!operation.active()) {
      trouble = "is not active; call MPI_Start first";
    } else if (operation.is_ready(partition)) {
      trouble = "has this partition ready already";
    } else {
      operation.mark_ready(partition);
    }
  }
  if (trouble == nullptr) return MPI_SUCCESS;
  return fail(operation.comm(), MPI_ERR_REQUEST, "argument 'request' {} (partition {})", trouble, partition);
}

}  // namespace

namespace api {

int psend_init(const void* buf, int partitions, MPI_Count count, MPI_Datatype datatype, int dest, int tag,
               MPI_Comm comm, MPI_Info info, MPI_Request* request) {
  Partner partner;
  if (const int code = resolve_send(buf, count, datatype, dest, tag, comm, &partner); code != MPI_SUCCESS) return code;
  if (const int code = check(partitions, comm, info, request); code != MPI_SUCCESS) return code;
  const Guard guard(engine());
  auto* operation = new Partitioned(partner, true, partitions, dest, tag);
  if (!partner.is_null) {
    p2p::SendArgs args = send_args(partner, buf, count * partitions, tag);
    args.envelope = channel(*partner.communicator, partner.communicator->rank(), partner.peer, tag, true);
    operation->set_send(args);
  }
  *request = requests().insert(operation);
  return MPI_SUCCESS;
}

int precv_init(void* buf, int partitions, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
               MPI_Info info, MPI_Request* request) {
  if (dest == MPI_ANY_SOURCE || tag == MPI_ANY_TAG) {
    return fail(comm, dest == MPI_ANY_SOURCE ? MPI_ERR_RANK : MPI_ERR_TAG,
                "wildcards are not allowed in partitioned communication");
  }
  Partner partner;
  if (const int code = resolve_receive(buf, count, datatype, dest, tag, comm, &partner); code != MPI_SUCCESS)
    return code;
  if (const int code = check(partitions, comm, info, request); code != MPI_SUCCESS) return code;
  const Guard guard(engine());
  auto* operation = new Partitioned(partner, false, partitions, dest, tag);
  if (!partner.is_null) {
    p2p::ReceiveArgs args = receive_args(partner, buf, count * partitions, dest, tag);
    args.wish = channel(*partner.communicator, dest, partner.peer, tag, false);
    operation->set_receive(args);
  }
  *request = requests().insert(operation);
  return MPI_SUCCESS;
}

int pready(int partition, MPI_Request request) {
  Partitioned* operation = nullptr;
  if (const int code = look_up(request, &operation); code != MPI_SUCCESS) return code;
  return mark(*operation, "partition", partition);
}

int pready_range(int partition_low, int partition_high, MPI_Request request) {
  Partitioned* operation = nullptr;
  if (const int code = look_up(request, &operation); code != MPI_SUCCESS) return code;
  if (partition_high < partition_low) {
    return fail(operation->comm(), MPI_ERR_ARG, "argument 'partition_high' = {}: less than 'partition_low' = {}",
                partition_high, partition_low);
  }
  for (int partition = partition_low; partition <= partition_high; ++partition) {
    if (const int code = mark(*operation, "partition_low", partition); code != MPI_SUCCESS) return code;
  }
  return MPI_SUCCESS;
}

int pready_list(int length, const int array_of_partitions[], MPI_Request request) {
  Partitioned* operation = nullptr;
  if (const int code = look_up(request, &operation); code != MPI_SUCCESS) return code;
  if (length < 0) return fail(operation->comm(), MPI_ERR_ARG, "argument 'length' = {}: must not be negative", length);
  if (length > 0 && array_of_partitions == nullptr) return null_output(operation->comm(), "array_of_partitions");
  for (int i = 0; i < length; ++i) {
    if (const int code = mark(*operation, "array_of_partitions", array_of_partitions[i]); code != MPI_SUCCESS)
      return code;
  }
  return MPI_SUCCESS;
}

int parrived(MPI_Request request, int partition, int* flag) {
  if (flag == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'flag' is a null pointer");
  if (request == MPI_REQUEST_NULL) {
    *flag = 1;
    return MPI_SUCCESS;
  }
  Partitioned* operation = nullptr;
  if (const int code = look_up(request, &operation); code != MPI_SUCCESS) return code;
  if (const int code = check_partition(*operation, "partition", partition); code != MPI_SUCCESS) return code;
  if (operation->sends()) {
    return fail(operation->comm(), MPI_ERR_REQUEST, "argument 'request' belongs to a send; ask its receive");
  }
  const Guard guard(engine());
  if (operation->complete()) {
    engine().turn_for_others();
  } else {
    engine().poll();
  }
  *flag = operation->complete() ? 1 : 0;
  return MPI_SUCCESS;
}

}  // namespace api
}  // namespace baton::mpi
