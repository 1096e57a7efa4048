# SPDX-License-Identifier: BSD-3-Clause
"""The table of collectives against the peers (geometric means, worst cell), and whether one MPI's own times agree with
each other: the performance guidelines of Traeff, Gropp and Thakur. Works on any Summary; measures nothing."""

from dataclasses import dataclass
from math import exp, log
from typing import Optional

from .implementations import BATON, BOUND, MPICH, OPENMPI, SHM, TITLES, TOLD, UNTOLD
from .tables import number_text, ratio_text, size_text

OPERATIONS = ("barrier", "bcast", "reduce", "allreduce", "allgather", "alltoall", "gather", "scatter")
SMALLEST = "allreduce_int"  # of 4 bytes: what a barrier could be made of
BOUND_SIZES = (8, 512, 4096, 65536, 1 << 20, 4 << 20)
CROWDED_SIZES = (8, 512, 4096, 65536)
CROWDED_RANKS = (4, 8, 16)
NOISE = 1.05  # what two measurements of the same may differ by
PASS, MISS = "pass", "MISS"


@dataclass(frozen=True)
class Setting:
    """Cells that are judged together: where, against whom, and how many times better they must be."""

    ranks: int
    placement: str
    sizes: tuple
    peers: tuple
    mean: float  # geometric, at least
    worst: float  # no cell below

    @property
    def title(self):
        return f"{self.ranks} ranks" + ("" if self.placement == BOUND else ", crowded")


SETTINGS = (Setting(2, BOUND, BOUND_SIZES, (OPENMPI, MPICH), 2.0, 0.95),) + tuple(
    Setting(ranks, TOLD, CROWDED_SIZES, (OPENMPI,), 1 / 0.6, 1.0) for ranks in CROWDED_RANKS)


@dataclass(frozen=True)
class Line:
    """A sentence with its number and its verdict."""

    title: str
    text: str
    ratio: Optional[float]  # above 1 (or above what is wanted) is good
    outcome: str


def _keys(summary, setting):
    for operation in OPERATIONS:
        for size in (0,) if operation == "barrier" else setting.sizes:
            yield from summary.find(benchmark=operation, ranks=setting.ranks, placement=setting.placement,
                                    transport=SHM, bytes=size)


def geometric_mean(values):
    return exp(sum(log(value) for value in values) / len(values)) if values else None


def _cell(key):
    return key[0] + (f" {size_text(key[4])}" if key[4] else "")


def table(summary):
    """Means and worst cells of every setting that was measured with Baton and a peer."""
    lines = []
    for setting in SETTINGS:
        cells = [(ratio, key) for key in _keys(summary, setting)
                 if (ratio := summary.better_than_best(key, setting.peers)) is not None]
        if not cells:
            continue
        mean = geometric_mean([ratio for ratio, _ in cells])
        worst, key = min(cells)
        against = " and ".join(TITLES[peer] for peer in setting.peers)
        lines.append(Line(f"{setting.title}: geometric mean of {len(cells)} cells against {against}",
                          f"at least {ratio_text(setting.mean)}", mean, PASS if mean >= setting.mean else MISS))
        lines.append(Line(f"{setting.title}: worst cell, {_cell(key)}",
                          f"at least {ratio_text(setting.worst)}", worst, PASS if worst >= setting.worst else MISS))
        behind = sorted(cell for cell in cells if cell[0] < setting.worst)[:12]
        if behind:
            lines.append(Line(f"{setting.title}: behind", ", ".join(f"{_cell(k)} {ratio_text(r)}" for r, k in behind),
                              None, ""))
    return lines + _unaware(summary) + _against_latency(summary)


def _unaware(summary):
    """Against peers that were not told that there are more ranks than cores."""
    lines = []
    for key in summary.find(placement=UNTOLD, transport=SHM, ranks=8):
        ratio = summary.better(key, OPENMPI)
        if ratio is not None and key[0] in ("barrier", "allreduce"):
            lines.append(Line(f"8 ranks, crowded and not told: {_cell(key)} against Open MPI", "at least 1000x", ratio,
                              PASS if ratio >= 1000 else MISS))
    return lines


def _against_latency(summary):
    reduced = _time(summary, BATON, "allreduce", 2, BOUND, 8)
    keys = summary.find(benchmark="latency", ranks=2, placement=BOUND, transport=SHM, bytes=8)
    one_way = summary.median(keys[0], BATON) if keys else None
    if not reduced or not one_way:
        return []
    ratio = 2.2 * one_way / reduced
    return [Line("2 ranks: 8-byte allreduce against 2.2 times the one-way latency",
                 f"{number_text(reduced)} us, latency {number_text(one_way)} us", ratio, PASS if ratio >= 1 else MISS)]


def _time(summary, name, operation, ranks, placement, size):
    keys = summary.find(benchmark=operation, ranks=ranks, placement=placement, transport=SHM, bytes=size)
    return summary.median(keys[0], name) if keys else None


class Guidelines:
    """One implementation's times on some ranks, held to each other."""

    def __init__(self, summary, name, ranks, placement):
        self._where = (summary, name)
        self._setting = (ranks, placement)
        self.ranks = ranks
        self.sizes = sorted({key[4] for key in summary.find(benchmark="allreduce", ranks=ranks, placement=placement,
                                                            transport=SHM)})

    def time(self, operation, size):
        return _time(*self._where, operation, *self._setting, size)

    def between(self, operation, size):
        """The time at a size that was not measured, from its neighbours: a line in logarithms."""
        known = [(one, time) for one in self.sizes if (time := self.time(operation, one))]
        if not known:
            return None
        if size <= known[0][0]:
            return known[0][1]
        for (low, at_low), (high, at_high) in zip(known, known[1:]):
            if size <= high:
                share = log(size / low) / log(high / low)
                return exp(log(at_low) + share * (log(at_high) - log(at_low)))
        return None

    def _pairs(self):
        """(guideline, size, left side, right side)"""
        yield "barrier <= allreduce of 4 bytes", 0, self.time("barrier", 0), self.time(SMALLEST, 4)
        for size in self.sizes:
            at = {operation: self.time(operation, size) for operation in OPERATIONS[1:]}
            yield "allreduce <= reduce + bcast", size, at["allreduce"], _sum(at["reduce"], at["bcast"])
            yield "reduce <= allreduce", size, at["reduce"], at["allreduce"]
            yield "gather <= allgather", size, at["gather"], at["allgather"]
            yield "allgather <= alltoall", size, at["allgather"], at["alltoall"]
            part = size / self.ranks
            yield ("bcast <= scatter + allgather", size, at["bcast"],
                   _sum(self.between("scatter", part), self.between("allgather", part)))
        for operation in OPERATIONS[1:]:
            for small, large in zip(self.sizes, self.sizes[1:]):
                yield f"{operation} rises with the size", small, self.time(operation, small), self.time(operation, large)

    def judged(self):
        """(guideline, size, right side over left side) of all that was measured; below 1 the guideline is broken."""
        return [(title, size, right / left) for title, size, left, right in self._pairs() if left and right]


def _sum(a, b):
    return a + b if a and b else None


def guidelines(summary, name=BATON):
    """A line for each guideline and setting, with the size where it is nearest to broken."""
    lines = []
    seen = []
    for key in summary.find(benchmark="allreduce", transport=SHM):
        if key[1:3] not in seen and key[2] != UNTOLD:
            seen.append(key[1:3])
    for ranks, placement in seen:
        worst = {}
        for title, size, ratio in Guidelines(summary, name, ranks, placement).judged():
            if title not in worst or ratio < worst[title][0]:
                worst[title] = (ratio, size)
        for title, (ratio, size) in worst.items():
            where = f"{ranks} ranks" + (", crowded" if placement != BOUND else "")
            lines.append(Line(f"{where}: {title}", f"nearest at {size_text(size)}" if size else "", ratio,
                              PASS if ratio * NOISE >= 1 else MISS))
    return lines


def text(lines, heading):
    shown = [f"{heading:<96}{'ratio':>8}"]
    for line in lines:
        ratio = ratio_text(line.ratio) if line.ratio is not None else ""
        shown.append(f"{line.title + (': ' + line.text if line.text else ''):<96}{ratio:>8}  {line.outcome}")
    return "\n".join(shown)
