"""Builds portfolios of odd shapes in two sizes, and fails where four times as much takes far more than four times: see script/shapes.

    everything.py FOLDER-OF-WAYMARK [SHAPE…]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from shapes import SHAPES

SIZES = (750, 3000)
# Four times as much takes four times as long where nothing is held against everything, and sixteen times where it is. Small sites are
# mostly what every site has, so what is little is no sign of either.
MOST_TIMES, LITTLE_TIME = 8, 0.5
MOST_MEMORY, LITTLE_MEMORY = 5, 100


def build(program, folder, name, n):
    """Seconds of both cores in the program itself, as a disk takes what it takes, and MiB at the peak."""
    files = {"portfolio.yml": "title: Shapes\nas_of: 2026-11-15\n"}
    SHAPES[name](files, n)
    place = Path(folder) / f"{name}-{n}"
    for path, text in files.items():
        file = place / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    run = subprocess.run(
        [program, "build", "content", "--output", "output", "--timings"], cwd=place, capture_output=True, text=True, timeout=300,
        env={**os.environ, "XDG_CACHE_HOME": str(place / "cache")})
    shutil.rmtree(place)
    figures = dict(re.findall(r"^(user|peak) +([\d.]+) (?:ms|MiB)", run.stderr, re.MULTILINE))
    # 1: something is wrong with the content, as in some of the shapes.
    if run.returncode not in (0, 1) or len(figures) < 2:
        raise SystemExit(f"{name} of {n}: ended with {run.returncode}\n{run.stderr[-2000:]}")
    return float(figures["user"]) / 1000, float(figures["peak"])


def problems(name, small, large):
    if large[0] > max(LITTLE_TIME, MOST_TIMES * small[0]):
        yield f"{name}: {small[0]:.2f} s became {large[0]:.2f} s for {SIZES[1] // SIZES[0]} times as much"
    if large[1] > max(LITTLE_MEMORY, MOST_MEMORY * small[1]):
        yield f"{name}: {small[1]:.0f} MiB became {large[1]:.0f} MiB for {SIZES[1] // SIZES[0]} times as much"


def main():
    program, names = Path(sys.argv[1]).resolve() / "waymark", sys.argv[2:] or list(SHAPES)
    # What grows with the square, and what grows with the size, are told apart.
    assert list(problems("square", (0.3, 40), (4.5, 600))) and not list(problems("linear", (0.3, 40), (1.4, 150)))
    found = []
    # In memory, where there is any: a disk would take most of the time.
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() and shutil.disk_usage(shared).free > 1 << 30 else None) as folder:
        for name in names:
            small, large = (build(program, folder, name, n) for n in SIZES)
            print(f"{name:24} {small[0]:6.2f} {large[0]:6.2f} s {small[1]:6.0f} {large[1]:6.0f} MiB", flush=True)
            # A busy machine is given another chance.
            if list(problems(name, small, large)):
                small, large = (build(program, folder, name, n) for n in SIZES)
            found += problems(name, small, large)
    print("\n".join(found) or f"{len(names)} shapes: all grow with their size")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
