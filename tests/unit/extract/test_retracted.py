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


CALLED_FALSE = [
    ("Reports of a strike on the school in Goma on Monday are not true, the ministry said.", "ministry"),
    ("Reports of a strike on the school in Goma on Monday are untrue, the ministry said.", "ministry"),
    ("Claims that rebels had shelled Goma are baseless and malicious, a rebel spokesman said.", "rebel spokesman"),
    ("The claim that rebels shelled Goma on Monday has nothing to do with reality, the mayor said.", "mayor"),
    ("The army's report that rebels shelled Goma on Monday does not correspond to the facts, the mayor said.", "mayor"),
    ("Claims that rebels burned the mill in Goma on Monday are false.", "Lake Courier"),
]


@pytest.mark.parametrize(("text", "by"), CALLED_FALSE, ids=[text[:40] for text, _ in CALLED_FALSE])
def test_a_report_that_is_called_false_is_denied_by_who_calls_it_so(reader: Reader, text: str, by: str) -> None:
    (found,) = events(reader, text)
    assert found.modality == "negated"
    assert {(c.voice.name, c.voice.stance) for c in found.claims if c.property == "occurrence"} == {(by, "denies")}


@pytest.mark.parametrize(
    "text",
    [
        "Reports of a strike on the school in Goma on Monday are true, the ministry said.",
        "Claims that rebels shelled Goma on Monday are not false, the mayor said.",
        "Reports of the strike on the school in Goma on Monday that killed two are many, the ministry said.",
    ],
)
def test_a_report_that_is_called_true_or_otherwise_stands(reader: Reader, text: str) -> None:
    assert set(modalities(reader, text)) == {"actual"}


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Kupiansk on Monday did not happen, the ministry said.",
        "The bombing of the station in Donetsk never took place, police said on Monday.",
        '"The shelling of the market in Rutshuru never happened," the rebel spokesman told a radio.',
    ],
)
def test_a_deed_that_somebody_says_never_happened_is_denied(reader: Reader, text: str) -> None:
    found = events(reader, text)
    assert [e.modality for e in found] == ["negated"]
    assert {c.voice.stance for e in found for c in e.claims if c.property == "occurrence"} == {"denies"}


@pytest.mark.parametrize(
    "text",
    [
        "The attack did not take place on Monday because of rain.",
        "The second attack by the navy probably never happened.",
        "A landing in the north never happened.",
    ],
)
def test_what_was_put_off_or_never_was_is_denied_by_nobody(reader: Reader, text: str) -> None:
    assert not [e for e in events(reader, text) if e.modality == "negated"]
