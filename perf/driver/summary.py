# SPDX-License-Identifier: BSD-3-Clause
"""Medians over rounds, and how many times better Baton is than each peer, from pairs of the same round.

"Better" is one number for every metric: the peer's time over Baton's, or Baton's speed over the peer's; above 1 Baton wins.
"""

from statistics import median

from .implementations import BATON

HIGHER_IS_BETTER = {"MB/s", "M/s", "Mcells/s"}


class Summary:
    """All rows of a run, indexed by what was measured."""

    def __init__(self, rows):
        self._values = {}  # key -> implementation -> round -> value
        for row in rows:
            self._values.setdefault(row.key, {}).setdefault(row.implementation, {})[row.round] = row.value

    def keys(self):
        """What was measured, in the order of the run."""
        return list(self._values)

    def median(self, key, implementation):
        """Median over rounds, or None where it was not measured."""
        rounds = self._values.get(key, {}).get(implementation)
        return median(rounds.values()) if rounds else None

    def spread(self, key, implementation):
        """Smallest and largest round, or None."""
        rounds = self._values.get(key, {}).get(implementation)
        return (min(rounds.values()), max(rounds.values())) if rounds else None

    def rounds(self, key, implementation):
        return len(self._values.get(key, {}).get(implementation, {}))

    def better(self, key, peer, subject=BATON):
        """Median over common rounds of how many times better `subject` is than `peer`, or None.

        A peer that was measured in fewer rounds is compared by medians.
        """
        mine = self._values.get(key, {}).get(subject, {})
        theirs = self._values.get(key, {}).get(peer, {})
        if not mine or not theirs:
            return None
        common = mine.keys() & theirs.keys()
        if len(common) * 2 < len(mine):
            pairs = [(median(mine.values()), median(theirs.values()))]
        else:
            pairs = [(mine[number], theirs[number]) for number in common]
        higher = key[-1] in HIGHER_IS_BETTER
        ratios = [_over(m, t) if higher else _over(t, m) for m, t in pairs]
        return median(ratios)

    def better_than_best(self, key, peers, subject=BATON):
        """`better` against whichever of `peers` is hardest to beat, or None where none was measured."""
        ratios = [ratio for ratio in (self.better(key, peer, subject) for peer in peers) if ratio is not None]
        return min(ratios) if ratios else None

    def find(self, **wanted):
        """Keys whose fields equal those given, by name of the field."""
        names = ("benchmark", "ranks", "placement", "transport", "bytes", "metric", "unit")
        picks = [(names.index(name), value) for name, value in wanted.items()]
        return [key for key in self._values if all(key[position] == value for position, value in picks)]


def _over(a, b):
    return a / b if b else float("inf")
