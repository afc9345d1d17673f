"""The glossary as a table: what goes in comes out, for both languages."""

from __future__ import annotations

import csv
import io

from explainer.glossexport import csv_text
from explainer.terms import Face, Glossary, Term

GAINS = Term(
    "relative-gains",
    "realism",
    {
        "id": Face(
            "glosarium/a.md",
            "Keuntungan relatif",
            'Yang "lebih".',
            ("keuntungan relatif", "unggul"),
        ),
        "en": Face("en/glossary/a.md", "Relative gains", "A \\ B", ("relative gains",), ("gains",)),
    },
    {"contrasts": ("absolute-gains",), "broader": ("unknown",)},
    ("grieco-1988-jop", "snidal-1991"),
    proposal=True,
)
OTHER = Term(
    "absolute-gains",
    "liberalism",
    {"id": Face("glosarium/b.md", "=Absolut", "Tanpa,\nbanding.", ("absolut",))},
    {"contrasts": ("relative-gains",)},
)
GLOSSARY = Glossary([GAINS, OTHER])


def address(path: str) -> str:
    return f"https://contoh.id/{path.removesuffix('.md')}/"


def test_the_table_has_a_row_for_each_term():
    rows = list(csv.DictReader(io.StringIO(csv_text(GLOSSARY, address))))
    assert [row["id"] for row in rows] == ["absolute-gains", "relative-gains"]
    assert rows[0]["name_id"] == "'=Absolut"
    assert rows[0]["definition_id"] == "Tanpa,\nbanding."
    assert rows[0]["name_en"] == rows[0]["address_en"] == ""
    gains = rows[1]
    assert gains["forms_id"] == "keuntungan relatif; unggul"
    assert gains["address_en"] == "https://contoh.id/en/glossary/a/"
    assert gains["contrasts"] == "absolute-gains"
    assert gains["works"] == "grieco-1988-jop; snidal-1991"
    assert [row["indonesian_name_is_a_proposal"] for row in rows] == ["no", "yes"]
