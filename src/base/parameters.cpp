// SPDX-License-Identifier: BSD-3-Clause
// The table of BATON_* variables and the parsing of their values. What a value does is decided by the room that asks.
#include "base/parameters.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <vector>

#include "base/check.hpp"
#include "base/text.hpp"

namespace baton {
namespace {

using enum ParameterKind;
using enum ParameterTopic;
using enum ParameterScope;
using enum ParameterAudience;

// Add a row where its name sorts; name, kind, fallback, help, topic, scope, audience, choices. The test of this table
// checks order and fallbacks.
constexpr std::array table = std::to_array<Parameter>({
    {"ALLGATHER", word, "auto",
     "the algorithm of this collective: auto, arena, arena_levels, arena_lanes, arena_direct, leaders, lanes, "
     "recursive_doubling, recursive_multiplying4, bruck, locality_bruck, circulant, neighbor_exchange, linear "
     "or ring",
     collectives, all, tuner,
     "auto recursive_doubling recursive_multiplying4 bruck locality_bruck circulant neighbor_exchange linear "
     "ring leaders lanes arena arena_direct arena_levels arena_lanes"},
    {"ALLREDUCE", word, "auto",
     "the algorithm of this collective: auto, arena, arena_levels, arena_lanes, arena_at_once, arena_pair, "
     "arena_direct, leaders, lanes, central, recursive_doubling, recursive_multiplying3, recursive_multiplying4, "
     "recursive_multiplying8, rabenseifner, ring, circulant, circulant_blocks, bine or binary_tree",
     collectives, all, tuner,
     "auto central recursive_doubling recursive_multiplying3 recursive_multiplying4 recursive_multiplying8 "
     "rabenseifner ring circulant circulant_blocks bine binary_tree leaders lanes arena arena_at_once arena_pair "
     "arena_direct arena_levels arena_lanes"},
    {"ALLTOALL", word, "auto",
     "the algorithm of this collective: auto, arena, arena_lanes, arena_direct, lanes, bruck, bruck4, pairwise "
     "or linear",
     collectives, all, tuner, "auto bruck bruck4 pairwise linear lanes arena arena_direct arena_lanes"},
    {"ARENA", flag, "1", "whether ranks of a node share memory for their blocking collectives", collectives, all,
     tuner},
    {"ARENA_AFTER", count, "16", "after how many collectives of a communicator its ranks set that memory up",
     collectives, all, tuner},
    {"ARENA_LEVELS", flag, "1",
     "whether they go by package, NUMA node and L3 there; the first rank of a communicator decides", collectives, all,
     tuner},
    {"BARRIER", word, "auto",
     "the algorithm of this collective: auto, arena, arena_levels, leaders, central, dissemination, "
     "dissemination4 or tree",
     collectives, all, tuner, "auto central dissemination dissemination4 tree leaders arena arena_levels"},
    {"BCAST", word, "auto",
     "the algorithm of this collective: auto, arena, arena_levels, arena_direct, leaders, lanes, binomial, "
     "knomial4, knomial8, bine, scatter_allgather, chain, circulant, binary_tree or pipelined_binomial",
     collectives, all, tuner,
     "auto binomial knomial4 knomial8 bine scatter_allgather chain circulant binary_tree pipelined_binomial "
     "leaders lanes arena arena_direct arena_levels"},
    {"CONNECT_TIMEOUT", seconds, "20", "how long a first connection to a peer may take before it is an error",
     transports, own, user},
    {"EAGER_BUDGET", bytes, "4M", "bytes of eager messages that a receiver may leave unconsumed, per sender",
     point_to_point, all, tuner},
    {"EAGER_BYTES", bytes, "0", "messages up to this size are sent at once; 0: what a frame of the transport holds",
     point_to_point, own, tuner},
    {"EXSCAN", word, "auto", "the algorithm of this collective: auto, arena, arena_lanes, recursive_doubling or chain",
     collectives, all, tuner, "auto recursive_doubling chain arena arena_lanes"},
    {"GATHER", word, "auto",
     "the algorithm of this collective: auto, arena, arena_levels, arena_direct, leaders, binomial, knomial4, "
     "knomial8 or linear",
     collectives, all, tuner, "auto binomial knomial4 knomial8 linear leaders arena arena_direct arena_levels"},
    {"LAUNCHER", word, "auto",
     "who started this process: auto, pmix, pmi or singleton (run alone whatever the environment says)", startup, all,
     user, "auto pmix pmi singleton"},
    {"LOG", word, "warn", "what is written to stderr: error, warn, info or debug", diagnosis, own, user,
     "error warn info debug"},
    {"PINNED", flag, "1",
     "whether pinned buffers (MPI_Alloc_mem, baton::pinned_vector) are memory that ranks of the node can map; 0: they "
     "are ordinary memory",
     transports, own, user},
    {"PINNED_LOCK", flag, "1", "whether pinned buffers are kept from being swapped out, as far as `ulimit -l` allows",
     transports, own, user},
    {"PINNED_WINDOW", bytes, "0",
     "bytes of addresses for pinned buffers, beyond which they are ordinary memory; 0: as much as the machine has "
     "memory, 1T at most",
     transports, own, tuner},
    {"PMIX_LIBRARY", word, "", "path of libpmix.so.2, where the loader does not find it; empty: search", startup, own,
     user},
    {"PROGRESS_THREAD", flag, "0",
     "whether a thread of each rank moves what is under way while the application computes", point_to_point, own, user},
    {"REDUCE", word, "auto",
     "the algorithm of this collective: auto, arena, arena_levels, arena_lanes, arena_at_once, arena_pair, "
     "arena_direct, leaders, lanes, binomial, knomial4, knomial8, bine, rabenseifner, chain, circulant or binary_tree",
     collectives, all, tuner,
     "auto binomial knomial4 knomial8 bine rabenseifner chain circulant binary_tree leaders lanes arena "
     "arena_at_once arena_pair arena_direct arena_levels arena_lanes"},
    {"REDUCE_SCATTER", word, "auto",
     "the algorithm of this collective: auto, arena, arena_lanes, lanes, recursive_halving, circulant, "
     "pairwise or by_reduce",
     collectives, all, tuner, "auto recursive_halving circulant pairwise by_reduce lanes arena arena_lanes"},
    {"SCAN", word, "auto", "the algorithm of this collective: auto, arena, arena_lanes, recursive_doubling or chain",
     collectives, all, tuner, "auto recursive_doubling chain arena arena_lanes"},
    {"SCATTER", word, "auto",
     "the algorithm of this collective: auto, arena, arena_levels, arena_direct, leaders, binomial, knomial4, "
     "knomial8 or linear",
     collectives, all, tuner, "auto binomial knomial4 knomial8 linear leaders arena arena_direct arena_levels"},
    {"SHARE_HEAP", flag, "0",
     "whether blocks of malloc of 1M and more are pinned buffers; needs LD_PRELOAD=libbaton_heap.so; a child of fork "
     "then "
     "shares them with its parent",
     transports, own, user},
    {"SHM_PULL", flag, "1", "whether long messages of busy ranks of a node are read from the sender's memory",
     transports, own, tuner},
    {"SPIN", count, "4000", "turns of the wait loop before a waiting rank yields its core, where it has one of its own",
     point_to_point, own, tuner},
    {"TCP_INTERFACES", word, "",
     "comma-separated interfaces or networks (eth0, 10.0.0.0/8) that tcp may use; empty: all", transports, own, user},
    {"TRANSPORT", word, "auto", "how ranks reach each other: auto, shm (same node only) or tcp (also inside a node)",
     transports, all, user, "auto shm tcp"},
    {"TUNING", word, "",
     "a file with constants for the choice of collective algorithms, as baton-tune writes it; empty: built-in ones",
     collectives, all, tuner},
});

static_assert(std::is_sorted(table.begin(), table.end(),
                             [](const Parameter& a, const Parameter& b) { return std::string_view(a.name) < b.name; }));

const Parameter& row(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [&](const Parameter& p) { return name == p.name; });
  BATON_CHECK(found != table.end() && "a parameter that is not in the table of base/parameters.cpp");
  return *found;
}

Error bad_value(std::string_view name, std::string_view text, const char* allowed) {
  return make_error(Code::invalid_argument, "BATON_{}='{}' is not {}", name, text, allowed);
}

/// The number at the start of `text` and, in `rest`, what follows it; nothing where there is none.
template <class Number>
std::optional<Number> leading_number(std::string_view text, std::string_view& rest) {
  Number number{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{}) return std::nullopt;
  rest = text.substr(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// The exponent of 1024 that a suffix such as K, KiB, mb or B stands for; nothing for other text.
std::optional<int> unit(std::string_view suffix) {
  if (suffix.empty() || suffix == "B" || suffix == "b") return 0;
  const std::string_view tail = suffix.substr(1);
  if (!tail.empty() && tail != "B" && tail != "b" && tail != "iB" && tail != "ib") return std::nullopt;
  switch (suffix[0]) {
    case 'k':
    case 'K': return 1;
    case 'm':
    case 'M': return 2;
    case 'g':
    case 'G': return 3;
    case 't':
    case 'T': return 4;
    default: return std::nullopt;
  }
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({change, previous[j] + 1, current[j - 1] + 1});
    }
    previous.swap(current);
  }
  return previous[b.size()];
}

}  // namespace

std::span<const Parameter> parameters() noexcept { return table; }

std::string parameter_text(std::string_view name) {
  const Parameter& parameter = row(name);
  const char* text = std::getenv(("BATON_" + std::string(name)).c_str());  // NOLINT(concurrency-mt-unsafe): read only
  return text != nullptr ? text : parameter.fallback;
}

namespace {

Result<bool> to_flag(std::string_view name, const std::string& text) {
  for (const char* yes : {"1", "true", "yes", "on"}) {
    if (text == yes) return true;
  }
  for (const char* no : {"0", "false", "no", "off"}) {
    if (text == no) return false;
  }
  return bad_value(name, text, "a flag: write 1 or 0 (or true, false, yes, no, on, off)");
}

Result<std::int64_t> to_count(std::string_view name, const std::string& text) {
  std::string_view rest;
  const auto number = leading_number<std::int64_t>(text, rest);
  if (!number || *number < 0 || !rest.empty()) return bad_value(name, text, "a count: write a whole number from 0");
  return *number;
}

Result<std::int64_t> to_bytes(std::string_view name, const std::string& text) {
  constexpr const char* allowed =
      "a size in bytes: write a whole number from 0, with K, M, G or T where you like (64K)";
  std::string_view rest;
  const auto number = leading_number<std::int64_t>(text, rest);
  if (!number || *number < 0) return bad_value(name, text, allowed);
  const auto exponent = unit(rest);
  if (!exponent) return bad_value(name, text, allowed);
  const int shift = 10 * *exponent;
  if (*number > (std::numeric_limits<std::int64_t>::max() >> shift)) return bad_value(name, text, allowed);
  return *number << shift;
}

Result<double> to_seconds(std::string_view name, const std::string& text) {
  std::string_view rest;
  const auto number = leading_number<double>(text, rest);
  // The comparison also refuses NaN.
  if (!number || !(*number >= 0 && *number <= 1e9) || !(rest.empty() || rest == "s")) {
    return bad_value(name, text, "a time in seconds: write a number from 0, such as 0.5");
  }
  return *number;
}

bool is_choice(std::string_view choices, std::string_view text) {
  while (!choices.empty()) {
    const std::size_t end = std::min(choices.find(' '), choices.size());
    if (choices.substr(0, end) == text) return true;
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return false;
}

/// "auto, shm or tcp".
std::string enumeration(std::string_view choices) {
  std::string text;
  const std::size_t last = choices.rfind(' ');
  for (std::size_t i = 0; i < choices.size(); ++i) {
    text += choices[i] != ' ' ? std::string(1, choices[i]) : i == last ? " or " : ", ";
  }
  return text;
}

/// The text of a parameter that must be of this kind.
std::string text_of(std::string_view name, ParameterKind kind) {
  BATON_CHECK(row(name).kind == kind);
  return parameter_text(name);
}

}  // namespace

Result<bool> parameter_flag(std::string_view name) { return to_flag(name, text_of(name, flag)); }
Result<std::int64_t> parameter_count(std::string_view name) { return to_count(name, text_of(name, count)); }
Result<std::int64_t> parameter_bytes(std::string_view name) { return to_bytes(name, text_of(name, bytes)); }
Result<double> parameter_seconds(std::string_view name) { return to_seconds(name, text_of(name, seconds)); }

Result<ParameterValue> parse_parameter(const Parameter& parameter, const std::string& text) {
  const auto whole = [](const auto& parsed) -> Result<ParameterValue> {
    if (!parsed) return parsed.error();
    return ParameterValue{static_cast<std::int64_t>(parsed.value()), 0};
  };
  switch (parameter.kind) {
    case flag: return whole(to_flag(parameter.name, text));
    case count: return whole(to_count(parameter.name, text));
    case bytes: return whole(to_bytes(parameter.name, text));
    case seconds: {
      const auto parsed = to_seconds(parameter.name, text);
      if (!parsed) return parsed.error();
      return ParameterValue{0, parsed.value()};
    }
    case word: break;
  }
  if (!parameter.choices.empty() && !is_choice(parameter.choices, text)) {
    return bad_value(parameter.name, text, fmt::format("known: write {}", enumeration(parameter.choices)).c_str());
  }
  return ParameterValue{};
}

std::vector<std::string> unknown_words() {
  std::vector<std::string> sentences;
  for (const Parameter& parameter : table) {
    if (parameter.choices.empty() || parameter.topic == collectives) continue;
    if (const auto parsed = parse_parameter(parameter, parameter_text(parameter.name)); !parsed) {
      sentences.push_back(fmt::format("{}; as it is, {} holds", parsed.error().what, parameter.fallback));
    }
  }
  return sentences;
}

std::optional<std::string> unknown_parameter() {
  constexpr std::string_view prefix = "BATON_";
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    std::string_view name(*variable);
    name = name.substr(0, name.find('='));
    if (!name.starts_with(prefix)) continue;
    const std::string_view bare = name.substr(prefix.size());
    // Read by the compiler wrappers, not by the library.
    if (bare == "CC" || bare == "CXX" || bare == "MPIEXEC") continue;
    const auto closer = [&](const Parameter& a, const Parameter& b) {
      return edit_distance(a.name, bare) < edit_distance(b.name, bare);
    };
    const Parameter& nearest = *std::min_element(table.begin(), table.end(), closer);
    if (bare == nearest.name) continue;
    return fmt::format("{} is not known; did you mean BATON_{}?", name, nearest.name);
  }
  return std::nullopt;
}

}  // namespace baton
