// SPDX-License-Identifier: BSD-3-Clause
#include "api/failure.hpp"

namespace baton::api {

const char* name_of(ErrorClass error_class) noexcept {
  switch (error_class) {
    case ErrorClass::not_running: return "not_running";
    case ErrorClass::invalid_argument: return "invalid_argument";
    case ErrorClass::invalid_rank: return "invalid_rank";
    case ErrorClass::invalid_tag: return "invalid_tag";
    case ErrorClass::invalid_count: return "invalid_count";
    case ErrorClass::invalid_request: return "invalid_request";
    case ErrorClass::mismatched_call: return "mismatched_call";
    case ErrorClass::truncated: return "truncated";
    case ErrorClass::out_of_memory: return "out_of_memory";
    case ErrorClass::peer_lost: return "peer_lost";
    case ErrorClass::launch_failed: return "launch_failed";
    case ErrorClass::timed_out: return "timed_out";
    case ErrorClass::unsupported: return "unsupported";
    case ErrorClass::system_call_failed: return "system_call_failed";
  }
  return "unknown";
}

// Here and not in the header, so that the type's identity is one object of libbaton.so.
Exception::Exception(ErrorClass error_class, const std::string& sentence)
    : std::runtime_error(sentence), error_class_(error_class) {}
Exception::~Exception() = default;

ErrorClass class_of(Code code) noexcept {
  switch (code) {
    case Code::truncated: return ErrorClass::truncated;
    case Code::no_memory: return ErrorClass::out_of_memory;
    case Code::peer_lost: return ErrorClass::peer_lost;
    case Code::refused:
    case Code::not_found:
    case Code::protocol: return ErrorClass::launch_failed;
    case Code::timed_out: return ErrorClass::timed_out;
    case Code::unsupported: return ErrorClass::unsupported;
    case Code::io: return ErrorClass::system_call_failed;
    case Code::call_mismatch:
    case Code::op_mismatch:
    case Code::root_mismatch: return ErrorClass::mismatched_call;
    case Code::ok:
    case Code::invalid_argument:
    case Code::type_mismatch:
    case Code::cancelled:
    case Code::internal: return ErrorClass::invalid_argument;
  }
  return ErrorClass::invalid_argument;
}

void raise(const char* call, const Error& error) { raise(call, class_of(error.code), "{}", error.what); }

}  // namespace baton::api
