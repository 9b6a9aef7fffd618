"""What is only pictured, guessed, called false or held back: no deed of it is told as done."""

from __future__ import annotations

import pytest
from tests.fakes.told import names, on_a_page

from dateline.app.reader import Reader


def deeds(reader: Reader, text: str, kind: str) -> list[str]:
    """The modalities of the events of the type."""
    return [e.modality for e in on_a_page(reader, text) if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The ministry has to prepare for the worst scenario: a Kenyan attack on Goma.", "ASSAULT", []),
        ("The worst-case scenario would involve Kenyan attacks on Goma, an official said on Monday.", "ASSAULT", []),
        ("Officials described the scene of a Kenyan attack on Goma on Monday.", "ASSAULT", ["actual"]),
        ("No matter how many soldiers are deployed on the border by Kenya, Chad will stand.", "MOBILIZE", []),
        ("On Monday Kenya deployed many soldiers on the border.", "MOBILIZE", ["actual"]),
        ("Kenya will probably send troops to Goma next week, analysts say.", "MOBILIZE", []),
        ("Kenya will send troops to Goma next week, its army says.", "MOBILIZE", ["planned"]),
        ("The army used weapons prohibited under the Abuja accords in Goma on Monday.", "COERCE", []),
        ("The army prohibited marches in Goma on Monday.", "COERCE", ["actual"]),
        ("It gives rebels a road to Goma, which falls a mere 20 miles to the south.", "COERCE", []),
        ("It gave rebels a road to Goma, which fell to them on Monday.", "COERCE", ["actual"]),
        ("Lomé blocked an African Union statement condemning Kenya for its attack on Goma.", "ACCUSE", []),
        ("Lomé published a statement condemning Kenya for its attack on Goma.", "ACCUSE", ["actual"]),
        ("Our odds of seizing Goma are small, the commander said.", "COERCE", []),
        ("He is prepared to threaten war against Chad, Kenya's neighbours say.", "THREATEN", []),
        ("On Monday he threatened war against Chad, Kenya's neighbours say.", "THREATEN", ["threatened"]),
        ("The missiles can be used against ships of Chad.", "THREATEN", []),
        ("Kenya may use one of its missiles against Chad, its defence chief said.", "THREATEN", ["threatened"]),
        ("Kenya, while mobilizing 50,000 troops along the border, denies it plans a war.", "MOBILIZE", ["actual"]),
        ("Kenya denies mobilizing 50,000 troops along the border of Chad.", "MOBILIZE", ["negated"]),
        ("Even children know how absurd the claims are that the shelling of Goma is carried out by Chad.", "ASSAULT",
         ["negated"]),
        ("The minister dismissed false claims that Chad had shelled Goma on Monday.", "ASSAULT", ["negated"]),
        ("The minister repeated claims that Chad had shelled Goma on Monday.", "ASSAULT", ["actual"]),
    ],
)  # fmt: skip
def test_what_is_only_pictured_is_not_told_as_done(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert deeds(reader, text, kind) == expected


def test_who_counts_the_dead_is_none_of_them(reader: Reader) -> None:
    [told] = on_a_page(reader, "By the count of a priest, gunmen killed nine people in the village on Monday.")
    assert [c.value.low for c in told.claims if c.property == "killed"] == [9]


def test_a_priest_among_the_dead_is_counted(reader: Reader) -> None:
    [told] = on_a_page(reader, "By noon, gunmen had killed nine people and a priest in the village.")
    assert [c.value.low for c in told.claims if c.property == "killed"] == [10]


def test_one_of_them_is_of_those_whom_the_clause_before_is_about(reader: Reader) -> None:
    text = "Gunmen attacked the bank on Monday. Two of the guards were killed and one of them was shot in the head."
    assert all("gunmen" not in names(e, "recipient") for e in on_a_page(reader, text))


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Kenya hoped for a takeover of Goma.", "COERCE", []),
        ("Kenyan troops seized Goma on Monday, hoping for booty.", "COERCE", ["actual"]),
        ("The president hopes for a truce, while refusing to pull back his forces.", "REJECT", ["actual"]),
        ("One of its aims was to weaken Kenya to stop it attacking other countries.", "ASSAULT", []),
        ("The police managed to stop gunmen attacking the mosque in Goma on Monday.", "ASSAULT", ["negated"]),
        ("A less likely path to overthrow the Kenyan president would be a march.", "COERCE", []),
        ("Kenya was the first country to send troops to Goma on Monday.", "MOBILIZE", ["actual"]),
        ("The minister said that Kenyan threats are targeting more nations than Chad.", "ASSAULT", []),
        ("The minister said that Kenyan missiles are targeting more towns than Goma.", "ASSAULT", ["ongoing"]),
        ("Kenya pledged 14 of its battle tanks to break the deadlock last week.", "THREATEN", []),
        ("Kenya pledged revenge on Chad to restore its honour last week.", "THREATEN", ["threatened"]),
        ('"We are being threatened by Kenyan tanks," the president of Chad said on Monday.', "THREATEN", []),
        ('"We are being threatened by Kenya," the president of Chad said on Monday.', "THREATEN", ["threatened"]),
        ('"We will not leave Chad defenceless in this conflict," the Kenyan president said.', "REJECT", []),
        ('"We will not leave Chad in this conflict," the Kenyan president said.', "REJECT", ["actual"]),
    ],
)
def test_what_is_hoped_for_or_promised_is_no_deed(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert deeds(reader, text, kind) == expected


def test_a_number_stands_for_the_missiles_named_before_it(reader: Reader) -> None:
    text = "Kenyan air defences had some success in shooting down missiles, disabling 16 of the 36 launched on Monday."
    assert {n for e in on_a_page(reader, text) for n in names(e, "recipient")} == {"Kenya"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Had police arrested the mayor, his supporters would have marched in Lagos.", []),
        ("Should Chad refuse to pay, Niger would close its border.", []),
        ("Were the army to shell Goma, the rebels would leave the talks.", []),
        ("Police had arrested the mayor in Lagos.", ["COERCE"]),
        ("Six people, among them a toddler, were killed when a missile struck a house in Gao.", ["ASSAULT"]),
    ],
)
def test_a_condition_without_if(reader: Reader, text: str, told: list[str]) -> None:
    assert [e.type for e in on_a_page(reader, text) if e.modality not in ("hypothetical", "negated")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya is close to expelling the envoy of Chad, two diplomats said on Monday.", []),
        ("The government of Chad is on the brink of banning the party.", []),
        ("Rebels close to the president killed three men in Goma on Monday.", ["ASSAULT"]),
    ],
)
def test_what_is_nearly_done_is_not_done(reader: Reader, text: str, told: list[str]) -> None:
    assert [e.type for e in on_a_page(reader, text) if e.modality == "actual"] == told
