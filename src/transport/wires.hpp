// SPDX-License-Identifier: BSD-3-Clause
// The closed set of transports of one rank, and which of them reaches a peer: self, shm on the same host, else tcp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "transport/transport.hpp"

namespace baton::transport {

/// The verbs of the contract (transport.hpp) for every peer, plus sleeping and waking. Serialised by the engine's lock,
/// except wake().
class Wires {
 public:
  struct Options {
    PeerId self = 0;
    std::uint32_t size = 1;
    std::string job_id;
    std::vector<std::uint32_t> local_ranks;  // ranks on this host, by the launcher's word
    Directory directory;                     // gives the whole card of a peer: "shm=...;tcp=...;cpus=..."
    std::string mode;                        // BATON_TRANSPORT: "auto", "shm", "tcp"
  };
  /// An Error names a bad mode, or what kept a transport from opening, and the remedy.
  static Result<std::unique_ptr<Wires>> open(Options options);
  ~Wires();

  /// The launcher's better word on who is local (PMI-1 knows it after the fence only). Before the first contact.
  void set_local_ranks(std::vector<std::uint32_t> ranks);
  [[nodiscard]] std::string card() const;

  [[nodiscard]] std::size_t max_frame(PeerId peer, Lane lane) noexcept;
  Slot claim(PeerId peer, std::size_t bytes, Lane lane) noexcept;
  void commit(PeerId peer, const Header& header, std::size_t bytes, Lane lane) noexcept;
  Post send_large(PeerId peer, const Header& header, std::span<const std::byte> payload, Token token) noexcept;
  [[nodiscard]] bool has_large(PeerId peer) noexcept;
  bool poll(Sink& sink) noexcept;
  [[nodiscard]] bool idle() const noexcept;
  /// Writes at once what a transport gathers for later. Free of cost where there is nothing.
  void flush(PeerId peer) noexcept;

  /// Sleeps until an arrival may be there, wake() is called (also shortly before), or the time is over.
  void wait(std::int64_t timeout_ns) noexcept;
  /// Ends a wait, from any thread. Sticky: the next wait returns at once when none is under way.
  void wake() noexcept;
  /// Opens a link to the peer, if there is none, so that its death is heard.
  void watch(PeerId peer) noexcept;
  /// Orderly end: everything handed over has been delivered to the peers' kernels or memory, `timeout_ns` at most. Then
  /// only the destructor.
  void close(std::int64_t timeout_ns) noexcept;
};

}  // namespace baton::transport
