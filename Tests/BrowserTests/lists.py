"""Choosing from lists and sorting them: what is shown is what was chosen, the address carries it, and the count says how many."""

import json
import re

from playwright.sync_api import expect

from proof.browser import NARROW, browser
from proof.report import run
from proof.visit import Visit

LISTS = (
    "journeys", "compare", "opportunities", "solutions", "metrics", "goals", "personas", "evidence", "insights", "reviews",
    "framework", "teams", "touchpoints",
)
ROWS = "main [data-facets]"
# In a tree the way to what is chosen is shown too.
SHOWN = "row => row.checkVisibility() && !row.classList.contains('way')"


def check(site, report):
    def choices(name):
        def choosing(visit):
            choose(visit, name)

        return choosing

    def orders(name):
        def ordering(visit):
            order(visit, name)

        return ordering

    with browser() as chromium:
        Visit(chromium, site, report).walk(*(choices(name) for name in LISTS), nothing_matches, sorting, words, *(orders(name) for name in LISTS))
        Visit(chromium, site, report, NARROW).walk(pointing, *(orders(name) for name in ("journeys", "opportunities", "touchpoints")))


def visible_rows(page):
    return page.locator(ROWS).evaluate_all(f"rows => rows.filter({SHOWN}).length")


def script_value(site, name):
    text = site.text(f"data/search/{name}.js")
    return json.loads(text[text.index(",") + 1:-3])


def choose(visit, name):
    """Some values of every choice, each alone, and the last of all once more from its address."""
    page = visit.page
    visit.open(f"{name}.html")
    form = page.locator("form.tools")
    if not form.count():
        return
    status = form.locator("[role=status]")
    everything = visible_rows(page)
    script = form.get_attribute("data-script")
    listed = script_value(visit.site, script)["rows"] if script else []
    whole = len(listed) if script else page.locator(ROWS).count()
    selects = form.locator("select[name]")
    for at in range(selects.count()):
        select = selects.nth(at)
        facet = select.get_attribute("name")
        for option in range(1, min(select.locator("option").count(), 4)):
            number = select.locator("option").nth(option).get_attribute("value")
            text = select.locator("option").nth(option).inner_text()
            select.select_option(index=option)
            expect(status).to_have_text(re.compile(r"\S"))
            if script:
                expect(page.locator("ol.hits li").first).to_be_visible()
                count = sum(number in row[2].split() for row in listed)
                visit.check(page.locator("ol.hits li").count() == min(count, 200), f"{facet}={text} shows the wrong items")
            else:
                count = visible_rows(page)
                wrong = page.locator(ROWS).evaluate_all(
                    f"(rows, number) => rows.filter(row => ({SHOWN})(row) !== row.dataset.facets.split(' ').includes(number)).length",
                    number)
                visit.check(wrong == 0, f"{facet}={text} shows or hides the wrong rows")
            said = [int(re.sub(r"\D", "", part)) for part in re.findall(r"\d[\d.,٬]*", status.inner_text())]
            visit.check(said == [count, whole], f"{facet}={text} shows {count} of {whole}, but says {status.inner_text()}")
            visit.check(f"{facet}=" in page.url, f"the address does not carry {facet}")
        if at + 1 < selects.count():
            select.select_option(index=0)
    chosen = page.url
    said = status.inner_text()
    visit.again(chosen)
    expect(form.locator("[role=status]")).to_have_text(said)
    form.locator("[type=reset]").click()
    expect(status).to_be_empty()
    visit.check(visible_rows(page) == everything, "not everything is shown again")
    visit.check("?" not in page.url, f"the address keeps {page.url.partition('?')[2]}")


def nothing_matches(visit):
    """Two values that nothing has both of."""
    page = visit.page
    visit.open("journeys.html")
    rows = page.locator(ROWS).evaluate_all("rows => rows.map(row => row.dataset.facets.split(' '))")
    selects = page.locator("form.tools select[name]")
    if selects.count() < 2 or page.locator("form.tools[data-script]").count():
        return
    options = [selects.nth(at).locator("option").evaluate_all("all => all.map(option => option.value)")[1:] for at in range(selects.count())]
    for at, one in ((at, one) for at, values in enumerate(options) for one in values):
        for other_at in range(at + 1, len(options)):
            for other in options[other_at]:
                if any(one in row and other in row for row in rows):
                    continue
                selects.nth(at).select_option(one)
                selects.nth(other_at).select_option(other)
                visit.check(visible_rows(page) == 0, "a row is shown that has not all that was chosen")
                visit.check(page.locator("main > section.part:visible").count() == 0, "an empty section is shown")
                expect(page.locator("form.tools [role=status]")).not_to_contain_text(re.compile(r"\d"))
                return


def sorting(visit):
    """By figures, the highest first, by keyboard; then the other way round."""
    page = visit.page
    visit.open("journeys.html")
    if not page.locator("main thead button").count():
        return
    before = page.locator("main tbody th").all_inner_texts()
    numbers = page.locator("main thead .number button").first
    numbers.focus()
    page.keyboard.press("Enter")
    header = page.locator("main thead th[aria-sort]").first
    expect(header).to_have_attribute("aria-sort", "descending")
    column = header.evaluate("header => header.cellIndex")
    table = page.locator("main table:has(thead th[aria-sort])").first
    figures = table.locator(f"tbody td:nth-child({column + 1})").all_inner_texts()
    values = [int(match[0]) if (match := re.search(r"\d+", text)) else -1 for text in figures]
    visit.check(values == sorted(values, reverse=True), f"the column is not sorted: {values}")
    visit.check("sort=-" in page.url, "the address does not carry the order")
    page.reload()
    expect(page.locator("main thead th[aria-sort=descending]").first).to_be_visible()
    page.keyboard.press("Tab")
    page.locator("main thead .number button").first.click()
    expect(page.locator("main thead th[aria-sort]").first).to_have_attribute("aria-sort", "ascending")
    visit.check(sorted(page.locator("main tbody th").all_inner_texts()) == sorted(before), "sorting loses rows")


def words(visit):
    """Journeys by owner and by the day of their next review, as their list shows them."""
    page = visit.page
    visit.open("journeys.html")
    for kind, start in (("name", "ascending"), ("day", "ascending")):
        button = page.locator(f"main thead th[data-order={kind}] button").first
        if not button.count():
            return
        button.click()
        header = page.locator("main thead th[aria-sort]").first
        expect(header).to_have_attribute("aria-sort", start)
        column = header.evaluate("header => header.cellIndex")
        cells = page.locator("main table:has(thead th[aria-sort])").first.locator(f"tbody tr > :nth-child({column + 1})")
        keys = cells.evaluate_all(
            "(cells, kind) => cells.map(cell => 'unsaid' in cell.dataset ? '' : kind === 'day' ? cell.dataset.key ?? '' : cell.innerText.trim())", kind)
        known = [key for key in keys if key]
        # Names are in the order of their language, which is not that of their letters' numbers.
        ordered = known == sorted(known) if kind == "day" else len(set(known)) == 1 + sum(a != b for a, b in zip(known, known[1:]))
        visit.check(not known or ordered, f"by {kind} the order is {known[:5]} …")
        visit.check(not any(keys[len(known):]), f"by {kind} what has none does not come last")


def order(visit, name):
    """A list in several parts in the order of each of its columns, all of it, from a further part on."""
    page = visit.page
    part = f"{name}-2.html"
    if part not in visit.site.pages:
        return
    visit.open(part)
    script = page.locator("form.tools").get_attribute("data-script")
    select = page.locator(".sorts select")
    if name == "framework":
        visit.check(not select.count(), "a tree offers another order")
        return
    columns, orders, rows = (script_value(visit.site, script)[key] for key in ("columns", "orders", "rows"))
    offered = select.locator("option").evaluate_all("all => all.map(option => option.value)")
    visit.check(len(offered) > 2, "no order is offered")
    for value in offered[1:]:
        column = value.removeprefix("-")
        select.select_option(value=value)
        hits = page.locator("ol.hits li")
        expect(hits.first).to_be_visible()
        visit.check(hits.count() == min(len(rows), 200), f"by {value} {hits.count()} are shown")
        if column not in columns:
            continue
        at = 3 + columns.index(column)
        if orders[columns.index(column)] == "day":
            days = sorted((row[at][:10] for row in rows if at < len(row) and row[at]), reverse=value.startswith("-"))
            texts = page.locator("ol.hits .hit-place strong").all_inner_texts()
            said = {row[at][11:]: row[at][:10] for row in rows if at < len(row)}
            shown = [said.get(text, "") for text in texts]
            visit.check(shown == (days + [""] * len(rows))[:len(shown)], f"by {value} the order is {shown[:5]} …")
            continue
        if orders[columns.index(column)] == "name":
            every = [row[at] if at < len(row) else "" for row in rows]
            texts = [text.replace("\u2013", "") for text in page.locator("ol.hits .hit-place strong").all_inner_texts()]
            known = sum(1 for name in every if name)
            visit.check(all(texts[:known]) and not any(texts[known:]), f"by {value} what has none does not come last")
            continue
        every = [float(match[0]) if at < len(row) and (match := figure(row[at])) else None for row in rows]
        known = sorted((each for each in every if each is not None), reverse=value.startswith("-"))
        wanted = (known + [None] * len(rows))[:hits.count()]
        texts = page.locator("ol.hits .hit-place strong").all_inner_texts()
        shown = [float(match[0]) if (match := figure(text)) else None for text in texts]
        visit.check(shown == wanted, f"by {value} the order is {shown[:5]} …, where {wanted[:5]} … was expected")
        visit.check("sort=" in page.url, "the address does not carry the order")
    chosen = page.url
    first = page.locator("ol.hits li").first.inner_text()
    visit.again(chosen)
    expect(page.locator("ol.hits li").first).to_have_text(first, use_inner_text=True)
    page.locator("form.tools [type=reset]").click()
    expect(page.locator("ol.hits")).to_be_hidden()
    visit.check("?" not in page.url, f"the address keeps {page.url.partition('?')[2]}")


def figure(text):
    return re.search(r"-?\d+(\.\d+)?", text.replace("\u2212", "-").replace(",", ""))


def pointing(visit):
    """On a phone rows are stacks without heads of columns, and a choice beside the others sorts them."""
    page = visit.page
    visit.open("journeys.html")
    select = page.locator(".sorts select")
    # A list in several parts shows hits in place of its rows: `order` looks at those.
    if page.locator("form.tools[data-script]").count() or not select.count() or select.locator("option").count() < 2:
        return
    before = page.locator("main tbody th").all_inner_texts()
    health = page.locator("main thead .number").first.inner_text()
    select.select_option(value=f"-{health}")
    figures = page.locator("main table:has(th[aria-sort])").first.locator(f"td[data-label='{health}']").all_inner_texts()
    values = [int(match[0]) if (match := re.search(r"\d+", text)) else -1 for text in figures]
    visit.check(len(values) > 1 and values == sorted(values, reverse=True), f"the choice of an order does not sort: {values}")
    sorted_by_health = page.url
    select.select_option(value="")
    visit.check(page.locator("main tbody th").all_inner_texts() == before, "the published order does not come back")
    visit.check("sort=" not in page.url, "the address keeps an order that is not chosen any more")
    visit.again(sorted_by_health)
    expect(select).to_have_value(f"-{health}")


run("lists", check)
