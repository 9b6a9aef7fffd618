"""Counts of the dead and hurt by the many ways of telling them."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Count


def tolls(reader: Reader, text: str) -> set[tuple[str, int]]:
    page = page_of(
        text.encode(), source="page", given={"published": "2024-05-08", "language": "en"}, media_type="text/plain"
    )
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return {(c.property, c.value.low) for e in reading.events for c in e.claims if isinstance(c.value, Count)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in another sentence than the deed, in words of their own
        (
            "Shells hit a depot in Jos on Monday. A watchman, who was asleep, died on the spot. A mechanic and his "
            "daughter were taken to hospital with shrapnel wounds.",
            {("killed", 1), ("injured", 2)},
        ),
        ("Soldiers stormed a mill in Jos on Monday. A nurse saw five people with bullet wounds.", {("injured", 5)}),
        (
            "Police used water cannon on a march in Jos on Monday. Eleven of them suffered broken bones, a union said.",
            {("injured", 11)},
        ),
        (
            "Shells hit a mill in Jos on Monday. A clerk was killed and the baker's wife lost a leg.",
            {("killed", 1), ("injured", 1)},
        ),
        (
            "Fighters overran a post near Jos on Monday. The army said that it had lost six men.",
            {("killed", 6)},
        ),
        (
            "The army shelled Jos. The ministry said that a battery and up to 20 servicemen were destroyed.",
            {("killed", 20)},
        ),
        ("Shells hit a mill in Jos on Monday. A nurse counted eleven dead.", {("killed", 11)}),
        ("A crowd in Jos caught a lookout on Monday, beat him and burned his body.", {("killed", 1)}),
        (
            "Shells hit Goma on Monday. Six of our brothers lost their lives and more than forty were hurt.",
            {("killed", 6), ("injured", 40)},
        ),
        ("Two gunmen killed five people in Jos on Monday.", {("killed", 5)}),
        ("A baker was fatally stabbed in Jos on Monday, police said.", {("killed", 1)}),
        ("Three drivers were burned alive by bandits near Jos on Monday.", {("killed", 3)}),
        ("Mercenaries hanged four herders near Jos on Monday.", {("killed", 4)}),
        ("The bodies of four porters with bullet wounds were found near Jos on Monday.", {("killed", 4)}),
        ("The bodies of four skiers were found in the snow near Jos on Monday.", set()),
        ("The villagers buried 17 people after an air strike on a wedding near Jos on Monday.", {("killed", 17)}),
        ("Nine traders were laid to rest after an air strike on a market near Jos on Monday.", {("killed", 9)}),
        ("Nine traders were buried under rubble in an air strike on a market near Jos on Monday.", set()),
        ("A clash took place near Jos on Monday, after which three bodies of bandits were seized.", {("killed", 3)}),
        ("A shell hit a house near Jos on Monday. A couple and their grandson died.", {("killed", 3)}),
        ("A bomb disposal expert was killed in Jos on Monday.", {("killed", 1)}),
        ("Five loggers and a guide were executed by fighters near Jos on Monday.", {("killed", 6)}),
        ("The army said it had killed 16 raiders and freed nine women near Jos on Monday.", {("killed", 16)}),
        ("A mob lynched two drivers in Jos on Monday.", {("killed", 2)}),
        ("A baker was stabbed in Jos on Monday, police said.", set()),
        ("Three men were shot dead in Jos on Monday by a gunman, police said.", {("killed", 3)}),
        (
            "Shells hit Goma on Monday. The number of the dead has grown to five, the number of the injured to 17.",
            {("killed", 5), ("injured", 17)},
        ),
        (
            "Rockets killed 13 people in Beni on Monday. The two other men killed have not been named.",
            {("killed", 13)},
        ),
        ("In Beni the attackers hacked at least seven people to death on Monday.", {("killed", 7)}),
        (
            "Drones attacked Kosti on Tuesday, which led to the martyrdom of four citizens and the injury of 11.",
            {("killed", 4), ("injured", 11)},
        ),
        ("The bandits fled north, and villagers killed three of them near Jos on Sunday.", {("killed", 3)}),
        (
            "Gunmen attacked Jos on Sunday. Officials gave the final toll of Sunday's assault on Jos as 18.",
            {("killed", 18)},
        ),
        (
            "Four soldiers embraced martyrdom and nine others sustained injuries in an attack on Bannu on Monday.",
            {("killed", 4), ("injured", 9)},
        ),
        (
            "Shells fell on El Obeid on Monday and seven people died. The committee counted 20 wounded this time.",
            {("killed", 7), ("injured", 20)},
        ),
        (
            "A guard was killed and three passers-by were wounded on Monday in Kharkiv, when men threw a grenade.",
            {("killed", 1), ("injured", 3)},
        ),
        (
            "At Kirkuk, four drivers were killed on Monday at a barrier. A group knew of 14 dead in Mosul alone.",
            {("killed", 4)},
        ),
        (
            "Correction: An earlier version of this article said that ten people were injured on Friday in Cali. "
            "Gunmen attacked a bus in Cali on Friday and wounded nine people.",
            {("injured", 9)},
        ),
        (
            "A guard was killed in Melitopol on Tuesday when a bomb went off. At least six officials have died in this "
            "way since 2022.",
            {("killed", 1)},
        ),
        ("The army shelled Goma on Monday, killing 30 people, two of them nurses.", {("killed", 30)}),
        ("Two hospitals in Goma received 30 wounded after shells hit a market on Monday.", {("injured", 30)}),
        ("The mayor of a small town near Beni was shot dead outside his home on Monday.", {("killed", 1)}),
        ("Gunmen ambushed a beekeeper near Beni on Monday, killing him.", {("killed", 1)}),
        ("Three traders and a boy were gunned down near Beni on Monday.", {("killed", 4)}),
        (
            "Two truck drivers were burnt to death when bandits set their lorries alight near Beni on Monday.",
            {("killed", 2)},
        ),
        ("Gunmen shot two Bangladeshis dead near Beni on Monday.", {("killed", 2)}),
        ("The council of a town near Beni was shot at on Monday.", set()),
        ("Three millers were ambushed and killed near Beni on Monday.", {("killed", 3)}),
        ("Eight minors were wounded in two clashes between rebels and soldiers near Beni on Monday.", {("injured", 8)}),
        ("Raiders ambushed three millers near Beni on Monday and killed a guard.", {("killed", 1)}),
    ],
)
def test_ways_of_counting(reader: Reader, text: str, expected: set[tuple[str, int]]) -> None:
    assert tolls(reader, text) == expected


@pytest.mark.parametrize(
    ("told", "hurt"),
    [
        ("Pirates fired a grenade at a tanker. One of the 21 crew was cut by glass when it burst.", {("injured", 1)}),
        ("Pirates fired a grenade at a tanker. One of the 21 cables was cut by a diver.", set()),
    ],
)
def test_who_is_cut_by_glass_is_hurt(reader: Reader, told: str, hurt: set[tuple[str, int]]) -> None:
    assert tolls(reader, told) == hurt


def test_who_tells_of_it_is_not_counted(reader: Reader) -> None:
    text = "One woman said, armed men kidnapped her two sons in Zamfara on Monday."
    assert ("abducted", 1) not in tolls(reader, text)
