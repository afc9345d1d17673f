"""The icons of the app: drawn from docs/assets/favicon.svg, there, small and of the right size.

After a change of the favicon: `python3 run.py test -k icons --regenerate`.
"""

from __future__ import annotations

import io
from hashlib import sha256

import pytest
from PIL import Image, PngImagePlugin

from explainer.offline import ICONS, icon_path
from support import ROOT

DRAWN = (ROOT / "docs/assets/favicon.svg").read_text("utf-8")
SMALL = 8_000  # bytes
STYLE = "body {{ margin: 0; background: {} }} svg {{ display: block; width: 100vw }}"


def draw(browser, size: int, purpose: str) -> bytes:
    """A PNG of the favicon: for a mask, on a ground of its colour without round corners."""
    ground = "#8a1f2d" if purpose == "maskable" else "transparent"
    svg = DRAWN.replace('rx="6" ', "") if purpose == "maskable" else DRAWN
    if purpose == "maskable":  # what every mask leaves: the middle four fifths
        svg = svg.replace('viewBox="0 0 32 32"', 'viewBox="-3 -3 38 38"')
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(f"<style>{STYLE.format(ground)}</style>{svg}")
    picture = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    page.close()
    return packed(picture)


def packed(picture: Image.Image) -> bytes:
    """The PNG with few colours, and with the hash of the drawing that it shows."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Source", sha256(DRAWN.encode()).hexdigest())
    held = io.BytesIO()
    few = picture.quantize(32, method=Image.Quantize.FASTOCTREE)
    few.save(held, "PNG", optimize=True, pnginfo=words)
    return held.getvalue()


@pytest.mark.parametrize(("size", "purpose"), ICONS)
def test_an_icon_shows_the_favicon_of_today(size, purpose, request):
    file = ROOT / "docs" / icon_path(size, purpose)
    if request.config.getoption("--regenerate"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(draw(request.getfixturevalue("browser"), size, purpose))
    picture = Image.open(io.BytesIO(file.read_bytes()))
    assert picture.size == (size, size)
    assert picture.format == "PNG"
    assert file.stat().st_size <= SMALL
    assert picture.text["Source"] == sha256(DRAWN.encode()).hexdigest()


def test_only_the_maskable_icon_fills_its_square():
    for size, purpose in ICONS:
        picture = Image.open(ROOT / "docs" / icon_path(size, purpose)).convert("RGBA")
        assert (picture.getpixel((0, 0))[3] == 255) == (purpose == "maskable")


def test_the_manifests_are_as_browsers_want_them(site):
    import json

    for folder, language in (("", "id"), ("en/", "en")):
        manifest = json.loads(site.read(f"{folder}app.webmanifest"))
        assert manifest["lang"] == language
        for icon in manifest["icons"]:
            assert (site.dir / folder / icon["src"]).resolve().is_file()
        assert (site.dir / folder / manifest["scope"]).resolve() == site.dir.resolve()
        assert (site.dir / folder / manifest["start_url"] / "index.html").is_file()
        page = site.page(folder)
        assert page.one("link[rel=manifest]").attrs["href"] == "app.webmanifest"
