"""YAML of authors, read safely: in C where there is a C reader, which is ten times as fast."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from .model import Problem, Severity
from .text import shorten

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

CODES: dict[str, tuple[Severity, str, str]] = {
    "yaml-unreadable": (
        "error",
        "cannot be read as YAML ({detail}), so that nothing of this file is used",
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
        mark = getattr(error, "problem_mark", None)
        number = mark.line + 1 if mark else 1
        lines = ["", *file.read_text("utf-8").splitlines(), ""]
        told = str(getattr(error, "problem", None) or "it is no YAML")
        quote = lines[min(number, len(lines) - 1)]
        return None, [_problem("yaml-unreadable", path, f"line {number}", quote, told)]


def _problem(code: str, path: str, place: str, quote: str, detail: str = "") -> Problem:
    severity, cause, remedy = CODES[code]
    return Problem(code, severity, path, place, shorten(quote), cause.format(detail=detail), remedy)
