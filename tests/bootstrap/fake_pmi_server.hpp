// SPDX-License-Identifier: BSD-3-Clause
// A PMI-1 server in this process that answers as hydra or as SLURM's pmi2 plugin was seen to answer, their faults
// included: values end at a blank, and SLURM reads lines of 1024 characters.
#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/unique_fd.hpp"
#include "bootstrap/pmi1.hpp"

namespace baton::bootstrap::testing {

enum class Dialect : std::uint8_t { hydra, slurm };

class FakePmiServer {
 public:
  FakePmiServer(std::uint32_t size, Dialect dialect, std::string mapping) : dialect_(dialect), size_(size) {
    values_["PMI_process_mapping"] = std::move(mapping);
    for (std::uint32_t r = 0; r < size; ++r) {
      int ends[2];
      if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) std::abort();
      clients_.emplace_back(ends[0]);
      threads_.emplace_back([this, fd = ends[1]] { serve(UniqueFd(fd)); });
    }
  }
  ~FakePmiServer() {
    clients_.clear();
    for (auto& thread : threads_) thread.join();
  }
  FakePmiServer(const FakePmiServer&) = delete;
  FakePmiServer& operator=(const FakePmiServer&) = delete;

  /// The client's end for one rank; once.
  Pmi1Channel channel(std::uint32_t rank) { return {Pmi1Wire(std::move(clients_[rank])), rank, size_}; }

  [[nodiscard]] std::string name() const { return dialect_ == Dialect::hydra ? "kvs_7_0_1_host" : "4.0"; }
  [[nodiscard]] int requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  /// Changes what a rank has put, as if it were on another host.
  void overwrite(const std::string& key, const std::string& value) {
    const std::lock_guard lock(mutex_);
    overwrites_[key] = value;
  }

 private:
  static std::string field(std::string_view line, std::string_view key) {
    std::string wanted(1, ' ');
    wanted.append(key).append("=");
    const std::size_t at = line.find(wanted);
    if (at == std::string_view::npos) return "";
    const std::size_t from = at + wanted.size();
    return std::string(line.substr(from, line.find(' ', from) - from));
  }

  void serve(UniqueFd fd) {
    std::string input;
    char byte = 0;
    while (::read(fd.get(), &byte, 1) == 1) {
      input += byte;
      if (dialect_ == Dialect::slurm && input.size() >= 1024)
        byte = '\n';  // its buffer is full: the rest is another request
      if (byte != '\n') continue;
      while (!input.empty() && input.back() == '\n') input.pop_back();
      const std::string reply = answer(input);
      input.clear();
      // In two halves, since a reply need not arrive at once.
      const std::size_t half = reply.size() / 2;
      if (::send(fd.get(), reply.data(), half, MSG_NOSIGNAL) < 0) return;
      if (::send(fd.get(), reply.data() + half, reply.size() - half, MSG_NOSIGNAL) < 0) return;
    }
  }

  std::string answer(const std::string& line) {
    std::unique_lock lock(mutex_);
    ++requests_;
    const bool slurm = dialect_ == Dialect::slurm;
    const std::string command = line.substr(0, 4) == "cmd=" ? line.substr(4, line.find(' ') - 4) : "";
    if (command == "init") return "cmd=response_to_init pmi_version=1 pmi_subversion=1 rc=0\n";
    if (command == "get_maxes") {
      return std::string("cmd=maxes ") + (slurm ? "rc=0 " : "") + "kvsname_max=256 keylen_max=64 vallen_max=1024\n";
    }
    if (command == "get_my_kvsname")
      return std::string("cmd=my_kvsname ") + (slurm ? "rc=0 " : "") + "kvsname=" + name() + "\n";
    if (command == "get_universe_size")
      return std::string("cmd=universe_size ") + (slurm ? "rc=0 size=3\n" : "size=-1\n");
    if (command == "get_appnum") return std::string("cmd=appnum ") + (slurm ? "rc=0 appnum=-1\n" : "appnum=0\n");
    if (command == "put") {
      const std::string key = field(line, "key");
      if (key.empty() || key.size() > 63) return "cmd=put_result rc=-1 msg=bad_key\n";
      if (!values_.emplace(key, field(line, "value")).second) return "cmd=put_result rc=-1 msg=duplicate_key\n";
      return "cmd=put_result rc=0 msg=success\n";
    }
    if (command == "get") {
      const std::string key = field(line, "key");
      if (const auto o = overwrites_.find(key); o != overwrites_.end())
        return "cmd=get_result rc=0 value=" + o->second + "\n";
      const auto found = values_.find(key);
      if (found != values_.end() && !found->second.empty())
        return "cmd=get_result rc=0 msg=success value=" + found->second + "\n";
      return slurm ? "cmd=get_result rc=1\n" : "cmd=get_result rc=-1 msg=key_" + key + "_not_found value=unknown\n";
    }
    if (command == "barrier_in") {
      const std::uint64_t mine = barriers_;
      if (++waiting_ == size_) {
        waiting_ = 0;
        ++barriers_;
        changed_.notify_all();
      }
      changed_.wait(lock, [&] { return barriers_ != mine; });
      return slurm ? "cmd=barrier_out rc=0\n" : "cmd=barrier_out\n";
    }
    if (command == "finalize") return slurm ? "cmd=finalize_ack rc=0\n" : "cmd=finalize_ack\n";
    return "cmd=unknown rc=-1\n";
  }

  Dialect dialect_;
  std::uint32_t size_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, std::string> values_;
  std::map<std::string, std::string> overwrites_;
  std::uint32_t waiting_ = 0;
  std::uint64_t barriers_ = 0;
  int requests_ = 0;
  std::vector<UniqueFd> clients_;
  std::vector<std::thread> threads_;
};

}  // namespace baton::bootstrap::testing
