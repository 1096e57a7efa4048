# SPDX-License-Identifier: BSD-3-Clause
"""A real SLURM on the hosts of hosts.py: munged and slurmctld on h0, one slurmd on each other host. No systemd, no
cgroups, no database."""
import os
import shutil

from hosts import Hosts, await_true

DAEMONS = (("munged", "munge"), ("slurmctld", "slurmctld"), ("slurmd", "slurmd"), ("srun", "slurm-client"))

# config_overrides: a node may claim CPUs that the machine does not have. PMIx's folder is put into /dev/shm because /tmp is
# shared by the hosts here, and two nodes of one job would collide in it.
CONFIG = """ClusterName=test
SlurmctldHost=h0
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={run}/munge/sock
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SchedulerType=sched/builtin
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SlurmdParameters=config_overrides
StateSaveLocation={run}/ctld
SlurmdSpoolDir={run}/spool.%n
SlurmctldPidFile={run}/slurmctld.pid
SlurmdPidFile={run}/slurmd.%n.pid
SlurmctldLogFile={run}/slurmctld.log
SlurmdLogFile={run}/slurmd.%n.log
SlurmctldTimeout=10
SlurmdTimeout=15
KillWait=2
PropagateResourceLimitsExcept=MEMLOCK
NodeName=h[1-{nodes}] Sockets=1 CoresPerSocket=4 ThreadsPerCore=1 RealMemory=2000 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverSubscribe=YES
"""


def missing():
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    for tool, package in DAEMONS:
        if shutil.which(tool) is None:
            return f"no {tool} (package {package})"
    return ""


class Slurm(Hosts):
    """h0 with srun and sbatch, h1 .. hN as nodes of 4 claimed CPUs."""

    def up(self):
        super().up()
        munge = self.run / "munge"
        munge.mkdir(mode=0o755)
        (self.run / "ctld").mkdir()
        key = munge / "key"
        key.touch(mode=0o600)
        key.write_bytes(os.urandom(128))
        (self.run / "slurm.conf").write_text(CONFIG.format(run=self.run, nodes=len(self.names) - 1))
        (self.run / "mpi.conf").write_text("PMIxCliTmpDirBase=/dev/shm\n")
        os.environ["SLURM_CONF"] = str(self.run / "slurm.conf")
        self.daemon("h0", "munged", "--foreground", "--force", f"--key-file={key}", f"--socket={munge}/sock",
                    f"--pid-file={munge}/pid", f"--log-file={munge}/log", f"--seed-file={munge}/seed")
        await_true(lambda: (munge / "sock").exists(), "munged", munge / "log")
        self.daemon("h0", "slurmctld", "-D", "-c", "-i")
        for name in self.names[1:]:
            (self.run / f"spool.{name}").mkdir()
            self.daemon(name, "slurmd", "-D", "-N", name)
        idle = str(len(self.names) - 1)
        await_true(lambda: self.on("h0", "sinfo", "-h", "-t", "idle", "-o", "%D")[1].strip() == idle, "SLURM",
                   self.run / "slurmctld.log", 60)

    def daemon(self, name, *command):
        self.start(self.command_on(name, command), f"{name}.{command[0]}.log")

    def environment(self):
        """Launchers find SLURM's allocation by themselves."""
        base = super().environment()
        for key in ("OMPI_MCA_plm_rsh_agent", "HYDRA_LAUNCHER", "HYDRA_LAUNCHER_EXEC"):
            del base[key]
        return base | {"SLURM_CONF": str(self.run / "slurm.conf")}
