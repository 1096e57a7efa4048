# SPDX-License-Identifier: BSD-3-Clause
"""The committed generated files (mpi.h, entries, export map, the status table in README.md) are what the generator
writes from the specification today."""
import subprocess
import sys

import tree

GENERATOR = "src/mpi/gen/generate.py"


def lint(root):
    if not (root / GENERATOR).is_file():
        print(f"skipped: no {GENERATOR}")
        sys.exit(77)
    run = subprocess.run([sys.executable, GENERATOR, "--check"], cwd=root, capture_output=True, text=True)
    if run.returncode != 0:
        yield f"{GENERATOR} --check: {(run.stdout + run.stderr).strip() or 'failed without a word'}"


if __name__ == "__main__":
    tree.main(lint)
