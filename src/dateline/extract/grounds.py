"""The ground on which something was done, where no place is named: "Ukrainian ports", "along the Ugandan border"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dateline.extract.domain import FAR, distance_to, domain, in_lower_clause
from dateline.extract.parties import Found
from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.telling import Telling
from dateline.grammar import prepositional
from dateline.model import Place, PlaceMention

RULE = "country of the ground"
_FIXED = ("@settlement", "@infrastructure", "@building")
_MAY_LIE_ABROAD = frozenset(
    {"base", "border", "camp", "community", "consulate", "crossing", "embassy", "headquarters", "line", "office", "oil"}
    | {"plot", "target", "union", "centre", "center", "gas", "network", "energy", "terminal", "mission", "north"}
    | {"south", "east", "west", "field", "front"}
)
"""What a state may have in another, or what is no ground."""
_SOIL = frozenset(
    {"launcher", "leadership", "stockpile", "land", "soil", "territory", "island", "coast", "airfield", "airspace"}
)


def named_lands(mentions: Iterable[object]) -> dict[str, PlaceMention]:
    """The countries that the page names, by their code."""
    named = [m for m in mentions if isinstance(m, PlaceMention) and m.place.precision == "country"]
    return {m.place.country: m for m in reversed(named) if m.place.country is not None}


def ground(scene: Scene, recipients: Iterable[Found], known: Mapping[str, Place]) -> tuple[PlaceMention, ...]:
    """ "struck Ukrainian ports": the country whose towns, roads or works were struck."""
    for found in recipients:
        head = scene.token_at(found.quote.start, found.quote.end)
        for word in _things(scene, head) if head is not None else ():
            place = (_owner(scene, word, known) or _shore(scene, word)) if _is_ground(scene, word) else None
            if place is not None:
                return (place,)
    return ()


def ground_over(scene: Scene, position: int, known: Mapping[str, Place]) -> tuple[PlaceMention, ...]:
    """ "shot down a drone over Ugandan waters", "that had entered Ugandan airspace": the country whose they are."""
    tree = scene.tree
    trigger = next((i for i, t in enumerate(tree.tokens) if t.start == position), None)
    for index, token in enumerate(tree.tokens):
        above = tuple(tree.ancestors(index))
        if trigger not in above or token.lemma not in _OVER:
            continue
        inside = token.dep == "pobj" and tree[token.head].lemma in _INSIDE
        entered = token.dep == "dobj" and tree[token.head].lemma in ("enter", "violate", "breach")
        if (inside or entered) and (place := _owner(scene, index, known)) is not None:
            return (place,)
    return ()


def attacked_state(telling: Telling, known: Mapping[str, Place]) -> tuple[PlaceMention, ...]:
    """ "will attack this country", "its defence ministry intercepted drones": the state that was, or is to be, struck.

    Only where no other's were: what befell men or goods of a state may have befallen them anywhere.
    """
    hit = [r for r in telling.recipients if r.party.country is not None]
    if telling.type != "ASSAULT" or telling.mode == "cyber" or len({r.party.country for r in hit}) != 1:
        return ()
    struck = next((r for r in hit if r.kind == "state" and r.quote.exact == r.party.name), hit[0])
    met = any(f.id == "assault.intercept" for f in telling.frames) and _AT_HOME.search(struck.quote.exact) is not None
    place = known.get(struck.party.country or "")
    met = met or _ALL.search(struck.quote.exact) is not None
    if place is None or not (met or (struck.kind == "state" and struck.quote.exact == struck.party.name)):
        return ()
    words = struck.quote
    mention = PlaceMention(
        start=words.start, end=words.end, exact=words.exact, rule="the state that was attacked", place=place
    )
    return (mention,)


_AT_HOME = re.compile(r"\bdefen[cs]e ministry$", re.IGNORECASE)
"""Who tells of what was stopped at home; air defences may stand in another state."""
_ALL = re.compile(r"\b(?:people|nation|population)$", re.IGNORECASE)
"""Who is at home, as a whole."""


_OVER = frozenset({"airspace", "water", "soil", "territory"})
_INSIDE = frozenset({"in", "over", "inside", "into", "within", "on"})


def _things(scene: Scene, head: int) -> list[int]:
    """The thing, what stands beside it, and what each is of: "homes and parts of Ukrainian cities"."""
    beside = scene.tree.conjuncts(head)
    return [*beside, *(w for b in beside for w in prepositional(scene.tree, b, "of", "in"))]


def _owner(scene: Scene, word: int, known: Mapping[str, Place]) -> PlaceMention | None:
    """The country of the state whose name or adjective stands before the word."""
    for index in scene.tree.kids(word, "amod", "compound", "poss", "nmod"):
        mention = scene.actor_at(index)
        if mention is None or mention.actor.kind != "state" or mention.actor.country is None:
            continue
        code = mention.actor.country
        unnamed = Place(name=mention.actor.name, precision="country", country=code, id=f"iso:{code}")
        place = known.get(code, unnamed)
        return PlaceMention(start=mention.start, end=mention.end, exact=mention.exact, rule=RULE, place=place)
    return None


def _shore(scene: Scene, word: int) -> PlaceMention | None:
    """ "blockaded Caspian ports": the sea, or the stretch of land, whose they are."""
    named = (scene.place_at(i) for i in scene.tree.kids(word, "compound", "nmod", "amod"))
    return next((p for p in named if p is not None and p.place.precision in ("sea", "region")), None)


def _is_ground(scene: Scene, head: int) -> bool:
    lemma = scene.tree[head].lemma
    return lemma in _SOIL or (lemma not in _MAY_LIE_ABROAD and any(scene.is_a(head, c) for c in _FIXED))


_ALONG = frozenset({"on", "at", "along", "near", "to", "towards", "toward", "across", "around", "by", "from"})
_BORDER = frozenset({"border", "frontier"})
_WITH = re.compile(
    r"\s+(?:with|between|of)\s+(?:the\s+)?(?:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)(?:\s+and\s+(?:[A-Z]\w+))?"
)
_START = re.compile(r"^(?:the|its|their|a)\s+", re.IGNORECASE)


def border(scene: Scene, predicate: Predicate) -> tuple[PlaceMention, ...]:
    """ "massed troops along the Ugandan border": the border itself, which is in neither country."""
    tree = scene.tree
    near = domain(scene, predicate)
    for index, token in enumerate(tree.tokens):
        if token.lemma not in _BORDER or token.dep != "pobj" or tree[token.head].lemma not in _ALONG:
            continue
        distance, told = distance_to(scene, token.start, token.end, near, frozenset(), set())
        name = _named(scene, index)
        if distance < FAR and not told and name is not None:
            return (name,)
    return ()


_BESIDE = re.compile(
    r"\b(?:close\s+to|near|around|outside|next\s+to|"
    r"(?:areas?|districts?|provinces?|regions?|territor(?:y|ies))\s+(?:bordering|neighbou?ring|that\s+(?:border|neighbou?r)s?|"
    r"which\s+(?:border|neighbou?r)s?|(?:close|next|adjacent)\s+to))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OWNING = frozenset({"amod", "compound", "nmod", "poss"})


def beside_country(scene: Scene, predicate: Predicate, others: frozenset[int]) -> tuple[PlaceMention, ...]:
    """ "massed near Uganda", "in regions that border Uganda": outside it, on whose side nobody says."""
    if predicate.frame.type != "MOBILIZE" and not (predicate.frame.type == "RETREAT" and predicate.verbal):
        return ()
    near = domain(scene, predicate)
    for mention in scene.places:
        before = _BESIDE.search(scene.text, scene.sentence.start, mention.start)
        token = scene.token_at(mention.start, mention.end) if before is not None else None
        if before is None or token is None or mention.place.precision != "country":
            continue
        if scene.tree[token].dep in _OWNING:  # "near Uganda's border", "near Uganda waters"
            continue
        apart, opens = others - {predicate.index}, scene.token_at(before.start(), before.end())
        opens = token if opens is None else opens
        distance, told = distance_to(scene, mention.start, mention.end, near, apart, set())
        if distance < FAR and not told and not in_lower_clause(scene, opens, near):
            exact = scene.text[before.start() : mention.end]
            place = Place(name=exact, precision="region")
            return (
                PlaceMention(start=before.start(), end=mention.end, exact=exact, rule="beside a country", place=place),
            )
    return ()


def _named(scene: Scene, index: int) -> PlaceMention | None:
    """The border with the words that say whose it is; None where none do."""
    tree, token = scene.tree, scene.tree[index]
    owners = tree.kids(index, "amod", "compound", "poss", "nmod")
    stated = [o for o in owners if scene.actor_at(o) is not None or scene.place_at(o) is not None]
    start = min([token.start, *(tree[i].start for o in stated for i in tree.subtree(o))])
    behind = _WITH.match(scene.text, token.end, scene.sentence.end)
    if not stated and behind is None:
        return None
    end = token.end if stated or behind is None else behind.end()
    exact = scene.text[start:end]
    place = Place(name=_START.sub("", exact), precision="region")
    return PlaceMention(start=start, end=end, exact=exact, rule="a border", place=place)
