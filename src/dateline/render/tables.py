"""Events and incidents as tables for a terminal: names are wrapped between words and never cut."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.model import Article, Event, Incident, Located, Party
from dateline.model.record import Record
from dateline.render import phrases
from dateline.render.record import when_of

GAP = 2
"""Spaces between columns."""
SAMPLE = 40
"""Rows, the longest, by which widths are chosen."""
_UNDATED = "no date given"


class Column(Record, frozen=True, kw_only=True):
    """A heading, a cell for each row, and the style of the cells."""

    heading: str
    cells: tuple[str, ...]
    style: str = ""


def events_table(article: Article, events: Sequence[Event], *, width: int) -> RenderableType:
    """What one article reports, in at most `width` columns."""
    parts: list[RenderableType] = [heading(article)]
    if events:
        parts.append(Padding(_table(_event_columns(events), width=width), (1, 0)))
    else:
        parts.append(Padding(Text("Reports no event.", style="dim"), (1, 0)))
    return Group(*parts)


def heading(article: Article) -> Text:
    """Title, outlet, date of publication with its basis, and source."""
    title = Text(article.title or "Untitled", style="bold")
    said = [article.outlet.name if article.outlet is not None else None]
    if article.published is None:
        said.append("date of publication not known")
    else:
        sure = "" if article.published.reliable else ", not certain"
        said.append(f"published {phrases.period(article.published.period)} ({article.published.basis}{sure})")
    said.append(article.source)
    return title.append("\n" + " · ".join(part for part in said if part), style="not bold dim")


def _event_columns(events: Sequence[Event]) -> list[Column]:
    whens = [when_of(event) for event in events]
    cells = {
        "When": [phrases.period(found[0].period) if found else _UNDATED for found in whens],
        "What": [phrases.kind(e.type, e.mode, e.modality) for e in events],
        f"Who {phrases.ARROW} whom": [_parties(e) for e in events],
        "Where": [phrases.places([c.value for c in e.claims if isinstance(c.value, Located)]) for e in events],
        "Toll": [phrases.event_toll(e) for e in events],
        "Who says so": [phrases.event_voices(e) for e in events],
    }
    return [Column(heading=name, cells=tuple(column)) for name, column in cells.items() if any(column)]


def _parties(event: Event) -> str:
    said = {name: [c.value for c in event.claims if c.property == name] for name in ("actor", "recipient")}
    actors, recipients = ([v for v in said[name] if isinstance(v, Party)] for name in ("actor", "recipient"))
    return phrases.parties(actors, recipients)


def incidents_table(incidents: Sequence[Incident], *, width: int) -> RenderableType:
    """The incidents in at most `width` columns, with the beginning of the id that `show` takes."""
    short = short_ids([incident.id for incident in incidents])
    cells = {
        "Incident": [short[i.id] for i in incidents],
        "When": [phrases.period(i.when) if i.when else _UNDATED for i in incidents],
        "What": [phrases.kind(i.type, i.mode, i.modality) for i in incidents],
        f"Who {phrases.ARROW} whom": [phrases.parties(i.actors, i.recipients) for i in incidents],
        "Where": [phrases.places(i.places) for i in incidents],
        "Toll": [phrases.incident_toll(i) for i in incidents],
        "Standing": [phrases.standing(i) for i in incidents],
    }
    columns = [Column(heading=name, cells=tuple(column)) for name, column in cells.items() if any(column)]
    return _table(columns, width=width)


def short_ids(ids: Sequence[str], *, least: int = 6) -> dict[str, str]:
    """The shortest beginnings, of one length, that tell the ids apart."""
    length = least
    while len({id_[:length] for id_ in ids}) < len(set(ids)):
        length += 1
    return {id_: id_[:length] for id_ in ids}


def _table(columns: Sequence[Column], *, width: int) -> RenderableType:
    """The columns side by side where their longest words fit, else each row as a card."""
    widths = widths_of(columns, width=width)
    if widths is None:
        return _cards(columns)
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="bold")
    for column, cells in zip(columns, widths, strict=True):
        table.add_column(column.heading, width=cells, style=column.style, overflow="fold")
    for number, row in enumerate(zip(*(column.cells for column in columns), strict=True)):
        if number:
            table.add_row()
        table.add_row(*(Text(cell) for cell in row))
    return table


def widths_of(columns: Sequence[Column], *, width: int) -> list[int] | None:
    """A width for each column that keeps rows short; None where the longest words alone do not fit."""
    texts = [(column.heading, *column.cells) for column in columns]
    least = [max(cell_len(word) for text in column for word in text.split() or [""]) for column in texts]
    room = width - GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    lengths = [[cell_len(text) for text in column] for column in texts]
    widths = [min(max(column), room) for column in lengths]
    longest = sorted(zip(*lengths, strict=True), key=sum, reverse=True)[:SAMPLE]
    while sum(widths) > room:
        narrower = [at for at in range(len(widths)) if widths[at] > least[at]]
        at = min(narrower, key=lambda at: (_height(longest, widths, narrowed=at), -widths[at]))
        widths[at] -= 1
    return widths


def _height(rows: Sequence[tuple[int, ...]], widths: Sequence[int], *, narrowed: int) -> int:
    """About how many lines the rows take when one column is narrowed by one."""
    tried = [width - (at == narrowed) for at, width in enumerate(widths)]
    return sum(max(-(-length // width) for length, width in zip(row, tried, strict=True)) for row in rows)


def _cards(columns: Sequence[Column]) -> RenderableType:
    """Each row as lines of heading and value."""
    cards: list[RenderableType] = []
    for row in range(len(columns[0].cells)):
        card = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
        card.add_column(style="bold", no_wrap=True)
        card.add_column(overflow="fold")
        for column in columns:
            if column.cells[row]:
                card.add_row(column.heading, Text(column.cells[row]))
        cards.append(Padding(card, (0, 0, 1, 0)))
    return Group(*cards)
