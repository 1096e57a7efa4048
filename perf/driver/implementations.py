# SPDX-License-Identifier: BSD-3-Clause
"""The MPIs that are compared: their compiler wrapper, and the command line that launches ranks with each.

Nothing is run here except version queries; what is measured stands in plan.py.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

BATON, OPENMPI, MPICH = "baton", "openmpi", "mpich"
ORDER = (BATON, OPENMPI, MPICH)
FLOOR = "floor"  # no MPI: what the machine allows (bench/floor.cpp), shown beside them
TITLES = {BATON: "Baton", OPENMPI: "Open MPI", MPICH: "MPICH", FLOOR: "Floor"}

# How ranks lie on cores.
BOUND = "bound"  # at most one rank a core, each bound to its own
TOLD = "told"  # more ranks than cores, and the launcher knows it (Open MPI then yields when idle)
UNTOLD = "untold"  # the same, but the launcher was told that there are enough cores
ONE_CORE = "one_core"  # not told either, and all of them confined to one core
PLACEMENTS = (BOUND, TOLD, UNTOLD, ONE_CORE)

SHM, TCP = "shm", "tcp"
TRANSPORTS = (SHM, TCP)


@dataclass
class Launch:
    """A command and what it adds to the environment."""

    command: list
    environment: dict = field(default_factory=dict)


@dataclass
class Implementation:
    name: str
    compiler: str
    launcher: str
    version: str = ""
    library_path: str = ""

    @property
    def title(self):
        return TITLES[self.name]

    def launch(self, program, ranks, placement, transport):
        """The launch of `ranks` copies of `program` (a list: path and arguments)."""
        launch = (self._hydra if self.name == MPICH else self._mpirun)(program, ranks, placement, transport)
        if placement == ONE_CORE:
            launch.command = ["taskset", "-c", str(min(os.sched_getaffinity(0))), *launch.command]
        return launch

    def _mpirun(self, program, ranks, placement, transport):
        command = [self.launcher, "-n", str(ranks)]
        environment = {}
        if os.geteuid() == 0:
            environment.update(OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")
        if placement == BOUND:
            command += ["--map-by", "core", "--bind-to", "core"]
        elif placement == TOLD:
            command += ["--oversubscribe", "--bind-to", "none"]
        else:
            command += ["--host", f"localhost:{ranks}", "--bind-to", "none"]
        if self.name == OPENMPI and transport == TCP:
            command += ["--mca", "pml", "ob1", "--mca", "btl", "tcp,self"]
        if self.name == BATON:
            if transport == TCP:
                environment["BATON_TRANSPORT"] = "tcp"
            if self.library_path:
                old = os.environ.get("LD_LIBRARY_PATH")
                environment["LD_LIBRARY_PATH"] = self.library_path + (":" + old if old else "")
            for variable in ("BATON_TRANSPORT", "LD_LIBRARY_PATH"):
                if variable in environment:
                    command += ["-x", variable]
        return Launch(command + program, environment)

    def _hydra(self, program, ranks, placement, transport):
        command = [self.launcher, "-n", str(ranks)]
        if placement == BOUND:
            command += ["-bind-to", "core"]
        environment = {}
        if transport == TCP:  # its shared memory off, and its network layer held to sockets
            environment.update(MPIR_CVAR_NOLOCAL="1", UCX_TLS="tcp,self")
        return Launch(command + program, environment)


def launcher_alone(implementation, ranks):
    """The same launch of a program that is no MPI program: what the launcher alone costs."""
    return implementation.launch(["/bin/true"], ranks, TOLD, SHM)


def find(names, prefix):
    """The implementations among `names` that are installed here, in the order of the report; and the others' names.

    `prefix` is where Baton was installed, or None when it was not built.
    """
    found, missing = [], []
    for name in ORDER:
        if name not in names:
            continue
        implementation = _find_baton(prefix) if name == BATON else _find_peer(name)
        if implementation is None:
            missing.append(name)
        else:
            found.append(implementation)
    return found, missing


def _find_peer(name):
    compiler = shutil.which("mpicxx." + name)
    launcher = shutil.which("mpirun.openmpi" if name == OPENMPI else "mpiexec.hydra")
    if not compiler or not launcher:
        return None
    pattern = r"\(Open MPI\) (\S+)|(?:mpirun.*?) (\d\S*)" if name == OPENMPI else r"Version:\s+(\S+)"
    return Implementation(name, compiler, launcher, _version([launcher, "--version"], pattern))


def _find_baton(prefix):
    if prefix is None:
        return None
    compiler = Path(prefix) / "bin" / "mpicxx"
    launcher = shutil.which("mpirun.openmpi") or shutil.which("mpirun")
    if not compiler.exists() or not launcher:
        return None
    library = next((d for d in ("lib", "lib64") if (Path(prefix) / d).is_dir()), "lib")
    return Implementation(BATON, str(compiler), launcher, library_path=str(Path(prefix) / library))


def _version(command, pattern):
    try:
        output = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    match = re.search(pattern, output.stdout + output.stderr)
    return next((group for group in match.groups() if group), "") if match else ""
