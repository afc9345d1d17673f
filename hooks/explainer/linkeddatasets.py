"""Our downloads as schema.org has them: a `Dataset` with a `DataDownload` for each file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from .glossarydata import FORMATS, LICENCE
from .glossexport import Address
from .glosswords import GLOSS

Data: TypeAlias = dict[str, Any]

MEDIA = {
    "csv": "text/csv",
    "ttl": "text/turtle",
    "schema.json": "application/schema+json",
    "json": "application/json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "ics": "text/calendar",
}
"""The end of a path -> its media type; longer ends first."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """One body of data: its name, what it holds, the page that offers it, its files."""

    id: str
    names: Mapping[str, str]
    descriptions: Mapping[str, str]
    pages: Mapping[str, str]  # language -> path of the page that offers it
    files: Mapping[str, str]  # name of a format -> path of the file
    period: str = ""  # the time that the data cover, as ISO 8601 has intervals


GLOSSARY = Dataset(
    "glosarium",
    {"id": "Glosarium hubungan internasional", "en": "Glossary of international relations"},
    {
        "id": (
            "Istilah hubungan internasional dalam bahasa Indonesia dan Inggris: "
            "definisi, ejaan, hubungan antaristilah, dan karya kunci."
        ),
        "en": (
            "Terms of international relations in Indonesian and English: "
            "definitions, spellings, relations between terms, and key works."
        ),
    },
    {language: words["index"] for language, words in GLOSS.items()},
    FORMATS,
)


def media_of(path: str) -> str:
    """The media type of a file by the end of its path."""
    return next((media for end, media in MEDIA.items() if path.endswith(f".{end}")), "")


def dataset_node(dataset: Dataset, language: str, root: str, to: Address) -> Data:
    """The data and all their files; the name is the same in both languages."""
    return {
        "@type": "Dataset",
        "@id": f"{root}#data-{dataset.id}",
        "name": dataset.names[language],
        "description": dataset.descriptions[language],
        "url": to(dataset.pages[language]),
        **({"temporalCoverage": dataset.period} if dataset.period else {}),
        "inLanguage": list(dataset.names),
        "isAccessibleForFree": True,
        "license": LICENCE,
        "isPartOf": {"@id": f"{root}#website"},
        "distribution": [_download(name, path, to) for name, path in dataset.files.items()],
    }


def _download(name: str, path: str, to: Address) -> Data:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": media_of(path),
        "contentUrl": to(path),
    }
