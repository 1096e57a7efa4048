#!/bin/bash
# SPDX-License-Identifier: BSD-3-Clause
# Of every operation and length `baton-info --explain` tells which algorithm is taken, and the time of each that fits:
# none is left out, and none takes nothing. Argument: baton-info.
set -u
failed=0
for operation in barrier bcast reduce allreduce gather gatherv scatter scatterv allgather allgatherv alltoall alltoallv \
  reduce_scatter_block reduce_scatter scan exscan neighbor_allgather neighbor_alltoall; do
  for length in 8 64K 1M; do
    for where in "--ranks 2" "--ranks 16" "--ranks 64 --nodes 4"; do
      said=$("$1" --explain $operation $length $where 2>&1)
      if ! grep -q "^[*] is taken: " <<<"$said" || grep -E "not predicted|ERROR| 0[.]00 us" <<<"$said"; then
        printf '%s %s %s:\n%s\n' "$operation" "$length" "$where" "$said"
        failed=1
      fi
    done
  done
done
exit $failed
