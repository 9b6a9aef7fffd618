"""How outlets have been delivering, as records and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.model.source import Source
from dateline.render import phrases

TRENDS = {
    "silent": "silent for a week",
    "half": "half of the usual or less",
    "double": "twice the usual or more",
}


def source_record(source: Source) -> dict[str, Any]:
    """The source as one JSON-ready object; absent means absent."""
    fields: dict[str, Any] = {
        "outlet": source.outlet,
        "articles": source.articles,
        "events": source.events,
        "undated": source.undated,
        "first": source.first.isoformat() if source.first else None,
        "last": source.last.isoformat() if source.last else None,
        "last_week": source.recent,
        "usual_week": round(source.usual, 2),
        "usual_gap_days": source.gap,
        "trend": source.trend,
    }
    return {name: value for name, value in fields.items() if value is not None}


def sources_table(found: Sequence[Source]) -> RenderableType:
    """One row an outlet."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Outlet", overflow="fold")
    for heading in ("Articles", "Events", "Last week", "Usual week"):
        table.add_column(heading, justify="right")
    table.add_column("Latest", no_wrap=True)
    table.add_column("", overflow="fold")
    for source in found:
        table.add_row(
            Text(source.outlet or "outlet not known"),
            f"{source.articles:,}",
            f"{source.events:,}",
            f"{source.recent:,}",
            f"{source.usual:,.1f}",
            phrases.day(source.last) if source.last else "no date",
            Text(TRENDS[source.trend] if source.trend else "", style="bold"),
        )
    return table
