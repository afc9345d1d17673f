"""In which language a source is written, judged by the words of its title; empty when unclear."""

from __future__ import annotations

import re

from .text import WORD, fold

_WORDS = {
    "id": "dan yang di ke dari pada untuk dengan dalam oleh serta tentang terhadap sebagai "
    "antara atas secara bagi melalui "
    "menuju hukum hubungan internasional negara politik luar negeri indonesia perang jurnal "
    "ilmu kebijakan pengantar teori "
    "metode penelitian sejarah ekonomi sosial pendidikan islam masyarakat pembangunan keamanan "
    "kerja sama kerjasama antar "
    "upaya peran pengaruh analisis studi dasar pokok tinjauan undang peraturan putusan laporan "
    "wawancara skripsi rakyat kota "
    "laut dunia baru kapan mengapa bagaimana apa tidak bukan adalah ini itu akan telah bisa "
    "agar karena jalan asas republik "
    "perlindungan perjanjian perdagangan diplomasi baik buku hidup tanah air kepulauan adat",
    "en": "the of and in to for on with by from an at is are was its his her their between "
    "after against how why what when "
    "theory politics international world war law history introduction relations power security "
    "states state peace journal "
    "review foreign cooperation policy economic report says will over under into about journals "
    "philosophy rights study "
    "studies learning recognition life letters times new social social-work system systems "
    "order cold great this that not "
    "global nations nuclear human press",
    "nl": "het een voor van der en op met aan tot bij zijn wet nederlandsch nederlandsche indie "
    "recht",
    "de": "der die das und des dem den im zur zum von ein eine einer mit fur uber auf aus bei nach",
    "fr": "le la les des du et un une sur dans pour aux au par chez l d essai",
}
_SETS = {language: frozenset(fold(words).split()) for language, words in _WORDS.items()}
_ID_SHAPE = re.compile(
    r"(?:me(?:ng|ny|m|n)\w{4,}|(?:ke|pe\w?|per)\w{4,}an|\w{4,}(?:asi|isme|itas|nya|kan)|"
    r"ber\w{5,}|\w+-\w+nya)"
)
_EN_SHAPE = re.compile(
    r"\w{3,}(?:tion|tions|sion|ness|ment|ments|ings?|ships?|ism|ity|ies|ics|ous|ical|ward|wards|"
    r"ed)"
)


def language_of(*texts: str) -> str:
    """The language of the first text whose words speak clearly for one."""
    for text in texts:
        found = _judged(text)
        if found:
            return found
    return ""


def _judged(text: str) -> str:
    scores = sorted(((_score(text, code), code) for code in _SETS), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    return code if best > second and best >= 1 else ""


def _score(text: str, code: str) -> float:
    tokens = [t for m in WORD.finditer(text[:400]) for t in fold(m[0]).split("'") if t]
    known = sum(1.0 for t in tokens if t in _SETS[code])
    shape = {"id": _ID_SHAPE, "en": _EN_SHAPE}.get(code)
    return known + (0.5 * sum(bool(shape.fullmatch(t)) for t in tokens) if shape else 0.0)
