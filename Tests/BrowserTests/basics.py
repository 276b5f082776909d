"""What every page owes its reader and a search engine: title, description, language, words on links, sizes of images."""

from selectolax.lexbor import LexborHTMLParser

from proof.report import run

EMPTY_WORDS = {"here", "click here", "more", "read more", "link", "this"}


def check(site, report):
    for name in site.sample():
        tree = LexborHTMLParser(site.path(name).read_bytes())
        head(name, tree, report)
        body(name, tree, report)
        report.checked += 1


def head(name, tree, report):
    html = tree.css_first("html")
    if not html.attributes.get("lang"):
        report.problem(name, "has no language")
    title = (tree.css_first("title").text() if tree.css_first("title") else "").strip()
    if not title:
        report.problem(name, "has no title")
    wanted = {
        "description": lambda text: len(text.strip()) >= 20,
        "viewport": lambda text: "width=device-width" in text and "user-scalable" not in text,
        "color-scheme": lambda text: "dark" in text,
    }
    found = {node.attributes.get("name"): node.attributes.get("content") or "" for node in tree.css("meta[name]")}
    for meta, good in wanted.items():
        if not good(found.get(meta, "")):
            report.problem(name, f"has no good meta {meta}: '{found.get(meta, '')}'")
    if len(found.get("description", "")) > 320:
        report.problem(name, f"has a description of {len(found['description'])} characters")
    if not tree.css_first("link[rel=icon]"):
        report.problem(name, "has no icon")
    if not tree.css_first('meta[http-equiv="Content-Security-Policy"]'):
        report.problem(name, "has no Content-Security-Policy")


def body(name, tree, report):
    if len(tree.css("h1")) != 1:
        report.problem(name, f"has {len(tree.css('h1'))} first headings")
    for link in tree.css("a[href]"):
        words = (link.text() or link.attributes.get("aria-label") or "").strip()
        words = words or " ".join(image.attributes.get("alt") or "" for image in link.css("img")).strip()
        if not words:
            report.problem(name, f"has a link without words: {link.html[:100]}")
        elif words.lower() in EMPTY_WORDS:
            report.problem(name, f"has a link that says only '{words}'")
    for image in tree.css("img"):
        if not (image.attributes.get("width") and image.attributes.get("height")) and not within_prose(image):
            report.problem(name, f"has an image without a size: {image.html[:100]}")
        if "alt" not in image.attributes:
            report.problem(name, f"has an image without a text: {image.html[:100]}")
    for script in tree.css("head script[src]"):
        if not {"defer", "async"} & set(script.attributes):
            report.problem(name, f"waits for a script: {script.html[:100]}")
    for node in tree.css("[style], [onclick], [onload], [onerror], style, script:not([src])"):
        report.problem(name, f"has style or script inline: {node.html[:100]}")


def within_prose(node):
    """The sizes of an author's pictures are not known."""
    while node := node.parent:
        if "prose" in (node.attributes.get("class") or "").split():
            return True
    return False


run("basics", check)
