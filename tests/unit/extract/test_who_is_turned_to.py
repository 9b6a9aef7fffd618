"""Who did what to whom where a clause, a passive, a noun or a pronoun keeps the parties apart."""

from __future__ import annotations

import pytest
from evals.reads import Record, read_row, records


def _of_type(text: str, kind: str) -> list[Record]:
    return [r for r in records(read_row({"id": "x", "text": text, "published": "2024-01-25"})) if r["type"] == kind]


def _names(record: Record, slot: str) -> list[str]:
    return sorted(p["name"] for p in record.get(slot) or [])


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # the same preposition again
        ("The council imposed sanctions on Kenya and on Peru.", "SANCTION", ["council"], ["Kenya", "Peru"]),
        # whose refusal or statement it is
        ("Kenya's refusal to free a pilot was criticised by Peru.", "ACCUSE", ["Peru"], ["Kenya"]),
        ("A report by the UN accused Kenya and Uganda of looting.", "ACCUSE", ["United Nations"], ["Kenya", "Uganda"]),
        ("Kenya and Peru released a joint statement condemning Niger.", "ACCUSE", ["Kenya", "Peru"], ["Niger"]),
        # who is to do what is asked
        ("Kenya's demand for Peru to free a pilot was noted.", "REQUEST", ["Kenya"], ["Peru"]),
        ("Chad called for Niger to pay damages and for Mali to free a pilot.", "REQUEST", ["Chad"], ["Mali", "Niger"]),
        # who is refused, and whose step it is
        ("Peru demanded a truce on Monday, but Chad refused.", "REJECT", ["Chad"], ["Peru"]),
        # a people's plight by its possessor
        ("The students' abduction by bandits shocked the town of Zuru.", "ASSAULT", ["bandits"], ["students"]),
        ("The rebels' killing of two nurses in Goma shocked the town.", "ASSAULT", ["rebels"], ["nurses"]),
        # whoever "it" is turned on, thanked or held by
        ("Chad shut its border with Niger, accusing it of lies.", "ACCUSE", ["Chad"], ["Niger"]),
        ("Chad persuaded Mali to release the soldiers it had detained.", "COERCE", ["Mali"], ["soldiers"]),
        # who does what another is charged with
        ("Judges charged two officers with beating a detainee to death.", "ASSAULT", ["officers"], ["detainee"]),
        # those who come from a land are not the land, nor is a body's branch
        ("Militants from Niger killed 12 villagers in Sokoto.", "ASSAULT", ["Militants from Niger"], ["villagers"]),
        ("A woman tied to Al-Qaeda who shot at officers was held.", "ASSAULT", ["woman"], ["officers"]),
        ("MSF Sudan condemned a raid by bandits.", "ACCUSE", ["Médecins Sans Frontières"], ["bandits"]),
        # bombers do it, and suffer nothing
        ("Militants detonated two bombs near a bridge in Kano.", "ASSAULT", ["Militants"], ["bridge"]),
        # who gives and who is given
        ("Aid from Jordan reached Gaza on Sunday.", "AID", ["Jordan"], ["Gaza"]),
        ("Chad has received by courier money from Niger.", "AID", ["Niger"], ["Chad"]),
        ("Officials of Chad hosted a Houthi delegation on Monday.", "CONSULT", ["Chad", "Houthis"], []),
        # what is said to be ahead with another
        ("Kenya said that it is ready to negotiate with Peru.", "AGREE", ["Kenya"], ["Peru"]),
        ("Chad fired two shells near a ship from Niger.", "ASSAULT", ["Chad"], ["Niger"]),
    ],
)
def test_each_party_stands_on_its_side(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    (found,) = _of_type(text, kind)[:1]
    assert (_names(found, "actors"), _names(found, "recipients")) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # nobody goes back
        ("An attack on the rebels by the army left nine fighters dead.", "RETREAT"),
        ("The minister left for Lima on Monday for meetings.", "RETREAT"),
        # all of it is asked of the other
        (
            "Chad continues to urge Niger to keep its word, to end the war, and to withdraw its men, Kolo said.",
            "RETREAT",
        ),
        ("The envoy resisted taking a harder line on Niger.", "COERCE"),
    ],
)
def test_nothing_of_the_kind_is_told(text: str, kind: str) -> None:
    assert not _of_type(text, kind)


def test_a_step_goes_to_who_took_it_and_no_further_back() -> None:
    far = " ".join(f"The market in ward {n} was full on Monday." for n in range(8))
    told = "Chad defended its decision to close the mine. The rain has come. Peru criticised the decision."
    apart = f"Chad defended its decision to close the mine. {far} Peru criticised the decision."
    near, away = (next(r for r in _of_type(t, "ACCUSE") if _names(r, "actors") == ["Peru"]) for t in (told, apart))
    assert (_names(near, "recipients"), _names(away, "recipients")) == (["Chad"], [])


def test_who_is_told_of_a_threat_threatens_nobody() -> None:
    (found,) = _of_type("A clerk was threatened by letter on Sunday, Kenyan police said on Monday.", "THREATEN")
    assert _names(found, "actors") == []


def test_a_tribunal_over_a_war_is_not_asked_of_the_invader() -> None:
    (found,) = _of_type("Peru has called for a tribunal over Chad's invasion of Niger.", "REQUEST")
    assert _names(found, "recipients") == []
