# SPDX-License-Identifier: BSD-3-Clause
"""Rules that each file keeps by itself: licence line, length, no machine's paths, no throw below floor 6, no
function-like macros beyond the checks, no error handler under a lock, link lines only where the layer table is."""
import re

import tree

MAX_LINES = 600
# Folders where a path names one machine and not every machine.
MACHINE_PATH = re.compile(r"(?<![\w.$}/*])/(?:work|home/\w+|root|Users/\w+)/")
TEXT = tree.CODE | {".py", ".sh", ".md", ".cmake", ".json", ".sbatch", ".txt", ".in", ".yml", ""}
LICENSED = tree.CODE | {".py", ".sh", ".cmake", ".sbatch"}
FLOOR6 = ("src/mpi/", "src/api/")
MACRO_HOME = "src/base/check.hpp"


def lines_findings(relative, path, text):
    if path.suffix in tree.CODE | {".py", ".sh"} and not tree.generated(path):
        count = text.count("\n")
        if count > MAX_LINES:
            yield f"{relative}: {count} lines; more than {MAX_LINES} is two things in one file"


def licence_findings(relative, path, text):
    named = path.suffix in LICENSED or path.name == "CMakeLists.txt"
    if named and "SPDX-License-Identifier: BSD-3-Clause" not in "\n".join(text.split("\n")[:3]):
        yield f"{relative}: no 'SPDX-License-Identifier: BSD-3-Clause' in the first lines"


def path_findings(relative, text):
    for match in MACHINE_PATH.finditer(text):
        yield f"{relative}:{text.count(chr(10), 0, match.start()) + 1}: the path of one machine: {match.group()}"


def code_findings(relative, path, text):
    below = (relative.startswith("src/") or relative.startswith("collectives/")) and not relative.startswith(FLOOR6)
    if path.suffix not in tree.CODE or not below:
        return
    code = tree.bare_code(text)
    for match in re.finditer(r"\bthrow\b", code):
        yield f"{relative}:{code.count(chr(10), 0, match.start()) + 1}: throw below floor 6; return a Result"
    if relative != MACRO_HOME:
        for match in re.finditer(r"^\s*#\s*define\s+\w+\(", code, re.M):
            line = code.count("\n", 0, match.end()) + 1
            yield f"{relative}:{line}: a function-like macro; write a function"


def lock_findings(relative, path, text):
    """An error handler of the user may call MPI: it is never run while this thread holds the engine's lock."""
    if path.suffix not in tree.CODE or not relative.startswith(FLOOR6):
        return
    code = tree.bare_code(text)
    for guard in re.finditer(r"\bGuard\s+\w+\(", code):
        depth, end = 0, guard.end()
        while end < len(code) and depth >= 0:  # to the end of the block that holds the guard
            depth += {"{": 1, "}": -1}.get(code[end], 0)
            end += 1
        for match in re.finditer(r"\bfail\(", code[guard.end():end]):
            line = code.count("\n", 0, guard.end() + match.start()) + 1
            yield f"{relative}:{line}: fail() under the engine's lock; leave the guard's block first"


def cmake_findings(relative, path, text):
    """A room's link line is its row of the table in CMakeLists.txt, not a file of its own."""
    if path.name == "CMakeLists.txt" and (relative.startswith("src/") or relative.startswith("collectives/")):
        if "target_link_libraries" in text:
            yield f"{relative}: raw target_link_libraries in a room; use the table in the top CMakeLists.txt"


def lint(root):
    for path in tree.files(root):
        relative = path.relative_to(root).as_posix()
        if path.suffix not in TEXT:
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        yield from lines_findings(relative, path, text)
        yield from licence_findings(relative, path, text)
        if relative != "tests/lint/self_test.py":
            yield from path_findings(relative, text)
        yield from code_findings(relative, path, text)
        yield from lock_findings(relative, path, text)
        yield from cmake_findings(relative, path, text)


if __name__ == "__main__":
    tree.main(lint)
