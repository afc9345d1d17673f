"""A miniature site with an annotated article in two languages, and one without annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from markdown import Markdown

from explainer.extension import ExplainerExtension
from explainer.parallel import hash_of
from explainer.site import Site

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = [
    {"id": "karya-satu", "type": "book", "title": "Buku Satu", "language": "id", "issued": "1979",
     "author": [{"family": "Satu"}]},
    {"id": "karya-dua", "type": "webpage", "title": "Halaman Dua", "language": "id",
     "issued": "2022", "author": [{"literal": "Kantor Dua"}], "URL": "https://dua.example/"},
]  # fmt: skip

FRONTS: dict[str, dict[str, Any]] = {
    "artikel.md": {"title": "Artikel", "kind": "article", "pair": "en/article.md"},
    "en/article.md": {"title": "Article", "kind": "article", "pair": "artikel.md"},
    "lain.md": {"title": "Lain", "kind": "article"},
    "glosarium/realisme.md": {
        "title": "Realisme", "kind": "term", "description": "Aliran.",
        "pair": "en/glossary/realism.md",
        "term": {"id": "realism", "school": "realism", "forms": ["realisme"]},
    },
    "en/glossary/realism.md": {
        "title": "Realism", "kind": "term", "description": "A school.",
        "pair": "glosarium/realisme.md", "term": {"id": "realism", "forms": ["realism"]},
    },
}  # fmt: skip

ARTICLE = """\
Satu dua “tiga” empat[^1]. Lima *enam tujuh* delapan, dua.

## Judul pertama

Sembilan sepuluh; sebelas realisme dua belas.[^2] Tiga belas empat belas.

Penutup yang pendek.

[^1]: Satu, *Buku Satu* (Jakarta: Penerbit, 1979), hlm. 3.
[^2]: Ibid., hlm. 12.
"""

PARTS = {
    "p-1": "Satu dua “tiga” empat. Lima enam tujuh delapan, dua.",
    "h-1": "Judul pertama",
    "p-2": "Sembilan sepuluh; sebelas realisme dua belas. Tiga belas empat belas.",
    "p-3": "Penutup yang pendek.",
}
CHECKED = {
    "article": "artikel.md",
    "paragraphs": {key: hash_of(text) for key, text in PARTS.items()},
}
"""The translation below was checked against all of the article."""

TRANSLATION = """\
One two “three” four[^1]. Five *six seven* eight, two.

## First heading

Nine ten; eleven realism twelve.[^2] Thirteen fourteen.

A short end.

[^1]: Satu, *Buku Satu* (Jakarta: Penerbit, 1979), hlm. 3.
[^2]: Ibid., hlm. 12.
"""


def framed(text: str, language: str) -> str:
    """The text as an article, with the page's own section below it."""
    later = {"id": "## Sesudah artikel\n\nKalimat kami.", "en": "## After it\n\nOur sentence."}
    body, _, notes = text.partition("\n[^1]:")
    frame = f'<div class="ex-article" lang="{language}" markdown="1">\n\n{body}\n</div>\n\n'
    return frame + later[language] + (f"\n\n[^1]:{notes}" if notes else "") + "\n"


def note(note_id: str, kind: str, words: tuple[str, str], **more: Any) -> dict[str, Any]:
    """An annotation of the miniature article; what is not given is made up."""
    one, two = ({"exact": w} if isinstance(w, str) else w for w in words)
    long = " ".join(["kata"] * 30)
    made = {
        "id": note_id,
        "kind": kind,
        "target": {"id": one, "en": two},
        "title": {"id": f"Judul {note_id}", "en": f"Title {note_id}"},
        "body": {"id": f"{long} realisme [@karya-satu].", "en": f"{long} realism [@karya-satu]."},
    }
    return made | more


ANNOTATIONS = [
    note("konteks", "context", ("dua “tiga” empat. Lima enam", "two “three” four. Five six")),
    note("klaim", "fact-check", ("tiga” empat", "three” four"), verdict="accurate", claim="c1",
         sources=["karya-dua"], terms=["realism"]),
    note("sama", "language", ("tiga” empat", "three” four")),
    note("ulang", "theory", ({"exact": "dua", "suffix": "belas"}, {"exact": "twelve"})),
    note("judul", "context", ("Judul", "First heading")),
    note("meleset", "fact-check", ("empat belas", "fourteen"), verdict="translation-slip",
         claim="c2"),
    note("sumber", "source", ("Ibid.", "Ibid."), verdict="imprecise"),
]  # fmt: skip


def data_files(annotations: object = None, hashes: object = CHECKED) -> dict[str, str]:
    """The files of docs/_data as they would be typed."""
    made: dict[str, object] = {"_data/sources.yml": SOURCES}
    if annotations is not None:
        listed = {"article": "artikel.md", "annotations": annotations}
        is_list = isinstance(annotations, list)
        made["_data/annotations/artikel.yml"] = listed if is_list else annotations
    if hashes is not None:
        made["_data/translations/artikel.yml"] = hashes
    return {
        path: yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        for path, data in made.items()
    }


def site_files(annotations: object = None, hashes: object = CHECKED) -> dict[str, str]:
    """All files below docs/ of the miniature site."""
    texts = {
        "index.md": "---\ntitle: Beranda\npair: en/index.md\n---\n\n[Artikel](artikel.md)\n",
        "en/index.md": "---\ntitle: Home\npair: index.md\n---\n\n[Article](article.md)\n",
        "artikel.md": framed(ARTICLE, "id"),
        "en/article.md": framed(TRANSLATION, "en"),
        "lain.md": "Paragraf satu.\n\nParagraf dua.\n",
        "glosarium/realisme.md": "Uraian.\n",
        "en/glossary/realism.md": "Prose.\n",
        "glosarium/index.md": _index("Glosarium", "en/glossary/index.md"),
        "en/glossary/index.md": _index("Glossary", "glosarium/index.md"),
    }
    fronts = {path: f"---\n{yaml.safe_dump(front)}---\n\n" for path, front in FRONTS.items()}
    pages = {path: fronts.get(path, "") + text for path, text in texts.items()}
    return pages | data_files(annotations, hashes)


def _index(title: str, pair: str) -> str:
    return f"---\ntitle: {title}\npair: {pair}\n---\n\n## Aliran {{#realism}}\n"


def rendered(
    folder: Path, files: dict[str, str], pages: dict[str, str]
) -> tuple[Site, dict[str, str]]:
    """The pages of these texts without MkDocs, and what their build knows and reports."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    site = Site(folder, {"id": "Situs", "en": "Site"}, lambda path: f"https://situs.example/{path}")
    fronts = {
        path: front for path, front in FRONTS.items() if front["kind"] == "term" or path in pages
    }
    site.read(fronts, {path: path.removesuffix(".md") + "/" for path in fronts})
    ours, html = ExplainerExtension(site.recorder), {}
    for path, text in pages.items():
        ours.page = site.info(path, "en" if path.startswith("en/") else "id", [])
        names = ["footnotes", "attr_list", "md_in_html", "toc", ours]
        settings = {"footnotes": {"USE_DEFINITION_ORDER": False}}
        made = Markdown(extensions=names, extension_configs=settings).convert(text)
        html[path], _ = site.highlighted(made, path)
    return site, html
