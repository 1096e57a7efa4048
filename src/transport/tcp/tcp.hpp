// SPDX-License-Identifier: BSD-3-Clause
// The TCP transport: frames between ranks of different hosts over one authenticated connection per pair, made on first
// use. Not here: which connection attempts are made and who may connect (greeter.hpp), the byte format (frame.hpp,
// handshake.hpp), what waits to be sent (outbox.hpp) and the parsing of what arrives (inbox.hpp).
//
// When bytes leave: at once, as a rule, so that a caller that sends and then computes has sent. A caller that has shown
// that it comes back to poll right after a burst of commits gets its next burst gathered: the first commits after a
// poll or after a quiet moment are written at once, further ones by one system call when they are many, when they are
// old at a later commit, or by the next poll() or flush(). When it stays away for once, what was gathered waits for its
// next call, and the burst after that is not gathered. Who will not poll soon calls flush(): it costs nothing when
// nothing waits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/post.hpp"
#include "base/result.hpp"
#include "transport/transport.hpp"

namespace baton::transport {

/// Connections of one rank. Not thread-safe: the owner serialises all calls.
class Tcp {
 public:
  static constexpr const char* name = "tcp";

  struct Options {
    PeerId self = 0;
    std::uint32_t size = 1;
    std::string job_id;      // the same for all ranks of the job
    Directory directory;     // may return the whole business card ("shm=...;tcp=...") or only what card() gave
    std::string interfaces;  // "" all usable; "eth0,10.1.0.0/16" only these; "^docker0,ib1" all but these
    std::int64_t connect_timeout_ns = 30'000'000'000;    // from the first attempt to an established link
    std::int64_t handshake_timeout_ns = 10'000'000'000;  // for a stranger to prove that it is a rank
    std::int64_t stagger_ns = 50'000'000;                // between attempts to a peer's addresses
    std::int64_t silence_timeout_ns = 10'000'000'000;    // a host that acknowledges nothing for so long is lost
    int send_buffer = 0;                                 // SO_SNDBUF and SO_RCVBUF; 0: the kernel adapts them
    int receive_buffer = 0;
  };

  /// Opens the listening socket. An Error names what is missing and a remedy.
  static Result<std::unique_ptr<Tcp>> open(Options options);
  /// Closes as `close` does, half a second at most, without telling anybody.
  ~Tcp();
  Tcp(const Tcp&) = delete;
  Tcp& operator=(const Tcp&) = delete;

  // The contract (transport.hpp).
  [[nodiscard]] std::string card() const;
  [[nodiscard]] std::size_t max_frame(PeerId peer, Lane lane) const noexcept;
  Slot claim(PeerId peer, std::size_t bytes, Lane lane) noexcept;
  void commit(PeerId peer, const Header& header, std::size_t bytes, Lane lane) noexcept;
  Post send_large(PeerId peer, const Header& header, std::span<const std::byte> payload, Token token) noexcept;
  [[nodiscard]] bool has_large(PeerId) const noexcept { return true; }
  bool poll(Sink& sink) noexcept;
  /// True when every byte was handed to the kernel, which delivers it after a `close` too.
  [[nodiscard]] bool idle() const noexcept;

  /// Writes what commits have gathered. Cheap when nothing waits.
  void flush() noexcept;
  /// Whether poll() has something to tell that no descriptor shows: before a sleep, after `flush`.
  [[nodiscard]] bool has_news() const noexcept;
  /// Readable when poll() has something to do: an epoll descriptor, for sleeping.
  [[nodiscard]] int event_fd() const noexcept;
  /// Orderly end: says goodbye to every linked peer, delivers what still arrives, and waits until the peers' kernels
  /// have everything, at most `timeout_ns`. Returns whether they have. Afterwards only the destructor may be called.
  bool close(Sink& sink, std::int64_t timeout_ns) noexcept;

 private:
  class Impl;
  explicit Tcp(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace baton::transport
