# SPDX-License-Identifier: BSD-3-Clause
"""FFTW's MPI transforms: its own random checks of dft, r2c and r2r problems against a slow transform."""
from harness import Case, Code, steps


def build(source, folder, mpi, log):
    # The program that is checked, and not the manual pages: nothing there needs tools beside a compiler and perl.
    return steps([[source / "configure", "--enable-mpi", "--disable-fortran", "--disable-doc", f"MPICC={mpi.cc}", "CFLAGS=-O1"],
                  *[["make", "-j2", "-C", part] for part in ("support", "kernel", "simd-support", "dft", "rdft", "reodft",
                                                            "api", "libbench2")],
                  ["make", "-j2", "libfftw3.la"], ["make", "-j2", "-C", "mpi", "mpi-bench"]], log, folder)


def check(output, _):
    if "FAILED" in output or "Executing" not in output:
        return "check.pl found a wrong transform"
    return None


def case(ranks, count, **more):
    name = f"{count} problems" + (f" {more['transport']}" if "transport" in more else "")
    command = ["perl", "-w", "{source}/tests/check.pl", "--verbose", "--random", "--maxsize=10000", f"-c={count}", "--mpi",
               f"{{mpirun}} -n {ranks} mpi/mpi-bench"]
    return Case(name, ranks, command, check, launch=False, **more)


CODE = Code("fftw", "fftw3", build, [
    case(1, 10), case(2, 10), case(3, 10, short=True), case(4, 40, limit=300), case(7, 10),
    case(2, 10, transport="tcp"), case(4, 10, transport="tcp", short=True)], in_tree=False)
