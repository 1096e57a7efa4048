# SPDX-License-Identifier: BSD-3-Clause
"""What Baton must beat, and whether it did: each goal names a measurement and the peers to beat.

As a program:  perf/goals [--markdown] results/results.csv   (exit status 1 when a goal is missed)
"""

import sys
from dataclasses import dataclass
from typing import Optional

from .implementations import BATON, BOUND, MPICH, ONE_CORE, OPENMPI, SHM, TCP, TOLD, UNTOLD
from .summary import Summary
from .tables import number_text, ratio_text, read_rows

BOTH = (OPENMPI, MPICH)


@dataclass(frozen=True)
class Goal:
    title: str
    wanted: tuple  # fields of the measurement, as for Summary.find
    peers: tuple = BOTH
    at_least: float = 1.0  # times better than the best of the peers
    against: str = ""  # another placement of the peers to compare with, where it differs


def _p2p(benchmark, size, transport=SHM, metric=None):
    fields = {"benchmark": benchmark, "bytes": size, "ranks": 2, "transport": transport}
    if metric:
        fields["metric"] = metric
    return tuple(fields.items())


def _crowded(benchmark, size, placement):
    return tuple({"benchmark": benchmark, "bytes": size, "ranks": 8, "placement": placement, "transport": SHM}.items())


GOALS = (
    Goal("8-byte latency, shared memory", _p2p("latency", 8) + (("placement", BOUND),)),
    Goal("8-byte message rate, shared memory", _p2p("rate", 8)),
    Goal("64 KiB bandwidth, shared memory", _p2p("bandwidth", 65536)),
    Goal("4 MiB bandwidth, shared memory", _p2p("bandwidth", 4 << 20)),
    Goal("64 MiB bandwidth, shared memory", _p2p("bandwidth", 64 << 20)),
    Goal("1 MiB of every second 64 bytes, shared memory", _p2p("strided", 1 << 20)),
    Goal("8-byte latency, tcp", _p2p("latency", 8, TCP), (OPENMPI,)),
    Goal("8-byte message rate, tcp", _p2p("rate", 8, TCP), (OPENMPI,)),
    Goal("64 KiB bandwidth, tcp", _p2p("bandwidth", 65536, TCP), (OPENMPI,)),
    Goal("4 MiB bandwidth, tcp", _p2p("bandwidth", 4 << 20, TCP), (OPENMPI,)),
    Goal("8-byte message rate, 2 threads a rank, a communicator each", _p2p("rate_2_threads_comms", 8)),
    Goal("8-byte latency, 2 ranks on one core", _p2p("latency", 8) + (("placement", ONE_CORE),)),
    Goal("8-byte latency, 8 ranks crowded, the others in a barrier", _crowded("latency_bystanders", 8, TOLD), (OPENMPI,)),
    Goal("8-byte latency, 8 ranks crowded, all pairs at once", _crowded("latency_neighbours", 8, TOLD), (OPENMPI,)),
    Goal("Barrier, 8 ranks crowded, told", _crowded("barrier", 0, TOLD), (OPENMPI,)),
    Goal("Barrier, 8 ranks crowded, not told, against Open MPI told", _crowded("barrier", 0, UNTOLD), (OPENMPI,),
         against=TOLD),
    Goal("8-byte allreduce, 8 ranks crowded, told", _crowded("allreduce", 8, TOLD), (OPENMPI,)),
    Goal("8-byte allreduce, 8 ranks crowded, not told, against Open MPI told", _crowded("allreduce", 8, UNTOLD),
         (OPENMPI,), against=TOLD),
    Goal("Start to end of 32 ranks", tuple({"benchmark": "launch", "ranks": 32}.items()), (OPENMPI,)),
    Goal("MPI_Init of 32 ranks", tuple({"benchmark": "init", "ranks": 32}.items()), (OPENMPI,)),
    Goal("Resident memory per rank, 8 ranks", tuple({"benchmark": "memory", "ranks": 8,
                                                     "metric": "resident, all pairs talked"}.items())),
    Goal("CG strong scaling, 2 ranks", tuple({"benchmark": "cg_strong", "ranks": 2, "placement": BOUND,
                                              "metric": "time per iteration"}.items()), at_least=0.97),
    Goal("Halo exchange strong scaling, 2 ranks", tuple({"benchmark": "halo_strong", "ranks": 2, "placement": BOUND,
                                                         "metric": "time per sweep"}.items()), at_least=0.97),
)

PASS, MISS, UNKNOWN = "pass", "MISS", "not measured"


@dataclass(frozen=True)
class Verdict:
    goal: Goal
    outcome: str
    ratio: Optional[float]
    values: dict  # implementation -> median
    unit: str = ""


def judge(summary, goals=GOALS):
    return [_judge_one(summary, goal) for goal in goals]


def _judge_one(summary, goal):
    keys = summary.find(**dict(goal.wanted))
    if not keys:
        return Verdict(goal, UNKNOWN, None, {})
    key = keys[0]
    other = key if not goal.against else key[:2] + (goal.against,) + key[3:]
    values = {BATON: summary.median(key, BATON)}
    values.update({peer: summary.median(other, peer) for peer in goal.peers})
    values = {name: value for name, value in values.items() if value is not None}
    if goal.against:
        ratio = values[goal.peers[0]] / values[BATON] if len(values) == 2 and values[BATON] else None
    else:
        ratio = summary.better_than_best(key, goal.peers)
    outcome = UNKNOWN if ratio is None else PASS if ratio >= goal.at_least else MISS
    return Verdict(goal, outcome, ratio, values, key[-1])


def text(verdicts):
    lines = [f"{'goal':<72}{'Baton':>10}{'Open MPI':>10}{'MPICH':>10}  {'':<5}{'better':>8}"]
    for verdict in verdicts:
        values = "".join(f"{number_text(verdict.values.get(name)):>10}" for name in (BATON, OPENMPI, MPICH))
        lines.append(f"{verdict.goal.title:<72}{values}  {verdict.unit:<5}{ratio_text(verdict.ratio):>8}  {verdict.outcome}")
    return "\n".join(lines)


def markdown(verdicts, facts):
    """The same as the measured table of docs/performance_budget.md."""
    names = (BATON, OPENMPI, MPICH)
    lines = [f"{facts['cpu']}, {facts['cores']} cores; commit {facts['commit']}; {facts['time'][:10]}.", "",
             "| goal | Baton | Open MPI | MPICH | unit | times better | |", "| --- | ---: | ---: | ---: | --- | ---: | --- |"]
    for verdict in verdicts:
        values = " | ".join(number_text(verdict.values.get(name)) for name in names)
        lines.append(f"| {verdict.goal.title} | {values} | {verdict.unit} | {ratio_text(verdict.ratio)} | "
                     f"{verdict.outcome.lower()} |")
    return "\n".join(lines)


def main(arguments):
    as_markdown = "--markdown" in arguments
    files = [argument for argument in arguments if argument != "--markdown"]
    if len(files) != 1 or files[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    rows, facts = read_rows(files[0])
    verdicts = judge(Summary(rows))
    print(markdown(verdicts, facts) if as_markdown else text(verdicts))
    return 1 if any(verdict.outcome == MISS for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
