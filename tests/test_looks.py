"""What the pages look like: screenshots against those that somebody looked at.

After a change that is meant to be seen: `python3 run.py test -- tests/test_looks.py --regenerate`,
then look at the pictures in tests/expected/looks before committing them.
"""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image, ImageDraw

from looks import difference, keep
from support import EXPECTED
from test_browser_pages import LAID_OUT

PAGES = {
    "home": "",
    "home-en": "en/",
    "article": "artikel/#p-2",
    "article-en": "en/article/#p-6",
    "timeline": "linimasa/",
    "glossary": "glosarium/",
    "term": "glosarium/keuntungan-relatif/",
    "dilemma": "dilema/",
    "references": "rujukan/",
    "about": "tentang/",
    "missing": "tidak-ada/",
}
PARTS = {
    "colours": ".ex-swatches",
    "sizes": ".ex-sizes",
    "table": ".ex-table",
    "paragraph": ".ex-sample:has(.ex-par)",
    "tally": ".ex-sample:has(> .ex-tally)",
    "claims": ".ex-claims",
    "event": ".ex-sample:has(.ex-event)",
    "strip": ".ex-strip",
    "doors": ".ex-sample:has(.ex-doors)",
}
SIZES = {390: 844, 1440: 900}
SCHEMES = ("light", "dark")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture
def look(request, tmp_path):
    """`look(name, png)` compares a screenshot with the one kept under that name."""

    def compare(name: str, png: bytes) -> None:
        file = EXPECTED / "looks" / f"{name}.png"
        if request.config.getoption("--regenerate"):
            keep(png, file)
        assert file.is_file(), f"tests/expected/looks/{name}.png is missing; use --regenerate"
        apart = difference(png, file)
        (tmp_path / f"{name}.png").write_bytes(png)
        assert not apart.is_seen, f"{apart.said or apart.share}: see {tmp_path}/{name}.png"

    return compare


def settled(reader, path, **device):
    """The page with its fonts, which on a slow first visit may be left out ("optional")."""
    page = reader.open("robots.txt", **device).page
    page.route("**/*", waiting_for_fonts)
    page.goto(reader.base + path, wait_until="load")
    page.evaluate(LAID_OUT)
    page.evaluate("""document.fonts.ready.then(() => {
      document.querySelector(location.hash || 'html').scrollIntoView();
    })""")
    page.wait_for_timeout(300)
    return page


def waiting_for_fonts(route):
    """A page as it is, but its text waits for its fonts; the policy knows another style."""
    if route.request.resource_type != "document":
        return route.continue_()
    answer = route.fetch()
    html = POLICY.sub("", answer.text()).replace("font-display:optional", "font-display:block")
    return route.fulfill(response=answer, body=html)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(reader, look, name, width, scheme):
    page = settled(reader, PAGES[name], width=width, height=SIZES[width], scheme=scheme)
    look(f"{name}-{width}-{scheme}", page.screenshot())


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", SIZES)
def test_the_parts_look_as_they_did(reader, look, width, scheme):
    page = settled(reader, "gaya/", width=width, height=SIZES[width], scheme=scheme)
    page.locator(".ex-header").evaluate("bar => { bar.style.position = 'static' }")
    for name, selector in PARTS.items():
        look(f"part-{name}-{width}-{scheme}", page.locator(selector).first.screenshot())


def picture(*boxes, size=(400, 400)):
    """A white picture with black boxes."""
    image = Image.new("RGB", size, "white")
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, fill="black")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("now", "seen"),
    [
        (picture((100, 100, 300, 120)), False),
        (picture((101, 100, 301, 120)), False),  # half a pixel in the kept picture
        (picture((100, 140, 300, 160)), True),  # moved
        (picture(), True),  # gone
        (picture((100, 100, 300, 120), (20, 300, 120, 360)), True),  # something new
        (picture((100, 100, 300, 120), size=(400, 460)), True),  # longer
    ],
)
def test_what_a_reader_would_see_is_seen(tmp_path, now, seen):
    keep(picture((100, 100, 300, 120)), tmp_path / "kept.png")
    assert difference(now, tmp_path / "kept.png").is_seen is seen
