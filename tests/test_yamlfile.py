"""Data files as authors type them: read, or told of, and never a reason to stop without a word."""

from __future__ import annotations

import pytest

from explainer.site import Site
from explainer.yamlfile import front_problems, read_data
from support import cases

PATH = "_data/sources.yml"


@pytest.mark.parametrize("case", cases("yamlfile"))
def test_the_table(case, tmp_path):
    file = tmp_path / PATH
    file.parent.mkdir()
    if "bytes" in case:
        file.write_bytes(bytes.fromhex(case["bytes"]))
    elif "text" in case:
        file.write_text(case["text"], "utf-8")
    found, problems = read_data(tmp_path, PATH)
    assert found == case.get("read")
    assert [problem.line() for problem in problems] == [case[k] for k in ("problem",) if k in case]


@pytest.mark.parametrize("case", cases("fronts"))
def test_the_table_of_front_matter(case):
    problems = front_problems({"baru.md": case["text"]})
    assert [problem.line() for problem in problems] == case["problems"]


def test_a_page_whose_front_matter_cannot_be_read_is_told(build):
    built = build(
        {"index.md": "# Satu\n", "baru.md": "---\ntitle: Judul: anak judul\n---\n\nTeks.\n"}
    )
    told = [line for line in built.warnings if "[yaml-unreadable]" in line]
    assert len(told) == 1
    assert "baru.md, line 2" in told[0]


def test_a_site_goes_on_and_tells(tmp_path):
    (tmp_path / "_data").mkdir()
    (tmp_path / PATH).write_text("- id: satu\n  title: Rusia: dua\n", "utf-8")
    site = Site(tmp_path, {"id": "Situs", "en": "Site"})
    site.read({"index.md": {"title": "Beranda"}}, {"index.md": ""})
    assert [p.code for p in site.all_problems() if p.severity == "error"] == ["yaml-unreadable"]


def test_an_event_without_a_title_is_told_and_breaks_nothing(build):
    timeline = (
        "published: '2022-08-30'\ncoverage_until: '2026-03-17'\n"
        "events:\n- {id: satu, date: '1961-07-06'}\n"
    )
    front = '---\ntitle: Linimasa\nkind: timeline\n---\n\n<div class="ex-timeline"></div>\n'
    built = build({"index.md": front, "_data/timeline.yml": timeline})
    assert any("[event-one-language]" in line for line in built.warnings)
