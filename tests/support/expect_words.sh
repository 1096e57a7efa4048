#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
# expect_words.sh TIMES WORDS COMMAND...   succeeds if the output of each of TIMES runs of the command holds WORDS
times=$1 words=$2
shift 2
for run in $(seq "$times"); do
  output=$("$@" 2>&1)
  case $output in
    *"$words"*) ;;
    *) echo "run $run of '$*' does not say '$words', but: $output" >&2; exit 1 ;;
  esac
done
