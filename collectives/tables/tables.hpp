// SPDX-License-Identifier: BSD-3-Clause
// The tables of algorithms, a function a collective; select.hpp gives them by Collective.
#pragma once

#include <span>

#include "collectives/select.hpp"

namespace baton::collectives {

[[nodiscard]] std::span<const Algorithm> barrier_table() noexcept;
[[nodiscard]] std::span<const Algorithm> bcast_table() noexcept;
[[nodiscard]] std::span<const Algorithm> reduce_table() noexcept;
[[nodiscard]] std::span<const Algorithm> allreduce_table() noexcept;
[[nodiscard]] std::span<const Algorithm> gather_table() noexcept;
[[nodiscard]] std::span<const Algorithm> gatherv_table() noexcept;
[[nodiscard]] std::span<const Algorithm> scatter_table() noexcept;
[[nodiscard]] std::span<const Algorithm> scatterv_table() noexcept;
[[nodiscard]] std::span<const Algorithm> allgather_table() noexcept;
[[nodiscard]] std::span<const Algorithm> allgatherv_table() noexcept;
[[nodiscard]] std::span<const Algorithm> alltoall_table() noexcept;
[[nodiscard]] std::span<const Algorithm> alltoallv_table() noexcept;
[[nodiscard]] std::span<const Algorithm> reduce_scatter_table() noexcept;
[[nodiscard]] std::span<const Algorithm> scan_table() noexcept;
[[nodiscard]] std::span<const Algorithm> exscan_table() noexcept;
[[nodiscard]] std::span<const Algorithm> neighbor_allgather_table() noexcept;
[[nodiscard]] std::span<const Algorithm> neighbor_alltoall_table() noexcept;

}  // namespace baton::collectives
