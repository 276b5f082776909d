"""How a check runs on its own, `check.py FOLDER`: it names each page and its problem, and exits with 1 if there is any."""

import sys
import time

from .site import Site

# One mistake of a template is on every page: the first few pages are enough to find it.
MOST_PAGES_OF_A_PROBLEM = 3


class Report:
    def __init__(self):
        self.pages = {}
        self.checked = 0

    def problem(self, page, text):
        pages = self.pages.setdefault(" ".join(text.split()), [])
        if page not in pages:
            pages.append(page)

    def lines(self):
        for text, pages in self.pages.items():
            for page in pages[:MOST_PAGES_OF_A_PROBLEM]:
                yield f"{page}: {text}"
            if len(pages) > MOST_PAGES_OF_A_PROBLEM:
                yield f"  … and on {len(pages) - MOST_PAGES_OF_A_PROBLEM} more pages: {text}"


def run(name, check):
    """`check` takes a site and a report, and tells the report what is wrong."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} FOLDER")
    report = Report()
    start = time.monotonic()
    check(Site(sys.argv[1]), report)
    for line in report.lines():
        print(line)
    state = f"{len(report.pages)} kinds of problem" if report.pages else "fine"
    print(f"{name}: {state}, {report.checked} looked at in {time.monotonic() - start:.0f} s")
    sys.exit(1 if report.pages or not report.checked else 0)
