# SPDX-License-Identifier: BSD-3-Clause
"""The benchmark programs with the MPIs that are installed: right answers pass and report, wrong answers fail."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "perf"))

from driver import build, execute, implementations, main, plan  # noqa: E402
from driver.implementations import BOUND, FLOOR, MPICH, OPENMPI, SHM, TOLD  # noqa: E402

LIMIT = 60


@unittest.skipUnless(shutil.which("mpicxx.openmpi") and shutil.which("mpirun.openmpi"), "Open MPI is not installed")
class Programs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        cls.mpi = implementations.find([OPENMPI], None)[0][0]
        cls.right = build.benchmarks(ROOT, cls.folder, cls.mpi, lambda text: None)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def run_program(self, name, *arguments, ranks=2, folder=None):
        case = plan.Case("any", name, arguments, ranks, TOLD, SHM, LIMIT)
        return execute.run_case(case, self.mpi, folder or self.right, 1)

    def test_point_to_point_reports_a_value_for_each_test_and_size(self):
        rows, failure = self.run_program("p2p", "--sizes", "0,8,65536", "--budget", "0.001")
        self.assertIsNone(failure)
        self.assertEqual([row.bytes for row in rows if row.benchmark == "latency"], [0, 8, 65536])
        self.assertEqual([row.bytes for row in rows if row.benchmark == "bandwidth"], [8, 65536])
        self.assertEqual([row.bytes for row in rows if row.benchmark == "rate"], [0, 8])
        self.assertTrue(all(row.value > 0 for row in rows))

    def test_a_strided_message_is_compared_byte_by_byte_and_timed(self):
        rows, failure = self.run_program("p2p", "--sizes", "8,4096,1048576", "--tests", "strided", "--budget", "0.001")
        self.assertIsNone(failure)
        self.assertEqual([(row.benchmark, row.bytes) for row in rows], [("strided", 4096), ("strided", 1048576)])
        self.assertTrue(all(row.value > 0 for row in rows))

    def test_every_collective_has_a_right_answer_on_odd_and_even_numbers_of_ranks(self):
        for ranks in (2, 3):
            rows, failure = self.run_program("collectives", "--sizes", "8,40", "--budget", "0.0001", ranks=ranks)
            self.assertIsNone(failure)
            self.assertEqual(len(rows), 2 + 15 * 2)  # the barrier and the allreduce of an int have no sizes

    def test_threads_report_a_rate_for_each_number_and_way(self):
        rows, failure = self.run_program("threads", "--threads", "1,3", "--budget", "0.001")
        self.assertIsNone(failure)
        self.assertEqual([row.benchmark for row in rows], [f"rate_{number}_threads_{way}" for number in (1, 3)
                                                           for way in ("comms", "tags")])
        self.assertTrue(all(row.value > 0 for row in rows))

    def test_a_crowd_of_any_number_of_ranks_reports_latencies_and_the_use_of_waiting_ranks(self):
        for ranks in (2, 3):
            rows, failure = self.run_program("crowd", "--budget", "0.001", ranks=ranks)
            self.assertIsNone(failure)
            self.assertEqual([row.benchmark for row in rows], ["latency_bystanders", "latency_neighbours", "idle"])

    def test_the_floor_is_measured_once_a_round_and_told_as_its_own(self):
        case = plan.Case("any", "floor", ("--sizes", "8,4096", "--budget", "0.001"), 2, TOLD, SHM, LIMIT)
        said = []
        main.say, say = said.append, main.say
        try:
            rows, failures = main.measure([case], [(self.mpi, self.right)] * 2, 1)
        finally:
            main.say = say
        self.assertEqual(failures, [])
        self.assertEqual({row.implementation for row in rows}, {FLOOR})
        found = [(row.benchmark, row.bytes) for row in rows]
        self.assertEqual(len(found), len(set(found)), "each way once, so one launch alone")
        self.assertIn(("latency", 8), found)
        self.assertIn(("bandwidth", 4096), found)
        self.assertIn(("bandwidth_alloc_mem", 4096), found)

    def test_the_floor_of_tcp_is_a_socket(self):
        rows, failure = self.run_program("floor", "--ways", "socket", "--sizes", "8,65536", "--budget", "0.001")
        self.assertIsNone(failure)
        self.assertEqual([(row.benchmark, row.bytes) for row in rows], [("latency", 8), ("bandwidth", 8), ("latency", 65536),
                                                                        ("bandwidth", 65536)])

    def test_start_reports_times_and_memory(self):
        rows, failure = self.run_program("startup")
        self.assertIsNone(failure)
        self.assertEqual({row.benchmark for row in rows}, {"init", "memory", "finalize"})

    def test_the_scaling_programs_verify_on_uneven_parts(self):
        for ranks in (1, 2, 3):
            for arguments in (("--scaling", "strong", "--cells", "13"), ("--scaling", "weak", "--cells", "7")):
                for program in ("halo", "cg"):
                    rows, failure = self.run_program(program, *arguments, ranks=ranks)
                    self.assertIsNone(failure, f"{program} {arguments} {ranks}")
                    self.assertEqual(len(rows), 2)

    def test_a_wrong_mpi_is_noticed_by_every_program_that_checks(self):
        wrong = self.folder / "wrong"
        corrupt = wrong / "corrupt.o"
        wrong.mkdir()
        subprocess.run([self.mpi.compiler, "-DOMPI_SKIP_MPICXX", "-c", str(ROOT / "tests/perf/corrupt.cpp"), "-o",
                        str(corrupt)], check=True)
        subprocess.run(["make", "-s", "-C", str(ROOT / "perf/bench"), f"MPICXX={self.mpi.compiler}", f"BUILD={wrong}",
                        f"LDFLAGS={corrupt}", "CXXFLAGS=-O1 -std=c++17 -pthread",
                        *(str(wrong / name) for name in ("p2p", "collectives", "halo", "cg", "threads", "crowd"))], check=True)
        for program, arguments in (("p2p", ("--sizes", "8", "--budget", "0.001")),
                                   ("collectives", ("--sizes", "8", "--operations", "alltoall")),
                                   ("threads", ("--threads", "2", "--budget", "0.001")), ("crowd", ("--tests", "neighbours")),
                                   ("halo", ("--cells", "12")), ("cg", ("--cells", "12"))):
            rows, failure = self.run_program(program, *arguments, folder=wrong)
            self.assertEqual(rows, [], program)
            self.assertIn("exit status 3", failure.reason, program)


@unittest.skipUnless(shutil.which("mpicxx.mpich") and shutil.which("mpiexec.hydra"), "MPICH is not installed")
class Mpich(unittest.TestCase):
    def test_it_builds_and_runs_the_same_source(self):
        mpi = implementations.find([MPICH], None)[0][0]
        with tempfile.TemporaryDirectory() as scratch:
            folder = build.benchmarks(ROOT, Path(scratch), mpi, lambda text: None)
            case = plan.Case("any", "p2p", ("--sizes", "8", "--budget", "0.001"), 2, BOUND, SHM, LIMIT)
            rows, failure = execute.run_case(case, mpi, folder, 1)
        self.assertIsNone(failure)
        self.assertEqual({row.benchmark for row in rows}, {"latency", "bandwidth", "bibandwidth", "rate"})


if __name__ == "__main__":
    unittest.main()
