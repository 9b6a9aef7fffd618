"""Words that name nobody by themselves, and the ones whom the page makes clear that they mean."""

from __future__ import annotations

import pytest
from evals.reads import read_row, records


def _parties(text: str, kind: str, side: str) -> list[set[str]]:
    found = records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))
    return [{p["name"] for p in r.get(side) or []} for r in found if r["type"] == kind]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Malian authorities rejected the report. On Monday authorities arrested 20 students in Gao.",
            "Malian authorities",
        ),
        ("The government arrested 20 students who had mocked the Malian government on Monday.", "Malian government"),
        (
            "Malian authorities rejected the report, and Nigerien authorities praised it. On Monday authorities "
            "arrested 20 students in Gao.",
            "authorities",
        ),
    ],
)
def test_bare_authorities_are_those_of_the_one_country_named(text: str, actors: str) -> None:
    assert _parties(text, "COERCE", "actors") == [{actors}]


@pytest.mark.parametrize(
    ("third", "actors"),
    [("", {"Antony Blinken", "Wang Yi"}), (" Sergei Lavrov stayed away.", {"Both diplomats"})],
)
def test_both_diplomats_are_the_two_named_where_no_third_is(third: str, actors: set[str]) -> None:
    text = (
        f"Antony Blinken saw Chinese Foreign Minister Wang Yi in Bali on Monday.{third}\n\n"
        "Both diplomats called their first talks since October “candid”."
    )
    assert actors in _parties(text, "CONSULT", "actors")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Rebels attacked Hutu fighters near Goma on Monday, killing three fighters.", {"Hutu fighters"}),
        ("Rebels killed three Hutu fighters and two nurses in Goma on Monday.", {"Hutu fighters", "nurses"}),
    ],
)
def test_a_bare_word_goes_beside_the_fuller_one(text: str, recipients: set[str]) -> None:
    assert set().union(*_parties(text, "ASSAULT", "recipients")) == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Ukraine vowed an offensive to retake the Kherson region.", set()),
        ("Ukraine threatened Russia with an offensive on Monday.", {"Russia"}),
    ],
)
def test_none_threatens_a_region_of_his_own(text: str, recipients: set[str]) -> None:
    assert set().union(*_parties(text, "THREATEN", "recipients")) == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Some US politicians called on Monday for a ban on the trade.", "US politicians"),
        ("US officials called on Monday for a ban on the trade.", "US officials"),
        ("The United States called on Monday for a ban on the trade.", "United States"),
    ],
)
def test_politicians_are_not_their_state(text: str, actors: str) -> None:
    assert _parties(text, "REQUEST", "actors") == [{actors}]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Chad demands firm trade guarantees from the west that include an end to its ban.", {"West"}),
        ("Chad demands guarantees from the west of Sudan that it calls safe.", {"Sudan"}),
        ("Chad condemned the raid and made statements in the league many times - said Idris Haroun.", set()),
        ("Chad condemned Sudan on Monday - said Idris Haroun.", {"Sudan"}),
    ],
)
def test_of_whom_it_is_wanted_and_who_only_tells_it(text: str, recipients: set[str]) -> None:
    kind = "REQUEST" if "demands" in text else "ACCUSE"
    assert set().union(*_parties(text, kind, "recipients")) == recipients


@pytest.mark.parametrize(
    ("source", "actors"),
    [
        ("the High Commissioner for Human Rights", "High Commissioner for Human Rights"),
        ("Ann Otieno", "Ann Otieno"),
    ],
)
def test_he_is_no_agency_and_nothing_that_an_office_is_for(source: str, actors: str) -> None:
    text = (
        "On 9 January, the official Kuwait News Agency said that drones hit the port. On 10 January, "
        f"{source} warned that trade was down. The speaker went on. "
        f"{'He' if 'High' in source else 'She'} called for talks."
    )
    assert {actors} in _parties(text, "REQUEST", "actors")
