# SPDX-License-Identifier: BSD-3-Clause
"""Judging collectives: means and worst cells against the peers, and the guidelines, on made-up times."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "perf"))

from driver import collective_table, plan  # noqa: E402
from driver.execute import Row  # noqa: E402
from driver.implementations import BATON, BOUND, MPICH, OPENMPI, SHM, TOLD, UNTOLD  # noqa: E402
from driver.summary import Summary  # noqa: E402


def cells(implementation, time, ranks=2, placement=BOUND, sizes=collective_table.BOUND_SIZES, **other):
    """Rows of every cell: `time`, or what `other` says of an operation, rising with the size."""
    rows = []
    for operation in collective_table.OPERATIONS:
        for step, size in enumerate((0,) if operation == "barrier" else sizes):
            value = other.get(operation, time) * (1 + step)
            rows.append(Row(implementation, operation, ranks, placement, SHM, size, "slowest rank", "us", 1, value))
    smallest = other.get(collective_table.SMALLEST, time)
    rows.append(Row(implementation, collective_table.SMALLEST, ranks, placement, SHM, 4, "slowest rank", "us", 1, smallest))
    return rows


def outcomes(lines):
    return {line.title: line.outcome for line in lines if line.outcome}


class Table(unittest.TestCase):
    def test_the_mean_and_the_worst_cell_are_against_the_better_peer(self):
        summary = Summary(cells(BATON, 1.0) + cells(OPENMPI, 5.0) + cells(MPICH, 3.0, bcast=0.9))
        mean, worst, *_ = collective_table.table(summary)
        self.assertEqual(mean.outcome, "pass")
        self.assertTrue(2.0 < mean.ratio < 3.0)
        self.assertEqual((worst.outcome, worst.ratio), ("MISS", 0.9))
        self.assertIn("bcast", worst.title)

    def test_crowded_ranks_are_held_to_open_mpi_alone(self):
        sizes = collective_table.CROWDED_SIZES
        summary = Summary(cells(BATON, 1.0, 8, TOLD, sizes) + cells(OPENMPI, 1.5, 8, TOLD, sizes) +
                          cells(MPICH, 0.1, 8, TOLD, sizes))
        mean, worst = collective_table.table(summary)
        self.assertEqual((mean.outcome, worst.outcome), ("MISS", "pass"))
        self.assertAlmostEqual(mean.ratio, 1.5)

    def test_nothing_is_judged_without_a_peer(self):
        self.assertEqual(collective_table.table(Summary(cells(BATON, 1.0))), [])

    def test_peers_that_do_not_know_of_the_crowd_must_be_a_thousand_times_slower(self):
        rows = [Row(name, "barrier", 8, UNTOLD, SHM, 0, "slowest rank", "us", 1, value)
                for name, value in ((BATON, 10.0), (OPENMPI, 9000.0))]
        self.assertEqual([line.outcome for line in collective_table.table(Summary(rows))], ["MISS"])

    def test_the_plan_measures_every_setting_that_is_judged(self):
        planned = plan.cases(plan.FULL, (plan.TABLE,), [2], cores=2)
        measured = {(case.ranks, case.placement) for case in planned if case.program == "collectives"}
        for setting in collective_table.SETTINGS:
            self.assertIn((setting.ranks, setting.placement), measured)
        self.assertEqual({case.group for case in planned}, {plan.TABLE})
        self.assertTrue(any(collective_table.SMALLEST in argument for case in planned for argument in case.arguments))

    def test_a_barrier_is_not_held_to_an_allreduce_of_eight_bytes(self):
        told = outcomes(collective_table.guidelines(Summary(cells(BATON, 1.0, barrier=0.9, allreduce_int=0.8))))
        self.assertEqual(told["2 ranks: barrier <= allreduce of 4 bytes"], "MISS")


class Guidelines(unittest.TestCase):
    def test_times_that_agree_with_each_other_pass(self):
        summary = Summary(cells(BATON, 1.0, barrier=0.5, bcast=0.8, reduce=0.9, gather=0.8, scatter=0.8, alltoall=1.2))
        self.assertEqual(set(outcomes(collective_table.guidelines(summary)).values()), {"pass"})

    def test_each_broken_guideline_is_told(self):
        for broken, title in (({"barrier": 3.0}, "barrier <= allreduce of 4 bytes"),
                              ({"allreduce": 3.0}, "allreduce <= reduce + bcast"),
                              ({"reduce": 1.5}, "reduce <= allreduce"),
                              ({"gather": 1.5}, "gather <= allgather"),
                              ({"bcast": 4.0}, "bcast <= scatter + allgather")):
            verdicts = outcomes(collective_table.guidelines(Summary(cells(BATON, 1.0, **broken))))
            self.assertEqual(verdicts["2 ranks: " + title], "MISS", title)

    def test_a_larger_message_that_is_quicker_is_told(self):
        rows = cells(BATON, 1.0)
        rows.append(Row(BATON, "bcast", 2, BOUND, SHM, 8, "slowest rank", "us", 2, 9.0))
        verdicts = outcomes(collective_table.guidelines(Summary(rows)))
        self.assertEqual(verdicts["2 ranks: bcast rises with the size"], "MISS")
        self.assertEqual(verdicts["2 ranks: gather rises with the size"], "pass")

    def test_sizes_between_those_measured_are_read_off_a_line(self):
        times = collective_table.Guidelines(Summary(cells(BATON, 1.0)), BATON, 2, BOUND)
        self.assertAlmostEqual(times.between("bcast", 512), 2.0)
        self.assertTrue(2.0 < times.between("bcast", 1024) < 3.0)
        self.assertIsNone(times.between("bcast", 1 << 40))


if __name__ == "__main__":
    unittest.main()
