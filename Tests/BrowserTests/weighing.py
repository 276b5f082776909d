"""Opportunities weighed otherwise: the ranking is that of the weights, the address carries them, and the published one comes back."""

import json
import re

from playwright.sync_api import expect

from proof.browser import browser
from proof.report import run
from proof.visit import Visit

MOST_ROWS = 200


def check(site, report):
    with browser() as chromium:
        Visit(chromium, site, report).walk(weigh)


def weigh(visit):
    page = visit.page
    visit.open("opportunities.html")
    details = page.locator("details.weighing")
    if not details.count():
        return
    text = visit.site.text("data/search/weighing.js")
    rows = json.loads(text[text.index(",") + 1:-3])
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
    visit.check(weights[0] == 7 and f"w={','.join(map(str, weights))}" in page.url, f"the address does not carry the weights {weights}")

    def priority(row):
        shares = [weight / sum(weights) for weight in weights]
        return round(sum(100 * value * share for value, share in zip(row[2:5], shares)) * row[5], 9)

    places = sorted(range(len(rows)), key=lambda at: (-priority(rows[at]), -rows[at][6], at))
    expected = [rows[at][0] for at in places[:MOST_ROWS]]
    expect(table.locator("tbody th").first).to_have_text(expected[0])
    visit.check(table.locator("tbody th").all_inner_texts() == expected, "the order is not that of the weights")
    ranks = [int(re.sub(r"\D", "", text)) for text in table.locator("tbody td:nth-child(4)").all_inner_texts()]
    visit.check(ranks == [rows[at][7] for at in places[:MOST_ROWS]], "the published ranks beside them are others")
    visit.again(page.url)
    expect(table.locator("tbody th").first).to_have_text(expected[0])
    visit.check(details.evaluate("details => details.open"), "a link with weights does not show them")
    details.get_by_role("button").click()
    expect(details.locator("[role=status]")).to_be_empty()
    visit.check("w=" not in page.url, "the way back keeps the weights in the address")
    visit.check(page.locator("main > section.part:visible").count() == published, "the published ranking does not come back")
    expect(sliders.first).to_be_focused()


run("weighing", check)
