"""The figures as tables of Markdown, a column a size."""


def number(value):
    return "" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def rows(results):
    """Each a label and a value of every size; a label without values starts a part."""
    def each(get):
        return [get(result) for result in results]

    yield "files of the site", each(lambda r: r["site"]["files"])
    yield "MB of the site", each(lambda r: r["site"]["bytes"] / 1e6)
    yield "**first build**, ms", each(lambda r: r["first"]["wall_ms"])
    for stage in results[0]["first"]["stages_ms"]:
        yield f"– {stage}", each(lambda r: r["first"]["stages_ms"][stage])
    yield "user", each(lambda r: r["first"]["user_ms"])
    yield "system", each(lambda r: r["first"]["system_ms"])
    yield "peak, MiB", each(lambda r: r["first"]["peak_mib"])
    yield "**all made again, nothing differs**, ms", each(lambda r: r["again"]["wall_ms"])
    yield "user and system", each(lambda r: r["again"]["user_ms"] + r["again"]["system_ms"])
    yield "**one journey edited**, ms", each(lambda r: r["edited"]["wall_ms"])
    yield "user and system", each(lambda r: r["edited"]["user_ms"] + r["edited"]["system_ms"])
    yield "**another score**, ms", each(lambda r: r["rescored"]["wall_ms"])
    yield "user and system", each(lambda r: r["rescored"]["user_ms"] + r["rescored"]["system_ms"])
    yield "**nothing changed, and noticed**, ms", each(lambda r: r["remembered"]["wall_ms"])
    yield "user and system", each(lambda r: r["remembered"]["user_ms"] + r["remembered"]["system_ms"])
    yield "peak, MiB", each(lambda r: r["remembered"]["peak_mib"])
    yield "**floor**, ms", each(lambda r: r["floor"]["total"]["wall_ms"])
    for step in results[0]["floor"]:
        if step != "total":
            yield f"– {step}", each(lambda r: r["floor"][step]["wall_ms"])
    yield "on all cores", each(lambda r: r["floor"]["total"]["cores_ms"])
    yield "first build, times the floor", each(lambda r: r["first"]["wall_ms"] / r["floor"]["total"]["wall_ms"])
    for kind, label in [("plain", "plain partials"), ("best", "cached partials, GOGC=400")]:
        if all("hugo" in result for result in results):
            yield f"**Hugo {results[0]['hugo']['version']}, {label}**, ms", each(lambda r: r["hugo"][kind]["wall_ms"])
            yield "user and system", each(lambda r: r["hugo"][kind]["user_ms"] + r["hugo"][kind]["system_ms"])
            yield "peak, MiB", each(lambda r: r["hugo"][kind]["peak_mib"])
            yield "times the first build of Waymark", each(lambda r: r["hugo"][kind]["wall_ms"] / r["first"]["wall_ms"])


def table(results, cores, least_peak):
    heads = ["journeys", *(f"{result['journeys']:,}" for result in results)]
    lines = [[label, *map(number, values)] for label, values in rows(results)]
    if len(results) == 2:
        # How much longer it takes for how much more.
        heads.append("times")
        for line, (_, values) in zip(lines, rows(results)):
            line.append(f"{values[1] / values[0]:.1f}" if values[0] else "")
    widths = [max(len(line[column]) for line in [heads, *lines]) for column in range(len(heads))]

    def row(cells):
        return "| " + " | ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(cells, widths))) + " |"

    rule = "| " + " | ".join("-" * width if column == 0 else "-" * (width - 1) + ":" for column, width in enumerate(widths)) + " |"
    runs = ", ".join(f"{result['first']['runs']} at {result['journeys']:,}" for result in results)
    spread = ", ".join(
        f"{result['first']['wall_ms_least']:,.0f} to {result['first']['wall_ms_most']:,.0f} ms" for result in results)
    note = f"Medians of runs ({runs}) on {cores} cores; first builds took {spread}; no peak can be told that is below {least_peak:.0f} MiB."
    return "\n".join([row(heads), rule, *map(row, lines), "", note])
