"""Kills builds at random moments, and looks at what they leave."""

import random
import signal
import time


def kill_one(place, numbers, index):
    """One build, killed: from nothing, or from one state to the other, or to the state that is there."""
    before = numbers.choice([None, "old", "old", "new", "new"])
    after = numbers.choice(["old", "new"])
    jobs = numbers.choice([[], [], ["--jobs", "1"], ["--jobs", "7"]])
    moment = numbers.uniform(0, 1.1 * place.duration)
    when = f"kill {index}, of a build from {before or 'nothing'} to {after} after {1000 * moment:.0f} ms"
    place.lay(before)
    process = place.start(after, jobs)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    was_killed = process.returncode == -signal.SIGKILL
    states = [state for state in {before, after} if state]
    found = place.expect_whole(states, when)
    if before:
        place.expect_all(found, states, when)
    half_way = bool(found) and any(found != place.sites[state] for state in states) and found != place.sites.get(before)
    # Somebody goes on, goes back, or comes with something else.
    then = after if numbers.random() < 0.6 else numbers.choice(["old", "new"])
    place.expect_site(then, place.build(then), f"{when}, then")
    left = place.leftovers()
    if left:
        place.fail(f"{when}, then: {left[0]} is left over")
    # What is remembered is true: once more says that nothing is to be done, and does nothing.
    again = place.build(then)
    place.expect_site(then, again, f"{when}, then twice")
    if " 0 written" not in again.stderr.replace(",", ""):
        place.fail(f"{when}, then twice: something was written again: {again.stderr.strip()[-200:]}")
    return was_killed, half_way


def kill_rewordings(place, numbers, count):
    """Builds that only put other words in the place of the published ones, killed as well."""
    file = sorted((place.folder / "old" / "journeys").rglob("*.md"))[5]
    text = file.read_text()
    edited = text.rstrip("\n") + "\n\nSomebody has written another sentence.\n"
    place.lay(None)
    file.write_text(edited)
    place.build("old")
    place.sites["edited"] = place.tree()
    # What is asked for is part of what is remembered.
    verbose = ["--verbose"]
    file.write_text(text)
    place.build("old", options=verbose)
    file.write_text(edited)
    start = time.monotonic()
    if "nothing but words" not in place.build("old", options=verbose).stderr:
        place.fail("an edited sentence had all pages made")
    duration = time.monotonic() - start
    killed = 0
    for index in range(count):
        file.write_text(text)
        place.lay("old")
        file.write_text(edited)
        moment = numbers.uniform(0, 1.1 * duration)
        when = f"kill {index}, of other words after {1000 * moment:.0f} ms"
        process = place.start("old")
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        place.expect_all(place.expect_whole(["old", "edited"], when), ["old", "edited"], when)
        place.expect_site("edited", place.build("old"), f"{when}, then")
        if place.leftovers():
            place.fail(f"{when}, then: {place.leftovers()[0]} is left over")
    file.write_text(text)
    print(f"{count} builds of other words: {killed} killed before their end")
    if killed < count // 4:
        place.fail("too few of the moments were inside a build of other words")


def check(place, count, seed):
    numbers = random.Random(seed)
    outcomes = [kill_one(place, numbers, index) for index in range(count)]
    killed = sum(was_killed for was_killed, _ in outcomes)
    half_way = sum(half_way for _, half_way in outcomes)
    print(f"{count} builds: {killed} killed before their end, {half_way} of them with the folder between two states")
    # If the moments missed the builds, nothing was tried. Those of a site that is there already end at once, and many do so first.
    if killed < count // 8 or (count >= 20 and half_way < count // 10):
        place.fail("too few of the moments were inside a build")
    kill_rewordings(place, numbers, max(count // 2, 8))
