"""The story's blocks and all else that the page shows, in one page order."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.reading import LineRule
from dateline.read.boilerplate import Verdict, verdicts
from dateline.read.pieces import Piece

_UNNAMED = "outside the story"


def merged(
    story: Sequence[Piece], visible: Sequence[Piece], *, title: str | None, rules: Sequence[LineRule]
) -> tuple[list[Piece], list[Verdict]]:
    """Pieces in page order with their verdicts: the story's own by the line rules, the rest dropped as marked."""
    judged = verdicts(story, rules=rules)
    if title:
        bare = _bare(title)
        judged = [
            Verdict(kept=False, reason="repeats the title") if _bare(piece.text) == bare else verdict
            for piece, verdict in zip(story, judged, strict=True)
        ]
    pieces: list[Piece] = []
    found: list[Verdict] = []
    taken = 0
    keys = [_bare(piece.text) for piece in story]
    whole = "\n".join(keys)
    for piece in visible:
        key = _bare(piece.text)
        if key and key in whole:
            while taken < len(story) and not _covers(keys[taken], key) and any(_covers(k, key) for k in keys[taken:]):
                pieces.append(story[taken])
                found.append(judged[taken])
                taken += 1
        else:
            pieces.append(piece)
            found.append(Verdict(kept=False, reason=piece.mark or _UNNAMED))
    pieces.extend(story[taken:])
    found.extend(judged[taken:])
    return pieces, found


def _covers(whole: str, part: str) -> bool:
    return part in whole


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
