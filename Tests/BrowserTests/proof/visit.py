"""A way through a site in one window: what the console says on it is a problem, and so is what it waits for in vain."""

from playwright.sync_api import expect

from .browser import WIDE

# A portfolio of thousands loads scripts of some hundred kilobytes, on a machine that does other things too.
expect.set_options(timeout=8_000)


class Visit:
    def __init__(self, chromium, site, report, size=WIDE):
        self.site = site
        self.report = report
        self.page = chromium.new_context(viewport=size).new_page()
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.problem(f"console: {m.text}"))
        self.page.on("pageerror", lambda error: self.problem(f"script: {error}"))

    def open(self, name, query=""):
        self.page.goto(self.site.url(name) + query)
        self.report.checked += 1

    def again(self, address):
        """As one who has been sent it: not from the page that is open now."""
        self.page.goto("about:blank")
        self.page.goto(address)

    def problem(self, text):
        home = self.site.folder.as_uri() + "/"
        self.report.problem(self.page.url.removeprefix(home).partition("?")[0].partition("#")[0], text)

    def check(self, holds, text):
        if not holds:
            self.problem(text)

    def walk(self, *steps):
        """A step that does not get to its end is a problem of the page that it was on; the others are taken all the same."""
        for step in steps:
            try:
                step(self)
            except Exception as error:
                self.problem(f"{step.__name__}: {str(error).partition('Aria snapshot')[0]}")
