"""Annotations as something to cite: small files for each, linked from its note."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from .annotations import Annotated
from .bilingual import language_of
from .citable import Citable
from .citefiles import entry_files, entry_name


def citation_files(
    by_page: Mapping[str, Annotated],
    title: Callable[[str], str],
    names: Mapping[str, str],
    full: Callable[[str], str],
) -> dict[str, str]:
    """Path -> content; `title` is that of a page, `names` are those of the site by language."""
    made: dict[str, str] = {}
    for path, annotated in by_page.items():
        for one in _citable(path, annotated, title(path), names[language_of(path)], full(path)):
            made |= entry_files(one, full)
    return made


def _citable(path: str, made: Annotated, part: str, site: str, url: str) -> Iterator[Citable]:
    language = language_of(path)
    for one in made.annotations:
        if one.speaks(language):
            yield Citable(
                "annotation",
                entry_name(path, one.id),
                one.titles[language],
                f"{url}#a-{one.id}",
                language,
                site,
                part=part,
            )
