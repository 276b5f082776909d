"""Portfolios of which everything is alike, leads to one place, or is wrong: what takes longest if a program looks at each with each.

Each shape is a function that writes the files of one with `n` things into a dictionary.
"""

SHAPES = {}


def shape(function):
    SHAPES[function.__name__] = function
    return function


def front(**values):
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in values.items()) + "---\n\n"


def journey(title, step="- **Doing:** Something\n", level="sub", **values):
    return front(title=title, level=level, owner="Ann", **values) + f"A summary.\n\n## Stage\n\n### Step {{#step .moment-of-truth}}\n\n{step}"


def journeys(files, n, step=lambda index: "- **Doing:** Something\n", **values):
    files["journeys/life.md"] = journey("Life", level="lifecycle")
    for index in range(n):
        own = {key: value(index) if callable(value) else value for key, value in values.items()}
        files[f"journeys/j{index}.md"] = journey(f"Journey {index}", step(index), **{"parent": "life", **own})


def pain(text, braces="severity=2"):
    return f"- **Pains:**\n  - {text} {{{braces}}}\n"


def evidence(index, body="> A quote {#q1}\n"):
    return front(title=f"Talk {index}", method="interview", date="2026-05-20", sample=14) + body


@shape
def flat(files, n):
    journeys(files, n)


@shape
def without_a_place(files, n):
    journeys(files, n, parent="")


@shape
def one_of_each(files, n):
    files["personas/p.md"] = front(title="P")
    files["goals/g.md"] = front(title="G", metric="m", target=3, by="2027-01-01")
    files["metrics/m.md"] = front(title="M", unit='"%"', type="csat", perspective="customer", direction="up", baseline=1, target=9)
    files["metrics/m.csv"] = "date,value\n2026-10-01,4\n2026-11-01,5\n"
    files["evidence/e.md"] = evidence(0)
    step = "- **Feeling:** +1 {evidence=e#q1}\n- **Touchpoints:** Web\n" + pain("It takes long", "severity=2 evidence=e#q1")
    journeys(files, n, lambda _: step, personas="[p]", goals="[g]", metrics="[m]")


@shape
def one_text(files, n):
    journeys(files, n, lambda _: pain("Describe here what customers suffer from"))


@shape
def texts_alike(files, n):
    journeys(files, n, lambda index: pain("The form for the product " + "".join(chr(97 + int(digit)) for digit in f"{index:05}") + " asks again what the customer said before"))


@shape
def felt_apart(files, n):
    files["personas/p.md"] = front(title="P")
    journeys(files, n, lambda index: f"- **Feeling:** {'+2' if index % 2 else '-2'}\n- **Touchpoints:** Web\n", personas="[p]")


@shape
def opportunities_for_one(files, n):
    files["journeys/j.md"] = journey("J", pain("It takes long", "#p severity=3"), level="lifecycle")
    for index in range(n):
        files[f"opportunities/o{index}.md"] = front(title=f"O {index}", addresses="[j#p]", customer_impact=index % 5 + 1, business_impact=2, effort=4, stage="discover")


@shape
def solutions_for_one(files, n):
    files["opportunities/o.md"] = front(title="O", customer_impact=1, business_impact=2, effort=4, stage="discover")
    for index in range(n):
        files[f"solutions/s{index}.md"] = front(title=f"S {index}", opportunities="[o]", status="planned", owner=f"Owner {index}")


@shape
def insights_from_one(files, n):
    files["evidence/e.md"] = evidence(0)
    for index in range(n):
        files[f"insights/i{index}.md"] = front(title=f"I {index}", type="pain", evidence="[e#q1]")
    files["journeys/j.md"] = journey("J", "- **Insights:** " + ", ".join(f"[I](../insights/i{index}.md)" for index in range(n)) + "\n")


@shape
def steps_of_one(files, n):
    files["journeys/j.md"] = journey("J") + "".join(f"\n### Step {index}\n\n- **Doing:** Go\n- **Feeling:** +1\n{pain(f'Number {index} takes long')}" for index in range(n))


@shape
def stages_with_journeys(files, n):
    journeys(files, n)
    files["journeys/life.md"] = front(title="Life") + "".join(f"## Stage {index}\n\n- **Details:** [J](j{index}.md)\n\n" for index in range(n))


@shape
def pains_of_one(files, n):
    files["journeys/j.md"] = journey("J", "- **Pains:**\n" + "".join(f"  - Number {index} takes long {{severity=2}}\n" for index in range(n)))


@shape
def values_of_one(files, n):
    names = {key: "[" + ", ".join(f"{key} {index}" for index in range(n)) + "]" for key in ("tags", "segments", "products", "contributors")}
    journeys(files, 3, lambda _: "- **Touchpoints:** " + ", ".join(f"Desk {index}" for index in range(n)) + "\n", **names)


@shape
def values_of_each(files, n):
    journeys(files, n, lambda index: f"- **Touchpoints:** Desk {index}, Web\n", tags=lambda index: f"[t{index}]", team=lambda index: f"Team {index}")


@shape
def rows_of_one(files, n):
    files["metrics/m.md"] = front(title="M", unit='"%"', type="csat", perspective="customer", direction="up", baseline=1, target=9)
    files["metrics/m.csv"] = "date,segment,value\n" + "".join(f"2026-{month}-01,s{index},{index % 7}\n" for index in range(n) for month in (10, 11))
    journeys(files, 3, metrics="[m]")


@shape
def pages_that_link(files, n):
    for index in range(n):
        files[f"pages/p{index}.md"] = front(title=f"P {index}") + " ".join(f"[x](p{(7 * index + other) % n}.md)" for other in range(10)) + "\n"


@shape
def one_page_for_all(files, n):
    journeys(files, n, lambda _: "- **Doing:** See [all](../pages/all.md)\n")
    files["pages/all.md"] = front(title="All") + " ".join(f"[j](../journeys/j{index}.md)" for index in range(n)) + "\n"


@shape
def a_folder_renamed(files, n):
    journeys(files, n, lambda index: f"- **Doing:** See [x](old/j{index}.md), [y](jj{index}.md) and [z](j{index}.md#stp)\n")


@shape
def names_mistyped(files, n):
    journeys(files, n, goals=lambda index: f"[gaol-{index}]", personas=lambda index: f"[perso{index}]")
    for index in range(n):
        files[f"goals/goal-{index}.md"] = front(title=f"Goal {index}")


@shape
def titles_for_ids(files, n):
    journeys(files, n, lambda index: pain("Slow", f'severity=2 evidence="Talk {index}"') + f'  - Slower {{severity=2 evidence="#q{index}"}}\n')
    for index in range(n):
        files[f"evidence/e{index}.md"] = evidence(index, f"> A quote {{#q{index}}}\n")


@shape
def anchors_mistyped(files, n):
    files["journeys/j.md"] = journey("J") + "".join(f"\n### Step {index}\n\n- **Doing:** See [y](#stp-{index})\n- **Dong:** Go\n" for index in range(n))


@shape
def half_unread(files, n):
    journeys(files, n, lambda index: f"- **Doing:** See [x](j{index + 1}.md#step)\n", team=lambda index: "[a" if index % 2 else "A")


@shape
def ids_taken(files, n):
    journeys(files, 3)
    for index in range(n):
        files[f"journeys/x{index}/same.md"] = journey("Same", parent="life")


@shape
def waived(files, n):
    journeys(files, n, lambda _: "- **Feeling:** +2\n" + pain("It is hard", "#p severity=5"))
    files["portfolio.yml"] += "waivers:\n" + "".join(f"  - {{rule: b, subject: j{index}#p{'' if index % 2 else 'p'}, because: so}}\n" for index in range(n))
