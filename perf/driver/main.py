# SPDX-License-Identifier: BSD-3-Clause
"""The whole run: options, build, interleaved rounds with progress, CSV, report. Started by perf/run."""

import argparse
import signal
import sys
import time
from pathlib import Path

from . import build, collective_table, execute, goals, implementations, machine, plan, report, tables
from .summary import Summary

ROOT = Path(__file__).resolve().parent.parent.parent


def options(arguments):
    parser = argparse.ArgumentParser(prog="perf/run", description=(
        "Measures Baton, Open MPI and MPICH side by side with the same source and writes tables, CSV and an HTML report."))
    parser.add_argument("--quick", action="store_true", help="fewer sizes and one round: within 3 minutes")
    parser.add_argument("--rounds", type=int, help="interleaved rounds (default: 5, or 1 when quick)")
    parser.add_argument("--select", default=",".join(plan.GROUPS), metavar="A,B",
                        help=f"groups to run (default: %(default)s), or {plan.TABLE}")
    parser.add_argument("--only", default=",".join(implementations.ORDER), metavar="A,B",
                        help="implementations to run (default: %(default)s); one that is not installed is left out")
    parser.add_argument("--ranks", metavar="N,M", help="ranks for collectives and scaling (default: 2,4,8; quick: 2,8)")
    parser.add_argument("--output", default="results", metavar="DIR", help="where results go (default: results/)")
    parser.add_argument("--build", default="build/perf", metavar="DIR", help="where builds go (default: build/perf/)")
    parser.add_argument("--prefix", metavar="DIR", help="measure the Baton installed there instead of building it")
    parser.add_argument("--no-install", action="store_true", help="install no packages (perf/run acts on it)")
    chosen = parser.parse_args(arguments)
    chosen.select = _names(parser, chosen.select, (*plan.GROUPS, plan.TABLE))
    chosen.only = _names(parser, chosen.only, implementations.ORDER)
    try:
        chosen.ranks = [int(part) for part in chosen.ranks.split(",")] if chosen.ranks else None
    except ValueError:
        parser.error("--ranks wants numbers separated by commas")
    if chosen.rounds is not None and chosen.rounds < 1 or chosen.ranks and min(chosen.ranks) < 1:
        parser.error("--rounds and --ranks want numbers above 0")
    return chosen


def _names(parser, text, known):
    names = [name for name in text.split(",") if name]
    for name in names:
        if name not in known:
            parser.error(f"'{name}' is none of {', '.join(known)}")
    return names


def say(text):
    print(text, flush=True)


def prepare(chosen, say=say):
    """Builds what can be built; returns [(implementation, folder of programs)]."""
    folder = (ROOT / chosen.build).resolve()
    prefix = chosen.prefix
    if implementations.BATON in chosen.only and prefix is None:
        try:
            prefix = build.baton(ROOT, folder, say)
        except (build.BuildError, OSError) as error:
            say(f"Baton was not built and is left out:\n{error}")
    found, missing = implementations.find(chosen.only, prefix)
    for name in missing:
        say(f"{implementations.TITLES[name]} is not there and is left out")
    return [(implementation, build.benchmarks(ROOT, folder, implementation, say)) for implementation in found]


def measure(cases, subjects, rounds):
    """All rounds; within a round every case runs once with each MPI in turn (A B C), so that drift meets all alike.

    An interrupt (Ctrl-C, SIGTERM) ends the launch under way and the measuring; what was measured is kept.
    """
    rows, failures = [], []
    total = len(cases) * rounds
    start = time.monotonic()
    launches = ((number, case) for number in range(1, rounds + 1) for case in cases)
    try:
        for position, (number, case) in enumerate(launches):
            marks = [_measure_one(case, *subject, number, rows, failures)
                     for subject in (subjects[:1] if case.program == plan.FLOOR_PROGRAM else subjects)]
            elapsed = time.monotonic() - start
            left = elapsed / (position + 1) * (total - position - 1)
            say(f"[{position + 1:3}/{total}] {case}: {' / '.join(marks)} s, about {left / 60:.1f} min left")
    except KeyboardInterrupt:
        say("interrupted: the results are those of what was measured so far")
    return rows, failures


def _measure_one(case, implementation, folder, number, rows, failures):
    """One launch; returns how long it took, as shown."""
    if number > 1 and plan.spins(case, implementation.name):
        return "once"
    began = time.monotonic()
    new_rows, failure = execute.run_case(case, implementation, folder, number)
    rows += new_rows
    if failure:
        failures.append(failure)
        say(f"    {implementation.title} FAILED: {failure.case}: {failure.reason}")
    return f"{time.monotonic() - began:.1f}"


def _interrupt(_signal, _frame):
    raise KeyboardInterrupt


def main(arguments):
    chosen = options(arguments)
    effort = plan.QUICK if chosen.quick else plan.FULL
    ranks = chosen.ranks or ([2, 8] if chosen.quick else [2, 4, 8])
    try:
        subjects = prepare(chosen)
    except build.BuildError as error:
        say(f"the benchmarks do not compile:\n{error}")
        return 1
    if not subjects:
        say("no MPI to measure")
        return 1
    facts = machine.describe(ROOT, [implementation for implementation, _ in subjects])
    cases = plan.cases(effort, chosen.select, ranks, len(machine.cores()))
    rounds = chosen.rounds or effort.rounds
    facts["rounds"] = str(rounds)
    signal.signal(signal.SIGTERM, _interrupt)
    rows, failures = measure(cases, subjects, rounds)
    if not rows and not failures:
        say("nothing was measured")
        return 1

    names = [implementation.name for implementation, _ in subjects]
    if any(row.implementation == implementations.FLOOR for row in rows):
        names.append(implementations.FLOOR)
    summary = Summary(rows)
    output = Path(chosen.output)
    output.mkdir(parents=True, exist_ok=True)
    tables.write_rows(output / "results.csv", rows, facts)
    tables.write_summary(output / "summary.csv", summary, names)
    verdicts = goals.judge(summary)
    (output / "report.html").write_text(report.page(summary, names, facts, verdicts, failures), encoding="utf-8")
    say(tables.side_by_side(summary, names))
    if implementations.BATON in names:
        say("\n" + goals.text(verdicts))
        if plan.TABLE in chosen.select:
            say("\n" + collective_table.text(collective_table.table(summary), "collectives against the peers"))
        if plan.TABLE in chosen.select or "collectives" in chosen.select:
            say("\n" + collective_table.text(collective_table.guidelines(summary), "guidelines, Baton against itself"))
    say(f"\nwrote {output}/results.csv, {output}/summary.csv, {output}/report.html")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
