"""Which of the theme's own files a reader can ever ask for: the two programs of its search."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatch

SEARCH = {
    "search_program": "assets/javascripts/bundle.*.min.js",
    "search_worker": "assets/javascripts/workers/search.*.min.js",
}
"""Our name for a program -> where the theme keeps it; the theme puts a hash into the name."""

THEIRS = ("assets/javascripts/*", "assets/stylesheets/*", "assets/images/*")
"""Where the theme's files lie; our own lie in other folders."""


def search_files(paths: Iterable[str]) -> dict[str, str]:
    """Our name for each program of the search -> its path; without the theme, none."""
    known = list(paths)
    found = {name: [path for path in known if fnmatch(path, at)] for name, at in SEARCH.items()}
    return {name: paths[0] for name, paths in found.items() if paths}


def is_unused(path: str) -> bool:
    """Whether a file is the theme's and no page of ours leads to it."""
    theirs = any(fnmatch(path, pattern) for pattern in THEIRS)
    return theirs and not any(fnmatch(path, pattern) for pattern in SEARCH.values())
