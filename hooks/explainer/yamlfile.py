"""YAML of authors, read safely: in C where there is a C reader, which is ten times as fast."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(file: Path) -> Any:  # noqa: ANN401  whatever an author wrote
    """The content of a file; None when there is no such file."""
    return yaml.load(file.read_text("utf-8"), _LOADER) if file.is_file() else None  # noqa: S506
