"""How right one slot of an event record is, beside what the gold accepts there.

Gold slots: `type`, `mode`, `modality`, `stance` list accepted values; `actors`, `recipients`, `voices` hold one entry a
party, its names separated by "|" ("OUTLET" is the article's own voice); `places` hold a name, or a point with `km`;
`when` a start, an end and days of `slack`, or an empty start where the page gives no day; `killed` and `injured` are
[low, high].
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from .arithmetic import km

SLOTS = (
    "type", "mode", "modality", "actors", "recipients", "places", "when", "voices", "stance", "killed", "injured",
)  # fmt: skip
NEAR_KM = 25
OUTLET = "OUTLET"
LEAST_LETTERS = 4
"""A found name shorter than this is not looked for inside an accepted one."""
Record = Mapping[str, Any]


def slot_score(gold: Mapping[str, Any], record: Record, slot: str) -> float | None:
    """From 0 to 1, or None where the gold says nothing of the slot."""
    wanted = gold.get(slot)
    if wanted is None or wanted == []:
        return None
    match slot:
        case "actors" | "recipients":
            found = [name for party in record.get(slot) or [] for name in _names_of(party)]
            return _part(wanted, lambda accepted: any(same_name(accepted, name) for name in found))
        case "places":
            return _part(wanted, lambda place: any(_same_place(place, p) for p in record.get("places") or []))
        case "voices":
            return _part(wanted, lambda accepted: _heard(accepted, record.get("voices") or []))
        case "when":
            return float(_same_days(wanted, record.get("when") or {}))
        case "stance":
            return float(any(voice.get("stance") in wanted for voice in record.get("voices") or []))
        case "killed" | "injured":
            return float(_bounds(record.get(slot) or []) == tuple(wanted))
        case _:
            return float(record.get(slot) in wanted)


def same_name(accepted: str, found: str) -> bool:
    """Whether all words of one of the accepted names stand together in the found name, or the reverse."""
    given = folded(found)
    for name in map(folded, accepted.split("|")):
        if not name or not given:
            continue
        if f" {name} " in f" {given} " or (len(given) >= LEAST_LETTERS and f" {given} " in f" {name} "):
            return True
    return False


def folded(name: str) -> str:
    """Lower-case ASCII words without accents or apostrophes, one space apart."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall("[a-z0-9]+", plain.replace("'", "").replace("`", "")))


def _part(wanted: list[Any], holds: Any) -> float:
    return sum(bool(holds(entry)) for entry in wanted) / len(wanted)


def _names_of(party: Any) -> list[str]:
    if isinstance(party, str):
        return [party]
    return [str(party[key]) for key in ("name", "text") if party.get(key)]


def _same_place(wanted: Record, found: Record) -> bool:
    """Whether it lies near the gold's point; one without a point is right by the gold's names after the first.

    The first name is that of the point; a quarter or village after it is one that no gazetteer need have.
    """
    if wanted.get("lat") is None:
        return same_name(wanted["name"], found.get("name") or "")
    if found.get("lat") is None:
        return same_name(wanted["name"].partition("|")[2], found.get("name") or "")
    return km((wanted["lat"], wanted["lon"]), (found["lat"], found["lon"])) <= float(wanted.get("km", NEAR_KM))


def _same_days(wanted: Record, found: Record) -> bool:
    if not found.get("start") or not wanted["start"]:
        return not found.get("start") and not wanted["start"]
    slack = wanted.get("slack", 0)
    return all(
        abs((date.fromisoformat(found[end][:10]) - date.fromisoformat(wanted[end])).days) <= slack
        for end in ("start", "end")
    )


def _heard(accepted: str, voices: list[Record]) -> bool:
    if OUTLET in accepted.split("|") and (not voices or any(voice.get("kind") == "outlet" for voice in voices)):
        return True
    return any(same_name(accepted, voice.get(key) or "") for voice in voices for key in ("name", "text"))


def _bounds(counts: list[Record]) -> tuple[int, int] | None:
    known = [c for c in counts if c.get("low") is not None]
    if not known:
        return None
    return min(c["low"] for c in known), max(c["high"] if c.get("high") is not None else c["low"] for c in known)
