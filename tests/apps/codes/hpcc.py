# SPDX-License-Identifier: BSD-3-Clause
"""HPC Challenge: HPL, PTRANS, RandomAccess, FFT, latency and bandwidth in one program that verifies each."""
import re

from harness import Case, Code, steps

# Two calls that MPI 3.0 took away stand in its HPL; their successors have the same arguments. Open MPI's header would
# refuse the old names.
MAKE = r"""SHELL = /bin/sh
CD = cd
CP = cp
LN_S = ln -s
MKDIR = mkdir -p
RM = rm -f
TOUCH = touch
ARCH = $(arch)
TOPdir = ../../..
INCdir = $(TOPdir)/include
BINdir = $(TOPdir)/bin/$(ARCH)
LIBdir = $(TOPdir)/lib/$(ARCH)
HPLlib = $(LIBdir)/libhpl.a
F2CDEFS = -DAdd_ -DF77_INTEGER=int -DStringSunStyle
HPL_INCLUDES = -I$(INCdir) -I$(INCdir)/$(ARCH)
HPL_LIBS = $(HPLlib) -lblas -lm
HPL_OPTS = -DHPL_CALL_CBLAS -DMPI_Address=MPI_Get_address -DMPI_Type_struct=MPI_Type_create_struct \
  -DOMPI_OMIT_MPI1_COMPAT_DECLS=1
HPL_DEFS = $(F2CDEFS) $(HPL_OPTS) $(HPL_INCLUDES)
CC = %s
CCNOOPT = $(HPL_DEFS) -w
CCFLAGS = $(HPL_DEFS) -O2 -w
LINKER = $(CC)
LINKFLAGS =
ARCHIVER = ar
ARFLAGS = r
RANLIB = ranlib
"""
PARTS = {"HPL": r"\.\.\.\.\.\. PASSED", "PTRANS": r"^(WALL|CPU).*PASSED", "RandomAccess": r"Found \d+ errors? in \d+ loc"}


def build(source, folder, mpi, log):
    (folder / "hpl" / "Make.baton").write_text(MAKE % mpi.cc, encoding="utf-8")
    return steps([["make", "-j2", "arch=baton"]], log, folder)


def prepare(size, rows, columns):
    def write(folder):
        lines = (folder / "_hpccinf.txt").read_text().splitlines()
        for index, value in ((5, size), (10, rows), (11, columns)):
            lines[index] = f"{value} " + lines[index]
        (folder / "hpccinf.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (folder / "hpccoutf.txt").unlink(missing_ok=True)  # the program appends
    return write


def check(output, folder):
    report = folder / "hpccoutf.txt"
    if not report.exists():
        return "no report"
    text = report.read_text(errors="replace")
    for part, proof in PARTS.items():
        if not re.search(proof, text, re.M):
            return f"{part} does not say that it passed"
    for bad in ("FAILED", "(failed)", "Failed"):
        if bad in text:
            return f"the report says {bad}"
    summary = dict(re.findall(r"^(\w+)=(\S+)$", text, re.M))
    if summary.get("Success") != "1":
        return "no Success=1"
    # Its FFT forward and back, per element; the program prints the error and leaves the judgement.
    errors = {key: float(value) for key, value in summary.items() if key.endswith("FFT_maxErr")}
    if not errors or any(not 0 <= error < 1e-13 for error in errors.values()):
        return f"FFT errors {errors}"
    if summary.get("CommWorldProcs") != "1" and float(summary.get("MaxPingPongLatency_usec", "0")) <= 0:
        return "no ping-pong was measured"
    return None


def case(ranks, size, rows, columns, **more):
    name = f"N={size}" + (f" {more['transport']}" if "transport" in more else "")
    return Case(name, ranks, ["./hpcc"], check, prepare=prepare(size, rows, columns), **more)


CODE = Code("hpcc", "hpcc", build, [
    case(1, 400, 1, 1), case(2, 400, 1, 2), case(4, 400, 2, 2, short=True), case(8, 400, 2, 4), case(4, 1200, 2, 2, limit=300),
    case(4, 400, 2, 2, transport="tcp", short=True), case(8, 400, 2, 4, transport="tcp")])
