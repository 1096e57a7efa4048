# SPDX-License-Identifier: BSD-3-Clause
"""Programs on Baton across hosts, under each launcher, and the batch scripts of slurm/ on a real SLURM.
usage: cluster_test.py SOURCE BUILD"""
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import hosts
import slurm

SOURCE, BUILD = Path(sys.argv[1]), Path(sys.argv[2])
RING = BUILD / "bin/mpi/mpi_ring"
LOCATED = BUILD / "bin/mpi/mpi_located"
RANDOM = BUILD / "bin/mpi/mpi_collective_random"
ROUNDS = "400"  # of random calls
SEGMENTS = Path("/dev/shm")


def needs(tool, package):
    return unittest.skipIf(shutil.which(tool) is None, f"no {tool} (package {package})")


class Cluster(unittest.TestCase):
    """One cluster for all tests of a class; what a test leaves running or in /dev/shm of the machine fails it."""

    maker = hosts.Hosts
    count = 3

    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.maker(cls.count)
        cls.cluster.__enter__()
        cls.addClassCleanup(cls.cluster.__exit__)

    def run_on_h0(self, *command, expect, status=0, seconds=60):
        code, output = self.cluster.on("h0", *command, seconds=seconds)
        self.assertEqual(code, status, f"{' '.join(map(str, command))}\n{output}")
        self.assertIn(expect, output, " ".join(map(str, command)))
        return output

    def assert_hosts_are_clean(self):
        """No rank is left on any host, and no segment."""
        for name in self.cluster.names[1:]:
            _, left = self.cluster.on(name, "sh", "-c", "ls /dev/shm; cat /proc/[0-9]*/comm")
            self.assertNotIn("mpi_", left, name)
            self.assertNotIn("baton", left, name)


@unittest.skipIf(hosts.missing(), hosts.missing())
class PlainHosts(Cluster):
    @needs("mpirun.openmpi", "openmpi-bin")
    def test_mpirun_starts_six_ranks_on_three_hosts(self):
        self.run_on_h0("mpirun.openmpi", "--host", "h1:2,h2:2,h3:2", "-n", "6", RING, expect="ok: 6 ranks on 3 hosts")
        self.assert_hosts_are_clean()

    @needs("mpirun.openmpi", "openmpi-bin")
    def test_mpirun_starts_ranks_scattered_unevenly(self):
        self.run_on_h0("mpirun.openmpi", "--host", "h1:3,h2:1", "-n", "4", "--map-by", "node", RING,
                       expect="ok: 4 ranks on 2 hosts")

    @needs("mpiexec.hydra", "mpich")
    def test_hydra_starts_six_ranks_on_three_hosts(self):
        self.run_on_h0("mpiexec.hydra", "-hosts", "h1:2,h2:2,h3:2", "-n", "6", RING, expect="ok: 6 ranks on 3 hosts")
        self.assert_hosts_are_clean()

    @needs("mpiexec.hydra", "mpich")
    def test_hydra_wraps_round_a_short_list_of_hosts(self):
        self.run_on_h0("mpiexec.hydra", "-hosts", "h1,h2", "-n", "4", RING, expect="ok: 4 ranks on 2 hosts")

    @needs("mpirun.openmpi", "openmpi-bin")
    def test_tcp_alone_serves_ranks_of_one_host_and_of_others(self):
        self.run_on_h0("mpirun.openmpi", "--host", "h1:2,h2:1", "-n", "3", "-x", "BATON_TRANSPORT=tcp", RING,
                       expect="ok: 3 ranks on 2 hosts")

    def test_a_program_without_a_launcher_is_one_rank(self):
        self.run_on_h0(RING, expect="ok: 1 ranks on 1 hosts")


@unittest.skipIf(hosts.missing(), hosts.missing())
class Collectives(Cluster):
    """Algorithms made for several nodes, on several nodes."""

    count = 4
    EVEN, UNEVEN, ONE_BIG = "h1:3,h2:3", "h1:3,h2:1,h3:2,h4:2", "h1:3,h2:1"
    LEADERS = dict.fromkeys("ALLGATHER ALLREDUCE BARRIER BCAST GATHER REDUCE SCATTER".split(), "leaders")
    LANES = dict.fromkeys("ALLGATHER ALLREDUCE ALLTOALL BCAST REDUCE REDUCE_SCATTER".split(), "lanes")

    def run_over(self, slots, program, *arguments, wishes=None, options=(), expect=""):
        ranks = sum(int(slot.split(":")[1]) for slot in slots.split(","))
        chosen = [word for name, wish in (wishes or {}).items() for word in ("-x", f"BATON_{name}={wish}")]
        self.run_on_h0("mpirun.openmpi", "--host", slots, "-n", str(ranks), *options, *chosen, program, *arguments,
                       expect=expect)

    def test_elements_with_gaps_are_reduced_by_what_is_chosen(self):
        for slots, ranks in ((self.EVEN, 6), (self.UNEVEN, 8), (self.ONE_BIG, 4)):
            self.run_over(slots, LOCATED, expect=f"ok: elements with gaps on {ranks} ranks")

    def test_elements_with_gaps_are_reduced_by_leaders(self):
        self.run_over(self.UNEVEN, LOCATED, wishes=self.LEADERS, expect="ok: elements with gaps on 8 ranks")

    def test_elements_with_gaps_are_reduced_in_lanes(self):
        self.run_over(self.EVEN, LOCATED, wishes=self.LANES, expect="ok: elements with gaps on 6 ranks")

    def test_random_calls_are_right_by_what_is_chosen(self):
        self.run_over(self.EVEN, RANDOM, ROUNDS, "11")
        self.run_over(self.UNEVEN, RANDOM, ROUNDS, "12")

    def test_random_calls_are_right_by_leaders(self):
        self.run_over(self.EVEN, RANDOM, ROUNDS, "13", wishes=self.LEADERS)
        self.run_over(self.UNEVEN, RANDOM, ROUNDS, "14", wishes=self.LEADERS)

    def test_random_calls_are_right_in_lanes(self):
        self.run_over(self.EVEN, RANDOM, ROUNDS, "15", wishes=self.LANES)

    def test_random_calls_are_right_where_ranks_are_dealt_out_in_turn(self):
        self.run_over(self.EVEN, RANDOM, ROUNDS, "16", options=("--map-by", "node"))


@unittest.skipIf(hosts.missing() or slurm.missing(), hosts.missing() or slurm.missing())
class RealSlurm(Cluster):
    maker = slurm.Slurm

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.prefix = cls.cluster.run / "prefix"
        subprocess.run(["cmake", "--install", BUILD, "--prefix", cls.prefix], check=True, stdout=subprocess.DEVNULL)

    def batch(self, script, *options, seconds=120, **variables):
        log = self.cluster.run / "job.log"
        settings = {"BATON_SOURCE": SOURCE, "BATON_PREFIX": self.prefix, "BATON_WORK": self.cluster.run / "work",
                    "BATON_RESULTS": self.cluster.run / "results"} | variables
        export = "ALL," + ",".join(f"{key}={value}" for key, value in settings.items())
        code, output = self.cluster.on("h0", "sbatch", "--wait", f"--output={log}", f"--export={export}", *options,
                                       SOURCE / "slurm" / script, seconds=seconds)
        output += log.read_text() if log.exists() else ""
        self.assertEqual(code, 0, output)
        return output

    def test_srun_pmix_starts_six_ranks_on_three_nodes(self):
        self.run_on_h0("srun", "-N3", "--ntasks-per-node=2", "--mpi=pmix", RING, expect="ok: 6 ranks on 3 hosts")
        self.assert_hosts_are_clean()

    def test_srun_pmi2_starts_six_ranks_on_three_nodes(self):
        self.run_on_h0("srun", "-N3", "--ntasks-per-node=2", "--mpi=pmi2", RING, expect="ok: 6 ranks on 3 hosts")
        self.assert_hosts_are_clean()

    def test_srun_pmi2_places_ranks_in_turn(self):
        self.run_on_h0("srun", "-N2", "-n4", "--ntasks-per-node=2", "--distribution=cyclic", "--mpi=pmi2", RING,
                       expect="ok: 4 ranks on 2 hosts")

    def test_srun_without_an_mpi_plugin_is_refused_and_the_remedy_named(self):
        code, output = self.cluster.on("h0", "srun", "-N2", "--ntasks-per-node=1", "--mpi=none", RING)
        self.assertNotEqual(code, 0, output)
        self.assertIn("--mpi=pmix", output)

    def test_the_test_script_passes_under_each_launcher(self):
        output = self.batch("test.sbatch")
        for launcher in ("srun --mpi=pmix", "srun --mpi=pmi2", "mpirun", "mpiexec"):
            self.assertTrue(f"PASSED: {launcher}" in output or f"skipped: {launcher}" in output, output)
        self.assertIn("ok: 4 ranks on 2 hosts", output)

    def test_the_scaling_scripts_write_their_tables(self):
        for kind in ("strong", "weak"):
            output = self.batch(f"{kind}_scaling.sbatch", BATON_RANKS="1 4", BATON_HALO_CELLS=16, BATON_CG_CELLS=8)
            self.assertIn(f"{kind}_scaling.", output)
            tables = list((self.cluster.run / "results").glob(f"{kind}_scaling.*.jsonl"))
            self.assertEqual(len(tables), 1, output)
            self.assertGreaterEqual(tables[0].read_text().count("{"), 4, output)


if __name__ == "__main__":
    before = set(os.listdir(SEGMENTS))
    result = unittest.main(argv=[sys.argv[0], "-v", *sys.argv[3:]], exit=False).result
    left = {name for name in set(os.listdir(SEGMENTS)) - before if "baton" in name}
    if left:
        print(f"left in {SEGMENTS}: {sorted(left)}")
    if result.testsRun == len(result.skipped):
        print("skipped: every test")
        sys.exit(77)
    sys.exit(0 if result.wasSuccessful() and not left else 1)
