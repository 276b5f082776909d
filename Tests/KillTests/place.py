"""Where builds are killed: two portfolios, what their sites must be, and a folder to publish in."""

import os
import shutil
import subprocess
import time
from pathlib import Path

MANIFEST = ".waymark-manifest"
UNFINISHED = ".waymark-tmp-"
DAY = "2026-11-30"


def tree(folder):
    """Bytes by path of all files; what is neither a file nor a folder is told by what it is."""
    files = {}
    for path, _, names in os.walk(folder):
        for name in names:
            whole = Path(path) / name
            files[str(whole.relative_to(folder))] = whole.read_bytes() if whole.is_file() and not whole.is_symlink() else None
    return files


class Place:
    """A program, two portfolios, their sites, and a folder that both are published in."""

    def __init__(self, bin, folder, journeys=100):
        self.program, self.folder = Path(bin) / "waymark", Path(folder)
        self.output, self.cache = self.folder / "output", self.folder / "cache"
        # Others and more, so that pages differ, come and go.
        for name, count in [("old", journeys), ("new", journeys + journeys // 4)]:
            subprocess.run([Path(bin) / "bench-portfolio", str(count), self.folder / name], check=True, stdout=subprocess.DEVNULL)
        self.problems, self.sites, durations = [], {}, []
        for name in ["old", "new"] * 2:
            self.lay(None)
            start = time.monotonic()
            result = self.build(name)
            durations.append(time.monotonic() - start)
            if result.returncode:
                raise SystemExit(f"the {name} portfolio can't be built:\n{result.stderr}")
            self.sites[name] = self.tree()
        self.duration = min(durations)

    def fail(self, text):
        self.problems.append(text)
        print(f"  wrong: {text}", flush=True)

    def tree(self):
        return tree(self.output)

    def command(self, content, output=None, options=()):
        return [str(self.program), "build", str(self.folder / content), "--output", str(output or self.output), "--as-of", DAY, *options]

    def environment(self):
        return {**os.environ, "XDG_CACHE_HOME": str(self.cache)}

    def build(self, content, output=None, options=(), **more):
        return subprocess.run(
            self.command(content, output, options), env=self.environment(), capture_output=True, text=True, **more)

    def start(self, content, options=()):
        return subprocess.Popen(
            self.command(content, options=options), env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def lay(self, state):
        """The output folder as it is after a whole build of a state; none for nothing."""
        shutil.rmtree(self.output, ignore_errors=True)
        if state:
            self.expect_site(state, self.build(state), "before")

    def expect_site(self, state, result, when):
        """A build has succeeded, and the folder holds what one from nothing gives, to the byte, and nothing else."""
        if result.returncode:
            self.fail(f"{when}: a build of the {state} portfolio ended with {result.returncode}: {result.stderr.strip()[-500:]}")
        found, wanted = tree(self.output), self.sites[state]
        for path in sorted(found.keys() | wanted.keys()):
            if found.get(path) != wanted.get(path):
                what = "is left over" if path not in wanted else "is missing" if path not in found else "has other bytes"
                self.fail(f"{when}: {path} {what} after a build of the {state} portfolio")
                break

    def expect_whole(self, states, when):
        """Every file is that of one of the states, whole; what all of the states have is there; the manifest knows all that is."""
        found, sites = tree(self.output), [self.sites[state] for state in states]
        listed = set(found.get(MANIFEST, b"").decode().split("\n"))
        for path, data in found.items():
            name = path.rsplit("/", 1)[-1]
            if name.startswith(UNFINISHED) or path == MANIFEST:
                continue
            if not any(data == site.get(path) for site in sites):
                self.fail(f"{when}: {path} is neither the old one nor the new one")
            if path not in listed:
                self.fail(f"{when}: {path} is not in the manifest, so no run would dare to remove it")
        return found

    def expect_all(self, found, states, when):
        """No page that was there before and will be there is missing in between."""
        for path in set.intersection(*(set(self.sites[state]) for state in states)) - set(found):
            self.fail(f"{when}: {path} is missing, which was there before and will be there")

    def leftovers(self):
        """Files that were being written, in the output folder and in the folder of what is remembered."""
        return [path for path in tree(self.output) if path.rsplit("/", 1)[-1].startswith(UNFINISHED)] + [
            path for path in tree(self.cache) if path.rsplit("/", 1)[-1].startswith(".")]
