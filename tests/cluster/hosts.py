# SPDX-License-Identifier: BSD-3-Clause
"""Several hosts on one machine: each is a set of namespaces (net, uts, ipc, mount, pid) with its own address, host name,
/dev/shm, /sys/class/net and boot_id; files are shared, as on a cluster with a shared file system. Nothing appears in the
machine's own network, and everything ends with this process.

h0 is the login node. It keeps the outer PID namespace, since one can enter PID namespaces only downwards: start launchers
there."""
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

PREFIX = "10.77.0"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

# PID 1 of a host. /proc is still the outer one when `self/stat` is read: that is the PID by which others enter.
# With SIGCHLD ignored the kernel reaps orphans.
HOST = r"""
set -e
name=$1 run=$2
read -r outer rest </proc/self/stat
hostname "$name"
mount --bind "$run/hosts" /etc/hosts
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mkdir -p "$run/mnt/$name"
mount -t sysfs sysfs "$run/mnt/$name"
mount --rbind /sys/fs/cgroup "$run/mnt/$name/fs/cgroup" 2>/dev/null || :
mount --move "$run/mnt/$name" /sys
[ $$ != 1 ] || mount -t proc proc /proc
cat /proc/sys/kernel/random/uuid >"$run/mnt/$name.boot"
mount --bind "$run/mnt/$name.boot" /proc/sys/kernel/random/boot_id
echo "$outer" >"$run/up/.$name"
mv "$run/up/.$name" "$run/up/$name"
exec env --ignore-signal=CHLD sleep infinity
"""

# Stands in for ssh: drops options, joins the words, a clean environment, 255 when the host is down.
AGENT = r"""#!/bin/bash
while [[ ${1:-} == -* ]]; do shift; done
name=$1
shift
read -r pid <"@RUN@/up/$name" && [ -d "/proc/$pid" ] || { echo "no route to host $name" >&2; exit 255; }
namespaces=(--net --uts --ipc --mount)
[ "$name" = h0 ] || namespaces+=(--pid)
cd /
exec env -i HOME="${HOME:-/root}" PATH=@PATH@ nsenter --target "$pid" "${namespaces[@]}" -- \
  setpriv --pdeathsig KILL sh -c "$*"
"""


def missing():
    """Why hosts cannot be made here, or ''."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    for tool, package in (("ip", "iproute2"), ("nsenter", "util-linux"), ("unshare", "util-linux"), ("setpriv", "util-linux")):
        if shutil.which(tool) is None:
            return f"no {tool} (package {package})"
    probe = subprocess.run(["unshare", "--net", "--uts", "--ipc", "--mount", "--pid", "--fork", "sh", "-c",
                            "ip link add x type veth peer name y && mount -t tmpfs tmpfs /dev/shm"], capture_output=True, text=True)
    return "" if probe.returncode == 0 else f"namespaces are not allowed here: {probe.stderr.strip()}"


class Hosts:
    """h0 .. hN, up while inside `with`."""

    def __init__(self, count):
        self.names = [f"h{i}" for i in range(count + 1)]
        # A short path: PMIx and SLURM put Unix sockets, of 108 bytes at most, below it.
        self.run = Path(tempfile.mkdtemp(prefix="bc.", dir="/tmp"))
        self.run.chmod(0o755)
        self.started = []

    def __enter__(self):
        try:
            self.up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for name in self.names:
            for pid in self.processes(name):
                self.kill(pid)
        for process in reversed(self.started):
            process.kill()
            process.wait()
        for name in self.names:
            shutil.rmtree(f"/tmp/ompi.{name}.0", ignore_errors=True)  # Open MPI's session folders, one per host name
        shutil.rmtree(self.run, ignore_errors=True)

    def start(self, command, log):
        """A process that ends with this one."""
        with open(self.run / log, "w", encoding="utf-8") as out:
            process = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *command], stdin=subprocess.DEVNULL, stdout=out,
                                       stderr=subprocess.STDOUT)
        self.started.append(process)
        return process

    def up(self):
        (self.run / "up").mkdir()
        (self.run / "mnt").mkdir()
        lines = ["127.0.0.1 localhost"] + [f"{self.address(name)} {name}" for name in self.names]
        (self.run / "hosts").write_text("\n".join(lines) + "\n")
        self.agent = self.run / "agent"
        self.agent.write_text(AGENT.replace("@RUN@", str(self.run)).replace("@PATH@", PATH))
        self.agent.chmod(0o755)
        # The switch is a bridge alone in a network namespace of its own.
        self.switch = self.start(["unshare", "--net", "sleep", "infinity"], "switch.log")
        await_true(lambda: net_of(self.switch.pid) != net_of("self"), "the switch")
        self.in_net(self.switch.pid, "ip link set lo up && ip link add br0 type bridge && ip link set br0 up")
        for name in self.names:
            pid_namespace = [] if name == "h0" else ["--pid", "--fork", "--kill-child"]
            self.start(["unshare", "--net", "--uts", "--ipc", "--mount", *pid_namespace, "sh", "-c", HOST, "host", name,
                        str(self.run)], f"{name}.log")
        for name in self.names:
            await_true(lambda name=name: (self.run / "up" / name).exists(), f"host {name}", self.run / f"{name}.log")
            port = "p" + name[1:]
            self.in_net(self.switch.pid, f"ip link add {port} type veth peer name eth0 netns {self.pid(name)} && "
                                         f"ip link set {port} master br0 up")
            self.in_net(self.pid(name), f"ip addr add {self.address(name)}/24 dev eth0 && ip link set eth0 up && ip link set lo up")

    @staticmethod
    def address(name):
        return f"{PREFIX}.{int(name[1:]) or 254}"

    def pid(self, name):
        return int((self.run / "up" / name).read_text())

    @staticmethod
    def in_net(pid, script):
        subprocess.run(["nsenter", "--target", str(pid), "--net", "sh", "-c", script], check=True)

    def processes(self, name):
        """All processes of a host, by its network namespace."""
        try:
            inside = net_of(self.pid(name))
        except (OSError, ValueError):
            return []
        return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and net_of(entry.name) == inside]

    @staticmethod
    def kill(pid):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def environment(self):
        """What launchers need on these hosts."""
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("SLURM_", "PMI", "OMPI_"))}
        return clean | {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
                        "OMPI_MCA_plm_rsh_agent": str(self.agent), "OMPI_MCA_rmaps_base_oversubscribe": "1",
                        "HYDRA_LAUNCHER": "ssh", "HYDRA_LAUNCHER_EXEC": str(self.agent)}

    def command_on(self, name, command):
        enter = ["nsenter", "--target", str(self.pid(name)), "--net", "--uts", "--ipc", "--mount", f"--wdns={os.getcwd()}"]
        if name != "h0":
            enter += ["--pid", "--", "setpriv", "--pdeathsig", "KILL"]  # nsenter forks then: the child must not stay
        else:
            enter += ["--"]
        return [*enter, *map(str, command)]

    def on(self, name, *command, seconds=60, environment=None):
        """Runs a command on a host. Returns its exit status (124 when it did not end in time) and its output."""
        process = subprocess.Popen(self.command_on(name, command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True, env=environment or self.environment(),
                                   start_new_session=True)
        try:
            output, _ = process.communicate(timeout=seconds)
            return process.returncode, output
        except subprocess.TimeoutExpired:
            # Launchers trap SIGTERM and may wait for ever; their remote ends go with them (pdeathsig).
            os.killpg(process.pid, signal.SIGKILL)
            output, _ = process.communicate()
            return 124, output


def net_of(pid):
    try:
        return os.readlink(f"/proc/{pid}/ns/net")
    except OSError:
        return ""


def await_true(condition, what, log=None, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"{what} did not come up: {log.read_text() if log and log.exists() else ''}")
        time.sleep(0.02)
