"""Whether a place stands in words that say where: a locating phrase, what was acted on, a modifier of the happening."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.scene import Scene
from dateline.extract.seats import is_someone, is_word
from dateline.model import PlaceMention
from dateline.model.actors_table import alias_key

_EVENT_PREPOSITIONS = frozenset((
    "in", "at", "near", "on", "off", "inside", "outside", "around", "across", "over", "into", "to", "from",
    "between", "along", "against", "within", "through", "toward", "towards", "of", "throughout", "beside", "north",
    "south", "east", "west",
))  # fmt: skip


def is_seat_of_state(scene: Scene, mention: PlaceMention) -> bool:
    """ "Kremlin bombs": whose they are."""
    return alias_key(mention.exact) in scene.rules.table.metonyms


def can_locate(scene: Scene, token: int, recipients: Sequence[int]) -> bool:
    """Whether the place stands in a locating phrase, in what was acted on, or as a modifier of the happening."""
    tree = scene.tree
    mention = scene.place_at(token)
    owner = tree[token].dep in ("compound", "poss", "nmod", "amod")
    if owner and mention is not None and mention.place.precision in ("country", "continent"):
        return False
    if owner and mention is not None and mention.place.precision == "site" and is_seat_of_state(scene, mention):
        return False
    if token in recipients or (mention is not None and mention.place.relation and " of" in mention.place.relation):
        return True
    place = token
    for _ in range(8):
        dep, head = tree[place].dep, tree[place].head
        if head in recipients and dep in ("compound", "poss", "nmod", "appos", "conj"):
            return True
        if dep == "pobj" and tree[head].lemma == "from":
            above = tree[head].head
            if is_word(scene, above) or is_someone(scene, above) or _is_home(scene, head, mention):
                return False
        if dep == "pobj" and mention is not None and mention.place.precision == "country" and _is_beside(scene, head):
            return False
        if dep == "pobj" and tree[head].lemma in ("like", "as") and tree[tree[head].head].tag == "NNS":
            place = tree[head].head  # "to countries like Chad"
            continue
        if dep in ("pobj", "pcomp"):
            if tree[head].text.casefold() == "including":
                return tree[head].head in recipients
            return _is_locating(scene, head)
        if dep in ("npadvmod", "ROOT"):
            return True
        if dep == "dobj" and tree[head].lemma in _BESIDE_IT:  # "sent troops to neighbouring Chad", read as a verb
            place = head
            continue
        if dep not in ("compound", "conj", "appos", "nmod", "poss", "amod", "dep"):
            return False
        if dep == "compound" and tree[head].pos == "NOUN":
            return True
        place = head
    return False


def _is_home(scene: Scene, preposition: int, mention: PlaceMention | None) -> bool:
    """ "killed two engineers from China": where those killed, hurt or arrested come from, "from" hung on the verb."""
    verb, lexicon = scene.tree[scene.tree[preposition].head], scene.rules.lexicon
    harmed = verb.pos == "VERB" and lexicon.counts.property(verb.lemma) in ("killed", "injured")
    harmed = harmed or any(lexicon.frames[n].mode == "arrest" for n, _ in lexicon.verbs.get(verb.lemma, ()))
    land = mention is not None and mention.place.precision == "country"
    before = preposition - 1
    return harmed and land and (is_someone(scene, before) or scene.is_a(before, "@armed"))


_BESIDE_IT = frozenset({"neighbour", "neighbor", "surround", "adjoin", "neighbouring", "neighboring"})


def _is_beside(scene: Scene, preposition: int) -> bool:
    """ "massed near Y", "close to Y": outside the country, on whose side nobody says; "lashed out at Y" as well."""
    token = scene.tree[preposition]
    if token.lemma == "to":
        return scene.tree[token.head].lemma in ("close", "next", "closer", "adjacent")
    if token.lemma == "at":
        return scene.tree[token.head].lemma in ("lash", "rail", "shout", "scoff")
    return token.lemma in ("near", "outside", "around", "toward", "towards")


def _is_locating(scene: Scene, preposition: int) -> bool:
    """Whether the preposition says where; "of" does so after a town, a coast, an attack, not after "support"."""
    tree = scene.tree
    if tree[preposition].lemma == "to" and tree[tree[preposition].head].lemma in (
        "road",
        "way",
        "route",
        "transfer",
        "trip",
        "flight",
        "train",
        "bus",
        "ferry",
    ):
        return False
    if tree[preposition].lemma != "of":
        return tree[preposition].lemma in _EVENT_PREPOSITIONS
    whole = tree[preposition].head
    if tree[whole].lemma in _PARTS:
        return True
    return any(
        scene.is_a(whole, c) for c in ("@settlement", "@event", "@land", "@infrastructure", "@building", "place")
    ) or tree[whole].tag in ("VBG", "NNP")


_PARTS = frozenset(
    {"part", "half", "corner", "edge", "outskirt", "tip", "heart", "centre", "center", "north", "south", "east", "west"}
    | {"sideline", "margin"}
)
"""What one says of a place that is a part of it: "the western part of Y", or of a meeting in it."""
