// SPDX-License-Identifier: BSD-3-Clause
// Wires of several ranks in one process, for tests.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "transport/wires.hpp"

namespace baton::transport {

class WiresTogether {
 public:
  /// `mode` as BATON_TRANSPORT; ranks from `local` on are not told to be local.
  explicit WiresTogether(std::uint32_t ranks, std::string mode = "shm", std::uint32_t local = ~0U) {
    for (PeerId i = 0; i < ranks; ++i) {
      Wires::Options options;
      options.self = i;
      options.size = ranks;
      options.job_id = "together";
      for (PeerId other = 0; other < ranks && other < local; ++other) options.local_ranks.push_back(other);
      options.directory = [this](PeerId peer) -> Result<std::string> { return cards[peer]; };
      options.mode = mode;
      auto wires = Wires::open(std::move(options));
      EXPECT_TRUE(wires) << wires.error().what;
      all.push_back(std::move(*wires));
      cards.push_back(all[i]->card());
    }
  }
  Wires& at(PeerId rank) { return *all[rank]; }
  void end(PeerId rank) { all[rank].reset(); }

  std::vector<std::string> cards;
  std::vector<std::unique_ptr<Wires>> all;
};

}  // namespace baton::transport
