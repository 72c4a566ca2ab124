"""What the kernel says of processes: their memory and CPU time, their children's included."""

import os
from pathlib import Path
from typing import Final

TICKS: Final = os.sysconf("SC_CLK_TCK")
PROC: Final = Path("/proc")


def family(pid: int) -> list[int]:
    """A process and all that it started, and they in turn."""
    found = [pid]
    for parent in found:
        for task in (PROC / str(parent) / "task").glob("*/children"):
            found += map(int, task.read_text().split())
    return found


def rss_mb(pid: int) -> float:
    """Memory of a process and its children, in MB."""
    lines = [line for each in family(pid) for line in (PROC / str(each) / "status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def cpu_seconds(pid: int, without: str | None = None) -> float:
    """CPU time of a process and its children so far, user and system; programs of the name `without` don't count."""
    total = 0
    for each in family(pid):
        if (
            without is not None
            and Path((PROC / str(each) / "cmdline").read_bytes().split(b"\0")[0].decode()).name == without
        ):
            continue
        fields = (PROC / str(each) / "stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS
