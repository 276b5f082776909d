"""What people, tools and accidents do to a portfolio, to its templates and to the site made from it. Each change takes a `Portfolio`, and
says what it did; nothing where there was nothing to do it to."""

import os
import subprocess

WORDS = "customer waits again because nobody told her what happens next and the letter is late".split()


def written(random):
    return " ".join(random.choice(WORDS) for _ in range(random.randint(3, 12))).capitalize() + "."


def pick(portfolio, *endings):
    files = portfolio.content_files(endings or (".md",))
    return portfolio.random.choice(files) if files else None


def lines_changed(portfolio, path, change):
    lines = path.read_text().split("\n")
    change(lines)
    path.write_text("\n".join(lines))


# Of the content


def text_added(portfolio):
    path = pick(portfolio)
    at = portfolio.random
    lines_changed(portfolio, path, lambda lines: lines.insert(at.randint(len(lines) // 2, len(lines)), "\n" + written(at) + "\n"))
    return f"a paragraph in {path.name}"


def words_changed(portfolio):
    """Other words in a journey, mostly where nothing else depends on them."""
    paths = [path for path in portfolio.content_files((".md",)) if "journeys" in path.parts]
    if not paths:
        return None
    path, at = portfolio.random.choice(paths), portfolio.random
    text = path.read_text()
    body = text.find("\n---\n", 4) + 5
    if at.random() < 0.25:
        path.write_text(text.rstrip("\n") + "\n\n" + written(at) + at.choice(["", " *Now* & <then>", " [Here](#here)"]) + "\n")
        return f"words at the end of {path.name}"
    lines = text[body:].split("\n")
    told = [number for number, line in enumerate(lines) if " " in line and not line.startswith(("#", "```", "|"))]
    if not told:
        return None
    number = at.choice(told)
    words = lines[number].split(" ")
    place = at.randrange(len(words) // 2, len(words))
    words[place] = at.choice([words[place] + " " + at.choice(WORDS), at.choice(WORDS), "\"" + words[place] + "\"", words[place] + " \\& é 料金"])
    lines[number] = " ".join(words)
    path.write_text(text[:body] + "\n".join(lines))
    return f"words of {path.name}"


def line_removed(portfolio):
    path = pick(portfolio)
    at = portfolio.random
    lines_changed(portfolio, path, lambda lines: lines.pop(at.randrange(len(lines))))
    return f"a line less in {path.name}"


def figure_changed(portfolio):
    path = pick(portfolio, ".md", ".csv", ".yml")
    text = path.read_text()
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    if not digits:
        return None
    at = portfolio.random.choice(digits)
    path.write_text(text[:at] + str(portfolio.random.randrange(10)) + text[at + 1:])
    return f"a figure in {path.name}"


def title_changed(portfolio):
    path = pick(portfolio)

    def change(lines):
        for at, line in enumerate(lines):
            if line.startswith("title:"):
                lines[at] = "title: " + written(portfolio.random).rstrip(".")

    lines_changed(portfolio, path, change)
    return f"another title of {path.name}"


def hidden_edit(portfolio):
    """As long as before and with its old time: as careless tools for copies leave it."""
    path = pick(portfolio)
    before = path.stat()
    data = path.read_bytes()
    letters = [at for at, byte in enumerate(data) if byte in b"aeou"]
    if not letters:
        return None
    at = portfolio.random.choice(letters)
    path.write_bytes(data[:at] + bytes([portfolio.random.choice(b"aeou")]) + data[at + 1:])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"a letter in {path.name}, its time set back"


def renamed(portfolio):
    path = pick(portfolio, ".md", ".csv")
    new = path.with_name(path.stem + portfolio.random.choice("xyz") + path.suffix)
    if new.exists():
        return None
    path.rename(new)
    return f"{path.name} is {new.name} now"


def moved(portfolio):
    path = pick(portfolio)
    if path.parent == portfolio.content:
        return None
    folder = path.parent / f"area-{portfolio.random.randrange(3)}"
    folder.mkdir(exist_ok=True)
    new = folder / path.name
    path.rename(new)
    return f"{path.name} in {folder.name}"


def swapped(portfolio):
    one, other = pick(portfolio), pick(portfolio)
    if one == other:
        return None
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    return f"{one.name} and {other.name} changed places"


def deleted(portfolio):
    path = pick(portfolio, ".md", ".csv")
    path.unlink()
    return f"{path.name} is gone"


def restored(portfolio):
    """All as it was in the beginning: mistakes don't pile up, and pages come back."""
    portfolio.restore()
    return "the content as it was"


def copied(portfolio):
    path = pick(portfolio)
    new = path.with_name(f"copy-{portfolio.random.randrange(5)}-{path.name}")
    new.write_bytes(path.read_bytes())
    return f"{new.name}, a copy"


def setting(portfolio):
    lines = portfolio.random.choice([
        "language: de", "language: ar", "theme: {accent: '#7a1f5c'}", "theme: {name: Harbour}",
        "scoring: {priority: {customer_impact: 2, business_impact: 1, ease: 1}}", "owners_are: optional",
    ])
    path = portfolio.content / "portfolio.yml"
    key = lines.partition(":")[0]
    kept, skipping = [], False
    for line in path.read_text().split("\n"):
        skipping = line.startswith(key + ":") or skipping and line[:1] in (" ", "")
        if not skipping:
            kept.append(line)
    path.write_text("\n".join([*kept, lines, ""]))
    return f"portfolio.yml: {lines}"


def committed(portfolio):
    git = ["git", "-C", portfolio.content, "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "add", "-A"], check=True, capture_output=True)
    subprocess.run([*git, "commit", "-m", "Another day", "--allow-empty"], check=True, capture_output=True)
    return "a commit"


# Of the templates


def template_changed(portfolio):
    source = portfolio.random.choice(portfolio.own_templates)
    target = portfolio.templates / source.relative_to(portfolio.shipped)
    target.parent.mkdir(parents=True, exist_ok=True)
    text = source.read_text()
    if source.suffix == ".mustache":
        text += f"\n<!-- {written(portfolio.random)} -->\n"
    elif source.suffix in (".css", ".js"):
        text += f"\n/* {written(portfolio.random)} */\n"
    else:
        text = text.replace("Journeys", "Ways").replace("Health", written(portfolio.random).split()[0])
    target.write_text(text)
    return f"an own {target.name}"


def template_broken(portfolio):
    portfolio.templates.joinpath("journey.mustache").write_text("{{#stages}}{{no-such-name}}")
    return "a broken journey.mustache"


def template_gone(portfolio):
    own = sorted(path for path in portfolio.templates.rglob("*") if path.is_file())
    if not own:
        return None
    for path in portfolio.random.sample(own, portfolio.random.randint(1, len(own))):
        path.unlink()
    return "own templates gone"


# Of the site and of what is remembered


def page_changed(portfolio):
    path = portfolio.published()
    if not path:
        return None
    path.write_bytes(path.read_bytes()[:-portfolio.random.randint(1, 30)])
    return f"the published {path.name} cut short"


def page_gone(portfolio):
    path = portfolio.published()
    if not path:
        return None
    path.unlink()
    return f"the published {path.name} gone"


def memory_damaged(portfolio):
    files = sorted(path for path in portfolio.cache.rglob("*") if path.is_file())
    if not files:
        return None
    path = portfolio.random.choice(files)
    data = path.read_bytes()
    at = portfolio.random.randrange(len(data)) if data else 0
    path.write_bytes(portfolio.random.choice([b"", data[:at], data[:at] + b"x" + data[at + 1:], os.urandom(200)]))
    return f"{path.name} in the cache damaged"


def nothing(portfolio):
    return "nothing"


def another_day(portfolio):
    portfolio.day = f"2026-{portfolio.random.randint(8, 11):02}-{portfolio.random.randint(1, 28):02}"
    return f"the day is {portfolio.day}"


# How often each is taken, beside the others.
ALL = {
    words_changed: 3, text_added: 6, line_removed: 3, figure_changed: 5, title_changed: 5, hidden_edit: 4, renamed: 3, moved: 5, swapped: 2, deleted: 3,
    restored: 8, copied: 2, setting: 5, committed: 4, template_changed: 5, template_broken: 1, template_gone: 3, page_changed: 4,
    page_gone: 3, memory_damaged: 3, nothing: 3, another_day: 3,
}
