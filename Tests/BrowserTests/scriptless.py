"""All that a page says is there without JavaScript, and over HTTP under a path as well as from a disk."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from proof.browser import WIDE, browser
from proof.report import run


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def check(site, report):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=site.folder.parent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}/{site.folder.name}/"
    with browser() as chromium:
        with_scripts = chromium.new_context(viewport=WIDE).new_page()
        without = chromium.new_context(viewport=WIDE, java_script_enabled=False).new_page()
        failed = []
        with_scripts.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
        for name in site.sample(8):
            failed.clear()
            with_scripts.goto(home + name)
            without.goto(site.url(name))
            for url in failed:
                report.problem(name, f"is not there over HTTP: {url.removeprefix(home)}")
            said = without.inner_text("main").split()
            if not without.is_visible("h1") or len(said) < 3:
                report.problem(name, "says nothing without JavaScript")
            # What one can choose and type is for scripts alone.
            with_scripts.evaluate("document.querySelectorAll('main form').forEach(form => form.remove())")
            missing = set(with_scripts.inner_text("main").split()) - set(said)
            if len(missing) > 20:
                report.problem(name, f"says less without JavaScript, such as {sorted(missing)[:5]}")
            report.checked += 1
    server.shutdown()


run("scriptless", check)
