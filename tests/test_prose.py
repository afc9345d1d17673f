"""Markdown in data files: what becomes an element, and what stays the text that it is."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest

from explainer.extension import prose

TABLE = [
    ("Satu *kata* penting.", "<p>Satu <em>kata</em> penting.</p>"),
    ("Satu.\n\nDua.", "<p>Satu.</p><p>Dua.</p>"),
    ("- satu\n- dua", "<ul><li>satu</li><li>dua</li></ul>"),
    ("[di sini](p.md)", '<p><a href="p.md">di sini</a></p>'),
    ("<b>bukan</b> 5 < 6", "<p>&lt;b&gt;bukan&lt;/b&gt; 5 &lt; 6</p>"),
    ("tetap [@waltz-1979, 88]", "<p>tetap [@waltz-1979, 88]</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_prose_becomes_elements_and_html_stays_text(text, expected):
    made = "".join(tostring(element, "unicode") for element in prose(text))
    assert made.replace("\n", "") == expected
