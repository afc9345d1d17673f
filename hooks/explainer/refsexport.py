"""The works of the site, of each page and each alone, as CSL-JSON, BibTeX and RIS.

Each work has files of its own (some 1 kB each) because a page that held their text would weigh
half a megabyte more for every reader, while a file is fetched by the one who wants it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .bibtex import bibtex
from .csljson import Item, csl_item, csl_json
from .glossarydata import dump
from .library import Entry
from .refsschema import schema
from .ris import ris

FORMATS = {"BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json"}
"""Name of a format -> the end of its files."""

_WRITERS: dict[str, Callable[[Iterable[Item]], str]] = {
    "bib": bibtex,
    "ris": ris,
    "json": csl_json,
}

WHOLE = {name: f"unduh/rujukan.{end}" for name, end in FORMATS.items()} | {
    "JSON Schema": "unduh/rujukan.schema.json"
}
"""Name of a format -> the file that holds every cited work."""


_INDEX = re.compile(r"(?:(?<![^/])index)?\.html$")
"""The end of an address that names a file, as in an edition for folders."""


def entry_path(key: str, name: str) -> str:
    """The file of one work."""
    return f"unduh/karya/{key}.{FORMATS[name]}"


def page_path(url: str, name: str) -> str:
    """The file of the works that one page cites; `url` is the page's path inside the site."""
    name_of_page = _INDEX.sub("", url).strip("./") or "beranda"
    return f"unduh/halaman/{name_of_page}.{FORMATS[name]}"


def works_files(
    entries: Iterable[Entry],
    pages: Mapping[str, Iterable[str]],
    address: Callable[[str], str],
) -> dict[str, str]:
    """Path -> content of every file; `pages` maps the path of a page to the keys it cites."""
    items = {entry.id: {"type": "document", **csl_item(entry)} for entry in entries}
    if not items:
        return {}
    files = {WHOLE[name]: _written(name, items.values()) for name in FORMATS}
    files[WHOLE["JSON Schema"]] = dump(schema(address(WHOLE["JSON Schema"])))
    return files | dict(_of_works(items)) | dict(_of_pages(items, pages))


def _of_works(items: Mapping[str, Item]) -> Iterator[tuple[str, str]]:
    for key, item in items.items():
        yield from ((entry_path(key, name), _written(name, [item])) for name in FORMATS)


def _of_pages(
    items: Mapping[str, Item], pages: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, str]]:
    for url, keys in pages.items():
        cited = [items[key] for key in keys if key in items]
        if cited:
            yield from ((page_path(url, name), _written(name, cited)) for name in FORMATS)


def _written(name: str, items: Iterable[dict[str, Any]]) -> str:
    return _WRITERS[FORMATS[name]](items)
