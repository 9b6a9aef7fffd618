"""The day that a clause beside the trigger's own names, where what was done in both was done at once."""

from __future__ import annotations

import re

from dateline.extract.domain import is_led_by
from dateline.extract.scene import Scene
from dateline.model import TimeMention


def day_beside(scene: Scene, trigger: int, cues: set[int]) -> tuple[TimeMention, ...]:
    """The single day that the clause before it names, or a participle within what was done.

    "Shells fell on the town on Sunday, and one of them killed six"; "a mine hit a bus carrying pilgrims on Monday".
    """
    days = [t for t in scene.times if t.period is not None and t.period.start == t.period.end and not t.since]
    for day in days:
        token = scene.token_at(day.start, day.end)
        if token is None or is_name_part(scene, day):
            continue
        verb = next((i for i in scene.tree.ancestors(token) if scene.tree[i].pos in ("VERB", "AUX")), None)
        led = verb is not None and is_led_by(scene, trigger, verb)
        if verb is None or (scene.tree[verb].start in cues and not (led and scene.tree[trigger].start in cues)):
            continue
        if (
            led
            or _is_participle_of(scene, verb, trigger)
            or _is_purpose_of(scene, verb, trigger)
            or _is_outcome_of(scene, trigger, verb)
            or _is_deed_of(scene, verb, trigger)
            or _is_flight_of(scene, verb, trigger)
            or _is_told_by_when(scene, verb, trigger)
            or _is_held_for(scene, token, verb, trigger)
        ):
            return (day,)
    return ()


_NAME = r"(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*"
_BEHIND = re.compile(rf"(?:\s+(?:in|at|near|off|of)\s+{_NAME}){{0,2}},?\s+(?:on\s+|in\s+|earlier\s+)?")


def day_behind(scene: Scene, trigger: int) -> tuple[TimeMention, ...]:
    """ "At the summit in Kampala this week deep changes were agreed": the time right behind the noun and its place.

    Where the parse hangs it from no word above the noun: at a rally on Friday, whatever was done was done on Friday.
    """
    tree = scene.tree
    if tree[trigger].pos not in ("NOUN", "PROPN"):
        return ()
    end = tree[trigger].end
    times = (t for t in scene.times if t.start > end and t.period is not None and not t.since and t.type != "DURATION")
    time = next(times, None)
    if time is None or _BEHIND.fullmatch(scene.text, end, time.start) is None or is_name_part(scene, time):
        return ()
    token = scene.token_at(time.start, time.end)
    above = () if token is None else tree.ancestors(token)
    verb = next((i for i in above if tree[i].pos in ("VERB", "AUX")), None)
    return () if verb is None or verb in tree.ancestors(trigger) else (time,)


def verb_behind(scene: Scene, time: TimeMention, trigger: int) -> int | None:
    """ "An envoy to the UN on Sunday said": the verb right behind a time that the parse gives to its subject.

    The time of a happening stays its own: "the raids on Sunday killed six". What is told is what the verb does or says,
    and not what it bears on: "troops on Sunday responded to a blast".
    """
    tree, token = scene.tree, scene.token_at(time.start, time.end)
    behind = next((i for i, t in enumerate(tree.tokens) if t.start >= time.end), None)
    if token is None or behind is None or tree[behind].pos != "VERB":
        return None
    above = (token, *tree.ancestors(token))
    subject = next((a for a in above if tree[a].dep == "nsubj" and tree[a].head == behind), None)
    if subject is None:
        return None
    below = [i for i in (trigger, *tree.ancestors(trigger)) if i == behind or behind in tree.ancestors(i)]
    if trigger != behind and not any(tree[i].dep in ("ccomp", "xcomp", "parataxis", "dobj") for i in below):
        return None
    between = above[: above.index(subject) + 1]
    return None if any(tree[a].pos == "VERB" or scene.is_a(a, "@event") for a in between) else behind


_SUSPECTED = frozenset({"accuse", "suspect", "want", "convict", "charge", "blame", "allege", "believe", "know", "plan"})


def _is_participle_of(scene: Scene, verb: int, trigger: int) -> bool:
    """ "a bus carrying pilgrims on Monday": a participle that only describes what the trigger bears on."""
    tree = scene.tree
    described = tree[verb].dep == "acl" and tree[verb].tag in ("VBG", "VBN") and tree[verb].lemma not in _SUSPECTED
    described = described or (tree[verb].dep == "relcl" and tree[verb].tag == "VBG")  # "who was guarding a well"
    held = described and tree[tree[verb].head].dep in ("dobj", "nsubjpass") and tree[tree[verb].head].head == trigger
    return held and not tree.kids(verb, "ccomp", "xcomp", "advcl")


def _is_deed_of(scene: Scene, verb: int, trigger: int) -> bool:
    """ "the ambush that took five lives on Tuesday": what it did, it did then."""
    tree = scene.tree
    does = tree[verb].dep == "relcl" and tree[verb].head == trigger and tree[verb].tag == "VBD"
    return does and any(tree[s].lemma in ("that", "which") for s in tree.kids(verb, "nsubj"))


def _is_flight_of(scene: Scene, verb: int, trigger: int) -> bool:
    """ "intercepted a missile that entered the country's airspace on Monday": it was met while it flew."""
    tree = scene.tree
    if tree[trigger].lemma != "intercept" or tree[verb].dep != "relcl" or tree[verb].tag != "VBD":
        return False
    thing = tree[verb].head
    flown = scene.is_a(thing, "@projectile") or tree[thing].lemma == "drone"
    met = tree[thing].head == trigger and tree[thing].dep in ("dobj", "nsubjpass")
    return flown and met and any(tree[s].lemma in ("that", "which") for s in tree.kids(verb, "nsubj"))


def _is_told_by_when(scene: Scene, verb: int, trigger: int) -> bool:
    """ "It was on Tuesday night when men entered and shot a clerk"."""
    tree = scene.tree
    if tree[verb].lemma not in ("be", "happen", "occur", "start", "begin") or not tree.kids(verb, "nsubj"):
        return False
    above = (trigger, *tree.ancestors(trigger))
    when = [i for i in above if tree[i].dep in ("advcl", "relcl", "ccomp", "conj") and verb in tree.ancestors(i)]
    marks = {tree[c].lemma for i in when for c in tree.kids(i, "advmod", "mark")}
    return any(tree[s].lemma == "it" for s in tree.kids(verb, "nsubj")) and bool(marks & {"when", "as"})


_GATHERED = frozenset({"conference", "meeting", "session", "summit", "talk"})


def _is_held_for(scene: Scene, day: int, verb: int, trigger: int) -> bool:
    """ "meet on Thursday at a summit in Kampala": the gathering was then, as what was done at it."""
    tree = scene.tree
    at = tree[trigger].dep == "pobj" and tree[tree[trigger].head].lemma in ("at", "during", "for")
    own = at and tree[trigger].lemma in _GATHERED and tree[tree[trigger].head].head == verb
    when = tree[day].head if tree[day].dep == "pobj" else day
    return own and tree[verb].lemma in ("meet", "gather", "speak") and tree[when].head == verb


_AIMS = frozenset({"aim", "design", "intend", "mean", "seek"})


def _is_purpose_of(scene: Scene, verb: int, trigger: int) -> bool:
    """ "detained two in raids aimed at catching smugglers on Friday": what it was for was not done, and has no day."""
    tree = scene.tree
    if tree[verb].dep == "pcomp":
        aim = tree[tree[verb].head].head
    elif tree[verb].tag == "VB" and tree[verb].dep in ("xcomp", "acl", "advcl"):
        aim = tree[verb].head
    else:
        return False
    above = next((a for a in tree.ancestors(aim) if tree[a].pos in ("VERB", "AUX")), None)
    return tree[aim].lemma in _AIMS and tree[aim].dep == "acl" and above == trigger


_ENDS = frozenset({"result", "lead", "end", "culminate"})


def _is_outcome_of(scene: Scene, trigger: int, verb: int) -> bool:
    """ "searched the village on 3 May, which led to four arrests": what came of it came then."""
    tree = scene.tree
    for place in tree.ancestors(trigger):
        if tree[place].dep == "relcl":
            which = any(tree[s].lemma == "which" for s in tree.kids(place, "nsubj"))
            return which and tree[place].lemma in _ENDS and verb in tree.ancestors(place)
    return False


def is_name_part(scene: Scene, time: TimeMention) -> bool:
    """ "the Friday mosque": a day that only names a thing."""
    token = scene.token_at(time.start, time.end)
    if token is None or scene.tree[token].dep not in ("compound", "nmod", "amod"):
        return False
    if scene.tree[token].lemma in ("early", "earlier", "later", "late", "before", "ago"):
        return False
    first = next((i for i in range(token + 1) if scene.tree[i].start >= time.start), token)
    if first and scene.tree[first - 1].lemma in ("on", "in", "of", "since", "during"):
        return False
    head = scene.tree[scene.tree[token].head]
    return (
        head.pos == "NOUN"
        and not any(t.start <= head.start < t.end for t in scene.times)
        and not scene.is_a(scene.tree[token].head, "@event")
        and head.text[:1].islower()
        and head.lemma not in ("night", "morning", "evening", "afternoon", "report", "statement")
    )
