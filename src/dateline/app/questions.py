"""Filters as people write them → IncidentQuery; raises InvalidOption that says what would do."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import get_args

from dateline.errors import InvalidOption
from dateline.knowledge.files import rows, toml
from dateline.model import Modality, Standing
from dateline.model.query import Box, IncidentQuery

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def question(
    *,
    since: str | None = None,
    until: str | None = None,
    types: Sequence[str] = (),
    actors: Sequence[str] = (),
    countries: Sequence[str] = (),
    places: Sequence[str] = (),
    bbox: str | None = None,
    text: str | None = None,
    standings: Sequence[str] = (),
    modalities: Sequence[str] = (),
    limit: int | None = None,
) -> IncidentQuery:
    """The query that these filters make up; raises InvalidOption naming the filter that is wrong."""
    return IncidentQuery(
        since=None if since is None else day(since, item="--since", last=False),
        until=None if until is None else day(until, item="--until", last=True),
        types=tuple(_type(value) for value in types),
        actors=tuple(actors),
        countries=tuple(_country(value) for value in countries),
        places=tuple(places),
        box=None if bbox is None else box(bbox),
        text=text,
        standings=tuple(one_of(value, get_args(Standing), item="--standing") for value in standings),
        modalities=tuple(one_of(value, get_args(Modality), item="--modality") for value in modalities),
        limit=limit,
    )


def day(value: str, *, item: str, last: bool) -> date:
    """A day, or the first or last day of a month or year: "2024-01-25", "2024-01", "2024"."""
    match = _DATE.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError(value)
        year, month, number = (int(part) if part else None for part in match.groups())
        assert year is not None
        first_month, last_month = month or 1, month or 12
        if last:
            return date(year, last_month, number or monthrange(year, last_month)[1])
        return date(year, first_month, number or 1)
    except (ValueError, IndexError) as error:
        raise InvalidOption(
            item=item, expected="a date as 2024-01-25, 2024-01 or 2024", found=value, code="bad-date"
        ) from error


def box(value: str) -> Box:
    """ "west,south,east,north" in degrees."""
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError as error:
        raise InvalidOption(
            item="--bbox", expected="west,south,east,north in degrees", found=value, code="bad-bbox"
        ) from error
    return Box(west=west, south=south, east=east, north=north)


def _type(value: str) -> str:
    modes = _modes()
    name, slash, mode = value.partition("/")
    known = one_of(name, tuple(modes), item="--type")
    return f"{known}/{one_of(mode, modes[known], item='--type ' + known)}" if slash else known


def _modes() -> Mapping[str, Sequence[str]]:
    modes: dict[str, list[str]] = toml("ontology/plover.toml")["modes"]
    return modes


def _country(value: str) -> str:
    """The alpha-3 code of a country given by code or name."""
    countries = rows("places/countries.csv")
    known = {row["alpha3"]: row["alpha3"] for row in countries}
    for row in countries:
        for name in (row["name"], *row["aliases"].split("|")):
            known.setdefault(name, row["alpha3"])
    return known[one_of(value.strip(), tuple(known), item="--country", many="an ISO alpha-3 code or a name")]


def one_of(value: str, allowed: Sequence[str], *, item: str, many: str | None = None) -> str:
    """The allowed value that `value` is, whatever its case; raises InvalidOption with the nearest one."""
    folded = {one.casefold(): one for one in allowed}
    if value.casefold() in folded:
        return folded[value.casefold()]
    near = get_close_matches(value.casefold(), list(folded), n=1)
    hint = f" (did you mean {folded[near[0]]}?)" if near else ""
    expected = many or ("one of " + ", ".join(allowed) if allowed else "no mode: this type has none")
    raise InvalidOption(item=item, expected=expected, found=f"{value}{hint}", code="unknown-value")
