"""The search finds what its index says is there, by the words people type; box and page work by keyboard, and without JavaScript lead on."""

import json
import re
import urllib.parse

from playwright.sync_api import expect

from proof.browser import browser
from proof.report import run
from proof.visit import Visit

JOURNEY, INSIGHT, STEP, FINDING = 0, 6, 10, 11


class Index:
    """What the site's own index says is in it: kind, title, address, a piece of the address, place."""

    def __init__(self, site):
        self.site = site
        index = self.value("index")
        self.kinds = index["kinds"]
        self.entries = []
        for number in range(0, -(-index["entries"] // index["block"])):
            block = self.value(f"entries-{number}")
            for kind, page, place, *own in block["list"]:
                address, title = block["pages"][page][:2]
                self.entries.append((self.kinds[kind], own[0] if own else title, address, own[1] if own else "", place))

    def value(self, name):
        text = self.site.text(f"data/search/{name}.js")
        start = f'waymark.take("{name}",'
        assert text.startswith(start) and text.endswith(");\n"), f"{name} does not hand its value over"
        return json.loads(text[len(start):-3])

    def first(self, kind, suits=lambda title: True):
        return next((e for e in self.entries if e[0] == self.kinds[kind] and suits(e[1])), None)


def words(title):
    return re.findall(r"[^\W\d_]+", title)


def check(site, report):
    index = Index(site)

    def box(visit):
        by_keyboard(visit, index)

    def page(visit):
        finds(visit, index)

    with browser() as chromium:
        Visit(chromium, site, report).walk(box, page, hostile)
        scriptless(chromium, site, report)


def by_keyboard(visit, index):
    """The box of every page, by keyboard alone."""
    page = visit.page
    step = index.first(STEP, lambda title: len(words(title)) > 1)
    journey = index.first(JOURNEY)
    if not journey:
        return
    visit.open(journey[2])
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.keyboard.type(journey[1])
    options = page.get_by_role("option")
    expect(options.first).to_contain_text(journey[1])
    expect(box).to_have_attribute("aria-expanded", "true")
    # Some languages have a word for two of a thing, without a figure.
    expect(page.locator("form.search [role=status]")).to_have_text(re.compile(r"\S"))
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = box.get_attribute("aria-activedescendant")
    visit.check(active == options.first.get_attribute("id"), f"aria-activedescendant is {active}")
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
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        # The answer to all that was typed may come only now, and may not have what was chosen.
        if step[4] in "".join(page.locator("[aria-selected=true]").all_inner_texts()):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    anchor = urllib.parse.unquote(page.url.split("#")[1])
    visit.check(page.locator(f'[id="{anchor}"]').count() == 1, f"'{step[1]}' leads to #{anchor}, which is not there")


def ask(visit, text):
    page = visit.page
    page.locator("form.query input").fill(text)
    page.wait_for_timeout(50)
    expect(page.locator("[id='~count']")).not_to_be_empty()
    page.wait_for_timeout(250)
    return page.locator("[id='~hits'] .hit-title").all_inner_texts()


def finds(visit, index):
    """The page of its own, by whole titles and by what becomes of them under fingers in a hurry."""
    page = visit.page
    visit.open("search.html")
    expect(page.locator("form.query input")).to_be_focused()
    for kind in (JOURNEY, INSIGHT, FINDING):
        entry = index.first(kind, lambda title: any(len(word) > 7 for word in words(title)))
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
            visit.check(title in ask(visit, query), f"'{title}' is not found by {what}: '{query}'")
        visit.check(ask(visit, title)[:1] == [title], f"'{title}' is not the first result for itself")
    ask(visit, "qqqqzzzz")
    none = page.locator("form.query").get_attribute("data-none")
    visit.check(page.locator("[id='~count']").inner_text() == none, "what is nowhere is not said to be nowhere")
    expect(page.locator("[id='~hits'] li")).to_have_count(0)
    visit.check("q=qqqqzzzz" in page.url, "the address does not carry what was asked")
    journey = index.first(JOURNEY)
    if journey:
        visit.open("search.html", "?q=" + urllib.parse.quote(journey[1]))
        expect(page.locator("[id='~hits'] a").first).to_have_text(journey[1])
        page.locator("[id='~hits'] a").first.click()
        visit.check(urllib.parse.unquote(page.url).endswith(urllib.parse.unquote(journey[2])), f"the first result leads to {page.url}")


def hostile(visit):
    """Markup that is typed stays text."""
    visit.open("search.html")
    ask(visit, "<img src=x onerror=alert(1)>")
    visit.check(visit.page.locator("main img").count() == 0, "what is typed becomes markup")


def scriptless(chromium, site, report):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(site.url("search.html"))
    if not page.locator("noscript p, main > p.lead").first.is_visible() or page.locator("main .links a").count() <= 5:
        report.problem("search.html", "leads nowhere without JavaScript")
    page.goto(site.url("index.html"))
    if not page.locator(".search-link").is_visible() or page.locator(".search-box").is_visible():
        report.problem("index.html", "has no link to the search without JavaScript")


run("search", check)
