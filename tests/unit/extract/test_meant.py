"""Pronouns in what somebody says: the one who says it, where the number and kind agree."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Party


def named(reader: Reader, text: str, side: str) -> set[str]:
    page = page_of(text.encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    claims = [c for e in reading.events for c in e.claims if c.property == side]
    return {c.value.name for c in claims if isinstance(c.value, Party)}


@pytest.mark.parametrize(
    ("text", "side", "names"),
    [
        ("Ida Moll was found dead in Goma on Sunday; police said she had been shot.", "recipient", {"Ida Moll"}),
        ("A nurse was found dead in Goma on Sunday; officials said she had been stabbed.", "recipient", {"nurse"}),
        ("Police said he was shot in Goma on Sunday.", "recipient", set()),
        ("The minister said he had been attacked by gunmen in Goma on Sunday.", "recipient", {"minister"}),
        ("The army said it had shelled Gao on Sunday.", "actor", {"army"}),
        (
            "The minister, Musa Bello, told reporters that rebels shelled Gao on Monday. He said they used the words "
            "by which the junta explained its invasion of Gao on Monday.",
            "actor",
            {"rebels"},
        ),
        ("Residents of Djibo said they had been attacked by gunmen on Monday.", "recipient", {"residents"}),
    ],
)
def test_a_body_is_no_she_and_no_several_an_it(reader: Reader, text: str, side: str, names: set[str]) -> None:
    assert named(reader, text, side) == names


def test_we_is_nobody_told_of_before(reader: Reader) -> None:
    text = (
        "That is according to a communique of the lake summit, published on Monday.\n\n"
        '"Kenya bears responsibility for its war on Uganda. We condemn Kenya\'s violations of the treaty."'
    )
    assert "Kenya" not in named(reader, text, "actor")


def test_we_is_the_side_of_whoever_began_to_speak(reader: Reader) -> None:
    text = (
        "As the Kyiv Post reported, Kenya's foreign minister said on Monday: “They raided our towns, there is no doubt "
        "about that. We broke off diplomatic relations with Uganda after the raid.”"
    )
    assert named(reader, text, "actor") & {"Kenya", "Kyiv Post"} == {"Kenya"}


@pytest.mark.parametrize(
    ("text", "doing"),
    [
        ("President Ruto slammed Uganda on Monday, saying it had raided Turkana.", {"Uganda"}),
        ("President Ruto called the West “weak”, arguing it was blaming Kenya for the raid.", {"West"}),
        ("Kenya slammed Uganda on Monday, saying it had raided nobody.", set()),
    ],
)
def test_it_is_whoever_a_man_turns_on(reader: Reader, text: str, doing: set[str]) -> None:
    assert named(reader, text, "actor") & {"Uganda", "West"} == doing


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Armed men disguised as soldiers stopped a bus near Gulu and took nine passengers.", {"Armed men"}),
        ("Gunmen dressed as monks shot nine people in Gulu on Monday.", {"Gunmen"}),
        ("Attackers who were dressed as police raided the village of Bura.", {"Attackers"}),
        ("The mayor dressed as rebels shelled the town of Bura.", {"rebels"}),
    ],
)
def test_those_whom_somebody_dressed_as_did_nothing(reader: Reader, text: str, doers: set[str]) -> None:
    assert named(reader, text, "actor") == doers
