"""Names and roles as a screen reader is told them: the accessibility tree of the main pages.

Kept are landmarks, headings and everything that can be used; running text and lists are not.
"""

from __future__ import annotations

import re

import pytest

PAGES = {
    "home": "",
    "article": "artikel/",
    "timeline": "linimasa/",
    "glossary": "glosarium/",
    "term": "glosarium/keuntungan-relatif/",
    "dilemma": "dilema/",
    "references": "rujukan/",
    "about": "tentang/",
    "home-en": "en/",
    "article-en": "en/article/",
    "timeline-en": "en/timeline/",
    "glossary-en": "en/glossary/",
    "term-en": "en/glossary/relative-gains/",
    "dilemma-en": "en/dilemma/",
    "references-en": "en/references/",
    "about-en": "en/about/",
}
TOLD = re.compile(
    r"- (?:'|\")?(banner|navigation|main|contentinfo|region|complementary|search|form|dialog|note|"
    r"heading|button|checkbox|radio|radiogroup|group|slider|searchbox|combobox|status|img|figure|"
    r"table|doc-[a-z]+)\b"
)
OFTEN = 40  # of a kind: the first ones stand for all


def told(snapshot: str) -> str:
    """The lines that name what is there or can be used, each kind not more than some times."""
    seen: dict[str, int] = {}
    kept = []
    for line in snapshot.splitlines():
        found = TOLD.match(line.strip())
        if found:
            seen[found[1]] = seen.get(found[1], 0) + 1
            if seen[found[1]] <= OFTEN:
                kept.append(line.rstrip(":").rstrip())
    rest = [f"# {kind}: {count}" for kind, count in sorted(seen.items()) if count > OFTEN]
    return "\n".join([*kept, *rest]) + "\n"


@pytest.mark.parametrize("name", PAGES)
def test_a_screen_reader_is_told_the_same(reader, golden, name):
    page = reader.open(PAGES[name], width=390, height=844).page
    golden(f"tree/{name}.txt", told(page.locator("body").aria_snapshot()))


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_can_be_used_has_a_name(reader, name):
    page = reader.open(PAGES[name], width=1440, height=900).page
    usable = (
        r"- (?:button|link|checkbox|radio|slider|searchbox|textbox|combobox)(?: \[[^\]]*\])*:?$"
    )
    lines = page.locator("body").aria_snapshot().splitlines()
    assert [line.strip() for line in lines if re.fullmatch(usable, line.strip())] == []
