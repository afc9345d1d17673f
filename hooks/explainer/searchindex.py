"""The search indexes: one for each language, with its word forms, in its own folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

import snowballstemmer  # type: ignore[import-untyped]

from .bilingual import folder_of, split_index
from .searchforms import names_of_terms, read_wordlist, with_forms
from .site import Site

Settings: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Language -> its settings in mkdocs.yml: `search_pipeline`, `search_stemmer`."""

INDEX = "search/search_index.json"


def search_indexes(text: str, settings: Settings, site: Site, *, script: bool) -> dict[str, str]:
    """Path -> content of each index, from the one that MkDocs made of all pages.

    As a script too, where asked for: from a folder (file:) the theme's search loads that one.
    """
    pipelines = {name: one["search_pipeline"] for name, one in settings.items()}
    made: dict[str, str] = {}
    for language, part in split_index(json.loads(text), pipelines).items():
        docs = _with_forms(part["docs"], language, settings[language]["search_stemmer"], site)
        index = json.dumps({**part, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
        path = folder_of(language) + INDEX
        made[path] = index
        if script:
            made[path.removesuffix("on")] = f"var __index = {index};\n"
    return made


def _with_forms(
    docs: list[dict[str, Any]], language: str, stemmer: str, site: Site
) -> list[dict[str, Any]]:
    words, folder = site.data("_data/forms.yml") or {}, folder_of(language)
    terms = names_of_terms(site.recorder.glossing.glossary, language)
    names = {site.urls[path].removeprefix(folder): forms for path, forms in terms.items()}
    stem = snowballstemmer.stemmer(stemmer).stemWord
    return with_forms(docs, stem, read_wordlist(words.get(language) or {}), names)
