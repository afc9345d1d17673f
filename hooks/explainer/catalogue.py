"""Everything the site offers for download: each feature names its files, and this page them all."""

from __future__ import annotations

from collections.abc import Iterable

from .annexport import annotation_downloads
from .downloads import Download
from .glossarydata import DOWNLOADS as GLOSSARY
from .sitereferences import DOWNLOADS as REFERENCES
from .timelineexport import DOWNLOADS as TIMELINE


def all_downloads(annotated: Iterable[str]) -> tuple[Download, ...]:
    """All data that the about pages list; `annotated` are the articles that have annotations."""
    return (*REFERENCES, *TIMELINE, *GLOSSARY, *annotation_downloads(annotated))
