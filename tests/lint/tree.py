# SPDX-License-Identifier: BSD-3-Clause
"""What every lint shares: the files of the tree, code without comments and strings, and how findings are told."""
import re
import sys
from pathlib import Path

SKIPPED = {"build", "results", ".git", ".cache", "__pycache__", ".mypy_cache"}
CODE = {".cpp", ".hpp", ".c", ".h"}


def files(root, *folders, suffixes=None):
    """All files below these folders of `root` (the whole tree without any), sorted, without build products."""
    for folder in folders or (".",):
        start = root / folder
        for path in sorted(start.rglob("*")) if start.is_dir() else []:
            relative = path.relative_to(root)
            if any(part in SKIPPED for part in relative.parts) or path.is_symlink() or not path.is_file():
                continue
            if suffixes is None or path.suffix in suffixes:
                yield path


def generated(path):
    return "generated" in path.parts or path.name == "mpi.h"


TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def bare_code(text):
    """The text with comments and literals blanked; line numbers stay."""
    return TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def main(lint):
    """Runs `lint(root)`, which yields one sentence per finding; the exit code is 1 when there was one."""
    root = Path(sys.argv[1]).resolve()
    findings = list(lint(root))
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    sys.exit(1 if findings else 0)
