"""The glossary as a table (CSV), both languages side by side."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TypeAlias

from .bilingual import DEFAULT, LANGUAGES
from .terms import RELATIONS, Face, Glossary

Address: TypeAlias = Callable[[str], str]
"""The full address of a page, by its source path."""

_COLUMNS = ("name", "definition", "forms", "address")


def csv_text(glossary: Glossary, address: Address) -> str:
    """One row for each term, in the order of the Indonesian index."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    heads = [f"{column}_{language}" for language in LANGUAGES for column in _COLUMNS]
    writer.writerow(["id", "school", *heads, *RELATIONS, "works", "indonesian_name_is_a_proposal"])
    for term, _ in glossary.listed(DEFAULT):
        faces = [cell for name in LANGUAGES for cell in _cells(term.faces.get(name), address)]
        relations = ["; ".join(term.to(kind)) for kind in RELATIONS]
        proposal = "yes" if term.proposal else "no"
        row = [term.id, term.school, *faces, *relations, "; ".join(term.works), proposal]
        writer.writerow([plain_cell(cell) for cell in row])
    return out.getvalue()


def _cells(face: Face | None, address: Address) -> list[str]:
    if face is None:
        return [""] * len(_COLUMNS)
    return [face.name, face.definition, "; ".join(face.linked), address(face.path)]


def plain_cell(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
