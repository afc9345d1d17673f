"""What can be wrong with the timeline: every message in one table, every rule a short function."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, TypeAlias

from .bilingual import LANGUAGES
from .edtf import first_day, last_day, latest_start
from .model import Problem, Severity
from .termchecks import suggested
from .terms import texts
from .text import shorten
from .timeline import (
    CERTAINTIES,
    PATH,
    THEMES,
    TRACKS,
    Event,
    Period,
    Timeline,
    is_date,
    is_id,
    is_placed,
    items,
    words_of,
)
from .timelineshapes import shape_problems

Item: TypeAlias = Mapping[str, Any]
"""An event or a period as its author wrote it."""

CODES: dict[str, tuple[Severity, str, str]] = {
    "timeline-not-a-table": (
        "error",
        "is no table with periods and events",
        "write `events:` with a list whose entries begin with `- id:`",
    ),
    "timeline-entry": (
        "error",
        "is no entry with fields",
        "begin it with `- id:`, and set its other fields below that, as far in as `id`",
    ),
    "timeline-date": ("error", "is no date in EDTF", "write {detail} as 2022-08-30"),
    "event-without-id": (
        "error",
        "is no id",
        "write small letters and numbers, joined by hyphens",
    ),
    "event-id-twice": ("error", "is used twice on the page", "choose another id"),
    "event-field": ("error", "is no field of {detail}", "correct its name"),
    "event-date": (
        "error",
        "is no date in EDTF that the calendar has",
        "write 1965~, 2022-08, 2022-08-15 or an interval such as 2022-07/2022-08-15",
    ),
    "event-order": ("error", "stands behind {detail}, which began later", "move it up"),
    "event-value": ("error", "is none of {detail}", "choose one of them"),
    "event-list": ("error", "is no list", "write each on a line of its own, after `- `"),
    "event-one-language": (
        "error",
        "lacks its {detail}",
        "write it in both languages, saying the same",
    ),
    "event-uneven": (
        "warning",
        "is more than twice as long in one language as in the other ({detail})",
        "let both languages say the same",
    ),
    "event-without-source": ("error", "has no source", "name one under `sources:`"),
    "unknown-event-source": (
        "error",
        "is no work in docs/_data/sources.yml{detail}",
        "correct the key or add the work",
    ),
    "unknown-event-term": ("error", "is no term of the glossary{detail}", "correct the id"),
    "unknown-event-paragraph": (
        "error",
        "is no paragraph of the article",
        "write numbers from 1 to {detail}",
    ),
    "contested-without-note": (
        "error",
        "is contested, and no note says by whom",
        "write `note:` in both languages",
    ),
    "contested-one-source": (
        "error",
        "is contested and has one source only",
        "name a source of each side, or two that stand apart",
    ),
    "event-outside-periods": ("error", "begins in no period ({detail})", "widen a period"),
    "event-after-coverage": (
        "warning",
        "ends after {detail}, the day until which the data are said to reach",
        "move `coverage_until:`",
    ),
    "period-dates": (
        "error",
        "does not begin and end with a date",
        "write `from:` and `until:` in EDTF, the earlier one first",
    ),
    "period-gap": (
        "error",
        "does not begin the day after {detail} ends",
        "let one period follow the other without gap or overlap",
    ),
    "period-empty": ("warning", "holds no event", "take it out, or join it with its neighbour"),
}
"""code -> severity, cause, remedy."""

_FIELDS = (
    "id date theme track actors title summary certainty note later needs_better_source sources "
    "terms paragraphs key"
).split()
_PERIOD_FIELDS = ("id", "from", "until", "title", "intro")
_TOP_FIELDS = ("coverage_until", "published", "periods", "events")
_VALUES = {"theme": THEMES, "track": TRACKS, "certainty": CERTAINTIES}
_DATES = ("published", "coverage_until")
_LISTS = ("actors", "sources", "terms", "paragraphs")


def report(code: str, place: str, quote: str, detail: str = "") -> Problem:
    """A problem of the table, found in the file of the timeline."""
    severity, cause, remedy = CODES[code]
    told = cause.format(detail=detail), remedy.format(detail=detail)
    return Problem(code, severity, PATH, place, shorten(quote), *told)


def timeline_problems(
    raw: object, timeline: Timeline, works: Collection[str], terms: Collection[str]
) -> list[Problem]:
    """Everything that the file alone can tell, in its order; nothing for a site without one."""
    if raw is None:
        return []
    if not isinstance(raw, Mapping) or not isinstance(raw.get("events"), list):
        return [report("timeline-not-a-table", "file", type(raw).__name__)]
    found = [*_top_problems(raw), *_id_problems(raw), *shape_problems(raw)]
    found += _period_problems(raw, timeline)
    for item in items(raw, "events"):
        found += [*_event_problems(item), *_source_problems(item, works)]
        found += _unknown(item, "terms", "unknown-event-term", terms)
    found += [*_order_problems(timeline), *_place_problems(timeline)]
    return found or [*_empty_periods(timeline)]  # an event with a fault may belong there


def paragraph_problems(timeline: Timeline, count: int) -> list[Problem]:
    """The paragraphs that the article, whose paragraphs are numbered up to `count`, has not."""
    return [
        report("unknown-event-paragraph", f"event {event.id}", f"paragraphs: {number}", str(count))
        for event in timeline.events.values()
        for number in event.paragraphs
        if not 1 <= number <= count
    ]


# --- the file -------------------------------------------------------------------------------------


def _top_problems(raw: Item) -> Iterator[Problem]:
    yield from _unknown_fields(raw, "file", "the timeline", _TOP_FIELDS)
    for key in _DATES:
        if not is_date(raw.get(key)):
            yield report("timeline-date", "file", f"{key}: {raw.get(key)}", f"`{key}:`")
    for kind in ("period", "event"):
        listed = raw.get(f"{kind}s")
        for number, item in enumerate(listed if isinstance(listed, list) else (), 1):
            if not isinstance(item, Mapping):
                yield report("timeline-entry", f"{kind} {number}", str(item))


def _unknown_fields(item: Item, place: str, owner: str, known: Iterable[str]) -> Iterator[Problem]:
    for name in item:
        if name not in known:
            near = suggested(str(name), known)
            yield report("event-field", place, f"{name}:", f"{owner}{near}")


def _id_problems(raw: Item) -> Iterator[Problem]:
    """Periods and events share the page, and so its ids."""
    seen: set[object] = set()
    for kind in ("period", "event"):
        for number, item in enumerate(items(raw, f"{kind}s"), 1):
            name = item.get("id")
            if not is_id(name):
                yield report("event-without-id", f"{kind} {number}", f"id: {name}")
            elif name in seen:
                yield report("event-id-twice", f"{kind} {number}", f"id: {name}")
            seen.add(str(name))


# --- events ---------------------------------------------------------------------------------------


def _event_problems(item: Item) -> Iterator[Problem]:
    place = f"event {item.get('id')}"
    yield from _unknown_fields(item, place, "an event", _FIELDS)
    if not is_date(item.get("date")):
        yield report("event-date", place, f"date: {item.get('date')}")
    for key, values in _VALUES.items():
        if item.get(key) not in values:
            yield report("event-value", place, f"{key}: {item.get(key)}", ", ".join(values))
    for key in _LISTS:
        if not isinstance(item.get(key, []), list):
            yield report("event-list", place, f"{key}: {item[key]}")
    yield from _language_problems(item, place, ("title", "summary"))
    yield from _language_problems(item, place, [key for key in ("note", "later") if item.get(key)])


def _language_problems(item: Item, place: str, keys: Iterable[str]) -> Iterator[Problem]:
    for key in keys:
        held = words_of(item.get(key))
        missing = [language for language in LANGUAGES if language not in held]
        for language in missing:
            yield report("event-one-language", place, key, f"{key} in the language “{language}”")
        lengths = [len(held[language]) for language in LANGUAGES if language in held]
        if not missing and max(lengths) > 2 * min(lengths):
            told = " and ".join(f"{length} characters" for length in lengths)
            yield report("event-uneven", place, key, told)


def _source_problems(item: Item, works: Collection[str]) -> Iterator[Problem]:
    place = f"event {item.get('id')}"
    keys = texts(item.get("sources"))
    if not keys:
        yield report("event-without-source", place, "sources:")
    yield from _unknown(item, "sources", "unknown-event-source", works)
    if item.get("certainty") == "contested":
        if not item.get("note"):
            yield report("contested-without-note", place, "certainty: contested")
        if len(keys) == 1:
            yield report("contested-one-source", place, f"sources: {keys[0]}")


def _unknown(item: Item, key: str, code: str, known: Collection[str]) -> Iterator[Problem]:
    for name in texts(item.get(key)):
        if name not in known:
            place = f"event {item.get('id')}"
            yield report(code, place, f"{key}: {name}", suggested(str(name), known))


def _order_problems(timeline: Timeline) -> Iterator[Problem]:
    """Only what certainly began earlier than the event before it is out of order."""
    for before, event in pairwise(timeline.events.values()):
        if latest_start(event.date) < first_day(before.date):
            yield report("event-order", f"event {event.id}", f"date: {event.date}", before.id)


def _place_problems(timeline: Timeline) -> Iterator[Problem]:
    for event in timeline.events.values():
        place, quote = f"event {event.id}", f"date: {event.date}"
        if not any(period.holds(event) for period in timeline.periods):
            yield report("event-outside-periods", place, quote, _ends(timeline.periods))
        if timeline.coverage_until and _ends_after(event, timeline.coverage_until):
            yield report("event-after-coverage", place, quote, timeline.coverage_until)


def _ends(periods: Iterable[Period]) -> str:
    told = [f"{period.start} to {period.until}" for period in periods]
    return f"{told[0].split()[0]} to {told[-1].split()[-1]}" if told else "there is none"


def _ends_after(event: Event, day: str) -> bool:
    """Whether the latest day that is certain lies beyond; an open end does not count."""
    return not event.date.endswith(("..", "/")) and first_day(event.date.split("/")[-1]) > last_day(
        day
    )


# --- periods --------------------------------------------------------------------------------------


def _period_problems(raw: Item, timeline: Timeline) -> Iterator[Problem]:
    for item in items(raw, "periods"):
        place = f"period {item.get('id')}"
        yield from _unknown_fields(item, place, "a period", _PERIOD_FIELDS)
        yield from _language_problems(item, place, ("title", "intro"))
        if not is_placed(item) or first_day(str(item["from"])) > last_day(str(item["until"])):
            told = f"from: {item.get('from')}, until: {item.get('until')}"
            yield report("period-dates", place, told)
    for before, period in pairwise(timeline.periods):
        if (first_day(period.start) - last_day(before.until)).days != 1:
            yield report("period-gap", f"period {period.id}", f"from: {period.start}", before.id)


def _empty_periods(timeline: Timeline) -> Iterator[Problem]:
    for period, events in timeline.groups():
        if not events:
            yield report("period-empty", f"period {period.id}", f"id: {period.id}")
