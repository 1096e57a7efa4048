# SPDX-License-Identifier: BSD-3-Clause
"""What the two libraries export: libbaton.so names of namespace baton and nothing of MPI, so that it lives beside
another MPI in one process; libmpi_abi.so.1 MPI_* and PMPI_* in pairs and nothing else."""
import re
import subprocess
import sys
from pathlib import Path

import tree

CORE = re.compile(r"_Z(T.|TH|TW|Z|GV|GVZ|TAX|Th\w*?_|Tv\w*?_)?N?K?5baton\w*|_Z\w*N5baton\w*")


def symbols(library):
    out = subprocess.run(["nm", "-D", "--defined-only", str(library)], capture_output=True, text=True, check=True).stdout
    return [line.split()[-1].split("@")[0] for line in out.splitlines() if line.strip()]


def core_findings(names):
    for name in names:
        if re.search(r"MPI_", name):
            yield f"libbaton.so exports {name}: no MPI_ name may be there"
        elif not CORE.fullmatch(name):
            yield f"libbaton.so exports {name}, which is not of namespace baton"
    if not names:
        yield "libbaton.so exports nothing"


def abi_findings(names):
    have = set(names)
    for name in names:
        if not re.fullmatch(r"P?MPI_\w+", name):
            yield f"libmpi_abi.so.1 exports {name}; only MPI_* and PMPI_* may be there"
        elif name.startswith("MPI_") and "P" + name not in have:
            yield f"libmpi_abi.so.1 exports {name} without P{name}"
        elif name.startswith("PMPI_") and name[1:] not in have:
            yield f"libmpi_abi.so.1 exports {name} without {name[1:]}"
    if not names:
        yield "libmpi_abi.so.1 exports nothing"


def lint(build):
    lib = Path(build) / "lib"
    yield from core_findings(symbols(lib / "libbaton.so"))
    if (lib / "libmpi_abi.so.1").exists():
        yield from abi_findings(symbols(lib / "libmpi_abi.so.1"))


if __name__ == "__main__":
    tree.main(lint)
