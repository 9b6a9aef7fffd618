"""What a party is called once the words around its name are off: determiners, numbers, marks of notes."""

from __future__ import annotations

import re

from dateline.model import Party

_DETERMINERS = re.compile(
    r"^(?:(?:only|the|a|an|its|their|his|her|our|whose|this|that|these|those|some|several|many|all|any|no|at least|"
    r"no fewer than|not fewer than|no less than|not less than|fewer than|less than|as many as|an estimated|almost|"
    r"roughly|approximately|least|hundreds more|thousands more|dozens more|one|"
    r"more than|up to|about|around|nearly|over|under|another|other|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"dozens of|hundreds of|thousands of|scores of|a dozen|dozen|hundred|thousand|million|\d+-year-old|[\d,.]+)\s+)+",
    re.IGNORECASE,
)


def stripped(words: str) -> str:
    """The phrase without determiners, numbers and outer quotation marks."""
    bare = re.sub(r"^of (?:(?:the|them|those|some|about|[\d.,]+)\s+)*", "", _DETERMINERS.sub("", single(words))).strip(
        " \"'“”‘’,"
    )
    bare = _TRAILING.sub("", bare)
    if bare.count("“") != bare.count("”") or bare.count('"') % 2:  # "“enemy” bases" cut at its front
        bare = re.sub(r"[“”\"]", "", bare)
    return bare or single(words)


_TRAILING = re.compile(
    r"\s+(?:of|in|at|near|for|to|from|on|and|the)$|(?:(?<=crew)|(?<=[a-z]s))\s+(?:hostage|captive|prisoner)$"
)
"""What is left over where the name of a place was cut off ("center of"), or of "took its crew hostage"."""
NOTE = re.compile(r"\.?\[\d+\]?$")
"""The mark of a note that the parse has drawn into a word ("bases.[12")."""


def single(words: str) -> str:
    """The phrase on one line, without the mark of a note at its end."""
    return NOTE.sub("", re.sub(r"\s+", " ", words)) or words


def before_dash(text: str, start: int, end: int) -> int:
    """ "the invader - notes Ann Lee": where a phrase ends that goes on behind a dash with words of another."""
    dash = _DASH.search(text, start, end)
    return dash.start() if dash is not None else end


_DASH = re.compile(r"\s[-–—]\s(?=[a-z])")


EMPTY = frozenset(
    {"area", "areas", "territory", "territories", "place", "places", "location", "locations", "side", "sides"}
    | {"relation", "relations", "actors", "anniversary", "occasion", "several", "latter", "former", "others", "other"}
    | {"each", "force", "forces", "troops", "multiple", "various", "residential", "following", "position", "positions"}
    | {
        "target",
        "targets",
        "objective",
        "objectives",
        "object",
        "objects",
        "strategic",
        "unspecified",
        "specific",
        "key",
    }
    | {"important", "different", "numerous", "other", "incident", "incidents", "thing", "things", "whose", "which"}
    | {"open"}
)
"""Words that by themselves say of no one who it is."""
_SAID_OF_NONE = frozenset({"residential", "open", "forces", "troops"})
"""Those that alone may yet name some: "fired on troops"."""


def says_nothing(party: Party, *, kind: str = "") -> bool:
    """Whether a party so called is no one: "areas", "various locations"; troops that are sent are none to whom."""
    words = party.name.casefold().split()
    if party.id or party.country:
        return False
    owned = party.text.casefold().split()
    if owned[0] in _OWNERS and owned[-1] in _OF_BODY and len(owned) < 4:  # "hit my head"
        return True
    own = words[-1:] in (["troops"], ["forces"]) and kind in _OF_TROOPS and len(words) < 3
    return own or (bool(words) and words[-1] not in _SAID_OF_NONE and EMPTY.issuperset(words))


_OWNERS = frozenset({"my", "his", "her", "their", "our", "your"})
_OF_BODY = frozenset(
    {
        "arm",
        "arms",
        "back",
        "chest",
        "eye",
        "eyes",
        "face",
        "hair",
        "hand",
        "hands",
        "head",
        "heads",
        "leg",
        "legs",
        "mouth",
        "neck",
        "skull",
        "throat",
    }
)
_OF_TROOPS = ("MOBILIZE", "AGREE")
