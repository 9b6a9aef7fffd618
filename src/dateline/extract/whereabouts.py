"""Where: which of a sentence's places belong to a trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.bearings import is_bordered, without_bearings
from dateline.extract.clause_scenes import errand, scene_of_clause, to_be_left
from dateline.extract.domain import FAR, distance_to, domain, in_lower_clause
from dateline.extract.locating import can_locate, is_seat_of_state
from dateline.extract.predicates import Predicate
from dateline.extract.qualified import is_qualifier
from dateline.extract.scene import Scene
from dateline.extract.seats import is_no_scene, is_of_unit
from dateline.extract.spoken_where import is_speakers, spoken_at
from dateline.grammar import prepositional
from dateline.model import PlaceMention
from dateline.model.actors_table import alias_key

_NO_LOCATION = ("organisation", "modifier", "metonym")
"""Uses of a place name, as the annotator's rule tells them, that say nothing of where."""


def whereabouts(
    scene: Scene,
    predicate: Predicate,
    others: frozenset[int],
    *,
    actors: Sequence[int],
    recipients: Sequence[int],
    sources: Sequence[tuple[int, int]],
) -> tuple[PlaceMention, ...]:
    """The places of the happening, nearest first: not the speaker's, not the actor's."""
    near = domain(scene, predicate)
    below_actor = {i for a in actors for i in scene.tree.subtree(a)} - {
        i for r in recipients for i in scene.tree.subtree(r)
    }
    ranked: list[tuple[int, PlaceMention]] = []
    below: list[tuple[int, PlaceMention]] = []
    for place in scene.places:
        if any(s <= place.start < e for s, e in sources) or any(r in place.rule for r in _NO_LOCATION):
            continue
        token = scene.token_at(place.start, place.end)
        if token is not None and place.place.precision == "position":
            ranked.append((0, place))
            continue
        if token is None or token in below_actor or _is_possessor(scene, token, recipients):
            continue
        if not can_locate(scene, token, recipients) or is_no_scene(scene, token):
            continue
        if is_qualifier(scene.text, place) or is_of_unit(scene, token):  # "Chad-based troops"
            continue
        if is_bordered(scene, place):
            continue
        if not predicate.frame.content and is_speakers(scene, place, predicate.index):
            continue
        if (
            _is_goal(scene, token, predicate.index)
            or _is_topic(scene, token, predicate.index)
            or _is_matter(scene, token, place, predicate)
            or _is_care(scene, token, recipients)
        ):
            continue
        if token in recipients:
            if not (predicate.frame.type == "AID" and is_seat_of_state(scene, place)):  # "arms for Moscow"
                ranked.append((0, place))
            continue
        apart = others - {predicate.index, *recipients}
        distance, told = distance_to(scene, place.start, place.end, near, apart, set())
        if distance < FAR and not told:
            lower = in_lower_clause(scene, token, near)
            how = predicate.frame.toll and _is_how(scene, token, predicate.index)
            how = how or (predicate.frame.type == "ASSAULT" and _is_on_way(scene, token, predicate.index))
            if not lower or how or _is_while_doing(scene, token, recipients):
                (below if lower else ranked).append((distance, place))
    ranked = _aimed_at(scene, ranked, predicate, recipients, others) or below
    ranked = _of_own_clause(scene, predicate, ranked)
    ranked.sort(key=lambda r: (r[0], r[1].start))
    if not ranked and (shared := _shared(scene, predicate) or scene_of_clause(scene, predicate.index)):
        return shared
    if not ranked:
        met = _where_they_met(scene, predicate, actors)
        owned = [
            p for p in scene.places
            if (token := scene.token_at(p.start, p.end)) in below_actor and (_is_town(p) or token in met)
        ]  # fmt: skip
        if owned and scene.text[: owned[0].start].endswith(" of "):  # "the mayor of X met Y in Z"
            owned = [p for p in owned if scene.token_at(p.start, p.end) in met] or owned
        return tuple(p for p in owned if not _acts_for_state(scene, p, actors) and not _is_post(scene, p, actors))[:1]
    return _with_ends(scene, without_bearings(scene, tuple(p for _, p in ranked)))


Ranked = list[tuple[int, PlaceMention]]


def _of_own_clause(scene: Scene, predicate: Predicate, ranked: Ranked) -> Ranked:
    """ "X sent troops to Peru, and Y raised its own in Chad": a clause with a subject and a place keeps to these."""
    tree, index = scene.tree, predicate.index
    if not predicate.verbal or tree[index].dep != "conj" or not tree.kids(index, "nsubj", "nsubjpass"):
        return ranked
    below = set(tree.subtree(index))
    own = [(d, p) for d, p in ranked if scene.token_at(p.start, p.end) in below]
    return own or ranked


def _shared(scene: Scene, predicate: Predicate) -> tuple[PlaceMention, ...]:
    """ "killed ten and freed two in Goma": the place told at the end is of both deeds of the one subject."""
    tree = scene.tree
    after = [c for c in tree.kids(predicate.index, "conj") if predicate.verbal and tree[c].pos == "VERB"]
    later = [c for c in after if not tree.kids(c, "nsubj", "nsubjpass", "auxpass")]
    told = {p for c in later for p in prepositional(tree, c, "in", "at", "near", "outside")}
    return tuple(p for p in scene.places if not any(r in p.rule for r in _NO_LOCATION) and _phrase_in(scene, p, told))


def _phrase_in(scene: Scene, mention: PlaceMention, heads: set[int]) -> bool:
    """Whether the place is one of the heads, or a word of its name ("Sambisa forest")."""
    token = scene.token_at(mention.start, mention.end)
    return token is not None and (
        token in heads or (scene.tree[token].dep == "compound" and scene.tree[token].head in heads)
    )


def scene_of_words(scene: Scene, predicate: Predicate, asked: Sequence[int]) -> tuple[PlaceMention, ...]:
    """Where an act of speech was done: the town that "in" or "at" ties to its own verb, or to a court or office.

    An order to leave is where those are who are to leave.
    """
    tree, index = scene.tree, predicate.index
    if predicate.frame.type == "REQUEST" and (emptied := to_be_left(scene, index, asked)):
        return emptied
    speaking = [s for s in tree.kids(index, "nsubj") if scene.any_is([s], ("@court",))]
    papers = [o for o in tree.kids(index, "dobj") if tree[o].lemma in _SIGNED]
    found: list[PlaceMention] = []
    for word in (index, *papers, *speaking):
        at = prepositional(tree, word, "in", "at")
        found += [p for a in at if (p := scene.place_at(a)) is not None and (_is_town(p) or word in papers)]
    return tuple(found) or spoken_at(scene, index) or errand(scene, index)


_SIGNED = frozenset(
    {"accord", "agreement", "alliance", "charter", "communique", "convention", "deal", "declaration", "document"}
    | {"memorandum", "pact", "partnership", "peace", "protocol", "statement", "treaty", "truce", "understanding"}
)
"""What is signed or sealed where it is said to be."""
_CARE = frozenset({"hospital", "clinic", "infirmary", "morgue", "mortuary"})
_CARING = frozenset((
    "admit", "airlift", "be", "bring", "carry", "die", "evacuate", "ferry", "hospitalise", "hospitalize", "operate",
    "receive", "recover", "remain", "rush", "succumb", "take", "transfer", "transport", "treat",
))  # fmt: skip


def _is_care(scene: Scene, token: int, recipients: Sequence[int]) -> bool:
    """ "died in a Kharkiv hospital", "are at the clinic in Jos": where the hurt were brought, not the scene."""
    tree = scene.tree
    chain = [token, *tree.ancestors(token)]
    ward = next((i for i in chain if tree[i].lemma in _CARE), None)
    verb = next((i for i in chain if tree[i].pos in ("VERB", "AUX")), None)
    if ward is None or verb is None or ward in recipients or chain.index(ward) > chain.index(verb):
        return False
    return tree[verb].lemma in _CARING and tree[ward].dep == "pobj"


_HOW = frozenset({"when", "as", "after"})


def _is_how(scene: Scene, token: int, trigger: int) -> bool:
    """ "perished when their bus struck a mine on the road to …": the clause that says how they were hurt says where."""
    tree = scene.tree
    clause = next((i for i in (token, *tree.ancestors(token)) if tree[i].head == trigger), None)
    if clause is None or tree[clause].dep != "advcl":
        return False
    return any(tree[c].lemma in _HOW for c in tree.kids(clause, "mark", "advmod"))


def _is_on_way(scene: Scene, token: int, trigger: int) -> bool:
    """ "was shot as he left a mosque in Jos": the clause that says what they were about, and leads nowhere else."""
    tree = scene.tree
    clause = next((i for i in (token, *tree.ancestors(token)) if tree[i].head == trigger), None)
    if clause is None or tree[clause].dep != "advcl":
        return False
    if not any(tree[s].pos == "PRON" for s in tree.kids(clause, "nsubj")):
        return False
    if not any(tree[c].lemma in ("as", "while", "when") for c in tree.kids(clause, "mark", "advmod")):
        return False
    between = [i for i in tree.ancestors(token) if clause in tree.ancestors(i)]
    return not any(tree[i].pos == "VERB" or tree[i].lemma in ("to", "for", "toward", "towards") for i in between)


def _is_while_doing(scene: Scene, token: int, recipients: Sequence[int]) -> bool:
    """ "killed four who were herding goats near …": what the victims were doing, and where."""
    tree = scene.tree
    clause = next((i for i in (token, *tree.ancestors(token)) if tree[i].head in recipients), None)
    if clause is not None and tree[clause].dep == "acl" and tree[clause].tag == "VBN":
        return tree[clause].lemma in _STAYING and tree[token].dep in ("pobj", "compound", "appos")
    if clause is None or tree[clause].tag != "VBG" or tree[clause].dep not in ("relcl", "acl"):
        return False
    way = next((i for i in (token, *tree.ancestors(token)) if tree[i].head == clause), token)
    if tree[way].dep == "dobj":  # "soldiers building a post at Bara"
        way = next((i for i in (token, *tree.ancestors(token)) if tree[i].head == way), token)
    if tree[way].dep != "prep" or tree[way].lemma in ("to", "from", "for", "towards", "toward", "into"):
        return False
    return tree[clause].dep == "acl" or any(
        tree[a].text.casefold() in ("was", "were") for a in tree.kids(clause, "aux")
    )


_STAYING = frozenset((
    "anchor", "base", "berth", "deploy", "dock", "gather", "hide", "hold", "house", "keep", "locate", "moor", "park",
    "position", "shelter", "situate", "station", "store", "trap", "use",
))  # fmt: skip
"""What says where things and people were that something befell: "aircraft used by the army at the airport"."""


def _is_goal(scene: Scene, token: int, trigger: int) -> bool:
    """ "accused of killing six and fled to Chad": where another verb says that somebody went.

    Also where another noun does: "the deportation of villagers to Chad and the killing of others".
    """
    tree = scene.tree
    way = tree[token].head
    verb = tree[way].head
    if tree[token].dep == "pobj" and tree[way].lemma == "to" and tree[verb].lemma in _TAKING_AWAY:
        return verb != trigger and trigger not in tree.subtree(way)
    gone = tree[token].dep == "pobj" and tree[way].lemma in ("to", "into", "towards", "toward") and verb != trigger
    return gone and scene.is_word_of(verb, "moving") and trigger not in tree.subtree(verb)


_TAKING_AWAY = frozenset(
    {"abduction", "deportation", "displacement", "expulsion", "extradition", "relocation", "removal", "transfer"}
)
_FIRING = frozenset({"attack", "bomb", "bombard", "hit", "pound", "shell", "strike"})
_POSITIONS = frozenset({"airfield", "base", "direction", "position", "side", "site", "territory"})


def _aimed_at(
    scene: Scene,
    ranked: Sequence[tuple[int, PlaceMention]],
    predicate: Predicate,
    recipients: Sequence[int],
    others: frozenset[int],
) -> list[tuple[int, PlaceMention]]:
    """The places without that from which it was fired, where something says what it was fired at."""
    found = list(ranked)
    if predicate.frame.type != "ASSAULT":
        return found
    kept = [(n, p) for n, p in found if not _is_origin(scene, p)]
    named = any(scene.tree[r].pos in ("PROPN", "PRON") for r in recipients)
    if scene.tree[predicate.index].dep == "acl":  # "shot down drones launched from Goma": what met them was elsewhere
        named = named or any(a in others for a in scene.tree.ancestors(predicate.index))
    return kept if kept or named else found


def _is_origin(scene: Scene, mention: PlaceMention) -> bool:
    """ "from Goma", "from its positions in Goma"."""
    tree, token = scene.tree, scene.token_at(mention.start, mention.end)
    while token is not None and tree[token].head != token and tree[token].pos not in ("VERB", "AUX"):
        source = tree[token].head
        if tree[token].dep == "pobj" and tree[source].lemma == "from":
            shot = tree[tree[source].head].lemma in _FIRING | scene.rules.lexicon.light.hurl
            return mention.place.relation is None and (shot or scene.weapon_at(tree[source].head) is not None)
        apart = tree[token].pos == "NOUN" and tree[token].lemma not in _POSITIONS
        if apart and scene.place_at(token) is None:
            return False
        token = source
    return False


_AXIS = re.compile(r"\s*[-–—/]\s*|\s+(?:and|to)\s+")
_WAY = re.compile(r"\s+(?:axis|road|highway|corridor|route|line|expressway|railway)\b")


def _with_ends(scene: Scene, places: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """With the other end of a way: "between Kano and Zaria", "the Kano - Zaria axis"."""
    found = list(places)
    for place in places:
        after = next((p for p in scene.places if p.start > place.start), None)
        if after is None or after in found or not _AXIS.fullmatch(scene.text, place.end, after.start):
            continue
        if place.place.relation == "between" or _WAY.match(scene.text, after.end):
            found.insert(found.index(place) + 1, after)
    return tuple(found)


_TOPICAL = frozenset({"about", "regarding", "concerning"})


def _is_topic(scene: Scene, token: int, trigger: int) -> bool:
    """ "jailed for spreading news about losses near Kumba": what it was done for, or is about, is elsewhere."""
    tree = scene.tree
    place = token
    for head in tree.ancestors(token):
        if head == trigger:
            return False
        reason = tree[head].lemma == "for" and tree[place].dep == "pcomp"
        reason = reason or (tree[head].lemma == "over" and scene.is_a(place, "@event"))
        if reason or tree[head].lemma in _TOPICAL:
            return trigger not in tree.subtree(place)
        place = head
    return False


_BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "THREATEN"})


def _is_matter(scene: Scene, token: int, place: PlaceMention, predicate: Predicate) -> bool:
    """ "held three meetings on Chad": the country that was spoken of, where nothing fell on it."""
    tree = scene.tree
    while tree[token].dep == "conj":
        token = tree[token].head
    spoken = place.place.precision == "country" and predicate.frame.type not in _BY_FORCE
    return spoken and tree[token].dep == "pobj" and tree[tree[token].head].lemma == "on"


def _where_they_met(scene: Scene, predicate: Predicate, actors: Sequence[int]) -> set[int]:
    """ "clashes between police and protesters in Georgia", "met Kolo in Chad": what "in" ties to those named after."""
    later = [a for a in actors if predicate.frame.mutual and a > predicate.index]
    return {p for a in later for p in prepositional(scene.tree, a, "in", "at", "near", "outside")}


def _acts_for_state(scene: Scene, mention: PlaceMention, actors: Sequence[int]) -> bool:
    """ "Moscow launched missiles": a capital that is itself the actor stands for its state."""
    metonym = alias_key(mention.exact) in scene.rules.table.metonyms
    return metonym and scene.token_at(mention.start, mention.end) in actors


_POSTS = frozenset({"airfield", "barracks", "garrison", "outpost", "position"})


def _is_post(scene: Scene, mention: PlaceMention, actors: Sequence[int]) -> bool:
    """ "gunners at the garrison of Babanusa fired on …": where those who act are posted."""
    tree, token = scene.tree, scene.token_at(mention.start, mention.end)
    while token is not None and token not in actors and tree[token].head != token:
        if tree[token].lemma in _POSTS:
            return True
        token = tree[token].head
    return False


def _is_town(mention: PlaceMention) -> bool:
    """ "the governor of Gao": where the one who acts has charge, if it is no whole country."""
    usable = not any(r in mention.rule for r in _NO_LOCATION)
    return usable and mention.place.precision in ("town", "site", "area", "region")


def _is_possessor(scene: Scene, token: int, recipients: Sequence[int]) -> bool:
    """ "Israel's war": a possessor of something that is not the recipient says nothing of where."""
    return scene.tree[token].dep == "poss" and scene.tree[token].head not in recipients
