"""Words in drawings stand out from what is behind them, in light and in dark; drawings have a title, and those made for phones fit there."""

from proof.browser import NARROW, WIDE, browser
from proof.report import run

WORDS = """() => {
    const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
    const light = ([red, green, blue]) => [red, green, blue].map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const contrast = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
    const opaque = colour => { const parts = numbers(colour); return parts.length >= 3 && (parts.length < 4 || parts[3] > 0.5); };
    const behind = (element, x, y) => {
        for (const below of document.elementsFromPoint(x, y)) {
            if (below === element || below.contains(element) && below.closest("svg") || below.closest("text") || element.contains(below)) continue;
            const style = getComputedStyle(below);
            if (below instanceof SVGLineElement) continue;
            if (below instanceof SVGGeometryElement) {
                if (style.fill !== "none" && opaque(style.fill)) return style.fill;
            } else if (opaque(style.backgroundColor)) return style.backgroundColor;
        }
        return getComputedStyle(document.body).backgroundColor;
    };
    const found = [];
    for (const svg of document.querySelectorAll("main svg")) {
        if (!svg.getClientRects().length) continue;
        if (svg.getAttribute("aria-hidden") !== "true" && !svg.closest("[aria-hidden=true]") && !svg.querySelector(":scope > title")?.textContent.trim() && !svg.getAttribute("aria-label"))
            found.push("has a drawing without a title: " + svg.outerHTML.slice(0, 80));
        for (const text of svg.querySelectorAll("text")) {
            text.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
            const box = text.getBoundingClientRect(), style = getComputedStyle(text);
            if (!box.width || style.display === "none") continue;
            const size = parseFloat(style.fontSize) * (svg.viewBox.baseVal?.width ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1);
            const ratio = contrast(numbers(style.fill), numbers(behind(text, box.left + box.width / 2, box.top + box.height / 2)));
            if (ratio < 4.5) found.push(`has pale words in a drawing (${ratio.toFixed(1)} to 1): ${text.textContent.trim().slice(0, 40)}`);
            if (size < 9) found.push(`has words of ${size.toFixed(1)} px in a drawing: ${text.textContent.trim().slice(0, 40)}`);
        }
    }
    return [...new Set(found)].slice(0, 10);
}"""

# Of drawings that have a form for narrow rooms.
CUT = """() => [...document.querySelectorAll(".drawing:has(> .narrow)")].filter(room => room.scrollWidth > room.clientWidth)
    .map(room => "has a drawing that is cut off on a phone: " + room.getAttribute("aria-label"))"""


def check(site, report):
    with browser() as chromium:
        for scheme in ("light", "dark"):
            page = chromium.new_context(viewport=WIDE, color_scheme=scheme, reduced_motion="reduce").new_page()
            for name in site.sample(3):
                page.goto(site.url(name))
                for problem in page.evaluate(WORDS):
                    report.problem(name, f"{problem} ({scheme})")
                report.checked += 1
        page = chromium.new_context(viewport=NARROW, reduced_motion="reduce").new_page()
        for name in site.sample(3):
            page.goto(site.url(name))
            if page.locator(".drawing > .narrow").count():
                for problem in page.evaluate(CUT) + page.evaluate(WORDS):
                    report.problem(name, f"{problem} (320 px)")
                report.checked += 1


run("drawings", check)
