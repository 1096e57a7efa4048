// SPDX-License-Identifier: BSD-3-Clause
// Error codes, their sentences, and the call of the error handler. Not here: who has which handler (process.hpp).
#include "mpi/failure.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <mutex>

#include "base/log.hpp"
#include "mpi/enter.hpp"
#include "mpi/errhandler.hpp"
#include "mpi/error_codes.hpp"
#include "mpi/process.hpp"
#include "mpi/tool_event.hpp"

namespace baton::mpi {

constinit thread_local const char* current_call [[gnu::tls_model("initial-exec")]] = "";

namespace {

/// The newest sentences. A code holds its class in 15 bits and a number above them; an old number loses its sentence.
class Sentences {
 public:
  int store(int error_class, std::string_view sentence) noexcept {
    const std::lock_guard guard(mutex_);
    next_ = next_ % last_number + 1;
    Entry& entry = ring_[static_cast<std::size_t>(next_) % ring_.size()];
    const std::size_t length = sentence.copy(entry.text.data(), entry.text.size() - 1);
    entry.text[length] = '\0';
    entry.code = error_class | next_ << class_bits;
    return entry.code;
  }
  std::string find(int code) {
    const std::lock_guard guard(mutex_);
    const Entry& entry = ring_[static_cast<std::size_t>(code >> class_bits) % ring_.size()];
    return entry.code == code ? entry.text.data() : std::string();
  }

 private:
  static constexpr int last_number = (1 << (31 - class_bits)) - 1;
  struct Entry {
    int code = 0;
    std::array<char, MPI_MAX_ERROR_STRING> text{};
  };
  std::mutex mutex_;
  std::array<Entry, 64> ring_{};
  int next_ = 0;
};

constinit Immortal<Sentences> sentences;

void print(int code, std::string_view sentence) noexcept {
  try {
    log::line(log::Level::error, fmt::format("{} [error code {}, class {}]", sentence, code, class_of(code)));
  } catch (...) {
    std::fputs("baton: an error of MPI, and no memory to say which\n", stderr);
  }
}

}  // namespace

int make_code(int error_class, std::string_view sentence) noexcept { return sentences->store(error_class, sentence); }

int make_code(const Error& error) noexcept { return make_code(class_of(error.code), error.what); }

int class_of(int code) noexcept {
  if (code >> class_bits) return code < 0 ? MPI_ERR_UNKNOWN : class_of(code & class_mask);
  if (class_sentence(code)) return code;
  return user_error_class(code);
}

std::string sentence_of(int code) {
  if (code < 0) return {};
  if (code >> class_bits) {
    std::string stored = sentences->find(code);
    return stored.empty() ? sentence_of(code & class_mask) : stored;
  }
  if (const char* known = class_sentence(code)) return known;
  return user_error_sentence(code);
}

namespace {

/// The sentence of a code with the name of this call before it, which most sentences have already.
std::string named(int code) {
  std::string sentence = sentence_of(code);
  const std::string call = std::string(current_call) + ": ";
  return sentence.starts_with(call) ? sentence : call + sentence;
}

}  // namespace

int raise(const Raiser& where, int code, int cause) noexcept {
  if (code == MPI_SUCCESS || where.kind() == Raiser::Kind::tool) return code;
  const BoundHandler bound = error_handler_of(where);
  switch (bound.handler->action()) {
    case Errhandler::Action::return_code: return code;
    case Errhandler::Action::call: {
      Errhandler* const held = bound.handler->retain();  // the user's function may replace it
      held->call(bound.object, code);
      held->release();
      return code;
    }
    case Errhandler::Action::end_job:
    case Errhandler::Action::end_group: break;
  }
  print(code, cause == MPI_SUCCESS ? sentence_of(code) : fmt::format("{} (and {})", named(cause), sentence_of(code)));
  abort_job(bound.object, class_of(code));
}

int fail_with(const Raiser& where, int error_class, fmt::string_view format, fmt::format_args arguments) noexcept {
  int code = error_class;
  try {
    std::string sentence = *current_call ? std::string(current_call) + ": " : std::string();
    sentence += fmt::vformat(format, arguments);
    if (where.kind() != Raiser::Kind::tool) code = make_code(error_class, sentence);
  } catch (...) {  // no memory for a sentence: the class alone
  }
  return raise(where, code);
}

int fail(const Raiser& where, const Error& error) noexcept {
  return fail(where, class_of(error.code), "{}", error.what);
}

int unsupported(const char* call, const Raiser& where) noexcept {
  if (where.kind() == Raiser::Kind::tool) return MPI_T_ERR_NOT_SUPPORTED;
  const char* const outer = std::exchange(current_call, call);
  const int code =
      fail(where, MPI_ERR_UNSUPPORTED_OPERATION, "this function is not written yet in this version of Baton");
  current_call = outer;
  return code;
}

int pass_gate(const char* call) noexcept {
  if (phase() == Phase::running) {
    Gate news = Gate::news;
    if (entry_gate.compare_exchange_strong(news, Gate::open, std::memory_order_acq_rel)) tool::deliver_events();
    return MPI_SUCCESS;
  }
  const char* const outer = std::exchange(current_call, call);
  const int code =
      phase() == Phase::before_init
          ? fail(Raiser::none(), MPI_ERR_OTHER,
                 "called before MPI is initialised; call MPI_Init, MPI_Init_thread or MPI_Session_init first")
          : fail(Raiser::none(), MPI_ERR_OTHER,
                 "called after MPI was finalised; move the call before MPI_Finalize or MPI_Session_finalize");
  current_call = outer;
  return code;
}

int fail_no_memory() noexcept {
  return fail(Raiser::none(), MPI_ERR_NO_MEM, "the process has no memory left for this call");
}

}  // namespace baton::mpi
