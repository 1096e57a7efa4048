// SPDX-License-Identifier: BSD-3-Clause
// What the native API throws. Nothing else of Baton throws, and nothing reports an error in another way.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace baton::api {

/// What kind of failure it was; programs decide by it, people read what().
enum class ErrorClass : std::uint8_t {
  not_running,        ///< no Environment is alive, or the object belongs to one that has ended
  invalid_argument,   ///< a value that no caller may pass, and that has no class of its own below
  invalid_rank,       ///< not a rank of this communicator
  invalid_tag,        ///< a negative tag
  invalid_count,      ///< two buffers of one call, or the buffers of several ranks, do not fit each other
  mismatched_call,    ///< the calls of several ranks do not belong together (another collective, another root)
  invalid_request,    ///< the request does not stand for an operation any more
  truncated,          ///< the message is longer than the buffer; the part that fits has been stored
  out_of_memory,      ///< memory could not be had or mapped
  peer_lost,          ///< the other process has ended, or the link to it broke for good
  launch_failed,      ///< the launcher could not be reached, or what it says makes no sense
  timed_out,          ///< a bounded wait has ended
  unsupported,        ///< right, but not written yet
  system_call_failed  ///< the operating system refused something; what() has its words
};

/// The name of an error class, such as "invalid_rank".
[[nodiscard]] const char* name_of(ErrorClass error_class) noexcept;

/// A failed call. what() is a sentence that names the call, the argument, its value, and what helps.
/// After it the communicator can be used further, unless a peer was lost.
class Exception : public std::runtime_error {
 public:
  Exception(ErrorClass error_class, const std::string& sentence);
  Exception(const Exception&) noexcept = default;
  Exception& operator=(const Exception&) noexcept = default;
  ~Exception() override;

  [[nodiscard]] ErrorClass error_class() const noexcept { return error_class_; }

 private:
  ErrorClass error_class_;
};

}  // namespace baton::api
