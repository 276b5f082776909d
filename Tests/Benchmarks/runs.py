"""Runs a command as a process of its own, several times, and says what it took."""

import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Run:
    """What the system says of a process that has ended: it and all that it waited for."""

    wall: float
    user: float
    system: float
    peak_mib: float
    output: str


def fail(message):
    sys.exit(f"script/bench: {message}")


def run(command, environment=None, is_fine=lambda code: code == 0):
    """Waits for the command, and ends the program if the command fails."""
    started = time.monotonic()
    process = subprocess.Popen(
        [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, **(environment or {})})
    # Both are far smaller than a pipe holds, but for a command that fails.
    output = process.stdout.read()
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if not is_fine(process.returncode):
        fail(f"'{' '.join(map(str, command))}' ended with {process.returncode}:\n{errors[-4000:] or output[-4000:]}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Run(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / unit, output)


def median(values):
    return statistics.median(values)


def medians(runs):
    """The same figures, each the median of its own."""
    return {
        "wall_ms": 1000 * median(r.wall for r in runs), "user_ms": 1000 * median(r.user for r in runs),
        "system_ms": 1000 * median(r.system for r in runs), "peak_mib": median(r.peak_mib for r in runs),
        "wall_ms_least": 1000 * min(r.wall for r in runs), "wall_ms_most": 1000 * max(r.wall for r in runs), "runs": len(runs),
    }


def least_peak_mib():
    """A new process starts as a copy of this one: no peak is below it."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
