"""A full disk, and files that can't be read: a clear message, and the old site stays whole."""

import os
import resource
import shutil
import subprocess
from pathlib import Path

NOBODY = 65534


def full_disk(place):
    """A disk that is full in the middle of a build; of different sizes, so that it is full at different moments."""
    site = sum(len(data or b"") for data in place.sites["new"].values())
    disk = place.folder / "disk"
    disk.mkdir()
    try:
        for share in [0.02, 0.2, 0.5, 0.8, 0.97]:
            size = int(share * site)
            mounted = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], capture_output=True, text=True)
            if mounted.returncode:
                print(f"no disk could be made ({mounted.stderr.strip()}): a limit on files stands in for a full one")
                return limited_files(place)
            try:
                fill(place, disk / "output", share)
            finally:
                subprocess.run(["umount", str(disk)], check=True)
        print("a full disk, at 5 moments of a first build and of a rebuild: every page was whole")
    finally:
        disk.rmdir()


def fill(place, output, share):
    when = f"a disk with room for {100 * share:.0f} % of the site"
    own, place.output = place.output, output
    try:
        result = place.build("new")
        expect_refusal(place, result, 74, "No space left on device", when)
        place.expect_whole(["new"], when)
        if place.leftovers():
            place.fail(f"{when}: {place.leftovers()[0]} is left over")
        # From a whole site on: the old one stays where the new one has no room.
        shutil.rmtree(output, ignore_errors=True)
        if place.build("old").returncode == 0:
            result = place.build("new")
            expect_refusal(place, result, 74, "No space left on device", when)
            place.expect_all(place.expect_whole(["old", "new"], when), ["old", "new"], when)
        else:
            shutil.rmtree(output, ignore_errors=True)
        # With room again, the next run repairs the rest.
        subprocess.run(["mount", "-o", "remount,size=1g", str(output.parent)], check=True)
        place.expect_site("new", place.build("new"), f"{when}, then room")
    finally:
        place.output = own


def limited_files(place):
    """Files may only be so long: the system refuses to write more, in the middle of a page."""
    longest = max(len(data or b"") for data in place.sites["new"].values())
    place.lay("old")
    limit = longest // 2
    result = place.build("new", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    expect_refusal(place, result, 74, "File too large", "a limit on files")
    place.expect_all(place.expect_whole(["old", "new"], "a limit on files"), ["old", "new"], "a limit on files")
    place.expect_site("new", place.build("new"), "a limit on files, then none")


def expect_refusal(place, result, code, words, when):
    if result.returncode != code or words not in result.stderr:
        place.fail(f"{when}: ended with {result.returncode}, where {code} and '{words}' were expected: {result.stderr.strip()[-300:]}")


def unreadable(place):
    """Each in the place of a journey of a copy of the content; links are followed by nobody."""
    tricks = {
        "a link to nowhere": ("is a symbolic link and is left out", lambda path: path.symlink_to("nowhere.md")),
        "a link to itself": ("is a symbolic link and is left out", lambda path: path.symlink_to(path.name)),
        # Folders may have any name: what is missed is the journey.
        "a folder": ("[link/unknown-target]", lambda path: path.mkdir()),
        "a pipe": ("is neither a file nor a folder", lambda path: os.mkfifo(path)),
        "a file that nobody may read": ("can't be read: Permission denied", forbid),
    }
    for name, (words, lay) in tricks.items():
        place.lay("old")
        before = place.tree()
        broken = place.folder / "broken"
        shutil.rmtree(broken, ignore_errors=True)
        shutil.copytree(place.folder / "new", broken)
        victim = sorted((broken / "journeys").rglob("*.md"))[3]
        victim.unlink()
        lay(victim)
        as_nobody = {}
        if os.getuid() == 0 and name.startswith("a file"):
            as_nobody = dict(user=NOBODY, group=NOBODY, extra_groups=[])
            opened(place.folder)
        result = place.build("broken", timeout=60, **as_nobody)
        expect_refusal(place, result, 1, words, f"{name} in the content")
        if place.tree() != before:
            place.fail(f"{name} in the content: the site is no longer what it was")
        place.expect_site("new", place.build("new"), f"{name} in the content, then none")
    print(f"{len(tricks)} ways in which a file of the content can't be read: the old site stayed each time")


def closed(place):
    """Streams that whoever started the program has closed: no file of ours may get their numbers."""
    place.lay("old")
    for closing in [[0], [2], [0, 2], [0, 1, 2], [1]]:
        when = f"started without {closing}"

        def close():
            for number in closing:
                os.close(number)

        place.expect_site("new", place.build("new", preexec_fn=close), when)
        place.expect_site("old", place.build("old", preexec_fn=close), when)
        result = place.build("old", options=["--timings-json"], preexec_fn=close)
        if 1 not in closing:
            expect_refusal(place, result, 0, "" if 2 in closing else "unchanged", when)
        else:
            expect_refusal(place, result, 74, "" if 2 in closing else "can't be written: Bad file descriptor", when)
    print("streams that are closed: nothing was written in their place")


def forbid(path):
    path.write_text("---\ntitle: A\n---\n")
    path.chmod(0)


def opened(folder):
    """For all to read and write: who runs next is not who made it."""
    folder = Path(folder)
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o777)


def check(place):
    full_disk(place)
    limited_files(place)
    unreadable(place)
    closed(place)
