"""What pages are given when all of them stand finished: lists of files, parts of other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .model import Problem
from .samples import Samples
from .site import Site


def last_words(
    site: Site, built: Callable[[str], str], links: Mapping[str, Callable[[str], str]]
) -> tuple[dict[str, str], list[Problem]]:
    """Page -> its text, for pages that change; `links` are page -> how it links to a path."""
    pages = {path: built(path) for path in site.urls}
    samples = Samples(site.urls, pages.__getitem__)
    made = {
        path: samples.fill(site.finished(html, path, links[path]), path)
        for path, html in pages.items()
    }
    return {path: html for path, html in made.items() if html != pages[path]}, samples.problems
