// SPDX-License-Identifier: BSD-3-Clause
// Whether malloc of this process can be given pinned buffers (BATON_SHARE_HEAP).
#pragma once

namespace baton::api {

/// libbaton_heap.so stands before the C library.
[[nodiscard]] bool heap_is_interposed() noexcept;

}  // namespace baton::api
