# SPDX-License-Identifier: BSD-3-Clause
"""What a result depends on beside the code: machine, kernel, commit, compiler. Reads; changes nothing."""

import os
import platform
import re
import subprocess
from datetime import datetime, timezone
from pathlib import Path


def describe(root, implementations):
    """Facts of this run as an ordered dict of plain strings."""
    facts = {
        "time": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "commit": commit(root),
        "cpu": cpu_model(),
        "cores": str(len(cores())),
        "memory": memory(),
        "kernel": f"{platform.system()} {platform.release()}",
        "distribution": distribution(),
        "compiler": first_line(["c++", "--version"]),
        "load": " ".join(f"{value:.2f}" for value in os.getloadavg()),
    }
    for implementation in implementations:
        facts[implementation.title] = implementation.version or facts["commit"]
    return facts


def commit(root):
    """Short commit of the tree, with +dirty when tracked or unignored files differ from it."""
    head = first_line(["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"])
    if not head:
        return "unknown"
    changed = first_line(["git", "-C", str(root), "status", "--porcelain"])
    return head + ("+dirty" if changed else "")


def cores():
    """The cores that this process may use."""
    return sorted(os.sched_getaffinity(0))


def cpu_model():
    return _field("/proc/cpuinfo", r"^model name\s*:\s*(.+)$") or platform.machine()


def memory():
    kilobytes = _field("/proc/meminfo", r"^MemTotal:\s*(\d+)")
    return f"{int(kilobytes) / (1 << 20):.1f} GiB" if kilobytes else "unknown"


def distribution():
    return _field("/etc/os-release", r'^PRETTY_NAME="?([^"\n]+)') or "unknown"


def first_line(command):
    try:
        output = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = output.strip().splitlines()
    return lines[0].strip() if lines else ""


def _field(path, pattern):
    try:
        match = re.search(pattern, Path(path).read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    except OSError:
        return ""
    return match.group(1).strip() if match else ""
