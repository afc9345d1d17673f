"""Everything the site offers for download: each feature names its files, and this page them all."""

from __future__ import annotations

from collections.abc import Iterable

from .annexport import annotation_downloads
from .downloads import Download
from .editions.offered import DOWNLOADS as EDITIONS
from .glossarydata import DOWNLOADS as GLOSSARY
from .sitereferences import DOWNLOADS as REFERENCES
from .timelineexport import DOWNLOADS as TIMELINE


def all_downloads(annotated: Iterable[str]) -> tuple[Download, ...]:
    """All files that the about pages list; `annotated` are the articles that have annotations."""
    return (*EDITIONS, *REFERENCES, *TIMELINE, *GLOSSARY, *annotation_downloads(annotated))
