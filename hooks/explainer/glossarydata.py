"""The glossary for others to reuse: SKOS in Turtle, a table, and JSON with its own JSON Schema.

A concept is named by the address of its Indonesian page, which stays. Forms of a term become
labels: `altLabel` for another name, `hiddenLabel` for the same name spelled or inflected otherwise
(plural, clitic, hyphen). Risky forms are no labels at all, since alone they mean something else.
SKOS has no word for `contrasts`: such terms are `related`. The CSV has no byte order mark.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .bilingual import DEFAULT, LANGUAGES
from .downloads import Download
from .glossexport import Address, csv_text
from .glossschema import schema
from .glosswords import GLOSS
from .library import Entry
from .model import Source
from .naming import is_doubtful
from .schools import SCHOOLS
from .terms import INVERSE, RELATIONS, Face, Glossary, Term, fold_form

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of what we wrote; see LICENSE-TEXTS.md."""

FORMATS = {
    "CSV": "unduh/glosarium.csv",
    "SKOS (Turtle)": "unduh/glosarium.ttl",
    "JSON": "unduh/glosarium.json",
    "JSON Schema": "unduh/glosarium.schema.json",
}
"""Name of a format -> path of the file in the site."""

_TITLE = {language: words["title"] for language, words in GLOSS.items()}
DOWNLOADS = (
    Download(FORMATS["JSON"], _TITLE, "JSON", FORMATS["JSON Schema"], LICENCE),
    Download(FORMATS["CSV"], _TITLE, "CSV", licence=LICENCE),
    Download(FORMATS["SKOS (Turtle)"], _TITLE, "SKOS (Turtle)", licence=LICENCE),
)


def downloads(
    glossary: Glossary, works: Mapping[str, Entry], names: Mapping[str, str], address: Address
) -> dict[str, str]:
    """Path -> content of every file; nothing when there are no terms."""
    if not glossary.terms:
        return {}
    at = address(FORMATS["JSON Schema"])
    return {
        FORMATS["CSV"]: csv_text(glossary, address),
        FORMATS["SKOS (Turtle)"]: turtle(glossary, names, address),
        FORMATS["JSON"]: dump(_document(glossary, works, names, address, at)),
        FORMATS["JSON Schema"]: dump(schema(at)),
    }


def dump(data: object) -> str:
    """JSON that people can read and that never differs between builds."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def uri(term: Term, address: Address) -> str:
    """The name of the concept: its Indonesian page, else the only page it has."""
    face = term.faces.get(DEFAULT) or next(iter(term.faces.values()))
    return address(face.path)


def scope_note(term: Term, language: str) -> str:
    """What the entry says on how settled the Indonesian name is, when it is not."""
    face = term.faces.get(language)
    if face and face.naming:
        return face.naming
    doubt = "proposal" if term.proposal else "unsettled" if is_doubtful(term.evidence) else ""
    return GLOSS[language][doubt] if doubt else ""


# --- relations ------------------------------------------------------------------------------------


def links(glossary: Glossary, term: Term, relation: str) -> list[str]:
    """The known terms in this relation, stated here or there: every relation has its inverse."""
    back = INVERSE[relation]
    return [
        other.id
        for other in glossary.terms.values()
        if other is not term and (other.id in term.to(relation) or term.id in other.to(back))
    ]


def above(glossary: Glossary, term: Term) -> set[str]:
    """All terms broader than this one, at any distance."""
    found: set[str] = set()
    waiting = links(glossary, term, "broader")
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += links(glossary, glossary.terms[name], "broader")
    return found


def associated(glossary: Glossary, term: Term) -> list[str]:
    """`skos:related`: related or contrasting, and in no line of broader and narrower with it."""
    near = {*links(glossary, term, "related"), *links(glossary, term, "contrasts")}
    higher = above(glossary, term)
    return [
        name
        for name, other in glossary.terms.items()
        if name in near and name not in higher and term.id not in above(glossary, other)
    ]


# --- labels ---------------------------------------------------------------------------------------


def labels(face: Face, language: str) -> tuple[list[str], list[str]]:
    """The alternative and the hidden labels of a term in a language."""
    kinds: tuple[list[str], list[str]] = ([], [])
    folded, keys = {fold_form(face.name)}, {_key(face.name, language)}
    for form in face.linked:
        if fold_form(form) not in folded:
            kinds[_key(form, language) in keys].append(form)
            folded.add(fold_form(form))
            keys.add(_key(form, language))
    return kinds


def _key(form: str, language: str) -> str:
    """What spellings and inflections of one name have in common."""
    text = fold_form(form).replace("'", "")
    if language == DEFAULT:
        text = re.sub(r"\b(\w+)-\1\b", r"\1", text)
        text = re.sub(r"(?<=\w{4})nya\b", "", text)
    else:
        text = re.sub(r"(?<=[sxh])es\b|(?<=\w\w[^\Ws])s\b", "", text)
    return re.sub(r"[\W_]", "", text)


# --- SKOS -----------------------------------------------------------------------------------------


_PREFIXES = (
    "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
)


def turtle(glossary: Glossary, names: Mapping[str, str], address: Address) -> str:
    """The concept scheme, its concepts in the order of the Indonesian index, and the schools."""
    scheme = address(GLOSS[DEFAULT]["index"])
    terms = [term for term, _ in glossary.listed(DEFAULT)]
    blocks = [_block(scheme, _scheme(glossary, terms, names, address))]
    blocks += [_block(uri(t, address), _concept(t, glossary, address, scheme)) for t in terms]
    held = {school: [t for t in terms if t.school == school] for school in SCHOOLS}
    blocks += [
        _block(f"{scheme}#{school}", _collection(school, members, address))
        for school, members in held.items()
        if members
    ]
    return "\n".join([_PREFIXES, *blocks])


def _scheme(
    glossary: Glossary, terms: list[Term], names: Mapping[str, str], address: Address
) -> Iterator[str]:
    yield "a skos:ConceptScheme"
    for language, words in GLOSS.items():
        title = f"{words['title']}: {names[language]}"
        yield f"skos:prefLabel {_text(words['title'], language)}"
        yield f"dcterms:title {_text(title, language)}"
    yield f"dcterms:license <{LICENCE}>"
    yield f"rdfs:seeAlso <{address(GLOSS[LANGUAGES[1]]['index'])}>"
    for term in terms:
        if not links(glossary, term, "broader"):
            yield f"skos:hasTopConcept <{uri(term, address)}>"


def _concept(term: Term, glossary: Glossary, address: Address, scheme: str) -> Iterator[str]:
    yield "a skos:Concept"
    yield f"skos:inScheme <{scheme}>"
    yield f'skos:notation "{_escaped(term.id)}"'
    for language, face in term.faces.items():
        yield from _wording(term, face, language)
        if language != DEFAULT:
            yield f"rdfs:seeAlso <{address(face.path)}>"
    related = {"related": associated(glossary, term)}
    hierarchy = {name: links(glossary, term, name) for name in ("broader", "narrower")}
    for name, ids in (hierarchy | related).items():
        yield from (f"skos:{name} <{uri(glossary.terms[i], address)}>" for i in ids)


def _wording(term: Term, face: Face, language: str) -> Iterator[str]:
    alternative, hidden = labels(face, language)
    yield f"skos:prefLabel {_text(face.name, language)}"
    yield from (f"skos:altLabel {_text(form, language)}" for form in alternative)
    yield from (f"skos:hiddenLabel {_text(form, language)}" for form in hidden)
    yield f"skos:definition {_text(face.definition, language)}"
    note = scope_note(term, language)
    if note:
        yield f"skos:scopeNote {_text(note, language)}"


def _collection(school: str, members: list[Term], address: Address) -> Iterator[str]:
    yield "a skos:Collection"
    yield from (f"skos:prefLabel {_text(name, lang)}" for lang, name in SCHOOLS[school].items())
    yield from (f"skos:member <{uri(term, address)}>" for term in members)


def _block(subject: str, facts: Iterator[str]) -> str:
    return f"<{subject}>\n  " + " ;\n  ".join(facts) + " .\n"


def _text(text: str, language: str) -> str:
    return f'"{_escaped(text)}"@{language}'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")


# --- JSON -----------------------------------------------------------------------------------------


def _document(
    glossary: Glossary,
    works: Mapping[str, Entry],
    names: Mapping[str, str],
    address: Address,
    schema_address: str,
) -> dict[str, Any]:
    terms = [term for term, _ in glossary.listed(DEFAULT)]
    used = sorted({work for term in terms for work in term.works if work in works})
    return {
        "$schema": schema_address,
        "license": LICENCE,
        "glossary": {
            language: {
                "name": words["title"],
                "site": names[language],
                "address": address(words["index"]),
            }
            for language, words in GLOSS.items()
        },
        "schools": [{"id": school, "name": dict(both)} for school, both in SCHOOLS.items()],
        "terms": [_record(term, glossary, address) for term in terms],
        "works": [work_record(works[key]) for key in used],
    }


def _record(term: Term, glossary: Glossary, address: Address) -> dict[str, Any]:
    faces = term.faces.items()
    notes = {language: scope_note(term, language) for language in term.faces}
    return {
        "id": term.id,
        "uri": uri(term, address),
        "school": term.school,
        "name": {language: face.name for language, face in faces},
        "definition": {language: face.definition for language, face in faces},
        "forms": {language: list(face.linked) for language, face in faces},
        "address": {language: address(face.path) for language, face in faces},
        **{relation: links(glossary, term, relation) for relation in RELATIONS},
        "works": list(term.works),
        "proposal": term.proposal,
        "scopeNote": {language: note for language, note in notes.items() if note},
    }


def work_record(entry: Entry) -> dict[str, Any]:
    """What is known of a work and seen by us."""
    source: Source = entry.source
    values = {
        "authors": [name.full for name in source.authors or source.editors],
        "title": source.title,
        "container": source.container,
        "issued": source.issued,
        "publisher": source.publisher,
        "doi": source.doi,
        "address": source.url,
    }
    return {"id": entry.id, **{key: value for key, value in values.items() if value}}
