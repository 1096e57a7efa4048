// SPDX-License-Identifier: BSD-3-Clause
// Where a rank listens: addresses of this host's interfaces, what of it goes on the business card, and in which order a
// caller tries. Not here: sockets.
#pragma once

#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "transport/tcp/siphash.hpp"

namespace baton::transport::tcp {

/// An IPv4 or IPv6 address (v4 in the first 4 bytes).
struct Address {
  bool v6 = false;
  std::array<std::uint8_t, 16> bytes{};
  bool operator==(const Address&) const = default;
  [[nodiscard]] bool loopback() const noexcept;
  [[nodiscard]] bool link_local() const noexcept;
  /// Not routed in the Internet: 10/8, 172.16/12, 192.168/16, fc00::/7.
  [[nodiscard]] bool site_local() const noexcept;
  /// The first `bits` bits are the same.
  [[nodiscard]] bool shares_prefix(const Address& other, unsigned bits) const noexcept;
  [[nodiscard]] std::string text() const;
};
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);
/// Of an AF_INET or AF_INET6 sockaddr.
[[nodiscard]] Address address_of(const sockaddr* from) noexcept;
/// For connect(2).
[[nodiscard]] sockaddr_storage socket_address(const Address& address, std::uint16_t port, socklen_t& length) noexcept;

/// An address of an interface that is up.
struct Interface {
  std::string name;
  Address address;
  unsigned prefix = 0;
  long speed = 0;  // Mbit/s; 0: not known
};

/// All that are up, link-local IPv6 left out.
[[nodiscard]] Result<std::vector<Interface>> list_interfaces();

/// What a rank offers, best first. `filter`: "" leaves out loopback and what container and VM software makes (unless
/// nothing else is there); "eth0,10.1.0.0/16" takes only these; "^ib0" leaves these out as well. An Error when an
/// explicit filter leaves nothing.
[[nodiscard]] Result<std::vector<Interface>> usable_interfaces(std::vector<Interface> all, std::string_view filter);

/// A number that only processes with one network stack (kernel and network namespace) share: between them loopback
/// works.
[[nodiscard]] std::uint64_t network_stack_id() noexcept;

/// One rank's words on the business card.
struct Card {
  std::uint16_t port = 0;
  Key token;
  std::uint64_t stack = 0;
  std::vector<Address> addresses;

  static constexpr std::size_t max_addresses = 8;
  [[nodiscard]] std::string text() const;
  /// Takes what `text` gave, alone or as "tcp=..." within a whole business card.
  [[nodiscard]] static Result<Card> parse(std::string_view text);
};

/// The addresses of `peer` in the order to try: loopback when it shares our network stack, then those on a network of
/// ours, then the rest.
[[nodiscard]] std::vector<Address> candidates(const Card& peer, std::uint64_t own_stack,
                                              const std::vector<Interface>& own);

}  // namespace baton::transport::tcp
