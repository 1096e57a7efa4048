# SPDX-License-Identifier: BSD-3-Clause
"""Which launches a run makes: one Case per program, number of ranks, placement and transport. Runs nothing."""

from dataclasses import dataclass

from . import collective_table
from .implementations import BOUND, MPICH, ONE_CORE, SHM, TCP, TOLD, UNTOLD

GROUPS = ("latency", "bandwidth", "rate", "threads", "crowd", "collectives", "startup", "memory", "scaling")
TABLE = "collective_table"  # not of a run that selects nothing: "collectives" measures much of the same

FLOOR_PROGRAM = "floor"  # started with one MPI, uses none

P2P_TESTS = {"latency": ["latency"], "bandwidth": ["bandwidth", "bibandwidth"], "rate": ["rate"]}


@dataclass(frozen=True)
class Case:
    """One launch, the same for every MPI."""

    group: str
    program: str  # of perf/bench; "" stands for the launcher alone
    arguments: tuple
    ranks: int
    placement: str = BOUND
    transport: str = SHM
    timeout: int = 120
    scale: str = ""  # "strong" or "weak" for scaling
    arguments_if_spinning: tuple = ()  # for an MPI whose ranks spin when crowded: fewer points, where given

    def __str__(self):
        what = self.program or "launcher alone"
        return f"{what} {self.scale}".strip() + f", {self.ranks} ranks, {self.placement}, {self.transport}"


@dataclass(frozen=True)
class Effort:
    """How much a run measures: --quick and the full one differ in these values alone."""

    rounds: int
    p2p_sizes: str
    tcp_sizes: str
    collective_sizes: str
    crowded_sizes: str  # for more ranks than cores
    p2p_budget: float
    collective_budget: float
    starts: tuple
    halo_cells: int
    cg_cells: int
    sweeps: int
    full: bool


QUICK = Effort(rounds=1, p2p_sizes="8,1024,65536,4194304", tcp_sizes="8,65536,4194304",
               collective_sizes="8,1024,65536", crowded_sizes="8,65536", p2p_budget=0.03, collective_budget=0.01,
               starts=(2, 8, 32), halo_cells=64, cg_cells=32, sweeps=30, full=False)
FULL = Effort(rounds=5, p2p_sizes="0,1,8,64,256,1024,4096,16384,65536,262144,1048576,4194304",
              tcp_sizes="1,8,64,1024,4096,16384,65536,262144,1048576,4194304",
              collective_sizes="8,64,512,4096,32768,262144,1048576", crowded_sizes="8,512,32768,262144",
              p2p_budget=0.08, collective_budget=0.03, starts=(2, 8, 32), halo_cells=128, cg_cells=64, sweeps=100,
              full=True)


# What is left for an MPI that spins with more ranks than cores, where one call takes tens of milliseconds.
SPINNING_QUICK = ("--sizes", "8", "--operations", "barrier,allreduce,bcast,alltoall")
SPINNING_FULL = ("--sizes", "8,32768")


def placement_for(ranks, cores, crowded=TOLD):
    return BOUND if ranks <= cores else crowded


def cases(effort, groups, ranks, cores):
    """All cases of the chosen groups, in the order of the report. `ranks`: numbers for collectives and scaling."""
    planned = []
    planned += _point_to_point(effort, groups, cores)
    if "threads" in groups:
        planned.append(Case("threads", "threads", ("--budget", str(effort.p2p_budget)) +
                            (("--threads", "2") if not effort.full else ()), 2, placement_for(2, cores)))
    if "crowd" in groups:
        planned += _crowd(effort, cores)
    if "collectives" in groups:
        planned += _collectives(effort, ranks, cores)
    if TABLE in groups:
        planned += _collective_table(effort, cores)
    if "startup" in groups or "memory" in groups:
        for number in effort.starts:
            planned.append(Case("startup", "startup", (), number, TOLD))
            planned.append(Case("startup", "", (), number, TOLD, timeout=5))
    if "scaling" in groups:
        planned += _scaling(effort, ranks, cores)
    return planned


def _point_to_point(effort, groups, cores):
    tests = [test for group in P2P_TESTS if group in groups for test in P2P_TESTS[group]]
    if not tests:
        return []
    place = placement_for(2, cores)
    common = ("--budget", str(effort.p2p_budget), "--tests")
    planned = [Case("p2p", "p2p", common + (",".join(tests), "--sizes", effort.p2p_sizes), 2, place)]
    if effort.full and "bandwidth" in groups:
        planned.append(Case("p2p", "p2p", common + ("latency,bandwidth", "--sizes", "65536,1048576,4194304", "--buffer",
                                                    "mpi"), 2, place))
        planned.append(Case("p2p", "p2p", common + ("bandwidth", "--sizes", "67108864"), 2, place))
        planned.append(Case("p2p", "p2p", common + ("strided", "--sizes", "4096,65536,1048576,4194304"), 2, place))
    planned.append(Case("p2p", "p2p", common + (",".join(tests), "--sizes", effort.tcp_sizes), 2, place, TCP))
    floors = [test for test in tests if test in ("latency", "bandwidth")]
    if floors and cores >= 2:
        common = ("--budget", str(effort.p2p_budget), "--tests", ",".join(floors))
        planned.append(Case("p2p", FLOOR_PROGRAM, common + ("--sizes", effort.p2p_sizes), 2, place))
        planned.append(Case("p2p", FLOOR_PROGRAM, common + ("--sizes", effort.tcp_sizes, "--ways", "socket"), 2, place, TCP))
    return planned


def _crowd(effort, cores):
    """More ranks than cores, point to point, and two ranks on one core."""
    budget = ("--budget", str(effort.p2p_budget))
    planned = [Case("crowd", "crowd", budget, number, TOLD, arguments_if_spinning=budget + ("--tests", "bystanders,idle"))
               for number in ((4, 8, 16) if effort.full else (8,)) if number > cores]
    planned.append(Case("crowd", "p2p", budget + ("--tests", "latency", "--sizes", "8"), 2, ONE_CORE))
    return planned


def _collectives(effort, ranks, cores):
    planned = []
    budget = ("--budget", str(effort.collective_budget))
    for number in ranks:
        crowded = number > cores
        sizes = effort.crowded_sizes if crowded else effort.collective_sizes
        planned.append(Case("collectives", "collectives", budget + ("--sizes", sizes), number,
                            placement_for(number, cores), timeout=300,
                            arguments_if_spinning=budget + (SPINNING_FULL if effort.full else SPINNING_QUICK)))
        if crowded:
            some = ("--operations", "barrier,allreduce" + (",bcast,alltoall" if effort.full else ""))
            planned.append(Case("collectives", "collectives", budget + ("--sizes", "8") + some, number, UNTOLD))
    if 2 in ranks:
        sizes = effort.collective_sizes if effort.full else effort.crowded_sizes
        planned.append(Case("collectives", "collectives", budget + ("--sizes", sizes), 2, placement_for(2, cores), TCP))
    return planned


def _collective_table(effort, cores):
    """The cells that collective_table.py judges."""
    planned = []
    common = ("--budget", str(effort.collective_budget), "--operations", ",".join((*collective_table.OPERATIONS, collective_table.SMALLEST)),
              "--sizes")
    few = ("--budget", str(effort.collective_budget), "--operations", "barrier,allreduce", "--sizes", "8")
    for setting in collective_table.SETTINGS:
        if setting.placement == placement_for(setting.ranks, cores):
            planned.append(Case(TABLE, "collectives", common + (",".join(map(str, setting.sizes)),), setting.ranks,
                                setting.placement, timeout=300, arguments_if_spinning=few))
    if cores < 8:
        planned.append(Case(TABLE, "collectives", few, 8, UNTOLD))
    if cores >= 2:
        planned.append(Case(TABLE, "p2p", ("--budget", str(effort.p2p_budget), "--tests", "latency", "--sizes", "8"), 2))
    return planned


def _scaling(effort, ranks, cores):
    planned = []
    for number in sorted({1, *ranks}):
        for scale in ("strong", "weak"):
            cells = effort.halo_cells if scale == "strong" else effort.halo_cells * 3 // 4
            planned.append(Case("scaling", "halo", ("--scaling", scale, "--cells", str(cells), "--sweeps",
                                                    str(effort.sweeps)), number, placement_for(number, cores),
                                timeout=60, scale=scale))
            cells = effort.cg_cells if scale == "strong" else effort.cg_cells // 2
            planned.append(Case("scaling", "cg", ("--scaling", scale, "--cells", str(cells)), number,
                                placement_for(number, cores), timeout=60, scale=scale))
    return planned


def spins(case, name):
    """Whether this launch is one of ranks that spin while others want their core: too slow to repeat in every round."""
    return name == MPICH and case.placement == TOLD and case.program in ("collectives", "crowd", "halo", "cg")


def arguments(case, name):
    return case.arguments_if_spinning if spins(case, name) and case.arguments_if_spinning else case.arguments
