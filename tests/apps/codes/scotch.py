# SPDX-License-Identifier: BSD-3-Clause
"""PT-Scotch: distributed graphs, ordered and partitioned; its own test programs, with threads beside MPI."""
import re

from harness import Case, Code, steps

PROGRAMS = ["band", "check", "coarsen", "grow", "induce", "redist"]


def build(source, folder, mpi, log):
    src = folder / "src"
    settings = (src / "Make.inc" / "Makefile.inc.x86-64_pc_linux2").read_text().replace("-O3", "-O1 -w")
    (src / "Makefile.inc").write_text(settings, encoding="utf-8")
    flags = re.search(r"^CFLAGS\s*=\s*(.*)$", settings, re.M).group(1)
    compilers = [f"CCP={mpi.cc}", f"CCD={mpi.cc}"]
    # What its goal `ptcheck` hands to the rules of its programs.
    check_settings = [f"CC={mpi.cc}", f"CFLAGS={flags} -DSCOTCH_PTSCOTCH", "SCOTCHLIBS=-lptscotch -lscotch -lptscotcherr"]
    return steps([["make", "ptscotch", *compilers],  # its rules do not bear -j
                  ["make", "-C", "check", *check_settings, *(f"test_scotch_dgraph_{name}" for name in PROGRAMS)]], log, src)


def check(output, _):
    return "it says ERROR" if "ERROR" in output else None


def program(name, graph, ranks, **more):
    label = f"{name} {graph}" + (f" {more['transport']}" if "transport" in more else "")
    return Case(label, ranks, [f"src/check/test_scotch_dgraph_{name}", f"src/check/data/{graph}.grf"], check, **more)


def tool(name, words, ranks, **more):
    label = f"{name} {words[-2].split('/')[-1]}" + (f" {more['transport']}" if "transport" in more else "")
    return Case(label, ranks, [f"bin/{name}", *words], check, **more)


CODE = Code("scotch", "scotch", build, [
    *(program(name, graph, 3) for name in PROGRAMS for graph in ("bump", "bump_b100000")),
    *(program(name, "bump", 3, transport="tcp") for name in PROGRAMS),
    program("coarsen", "m4x4_b1", 3),
    tool("dgpart", ["9", "src/check/data/bump.grf", "/dev/null"], 4), tool("dgord", ["src/check/data/bump.grf", "/dev/null"], 4),
    tool("dgpart", ["9", "src/check/data/bump.grf", "/dev/null"], 7, transport="tcp")], libraries="lib",
    needs=("flex", "bison"))
