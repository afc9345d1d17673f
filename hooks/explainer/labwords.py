"""The words of the lab: its sliders, its verdicts, its chart."""

from __future__ import annotations

INDONESIAN = {
    "lab": "Ubah angkanya",
    "locked": "Kunci tebakan Anda lebih dahulu; penggeser lalu terbuka.",
    "k-label": "Kepekaan terhadap selisih",
    "g-label": "Selisih hasil kerja sama",
    "d-label": "Kesabaran",
    "s-label": "Pembayaran samping",
    "k-0": "Hanya imbalan sendiri yang dihitung.",
    "k-some": "Setiap poin selisih berbobot {k} poin.",
    "g-0": "A dan B memperoleh sama banyak.",
    "g-some": "B memperoleh {g} lebih banyak daripada A.",
    "d-0": "Hanya ronde sekarang yang dihitung.",
    "d-some": "Ronde berikutnya bernilai {percent} persen.",
    "s-0": "B tidak membayar A.",
    "s-some": "B membayar A {s}; selisih tinggal {lag}.",
    "s-even": "B membayar A {s}; selisih tertutup.",
    "s-over": "B membayar A {s}; kini A unggul {lag}.",
    "examples": "Contoh",
    "ex-even": "Tanpa selisih",
    "ex-border": "Tepat di batas",
    "ex-deadlock": "Jalan buntu",
    "ex-paid": "Dengan pembayaran",
    "reset": "Kembali ke awal",
    "share": "Alamat halaman ini menyimpan keempat nilai; salin alamatnya untuk membagikannya.",
    "head-holds": "Kerja sama dapat bertahan",
    "head-edge": "Tepat di ambang kesabaran",
    "head-impatient": "Kerja sama tidak dapat bertahan",
    "head-border": "Tepat di batas",
    "head-deadlock": "Jalan buntu (deadlock)",
    "text-holds": (
        "Syaratnya δ ≥ {deltaw}, dan δ = {d} memenuhinya. Jadi, ancaman berhenti bekerja sama "
        "cukup untuk menahan {who} dari godaan membelot."
    ),
    "text-edge": (
        "Syaratnya δ ≥ {deltaw}, dan δ tepat sebesar itu. Bagi {who} bertahan dan membelot sama"
        " nilainya."
    ),
    "text-impatient": (
        "Syaratnya δ ≥ {deltaw}, sedangkan δ = {d}. {who} masih menginginkan kerja sama, tetapi"
        " godaan membelot sekarang lebih besar daripada ruginya kelak."
    ),
    "text-border": (
        "Bagi {who} sama-sama bekerja sama dan sama-sama membelot sama nilainya: {PA}. "
        "Kesabaran sebesar apa pun tidak cukup."
    ),
    "text-deadlock": (
        "{who} lebih suka sama-sama membelot ({Pw}) daripada sama-sama bekerja sama ({Rw}). "
        "Kesabaran tidak menolong; hanya k, g, atau s yang dapat mengubahnya."
    ),
    "order": "Urutan pilihan {player}",
    "tied": "sama nilainya",
    "facts": "Syarat kerja sama",
    "once": "Sekali main",
    "once-said": "keduanya membelot, berapa pun k",
    "threshold": "Ambang kesabaran δ*",
    "threshold-said": "A {deltaA}; B {deltaB}",
    "kstar": "Batas k*",
    "kstar-some": "{kstar}; di atasnya {who} tidak lagi menginginkan kerja sama",
    "kstar-null": "tidak ada; tanpa selisih, k tidak mengakhiri dilema",
    "kmax": "k terbesar pada δ ini",
    "kmax-some": "{kmax}",
    "kmax-null": "tidak ada; k = 0 pun tidak cukup",
    "tft": "Tit for tat",
    "tft-some": "dapat bertahan bila δ ≥ {tft}",
    "tft-null": "tidak dapat bertahan pada δ mana pun",
    "pay": "Pembayaran agar A mau",
    "pay-some": "lebih dari {least}",
    "pay-null": "tidak perlu; A menginginkan kerja sama",
    # the chart
    "chart": "Ambang kesabaran δ* menurut k",
    "reach-some": "δ* bagi {who} mencapai 1 pada k = {kstar}.",
    "reach-null": "δ* bagi {who} tidak mencapai 1 sampai k = 3.",
    "at-holds": "Titik k = {k}, δ = {d} ada di daerah kerja sama (✓).",
    "at-edge": "Titik k = {k}, δ = {d} ada tepat di garisnya.",
    "at-some": "Titik k = {k}, δ = {d} ada di luar daerah kerja sama (✕).",
}

ENGLISH = {
    "lab": "Change the numbers",
    "locked": "Lock in your guess first; then the sliders open.",
    "k-label": "Sensitivity to the gap",
    "g-label": "Gap when cooperating",
    "d-label": "Patience",
    "s-label": "Side payment",
    "k-0": "Only one’s own payoff counts.",
    "k-some": "Each point of the gap weighs {k}.",
    "g-0": "A and B get the same.",
    "g-some": "B gets {g} more than A.",
    "d-0": "Only the present round counts.",
    "d-some": "The next round is worth {percent} per cent.",
    "s-0": "B pays A nothing.",
    "s-some": "B pays A {s}; a gap of {lag} is left.",
    "s-even": "B pays A {s}; the gap is closed.",
    "s-over": "B pays A {s}; now A is {lag} ahead.",
    "examples": "Examples",
    "ex-even": "No gap",
    "ex-border": "On the border",
    "ex-deadlock": "Deadlock",
    "ex-paid": "With a payment",
    "reset": "Start over",
    "share": "The address of this page keeps the four values; copy it to share them.",
    "head-holds": "Cooperation can last",
    "head-edge": "Exactly at the threshold of patience",
    "head-impatient": "Cooperation cannot last",
    "head-border": "Exactly on the border",
    "head-deadlock": "Deadlock",
    "text-holds": (
        "It takes δ ≥ {deltaw}, and δ = {d} is enough. The threat to stop cooperating keeps "
        "{who} from giving in to the temptation to defect."
    ),
    "text-edge": (
        "It takes δ ≥ {deltaw}, and δ is exactly that. To {who}, holding on and defecting are "
        "worth the same."
    ),
    "text-impatient": (
        "It takes δ ≥ {deltaw}, but δ = {d}. {who} still wants cooperation, but the temptation "
        "to defect now outweighs the loss later."
    ),
    "text-border": (
        "To {who}, cooperating together and defecting together are worth the same: {PA}. No "
        "amount of patience is enough."
    ),
    "text-deadlock": (
        "{who} would rather defect together ({Pw}) than cooperate together ({Rw}). Patience "
        "does not help; only k, g or s can change that."
    ),
    "order": "What {player} prefers",
    "tied": "worth the same",
    "facts": "What cooperation takes",
    "once": "Played once",
    "once-said": "both defect, whatever k is",
    "threshold": "Threshold of patience δ*",
    "threshold-said": "A {deltaA}; B {deltaB}",
    "kstar": "Limit k*",
    "kstar-some": "{kstar}; above it {who} no longer wants cooperation",
    "kstar-null": "none; without a gap, k never ends the dilemma",
    "kmax": "Largest k at this δ",
    "kmax-some": "{kmax}",
    "kmax-null": "none; even k = 0 is too much",
    "tft": "Tit for tat",
    "tft-some": "can last if δ ≥ {tft}",
    "tft-null": "cannot last at any δ",
    "pay": "Payment that wins A back",
    "pay-some": "more than {least}",
    "pay-null": "not needed; A wants cooperation",
    "chart": "Threshold of patience δ* against k",
    "reach-some": "For {who}, δ* reaches 1 at k = {kstar}.",
    "reach-null": "For {who}, δ* does not reach 1 up to k = 3.",
    "at-holds": "The point k = {k}, δ = {d} lies where cooperation can last (✓).",
    "at-edge": "The point k = {k}, δ = {d} lies exactly on the line.",
    "at-some": "The point k = {k}, δ = {d} lies where cooperation cannot last (✕).",
}

LAB = {"id": INDONESIAN, "en": ENGLISH}
