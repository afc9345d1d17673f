"""The authors of a reference as names: family and given, or literal for institutions.

The last word of a name is taken as the family name, with its particle ("van der Ploeg", "bin
Hanbal"); an Indonesian single name is a family name alone. Titles and degrees are no part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Name
from .text import fold

_INSTITUTION = frozenset(
    "kementerian kementrian departemen department badan mahkamah pengadilan universitas "
    "university institut institute "
    "ministry united nations pbb perserikatan organization organisation organisasi komisi "
    "commission komite committee "
    "bank council dewan majelis republik republic government pemerintah tim pusat center centre "
    "lembaga direktorat "
    "sekretariat secretariat association asosiasi foundation yayasan redaksi agency union uni "
    "watch amnesty court fakultas "
    "faculty congress kongres parliament senate assembly office bureau biro kantor dinas "
    "perpustakaan library press media "
    "news times post herald nations kedutaan embassy state fund programme program federation "
    "federasi konferensi forum "
    "society ikatan himpunan persatuan perhimpunan partai party corporation company pt cv board "
    "authority otoritas kejaksaan "
    "kepolisian tentara group initiative network jaringan kompas tempo antara international "
    "online editors penyusun service "
    "staff team redaktur provinsi kabupaten kota kepaniteraan inspektorat treasury".split()
)
_ACRONYMS = frozenset(
    "UN UNDP UNESCO UNICEF WHO WTO IMF OECD ASEAN BPS BNN BNPB BPK KPK KPU DPR MPR DPD MUI PBB "
    "ICRC IAEA NATO ILO IOM "
    "UNHCR UNODC UNCTAD FAO WFP IPCC LIPI BRIN CSIS SIPRI RAND ICJ ICC BI OJK KCNA TASS BBC CNN "
    "DPRK ECOSOC ILC EU AU OKI "
    "OIC IPU PLN BPOM BKKBN BKN BMKG TNI POLRI NU ICG IISS CIA FBI DPRRI KBBI ADB AIIB IDEA "
    "ELSAM ICEL WALHI YLBHI".split()
)
_PARTICLES = frozenset(
    "van von der den de del della di da dos du la le ter ten zu zum zur bin binti ibn ibnu al "
    "el abu of".split()
)
_HONORIFICS = frozenset(
    "prof professor dr drs dra ir hj kh mr mrs ms sir lord hon rev sdr imam syekh syaikh sheikh "
    "shaykh kiai kyai habib "
    "buya bapak ibu pak bu ust ustadz tgk tuanku haji hajjah gus drg letjen mayjen brigjen "
    "jenderal laksamana by oleh "
    "oleh: mgr".split()
)
_DEGREES = frozenset(
    "sh mh mhum hum ma msc sc msi si mm mpd spd pd sag mag ag phd ph se sip ip ssos sos mip mkn "
    "kn llm ll lcm lc st mt "
    "skom mkom kom ssi sikom mikom ikom mec ec mba dea md jd sth th shi mhi mpa map mph skm "
    "dphil bsc ba esq qc kc lps "
    "mpp mkes kes sked ked spog amd sp sstp st mes mcl sei mei mecdev ms dess dea sfil mfil fil "
    "ap sap".split()
)
_SUFFIX = re.compile(r"^(?:jr|sr|jun|sen|ii|iii|iv)\.?$", re.IGNORECASE)
_ET_AL = re.compile(
    r"[,\s]*(?:\(|\b)(?:dkk|et\.?\s?al(?:ii)?|cs|c\.s|and others|and colleagues|dan kawan[- "
    r"]kawan|dan lain-lain|dll|u\.\s?a)"
    r"(?:\.|\b)\)?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"[,\s]*[(\[]?(?<!\w)(?:eds?|editors?|peny(?:unt(?:ing)?)?|penyunting|ed|hrsg|hg|disunting "
    r"oleh|edited by)(?![\w])\.?[)\]]?[,.]?",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:dan|and|&|und|et|serta|y|en)\s+(?=\S)|\s*/\s*(?=[A-Z])")
_DOTTED = re.compile(r"^(?:[A-Z][A-Za-z]{0,3}\.){1,4}(?:[A-Za-z]{1,5}\.?)?$")
_INITIALS = re.compile(r"^(?:[A-Z][a-z]?\.[\s-]?|[A-Z](?=\s|$|-)[\s-]?){1,5}$")


@dataclass(frozen=True, slots=True)
class People:
    """The names a stretch gives, whether more are left out, and whether they are editors."""

    names: tuple[Name, ...] = ()
    et_al: bool = False
    editors: bool = False


def read_people(stretch: str, *, haji: bool = False, inverted: bool = False) -> People:
    """The people or institutions a stretch names; `haji` reads a leading "H." as a title.

    `inverted` says that "Putri, M.A." is a name with initials (APA), not with a degree.
    """
    text = _trimmed(" ".join(stretch.split()))
    et_al = bool(_ET_AL.search(text))
    text = _trimmed(_ET_AL.sub("", text))
    editors = bool(_ROLE.search(text))
    text = _trimmed(_ROLE.sub(",", text)) if editors else text
    if not text:
        return People((), et_al, editors)
    if is_institution(text) or not any(c.isalpha() for c in text):
        return People(_literals(text), et_al, editors)
    names = tuple(
        n
        for p in _split(text, inverted=inverted)
        if (n := _name(p, haji=haji)) and (n.family or n.literal)
    )
    return People(_distinct(names), et_al, editors)


def _trimmed(text: str) -> str:
    """A stretch without the marks around it; the full stop of a last initial stays."""
    text = text.strip(" ,;:").lstrip(".")
    return text if re.search(r"(?:^|[\s.-])[A-Z]\.$", text) else text.rstrip(" ,.;:")


def _distinct(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Names without a bare family name printed twice: "Zhang, K., Zhang et al."."""
    families = [n.family for n in names]
    return tuple(
        n for i, n in enumerate(names) if n.literal or n.given or n.family not in families[:i]
    )


def is_institution(text: str) -> bool:
    """Whether a stretch names an institution: by its words, or because it is a known acronym."""
    if any(t.strip(".,()") in _ACRONYMS for t in text.split()):
        return True
    if re.search(r"\w\.(?:com|org|net|id|tv|news)\b", text):
        return True
    return any(fold(t).strip(".,()'’\"") in _INSTITUTION for t in text.split())


def _literals(text: str) -> tuple[Name, ...]:
    """Institutions joined by "and" are two only when each side names one by itself."""
    sides = [s.strip(" ,") for s in _AND.split(text)]
    if len(sides) > 1 and all(is_institution(s) for s in sides):
        return tuple(Name(literal=s) for s in sides)
    return (Name(literal=text),) if any(c.isalnum() for c in text) else ()


def _split(text: str, *, inverted: bool) -> list[str]:
    """One stretch per person, an inverted name kept as "Family, Given"."""
    if ";" in text:
        return [p.strip(" ,&") for p in text.split(";") if p.strip(" ,&")]
    groups = [
        _without_degrees(g, inverted=inverted) for g in _AND.split(text) if g and g.strip(" ,")
    ]
    groups = [g for g in groups if g]
    plain_last = len(groups) > 1 and len(groups[-1]) == 1 and len(groups[-1][0].split()) == 1
    return [p for g in groups for p in _paired(g, families=plain_last)]


def _without_degrees(group: str, *, inverted: bool) -> list[str]:
    chunks = [c.strip() for c in group.split(",") if c.strip(" .")]
    return [
        c
        for i, c in enumerate(chunks)
        if not (i and _is_degree(c, chunks[i - 1], inverted=inverted))
    ]


def _is_degree(chunk: str, before: str, *, inverted: bool = True) -> bool:
    """Whether a chunk is "S.H.", "M. Hum." or "Ph.D"; after a lone word "M.A." is a given name."""
    if _SUFFIX.match(chunk):
        return True
    bare = [fold(t) for t in re.split(r"[.\s]+", chunk) if t]
    joined = "".join(bare)
    if not inverted and joined in _DEGREES and len(joined) > 1 and " " not in chunk.strip():
        return True
    if len(before.split()) == 1 and _INITIALS.match(chunk) and not chunk.islower():
        return False
    known = joined in _DEGREES or all(b in _DEGREES for b in bare)
    return known or (bool(_DOTTED.match(chunk)) and not _INITIALS.match(chunk))


def _paired(chunks: list[str], *, families: bool) -> list[str]:
    """Chunks of one group as names: "He", "K.", "Zhang", "X." are two, "Nye", "Joseph" is one."""
    names: list[str] = []
    index = 0
    while index < len(chunks):
        following = chunks[index + 1] if index + 1 < len(chunks) else ""
        if following and _is_inverted(chunks, index, families=families):
            names.append(f"{chunks[index]}, {following}")
            index += 2
        else:
            names.append(chunks[index])
            index += 1
    return names


def _is_inverted(chunks: list[str], index: int, *, families: bool) -> bool:
    family, given = chunks[index], chunks[index + 1]
    if _INITIALS.match(given) and not _INITIALS.match(family):
        return True
    words = [w for w in family.split() if fold(w) not in _PARTICLES]
    if index or families or len(given.split()) > 3:
        return False
    return len(words) == 1 or (len(words) == 2 and len(given.split()) == 1 and len(chunks) == 2)


def _name(text: str, *, haji: bool) -> Name | None:
    if is_institution(text):
        return Name(literal=text.strip(" ,."))
    family, comma, given = text.partition(",")
    if comma and given.strip() and not _is_degree(given.strip(), family):
        kept = _without_titles(given.split(), haji=False)
        return Name(_closed(" ".join(_without_titles(family.split(), haji=haji))), " ".join(kept))
    return _in_order(_without_titles(family.split(), haji=haji))


def _in_order(tokens: list[str]) -> Name | None:
    tokens = [t for t in tokens if not _SUFFIX.match(t) or len(tokens) == 1]
    if not tokens:
        return None
    start = len(tokens) - 1
    while start and _is_particle(tokens[start - 1], first=start == 1):
        start -= 1
    return Name(_closed(" ".join(tokens[start:])), " ".join(tokens[:start]).strip(" ,"))


def _is_particle(token: str, *, first: bool) -> bool:
    """Particles count in small letters; as the first word only when more than an article."""
    plain = fold(token).strip(".")
    return plain in _PARTICLES and (
        token.islower() or (plain in {"bin", "binti", "ibn", "van", "von"} and not first)
    )


def _without_titles(tokens: list[str], *, haji: bool) -> list[str]:
    """The words of a name without "Prof. Dr. H." in front and "S.H." behind."""
    kept = list(tokens)
    titled = haji
    while len(kept) > 1 and (_is_title(kept[0]) or (titled and _is_h(kept))):
        titled = True
        kept = kept[1:]
    while len(kept) > 1 and _DOTTED.match(kept[-1]) and fold(kept[-1]).replace(".", "") in _DEGREES:
        kept = kept[:-1]
    return kept


def _is_title(token: str) -> bool:
    parts = [p for p in fold(token).split(".") if p]
    return bool(parts) and all(p in _HONORIFICS for p in parts)


def _is_h(tokens: list[str]) -> bool:
    return tokens[0] in {"H.", "H", "Hj."} and len(tokens[1]) > 2


def _closed(family: str) -> str:
    return family.strip(" ,;:") if _INITIALS.match(family) else family.strip(" ,.;:")
