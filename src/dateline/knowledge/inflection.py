"""English inflected forms of trigger lemmas, for the gate that comes before any parsing."""

from __future__ import annotations

IRREGULAR = {
    "shoot": "shot shoots shooting", "strike": "struck strikes striking stricken", "hit": "hits hitting",
    "slay": "slew slain slays slaying", "fight": "fought fights fighting", "beat": "beats beaten beating",
    "take": "took taken takes taking", "blow": "blew blown blows blowing", "set": "sets setting",
    "overrun": "overran overruns overrunning", "retake": "retook retaken retakes retaking", "sink": "sank sunk sinks sinking",
    "lay": "laid lays laying", "go": "went gone goes going", "break": "broke broken breaks breaking",
    "withdraw": "withdrew withdrawn withdraws withdrawing", "swear": "swore sworn swears swearing",
    "hold": "held holds holding", "meet": "met meets meeting", "speak": "spoke spoken speaks speaking",
    "send": "sent sends sending", "give": "gave given gives giving", "find": "found finds finding",
    "cut": "cuts cutting", "shut": "shuts shutting", "come": "came comes coming", "mow": "mowed mown mows mowing",
    "burn": "burnt burned burns burning", "lose": "lost loses losing", "die": "died dies dying", "fend": "fended fends fending",
    "hurt": "hurts hurting", "rebut": "rebutted", "wrest": "wrested", "bring": "brought brings bringing",
    "begin": "began begun begins beginning", "down": "downed downs downing", "pay": "paid pays paying",
    "overthrow": "overthrew overthrown overthrows overthrowing", "drive": "drove driven drives driving",
    "fall": "fell fallen falls falling", "run": "ran runs running", "let": "lets letting", "lead": "led leads leading",
    "sweep": "swept sweeps sweeping", "burst": "bursts bursting", "throw": "threw thrown throws throwing",
    "drag": "dragged drags dragging", "freeze": "froze frozen freezes freezing", "shake": "shook shaken shakes shaking",
    "seek": "sought seeks seeking", "steal": "stole stolen steals stealing", "leave": "left leaves leaving",
    "tear": "tore torn tears tearing", "fly": "flew flown flies flying", "drown": "drowned", "wrest": "wrested wrests wresting",
    "man": "men", "stand": "stood", "put": "puts putting", "torch": "torched torches torching",
}  # fmt: skip
VOWELS = "aeiou"


def forms(lemma: str, *, part: str) -> set[str]:
    """The forms that a verb or noun lemma may take, itself among them, lower case."""
    found = {lemma, *IRREGULAR.get(lemma, "").split(), _with_s(lemma)}
    if part == "verb":
        found |= _past_and_gerund(lemma)
    return found


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past_and_gerund(lemma: str) -> set[str]:
    if lemma.endswith("e"):
        return {lemma + "d", lemma[:-1] + "ing", lemma + "ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return {lemma[:-1] + "ied", lemma + "ing"}
    found = {lemma + "ed", lemma + "ing"}
    if len(lemma) > 2 and lemma[-1] not in VOWELS + "wxy" and lemma[-2] in VOWELS and lemma[-3:-2] not in VOWELS:
        found |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return found
