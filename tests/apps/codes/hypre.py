# SPDX-License-Identifier: BSD-3-Clause
"""hypre: multigrid and Krylov solvers; its drivers on its own jobs, results compared with those it carries."""
from harness import Case, Code, steps


def build(source, folder, mpi, log):
    src = folder / "src"
    return steps([["./configure", "--disable-fortran", f"CC={mpi.cc}", f"CXX={mpi.cxx}", "CFLAGS=-O1 -w", "CXXFLAGS=-O1 -w"],
                  ["make", "-j2"], ["make", "-j2", "-C", "test", "ij", "struct", "sstruct"]], log, src)


def check(output, folder):
    bad = [path.name for path in (folder / "src" / "test").glob("TEST_*/*.err") if path.stat().st_size > 0]
    return f"results differ: {' '.join(sorted(bad))}" if bad else None


def case(test, ranks):
    """runtest.sh runs the jobs of one script, each on the ranks that it names (up to `ranks`), and compares."""
    script = (f"cd src/test && ./cleantest.sh >/dev/null 2>&1; ./runtest.sh -rtol 1.e-06 -mpi '{{mpirun}} -np' {test} "
              f"&& ls {test[:-3]}.out* >/dev/null")
    return Case(test, ranks, ["bash", "-c", script], check, launch=False, limit=400)


CODE = Code("hypre", "hypre", build, [case("TEST_ij/default.sh", 4), case("TEST_ij/solvers.sh", 8),
                                      case("TEST_struct/solvers.sh", 3), case("TEST_sstruct/solvers.sh", 4)])
