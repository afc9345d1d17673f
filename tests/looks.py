"""Screenshots compared with those that were looked at, made small, so that fonts may differ a bit.

A picture is kept at half its size in few colours. For the comparison both are made smaller still:
letters that another Chromium draws half a pixel elsewhere melt away; a box that moved, a colour
that changed or a part that is missing does not.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

if TYPE_CHECKING:
    from pathlib import Path

HALF, COARSE, COLOURS = 2, 4, 96
TILE_DIFFERS = 40  # of 255, in one coarse pixel
SHARE = 0.012  # of all coarse pixels may differ so


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart; `share` of 1."""

    share: float
    said: str = ""

    @property
    def is_seen(self) -> bool:
        """Whether a reader would see it."""
        return bool(self.said) or self.share > SHARE


def small(png: bytes) -> Image.Image:
    """The picture as it is kept: half as large, in few colours."""
    half = Image.open(io.BytesIO(png)).convert("RGB").reduce(HALF)
    return half.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")


def keep(png: bytes, file: Path) -> None:
    """Write the picture that later ones are compared with."""
    file.parent.mkdir(parents=True, exist_ok=True)
    small(png).quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def difference(png: bytes, file: Path) -> Difference:
    """The picture as it is now against the one that was kept."""
    now, before = small(png), Image.open(file).convert("RGB")
    if abs(now.height - before.height) > before.height * 0.02 + 2 or now.width != before.width:
        return Difference(1.0, f"the size was {before.size}, now it is {now.size}")
    box = (0, 0, now.width, min(now.height, before.height))
    apart = ImageChops.difference(now.crop(box).reduce(COARSE), before.crop(box).reduce(COARSE))
    strongest = max_of_bands(apart)
    counts = strongest.histogram()
    return Difference(sum(counts[TILE_DIFFERS:]) / (strongest.width * strongest.height))


def max_of_bands(image: Image.Image) -> Image.Image:
    """The largest of the three colours' differences, in each place."""
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)
