"""Reports withdrawn or called false, and harm that came to nobody."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Event, Occurrence


def events(reader: Reader, text: str) -> tuple[Event, ...]:
    given = {"published": "2024-03-06", "language": "en", "outlet": "Lake Courier"}
    reading = reader.read(page_of(text.encode(), source="page", given=given))
    assert isinstance(reading, Reading), reading
    return tuple(e for e in reading.events if e.type == "ASSAULT")


def modalities(reader: Reader, text: str) -> list[str]:
    return [e.modality for e in events(reader, text)]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday this newspaper reported that gunmen had killed nine soldiers in Djibo. We now withdraw that report.",
        "The Lake Courier withdraws its report that gunmen killed nine soldiers in Djibo on Monday.",
        "A mischievous publication alleges that gunmen killed nine soldiers in Djibo on Monday.",
    ],
)
def test_what_is_taken_back_or_called_false_did_not_happen(reader: Reader, text: str) -> None:
    found = events(reader, text)
    assert [e.modality for e in found] == ["negated"]
    stances = {c.voice.stance for e in found for c in e.claims if c.property == "occurrence"}
    assert stances == {"denies"}


@pytest.mark.parametrize(
    "text",
    [
        "This newspaper reported that gunmen had killed nine soldiers in Djibo on Monday.",
        "Gunmen killed nine soldiers in Djibo on Monday. The army withdrew that night.",
        "A publication of the army reported that gunmen killed nine soldiers in Djibo on Monday.",
    ],
)
def test_what_nobody_takes_back_happened(reader: Reader, text: str) -> None:
    assert modalities(reader, text) == ["actual"]


def test_nobody_hurt_is_no_denial_of_the_deed(reader: Reader) -> None:
    text = "A drone hit a depot in Goma on Monday. The M23 said that the depot burned and that no soldier was hurt."
    claims = [c for e in events(reader, text) for c in e.claims]
    told = {c.value.modality for c in claims if isinstance(c.value, Occurrence)}
    assert told == {"actual"}


def test_none_to_whom_it_was_done_is_nothing_done(reader: Reader) -> None:
    assert "actual" not in modalities(reader, "No soldier was killed in Djibo on Monday.")
    assert modalities(reader, "A soldier was killed in Djibo on Monday.") == ["actual"]
