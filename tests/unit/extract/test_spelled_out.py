"""The day of a deed with which a page opens, from what spells it out; that of a noun by the participle after it."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import days, events, of_type

LEAD = "Rebel rockets have struck towns across Kenya, the worst such fire in months."


@pytest.mark.parametrize(
    ("told", "dated"),
    [
        ("Fourteen rockets were fired at Kisumu on Thursday, the army said.", True),
        ("Fourteen rockets were fired at Arusha in Tanzania on Thursday, the army said.", False),
        ("Fourteen rockets were fired at Kisumu on Thursday and six at Nakuru. Rockets hit Eldoret on Tuesday.", False),
        ("Thieves stabbed a guard in Kisumu on Thursday, the police said.", False),
    ],
)
def test_opening_has_the_day_of_what_spells_it_out(reader: Reader, told: str, dated: bool) -> None:
    first = next(e for e in events(reader, f"{LEAD} {told}") if any("months" in q.exact for q in e.evidence))
    assert (("2024-03-28", "2024-03-28") in days(first)) is dated


def test_noun_has_the_day_of_its_participle(reader: Reader) -> None:
    text = "The accusations by Kolo against Norway, made in a speech on Monday, drew an answer on Thursday."
    assert days(of_type(events(reader, text), "ACCUSE")) == {("2024-03-25", "2024-03-25")}
