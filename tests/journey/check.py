# SPDX-License-Identifier: BSD-3-Clause
"""Holds docs/journey.md true: runs a program whose sources on the journey are instrumented, turns its traces into lists of
files, and compares them with the order that the page tells and with every file that it names.

check.py ROOT PROGRAM LAUNCHER: exit 0 and silence, or sentences about what is not as the page says."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# What is passed in this order (other files may lie between): (file, function).
DOWN = [
    ("mpi/generated/entry_p2p.cpp", "MPI_Send"),
    ("mpi/p2p.cpp", "api::send"),
    ("mpi/partner.hpp", "resolve_plain_send"),
    ("communicator/communicator.hpp", "peer"),
]
EAGER_DOWN = DOWN + [
    ("p2p/at_once.hpp", "try_send"),
    ("transport/wires.hpp", "claim"),
    ("transport/shm/", "claim"),
    ("transport/wires.hpp", "commit"),
    ("transport/shm/", "commit"),
]
RENDEZVOUS_DOWN = DOWN + [
    ("p2p/send.cpp", "Engine::send"),
    ("transport/wires.hpp", "commit"),  # the announcement
    ("transport/shm/", "commit"),
    ("p2p/wait.cpp", "wait"),
    ("p2p/progress.cpp", "frame"),
    ("p2p/rendezvous.cpp", "granted"),
    ("p2p/rendezvous.cpp", "stream"),
    ("p2p/progress.cpp", "finish"),
]
UP = [
    ("mpi/generated/entry_request.cpp", "MPI_Wait"),
    ("mpi/request.cpp", "api::wait"),
    ("p2p/progress.cpp", "progress"),
    ("p2p/progress.cpp", "frame"),
    ("p2p/receive.cpp", "arrive"),
    ("matching/matcher.cpp", "arrive"),
]
EAGER_UP = UP + [("p2p/receive.cpp", "deliver_eager"), ("p2p/progress.cpp", "finish"), ("mpi/request.cpp", "take")]
RENDEZVOUS_UP = UP + [
    ("p2p/rendezvous.cpp", "grant"),
    ("transport/shm/", "commit"),
    ("p2p/progress.cpp", "frame"),
    ("p2p/rendezvous.cpp", "data"),
    ("p2p/progress.cpp", "finish"),
    ("mpi/request.cpp", "take"),
]
EXPECTED = {"eager.0": EAGER_DOWN, "eager.1": EAGER_UP, "rendezvous.0": RENDEZVOUS_DOWN, "rendezvous.1": RENDEZVOUS_UP}
# What a message that goes that way does not pass.
FORBIDDEN = {"eager.0": "p2p/rendezvous.cpp", "eager.1": "p2p/rendezvous.cpp"}


def resolve(program, addresses, source):
    """{address: (file below src, function)}"""
    unique = sorted(set(addresses))
    out = subprocess.run(["addr2line", "-f", "-C", "-e", str(program)], input="\n".join(unique), capture_output=True,
                         text=True, check=True).stdout.splitlines()
    names = {}
    for i, address in enumerate(unique):
        function, place = out[2 * i], out[2 * i + 1].rsplit(":", 1)[0]
        # A compiler cache may have made the paths relative to the build folder.
        path = Path(os.path.normpath(program.parents[2] / place))
        if path.is_relative_to(source):
            names[address] = (str(path.relative_to(source)), function)
    return names


def order_findings(name, passed, expected):
    """The first expected place that does not follow the ones before it."""
    at = 0
    for number, (file, function) in enumerate(expected):
        while at < len(passed) and not (passed[at][0].startswith(file) and function in passed[at][1]):
            at += 1
        if at == len(passed):
            before = " -> ".join(f"{f}:{n}" for f, n in expected[:number]) or "the start"
            yield f"{name}: no '{function}' of {file} is passed after {before}"
            return
        at += 1


def findings(root, program, launcher):
    source = (root / "src").resolve()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*launcher, "-n", "2", str(program), folder], check=True, timeout=60)
        traces = {name: (Path(folder) / name).read_text().split() for name in EXPECTED}
    names = resolve(program, [a for trace in traces.values() for a in trace], source)
    everywhere = set()
    for name, expected in EXPECTED.items():
        passed = [names[a] for a in traces[name] if a in names]
        everywhere |= {file for file, _ in passed}
        yield from order_findings(name, passed, expected)
        if FORBIDDEN.get(name) in {file for file, _ in passed}:
            yield f"{name}: {FORBIDDEN[name]} is passed, which is not on its way"
    named = set(re.findall(r"`([a-z0-9_]+(?:/[a-z0-9_]+)*\.[ch]pp)`", (root / "docs/journey.md").read_text()))
    if not named:
        yield "docs/journey.md names no files"
    for file in sorted(named):
        if not (source / file).is_file():
            yield f"docs/journey.md: there is no src/{file}"
        elif file not in everywhere:
            yield f"docs/journey.md: neither message passes {file}"


def main():
    if shutil.which("addr2line") is None:
        print("skipped: no addr2line (package binutils)")
        sys.exit(77)
    found = list(findings(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3:]))
    for finding in found:
        print(finding)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
