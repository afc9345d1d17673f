"""The glossary as a table and as SKOS: what goes in comes out, for both languages."""

from __future__ import annotations

import csv
import io
import re

from explainer.glossexport import csv_text, turtle
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


def test_the_scheme_names_every_concept_and_collection_once():
    text = turtle(GLOSSARY, address)
    subjects = re.findall(r"^<([^>]*)>$", text, re.MULTILINE)
    assert subjects == [
        "https://contoh.id/glosarium/index/",
        "https://contoh.id/glosarium/b/",
        "https://contoh.id/glosarium/a/",
        "https://contoh.id/glosarium/index/#realism",
        "https://contoh.id/glosarium/index/#liberalism",
    ]


def test_the_facts_of_a_concept():
    text = turtle(GLOSSARY, address)
    concept = text.split("<https://contoh.id/glosarium/a/>\n")[1].split(" .\n")[0]
    assert [fact.strip() for fact in concept.split(" ;\n")] == [
        "a skos:Concept",
        "skos:inScheme <https://contoh.id/glosarium/index/>",
        'skos:notation "relative-gains"',
        'skos:prefLabel "Keuntungan relatif"@id',
        'skos:altLabel "unggul"@id',
        'skos:definition "Yang \\"lebih\\"."@id',
        'skos:prefLabel "Relative gains"@en',
        'skos:definition "A \\\\ B"@en',
        "skos:related <https://contoh.id/glosarium/b/>",
    ]
