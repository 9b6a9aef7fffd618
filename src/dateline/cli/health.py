"""`dateline doctor`: whether everything is in place."""

from __future__ import annotations

from dateline.app.doctor import examination
from dateline.cli.output import Output
from dateline.cli.reports import FINE, NOTHING


def doctor() -> int:
    """Write the state of each part; the exit code is 3 where one is missing."""
    parts = examination()
    longest = max(len(part.name) for part in parts)
    with Output() as out:
        out.write(f"{part.name:<{longest}}  {'ok' if part.sound else 'NO':<3} {part.state}\n" for part in parts)
    return FINE if all(part.sound for part in parts) else NOTHING
