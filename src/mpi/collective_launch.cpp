// SPDX-License-Identifier: BSD-3-Clause
// Runs, starts or prepares a collective on its communicator; the requests of non-blocking and persistent collectives.
#include <memory>
#include <utility>

#include "communicator/runner.hpp"
#include "mpi/collective_repeat.hpp"
#include "mpi/failure.hpp"
#include "mpi/hints.hpp"
#include "mpi/operation.hpp"
#include "mpi/status.hpp"

namespace baton::mpi::collective {
namespace {

using Guard = p2p::Engine::Guard;
using communicator::runner_of;

/// A non-blocking or persistent collective. Lives until it is complete and released, whichever comes last.
class CollectiveOperation final : public Operation {
 public:
  explicit CollectiveOperation(Arguments& a) : communicator_(a.communicator), binding_(a.call.binding) {
    // The user may free datatypes and the operation while this is under way.
    const auto keep = [&](const datatype::Datatype* type) {
      if (type != nullptr && !type->is_builtin()) types_.emplace_back(*type);
    };
    keep(binding_.send_type);
    keep(binding_.recv_type);
    if (a.has_lists()) peer_types_ = std::move(a.lists().peer_types);
    for (const datatype::Datatype* type : peer_types_) keep(type);
    if (binding_.op != nullptr) op_ = datatype::OpRef(*binding_.op);
    binding_.peer_types = peer_types_;
    a.call.binding = binding_;
  }

  void start_now(Arguments& a) {
    under_way_ = true;
    runner_of(*communicator_).start(a.call, completed_now, this);
  }

  void prepare(Arguments& a) {
    persistent_ = true;
    active_ = false;
    plan_ = runner_of(*communicator_).plan(a.call);
    tag_ = a.call.tag;
  }

  [[nodiscard]] bool complete() const noexcept override { return !under_way_; }
  [[nodiscard]] std::uint64_t moment() const noexcept override { return moment_; }
  int result(MPI_Status* status) noexcept override {
    set_empty_status(status);
    if ((persistent_ && !active_) || error_.ok()) return MPI_SUCCESS;
    // Named by whoever completes it, and by what it is.
    return make_code(class_of(error_.code), fmt::format("{}: {}: {}", current_call, call_, error_.what));
  }
  int start() noexcept override {
    if (!persistent_) return MPI_ERR_REQUEST;
    active_ = true;
    under_way_ = true;
    if (execution_ == nullptr) {
      execution_ = std::make_unique<schedule::Execution>();
      execution_->on_complete(completed_persistent, this);
      runner_of(*communicator_).set_persistent(tag_, *execution_);
      execution_->start(std::move(plan_), runner_of(*communicator_).channel(), binding_, tag_);
    } else {
      execution_->restart();
    }
    return MPI_SUCCESS;
  }
  [[nodiscard]] bool cancellable() const noexcept override { return false; }
  [[nodiscard]] MPI_Comm comm() const noexcept override { return extension_of(*communicator_).handle; }
  void release() noexcept override {
    released_ = true;
    if (!under_way_) delete this;
  }

 private:
  ~CollectiveOperation() override {
    if (persistent_) runner_of(*communicator_).end_persistent(tag_);
  }

  void finished(const schedule::Execution& execution) noexcept {
    error_ = execution.error();
    moment_ = execution.moment();
    under_way_ = false;
  }
  static void completed_now(schedule::Execution& execution, void* self) noexcept {
    auto& operation = *static_cast<CollectiveOperation*>(self);
    operation.finished(execution);
    runner_of(*operation.communicator_).give_back(execution);
    if (operation.released_) delete &operation;
  }
  static void completed_persistent(schedule::Execution& execution, void* self) noexcept {
    auto& operation = *static_cast<CollectiveOperation*>(self);
    operation.finished(execution);
    if (operation.released_) delete &operation;
  }

  const char* const call_ = current_call;  // that made it
  communicator::Ref communicator_;
  schedule::Binding binding_;
  std::vector<datatype::TypeRef> types_;
  std::vector<const datatype::Datatype*> peer_types_;
  datatype::OpRef op_;
  bool under_way_ = false;
  bool released_ = false;
  Error error_;
  std::uint64_t moment_ = 0;
  // Persistent only.
  std::int32_t tag_ = 0;
  std::unique_ptr<schedule::Plan> plan_;
  std::unique_ptr<schedule::Execution> execution_;
};

int run(Arguments& a, const Signature* signature) {
  Error error;
  {
    p2p::Engine& engine = a.communicator->engine();
    const Guard guard(engine);
    engine.turn_for_others();  // in the arena it may go on without one
    a.call.tag = a.communicator->next_collective();
    a.launched = true;
    schedule::Runner& runner = runner_of(*a.communicator);
    error = runner.run(a.call).error();
    if (error.ok() && signature != nullptr) {
      std::unique_ptr<Repeats>& repeats = extension_of(*a.communicator).repeats;
      if (repeats == nullptr) repeats = std::make_unique<Repeats>();
      repeats->keep(*signature, a, runner);
    }
  }
  return error.ok() ? MPI_SUCCESS : fail(a.comm, error);
}

}  // namespace

void Arguments::refuse() noexcept {
  if (comms().lookup(comm) != communicator) return;  // an error handler has freed it
  const Guard guard(communicator->engine());
  schedule::Subject subject;
  subject.collective = call.collective;
  subject.variant = call.variant;
  runner_of(*communicator).refuse(communicator->next_collective(), subject);
}

int launch(Arguments& a, const Form& form) {
  if (form.kind == Form::Kind::blocking) return run(a, form.signature);
  if (form.request == nullptr) return fail(a.comm, MPI_ERR_REQUEST, "argument 'request' is a null pointer");
  if (form.kind == Form::Kind::persistent && !info_exists(form.info)) return fail_handle(a.comm, "info", form.info);
  using Kind = Form::Kind;
  a.call.binding.form = form.kind == Kind::immediate ? schedule::Form::immediate : schedule::Form::persistent;
  const Guard guard(a.communicator->engine());
  a.communicator->engine().turn_now_and_then();
  a.call.tag = a.communicator->next_collective();
  a.launched = true;
  auto* operation = new CollectiveOperation(a);
  *form.request = requests().insert(operation);
  if (form.kind == Form::Kind::immediate) {
    operation->start_now(a);
  } else {
    operation->prepare(a);
  }
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::collective
