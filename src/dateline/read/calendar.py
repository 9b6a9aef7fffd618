"""Days as pages write them."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LONG = tuple(name.capitalize() for name in MONTHS)
NAMED_MONTH = r"(?:(?:" + "|".join(_LONG) + r")\b|(?:" + "|".join(rf"{name[:3]}t?" for name in _LONG) + r")\b\.?)"
"""A month as running English text writes it, with a capital."""
NAMED_WEEKDAY = r"(?:" + "|".join(name.capitalize() for name in WEEKDAYS) + r")\b"
MONTH = (
    r"(?:"
    + "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in MONTHS if name != "september")
    + r"|sept?(?:ember)?)\b\.?"
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]?([01]\d)[-/.]?([0-3]\d)(?!\d)")
_DAY_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s./-]*(?:of )?({MONTH})[\s,./-]*((?:19|20)\d\d)", re.I)
_MONTH_DAY = re.compile(rf"\b({MONTH})\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)", re.I)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)")
_URL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([/_-])(0?[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9])|(0[1-9]|1[0-2])[/_-]?"
    r"(0[1-9]|[12]\d|3[01]))(?!\d)"
)
_URL_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?:/|$)", re.I)


def day(year: int, month: int, number: int) -> date | None:
    """The day of those numbers; None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_number(name: str) -> int | None:
    """1 to 12 for an English month name or its usual short form."""
    short = name.lower()[:3]
    return next((number for number, month in enumerate(MONTHS, start=1) if month.startswith(short)), None)


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 (Sunday) for an English weekday or its usual short form."""
    short = name.lower()[:3]
    return next(number for number, weekday in enumerate(WEEKDAYS) if weekday.startswith(short))


def stated_day(text: str) -> date | None:
    """The first whole day that the words state: ISO 8601, RFC 5322, "25 January 2024", "Jan. 25, 2024", "25.01.2024".

    Numbers whose order is open ("03/04/2020") state no day.
    """
    if found := _ISO.search(text):
        return day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_MONTH.search(text):
        month = month_number(found[2])
        return (month and day(int(found[3]), month, int(found[1]))) or None
    if found := _MONTH_DAY.search(text):
        month = month_number(found[1])
        return (month and day(int(found[3]), month, int(found[2]))) or None
    if found := _NUMBERS.search(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if first > 12 or first == second or "." in found[0]:
            return day(year, second, first)
        return day(year, first, second) if second > 12 else None
    return _internet_day(text)


def _internet_day(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None


def url_day(url: str) -> tuple[date, str] | None:
    """The day in a URL's path and the words that give it."""
    path = re.sub(r"^https?://[^/]+", "", url).partition("?")[0]
    if found := _URL_NAMED.search(path):
        month = month_number(found[2]) if re.fullmatch(MONTH, found[2], re.I) else None
        if month and (stated := day(int(found[1]), month, int(found[3]))):
            return stated, found[0]
    for found in _URL.finditer(path):
        if stated := day(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6])):
            return stated, found[0]
    return None
