"""Attacks by nobody named, on a page that tells who attacks whom; and two states that are meant by one word."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import names, on_a_page

WAR = (
    "Chad attacked the Sudanese town of Geneina on Monday. On Tuesday Chadian jets bombed a Sudanese army "
    "base near Nyala.\n\n{more}"
)


@pytest.mark.parametrize(
    ("more", "words", "doing"),
    [
        ("On Wednesday eleven missiles were fired at the Sudanese city of Kosti.", "Kosti", {"Chad"}),
        ("Two nurses were killed in a missile strike on a clinic in Kosti in Sudan.", "nurses", {"Chad"}),
        # who it was is not known, or is said otherwise
        ("On Wednesday unknown men fired at a market in Kosti in Sudan.", "Kosti", {"unknown men"}),
        ("On Wednesday a clinic in Kosti in Sudan was shelled from the Libyan side of the border.", "Kosti", set()),
        # a blast may be nobody's doing
        ("On Wednesday there was an explosion at a mill in Kosti in Sudan.", "Kosti", set()),
        # in another land than that of those it befell
        ("On Wednesday a Sudanese envoy was attacked in Madrid in Spain.", "Madrid", set()),
        # the war is not on this land
        ("On Wednesday a clinic in Arua in Uganda was shelled.", "Arua", set()),
        # over before the war began
        ("In March 2019 a clinic in Kosti in Sudan was shelled.", "Kosti", set()),
    ],
)
def test_an_attack_on_one_side_is_the_others(reader: Reader, more: str, words: str, doing: set[str]) -> None:
    found = [e for e in on_a_page(reader, WAR.format(more=more)) if any(words in q.exact for q in e.evidence)]
    assert {n for e in found if e.type == "ASSAULT" for n in names(e, "actor")} == doing


def test_two_that_attack_one_side_apart_leave_it_open(reader: Reader) -> None:
    text = (
        "Chadian troops attacked the Sudanese town of Geneina on Monday. On Tuesday Libyan jets bombed a Sudanese army "
        "base near Nyala.\n\nOn Wednesday eleven missiles were fired at the Sudanese city of Kosti."
    )
    found = [e for e in on_a_page(reader, text) if any("Kosti" in q.exact for q in e.evidence)]
    assert all(not names(e, "actor") for e in found)


def test_what_is_intercepted_is_sent_by_whoever_sends_in_the_paragraph(reader: Reader) -> None:
    text = (
        "Chad attacked Niger and Sudan again on Monday. Chad fired nine drones at Zinder in Niger. The Nigerien "
        "defence ministry said that it intercepted a missile over Agadez."
    )
    found = [e for e in on_a_page(reader, text) if any("Agadez" in q.exact for q in e.evidence)]
    assert [names(e, "actor") for e in found if e.type == "ASSAULT"] == [{"Chad"}]


@pytest.mark.parametrize(
    "force", ["The combined force", "The Chadian and Libyan combined force", "The Chadian-Libyan combined force"]
)
def test_a_combined_force_is_that_of_both(reader: Reader, force: str) -> None:
    text = f"Chadian and Libyan strikes on Sudan went on all week. {force} struck a Sudanese depot in Kosti on Monday."
    found = [e for e in on_a_page(reader, text) if any("Kosti" in q.exact for q in e.evidence)]
    assert {"Chad", "Libya"} <= {n for e in found for n in names(e, "actor")}


def test_a_combined_force_sums_nothing_up(reader: Reader) -> None:
    text = (
        "Chadian troops raided the town of Kosti in Sudan on Monday. Libyan jets bombed the town of Nyala on Tuesday. "
        "The combined force struck a bridge in Geneina on Wednesday."
    )
    found = [e for e in on_a_page(reader, text) if any("Geneina" in q.exact for q in e.evidence)]
    assert [e.type for e in found] == ["ASSAULT"]
