"""The keyboard is enough: the skip link skips, focus is seen and never hidden, the map scrolls, what is folded unfolds."""

from proof.browser import NARROW, WIDE, browser
from proof.report import run

MOST_TABS = 120
FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    // A link of several lines has its corners beside its words, and a long list ends below the window: any piece that is on top will do.
    const seen = [...element.getClientRects()].some(piece => {
        const left = Math.max(piece.left, 0), right = Math.min(piece.right, innerWidth);
        const top = Math.max(piece.top, 0), bottom = Math.min(piece.bottom, innerHeight);
        if (right <= left || bottom <= top) return false;
        const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]].map(([x, y]) => [left + (right - left) * x, top + (bottom - top) * y]);
        return points.some(([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return top && (top === element || element.contains(top) || top.contains(element));
        });
    });
    return {
        name: (element.getAttribute("aria-label") || element.textContent || element.tagName).trim().slice(0, 60),
        outlined, seen, tiny: box.width < 2 || box.height < 2,
        link: element.getAttribute("href"),
    };
}"""

# The content, or what is behind it; or there is nothing in either that could have the focus.
SKIPPED = """() => {
    const main = document.querySelector("main"), active = document.activeElement;
    const behind = Node.DOCUMENT_POSITION_FOLLOWING;
    if (active === document.body || main.contains(active) || main.compareDocumentPosition(active) & behind) return true;
    return ![...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
        .some(other => main.contains(other) || main.compareDocumentPosition(other) & behind);
}"""


def check(site, report):
    with browser() as chromium:
        for size in (WIDE, NARROW):
            page = chromium.new_context(viewport=size, reduced_motion="reduce").new_page()
            for name in site.sample(1):
                page.goto(site.url(name))
                skip(page, name, report)
                walk(page, name, size, report)
                scroll(page, name, size, report)
                unfold(page, name, report)
                report.checked += 1


def skip(page, name, report):
    # A page that is there to type into may start there.
    if page.evaluate("document.activeElement !== document.body"):
        return
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    if not first or not (first["link"] or "").startswith("#") or not first["seen"]:
        return report.problem(name, "the first stop of the Tab key is not a visible link that skips to the content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not page.evaluate(SKIPPED):
        report.problem(name, "the link that skips to the content does not get there")
    page.reload()


def walk(page, name, size, report):
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if not focus:
            return
        where = f"at {size['width']} px: '{focus['name']}'"
        if not focus["outlined"]:
            report.problem(name, f"focus cannot be seen {where}")
        elif not focus["seen"]:
            report.problem(name, f"what has the focus is hidden {where}")


def scroll(page, name, size, report):
    """The map is wider than the window, and is walked with the arrow keys."""
    frame = page.query_selector(".frame")
    if not frame or size is NARROW or not frame.evaluate("frame => frame.scrollWidth > frame.clientWidth + 8"):
        return
    frame.focus()
    if not frame.evaluate("frame => document.activeElement === frame"):
        return report.problem(name, "the map cannot be reached by keyboard")
    frame.evaluate("frame => { frame.scrollLeft = 0; }")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(250)
    if not frame.evaluate("frame => Math.abs(frame.scrollLeft) > 8"):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(250)
        if not frame.evaluate("frame => Math.abs(frame.scrollLeft) > 8"):
            report.problem(name, "the map does not scroll by the arrow keys")


def unfold(page, name, report):
    for fold in page.query_selector_all("details")[:3]:
        summary = fold.query_selector("summary")
        if not summary or not summary.is_visible():
            continue
        before = fold.evaluate("fold => fold.open")
        summary.focus()
        page.keyboard.press("Enter")
        if fold.evaluate("fold => fold.open") == before:
            report.problem(name, f"'{summary.inner_text()[:60]}' does not unfold by the Enter key")


run("keyboard", check)
