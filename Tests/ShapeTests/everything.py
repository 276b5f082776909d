"""Builds and compares portfolios of odd shapes in two sizes, and fails where four times as much takes far more than four times: see
script/shapes.

    everything.py FOLDER-OF-WAYMARK [SHAPE…]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from shapes import SHAPES

SIZES = (750, 3000)
# Four times as much takes four times as long where nothing is held against everything, and sixteen times where it is. Small sites are
# mostly what every site has, so what is little is no sign of either.
MOST_TIMES, LITTLE_TIME = 8, 0.8
MOST_MEMORY, LITTLE_MEMORY = 5, 100
# What an author may write instead, in as many places as there are.
EDITS = {"severity=2": "severity=4", "Something": "Something else", "+1": "-1", "title: ": "title: New "}


class Place:
    """A portfolio of one shape and size."""

    def __init__(self, program, folder, name, n):
        self.program, self.name, self.folder = program, f"{name} of {n}", Path(folder) / f"{name}-{n}"
        self.files = {"portfolio.yml": "title: Shapes\nas_of: 2026-11-15\n"}
        SHAPES[name](self.files, n)
        self.write(self.files)

    def write(self, files):
        for path, text in files.items():
            file = self.folder / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def run(self, *arguments):
        """Seconds of both cores in the program itself, as a disk takes what it takes, and MiB at the peak."""
        with open(self.folder / "log", "wb") as log:
            process = subprocess.Popen(
                [self.program, *arguments], cwd=self.folder, stdout=log, stderr=log, env={**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")})
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        # 1: something is wrong with the content, as in some of the shapes.
        if process.returncode not in (0, 1):
            text = (self.folder / "log").read_text(encoding="utf-8")
            raise SystemExit(f"{self.name}: {arguments[0]} ended with {process.returncode}\n{text[-2000:]}")
        return used.ru_utime, used.ru_maxrss / (1 if sys.platform == "linux" else 1024) / 1024

    def build(self):
        return self.run("build", "content", "--output", "output")

    def diff(self):
        for arguments in (["init", "--quiet"], ["add", "content"], ["commit", "--quiet", "--message", "Add all"]):
            subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@waymark.example", *arguments], cwd=self.folder, check=True)
        edited = dict(self.files)
        for before, now in EDITS.items():
            edited = {path: text.replace(before, now) if path.endswith(".md") else text for path, text in edited.items()}
        self.write(edited)
        return self.run("diff", "HEAD")


def problems(name, small, large):
    if large[0] > max(LITTLE_TIME, MOST_TIMES * small[0]):
        yield f"{name}: {small[0]:.2f} s became {large[0]:.2f} s for {SIZES[1] // SIZES[0]} times as much"
    if large[1] > max(LITTLE_MEMORY, MOST_MEMORY * small[1]):
        yield f"{name}: {small[1]:.0f} MiB became {large[1]:.0f} MiB for {SIZES[1] // SIZES[0]} times as much"


def measured(program, folder, name):
    """By what is done: what it took of each size."""
    figures = []
    for n in SIZES:
        place = Place(program, folder, name, n)
        figures.append({"build": place.build(), "diff": place.diff()})
        shutil.rmtree(place.folder)
    return {f"{name}, {what}": (figures[0][what], figures[1][what]) for what in figures[0]}


def main():
    program, names = Path(sys.argv[1]).resolve() / "waymark", sys.argv[2:] or list(SHAPES)
    # What grows with the square, and what grows with the size, are told apart.
    assert list(problems("square", (0.3, 40), (4.5, 600))) and not list(problems("linear", (0.3, 40), (1.4, 150)))
    found = []
    # In memory, where there is any: a disk would take most of the time.
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() and shutil.disk_usage(shared).free > 1 << 30 else None) as folder:
        for name in names:
            figures = measured(program, folder, name)
            for what, (small, large) in figures.items():
                print(f"{what:32} {small[0]:6.2f} {large[0]:6.2f} s {small[1]:6.0f} {large[1]:6.0f} MiB", flush=True)
            # A busy machine is given another chance.
            if any(list(problems(what, *both)) for what, both in figures.items()):
                figures = measured(program, folder, name)
            for what, both in figures.items():
                found += problems(what, *both)
    print("\n".join(found) or f"{len(names)} shapes: all grow with their size")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
