"""The browser that the machine has, without anything of a person's own in it."""

import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 800}


def executable():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    raise SystemExit("found no Chromium on the PATH; script/setup browser installs it")


@contextmanager
def browser():
    with sync_playwright() as playwright:
        # In a container there is no kernel sandbox to use; only pages of our own are opened.
        chromium = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()
