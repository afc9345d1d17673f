"""The style sheets of the site, joined into the one file that a page asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")


def join_styles(sheets: Iterable[str]) -> str:
    """All sheets in order, without comments and needless space.

    Text in quotation marks must not hold comments, braces, semicolons or runs of space; ours
    never do. Space around colons, brackets and signs stays, because there it can mean something.
    """
    bare = _SPACE.sub(" ", _COMMENT.sub("", " ".join(sheets)))
    return _AROUND.sub(r"\1", bare).replace(";}", "}").strip() + "\n"
