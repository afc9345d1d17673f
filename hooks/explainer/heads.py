"""Where a reference names its author, where its title stands, and what follows.

Handles the shapes that Indonesian and English authors type: "Given Family, Title (Place: …)",
"Family, Given. Title.", "Family, G. (2016). Title.", “Title”, Site; NAME: Title; Name's Title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .markers import is_locator
from .spans import HIDDEN, masked
from .text import TITLES, fold

_PARTICLES = frozenset(
    "de van von der den bin binti ibn al el da di dos la le du ter ten zu dan and und et & y i "
    "dkk dkk. al. et. cs v vs to".split()
)
_TITLE_WORDS = frozenset(
    "theory theories history introduction the an on politics political law principles foundations "
    "journal report handbook essays studies study review origins nature rise fall decline "
    "structure logic limits international global modern world new social realism power security "
    "strategy letters works writings memoirs life towards toward beyond between after against how "
    "why what when from into rethinking understanding resolution convention treaty charter "
    "constitution act statement declaration speech interview press fact annual metode metodologi "
    "metodelogi pengantar hukum sistem politik teori sejarah filsafat dasar dasar-dasar pokok "
    "pokok-pokok ilmu manajemen pendidikan analisis analisa kamus undang-undang uu peraturan "
    "keputusan putusan pasal kitab laporan jurnal studi konsep etika negara tata penelitian "
    "hubungan perbandingan asas asas-asas aspek perkembangan perlindungan kebijakan strategi "
    "psikologi sosiologi ekonomi ekonomika administrasi kepemimpinan komunikasi budaya kebudayaan "
    "agama tafsir fiqh fikih ushul membangun menuju antara tentang seri panduan buku makalah "
    "wawancara surat dokumen statuta konvensi piagam perjanjian resolusi bahasa sastra akuntansi "
    "statistik prosedur kapita seminar proses wacana dinamika reformasi demokrasi paradigma "
    "pemikiran pembaharuan pembaruan tindak kejahatan kriminologi arbitrase kontrak perikatan "
    "perbankan media jurnalistik pembangunan otonomi prehistoric ancient descent".split()
)
"""Words with which titles begin and names do not."""

_CASE = re.compile(
    r"^([A-Z][\w.’'&-]*(?: [\w.’'&-]+){0,8}? vs?\.? [A-Z][\w.’'&-]*(?: [\w.’'&-]+){0,8}?)"
    r"(?=,| \[| \()"
)
_QUOTE = re.compile(r"[“\"«»„‘]")
_APA = re.compile(r"^(.{2,160}?)[,.]?\s*\((\d{4}[a-z]?)(?:[,/][^()]{0,30})?\)[.,:]*\s+(?=\S)")
_COLON = re.compile(r"^([^:,.“\"(]{2,60}(?:,? S\. ?J\.)?):\s+(?=[^\s\d])")
_POSSESSIVE = re.compile(r"^((?:[A-Z][\w.-]+\s){0,4}[A-Z][\w-]+)['’]s\s+(?=[“\"*A-Z])")
_BIB = re.compile(
    r"(?<!\bNo)(?<!\bno)(?<!\b[Vv]ol)(?<!\bProf)(?<=[a-z)]{2})\.\s+(?=[“\"(]?[A-Z\d])"
)
_DEGREE = re.compile(r"^(?:[A-Z][A-Za-z]{0,3}\.?\s?){1,4}$")
_INITIALS = re.compile(r"^(?:[A-Z][a-z]?\.?[\s-]?){1,4}(?:\s*(?:dan|and|&|dkk|et al).*)?$")
_NAMES_AT_END = re.compile(
    r"(?:[A-Z][\w.'’-]*[\s,]+(?:(?:dan|and|&|van|von|de|bin|et al\.|dkk\.?)\s+)?){1,6}$"
)
_MORE = re.compile(r"^\s*(?:dan|and|&|und|dkk|et al|eds?\b|\(eds?|\(peny|penyunting|ed\.)", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """The three stretches of a reference; `year` only when it stands right behind the author."""

    author: str
    title: str
    rest: str
    year: str = ""
    sure: bool = True  # whether marks (quotes, emphasis, brackets), not guesses, set the borders


def read_head(text: str, emphasised: tuple[str, ...] = ()) -> Head:
    """The author, title and remainder of a reference; the author may be empty."""
    for reader in (_case, _quoted, _apa, _emphasised, _colon, _possessive, _bibliography):
        head = reader(text, emphasised)
        if head:
            return head
    return _commas(text)


def looks_like_name(chunk: str) -> bool:
    """Whether a chunk could be the name of a person or institution, judged by its words."""
    tokens = chunk.replace("(", " ").replace(")", " ").split()
    if not 1 <= len(tokens) <= 9 or any(c.isdigit() for c in chunk):
        return False
    first = fold(tokens[0]).strip(".,'\"")
    if first in _TITLE_WORDS:
        return False
    return all(_name_token(t) for t in tokens) and any(t[0].isupper() for t in tokens)


def _name_token(token: str) -> bool:
    bare = token.strip(".,'’\"“”*_-")
    if not bare:
        return True
    folded = fold(bare)
    return (
        bare[0].isupper()
        or folded in _PARTICLES
        or folded in TITLES
        or bare.startswith(("al-", "d'", "d’"))
    )


def _only_names(chunks: list[str]) -> bool:
    """Whether every chunk that is not empty could be a name."""
    return all(looks_like_name(c) for c in chunks if c.strip(" ."))


def _case(text: str, _: tuple[str, ...]) -> Head | None:
    """A decision, "Brown v. Board of Education, 347 U.S. 483": the parties are name and title."""
    match = _CASE.match(text)
    return Head(match[1], match[1], text[match.end() :].strip(" ,")) if match else None


def _quoted(text: str, _: tuple[str, ...]) -> Head | None:
    match = _QUOTE.search(text)
    if not match:
        return None
    hidden = masked(text)
    start = match.start()
    if hidden[start] != HIDDEN or len(text[:start].split()) > 30:
        return None
    end = next((i for i in range(start, len(hidden)) if hidden[i] != HIDDEN), len(hidden))
    title = text[start + 1 : end - 1].strip(" ,.")
    before = re.sub(r"\(\d{4}[a-z]?\)\W*$", "", text[:start])
    author = _name_at_end(before.strip(" ,.:;("))
    return Head(author, title, text[end:].strip(" ,.")) if len(title) > 2 else None


def _name_at_end(before: str) -> str:
    """The author zone in front of a title, without the words of a sentence around it."""
    if looks_like_name(before) or not before:
        return before
    chunks = before.split(",")
    if len(chunks) > 1 and looks_like_name(chunks[0]) and re.match(r"\s*(?:in|dalam)\b", chunks[1]):
        return chunks[0]
    if len(chunks) > 1 and _only_names(chunks):
        return before
    match = _NAMES_AT_END.search(before[-200:] + " ")
    return match[0].strip(" ,") if match else ""


def _apa(text: str, _: tuple[str, ...]) -> Head | None:
    match = _APA.match(text)
    if not match or not _only_names(re.split(r"[,&]", match[1])):
        return None
    title, _sep, rest = text[match.end() :].partition(". ")
    return Head(match[1].strip(" ,."), title.strip(" .,"), rest, match[2])


def _emphasised(text: str, emphasised: tuple[str, ...]) -> Head | None:
    for stretch in emphasised:
        at = text.find(stretch)
        if at < 0 or len(stretch) < 4 or at > 250:
            continue
        if at == 0 and len(stretch.split()) <= 2 and looks_like_name(stretch):
            continue
        before = text[:at].strip(" ,.:;")
        if before.endswith((" in", " dalam", " Dalam", " In")):
            continue
        if _only_names(before.split(",")):
            return Head(before, stretch.strip(" ,."), text[at + len(stretch) :].strip(" ,."))
    return None


def _colon(text: str, _: tuple[str, ...]) -> Head | None:
    match = _COLON.match(text)
    if not match or not looks_like_name(match[1]) or len(match[1].split()) > 5:
        return None
    title, rest = _until_comma(text[match.end() :])
    return Head(match[1], title, rest, sure=match[1].isupper())


def _possessive(text: str, _: tuple[str, ...]) -> Head | None:
    match = _POSSESSIVE.match(text)
    if not match:
        return None
    title, rest = _until_comma(text[match.end() :])
    return Head(match[1], title, rest, sure=False)


def _bibliography(text: str, _: tuple[str, ...]) -> Head | None:
    """Full stops as in a list: "Soekanto, Soerjono. 1986. Pengantar Penelitian Hukum. Jakarta"."""
    match = _BIB.search(masked(text))
    if not match or match.start() > 120:
        return None
    author = text[: match.start()]
    if not all(looks_like_name(c) or _MORE.match(c) for c in author.split(",") if c.strip()):
        return None
    after = text[match.end() :]
    year = re.match(r"\(?(\d{4}[a-z]?)\)?[.,]\s*", after)
    after = after[year.end() :] if year else after
    title, _sep, rest = after.partition(". ")
    return Head(author, title.strip(" .,"), rest, year[1] if year else "", sure=bool(year))


def _until_comma(text: str) -> tuple[str, str]:
    hidden = masked(text)
    ends = [i for i in (hidden.find(","), text.find(" (")) if i > 0]
    end = min(ends, default=len(text))
    return text[:end].strip(" .,*_"), text[end:].strip(" ,")


def _commas(text: str) -> Head:
    """Commas only: "Kenneth N. Waltz, Theory of International Politics (Reading: …), hlm. 88"."""
    chunks = _chunks(text)
    alone = len(chunks) == 1 and len(chunks[0].split()) > 5
    taken = _author_chunks(chunks) if looks_like_name(chunks[0]) and not alone else 0
    author = ", ".join(chunks[:taken])
    if taken >= len(chunks):
        return Head(author, "", "", sure=False)
    title, tail = _until_comma(chunks[taken])
    rest = ", ".join([tail, *chunks[taken + 1 :]]).strip(" ,")
    return Head(author, title, rest, sure=False)


def _chunks(text: str) -> list[str]:
    hidden = masked(text)
    chunks, start = [], 0
    for index, char in enumerate(hidden):
        if char == ",":
            chunks.append(text[start:index].strip())
            start = index + 1
    chunks.append(text[start:].strip())
    return [c for c in chunks if c] or [""]


def _author_chunks(chunks: list[str]) -> int:
    """How many leading chunks belong to the author."""
    listed = _listed_authors(chunks)
    if listed:
        return listed
    taken = 1
    while taken < len(chunks):
        chunk = chunks[taken]
        more = _MORE.match(chunk) or _INITIALS.match(chunk) or _is_degree(chunk)
        if not more and not _is_given_name(chunks, taken):
            break
        taken += 1
    return taken


def _listed_authors(chunks: list[str]) -> int:
    """How many chunks a list of people fills: "Huala Adolf, Sri Mamudji, dan Ani Wirawati, …"."""
    for index, chunk in enumerate(chunks[:7]):
        if not looks_like_name(chunk):
            return 0
        pair = re.split(r"\s(?:dan|and|&)\s", chunk)
        joined = index and (
            _MORE.match(chunk) or (len(pair) == 2 and all(_is_person(p) for p in pair))
        )
        if joined and all(_is_person(c) or _INITIALS.match(c) for c in chunks[1:index]):
            return index + 1
    return 0


def _is_person(chunk: str) -> bool:
    """Whether a chunk has at least a given and a family name, as people in a list do."""
    return len(chunk.split()) > 1 and looks_like_name(chunk)


def _is_degree(chunk: str) -> bool:
    return bool(_DEGREE.match(chunk)) and all(
        fold(t).replace(".", "") in TITLES or (len(t) <= 3 and t.isupper()) for t in chunk.split()
    )


def _is_given_name(chunks: list[str], taken: int) -> bool:
    """Whether the second chunk is a given name: "Soekanto, Soerjono, Pengantar …"."""
    if taken != 1 or len(chunks[0].split()) > 1 or len(chunks[1].split()) > 2:
        return False
    following = next((c for c in chunks[2:] if not is_locator(c)), "")
    titled = len(following.split()) >= 2 and not re.search(r"\d{4}|:", chunks[2][:40])
    return looks_like_name(chunks[1]) and titled and " dan " not in chunks[1]
