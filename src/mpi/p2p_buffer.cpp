// SPDX-License-Identifier: BSD-3-Clause
// Buffered sends and their buffers (MPI 5.0, 3.6).
#include <vector>

#include "mpi/buffered.hpp"
#include "mpi/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_communicator.hpp"
#include "mpi/generated/api_p2p.hpp"
#include "mpi/operation.hpp"
#include "mpi/p2p_operation.hpp"
#include "mpi/partner.hpp"
#include "mpi/status.hpp"
#include "p2p/at_once.hpp"

namespace baton::mpi {
namespace {

using Guard = p2p::Engine::Guard;

/// The buffer of MPI_Buffer_attach.
BufferSlot& process_buffer() noexcept {
  static Immortal<BufferSlot> slot;
  return *slot;
}

AttachedBuffer* buffer_of(const BufferSlot& slot) noexcept { return static_cast<AttachedBuffer*>(slot.get()); }

/// A copy of a message under way. Ends itself.
struct Copy {
  p2p::Request request;
  std::vector<std::byte> bytes;
  AttachedBuffer* buffer = nullptr;

  static void done(p2p::Request&, void* self) noexcept {
    auto* copy = static_cast<Copy*>(self);
    copy->buffer->give_back(static_cast<MPI_Count>(copy->bytes.size()));
    delete copy;
  }
};

/// The communicator's buffer, else its session's or the process's (3.6).
AttachedBuffer* buffer_for(const Communicator& communicator) noexcept {
  const CommExtension& extension = extension_of(communicator);
  if (extension.buffer != nullptr) return buffer_of(extension.buffer);
  if (extension.session != nullptr) {
    if (BufferSlot* slot = session_buffer(extension.session); slot != nullptr && *slot != nullptr)
      return buffer_of(*slot);
  }
  return buffer_of(process_buffer());
}

/// Copies and sends; the engine's lock is held. MPI_SUCCESS, or a code that the caller raises.
int send_buffered(Communicator& communicator, const p2p::SendArgs& args) {
  AttachedBuffer* buffer = buffer_for(communicator);
  const MPI_Count bytes = args.count * args.type->size();
  if (buffer == nullptr || !buffer->has_room(bytes)) {
    return make_code(
        MPI_ERR_BUFFER,
        buffer == nullptr
            ? fmt::format("{}: no buffer is attached for a message of {} bytes; call MPI_Buffer_attach first",
                          current_call, bytes)
            : fmt::format("{}: the attached buffer of {} bytes has no room for a message of {} bytes beside {} "
                          "bytes under way; attach a larger one (MPI_Pack_size + MPI_BSEND_OVERHEAD per message)",
                          current_call, buffer->size(), bytes, buffer->used()));
  }
  if (engine().try_send(args) == Post::done) return MPI_SUCCESS;
  auto* copy = new Copy;
  copy->bytes.resize(static_cast<std::size_t>(bytes));
  datatype::Cursor cursor;
  args.type->pack(cursor, args.buffer, args.count, copy->bytes);
  copy->buffer = buffer;
  buffer->take(bytes);
  p2p::SendArgs packed = args;
  packed.buffer = copy->bytes.data();
  packed.count = bytes;
  packed.type = &datatype::builtin(datatype::Kind::byte);
  copy->request.on_complete(Copy::done, copy);
  engine().send(copy->request, packed);
  return MPI_SUCCESS;
}

/// MPI_Start of a persistent buffered send.
int start_buffered(P2pOperation& operation) noexcept {
  return send_buffered(operation.communicator(), operation.send_args());
}

/// The request of MPI_Buffer_iflush: complete when nothing is under way.
class Flush final : public Operation {
 public:
  explicit Flush(const AttachedBuffer* buffer) noexcept : buffer_(buffer) {}
  [[nodiscard]] bool complete() const noexcept override { return buffer_ == nullptr || buffer_->empty(); }
  [[nodiscard]] std::uint64_t moment() const noexcept override { return 0; }
  int result(MPI_Status* status) noexcept override {
    set_empty_status(status);
    return MPI_SUCCESS;
  }
  void release() noexcept override { delete this; }

 private:
  const AttachedBuffer* buffer_;
};

}  // namespace

int attach(const Raiser& where, BufferSlot& slot, void* buffer, MPI_Count size) {
  if (buffer == nullptr && size > 0)
    return fail(where, MPI_ERR_BUFFER, "argument 'buffer' is a null pointer, but 'size' is {}", size);
  if (size < 0) return fail(where, MPI_ERR_ARG, "argument 'size' = {}: must not be negative", size);
  if (slot != nullptr) return fail(where, MPI_ERR_BUFFER, "a buffer is attached already; detach it first");
  slot = std::make_unique<AttachedBuffer>(buffer, size);
  return MPI_SUCCESS;
}

int flush(BufferSlot& slot) {
  if (slot == nullptr) return MPI_SUCCESS;
  const Guard guard(engine());
  engine().wait_until([&] { return buffer_of(slot)->empty(); });
  return MPI_SUCCESS;
}

int detach(const Raiser& where, BufferSlot& slot, void* buffer_addr, CountOut size) {
  if (buffer_addr == nullptr) return fail(where, MPI_ERR_ARG, "argument 'buffer_addr' is a null pointer");
  if (size.is_null()) return fail(where, MPI_ERR_ARG, "argument 'size' is a null pointer");
  if (slot == nullptr) {  // the standard leaves this open; codes detach in any case, and MPICH answers so
    *static_cast<void**>(buffer_addr) = nullptr;
    size.set(0);
    return MPI_SUCCESS;
  }
  flush(slot);
  *static_cast<void**>(buffer_addr) = buffer_of(slot)->address();
  size.set(buffer_of(slot)->size());
  slot.reset();
  return MPI_SUCCESS;
}

int iflush(const Raiser& where, BufferSlot& slot, MPI_Request* request) {
  if (request == nullptr) return fail(where, MPI_ERR_REQUEST, "argument 'request' is a null pointer");
  *request = requests().insert(new Flush(buffer_of(slot)));
  return MPI_SUCCESS;
}

void flush_buffers() { flush(process_buffer()); }

int detach_buffer(Communicator& communicator) {
  BufferSlot& slot = extension_of(communicator).buffer;
  flush(slot);
  slot.reset();
  return MPI_SUCCESS;
}

namespace api {
namespace {

BufferSlot* slot_of(MPI_Comm comm, int* code) noexcept {
  Communicator* communicator = nullptr;
  *code = look_up_comm("comm", comm, &communicator);
  return *code == MPI_SUCCESS ? &extension_of(*communicator).buffer : nullptr;
}

}  // namespace

int bsend(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
  Partner partner;
  if (const int code = resolve_send(buf, count, datatype, dest, tag, comm, &partner); code != MPI_SUCCESS) return code;
  if (partner.is_null) return MPI_SUCCESS;
  int code = MPI_SUCCESS;
  {
    const Guard guard(engine());
    code = send_buffered(*partner.communicator, send_args(partner, buf, count, tag));
    engine().flush(partner.peer);
  }
  return raise(comm, code);
}

int ibsend(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
           MPI_Request* request) {
  if (request == nullptr) return fail(comm, MPI_ERR_REQUEST, "argument 'request' is a null pointer");
  if (const int code = bsend(buf, count, datatype, dest, tag, comm); code != MPI_SUCCESS) return code;
  *request = completed_send();  // the message is in the buffer: complete at once
  return MPI_SUCCESS;
}

int bsend_init(const void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm,
               MPI_Request* request) {
  if (const int code = send_init(buf, count, datatype, dest, tag, comm, request); code != MPI_SUCCESS) return code;
  if (dest != MPI_PROC_NULL) static_cast<P2pOperation*>(requests().lookup(*request))->set_start(start_buffered);
  return MPI_SUCCESS;
}

int buffer_attach(void* buffer, MPI_Count size) { return attach(Raiser::none(), process_buffer(), buffer, size); }
int buffer_detach(void* buffer_addr, CountOut size) {
  return detach(Raiser::none(), process_buffer(), buffer_addr, size);
}
int buffer_flush() { return flush(process_buffer()); }
int buffer_iflush(MPI_Request* request) { return iflush(Raiser::none(), process_buffer(), request); }

int comm_attach_buffer(MPI_Comm comm, void* buffer, MPI_Count size) {
  int code = MPI_SUCCESS;
  BufferSlot* slot = slot_of(comm, &code);
  return slot == nullptr ? code : attach(comm, *slot, buffer, size);
}

int comm_detach_buffer(MPI_Comm comm, void* buffer_addr, CountOut size) {
  int code = MPI_SUCCESS;
  BufferSlot* slot = slot_of(comm, &code);
  return slot == nullptr ? code : detach(comm, *slot, buffer_addr, size);
}

int comm_flush_buffer(MPI_Comm comm) {
  int code = MPI_SUCCESS;
  BufferSlot* slot = slot_of(comm, &code);
  return slot == nullptr ? code : flush(*slot);
}

int comm_iflush_buffer(MPI_Comm comm, MPI_Request* request) {
  int code = MPI_SUCCESS;
  BufferSlot* slot = slot_of(comm, &code);
  return slot == nullptr ? code : iflush(comm, *slot, request);
}

}  // namespace api
}  // namespace baton::mpi
