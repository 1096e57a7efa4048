// SPDX-License-Identifier: BSD-3-Clause
#include "sim/cluster.hpp"

#include <algorithm>
#include <fstream>

#ifdef BATON_SIM_JSON
#include <nlohmann/json.hpp>
#endif

namespace baton::sim {

std::uint32_t Cluster::hosts_of(std::uint32_t ranks) const noexcept {
  const std::uint32_t needed = (ranks + cores_of_host() - 1) / cores_of_host();
  return hosts == 0 ? needed : std::min(hosts, needed);
}

topology::Place Cluster::place(std::uint32_t rank, std::uint32_t ranks) const noexcept {
  const std::uint32_t used = hosts_of(ranks);
  const std::uint32_t on_host = std::max(cores_of_host(), (ranks + used - 1) / used);
  const std::uint32_t core = rank % on_host % cores_of_host();
  topology::Place place;
  place.node = rank / on_host;
  place.package = place.numa = core / cores;
  place.l3 = place.numa;
  place.core = core;
  return place;
}

topology::Hierarchy Cluster::hierarchy(std::uint32_t ranks) const {
  topology::Hierarchy all;
  all.places.reserve(ranks);
  for (std::uint32_t rank = 0; rank < ranks; ++rank) all.places.push_back(place(rank, ranks));
  all.oversubscribed = ranks > std::uint64_t{hosts_of(ranks)} * cores_of_host();
  return all;
}

const Level& Cluster::between(const topology::Place& a, const topology::Place& b) const noexcept {
  if (a.node != b.node) return network;
  return a.numa == b.numa ? numa : host;
}

#ifdef BATON_SIM_JSON
namespace {

template <class T>
void take(const nlohmann::json& from, const char* name, T& value) {
  if (from.contains(name)) value = from.at(name).get<T>();
}

void take_level(const nlohmann::json& from, const char* name, Level& level) {
  if (!from.contains(name)) return;
  const nlohmann::json& own = from.at(name);
  take(own, "L", level.latency);
  take(own, "o", level.overhead);
  take(own, "g", level.gap);
  take(own, "G", level.per_byte);
  take(own, "G_eager", level.per_byte_eager);
  take(own, "by_cores", level.by_cores);
}

}  // namespace

std::string read_cluster(const std::string& path, Cluster& cluster) {
  std::ifstream file(path);
  if (!file) return "cannot read " + path;
  const nlohmann::json all = nlohmann::json::parse(file, nullptr, false, true);
  if (all.is_discarded() || !all.is_object()) return path + " is no JSON object";
  try {
    take(all, "hosts", cluster.hosts);
    take(all, "numas", cluster.numas);
    take(all, "cores", cluster.cores);
    take_level(all, "numa", cluster.numa);
    take_level(all, "host", cluster.host);
    take_level(all, "network", cluster.network);
    take(all, "host_G", cluster.host_per_byte);
    take(all, "copied", cluster.copied);
    take(all, "reduced", cluster.reduced);
    take(all, "step", cluster.step);
    take(all, "call", cluster.call);
    take(all, "turn", cluster.turn);
    take(all, "announce", cluster.announce);
    take(all, "eager", cluster.eager);
  } catch (const nlohmann::json::exception& problem) {
    return path + ": " + problem.what();
  }
  if (cluster.numas == 0 || cluster.cores == 0) return path + ": a host needs cores";
  return {};
}
#else
std::string read_cluster(const std::string& path, Cluster& /*cluster*/) {
  return "cannot read " + path + ": built without nlohmann-json (package nlohmann-json3-dev); use options instead";
}
#endif

}  // namespace baton::sim
