"""YAML of authors, read safely: in C where there is a C reader, which is ten times as fast."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from .model import Problem, Severity
from .text import shorten

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

CODES: dict[str, tuple[Severity, str, str]] = {
    "yaml-unreadable": (
        "error",
        "cannot be read as YAML ({detail}), so that nothing of {lost} is used",
        "mend this line or the one above it; put text with “: ” in it between quotation marks",
    ),
    "yaml-encoding": ("error", "is not written in UTF-8", "save the file in UTF-8"),
}
"""code -> severity, cause, remedy."""


def read_yaml(file: Path) -> Any:  # noqa: ANN401  whatever an author wrote
    """The content of a file; None when there is no such file.

    Raises yaml.YAMLError or UnicodeDecodeError when it cannot be read.
    """
    return yaml.load(file.read_text("utf-8"), _LOADER) if file.is_file() else None  # noqa: S506


def read_data(folder: Path, path: str) -> tuple[Any, list[Problem]]:
    """The content of a file below a folder, and what keeps it from being read, if anything."""
    file = folder / path
    try:
        return read_yaml(file), []
    except UnicodeDecodeError as error:
        return None, [
            _problem("yaml-encoding", path, "file", repr(error.object[error.start :][:1]))
        ]
    except yaml.YAMLError as error:
        lines = file.read_text("utf-8").splitlines()
        return None, [_unreadable(error, path, lines, "this file")]


_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
"""The front matter of a page, as MkDocs finds it (mkdocs.utils.meta)."""


def front_problems(texts: Mapping[str, str]) -> list[Problem]:
    """What keeps the front matter of pages (path -> text) from being read.

    Meant for pages in which MkDocs found none: it says nothing and prints such lines as text.
    """
    return [problem for path, text in texts.items() for problem in _front_problems(path, text)]


def _front_problems(path: str, text: str) -> list[Problem]:
    found = _FRONT.match(text)
    if not found:
        return []
    try:
        held = yaml.load(found[1], _LOADER)  # noqa: S506  a safe loader
    except yaml.YAMLError as error:
        return [_unreadable(error, path, text.splitlines(), "its front matter", above=1)]
    if isinstance(held, dict):
        return []
    told = {"lost": "its front matter", "detail": "it holds no keys"}
    return [_problem("yaml-unreadable", path, "line 2", text.splitlines()[1], **told)]


def _unreadable(
    error: yaml.YAMLError, path: str, lines: Sequence[str], lost: str, above: int = 0
) -> Problem:
    """The line that cannot be read; `above` counts the lines above the YAML."""
    mark = getattr(error, "problem_mark", None)
    number = above + (mark.line + 1 if mark else 1)
    told = str(getattr(error, "problem", None) or "it is no YAML")
    quote = ["", *lines, ""][min(number, len(lines) + 1)]
    return _problem("yaml-unreadable", path, f"line {number}", quote, lost=lost, detail=told)


def _problem(code: str, path: str, place: str, quote: str, **told: str) -> Problem:
    severity, cause, remedy = CODES[code]
    return Problem(code, severity, path, place, shorten(quote), cause.format(**told), remedy)
