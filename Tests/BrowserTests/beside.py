"""Journeys side by side: two to four can be ticked by keyboard, the address carries them, and unknown ones are named."""

import re

from playwright.sync_api import expect

from proof.browser import NARROW, WIDE, browser
from proof.report import run
from proof.visit import Visit

MOST = 4
NAME = "tr:has(.beside-box) > th a"


def check(site, report):
    with browser() as chromium:
        Visit(chromium, site, report).walk(tick, two, unknown)
        for size in (WIDE, NARROW):
            Visit(chromium, site, report, size).walk(apart)


def tick(visit):
    page = visit.page
    visit.open("compare.html")
    boxes = page.locator("tr .beside-box")
    if boxes.count() < 2:
        return
    rows = page.locator("main tbody tr")
    visit.check(boxes.count() == rows.count(), f"{boxes.count()} boxes for {rows.count()} journeys")
    most = min(boxes.count(), MOST)
    titles = [page.locator(NAME).nth(at).inner_text() for at in range(most)]
    for at in range(most):
        boxes.nth(at).focus()
        page.keyboard.press("Space")
        visit.check(page.locator(".beside-tray button").first.is_enabled() == (at > 0), f"{at + 1} chosen, and the button is wrong")
    if boxes.count() > MOST:
        visit.check(boxes.nth(MOST).is_disabled(), "a fifth journey can be chosen")
    page.locator(".beside-tray button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] thead th a")).to_have_text(titles)
    address = page.url
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator(".beside-tray button").nth(1).click()
    visit.check("journeys=" not in page.url and page.locator(".beside-box:checked").count() == 0, "the choice stays")
    page.goto(address)
    expect(page.locator("dialog[open] thead th a")).to_have_text(titles)


def two(visit):
    """Of two the difference is told, from the first to the second; of more there would be several."""
    page = visit.page
    visit.open("compare.html")
    boxes = page.locator("tr .beside-box")
    if boxes.count() < 2:
        return
    for at in range(2):
        boxes.nth(at).check()
    page.locator(".beside-tray button").first.click()
    expect(page.locator("dialog[open] thead th")).to_have_count(4)
    for row in page.locator("dialog[open] tr:has(.heat)").all():
        first, second = (re.search(r"\d+", text) for text in row.locator(".heat").all_inner_texts())
        said = re.search(r"([+\u2212-]?)(\d+)[.,٫](\d)", row.locator("td.number").inner_text())
        if not first or not second or not said:
            continue
        told = float(f"{said[2]}.{said[3]}") * (1 if said[1] == "+" else -1)
        visit.check(abs(int(second[0]) - int(first[0]) - told) <= 1, f"the difference of two is not theirs: {row.inner_text()}")


def unknown(visit):
    """What was typed by hand, or cut off on its way"""
    page = visit.page
    visit.open("compare.html", "?journeys=~nobody,%E0%A4")
    boxes = page.locator("tr .beside-box")
    if boxes.count() < 2:
        return
    expect(page.locator(".beside-tray [role=status]")).to_contain_text("~nobody")
    visit.check(page.locator("dialog[open]").count() == 0, "opens with nobody in it")
    boxes.first.check()
    visit.check(page.locator(".beside-tray button").first.is_visible(), "an unknown id stops the choice")


def apart(visit):
    """The box stands before the name, on the side where lines begin."""
    page = visit.page
    visit.open("compare.html")
    if not page.locator("tr .beside-box").count():
        return
    width = page.viewport_size["width"]
    name, box = (page.locator(each).first.bounding_box() for each in (NAME, "tr .beside-box"))
    mirrored = page.evaluate("document.documentElement.dir") == "rtl"
    first, second = (name, box) if mirrored else (box, name)
    visit.check(first["x"] + first["width"] <= second["x"], f"the box does not stand before the name, {width} px wide")


run("beside", check)
