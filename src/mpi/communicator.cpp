// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the communicator chapter: inquiry, names, duplication and creation (MPI 5.0, 7.4). Splitting:
// communicator_split.cpp; inter-communicators: intercommunicator.cpp.
#include "mpi/communicator.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "communicator/exchange.hpp"
#include "communicator/runner.hpp"
#include "mpi/collective.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_communicator.hpp"
#include "mpi/generated/api_spawn.hpp"
#include "mpi/instance.hpp"
#include "mpi/operation.hpp"
#include "mpi/status.hpp"

namespace baton::mpi {

int look_up_comm(const char* argument, MPI_Comm handle, Communicator** communicator) noexcept {
  *communicator = comms().lookup(handle);
  return *communicator != nullptr ? MPI_SUCCESS : fail_handle(Raiser::none(), argument, handle);
}

int null_output(MPI_Comm comm, const char* argument) noexcept {
  return fail(comm, MPI_ERR_ARG, "argument '{}' is a null pointer", argument);
}

void Refusal::refuse() noexcept {
  if (comms().lookup(handle_) != parent_) return;  // an error handler has freed it
  const p2p::Engine::Guard guard(parent_->engine());
  communicator::refuse(*parent_, constructor_);
}

namespace api {
namespace {

using communicator::Comparison;

int look_up_intra(const char* argument, MPI_Comm handle, Communicator** communicator) noexcept {
  if (const int code = look_up_comm(argument, handle, communicator); code != MPI_SUCCESS) return code;
  if ((*communicator)->is_inter()) {
    return fail(handle, MPI_ERR_COMM, "argument '{}' is an inter-communicator; this call takes an intra-communicator",
                argument);
  }
  return MPI_SUCCESS;
}

/// A new communicator with the groups of `old`. Attributes are the caller's business.
Result<communicator::Ref> duplicate(Communicator& old) {
  const p2p::Engine::Guard guard(old.engine());
  const communicator::Construction construction(old, schedule::Constructor::dup);
  return Communicator::make(old.engine(), old.registry(), construction.child(), old.group(), old.rank(),
                            old.is_inter() ? std::make_unique<Group>(old.remote_group()) : nullptr);
}

}  // namespace

int comm_size(MPI_Comm comm, int* size) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (size == nullptr) return null_output(comm, "size");
  *size = communicator->size();
  return MPI_SUCCESS;
}

int comm_rank(MPI_Comm comm, int* rank) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (rank == nullptr) return null_output(comm, "rank");
  *rank = communicator->rank();
  return MPI_SUCCESS;
}

int comm_test_inter(MPI_Comm comm, int* flag) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (flag == nullptr) return null_output(comm, "flag");
  *flag = communicator->is_inter() ? 1 : 0;
  return MPI_SUCCESS;
}

int comm_remote_size(MPI_Comm comm, int* size) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (!communicator->is_inter())
    return fail(comm, MPI_ERR_COMM, "argument 'comm' is an intra-communicator; it has no remote group");
  if (size == nullptr) return null_output(comm, "size");
  *size = communicator->remote_group().size();
  return MPI_SUCCESS;
}

int comm_group(MPI_Comm comm, MPI_Group* group) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (group == nullptr) return null_output(comm, "group");
  *group = adopt(communicator->group(), extension_of(*communicator).session);
  return MPI_SUCCESS;
}

int comm_remote_group(MPI_Comm comm, MPI_Group* group) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (!communicator->is_inter())
    return fail(comm, MPI_ERR_COMM, "argument 'comm' is an intra-communicator; it has no remote group");
  if (group == nullptr) return null_output(comm, "group");
  *group = adopt(communicator->remote_group(), extension_of(*communicator).session);
  return MPI_SUCCESS;
}

int comm_compare(MPI_Comm comm1, MPI_Comm comm2, int* result) {
  Communicator* first = nullptr;
  Communicator* second = nullptr;
  if (const int code = look_up_comm("comm1", comm1, &first); code != MPI_SUCCESS) return code;
  if (const int code = look_up_comm("comm2", comm2, &second); code != MPI_SUCCESS) return code;
  if (result == nullptr) return null_output(comm1, "result");
  if (first == second) {
    *result = MPI_IDENT;
    return MPI_SUCCESS;
  }
  if (first->is_inter() != second->is_inter()) {
    *result = MPI_UNEQUAL;
    return MPI_SUCCESS;
  }
  Comparison comparison = first->group().compare(second->group());
  if (first->is_inter()) comparison = std::max(comparison, first->remote_group().compare(second->remote_group()));
  *result = comparison == Comparison::identical ? MPI_CONGRUENT
            : comparison == Comparison::similar ? MPI_SIMILAR
                                                : MPI_UNEQUAL;
  return MPI_SUCCESS;
}

int comm_set_name(MPI_Comm comm, const char* comm_name) {
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (comm_name == nullptr) return null_output(comm, "comm_name");
  communicator->set_name(std::string(comm_name, strnlen(comm_name, MPI_MAX_OBJECT_NAME - 1)));
  return MPI_SUCCESS;
}

int comm_get_name(MPI_Comm comm, char* comm_name, int* resultlen) {
  if (comm == MPI_COMM_NULL && comm_name != nullptr && resultlen != nullptr) {  // has a name (7.8)
    std::strcpy(comm_name, "MPI_COMM_NULL");
    *resultlen = static_cast<int>(std::strlen(comm_name));
    return MPI_SUCCESS;
  }
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", comm, &communicator); code != MPI_SUCCESS) return code;
  if (comm_name == nullptr) return null_output(comm, "comm_name");
  if (resultlen == nullptr) return null_output(comm, "resultlen");
  const std::string& name = communicator->name();
  std::memcpy(comm_name, name.c_str(), name.size() + 1);
  *resultlen = static_cast<int>(name.size());
  return MPI_SUCCESS;
}

namespace {

/// Duplicates with attributes and hints. `info`: MPI_INFO_NULL for none, or the hints of the new one; `inherit`: the
/// old one's hints.
int dup_with(MPI_Comm comm, MPI_Info info, bool inherit, MPI_Comm* newcomm) {
  Communicator* old = nullptr;
  if (const int code = look_up_comm("comm", comm, &old); code != MPI_SUCCESS) return code;
  Refusal refusal(comm, *old, schedule::Constructor::dup);
  if (newcomm == nullptr) return null_output(comm, "newcomm");
  refusal.dismiss();
  auto made = duplicate(*old);
  if (!made) return fail(comm, made.error());
  const communicator::Ref created = std::move(*made);
  const MPI_Comm handle = adopt(created, old);
  if (const int code = inherit ? copy_hints(*old, *created) : set_hints(comm, *created, info); code != MPI_SUCCESS)
    return code;
  copy_topology(*old, *created);
  if (const int code = copy_attributes(*old, *created); code != MPI_SUCCESS) {
    forget(handle);
    *newcomm = MPI_COMM_NULL;
    return raise(comm, code);
  }
  *newcomm = handle;
  return MPI_SUCCESS;
}

/// The request of a duplication that needed no message.
class Duplicated final : public Operation {
 public:
  explicit Duplicated(MPI_Comm comm) : comm_(comm) {}
  [[nodiscard]] bool complete() const noexcept override { return true; }
  [[nodiscard]] std::uint64_t moment() const noexcept override { return 0; }
  int result(MPI_Status* status) noexcept override {
    set_empty_status(status);
    return MPI_SUCCESS;
  }
  [[nodiscard]] bool cancellable() const noexcept override { return false; }
  [[nodiscard]] MPI_Comm comm() const noexcept override { return comm_; }
  void release() noexcept override { delete this; }

 private:
  MPI_Comm comm_;
};

}  // namespace

int comm_dup(MPI_Comm comm, MPI_Comm* newcomm) { return dup_with(comm, MPI_INFO_NULL, true, newcomm); }

int comm_dup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm* newcomm) { return dup_with(comm, info, false, newcomm); }

int comm_idup(MPI_Comm comm, MPI_Comm* newcomm, MPI_Request* request) {
  if (request == nullptr) return null_output(comm, "request");
  if (const int code = dup_with(comm, MPI_INFO_NULL, true, newcomm); code != MPI_SUCCESS) return code;
  *request = requests().insert(new Duplicated(comm));
  return MPI_SUCCESS;
}

int comm_idup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm* newcomm, MPI_Request* request) {
  if (request == nullptr) return null_output(comm, "request");
  if (const int code = dup_with(comm, info, false, newcomm); code != MPI_SUCCESS) return code;
  *request = requests().insert(new Duplicated(comm));
  return MPI_SUCCESS;
}

int comm_create_group(MPI_Comm comm, MPI_Group group, int tag, MPI_Comm* newcomm) {
  Communicator* parent = nullptr;
  if (const int code = look_up_intra("comm", comm, &parent); code != MPI_SUCCESS) return code;
  const GroupObject* members = groups().lookup(group);
  if (members == nullptr) return fail_handle(comm, "group", group);
  if (tag < 0) return fail(comm, MPI_ERR_TAG, "argument 'tag' = {}: must be 0 or more", tag);
  if (newcomm == nullptr) return null_output(comm, "newcomm");
  *newcomm = MPI_COMM_NULL;
  const std::int32_t rank = members->group.rank_of(own_process());
  if (rank == Group::no_rank) return MPI_SUCCESS;
  for (std::int32_t i = 0; i < members->group.size(); ++i) {
    if (parent->group().rank_of(members->group.process(i)) == Group::no_rank) {
      return fail(comm, MPI_ERR_GROUP, "argument 'group': its rank {} is not in the group of 'comm'", i);
    }
  }
  Result<communicator::Ref> made = [&] {
    const p2p::Engine::Guard guard(parent->engine());
    std::uint64_t id =
        communicator::mix(communicator::mix(parent->id(), members->group.hash()), static_cast<std::uint64_t>(tag));
    id = communicator::mix(id, parent->registry().next_use(id));
    return Communicator::make(parent->engine(), parent->registry(), id, members->group, rank);
  }();
  if (!made) return fail(comm, made.error());
  *newcomm = adopt(*made, parent);
  return MPI_SUCCESS;
}

namespace {

/// What a collective of this communicator left behind for which nobody waited: the last chance to tell.
Error overlooked(Communicator& communicator) {
  const p2p::Engine::Guard guard(communicator.engine());
  p2p::Engine& engine = communicator.engine();
  if (communicator.collectives() == 0) return {};
  engine.progress();
  const auto newest = static_cast<std::int32_t>((communicator.collectives() - 1) % p2p::collective_numbers);
  Error found = engine.overlooked(communicator.collective_context(), newest, std::numeric_limits<std::size_t>::max());
  return found.ok() ? communicator::runner_of(communicator).audit() : found;
}

}  // namespace

/// Collective, and synchronising: what the members have called before on this communicator is called everywhere then.
int comm_disconnect(MPI_Comm* comm) {
  if (comm == nullptr) return fail(Raiser::none(), MPI_ERR_COMM, "argument 'comm' is a null pointer");
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", *comm, &communicator); code != MPI_SUCCESS) return code;
  if (*comm == MPI_COMM_WORLD || *comm == MPI_COMM_SELF) {
    return fail(*comm, MPI_ERR_COMM, "argument 'comm' is {}: a predefined communicator cannot be disconnected",
                communicator->name());
  }
  {
    // Whatever goes on in it has to end; the user may still ask for the outcome of each request (11.10.4).
    const p2p::Engine::Guard guard(engine());
    const auto goes_on = [&](Operation& operation) {
      return operation.active() && operation.comm() == *comm && !operation.complete();
    };
    engine().wait_until([&] { return !requests().any_of(goes_on); });
  }
  if (const int code = collective::barrier(*comm, collective::Form::blocking()); code != MPI_SUCCESS) return code;
  return comm_free(comm);
}

/// Nobody spawns processes yet.
int comm_get_parent(MPI_Comm* parent) {
  if (parent == nullptr) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'parent' is a null pointer");
  *parent = MPI_COMM_NULL;
  return MPI_SUCCESS;
}

int comm_free(MPI_Comm* comm) {
  if (comm == nullptr) return fail(Raiser::none(), MPI_ERR_COMM, "argument 'comm' is a null pointer");
  Communicator* communicator = nullptr;
  if (const int code = look_up_comm("comm", *comm, &communicator); code != MPI_SUCCESS) return code;
  if (*comm == MPI_COMM_WORLD || *comm == MPI_COMM_SELF) {
    return fail(*comm, MPI_ERR_COMM, "argument 'comm' is {}: a predefined communicator cannot be freed",
                communicator->name());
  }
  if (const int code = delete_attributes(*communicator); code != MPI_SUCCESS) return raise(*comm, code);
  if (const int code = detach_buffer(*communicator); code != MPI_SUCCESS) return code;
  const Error late = overlooked(*communicator);
  const int code = late.ok() ? MPI_SUCCESS : fail(*comm, late);
  forget(*comm);
  *comm = MPI_COMM_NULL;
  return code;
}

}  // namespace api

void forget(MPI_Comm handle) noexcept {
  Communicator* communicator = comms().erase(handle);
  if (communicator == nullptr) return;
  // Requests under way keep the communicator itself; its handle is gone for them too.
  extension_of(*communicator).handle = MPI_COMM_NULL;
  const p2p::Engine::Guard guard(communicator->engine());
  communicator->release();
}

}  // namespace baton::mpi
