"""ACLED and UCDP codes from type, mode, parties and words, by the rows of mapping files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Claim, Derived, Gist, Party
from dateline.model.lexicon import DerivedCode, Lexicon

_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
_SPOKEN = frozenset({"AGREE", "CONSULT", "CONCEDE", "SUPPORT", "THREATEN", "ACCUSE", "REJECT", "REQUEST"})
"""Types that ACLED keeps, as it does arrests, only as strategic developments, which the sentence tells."""
_ARMED = frozenset({"REB", "PRM", "UAF", "CRM"})
_TERRITORY = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
"""Sub-event types that differ by who takes the ground, which the party's sector tells."""
_REMOTE = "Explosions/Remote violence"


def derived(
    kind: str, mode: str | None, *, claims: Iterable[Claim], lexicon: Lexicon, gists: Sequence[Gist] = (),
    words: str = "",
) -> Derived:  # fmt: skip
    """The codes of the first row that fits, none where no row does; a sure gist of a sentence has the last word.

    ACLED's sub-event types cut across PLOVER's: a mine that was cleared, a grenade, live rounds at a march are told by
    the sentence, not by type and mode. Its `words` (lower case, spaces between them) tell some apart again.
    """
    row, mapped = _mapped(kind, mode, list(claims), lexicon.derived)
    code = _weighed(kind, mode, row, mapped, gists, lexicon)
    for told in lexicon.told:
        if (
            code.acled_sub_event_type in told.instead_of
            and _holds(words, told.words)
            and not _holds(words, told.unless)
        ):
            return Derived(
                acled_event_type=told.event_type, acled_sub_event_type=told.becomes, ucdp_type=mapped.ucdp_type
            )
    return code


def _holds(words: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


def _weighed(
    kind: str, mode: str | None, row: DerivedCode | None, mapped: Derived, gists: Sequence[Gist], lexicon: Lexicon
) -> Derived:
    """What the mapping gives against what the learned reader takes the sentence for."""
    rules = lexicon.learned
    fitting = [
        g for g in gists if g.acled and kind in lexicon.acled[g.acled].plover and g.acled_share >= rules.acled_bare
    ]  # one sentence that tells of it outweighs another that does not
    gist = max(fitting or gists, key=lambda g: g.acled_share, default=None)
    if gist is None:
        return mapped
    if gist.acled is None:
        strategic = kind in _SPOKEN or mode == "arrest"
        least = rules.no_acled_weapon if mapped.acled_event_type == _REMOTE else rules.no_acled
        return Derived(ucdp_type=mapped.ucdp_type) if gist.acled_share >= least or strategic else mapped
    if {gist.acled, mapped.acled_sub_event_type} <= _TERRITORY:
        return mapped
    bare = row is not None and not (row.mode or row.actor or row.recipient)
    code = lexicon.acled[gist.acled]
    if kind not in code.plover or gist.acled_share < (rules.acled_bare if bare else rules.acled):
        return mapped
    return Derived(acled_event_type=code.event_type, acled_sub_event_type=gist.acled, ucdp_type=mapped.ucdp_type)


def _mapped(
    kind: str, mode: str | None, found: Sequence[Claim], rows: Sequence[DerivedCode]
) -> tuple[DerivedCode | None, Derived]:
    """The mapping file's first row that fits, and its codes."""
    actor = _side([c.value for c in found if c.property == "actor"])
    recipient = _side([c.value for c in found if c.property == "recipient"])
    for row in rows:
        if (
            row.type == kind
            and row.mode in ("", mode or "")
            and _fits(row.actor, actor)
            and _fits(row.recipient, recipient)
        ):
            return row, Derived(
                acled_event_type=row.acled_event_type or None,
                acled_sub_event_type=row.acled_sub_event_type or None,
                ucdp_type=row.ucdp_type or _ucdp(kind, actor, recipient),
            )
    return None, Derived()


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
