"""Noun phrase → party: the table's actor, the state behind a thing, or what the text calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.extract.about import meant
from dateline.extract.party_nouns import is_of_people
from dateline.extract.qualified import (
    branch_of,
    is_list,
    is_one_member,
    is_qualifier,
    is_written,
    seat_of,
    told_once,
    users,
)
from dateline.extract.scene import Scene
from dateline.extract.standing import can_act, container, country_in, is_civil, is_the_west, sector_of
from dateline.extract.titled import titled
from dateline.extract.wording import before_dash, single, stripped
from dateline.model import Actor, ActorKind, ActorMention, Party, Quote, quote
from dateline.model.actors_table import alias_key
from dateline.model.record import Record

PRONOUNS = frozenset(
    {
        "it", "they", "he", "she", "we", "i", "them", "him", "her", "us", "you", "who", "which", "that",
        "this", "these", "those", "its", "their", "his",
    }
)  # fmt: skip


_NO_ONE = re.compile(r"(?i)://|^(?:those|ones?|(?:any|some|every|no)(?:one|body))$|sel(?:f|ves)$")
"""An address, "those who …", and oneself: none tells who it is."""


_BODIES = ("IGO", "NGO")
"""Sectors of bodies that no state owns: their soldiers and officials are theirs."""
_OF_STATES = ("GOV", "MIL", "COP", "SPY")


class Found(Record, frozen=True, kw_only=True):
    """A party with the words that name it; `kind` tells what sort, `pronoun` that it must still be resolved."""

    party: Party
    quote: Quote
    kind: ActorKind
    pronoun: bool = False
    owner: Quote | None = None
    """The possessive pronoun that tells whose it is."""
    plural: bool = False


def parties(scene: Scene, heads: Sequence[int], *, metonyms: bool = True) -> tuple[Found, ...]:
    """The parties that these noun-phrase heads name, in order, each once; `metonyms` takes a capital for its state."""
    found: list[Found] = []
    for head in (meant(scene, h) for h in titled(scene, heads)):
        if _is_time(scene, head) or _NO_ONE.search(scene.tree[head].text) or _is_asked_for(scene, head):
            continue
        if found and _is_number(scene, head):
            continue
        state = _metonym(scene, head) if metonyms else None
        for party in [state] if state is not None else _of_head(scene, head):
            new = all(p.party.name != party.party.name or p.party.text != party.party.text for p in found)
            if new and party.party.text.strip():  # of "on 5 March 2024!" no words are left but the day's
                found.append(party)
    return tuple(found)


def _of_head(scene: Scene, head: int) -> list[Found]:
    tree = scene.tree
    token = tree[head]
    if token.pos == "PRON" or token.text in PRONOUNS:
        words = quote(scene.text, token.start, token.end)
        plural = token.text.casefold() in ("they", "them", "their", "these", "those", "we", "us")
        return [
            Found(
                party=Party(name=token.text, text=token.text),
                quote=words,
                kind="descriptor",
                pronoun=True,
                plural=plural,
            )
        ]
    start, end = _without_time(scene, *tree.noun_phrase(head))
    if (end := before_dash(scene.text, start, end)) < token.end:
        return []
    mention = branch_of(scene, head) or scene.actor_at(head)
    if mention is not None and is_of_people(scene, head, mention):
        return [_described(scene, head, start, end, mention, sector="CVL")]
    if mention is not None and mention.actor.kind != "descriptor" and not _is_modifier_only(scene, head, mention):
        hyphened = [m for m in scene.actors if token.start < m.start < token.end and m.actor.kind == "state"]
        both = [from_mention(scene.text, m) for m in (mention, *hyphened)]  # "Kenyan-Ugandan strikes"
        return [*_beside(scene, head, mention), *both]
    if mention is not None and (others := _beside(scene, head, mention)):
        return [*others, _described(scene, head, mention.start, end, mention)]
    if is_the_west(scene, head):
        words = quote(scene.text, token.start, token.end)
        return [Found(party=Party(name="West", text=words.exact), quote=words, kind="organisation")]
    inner = _inner_mentions(scene, head)
    if mention is not None and not inner:
        told = _described(scene, head, start, end, mention)
        ours = [c for c in tree.kids(head, "poss") if tree[c].text.casefold() in _whose(scene, head)]
        return [msgspec.structs.replace(told, owner=quote(scene.text, tree[c].start, tree[c].end)) for c in ours] or [
            told
        ]
    if inner:
        several = mention is not None and mention.actor.country not in (None, *(m.actor.country for m in inner))
        own = [_described(scene, head, start, end, mention)] if mention is not None and several else []
        return [*(_owned(scene, start, end, m, head) for m in inner), *own]
    if shared := told_once(scene, head):
        return [_owned(scene, start, end, m, head) for m in shared]
    return [_of_pronoun(scene, head, start, end) or _bare(scene, head, start, end)]


def _whose(scene: Scene, head: int) -> tuple[str, ...]:
    """ "our", and of men under arms "its troops": words for whose a known sort of people are."""
    return ("our", "its") if scene.is_a(head, "@armed") and scene.tree[head].tag == "NNS" else ("our",)


def _beside(scene: Scene, head: int, mention: ActorMention) -> list[Found]:
    """ "Kenyan and Ugandan forces", "Kenyan-Ugandan forces": those of the countries named before the last one."""
    found: list[Found] = []
    if mention.actor.country is None or (mention.actor.kind == "person" and scene.tree[head].tag != "NNS"):
        return found
    for child in scene.tree.kids(head, "amod", "compound", "nmod"):
        hyphened = [c for c in scene.tree.children[child] if scene.text[scene.tree[c].end :][:1] in ("-", "–")]
        joined = bool(hyphened or scene.tree.kids(child, "conj", "cc"))
        for token in (*scene.tree.conjuncts(child), *hyphened):
            other = scene.actor_at(token)
            if not joined or other is None or other.actor.kind != "state":
                continue
            if is_qualifier(scene.text, other) or other.end > max(mention.start, scene.tree[child].start):
                continue
            if mention.actor.kind == "state":
                found.append(from_mention(scene.text, other))
                continue
            shared = scene.text[scene.tree[child].end : mention.end] if mention.start <= scene.tree[child].start else ""
            whose = f"{other.exact} {single(shared).strip() or scene.tree[head].text}"
            sector = mention.actor.sector
            party = Party(name=whose, text=whose, id=f"{other.actor.country}:{sector}", country=other.actor.country,
                          sector=sector)  # fmt: skip
            found.append(Found(party=party, quote=quote(scene.text, other.start, other.end), kind=mention.actor.kind))
    return found


def _is_number(scene: Scene, head: int) -> bool:
    """ "killed three rebels and wounded 18": a number that says no more of whom it counts than the words before it."""
    return scene.tree[head].pos == "NUM" and scene.tree[head].tag == "CD" and not scene.tree.kids(head, "prep")


def _is_asked_for(scene: Scene, head: int) -> bool:
    """ "what boats", "which side": those who are not known."""
    return any(scene.tree[c].lemma in ("what", "which", "whatever") for c in scene.tree.kids(head, "det"))


def _metonym(scene: Scene, head: int) -> Found | None:
    """The state that a capital or seat stands for."""
    token = scene.tree[head]
    before = [c for c in scene.tree.kids(head, "compound", "amod", "nmod") if c < head]
    start = scene.tree[min(before)].start if before else token.start  # "the Hermit Kingdom"
    named = (start, token.end) if alias_key(scene.text[start : token.end]) in scene.rules.table.metonyms else None
    start, end = named or (token.start, token.end)
    actor = scene.rules.table.metonyms.get(alias_key(scene.text[start:end]))
    if actor is None or scene.actor_at(head) is not None:
        return None
    words = quote(scene.text, start, end)
    party = Party(name=actor.name, text=words.exact, id=actor.id, country=actor.country, sector=actor.sector)
    return Found(party=party, quote=words, kind="state")


def _is_time(scene: Scene, head: int) -> bool:
    """Whether the token belongs to a time expression: a day acts on no one."""
    token = scene.tree[head]
    return any(t.start <= token.start < t.end and t.type in ("DATE", "TIME", "DURATION") for t in scene.times)


def _without_time(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The phrase without a day that the parse has drawn into its front ("On Thursday Mr X said")."""
    for time in scene.times:
        if time.start <= start < time.end < end:
            start = time.end
            while start < end and not scene.text[start].isalnum():
                start += 1
    return start, end


def _is_modifier_only(scene: Scene, head: int, mention: ActorMention) -> bool:
    """A state name that merely heads a longer thing ("Israel's Ashdod port" parsed flat)."""
    return mention.rule == "demonym" and scene.tree[head].end > mention.end


def from_mention(text: str, mention: ActorMention) -> Found:
    """The party that an actor mention names."""
    actor = mention.actor
    party = Party(name=actor.name, text=mention.exact, id=actor.id, country=actor.country, sector=actor.sector)
    return Found(party=party, quote=quote(text, mention.start, mention.end), kind=actor.kind)


def _inner_mentions(scene: Scene, head: int) -> list[ActorMention]:
    """Actors in the modifiers of the noun phrase: possessors, demonyms, "of X", and appositions that name."""
    tree = scene.tree
    found: list[ActorMention] = []
    kind = any(tree[c].text.casefold() == "class" for c in tree.kids(head, "compound", "nmod"))  # "Lee-class ships"
    past = any(tree[c].text.casefold() in _PAST for c in tree.kids(head, "amod", "compound"))
    written = is_written(scene, head)
    another = scene.is_word_of(head, "relational") or (past and scene.is_word_of(head, "one_person"))
    for child in tree.children[head]:
        dep = tree[child].dep
        if another and dep != "appos":
            continue
        if dep == "amod" and child > head:  # "a car close to the seat of Y"
            continue
        if dep in ("poss", "compound", "amod", "nmod"):
            options = tree.subtree(child)
        elif dep == "prep" and (tree[child].lemma in ("of", "from") or (written and tree[child].lemma == "by")):
            options = [c for p in tree.kids(child, "pobj") for c in tree.conjuncts(p)]
            options = [o for c in options for o in (*_members(scene, c), c)]
        elif dep == "appos":
            options = [child]
        elif dep == "acl" and not scene.any_is([head], ("@people", "place")):
            options = users(scene, head)
        else:
            continue
        for option in options:
            mention = scene.actor_at(option) or (seat_of(scene, option, head) if dep == "poss" else None)
            his = dep == "poss" and scene.any_is([head], ("@office", "@person", "@people"))  # "Lee's chief of staff"
            person = mention is not None and mention.actor.kind == "person"
            friend = person and any(
                scene.is_word_of(c, "relational") for c in tree.kids(head, "compound") if c > option
            )
            if mention is not None and (is_qualifier(scene.text, mention) or friend or (person and (kind or his))):
                continue
            if mention is not None and (
                is_one_member(scene, head, mention) or (dep == "acl" and mention.rule == "people")
            ):
                continue
            if mention is not None and mention.actor.kind not in ("descriptor", "object") and mention not in found:
                found.append(mention)
    own = [m for m in found if m.actor.kind == "person" and tree[head].end <= m.start]  # "X's spokesman Y": only Y
    if own and scene.any_is([head], ("@person", "@people", "@diplomat")):
        return own
    named = [m for m in found if m.actor.kind != "state"]
    return found if is_list(scene.text, found) else named or found


_PAST = frozenset({"former", "ex", "retired", "one-time", "ousted"})


def _members(scene: Scene, noun: int) -> list[int]:
    """ "the leaders of Nato countries": the body whose countries they are."""
    if not scene.is_word_of(noun, "states"):
        return []
    return [c for c in scene.tree.kids(noun, "compound", "nmod") if scene.actor_at(c) is not None]


def _of_pronoun(scene: Scene, head: int, start: int, end: int) -> Found | None:
    """ "its missiles": the phrase, to be given the name of whom the pronoun means."""
    owner = next((c for c in scene.tree.kids(head, "poss") if scene.tree[c].tag == "PRP$"), None)
    if owner is None:
        return None
    bare = _bare(scene, head, start, end)
    token = scene.tree[owner]
    return Found(party=bare.party, quote=bare.quote, kind=bare.kind, owner=quote(scene.text, token.start, token.end))


def _owned(scene: Scene, start: int, end: int, mention: ActorMention, head: int) -> Found:
    """A thing or people of a known party: the party's name with the whole phrase as text."""
    actor: Actor = mention.actor
    begin, stop = min(start, mention.start), max(end, mention.end)
    words = quote(scene.text, begin, stop) if stop - begin < 160 else quote(scene.text, start, end)
    if actor.kind == "state" and is_civil(scene, head):
        party = Party(
            name=stripped(words.exact), text=single(words.exact), country=actor.country,
            sector=sector_of(scene, head) or "CVL",
        )  # fmt: skip
        return Found(party=party, quote=words, kind="descriptor")
    kind = actor.kind if actor.kind != "person" else "group"
    party = Party(
        name=actor.name,
        text=single(words.exact),
        id=actor.id,
        country=actor.country,
        sector=_sector(scene, head, actor),
    )
    return Found(party=party, quote=words, kind=kind)


def _sector(scene: Scene, head: int, actor: Actor) -> str | None:
    """The sector of what belongs to the actor: a state's soldiers are no government, an armed group's no army."""
    own = sector_of(scene, head)
    if actor.sector in _BODIES or (actor.kind == "group" and own in _OF_STATES):
        return actor.sector
    return own or actor.sector


def _described(
    scene: Scene, head: int, start: int, end: int, mention: ActorMention, *, sector: str | None = None
) -> Found:
    """A descriptor's party, named by the phrase without its determiners and numbers."""
    words = quote(scene.text, min(start, mention.start), max(end, mention.end))
    party = Party(
        name=stripped(words.exact),
        text=single(words.exact),
        country=mention.actor.country or country_in(scene, head, mention.actor.sector),
        sector=sector or mention.actor.sector,
    )
    return Found(party=party, quote=words, kind="descriptor")


def _bare(scene: Scene, head: int, start: int, end: int) -> Found:
    """A phrase that no table knows: a named person, or a thing."""
    place = scene.place_at(head)
    words = quote(scene.text, start, end)
    kind: ActorKind = "object"
    role = scene.rules.table.roles.get(scene.tree[head].text.casefold())
    if place is None and scene.tree[head].pos == "PROPN" and role is None:
        kind = "person"
    elif (
        role is not None
        or can_act(scene, head)
        or scene.is_a(head, "@people")
        or scene.is_a(head, "@armed")
        or scene.is_a(head, "@person")
        or scene.is_word_of(head, "relational")
    ):
        kind = "descriptor"
    elif place is not None and place.place.precision == "continent":
        kind = "organisation"
    place = place or container(scene, head)
    sector = sector_of(scene, head)
    country = place.place.country if place is not None else country_in(scene, head, sector)
    name = (
        place.place.name
        if place is not None and place.place.precision in ("country", "continent")
        else stripped(words.exact)
    )
    return Found(
        party=Party(name=name, text=single(words.exact), country=country, sector=sector),
        quote=words,
        kind=kind,
    )
