// SPDX-License-Identifier: BSD-3-Clause
// Where the processes of this node stand, for a rank that answers for all of them. hwloc is loaded when that is first
// asked for and can matter, and once. Not here: ranks of other nodes (Runtime::hierarchy).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "communicator/communicator.hpp"
#include "topology/discover.hpp"

namespace baton::runtime {

class Survey final : public communicator::Surveyor {
 public:
  /// `node`: the processes of this node, ascending; `crowded`: they are more than its processors.
  Survey(std::vector<p2p::PeerId> node, bool crowded) : node_(std::move(node)), crowded_(crowded) {}

  [[nodiscard]] std::string card() const override;
  /// Nothing where processes must share processors or are not bound, unless the machine is a pretended one, over whose
  /// cores they are spread evenly.
  [[nodiscard]] std::vector<topology::Place> places(std::span<const p2p::PeerId> processes,
                                                    std::span<const std::string> cards) override;

 private:
  std::vector<p2p::PeerId> node_;
  bool crowded_;
  bool loaded_ = false;
  std::unique_ptr<topology::Machine> machine_;
};

}  // namespace baton::runtime
