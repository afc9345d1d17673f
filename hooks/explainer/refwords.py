"""The words of the references page, in both languages."""

from __future__ import annotations

REFS: dict[str, dict[str, str]] = {
    "id": {
        "article": "Artikel",
        "home": "Beranda",
        "all": "Semua",
        "kinds": "Jenis sumber",
        "show-all": "Tampilkan semua",
        "works": "{n} karya",
        "work": "1 karya",
        "language": "Bahasa {name}",
        "archived": "Salinan arsip",
        "unverified": "Belum kami pastikan: {fields}.",
        "cited": "Dikutip di",
        "more": "{n} halaman lain",
        "permalink": "Tautan",
        "get": "Unduh semua",
        "get-page": "Unduh daftar ini",
        "schema": "JSON Schema",
        "checked": "Alamat terakhir diperiksa {date}: {ok} dari {all} terbuka.",
        "address": "Alamat diperiksa {date}: {outcome}.",
        "in": "{page}, {place}",
    },
    "en": {
        "article": "Article",
        "home": "Home",
        "all": "All",
        "kinds": "Kinds of sources",
        "show-all": "Show all",
        "works": "{n} works",
        "work": "1 work",
        "language": "In {name}",
        "archived": "Archived copy",
        "unverified": "Not verified by us: {fields}.",
        "cited": "Cited in",
        "more": "{n} more pages",
        "permalink": "Link",
        "get": "Download all",
        "get-page": "Download this list",
        "schema": "JSON Schema",
        "checked": "Addresses last checked on {date}: {ok} of {all} open.",
        "address": "Address checked on {date}: {outcome}.",
        "in": "{page}, {place}",
    },
}
"""language -> key -> words, some with places to fill."""

TONGUES = {
    "af": ("Afrikaans", "Afrikaans"),
    "ar": ("Arab", "Arabic"),
    "de": ("Jerman", "German"),
    "en": ("Inggris", "English"),
    "fr": ("Prancis", "French"),
    "id": ("Indonesia", "Indonesian"),
    "it": ("Italia", "Italian"),
    "ja": ("Jepang", "Japanese"),
    "ko": ("Korea", "Korean"),
    "nl": ("Belanda", "Dutch"),
    "pt": ("Portugis", "Portuguese"),
    "ru": ("Rusia", "Russian"),
    "uk": ("Ukraina", "Ukrainian"),
    "zh": ("Tionghoa", "Chinese"),
}
"""Language code -> its name in Indonesian and in English."""

FIELDS = {
    "title": ("judul", "title"),
    "title (subtitle)": ("anak judul", "subtitle"),
    "title (years)": ("tahun dalam judul", "the years in the title"),
    "author": ("pengarang", "author"),
    "author (given names)": ("nama depan pengarang", "the authors’ given names"),
    "author (given name)": ("nama depan pengarang", "the author’s given name"),
    "editor": ("penyunting", "editor"),
    "issued": ("tanggal terbit", "date of publication"),
    "original-date": ("tahun terbit pertama", "year of first publication"),
    "container-title": ("nama terbitan", "name of the publication"),
    "volume": ("jilid", "volume"),
    "issue": ("nomor", "issue"),
    "page": ("halaman", "pages"),
    "publisher": ("penerbit", "publisher"),
    "publisher-place": ("tempat terbit", "place of publication"),
    "URL": ("alamat web", "web address"),
    "DOI": ("DOI", "DOI"),
    "number": ("nomor dokumen", "document number"),
    "edition": ("edisi", "edition"),
}
"""What stands in `x-unverified` -> its name in Indonesian and in English."""

OUTCOMES = {
    "ok": ("terbuka", "open"),
    "moved": ("pindah", "moved"),
    "gone": ("tidak ditemukan", "not found"),
    "closed": ("tertutup bagi pemeriksa otomatis", "closed to automatic checks"),
    "limited": ("server meminta kami menunggu", "the server asked us to wait"),
    "broken": ("server bermasalah", "the server failed"),
    "unreachable": ("server tidak menjawab", "the server did not answer"),
    "unsafe": ("dialihkan ke alamat yang tidak kami buka", "redirected where we do not go"),
}
"""Outcome of a check of an address -> its words in Indonesian and in English."""


def say(table: dict[str, tuple[str, str]], key: str, language: str) -> str:
    """A word of one of the tables; the key itself when the table lacks it."""
    pair = table.get(key)
    return pair[language == "en"] if pair else key


def field_name(name: str, language: str) -> str:
    """A field of `x-unverified` in words; of a part we have no word for, the whole field."""
    return say(FIELDS, name if name in FIELDS else name.partition(" (")[0], language)
