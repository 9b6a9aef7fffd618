"""Sentences of a block of text, by punctuation and abbreviation rules alone."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cpl", "sgt", "adm", "cmdr", "brig", "rep",
    "sen", "gov", "pres", "st", "sr", "jr", "inc", "ltd", "co", "corp", "no", "vs", "etc", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.k", "u.n", "e.g", "i.e", "a.m", "p.m",
    "approx", "est", "fig", "al", "dept", "rev", "hon", "supt",
))  # fmt: skip
_END = re.compile(
    r"""[.!?…]+["'”’»)\]]*(?:\[\d+\])*(?=\s)|(?<=[a-z]{2})[.!?]["”’]?(?=[A-Z“"-][A-Za-z ])"""
    r"""|(?<=[a-z]["”’)]|\d\d)[.!?](?=[A-Z][a-z])|\n\s*\n|\n(?=\S)"""
)
"""The last but two: sentences that a scrape has glued together ("… in 2014.On Monday …")."""
_MINUTES = ("'", "’", "′", '"', "″", "°")
"""Marks before the last letter of a position ("12°41'N"), which is no initial."""
_OPENING = re.compile(r"""[\s"'“‘«(\[–—-]*""")
_LAST_WORD = re.compile(r"([\w.]+)$")


_BUREAU = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{2,40}(?:/[A-Z .'’-]{3,30})?(?:,\s+[A-ZÀ-ÖØ-Þ][\w.'’ -]{2,30}?)?"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?"
_DATELINE = re.compile(
    rf"\s*{_BUREAU}(?:\s*\({_DAY}\)\s*(?:$|\n|\s(?=[A-Z“\"]))|(?:,?\s+\(?{_DAY}\)?)?(?:\s*\([^)\n]{{2,40}}\))?"
    r"\s*(?:[—–]|--|-(?=\s)|:(?=\s)|(?<=[A-Z]{4})\.(?=\s+(?:The|A|An|At|In|On|[A-Z][a-z]+ [a-z]+)\b))\s*)"
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the story begins after a dateline ("GOMA, March 6 (Agency) –") at `start`, or `start` where none stands."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match is not None else start


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as half-open ranges, white space trimmed."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "\n":
            if match.group() == "\n" and _goes_on(text, match.start(), end):
                continue
        elif not _ends_sentence(text, begin, match.start(), match.end(), end):
            continue
        _keep(found, text, begin, match.end())
        begin = match.end()
    _keep(found, text, begin, end)
    return found


_OPEN = re.compile(r"[\w,(–—-][^\S\n]*$")
_NEXT = re.compile(r"\n[^\S\n]*(?:[a-z,;)]|[A-Z][^\n.!?:]{0,58}[\w,’”]?[^\S\n]*\n[^\S\n]*[a-z])")
"""A line break inside a sentence: before words that go on, or a name on a line of its own and words that go on."""


def _goes_on(text: str, at: int, end: int) -> bool:
    """ "… struck the frigate / Jamaran / on Monday": whether the line break at `at` ends no sentence."""
    return _OPEN.search(text, max(0, at - 3), at) is not None and _NEXT.match(text, at, end) is not None


def _ends_sentence(text: str, begin: int, dot: int, after: int, end: int) -> bool:
    """Whether the mark at `dot` closes a sentence that began at `begin`."""
    opening = _OPENING.match(text, after)
    nxt = text[opening.end()] if opening and opening.end() < end else ""
    if not nxt:
        return True
    if nxt.islower():
        return False
    word = _LAST_WORD.search(text, begin, dot)
    last = word.group(1).casefold() if word else ""
    if text[dot] == "." and (after - dot == 1 or text[dot + 1] == "["):
        if last in ABBREVIATIONS and not (last in {"u.s", "u.k", "u.n", "a.m", "p.m"} and _starts_anew(text, opening)):
            return False
        if len(last) == 1 and last.isalpha() and last != "i" and text[dot - 2 : dot - 1] not in _MINUTES:
            return False
    return text[dot] != "…" or nxt.isupper()


def _starts_anew(text: str, opening: re.Match[str] | None) -> bool:
    """Whether the word after an abbreviation is one that begins sentences."""
    if opening is None:
        return False
    word = re.match(r"\w+", text[opening.end() : opening.end() + 12])
    return (
        bool(word)
        and word is not None
        and word.group() in {"The", "A", "An", "He", "She", "It", "They", "In", "On", "But"}
    )


def _keep(found: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    """Appends the trimmed range if anything but white space is in it."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        found.append((begin, end))
