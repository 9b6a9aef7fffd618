"""One incident: what its sources agree on and dispute, who says what, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.model import Claim, Event, Finding, Incident, Named, Reported
from dateline.model.record import Record
from dateline.render import phrases
from dateline.render.why import value

PROPERTIES = {
    "occurrence": "Told as", "when": "When", "place": "Where", "actor": "Who", "recipient": "Whom",
    "weapon": "Weapons", "killed": "Killed", "injured": "Injured", "missing": "Missing", "detained": "Detained",
}  # fmt: skip
LONGEST = 240
"""Code points of a quotation that are shown."""


class Told(Record, frozen=True, kw_only=True):
    """A claim and the report that it stands in."""

    claim: Claim
    number: int
    """Place among the incident's reports, from 1."""


def dossier_view(incident: Incident, events: Sequence[Event]) -> RenderableType:
    """The whole incident, for a person to read; numbers in brackets are those of the reports."""
    numbers = {report.id: number for number, report in enumerate(incident.articles, start=1)}
    told = {c.id: Told(claim=c, number=numbers[e.article]) for e in events for c in e.claims}
    parts: list[RenderableType] = [_heading(incident)]
    for name, label in PROPERTIES.items():
        found = incident.findings.get(name, ())
        if found:
            parts += [Text(_label(label, found), style="bold"), Padding(_findings(found, told), (0, 0, 1, 2))]
    framing = sorted(
        {c.value.text for e in events for c in e.claims if isinstance(c.value, Named) and c.property == "framing"}
    )
    if framing:
        parts += [Text("Loaded terms, as quoted", style="bold"), Padding(Text(", ".join(framing)), (0, 0, 1, 2))]
    parts += [Text("Reports", style="bold"), Padding(_reports(incident.articles), (0, 0, 1, 2))]
    return Group(*parts)


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


def _label(label: str, found: Sequence[Finding]) -> str:
    if any(finding.dissenting for finding in found):
        return f"{label}: sources differ"
    return label


def _findings(found: Sequence[Finding], told: Mapping[str, Told]) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(overflow="fold", ratio=2)
    table.add_column(overflow="fold", ratio=5)
    for finding in found:
        table.add_row(Text(value(finding.value)), Group(*_words(finding, told)))
    return table


def _words(finding: Finding, told: Mapping[str, Told]) -> Iterator[Text]:
    """Who says it, where and in which words; the same words of one voice once, with all reports that have them."""
    reports: dict[tuple[str, str], list[int]] = {}
    for one in sorted((told[id_] for id_ in finding.supporting if id_ in told), key=lambda t: t.number):
        words = _cut(" … ".join(quote.exact for quote in one.claim.evidence))
        reports.setdefault((phrases.voice(one.claim.voice), words), []).append(one.number)
    for (who, words), numbers in reports.items():
        where = "".join(f"[{number}]" for number in dict.fromkeys(numbers))
        yield Text(f"{who} {where} ").append(f"“{words}”", style="italic")


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0] + " …"


def _reports(reports: Sequence[Reported]) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for number, report in enumerate(reports, start=1):
        day = phrases.day(date.fromisoformat(report.published)) if report.published is not None else "no date"
        line = Text(" · ".join(part for part in (report.outlet, report.title, day) if part))
        line.append(f"\n{report.source}", style="dim")
        if report.copy_of is not None:
            line.append(" (a copy)", style="dim")
        table.add_row(f"[{number}]", line)
    return table
