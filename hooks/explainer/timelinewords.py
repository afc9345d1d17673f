"""The words of the timeline in both languages; the keys of filters are those of its addresses."""

from __future__ import annotations

LINE: dict[str, dict[str, str]] = {
    "id": {
        "title": "Linimasa",
        "place": "Linimasa, {date}",
        "actors": "Pelaku",
        "terms": "Istilah",
        "article": "Dalam artikel",
        "more-places": "{n} tempat lain dalam artikel",
        "paragraph": "paragraf {n}",
        "sources": "Sumber",
        "weak": "Perlu sumber yang lebih kuat",
        "note": "Catatan.",
        "later": "Kemudian.",
        "strip-later": "terjadi sesudah artikel terbit",
        "since": "sejak {date}",
        "note-and": "Catatan dan {rest}",
        "one-source": "{n} sumber",
        "many-sources": "{n} sumber",
        "near": "Di sekitarnya",
        "before-event": "← peristiwa sebelumnya",
        "after-event": "peristiwa berikutnya →",
        "cite": "Kutip",
        "cite-text": "teks",
        "published": "Artikel terbit pada titik ini",
        "show-before": "Hanya yang sudah terjadi waktu itu ({n})",
        "show-after": "Hanya yang terjadi kemudian ({n})",
        "filters": "Saring peristiwa",
        "filters-id": "saring",
        "filters-hint": "menurut tema, jalur, dan masa",
        "all": "Semua",
        "theme": "Tema",
        "track": "Jalur",
        "when": "Ketika artikel terbit, {day}",
        "period": "Masa",
        "years": "Tahun",
        "years-from": "Dari tahun",
        "years-until": "sampai tahun",
        "years-any": "mana pun",
        "before": "Yang sudah terjadi",
        "after": "Yang terjadi kemudian",
        "key": "Hanya peristiwa kunci",
        "reset": "Hapus saringan",
        "copy": "Salin tautan saringan ini",
        "copied": "Tautan tersalin.",
        "tally": "{n} dari {all} peristiwa",
        "tally-rest": " dari {all} peristiwa",
        "tally-none": "Tidak ada yang cocok dari {all} peristiwa",
        "links": "Tautan untuk dibagikan",
        "links-hint": "Masing-masing menampilkan satu tema, jalur, atau masa; tanpa skrip pun.",
        "legend": "Cara membaca dan membagikan linimasa ini",
        "legend-tracks": "Jalur menyatakan siapa yang bertindak.",
        "legend-certainty": "Kepastian menyatakan seberapa teguh sumbernya.",
        "calendar": (
            "{n} dari {all} peristiwa: yang diketahui sampai harinya. {rest} lainnya, yang hanya "
            "diketahui bulan atau tahunnya, tidak ada di kalender ini."
        ),
        "picture": "Peristiwa menurut tahun",
        "picture-desc": (
            "Satu titik untuk setiap peristiwa, {n} seluruhnya, dari {first} sampai {last}; tahun "
            "terpadat ialah {year} dengan {most}. {key} peristiwa kunci diberi nama dan tautan. "
            "Isinya ada juga sebagai daftar di bawah gambar."
        ),
        "picture-article": "Artikel ini terbit",
        "picture-list": "Gambar ini sebagai daftar",
        "picture-year": "{year}: {n} peristiwa",
        "strip": "Linimasa kecil",
        "strip-desc": (
            "Satu titik untuk setiap peristiwa dari {first} sampai {last}: {before} sebelum "
            "artikel terbit pada {day}, {after} sesudahnya."
        ),
        "strip-you": "Anda di sini",
        "strip-home": "Buka linimasa: {n} peristiwa, {first}–{last}",
        "strip-before": "{n} peristiwa mendahuluinya",
        "strip-after": "{n} menyusul",
        "strip-here": "Artikel ini terbit pada {day}",
        "strip-paragraphs": "Peristiwa di balik tiap paragraf",
        "strip-paragraph": "Paragraf {n}",
    },
    "en": {
        "title": "Timeline",
        "place": "Timeline, {date}",
        "actors": "Actors",
        "terms": "Terms",
        "article": "In the article",
        "more-places": "{n} other places in the article",
        "paragraph": "paragraph {n}",
        "sources": "Sources",
        "weak": "Needs a better source",
        "note": "Note.",
        "later": "Later.",
        "strip-later": "came after the article",
        "since": "since {date}",
        "note-and": "Note and {rest}",
        "one-source": "{n} source",
        "many-sources": "{n} sources",
        "near": "Around it",
        "before-event": "← previous event",
        "after-event": "next event →",
        "cite": "Cite",
        "cite-text": "text",
        "published": "The article was published here",
        "show-before": "Only what had happened by then ({n})",
        "show-after": "Only what came after ({n})",
        "filters": "Filter the events",
        "filters-id": "filter",
        "filters-hint": "by theme, track and period",
        "all": "All",
        "theme": "Theme",
        "track": "Track",
        "when": "When the article was published, {day}",
        "period": "Period",
        "years": "Years",
        "years-from": "From year",
        "years-until": "until year",
        "years-any": "any",
        "before": "What had happened",
        "after": "What came after",
        "key": "Key events only",
        "reset": "Clear the filters",
        "copy": "Copy a link to this selection",
        "copied": "Link copied.",
        "tally": "{n} of {all} events",
        "tally-rest": " of {all} events",
        "tally-none": "None of the {all} events match",
        "links": "Links to share",
        "links-hint": "Each shows one theme, track or period, also without a script.",
        "legend": "How to read and share this timeline",
        "legend-tracks": "The track says who acted.",
        "legend-certainty": "Certainty says how firm the sources are.",
        "calendar": (
            "{n} of {all} events: those known to the day. The other {rest}, of which only the "
            "month or the year is known, are not in this calendar."
        ),
        "picture": "Events by year",
        "picture-desc": (
            "A dot for each event, {n} in all, from {first} to {last}; the densest year is {year} "
            "with {most}. {key} key events are named and linked. "
            "All of it stands also as a list below the picture."
        ),
        "picture-article": "This article appears",
        "picture-list": "This picture as a list",
        "picture-year": "{year}: {n} events",
        "strip": "Small timeline",
        "strip-desc": (
            "A dot for each event from {first} to {last}: {before} before the article was "
            "published on {day}, {after} after it."
        ),
        "strip-you": "You are here",
        "strip-home": "Open the timeline: {n} events, {first}–{last}",
        "strip-before": "{n} events came before it",
        "strip-after": "{n} came after",
        "strip-here": "This article was published on {day}",
        "strip-paragraphs": "The events behind each paragraph",
        "strip-paragraph": "Paragraph {n}",
    },
}
"""language -> key -> words."""

NAMES: dict[str, dict[str, tuple[str, str]]] = {
    "theme": {
        "diplomacy": ("Diplomasi", "Diplomacy"),
        "security": ("Keamanan", "Security"),
        "economy": ("Ekonomi", "Economy"),
        "sanctions": ("Sanksi", "Sanctions"),
        "war": ("Perang", "War"),
        "people": ("Masyarakat", "People"),
    },
    "track": {
        "moscow": ("Moskow", "Moscow"),
        "pyongyang": ("Pyongyang", "Pyongyang"),
        "joint": ("Bersama", "Joint"),
    },
    "certainty": {
        "established": ("Terkonfirmasi", "Established"),
        "reported": ("Dilaporkan", "Reported"),
        "contested": ("Diperdebatkan", "Contested"),
    },
    "key": {"key": ("Peristiwa kunci", "Key event")},
    "track-meaning": {
        "moscow": ("Moskow yang bertindak", "Moscow acted"),
        "pyongyang": ("Pyongyang yang bertindak", "Pyongyang acted"),
        "joint": ("keduanya, atau menyangkut keduanya", "both did, or it concerned both"),
    },
    "certainty-meaning": {
        "established": (
            "sumber yang kami baca sepakat bahwa peristiwanya terjadi",
            "the sources we read agree that it happened",
        ),
        "reported": (
            "diberitakan, tetapi belum dipastikan pihak lain",
            "told by a source, and not confirmed by another",
        ),
        "contested": (
            "ada yang membantah atau meragukannya; catatannya menyebut siapa",
            "someone denies or doubts it; the note says who",
        ),
    },
    "actor": {
        "USSR": ("Uni Soviet", "Soviet Union"),
        "Russia": ("Rusia", "Russia"),
        "DPRK": ("DPRK", "DPRK"),
        "Korea": ("Korea", "Korea"),
        "ROK": ("Korea Selatan", "South Korea"),
        "PRC": ("Tiongkok", "China"),
        "USA": ("Amerika Serikat", "United States"),
        "Japan": ("Jepang", "Japan"),
        "Ukraine": ("Ukraina", "Ukraine"),
        "UN": ("PBB", "UN"),
        "IAEA": ("IAEA", "IAEA"),
        "Russian Railways": ("Perusahaan Kereta Api Rusia", "Russian Railways"),
        "Donetsk and Luhansk 'people's republics'": (
            "“republik rakyat” Donetsk dan Luhansk",
            "Donetsk and Luhansk “people’s republics”",
        ),
        "other participating states": ("negara peserta lain", "other participating states"),
    },
}
"""kind -> id -> name in Indonesian and in English."""

FILTERS: dict[str, dict[str, dict[str, str]]] = {
    "id": {
        "theme": {
            "": "tema",
            "diplomacy": "diplomasi",
            "security": "keamanan",
            "economy": "ekonomi",
            "sanctions": "sanksi",
            "war": "perang",
            "people": "masyarakat",
        },
        "track": {"": "jalur", "moscow": "moskow", "pyongyang": "pyongyang", "joint": "bersama"},
        "when": {"": "waktu", "before": "sebelum", "after": "sesudah"},
        "key": {"": "kunci", "key": "ya"},
        "period": {"": "masa"},
        "from": {"": "dari"},
        "until": {"": "sampai"},
        "all": {"": "semua"},
    },
    "en": {
        "theme": {"": "theme"},
        "track": {"": "track"},
        "when": {"": "when"},
        "key": {"": "key", "key": "yes"},
        "period": {"": "period"},
        "from": {"": "from"},
        "until": {"": "until"},
        "all": {"": "all"},
    },
}
"""language -> filter -> value -> how the address spells it; "" stands for the filter's own name."""


def name_of(kind: str, key: str, language: str) -> str:
    """The name of a theme, track, certainty or actor; the key itself when it has none."""
    both = NAMES[kind].get(key)
    return both[language != "id"] if both else key


def spelled(language: str, name: str, value: str = "") -> str:
    """How the address of a language spells a filter or one of its values."""
    return FILTERS[language][name].get(value, value)


def target(language: str, name: str, value: str) -> str:
    """The id of the control that sets a filter, which is also its anchor: `tema-sanksi`."""
    return f"{spelled(language, name)}-{spelled(language, name, value)}"
