"""Words by which places, publishers, newspapers and magazines are recognised in a reference."""

from __future__ import annotations

import re

from .text import fold

PLACES = frozenset(
    fold(p)
    for p in (
        "Jakarta|Djakarta|Bandung|Yogyakarta|Jogjakarta|Jogja|Yogya|Djogjakarta|Surabaya|"
        "Semarang|Malang|Surakarta|Solo|Medan|"
        "Makassar|Ujung Pandang|Padang|Palembang|Denpasar|Bogor|Depok|Bekasi|Tangerang|Ciputat|"
        "Banda Aceh|Pekanbaru|Jambi|"
        "Bengkulu|Bandar Lampung|Lampung|Pontianak|Banjarmasin|Samarinda|Balikpapan|"
        "Palangkaraya|Manado|Palu|Kendari|Gorontalo|"
        "Ambon|Mataram|Kupang|Jayapura|Purwokerto|Salatiga|Magelang|Kudus|Cirebon|Sleman|Bantul|"
        "Kediri|Jember|Serang|Batavia|"
        "Ponorogo|Tulungagung|Sukabumi|Tasikmalaya|Jombang|Pasuruan|Sidoarjo|Gresik|Madiun|"
        "Weltevreden|Jakarta Selatan|"
        "Jakarta Pusat|Jakarta Timur|Jakarta Barat|Jakarta Utara|London|New York|N. Y.|NY|"
        "Oxford|Cambridge|Boston|Chicago|"
        "Princeton|New Haven|Ithaca|Berkeley|Los Angeles|Stanford|Washington|Washington D.C.|"
        "Washington DC|Philadelphia|"
        "Baltimore|Reading|Englewood Cliffs|Thousand Oaks|Beverly Hills|Newbury Park|San "
        "Francisco|Boulder|Lanham|Westport|"
        "Toronto|Montreal|Ottawa|Vancouver|Paris|Geneva|Genève|Brussels|Bruxelles|Berlin|"
        "Leipzig|Wien|Vienna|München|Munich|"
        "Frankfurt|Frankfurt am Main|Hamburg|Stuttgart|Tübingen|Göttingen|Zürich|Zurich|Basel|"
        "Amsterdam|The Hague|Den Haag|"
        "'s-Gravenhage|Leiden|Leyden|Utrecht|Rotterdam|Dordrecht|Rome|Roma|Milan|Madrid|"
        "Barcelona|Lisbon|Stockholm|Oslo|"
        "Copenhagen|Helsinki|Moscow|Moskow|Moskwa|Moskva|St. Petersburg|Petrograd|Warsaw|Prague|"
        "Budapest|Athens|Istanbul|"
        "Ankara|Cairo|Kairo|Beirut|Beyrut|Damaskus|Riyadh|Mekah|Makkah|Madinah|Tehran|Baghdad|"
        "Dubai|Doha|Delhi|New Delhi|Mumbai|"
        "Bombay|Calcutta|Karachi|Lahore|Dhaka|Colombo|Singapore|Singapura|Kuala Lumpur|Penang|"
        "Bangkok|Manila|Quezon City|Hanoi|"
        "Phnom Penh|Tokyo|Osaka|Kyoto|Seoul|Pyongyang|Beijing|Peking|Shanghai|Hong Kong|Taipei|"
        "Sydney|Melbourne|Canberra|"
        "Brisbane|Perth|Wellington|Auckland|Cape Town|Johannesburg|Nairobi|Lagos|Mexico City|"
        "Buenos Aires|São Paulo|"
        "Rio de Janeiro|Edinburgh|Glasgow|Manchester|Dublin|Cardiff|Bristol|Harmondsworth|"
        "Basingstoke|Houndmills|Aldershot|"
        "Farnham|Cheltenham|Abingdon|Santa Monica|Durham|Ann Arbor|Minneapolis|Madison|"
        "Bloomington|Lawrence|Honolulu|Upper "
        "Saddle River|Hoboken|Glencoe|Homewood|Dobbs Ferry|Vladivostok|Bern|Aarhus|Uppsala|"
        "Kopenhagen|Praha"
    ).split("|")
)

_STATES = frozenset(
    "ma mass mass. nj n.j. ny n.y. ca calif. calif ct conn conn. dc d.c. pa il ill. md va uk "
    "u.k. u.s. us usa "
    "england colo. colo co ont. mich. tx wis. minn.".split()
)

_PUBLISHER = frozenset(
    "press publisher publishers publishing publications publication publishing pustaka penerbit "
    "penerbitan pt cv ud verlag books "
    "gramedia mizan rajawali rajagrafindo grafindo erlangga kencana prenada prenadamedia "
    "prenamedia lp3es routledge sage "
    "springer wiley norton palgrave macmillan elsevier longman mcgraw-hill mcgraw alfabeta "
    "rosdakarya aksara ghalia djambatan "
    "obor bambu ombak refika aditama sinar grafika graha brill penguin harper knopf "
    "addison-wesley oup cup lkis kanisius "
    "media persada intrans universitas university unesco blackwell polity heinemann house sons "
    "rinehart winston & hill "
    "ui-press ugm ipb itb percetakan balai yayasan edward elgar hart sweet butterworths "
    "lexisnexis nusa tenggara prentice "
    "prentice-hall hall crowell teraju resist deepublish genta setara total ar-ruzz diva "
    "bentang republika".split()
)

NEWSPAPERS = frozenset(
    fold(n)
    for n in (
        "Kompas|Harian Kompas|Kompas.com|Kompas.id|Tempo.co|Koran Tempo|Republika|Republika "
        "Online|Republika.co.id|Media Indonesia|"
        "The Jakarta Post|Jakarta Post|Jawa Pos|Suara Merdeka|Pikiran Rakyat|Kedaulatan Rakyat|"
        "Sinar Harapan|Suara Pembaruan|"
        "Antara|Antara News|Antaranews|ANTARA|Antaranews.com|Detik|Detik.com|detikcom|detikNews|"
        "CNN Indonesia|CNN|BBC|BBC News|"
        "BBC Indonesia|BBC News Indonesia|Tirto|Tirto.id|Liputan6|Liputan6.com|Okezone|"
        "Sindonews|Koran Sindo|Merdeka.com|Viva.co.id|"
        "Bisnis Indonesia|Kontan|Al Jazeera|Aljazeera|Al-Jazeera|Al Jazeera English|Reuters|"
        "Associated Press|AP News|AP|AFP|TASS|"
        "KCNA|Yonhap|Yonhap News Agency|NK News|The New York Times|New York Times|The "
        "Washington Post|Washington Post|The Guardian|"
        "The Times|Financial Times|Wall Street Journal|The Wall Street Journal|The Straits "
        "Times|South China Morning Post|"
        "The Moscow Times|RIA Novosti|Nikkei Asia|Le Monde|The Independent|The Daily Telegraph|"
        "The Telegraph|USA Today|"
        "Los Angeles Times|The Korea Herald|The Korea Times|Deutsche Welle|DW|VOA|VOA Indonesia|"
        "Voice of America|NBC News|CNBC|"
        "CNBC Indonesia|Kumparan|IDN Times|Tribunnews|Tribunnews.com|Harian Republika|The Japan "
        "Times|Bloomberg|Fox News|NPR|"
        "Radio Free Asia|Rodong Sinmun|Xinhua|Kyodo News|Serambi Indonesia|Fajar|Waspada|Bali "
        "Post|Harian Jogja|Solopos"
    ).split("|")
)
MAGAZINES = frozenset(
    fold(n)
    for n in (
        "Tempo|Majalah Tempo|Time|Time Magazine|TIME|Newsweek|The Economist|Economist|The "
        "Atlantic|The New Yorker|New Yorker|"
        "Foreign Policy|Gatra|Forum Keadilan|Prisma|Intisari|Historia|Der Spiegel|Harper's|The "
        "Nation|The Diplomat|National "
        "Geographic|Panji Masyarakat|Editor|Hidayah|Sabili|Basis"
    ).split("|")
)
_NEWS_WORDS = re.compile(
    r"(?:^|\s)(?:harian|koran|surat kabar|news|times|daily|newspaper|tribune|gazette|"
    r"herald)(?:\s|$|\.)"
)
_MAGAZINE_WORDS = re.compile(r"(?:^|\s)(?:majalah|magazine|weekly|mingguan)(?:\s|$)")
_JOURNAL_WORDS = re.compile(
    r"(?:^|\s)(?:jurnal|journal|review|quarterly|annals|bulletin|buletin|zeitschrift|revue|"
    r"studies|law review|transactions|"
    r"jahrbuch|proceedings|archiv|acta|international security)(?:\s|$)"
)


def is_place(chunk: str) -> bool:
    """Whether a chunk is the name of a town where books are published ("Cambridge, MA" too)."""
    names = [
        n.strip(" .,")
        for n in re.split(r"/|\s(?:dan|and|&|et)\s|,|\s-\s", fold(chunk))
        if n.strip(" .,")
    ]
    names = [n for n in names if n not in _STATES] or names
    return bool(names) and all(n in PLACES or n == "n. y" for n in names)


def is_state(chunk: str) -> bool:
    """Whether a chunk only narrows a place: "MA", "Mass.", "D.C."."""
    return fold(chunk).strip() in _STATES


def is_publisher(chunk: str) -> bool:
    """Whether a chunk holds a word that names of publishers hold."""
    return any(fold(t).strip(".,()") in _PUBLISHER for t in chunk.split())


def periodical(container: str) -> str:
    """The CSL type of what appears in a periodical of this name, or nothing."""
    name = re.sub(r"\s+(?:edisi|online|daring)\b.*$", "", fold(container).strip(" .,"))
    if name in NEWSPAPERS:
        return "article-newspaper"
    if name in MAGAZINES or _MAGAZINE_WORDS.search(name):
        return "article-magazine"
    if _JOURNAL_WORDS.search(name):
        return "article-journal"
    return "article-newspaper" if _NEWS_WORDS.search(name) else ""
