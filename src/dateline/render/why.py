"""Why each value stands in an event: the words, the voice, the rule, and what was considered and not taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.model import Article, Claim, Count, Dated, Event, Located, Occurrence, Rejected, Value
from dateline.render import phrases
from dateline.render.tables import heading


def why(article: Article, events: Sequence[Event], *, aside: Sequence[Rejected] = ()) -> RenderableType:
    """The grounds of every value of every event of an article."""
    parts: list[RenderableType] = [heading(article), Text()]
    for number, event in enumerate(events, start=1):
        name = f"{number}. {phrases.kind(event.type, event.mode, event.modality)}"
        parts += [Text(name, style="bold"), Padding(_grounds(event), (0, 0, 1, 2))]
    if not events:
        parts.append(Text("Reports no event.\n", style="dim"))
    if aside:
        parts += [Text("Set aside", style="bold"), Padding(Group(*map(_rejected, aside)), (0, 0, 1, 2))]
    return Group(*parts)


def _grounds(event: Event) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for claim in event.claims:
        table.add_row(claim.property, Group(*_lines(claim)))
    for rejected in event.rejected:
        table.add_row("not taken", _rejected(rejected))
    return table


def _lines(claim: Claim) -> Iterator[Text]:
    yield Text(value(claim.value))
    for quote in claim.evidence:
        yield Text(f"“{quote.exact}” {quote.start}–{quote.end}", style="italic")
    chain = phrases.voice(claim.voice)
    if claim.voice.via is not None:
        chain += f", as {phrases.voice(claim.voice.via)}"
    yield Text(f"{chain}; rule: {claim.rule}", style="dim")


def _rejected(rejected: Rejected) -> Text:
    return Text(f"{rejected.property} “{rejected.text}”: {rejected.why}")


def value(claimed: Value) -> str:
    """A claimed value in a few words."""
    match claimed:
        case Occurrence(modality=modality):
            return modality
        case Located():
            return phrases.place(claimed)
        case Dated(period=period, basis=basis):
            return f"{phrases.period(period)} ({basis})"
        case Count(who=who):
            return phrases.count(claimed, who or "").strip()
    return claimed.name
