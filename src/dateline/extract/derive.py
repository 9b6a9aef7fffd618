"""ACLED and UCDP codes from type, mode and parties, by the rows of a mapping file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Claim, Derived, Gist, Party
from dateline.model.lexicon import DerivedCode, Lexicon

_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
_SPOKEN = frozenset({"AGREE", "CONSULT", "CONCEDE", "SUPPORT", "THREATEN", "ACCUSE", "REJECT", "REQUEST"})
"""Types that ACLED keeps, as it does arrests, only as strategic developments, which the sentence tells."""
_ARMED = frozenset({"REB", "PRM", "UAF", "CRM"})


def derived(
    kind: str, mode: str | None, *, claims: Iterable[Claim], lexicon: Lexicon, gists: Sequence[Gist] = ()
) -> Derived:
    """The codes of the first row that fits, none where no row does; a sure gist of a sentence has the last word.

    ACLED's sub-event types cut across PLOVER's: a mine that was cleared, a grenade, live rounds at a march are told by
    the sentence, not by type and mode.
    """
    mapped = _mapped(kind, mode, list(claims), lexicon.derived)
    gist = max(gists, key=lambda g: g.acled_share, default=None)
    if gist is None:
        return mapped
    if gist.acled is None:
        strategic = kind in _SPOKEN or mode == "arrest"
        bare = gist.acled_share >= lexicon.learned.no_acled or strategic
        return Derived(ucdp_type=mapped.ucdp_type) if bare else mapped
    code = lexicon.acled[gist.acled]
    if kind not in code.plover or gist.acled_share < lexicon.learned.acled:
        return mapped
    return Derived(acled_event_type=code.event_type, acled_sub_event_type=gist.acled, ucdp_type=mapped.ucdp_type)


def _mapped(kind: str, mode: str | None, found: Sequence[Claim], rows: Sequence[DerivedCode]) -> Derived:
    """The codes of the mapping file's first row that fits."""
    actor = _side([c.value for c in found if c.property == "actor"])
    recipient = _side([c.value for c in found if c.property == "recipient"])
    for row in rows:
        if (
            row.type == kind
            and row.mode in ("", mode or "")
            and _fits(row.actor, actor)
            and _fits(row.recipient, recipient)
        ):
            return Derived(
                acled_event_type=row.acled_event_type or None,
                acled_sub_event_type=row.acled_sub_event_type or None,
                ucdp_type=row.ucdp_type or _ucdp(kind, actor, recipient),
            )
    return Derived()


def _fits(wanted: str, side: str) -> bool:
    return wanted in ("", side) or (wanted == "armed" and side == "state")


def _side(values: Sequence[object]) -> str:
    """ "state", "armed", "civilian" or "" by the first party whose sector tells."""
    for value in values:
        if isinstance(value, Party) and value.sector:
            if value.sector in _STATE:
                return "state"
            return "armed" if value.sector in _ARMED else "civilian"
    return ""


def _ucdp(kind: str, actor: str, recipient: str) -> str | None:
    """UCDP type of violence where the sides tell it."""
    if kind != "ASSAULT" or not actor or not recipient:
        return None
    if recipient == "civilian":
        return "one-sided violence" if actor != "civilian" else None
    return "state-based conflict" if "state" in (actor, recipient) else "non-state conflict"
