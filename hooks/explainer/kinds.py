"""What sort of source a reference gives (CSL types): laws, cases and interviews by their shape."""

from __future__ import annotations

import re

from .gazetteer import periodical
from .heads import Head

_I = re.IGNORECASE
_LAW_START = re.compile(
    r"^(?P<by>(?:Penjelasan\s)?(?:Pasal|Ps\.|Bab)\s[\w ().]{1,40}?\s(?=U)|"
    r"(?:Republik\s)?Indonesia,\s|R\.?I\.?,\s|[A-Z][\w ]{2,40},\s)?(?P<law>(?:Undang[- "
    r"]Undang(?:\sDasar)?|UUD|UU(?![\w])|"
    r"Peraturan\s(?:Pemerintah|Presiden|Menteri|Daerah|Mahkamah|Bank|Kepala|Gubernur|Bupati|"
    r"Wali|Otoritas|Komisi)|PP\s(?:No|R)|"
    r"Perp?pu(?!\w)|Perpres|Permen\w*|Perda(?!\w)|Perma(?!\w)|Keputusan\s(?:Presiden|Menteri|"
    r"Bersama|Gubernur|Direktur)|Keppres|Kepmen\w*|"
    r"Resolu(?:tion|si)\s(?:No(?:mor|\.)\s?)?\d|Instruksi\sPresiden|Inpres|Ketetapan\sM|"
    r"TAP\s?MPR|Kitab\sUndang|KUHP|Qanun|"
    r"Resolusi\s(?:Majelis|Dewan|PBB)|"
    r"(?:UN\s)?(?:General Assembly|Security Council)\sRes|UNGA\sRes|UNSC\sRes|(?:Konvensi|"
    r"Traktat|Piagam|Statuta|Protokol|Perjanjian)\s"
    r"(?=[A-Z][\w]*\s(?:tentang|\d{4}|Perserikatan|antara)|PBB|Wina|Jenewa|Roma|ASEAN|Mahkamah)|"
    r"(?:Vienna |Geneva |United Nations |International )?(?:Convention|Treaty|Covenant|Protocol|"
    r"Charter)\s(?:on|of|for|between|against|relating)\s))",
)
_ENGLISH_ACT = re.compile(
    r"^(?P<law>[A-Z][\w'’ ()-]{3,90}?\s(?:Act|Ordinance|"
    r"Regulations)(?:\s(?:of\s)?\d{4}))(?=[\s,.;]|$)"
)
_LAW_END = re.compile(
    r",?\s(?:Pasal|Ps\.|pasal|[Aa]rt(?:icle|s|\.)?s?\s?\d|[Ss]ections?\s\d|ss?\.?\s\d|§|"
    r"Lembaran|LN\s|TLN|LNRI|hlm|hal\.|hal\s|adopted|opened|"
    r"signed|pp?\.\s?\d|diakses|Bab\s|Penjelasan|U\.?N\.?\sDoc|UNTS|\d+ UNTS|Tambahan|"
    r"ditetapkan|para\.?\s?\d)|,\s(?:\d{1,3}\s[A-Z]|jo\.|[A-Z]/)|\s\((?![^()]{0,12}\d?\))|;|"
    r"(?<=[a-z)\d]{2})\.\s|\.?$"
)
_SECTION_WORDS = ("Pasal", "Ps.", "Penjelasan", "Bab", "Article", "Section")
_TREATY = re.compile(
    r"(?:Konvensi|Traktat|Piagam|Statuta|Protokol|Perjanjian|Convention|Treaty|Covenant|"
    r"Protocol|Charter)(?!\w)"
)
_CASE_START = re.compile(
    r"^(?:Putusan|Penetapan|Yurisprudensi|Perkara)\s(?=[A-Z]|No)|^(?:Mahkamah (?:Konstitusi|"
    r"Agung)|Pengadilan [\w ]{3,40}),\s(?=Putusan)"
)
_CASE_END = re.compile(
    r",?\s(?:hlm|hal|h|para|paragraf|pertimbangan|angka|tanggal|tgl|diputus|butir|hal\.)(?!\w)|"
    r",\s|\s\(|;|(?<![Nn]o)\.\s|\.?$",
    _I,
)
_VERSUS = re.compile(r"^[^,“\"]{2,80}\sv(?:s)?\.?\s[A-Z]")
_INTERVIEW = re.compile(
    r"^(?:hasil\s)?(?:wawancara|interview)(?!\w)(?:\s(?:pribadi|langsung|penulis|mendalam|daring|"
    r"online|personal)(?!\w))?\s?"
    r"(?:penulis\s)?(?:(?:dengan|with|bersama|kepada|by (?:the )?author,?(?: with)?)(?!\w)|"
    r":)?\s?(?P<who>[^,;(]{2,80})",
    _I,
)

_THESIS = re.compile(
    r"(?<!\w)(?:skripsi|tesis|disertasi|thesis|theses|dissertation|diss\.|tugas akhir|karya "
    r"tulis ilmiah)(?!\w)",
    _I,
)
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "paper-conference",
        re.compile(
            r"(?<!\w)(?:makalah|prosiding|proceedings|paper presented|conference paper|"
            r"disampaikan (?:pada|dalam))(?!\w)",
            _I,
        ),
    ),
    (
        "speech",
        re.compile(
            r"(?<!\w)(?:pidato|orasi|kuliah umum|ceramah|speech|remarks|lecture|address (?:to|"
            r"at|before)|sambutan)(?!\w)",
            _I,
        ),
    ),
    (
        "personal_communication",
        re.compile(
            r"(?<!\w)(?:surat (?:dari|kepada|pribadi)|e-?mail|surel|letter (?:to|from)|personal "
            r"communication|komunikasi pribadi|"
            r"percakapan|pesan (?:whatsapp|singkat)|to [A-Z]\w+, \d{1,2} [A-Z])",
            _I,
        ),
    ),
    (
        "manuscript",
        re.compile(
            r"(?<!\w)(?:arsip|archives?|manuscript|naskah|unpublished|tidak diterbitkan|\bMS\b|"
            r"ANRI|box \d|folder \d)(?!\w)",
            _I,
        ),
    ),
)
_REPORT = re.compile(
    r"(?<!\w)(?:laporan|annual report|report|working paper|policy (?:brief|paper)|white paper|"
    r"kertas kerja|discussion paper|"
    r"statistik indonesia|renstra|rencana strategis|fact ?sheet|memorandum|A/RES|S/RES|UN Doc|"
    r"U\.N\. Doc|A/\d|S/\d{4}|E/CN)(?!\w)",
    _I,
)


def read_shape(text: str) -> tuple[str, Head] | None:
    """Type and head of a law, treaty, court decision or interview; their titles have no marks."""
    law = _LAW_START.match(text) or _ENGLISH_ACT.match(text)
    if law:
        start = law.start("law")
        kind = "treaty" if _TREATY.search(text[start : law.end("law")]) else "legislation"
        return kind, _cut(text, start, _LAW_END.search(text, law.end("law")))
    case = _CASE_START.match(text)
    if case:
        start = case.end() if "," in case[0] else 0
        return "legal_case", _cut(text, start, _CASE_END.search(text, start + 8))
    interview = _INTERVIEW.match(text)
    if interview:
        title = text[: interview.end("who")].strip(" .")
        return "interview", Head(interview["who"].strip(" .:"), title, text[interview.end() :])
    return None


def _cut(text: str, start: int, end: re.Match[str] | None) -> Head:
    stop = end.start() if end else len(text)
    author = "" if text.startswith(_SECTION_WORDS) else text[:start].strip(" ,")
    return Head(author, text[start:stop].strip(" ,."), text[stop:])


def is_versus(text: str) -> bool:
    """Whether a reference names two parties: "Brown v. Board of Education"."""
    return bool(_VERSUS.match(text))


def is_thesis(text: str) -> bool:
    """Whether a stretch says "Skripsi", "Tesis", "PhD diss."."""
    return bool(_THESIS.search(text))


def shape_of(text: str) -> str:
    """The type that a telling word gives away (thesis, paper, speech, letter, archive)."""
    if is_thesis(text):
        return "thesis"
    return next((kind for kind, pattern in _SHAPES if pattern.search(text)), "")


def is_report(text: str) -> bool:
    """Whether a title or remainder calls itself a report or carries a UN document number."""
    return bool(_REPORT.search(text))


def article_type(container: str, *, numbered: bool, exact_date: bool, online: bool) -> str:
    """The type of what appeared in a container; a dated item of a news organisation is news."""
    known = periodical(container)
    if numbered and known != "article-magazine":
        return "article-journal"
    if known:
        return known
    if online:
        return "webpage"
    return "article-newspaper" if exact_date else "article-journal"
