"""The site as a ZIP that opens from a folder: built with file addresses, with search."""

from __future__ import annotations

from pathlib import Path

from .epub import zipped

_ONLY_ONLINE = frozenset(
    "404.html en/404.html offline.html en/offline.html robots.txt sitemap.xml sitemap.xml.gz "
    "search/search_index.json en/search/search_index.json".split()
)


def folder_zip(site: Path, name: str) -> bytes:
    """The ZIP of a site built with `use_directory_urls: false`; all lies in one folder `name`."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    paths = {path.relative_to(site).as_posix(): path for path in files}
    kept = {path: file for path, file in paths.items() if path not in _ONLY_ONLINE}
    return zipped({f"{name}/{path}": file.read_bytes() for path, file in kept.items()})
