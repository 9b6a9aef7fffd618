"""How words just before a place's name set the happening off from it: "30 km south of", "near", "northern"."""

from __future__ import annotations

import re

_COMPASS = r"(?:north|south|east|west|north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west)"
_UNIT = r"(?:kms?|kilomet(?:er|re)s?|miles?|mi|nm|nmi|nautical miles?|met(?:er|re)s?|m|yards?|hours?|minutes?)"
_NUMBER = (
    r"(?:\d[\d,.]*|an?|a few|several|dozens of|hundreds of|one|two|three|four|five|six|seven|eight|nine|ten|twenty|"
    r"thirty|forty|fifty)"
)
_ABOUT = r"(?:(?:about|around|some|roughly|nearly|approximately|over|more than|less than|just|at least)\s+)?"
_DISTANCE = rf"{_ABOUT}{_NUMBER}[\s-]*{_UNIT}\b\.?,?(?:\s*\([^()]{{1,30}}\))?(?:'s)?(?:\s+drive)?"
_KIND = (
    r"(?:northern|southern|eastern|western|ancient|port|border|capital|coastal|strategic|key|central|besieged|nearby|"
    r"main|small)"
)
_HEAD = r"(?:city|town|village|capital|port|capital city|coast|island|camp|area|port city|settlement|shores?|coastline)"
_THING = rf"(?:\s+the)?(?:\s+{_KIND})*(?:\s+{_HEAD}(?:\s+of)?)?"
_PATTERN = re.compile(
    rf"\b(?P<relation>(?:{_DISTANCE}\s*)?(?:(?:to|in) the\s+)?{_COMPASS}(?:wards?)?\s+(?:of|from)"
    rf"|{_DISTANCE}\s*(?:away\s+)?(?:from|off|outside|inside|offshore|inland from|short of)"
    r"|near(?: to)?|close to|outside|just outside|off|off the coast of|between|around|next to|alongside|opposite"
    r"|not far from|on the (?:outskirts|edge|edges) of|(?:the )?outskirts of|in the vicinity of|(?:the )?vicinity of"
    rf"|(?:the )?suburbs of|surrounding){_THING}\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ENDS = (
    *("of", "from", "off", "side", "near", "to", "between", "around", "opposite", "surrounding", "the"),
    *("ern", "ancient", "port", "border", "capital", "coastal", "strategic", "key", "central", "besieged", "nearby"),
    *("main", "small", "city", "town", "village", "coast", "island", "camp", "area", "settlement", "shore", "shores"),
    *("coastline", "offshore"),
)
"""How the last word ends before a place that a relation stands before: all that the pattern can end in."""
_TELLING = re.compile(
    r"north|south|east|west|from|off|side|short|near|close|between|around|next|opposite|far|outskirts|edge|vicinity|"
    r"suburbs|surround",
    re.IGNORECASE,
)
"""Letters of which some stand in every relation: without them there is none to look for."""
_SPACE = re.compile(r"\s+")
_REACH = 90


def relation_before(text: str, start: int, floor: int) -> str | None:
    """The relation that ends just before `start`; None where the place itself is meant."""
    begin = max(floor, start - _REACH)
    window = text[begin:start]
    if not window or window[-1] not in " \n\u00a0":
        return None
    if not window.rstrip().lower().endswith(_ENDS):
        return None
    match = _PATTERN.search(window) if _TELLING.search(window) else None
    if match is None:
        return None
    return _SPACE.sub(" ", match.group("relation")).strip()
