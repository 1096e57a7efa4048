# SPDX-License-Identifier: BSD-3-Clause
"""The driver of perf/ without any MPI: plans, command lines, result lines, limits, medians, ratios, goals, files."""

import os
import select
import signal
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "perf"))

from driver import execute, goals, implementations, main, plan, tables  # noqa: E402
from driver.execute import Row  # noqa: E402
from driver.implementations import BATON, BOUND, FLOOR, MPICH, ONE_CORE, OPENMPI, SHM, TCP, TOLD, UNTOLD, Implementation  # noqa: E402
from driver.summary import Summary  # noqa: E402


def row(implementation, value, round_number=1, benchmark="latency", size=8, unit="us", ranks=2, placement=BOUND,
        transport=SHM, metric="half round trip"):
    return Row(implementation, benchmark, ranks, placement, transport, size, metric, unit, round_number, value)


class Planning(unittest.TestCase):
    def test_a_full_plan_covers_every_group_both_transports_and_all_placements(self):
        cases = plan.cases(plan.FULL, plan.GROUPS, [2, 4, 8], cores=2)
        self.assertEqual({case.group for case in cases}, {"p2p", "threads", "crowd", "collectives", "startup",
                                                           "scaling"})
        self.assertEqual({case.transport for case in cases}, {SHM, TCP})
        self.assertEqual({case.placement for case in cases}, {BOUND, TOLD, UNTOLD, ONE_CORE})
        self.assertEqual({case.ranks for case in cases if case.group == "startup"}, {2, 8, 32})

    def test_ranks_are_bound_only_while_each_has_its_own_core(self):
        for case in plan.cases(plan.FULL, ("latency", "collectives", "scaling"), [2, 4, 8], cores=4):
            self.assertEqual(case.placement == BOUND, case.ranks <= 4, str(case))

    def test_selecting_one_test_runs_that_test_alone(self):
        cases = plan.cases(plan.QUICK, ("rate",), [2], cores=2)
        self.assertEqual({case.program for case in cases}, {"p2p"})
        self.assertTrue(all("rate" in case.arguments and "latency" not in case.arguments for case in cases))

    def test_an_mpi_that_spins_gets_fewer_points_only_when_crowded_and_told(self):
        crowded, roomy = (next(case for case in plan.cases(plan.QUICK, ("collectives",), [2, 8], cores=2)
                               if case.ranks == ranks) for ranks in (8, 2))
        self.assertNotEqual(plan.arguments(crowded, MPICH), crowded.arguments)
        self.assertEqual(plan.arguments(crowded, OPENMPI), crowded.arguments)
        self.assertEqual(plan.arguments(roomy, MPICH), roomy.arguments)


class CommandLines(unittest.TestCase):
    def test_each_mpi_binds_its_ranks_when_there_are_cores(self):
        self.assertIn("--bind-to core", self._line(OPENMPI, BOUND))
        self.assertIn("-bind-to core", self._line(MPICH, BOUND))

    def test_open_mpi_is_told_or_promised_slots_when_crowded(self):
        self.assertIn("--oversubscribe", self._line(OPENMPI, TOLD))
        self.assertIn("--host localhost:8", self._line(OPENMPI, UNTOLD))
        self.assertNotIn("--oversubscribe", self._line(OPENMPI, UNTOLD))

    def test_one_core_confines_the_launcher_and_with_it_all_ranks(self):
        for name in (BATON, OPENMPI, MPICH):
            command = self._launch(name, ONE_CORE, SHM).command
            self.assertEqual(command[:2], ["taskset", "-c"])
            self.assertIn(int(command[2]), os.sched_getaffinity(0))
            self.assertNotIn("--bind-to core", " ".join(command))

    def test_tcp_is_forced_on_each_in_its_own_way(self):
        self.assertIn("--mca btl tcp,self", self._line(OPENMPI, BOUND, TCP))
        self.assertEqual(self._launch(BATON, BOUND, TCP).environment["BATON_TRANSPORT"], "tcp")
        self.assertEqual(self._launch(MPICH, BOUND, TCP).environment["UCX_TLS"], "tcp,self")

    def test_baton_finds_its_own_library_in_the_ranks(self):
        launch = self._launch(BATON, BOUND, SHM)
        self.assertTrue(launch.environment["LD_LIBRARY_PATH"].startswith("/opt/lib"))
        self.assertIn("LD_LIBRARY_PATH", launch.command)

    def test_an_mpi_that_is_not_installed_is_missing_and_not_an_error(self):
        found, missing = implementations.find([BATON], "/nonexistent")
        self.assertEqual((found, missing), ([], [BATON]))

    def _launch(self, name, placement, transport):
        return Implementation(name, "cc", "launcher", library_path="/opt/lib").launch(["./p"], 8, placement, transport)

    def _line(self, name, placement, transport=SHM):
        return " ".join(self._launch(name, placement, transport).command)


class Execution(unittest.TestCase):
    def test_result_lines_are_found_among_other_output(self):
        text = 'noise\n{"benchmark":"x","bytes":8,"metric":"m","unit":"us","value":1.5}\n{"benchmark":"cut'
        self.assertEqual([value["value"] for value in execute.parse(text)], [1.5])

    def test_a_launch_over_its_limit_is_ended_with_its_children(self):
        start = time.monotonic()
        status, output, _, _ = execute.run_limited(["sh", "-c", "sleep 300 & echo $!; wait"], {}, 0.5)
        self.assertIsNone(status)
        self.assertLess(time.monotonic() - start, 30)
        self._assert_ended(int(output))

    def test_a_failing_launch_is_a_failure_with_its_telling_line(self):
        implementation = Implementation(OPENMPI, "cc", "x")
        implementation.launch = lambda *_: implementations.Launch(["sh", "-c", "echo wrong answer: 7 >&2; exit 3"])
        rows, failure = execute.run_case(plan.Case("p2p", "p2p", (), 2), implementation, Path("."), 1)
        self.assertEqual(rows, [])
        self.assertIn("exit status 3: wrong answer: 7", failure.reason)

    def test_a_launch_without_results_is_a_failure(self):
        implementation = Implementation(OPENMPI, "cc", "x")
        implementation.launch = lambda *_: implementations.Launch(["true"])
        _, failure = execute.run_case(plan.Case("p2p", "p2p", (), 2), implementation, Path("."), 1)
        self.assertEqual(failure.reason, "no result line")

    def test_an_interrupt_keeps_what_was_measured(self):
        implementation = Implementation(OPENMPI, "cc", "x")
        line = '{"benchmark":"latency","bytes":8,"metric":"m","unit":"us","value":1.5}'
        interrupt = f"test -e $0 && kill -TERM {os.getpid()} && exec sleep 300; touch $0; echo '{line}'"
        old = signal.signal(signal.SIGTERM, main._interrupt)
        self.addCleanup(signal.signal, signal.SIGTERM, old)
        with tempfile.TemporaryDirectory() as folder:
            implementation.launch = lambda *_: implementations.Launch(["sh", "-c", interrupt, folder + "/once"])
            rows, failures = main.measure([plan.Case("p2p", "p2p", (), 2)], [(implementation, Path("."))], 3)
        self.assertEqual(([row.value for row in rows], failures), ([1.5], []))

    def _assert_ended(self, pid):
        """Gone, or ending: a signal is on its way to it."""
        try:
            descriptor = os.pidfd_open(pid)
        except ProcessLookupError:
            return
        self.assertTrue(select.select([descriptor], [], [], 20)[0], "the child still runs")
        os.close(descriptor)


class Judging(unittest.TestCase):
    def test_the_ratio_is_the_median_over_pairs_of_the_same_round(self):
        # round 2 was slow for both: the pair still says 2x, though medians of each alone would not
        rows = [row(BATON, 1, 1), row(OPENMPI, 2, 1), row(BATON, 10, 2), row(OPENMPI, 20, 2), row(BATON, 2, 3),
                row(OPENMPI, 4, 3)]
        summary = Summary(rows)
        self.assertEqual(summary.better(rows[0].key, OPENMPI), 2)
        self.assertEqual(summary.median(rows[0].key, BATON), 2)

    def test_more_is_better_for_bandwidth_and_less_for_time(self):
        fast = [row(BATON, 30, unit="MB/s"), row(MPICH, 10, unit="MB/s")]
        self.assertEqual(Summary(fast).better(fast[0].key, MPICH), 3)
        slow = [row(BATON, 30), row(MPICH, 10)]
        self.assertAlmostEqual(Summary(slow).better(slow[0].key, MPICH), 1 / 3)

    def test_the_best_peer_is_the_one_hardest_to_beat(self):
        rows = [row(BATON, 10), row(OPENMPI, 30), row(MPICH, 20)]
        self.assertEqual(Summary(rows).better_than_best(rows[0].key, (OPENMPI, MPICH)), 2)

    def test_a_peer_measured_once_is_compared_by_medians(self):
        rows = [row(BATON, value, number) for number, value in enumerate((50, 10, 10), 1)] + [row(MPICH, 40, 1)]
        self.assertEqual(Summary(rows).better(rows[0].key, MPICH), 4)

    def test_a_goal_is_passed_missed_or_not_measured(self):
        goal = goals.Goal("latency", (("benchmark", "latency"), ("bytes", 8)), (OPENMPI,))
        outcomes = [goals.judge(Summary([row(BATON, mine), row(OPENMPI, 10)]), [goal])[0].outcome for mine in (9, 11)]
        self.assertEqual(outcomes, [goals.PASS, goals.MISS])
        self.assertEqual(goals.judge(Summary([row(OPENMPI, 10)]), [goal])[0].outcome, goals.UNKNOWN)
        self.assertEqual(goals.judge(Summary([]), [goal])[0].outcome, goals.UNKNOWN)

    def test_untold_baton_is_judged_against_told_open_mpi(self):
        goal = next(goal for goal in goals.GOALS if goal.against and "Barrier" in goal.title)
        common = {"benchmark": "barrier", "size": 0, "ranks": 8}
        rows = [row(BATON, 20, placement=UNTOLD, **common), row(OPENMPI, 25000, placement=UNTOLD, **common),
                row(OPENMPI, 16, placement=TOLD, **common)]
        verdict = goals.judge(Summary(rows), [goal])[0]
        self.assertEqual((verdict.outcome, verdict.ratio), (goals.MISS, 0.8))


class Files(unittest.TestCase):
    FACTS = {"time": "t", "commit": "abc+dirty", "cpu": "a, b", "cores": "2", "kernel": "Linux", "Baton": "abc+dirty",
             "Open MPI": "4.1.4"}

    def test_rows_survive_the_csv_file(self):
        rows = [row(BATON, 0.5), row(OPENMPI, 0.75)]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "results.csv"
            tables.write_rows(path, rows, self.FACTS)
            again, facts = tables.read_rows(path)
            self.assertIn("abc+dirty", path.read_text(encoding="utf-8"))
        self.assertEqual(again, rows)
        self.assertEqual(facts["Open MPI"], "4.1.4")

    def test_the_summary_file_has_medians_and_ratios(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "summary.csv"
            tables.write_summary(path, Summary([row(BATON, 0.5), row(OPENMPI, 0.75)]), [BATON, OPENMPI])
            line = path.read_text(encoding="utf-8").splitlines()[1]
        self.assertTrue(line.startswith("latency,2,bound,shm,8,half round trip,us,0.5,0.5,0.5,1,0.75"), line)
        self.assertTrue(line.endswith(",1.5"), line)

    def test_the_table_shows_both_and_how_many_times_better(self):
        text = tables.side_by_side(Summary([row(BATON, 0.5), row(OPENMPI, 0.75)]), [BATON, OPENMPI])
        self.assertRegex(text, r"8 B +half round trip \[us\] +0\.500 +0\.750 +1\.50x")

    def test_options_refuse_unknown_groups(self):
        with self.assertRaises(SystemExit):
            main.options(["--select", "latency,juggling"])


if __name__ == "__main__":
    unittest.main()
