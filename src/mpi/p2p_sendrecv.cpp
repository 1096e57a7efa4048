// SPDX-License-Identifier: BSD-3-Clause
// MPI_Sendrecv, MPI_Sendrecv_replace and their non-blocking forms (MPI 5.0, 3.10).
#include <cstring>
#include <memory>
#include <vector>

#include "mpi/failure.hpp"
#include "mpi/generated/api_p2p.hpp"
#include "mpi/operation.hpp"
#include "mpi/p2p_operation.hpp"
#include "mpi/partner.hpp"
#include "mpi/status.hpp"
#include "p2p/at_once.hpp"

namespace baton::mpi::api {
namespace {

using Guard = p2p::Engine::Guard;

constexpr ArgumentNames sendrecv_send{"sendbuf", "sendcount", "sendtype", "dest", "sendtag"};
constexpr ArgumentNames sendrecv_receive{"recvbuf", "recvcount", "recvtype", "source", "recvtag"};
constexpr ArgumentNames replace_send{"buf", "count", "datatype", "dest", "sendtag"};
constexpr ArgumentNames replace_receive{"buf", "count", "datatype", "source", "recvtag"};

/// The packed bytes of a message that its receive will overwrite.
std::vector<std::byte> packed(const void* buf, MPI_Count count, const datatype::Datatype& type) {
  std::vector<std::byte> bytes(static_cast<std::size_t>(count * type.size()));
  datatype::Cursor cursor;
  type.pack(cursor, buf, count, bytes);
  return bytes;
}

p2p::SendArgs send_packed(const Partner& partner, const std::vector<std::byte>& bytes, int tag) noexcept {
  p2p::SendArgs args = send_args(partner, bytes.data(), static_cast<MPI_Count>(bytes.size()), tag);
  args.type = &datatype::builtin(datatype::Kind::byte);
  return args;
}

/// Both at once; the code of whichever failed.
int exchange(const Partner& to, const p2p::SendArgs& out, const Partner& from, const p2p::ReceiveArgs& in,
             MPI_Status* status) noexcept {
  p2p::Engine& engine = mpi::engine();
  const Guard guard(engine);
  // What can be over at once is: the common exchange between neighbours.
  if (!to.is_null && !from.is_null && out.peer != engine.self() && engine.try_send(out) == Post::done) {
    engine.flush(out.peer);
    p2p::ProbeResult came;
    if (engine.try_receive(in, came) == Post::done || engine.receive_soon(in, came) == Post::done) {
      set_status(status, came.source, came.tag, came.bytes);
      return MPI_SUCCESS;
    }
    p2p::Request receive;
    engine.receive(receive, in);
    engine.wait(receive);
    return conclude(receive, false, status);
  }
  p2p::Request receive;
  p2p::Request send;
  if (!from.is_null) engine.receive(receive, in);
  if (!to.is_null) engine.send(send, out);
  engine.wait_until([&] { return (to.is_null || send.complete()) && (from.is_null || receive.complete()); });
  int code = MPI_SUCCESS;
  if (from.is_null) {
    set_proc_null_status(status);
  } else {
    code = conclude(receive, false, status);
  }
  if (code == MPI_SUCCESS && !to.is_null) code = conclude(send, true, MPI_STATUS_IGNORE);
  return code;
}

/// The request of MPI_Isendrecv: complete when both halves are.
class SendReceive final : public Operation {
 public:
  static MPI_Request start(const Partner& to, const p2p::SendArgs& out, const Partner& from, const p2p::ReceiveArgs& in,
                           const datatype::Datatype& send_type, std::vector<std::byte> copy) {
    const Guard guard(engine());
    auto* made = new SendReceive;
    made->communicator_ = communicator::Ref(to.communicator);
    made->send_type_ = datatype::TypeRef(send_type);
    made->receive_type_ = datatype::TypeRef(*in.type);
    made->copy_ = std::move(copy);
    made->receives_ = !from.is_null;
    made->open_ = (to.is_null ? 0 : 1) + (from.is_null ? 0 : 1);
    if (!from.is_null) {
      made->receive_.on_complete(half_done, made);
      engine().receive(made->receive_, in);
    }
    if (!to.is_null) {
      made->send_.on_complete(half_done, made);
      engine().send(made->send_, out);
    }
    return requests().insert(made);
  }

  [[nodiscard]] bool complete() const noexcept override { return open_ == 0; }
  [[nodiscard]] std::uint64_t moment() const noexcept override { return std::max(send_.moment(), receive_.moment()); }
  int result(MPI_Status* status) noexcept override {
    int code = MPI_SUCCESS;
    if (receives_) {
      code = conclude(receive_, false, status);
    } else {
      set_proc_null_status(status);
    }
    return code == MPI_SUCCESS ? conclude(send_, true, MPI_STATUS_IGNORE) : code;
  }
  void cancel() noexcept override {
    if (receives_) engine().cancel(receive_);
  }
  [[nodiscard]] MPI_Comm comm() const noexcept override { return extension_of(*communicator_).handle; }
  void release() noexcept override {
    released_ = true;
    if (open_ == 0) delete this;
  }

 private:
  static void half_done(p2p::Request&, void* self) noexcept {
    auto* both = static_cast<SendReceive*>(self);
    if (--both->open_ == 0 && both->released_) delete both;
  }

  p2p::Request send_;
  p2p::Request receive_;
  communicator::Ref communicator_;
  datatype::TypeRef send_type_;
  datatype::TypeRef receive_type_;
  std::vector<std::byte> copy_;
  int open_ = 0;
  bool receives_ = false;
  bool released_ = false;
};

}  // namespace

int sendrecv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, int dest, int sendtag, void* recvbuf,
             MPI_Count recvcount, MPI_Datatype recvtype, int source, int recvtag, MPI_Comm comm, MPI_Status* status) {
  Partner to;
  Partner from;
  if (const int code = resolve_send(sendbuf, sendcount, sendtype, dest, sendtag, comm, &to, sendrecv_send);
      code != MPI_SUCCESS) {
    return code;
  }
  if (const int code = resolve_receive(recvbuf, recvcount, recvtype, source, recvtag, comm, &from, sendrecv_receive);
      code != MPI_SUCCESS) {
    return code;
  }
  return raise(comm, exchange(to, send_args(to, sendbuf, sendcount, sendtag), from,
                              receive_args(from, recvbuf, recvcount, source, recvtag), status));
}

int sendrecv_replace(void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int sendtag, int source, int recvtag,
                     MPI_Comm comm, MPI_Status* status) {
  Partner to;
  Partner from;
  if (const int code = resolve_send(buf, count, datatype, dest, sendtag, comm, &to, replace_send); code != MPI_SUCCESS)
    return code;
  if (const int code = resolve_receive(buf, count, datatype, source, recvtag, comm, &from, replace_receive);
      code != MPI_SUCCESS) {
    return code;
  }
  const std::vector<std::byte> copy = packed(buf, count, *to.type);
  return raise(comm, exchange(to, send_packed(to, copy, sendtag), from, receive_args(from, buf, count, source, recvtag),
                              status));
}

int isendrecv(const void* sendbuf, MPI_Count sendcount, MPI_Datatype sendtype, int dest, int sendtag, void* recvbuf,
              MPI_Count recvcount, MPI_Datatype recvtype, int source, int recvtag, MPI_Comm comm,
              MPI_Request* request) {
  Partner to;
  Partner from;
  if (const int code = resolve_send(sendbuf, sendcount, sendtype, dest, sendtag, comm, &to, sendrecv_send);
      code != MPI_SUCCESS) {
    return code;
  }
  if (const int code = resolve_receive(recvbuf, recvcount, recvtype, source, recvtag, comm, &from, sendrecv_receive);
      code != MPI_SUCCESS) {
    return code;
  }
  if (request == nullptr) return fail(comm, MPI_ERR_REQUEST, "argument 'request' is a null pointer");
  *request = SendReceive::start(to, send_args(to, sendbuf, sendcount, sendtag), from,
                                receive_args(from, recvbuf, recvcount, source, recvtag), *to.type, {});
  return MPI_SUCCESS;
}

int isendrecv_replace(void* buf, MPI_Count count, MPI_Datatype datatype, int dest, int sendtag, int source, int recvtag,
                      MPI_Comm comm, MPI_Request* request) {
  Partner to;
  Partner from;
  if (const int code = resolve_send(buf, count, datatype, dest, sendtag, comm, &to, replace_send); code != MPI_SUCCESS)
    return code;
  if (const int code = resolve_receive(buf, count, datatype, source, recvtag, comm, &from, replace_receive);
      code != MPI_SUCCESS) {
    return code;
  }
  if (request == nullptr) return fail(comm, MPI_ERR_REQUEST, "argument 'request' is a null pointer");
  std::vector<std::byte> copy = packed(buf, count, *to.type);
  const p2p::SendArgs out = send_packed(to, copy, sendtag);  // moving a vector keeps its bytes where they are
  *request =
      SendReceive::start(to, out, from, receive_args(from, buf, count, source, recvtag), *to.type, std::move(copy));
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
