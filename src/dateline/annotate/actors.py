"""Actors in a stretch of text: names of the table, demonym with role, and descriptors of the unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dateline.model import Actor, ActorKind, ActorMention
from dateline.model.actors_table import ActorTable, Role, active, actors_named, alias_key
from dateline.model.record import Record

_PIECE = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z](?!\w)|\w+(?:['’ʼ`]\w+)*(?:['’](?!\w))?|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?$")
LONGEST = 8
SHORT = 4
"""Names no longer than this count only as the table spells them: LeT, not Let."""


class Piece(Record, frozen=True, kw_only=True):
    """A word or mark of the text with its key; `glued` where only a hyphen or white space parts it from the next."""

    start: int
    end: int
    key: str
    raw: str


class ActorRules(Record, frozen=True, kw_only=True):
    """The actor table, an index of the first words of its names, and the words that may stand before a role."""

    table: ActorTable
    listed: frozenset[str]
    """The keys of all names, demonyms and peoples of the table."""
    openers: frozenset[str]
    """First words of all that is found: of names, roles and what stands before roles."""
    lengths: dict[str, int]
    role_lengths: dict[str, int]
    modifiers: frozenset[str]
    offices: frozenset[str]
    """Role nouns that name a person in an office: "president", "envoy"."""


def actor_rules(table: ActorTable, *, modifiers: frozenset[str], offices: frozenset[str]) -> ActorRules:
    """Indexes the table for `actor_mentions`."""
    keys = [*table.by_alias, *table.demonyms, *table.peoples]
    lengths, role_lengths = _longest_by_first(alias_key(k) for k in keys), _longest_by_first(table.roles)
    return ActorRules(
        table=table,
        listed=frozenset(keys),
        openers=modifiers.union(lengths, role_lengths),
        lengths=lengths,
        role_lengths=role_lengths,
        modifiers=modifiers,
        offices=offices,
    )


def actor_mentions(
    text: str, *, start: int, end: int, rules: ActorRules, on: date | None = None
) -> tuple[ActorMention, ...]:
    """The actors named in `text[start:end]`, in order, none overlapping; `on` picks among dated holders of a name."""
    pieces = _pieces(text, start, end)
    found: list[ActorMention] = []
    index = 0
    while index < len(pieces):
        if pieces[index].key not in rules.openers and _owner(pieces[index]) not in rules.lengths:
            index += 1
            continue
        mention, step = _at(text, pieces, index, rules, on)
        if mention is not None:
            found.append(mention)
        index += step
    return tuple(found)


def _longest_by_first(keys: object) -> dict[str, int]:
    """First word of each key → words of the longest key that starts with it."""
    lengths: dict[str, int] = {}
    for key in keys:  # type: ignore[attr-defined]
        words = key.split()
        if words:
            lengths[words[0]] = max(lengths.get(words[0], 0), min(LONGEST, len(words)))
    return lengths


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    pieces = []
    for match in _PIECE.finditer(text, start, end):
        raw, at = match.group(), match.start()
        length, key = _bare(raw)
        pieces.append(Piece(start=at, end=at + length, key=key, raw=raw))
    return pieces


@lru_cache(maxsize=1 << 15)
def _bare(raw: str) -> tuple[int, str]:
    """How long the word is without a possessive ending, and its key; a mark has none."""
    stripped = raw if raw.endswith(".") else _POSSESSIVE.sub("", raw)
    return len(stripped), alias_key(stripped) if stripped[:1].isalnum() else ""


def _at(
    text: str, pieces: Sequence[Piece], index: int, rules: ActorRules, on: date | None
) -> tuple[ActorMention | None, int]:
    """The mention that begins at piece `index`, if any, and how many pieces to go on by."""
    key = pieces[index].key
    known = key in rules.lengths or _owner(pieces[index]) in rules.lengths
    if known and _may_be_capitalised(text, pieces[index]):
        mention, step = _named(text, pieces, index, rules, on)
        if mention is not None:
            return mention, step
    if key in rules.role_lengths or key in rules.modifiers:
        return _described(text, pieces, index, rules)
    return None, 1


def _owner(piece: Piece) -> str:
    """The key of a possessive that opens a name ("Lord's Resistance Army"); empty for any other word."""
    return alias_key(piece.raw) if len(piece.raw) > piece.end - piece.start and piece.raw[:1].isupper() else ""


def _named(
    text: str, pieces: Sequence[Piece], index: int, rules: ActorRules, on: date | None
) -> tuple[ActorMention | None, int]:
    """The longest table name or demonym at `index`, drawn out to a role that follows."""
    longest = max(rules.lengths.get(key, 0) for key in (pieces[index].key, _owner(pieces[index])))
    for length, last in _stretches(pieces, index, longest):
        exact = text[pieces[index].start : pieces[last].end]
        if alias_key(exact) not in rules.listed or not _capitalised(exact):
            continue
        actor = _chosen(rules.table, exact, on)
        if actor is not None and actor.kind == "outlet" and _goes_on(text, pieces, last, rules):
            continue
        if actor is not None and actor.kind == "organisation" and _is_one_states(text, pieces, index):
            continue
        if actor is not None and actor.kind != "state":
            return _mention(text, pieces[index].start, pieces[last].end, actor, "actor table"), length
        state = actor or _state_of_demonym(rules.table, exact)
        if state is not None and _is_water(text, pieces, last):
            continue
        if state is not None:
            return _with_role(text, pieces, index, last, rules, state, named=actor is not None)
    return None, 1


def _goes_on(text: str, pieces: Sequence[Piece], last: int, rules: ActorRules) -> bool:
    """ "The National Liberation Army", "the Australian minister": what follows an outlet's name makes it another's."""
    if last + 1 == len(pieces) or text[pieces[last].end : pieces[last + 1].start] != " ":
        return False
    after = pieces[last + 1]
    return after.raw[:1].isupper() or after.key in rules.modifiers or after.key in rules.role_lengths


_OF_A_STATE = frozenset({"National", "Supreme", "Federal", "Higher", "Provincial", "Regional"})


def _is_one_states(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """ "the National Security Council": the word before makes the name that of a body of some state's own."""
    before = pieces[index - 1] if index else None
    return before is not None and before.raw in _OF_A_STATE and text[before.end : pieces[index].start] == " "


_WATERS = frozenset({"Bay", "Channel", "Gulf", "Ocean", "Sea", "Seas", "Strait", "Straits"})


def _is_water(text: str, pieces: Sequence[Piece], last: int) -> bool:
    """ "the Indian Ocean": a demonym in the name of a water acts for nobody."""
    follows = last + 1 < len(pieces) and text[pieces[last].end : pieces[last + 1].start] == " "
    return follows and pieces[last + 1].raw in _WATERS


def _stretches(pieces: Sequence[Piece], index: int, longest: int) -> list[tuple[int, int]]:
    """(pieces, last index) of candidate names from `index`, longest first; hyphens inside count no word."""
    ends: list[tuple[int, int]] = []
    words = 0
    for last in range(index, len(pieces)):
        if key := pieces[last].key:
            words += 1 + key.count(" ")
            if words > longest:
                break
            ends.append((last - index + 1, last))
        elif pieces[last].raw not in "-–‑/":
            break
    return ends[::-1]


_SECOND = re.compile(r"[^\s\-]*[\s\-](.)", re.DOTALL)
"""The first letter of the second part of a name."""


def _may_be_capitalised(text: str, first: Piece) -> bool:
    """Whether a name that begins with this piece can be written as one, as `_capitalised` has it."""
    letter = first.raw[0]
    if letter.isupper() or not letter.isalpha():
        return True
    second = _SECOND.match(text, first.start)
    return second is not None and second[1].isupper()


def _capitalised(exact: str) -> bool:
    """Whether the name is written as one: its first letter, or the one after a particle, is upper case."""
    if exact[0].isupper() or exact.islower():
        return exact[0].isupper()
    first = next((c for c in exact if c.isalpha()), "")
    return first.isupper() or any(part[:1].isupper() for part in re.split(r"[\s\-]", exact)[1:2])


def _chosen(table: ActorTable, exact: str, on: date | None) -> Actor | None:
    """The one actor meant: active on the day if one is, else the only or the latest one of that name."""
    named = actors_named(table, exact, on=None) or actors_named(table, exact + ".", on=None)
    if len(exact) <= SHORT:
        named = tuple(a for a in named if exact in (a.name, *a.aliases) or exact + "." in a.aliases)
    if not named:
        return None
    current = [a for a in named if on is None or active(a, on=on)]
    return max(current or named, key=lambda a: a.since or date.min)


def _state_of_demonym(table: ActorTable, exact: str) -> Actor | None:
    """The state that a demonym points to, where it points to one alone."""
    key = alias_key(exact)
    countries = table.demonyms.get(key) or table.peoples.get(key) or ()
    return table.by_id.get(f"state:{countries[0]}") if len(countries) == 1 else None


def _with_role(
    text: str, pieces: Sequence[Piece], index: int, last: int, rules: ActorRules, state: Actor, *, named: bool
) -> tuple[ActorMention, int]:
    """ "Yemeni naval forces": the state with the role that follows; the state alone where none does."""
    begin, end = pieces[index].start, pieces[last].end
    possessive = pieces[last].raw[len(text[pieces[last].start : end]) :] != ""
    role, role_last = _role_after(pieces, last + 1, rules)
    if role is not None and not (possessive and role.kind == "descriptor"):
        exact = text[begin : pieces[role_last].end]
        whole = _chosen(rules.table, exact, None)
        actor = whole or Actor(
            name=_title_of(text, pieces, last, role_last, state) if possessive else re.sub(r"\s+", " ", exact),
            kind=_kind_of(role, rules),
            id=f"{state.country}:{role.sector}",
            country=state.country,
            sector=role.sector,
            parent=state.id,
        )
        return _mention(text, begin, pieces[role_last].end, actor, "demonym and role"), role_last - index + 1
    rule = "country name" if named else ("people" if alias_key(text[begin:end]) in rules.table.peoples else "demonym")
    return _mention(text, begin, end, state, rule), last - index + 1


def _kind_of(role: Role, rules: ActorRules) -> ActorKind:
    """A person for an office, a force for a body of the state, else what the role says."""
    if role.noun.split()[-1] in rules.offices:
        return "person"
    return role.kind if role.kind != "state" else "force"


def _title_of(text: str, pieces: Sequence[Piece], last: int, role_last: int, state: Actor) -> str:
    """ "Iran's foreign ministry" as "foreign ministry of Iran"."""
    return re.sub(r"\s+", " ", text[pieces[last + 1].start : pieces[role_last].end]) + f" of {state.name}"


def _role_after(pieces: Sequence[Piece], index: int, rules: ActorRules) -> tuple[Role | None, int]:
    """The role noun that ends the run of role words and modifiers at `index`, and where it ends."""
    best: Role | None = None
    best_last = index
    place = index
    while place < len(pieces) and place - index < 6:
        key = pieces[place].key
        role, last = _role_at(pieces, place, rules)
        if role is not None:
            best, best_last, place = role, last, last + 1
        elif key in rules.modifiers or (pieces[place].raw == "-" and place > index):
            place += 1
        else:
            break
    return best, best_last


def _role_at(pieces: Sequence[Piece], index: int, rules: ActorRules) -> tuple[Role | None, int]:
    longest = rules.role_lengths.get(pieces[index].key, 0)
    if longest:
        for length, last in _stretches(pieces, index, longest):
            key = " ".join(p.key for p in pieces[index : index + length] if p.key)
            role = rules.table.roles.get(key)
            if role is not None:
                return role, last
    return None, index


def _described(text: str, pieces: Sequence[Piece], index: int, rules: ActorRules) -> tuple[ActorMention | None, int]:
    """A party known by description alone ("unidentified gunmen"), with the modifiers before the noun."""
    role, last = _role_after(pieces, index, rules)
    if role is None or not role.alone:
        return None, 1
    for at in range(index + 1, last):
        if (pieces[at].key in rules.lengths or _owner(pieces[at]) in rules.lengths) and pieces[at].raw[:1].isupper():
            mention, _ = _named(text, pieces, at, rules, None)
            if mention is not None and mention.rule == "actor table":
                return None, at - index  # "suspected Red Army rebels": the table knows whose they are
    exact = text[pieces[index].start : pieces[last].end]
    actor = Actor(name=re.sub(r"\s+", " ", exact).casefold(), kind="descriptor", sector=role.sector)
    return _mention(text, pieces[index].start, pieces[last].end, actor, "descriptor"), last - index + 1


def _mention(text: str, start: int, end: int, actor: Actor, rule: str) -> ActorMention:
    return ActorMention(start=start, end=end, exact=text[start:end], rule=rule, actor=actor)
