"""One incident: what its sources agree on and dispute, who says what, in which words, and since when it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.model import Claim, Event, Finding, Incident, Link, Named, Reported
from dateline.model.record import Record
from dateline.render import phrases
from dateline.render.judgements import said
from dateline.render.why import value

PROPERTIES = {
    "occurrence": "Told as", "when": "When", "place": "Where", "actor": "Who", "recipient": "Whom",
    "weapon": "Weapons", "killed": "Killed", "injured": "Injured", "missing": "Missing", "detained": "Detained",
}  # fmt: skip
ASKED = {
    "when": "on which day it happened", "place": "where it happened", "actor": "who did it",
    "recipient": "to whom it was done", "killed": "whether anybody was killed",
}  # fmt: skip
"""What a reader will ask of an incident, and no source may say."""
DEADLY = frozenset({"ASSAULT", "PROTEST", "COERCE"})
"""Types of which one asks for the dead."""
LONGEST = 240
"""Code points of a quotation that are shown."""


class Told(Record, frozen=True, kw_only=True):
    """A claim and the report that it stands in."""

    claim: Claim
    number: int
    """Place among the incident's reports, from 1."""


def dossier_view(incident: Incident, events: Sequence[Event], *, why: bool = False) -> RenderableType:
    """The whole incident, for a person to read; numbers in brackets are those of the reports.

    With `why`, also the words behind what nobody disputes, and what holds the reports together.
    """
    numbers = {report.id: number for number, report in enumerate(incident.articles, start=1)}
    told = {c.id: Told(claim=c, number=numbers[e.article]) for e in events for c in e.claims}
    parts: list[RenderableType] = [_heading(incident)]
    if incident.judgements:
        parts += _section("Judged by people", Group(*_judged(incident)))
    for name, label in PROPERTIES.items():
        found = incident.findings.get(name, ())
        if found:
            parts += _section(_label(label, found), _findings(found, told, incident.articles, words=why))
    framing = sorted(
        {c.value.text for e in events for c in e.claims if isinstance(c.value, Named) and c.property == "framing"}
    )
    if framing:
        parts += _section("Loaded terms, as quoted", Text(", ".join(framing)))
    parts += _section("What became known when", _timeline(incident, events, numbers))
    if unknown := _unknown(incident):
        parts += _section("What no source here says", Text("; ".join(unknown)))
    parts += _section("Reports", _reports(incident.articles))
    if why:
        parts += _section("Why these reports are one incident", _why(incident, events, numbers))
    return Group(*parts)


def _section(name: str, body: RenderableType) -> list[RenderableType]:
    return [Text(name, style="bold"), Padding(body, (0, 0, 1, 2))]


def _heading(incident: Incident) -> RenderableType:
    lines = [
        phrases.parties(incident.actors, incident.recipients),
        " · ".join(part for part in (phrases.incident_when(incident), phrases.places(incident.places)) if part),
        phrases.incident_toll(incident),
        phrases.standing(incident),
    ]
    text = Text(phrases.kind(incident.type, incident.mode, incident.modality), style="bold")
    text.append(f"  incident {incident.id}", style="not bold dim")
    text.append("\n" + "\n".join(line for line in lines if line), style="not bold")
    return Padding(text, (0, 0, 1, 0))


def _judged(incident: Incident) -> Iterator[Text]:
    for judged in incident.judgements:
        line = Text(f"{judged.at[:10]} {judged.author} {said(judged)}")
        if judged.text:
            line.append(f" “{judged.text}”", style="italic")
        if judged.against:
            line.append(f" in conflict with {', '.join(judged.against)}: not applied", style="bold")
        line.append(f" ({judged.id})", style="dim")
        yield line


def _label(label: str, found: Sequence[Finding]) -> str:
    if any(finding.dissenting for finding in found):
        return f"{label}: sources differ"
    return label


def _findings(
    found: Sequence[Finding], told: Mapping[str, Told], reports: Sequence[Reported], *, words: bool
) -> RenderableType:
    """Values with who says so: in a line where all agree, and voice by voice in their words where they do not."""
    differ = words or any(finding.dissenting for finding in found)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(overflow="fold", ratio=2)
    table.add_column(overflow="fold", ratio=5)
    for finding in found:
        shown = Text(value(finding.value))
        if finding.judgement is not None:
            shown.append(f"\nset by judgement {finding.judgement}", style="dim")
        claims = sorted((told[id_] for id_ in finding.supporting if id_ in told), key=lambda t: t.number)
        table.add_row(shown, Group(*(_words(claims, reports) if differ else _who(claims))))
    return table


def _who(claims: Sequence[Told]) -> Iterator[Text]:
    """Everyone who says it, each once, with the reports that have it, in one line."""
    numbers: dict[str, list[int]] = {}
    for one in claims:
        numbers.setdefault(phrases.voice(one.claim.voice), []).append(one.number)
    said = [f"{who} {''.join(f'[{n}]' for n in dict.fromkeys(found))}" for who, found in numbers.items()]
    yield Text(phrases.listed(said, most=6), style="dim")


def _words(claims: Sequence[Told], reports: Sequence[Reported]) -> Iterator[Text]:
    """Who says it, where and in which words; the same words of one voice once, with all reports that have them."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for one in claims:
        words = _cut(" … ".join(quote.exact for quote in one.claim.evidence))
        numbers.setdefault((phrases.voice(one.claim.voice), words), []).append(one.number)
    for (who, words), found in numbers.items():
        where = ", ".join(_report(reports[number - 1], number) for number in dict.fromkeys(found))
        yield Text(f"{who} ").append(f"({where}) ", style="dim").append(f"“{words}”", style="italic")


def _report(report: Reported, number: int) -> str:
    day = phrases.day(date.fromisoformat(report.published)) if report.published is not None else "no date"
    return f"[{number}] {report.outlet or 'outlet not known'}, {day}"


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0] + " …"


def _timeline(incident: Incident, events: Sequence[Event], numbers: Mapping[str, int]) -> RenderableType:
    """What each report said for the first time, by day of publication."""
    by_article = {event.article: event for event in events}
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    known: set[tuple[str, str]] = set()
    for report in incident.articles:
        event = by_article.get(report.id)
        news = []
        for claim in event.claims if event is not None else ():
            key = (claim.property, value(claim.value))
            if claim.property in PROPERTIES and claim.property != "occurrence" and key not in known:
                known.add(key)
                news.append(f"{PROPERTIES[claim.property].lower()}: {key[1]}")
        day = phrases.day(date.fromisoformat(report.published)) if report.published is not None else "no date"
        told = phrases.listed(news, most=8) or "nothing new"
        table.add_row(day, f"[{numbers[report.id]}] {told}")
    return table


def _unknown(incident: Incident) -> list[str]:
    """What is asked of an incident and no source here says."""
    return [
        asked
        for name, asked in ASKED.items()
        if not incident.findings.get(name) and (name != "killed" or incident.type in DEADLY)
    ]


def _reports(reports: Sequence[Reported]) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    number_of = {report.id: number for number, report in enumerate(reports, start=1)}
    for number, report in enumerate(reports, start=1):
        day = phrases.day(date.fromisoformat(report.published)) if report.published is not None else "no date"
        line = Text(" · ".join(part for part in (report.outlet, report.title, day) if part))
        line.append(f"\n{report.source}", style="dim")
        if report.copy_of is not None:
            line.append(f" (a copy of [{number_of[report.copy_of]}])", style="dim")
        table.add_row(f"[{number}]", line)
    return table


def _why(incident: Incident, events: Sequence[Event], numbers: Mapping[str, int]) -> RenderableType:
    """For every report what best connects it with another: each kind of evidence and its weight."""
    number_of = {event.id: numbers[event.article] for event in events}
    linked = {link.event: link for link in incident.links}
    lines = []
    for event in incident.events:
        link = linked.get(event)
        if link is not None:
            lines.append(Text(f"[{number_of[event]}] with [{number_of[link.other]}]: {_reasons(link)}"))
        elif event != incident.events[0]:
            lines.append(Text(f"[{number_of[event]}] by a person's judgement"))
    return Group(*(lines or [Text("There is only one report.")]))


def _reasons(link: Link) -> str:
    """ "+2.1 = same day +1.0, same place +1.1"; what weighs nothing is left out."""
    told = [f"{name} {weight:+.1f}" for name, weight in link.reasons.items() if abs(weight) >= 0.05]
    return f"{link.score:+.1f} = {', '.join(told)}"
