// SPDX-License-Identifier: BSD-3-Clause
// Addresses, interfaces and business cards. See address.hpp.
#include "transport/tcp/address.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "base/text.hpp"
#include "base/unique_fd.hpp"
#include "transport/tcp/handshake.hpp"

namespace baton::transport::tcp {

namespace {
std::string first_line(const std::string& path) {
  const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::array<char, 64> text{};
  const ssize_t got = file ? ::read(file.get(), text.data(), text.size()) : -1;
  std::string line(text.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  return line.substr(0, line.find('\n'));
}

unsigned prefix_of(const sockaddr* mask) noexcept {
  if (mask == nullptr) return 0;
  const Address bits = address_of(mask);
  unsigned count = 0;
  for (const std::uint8_t byte : bits.bytes) count += static_cast<unsigned>(std::popcount(byte));
  return count;
}

/// Interfaces that software makes on every host alike: their addresses are the same everywhere and lead nowhere.
bool made_by_software(std::string_view name) noexcept {
  constexpr std::array prefixes{"docker", "br-",    "virbr", "veth",  "vnet", "cni",   "flannel",  "cali",
                                "cilium", "podman", "lxcbr", "lxdbr", "lxc",  "kube-", "tailscale"};
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

bool named_by(std::string_view rule, const Interface& interface) {
  if (rule == interface.name) return true;
  const std::size_t slash = rule.find('/');
  const auto network = parse_address(rule.substr(0, slash));
  if (!network) return false;
  unsigned bits = network->v6 ? 128 : 32;
  if (slash != std::string_view::npos) std::from_chars(rule.data() + slash + 1, rule.data() + rule.size(), bits);
  return network->shares_prefix(interface.address, bits);
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(at);
    if (end != 0) parts.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return parts;
}
}  // namespace

Address address_of(const sockaddr* from) noexcept {
  Address address;
  if (from->sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, from, sizeof v6);
    address.v6 = true;
    std::memcpy(address.bytes.data(), &v6.sin6_addr, 16);
  } else {
    sockaddr_in v4{};
    std::memcpy(&v4, from, sizeof v4);
    std::memcpy(address.bytes.data(), &v4.sin_addr, 4);
  }
  return address;
}

bool Address::loopback() const noexcept {
  if (!v6) return bytes[0] == 127;
  return std::all_of(bytes.begin(), bytes.begin() + 15, [](auto byte) { return byte == 0; }) && bytes[15] == 1;
}

bool Address::link_local() const noexcept {
  return v6 ? bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80 : bytes[0] == 169 && bytes[1] == 254;
}

bool Address::site_local() const noexcept {
  if (v6) return (bytes[0] & 0xFE) == 0xFC;
  return bytes[0] == 10 || (bytes[0] == 172 && (bytes[1] & 0xF0) == 16) || (bytes[0] == 192 && bytes[1] == 168);
}

bool Address::shares_prefix(const Address& other, unsigned bits) const noexcept {
  if (v6 != other.v6) return false;
  bits = std::min(bits, v6 ? 128U : 32U);
  const std::size_t whole = bits / 8;
  if (std::memcmp(bytes.data(), other.bytes.data(), whole) != 0) return false;
  const unsigned rest = bits % 8;
  return rest == 0 || ((bytes[whole] ^ other.bytes[whole]) >> (8 - rest)) == 0;
}

std::string Address::text() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(v6 ? AF_INET6 : AF_INET, bytes.data(), text.data(), text.size());
  return text.data();
}

std::optional<Address> parse_address(std::string_view text) {
  const std::string copy(text);
  Address address;
  if (inet_pton(AF_INET, copy.c_str(), address.bytes.data()) == 1) return address;
  address.v6 = true;
  if (inet_pton(AF_INET6, copy.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

sockaddr_storage socket_address(const Address& address, std::uint16_t port, socklen_t& length) noexcept {
  sockaddr_storage storage{};
  if (address.v6) {
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    std::memcpy(&v6.sin6_addr, address.bytes.data(), 16);
    std::memcpy(&storage, &v6, sizeof v6);
    length = sizeof v6;
  } else {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    std::memcpy(&v4.sin_addr, address.bytes.data(), 4);
    std::memcpy(&storage, &v4, sizeof v4);
    length = sizeof v4;
  }
  return storage;
}

Result<std::vector<Interface>> list_interfaces() {
  ifaddrs* first = nullptr;
  if (getifaddrs(&first) != 0) return os_error(errno, "the network interfaces of this host cannot be listed");
  std::vector<Interface> found;
  for (const ifaddrs* each = first; each != nullptr; each = each->ifa_next) {
    if (each->ifa_addr == nullptr || (each->ifa_flags & IFF_UP) == 0 || (each->ifa_flags & IFF_RUNNING) == 0) continue;
    if (each->ifa_addr->sa_family != AF_INET && each->ifa_addr->sa_family != AF_INET6) continue;
    Interface interface { each->ifa_name, address_of(each->ifa_addr), prefix_of(each->ifa_netmask), 0 };
    if (interface.address.v6 && interface.address.link_local()) continue;  // needs a scope, which differs between hosts
    interface.speed =
        std::max(0L, std::strtol(first_line("/sys/class/net/" + interface.name + "/speed").c_str(), nullptr, 10));
    found.push_back(std::move(interface));
  }
  freeifaddrs(first);
  return found;
}

Result<std::vector<Interface>> usable_interfaces(std::vector<Interface> all, std::string_view filter) {
  const bool leave_out = filter.starts_with('^');
  const auto rules = split(leave_out ? filter.substr(1) : filter, ',');
  const bool take_only = !leave_out && !rules.empty();
  const auto named = [&](const Interface& each) {
    return std::any_of(rules.begin(), rules.end(), [&](std::string_view rule) { return named_by(rule, each); });
  };
  std::vector<Interface> usable;
  const auto pick = [&](auto&& wanted) {
    for (const Interface& each : all) {
      if (named(each) == take_only && wanted(each)) usable.push_back(each);
    }
  };
  if (take_only) {
    pick([](const Interface&) { return true; });
  } else {
    pick([](const Interface& each) { return !each.address.loopback() && !made_by_software(each.name); });
    if (usable.empty()) pick([](const Interface& each) { return !each.address.loopback(); });
    if (usable.empty()) pick([](const Interface&) { return true; });
  }
  if (usable.empty()) {
    std::string names;
    for (const Interface& each : all) names += (names.empty() ? "" : ", ") + each.name + " " + each.address.text();
    return make_error(Code::not_found, "BATON_TCP_INTERFACES={} leaves no network interface; up are: {}", filter,
                      names);
  }
  std::stable_sort(usable.begin(), usable.end(), [](const Interface& a, const Interface& b) {
    if (a.address.v6 != b.address.v6) return b.address.v6;
    if (a.speed != b.speed) return a.speed > b.speed;
    return a.address.site_local() && !b.address.site_local();
  });
  return usable;
}

std::uint64_t network_stack_id() noexcept {
  struct stat space {};
  if (::stat("/proc/self/ns/net", &space) != 0) return 0;
  const std::string both = first_line("/proc/sys/kernel/random/boot_id") + "/" + std::to_string(space.st_ino);
  return job_number(both);
}

std::string Card::text() const {
  std::string text = fmt::format("1,{},{:016x}{:016x},{:016x}", port, token.high, token.low, stack);
  for (std::size_t i = 0; i < std::min(addresses.size(), max_addresses); ++i)
    text.append(1, ',').append(addresses[i].text());
  return text;
}

Result<Card> Card::parse(std::string_view text) {
  std::size_t start = text.starts_with("tcp=") ? 4 : text.find(";tcp=");
  if (start == std::string_view::npos) {
    if (text.find('=') != std::string_view::npos)
      return Error{Code::not_found, 0, "the peer's business card names no TCP address"};
    start = 0;
  } else if (start != 4) {
    start += 5;
  }
  text = text.substr(start);
  text = text.substr(0, text.find(';'));
  const auto parts = split(text, ',');
  const Error bad = make_error(Code::protocol, "\"{}\" is no TCP business card", text);
  if (parts.size() < 4 || parts[0] != "1" || parts[2].size() != 32) return bad;
  Card card;
  const auto number = [](std::string_view digits, auto& into, int base) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), into, base);
    return error == std::errc{} && end == digits.data() + digits.size();
  };
  if (!number(parts[1], card.port, 10) || !number(parts[2].substr(0, 16), card.token.high, 16) ||
      !number(parts[2].substr(16), card.token.low, 16) || !number(parts[3], card.stack, 16)) {
    return bad;
  }
  for (std::size_t i = 4; i < parts.size() && card.addresses.size() < max_addresses; ++i) {
    const auto address = parse_address(parts[i]);
    if (!address) return bad;
    card.addresses.push_back(*address);
  }
  return card;
}

std::vector<Address> candidates(const Card& peer, std::uint64_t own_stack, const std::vector<Interface>& own) {
  std::vector<Address> order = peer.addresses;
  std::stable_partition(order.begin(), order.end(), [&](const Address& address) {
    return std::any_of(own.begin(), own.end(), [&](const Interface& each) {
      return each.address.shares_prefix(address, each.prefix) && each.prefix != 0;
    });
  });
  if (peer.stack != 0 && peer.stack == own_stack) {
    const Address loopback = *parse_address("127.0.0.1");
    std::erase(order, loopback);
    order.insert(order.begin(), loopback);
  }
  return order;
}

}  // namespace baton::transport::tcp
