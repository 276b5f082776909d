"""A published site as the checks see it: pages, of kinds, of which a large site gives only some to look at."""

import os
import re
from pathlib import Path


class Site:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.pages = sorted(
            str(file.relative_to(self.folder)) for file in self.folder.rglob("*.html") if file.is_file()
        )
        if "index.html" not in self.pages:
            raise SystemExit(f"{folder} is no published site: it has no index.html")

    def path(self, page):
        return self.folder / page

    def url(self, page):
        return self.path(page).as_uri()

    def text(self, page):
        return self.path(page).read_text(encoding="utf-8")

    def kinds(self):
        """Pages by what they are: those of a folder are alike, and so are the sheets of a long list."""
        kinds = {}
        for page in self.pages:
            kinds.setdefault(kind(page), []).append(page)
        return kinds

    def sample(self, most=None):
        """At most so many pages of each kind: the heaviest, the first, the last and then evenly between them."""
        bound = os.environ.get("WAYMARK_PAGES_PER_KIND")
        most = min(most or len(self.pages), int(bound) if bound else len(self.pages))
        chosen = []
        for pages in self.kinds().values():
            heaviest = max(pages, key=lambda page: self.path(page).stat().st_size)
            spread = [pages[0], pages[-1]] + [pages[len(pages) * step // most] for step in range(1, most)]
            chosen += list(dict.fromkeys([heaviest] + spread))[:most]
        return sorted(chosen)


def kind(page):
    folder, _, _ = page.partition("/")
    return folder if folder != page else re.sub(r"(-\d+)?\.html$", "", page)
