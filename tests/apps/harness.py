# SPDX-License-Identifier: BSD-3-Clause
"""How a code is had, built once per MPI, and run: what tests/apps/run does with a Code. Not here: which codes there
are (codes/)."""
import dataclasses
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time
from typing import Callable, Optional

SUPPORT = pathlib.Path(__file__).resolve().parents[1] / "support"
NO_SOURCE = 69  # what tests/support/debian_source says when an archive lacks a package


@dataclasses.dataclass(frozen=True)
class Case:
    """One run of a built code."""
    name: str
    ranks: int
    command: list                                     # argument words, relative to the folder the code was built in
    check: Callable[[str, pathlib.Path], Optional[str]]  # (output, folder) -> None, or what is wrong
    transport: str = ""                      # BATON_TRANSPORT
    short: bool = False                      # also in the short selection
    limit: int = 120                         # seconds
    prepare: Optional[Callable[[pathlib.Path], None]] = None   # writes input files into the folder
    launch: bool = True                      # False: the command launches by itself, "{mpirun}" in it is the launcher


@dataclasses.dataclass(frozen=True)
class Code:
    name: str
    package: str                             # Debian's name of the source
    build: Callable                          # (source, folder, Mpi, log) -> exit code
    cases: list
    in_tree: bool = True                     # the folder is a copy of the source; else empty
    libraries: str = ""                      # folder of shared libraries that the build leaves, for LD_LIBRARY_PATH
    needs: tuple = ()                        # programs that the build calls beside make, a compiler and perl

    @property
    def short(self):
        return any(case.short for case in self.cases)


@dataclasses.dataclass(frozen=True)
class Mpi:
    name: str
    cc: str
    cxx: str


@dataclasses.dataclass
class Row:
    code: str
    case: str
    ranks: int
    verdicts: dict = dataclasses.field(default_factory=dict)  # MPI -> "ok" or what is wrong
    seconds: dict = dataclasses.field(default_factory=dict)
    skipped: bool = False

    def bad(self):
        return not self.skipped and self.verdicts.get("Baton") != "ok"


def baton(prefix):
    for program in ("mpicc", "mpicxx"):
        if not (prefix / "bin" / program).exists():
            raise SystemExit(f"tests/apps/run: {prefix} holds no installed Baton: {prefix}/bin/{program} is not there")
    return Mpi("Baton", str(prefix / "bin" / "mpicc"), str(prefix / "bin" / "mpicxx"))


def open_mpi():
    return Mpi("Open MPI", "mpicc.openmpi", "mpicxx.openmpi")


def launcher():
    return shutil.which("mpirun.openmpi") or shutil.which("mpirun")


def environment(transport=""):
    """The caller's, without what would steer a build or a rank; as root mpirun wants to be asked twice."""
    kept = {k: v for k, v in os.environ.items() if k not in ("CC", "CXX", "CFLAGS", "CXXFLAGS", "LDFLAGS", "MAKEFLAGS")}
    kept.update(OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1", OMPI_MCA_rmaps_base_oversubscribe="1")
    if transport:
        kept["BATON_TRANSPORT"] = transport
    return kept


def tail(path, lines=15):
    return "\n".join(path.read_text(errors="replace").splitlines()[-lines:])


def logged(command, log, cwd, limit=3600, env=None):
    """Runs to the end, output appended to a file. The whole process group goes when the time is over: -1."""
    with open(log, "ab") as out:
        out.write(f"$ {' '.join(map(str, command))}\n".encode())
        out.flush()
        process = subprocess.Popen([str(word) for word in command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.STDOUT, env=env or environment(), start_new_session=True)
        try:
            return process.wait(limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)  # mpirun ends its ranks on that
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            return -1


def steps(commands, log, cwd, env=None):
    """Runs each in turn; the first exit code that is not 0."""
    for command in commands:
        outcome = logged(command, log, cwd, env=env)
        if outcome != 0:
            return outcome
    return 0


def get_source(code, work):
    """The tree of the code's source, or None where the archive does not hold it or nothing here can build it."""
    missing = [program for program in code.needs if shutil.which(program) is None]
    if missing:
        print(f"  {code.name}: skipped: to build it takes {' '.join(missing)}, which is not installed", flush=True)
        return None
    tree = work / "source" / code.package
    done = subprocess.run([SUPPORT / "debian_source", code.package, tree], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return tree
    reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    if done.returncode != NO_SOURCE:
        raise SystemExit(f"tests/apps/run: debian_source failed ({done.returncode}): {reason}")
    print(f"  {code.name}: skipped: {reason}", flush=True)
    return None


def build_code(code, work, mpi, source):
    """Builds the code with this MPI; the folder, or None. A finished build of the same MPI is kept."""
    folder = work / mpi.name.lower().replace(" ", "_") / code.name
    log, stamp = folder.with_suffix(".build.log"), folder.with_suffix(".built")
    if stamp.exists() and stamp.read_text() == mpi.cc:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    log.unlink(missing_ok=True)
    if code.in_tree:
        shutil.copytree(source, folder, symlinks=True)
    else:
        folder.mkdir()
    start = time.monotonic()
    outcome = code.build(source, folder, mpi, log)
    if outcome != 0:
        print(f"  {code.name}: does not build with {mpi.name} ({outcome}), see {log}\n{tail(log)}", flush=True)
        return None
    print(f"  {code.name}: built with {mpi.name} in {time.monotonic() - start:.0f} s", flush=True)
    stamp.write_text(mpi.cc)
    return folder


def run_case(case, source, folder, libraries):
    """(verdict, seconds) of one run."""
    log = folder / f"case.{re.sub('[^A-Za-z0-9=_]', '_', case.name)}.{case.ranks}.log"
    log.unlink(missing_ok=True)
    if case.prepare:
        case.prepare(folder)
    command = [str(word).replace("{mpirun}", launcher()).replace("{source}", str(source)) for word in case.command]
    if case.launch:
        command = [launcher(), "-n", str(case.ranks)] + command
    env = environment(case.transport)
    if libraries:
        env["LD_LIBRARY_PATH"] = ":".join([str(folder / libraries), *filter(None, [env.get("LD_LIBRARY_PATH")])])
    start = time.monotonic()
    outcome = logged(command, log, cwd=folder, limit=case.limit, env=env)
    seconds = time.monotonic() - start
    if outcome == -1:
        return f"not done in {case.limit} s, see {log}", seconds
    if outcome != 0:
        return f"exit code {outcome}, see {log}", seconds
    wrong = case.check(log.read_text(errors="replace"), folder)
    return ("ok" if wrong is None else f"{wrong}, see {log}"), seconds


def run_code(code, work, mpis, everything):
    print(f"{code.name}:", flush=True)
    cases = [case for case in code.cases if everything or case.short]
    rows = [Row(code.name, case.name, case.ranks) for case in cases]
    source = get_source(code, work)
    if source is None:
        for row in rows:
            row.skipped = True
        return rows
    for mpi in mpis:
        folder = build_code(code, work, mpi, source)
        for row, case in zip(rows, cases):
            if case.transport and mpi.name != "Baton":
                continue
            verdict, seconds = run_case(case, source, folder, code.libraries) if folder else ("does not build", 0)
            row.verdicts[mpi.name], row.seconds[mpi.name] = verdict, seconds
            print(f"  {code.name} {case.name}, {case.ranks} ranks, {mpi.name}: {verdict} ({seconds:.1f} s)", flush=True)
    return rows


def table(rows, mpis):
    """Markdown: code, case, ranks, verdict, and each MPI's time."""
    lines = ["| code | case | ranks | verdict | " + " | ".join(f"{mpi.name}, s" for mpi in mpis) + " |",
             "| --- | --- | ---: | --- |" + " ---: |" * len(mpis)]
    for row in rows:
        verdict = "skipped" if row.skipped else row.verdicts.get("Baton", "-").split(", see")[0]
        times = []
        for mpi in mpis:
            passed = row.verdicts.get(mpi.name) == "ok"
            times.append(f"{row.seconds[mpi.name]:.1f}" if passed else "failed" if mpi.name in row.verdicts else "-")
        lines.append(f"| {row.code} | {row.case} | {row.ranks} | {verdict} | {' | '.join(times)} |")
    return "\n".join(lines)
