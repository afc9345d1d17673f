"""What a page may do, as Content Security Policy Level 3 says it, and the headers of a host.

Everything of ours comes from the site itself. The one style and the one script that stand in a
page are named by their hashes; blocks of data (JSON-LD, settings) are not run and need none.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}

HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",  # the rest stands in each page
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What only the host can say, or says for files that are no pages."""

FOR_EVER = "public, max-age=31536000, immutable"
REVALIDATED = "no-cache"

KEPT = ("/assets/fonts/*.woff2", "/assets/javascripts/*", "/assets/js/*")
"""Files whose names change with their content."""


def policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """The policy of a page with these inline styles and scripts."""
    inline = {"style-src": styles, "script-src": scripts}
    parts = []
    for directive, sources in ALLOWED.items():
        hashes = [source_hash(text) for text in inline.get(directive, ())]
        parts.append(" ".join(filter(None, (directive, sources, *hashes))))
    return "; ".join(part if " " in part else f"{part} 'none'" for part in parts)


def source_hash(text: str) -> str:
    """The hash by which a policy names the text between two tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def headers_file() -> str:
    """`_headers` for hosts that read it (Cloudflare Pages, Netlify)."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for path in KEPT:
        lines += [path, f"  Cache-Control: {FOR_EVER}"]
    return "\n".join(lines) + "\n"


def redirects_file(folders: Iterable[str]) -> str:
    """`_redirects` for the same hosts: below a language's folder, its own "not found"."""
    return "".join(f"/{folder}* /{folder}404.html 404\n" for folder in folders)
