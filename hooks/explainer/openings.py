"""How a reference opens: lead-in words, type by shape, author and title, what follows.

Improves on `heads` where a whole reference is at hand: a title that runs into the next sentence,
an institution in front of a title, an emphasised family name, a journal taken for a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .gazetteer import is_place, periodical
from .heads import Head, looks_like_name, read_head
from .kinds import is_versus, read_shape
from .markers import is_locator
from .persons import is_institution

_I = re.IGNORECASE
_LEAD = re.compile(
    r"^(?:[a-z][^,.“\"]{0,60},\s|For [^,.“\"]{0,60},\s)?(?i:lebih lanjut\s)?"
    r"(?i:lihat|lih\.|periksa|bandingkan|baca|vide|see|cf\.?|compare|siehe|vgl\.|vergleiche|"
    r"dikutip (?:dari|dalam)|disadur dari|diolah dari|quoted (?:in|by|from)|cited in|sumber:|"
    r"source:)"
    r"(?i:\s(?:juga|pula|lebih lanjut|misalnya|also|generally|e\.g\.,?|for example,?)){0,3}"
    r"[,:]?\s+(?=[A-Z“\"‘'*_])"
)
_SENTENCE = re.compile(
    r"(?<=[a-z)]{2})\.\s+(?=[A-Z“\"])|(?<=[a-z)]{2}[?!])\s+(?=(?:Jurnal|Journal|The Journal)\s)"
    r"|;\s*(?=terj|transl?|penerj|ed)",
)
_TITLE_TAIL = re.compile(
    r"\s*(?:\[[^\[\]]{2,120}\]|\((?:[^()]{0,40}(?:ed|edn|edition|edisi|cet|vol|no|pp|hlm|skripsi|"
    r"tesis|disertasi|thesis)\b[^()]{0,60}|\d{4})\))\s*$",
    _I,
)
_COLON = re.compile(r"^((?:[A-Z]\.[\s-]?){1,4}[^\W\d_][\w’'-]+(?:\s[A-Z][\w’'-]+)?):\s+(?=[^\s\d])")
_NUMBERED = re.compile(
    r"^,?\s*(?:[IVXLC]{1,7}\.?,?\s\(?\d{4}|[Vv]ol|\d{1,4}(?:\s?\(\d|,\s?(?:no|\d)))"
)
_EDITION = re.compile(
    r"(?<!\w)(?:terj\w*|penerj\w*|diterjemahkan|alih|trans\w*|cet\w*|edisi|edn?|eds|editor|"
    r"edition|jilid|"
    r"jil|juz|vol|volume|bd|seri|penerbit|pt|cv|disunting|peny\w*|second|third|revised)(?!\w)",
    _I,
)
_AUTHOR_YEAR = re.compile(r"^([^\d“\"():]{3,120}?)[.,]?\s\(?(\d{4})[a-z]?\)?\.\s+(?=\S)")
_THESIS_WORD = re.compile(r",?\s*(?<!\w)(?:skripsi|tesis|disertasi|thesis)\W*$", _I)
_ARTICLES = ("Das ", "Der ", "Die ", "The ", "La ", "Le ", "L'", "L’", "Les ", "A ", "An ")


@dataclass(frozen=True, slots=True)
class Opening:
    """The body of a reference and what its beginning says."""

    body: str
    head: Head
    shape: str = ""  # the CSL type, when law, court decision or interview
    quoted: bool = False  # whether the title stands in quotation marks
    site: str = ""


def read_opening(text: str, emphasised: tuple[str, ...]) -> Opening:
    """The opening of a reference that holds neither addresses nor the date of access."""
    body = _commas(_without_lead(" ".join(text.split()).strip(" ,;")))
    shaped = read_shape(body)
    if shaped:
        return Opening(body, shaped[1], shaped[0])
    head = _initials(body) or _author_year(body) or read_head(body, _titles(body, emphasised))
    at = body.find(head.title) if head.title else -1
    quoted = at > 0 and body[at - 1] in "“\"«»„‘'"
    head, site = _site(head if quoted else _repaired(head))
    head = _without_thesis(head)
    return Opening(body, _closed(head, body), "legal_case" if is_versus(body) else "", quoted, site)


def _without_thesis(head: Head) -> Head:
    """As in "Muhammad Rizki, Skripsi: “Kebijakan”": the kind of work is no name."""
    return replace(head, author=_THESIS_WORD.sub("", head.author))


def _without_lead(text: str) -> str:
    """The reference without "Lihat", "See also", "Dikutip dari" in front of it."""
    match = _LEAD.match(text)
    return text[match.end() :] if match else text


def _commas(body: str) -> str:
    """As in "Hartono; Kota di Atas Air; Banjarmasin": semicolons between all parts are commas."""
    first = body.partition(";")[0]
    listed = body.count(";") > 2 and "," not in body and looks_like_name(first)
    return body.replace(";", ",") if listed else body


def _initials(body: str) -> Head | None:
    """As in "H. F. BROWN: J. A. Symonds, a Biography, London": a colon behind a name."""
    match = _COLON.match(body)
    if not match:
        return None
    after = body[match.end() :]
    title = re.split(r",\s(?=[A-Z])|,\sin\s(?=the\s[A-Z])|\s\(|;", after, maxsplit=1)[0]
    return Head(match[1], title.strip(" .,"), after[len(title) :])


def _author_year(body: str) -> Head | None:
    """As in "Nye, Joseph S. 2004. Soft Power. New York: …": the year between name and title."""
    match = _AUTHOR_YEAR.match(body)
    if not match or not all(looks_like_name(c) for c in match[1].split(",") if c.strip(" .&")):
        return None
    title, _stop, rest = body[match.end() :].partition(". ")
    if title[:1] in '“"‘«„*':
        return None
    return Head(match[1].strip(" ,"), title.strip(" .,"), rest, match[2])


def _titles(body: str, emphasised: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(e for e in emphasised if not _is_family(body, e))


def _is_family(body: str, stretch: str) -> bool:
    """Whether an emphasised stretch is an author's family name: "V. _Crawley_, The mystic rose"."""
    at = body.find(stretch)
    before = body[:at].split() if 0 < at < 60 else []
    if not before or len(before) > 3 or len(stretch.split()) > 2 or not looks_like_name(stretch):
        return False
    adjacent = all(t[0].isupper() and not t.endswith((",", ":", ")")) for t in before)
    initials = len(before[-1].strip(".")) <= 2 or not before[-1].endswith(".")
    return adjacent and initials and body[at + len(stretch) :][:1] in {",", " ", ":"}


def _repaired(head: Head) -> Head:
    """An unquoted head whose borders are where a whole reference shows them to be."""
    if re.match(r"(?:in|dalam)\s(?:the\s)?[A-Z]", head.title):
        return replace(head, title="", rest=f", {head.title}, {head.rest}")
    for repair in _REPAIRS:
        head = repair(head)
    if is_locator(head.title) or (is_place(head.title) and head.rest):
        return replace(head, title="", rest=f"{head.title}, {head.rest}")
    return replace(head, title=head.title.strip(" .,;:"))


def _year_as_title(head: Head) -> Head:
    """As in "Andi Pratama, 2017, Diplomasi Ekonomi, Jakarta": the year stands before the title."""
    title, _comma, rest = head.rest.partition(",")
    if not re.fullmatch(r"\(?\d{4}[a-z]?\)?", head.title) or not title.strip():
        return head
    return Head(head.author, title.strip(), rest, head.title.strip("()"), sure=False)


def _title_in_author(head: Head) -> Head:
    """As in "Huntington, Benturan dan Masa Depan, terj. Ismail": the title was read as a name."""
    name, comma, title = head.author.partition(", ")
    behind = not head.title or is_locator(head.title) or _EDITION.match(head.title)
    if not behind or not comma or not looks_like_name(name) or len(title) < 4:
        return head
    return Head(name, title, f", {head.title}, {head.rest}", sure=False)


def _to_bracket(head: Head) -> Head:
    """As in "Metode Kuantitatif, Kualitatif dan R&D (Bandung: …": commas inside the title."""
    between, bracket, inside = head.rest.partition("(")
    between = between.strip(" ,")
    if (
        head.sure
        or not bracket
        or not between
        or not re.match(r"[A-Z][^():]{1,40}:\s?[A-Z]", inside)
    ):
        return head
    if _EDITION.search(between) or re.search(r"\d", between) or len(between.split()) > 12:
        return head
    return replace(head, title=f"{head.title}, {between}", rest=bracket + inside)


def _journal_as_title(head: Head) -> Head:
    """As in "Ferenczi, Introjektion. Jahrbuch der Psychoanalyse, I, 1909": a journal."""
    if head.year or not head.author or not _NUMBERED.match(head.rest):
        return head
    if not (periodical(head.title) or head.author.startswith(_ARTICLES)):
        return head
    name, comma, title = head.author.partition(", ")
    if not comma or not looks_like_name(name):
        name, title = "", head.author
    return Head(name, title, f"{head.title}, {head.rest}", sure=False)


def _institution_as_title(head: Head) -> Head:
    """As in "International Crisis Group, Calming the Strait, …": no title."""
    following = head.rest.partition(",")[0].partition(" (")[0].strip()
    named = looks_like_name(f"X {head.title}") and is_institution(head.title)
    if (
        head.author
        or not named
        or len(following.split()) < 2
        or (looks_like_name(following) and is_place(following))
    ):
        return head
    if is_locator(following) or re.search(r"^\d|:", following) or not head.title[0].isupper():
        return head
    return Head(
        head.title, following, head.rest[head.rest.find(following) + len(following) :], sure=False
    )


def _second_sentence(head: Head) -> Head:
    cut = _SENTENCE.search(head.title)
    if not cut:
        return head
    return replace(
        head, title=head.title[: cut.start()], rest=f"{head.title[cut.end() :]}, {head.rest}"
    )


def _inside(head: Head) -> Head:
    """As in "Title (dalam Book" and "Title, in the Journal of …" end where the container begins."""
    cut = re.search(
        r"\s\(?(?=dalam\s(?:Jurnal|Majalah|[A-Z][^()]{2,60}\((?:ed|peny)))|,\s(?=in\sthe\s[A-Z])",
        head.title,
    )
    if not cut:
        return head
    return replace(
        head, title=head.title[: cut.start()], rest=f", {head.title[cut.end() :]}, {head.rest}"
    )


def _tails(head: Head) -> Head:
    """Pages and bracketed editions behind a title belong to the rest."""
    title, rest = head.title, head.rest
    for _ in range(3):
        tail = _TITLE_TAIL.search(title)
        chunk = title.rpartition(",")[2]
        if tail and tail.start():
            title, rest = title[: tail.start()], f"{tail[0]}, {rest}"
        elif "," in title and is_locator(chunk):
            title, rest = title.rpartition(",")[0], f"{chunk}, {rest}"
    return replace(head, title=title, rest=" ".join(rest.split()))


def _site(head: Head) -> tuple[Head, str]:
    """As in "Title | Site" names the site behind the bar."""
    title, bar, site = head.title.rpartition(" | ")
    return (replace(head, title=title.strip()), site.strip(" .,")) if bar else (head, "")


def _closed(head: Head, body: str) -> Head:
    """The full stop behind an author's last initial belongs to the name."""
    end = body.find(head.author) + len(head.author)
    initial = re.search(r"(?:^|[\s.-])[A-Z]$", head.author)
    return (
        replace(head, author=head.author + ".") if initial and body[end : end + 1] == "." else head
    )


_REPAIRS = (
    _year_as_title,
    _title_in_author,
    _second_sentence,
    _tails,
    _journal_as_title,
    _institution_as_title,
    _inside,
    _to_bracket,
)
"""What is put right in an unquoted head, in this order."""
