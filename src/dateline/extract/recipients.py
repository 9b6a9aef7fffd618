"""Whom an act is done to: of what stands in the recipient's place, what can suffer it or be spoken to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dateline.extract.about import meant
from dateline.extract.addressed import PLEAS, addressed, assured, bidden, is_sufferer, spoken_of, whose
from dateline.extract.beside_speech import (
    answers,
    is_apart,
    is_in_deed,
    is_occasion,
    is_source,
    is_to_suffer,
    is_where,
)
from dateline.extract.immaterial import is_immaterial
from dateline.extract.parties import Found, from_mention, parties
from dateline.extract.predicates import Predicate
from dateline.extract.qualified import is_qualifier
from dateline.extract.scene import Scene
from dateline.extract.standing import is_the_west
from dateline.extract.undertaken import TOWARDS, done_to, is_given, is_served, spared
from dateline.grammar import objects, prepositional
from dateline.model import Party, quote
from dateline.model.actors_table import alias_key
from dateline.model.lexicon import Frame

MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "SANCTION", "AID", "COOPERATE"})


def is_material(frame: Frame) -> bool:
    """Whether it is done somewhere to someone, as a threat by deed is ("skiffs approached"), and not only said."""
    return frame.type in MATERIAL or (frame.type == "THREATEN" and bool(frame.examples) and not frame.content)


_HARMS_THINGS = frozenset({"ASSAULT", "COERCE", "RETREAT", "PROTEST"})
"""Types that things suffer too; every other is done to parties alone."""
_OF_DEEDS = frozenset({"AGREE", "CONCEDE", "THREATEN", "REJECT", "SUPPORT"})
"""Acts of speech about what their speaker will or will not do."""
_AT = ("at", "on", "against", "into", "towards", "toward")


def options(scene: Scene, predicate: Predicate, heads: Sequence[int]) -> Iterator[tuple[Found, ...]]:
    """What may be the recipients, the likeliest first: the object, else what a preposition after an act leads to."""
    material = is_material(predicate.frame)
    heads = [h for h in heads if not _is_ground(scene, predicate, h)]
    if predicate.frame.type == "REQUEST" and predicate.verbal:
        heads = [h for h in heads if not is_served(scene, h)]
    if predicate.frame.type == "RETREAT":
        heads = [b for h in heads for b in (_behind(scene, h) if scene.is_word_of(h, "frontier") else [h])]
    aimed = (
        [h for h in heads if not is_immaterial(scene, predicate, meant(scene, h))]
        if material
        else addressed(scene, heads, kind=predicate.frame.type)
    )
    if predicate.frame.mode == "visit":
        yield _hosts(scene, [*heads, *prepositional(scene.tree, predicate.index, "to", "in", "at", "for")])
        return
    if (predicate.frame.type == "AID" or predicate.frame.mode == "access") and (
        served := _served(scene, predicate, heads)
    ):
        yield parties(scene, served)
    if predicate.frame.type in _JOINED and (together := _together(scene, predicate, aimed)):
        yield parties(scene, together)
    asking = predicate.frame.type == "REQUEST" and predicate.verbal
    if asking or predicate.frame.type == "CONCEDE":
        yield parties(scene, assured(scene, predicate.index))
    yield parties(scene, aimed, metonyms=not material)
    if asking:
        yield parties(scene, bidden(scene, predicate.index))
    if not (heads or material or predicate.frame.mutual) and predicate.verbal:
        heads, behind = spoken_of(scene, predicate.index, kind=predicate.frame.type)
        yield parties(scene, behind)
    if heads and predicate.verbal:
        leading = _AT if predicate.frame.type in _HARMS_THINGS else TOWARDS
        after = [p for p in prepositional(scene.tree, predicate.index, *leading) if p > predicate.index]
        below = ("at",) if material else ("to", "for", "with")
        under = prepositional(scene.tree, predicate.index, "in")  # "pledged two million in aid to Y"
        under += [p for h in heads for p in prepositional(scene.tree, h, "in", "of")]
        given = heads if material else [*heads, *(p for p in under if scene.place_at(p) is None)]
        leads = [h for h in given if predicate.frame.type != "REQUEST" or not _is_for_others(scene, h)]
        after += [p for h in leads for p in prepositional(scene.tree, h, *below)]
        owed = [h for h in heads if predicate.frame.type == "REQUEST" and scene.is_word_of(h, "owed")]
        after += [p for h in owed for p in prepositional(scene.tree, h, "from")]
        if predicate.frame.type == "SANCTION":  # "cut off aid to Y"
            after += [p for h in heads for p in prepositional(scene.tree, h, *TOWARDS)]
        after = [p for p in after if not material or not is_immaterial(scene, predicate, meant(scene, p))]
        after = after if material else addressed(scene, after, kind=predicate.frame.type)
        yield parties(scene, after, metonyms=not material)
        pleas = [h for h in heads if predicate.frame.type == "REJECT" and scene.tree[h].lemma in PLEAS]
        yield parties(scene, addressed(scene, pleas, kind="REJECT"))
    if predicate.verbal and predicate.frame.type in (*_OF_DEEDS, "SANCTION"):
        yield parties(scene, addressed(scene, done_to(scene, predicate), kind=""))
    yield parties(scene, whose(scene, heads, kind=predicate.frame.type))


def _is_for_others(scene: Scene, asked: int) -> bool:
    """ "asked for entry to Y", "urged more aid to Y": what is asked for is of use to Y, of whom nothing is asked."""
    return scene.is_word_of(asked, "ways_in") or is_given(scene, asked)


def _is_ground(scene: Scene, predicate: Predicate, head: int) -> bool:
    """ "a raid in Cauca", "a bomber on a motorbike": where it was, or what the doer came on."""
    tree, place, first = scene.tree, scene.place_at(head), head
    while tree[first].dep == "conj":  # "in Y and the region"
        first = tree[first].head
    if predicate.verbal or tree[first].dep != "pobj" or tree[tree[first].head].head != predicate.index:
        return False
    way = tree[tree[first].head].lemma
    wide = place is not None and place.place.precision in ("country", "continent", "region", "sea")
    wide = way == "in" and (wide or tree[head].lemma in ("region", "area"))
    if way == "on" and tree[head].lemma in _FRONTS:  # "killed by sniper fire on the front line"
        return True
    return wide or (way in ("on", "in") and scene.is_word_of(predicate.index, "doers") and scene.is_a(head, "@vehicle"))


_FRONTS = frozenset({"line", "front", "frontline", "sideline", "outskirts", "eve"})


def _behind(scene: Scene, border: int) -> list[int]:
    """ "withdrew from the border with Y", "Y's border": the country on its other side."""
    beside = prepositional(scene.tree, border, "with", "of", "near")
    return [m for m in (*beside, *scene.tree.kids(border, "poss", "amod", "compound")) if scene.actor_at(m) is not None]


def _served(scene: Scene, predicate: Predicate, heads: Sequence[int]) -> list[int]:
    """ "sent engineers to Y", "shipped 20 tonnes of rice for Y": whom the help goes to."""
    to_safety = scene.is_word_of(predicate.index, "evacuating") and scene.any_is(heads, ("@people",))
    if (
        not predicate.verbal
        or to_safety
        or any((m := scene.actor_at(h)) is not None and m.actor.kind != "descriptor" for h in heads)
    ):
        return []
    if given := [d for d in scene.tree.kids(predicate.index, "dative") if _is_name_of(scene, d)]:
        return given  # "sent Y 40 tanks"
    at = predicate.index + 1  # "provides Kiev intelligence support"
    first = at < len(scene.tree) and scene.tree[at].dep == "compound" and scene.tree[at].head in heads
    if first and _is_name_of(scene, at):
        return [at]
    things = [*heads, *(p for h in heads for p in prepositional(scene.tree, h, "in", "of", "on"))]
    things += prepositional(scene.tree, predicate.index, "in", "as")  # "gave 40 million in support to Y"
    above = scene.tree[predicate.index].head  # "gave backing to Y, supplying guns"
    beside = [above, *objects(scene.tree, above)] if scene.tree[predicate.index].dep == "advcl" else []
    goals = [p for n in (predicate.index, *things) for p in prepositional(scene.tree, n, "to", "for")]
    goals = goals or [p for n in beside for p in prepositional(scene.tree, n, "to") if p < predicate.index]
    purposes = scene.tree.kids(predicate.index, "xcomp", "advcl")  # "sent men to help Y"
    goals += [o for c in purposes if scene.tree[c].lemma in _HELPING for o in objects(scene.tree, c)]
    seats = scene.rules.table.metonyms  # "gave backing to Y's capital"
    known = [
        g for g in goals
        if scene.actor_at(g) is not None or scene.any_is([g], _PEOPLE) or alias_key(scene.tree[g].text) in seats
    ]  # fmt: skip
    return [g for g in known if g > predicate.index or beside]


def _is_name_of(scene: Scene, index: int) -> bool:
    """Whether the word is the name of a known party, or of the seat of a state."""
    known = scene.actor_at(index) is not None or alias_key(scene.tree[index].text) in scene.rules.table.metonyms
    return known and scene.tree[index].pos == "PROPN"


def _together(scene: Scene, predicate: Predicate, heads: Sequence[int]) -> list[int]:
    """ "marked Eid with Y": the known party with whom it is done, where the object is a thing and no party."""
    if not predicate.verbal or any(scene.actor_at(h) is not None or scene.any_is([h], _PEOPLE) for h in heads):
        return []
    beside = prepositional(scene.tree, predicate.index, "with")
    return [b for b in beside if (m := scene.actor_at(b)) is not None and m.actor.kind not in ("descriptor", "object")]


_HELPING = frozenset({"aid", "help", "assist", "support", "defend", "protect", "back"})
_JOINED = frozenset({"SUPPORT", "COOPERATE"})
_PEOPLE = ("@people", "@organisation", "@group", "@armed", "@office")


def _hosts(scene: Scene, heads: Sequence[int]) -> tuple[Found, ...]:
    """Whom one visits: the parties named, and for a place the state that it lies in."""
    found: list[Found] = []
    for head in heads:
        place = scene.place_at(head)
        if scene.actor_at(head) is not None or place is None:
            found += [f for f in parties(scene, [head]) if f.kind != "object"]
            continue
        state = scene.rules.table.by_id.get(f"state:{place.place.country}")
        if state is not None:
            words = quote(scene.text, place.start, place.end)
            party = Party(name=state.name, text=words.exact, id=state.id, country=state.country, sector=state.sector)
            found.append(Found(party=party, quote=words, kind="state"))
    return tuple(found)


def of_others(found: Sequence[Found], actors: Sequence[Found], predicate: Predicate) -> tuple[Found, ...]:
    """The recipients that are not the doer: no one asks, accuses or visits themselves."""
    if predicate.frame.mutual and predicate.frame.mode != "visit":
        acting = {a.party.id or a.party.name for a in actors}
        return tuple(f for f in found if (f.party.id or f.party.name) not in acting)
    words = {a.quote for a in actors}
    ids = {a.party.id for a in actors if a.party.id}
    if predicate.frame.mode == "visit":
        ids |= {f"state:{a.party.country}" for a in actors}
    if predicate.frame.type in _HARMS_THINGS:
        names = {(a.party.id, a.party.name.casefold()) for a in actors}
        spans = [(a.quote.start, a.quote.end) for a in actors]
        return tuple(
            _of_its_own(r) if (r.party.id, r.party.name.casefold()) in names else r
            for r in found
            if (r.party.id, r.party.name.casefold()) not in names
            or not any(r.quote.start < end and start < r.quote.end for start, end in spans)
        )
    homes = {a.party.country for a in actors if a.party.country}
    return tuple(
        _of_its_own(r) if _is_own_people(r) else r
        for r in found
        if r.quote not in words and (r.party.id not in ids or _is_own_people(r))
        and not (r.kind == "object" and r.party.country in homes)  # "vowed to retake the region": it is his own
    )  # fmt: skip


_OWN = frozenset(
    {"citizens", "nationals", "people", "compatriots", "countrymen", "residents", "subjects", "expatriates"}
    | {"members", "supporters", "followers", "soldiers", "troops", "forces", "fighters", "men", "staff", "employees"}
)


def _is_own_people(found: Found) -> bool:
    """ "told its citizens to leave": they are not the state that speaks."""
    words = found.party.text.casefold().split()
    return words[0] in ("its", "their", "his", "her") and words[-1] in _OWN


def _of_its_own(found: Found) -> Found:
    """ "bandits set their vehicles alight": the vehicles, not the bandits; nothing says whose."""
    words = found.party.text.split()
    if words[0].casefold() not in ("their", "his", "her", "its"):
        return found
    return msgspec.structs.replace(found, party=Party(name=" ".join(words[1:]), text=found.party.text), kind="object")


def each_other(scene: Scene, predicate: Predicate, actors: Sequence[Found]) -> tuple[Found, ...]:
    """ "broke off their talks", "accused one another": those who do it, where they do it to one another."""
    if not predicate.verbal or len(actors) < 2 or predicate.frame.type not in _AGAINST:
        return ()
    tree = scene.tree
    for thing in objects(tree, predicate.index):
        own = any(tree[c].tag == "PRP$" and tree[c].lemma == "their" for c in tree.kids(thing, "poss"))
        theirs = own and scene.is_word_of(thing, "shared")
        theirs = theirs or tree[predicate.index].lemma in _EACH_WAY  # "traded accusations"
        if theirs or (tree[thing].lemma in ("other", "another") and tree[thing - 1].lemma in ("each", "one")):
            return tuple(actors)
    return ()


_EACH_WAY = frozenset({"trade", "exchange", "swap"})
_AGAINST = frozenset({"REJECT", "SANCTION", "ACCUSE", "THREATEN"})
"""Types done to someone even where both sides do them."""


def fit(found: Sequence[Found], kind: str) -> tuple[Found, ...]:
    """Those that an act of the type can be done to."""
    able = (f for f in found if not _is_strength(f) and not _WAR.search(f.party.text))
    if kind in ("AGREE", "THREATEN"):  # "told the BBC that …"
        able = (f for f in able if f.kind != "outlet")
    return tuple(
        f
        for f in able
        if kind in _HARMS_THINGS
        or f.kind != "object"
        or f.party.country is not None
        or (kind == "AID" and f.party.name.casefold().split()[-1].rstrip("s") in _HELPED)
    )


_WAR = re.compile(r"\b(?:World|Civil|Cold|Gulf|Great) Wars?(?: (?:I{1,3}|One|Two))?$|\bthe war$", re.IGNORECASE)
"""A war by its name, to which nothing is done."""
_HELPED = frozenset(
    {"hospital", "clinic", "school", "camp", "village", "settlement", "orphanage", "town", "university"}
)
"""Places whose people are helped: "delivered medicine to two hospitals"."""


def _is_strength(found: Found) -> bool:
    """ "with great force": how, not whom; a body of men has an article, a number or a name."""
    words = found.party.text.split()
    return words[-1] == "force" and len(words) <= 2 and words[0] in _STRONG


_STRONG = frozenset({"force", "great", "full", "deadly", "lethal", "brute", "excessive", "overwhelming", "military"})


def addressee(scene: Scene, predicate: Predicate, actors: Sequence[Found]) -> tuple[Found, ...]:
    """The first party named after an act of speech that is not the speaker: whom the threat or charge is about."""
    known = {a.party.id for a in actors} | {a.party.country for a in actors}
    unharmed = spared(scene, predicate.index)
    west = [i for i, t in enumerate(scene.tree) if t.start > scene.tree[predicate.last].end and is_the_west(scene, i)]
    for mention in scene.actors:
        if west and mention.start > scene.tree[west[0]].start:
            return parties(scene, west[:1])
        own = mention.actor.id in known or (mention.actor.country is not None and mention.actor.country in known)
        if own or mention.start < scene.tree[predicate.last].end or is_qualifier(scene.text, mention):
            continue
        if any(a.quote.start <= mention.start < a.quote.end for a in actors):
            continue
        if (
            is_sufferer(scene, mention)
            or is_occasion(scene, mention, predicate)
            or is_source(scene, mention, before=predicate.index)
        ):
            continue
        if is_where(scene, mention, predicate) or is_to_suffer(scene, mention) or answers(scene, mention):
            continue
        if is_apart(scene, mention, predicate):
            continue
        if _is_told_next(scene, scene.token_at(mention.start, mention.end), predicate):
            continue
        if predicate.frame.type == "SUPPORT" and is_in_deed(scene, mention, predicate):
            continue
        if predicate.frame.type == "REQUEST" and is_served(scene, scene.token_at(mention.start, mention.end)):
            continue
        if predicate.frame.type == "REJECT" and scene.token_at(mention.start, mention.end) in unharmed:
            continue
        if mention.actor.kind not in ("descriptor", "object"):
            return (from_mention(scene.text, mention),)
    return ()


def _is_told_next(scene: Scene, token: int | None, predicate: Predicate) -> bool:
    """ "refused to condemn it and went on buying Kenyan oil": named only in what is told next of the same doer."""
    tree = scene.tree
    above = [] if token is None else [a for a in tree.ancestors(token) if tree[a].pos == "VERB"]
    around = {predicate.index, *tree.ancestors(predicate.index)}
    return any(tree[a].dep == "conj" and predicate.last < a not in around and tree[a].head in around for a in above)
