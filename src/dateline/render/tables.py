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
WIDE = 100
"""Columns from which every value has a column of its own."""
DATE = 14
"""Columns of a whole date: "by 15 Apr 2026"."""
_UNDATED = "no date given"
_PARTIES = f"Who {phrases.ARROW} whom"


class Column(Record, frozen=True, kw_only=True):
    """A heading and a cell for each row; cells of at least `whole` columns are not wrapped below that width."""

    heading: str
    cells: tuple[str, ...]
    whole: int = 0


def events_table(article: Article, events: Sequence[Event], *, width: int) -> RenderableType:
    """What one article reports, in at most `width` columns."""
    parts: list[RenderableType] = [heading(article)]
    if events:
        table = _table(_event_columns(events), width=width, narrow=(("What", "Where"), ("Toll", "Who says so")))
        parts.append(Padding(table, (1, 0)))
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
    return [
        Column(heading="When", cells=tuple(phrases.period(w[0].period) if w else _UNDATED for w in whens), whole=DATE),
        Column(heading="What", cells=tuple(phrases.kind(e.type, e.mode, e.modality) for e in events)),
        Column(heading=_PARTIES, cells=tuple(_parties(e) for e in events)),
        Column(heading="Where", cells=tuple(phrases.places(_located(e)) for e in events)),
        Column(heading="Toll", cells=tuple(phrases.event_toll(e) for e in events)),
        Column(heading="Who says so", cells=tuple(phrases.event_voices(e) for e in events)),
    ]


def _located(event: Event) -> list[Located]:
    return [claim.value for claim in event.claims if isinstance(claim.value, Located)]


def _parties(event: Event) -> str:
    said = {name: [c.value for c in event.claims if c.property == name] for name in ("actor", "recipient")}
    actors, recipients = ([v for v in said[name] if isinstance(v, Party)] for name in ("actor", "recipient"))
    return phrases.parties(actors, recipients)


def incidents_table(incidents: Sequence[Incident], *, width: int) -> RenderableType:
    """The incidents in at most `width` columns, with the beginning of the id that `show` takes."""
    short = short_ids([incident.id for incident in incidents])
    columns = [
        Column(heading="Incident", cells=tuple(short[i.id] for i in incidents)),
        Column(heading="When", cells=tuple(phrases.incident_when(i) for i in incidents), whole=DATE),
        Column(heading="What", cells=tuple(phrases.kind(i.type, i.mode, i.modality) for i in incidents)),
        Column(heading=_PARTIES, cells=tuple(phrases.parties(i.actors, i.recipients) for i in incidents)),
        Column(heading="Where", cells=tuple(phrases.places(i.places) for i in incidents)),
        Column(heading="Toll", cells=tuple(phrases.incident_toll(i) for i in incidents)),
        Column(heading="Standing", cells=tuple(phrases.standing(i) for i in incidents)),
    ]
    return _table(columns, width=width, narrow=(("When", "Incident"), ("What", "Where"), ("Toll", "Standing")))


def short_ids(ids: Sequence[str], *, least: int = 6) -> dict[str, str]:
    """The shortest beginnings, of one length, that tell the ids apart."""
    length = least
    while len({id_[:length] for id_ in ids}) < len(set(ids)):
        length += 1
    return {id_: id_[:length] for id_ in ids}


def _table(columns: Sequence[Column], *, width: int, narrow: Sequence[tuple[str, str]]) -> RenderableType:
    """The columns side by side; where they do not fit, some under others as `narrow` says, and else as cards."""
    full = [column for column in columns if any(column.cells)]
    if width < WIDE or widths_of(full, width=width) is None:
        full = _stacked(full, narrow)
    widths = widths_of(full, width=width)
    if widths is None:
        return _cards(full)
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="bold")
    for column, cells in zip(full, widths, strict=True):
        table.add_column(column.heading, width=cells, overflow="fold")
    for number, row in enumerate(zip(*(column.cells for column in full), strict=True)):
        if number:
            table.add_row()
        table.add_row(*(Text(cell) for cell in row))
    return table


def _stacked(columns: Sequence[Column], pairs: Sequence[tuple[str, str]]) -> list[Column]:
    """Each pair of columns as one, the second value under the first."""
    found = {column.heading: column for column in columns}
    for upper, lower in pairs:
        if upper in found and lower in found:
            below = found.pop(lower)
            cells = zip(found[upper].cells, below.cells, strict=True)
            found[upper] = Column(
                heading=f"{upper}, {lower[0].lower()}{lower[1:]}",
                cells=tuple("\n".join(cell for cell in pair if cell) for pair in cells),
                whole=max(found[upper].whole, below.whole),
            )
    return list(found.values())


def widths_of(columns: Sequence[Column], *, width: int) -> list[int] | None:
    """A width for each column that keeps rows short; None where the longest words alone do not fit."""
    texts = [(column.heading, *column.cells) for column in columns]
    least = [max(cell_len(word) for text in column for word in text.split() or [""]) for column in texts]
    room = width - GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    lengths = [[tuple(cell_len(line) for line in text.split("\n")) for text in column] for column in texts]
    widths = [min(max(line for cell in column for line in cell), room) for column in lengths]
    whole = [max(low, min(wide, c.whole)) for low, wide, c in zip(least, widths, columns, strict=True)]
    least = whole if sum(whole) <= room else least
    rows = list(zip(*lengths, strict=True))
    longest = sorted(rows, key=lambda row: sum(map(sum, row)), reverse=True)[:SAMPLE]
    while sum(widths) > room:
        narrower = [at for at in range(len(widths)) if widths[at] > least[at]]
        at = min(narrower, key=lambda at: (_height(longest, widths, narrowed=at), -widths[at]))
        widths[at] -= 1
    return widths


def _height(rows: Sequence[tuple[tuple[int, ...], ...]], widths: Sequence[int], *, narrowed: int) -> int:
    """About how many lines the rows take when one column is narrowed by one."""
    tried = [width - (at == narrowed) for at, width in enumerate(widths)]
    return sum(
        max(sum(-(-max(line, 1) // width) for line in cell) for cell, width in zip(row, tried, strict=True))
        for row in rows
    )


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
