"""Words that set a happening beside another: the third in a week, hours later."""

from __future__ import annotations

import re

from dateline.extract.scene import Scene
from dateline.extract.telling import Repetition
from dateline.model import Quote, quote

_UNITS = {"day": 1, "week": 7, "month": 30}
NUMBERS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_AGAIN = re.compile(
    r"(?i)\b(?:second|third|fourth|fifth|sixth|2nd|3rd|4th)\s+(?:such\s+)?\w+\s+in\s+"
    r"(?:just\s+|less\s+than\s+|under\s+|the\s+past\s+|the\s+last\s+)?"
    rf"(?P<number>\d+|{'|'.join(NUMBERS)})\s+(?P<unit>day|week|month)s?\b"
)


def repetition(scene: Scene) -> Repetition | None:
    """The words that say it was not the first time within a number of days."""
    match = _AGAIN.search(scene.text, scene.sentence.start, scene.sentence.end)
    if match is None:
        return None
    number = match["number"].casefold()
    days = (NUMBERS.get(number) or int(number)) * _UNITS[match["unit"].casefold()]
    return Repetition(days=days, quote=quote(scene.text, match.start(), match.end()))


_HOURS = re.compile(
    r"(?i)\b(?:hours|minutes|shortly|immediately|moments)\s+(?:after|before|later|earlier|afterwards?)\b"
)


def beside(scene: Scene) -> Quote | None:
    """The words that put the happening within hours of another told before it."""
    match = next(
        (m for m in _HOURS.finditer(scene.text, scene.sentence.start, scene.sentence.end) if _is_of_deed(m)), None
    )
    return quote(scene.text, match.start(), match.end()) if match is not None else None


_CLOCK = re.compile(
    r"\s+(?:the\s+)?(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|nightfall|daybreak|dark|sundown|\d"
    r"|(?:morning|evening|afternoon|midday|night|friday|dawn|noon|early|late)(?:\s+\w+)?\s+(?:prayers?|mass|service|hours)"
    r"|prayers?|iftar|lunch|lunchtime|breakfast|dinner|rush\s+hour|(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)\s+(?:o['’]clock|in\s+the|a\.?m|p\.?m))",
    re.IGNORECASE,
)
"""What an hour is told by: "shortly after noon", "minutes before evening prayers"."""


def _is_of_deed(found: re.Match[str]) -> bool:
    """Whether what the words lean on may be another happening, and is no hour of the day."""
    return _CLOCK.match(found.string, found.end()) is None
