# SPDX-License-Identifier: BSD-3-Clause
"""Holds the include graph to the layer table of docs/architecture.md: who may include whom, which foreign headers are
fenced to which folders, and no cycle. Also: the link lines in CMakeLists.txt are this table."""
import re
from pathlib import Path

import tree

# Beside itself and base.
TABLE = {
    "base": set(),
    "topology": set(),
    "bootstrap": set(),
    "memory": set(),
    "datatype": set(),
    "matching": set(),
    "transport": {"memory"},
    "collectives": {"topology"},
    "p2p": {"transport", "matching", "datatype", "memory"},
    "schedule": {"p2p", "collectives", "datatype", "memory"},
    "communicator": {"schedule", "collectives", "p2p", "datatype", "topology"},
    "runtime": {"communicator", "p2p", "transport", "memory", "bootstrap", "topology"},
}
TABLE["api"] = set(TABLE) - {"base"}
TABLE["mpi"] = set(TABLE) - {"base"}
# Narrower than the table: of this room only these headers.
ONLY = {("collectives", "topology"): {"topology/hierarchy.hpp"}, ("mpi", "api"): {"api/process.hpp"}}

# Foreign headers and the folders that may include them.
SOCKETS = {"src/transport/tcp", "src/transport/shm", "src/bootstrap"}
FENCES = [
    (r"hwloc(\.h|/.*)", {"src/topology"}),
    (r"pmix.*|pmi2?\.h", {"src/bootstrap"}),
    (r"dlfcn\.h", {"src/bootstrap"}),
    (r"sys/mman\.h", {"src/memory", "src/transport/shm"}),
    (r"sys/uio\.h", {"src/memory", "src/transport/shm", "src/transport/tcp"}),
    (r"sys/(socket|un)\.h", SOCKETS),
    (r"(netinet|arpa)/.*|netdb\.h|ifaddrs\.h|net/if\.h|linux/errqueue\.h", {"src/transport/tcp", "src/bootstrap"}),
    (r"mpi\.h", {"src/mpi"}),
]
# collectives/ holds pure functions: nothing there can send, wait or ask the system.
PURE = {
    "algorithm", "array", "bit", "cassert", "climits", "cmath", "compare", "concepts", "cstddef", "cstdint", "cstring",
    "functional", "initializer_list", "iterator", "limits", "map", "memory", "numeric", "optional", "queue", "set", "span",
    "string", "string_view", "tuple", "type_traits", "unordered_map", "utility", "variant", "vector",
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def room_of(relative):
    """The room of a path relative to the root, or None."""
    parts = relative.parts
    if parts[0] == "collectives":
        return "collectives"
    return parts[1] if parts[0] == "src" and len(parts) > 2 else None


def room_of_include(name):
    first = name.split("/")[0]
    return first if first in TABLE and "/" in name else None


def fence_findings(where, relative, name):
    for pattern, folders in FENCES:
        if re.fullmatch(pattern, name) and not any(str(relative).startswith(folder + "/") for folder in folders):
            yield f"{where}: <{name}> is fenced to {', '.join(sorted(folders))}"


def include_findings(root, path, edges):
    relative = path.relative_to(root)
    room = room_of(relative)
    if room is None:
        return
    if room not in TABLE:
        yield f"{relative}: room '{room}' is not in the layer table"
        return
    text = path.read_text()
    for match in INCLUDE.finditer(text):
        where = f"{relative}:{text.count(chr(10), 0, match.start(2)) + 1}"
        name = match.group(2)
        target = room_of_include(name)
        if target:
            edges.setdefault(room, set()).add(target)
            if target not in TABLE[room] | {room, "base"}:
                yield f"{where}: room {room} may not include room {target} ({name})"
            elif name not in ONLY.get((room, target), {name}):
                yield f"{where}: of room {target}, room {room} may include only {', '.join(ONLY[(room, target)])}"
            base = root if target == "collectives" else root / "src"
            if not (base / name).is_file():
                yield f"{where}: no such header: {name}"
        else:
            yield from fence_findings(where, relative, name)
            if room == "collectives" and name not in PURE:
                yield f"{where}: collectives/ holds pure functions; <{name}> is not in its list"


def cycle_findings(edges):
    """One sentence for each room that can reach itself."""
    for start in sorted(edges):
        seen, stack = set(), [room for room in edges[start] if room != start]
        while stack:
            room = stack.pop()
            if room == start:
                yield f"rooms include each other in a cycle through {start}"
                break
            if room not in seen:
                seen.add(room)
                stack.extend(edges.get(room, ()))


def public_header_findings(root):
    """include/baton/ is installed alone: it may not lean on headers that are not."""
    for path in tree.files(root, "include/baton", suffixes={".hpp"}):
        for _, name in INCLUDE.findall(path.read_text()):
            if room_of_include(name):
                yield f"{path.relative_to(root)}: a public header includes {name}, which is not installed"


def link_findings(root):
    cmake = root / "CMakeLists.txt"
    if not cmake.is_file():
        return
    linked = {}
    text = cmake.read_text()
    below = re.search(r"^set\(below ([^)]*)\)", text, re.M)
    text = text.replace("${below}", below.group(1) if below else "")
    for name, rest in re.findall(r"^baton_room\((\w+)([^)]*)\)", text, re.M):
        depends = re.search(r"DEPENDS((?:\s+[a-z0-9]+)+)", rest)
        linked[name] = set(depends.group(1).split()) - {"base"} if depends else set()
    for room, allowed in TABLE.items():
        if linked.get(room) != allowed:
            yield f"CMakeLists.txt: baton_room({room}) links {sorted(linked.get(room, []))}, the table says {sorted(allowed)}"


def lint(root):
    edges = {}
    for path in tree.files(root, "src", "collectives", suffixes=tree.CODE):
        yield from include_findings(root, path, edges)
    yield from cycle_findings(edges)
    yield from public_header_findings(root)
    yield from link_findings(root)


if __name__ == "__main__":
    tree.main(lint)
