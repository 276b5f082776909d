"""Two builds at once into one folder: each ends well or says that it is not alone, and one of the two sites is there."""

import fcntl
import os
import random
import signal
import time

from place import MANIFEST

BUSY = 75


def pair(place, numbers, index):
    before = numbers.choice([None, "old", "new"])
    contents = [numbers.choice(["old", "new"]), numbers.choice(["old", "new"])]
    offset = numbers.uniform(0, 0.8 * place.duration)
    when = f"pair {index}, {contents[0]} and {contents[1]} {1000 * offset:.0f} ms later, from {before or 'nothing'}"
    place.lay(before)
    first = place.start(contents[0])
    time.sleep(offset)
    second = place.start(contents[1])
    done = []
    for process, content in [(first, contents[0]), (second, contents[1])]:
        said = process.communicate()[1]
        if process.returncode == 0:
            done.append(content)
        elif process.returncode != BUSY or "another run of waymark is publishing in" not in said:
            place.fail(f"{when}: the build of the {content} portfolio ended with {process.returncode}: {said.strip()[-300:]}")
    if not done:
        place.fail(f"{when}: neither was published")
        return 0
    found = place.tree()
    if all(found != place.sites[state] for state in done):
        place.fail(f"{when}: the folder holds neither site, but something of both")
    # Whatever was remembered by whom, the next build gives its own site.
    for state in numbers.sample(["old", "new"], 2):
        place.expect_site(state, place.build(state), f"{when}, then")
    return 2 - len(done)


def overtaken(place, number):
    """A build that is held up when it has published, and before it has ended: another one publishes meanwhile."""
    when = f"a build that was overtaken, {number}"
    place.lay(None)
    first = place.start("old")
    while not (place.output / MANIFEST).exists():
        if first.poll() is not None:
            place.fail(f"{when}: it ended before it had published anything")
            return
    folder = os.open(place.output, os.O_RDONLY)
    # Whoever publishes has the folder to itself.
    fcntl.flock(folder, fcntl.LOCK_EX)
    first.send_signal(signal.SIGSTOP)
    os.close(folder)
    place.expect_site("new", place.build("new"), when)
    # What was changed a moment ago is not what is to be met here.
    time.sleep(0.05)
    first.send_signal(signal.SIGCONT)
    first.communicate()
    place.expect_site("old", place.build("old"), f"{when}, then")


def check(place, count, seed):
    numbers = random.Random(seed)
    refused = sum(pair(place, numbers, index) for index in range(count))
    print(f"{count} pairs of builds at once: {refused} were refused, the others came one after the other")
    for number in range(max(3, count // 4)):
        overtaken(place, number)
