"""The pure core of the explainer: no MkDocs here, and nothing but the standard library on import.

text, spans       words, folding, spelling distance; quotations, brackets, addresses
markers           Ibid., Op. Cit., Loc. Cit., supra note n; pages and other locators
heads, fields     where author and title stand; a full note -> CSL fields (Source)
notes             one footnote as typed -> its pieces
works, short      the works cited so far; how a mention finds the one it means
resolve           notes in printed order -> Citations; reports words every problem
rules             why a reference resolves as it does, in both languages, for the reader
extension         the Markdown extension that shows all this (imports markdown)
bilingual         pairs of pages, navigation and language of a path
"""

from .model import Citation, Name, Problem, Source
from .resolve import resolve_notes

__all__ = ["Citation", "Name", "Problem", "Source", "resolve_notes"]
