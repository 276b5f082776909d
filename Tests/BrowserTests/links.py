"""Every link leads somewhere: to a file of the site and an anchor in it. No id is used twice, nothing is loaded from another host."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from proof.report import run

# What a page loads, as opposed to where it leads.
LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("object", "data")}
LEADS = {("a", "href"), ("area", "href"), ("form", "action"), ("use", "href"), ("image", "href")}
# An author's link may lead to another host, as a source of evidence does.
OUTWARD = {"http", "https", "mailto", "tel"}


def check(site, report):
    @lru_cache(maxsize=20000)
    def anchors(path):
        return {node.attributes["id"] for node in LexborHTMLParser(path.read_bytes()).css("[id]")}

    for page in site.sample():
        tree = LexborHTMLParser(site.path(page).read_bytes())
        twice(page, tree, report)
        for node in tree.css("[href], [src], [action], [data]"):
            for name, value in node.attributes.items():
                if (node.tag, name) in LOADED | LEADS:
                    follow(site, page, (node.tag, name), value or "", anchors, report)
        report.checked += 1


def twice(page, tree, report):
    seen = set()
    for node in tree.css("[id]"):
        name = node.attributes["id"]
        if name in seen:
            report.problem(page, f"the id '{name}' is used twice")
        seen.add(name)


def follow(site, page, place, link, anchors, report):
    try:
        parts = urlsplit(link)
    except ValueError:
        return report.problem(page, f"'{link}' is no address")
    if parts.scheme or parts.netloc:
        if place in LOADED:
            report.problem(page, f"'{link}' is loaded from another host")
        elif parts.scheme not in OUTWARD or place[0] != "a":
            report.problem(page, f"'{link}' is not relative")
        return
    if parts.path.startswith("/"):
        return report.problem(page, f"'{link}' starts at the top of the host, not at the page")
    target = (site.path(page).parent / unquote(parts.path)).resolve() if parts.path else site.path(page)
    if not target.is_relative_to(site.folder) or not target.is_file():
        return report.problem(page, f"'{link}' leads to no file")
    anchor = unquote(parts.fragment)
    if anchor and Path(target).suffix == ".html" and anchor not in anchors(target):
        report.problem(page, f"'{link}' leads to no anchor '{anchor}'")


run("links", check)
