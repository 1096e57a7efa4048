# SPDX-License-Identifier: BSD-3-Clause
"""p4est, and libsc in it: forests of octrees refined, balanced and partitioned; its own tests, built with assertions."""
from harness import Case, Code, steps

# Of its tests those that move data between ranks. What reads and writes files needs MPI-IO, libsc's node_comm windows.
TWO = ["balance", "balance_seeds", "balance_type", "brick", "coarsen", "ghost", "iterate", "lnodes", "nodes", "partition",
       "partition_corr", "search", "subcomm", "valid", "wrap", "replace", "connrefine"]
SC = ["allgather", "reduce", "notify", "sort", "sortb"]


def build(source, folder, mpi, log):
    for part in (folder, folder / "sc"):
        (part / ".tarball-version").write_text("2.2\n")
    programs = [f"test/{kind}_test_{name}" for name in TWO for kind in ("p4est", "p8est")]
    return steps([["./bootstrap"],
                  ["./configure", "--enable-mpi", "--disable-mpiio", "--enable-debug", "--disable-shared", f"CC={mpi.cc}",
                   f"CXX={mpi.cxx}", "F77=gfortran", "FC=gfortran", "CFLAGS=-O1 -w"],
                  ["make", "-j2", "-C", "sc", "all", *(f"test/sc_test_{name}" for name in SC)],
                  ["make", "-j2", "src/libp4est.la", *programs]], log, folder)


def check(output, _):
    return "it says Abort" if "Abort" in output else None


CODE = Code("p4est", "p4est", build, [
    *(Case(f"{kind} {name}", ranks, [f"test/{kind}_test_{name}"], check) for name in TWO
      for kind, ranks in (("p4est", 5), ("p8est", 3))),
    *(Case(f"sc {name}", 5, [f"sc/test/sc_test_{name}"], check) for name in SC),
    *(Case(f"p4est {name} tcp", 4, [f"test/p4est_test_{name}"], check, transport="tcp")
      for name in ("balance", "ghost", "partition", "lnodes"))], needs=("autoconf", "automake", "libtoolize", "gfortran"))
