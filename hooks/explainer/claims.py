"""Checked claims shown away from their article: the quoted words, the verdict, the way to the note.

A page asks for them with `<div class="ex-claims" markdown="1">id-of-a-note another-one</div>`;
verdict and words are those of docs/_data/annotations, so that no page says them twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from .annotations import VERDICTS, Annotated, Annotation
from .annwords import ANN
from .bilingual import language_of
from .elements import element
from .icons import icon, sheet
from .model import Problem
from .running import classes_of
from .termviews import relative
from .text import inside_quotes

CODES = {
    "unknown-claim": (
        "is no checked claim of an article in this language",
        "write the id of an annotation that has a verdict, as in docs/_data/annotations",
    ),
}
"""code -> cause, remedy; an error."""


def fill_claims(
    root: Element, articles: Mapping[str, Annotated], path: str, language: str
) -> Iterator[Problem]:
    """Put the claims into the places of a page; `articles` are page -> its annotations."""
    claims = {
        note.id: (article, note)
        for article, made in articles.items()
        if language_of(article) == language
        for note in made.annotations
        if note.verdict and note.speaks(language)
    }
    for place in [e for e in root.iter("div") if "ex-claims" in classes_of(e)]:
        ids = "".join(place.itertext()).split()
        known = [claims[one] for one in ids if one in claims]
        place[:] = []
        place.text = None
        if known:
            place.extend(_parts(known, path, language))
            place.extend(_sums([*dict.fromkeys(a for a, _ in known)], articles, path, language))
        yield from (_unknown(one) for one in ids if one not in claims)


def _parts(known: Sequence[tuple[str, Annotation]], path: str, language: str) -> Iterator[Element]:
    yield sheet(dict.fromkeys(note.verdict for _, note in known))
    items = [_item(note, relative(article, path), language) for article, note in known]
    yield element("ol", {"class": "ex-claims__list"}, *items)


def _item(note: Annotation, article: str, language: str) -> Element:
    quote = element("q", {}, inside_quotes(note.targets[language].exact))
    verdict = {"class": "ex-claim__verdict"}
    name = element("span", {}, ANN[language][note.verdict])
    why = element("a", {"href": f"{article}#a-{note.id}"}, note.titles[language])
    return element(
        "li",
        {"class": f"ex-claim ex-v--{note.verdict}"},
        element("p", {"class": "ex-claim__quote"}, quote),
        element("p", verdict, icon(note.verdict), name),
        element("p", {"class": "ex-claim__why"}, why),
    )


def _sums(
    pages: Sequence[str], articles: Mapping[str, Annotated], path: str, language: str
) -> Iterator[Element]:
    """For each article: how many of its claims were checked, with which verdicts."""
    words = ANN[language]
    for page in pages:
        verdicts = Counter(articles[page].claims.values())
        parts = [f"{verdicts[name]} {words[name]}" for name in VERDICTS if verdicts[name]]
        form = words["claims-one" if verdicts.total() == 1 else "claims"]
        link = element("a", {"href": relative(page, path)}, form.format(n=verdicts.total()))
        yield element("p", {"class": "ex-claims__sum"}, link, f": {', '.join(parts)}.")


def _unknown(name: str) -> Problem:
    cause, remedy = CODES["unknown-claim"]
    return Problem("unknown-claim", "error", "", 'class="ex-claims"', name, cause, remedy)
