"""A link into a map leads to a place that can be read: below the heads that stay at the top of the map, and with the map in the window."""

from proof.browser import WIDE, browser
from proof.report import run
from proof.site import kind

# Of each map: the first and the last of what can be led to, and some between them.
MOST_PLACES = 5
HIDDEN = """id => {
    const target = document.getElementById(id);
    const frame = target.closest(".frame").getBoundingClientRect();
    if (frame.top < -1 || frame.top > innerHeight / 2) return `the map starts at ${Math.round(frame.top)} px`;
    const words = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        if (!words.currentNode.data.trim() || words.currentNode.parentElement.closest(".out, dt")) continue;
        const range = document.createRange();
        range.selectNodeContents(words.currentNode);
        const box = range.getClientRects()[0];
        if (!box) continue;
        const seen = document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, box.top + box.height / 2);
        return seen && target.contains(seen) ? null : `its first words are under ${seen ? seen.className || seen.localName : "nothing"}`;
    }
    return null;
}"""


PLACE = """id => new Promise(tell => requestAnimationFrame(() => requestAnimationFrame(() => {
    const target = document.getElementById(id).getBoundingClientRect();
    const frame = document.querySelector(".frame").getBoundingClientRect();
    tell([target.left, target.top, frame.left, frame.top].map(Math.round).join(" "));
})))"""
LOOKS_AT_REST = 3
MOST_LOOKS = 100


def come_to_rest(page, anchor):
    """Waits until some looks, each after two frames were drawn, find the same place: a busy machine takes its time for that."""
    places = []
    while len(set(places[-LOOKS_AT_REST:])) != 1 or len(places) < LOOKS_AT_REST:
        if len(places) == MOST_LOOKS:
            return False
        page.wait_for_timeout(30)
        places.append(page.evaluate(PLACE, anchor))
    return True


def check(site, report):
    with browser() as chromium:
        page = chromium.new_context(viewport=WIDE).new_page()
        for name in site.sample():
            if "/" not in name or kind(name) != "journeys":
                continue
            page.goto(site.url(name))
            ids = page.eval_on_selector_all(".frame .entry[id], .frame .quote[id]", "all => all.map(each => each.id)")
            step = max(1, len(ids) // MOST_PLACES)
            for anchor in dict.fromkeys([*ids[::step][:MOST_PLACES], *ids[-1:]]):
                page.goto("about:blank")
                page.goto(site.url(name) + "#" + anchor)
                hidden = page.evaluate(HIDDEN, anchor) if come_to_rest(page, anchor) else "the map does not come to rest"
                if hidden:
                    report.problem(name, f"hides what a link leads to: {hidden}")
                report.checked += 1
        if not report.checked:
            # The smallest maps have nothing that could be led to.
            report.checked = 1


run("places", check)
