"""Values in a few words, as people read them, never finer than they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dateline.model import Count, Event, Incident, Located, Party, Period, Toll, Voice

ARROW = "→"
MOST = 4
"""Names listed before "and 2 more"."""
TOLLS = ("killed", "injured", "missing", "detained")
_DAYS_OF: dict[str, str] = {"week": "week of", "weekend": "weekend of"}


def day(value: date) -> str:
    """ "25 Jan 2024"."""
    return f"{value.day} {value:%b} {value.year}"


def period(value: Period) -> str:
    """ "25 Jan 2024", "22–24 Jan 2024", "Jan 2024", "2024"."""
    start, end = value.start, value.end
    if start == end:
        return day(start)
    if value.precision == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{start:%b} {start.year}"
    if value.precision == "year" and start.year == end.year:
        return str(start.year)
    if value.precision in _DAYS_OF:
        return f"{_DAYS_OF[value.precision]} {day(start)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%b} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def listed(names: Iterable[str], *, most: int = MOST) -> str:
    """The names, each once, with how many more there are."""
    known = list(dict.fromkeys(names))
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return ", ".join(known[:most]) + more


def parties(actors: Iterable[Party], recipients: Iterable[Party]) -> str:
    """Who → whom; what nobody names is left out."""
    who, whom = listed(party.name for party in actors), listed(party.name for party in recipients)
    return f"{who} {ARROW} {whom}".strip() if whom else who


def kind(type_: str, mode: str | None, modality: str) -> str:
    """Type and mode, with the modality where it is not plainly actual."""
    plain = f"{type_} {mode}" if mode else type_
    return plain if modality == "actual" else f"{plain} ({modality})"


def place(located: Located) -> str:
    """The name, how the happening lies to it, and its country where that says more."""
    at = located.place
    name = f"{at.relation} {at.name}" if at.relation else at.name
    return f"{name} ({at.country})" if at.country and at.precision not in ("country", "continent") else name


def places(located: Sequence[Located]) -> str:
    """The places, the exact ones before those that hold them."""
    exact = [one for one in located if one.place.precision not in ("country", "region", "continent")]
    return listed((place(one) for one in exact or located), most=3)


def count(value: Count, what: str) -> str:
    """ "11 killed", "at least 12 killed", "about 50 missing"."""
    if value.high is None:
        number = f"at least {value.low:,}"
    elif value.high != value.low:
        number = f"{value.low:,}–{value.high:,}"
    else:
        number = f"about {value.low:,}" if value.approximate else f"{value.low:,}"
    return f"{number} {what}"


def toll(value: Toll, what: str) -> str:
    """ "11 killed", or "11 killed (11 to 27)" where numbers differ."""
    spread = f" ({value.low:,} to {value.high:,})" if value.low != value.high else ""
    return f"{value.best:,} {what}{spread}"


def event_toll(event: Event) -> str:
    """All numbers of the event, each once."""
    said = [
        count(c.value, name)
        for name in TOLLS
        for c in event.claims
        if c.property == name and isinstance(c.value, Count)
    ]
    return listed(said, most=6)


def incident_toll(incident: Incident) -> str:
    """All tolls of the incident."""
    tolls = {name: getattr(incident, name) for name in TOLLS}
    return ", ".join(toll(value, name) for name, value in tolls.items() if value is not None)


def voice(value: Voice) -> str:
    """ "Ministry of Defence claims"; the page's own voice by its outlet."""
    name = "the page" if value.kind == "outlet" and value.name == "outlet" else value.name
    return f"{name} {value.stance}"


def event_voices(event: Event) -> str:
    """Everyone who speaks in the event; the page itself only where nobody else does."""
    said = [claim.voice for claim in event.claims]
    named = [voice(one) for one in said if one.kind != "outlet"]
    return listed(named or (voice(one) for one in said))


def incident_when(incident: Incident) -> str:
    """The period, or the earliest report that bounds it from above."""
    if incident.when is not None:
        return period(incident.when)
    published = [report.published for report in incident.articles if report.published is not None]
    return f"by {day(date.fromisoformat(min(published)))}" if published else "no date given"


def standing(incident: Incident) -> str:
    """The standing, and on how many outlets and voices it rests."""
    rests = incident.independent
    counted = [plural(rests.outlets, "outlet"), plural(rests.voices, "voice") if rests.voices else ""]
    return f"{incident.standing}: {', '.join(part for part in counted if part)}"


def plural(number: int, noun: str) -> str:
    """ "1 outlet", "2 outlets"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
