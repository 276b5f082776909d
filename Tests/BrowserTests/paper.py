"""On paper: a scorecard is one sheet of A4, a journey fits a landscape sheet of A4 and of A3 with all its words legible, and journeys
side by side are printed without the list that they were chosen from."""

import re

import pypdfium2

from proof.browser import WIDE, browser
from proof.report import run
from proof.site import kind

A4 = (595, 842)
# In points, of a line as the font has it; small print in a newspaper is about seven.
SMALLEST_LINE = 6
# A map below less than this, in pixels, has room for its heads on the sheet.
FIRST_SHEET = 300
ABOVE = 'document.querySelector(".frame").getBoundingClientRect().top + scrollY'
# What is meant for the eye: words that only a screen reader hears are clipped away.
SEEN = """() => {
    const said = [];
    const walk = node => {
        if (node.nodeType === 3) said.push(node.textContent);
        if (node.nodeType !== 1) return;
        const style = getComputedStyle(node);
        if (style.display === "none" || style.clipPath !== "none" && style.position === "absolute") return;
        if (node.closest("svg") && node.matches("title, desc")) return;
        node.childNodes.forEach(walk);
        if (style.display !== "inline") said.push(" ");
    };
    walk(document.querySelector("main"));
    return said.join("");
}"""


def check(site, report):
    with browser() as chromium:
        page = chromium.new_context(viewport=WIDE).new_page()
        for name in site.sample():
            if "/" not in name or kind(name) not in ("scorecards", "journeys"):
                continue
            page.goto(site.url(name))
            if kind(name) == "scorecards":
                scorecard(printed(page, "A4"), name, report)
            else:
                for sheet in ("A4", "A3"):
                    journey(page, printed(page, sheet), sheet, name, report)
            report.checked += 1
        for name in site.kinds().get("compare", []):
            if "/" in name and name in site.sample():
                page.goto(site.url(name))
                upright(printed(page, "A4"), name, report)
                report.checked += 1
        dialog(page, site, report)
        if not report.checked:
            raise SystemExit("the site has neither journeys nor scorecards")


def printed(page, sheet):
    return pypdfium2.PdfDocument(page.pdf(format=sheet, prefer_css_page_size=True, print_background=True))


def scorecard(document, name, report):
    if len(document) != 1:
        report.problem(name, f"prints on {len(document)} sheets, not on one")
    if any(abs(length - wanted) > 2 for length, wanted in zip(document[0].get_size(), A4)):
        report.problem(name, f"prints on a sheet of {document[0].get_size()}, not on A4")
    legible(document, "A4", name, report)


def upright(document, name, report):
    width, height = document[0].get_size()
    if width > height:
        report.problem(name, "prints across on A4")
    legible(document, "A4", name, report)


def dialog(page, site, report):
    """As many journeys as can stand side by side, and nothing else, on a sheet."""
    page.goto(site.url("compare.html"))
    boxes = page.locator("tr .beside-box")
    if boxes.count() < 2:
        return
    for at in range(min(boxes.count(), 4)):
        boxes.nth(at).check()
    page.locator(".beside-tray button").first.click()
    page.locator("dialog[open] table").wait_for()
    document = printed(page, "A4")
    if len(document) != 1:
        report.problem("compare.html", f"prints journeys side by side on {len(document)} sheets")
    hint = re.sub(r"\W", "", page.text_content(".beside-hint, .lead"))
    if hint in re.sub(r"\W", "", document[0].get_textpage().get_text_range()):
        report.problem("compare.html", "prints the list behind the journeys that are side by side")
    upright(document, "compare.html", report)
    report.checked += 1


def journey(page, document, sheet, name, report):
    width, height = document[0].get_size()
    if page.query_selector(".map") and width < height:
        report.problem(name, f"prints upright on {sheet}")
    legible(document, sheet, name, report)
    untorn(page, document, sheet, name, report)
    # Letters of other scripts are stored as glyphs in the order of drawing: only those of this one can be counted.
    page.emulate_media(media="print")
    wanted = len(re.findall("[a-z]", page.evaluate(SEEN).lower()))
    page.emulate_media(media="null")
    found = sum(len(re.findall("[a-z]", leaf.get_textpage().get_text_range().lower())) for leaf in document)
    if found < wanted * 0.97 - 20:
        report.problem(name, f"loses {wanted - found} of {wanted} letters on {sheet}")


def untorn(page, document, sheet, name, report):
    """The heads of all steps stand beside each other, unless a map is so long that it is printed step by step."""
    heads = page.eval_on_selector_all(".frame:not(.long) .step h3", "heads => heads.map(head => head.textContent)")
    heads = [re.sub(r"\W", "", head) for head in heads if head.isascii()]
    sheets = [re.sub(r"\W", "", leaf.get_textpage().get_text_range()) for leaf in document]
    page.emulate_media(media="print")
    above = page.evaluate(ABOVE) if heads else 0
    page.emulate_media(media="null")
    if heads and heads[0] not in sheets[0] and above < FIRST_SHEET:
        report.problem(name, f"has a map that starts on a second sheet of {sheet}")
    if heads and not any(all(head in leaf for head in heads) for leaf in sheets):
        report.problem(name, f"is torn: the heads of its steps are on several sheets of {sheet}")
    lanes = page.eval_on_selector_all(".frame:not(.long) .lane-name", "names => names.map(name => name.textContent)")
    for leaf, text in zip(document, sheets):
        lines = leaf.get_textpage().get_text_range().splitlines()
        # What follows a map has headings that may be called as one of its lanes, but hardly as several.
        goes_on = sum(any(line.startswith(lane) for line in lines) for lane in lanes if lane.isascii()) > 2
        if goes_on and not all(head in text for head in heads):
            report.problem(name, f"goes on without the heads of its steps on a sheet of {sheet}")


def legible(document, sheet, name, report):
    """No character lies outside of its sheet, and hardly any is too small to read."""
    small = outside = count = 0
    for leaf in document:
        width, height = leaf.get_size()
        text = leaf.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index, loose=True)
            if right - left <= 0:
                continue
            outside += left < -1 or bottom < -1 or right > width + 1 or top > height + 1
            # The boxes of letters that join say nothing of their size.
            if chr(pypdfium2.raw.FPDFText_GetUnicode(text, index)).isascii():
                count += 1
                small += top - bottom < SMALLEST_LINE
    if outside:
        report.problem(name, f"has {outside} characters outside of the {sheet} sheet")
    if small > count // 50:
        report.problem(name, f"has {small} of {count} characters too small to read on {sheet}")


run("paper", check)
