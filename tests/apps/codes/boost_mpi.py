# SPDX-License-Identifier: BSD-3-Clause
"""Boost.MPI's own tests, on the numbers of ranks that its build file gives them."""
from harness import Case, Code, steps

# Name: ranks. `reduce`, `scan`, `scatter` and `groups` name none there: an odd and an even one here.
TESTS = {
    "version_test": [1], "block_nonblock_test": [2], "cartesian_topology_init_test": [1], "broadcast_stl_test": [2],
    "all_gather_test": [1, 2, 11], "all_reduce_test": [1, 2, 11], "all_to_all_test": [1, 2, 11], "broadcast_test": [2, 17],
    "gather_test": [1, 2, 11], "is_mpi_op_test": [1], "mt_level_test": [1], "mt_init_test": [1, 4],
    "nonblocking_test": [2, 11, 24], "reduce_test": [2, 5], "ring_test": [2, 3, 4, 7, 8, 13, 17], "sendrecv_test": [1, 4, 7, 48],
    "wait_any_test": [1, 4, 7, 20], "wait_all_vector_test": [2], "wait_all_on_null": [1, 2], "scan_test": [2, 5],
    "scatter_test": [2, 5], "skeleton_content_test": [2, 3, 4, 7, 8, 13, 17], "graph_topology_test": [2, 7, 13],
    "cartesian_topology_test": [24], "pointer_test": [2], "groups_test": [2, 5], "sendrecv_vector": [2],
    "non_blocking_any_source": [2, 17],
}
EXAMPLES = {"random_gather": 2, "random_scatter": 2, "cartesian_communicator": 24}
MAKE = """B = {source}
CXXFLAGS = -O1 -w -std=c++17 $(patsubst %,-I%,$(wildcard $(B)/libs/*/include $(B)/libs/numeric/*/include))
SERIALIZATION = $(filter-out {out},$(notdir $(wildcard $(B)/libs/serialization/src/*.cpp)))
MPI = $(filter-out python_% mpi_python%,$(notdir $(wildcard $(B)/libs/mpi/src/*.cpp)))
all: $(PROGRAMS)
%.o: $(B)/libs/mpi/test/%.cpp
\t$(CXX) $(CXXFLAGS) -c $< -o $@
%.o: $(B)/libs/mpi/example/%.cpp
\t$(CXX) $(CXXFLAGS) -c $< -o $@
library/%.o: $(B)/libs/mpi/src/%.cpp
\t$(CXX) $(CXXFLAGS) -c $< -o $@
library/%.o: $(B)/libs/serialization/src/%.cpp
\t$(CXX) $(CXXFLAGS) -c $< -o $@
libboost.a: $(addprefix library/,$(SERIALIZATION:.cpp=.o) $(MPI:.cpp=.o))
\tar rc $@ $^
$(PROGRAMS): %: %.o libboost.a
\t$(CXX) $^ -o $@
.SECONDARY:
"""


def build(source, folder, mpi, log):
    makefile = MAKE.format(source=source, out="xml_% basic_xml_% polymorphic_xml_% ")
    (folder / "library").mkdir()
    (folder / "Makefile").write_text(makefile, encoding="utf-8")
    programs = " ".join([*TESTS, *EXAMPLES])
    return steps([["make", "-j2", f"CXX={mpi.cxx}", f"PROGRAMS={programs}"]], log, folder)


def check(output, _):
    # Boost.Test ends a failing program with a code; some of these tests print and return 0.
    for bad in ("FAILED", "failure detected", "failures are detected", "Assertion"):
        if bad in output:
            return f"it says '{bad}'"
    return None


CODE = Code("boost_mpi", "boost1.74", build,
            [Case(name, ranks, [f"./{name}"], check) for name, counts in TESTS.items() for ranks in counts]
            + [Case(name, ranks, [f"./{name}"], check) for name, ranks in EXAMPLES.items()]
            + [Case(f"{name} tcp", 4, [f"./{name}"], check, transport="tcp")
               for name in ("sendrecv_test", "skeleton_content_test", "ring_test", "wait_any_test")], in_tree=False)
