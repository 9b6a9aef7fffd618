"""Inside one article: tellings of one happening drawn together, different happenings kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dateline.extract.agreement import SHORT_DAYS, is_count, period_of, share_a_word, span_days, tolls_agree
from dateline.extract.denials import is_bare_denial
from dateline.extract.gaps import dated_by_gaps
from dateline.extract.leading import is_recalled
from dateline.extract.likeness import DISPUTED, HAPPENED, likeness
from dateline.extract.parted import parted
from dateline.extract.parties import Found
from dateline.extract.passages import completed
from dateline.extract.set_apart import sums_towns
from dateline.extract.setting import Setting
from dateline.extract.soundness import too_thin
from dateline.extract.spelled_out import dated_openings
from dateline.extract.summing import sums_up
from dateline.extract.telling import Telling
from dateline.model import Period, Rejected, TimeMention

THRESHOLD = 1.5
_EMBEDDED = frozenset({"threatened", "requested", "planned", "hypothetical"})


def dated_beside(found: Sequence[Telling]) -> list[Telling]:
    """Gives a telling "hours after" another the day told last before it, or the day to either side."""
    kept: list[Telling] = []
    last: date | None = None
    for telling in sorted(found, key=lambda t: (t.title, t.sentence, t.position)):
        period = period_of(telling)
        if period is None and telling.beside is not None and last is not None:
            words = telling.beside
            near = Period(start=last - timedelta(days=1), end=last, precision="range")
            if "before" not in words.exact and "after" not in words.exact:
                near = Period(start=last, end=last + timedelta(days=1), precision="range")
            time = TimeMention(
                start=words.start, end=words.end, exact=words.exact, rule="beside another day", type="TIME",
                value="PXH",
                period=near, basis="relative to text",
            )  # fmt: skip
            telling = msgspec.structs.replace(telling, times=(time,))
        elif period is not None and span_days(period) == 1:
            last = period.start
        kept.append(telling)
    return kept


def merged(
    found: Sequence[Telling], *, published: date | None, scene: Setting
) -> tuple[list[list[Telling]], list[Rejected]]:
    """Groups of tellings, one a happening, in text order, and those set aside with the reason."""
    ordered = sorted(dated_beside(found), key=lambda t: (t.title, t.position))
    sums = [t for t in ordered if sums_up(t, ordered)]
    ordered = [t for t in ordered if t not in sums]
    counts = [t for t in ordered if t.weak or is_count(t) or _is_account(t) or is_bare_denial(t)]
    groups = _bridged(_grouped([t for t in ordered if t not in counts]))
    waiting = [g for g in groups if _awaits_scene(g)]
    kept, aside = _sound([g for g in groups if g not in waiting], published)
    kept += waiting
    aside += [_aside(t, "sums up what was told before") for t in sums]
    bare: list[list[Telling]] = []
    for telling in counts:
        told = [*kept, *(g for g in bare if any(_is_set(t) for t in g))]
        home = _home(telling, told, back=True) or _only_fitting(telling, told) or _home(telling, [*kept, *bare])
        if home is not None:
            home.append(telling)
        elif telling.weak and not _tells_of_another(telling, kept):
            aside.append(_aside(telling, "adds to a happening, but none is near"))
        else:
            bare.append([telling])
    counted, left = _sound(bare, published)
    kept, aside = [sorted(g, key=lambda t: t.position) for g in (*kept, *counted)], [*aside, *left]
    kept, leads = parted(kept)
    aside += [_aside(t, "sums up what is told after it") for t in leads]
    kept, past = _sound(dated_openings(dated_by_gaps(completed(kept, scene=scene))), published)
    aside = [*aside, *past]
    kept.extend([earlier] for group in kept[:] if (earlier := _implied(group, kept)) is not None)
    return sorted(kept, key=lambda g: g[0].position), aside


def _tells_of_another(telling: Telling, kept: Sequence[list[Telling]]) -> bool:
    """ "On the 9th two died on a ferry near Beni", on a page of other attacks: deaths of another day and town."""
    attacks = any(t.type == "ASSAULT" and t.modality == "actual" and not t.weak for g in kept for t in g)
    day = period_of(telling)
    scene = any(p.place.precision in ("town", "area", "site") for p in telling.places)
    killed = any(t.property == "killed" for t in telling.tolls)
    return attacks and killed and scene and day is not None and span_days(day) == 1 and not telling.title


_MEASURES = frozenset({"curfew", "restrict", "martial-law"})


def _awaits_scene(group: Sequence[Telling]) -> bool:
    """A measure told as taken ("A curfew is in force"), to which only its page gives a place and a day."""
    told = all(t.type == "COERCE" and t.mode in _MEASURES and t.modality == "actual" for t in group)
    return told and any(t.asserted for t in group)


def _is_set(telling: Telling) -> bool:
    """Whether a bare count names its own day, or its place and no longer stretch."""
    period = period_of(telling)
    return span_days(period) <= SHORT_DAYS if period is not None else bool(telling.places)


def _grouped(found: Sequence[Telling]) -> list[list[Telling]]:
    """Each telling with the group that it fits best, else in one of its own."""
    groups: list[list[Telling]] = []
    for telling in found:
        home = _home(telling, groups)
        if home is not None:
            home.append(telling)
        else:
            groups.append([telling])
    return groups


BRIDGE = 2.4
"""How well a headline must fit each of two groups of its page to say that both tell of one happening."""


def _bridged(groups: Sequence[list[Telling]]) -> list[list[Telling]]:
    """The groups, two of them one where the headline fits both and nothing in them conflicts."""
    kept = [list(g) for g in groups]
    for group in kept:
        titles = [t for t in group if t.title and not t.plural and t.modality in HAPPENED]
        if not titles or len(group) == len(titles):
            continue
        for other in kept:
            if other is group or not other or other[0].type != group[0].type or any(t.plural or t.apart for t in other):
                continue
            if {t.sentence for t in other} & {t.sentence for t in group}:
                continue  # one sentence tells both, and not as one
            best = max((_fit(t, other, back=False) or 0.0 for t in titles), default=0.0)
            if best >= BRIDGE and all(_fit(t, group, back=False) is not None for t in other):
                group.extend(other)
                other.clear()
    return [sorted(g, key=lambda t: (t.title, t.position)) for g in kept if g]


def _sound(groups: Sequence[list[Telling]], published: date | None) -> tuple[list[list[Telling]], list[Rejected]]:
    """The groups of which enough is told, and the tellings of the others with the reason."""
    kept: list[list[Telling]] = []
    aside: list[Rejected] = []
    for group in groups:
        why = too_thin(group, published)
        if why is None:
            kept.append(group)
        else:
            aside.extend(_aside(t, why) for t in group)
    return kept, aside


def _implied(group: Sequence[Telling], kept: Sequence[Sequence[Telling]]) -> Telling | None:
    """The earlier happening that "the second time in three days" implies, where no other telling is of it."""
    again = min(
        (t for t in group if t.repeats is not None), key=lambda t: t.repeats.days if t.repeats else 0, default=None
    )
    day = next((p for t in group if (p := period_of(t)) is not None and span_days(p) <= SHORT_DAYS), None)
    if again is None or again.repeats is None or day is None:
        return None
    words = again.repeats.quote
    before = Period(
        start=day.start - timedelta(days=again.repeats.days), end=day.start - timedelta(days=1), precision="range"
    )
    time = TimeMention(
        start=words.start, end=words.end, exact=words.exact, rule="implied by repetition", type="DATE",
        value=f"{before.start}/{before.end}", period=before, basis=f"implied by “{words.exact}”",
    )  # fmt: skip
    earlier = msgspec.structs.replace(
        again, times=(time,), told=(), tolls=(), repeats=None, title=False,
        actors=again.actors or next((t.actors for t in group if t.actors), ()),
        trigger=words, modality_why="implied by repetition",
    )  # fmt: skip
    others = [t for g in kept if g is not group for t in g if period_of(t) is not None]
    return None if any(not likeness(earlier, t).conflict for t in others) else earlier


def _home(telling: Telling, groups: Sequence[list[Telling]], *, back: bool = False) -> list[Telling] | None:
    """The group that the telling fits best: alike to one member (`back`: told before it), in conflict with none."""
    best: tuple[float, int] | None = None
    for number, group in enumerate(groups):
        score = _fit(telling, group, back=back) if group[0].type == telling.type else None
        if score is None or score < THRESHOLD:
            continue
        if telling.title and sums_towns(telling) and is_recalled(group, groups):
            continue  # "Five die in two villages" is of what the page opens with
        if best is None or score > best[0] or (score == best[0] and not telling.title):
            best = (score, number)  # of two that fit alike a headline is of the first, any other of the one just told
    return groups[best[1]] if best is not None else None


def _fit(telling: Telling, group: Sequence[Telling], *, back: bool) -> float | None:
    """The best score with a member, or with one told before it; None from the first conflict on."""
    best = 0.0
    for member in group:
        found = likeness(telling, member)
        if found.conflict not in (None, DISPUTED):
            return None
        if not back or member.title or member.position < telling.position:
            best = max(best, found.score + (SAME_PARAGRAPH if back and member.block == telling.block else 0.0))
    return best


def _only_fitting(telling: Telling, groups: Sequence[list[Telling]]) -> list[Telling] | None:
    """The one happening of its type that a bare count or claim on the page can belong to."""
    if telling.modality == "ongoing":
        return None
    own = is_count(telling) or not telling.recipients or is_bare_denial(telling)
    fitting = [
        g for g in groups
        if g[0].type == telling.type
        and (own or any(share_a_word(telling.recipients, t.recipients) for t in g))
        and any(t.modality == "actual" for t in g)
        and all(likeness(telling, t).conflict in (None, DISPUTED) for t in g)
    ]  # fmt: skip
    before = [g for g in fitting if any(0 <= telling.sentence - t.sentence <= WEAK_REACH for t in g)]
    if not before:
        own_scene = bool(telling.times and telling.places)
        fitting = [g for g in fitting if not own_scene or any(likeness(telling, t).score > 0 for t in g)]
        fitting = [g for g in fitting if not is_recalled(g, groups)] or fitting
        if telling.weak and len(fitting) <= FEW:
            fitting = [g for g in fitting if any(0 <= telling.sentence - t.sentence <= FAR_BACK for t in g)] or fitting
        return fitting[0] if len(fitting) == 1 else None
    beside = [g for g in before if any(t.block == telling.block for t in g)]
    if not beside and all(is_recalled(g, groups) for g in before):
        before = [g for g in fitting if not is_recalled(g, groups)] or before
    return max(
        reversed(beside or before),
        key=lambda g: (
            max(tolls_agree(telling, t) for t in g),
            not (all(t.apart for t in g) or is_recalled(g, groups)),
            any(t.tolls for t in g),
        ),
    )


def _is_account(telling: Telling) -> bool:
    """ "JNIM said its fighters had killed 35 soldiers": a doer's own count of what the page has told already."""
    own = telling.voice is not None and any(a.party.name == telling.voice.name for a in telling.actors)
    bare = not (telling.times or telling.places or telling.title)
    return (
        own
        and bare
        and bool(telling.tolls)
        and any(f.toll == "killed" or f.id == "assault.capture-people" for f in telling.frames)
    )


SAME_PARAGRAPH = 0.5
"""What speaks for a count's belonging to a happening of its own paragraph."""
FEW, FAR_BACK = 3, 8
"""Happenings on a page, and sentences back, where a count far from any belongs to the only one told so near."""
WEAK_REACH = 4
"""Sentences back to which a bare count belongs where a page tells of several happenings."""


def _aside(telling: Telling, why: str) -> Rejected:
    return Rejected(property="occurrence", text=telling.trigger.exact, why=f"{telling.type}: {why}")


_DENYING = frozenset({"deny", "denied", "denies", "denying"})


_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
"""Words by which who speaks of an attack ahead ("if our country is attacked") means their own."""
_TURNED = frozenset({"REQUEST", "ACCUSE", "REJECT"})


_PROMISE = "learned.agree"


def without_embedded(found: Sequence[Telling]) -> tuple[list[Telling], list[Rejected]]:
    """Drops what is only threatened, asked for or planned inside a threat, request or charge of its own sentence.

    A threat or promise that names no recipient takes over that of what it is about; nobody is asked to do, or accused
    of, what they suffered.
    """
    kept: list[Telling] = []
    aside: list[Rejected] = []
    deny = [t for t in found if t.modality == "negated" and t.modality_why.casefold() in _DENYING]
    said_no = [
        t
        for t in found
        if t.type == "REJECT"
        and t.trigger.exact.casefold() in _DENYING
        and any(d.sentence == t.sentence and t.position in d.above for d in deny)
    ]
    aside += [_aside(t, "a denial, told with what is denied") for t in said_no]
    found = [t for t in found if t not in said_no]
    speaking = [t for t in found if t.frames[0].content]
    inherited: dict[int, tuple[Found, ...]] = {}
    for telling in found:
        outer = [s for s in speaking if s.sentence == telling.sentence and s.position in telling.above]
        if telling.modality in _EMBEDDED and outer:
            speaker = min(outer, key=lambda s: telling.above.index(s.position))
            if telling.type == "MOBILIZE" and speaker.frames[0].id == _PROMISE:
                aside.append(_aside(speaker, "what is promised, told as it is"))  # "said it would send 600 soldiers"
                kept = [*(k for k in kept if k is not speaker), telling]
                speaking.remove(speaker)
                continue
            aside.append(_aside(telling, f"said only in the {speaker.type}"))
            if speaker.type not in _TURNED:
                others = tuple(r for r in telling.recipients if r.party.text.split()[0].casefold() not in _OWN)
                inherited.setdefault(speaker.position, others)
        else:
            kept.append(telling)
    return [
        t
        if t.recipients or not inherited.get(t.position)
        else msgspec.structs.replace(t, recipients=inherited[t.position])
        for t in kept
    ], aside
