# SPDX-License-Identifier: BSD-3-Clause
"""Builds Baton (preset release, installed beside its build) and the benchmark programs with each MPI's wrapper."""

import os
import subprocess
from pathlib import Path


class BuildError(RuntimeError):
    """A build failed; the text holds the command and the end of its output."""


def run(command, cwd, environment=None):
    result = subprocess.run(command, cwd=cwd, env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    if result.returncode != 0:
        tail = "\n".join(result.stdout.splitlines()[-30:])
        raise BuildError(f"{' '.join(map(str, command))}\n{tail}")


def baton(root, build, say):
    """Builds and installs Baton; returns its prefix."""
    if not (root / "CMakeLists.txt").exists():
        raise BuildError("there is no CMakeLists.txt at the root of the tree")
    prefix = build / "prefix"
    tree = build / "release"
    say("configuring Baton (preset release)")
    run(["cmake", "--preset", "release", "-B", str(tree), f"-DCMAKE_INSTALL_PREFIX={prefix}"], root)
    say("building Baton")
    run(["cmake", "--build", str(tree), "--parallel", str(max(1, len(os.sched_getaffinity(0))))], root)
    run(["cmake", "--install", str(tree), "--prefix", str(prefix)], root)
    return prefix


def benchmarks(root, build, implementation, say):
    """Compiles every program of perf/bench for one MPI; returns the folder that holds them."""
    say(f"compiling the benchmarks for {implementation.title}")
    folder = build / "bench" / implementation.name
    run(["make", "-s", "-j2", "-C", str(Path(root) / "perf" / "bench"), f"MPICXX={implementation.compiler}",
         f"BUILD={folder}"], root)
    return folder
