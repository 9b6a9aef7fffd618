"""Who "he" is that says more: the person who spoke last, unless another is named since as one the page is about."""

from __future__ import annotations

import pytest
from tests.fakes.told import named, of_type, on_a_page

from dateline.app.reader import Reader

SHELLED = "said that shells had struck the market of Kharkiv"


def _voice(reader: Reader, text: str) -> str:
    event = of_type(on_a_page(reader, text), "ASSAULT")
    return event.claims[0].voice.name


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Kowalski told reporters that Vladimir Putin had lost his way.", "Kowalski"),
        ("“It was a grim night,” Novak said of the speech by Volodymyr Zelensky.", "Novak"),
        ("“Joe Biden's envoys were warned,” said Novak. He added that it was late.", "Novak"),
        ("A spokesman for the mayor said Vladimir Putin was unwell.", "spokesman for the mayor"),
    ],
)
def test_whoever_spoke_last_speaks_on(reader: Reader, before: str, who: str) -> None:
    assert _voice(reader, f"{before} He {SHELLED}.") == who


def test_a_surname_stands_for_the_name_called_before(reader: Reader) -> None:
    text = "Police took Joanna Novak to court on Monday, where they charged her. Novak told the court that she was ill."
    assert _voice(reader, f"{text} She {SHELLED}.") == "Joanna Novak"


@pytest.mark.parametrize(
    ("before", "who"),
    [
        # the one whom the last clause is about
        ("Kowalski said it was late. Vladimir Putin met the envoy of Chad.", "Vladimir Putin"),
        # what a body says is told, and no "he" is a body
        ("Vladimir Putin met the envoy of Chad. The ministry said it was late.", "Vladimir Putin"),
        # a speaker whom another quotes is not the one who speaks on
        ("Kowalski said that Vladimir Putin had said it was late.", "Kowalski"),
    ],
)
def test_another_may_be_meant(reader: Reader, before: str, who: str) -> None:
    assert _voice(reader, f"{before} He {SHELLED}.") == who


def test_who_speaks_on_does_what_is_done_by_speaking(reader: Reader) -> None:
    text = "Kowalski told reporters that Vladimir Putin was ill. He also accused the rebels of shelling the market."
    assert named(of_type(on_a_page(reader, text), "ACCUSE"), "actor") == ["Kowalski"]
