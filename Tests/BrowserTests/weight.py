"""A page is light with its styles and scripts: what a reader waits for does not grow with the portfolio."""

from selectolax.lexbor import LexborHTMLParser

from proof.report import run
from proof.site import kind

KB = 1000
PORTFOLIO = 200 * KB
# Of a journey with as many steps as one reads in a sitting; what is longer may weigh more.
JOURNEY, TYPICAL_STEPS = 150 * KB, 16
# A list is cut into sheets before it grows beyond this.
ANY = 600 * KB


def check(site, report):
    for page in site.sample():
        tree = LexborHTMLParser(site.path(page).read_bytes())
        files = [page] + [
            str((site.path(page).parent / link).resolve().relative_to(site.folder))
            for node in tree.css("link[rel=stylesheet], script[src]")
            if (link := node.attributes.get("href") or node.attributes.get("src")) and ":" not in link
        ]
        weight = sum(site.path(file).stat().st_size for file in files if site.path(file).is_file())
        limit = ANY
        if page == "index.html":
            limit = PORTFOLIO
        elif kind(page) == "journeys" and "/" in page and len(tree.css(".step")) <= TYPICAL_STEPS:
            limit = JOURNEY
        if weight > limit:
            report.problem(page, f"weighs {weight / KB:.0f} KB with its styles and scripts, {limit / KB:.0f} KB at most")
        report.checked += 1


run("weight", check)
