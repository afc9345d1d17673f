"""The citation engine against tables of footnote sequences in tests/cases/resolve/*.yml."""

from __future__ import annotations

from typing import Any

import pytest

from explainer import resolve_notes
from explainer.model import Citation
from support import cases

CHECKED = ("kind", "points_to", "target", "target_part", "locator")


def numbered(notes: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """(number, text) pairs; a note without `n` follows the one before it."""
    pairs: list[tuple[int, str]] = []
    for note in notes:
        number = note.get("n", pairs[-1][0] + 1 if pairs else 1)
        pairs.append((number, note["text"]))
    return pairs


def faults(expected: dict[str, Any], found: Citation) -> list[str]:
    """How a citation differs from its row; only the keys of the row are compared."""
    wrong = [
        f"{key}: {getattr(found, key)!r}, not {expected[key]!r}"
        for key in CHECKED
        if key in expected and getattr(found, key) != expected[key]
    ]
    if "candidates" in expected and list(found.candidates) != expected["candidates"]:
        wrong.append(f"candidates: {found.candidates}, not {expected['candidates']}")
    return wrong + _code_faults(expected, found) + _part_faults(expected, found)


def _code_faults(expected: dict[str, Any], found: Citation) -> list[str]:
    codes = {p.code for p in found.problems if p.severity != "info"}
    if "problems" in expected:
        missing = set(expected["problems"]) - codes
        return [f"not reported: {sorted(missing)}; was {sorted(codes)}"] if missing else []
    quiet = expected.get("target") is not None
    return [f"reported {sorted(codes)}"] if quiet and codes else []


def _part_faults(expected: dict[str, Any], found: Citation) -> list[str]:
    rows = expected.get("parts")
    if rows is None:
        return []
    if len(rows) != len(found.parts):
        texts = [f"{p.kind}: {p.text}" for p in found.parts]
        return [f"{len(found.parts)} parts, not {len(rows)}: {texts}"]
    return [
        f"part {k}: {fault}"
        for k, (row, part) in enumerate(zip(rows, found.parts, strict=True), 1)
        for fault in faults(row, part)
    ]


@pytest.mark.parametrize("case", cases("resolve"))
def test_every_note_of_a_sequence_resolves_as_its_row_says(case: dict[str, Any]) -> None:
    found = resolve_notes(numbered(case["notes"]))
    wrong = [
        f"note {citation.number} {citation.text[:70]!r}: {fault}"
        for row, citation in zip(case["notes"], found, strict=True)
        for fault in faults(row, citation)
    ]
    assert not wrong, "\n" + "\n".join(wrong)
