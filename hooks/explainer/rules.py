"""Why a reference leads where it leads, in one sentence for the reader, in both languages.

The keys are the values of `Citation.rule`. `{note}` is the number of the note that was meant.
"""

from __future__ import annotations

RULES: dict[str, dict[str, str]] = {
    "ibid-previous": {
        "id": "Ibid. berarti “di tempat yang sama”: sumber catatan tepat sebelumnya.",
        "en": "Ibid. means “in the same place”: the source of the note directly before.",
    },
    "idem-previous": {
        "id": "Idem (Id.) berarti “sama”: sumber catatan tepat sebelumnya.",
        "en": "Idem (Id.) means “the same”: the source of the note directly before.",
    },
    "ibid-same-note": {
        "id": "Menunjuk sumber yang disebut tepat sebelumnya dalam catatan ini juga.",
        "en": "Points to the source named directly before it in this same note.",
    },
    "ibid-past-comment": {
        "id": "Catatan sebelumnya hanya komentar, jadi sumber terakhir sebelum komentar itulah "
        "yang dimaksud.",
        "en": "The note before is only a comment, so the last source before that comment is meant.",
    },
    "ibid-named": {
        "id": "Nama yang ditulis di samping penanda menentukan sumbernya: hanya catatan {note} "
        "yang cocok.",
        "en": "The name beside the marker decides: it fits only note {note}.",
    },
    "bare-previous": {
        "id": "Penanda tanpa nama: sumber catatan sebelumnya.",
        "en": "A marker without a name: the source of the note before.",
    },
    "bare-same-note": {
        "id": "Penanda tanpa nama: sumber yang disebut tepat sebelumnya dalam catatan ini.",
        "en": "A marker without a name: the source named directly before it in this note.",
    },
    "bare-only": {
        "id": "Penanda tanpa nama, tetapi baru satu sumber yang dikutip: catatan {note}.",
        "en": "A marker without a name, but only one source has been cited so far: note {note}.",
    },
    "named-author": {
        "id": "Op. Cit. (“karya yang sudah dikutip”) dengan nama: hanya sumber di catatan {note} "
        "yang ditulis oleh nama itu.",
        "en": "Op. Cit. (“the work cited”) with a name: only the source in note {note} is by "
        "that name.",
    },
    "named-title": {
        "id": "Op. Cit. (“karya yang sudah dikutip”) dengan judul: hanya judul di catatan {note} "
        "yang cocok.",
        "en": "Op. Cit. (“the work cited”) with a title: only the title in note {note} fits.",
    },
    "named-other": {
        "id": "Op. Cit. (“karya yang sudah dikutip”) dengan nama media atau penerbit: hanya "
        "sumber di catatan {note} yang memuat nama itu.",
        "en": "Op. Cit. (“the work cited”) with the name of an outlet or publisher: only the "
        "source in note {note} bears it.",
    },
    "named-begun": {
        "id": "Kata-katanya sama dengan awal sumber di catatan {note}.",
        "en": "Its words are those with which the source in note {note} begins.",
    },
    "named-law": {
        "id": "Nomor dan tahun peraturan itu sama dengan yang ada di catatan {note}.",
        "en": "Number and year of the law are those of note {note}.",
    },
    "named-alias": {
        "id": "Catatan {note} memperkenalkan nama singkat ini untuk dipakai selanjutnya.",
        "en": "Note {note} introduces this short name for later use.",
    },
    "named-running": {
        "id": "Loc. Cit. (“di tempat yang sudah dikutip”): karya nama itu yang terakhir dikutip, "
        "di catatan {note}.",
        "en": "Loc. Cit. (“in the place cited”): the work by that name cited last, in note {note}.",
    },
    "numbered-note": {
        "id": "Penulis menunjuk nomor catatannya: {note}.",
        "en": "The author gives the number of the note: {note}.",
    },
    "short-author": {
        "id": "Bentuk singkat: nama dan judulnya hanya cocok dengan sumber di catatan {note}.",
        "en": "A short form: name and title fit only the source in note {note}.",
    },
    "short-title": {
        "id": "Bentuk singkat: judulnya hanya cocok dengan sumber di catatan {note}.",
        "en": "A short form: the title fits only the source in note {note}.",
    },
    "short-begun": {
        "id": "Bentuk singkat: kata-katanya sama dengan awal sumber di catatan {note}.",
        "en": "A short form: its words are those with which the source in note {note} begins.",
    },
    "short-law": {
        "id": "Nomor dan tahun peraturan itu sama dengan yang ada di catatan {note}.",
        "en": "Number and year of the law are those of note {note}.",
    },
    "short-alias": {
        "id": "Catatan {note} memperkenalkan nama singkat ini untuk dipakai selanjutnya.",
        "en": "Note {note} introduces this short name for later use.",
    },
    "short-same": {
        "id": "Sumber yang sama sudah disebut di catatan {note}.",
        "en": "Note {note} already gives the same source.",
    },
    "page-only": {
        "id": "Hanya halaman: lanjutan sumber catatan sebelumnya.",
        "en": "Only a page: it goes on with the source of the note before.",
    },
}
"""rule -> language -> sentence."""


def explain(rule: str, language: str, note: int) -> str:
    """The sentence for a rule; raises KeyError for an unknown rule or language."""
    return RULES[rule][language].format(note=note)
