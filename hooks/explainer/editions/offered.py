"""The editions that the about pages offer; `run.py editions` makes them, other builds list none."""

from __future__ import annotations

from pathlib import Path

from explainer.downloads import Download

FOLDER = "unduh/"
STEM = "rusia-dprk"

_BOOKS = {
    "epub": {
        "id": "Seluruh situs sebagai buku elektronik, bahasa {}",
        "en": "The whole site as an e-book, in {}",
    },
    "pdf": {
        "id": "Seluruh situs sebagai PDF bertag, ukuran A5, bahasa {}",
        "en": "The whole site as a tagged PDF on A5 pages, in {}",
    },
}
_NAMES = {
    "id": {"id": "Indonesia", "en": "Indonesian"},
    "en": {"id": "Inggris", "en": "English"},
}
_FOLDER_TITLE = {
    "id": "Situs ini sebagai berkas, kedua bahasa, dengan pencarian; buka index.html di dalamnya",
    "en": "This site as files, both languages, with search; open the index.html inside",
}


def book_path(language: str, ending: str) -> str:
    """Where the book of a language lies in the site."""
    return f"{FOLDER}{STEM}-{language}.{ending}"


ZIP = f"{FOLDER}{STEM}.zip"


def _book(language: str, ending: str) -> Download:
    titles = {shown: t.format(_NAMES[language][shown]) for shown, t in _BOOKS[ending].items()}
    return Download(book_path(language, ending), titles, ending.upper(), rights="book")


DOWNLOADS = (
    *(_book(language, ending) for language in _NAMES for ending in _BOOKS),
    Download(ZIP, _FOLDER_TITLE, "ZIP", rights="book"),
)


def read_editions(folder: str) -> dict[str, bytes]:
    """Path in the site -> content of the editions that lie in a folder; without one, none."""
    paths = [edition.path for edition in DOWNLOADS] if folder else []
    return {path: Path(folder, path).read_bytes() for path in paths}
