"""Hugo on the same Markdown, with layouts that write as many pages as Waymark does, of the same weight together.

Every Markdown file becomes a page; the pages that Waymark has beyond these (scorecards, comparisons, data) are pages without a text.
All have a frame of links to other pages, of as many rows as make the two sites equally heavy.
"""

import json
import os
import re
import shutil
from pathlib import Path

from runs import fail, medians, run

LAYOUTS = Path(__file__).parent / "hugo" / "layouts"
# How far apart the two sites may be, in files and in bytes.
TOLERANCE = 0.05


def weigh(folder):
    """The files under a folder and their bytes."""
    files = total = 0
    for path, _, names in os.walk(folder):
        files += len(names)
        total += sum(os.stat(os.path.join(path, name)).st_size for name in names)
    return files, total


class Hugo:
    def __init__(self, program, content, folder, wanted):
        """`wanted` are the files and bytes that a site is to have; calibrates the layouts until it has them."""
        self.program, self.content, self.folder = program, Path(content), Path(folder)
        self.files, self.bytes = wanted
        (self.folder / "extra").mkdir(parents=True)
        shutil.copytree(LAYOUTS, self.folder / "layouts")
        pages = sum(1 for path in self.content.rglob("*.md"))
        add = '{{ $.AddPage (dict "path" (printf "extra-%d" .) "title" (printf "Extra %d" .)) }}'
        (self.folder / "extra" / "_content.gotmpl").write_text(f"{{{{ range seq {self.files - pages} }}}}{add}{{{{ end }}}}\n")
        self.rows, self.fill = 0, 0
        self.calibrate()

    def calibrate(self):
        """From what a page weighs with one row more follows how many rows each needs; a fill does the rest."""
        def weight(rows, fill=0):
            self.rows, self.fill = rows, fill
            self.build(cached=True)
            return weigh(self.folder / "public")

        (files, bare), (_, more) = weight(0), weight(20)
        row = (more - bare) / 20
        rows = max(0, int((self.bytes - bare) / row))
        files, total = weight(rows, max(0, int((self.bytes - bare - rows * row) / files)))
        for what, has, wanted in [("files", files, self.files), ("bytes", total, self.bytes)]:
            if abs(has / wanted - 1) > TOLERANCE:
                fail(f"Hugo's site has {has} {what} where {wanted} were wanted: the two can't be compared")
        self.has = files, total

    def build(self, cached):
        shutil.rmtree(self.folder / "public", ignore_errors=True)
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        (self.folder / "hugo.json").write_text(json.dumps({
            "baseURL": "https://example.org/", "title": "Benchmark",
            "disableKinds": ["taxonomy", "term", "rss", "sitemap", "robotstxt", "404", "section", "home"],
            "module": {"mounts": [{"source": str(self.content), "target": "content"}, {"source": "extra", "target": "content/extra"},
                                  {"source": "layouts", "target": "layouts"}]},
            "params": {"cached": cached, "rows": self.rows, "fill": "x" * self.fill},
        }))
        environment = {"GOGC": "400"} if cached else {}
        return run([self.program, "build", "--source", self.folder, "--cacheDir", self.folder / "cache", "--noBuildLock", "--quiet"],
                   environment)

    def measure(self, runs, cached):
        return medians([self.build(cached) for _ in range(runs)])


def version(program):
    """`0.168.0`, of `hugo v0.168.0-e27a6760+extended linux/amd64 …`."""
    found = re.search(r"\bv(\d+\.\d+\.\d+)", run([program, "version"]).output)
    return found[1] if found else "?"
