"""Counts the instructions of hot paths, and the memory of a journey, and holds them against what was recorded: see script/instructions.

    instructions.py FOLDER-OF-WAYMARK [--record]

A count is of the processor that valgrind plays, with one worker, a fixed day and a hash seed that is always the same: the same program
on the same content comes to the same within a thousandth, on a busy machine as on a quiet one. Memory is that of the machine, and comes
to the same within a fiftieth.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

RECORDED = Path(__file__).parent / "counts.txt"
HEAD = """# Instructions of hot paths on a made portfolio of 50 journeys, which script/instructions holds new ones against, and at the end the
# bytes that a first build takes for each further journey. It fails where one is more than a tenth above; script/instructions --record writes this file anew.
"""
MORE, LESS = 0.10, 0.05
JOURNEYS = 50
# Large enough that the program itself, which takes some 30 MiB, can be left out by taking one from the other.
FEW, MANY = 500, 1500


def fail(message):
    sys.exit(f"script/instructions: {message}")


class Counting:
    """A program, a portfolio and a place to build in."""

    def __init__(self, bin, folder):
        self.bin, self.folder = Path(bin), Path(folder)
        # A copy without symbols: valgrind need not read them.
        self.program = self.folder / "waymark"
        subprocess.run(["strip", "-o", self.program, self.bin / "waymark"], check=True)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C", "XDG_CACHE_HOME": str(self.folder / "cache"),
            "SWIFT_DETERMINISTIC_HASHING": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
            # The C library copies memory in another way on every kind of processor: let it be the plainest.
            "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2_Usable,-AVX2,-AVX_Fast_Unaligned_Load,-AVX512F,-AVX512VL,-ERMS,-FSRM",
        }

    def portfolio(self, name, journeys=JOURNEYS):
        subprocess.run([self.bin / "bench-portfolio", str(journeys), self.folder / name], check=True, stdout=subprocess.DEVNULL)

    def git(self, *arguments):
        command = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
        subprocess.run(command, cwd=self.folder / "content", check=True, env=self.environment, stdout=subprocess.DEVNULL)

    def count(self, *arguments):
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", self.program, *arguments],
            cwd=self.folder, env=self.environment, capture_output=True, text=True)
        found = re.search(r"Collected : (\d+)", result.stderr)
        if result.returncode or not found:
            fail(f"'waymark {' '.join(arguments)}' ended with {result.returncode}:\n{result.stderr[-3000:]}")
        return int(found[1])

    def peak(self, journeys):
        """The most memory of a first build, in bytes."""
        name = f"of-{journeys}"
        self.portfolio(name, journeys)
        command = [self.program, "build", name, "--output", f"{name}.site", "--no-cache", "--jobs", "1", "--as-of", "2026-11-30"]
        build = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(build.pid, 0)
        if status:
            fail(f"a build of {journeys} journeys ended with {os.waitstatus_to_exitcode(status)}")
        shutil.rmtree(self.folder / f"{name}.site")
        return usage.ru_maxrss * 1024

    def all(self):
        """By name, in an order in which each finds what it needs."""
        self.portfolio("content")
        at = ["--as-of", "2026-11-30", "--jobs", "1"]
        yield "start", self.count("--version")
        yield "check", self.count("check", *at)
        yield "check-again", self.count("check", *at)
        yield "score", self.count("score", *at)
        yield "first-build", self.count("build", *at, "--no-cache")
        yield "build-again", self.count("build", *at)
        yield "build-noticed", self.count("build", *at)
        file = sorted((self.folder / "content" / "journeys").rglob("*.md"))[-1]
        file.write_text(file.read_text().rstrip("\n") + "\n\nLooked at once more.\n")
        yield "build-reworded", self.count("build", *at)
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "Made")
        for file in sorted((self.folder / "content" / "journeys").rglob("*.md"))[::10]:
            file.write_text(file.read_text().replace("severity=3", "severity=4").replace("- **Feeling:** +1", "- **Feeling:** -1"))
        yield "diff", self.count("diff", "HEAD", *at)
        yield "memory", (self.peak(MANY) - self.peak(FEW)) // (MANY - FEW)


def recorded():
    if not RECORDED.exists():
        fail(f"{RECORDED} is missing: script/instructions --record writes it")
    lines = [line.split() for line in RECORDED.read_text().splitlines() if line and not line.startswith("#")]
    return {name: int(count) for name, count in lines}


def verdict(count, before):
    """What is to be said of a count, and whether it is too high."""
    if before is None:
        return "is not recorded: script/instructions --record", True
    change = count / before - 1
    if change > MORE:
        return f"is {100 * change:.1f} % above what was recorded", True
    if change < -LESS:
        return f"is {-100 * change:.1f} % below: bring the file up to date by script/instructions --record", False
    return f"{100 * change:+.1f} %", False


def prove(counting, check):
    """A guard that can't fail is worthless: a portfolio of a fifth more is more work, and must be told."""
    counting.portfolio("more", JOURNEYS * 6 // 5)
    count = counting.count("check", "more", "--as-of", "2026-11-30", "--jobs", "1")
    if not verdict(count, check)[1] or verdict(check, check)[1]:
        fail(f"a fifth more journeys are {count:,} instructions where {check:,} were, and that was not told")


def main():
    bin, *options = sys.argv[1:]
    if options not in ([], ["--record"]):
        fail("usage: script/instructions [--record]")
    folder = tempfile.mkdtemp(prefix="waymark-instructions.")
    try:
        counting = Counting(bin, folder)
        if options:
            counts = dict(counting.all())
            RECORDED.write_text(HEAD + "".join(f"{name} {count}\n" for name, count in counts.items()))
            print(RECORDED.read_text(), end="")
            return
        before, worse, found = recorded(), [], {}
        for name, count in counting.all():
            text, is_worse = verdict(count, before.get(name))
            print(f"{name:14} {count:>15,}  {text}", flush=True)
            found[name] = count
            if is_worse:
                worse.append(name)
        prove(counting, found["check"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if worse:
        fail(f"{', '.join(worse)}: find out why (valgrind's callgrind says where, and its dhat of memory), or record what is meant to be so")
    print("nothing takes more than a tenth above what was recorded")


if __name__ == "__main__":
    main()
