"""Each event can be cited: text in three styles, BibTeX and RIS, read back by pybtex and rispy."""

from __future__ import annotations

import pybtex.database
import pytest
import rispy

from explainer.citefiles import entry_name, entry_paths
from explainer.pagerecord import Pages
from explainer.timelineciting import citable, event_citations
from test_timelineexport import REAL

NAMES = {"id": "Rusia–DPRK", "en": "Russia–DPRK"}
FRONTS = {
    "linimasa.md": {"title": "Linimasa hubungan", "kind": "timeline"},
    "en/timeline.md": {"title": "Timeline of relations", "kind": "timeline"},
}
ROOT = "https://contoh.id/"
PAGES = Pages(FRONTS, {}, NAMES, lambda path: ROOT + path.removesuffix("index.md"))
FULL = f"{ROOT}{{}}".format
MADE = event_citations(REAL, PAGES.record, FULL)


def test_every_event_has_three_files_in_each_language():
    assert len(MADE) == len(REAL.events) * 2 * 3
    assert all(path.startswith(("unduh/kutip/linimasa-", "unduh/cite/timeline-")) for path in MADE)
    assert event_citations(REAL, PAGES.record, FULL) == MADE


def test_the_text_holds_the_address_and_three_styles():
    assert MADE["unduh/cite/timeline-unsc-1718.txt"] == (
        "\ufeffUN Security Council resolution 1718\n"
        "14 October 2006\n"
        "https://contoh.id/en/timeline.md#unsc-1718\n\n"
        "Footnote, Indonesian style:\n"
        "“UN Security Council resolution 1718”, in “Timeline of relations”, Russia–DPRK, "
        "https://contoh.id/en/timeline.md#unsc-1718, accessed [date of access].\n\n"
        "Note, Chicago style:\n"
        "“UN Security Council resolution 1718,” in “Timeline of relations,” Russia–DPRK, "
        "accessed [date of access], https://contoh.id/en/timeline.md#unsc-1718.\n\n"
        "List of references, APA style:\n"
        "UN Security Council resolution 1718. (n.d.). In Timeline of relations. Russia–DPRK. "
        "Retrieved [date of access], from https://contoh.id/en/timeline.md#unsc-1718\n\n"
        "Where your faculty’s guide differs, follow the guide. The date of access is the day on "
        "which you open this page. Replace “[date of access]” with that day.\n\n"
        "BibTeX: https://contoh.id/unduh/cite/timeline-unsc-1718.bib\n"
        "RIS: https://contoh.id/unduh/cite/timeline-unsc-1718.ris\n"
    )


@pytest.mark.parametrize(("language", "page"), [("id", "linimasa.md"), ("en", "en/timeline.md")])
def test_reference_managers_read_every_event(language, page):
    for event in REAL.events.values():
        paths, url = entry_paths(page, event.id), f"{ROOT}{page}#{event.id}"
        found = pybtex.database.parse_string(MADE[paths["BibTeX"]], "bibtex").entries
        assert list(found) == [entry_name(page, event.id)]
        fields = next(iter(found.values())).fields
        assert (fields["url"], fields["howpublished"]) == (url, NAMES[language])
        (record,) = rispy.loads(MADE[paths["RIS"]])
        title = event.titles[language]
        assert (record["title"], record["urls"]) == (title, [url])
        assert title in MADE[paths["text"]]


def test_an_event_is_an_entry_of_the_page():
    one = citable(REAL.events["unsc-1718"], "linimasa.md", PAGES.record("linimasa.md"))
    assert (one.kind, one.part) == ("event", "Linimasa hubungan")
