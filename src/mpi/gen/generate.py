#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Writes the C API's frame from src/mpi/spec: shapes only, never what a function means.

Reads   spec/*.api (a line per function), spec/kinds.toml (C types of kinds), spec/types.h.in and spec/fortran.h.in (verbatim).
Writes  include/mpi.h, src/mpi/generated/{entry_*.cpp,api_*.hpp,exports.map}, tests/mpi/generated/*, the list in
        docs/api_status.md, the status table in README.md. All are committed; `generate.py --check` fails when one differs from what it would write.

A line:  Name(parameter: [out|inout] kind[[]] [large_only], ...)  [-> kind] flags
  large        has a _c twin with wide counts, which shares the body
  todo         no body yet: an honest stub. Drop the word when the body is written, and run this script.
  anytime      allowed before MPI is initialised and after it is finalised
  raises tool  fails with a class of MPI_T and no error handler (others raise on their communicator, window, file, session)
  -> kind      returns a value instead of an error code; such a body is called directly
"""
import argparse
import pathlib
import re
import sys
import tomllib

MPI = pathlib.Path(__file__).resolve().parent.parent
ROOT = MPI.parent.parent
LICENSE = "// SPDX-License-Identifier: BSD-3-Clause\n"
MADE = "by src/mpi/gen/generate.py; change src/mpi/spec and run it again."
LINE = re.compile(r"(\w+)\((.*)\)\s*(.*)")
RAISERS = ("comm", "win", "file", "session")


def load_kinds():
    """kind -> {place: C type}, with handles and likenesses spelled out."""
    table = tomllib.loads((MPI / "spec/kinds.toml").read_text())
    handles = table.pop("handles")
    kinds = {}
    for name, places in table.items():
        for alias in [name, *places.pop("like", [])]:
            kinds[alias] = places
    for name, c in handles.items():
        kinds[name] = {"in": c, "out": c + "*", "array": f"const {c}[]", "out_array": c + "[]"}
    return kinds


class Parameter:
    def __init__(self, text, kinds):
        self.name, rest = (part.strip() for part in text.split(":", 1))
        words = rest.split()
        self.large_only = words[-1] == "large_only"
        if self.large_only:
            words.pop()
        self.mode = words.pop(0) if words[0] in ("out", "inout") else "in"
        self.function = words.pop(0) == "function" if len(words) == 2 else False
        (kind,) = words
        self.array = kind.endswith("[]")
        self.kind = kind.removesuffix("[]")
        written = self.mode != "in"
        self.place = {(0, 0): "in", (1, 0): "out", (0, 1): "array", (1, 1): "out_array"}[written, self.array]
        places = {"in": self.kind + "*"} if self.function else kinds[self.kind]
        self.small = places[self.place]
        self.large = places.get("large_" + self.place, self.small)
        self.body = places.get("body_" + self.place, self.small)

    def c(self, large):
        return self.large if large else self.small

    def argument(self, large):
        """How an entry hands this parameter to the body."""
        if self.large_only and not large:
            return {"in": "-1", "out": "CountOut()"}.get(self.place, "nullptr")
        if self.body in ("Counts", "CountOut"):
            return f"{self.body}({self.name})"
        return self.name


def declare(c_type, name):
    """'const int[]', 'counts' -> 'const int counts[]'; no name gives the bare type."""
    base, bracket, rest = c_type.partition("[")
    if c_type == "...":
        return c_type
    return (f"{base} {name}" if name else base) + bracket + rest


class Function:
    def __init__(self, line, kinds):
        match = LINE.fullmatch(line)
        if not match:
            raise SystemExit(f"cannot read: {line}")
        self.name, parameters, flags = match.groups()
        self.parameters = [Parameter(p, kinds) for p in parameters.split(", ")] if parameters else []
        words = flags.split()
        self.returns = None
        if words[:1] == ["->"]:
            self.returns = kinds[words[1]]["in"]
            words = words[2:]
        tool = words[:2] == ["raises", "tool"] or "tool" in words
        words = [w for w in words if w not in ("raises", "tool")]
        unknown = set(words) - {"large", "todo", "anytime"}
        if unknown:
            raise SystemExit(f"{self.name}: unknown flags {unknown}")
        self.large, self.todo, self.anytime = ("large" in words, "todo" in words, "anytime" in words)
        raiser = next((p.name for p in self.parameters if p.kind in RAISERS and p.place == "in"), "")
        self.raiser = "Raiser::tool()" if tool else raiser or "Raiser::none()"
        self.body_name = self.name.lower()
        self.variadic = any(p.kind == "variadic" for p in self.parameters)

    def variants(self):
        """(C name, large?) of each entry."""
        return [(self.name, False)] + ([(self.name + "_c", True)] if self.large else [])

    def c_parameters(self, large, names=None):
        shown = [p for p in self.parameters if large or not p.large_only]
        return ", ".join(declare(p.c(large), p.name if names is None or p.name in names else "") for p in shown)

    def prototype(self, prefix, name, large, names=None):
        return f"{self.returns or 'int'} {prefix}{name}({self.c_parameters(large, names) or 'void'})"

    def body_declaration(self):
        shown = [p for p in self.parameters if p.kind != "variadic"]
        return f"{self.returns or 'int'} {self.body_name}({', '.join(declare(p.body, p.name) for p in shown)});"

    def entry(self, name, large):
        quoted = f'"MPI_{name}"'
        alias = f'[[gnu::weak, gnu::alias("PMPI_{name}")]] {self.prototype("MPI_", name, large, set())};\n'
        if self.todo:
            head = self.prototype("PMPI_", name, large, set() if self.returns else {self.raiser})
            result = "{}" if self.returns else f"unsupported({quoted}, {self.raiser})"
            line = f"{head} {{ return {result}; }}\n"
            if len(line) > 120:
                line = fold(f"{head} {{") + f"  return {result};\n}}\n"
            return line + fold(alias.rstrip())
        arguments = ", ".join(p.argument(large) for p in self.parameters if p.kind != "variadic")
        call = f"api::{self.body_name}({arguments})"
        enter = "enter_anytime" if self.anytime else "enter"
        inner = f"return {call};" if self.returns else f"return {enter}({quoted}, [&] {{ return {call}; }});"
        return fold(f"{self.prototype('PMPI_', name, large)} {{") + fold("  " + inner) + "}\n" + fold(alias.rstrip())


def fold(text, width=120, indent="    "):
    """Breaks a long line after commas."""
    lines, line = [], text
    while len(line) > width:
        cut = line.rfind(", ", 0, width)
        if cut <= len(indent):
            break
        lines.append(line[: cut + 1])
        line = indent + line[cut + 2 :]
    return "\n".join([*lines, line]) + "\n"


def mpi_h(chapters):
    out = [
        "/* SPDX-License-Identifier: BSD-3-Clause\n",
        " * The C API of MPI 5.0 with the standard ABI 1.0, for C99 and later and C++11 and later.\n",
        f" * Made {MADE} */\n",
        "#ifndef BATON_MPI_H\n#define BATON_MPI_H\n\n#include <stdint.h>\n\n",
        '#if defined(__cplusplus)\nextern "C" {\n#endif\n',
        "#if defined(__GNUC__)\n#pragma GCC visibility push(default)\n#endif\n\n",
        (MPI / "spec/types.h.in").read_text(),
    ]
    for prefix in ("MPI_", "PMPI_"):
        for chapter, functions in chapters.items():
            out.append(f"\n/* {prefix}: {chapter} */\n")
            out += [fold(f.prototype(prefix, n, large) + ";") for f in functions for n, large in f.variants()]
    out += ["\n", (MPI / "spec/fortran.h.in").read_text(), "\n#if defined(__GNUC__)\n#pragma GCC visibility pop\n#endif\n"]
    out.append("#if defined(__cplusplus)\n}\n#endif\n\n#endif /* BATON_MPI_H */\n")
    return "".join(out)


def entry_cpp(chapter, functions):
    out = [
        LICENSE,
        f"// Journey 1/9: the C entries of chapter {chapter}, one call each. Next: the body in mpi/{chapter}*.cpp.\n",
        f"// Made {MADE}\n",
        f'#include "mpi/generated/api_{chapter}.hpp"\n\n#include "mpi/enter.hpp"\n\n',
        "using namespace baton::mpi;\n\n",
        'extern "C" {\n\n',
    ]
    out += [f.entry(n, large) + "\n" for f in functions for n, large in f.variants()]
    return "".join(out) + '}  // extern "C"\n'


def api_hpp(chapter, functions):
    out = [
        LICENSE,
        f"// What is to be written by hand for chapter {chapter}: bodies that MPI_X and MPI_X_c share.\n",
        f"// Made {MADE}\n#pragma once\n\n",
        '#include "mpi.h"\n#include "mpi/counts.hpp"\n\nnamespace baton::mpi::api {\n\n',
    ]
    return "".join(out + [fold(f.body_declaration()) for f in functions]) + "\n}  // namespace baton::mpi::api\n"


def names(chapters):
    return [n for functions in chapters.values() for f in functions for n, _ in f.variants()]


def exports_map(chapters):
    listed = "".join(f"    MPI_{n};\n    PMPI_{n};\n" for n in sorted(names(chapters)))
    return f"/* What libmpi_abi exports. Made {MADE} */\n{{\n  global:\n{listed}  local:\n    *;\n}};\n"


def surface_cpp(chapters):
    out = [
        LICENSE,
        "// Every entry point of the C API, in both names, of one type. Linked into tests/mpi/abi.\n",
        f"// Made {MADE}\n",
        '#include "mpi/generated/surface.hpp"\n\n#include <type_traits>\n\n#include "mpi.h"\n\n',
    ]
    out += [f"static_assert(std::is_same_v<decltype(MPI_{n}), decltype(PMPI_{n})>);\n" for n in names(chapters)]
    out.append("\nnamespace baton::mpi::test {\n\nconst EntryPoint entry_points[] = {\n")
    for n in names(chapters):
        out.append(f'    {{"MPI_{n}", reinterpret_cast<Address>(&MPI_{n}), reinterpret_cast<Address>(&PMPI_{n})}},\n')
    return "".join(out) + "};\nconst unsigned long entry_point_count = sizeof(entry_points) / sizeof(entry_points[0]);\n\n}  // namespace baton::mpi::test\n"


def surface_hpp():
    return (
        LICENSE
        + f"// The table that surface.cpp fills. Made {MADE}\n#pragma once\n\n"
        + "namespace baton::mpi::test {\n\nusing Address = void (*)();\nstruct EntryPoint {\n  const char* name;\n"
        + "  Address mpi;\n  Address pmpi;\n};\nextern const EntryPoint entry_points[];\n"
        + "extern const unsigned long entry_point_count;\n\n}  // namespace baton::mpi::test\n"
    )


def entries_hpp(chapters):
    """Every entry that returns an error code, with its type, for tests that call them all."""
    out = [
        LICENSE,
        "// Every entry of the C API that returns an error code, with its type: for tests that call them all.\n",
        f"// Made {MADE}\n#pragma once\n\n",
        '#include "mpi.h"\n\nnamespace baton::mpi::test {\n\n',
        "struct EntryTraits {\n  const char* name;\n  const char* chapter;\n  bool written;\n  bool anytime;\n};\n\n",
        "/// Calls visit.template operator()<&MPI_X>(traits) for each.\ntemplate <class Visit>\n",
        "void each_entry(Visit&& visit) {\n",
    ]
    for chapter, functions in chapters.items():
        for f in functions:
            for n, _ in f.variants() if not f.returns and not f.variadic else []:
                traits = f'{{"MPI_{n}", "{chapter}", {str(not f.todo).lower()}, {str(f.anytime).lower()}}}'
                out.append(f"  visit.template operator()<&MPI_{n}>(EntryTraits{traits});\n")
    return "".join(out) + "}\n\n}  // namespace baton::mpi::test\n"


def named_in_tests():
    """MPI_ names in the code of tests/, the generated files left out: not those of comments and strings."""
    found = set()
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.suffix in (".c", ".cpp", ".hpp", ".h") and "generated" not in path.parts and "build" not in path.parts:
            code = re.sub(r'"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', " ", path.read_text(errors="replace"), flags=re.S)
            found.update(re.findall(r"\bP?MPI_(\w+)", code))
    return found


def status_table(chapters, tested):
    """Chapter, functions, implemented, tested; a line of sums."""
    rows = []
    for chapter, functions in chapters.items():
        done = [f for f in functions if not f.todo]
        rows.append((chapter, len(functions), len(done), sum(is_tested(f, tested) for f in done)))
    rows.append(("**all**", *(sum(row[column] for row in rows) for column in (1, 2, 3))))
    lines = ["| chapter | functions | implemented | tested |", "| --- | ---: | ---: | ---: |"]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)]) + "\n"


def is_tested(function, tested):
    return all(name in tested for name, _ in function.variants())


def status_md(chapters, tested):
    """The table, then a paragraph for each chapter that misses something, so that changes of two chapters merge."""
    out = ["# The C API: what is written\n\n", f"Made {MADE} Functions not written return MPI_ERR_UNSUPPORTED_OPERATION.\n"]
    out.append("Implemented: it has a body. Tested: a test of ours calls it, and its `_c` form, by name"
               " (besides the sweep over all entries).\n\n")
    out.append(status_table(chapters, tested))
    for chapter, functions in chapters.items():
        todo = [f.name for f in functions if f.todo]
        silent = [f.name for f in functions if not f.todo and not is_tested(f, tested)]
        if todo or silent:
            parts = [f"missing {', '.join(todo)}"] if todo else []
            parts += [f"not tested {', '.join(silent)}"] if silent else []
            out.append(f"\n**{chapter}**: {'; '.join(parts)}\n")
    return "".join(out)


def with_status(readme, table):
    """README.md with the table between its two marks."""
    head, _, rest = readme.partition("<!-- status -->\n")
    _, mark, tail = rest.partition("<!-- end of status -->\n")
    return f"{head}<!-- status -->\n{table}{mark}{tail}" if mark else readme


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a committed file differs")
    check = parser.parse_args().check
    kinds = load_kinds()
    chapters = {}
    for path in sorted((MPI / "spec").glob("*.api")):
        lines = (line.strip() for line in path.read_text().splitlines())
        chapters[path.stem] = [Function(line, kinds) for line in lines if line and not line.startswith("#")]
    everything = names(chapters)
    if len(set(everything)) != len(everything):
        raise SystemExit(f"twice: {sorted({n for n in everything if everything.count(n) > 1})}")
    tested = named_in_tests()
    readme = ROOT / "README.md"
    files = {
        readme: with_status(readme.read_text(), status_table(chapters, tested)),
        ROOT / "include/mpi.h": mpi_h(chapters),
        MPI / "generated/exports.map": exports_map(chapters),
        ROOT / "tests/mpi/generated/surface.cpp": surface_cpp(chapters),
        ROOT / "tests/mpi/generated/surface.hpp": surface_hpp(),
        ROOT / "tests/mpi/generated/entries.hpp": entries_hpp(chapters),
        ROOT / "docs/api_status.md": status_md(chapters, tested),
    }
    for chapter, functions in chapters.items():
        files[MPI / f"generated/entry_{chapter}.cpp"] = entry_cpp(chapter, functions)
        files[MPI / f"generated/api_{chapter}.hpp"] = api_hpp(chapter, functions)
    drifted = [p for p, text in files.items() if not p.exists() or p.read_text() != text]
    if check:
        for path in drifted:
            print(f"{path.relative_to(ROOT)} differs from what generate.py writes; run src/mpi/gen/generate.py", file=sys.stderr)
        return 1 if drifted else 0
    for path in drifted:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path])
    todo = sum(f.todo for functions in chapters.values() for f in functions)
    print(f"{len(everything)} entry points in {len(chapters)} chapters, {todo} functions to write, {len(drifted)} files changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
