# SPDX-License-Identifier: BSD-3-Clause
"""NetPIPE's integrity check: each byte of growing messages between two ranks.
Its mode -2 is left out: with -i it does not end, with Open MPI neither."""
import re

from harness import Case, Code, steps


def build(source, folder, mpi, log):
    return steps([["make", "mpi", f"MPICC={mpi.cc} -w"]], log, folder)


def check(output, _):
    passed = re.findall(r"Integrity check passed|Integrity Check:.*passed", output, re.I)
    if re.search(r"integrity check:? +failed|error", output, re.I):
        return "a message arrived altered"
    sizes = [int(size) for size in re.findall(r"^\s*\d+:\s+(\d+) bytes", output, re.M)]
    if not sizes or sizes[-1] < 262144:
        return f"it ended before 256 KiB: {sizes[-1:]}"
    return None if passed else "no integrity check was made"


def case(name, words, **more):
    return Case(name, 2, ["./NPmpi", "-i", "-u", "1048576", *words], check, **more)


CODE = Code("netpipe", "netpipe", build, [
    case("blocking", [], short=True), case("pre-posted", ["-a"]), case("synchronous", ["-S"]),
    case("any source", ["-z"]), case("blocking tcp", [], transport="tcp", short=True)])
