"""axe-core finds nothing by WCAG 2.2 AA and its best practices: in light and dark, on a phone's width and a desk's."""

from pathlib import Path

import axe_playwright_python

from proof.browser import NARROW, WIDE, browser
from proof.report import run

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = """() => axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
    elementRef: false
})"""
DIALOG = RULES.replace("axe.run({", 'axe.run("dialog[open]", {')
# What a page looks like in the dark differs in nothing but its colours.
COLOURS = """() => axe.run({runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}, resultTypes: ["violations"], elementRef: false})"""
PAGES_OF_A_KIND = 4
COMPARE = "compare.html"
# Contrast takes minutes on a list of a thousand rows, all of which are alike: so heavy a page is looked at once, and the heaviest not
# at all, since smaller portfolios have pages of their kind.
HEAVY, HEAVIEST = 150_000, 300_000


def check(site, report):
    with browser() as chromium:
        for scheme in ("light", "dark"):
            for size in (NARROW, WIDE):
                context = chromium.new_context(viewport=size, color_scheme=scheme)
                page = context.new_page()
                window = f"{scheme}, {size['width']} px"
                for name in site.sample(PAGES_OF_A_KIND):
                    weight = site.path(name).stat().st_size
                    if weight > HEAVIEST or weight > HEAVY and (scheme, size) != ("light", WIDE):
                        continue
                    page.goto(site.url(name))
                    look(page, RULES if scheme == "light" else COLOURS, name, window, report)
                if opened(page, site):
                    look(page, DIALOG, COMPARE, window, report)
                context.close()


def opened(page, site):
    """Two journeys side by side, in the dialog that lies on the list."""
    page.goto(site.url(COMPARE))
    boxes = page.locator("tr .beside-box")
    if boxes.count() < 2:
        return False
    for at in range(2):
        boxes.nth(at).check()
    page.locator(".beside-tray button").first.click()
    page.locator("dialog[open] table").wait_for()
    return True


def look(page, rules, name, window, report):
    page.evaluate(AXE)
    for violation in page.evaluate(rules)["violations"]:
        nodes = violation["nodes"]
        report.problem(
            name,
            f"{violation['id']} ({window}): {violation['help']}:"
            f" {nodes[0]['html'][:120]}" + (f" and {len(nodes) - 1} more" if len(nodes) > 1 else ""),
        )
    report.checked += 1


run("accessible", check)
