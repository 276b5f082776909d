"""Tries whether a build is safe to kill: see script/kill-test, which this is the work of.

    everything.py FOLDER-OF-WAYMARK [KILLS] [SEED]
"""

import shutil
import sys
import tempfile
import time

import denied
import killed
import together
from place import Place


def main():
    bin = sys.argv[1]
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else time.time_ns() % 1_000_000
    folder = tempfile.mkdtemp(prefix="waymark-kill.")
    try:
        place = Place(bin, folder)
        print(f"a build takes {1000 * place.duration:.0f} ms; seed {seed}", flush=True)
        killed.check(place, kills, seed)
        together.check(place, max(5, kills // 5), seed)
        denied.check(place)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if place.problems:
        sys.exit(f"script/kill-test: {len(place.problems)} things were wrong; to try the same again: script/kill-test {kills} {seed}")
    print("every page was whole, and every next build repaired the rest")


if __name__ == "__main__":
    main()
