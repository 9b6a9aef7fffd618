"""Facts of an incident that a page lists by label and value, each made one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dateline.model.reading import FactLabel, FactValue
from dateline.model.record import Record
from dateline.read.boilerplate import is_prose
from dateline.read.pieces import Piece, one_line

REPEATED = "repeats a fact"
_LABEL_LONGEST = 48
_VALUE_LONGEST = 160
_PARTED = re.compile(r"(?P<label>[^:\t\n|]{2,48}?)(?:\s*:\s+|[^\S\n]*\t\s*|\s*\n\s*|\s+\|\s+)(?P<value>\S.*)", re.S)
_COUNT = (
    r"(?:about|around|approx(?:imately|\.)?|at least|at most|up to|more than|over|some|between|nearly|[~≈<>≥≤(])?\s*"
    r"(?:\d[\d,. –—-]*|(?:none|nil|zero|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|"
    r"dozens|scores|hundreds|unknown|unconfirmed|unspecified|not (?:known|reported|specified)|n/a)\b)"
)
_DAY = r".{0,20}(?:\d{1,2}|unknown)\b.*"
_PART = r"\s*\d{1,2}(?:\.\d+)?\s*"
_NUMBER = rf"[-−+]?\d{{1,3}}(?:\.\d+)?\s*[°º˚]?(?:{_PART}['’′]?(?:{_PART}[\"”″]?)?)?\s*[NSEWnsew]?"
_POINT = rf"{_NUMBER}[\s,;/–-]+{_NUMBER}(?![\w°])"
_VALUES: dict[FactValue, re.Pattern[str]] = {
    "count": re.compile(rf"{_COUNT}.*", re.I),
    "day": re.compile(_DAY, re.I),
    "point": re.compile(rf"(?P<kept>{_POINT}).*"),
    "words": re.compile(r".*[^\W\d_].*"),
}
_ABUTTING = re.compile(r"(?<=[^\W\d])(?=\d)")


class _Fact(Record, frozen=True, kw_only=True):
    """A label with its value, the pieces that hold them, and words behind the value that are no part of it."""

    label: FactLabel
    pieces: tuple[Piece, ...]
    text: str
    rest: str = ""

    def joined(self) -> Iterator[Piece]:
        """The fact as one piece, then what was left of its value."""
        first, last = self.pieces[0], self.pieces[-1]
        parts = tuple(piece.text for piece in self.pieces)
        yield msgspec.structs.replace(
            first, text=self.text, kind="other", end=last.end, mark=first.mark, linked=False, parts=parts
        )
        if self.rest:
            yield msgspec.structs.replace(last, text=self.rest, mark="outside the story")


def facts_joined(pieces: Sequence[Piece], *, labels: Sequence[FactLabel]) -> tuple[Piece, ...]:
    """The pieces, each label and its value joined to one piece "Label: value" where the page lists facts.

    It does where two labels or more stand on it, one of them a core one. A fact told before is marked as repeated.
    """
    found = list(_found(pieces, labels))
    facts = [each for each in found if isinstance(each, _Fact)]
    if len({fact.label.id for fact in facts}) < 2 or not any(fact.label.core for fact in facts):
        return tuple(pieces)
    told: set[str] = set()
    joined: list[Piece] = []
    for each in found:
        if isinstance(each, Piece):
            joined.append(each)
            continue
        for piece in each.joined():
            again = bool(piece.parts) and piece.text in told
            joined.append(msgspec.structs.replace(piece, mark=REPEATED) if again else piece)
        told.add(each.text)
    return tuple(joined)


def _found(pieces: Sequence[Piece], labels: Sequence[FactLabel]) -> Iterator[Piece | _Fact]:
    index = 0
    while index < len(pieces):
        fact = _on_one(pieces[index], labels) or _on_two(pieces[index : index + 3], labels)
        yield fact or pieces[index]
        index += len(fact.pieces) if fact else 1


def _on_one(piece: Piece, labels: Sequence[FactLabel]) -> _Fact | None:
    """The fact of "Killed: 3"."""
    if len(piece.text) > _LABEL_LONGEST + _VALUE_LONGEST:
        return None
    parted = _PARTED.fullmatch(piece.text)
    return _fact((piece,), parted["label"], one_line(parted["value"]), labels) if parted else None


def _on_two(pieces: Sequence[Piece], labels: Sequence[FactLabel]) -> _Fact | None:
    """The fact of "Killed" over "3", with what stands in brackets under it."""
    if len(pieces) < 2 or len(pieces[0].text) > _LABEL_LONGEST:
        return None
    value = one_line(pieces[1].text)
    if _labels(value, labels):
        return None
    taken = 2
    if len(pieces) > 2 and pieces[2].text.startswith("(") and len(pieces[2].text) <= _VALUE_LONGEST:
        value = f"{value} {_ABUTTING.sub(' ', one_line(pieces[2].text))}"
        taken = 3
    return _fact(tuple(pieces[:taken]), pieces[0].text, value, labels)


def _labels(words: str, labels: Sequence[FactLabel]) -> list[FactLabel]:
    words = words.strip(" :–—-•*\n\t")
    return [label for label in labels if label.pattern.fullmatch(words)] if words else []


def _fact(pieces: tuple[Piece, ...], words: str, value: str, labels: Sequence[FactLabel]) -> _Fact | None:
    if len(value) > _VALUE_LONGEST or is_prose(value):
        return None
    for label in _labels(words, labels):
        if held := _VALUES[label.value].fullmatch(value):
            name = one_line(words).strip(" :–—-•*")
            kept = value if pieces[-1].end else _kept(held)
            return _Fact(label=label, pieces=pieces, text=f"{name}: {kept.strip()}", rest=value[len(kept) :].strip())
    return None


def _kept(value: re.Match[str]) -> str:
    """The value without a note behind it; what stands in brackets belongs to it."""
    kept = str(value.groupdict().get("kept") or value[0])
    return value[0] if value[0][len(kept) :].lstrip().startswith("(") else kept
