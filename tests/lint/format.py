# SPDX-License-Identifier: BSD-3-Clause
"""clang-format has nothing to change in the code that people write (generated files are the generator's business)."""
import re
import shutil
import subprocess
import sys

import tree

FOLDERS = ("src", "collectives", "include", "tests", "perf", "tools")


def lint(root):
    if shutil.which("clang-format") is None:
        print("skipped: no clang-format (package clang-format)")
        sys.exit(77)
    paths = [p for p in tree.files(root, *FOLDERS, suffixes=tree.CODE) if not tree.generated(p)]
    if not paths:
        return
    out = subprocess.run(["clang-format", "--dry-run", *map(str, paths)], capture_output=True, text=True).stderr
    first = {}
    for path, line in re.findall(r"^(\S+?):(\d+):\d+: (?:warning|error)", out, re.M):
        first.setdefault(path, line)
    for path, line in sorted(first.items()):
        yield f"{path}:{line}: not formatted; run clang-format -i {path}"


if __name__ == "__main__":
    tree.main(lint)
