"""Time and memory of the citation engine on large inputs: figures, no test.

    .venv/bin/python tests/benchmarks/engine.py            everything, ten minutes
    .venv/bin/python tests/benchmarks/engine.py 1000 10000 only sequences of these lengths

Sequences mix, as theses do, full references to distinct works with Ibid., Op. Cit. by author and
by title, Loc. Cit., numbers of notes, short forms, notes with two sources and comments. The peak
is what Python allocated while resolving, the input not counted, measured in a second run because
measuring slows it down.

Last measured on a machine of 2 cores, busy with other work, Python 3.11.7:

       notes   seconds   µs/note   peak MB   kB/note      one note of 1 MB     seconds   peak MB
       1,000      0.66       657       3.4      3.36      prose                   2.55      10.2
      10,000      6.44       644      31.4      3.14      sources                10.49      39.8
     100,000     64.48       645     240.1      2.40      references              8.95      24.9
                                                          brackets open           1.50      44.5
                                                          brackets nested         2.80      89.4
                                                          quotations              2.20      84.6
                                                          quotes open            13.92     153.6
                                                          emphasis                1.32       7.0
                                                          addresses               1.88      86.7
                                                          Ibid.                  19.00      64.0
                                                          numbers                 2.16      16.1
                                                          full stops              0.18       5.2
                                                          one long word           0.73       9.0
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from explainer import resolve_notes

MEGABYTE = 1_000_000
LENGTHS = (1_000, 10_000, 100_000)
SYLLABLES = (
    "ba ca da fa ga ja ka la ma na pa ra sa ta wa bi di gi ki li mi ni ri si ti bu du".split()
)
TOPICS = (
    "Pelabuhan Sungai Dermaga Gudang Menara Kapal Layar Muara Selat Pulau Pasar Kampung".split()
)


class Author:
    """A made-up author with one book, and the ways in which notes name it."""

    def __init__(self, dice: random.Random, number: int) -> None:
        self.family = word(dice, 4)
        self.title = f"{dice.choice(TOPICS)} {word(dice, 3)} {word(dice, 3)}"
        self.full = (
            f"{word(dice, 3)} {self.family}, *{self.title}* "
            f"(Yogyakarta: Pustaka {word(dice, 2)}, {1950 + number % 70}), hlm. {number % 400 + 1}."
        )


def word(dice: random.Random, syllables: int) -> str:
    """A made-up capitalised word."""
    return "".join(dice.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def sequence(length: int) -> list[tuple[int, str]]:
    """Notes as a long thesis has them; the same ones on every machine."""
    dice = random.Random(length)  # noqa: S311  no secret
    known: list[Author] = []
    return [(n, note(dice, n, known)) for n in range(1, length + 1)]


def note(dice: random.Random, number: int, known: list[Author]) -> str:
    """One note: a third are new sources, the others refer to one given earlier or comment."""
    kind = dice.random()
    if kind < 0.33 or not known:
        known.append(Author(dice, number))
        return known[-1].full
    author = dice.choice(known[-200:])
    if kind < 0.36:
        known.append(Author(dice, number))
        return f"{known[-1].full} Lihat juga {author.family}, op. cit., hlm. {number % 90}."
    return dice.choice(
        [
            f"Ibid., hlm. {number % 90}.",
            "Ibid.",
            f"{author.family}, op. cit., hlm. {number % 90}.",
            f"Op. Cit., {author.title.split()[0]} {author.title.split()[1]}",
            f"{author.family}, loc. cit.",
            f"{author.family}, {author.title.split()[0]}, hlm. {number % 90}.",
            f"Lihat catatan kaki {max(1, number - dice.randrange(1, 40))}.",
            "Istilah ini dipakai penulis dalam arti luas dan tidak terbatas pada satu negara.",
        ]
    )


SHAPES = {
    "prose": "Pelabuhan tua itu dibongkar pada masa pendudukan, dan kayunya dipakai lagi. ",
    "sources": "Raharja Wiguna, Selat yang Sunyi (Yogyakarta: Kelana, 2016), hlm. 3; ",
    "references": "Wiguna, op. cit., hlm. 3; ibid., hlm. 4; ",
    "brackets open": "(",
    "brackets nested": "(a [b] c) ",
    "quotations": "“Jalan ‘Rempah’ itu”, ",
    "quotes open": "“",
    "emphasis": "*a* _b_ ",
    "addresses": "https://contoh.example/a?b=c ",
    "Ibid.": "Ibid. ",
    "numbers": "12, ",
    "full stops": ". ",
    "one long word": "x",
}
"""What a note of one megabyte repeats."""


def measured(notes: list[tuple[int, str]]) -> tuple[float, float]:
    """Seconds to resolve the notes, and the megabytes allocated at the peak of a second run."""
    start = time.perf_counter()
    resolve_notes(notes)
    seconds = time.perf_counter() - start
    tracemalloc.start()
    resolve_notes(notes)
    peak = tracemalloc.get_traced_memory()[1] / MEGABYTE
    tracemalloc.stop()
    return seconds, peak


def print_sequences(lengths: list[int]) -> None:
    """A line for each length of a sequence."""
    print(f"{'notes':>10} {'seconds':>9} {'µs/note':>9} {'peak MB':>9} {'kB/note':>9}")
    for length in lengths:
        seconds, peak = measured(sequence(length))
        per_note = (seconds / length * 1e6, peak / length * 1e3)
        print(f"{length:>10,} {seconds:>9.2f} {per_note[0]:>9.0f} {peak:>9.1f} {per_note[1]:>9.2f}")


def print_shapes() -> None:
    """A line for each kind of note of one megabyte; a source stands in the note before it."""
    print(f"\n{'one note of 1 MB':<18} {'seconds':>9} {'peak MB':>9}")
    source = "Raharja Wiguna, Selat yang Sunyi (Yogyakarta: Pustaka Kelana, 2016), hlm. 3."
    for name, unit in SHAPES.items():
        long = unit * (MEGABYTE // len(unit))
        seconds, peak = measured([(1, source), (2, long)])
        print(f"{name:<18} {seconds:>9.2f} {peak:>9.1f}", flush=True)


def main() -> None:
    """Print both tables, or the first one for the lengths given."""
    lengths = [int(argument) for argument in sys.argv[1:]]
    print_sequences(lengths or list(LENGTHS))
    if not lengths:
        print_shapes()


if __name__ == "__main__":
    main()
