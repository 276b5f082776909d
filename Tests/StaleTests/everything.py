"""Tries whether a build over an old site ever differs from one from nothing: see script/stale-test, which this is the work of.

    everything.py FOLDER-OF-WAYMARK [STEPS] [SEED]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

import changes

ROOT = Path(__file__).resolve().parents[2]


class Portfolio:
    """A copy of the sample with templates of its own, and the site that is made from it again and again."""

    def __init__(self, bin, folder, random):
        self.program, self.folder, self.random = Path(bin) / "waymark", Path(folder), random
        self.content, self.templates = self.folder / "content", self.folder / "templates"
        self.output, self.cache = self.folder / "output", self.folder / "cache"
        self.shipped = ROOT / "templates"
        self.own_templates = sorted(path for path in self.shipped.rglob("*") if path.is_file())
        self.day = None
        # How often a build had nothing to do but to put words in the place of others.
        self.alone = 0
        self.templates.mkdir()
        self.content.mkdir()
        subprocess.run(["git", "-C", self.content, "init", "--quiet"], check=True)
        self.restore()

    def restore(self):
        for path in self.content.iterdir():
            if path.name != ".git":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(ROOT / "content", self.content, dirs_exist_ok=True)
        self.day = None

    def content_files(self, endings):
        return sorted(path for path in self.content.rglob("*")
                      if path.suffix in endings and path.is_file() and ".git" not in path.parts)

    def published(self):
        files = sorted(path for path in self.output.rglob("*") if path.is_file() and path.name != ".waymark-manifest") if self.output.exists() else []
        return self.random.choice(files) if files else None

    def build(self, output, cache, options):
        day = ["--as-of", self.day] if self.day else []
        result = subprocess.run(
            [self.program, "build", "content", "--output", output, "--templates", "templates", *day, *options], cwd=self.folder,
            env={**os.environ, "XDG_CACHE_HOME": str(cache)}, capture_output=True, text=True, timeout=120)
        text = result.stdout + result.stderr
        self.alone += WORDS_ALONE in text
        return result.returncode, said(text, output)


WORDS_ALONE = "nothing but words of journeys had changed"


def said(text, output):
    """Without the line of the end, which tells of the time and of what was written: that differs, as it should."""
    lines = [line for line in text.replace(str(output), "OUTPUT").split("\n")
             if not re.search(r"\d+ written|unchanged| in [\d.]+ m?s|^as of ", line) and line != WORDS_ALONE]
    return "\n".join(lines)


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def difference(found, wanted):
    for path in sorted(found.keys() | wanted.keys()):
        if path not in wanted:
            return f"{path} is left over"
        if path not in found:
            return f"{path} is missing"
        if found[path] != wanted[path]:
            return f"{path} is stale"
    return None


def main():
    bin = sys.argv[1]
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else time.time_ns() % 1_000_000
    random = Random(seed)
    folder = tempfile.mkdtemp(prefix="waymark-stale.")
    print(f"{steps} steps; seed {seed}", flush=True)
    outcomes, problems = Counter(), []
    try:
        portfolio = Portfolio(bin, folder, random)
        words_alone, refused = 0, 0
        for step in range(steps):
            told = []
            if refused > 2:
                # What one mistake refuses, all that follows is refused for as well.
                told.append(changes.restored(portfolio))
            elif words_alone == 0 and random.random() < 0.15:
                # Somebody writes for a while, and builds after each sentence.
                words_alone = 8
                told.append(changes.restored(portfolio))
            elif words_alone:
                words_alone -= 1
                told += [changes.words_changed(portfolio) for _ in range(random.choice([1, 1, 2]))]
            else:
                kinds = random.choices(list(changes.ALL), list(changes.ALL.values()), k=random.choice([1, 1, 1, 2, 3]))
                told += [change(portfolio) for change in kinds]
            told = ", ".join(filter(None, told)) or "nothing"
            options = ["--verbose"] if words_alone else random.choice([[], ["--keep-going"], ["--jobs", "1"]])
            outcome = compared(portfolio, options, f"step {step + 1}: {told}", problems)
            outcomes[outcome] += 1
            refused = refused + 1 if outcome == "refused" else 0
            # Files changed a moment ago are waited for: now and then all is old enough not to be.
            if random.random() < 0.3:
                time.sleep(0.05)
                compared(portfolio, options, f"step {step + 1} once more", problems)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
    if problems:
        raise SystemExit(f"{len(problems)} steps left something stale; seed {seed}")
    print(f"words alone were published {portfolio.alone} times")
    if steps >= 100 and not portfolio.alone:
        raise SystemExit("no build found that words alone had changed")
    if not outcomes["built"] or steps >= 100 and not outcomes["refused"]:
        raise SystemExit(f"the steps met only one kind of end: {dict(outcomes)}")
    print("each time the same bytes as from nothing")


def compared(portfolio, options, when, problems):
    nothing = portfolio.folder / "nothing"
    shutil.rmtree(nothing, ignore_errors=True)
    before = tree(portfolio.output)
    over = portfolio.build(portfolio.output, portfolio.cache, options)
    fresh = portfolio.build(nothing, portfolio.folder / "no-cache", options)
    shutil.rmtree(portfolio.folder / "no-cache", ignore_errors=True)
    refused = not nothing.exists() or not any(nothing.iterdir())
    wrong = None
    if over != fresh:
        wrong = f"ended with {over[0]}, where {fresh[0]} was expected, or said something else:\n{over[1][-400:]}\n---\n{fresh[1][-400:]}"
    else:
        # What is refused leaves the old site as it was.
        wrong = difference(tree(portfolio.output), before if refused else tree(nothing))
    if wrong:
        problems.append(when)
        print(f"  wrong: {when} ({' '.join(options) or 'no options'}): {wrong}", flush=True)
    return "refused" if refused else "built"


main()
