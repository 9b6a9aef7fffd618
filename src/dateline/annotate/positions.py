"""Positions that a text states in degrees."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.model.mention import PlaceMention
from dateline.model.place import Place

_FIGURE = re.compile(r"\d")
_DEGREES = r"[°º˚]|\bdegrees?\b|\bdeg\b\.?"
_MINUTES = r"['’′´]|\bminutes?\b|\bmin\b\.?"
_SECONDS = r"[\"”″]|''|’’|\bseconds?\b|\bsec\b\.?"
_AXIS = (
    rf"(?P<{{0}}d>\d{{{{1,3}}}}(?:\.\d+)?)\s*(?:{_DEGREES}|[:;\s]|--?)?\s*"
    rf"(?:(?<![\d.])(?P<{{0}}m>\d{{{{1,3}}}}(?:[.,]\d+)?)\s*(?:{_MINUTES}|[:\s-])?\s*)?"
    rf"(?:(?<![\d.])(?P<{{0}}s>\d{{{{1,2}}}}(?:[.,]\d+)?)\s*(?:{_SECONDS})?\s*)?"
)
_LAT_HEMISPHERE = r"(?P<lath>N(?:orth)?|S(?:outh)?)\b\.?(?:\s+lat(?:itude)?\b\.?)?"
_LON_HEMISPHERE = r"(?P<lonh>E(?:ast)?|W(?:est)?)\b(?:\s+long(?:itude)?\b)?"
_BETWEEN = r"\s*(?:[^\w\s]|and)?\s*(?:long(?:itude)?\.?\s*:?\s*)?"
_LETTERED = re.compile(
    rf"(?<![\d.])(?:lat(?:itude)?\.?\s*:?\s*)?{_AXIS.format('lat')}{_LAT_HEMISPHERE}{_BETWEEN}{_AXIS.format('lon')}{_LON_HEMISPHERE}",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:\blat(?:itude)?\.?\s*:?\s*)(?P<lat>[-−+]?\d{1,2}\.\d+)\s*°?\s*[,;/]?\s*(?:and\s+)?\blong?(?:itude)?\.?\s*:?\s*"
    r"(?P<lon>[-−+]?\d{1,3}\.\d+)|(?<![\d.@/=!])(?P<lat2>[-−+]?\d{1,2}\.\d{3,})\s*,\s*(?P<lon2>[-−+]?\d{1,3}\.\d{3,})(?![\d.])",
    re.IGNORECASE,
)


class Axis(NamedTuple):
    """Degrees, minutes, seconds as written; a hemisphere letter."""

    degrees: str
    minutes: str | None
    seconds: str | None
    hemisphere: str


def positions(text: str, *, start: int, end: int) -> tuple[PlaceMention, ...]:
    """The positions stated in `text[start:end]`, in text order: latitude and longitude as given, nothing computed."""
    if _FIGURE.search(text, start, end) is None:
        return ()
    found = []
    for match in _LETTERED.finditer(text, start, end):
        lat = _value(Axis(match["latd"], match["latm"], match["lats"], match["lath"]), limit=90)
        lon = _value(Axis(match["lond"], match["lonm"], match["lons"], match["lonh"]), limit=180)
        if lat is not None and lon is not None:
            found.append(_mention(text, match.start(), match.end(), lat, lon))
    for match in _SIGNED.finditer(text, start, end):
        lat = _number(match["lat"] or match["lat2"])
        lon = _number(match["lon"] or match["lon2"])
        if abs(lat) <= 90 and abs(lon) <= 180:
            found.append(_mention(text, match.start(), match.end(), lat, lon))
    found.sort(key=lambda mention: mention.start)
    return tuple(found)


def _number(digits: str) -> float:
    return float(digits.replace("−", "-").replace(",", "."))


def _value(axis: Axis, *, limit: int) -> float | None:
    """Decimal degrees, or None where the figures are no position."""
    minutes = _number(axis.minutes) if axis.minutes else 0.0
    seconds = _number(axis.seconds) if axis.seconds else 0.0
    value = float(axis.degrees) + minutes / 60 + seconds / 3600
    if minutes >= 60 or seconds >= 60 or value > limit:
        return None
    return round(-value if axis.hemisphere[0] in "sSwW" else value, 5)


def _mention(text: str, start: int, end: int, lat: float, lon: float) -> PlaceMention:
    exact = text[start:end].rstrip()
    place = Place(name=exact, precision="position", lat=lat, lon=lon)
    return PlaceMention(start=start, end=start + len(exact), exact=exact, rule="place/position", place=place)
