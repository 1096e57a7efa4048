# SPDX-License-Identifier: BSD-3-Clause
"""Each lint is shown a bad sample and must find it, and a good one and must stay silent."""
import contextlib
import io
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.dont_write_bytecode = True
import exports  # noqa: E402
import format  # noqa: E402
import layers  # noqa: E402
import sources  # noqa: E402
import status  # noqa: E402

SPDX = "// SPDX-License-Identifier: BSD-3-Clause\n"


class Sample(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def findings(self, lint):
        with contextlib.redirect_stdout(io.StringIO()):
            return list(lint(self.root))

    def assert_found(self, lint, words):
        self.assertTrue(any(words in finding for finding in self.findings(lint)), self.findings(lint))


class Layers(Sample):
    def test_a_good_tree_is_silent(self):
        self.write("src/memory/arena.hpp", '#include <sys/mman.h>\n#include "base/check.hpp"\n')
        self.write("src/base/check.hpp", "")
        self.write("src/transport/endpoint.hpp", '#include "memory/arena.hpp"\n')
        self.write("collectives/ring.hpp", '#include <vector>\n#include "topology/hierarchy.hpp"\n')
        self.write("src/topology/hierarchy.hpp", "")
        self.assertEqual(self.findings(layers.lint), [])

    def test_an_upward_include_is_found(self):
        self.write("src/p2p/engine.hpp", "")
        self.write("src/matching/matcher.hpp", '#include "p2p/engine.hpp"\n')
        self.assert_found(layers.lint, "room matching may not include room p2p")

    def test_siblings_do_not_know_each_other(self):
        self.write("src/datatype/datatype.hpp", "")
        self.write("src/matching/matcher.hpp", '#include "datatype/datatype.hpp"\n')
        self.assert_found(layers.lint, "room matching may not include room datatype")

    def test_a_fenced_header_is_found(self):
        self.write("src/p2p/engine.hpp", "#include <sys/mman.h>\n")
        self.assert_found(layers.lint, "<sys/mman.h> is fenced")

    def test_a_socket_header_outside_tcp_is_found(self):
        self.write("src/transport/sim/sim.cpp", "#include <sys/socket.h>\n")
        self.assert_found(layers.lint, "<sys/socket.h> is fenced")

    def test_mpi_h_below_floor_6_is_found(self):
        self.write("src/communicator/communicator.hpp", "#include <mpi.h>\n")
        self.assert_found(layers.lint, "<mpi.h> is fenced")

    def test_collectives_may_include_nothing_that_can_send(self):
        self.write("collectives/ring.hpp", "#include <unistd.h>\n")
        self.assert_found(layers.lint, "pure functions")

    def test_collectives_may_include_only_plain_data_of_topology(self):
        self.write("src/topology/detect.hpp", "")
        self.write("collectives/ring.hpp", '#include "topology/detect.hpp"\n')
        self.assert_found(layers.lint, "may include only topology/hierarchy.hpp")

    def test_a_cycle_of_rooms_is_found(self):
        self.write("src/transport/a.hpp", '#include "memory/b.hpp"\n')
        self.write("src/memory/b.hpp", '#include "transport/a.hpp"\n')
        self.assert_found(layers.lint, "cycle through memory")

    def test_a_room_outside_the_table_is_found(self):
        self.write("src/utilities/misc.hpp", "")
        self.assert_found(layers.lint, "not in the layer table")

    def test_a_missing_header_is_found(self):
        self.write("src/p2p/engine.hpp", '#include "base/nothing.hpp"\n')
        self.assert_found(layers.lint, "no such header")

    def test_a_public_header_may_not_lean_on_a_private_one(self):
        self.write("include/baton/baton.hpp", '#include "base/result.hpp"\n')
        self.assert_found(layers.lint, "not installed")

    def test_a_link_line_that_is_not_the_table_is_found(self):
        self.write("CMakeLists.txt", "baton_room(base)\nbaton_room(memory DEPENDS base p2p)\n")
        self.assert_found(layers.lint, "baton_room(memory) links ['p2p']")


class Sources(Sample):
    def test_a_good_file_is_silent(self):
        self.write("src/p2p/good.cpp", SPDX + '// never throw\nconst char* s = "throw /usr/lib";\n')
        self.assertEqual(self.findings(sources.lint), [])

    def test_a_file_without_licence_is_found(self):
        self.write("src/p2p/a.cpp", "int a;\n")
        self.assert_found(sources.lint, "SPDX")

    def test_a_file_over_600_lines_is_found(self):
        self.write("src/p2p/a.cpp", SPDX + "int a;\n" * 600)
        self.assert_found(sources.lint, "601 lines")

    def test_a_throw_below_floor_6_is_found(self):
        self.write("src/p2p/a.cpp", SPDX + "void f() { throw 1; }\n")
        self.assert_found(sources.lint, "a.cpp:2: throw below floor 6")

    def test_a_function_like_macro_is_found(self):
        self.write("src/p2p/a.hpp", SPDX + "#define TWICE(x) ((x) * 2)\n")
        self.assert_found(sources.lint, "function-like macro")

    def test_the_path_of_a_machine_is_found(self):
        self.write("docs/page.md", "see /home/someone/baton\n")
        self.assert_found(sources.lint, "the path of one machine")

    def test_an_error_handler_under_the_lock_is_found(self):
        self.write("src/mpi/a.cpp", SPDX + "int f() {\n  {\n    const Guard guard(engine());\n    g();\n  }\n  return fail(1);\n}\n")
        self.assertEqual(self.findings(sources.lint), [])
        self.write("src/mpi/a.cpp", SPDX + "int f() {\n  const Guard guard(engine());\n  if (g()) return fail(1);\n}\n")
        self.assert_found(sources.lint, "a.cpp:4: fail() under the engine's lock")

    def test_a_raw_link_line_in_a_room_is_found(self):
        self.write("src/p2p/CMakeLists.txt", "# SPDX-License-Identifier: BSD-3-Clause\ntarget_link_libraries(a b)\n")
        self.assert_found(sources.lint, "raw target_link_libraries")


class Exports(unittest.TestCase):
    def test_good_names_are_silent(self):
        core = ["_ZN5baton6internESt17basic_string_viewIcSt11char_traitsIcEE", "_ZTVN5baton3FooE", "_ZNK5baton3Foo3barEv",
                "_ZGVZN5baton3log5levelEvE8instance", "_ZZN5baton3log5levelEvE8instance", "_ZTHN5baton1xE"]
        self.assertEqual(list(exports.core_findings(core)), [])
        self.assertEqual(list(exports.abi_findings(["MPI_Send", "PMPI_Send"])), [])

    def test_an_mpi_name_in_the_core_is_found(self):
        self.assertTrue(list(exports.core_findings(["MPI_Send"])))

    def test_a_foreign_name_in_the_core_is_found(self):
        self.assertTrue(list(exports.core_findings(["_ZN3fmt2v96formatEv"])))

    def test_a_foreign_name_in_the_bindings_is_found(self):
        self.assertTrue(list(exports.abi_findings(["MPI_Send", "PMPI_Send", "_ZN5baton1xE"])))

    def test_a_name_without_its_profiling_twin_is_found(self):
        self.assertTrue(list(exports.abi_findings(["MPI_Send"])))
        self.assertTrue(list(exports.abi_findings(["PMPI_Send"])))

    def test_an_empty_library_is_found(self):
        self.assertTrue(list(exports.core_findings([])))
        self.assertTrue(list(exports.abi_findings([])))


class Format(Sample):
    @unittest.skipUnless(shutil.which("clang-format"), "no clang-format")
    def test_unformatted_code_is_found_and_formatted_code_is_not(self):
        self.write(".clang-format", "BasedOnStyle: Google\n")
        self.write("src/base/good.cpp", "int a = 1;\n")
        self.assertEqual(self.findings(format.lint), [])
        self.write("src/base/bad.cpp", "int   b=1 ;\n")
        self.assert_found(format.lint, "bad.cpp:1")


class Status(Sample):
    def test_drift_is_found(self):
        self.write(status.GENERATOR, "import sys\nprint('mpi.h differs')\nsys.exit(1)\n")
        self.assert_found(status.lint, "mpi.h differs")

    def test_no_drift_is_silent(self):
        self.write(status.GENERATOR, "")
        self.assertEqual(self.findings(status.lint), [])


class Tidy(Sample):
    def run_tidy(self):
        runner = Path(__file__).parent / "tidy.py"
        command = [sys.executable, str(runner), str(self.root), str(self.root), "--cache", str(self.root / "cache")]
        return subprocess.run(command, capture_output=True, text=True)

    @unittest.skipUnless(shutil.which("clang-tidy"), "no clang-tidy")
    def test_a_finding_fails_and_a_pass_is_remembered_until_a_header_changes(self):
        self.write(".clang-tidy", "Checks: '-*,modernize-use-nullptr'\nWarningsAsErrors: '*'\nHeaderFilterRegex: '.*'\n")
        self.write("src/base/a.hpp", "inline int* one() { return nullptr; }\n")
        self.write("src/base/a.cpp", '#include "base/a.hpp"\nint* two() { return one(); }\n')
        source = str(self.root / "src/base/a.cpp")
        command = f"c++ -I{self.root}/src -c {source}"
        entry = {"directory": str(self.root), "file": source, "command": command}
        self.write("compile_commands.json", json.dumps([entry]))
        first = self.run_tidy()
        self.assertEqual(first.returncode, 0, first.stdout + first.stderr)
        self.assertIn("1 known to pass", self.run_tidy().stdout)
        self.write("src/base/a.hpp", "inline int* one() { return 0; }\n")
        bad = self.run_tidy()
        self.assertEqual(bad.returncode, 1, bad.stdout + bad.stderr)
        self.assertIn("modernize-use-nullptr", bad.stdout)
        self.assertEqual(self.run_tidy().returncode, 1)  # a failure is not remembered


if __name__ == "__main__":
    unittest.main()
