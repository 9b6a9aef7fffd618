"""ACLED and UCDP codes from type, mode and parties, by the rows of a mapping file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Claim, Derived, Party
from dateline.model.lexicon import DerivedCode

_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
_ARMED = frozenset({"REB", "PRM", "UAF", "CRM"})


def derived(kind: str, mode: str | None, *, claims: Iterable[Claim], rows: Sequence[DerivedCode]) -> Derived:
    """The codes of the first row that fits; none where no row does."""
    found = list(claims)
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
