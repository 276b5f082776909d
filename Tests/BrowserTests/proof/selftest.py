"""Shows that every check can fail: breaks a copy of a small site in the ways that it looks for, and expects each to be named.

`python -m proof.selftest TINY SAMPLE`, the smallest site, and one that has all there is to choose from and to weigh
"""

import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .everything import CHECKS

JOURNEY = "journeys/borrow-a-book.html"
SCORECARD = "scorecards/borrow-a-book.html"
BODY = "</main>"

# Of each check, on the smallest site unless it needs something to choose from: what is broken on which page (what is written in front of which words), and what the check has to say of it.
BREAKAGES = {
    "valid": [
        ("index.html", BODY, "</div>", "Stray end tag “div”"),
        ("theme/waymark.css", None, "p { colour: red; }", "colour"),
    ],
    "links": [
        ("index.html", BODY, '<a href="gone.html">a</a>', "'gone.html' leads to no file"),
        ("index.html", BODY, '<a href="journeys.html#gone">a</a>', "no anchor 'gone'"),
        ("index.html", BODY, '<a href="/journeys.html">a</a>', "starts at the top of the host"),
        ("index.html", BODY, '<i id="twice"></i><i id="twice"></i>', "the id 'twice' is used twice"),
        ("index.html", BODY, '<img src="https://elsewhere.example/x.png">', "is loaded from another host"),
        ("index.html", BODY, '<a href="javascript:void(0)">a</a>', "is not relative"),
    ],
    "accessible": [
        ("index.html", BODY, '<img src="x.png">', "image-alt (light, 320 px)"),
        ("theme/waymark.css", None, "@media (prefers-color-scheme: dark) { h1 { color: #333 } }", "color-contrast (dark, 1280 px)"),
    ],
    "quiet": [
        ("index.html", BODY, '<img src="gone.png" alt="">', "did not load: gone.png"),
        ("index.html", BODY, "<script>1</script>", "refused by the policy: script-src"),
        ("teams.html", BODY, '<img src="https://elsewhere.example/x.png" alt="">', "asks elsewhere: https://elsewhere.example/x.png"),
        ("goals.html", BODY, "<p class='wide'>wide</p>", "is wider than 320 px: <p class"),
        ("theme/waymark.css", None, ".wide { width: 400px }", "is wider than 320 px"),
        ("theme/waymark.css", None, "@keyframes push { from { padding-top: 0 } to { padding-top: 9rem } } main { animation: push 1ms 5ms both }", "moves while it loads"),
    ],
    "scriptless": [
        ("index.html", "<main", "<noscript><style>main{}</style></noscript><div hidden>", "says nothing without JavaScript"),
    ],
    "keyboard": [
        ("theme/waymark.css", None, "summary:focus-visible, .name:focus-visible { outline: none }", "focus cannot be seen"),
        ("teams.html", '<a class="skip"', '<a href="index.html">first</a>', "is not a visible link that skips"),
        ("goals.html", BODY, '<details><summary tabindex="0">Stuck</summary></details><div class="over"></div>', "what has the focus is hidden"),
        ("theme/waymark.css", None, ".over { position: fixed; inset: 0; z-index: 9 }", "what has the focus is hidden"),
    ],
    "paper": [
        (SCORECARD, BODY, "<p>one line</p><br>" * 120, "sheets, not on one"),
        (JOURNEY, BODY, '<p class="tiny">' + "far too small to read on paper " * 9 + "</p>", "too small to read"),
        ("theme/waymark.css", None, "@media print { .tiny { font-size: 3pt } }", "too small to read"),
        (JOURNEY, "<h3", '<h3>Another step</h3><p class="sheets"></p>', "is torn"),
        ("theme/waymark.css", None, "@media print { .sheets { height: 40cm } }", "is torn"),
        ("theme/waymark.css", None, "@media print { .lane { clip-path: none } .lane dd, .prose, .facts, h1, h3 { display: block; height: 0; overflow: hidden } .step h3 { display: block; height: auto; overflow: visible } }", "loses"),
        ("theme/waymark.css", None, "@media print { .frame { break-before: page } }", "starts on a second sheet"),
    ],
    "places on sample": [
        # On half of the pages, since what is under the heads is asked of a map that is in the window.
        ("theme/map.js", "const frame", "if (location.pathname.length % 2) return; ", "the map starts at"),
        ("theme/waymark.css", None, ".frame { scroll-padding: 0 !important } html { scroll-padding: 0 !important }", "its first words are under"),
    ],
    "drawings": [
        ("index.html", BODY, '<svg width="99" height="20"><text class="pale" x="0" y="15">Pale words</text></svg>', "has a drawing without a title"),
        ("theme/waymark.css", None, "svg .pale { fill: #bbb }", "has pale words in a drawing"),
    ],
    "drawings on sample": [
        ("theme/waymark.css", None, ".drawing .narrow { width: 30rem !important; max-width: none !important }", "is cut off on a phone"),
    ],
    "weight": [
        (JOURNEY, BODY, "<p>" + "heavy " * 30_000 + "</p>", "150 KB at most"),
        ("index.html", BODY, "<p>" + "heavy " * 40_000 + "</p>", "200 KB at most"),
    ],
    "pace": [
        ("theme/waymark.css", None, "/*" + "slow " * 200_000 + "*/", "has a pace of"),
    ],
    "basics": [
        ("index.html", BODY, '<h1>again</h1><a href="teams.html">here</a><a href="teams.html"></a>', "has 2 first headings"),
        ("index.html", BODY, "", "has a link that says only 'here'"),
        ("index.html", BODY, "", "has a link without words"),
        ("index.html", BODY, '<img src="x.png">', "has an image without a size"),
        ("index.html", BODY, '<p style="color:red">x</p>', "has style or script inline"),
        ("index.html", "</head>", '<script src="x.js"></script>', "waits for a script"),
        ("teams.html", '<meta name="viewport"', "<!--", "has no good meta viewport"),
        ("goals.html", "<title>", "<!--", "has no title"),
        ("evidence.html", '<link rel="icon"', "<!--", "has no icon"),
    ],
    "paper on sample": [
        ("theme/waymark.css", None, "@media print { main { display: block !important } }", "prints the list behind the journeys"),
        ("theme/waymark.css", None, "@media print { .running.running { display: block !important } }", "goes on without the heads of its steps"),
    ],
    "search on sample": [
        ("theme/search.js", "return row[other.length] <= limit", "return null; ", "is not found by a letter missing"),
        ("theme/search.js", "ranked.sort(", "if (ranked.length) ranked.push({ entry: 0, sum: -1 }); ", "is not the first result for itself"),
        ("theme/search-box.js", 'text ? "?q="', '"" && ', "the address does not carry what was asked"),
        ("theme/search-box.js", "more.hidden = answer.count", 'document.querySelector("h1").innerHTML = input.value; ', "what is typed becomes markup"),
        ("search.html", '<ul class="links">', "<!--", "leads nowhere without JavaScript"),
    ],
    "lists on sample": [
        ("theme/lists.js", None, 'document.addEventListener("change", () => { document.querySelector("tr[data-facets]")?.toggleAttribute("hidden", false); });', "shows or hides the wrong rows"),
        ("theme/lists.js", "const order = typeof left.key", 'if (typeof left.key === "number") return sign * (right.key - left.key); ', "the column is not sorted"),
        ("theme/lists.js", 'if ("unsaid" in', 'if (order === "day") return cell.textContent.length; ', "by day the order is"),
        ("theme/lists.js", 'remember("sort", (isDescending', 'if (!name) ', "the address does not carry the order"),
        ("theme/lists.js", "unsort();", "null && ", "the published order does not come back"),
    ],
    "weighing on sample": [
        ("theme/weighing.js", "list.slice(0, limit)", "[list[1], list[2]] = [list[2], list[1]]; ", "the order is not that of the weights"),
        ("theme/weighing.js", "const list = ranked(", "rows[0][7] += 1; ", "the published ranks beside them are others"),
    ],
    "beside on sample": [
        ("theme/beside.js", "if (before === null", "after += 1; ", "the difference of two is not theirs"),
        ("theme/beside.js", "open.disabled = ", "if (chosen.length === 1) { open.disabled = false; return; } ", "1 chosen, and the button is wrong"),
        ("theme/waymark.css", None, ".beside-box { inset-inline-start: 3rem !important }", "the box does not stand before the name"),
    ],
}


def broken(name, sites, folder):
    check, _, site = name.partition(" on ")
    copy = Path(folder) / name
    shutil.copytree(sites[site or "tiny"], copy)
    for page, before, text, _ in BREAKAGES[name]:
        file = copy / page
        old = file.read_text(encoding="utf-8")
        if before is None:
            new = old + "\n" + text
        elif before not in old:
            raise SystemExit(f"selftest: {page} has no '{before}' to break")
        else:
            new = old.replace(before, text + before, 1)
        file.write_text(new, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, CHECKS[check], copy], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    wanted = dict.fromkeys(words for _, _, _, words in BREAKAGES[name])
    silent = [words for words in wanted if words not in done.stdout]
    if done.returncode == 0:
        silent.insert(0, "exit code 1")
    for words in silent:
        print(f"{check}: does not say '{words}' of a site that is broken so; it says:\n{done.stdout}")
    return not silent


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: python -m proof.selftest TINY SAMPLE")
    sites = dict(zip(("tiny", "sample"), sys.argv[1:]))
    missing = set(CHECKS) ^ {name.partition(" on ")[0] for name in BREAKAGES}
    if missing:
        sys.exit(f"selftest: {sorted(missing)} cannot be seen to fail")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=2) as workers:
        fine = list(workers.map(lambda name: broken(name, sites, folder), BREAKAGES))
    print(f"{sum(fine)} of {len(fine)} checks fail where they should")
    sys.exit(0 if all(fine) else 1)


if __name__ == "__main__":
    main()
