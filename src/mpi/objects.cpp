// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/objects.hpp"

#include <csignal>
#include <cstdio>

#include "base/log.hpp"
#include "mpi/collective_repeat.hpp"
#include "mpi/instance.hpp"
#include "mpi/operation.hpp"
#include "mpi/process.hpp"
#include "mpi/status.hpp"
#include "mpi/topology.hpp"

namespace baton::mpi {
namespace {

constinit Immortal<HandleTable<MPI_Comm, Communicator>> comm_table;
constinit Immortal<HandleTable<MPI_Group, GroupObject>> group_table;
constinit Immortal<HandleTable<MPI_Request, Operation>> request_table;

/// A send that was complete when its call returned.
class CompletedSend final : public Operation {
 public:
  [[nodiscard]] bool complete() const noexcept override { return true; }
  [[nodiscard]] std::uint64_t moment() const noexcept override { return 0; }
  int result(MPI_Status* status) noexcept override {
    set_empty_status(status);
    return MPI_SUCCESS;
  }
  void release() noexcept override {}
};

struct Predefined {
  GroupObject empty_group;
  CompletedSend completed_send;
  Predefined() {
    group_table->set_predefined(MPI_GROUP_EMPTY, &empty_group);
    completed_send_handle = request_table->insert(&completed_send);
  }
};

/// Fills the tables when the library is loaded, before any call can be made.
Immortal<Predefined> predefined;

}  // namespace

HandleTable<MPI_Comm, Communicator>& comms() noexcept { return *comm_table; }
HandleTable<MPI_Group, GroupObject>& groups() noexcept { return *group_table; }
HandleTable<MPI_Request, Operation>& requests() noexcept { return *request_table; }

CommExtension::CommExtension() : errhandler(errors_are_fatal().retain()) {}
CommExtension::~CommExtension() {
  errhandler->release();
  delete lists.load(std::memory_order_acquire);
}

MPI_Comm adopt(const communicator::Ref& made, const Communicator* parent) {
  auto extension = std::make_unique<CommExtension>();
  if (parent != nullptr) {
    const CommExtension& from = extension_of(*parent);
    extension->errhandler->release();
    extension->errhandler = from.errhandler->retain();
    extension->session = from.session;
  }
  Communicator* communicator = made.get();
  communicator->retain();  // the handle's reference
  extension->handle = comms().insert(communicator);
  const MPI_Comm handle = extension->handle;
  communicator->set_extension(std::move(extension));
  return handle;
}

MPI_Group adopt(Group group, void* session) { return groups().insert(new GroupObject{std::move(group), session}); }

void register_world(const communicator::Ref& world, const communicator::Ref& self) {
  const auto give = [](const communicator::Ref& ref, MPI_Comm handle, const char* name) {
    auto extension = std::make_unique<CommExtension>();
    extension->handle = handle;
    ref->set_extension(std::move(extension));
    ref->set_name(name);
    comms().set_predefined(handle, ref.get());
  };
  give(world, MPI_COMM_WORLD, "MPI_COMM_WORLD");
  give(self, MPI_COMM_SELF, "MPI_COMM_SELF");
}

void unregister_world() noexcept {
  comms().set_predefined(MPI_COMM_WORLD, nullptr);
  comms().set_predefined(MPI_COMM_SELF, nullptr);
}

}  // namespace baton::mpi
