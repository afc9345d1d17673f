"""Names that change with the content of a file, so that browsers may keep the file for ever."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping

HASHED = (".js", ".woff2")
"""The endings of files that get such a name; style sheets stand in the pages."""

_HAS_HASH = re.compile(r"\.[0-9a-f]{8}\.")


def hashed_names(files: Mapping[str, bytes]) -> dict[str, str]:
    """The path of each file that gets a new name -> its path with the hash of its content.

    A script that another script names keeps its name, since nothing rewrites scripts.
    """
    scripts = {path: content for path, content in files.items() if path.endswith(".js")}
    return {
        path: _with_hash(path, content)
        for path, content in files.items()
        if path.endswith(HASHED) and not is_hashed(path) and not _is_named(path, scripts)
    }


def is_hashed(path: str) -> bool:
    """Whether a file's name already changes with its content."""
    return bool(_HAS_HASH.search(posixpath.basename(path)))


def _is_named(path: str, scripts: Mapping[str, bytes]) -> bool:
    name = posixpath.basename(path).encode()
    return any(name in content for other, content in scripts.items() if other != path)


def _with_hash(path: str, content: bytes) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{ending}"
