"""Speakers named by a label: "SMITH: We saw it." in an interview, "Smith: ‘We saw it’" as a title, or “…” ― Smith."""

from __future__ import annotations

import re

from dateline.annotate.attributed import Attributed
from dateline.model import Sentence, quote
from dateline.model.speech import VoiceRules

_NAME = r"[A-Z][\w.'’-]*(?:,? (?:[A-Z][\w.'’-]*|of|at|the|for)){0,5}"
_BEFORE = re.compile(rf"\s*(?P<name>{_NAME}): (?=\S)")
_AFTER = re.compile(rf"\s*[“”\"‘'].+[”\"’']\s*(?P<dash>[―—–]|--?)\s*(?P<name>{_NAME})\s*", re.DOTALL)
_LEAST_TIMES = 2
"""How many lines a label must open to be taken for a speaker's."""


def labelled(text: str, sentence: Sentence, block: tuple[int, int], rules: VoiceRules) -> Attributed | None:
    """The voice that a label at the beginning or end of a paragraph gives to all of it; None without one."""
    match = _BEFORE.match(text, *block)
    if match is not None and sentence.start <= match.end() and _speaks(text, match.group("name"), rules):
        return _made(text, match.span("name"), (match.end("name"), match.end("name") + 1), (match.end(), block[1]))
    if not text[sentence.end : block[1]].strip():
        match = _AFTER.fullmatch(text, block[0], block[1])
        if match is not None:
            return _made(text, match.span("name"), match.span("dash"), (block[0], match.start("dash")))
    return None


def _speaks(text: str, name: str, rules: VoiceRules) -> bool:
    """Whether the label opens several lines, or its last word stands beside a word of saying: "Smith said"."""
    if len(re.findall(rf"^\s*{re.escape(name)}: ", text, re.MULTILINE)) >= _LEAST_TIMES:
        return True
    last, said = re.escape(name.split()[-1]), "|".join(sorted(rules.said))
    beside = rf"\b{last}\s+(?:also\s+|has\s+)?(?:{said})\b|\b(?:{said})\s+(?:[A-Z][\w.]*\s+){{0,3}}{last}\b"
    return re.search(beside, text.replace(name + ":", " "), re.IGNORECASE) is not None


def _made(text: str, name: tuple[int, int], mark: tuple[int, int], content: tuple[int, int]) -> Attributed:
    source, cue = quote(text, *name), quote(text, *mark)
    return Attributed(rule="label", cue=cue, word=cue, content=content, source=source, speaker=source, direct=True)
