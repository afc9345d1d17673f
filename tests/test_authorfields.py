"""Misspelt names in front matter and annotations are told, and nothing else is."""

from __future__ import annotations

import pytest

from explainer.authorfields import CODES, annotation_field_problems, front_problems
from support import DOCS, cases

FILE = "_data/annotations/artikel.yml"


def found(case: dict) -> list[str]:
    """The messages of one row."""
    if "file" in case:
        problems = [*annotation_field_problems(FILE, case["file"])]
    else:
        problems = front_problems({"a.md": case["front"]})
    return [problem.line() for problem in problems]


@pytest.mark.parametrize("case", cases("authorfields"))
def test_the_table(case):
    assert found(case) == case["lines"]


def test_every_code_is_shown_in_some_row():
    lines = " ".join(line for row in cases("authorfields") for line in row.values[0]["lines"])
    assert [code for code in CODES if f"[{code}]" not in lines] == []


def test_no_field_of_this_site_is_unknown():
    assert front_problems({doc.src: doc.meta for doc in DOCS}) == []


def test_a_build_tells_them(build):
    page = "---\ntitle: Satu\nkind: artikel\n---\n\n# Satu\n"
    file = "article: index.md\nannotations:\n- id: satu\n  teks: a\n"
    built = build({"index.md": page, "_data/annotations/artikel.yml": file})
    told = [
        code for code in ("page-kind", "annotation-field") if f"[{code}]" in str(built.warnings)
    ]
    assert told == ["page-kind", "annotation-field"]
