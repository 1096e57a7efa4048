# SPDX-License-Identifier: BSD-3-Clause
"""Instructions per 8-byte message, counted by callgrind: the same on every run, whatever else the machine does.

Two counts are taken and their difference divided, so that what only the first messages cost (connecting) drops out.
Counted are the ranks' own instructions inside MPI_Send and MPI_Recv (or Irecv, Send, Wait to itself), never a wait. Of
collectives of two ranks: those of a broadcast's root, and of the rank that comes last to an allreduce or a barrier. The
other one is there by then but for a frozen machine, so the least of several counts is taken.
"""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

from . import build, execute, implementations, main as run
from .implementations import BOUND, SHM, TITLES, TOLD

BURST = 4  # messages in a burst, as in instructions.cpp
FEW, MANY = 50, 150
LIMIT = 120
REGIONS = {"send": (2, "send_burst"), "receive": (2, "receive_burst"), "to itself": (1, "self_burst"),
           "bcast root": (2, "bcast_root"), "allreduce": (2, "allreduce_last"), "barrier": (2, "barrier_last")}
CALLS = {"bcast root": "bcast", "allreduce": "allreduce", "barrier": "barrier"}
TRIES = 2  # of collectives


def total(path):
    """Instructions collected in one callgrind file."""
    match = re.search(r"^(?:summary|totals): (\d+)", path.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    return int(match.group(1)) if match else 0


def count(implementation, folder, ranks, function, rounds, call=""):
    """Instructions of all ranks inside `function` during so many bursts, or calls of a collective."""
    with tempfile.TemporaryDirectory() as scratch:
        program = ["valgrind", "--quiet", "--tool=callgrind", f"--toggle-collect={function}",
                   f"--callgrind-out-file={scratch}/count.%p", str(folder / "instructions"), "--rounds", str(rounds)]
        program += ["--call", call] if call else []
        if ranks == 2:
            for name in ("to-receiver", "to-sender"):
                os.mkfifo(f"{scratch}/{name}")
                program += [f"--{name}", f"{scratch}/{name}"]
        launch = implementation.launch(program, ranks, BOUND if ranks <= 2 <= (os.cpu_count() or 1) else TOLD, SHM)
        status, _, errors, _ = execute.run_limited(launch.command, launch.environment, LIMIT)
        if status != 0:
            raise RuntimeError(f"{implementation.title}: {'no end' if status is None else f'exit status {status}'}\n{errors[-2000:]}")
        return sum(total(path) for path in Path(scratch).glob("count.*"))


def per_message(implementation, folder):
    """Name of the region -> instructions per message."""
    counts = {}
    for name, (ranks, function) in REGIONS.items():
        call = CALLS.get(name, "")
        few, many = (min(count(implementation, folder, ranks, function, rounds, call) for _ in range(TRIES if call else 1))
                     for rounds in (FEW, MANY))
        counts[name] = (many - few) / ((MANY - FEW) * (1 if call else BURST))
    return counts


def main(arguments):
    parser = argparse.ArgumentParser(prog="perf/instructions", description=__doc__.split("\n")[0])
    parser.add_argument("--only", default=",".join(implementations.ORDER), metavar="A,B")
    parser.add_argument("--prefix", metavar="DIR", help="count the Baton installed there instead of building it")
    parser.add_argument("--build", default="build/perf", metavar="DIR")
    parser.add_argument("--at-most", type=float, metavar="N", help="fail when Baton's send and receive exceed N together")
    chosen = parser.parse_args(arguments)
    chosen.only = [name for name in chosen.only.split(",") if name in implementations.ORDER]
    print(f"{'instructions per 8-byte message':<34}" + "".join(f"{name:>12}" for name in REGIONS))
    worst = 0
    failed = False
    for implementation, folder in run.prepare(chosen, say=lambda text: print(text, file=sys.stderr)):
        try:
            counts = per_message(implementation, folder)
        except (RuntimeError, OSError) as error:
            print(f"{TITLES[implementation.name]:<34}{error}")
            failed = True
            continue
        print(f"{TITLES[implementation.name]:<34}" + "".join(f"{counts[name]:>12.0f}" for name in REGIONS), flush=True)
        if implementation.name == implementations.BATON:
            worst = counts["send"] + counts["receive"]
    if chosen.at_most is not None and worst > chosen.at_most:
        print(f"Baton needs {worst:.0f} instructions for a send and its receive: more than {chosen.at_most:.0f}")
        failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except build.BuildError as error:
        sys.exit(f"the benchmarks do not compile:\n{error}")
