// SPDX-License-Identifier: BSD-3-Clause
// Lines of `cmd=name key=value ...` over a socket: the PMI-1 wire as MPICH's hydra and SLURM's pmi2 plugin speak it.
// Not here: what the commands mean (pmi1.cpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/unique_fd.hpp"

namespace baton::bootstrap {

/// One line from the server.
class Pmi1Reply {
 public:
  explicit Pmi1Reply(std::string line) : line_(std::move(line)) {}
  /// What stands behind `key=`, up to the next blank.
  [[nodiscard]] std::optional<std::string_view> field(std::string_view key) const;
  /// The same as a number; `otherwise` when absent or no number.
  [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t otherwise) const;
  [[nodiscard]] const std::string& line() const noexcept { return line_; }

 private:
  std::string line_;
};

class Pmi1Wire {
 public:
  /// Owns the socket, and keeps it from the programs that this process starts.
  explicit Pmi1Wire(UniqueFd socket);

  /// Sends a line (without its newline).
  Status tell(std::string_view line);

  /// Reads the next line, which must be a `cmd=expected`. Waits as long as the server keeps the connection: it may be
  /// stopped, and so may this process.
  Result<Pmi1Reply> hear(std::string_view expected);

  Result<Pmi1Reply> ask(std::string_view line, std::string_view expected);

  /// Waits until the server closes the connection, or ends this process, at most `timeout_ms`.
  void await_close(int timeout_ms) noexcept;

 private:
  static constexpr std::size_t max_line = 64 * 1024;

  UniqueFd socket_;
  std::string input_;  // read, not yet consumed
};

}  // namespace baton::bootstrap
