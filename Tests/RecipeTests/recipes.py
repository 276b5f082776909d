"""Runs the shell parts of the recipes in docs/recipes as a code host would, on a repository made here.

    recipes.py FOLDER-OF-WAYMARK

Each recipe meets a branch that breaks nothing and one that does. What is not shell (actions of the host) is not run; how Waymark is built there
is only read by the shell, as the program under test is here already.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
RECIPES = ROOT / "docs" / "recipes"
problems = []

JOURNEY = """---
title: Buy a ticket
level: lifecycle
owner: Ada Marsh
---

## Choose

### Look up the crossing

- **Feeling:** {feeling} Unsure
- **Pains:**
  - The timetable is a photograph of a sheet of paper {{#photo severity=3}}
"""


def expect(holds, what):
    if not holds:
        problems.append(what)


def git(folder, *arguments):
    command = ["git", "-C", str(folder), "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def repository(folder, feeling, extra=""):
    """A clone with the branch `topic` checked out, which differs from `origin/main` by a feeling and by what `extra` adds."""
    origin = folder / "origin"
    origin.mkdir()
    git(origin, "init", "--quiet", "--initial-branch=main")
    journeys = origin / "content" / "journeys"
    journeys.mkdir(parents=True)
    (journeys / "buy.md").write_text(JOURNEY.format(feeling="-1"), encoding="utf-8")
    # Old debt: known on both sides.
    (journeys / "old.md").write_text("---\ntitle: Old\nparent: nowhere\n---\n", encoding="utf-8")
    git(origin, "add", "--all")
    git(origin, "commit", "--quiet", "--message", "Begin")
    clone = folder / "clone"
    git(folder, "clone", "--quiet", str(origin), str(clone))
    git(clone, "checkout", "--quiet", "-b", "topic")
    (clone / "content" / "journeys" / "buy.md").write_text(JOURNEY.format(feeling=feeling) + extra, encoding="utf-8")
    git(clone, "commit", "--quiet", "--all", "--message", "Change")
    return clone


def environment(folder, program, **variables):
    """Waymark in front of all else, a `curl` that only writes down what it is asked, and a home of its own."""
    bin = folder / "bin"
    bin.mkdir(exist_ok=True)
    (bin / "curl").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{folder}/curl.log"\n', encoding="utf-8")
    (bin / "curl").chmod(0o755)
    return {
        "PATH": f"{program}:{bin}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "CI": "true",
        **variables,
    }


def run(text, folder, variables, shell):
    return subprocess.run([*shell, text], cwd=folder, env=variables, capture_output=True, text=True)


def check_outcome(name, clone, code, is_broken, report):
    expect(code == (1 if is_broken else 0), f"{name}: the check ended with {code} on {'a broken' if is_broken else 'a sound'} branch")
    comment = (clone / "comment.md").read_text(encoding="utf-8")
    expect(comment.startswith("<!-- waymark diff -->"), f"{name}: the comment does not begin with its marker")
    expect("emotion: -1 → +1" in comment, f"{name}: the comment does not say what changed")
    page = (clone / "comparison.html").read_text(encoding="utf-8")
    expect("<svg" in page, f"{name}: the page has no drawing")
    expect("nowhere" not in report, f"{name}: old debt is reported as new")
    expect(("nobody" in report) == is_broken, f"{name}: what the branch breaks is {'not ' if is_broken else ''}reported")


def github(folder, program, clone, is_broken):
    jobs = yaml.safe_load((RECIPES / "github-actions.yml").read_text(encoding="utf-8"))["jobs"]
    summary = folder / "summary.md"
    variables = environment(
        folder, program, GITHUB_BASE_REF="main", GITHUB_WORKSPACE=str(clone), GITHUB_STEP_SUMMARY=str(summary))
    # The shell of containers.
    shell = ["sh", "-e", "-c"]
    code, report = 0, ""
    for step in jobs["review"]["steps"] + jobs["publish"]["steps"]:
        if "run" not in step:
            continue
        if step["name"] == "Get Waymark":
            expect(run(step["run"], clone, variables, ["sh", "-n", "-c"]).returncode == 0, "github: a step is no shell")
            continue
        if step["name"] == "Build the site" and is_broken:
            continue
        result = run(step["run"], clone, variables, shell)
        if step["name"] == "Check what is new":
            code, report = result.returncode, result.stdout
        elif step["name"] == "Build the site":
            # The old debt is an error: what is published must be sound.
            expect(result.returncode == 1, f"github: '{step['name']}' published a portfolio with errors")
        else:
            expect(result.returncode == 0, f"github: '{step['name']}' ended with {result.returncode}: {result.stderr}")
    if is_broken:
        expect("::error file=content/journeys/buy.md,line=" in report, "github: no annotation at the line")
    check_outcome("github", clone, code, is_broken, report)
    expect(summary.exists(), "github: the run has no summary")


def gitlab(folder, program, clone, is_broken):
    jobs = yaml.safe_load((RECIPES / "gitlab-ci.yml").read_text(encoding="utf-8"))
    variables = environment(
        folder, program, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main", CI_PROJECT_ID="1", CI_MERGE_REQUEST_IID="2",
        CI_API_V4_URL="https://gitlab.example/api/v4", WAYMARK_TOKEN="secret")
    before = "\n".join(jobs[".waymark"]["before_script"])
    expect(run(before, clone, variables, ["sh", "-n", "-c"]).returncode == 0, "gitlab: before_script is no shell")
    result = run("set -e\n" + "\n".join(jobs["review"]["script"]), clone, variables, ["sh", "-c"])
    report = (clone / "gl-code-quality-report.json").read_text(encoding="utf-8")
    findings = json.loads(report)
    expect(len(findings) > 0 if is_broken else findings == [], f"gitlab: {len(findings)} findings")
    asked = (folder / "curl.log").read_text(encoding="utf-8")
    expect("merge_requests/2/notes" in asked and "body=<comment.md" in asked, "gitlab: no comment was sent")
    check_outcome("gitlab", clone, result.returncode, is_broken, report)


def azure(folder, program, clone, is_broken):
    steps = yaml.safe_load((RECIPES / "azure-pipelines.yml").read_text(encoding="utf-8"))["steps"]
    variables = environment(
        folder, program, SYSTEM_PULLREQUEST_TARGETBRANCH="refs/heads/main", SYSTEM_ACCESSTOKEN="secret",
        SYSTEM_COLLECTIONURI="https://azure.example/org/", SYSTEM_TEAMPROJECT="team", BUILD_REPOSITORY_ID="3",
        SYSTEM_PULLREQUEST_PULLREQUESTID="4")
    code, report = 0, ""
    for step in steps:
        if "bash" not in step:
            continue
        name = step["displayName"]
        if name in ("Get Waymark", "Build the site"):
            expect(run(step["bash"], clone, variables, ["bash", "-n", "-c"]).returncode == 0, f"azure: '{name}' is no shell")
            continue
        result = run(step["bash"], clone, variables, ["bash", "-c"])
        if name == "Check what is new":
            code, report = result.returncode, (clone / "check.xml").read_text(encoding="utf-8")
        else:
            expect(result.returncode == 0, f"azure: '{name}' ended with {result.returncode}: {result.stderr}")
    sent = json.loads((clone / "comment.json").read_text(encoding="utf-8"))
    expect(sent["comments"][0]["content"].startswith("<!-- waymark diff -->"), "azure: the comment is another")
    expect("pullRequests/4/threads" in (folder / "curl.log").read_text(encoding="utf-8"), "azure: no comment was sent")
    # Known debt is a skipped test, and stands in the report as that.
    new = "\n".join(part for part in report.split("<testcase") if "<failure" in part)
    check_outcome("azure", clone, code, is_broken, new)


def hook(folder, program, clone, is_broken):
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    # A hook looks at what is about to be committed: undo the commit, keep its change.
    git(clone, "reset", "--quiet", "--soft", "HEAD~1")
    result = run(hook["entry"], clone, environment(folder, program), ["sh", "-c"])
    expect(result.returncode == (1 if is_broken else 0), f"hook: ended with {result.returncode}: {result.stderr}")


def main():
    program = Path(sys.argv[1]).resolve()
    count = 0
    for recipe in (github, gitlab, azure, hook):
        for is_broken in (False, True):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                extra = "\n## Go\n\n- **Opportunities:** [Nothing](../opportunities/nobody.md)\n" if is_broken else ""
                recipe(folder, program, repository(folder, "+1", extra), is_broken)
                count += 1
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{count - min(count, len(problems))} passed, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
