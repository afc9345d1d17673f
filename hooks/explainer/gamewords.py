"""The words of the explorable. `{names}` stand for numbers, which Python and the script fill in."""

from __future__ import annotations

from .labwords import LAB

INDONESIAN = {
    "decimal": ",",
    "none": "tidak ada",
    # the four outcomes, seen by one player
    "T": "membelot sendirian",
    "R": "sama-sama bekerja sama",
    "P": "sama-sama membelot",
    "S": "bekerja sama sendirian",
    "kind-some": "dilema tahanan",
    "kind-border": "tepat di batas",
    "kind-deadlock": "jalan buntu",
    # matrices
    "payoffs": "Imbalan bagi A dan B",
    "worth": "Nilai guna bagi A dan B, dan imbalan di bawahnya",
    "payoff": "imbalan",
    "A-c": "A bekerja sama",
    "A-d": "A membelot",
    "B-c": "B bekerja sama",
    "B-d": "B membelot",
    # rounds
    "play": "Lima ronde melawan B",
    "round": "Ronde",
    "you": "Langkah Anda",
    "them": "Langkah lawan",
    "your-points": "Poin Anda",
    "their-points": "Poin lawan",
    "total": "Jumlah",
    "cooperate": "Bekerja sama",
    "defect": "Membelot",
    "again": "Main lagi",
    "said-first": "Pilih langkah Anda untuk ronde pertama.",
    "said-round": "Ronde {n}: Anda {a}, lawan {b}.",
    "behind": (
        "Selesai. Anda {a}, lawan {b}. Lawan unggul {gap} poin; apakah itu mengganggu Anda? "
        "Seberapa mengganggu, itulah k. "
    ),
    "even": "Selesai. Anda {a}, lawan {b}. Tidak ada selisih. ",
    "ahead": "Selesai. Anda {a}, lawan {b}. Anda unggul {gap} poin; maukah lawan bermain lagi? ",
    "strategy": "Lawan memakai tit for tat: meniru langkah Anda sebelumnya.",
    # guess
    "question": "Tebakan Anda",
    "yes": "Ya. Bagi A pun, sama-sama bekerja sama tetap lebih baik daripada sama-sama membelot.",
    "no": "Tidak. Selisih itu membuat membelot lebih menggoda bagi A.",
    "commit": "Kunci tebakan",
    "right": "Tebakan Anda sama dengan jawaban model.",
    "wrong": "Model ini menjawab lain.",
    "answer": "Jawaban menurut model",
    "answer-1": (
        "Tidak. Bagi A, sama-sama bekerja sama kini bernilai {RA}, masih lebih baik daripada "
        "sama-sama membelot ({PA}). Namun, godaan membelot sendirian naik dari {T} menjadi "
        "{TA}."
    ),
    "answer-2": (
        "Supaya A bertahan, masa depan harus dihargai sekurang-kurangnya {deltaA}. Sebelum A "
        "membandingkan, {before} sudah cukup. Nilai {d} ada di antara keduanya: semula cukup,"
        " sekarang tidak. B hanya memerlukan {deltaB}; A-lah yang menentukan."
    ),
    # what stands without a script
    "table": "Jenis permainan bagi A dan ambang kesabaran δ*, menurut k dan selisih g",
    "table-note": (
        "Imbalan 5, 3, 1, 0; δ* dibulatkan ke tiga desimal. Tanda – berarti tidak ada "
        "kesabaran yang cukup."
    ),
    "cell-prisoners-dilemma": "dilema",
    "cell-border": "batas",
    "cell-deadlock": "buntu",
    "picture": "Ambang kesabaran δ* menurut k untuk empat selisih",
    "picture-words": (
        "Semakin besar k, semakin besar kesabaran yang diperlukan A. Tanpa selisih, δ* "
        "mendekati 1 tanpa pernah mencapainya (pada k = 3 nilainya {even}). Dengan g = 0,5 "
        "nilainya {half} pada k = 3. Dengan g = 1 garisnya mencapai 1 pada k = {one}, dan "
        "dengan g = 1,5 pada k = {more}."
    ),
    "many": "Selisih yang masih dapat diterima A, dengan R = 3 dan k = 1",
    "many-n": "Banyaknya negara",
    "many-gap": "Selisih di bawah",
}

ENGLISH = {
    "decimal": ".",
    "none": "none",
    "T": "defect alone",
    "R": "cooperate together",
    "P": "defect together",
    "S": "cooperate alone",
    "kind-some": "prisoner’s dilemma",
    "kind-border": "on the border",
    "kind-deadlock": "deadlock",
    "payoffs": "Payoffs to A and B",
    "worth": "Utility to A and B, with the payoffs below",
    "payoff": "payoffs",
    "A-c": "A cooperates",
    "A-d": "A defects",
    "B-c": "B cooperates",
    "B-d": "B defects",
    "play": "Five rounds against B",
    "round": "Round",
    "you": "Your move",
    "them": "Their move",
    "your-points": "Your points",
    "their-points": "Their points",
    "total": "Total",
    "cooperate": "Cooperate",
    "defect": "Defect",
    "again": "Play again",
    "said-first": "Choose your move for the first round.",
    "said-round": "Round {n}: you {a}, they {b}.",
    "behind": (
        "Done. You {a}, they {b}. They lead by {gap}; does that bother you? How much it "
        "does, that is k. "
    ),
    "even": "Done. You {a}, they {b}. There is no gap. ",
    "ahead": "Done. You {a}, they {b}. You lead by {gap}; would they want to play again? ",
    "strategy": "They play tit for tat: they copy your previous move.",
    "question": "Your guess",
    "yes": "Yes. Even to A, cooperating together is still better than defecting together.",
    "no": "No. The gap makes defection more tempting to A.",
    "commit": "Lock in my guess",
    "right": "Your guess is what the model says.",
    "wrong": "The model says otherwise.",
    "answer": "The model’s answer",
    "answer-1": (
        "No. To A, cooperating together is now worth {RA}, which is still better than "
        "defecting together ({PA}). But the temptation to defect alone has risen from {T} to "
        "{TA}."
    ),
    "answer-2": (
        "For A to hold on, the future must count for at least {deltaA}. Before A began to "
        "compare, {before} was enough. The value {d} lies between the two: enough then, too "
        "little now. B needs only {deltaB}; it all depends on A."
    ),
    "table": "Type of game for A and threshold of patience δ*, by k and gap g",
    "table-note": (
        "Payoffs 5, 3, 1, 0; δ* rounded to three decimals. The sign – means that no patience "
        "is enough."
    ),
    "cell-prisoners-dilemma": "dilemma",
    "cell-border": "border",
    "cell-deadlock": "deadlock",
    "picture": "Threshold of patience δ* against k for four gaps",
    "picture-words": (
        "The larger k is, the more patience A needs. Without a gap, δ* draws near 1 and never"
        " reaches it (at k = 3 it is {even}). With g = 0.5 it is {half} at k = 3. With g = 1 "
        "the line reaches 1 at k = {one}, and with g = 1.5 at k = {more}."
    ),
    "many": "The gap that A can still accept, with R = 3 and k = 1",
    "many-n": "Number of states",
    "many-gap": "Gap below",
}

GAME = {"id": {**INDONESIAN, **LAB["id"]}, "en": {**ENGLISH, **LAB["en"]}}
"""Every word of the explorable, by language."""
