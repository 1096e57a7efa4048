# SPDX-License-Identifier: BSD-3-Clause
"""ScaLAPACK: its own testers of the double and double complex routines, which judge by residuals. It calls MPI from C
alone (in the BLACS), so it needs a Fortran compiler but no MPI for Fortran; the BLACS's own tester would."""
import pathlib
import re

from harness import Case, Code, steps

# Several of its make rules add to the one archive at the same time.
MAKE = r"""CDEFS = -DAdd_
CC = {cc}
FC = gfortran
NOOPT = -O0 -w -fallow-argument-mismatch
FCFLAGS = -O1 -w -fallow-argument-mismatch
CCFLAGS = -O1 -w
FCLOADER = $(FC)
CCLOADER = $(FC)
FCLOADFLAGS =
CCLOADFLAGS =
ARCH = flock {folder}/archive.lock ar
ARCHFLAGS = cr
RANLIB = true
SCALAPACKLIB = libscalapack.a
BLASLIB = -lblas
LAPACKLIB = -llapack
LIBS = $(LAPACKLIB) $(BLASLIB) $(shell $(CC) -showme:link)
"""


def wanted():
    """Programs by the folder that builds them. Not xdhseqr, which takes the time from MPI in Fortran."""
    linear = [f"x{p}{name}" for name in ("lu", "dblu", "dtlu", "gblu", "llt", "pbllt", "ptllt", "inv", "qr", "ls") for p in "dz"]
    eigen = [f"x{p}{name}" for name in ("hrd", "trd", "brd", "nep", "sep", "gsep") for p in "dz"]
    return {"TESTING/LIN": [f"../{program}" for program in linear],
            "TESTING/EIG": [f"../{program}" for program in eigen + ["xdsvd", "xzevc", "xdsyevr", "xzheevr"]],
            "PBLAS/TESTING": [f"x{p}pblas{level}tst" for level in (1, 2, 3) for p in "dz"],
            "REDIST/TESTING": [f"x{p}{name}" for name in ("gemr", "trmr") for p in "dz"]}


def build(source, folder, mpi, log):
    (folder / "SLmake.inc").write_text(MAKE.replace("{cc}", mpi.cc).replace("{folder}", str(folder)), encoding="utf-8")
    return steps([["make", "-C", "BLACS", "-j2", "lib"],
                  *[["make", "-C", part, "-j2", "double", "complex16"] for part in ("TOOLS", "PBLAS/SRC", "REDIST/SRC", "SRC")],
                  *[["make", "-C", part, "-j2", *programs] for part, programs in wanted().items()]], log, folder)


def residuals(output, _):
    """A program counts its own tests; those that need more ranks than it has are skipped."""
    done, good, bad = (sum(int(n) for n in re.findall(pattern, output)) for pattern in
                       (r"Finished +(\d+) tests", r"(\d+) tests completed and passed", r"(\d+) tests completed and failed"))
    if good == 0:
        return "no test passed"
    return f"{bad} of {done} tests failed" if bad != 0 else None


def singular_values(output, _):
    if re.search(r"^ *failed", output, re.M | re.I):
        return "a test failed"
    return None if re.search(r"^ *Passed", output, re.M) and "End of tests" in output else "it did not come to its end"


def basic(output, _):
    """The table at the end: subroutine, tests, passed, failed, skipped."""
    rows = re.findall(r"^ *\| +(\w+) +(\d+) +(\d+) +(\d+) +\d+$", output, re.M)
    bad = [name for name, total, passed, failed in rows if int(failed) != 0 or int(passed) == 0]
    if not rows or "End of Tests" not in output:
        return "it did not come to its end"
    return f"failed: {' '.join(bad)}" if bad else None


def redistribution(output, _):
    count = int((re.findall(r"/ (\d+) tests", output) or ["0"])[0])
    passed = output.count("TEST PASSED OK")
    return None if passed == count > 0 else f"{passed} of {count} tests passed"


def case(part, target):
    program = pathlib.PurePath(target).name
    folder = "TESTING" if part.startswith("TESTING") else part
    check = {"PBLAS/TESTING": basic, "REDIST/TESTING": redistribution}.get(part, residuals)
    return Case(program, 4, ["sh", "-c", f"cd {folder} && exec ./{program}"],
                singular_values if program == "xdsvd" else check, limit=300)


CODE = Code("scalapack", "scalapack", build, [case(part, target) for part, programs in wanted().items() for target in programs],
            needs=("gfortran", "flock"))
