"""Parts of finished pages shown once more: the page of styles is made of what readers really get.

A page asks for one with `<div class="ex-sample" data-from="artikel.md" data-select=".ex-ann">`;
the first element that fits comes, as it stands there; `data-select` is a CSS selector.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from posixpath import dirname, relpath
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from justhtml import JustHTML

from .model import Problem, Severity

_PLACE = re.compile(
    r'(<div class="ex-sample" data-from="([^"]+)" data-select="([^"]+)">)\s*(</div>)'
)

_TARGET = re.compile(r' popovertarget="([^"]*)"')
"""What a button opens; in a sample it may not be there."""

CODES: dict[str, tuple[Severity, str, str]] = {
    "sample-without-page": ("error", "is no page of this site", "correct the path, from docs/"),
    "sample-not-found": ("error", "fits no element of that page", "correct the CSS selector"),
}
"""code -> severity, cause, remedy."""


def _in_its_list(node: Any, html: str) -> str:  # noqa: ANN401  justhtml's node
    """An item needs a list around it; other elements stand alone."""
    around = node.parent.name if node.name == "li" else ""
    return f"<{around}>{html}</{around}>" if around else html


class Samples:
    """`urls` are page -> its path inside the site; `built` gives the HTML of a page."""

    def __init__(self, urls: dict[str, str], built: Callable[[str], str]) -> None:
        self.urls = urls
        self.built = built
        self.problems: list[Problem] = []
        self._parsed: dict[str, Any] = {}

    def fill(self, html: str, path: str) -> str:
        """A page with its samples in their places."""
        return _PLACE.sub(lambda found: found[1] + self._sample(found, path) + found[4], html)

    def _sample(self, found: re.Match[str], path: str) -> str:
        source, selector = unescape(found[2]), unescape(found[3])
        if source not in self.urls:
            return self._report("sample-without-page", path, source)
        if source not in self._parsed:
            self._parsed[source] = JustHTML(self.built(source), sanitize=False)
        nodes = self._parsed[source].query(selector)
        if not nodes:
            return self._report("sample-not-found", path, selector)
        html = str(nodes[0].to_html(pretty=False))
        return self._rebased(_in_its_list(nodes[0], html), self.urls[source], path)

    def _report(self, code: str, path: str, quote: str) -> str:
        severity, cause, remedy = CODES[code]
        place = 'class="ex-sample"'
        self.problems.append(Problem(code, severity, path, place, quote, cause, remedy))
        return ""

    def _rebased(self, html: str, source: str, path: str) -> str:
        """The sample with links that lead from its new page to where they led."""
        own = set(re.findall(r'\bid="([^"]+)"', html))

        def rebased(link: re.Match[str]) -> str:
            target = unescape(link[2])
            if urlsplit(target).scheme or target.removeprefix("#") in own:
                return link[0]
            address, name = urldefrag(urljoin(f"/{source}", target))
            here = dirname(f"/{self.urls[path]}")
            way = relpath(address, here) + "/" * address.endswith("/")
            return f'{link[1]}="{way}{"#" * bool(name)}{name}"'

        led = re.sub(r'(?<=<a )([^>]*?\bhref)="([^"]*)"', rebased, html)
        return _TARGET.sub(lambda named: named[0] if named[1] in own else "", led)
