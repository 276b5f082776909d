"""Runs all checks on several sites, two at a time: `python -m proof.everything [--quick] NAME=FOLDER …`.

Every file beside this package is a check that holds for any site: `check.py FOLDER` exits with 1 and says what is wrong.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHECKS = {file.stem: file for file in sorted(Path(__file__).resolve().parent.parent.glob("*.py"))}
# What takes longest is begun first, so that nothing long is left for one worker at the end.
SLOW = ("accessible", "quiet", "keyboard", "paper")
# Few pages of each kind are enough of a site with thousands that a program wrote, and of one that is a mirror of another.
PAGES_PER_KIND = {"large": 2, "rtl": 3}
QUICK_PAGES_PER_KIND = 1


def jobs(sites):
    for check in sorted(CHECKS, key=lambda check: check not in SLOW):
        for name in sites:
            yield name, check


def run(job, sites, quick):
    name, check = job
    most = QUICK_PAGES_PER_KIND if quick else PAGES_PER_KIND.get(name)
    environment = dict(os.environ) | ({"WAYMARK_PAGES_PER_KIND": str(most)} if most else {})
    done = subprocess.run(
        [sys.executable, CHECKS[check], sites[name]],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(f"==> {name}\n{done.stdout.rstrip()}", flush=True)
    return done.returncode == 0


def main():
    arguments = sys.argv[1:]
    quick = "--quick" in arguments
    sites = dict(argument.split("=", 1) for argument in arguments if "=" in argument)
    if not sites:
        sys.exit("usage: python -m proof.everything [--quick] NAME=FOLDER …")
    start = time.monotonic()
    work = list(jobs(sites))
    with ThreadPoolExecutor(max_workers=2) as workers:
        fine = list(workers.map(lambda job: run(job, sites, quick), work))
    failed = [f"{check} on {name}" for (name, check), good in zip(work, fine) if not good]
    print(f"\n{len(work)} checks in {time.monotonic() - start:.0f} s: " + (f"failed: {', '.join(failed)}" if failed else "all is well"))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
