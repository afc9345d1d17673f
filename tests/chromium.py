"""A reader with a browser: opens pages of the served site and notes what should not happen."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Request, Response

QUIET = (  # Chromium's own calls to the outside are not the site's
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

PATIENCE = 30_000
"""Milliseconds until what does not come is a fault: a busy machine is none."""

BLOCKED = "Service Worker registration blocked by Playwright"  # see `context_options`

IS_ON_TOP = """element => {
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top === element || element.contains(top);
}"""
"""JavaScript: whether an element, or a part of it, is what a click on its middle would meet."""


def executable() -> str:
    """Chromium's path: from run.py, or found as run.py finds it."""
    found = os.environ.get("EXPLAINER_CHROMIUM") or run.find_chromium()
    if found is None:
        message = "no Chromium found: `python3 run.py test` installs one and then runs the tests"
        raise FileNotFoundError(message)
    return str(found)


def launch(chromium: BrowserType) -> Browser:
    """Start Chromium, without its sandbox only where it cannot have one (root on Linux)."""
    root = sys.platform == "linux" and os.geteuid() == 0
    args = [*QUIET, "--no-sandbox"] if root else list(QUIET)
    return chromium.launch(executable_path=executable(), args=args)


@dataclass
class Visit:
    """An open page, and everything it did that a reader would not want."""

    page: Page
    origin: str
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    @property
    def complaints(self) -> list[str]:
        """Console messages, requests to other hosts and failed requests, in one list."""
        foreign = [f"request to another host: {url}" for url in self.foreign]
        return self.console + foreign + self.failed

    def watch(self) -> None:
        """Start listening."""
        self.page.on("console", lambda message: self._on_console(message.text))
        self.page.on("pageerror", lambda error: self.console.append(f"script error: {error}"))
        self.page.on("request", self._on_request)
        self.page.on("response", self._on_response)
        self.page.on("requestfailed", lambda request: self.failed.append(f"failed: {request.url}"))

    def _on_console(self, text: str) -> None:
        if text != BLOCKED:
            self.console.append(f"console: {text}")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and not self._own(request.url):
            self.foreign.append(request.url)

    def _own(self, url: str) -> bool:
        return url.startswith(self.origin + "/")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"status {response.status}: {response.url}")


@dataclass
class Reader:
    """Opens pages as a reader with a certain device; closes them all at the end of the test."""

    browser: Browser
    base: str
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, path: str, *, script: str = "", **device: Any) -> Visit:
        """Open a page of the site on a device (see `context_options`), fully loaded.

        A script given here runs before anything on the page does.
        """
        context = self.browser.new_context(**context_options(**device))
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        visit = Visit(context.new_page(), "{0.scheme}://{0.netloc}".format(urlsplit(self.base)))
        visit.watch()
        if script:
            visit.page.add_init_script(script)
        visit.page.goto(self.base + path, wait_until="load")
        return visit

    def close(self) -> None:
        """Close every page opened so far."""
        for context in self.contexts:
            context.close()
        self.contexts.clear()


def context_options(
    *,
    width: int = 1280,
    height: int = 800,
    scheme: str = "light",
    js: bool = True,
    touch: bool = False,
    lang: str = "id-ID",
    workers: bool = False,
) -> dict[str, Any]:
    """Playwright's words for a device: its size, colours, language, touch, JavaScript, workers."""
    return {
        "viewport": {"width": width, "height": height},
        "color_scheme": scheme,
        "java_script_enabled": js,
        "has_touch": touch,
        "is_mobile": touch,
        "locale": lang,
        "reduced_motion": "reduce",  # nothing to wait for
        "service_workers": "allow" if workers else "block",  # what is kept hides what is asked for
    }
