"""Writes a smaller copy beside each text of the built site, for hosts that send such copies.

    python -m explainer.compress SITE

nginx (`gzip_static`) and Caddy (`precompressed`) send file.br or file.gz to browsers that take it.
The copies are the same whenever they are made.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import brotli  # type: ignore[import-untyped]

ENDINGS = frozenset(
    ".bib .csv .html .ics .js .json .jsonld .ris .svg .ttl .txt .webmanifest .xml".split()
)
SMALLEST = 500
"""Bytes below which a copy would save nothing."""


def main(arguments: list[str]) -> int:
    """Compress every text of a site."""
    files = sorted(path for path in Path(arguments[0]).rglob("*") if path.is_file())
    texts = [path for path in files if path.suffix in ENDINGS]
    saved = sum(compress(path) for path in texts)
    sys.stdout.write(f"{len(texts)} files, {saved / 1e6:.1f} MB less on the wire\n")
    return 0


def compress(file: Path) -> int:
    """Write the copies of one file where they are smaller; the bytes that brotli saves."""
    content = file.read_bytes()
    if len(content) < SMALLEST:
        return 0
    small = brotli.compress(content, quality=11)
    file.with_name(f"{file.name}.br").write_bytes(small)
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    return len(content) - len(small)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
