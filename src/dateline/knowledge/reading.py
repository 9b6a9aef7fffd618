"""What reading a page needs to know, compiled from knowledge/data/reading/ and knowledge/data/outlets.csv."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any, get_args

from dateline.errors import InvalidKnowledge
from dateline.knowledge.files import rows, toml
from dateline.model.article import Outlet
from dateline.model.reading import Era, FactLabel, FactValue, LineRule, MarkupRule, Notice, ReadingRules, Where

LINES = "reading/lines.toml"
MARKUP = "reading/markup.toml"
NOTICES = "reading/notices.toml"
ERAS = "reading/eras.toml"
LANGUAGES = "reading/languages.toml"
FACTS = "reading/facts.toml"
OUTLETS = "outlets.csv"


@cache
def reading_rules() -> ReadingRules:
    """The compiled reading rules; raises InvalidKnowledge naming file and entry where one does not hold."""
    outlets = tuple(_outlet(row) for row in rows(OUTLETS))
    return ReadingRules(
        lines=tuple(_line(entry) for entry in toml(LINES)["line"]),
        markup=tuple(
            MarkupRule(reason=entry["reason"], words=frozenset(entry["words"])) for entry in toml(MARKUP)["mark"]
        ),
        notices=tuple(_notice(entry) for entry in toml(NOTICES)["notice"]),
        eras=tuple(_era(entry) for entry in toml(ERAS)["era"]),
        outlets={outlet.domain: outlet for outlet in outlets if outlet.domain},
        outlet_names={outlet.name.lower(): outlet for outlet in reversed(outlets)},
        languages=frozenset(toml(LANGUAGES)["read"]),
        telltale={code: frozenset(words) for code, words in toml(LANGUAGES)["words"].items()},
        facts=tuple(_label(entry) for entry in toml(FACTS)["label"]),
    )


def _line(entry: dict[str, Any]) -> LineRule:
    where = entry.get("where", "anywhere")
    if where not in get_args(Where):
        raise InvalidKnowledge(item=f"{LINES} {entry['id']}", expected=" or ".join(get_args(Where)), found=where)
    return LineRule(
        id=entry["id"],
        reason=entry["reason"],
        pattern=_pattern(entry, LINES),
        where=where,
        section=entry.get("section", False),
        within=entry.get("within", False),
        needs=tuple(entry.get("needs", ())),
        **_examples(entry, LINES),
    )


def _label(entry: dict[str, Any]) -> FactLabel:
    value = entry["value"]
    if value not in get_args(FactValue):
        raise InvalidKnowledge(item=f"{FACTS} {entry['id']}", expected=" or ".join(get_args(FactValue)), found=value)
    return FactLabel(
        id=entry["id"],
        pattern=_pattern(entry, FACTS),
        value=value,
        core=entry.get("core", False),
        **_examples(entry, FACTS),
    )


def _notice(entry: dict[str, Any]) -> Notice:
    return Notice(code=entry["code"], pattern=_pattern(entry, NOTICES), **_examples(entry, NOTICES))


def _era(entry: dict[str, Any]) -> Era:
    since: date | None = entry.get("since")
    until: date | None = entry.get("until")
    if since is None and until is None:
        raise InvalidKnowledge(item=f"{ERAS} {entry['id']}", expected="since or until", found="neither")
    return Era(
        id=entry["id"],
        pattern=_pattern(entry, ERAS),
        since=since,
        until=until,
        source=entry["source"],
        **_examples(entry, ERAS),
    )


def _pattern(entry: dict[str, Any], file: str) -> re.Pattern[str]:
    try:
        return re.compile(entry["pattern"])
    except re.error as error:
        raise InvalidKnowledge(item=f"{file} {entry}", expected="a regular expression", found=str(error)) from error


def _examples(entry: dict[str, Any], file: str) -> dict[str, tuple[str, ...]]:
    found = {key: tuple(entry.get(key, ())) for key in ("examples", "counterexamples")}
    if not all(found.values()):
        raise InvalidKnowledge(
            item=f"{file} {entry.get('id', entry.get('code'))}",
            expected="examples and counterexamples",
            found=f"{len(found['examples'])} and {len(found['counterexamples'])}",
        )
    return found


def _outlet(row: dict[str, str]) -> Outlet:
    return Outlet(
        name=row["name"],
        domain=row["domain"],
        country=row["country"] or None,
        owner=row["owner"] or None,
        affiliation=row["affiliation"] or None,
        family=row["family"] or None,
    )
