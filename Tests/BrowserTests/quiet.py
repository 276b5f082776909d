"""A page loads without a word: no error, nothing refused by its policy, nothing from elsewhere, nothing that moves or overflows."""

from proof.browser import NARROW, WIDE, browser
from proof.report import run

WATCH = """
    window.shifts = [];
    window.refused = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
    }).observe({type: "layout-shift", buffered: true});
    document.addEventListener("securitypolicyviolation", event =>
        window.refused.push(event.effectiveDirective + " " + event.blockedURI));
"""
# Two frames, so that what a script does when it starts is drawn too.
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))))"
OVERFLOW = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return null;
    const clipped = element => {
        for (let at = element.parentElement; at; at = at.parentElement)
            if (getComputedStyle(at).overflowX !== "visible") return true;
        return false;
    };
    for (const element of document.body.querySelectorAll("*"))
        if (element.getBoundingClientRect().right > width + 0.5 && !clipped(element))
            return element.outerHTML.slice(0, 120);
    return "the page";
}"""


def check(site, report):
    home = site.folder.as_uri() + "/"
    with browser() as chromium:
        for size in (NARROW, WIDE):
            context = chromium.new_context(viewport=size)
            context.add_init_script(WATCH)
            page = context.new_page()
            current = [""]

            def say(text):
                report.problem(current[0], text)

            page.on("console", lambda message: say(f"console: {message.text}") if message.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: say(f"script: {error}"))
            page.on("requestfailed", lambda request: given_up(request) or say(f"did not load: {request.url.removeprefix(home)}"))
            page.on("request", lambda request: say(f"asks elsewhere: {request.url}") if not request.url.startswith(home) else None)
            for name in site.sample():
                current[0] = name
                page.goto(site.url(name))
                page.evaluate(SETTLED)
                for refused in page.evaluate("window.refused"):
                    say(f"refused by the policy: {refused}")
                if page.evaluate("window.shifts.length") and moves_again(page):
                    say(f"moves while it loads ({size['width']} px)")
                if size is NARROW:
                    wide = page.evaluate(OVERFLOW)
                    if wide:
                        say(f"is wider than {size['width']} px: {wide}")
                report.checked += 1
            context.close()


def given_up(request):
    """On a busy machine a page is left while its icon is still on its way: that is no file that is missing."""
    return request.failure == "net::ERR_ABORTED"


def moves_again(page):
    """On a busy machine a long list is drawn before all of it is read: only what moves every time is the page's fault."""
    page.reload()
    page.evaluate(SETTLED)
    return page.evaluate("window.shifts.length") > 0


run("quiet", check)
