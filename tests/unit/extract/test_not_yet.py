"""What is due, aimed at or would follow is not told as done; a war is not one of the deeds in it."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Count, Event, Party


def events(reader: Reader, text: str) -> tuple[Event, ...]:
    page = page_of(text.encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return reading.events


LEAD = "Soldiers shot two farmers near Djibo on Tuesday. The prefect of Djibo condemned the killing. "


@pytest.mark.parametrize(
    ("further", "type_", "done"),
    [
        ("The minister confirmed that the president of Chad is due to hold talks with rebel leaders on Friday.",
         "CONSULT", False),
        ("The minister confirmed that the president of Chad held talks with rebel leaders on Monday.", "CONSULT", True),
        ("Morocco has offered to help by lending drones to intercept Algerian aircraft.", "ASSAULT", False),
        ("The army wins back trust by storming the bridge at Kaya.", "COERCE", False),
        ("The army won back trust by seizing the bridge at Kaya on Monday.", "COERCE", True),
        ("The army moved into Kaya to seize the hills and prevent rebel attacks on Dori.", "ASSAULT", False),
        ("The envoy accused Sudan of preventing the president of Chad from meeting rebel leaders.", "CONSULT", False),
        ("The envoy argued that Sudan would go on threatening Chad if nobody stopped it.", "THREATEN", False),
    ],
)  # fmt: skip
def test_what_is_due_offered_aimed_at_or_would_follow(reader: Reader, further: str, type_: str, done: bool) -> None:
    found = [e for e in events(reader, LEAD + further) if any(further[:30] in q.exact for q in e.evidence)]
    kept = [e for e in found if e.type == type_ and e.modality in ("actual", "ongoing", "negated", "threatened")]
    assert bool(kept) is done


def test_a_strike_with_its_dead_is_not_the_invasion(reader: Reader) -> None:
    text = (
        "The bishop of Oran condemned the invasion of Chad. A rocket that hit a mill in Abeche on Sunday killed nine "
        "millers."
    )
    counts = [{c.value.low for c in e.claims if isinstance(c.value, Count)} for e in events(reader, text)]
    invasion = [e for e in events(reader, text) if any("invasion" in q.exact for q in e.evidence)]
    assert {9} in counts
    assert all(not any(isinstance(c.value, Count) for c in e.claims) for e in invasion)


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("Rebels hold Goma, the largest city that they have seized this year.", "Goma"),
        ("Rebels said on Monday that they had seized the largest city in the east.", "largest city"),
    ],
)
def test_a_description_beside_a_name_means_the_name(reader: Reader, sentence: str, taken: str) -> None:
    names = {
        c.value.name
        for e in events(reader, sentence)
        for c in e.claims
        if c.property == "recipient" and isinstance(c.value, Party)
    }
    assert names == {taken}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chad has accused Libya of arming rebels and denies planning to enter Sudan.", {("COERCE", "Chad", "Sudan")}),
        ("Niger accused Benin of theft, and Togo accuses it of arming rebels.", {("ACCUSE", "Togo", "Benin")}),
        ("The general accused the rebels of burning a clinic and vowed to punish them.", {("THREATEN", "general")}),
    ],
)
def test_who_does_what_a_second_verb_tells(reader: Reader, sentence: str, expected: set[tuple[str, ...]]) -> None:
    def names(event: Event, side: str) -> list[str]:
        return [c.value.name for c in event.claims if c.property == side and isinstance(c.value, Party)]

    found = {(e.type, *names(e, "actor")[:1], *names(e, "recipient")[:1]) for e in events(reader, sentence)}
    assert all(any(one[: len(want)] == want for one in found) for want in expected), found


@pytest.mark.parametrize(
    "further",
    [
        "The threat of rocket strikes on Djibo by rebels remains, the prefect said.",
        "The rebels have old guns, which they use to attack convoys.",
        "The prefect said he expects the rebels to step up their attacks on convoys.",
    ],
)
def test_dangers_habits_and_what_is_expected(reader: Reader, further: str) -> None:
    found = [e for e in events(reader, LEAD + further) if any(further[:30] in q.exact for q in e.evidence)]
    assert not [e for e in found if e.type in ("ASSAULT", "THREATEN") and e.modality in ("actual", "threatened")]


@pytest.mark.parametrize(
    ("sentence", "type_", "actor"),
    [
        ("Kremlin bombs fell on the city of Sumy on Monday.", "ASSAULT", "Russia"),
        ("The union called a strike of nurses from Monday.", "PROTEST", "union"),
        ("The rebel delegation left the talks in Doha on Monday.", "SANCTION", "rebel delegation"),
        ("The bandit leader Dogon Rakumi has threatened to shoot any farmer seen there after 1 July.", "THREATEN",
         "bandit leader Dogon Rakumi"),
    ],
)  # fmt: skip
def test_who_stands_behind_what_is_done_called_or_threatened(
    reader: Reader, sentence: str, type_: str, actor: str
) -> None:
    (found,) = events(reader, sentence)
    names = [c.value.name for c in found.claims if c.property == "actor" and isinstance(c.value, Party)]
    assert (found.type, names) == (type_, [actor])


def test_a_demand_to_lift_a_curfew_imposes_none(reader: Reader) -> None:
    text = LEAD + "She read out three demands: the recall of the commander, the lifting of the curfew, and a trial."
    assert not [e for e in events(reader, text) if e.mode == "curfew"]
