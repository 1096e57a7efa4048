#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
# expect_exit.sh STATUS COMMAND...   succeeds if the command exits with STATUS
wanted=$1
shift
"$@"
got=$?
[ "$got" = "$wanted" ] || {
  echo "expected exit status $wanted, got $got: $*" >&2
  exit 1
}
