#!/usr/bin/env python3
"""The search in a real browser, from the disk: `search.py FOLDER`, with the folder of a published site.

Prints what is wrong and ends with 1 if anything is. Needs Playwright for Python, and a Chromium (`CHROMIUM`, else /usr/bin/chromium).
"""

import json
import os
import re
import sys
import urllib.parse
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

problems: list[str] = []


def check(holds: bool, message: str) -> None:
    if not holds:
        problems.append(message)


class Site:
    """The published folder, and what its own index says is in it."""

    def __init__(self, folder: str):
        self.folder = Path(folder).resolve()
        index = self.value("index")
        self.kinds = index["kinds"]
        self.entries = []
        for number in range(0, -(-index["entries"] // index["block"])):
            block = self.value(f"entries-{number}")
            for kind, page, place, *own in block["list"]:
                address, title = block["pages"][page][:2]
                self.entries.append((self.kinds[kind], own[0] if own else title, address, own[1] if own else "", place))

    def value(self, name: str):
        text = (self.folder / "data/search" / f"{name}.js").read_text(encoding="utf-8")
        start = f'waymark.take("{name}",'
        assert text.startswith(start) and text.endswith(");\n"), f"{name} does not hand its value over"
        return json.loads(text[len(start):-3])

    def address(self, path: str) -> str:
        return self.folder.as_uri() + "/" + path

    def first(self, kind: int, suits=lambda title: True):
        return next((e for e in self.entries if e[0] == self.kinds[kind] and suits(e[1])), None)


def watch(page: Page) -> None:
    """Whatever the console says is a problem, violations of the Content-Security-Policy among it."""
    page.on("console", lambda m: m.type in ("error", "warning") and problems.append(f"{page.url}: {m.text}"))
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))


def words(title: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", title)


def check_box(page: Page, site: Site) -> None:
    """The box of every page, by keyboard alone."""
    step = site.first(10, lambda title: len(words(title)) > 1)
    journey = site.first(0)
    if not journey:
        return
    page.goto(site.address(journey[2]))
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.keyboard.type(journey[1])
    options = page.get_by_role("option")
    expect(options.first).to_contain_text(journey[1])
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("form.search [role=status]")).to_have_text(re.compile(r"\d"))
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = box.get_attribute("aria-activedescendant")
    check(active == options.first.get_attribute("id"), f"aria-activedescendant is {active}")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    if not step:
        return
    page.keyboard.type(step[1])
    wanted = options.filter(has_text=step[1]).filter(has_text=step[4])
    expect(wanted.first).to_be_visible()
    while page.locator("[aria-selected=true]").count() == 0 or step[4] not in page.locator("[aria-selected=true]").inner_text():
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    anchor = urllib.parse.unquote(page.url.split("#")[1])
    check(page.locator(f'[id="{anchor}"]').count() == 1, f"'{step[1]}' leads to #{anchor}, which is not there")


def ask(page: Page, text: str) -> list[str]:
    page.locator("form.query input").fill(text)
    page.wait_for_timeout(50)
    expect(page.locator("[id='~count']")).not_to_be_empty()
    page.wait_for_timeout(250)
    return page.locator("[id='~hits'] .hit-title").all_inner_texts()


def check_page(page: Page, site: Site) -> None:
    page.goto(site.address("search.html"))
    expect(page.locator("form.query input")).to_be_focused()
    for kind in (0, 6, 11):
        entry = site.first(kind, lambda title: any(len(word) > 7 for word in words(title)))
        if not entry:
            continue
        title = entry[1]
        word = next(word for word in words(title) if len(word) > 7)
        others = " ".join(other for other in words(title) if other != word)
        swapped = word[:2] + word[3] + word[2] + word[4:]
        for what, query in {
            "its title": title,
            "capitals": title.upper(),
            "a beginning": f"{others} {word[:4]}",
            "a letter missing": f"{others} {word[:3]}{word[4:]}",
            "the first letter wrong": f"{others} x{word[1:]}",
            "two letters swapped": f"{others} {swapped}",
        }.items():
            check(title in ask(page, query), f"'{title}' is not found by {what}: '{query}'")
        check(ask(page, title)[:1] == [title], f"'{title}' is not the first result for itself")
    ask(page, "qqqqzzzz")
    none = page.locator("form.query").get_attribute("data-none")
    check(page.locator("[id='~count']").inner_text() == none, "what is nowhere is not said to be nowhere")
    expect(page.locator("[id='~hits'] li")).to_have_count(0)
    check("q=qqqqzzzz" in page.url, "the address does not carry what was asked")
    journey = site.first(0)
    if journey:
        page.goto(site.address("search.html") + "?q=" + urllib.parse.quote(journey[1]))
        expect(page.locator("[id='~hits'] a").first).to_have_text(journey[1])
        page.locator("[id='~hits'] a").first.click()
        check(page.url.endswith(journey[2]), f"the first result leads to {page.url}")


def check_hostile(page: Page, site: Site) -> None:
    """Markup that is typed stays text."""
    page.goto(site.address("search.html"))
    ask(page, "<img src=x onerror=alert(1)>")
    check(page.locator("main img").count() == 0, "what is typed becomes markup")


def check_without_script(browser, site: Site) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site.address("search.html"))
    expect(page.locator("noscript p, main > p.lead").first).to_be_visible()
    check(page.locator("main .links a").count() > 5, "without JavaScript the page of the search leads nowhere")
    page.goto(site.address("index.html"))
    expect(page.locator(".search-link")).to_be_visible()
    expect(page.locator(".search-box")).to_be_hidden()


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: search.py FOLDER", file=sys.stderr)
        return 64
    site = Site(sys.argv[1])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        watch(page)
        for each in (check_box, check_page, check_hostile):
            try:
                each(page, site)
            except Exception as error:
                problems.append(f"{each.__name__}: {error}")
        check_without_script(browser, site)
        browser.close()
    for problem in problems:
        print(f"search: {problem}")
    print(f"search: {len(problems)} problems in {len(site.entries)} entries")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
