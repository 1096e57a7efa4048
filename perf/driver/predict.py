# SPDX-License-Identifier: BSD-3-Clause
"""Prediction beside measurement: what baton-sim says of each algorithm, told this machine's constants, and what the
library takes with that algorithm. The constants come from messages between two ranks and a call of one rank alone, never from what is predicted."""

import argparse
import json
import math
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from . import build, execute, implementations, machine, main as run
from .implementations import BATON, BOUND, SHM, TOLD

# Each launch takes one algorithm for every collective.
WISHES = (
    {"BARRIER": "dissemination", "BCAST": "binomial", "REDUCE": "binomial", "ALLREDUCE": "recursive_doubling",
     "ALLGATHER": "bruck", "ALLTOALL": "bruck"},
    {"BARRIER": "tree", "BCAST": "knomial4", "REDUCE": "rabenseifner", "ALLREDUCE": "rabenseifner",
     "ALLGATHER": "ring", "ALLTOALL": "pairwise"},
    {"BARRIER": "dissemination4", "BCAST": "circulant", "REDUCE": "knomial4", "ALLREDUCE": "recursive_multiplying4",
     "ALLGATHER": "recursive_multiplying4", "ALLTOALL": "bruck4"},
)
# Timed back to back with a barrier, and so predicted: alone, what is measured is when the ranks leave the barrier before.
WITH_BARRIER = ("bcast", "reduce")
LIMIT = 120
EAGER = 32768  # messages up to here are taken for eager ones


@dataclass(frozen=True)
class Constants:
    """Nanoseconds."""

    latency: float
    overhead: float
    per_byte: float
    turn: float  # from one rank to the next on a core that they share
    call: float = 0  # of a call, beside its steps
    copied: float = 0.05  # per byte
    per_byte_eager: float = 0
    announce: float = 0  # of a message that waits for its receive

    def options(self, cores):
        level = f"{self.latency:.1f},{self.overhead:.1f},0,{self.per_byte:.5f},{self.per_byte_eager:.5f}"
        return ["--hosts", "1", "--numas", "1", "--cores", str(cores), "--numa", level, "--turn", f"{self.turn:.0f}", "--call",
                f"{self.call:.0f}", "--copied", f"{self.copied:.5f}", "--announce", f"{self.announce:.0f}", "--eager", str(EAGER)]


@dataclass(frozen=True)
class Pair:
    operation: str
    algorithm: str
    bytes: int
    ranks: int
    predicted: float  # us
    measured: float

    @property
    def ratio(self):
        return self.predicted / self.measured


def constants_from(latencies, rate, shared, alone):
    """`latencies`: bytes -> us one way; `rate`: million messages a second; `shared`: us one way on one core; `alone`:
    bytes -> us of an allreduce of one rank, which copies."""
    small = min(latencies)
    overhead = min(1000 / rate, 500 * latencies[small])
    short, long, longest = (size for size in sorted(latencies) if size != small)
    slope = lambda a, b: 1000 * (latencies[b] - latencies[a]) / (b - a)
    per_byte = max(slope(long, longest), 1e-4)
    announce = max(0.0, 1000 * (latencies[long] - latencies[small]) - long * per_byte)
    return Constants(max(0.0, 1000 * latencies[small] - 2 * overhead), overhead, per_byte,
                     max(0.0, 1000 * (shared - latencies[small])), 1000 * alone[min(alone)],
                     max(0.0, 1000 * (alone[max(alone)] - alone[min(alone)]) / (max(alone) - min(alone))),
                     max(slope(small, short), 1e-4), announce)


def values(command, environment):
    """The result lines of a launch. Raises RuntimeError when it failed."""
    status, output, errors, _ = execute.run_limited(command, environment, LIMIT)
    if status != 0:
        raise RuntimeError(f"{' '.join(command)}: {'no end' if status is None else f'exit status {status}'}\n{errors[-1500:]}")
    return execute.parse(output)


def measure_constants(baton, folder, rounds):
    program = [str(folder / "p2p"), "--budget", "0.05"]
    place = BOUND if (os.cpu_count() or 1) >= 2 else TOLD
    apart = baton.launch(program + ["--tests", "latency,rate", "--sizes", "8,4096,65536,1048576"], 2, place, SHM)
    together = baton.launch(program + ["--tests", "latency", "--sizes", "8"], 2, TOLD, SHM)
    alone = baton.launch([str(folder / "collectives"), "--budget", "0.05", "--operations", "allreduce", "--sizes", "8,65536"],
                         1, place, SHM)
    one_core = ["taskset", "-c", str(min(os.sched_getaffinity(0)))]
    found = {}
    for _ in range(rounds):
        for value in values(apart.command, apart.environment):
            found.setdefault((value["benchmark"], value["bytes"]), []).append(value["value"])
        for value in values(one_core + together.command, together.environment):
            found.setdefault(("shared", value["bytes"]), []).append(value["value"])
        for value in values(alone.command, alone.environment):
            found.setdefault(("alone", value["bytes"]), []).append(value["value"])
    middle = {key: median(all_values) for key, all_values in found.items()}
    latencies = {size: value for (name, size), value in middle.items() if name == "latency"}
    single = {size: value for (name, size), value in middle.items() if name == "alone"}
    return constants_from(latencies, middle[("rate", 8)], middle[("shared", 8)], single)


def predict(simulator, constants, cores, wishes, sizes, ranks):
    """(operation, bytes, ranks) -> us, where the algorithm fits."""
    found = {}
    for parameter, algorithm in wishes.items():
        command = [str(simulator), "--json", "--operations", parameter.lower(), "--algorithms", algorithm, "--sizes",
                   ",".join(map(str, sizes)), "--ranks", ",".join(map(str, ranks)), *constants.options(cores)]
        for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
            row = json.loads(line)
            found[row["operation"], row["bytes"], row["ranks"]] = row["us"]
    return {key: us + (found["barrier", 0, key[2]] if key[0] in WITH_BARRIER else 0) for key, us in found.items()}


def measure(baton, folder, wishes, sizes, ranks, cores, rounds):
    environment = {f"BATON_{parameter}": algorithm for parameter, algorithm in wishes.items()}
    program = [str(folder / "collectives"), "--budget", "0.02", "--with-barrier", "yes", "--sizes", ",".join(map(str, sizes)), "--operations",
               ",".join(parameter.lower() for parameter in wishes)]
    launch = baton.launch(program, ranks, BOUND if ranks <= cores else TOLD, SHM)
    found = {}
    for _ in range(rounds):
        for value in values(launch.command, {**launch.environment, **environment}):
            if value["benchmark"] in WITH_BARRIER and value["metric"] != "with a barrier":
                continue
            found.setdefault((value["benchmark"], value["bytes"], ranks), []).append(value["value"])
    return {key: median(all_values) for key, all_values in found.items()}


def summary(pairs):
    """(geometric mean of predicted over measured, share of pairs within twice)."""
    mean = math.exp(sum(math.log(pair.ratio) for pair in pairs) / len(pairs))
    return mean, sum(1 for pair in pairs if 0.5 <= pair.ratio <= 2) / len(pairs)


def markdown(pairs, constants):
    lines = [f"L {constants.latency:.0f} ns, o {constants.overhead:.0f} ns, G {constants.per_byte:.4f} ns, turn "
             f"{constants.turn:.0f} ns, call {constants.call:.0f} ns, copies {constants.copied:.4f} ns a byte, "
             f"short messages {constants.per_byte_eager:.4f} ns a byte, long ones {constants.announce:.0f} ns more.", "", "| ranks | pairs | predicted / measured | within twice |",
             "| ---: | ---: | ---: | ---: |"]
    for ranks in sorted({pair.ranks for pair in pairs}):
        some = [pair for pair in pairs if pair.ranks == ranks]
        mean, share = summary(some)
        lines.append(f"| {ranks} | {len(some)} | {mean:.2f} | {share:.0%} |")
    lines += ["", "| operation | algorithm | bytes | ranks | predicted us | measured us | ratio |",
              "| --- | --- | ---: | ---: | ---: | ---: | ---: |"]
    for pair in sorted(pairs, key=lambda p: (p.operation, p.algorithm, p.bytes, p.ranks)):
        lines.append(f"| {pair.operation} | {pair.algorithm} | {pair.bytes} | {pair.ranks} | {pair.predicted:.2f} | "
                     f"{pair.measured:.2f} | {pair.ratio:.2f} |")
    return "\n".join(lines) + "\n"


def scatter(pairs, size=460):
    """Measured over predicted, a mark for each pair; the band holds what is within twice."""
    low = math.floor(math.log10(min(min(p.predicted, p.measured) for p in pairs)) * 2) / 2
    high = math.ceil(math.log10(max(max(p.predicted, p.measured) for p in pairs)) * 2) / 2
    left, top, side = 60, 40, size - 80
    x = lambda value: left + (math.log10(value) - low) / (high - low) * side
    y = lambda value: top + side - (math.log10(value) - low) / (high - low) * side
    colours = ("#0b6e99", "#588157", "#c8553d", "#7b2d8b", "#b8860b")
    counts = sorted({pair.ranks for pair in pairs})
    least, most = 10**low, 10**high
    band = (f"M{x(least):.1f} {y(2 * least):.1f}L{x(most / 2):.1f} {y(most):.1f}L{x(most):.1f} {y(most):.1f}"
            f"L{x(most):.1f} {y(most / 2):.1f}L{x(2 * least):.1f} {y(least):.1f}L{x(least):.1f} {y(least):.1f}Z")
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 90} {size}" font-family="sans-serif" '
             f'font-size="12"><rect width="{size + 90}" height="{size}" fill="#fff"/>'
             f'<text x="{left}" y="24" font-size="15">Collectives: measured over predicted, us</text>'
             f'<path d="{band}" fill="#eef3ea"/>'
             f'<path d="M{x(least):.1f} {y(least):.1f}L{x(most):.1f} {y(most):.1f}" stroke="#999"/>']
    for power in range(math.ceil(low), math.floor(high) + 1):
        tick = 10.0**power
        parts.append(f'<path d="M{left} {y(tick):.1f}h{side}M{x(tick):.1f} {top}v{side}" stroke="#ddd" fill="none"/>'
                     f'<text x="{left - 6}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:g}</text>'
                     f'<text x="{x(tick):.1f}" y="{top + side + 16}" text-anchor="middle">{tick:g}</text>')
    for pair in pairs:
        colour = colours[counts.index(pair.ranks) % len(colours)]
        parts.append(f'<circle cx="{x(pair.predicted):.1f}" cy="{y(pair.measured):.1f}" r="3" fill="{colour}" '
                     f'fill-opacity="0.7"><title>{pair.operation} {pair.algorithm}, {pair.bytes} bytes, {pair.ranks} '
                     f'ranks: predicted {pair.predicted:.2f}, measured {pair.measured:.2f}</title></circle>')
    for i, count in enumerate(counts):
        parts.append(f'<circle cx="{left + side + 18}" cy="{top + 12 + 18 * i}" r="4" fill="{colours[i % len(colours)]}"/>'
                     f'<text x="{left + side + 28}" y="{top + 16 + 18 * i}">{count} ranks</text>')
    parts.append(f'<text x="{left + side / 2}" y="{size - 8}" text-anchor="middle">predicted</text>'
                 f'<text transform="translate(16 {top + side / 2}) rotate(-90)" text-anchor="middle">measured</text></svg>\n')
    return "\n".join(parts)


def main(arguments):
    parser = argparse.ArgumentParser(prog="perf/predict", description="Predictions of baton-sim beside measurements.")
    parser.add_argument("--ranks", default="2,4,8,16")
    parser.add_argument("--sizes", default="8,4096,65536")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--prefix", help="the Baton installed there instead of one that is built")
    parser.add_argument("--build", default="build/perf", help="where builds go")
    parser.add_argument("--output", default="results", help="where prediction.md and prediction.svg go")
    chosen = parser.parse_args(arguments)
    ranks, sizes = ([int(part) for part in text.split(",")] for text in (chosen.ranks, chosen.sizes))
    folder = (run.ROOT / chosen.build).resolve()
    prefix = chosen.prefix or build.baton(run.ROOT, folder, run.say)
    found, _ = implementations.find([BATON], prefix)
    if not found:
        run.say("Baton, or a launcher for it, is not there")
        return 1
    baton = found[0]
    programs = build.benchmarks(run.ROOT, folder, baton, run.say)
    cores = len(machine.cores())
    pairs = []
    for wishes in WISHES:
        # Anew each time: machines that others share are slower for minutes.
        constants = measure_constants(baton, programs, chosen.rounds)
        predictions = predict(Path(prefix) / "bin" / "baton-sim", constants, cores, wishes, sizes, ranks)
        for count in ranks:
            for key, measured in measure(baton, programs, wishes, sizes, count, cores, chosen.rounds).items():
                if key in predictions and measured > 0:
                    pairs.append(Pair(key[0], wishes[key[0].upper()], key[1], count, predictions[key], measured))
    output = Path(chosen.output)
    output.mkdir(parents=True, exist_ok=True)
    text = markdown(pairs, constants)
    (output / "prediction.md").write_text(text, encoding="utf-8")
    (output / "prediction.svg").write_text(scatter(pairs), encoding="utf-8")
    run.say(text + f"\nwrote {output}/prediction.md, {output}/prediction.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
