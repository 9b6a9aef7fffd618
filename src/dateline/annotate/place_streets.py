"""Streets that bear the name of a place or a person: "Jefferson Avenue", "the 2600 block of Olney"."""

from __future__ import annotations

import re

_KIND = (
    r"(?:Street|St\b(?!\.?\s+[A-Z])\.?|Avenue|Ave\b\.?|Road|Rd\b\.?|Lane|Ln\b\.?|Drive|Dr\b\.?(?!\s+[A-Z])"
    r"|Boulevard|Blvd\b\.?|Terrace|Parkway|Pkwy\b\.?|Highway|Hwy\b\.?|Freeway|Expressway|Turnpike|Pike|Circle|Alley)"
)
_NAME = r"(?:(?:[NSEW]\.?|North|South|East|West)\s+)?(?:[A-Z][\w'’.-]*|\d+(?:st|nd|rd|th))"
_AFTER = re.compile(
    rf"\s+{_KIND}(?!\w)|\s+(?:streets|avenues)\b|\s+and\s+{_NAME}\s+(?:streets|avenues|Streets|Avenues)\b"
)
_SIDE = r"(?:(?:[NSEW]\.?|North|South|East|West)\s+)?"
_BEFORE = re.compile(
    rf"(?:\bblock\s+of\s+(?:the\s+)?{_SIDE}|\b(?:corner|intersection)\s+of\s+(?:the\s+)?{_SIDE}"
    rf"|\b(?:corner|intersection)\s+of\s+{_NAME}(?:\s+{_KIND})?\s+(?:and|&)\s+{_SIDE}"
    rf"|(?:{_KIND}|\b\d+(?:st|nd|rd|th))\s+(?:and|&)\s+{_SIDE}|\b\d{{2,5}}\s+[NSEW]\.?\s+)$"
)
_REACH = 60


def is_street(text: str, start: int, end: int) -> bool:
    """Whether the words around the name say that it is a street's; "the road to Gao" and "St. Louis" are none."""
    if _AFTER.match(text, end) is not None:
        return True
    return _BEFORE.search(text, max(0, start - _REACH), start) is not None
