"""Words that set a happening off from the days told around it, or tie it to one: "had asked", "in a post Tuesday"."""

from __future__ import annotations

import re

from dateline.extract.domain import FAR, distance_to, in_lower_clause, is_led_by
from dateline.extract.predicates import Predicate
from dateline.extract.scene import Scene
from dateline.extract.spoken_where import is_speaking_of
from dateline.model import TimeMention

_STRETCH = re.compile(
    r"\b(?:(?:over|in|for|during|within|throughout)\s+(?:the\s+)?(?:past|last|previous|recent|preceding)\s+"
    r"(?:few\s+|several\s+|couple\s+of\s+|number\s+of\s+)?(?:days|weeks|months|years|decades|times)"
    r"|for\s+(?:many\s+|several\s+)?(?:weeks|months|years|decades|generations|centuries|some\s+time|a\s+long\s+time)"
    r"|(?:every|each)\s+(?:day|night|week|month|year)"
    r"|(?:during|throughout)\s+(?:the|its|his|her|their)\s+(?:[\w'’–-]+\s+){0,4}?"
    r"(?:war|wars|occupation|uprising|revolution|famine|genocide|civil\s+war|reign|presidency|dictatorship)"
    r"|in\s+the\s+past|long\s+ago|(?:days|weeks|months|years|decades)\s+ago|ever\s+since|since\s+then|so\s+far"
    r"|\d[\d,]*\s+(?:[a-z]+\s+){0,2}cases\s+of"
    r"|previously|historically|formerly|recently"
    r"|(?:has|have|['’]ve)\s+(?:\w+\s+)?(?:always|consistently|frequently|long|often|regularly|repeatedly|routinely|traditionally)"
    r"|in\s+the\s+(?:run-?up|lead-?up)\s+to|earlier\s+in\s+the\s+(?:week|month|year)"
    r"|(?:at|from|in)\s+the\s+(?:very\s+)?(?:start|beginning|outset|early\s+days)\s+of\s+(?:the|this|its)\s+(?:[\w'’-]+\s+){0,2}?"
    r"(?:war|conflict|invasion|fighting|uprising|siege|crisis))\b",
    re.IGNORECASE,
)

_SINCE_WAR = re.compile(
    r"\b(?:since|from)\s+the\s+(?:very\s+)?(?:start|beginning|outbreak|onset|first\s+days?)\s+of\s+"
    r"(?:the|this|that|its|his|her|their)\s+(?:[\w'’–-]+\s+){0,3}?"
    r"(?:war|wars|conflict|invasion|fighting|uprising|siege)\b"
    r"|\bsince\s+the\s+(?:[\w'’-]+\s+){0,2}?(?:war|conflict|invasion|fighting|uprising|siege)\s+(?:began|begun|started|broke\s+out)\b"
    r"|\bsince\s+(?:[A-Z][\w'’-]+\s+){1,2}(?:invaded|invasion)\b",
    re.IGNORECASE,
)


_RECALLED = re.compile(
    r"(?:as|earlier,|previously,)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:reported\s+(?:earlier|previously|before)|(?:earlier|previously)\s+reported)\b,?\s*",
    re.IGNORECASE,
)
"""How a page opens what it told some other day: "As the agency reported earlier"."""


def is_recalled(words: str) -> bool:
    """Whether the sentence opens by saying that the page told this before."""
    return _RECALLED.match(words) is not None


def begins_at(scene: Scene) -> int:
    """Where the sentence begins to tell, after what opens it: "As previously reported, | on 10 May …"."""
    recalled = _RECALLED.match(scene.text, scene.sentence.start)
    return scene.sentence.start if recalled is None else recalled.end()


def is_apart(scene: Scene, predicate: Predicate, near: dict[int, int], others: frozenset[int]) -> bool:
    """Whether no day that its sentence tells can be its own, in whichever clause it stands."""
    earlier = is_answered(scene, predicate) or _is_of_find(scene, predicate) or _is_seen_by(scene, predicate)
    return earlier or _is_said_of(_SINCE_WAR, scene, predicate, near, others)


_SEEING = frozenset({"see", "witness", "suffer", "survive", "endure"})


def _is_seen_by(scene: Scene, predicate: Predicate) -> bool:
    """ "visited a village that witnessed a battle": what its people went through at some time before."""
    tree, noun = scene.tree, predicate.index
    verb = tree[noun].head
    return (
        not predicate.verbal
        and tree[noun].dep == "dobj"
        and (tree[verb].lemma in _SEEING and tree[verb].dep == "relcl" and tree[verb].tag == "VBD")
    )


def is_undated(
    scene: Scene,
    predicate: Predicate,
    near: dict[int, int],
    others: frozenset[int],
) -> bool:
    """Whether its clause has a stretch without a day, or stands in the past before the past that is told around it."""
    if (
        _is_before(scene, predicate)
        or is_of_freed(scene, predicate)
        or is_apart(scene, predicate, near, others)
        or _is_sum(scene, predicate)
    ):
        return True
    if begins_at(scene) > scene.sentence.start:
        return True
    return _is_said_of(_STRETCH, scene, predicate, near, others)


def _is_said_of(
    words: re.Pattern[str], scene: Scene, predicate: Predicate, near: dict[int, int], others: frozenset[int]
) -> bool:
    """Whether such words stand in the trigger's own clause."""
    for match in words.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        token = scene.token_at(match.start(), match.end())
        if match[0].casefold() == "so far" and not predicate.verbal:
            continue  # "nobody has claimed the raid so far"
        if token is None or (in_lower_clause(scene, token, near) and not _is_of_purpose(scene, token, predicate.index)):
            continue
        distance, told = distance_to(scene, match.start(), match.end(), near, others - {predicate.index}, set())
        if (distance < FAR and not told) or _opens(scene, match, token, predicate.index):
            return True
        if _is_of_purpose(scene, token, predicate.index):
            return True
    return False


def _is_of_purpose(scene: Scene, token: int, trigger: int) -> bool:
    """ "sent troops to fight for them during the civil war": when what it was done for was going on, it was done."""
    verb = next((i for i in scene.tree.ancestors(token) if scene.tree[i].pos in ("VERB", "AUX")), None)
    purpose = verb is not None and scene.tree[verb].tag == "VB" and scene.tree[verb].dep in ("advcl", "xcomp")
    return verb is not None and purpose and scene.tree[verb].head == trigger


def _opens(scene: Scene, words: re.Match[str], token: int, trigger: int) -> bool:
    """ "In the run-up to it, the palace fumed, and accused them": words that open what one doer did and did."""
    verb = next((i for i in scene.tree.ancestors(token) if scene.tree[i].pos in ("VERB", "AUX")), None)
    return verb is not None and words.start() == scene.sentence.start and is_led_by(scene, trigger, verb)


def _is_before(scene: Scene, predicate: Predicate) -> bool:
    """ "Prosecutors had demanded six years", "a cell where they had beaten him": before the past told around it."""
    tree, verb = scene.tree, predicate.index
    if tree[verb].lemma == "be" and tree[verb].dep == "conj" and not tree.kids(verb, "nsubj"):
        verb = tree[verb].head  # "had been charged and was under house arrest"
    perfect = any(tree[c].lemma == "have" and tree[c].tag == "VBD" for c in tree.kids(verb, "aux"))
    found = any(tree[a].lemma in _FINDING for a in tree.ancestors(verb))  # "found a man who had been shot"
    suffered = tree[verb].dep == "relcl" and bool(tree.kids(verb, "auxpass")) and not found
    doers = [tree[s].lemma for s in tree.kids(verb, "nsubj")]
    held = tree[verb].dep == "relcl" and bool(doers) and not set(doers) & {"that", "which", "who"} and not found
    led = tree[verb].dep == "relcl" and tree[tree[verb].head].dep in ("nsubj", "nsubjpass") and not found
    before = suffered or held or led or _says_where(scene, verb)  # "land that it had occupied"
    return predicate.verbal and perfect and (before or tree[verb].dep == "ROOT")


_AMOUNT = re.compile(
    r"\b(?:\d{1,3}(?:,\d{3})+|\d{3,}|dozens|scores|hundreds|thousands|\d[\d.]*\s*(?:percent|per\s+cent|%)"
    r"|(?:half|third|quarter|two-thirds|three-quarters)\s+of)(?!\w)",
    re.IGNORECASE,
)
"""A number that is reached by many deeds, and not in one day."""
WITHIN = 60
"""Code points behind the verb within which it stands."""


def _is_sum(scene: Scene, predicate: Predicate) -> bool:
    """ "have destroyed over 300 launchers": what was done by now, on no one day."""
    tree, verb = scene.tree, predicate.index
    if predicate.frame.type != "ASSAULT" or predicate.frame.toll:
        return False
    if tree[verb].dep == "nsubj":  # "strikes have destroyed 80 percent"
        verb = tree[verb].head
    by_now = any(tree[c].lemma == "have" and tree[c].tag != "VB" for c in tree.kids(verb, "aux"))
    last = min(scene.sentence.end, tree[verb].end + WITHIN)
    return by_now and _AMOUNT.search(scene.text, tree[verb].end, last) is not None


def is_of_thing_told_of(scene: Scene, predicate: Predicate) -> bool:
    """ "said on Monday that the troops that Norland sent were unfit": what marks out a thing was done before."""
    tree = scene.tree
    for verb in (predicate.index, *tree.ancestors(predicate.index)):
        if tree[verb].dep not in ("relcl", "xcomp", "conj", "dobj"):
            return False
        if tree[verb].dep == "relcl":
            doers = {tree[s].lemma for s in tree.kids(verb, "nsubj")}
            return tree[verb].tag == "VBD" and bool(doers) and not doers & {"that", "which", "who"}
    return False


def is_of_freed(scene: Scene, predicate: Predicate) -> bool:
    """ "A man who was snatched by a gang is free after 21 days": how he was taken, where it tells more of him.

    As in "Two men detained by soldiers were freed on Sunday".
    """
    tree, verb = scene.tree, predicate.index
    taken = predicate.verbal and predicate.frame.mode in ("abduct", "arrest") and tree[verb].dep in ("relcl", "acl")
    reduced = (
        tree[verb].dep == "acl"
        and tree[verb].tag == "VBN"
        and scene.kind != "title"
        and tree[tree[tree[verb].head].head].pos == "VERB"
    )
    passive = taken and (reduced or any(tree[a].lemma == "be" for a in tree.kids(verb, "auxpass")))
    return passive and tree[tree[verb].head].dep in ("nsubj", "nsubjpass")


def _says_where(scene: Scene, verb: int) -> bool:
    return scene.tree[verb].dep == "relcl" and any(
        scene.tree[c].lemma == "where" for c in scene.tree.kids(verb, "advmod")
    )


def _is_of_find(scene: Scene, predicate: Predicate) -> bool:
    """ "found cellars where men were beaten": what was done there came before the finding."""
    tree, verb = scene.tree, predicate.index
    where = predicate.verbal and tree[verb].tag in ("VBD", "VBN") and _says_where(scene, verb)
    return where and any(tree[a].lemma in _FINDING for a in tree.ancestors(verb))


_FINDING = frozenset({"find", "discover", "uncover", "unearth", "exhume", "locate"})
_LONG_DEAD = re.compile(
    r"\b(?:mass\s+graves?|shallow\s+graves?|hands\s+(?:\w+\s+)?(?:tied|bound)|(?:signs?|marks|traces)\s+of\s+torture"
    r"|decompos\w+|skeletons?|exhum\w+|unearth\w+)\b",
    re.IGNORECASE,
)


def is_found_later(scene: Scene, predicate: Predicate) -> bool:
    """ "discovered bodies with their hands tied on Monday": the day of the finding, and not of the deed."""
    found = predicate.frame.id == "assault.found-dead"
    return found and _LONG_DEAD.search(scene.text, scene.sentence.start, scene.sentence.end) is not None


_ANSWERS = frozenset({"answer", "reaction", "rebuttal", "reply", "respond", "response", "retaliation"})


def is_answered(scene: Scene, predicate: Predicate) -> bool:
    """ "delivered their answer to its demands": words that are answered came before the answer."""
    tree, noun = scene.tree, predicate.index
    if (
        predicate.verbal
        or not predicate.frame.content
        or tree[noun].dep != "pobj"
        or tree[tree[noun].head].lemma != "to"
    ):
        return False
    above = tree[tree[noun].head].head
    return any(tree[a].lemma in _ANSWERS for a in (above, *tree.kids(above, "dobj")))


_IN_A = r"\bin\s+(?:an?|the|his|her|its|their)\s+"
_OF_WORDS = r"(?:post|tweet|statement|interview|letter|speech|message|address|briefing|broadcast|article)\b"
_PAPER = re.compile(rf"{_IN_A}(?:[\w'’-]+\s+){{0,3}}?{_OF_WORDS}\s+(?:on\s+)?$", re.IGNORECASE)
_DATED = re.compile(rf"{_IN_A}$", re.IGNORECASE)
_PAPER_BEHIND = re.compile(rf"(?:['’]s)?\s+(?:[a-z-]+\s+)?{_OF_WORDS}")


def is_of_words(scene: Scene, index: int, time: TimeMention) -> bool:
    """ "condemned the raid in a post Tuesday": the day of the words in which the sentence's own verb says it.

    Also where the day stands before the word for them: "in a 3 March statement".
    """
    text, start = scene.text, scene.sentence.start
    dated = _DATED.search(text, start, time.start) is not None and _PAPER_BEHIND.match(text, time.end) is not None
    if not dated and _PAPER.search(text, start, time.start) is None:
        return False
    token, above = scene.token_at(time.start, time.end), (index, *scene.tree.ancestors(index))
    if token is not None and any(scene.tree[i].dep == "relcl" and i not in above for i in scene.tree.ancestors(token)):
        return False  # "condemned Kolo, who had replied in a post Tuesday"
    clauses = [i for i in above if scene.tree[i].pos in ("VERB", "AUX")]
    return bool(clauses) and all(scene.tree[i].dep in ("ROOT", "conj", "advcl") for i in clauses)


def is_speaking(scene: Scene, index: int, time: TimeMention) -> bool:
    """ "Speaking on Monday, Kolo thanked them": the day of the words in which it was done."""
    tree, token = scene.tree, scene.token_at(time.start, time.end)
    verb = next((i for i in tree.ancestors(token) if tree[i].pos == "VERB"), None) if token is not None else None
    return verb is not None and is_speaking_of(scene, verb, index)
