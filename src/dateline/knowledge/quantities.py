"""quantities.toml → `QuantityRules`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from dateline.errors import InvalidKnowledge
from dateline.model.quantity_rules import QuantityExample, QuantityRules

_TABLES = (
    "bounds", "numbers", "multipliers", "vague", "fixed", "people", "collective", "outcomes", "general", "uncounted",
    "stops", "harm", "toll", "example",
)  # fmt: skip


def load_quantities(path: Traversable | None = None) -> QuantityRules:
    """The rules compiled from the TOML file, by default the one that ships; raises `InvalidKnowledge`."""
    file = path if path is not None else files("dateline.knowledge") / "data" / "quantities.toml"
    tables = _read(file)
    bounds = {word: kind for kind, words in tables["bounds"].items() for word in words}
    return QuantityRules(
        count=_count(tables, bounds),
        toll=_toll(tables["toll"], tables["uncounted"]["months"]),
        bounds=bounds,
        numbers=tables["numbers"],
        multipliers=tables["multipliers"],
        vague=tables["vague"],
        fixed=tables["fixed"],
        singular=frozenset(tables["people"]),
        people=frozenset(tables["people"].values()) | frozenset(tables["collective"]["words"]),
        outcomes=frozenset(tables["outcomes"]["words"]),
        general=frozenset(tables["general"]["words"]),
        qualities=frozenset(tables["general"]["qualities"]),
        uncounted=frozenset(tables["uncounted"]["words"]),
        months=frozenset(tables["uncounted"]["months"]),
        stops=frozenset(tables["stops"]["words"]),
        harm=frozenset(tables["harm"]["words"]),
        examples=_examples(file.name, tables["example"]),
    )


def _read(file: Traversable) -> dict[str, Any]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidKnowledge(item=file.name, expected="TOML", found=str(error)) from error
    missing = [name for name in _TABLES if name not in tables]
    if missing:
        raise InvalidKnowledge(item=file.name, expected="all its tables", found=f"no {', '.join(missing)}")
    return tables


def _examples(name: str, entries: list[dict[str, Any]]) -> tuple[QuantityExample, ...]:
    try:
        return tuple(msgspec.convert(entry, QuantityExample) for entry in entries)
    except msgspec.ValidationError as error:
        raise InvalidKnowledge(item=name, expected="examples with text and found", found=str(error)) from error


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _count(tables: Mapping[str, Any], bounds: Mapping[str, str]) -> re.Pattern[str]:
    words = _either(tables["numbers"])
    many = _either(tables["multipliers"])
    figures = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?:\s+(?:{many}))?(?![\d%°]|[.,:/]\d)"
    spelled = rf"(?:{words})(?:(?:[\s-]+|\s+and\s+)(?:{words}|{many}))*"
    number = rf"(?:{figures}|{spelled})"
    return re.compile(
        rf"(?<![\w$€£#.,:/-])(?:(?P<bound>{_either(bounds)})\s+)?(?:"
        rf"(?:between\s+(?P<least>{number})\s+and\s+(?P<most>{number})"
        rf"|(?:from\s+)?(?P<low>{number})(?:(?<=\d)\s*[-–—]\s*(?=\d)|\s+(?:to|or)\s+)(?P<high>{number}))"
        rf"|(?P<vague>{_either(tables['vague'])})|(?P<fixed>{_either(tables['fixed'])})|(?P<number>{number})|(?P<article>an?)"
        rf")(?![\w%]|-[a-z])"
    )


def _toll(table: Mapping[str, list[str]], months: Iterable[str]) -> re.Pattern[str]:
    """A word for a toll, what it is a toll of (a day may stand there), and a word that leads to the figure."""
    words, links, month = _either(table["words"]), _either(table["links"]), _either(months)
    day = rf"(?:\b(?:{month})\s+\d{{1,2}}\b|\b\d{{1,2}}\s+(?:{month})\b)"
    return re.compile(rf"\b(?:{words})\b(?:[^.;:\d]|{day}){{0,80}}?\b(?:{links})\s+(?:\d[\d,]*\s+to\s+)?$")
