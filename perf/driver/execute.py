# SPDX-License-Identifier: BSD-3-Clause
"""Runs one launch with a time limit and reads its result lines. A launch that fails is a result too: Failure."""

import json
import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass

from . import implementations, plan


@dataclass(frozen=True)
class Row:
    """One measured value."""

    implementation: str
    benchmark: str
    ranks: int
    placement: str
    transport: str
    bytes: int
    metric: str
    unit: str
    round: int
    value: float

    @property
    def key(self):
        """What is measured, whoever was measured in whichever round."""
        return (self.benchmark, self.ranks, self.placement, self.transport, self.bytes, self.metric, self.unit)


@dataclass(frozen=True)
class Failure:
    implementation: str
    case: str
    round: int
    reason: str


def parse(output):
    """The result lines among whatever else a job printed."""
    values = []
    for line in output.splitlines():
        line = line.strip()
        if not line.startswith('{"benchmark"'):
            continue
        try:
            values.append(json.loads(line))
        except json.JSONDecodeError:
            continue  # cut short by a crash: the exit status tells
    return values


def run_limited(command, environment, limit):
    """Runs a command in its own process group; returns (exit status or None at the limit, output, errors, seconds)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        process = subprocess.Popen(command, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=err, start_new_session=True)
        try:
            status = process.wait(timeout=limit)
        except subprocess.TimeoutExpired:
            status = None
        except BaseException:
            _end(process)
            raise
        seconds = time.monotonic() - start
        if status is None:
            _end(process)
        return status, _text(out), _text(err), seconds


def run_case(case, implementation, folder, round_number):
    """Runs a case once; returns (rows, failure or None).

    The launcher alone may fail: Open MPI 4.1's mpirun now and then misses the end of programs that end at once.
    """
    rows, failure = _run_once(case, implementation, folder, round_number)
    if failure and not case.program:
        return [], None
    return rows, failure


def _run_once(case, implementation, folder, round_number):
    if case.program:
        launch = implementation.launch([str(folder / case.program), *plan.arguments(case, implementation.name)],
                                       case.ranks, case.placement, case.transport)
    else:
        launch = implementations.launcher_alone(implementation, case.ranks)
    status, output, errors, seconds = run_limited(launch.command, launch.environment, case.timeout)
    if status != 0:
        reason = f"no end within {case.timeout} s" if status is None else f"exit status {status}"
        detail = _telling(errors)
        return [], Failure(implementation.name, str(case), round_number, f"{reason}{': ' + detail if detail else ''}")

    name = implementations.FLOOR if case.program == plan.FLOOR_PROGRAM else implementation.name

    def row(benchmark, size, metric, unit, value):
        return Row(name, benchmark, case.ranks, case.placement, case.transport, size, metric, unit,
                   round_number, float(value))

    rows = [row(v["benchmark"], v["bytes"], v["metric"], v["unit"], v["value"]) for v in parse(output)]
    if case.group == "startup":
        rows.append(row("launch" if case.program else "launcher_alone", 0, "start to end", "ms", seconds * 1e3))
    elif not rows:
        return [], Failure(implementation.name, str(case), round_number, "no result line")
    return rows, None


def _telling(errors):
    """The line of a failed job's errors that says most."""
    lines = [line.strip() for line in errors.splitlines()]
    for word in ("wrong answer", "error", "signal", "cannot", "fail", "abort"):
        for line in lines:
            if word in line.lower():
                return line
    return ""


def _end(process):
    """Ends the launch and, as a launcher may need a moment to end its ranks, waits before it insists."""
    for number, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, number)
            process.wait(timeout=patience)
            break
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    try:
        os.killpg(process.pid, signal.SIGKILL)  # ranks that outlived their launcher
    except ProcessLookupError:
        pass


def _text(file):
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")
