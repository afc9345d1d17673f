"""One page for wrong addresses that answers in the language of the address.

GitHub Pages shows the 404.html at the root whatever the address. So it holds the English page as a
template, and docs/assets/js/missing.js puts that in its place below en/. Other hosts are told by
`_redirects` or their configuration to show en/404.html there.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def join_error_pages(site: Path, folder: str, base: str) -> None:
    """Put the "not found" of a language's folder into the one at the root."""
    root, other = site / "404.html", site / folder / "404.html"
    if root.is_file() and other.is_file():
        html = joined(root.read_text("utf-8"), other.read_text("utf-8"), base + folder)
        root.write_text(html, "utf-8", newline="\n")


def joined(html: str, other: str, folder: str) -> str:
    """The page with the body of another one as a template for addresses below a folder."""
    title, body = (pattern.findall(other) for pattern in (_TITLE, _BODY))
    if not title or not body:
        return html
    mark = f'id="ex-missing" data-folder="{escape(folder)}" data-title="{title[0].strip()}"'
    return html.replace("</body>", f"<template {mark}>{body[0]}</template></body>")
