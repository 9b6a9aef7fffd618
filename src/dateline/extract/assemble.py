"""A group of tellings → one Event: claims with voices and evidence, derived codes, an id from content alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.agreement import is_count
from dateline.extract.bygone import is_bygone
from dateline.extract.derive import derived
from dateline.extract.parties import Found
from dateline.extract.said_better import is_surname, said_better
from dateline.extract.tellers import as_a_side, counter, precedes_claim, teller
from dateline.extract.telling import Telling
from dateline.extract.voices import outlet_voice
from dateline.extract.wording import says_nothing
from dateline.model import (
    Article,
    Claim,
    Dated,
    Event,
    Located,
    Modality,
    Named,
    Occurrence,
    Party,
    Period,
    Property,
    Quote,
    Rejected,
    TimeMention,
    Value,
)  # fmt: skip
from dateline.model.lexicon import Lexicon

_WORD = re.compile(r"[a-z]+")
_ORDER: tuple[Modality, ...] = (
    "actual",
    "ongoing",
    "historical",
    "planned",
    "threatened",
    "requested",
    "negated",
    "hypothetical",
)
_ACT_MODALITY: dict[str, Modality] = {"THREATEN": "threatened", "REQUEST": "requested"}


def event(group: Sequence[Telling], *, article: Article, lexicon: Lexicon, framing: Sequence[Quote]) -> Event:
    """The event that the group tells of."""
    own = [t for t in group if not t.recounted] or group
    identity = _identity(article.id, group[0].type, *(f"{t.trigger.start}-{t.trigger.end}" for t in own))
    claims = tuple(_claims(group, article, framing, event=identity))
    told = [t for t in group if t.modality != "negated"]
    kind, mode = group[0].type, (mode_of(told, lexicon) if told else None) or mode_of(group, lexicon)
    state = modality_of(group)
    published = article.published.period.end if article.published is not None else None
    if state == "actual" and is_bygone(group, published, lexicon.bygone):
        state = "historical"
    evidence = tuple(dict.fromkeys(t.evidence for t in own))
    return Event(
        id=identity,
        article=article.id,
        type=kind,
        mode=mode,
        contexts=tuple(dict.fromkeys(c for t in group for f in t.frames for c in f.contexts)),
        modality=state,
        derived=derived(
            kind,
            mode,
            claims=claims,
            lexicon=lexicon,
            gists=[t.gist for t in group if t.gist is not None],
            words=" ".join(w for q in evidence for w in _WORD.findall(q.exact.casefold())),
        ),
        claims=claims,
        evidence=evidence,
        rejected=tuple(_generic(group)),
    )


def _identity(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def mode_of(group: Sequence[Telling], lexicon: Lexicon) -> str | None:
    """The mode that a trigger names, else that of the weapon, else that of a state's bomb or of men's fire."""
    allowed = lexicon.modes.get(group[0].type, ())
    weapons = [w.mode for t in group for w in t.weapons if w.mode in allowed]
    named = [t.mode for t in group if t.mode and not (t.mode == "abduct" and _is_wider(group))]
    if "drone" in weapons and not {"suicide-attack", "abduct"} & set(named):
        return "drone"
    if named:
        return named[0]
    flown = any("air" in a.party.name.casefold().split() for t in group for a in t.actors)
    if flown and any(f.id == "assault.bomb" for t in group for f in t.frames):
        return "aerial"
    if weapons:
        return weapons[0]
    actors = [a for t in group for a in t.actors]
    if group[0].type == "ASSAULT" and any(f.id == "assault.bomb" for t in group for f in t.frames):
        state = any(a.kind in ("state", "force") or "air" in a.party.name.casefold().split() for a in actors)
        return "aerial" if state else "explosives"
    if any(f.id == "assault.fire-at" for t in group for f in t.frames):
        return "firearms" if actors and all(a.kind == "descriptor" for a in actors) else None
    return None


def _is_wider(group: Sequence[Telling]) -> bool:
    """Whether the happening is more than a taking of captives: a deadly attack is told of it in other words."""
    deadly = any(toll.property == "killed" for t in group for toll in t.tolls)
    return deadly and any(t.mode is None and not t.weak and not is_count(t) and not _is_way_in(t) for t in group)


def _is_way_in(telling: Telling) -> bool:
    """A ship boarded, which is how those on board are got at."""
    return all(f.id.startswith("assault.board") for f in telling.frames)


def modality_of(group: Sequence[Telling]) -> Modality:
    """The plainest modality that any telling of the group has; acts of speech carry that of what they want."""
    act = _ACT_MODALITY.get(group[0].type)
    if act == "requested" and all(t.modality == "planned" and not t.modality_why.startswith("to ") for t in group):
        return "planned"  # "is to urge allies": not yet asked
    if act is not None and all(
        t.modality in ("actual", "ongoing", "threatened", "requested", "planned") for t in group
    ):
        return act
    return min((t.modality for t in group), key=_ORDER.index)


def _claims(group: Sequence[Telling], article: Article, framing: Sequence[Quote], *, event: str) -> Iterator[Claim]:
    """Every claim once: property, value and voice tell claims apart; evidence is gathered."""
    gathered: dict[tuple[str, str, str], Claim] = {}
    for telling in group:
        voice = teller(telling, group, article)
        told = telling.modality in _TOLD and not telling.frames[0].content and not telling.frames[0].claims
        fellows = [as_a_side(v, telling, group) for v in telling.fellows] if told else []
        for name, value, words, rule in _values(telling, group, article):
            speaker = counter(telling, words) or voice
            speaker = outlet_voice(article) if precedes_claim(telling, words) else speaker
            together = fellows if speaker is voice and name in _SAID_TOGETHER else ()
            for one in (speaker, *together):
                key = (name, msgspec.json.encode(_identity_of(value)).decode(), one.name)
                known = gathered.get(key)
                evidence = tuple(dict.fromkeys((*(known.evidence if known else ()), *words)))
                gathered[key] = Claim(
                    id=_identity(event, *key, *(f"{q.start}-{q.end}" for q in evidence[:1])), property=name,
                    value=known.value if known else value, voice=known.voice if known else one, evidence=evidence,
                    rule=rule,
                )  # fmt: skip
    yield from _finest_first(list(gathered.values()))
    for loaded in framing:
        if any(t.evidence.start <= loaded.start < t.evidence.end for t in group):
            named = Named(name=loaded.exact.casefold(), text=loaded.exact)
            yield Claim(
                id=_identity(event, "framing", str(loaded.start)), property="framing", value=named,
                voice=outlet_voice(article), evidence=(loaded,), rule="framing list",
            )  # fmt: skip


_TOLD = frozenset({"actual", "ongoing", "negated", "historical"})
_SAID_TOGETHER = frozenset({"occurrence"})
"""What each of several speakers is given as saying; parties, days and counts stand once."""


_WIDTHS = {"site": 0, "town": 1, "area": 2, "region": 3, "country": 4}


def _finest_first(claims: list[Claim]) -> list[Claim]:
    """The claims, a place before the one that holds it: "in Burma … at Kan Lay" is Kan Lay, in Burma."""
    at = [i for i, claim in enumerate(claims) if isinstance(claim.value, Located)]
    placed = [claims[i] for i in at]
    for index in range(1, len(placed)):
        for before in range(index):
            if _holds(placed[before].value, placed[index].value):
                placed.insert(before, placed.pop(index))
                break
    ordered = list(claims)
    for i, claim in zip(at, placed, strict=True):
        ordered[i] = claim
    return ordered


def _holds(outer: Value, inner: Value) -> bool:
    """Whether the one place is a country or division, and the other lies in it."""
    if not isinstance(outer, Located) or not isinstance(inner, Located):
        return False
    wide, fine = outer.place, inner.place
    wider = _WIDTHS.get(wide.precision, 0) > max(_WIDTHS.get(fine.precision, 9), _WIDTHS["area"])
    if not wider or wide.country is None or wide.country != fine.country:
        return False
    return wide.precision == "country" or wide.admin1 is None or fine.admin1 in (None, wide.admin1)


def _identity_of(value: Value) -> object:
    """What makes two values the same claim: the name or numbers, not the words."""
    if isinstance(value, Party):
        return [value.id or value.name.casefold()]
    if isinstance(value, Located):
        return [value.place.id or value.place.name, value.place.relation]
    if isinstance(value, Dated):
        return [value.period]
    return [value] if not isinstance(value, Named) else [value.name]


def _values(
    telling: Telling, group: Sequence[Telling], article: Article
) -> Iterator[tuple[Property, Value, tuple[Quote, ...], str]]:
    rule = telling.frames[0].id
    yield "occurrence", Occurrence(modality=telling.modality), (telling.evidence,), f"{rule}: {telling.modality_why}"
    generic = _generic_actors(telling, group)
    names = {a.party.name for t in group for a in t.actors}
    for actor in telling.actors:
        if actor not in generic and not is_surname(actor, names) and not says_nothing(actor.party):
            yield "actor", actor.party, (actor.quote,), rule
    empty = said_better(telling, group)
    for recipient in telling.recipients:
        if recipient in empty or says_nothing(recipient.party, kind=telling.type):
            continue
        yield "recipient", recipient.party, (recipient.quote,), rule
    for place in telling.places:
        words = (Quote(start=place.start, end=place.end, exact=place.exact),)
        yield "place", Located(place=place.place, text=place.exact), words, place.rule
    own = [t for t in telling.times[:1] if not _is_yet_to_come(t, telling, article)]
    for time in own or _told(telling, group, article):
        basis = time.basis if own else "date of the statement"
        period = _period(time, telling.told, article)
        yield (
            "when",
            Dated(period=period, basis=basis, text=time.exact),
            (Quote(start=time.start, end=time.end, exact=time.exact),),
            time.rule,
        )
    for weapon in telling.weapons:
        if weapon.named.text.casefold() in ("force", "forces"):  # "the air force" is who, and not with what
            continue
        yield "weapon", weapon.named, (weapon.quote,), "weapon list"
    for toll in telling.tolls:
        if toll.voice is not None:
            yield "occurrence", Occurrence(modality=telling.modality), (toll.quote,), "count"
        if toll.property in ("killed", "injured", "missing", "detained"):
            yield toll.property, toll.count, (toll.quote,), "count"  # type: ignore[misc]


def _period(time: TimeMention, told: Sequence[TimeMention], article: Article) -> Period:
    """The period of the time; one that is still open ends with the day on which it is told, else the publication."""
    assert time.period is not None
    if not time.since or article.published is None or article.published.period.end <= time.period.start:
        return time.period
    last = article.published.period.end
    days = [t.period.end for t in told if t.period is not None and t.period.start == t.period.end and not t.since]
    heard = [d for d in days if time.period.start < d <= last]
    return Period(start=time.period.start, end=heard[0] if heard else last, precision="range")


_SAID = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "THREATEN"})
"""Types of acts that are done by being said, mostly about what lies ahead."""


def _is_yet_to_come(time: TimeMention, telling: Telling, article: Article) -> bool:
    """ "promised to hold elections in August next year": nobody has spoken on a day after the page's own."""
    page = article.published
    if page is None or not page.reliable or telling.type not in _SAID or time.period is None:
        return False
    return telling.modality not in ("planned", "hypothetical") and time.period.start > page.period.end


def _told(telling: Telling, group: Sequence[Telling], article: Article) -> tuple[TimeMention, ...]:
    """The day of the statement, where no telling of the happening has a time of its own; what is ahead has none."""
    content = telling.frames[0].content
    ahead = telling.modality in _AHEAD and not content
    set_off = not content and any(t.undated for t in group)  # "since the start of the war", elsewhere "said on Monday"
    if ahead or set_off or any(t.times for t in group):
        return ()
    latest = article.published.period.end if article.published is not None else None
    past = [t for t in telling.told if latest is None or t.period is None or t.period.start <= latest]
    return tuple(past[:1])  # "next year’s contest": nobody has spoken then


_AHEAD = frozenset({"planned", "threatened", "requested", "hypothetical"})


def _generic(group: Sequence[Telling]) -> Iterator[Rejected]:
    """Descriptors left out because a telling names the party."""
    for telling in group:
        for actor in _generic_actors(telling, group):
            named = next(a.party.name for t in group for a in t.actors if a.party.id)
            yield Rejected(property="actor", text=actor.party.text, why=f"the page names {named}")


def _generic_actors(telling: Telling, group: Sequence[Telling]) -> list[Found]:
    """The descriptors of a telling where one names the party; both sides of a peaceful mutual act stay."""
    mutual = telling.frames[0].mutual and telling.type != "ASSAULT"
    beside = mutual and any(a.party.id for a in telling.actors)
    if beside or not any(a.party.id for t in group for a in t.actors):
        return []
    return [
        a for a in telling.actors if a.kind == "descriptor" and not a.party.country and not _stands_beside(a, telling)
    ]


_BESIDE = re.compile(r",? (?:and|with|as well as|along with|together with|alongside) (?:the )?")


def _stands_beside(actor: Found, telling: Telling) -> bool:
    """ "X and its allies", "the army and X": one more who does it, right beside a party that is named."""
    words, start = telling.evidence.exact, telling.evidence.start
    pairs = [sorted((o.quote, actor.quote), key=lambda q: q.start) for o in telling.actors if o.party.id is not None]
    return any(_BESIDE.fullmatch(words[one.end - start : other.start - start]) for one, other in pairs)
