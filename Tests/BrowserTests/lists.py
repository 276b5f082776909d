#!/usr/bin/env python3
"""Choosing from lists, sorting them, and weighing opportunities otherwise, in a real browser from the disk: `lists.py FOLDER`.

Prints what is wrong and ends with 1 if anything is. Needs Playwright for Python, and a Chromium (`CHROMIUM`, else /usr/bin/chromium).
"""

import json
import os
import re
import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

LISTS = ["journeys", "compare", "opportunities", "solutions", "metrics", "goals", "personas", "evidence", "insights", "reviews"]

problems: list[str] = []


def check(holds: bool, message: str) -> None:
    if not holds:
        problems.append(message)


def watch(page: Page) -> None:
    page.on("console", lambda m: m.type in ("error", "warning") and problems.append(f"{page.url}: {m.text}"))
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))


def visible_rows(page: Page) -> int:
    return page.locator("main tr[data-facets]").evaluate_all("rows => rows.filter(row => row.checkVisibility()).length")


def check_filter(page: Page, folder: Path, name: str) -> None:
    page.goto(folder.as_uri() + f"/{name}.html")
    form = page.locator("form.tools")
    if not form.count():
        return
    status = form.locator("[role=status]")
    everything = visible_rows(page)
    script = form.get_attribute("data-script")
    whole = len(json.loads(value(folder, script))) if script else everything
    for at in range(form.locator("select").count()):
        select = form.locator("select").nth(at)
        facet = select.get_attribute("name")
        for option in range(1, min(select.locator("option").count(), 4)):
            number = select.locator("option").nth(option).get_attribute("value")
            text = select.locator("option").nth(option).inner_text()
            select.select_option(index=option)
            expect(status).to_have_text(re.compile(r"\S"))
            if script:
                expect(page.locator("ol.hits li").first).to_be_visible()
                count = sum(number in row[2].split() for row in json.loads(value(folder, script)))
                check(page.locator("ol.hits li").count() == min(count, 200), f"{name}: {facet}={text} shows the wrong items")
            else:
                count = visible_rows(page)
                wrong = page.locator("main tr[data-facets]").evaluate_all(
                    "(rows, number) => rows.filter(row => row.checkVisibility() !== row.dataset.facets.split(' ').includes(number)).length",
                    number)
                check(wrong == 0, f"{name}: {facet}={text} shows or hides the wrong rows")
            said = [int(re.sub(r"\D", "", part)) for part in re.findall(r"\d[\d.,]*", status.inner_text())]
            check(said == [count, whole], f"{name}: {facet}={text} shows {count} of {whole}, but says {status.inner_text()}")
            check(f"{facet}=" in page.url, f"{name}: the address does not carry {facet}")
        if at + 1 < form.locator("select").count():
            select.select_option(index=0)
    chosen = page.url
    said = status.inner_text()
    page.goto("about:blank")
    page.goto(chosen)
    expect(form.locator("[role=status]")).to_have_text(said)
    form.get_by_role("button").last.click()
    expect(status).to_be_empty()
    check(visible_rows(page) == everything, f"{name}: not everything is shown again")
    check("?" not in page.url, f"{name}: the address keeps {page.url.partition('?')[2]}")


def value(folder: Path, name: str) -> str:
    text = (folder / "data/search" / f"{name}.js").read_text(encoding="utf-8")
    return text[text.index(",") + 1:-3]


def check_no_match(page: Page, folder: Path) -> None:
    """Two values that nothing has both of."""
    page.goto(folder.as_uri() + "/journeys.html")
    rows = page.locator("main tr[data-facets]").evaluate_all("rows => rows.map(row => row.dataset.facets.split(' '))")
    selects = page.locator("form.tools select")
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
                check(visible_rows(page) == 0, "a row is shown that has not all that was chosen")
                check(page.locator("main > section.part:visible").count() == 0, "an empty section is shown")
                expect(page.locator("form.tools [role=status]")).not_to_contain_text(re.compile(r"\d"))
                return


def check_sorting(page: Page, folder: Path) -> None:
    page.goto(folder.as_uri() + "/journeys.html")
    buttons = page.locator("main thead button")
    if not buttons.count():
        return
    before = page.locator("main tbody th").all_inner_texts()
    numbers = page.locator("main thead .number button").first
    numbers.focus()
    page.keyboard.press("Enter")
    header = page.locator("main thead th[aria-sort]").first
    expect(header).to_have_attribute("aria-sort", "descending")
    column = header.evaluate("header => header.cellIndex")
    figures = page.locator("main table").first.locator(f"tbody td:nth-child({column + 1})").all_inner_texts()
    values = [int(match[0]) if (match := re.search(r"\d+", text)) else -1 for text in figures]
    check(values == sorted(values, reverse=True), f"the column is not sorted: {values}")
    check("sort=-" in page.url, "the address does not carry the order")
    page.reload()
    expect(page.locator("main thead th[aria-sort=descending]").first).to_be_visible()
    page.keyboard.press("Tab")
    page.locator("main thead .number button").first.click()
    expect(page.locator("main thead th[aria-sort]").first).to_have_attribute("aria-sort", "ascending")
    check(sorted(page.locator("main tbody th").all_inner_texts()) == sorted(before), "sorting loses rows")


def check_weighing(page: Page, folder: Path) -> None:
    page.goto(folder.as_uri() + "/opportunities.html")
    details = page.locator("details.weighing")
    if not details.count():
        return
    rows = json.loads(value(folder, "weighing"))
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    sliders = details.locator("input")
    published = page.locator("main > section.part:visible").count()
    sliders.first.focus()
    page.keyboard.press("Home")
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    table = page.locator("main > section.part .table").first
    expect(details.locator("[role=status]")).not_to_be_empty()
    weights = [int(each) for each in sliders.evaluate_all("all => all.map(input => input.value)")]
    check(weights[0] == 7 and f"w={','.join(map(str, weights))}" in page.url, f"the address does not carry the weights {weights}")

    def priority(row: list) -> float:
        shares = [weight / sum(weights) for weight in weights]
        return round(sum(100 * value * share for value, share in zip(row[2:5], shares)) * row[5], 9)

    places = sorted(range(len(rows)), key=lambda at: (-priority(rows[at]), -rows[at][6], at))
    expected = [rows[at][0] for at in places[:200]]
    expect(table.locator("tbody th").first).to_have_text(expected[0])
    check(table.locator("tbody th").all_inner_texts() == expected, "the order is not that of the weights")
    ranks = [int(re.sub(r"\D", "", text)) for text in table.locator("tbody td:nth-child(4)").all_inner_texts()]
    check(ranks == [rows[at][7] for at in places[:200]], "the published ranks beside them are others")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(table.locator("tbody th").first).to_have_text(expected[0])
    check(details.evaluate("details => details.open"), "a link with weights does not show them")
    details.get_by_role("button").click()
    expect(details.locator("[role=status]")).to_be_empty()
    check("w=" not in page.url, "the way back keeps the weights in the address")
    check(page.locator("main > section.part:visible").count() == published, "the published ranking does not come back")
    expect(sliders.first).to_be_focused()


def check_beside(page: Page, folder: Path) -> None:
    page.goto(folder.as_uri() + "/compare.html")
    boxes = page.locator("tr .beside-box")
    if boxes.count() < 2:
        return
    rows = page.locator("main tbody tr")
    check(boxes.count() == rows.count(), f"compare: {boxes.count()} boxes for {rows.count()} journeys")
    most = min(boxes.count(), 4)
    titles = [page.locator("tr:has(.beside-box) > th a").nth(at).inner_text() for at in range(most)]
    for at in range(most):
        boxes.nth(at).focus()
        page.keyboard.press("Space")
        check(page.locator(".beside-tray button").first.is_enabled() == (at > 0), f"compare: {at + 1} chosen, and the button is wrong")
    if boxes.count() > 4:
        check(boxes.nth(4).is_disabled(), "compare: a fifth journey can be chosen")
    page.locator(".beside-tray button").first.focus()
    page.keyboard.press("Enter")
    heads = page.locator("dialog[open] thead th a")
    expect(heads).to_have_text(titles)
    address = page.url
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator(".beside-tray button").nth(1).click()
    check("journeys=" not in page.url and page.locator(".beside-box:checked").count() == 0, "compare: the choice stays")
    page.goto(address)
    expect(page.locator("dialog[open] thead th a")).to_have_text(titles)
    # What was typed by hand, or cut off on its way
    page.goto(re.sub("journeys=.*", "journeys=~nobody,%E0%A4", address))
    expect(page.locator(".beside-tray [role=status]")).to_contain_text("~nobody")
    check(page.locator("dialog[open]").count() == 0, "compare: opens with nobody in it")
    boxes.first.check()
    check(page.locator(".beside-tray button").first.is_visible(), "compare: an unknown id stops the choice")
    usual = page.viewport_size
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        name, box = (page.locator(each).first.bounding_box() for each in ("tr:has(.beside-box) > th a", "tr .beside-box"))
        apart = box["x"] + box["width"] <= name["x"] or name["x"] + name["width"] <= box["x"]
        check(apart, f"compare: the box lies on the name, {width} px wide")
    page.set_viewport_size(usual)


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: lists.py FOLDER", file=sys.stderr)
        return 64
    folder = Path(sys.argv[1]).resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        watch(page)
        checks = [(lambda name=name: check_filter(page, folder, name)) for name in LISTS]
        checks += [lambda: check_no_match(page, folder), lambda: check_sorting(page, folder), lambda: check_weighing(page, folder),
                   lambda: check_beside(page, folder)]
        for each in checks:
            try:
                each()
            except Exception as error:
                problems.append(f"{page.url}: {error}")
        browser.close()
    for problem in problems:
        print(f"lists: {problem}")
    print(f"lists: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
