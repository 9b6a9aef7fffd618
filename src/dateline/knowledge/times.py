"""Time files → `TimeRules`: word lists and rules, compiled and checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, get_args

from dateline.errors import InvalidKnowledge
from dateline.model.mention import TimexType
from dateline.model.times_rules import TimeExample, TimeRule, TimeRules, TimeWords

_WORDS = "words.toml"
_MARKED = re.compile(r"\[([^\]]*)\]")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_OPENING = r"(?<![\w$€£])(?<!\d[.,])"


def load_times(folder: Traversable | None = None) -> TimeRules:
    """The rules compiled from the TOML files of `folder`, by default those that ship.

    Raises `InvalidKnowledge`, naming file and rule, for a rule without examples and counterexamples, an unknown
    placeholder or kind of word, or a pattern that does not compile.
    """
    root = folder if folder is not None else files("dateline.knowledge") / "data" / "times"
    tables = _read(root / _WORDS)
    words = _words(tables)
    parts = _placeholders(tables)
    kinds = _kinds(tables)
    known = {kind for of_token in kinds.values() for kind in of_token} | {"digit", "year", "clock", "slash"}
    rules: list[TimeRule] = []
    for path in sorted((p for p in root.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name):
        if path.name != _WORDS:
            rules.extend(_rule(path.name, entry, parts, known) for entry in _read(path).get("rule", []))
    tense = tables["tense"]
    return TimeRules(
        rules=tuple(rules),
        words=words,
        kinds=kinds,
        tense=re.compile(
            rf"(?<!\w)(?:(?P<future>{'|'.join(tense['future'])})|(?P<past>{'|'.join(tense['past'])}))(?!\w)"
        ),
        names=re.compile("|".join(tables["names"]["patterns"])),
    )


def _read(path: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidKnowledge(item=path.name, expected="TOML", found=str(error)) from error


def _words(tables: Mapping[str, Any]) -> TimeWords:
    return TimeWords(
        months=tables["months"] | tables["months_short"],
        weekdays=tables["weekdays"] | tables["weekdays_short"],
        units=tables["units"],
        numbers=tables["numbers"],
        ordinals=tables["ordinals"],
        seasons=tables["seasons"],
        parts=tables["parts"],
        decades=tables["decades"],
        holidays=tables["holidays"],
        contexts={name: re.compile(pattern) for name, pattern in tables["contexts"].items()},
        guarded=frozenset(tables["guarded"]["months"]),
    )


def _placeholders(tables: Mapping[str, Any]) -> dict[str, str]:
    """What the {names} in patterns stand for."""
    unit = _either(tables["units"])
    number = _either([n for n in tables["numbers"] if n not in ("a", "an", "couple", "half")])
    digits = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+|\s+\d/\d)?"
    return {
        "month": _either(tables["months"]),
        "month_short": _either(tables["months_short"]),
        "month_any": rf"(?:{_either(tables['months'])}\b|{_either(tables['months_short'])}\b\.?)",
        "weekday": _either(tables["weekdays"]),
        "weekday_any": rf"(?:{_either(tables['weekdays'])}|{_either(tables['weekdays_short'])})",
        "day": r"(?:3[01]|[12]\d|0?[1-9])",
        "year": r"(?:1[5-9]\d\d|20\d\d)",
        "year_relative": r"(?:last|this|next|the same|the following|the previous|that)\s+year",
        "unit": unit,
        "unit_duration": rf"(?:{unit}s?)",
        "number": rf"(?:{digits}|(?:(?:an?\s+)?couple|half\s+an?|half|(?:an?\s+(?=hundred|thousand|dozen))?{number}"
        rf"(?:(?:[\s-]+|\s+and\s+){number}){{0,3}}|an?)(?:\s+of(?:\s+the)?)?)",
        "vague": _either(tables["vague"]["words"]),
        "ordinal": _either(tables["ordinals"]),
        "season": _either(tables["seasons"]),
        "part": _either(tables["parts"]),
        "decade_word": _either(tables["decades"]),
        "holiday": _either(tables["holidays"]),
    }


def _either(words: Mapping[str, Any] | list[str]) -> str:
    """An alternation that prefers longer words."""
    return f"(?:{'|'.join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))})".replace(r"\ ", r"\s+")


def _kinds(tables: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}

    def add(kind: str, *tokens: str) -> None:
        for token in tokens:
            found.setdefault(token, set()).add(kind)

    add("month", *tables["months"], *tables["months_short"])
    add("weekday", *tables["weekdays"], *tables["weekdays_short"])
    add("weekday_any", *tables["weekdays"], *(f"{w}s" for w in tables["weekdays"]))
    add("unit", *tables["units"], *(f"{u}s" for u in tables["units"]))
    add("season", *tables["seasons"])
    add("part", *tables["parts"])
    add("decade", *tables["decades"])
    add("holiday", *(re.split(r"\W", h)[0] for h in tables["holidays"]))
    for kind, tokens in tables["kinds"].items():
        add(kind, *tokens)
    return {token: frozenset(kinds) for token, kinds in found.items()}


def _rule(file: str, entry: Mapping[str, Any], parts: Mapping[str, str], known: set[str]) -> TimeRule:
    where = f"{file}: rule {entry.get('id')!r}"
    for key in ("id", "type", "resolver", "needs", "pattern", "examples", "counterexamples"):
        if not entry.get(key):
            raise InvalidKnowledge(item=where, expected=f"a value for {key!r}", found="none")
    if entry["type"] not in get_args(TimexType) or not known.issuperset(entry["needs"]):
        raise InvalidKnowledge(
            item=where, expected="a TIMEX3 type and known needs", found=f"{entry['type']}, {entry['needs']}"
        )
    return TimeRule(
        id=entry["id"],
        type=entry["type"],
        resolver=entry["resolver"],
        needs=frozenset(entry["needs"]),
        pattern=_compiled(where, entry["pattern"], parts),
        value=entry.get("value"),
        examples=tuple(_example(where, e) for e in entry["examples"]),
        counterexamples=tuple(entry["counterexamples"]),
    )


def _compiled(where: str, pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    unknown = [name for name in _PLACEHOLDER.findall(pattern) if name not in parts]
    if unknown:
        raise InvalidKnowledge(item=where, expected="known placeholders", found=", ".join(unknown))
    try:
        return re.compile(rf"{_OPENING}(?:{_PLACEHOLDER.sub(lambda m: parts[m[1]], pattern)})(?!\w)")
    except re.error as error:
        raise InvalidKnowledge(item=where, expected="a regular expression", found=str(error)) from error


def _example(where: str, entry: Mapping[str, str]) -> TimeExample:
    marked = _MARKED.findall(entry["text"])
    if len(marked) != 1:
        raise InvalidKnowledge(item=where, expected="one [marked] span in each example", found=entry["text"])
    anchor = entry.get("anchor")
    return TimeExample(
        text=_MARKED.sub(r"\1", entry["text"]),
        exact=marked[0],
        value=entry["value"],
        anchor=date.fromisoformat(anchor) if anchor else None,
    )
