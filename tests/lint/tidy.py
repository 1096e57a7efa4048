# SPDX-License-Identifier: BSD-3-Clause
"""clang-tidy over every source of the rooms, from a build's compile_commands.json. A file that passed once is not run
again while it, the project headers that it reaches, its command, the configuration and clang-tidy are the same."""
import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

INCLUDE = re.compile(rb'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


class Reach:
    """The project headers that a file reaches, by a plain scan of include lines."""

    def __init__(self, root):
        self.places = [root / "src", root, root / "include"]
        self.contents = {}
        self.targets = {}

    def headers(self, path):
        if path not in self.targets:
            self.contents[path] = path.read_bytes()
            found = []
            for name in INCLUDE.findall(self.contents[path]):
                for place in [*self.places, path.parent]:
                    candidate = place / name.decode()
                    if candidate.is_file():
                        found.append(candidate)
                        break
            self.targets[path] = found
        return self.targets[path]

    def closure(self, path):
        seen, stack = {}, [path]
        while stack:
            one = stack.pop()
            if one not in seen:
                stack.extend(self.headers(one))
                seen[one] = self.contents[one]
        return seen


def key(root, reach, entry, common):
    digest = hashlib.sha256(common)
    # Flags count, absolute places do not: two checkouts of one tree share their passes.
    digest.update(entry["command"].replace(str(root), "").encode())
    for path, content in sorted(reach.closure(Path(entry["file"])).items()):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(content)
    return digest.hexdigest()


def run_one(tidy, build, path):
    start = time.monotonic()
    done = subprocess.run([tidy, "--quiet", "-p", str(build), str(path)], capture_output=True, text=True)
    return path, done.returncode, done.stdout.strip() or done.stderr.strip(), time.monotonic() - start


def chosen(root, build, only):
    entries = json.loads((build / "compile_commands.json").read_text())
    # Some tests compile sources of a room anew, with flags of their own: the room's own command counts.
    entries.sort(key=lambda entry: " -o tests/" in entry["command"])
    seen = set()
    for entry in entries:
        path = Path(entry["file"])
        inside = path.is_relative_to(root / "src") or path.is_relative_to(root / "collectives")
        if path in seen or path.suffix != ".cpp" or not inside:
            continue
        seen.add(path)
        if not only or any(part in str(path) for part in only):
            yield entry


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("build", type=Path)
    parser.add_argument("only", nargs="*", help="run files whose path holds one of these words")
    parser.add_argument("--workers", type=int, default=max(2, os.cpu_count() or 2))
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "baton-tidy")
    arguments = parser.parse_args()
    tidy = shutil.which("clang-tidy")
    if tidy is None:
        print("skipped: no clang-tidy (package clang-tidy)")
        sys.exit(77)
    root, build = arguments.root.resolve(), arguments.build.resolve()
    version = subprocess.run([tidy, "--version"], capture_output=True, check=True).stdout
    configs = b"".join(path.read_bytes() for path in [root / ".clang-tidy", *sorted(root.glob("src/*/.clang-tidy"))])
    reach = Reach(root)
    arguments.cache.mkdir(parents=True, exist_ok=True)

    commands = list(chosen(root, build, arguments.only))
    # clang-tidy runs a file once for each command that it finds, so it gets to see only these.
    database = build / "tidy"
    database.mkdir(exist_ok=True)
    (database / "compile_commands.json").write_text(json.dumps(commands))
    entries = {Path(entry["file"]): key(root, reach, entry, version + configs) for entry in commands}
    work = [path for path, digest in entries.items() if not (arguments.cache / digest).exists()]
    work.sort(key=lambda path: -path.stat().st_size)  # long ones first, so that no worker ends alone
    failures, times = 0, []
    with concurrent.futures.ThreadPoolExecutor(arguments.workers) as pool:
        for path, code, output, seconds in pool.map(lambda path: run_one(tidy, database, path), work):
            times.append((seconds, path))
            if code == 0:
                (arguments.cache / entries[path]).touch()
            else:
                failures += 1
                print(f"{path.relative_to(root)}:\n{output}\n", flush=True)
    slow = ", ".join(f"{path.name} {seconds:.0f} s" for seconds, path in sorted(times, reverse=True)[:3])
    print(f"{len(entries)} files, {len(entries) - len(work)} known to pass, {failures} with findings; slowest: {slow or '-'}")
    sys.exit(1 if failures or not entries else 0)


if __name__ == "__main__":
    main()
