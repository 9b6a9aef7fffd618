"""Types of what is said, refused, promised and announced, and who is meant by it, on sentences of our own."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.model import Event, Located, Party
from fakes.told import events, names, on_a_page


def test_what_is_agreed_on_is_told_once_with_the_agreeing(reader: Reader) -> None:
    found = events(reader, "Algeria and Mali have agreed to reopen two border crossings, a minister said.")
    assert [e.type for e in found] == ["AGREE"]


def test_citizens_are_not_the_state_that_speaks_to_them(reader: Reader) -> None:
    found = events(reader, "Kenya's foreign ministry urged its citizens on Monday to leave Chad.")
    assert [(side(e, "actor"), side(e, "recipient")) for e in found] == [({"KEN"}, {"citizens"})]


def test_a_descriptor_acts_by_the_name_beside_it(reader: Reader) -> None:
    found = events(reader, "Its neighbour Peru expelled two Bolivian diplomats on Wednesday.")
    assert [e.type for e in found] == ["SANCTION"]


def test_what_is_ordered_is_told_once(reader: Reader) -> None:
    found = events(reader, "Ecuador's president ordered a night curfew in Guayaquil on Friday.")
    assert [(e.type, e.mode, e.modality) for e in found] == [("COERCE", "curfew", "actual")]


def test_those_held_in_a_raid_are_told_of_once(reader: Reader) -> None:
    found = events(reader, "Police arrested 40 workers in a raid on a factory near Goma on Monday.")
    assert [(e.type, e.mode) for e in found] == [("COERCE", "arrest")]


def side(event: Event, role: str) -> set[str]:
    """Country codes, else names, of those in the role."""
    values = [c.value for c in event.claims if c.property == role]
    return {v.country or v.name for v in values if isinstance(v, Party)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # what is withheld is refused, what did not come about is not
        ("Chile will not lift the embargo on Bolivia, its foreign minister said.", "REJECT"),
        ("Rebels in Kivu will not release the two pilots before a ransom is paid.", "REJECT"),
        ("Peru and Chile failed to reach an agreement on the border posts.", "REJECT"),
        # what one says one will do, beside what is decided
        ("The junta said it would release forty prisoners in June.", "AGREE"),
        ("The rebels agreed to release the two pilots on Friday.", "AGREE"),
        ("Nigeria has decided to lift the sanctions on Niger.", "CONCEDE"),
        ("The government of Malawi will extend the curfew in Blantyre.", "THREATEN"),
        # phrases leave less doubt than single words
        ("Kenya and Uganda have agreed a landmark trade agreement.", "SUPPORT"),
        ("The government of Togo accepted the demands of the protesters.", "CONCEDE"),
        ("The president of Kenya called the president of Ghana on Monday to discuss the truce.", "CONSULT"),
        ("The president of Kenya called the president of Ghana on Monday to congratulate him.", "SUPPORT"),
        ("A court in Quito issued arrest warrants for two former colonels.", "COERCE"),
        ("Nepal withdrew 200 peacekeepers from Lebanon in March.", "SANCTION"),
        ("The first peacekeepers from Nepal arrived in Monrovia on Monday.", "AID"),
        ("The former premier of Ghana launched a scathing attack on the electoral commission.", "ACCUSE"),
    ],
)
def test_the_type_of_an_act_of_state(reader: Reader, text: str, kind: str) -> None:
    assert kind in {e.type for e in events(reader, text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Volunteers will seize old tyres from the canals on Sunday.", "THREATEN"),
        ("The former premier of Ghana launched a scathing attack on the electoral commission.", "ASSAULT"),
        ("The president of Kenya called the president of Ghana on Monday to congratulate him.", "REQUEST"),
        ("Nepal withdrew 200 peacekeepers from Lebanon in March.", "RETREAT"),
    ],
)
def test_what_it_is_not(reader: Reader, text: str, kind: str) -> None:
    assert kind not in {e.type for e in events(reader, text)}


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Kenya and Eritrea cut their diplomatic ties on Monday.", {"KEN", "ERI"}, {"KEN", "ERI"}),
        ("Kenya cut its ties with Eritrea on Monday.", {"KEN"}, {"ERI"}),
        ("Kenyan herders received weapons from the Ugandan government.", {"UGA"}, {"KEN"}),
        ("Peru fired anti-aircraft rounds at Chile on Monday.", {"PER"}, {"CHL"}),
        ("Kenyan and Ugandan activists staged a protest on Monday.", {"KEN", "UGA"}, set()),
        ("The ambassador of Peru presented her credentials to the president of Malawi.", {"PER"}, {"MWI"}),
        ("Kenya released the mayor of the city of Kampala on Monday.", {"KEN"}, {"UGA"}),
    ],
)
def test_whose_act_it_is(reader: Reader, text: str, actors: set[str], recipients: set[str]) -> None:
    found = [e for e in events(reader, text) if side(e, "actor") >= actors]
    assert found, [(e.type, side(e, "actor")) for e in events(reader, text)]
    assert side(found[0], "recipient") >= recipients


def test_soldiers_of_a_body_of_states_are_its_own(reader: Reader) -> None:
    found = events(reader, "Hundreds of UN troops withdrew from the Syrian sector of the Golan on Monday.")
    values = [c.value for e in found for c in e.claims if c.property == "actor"]
    assert {v.sector for v in values if isinstance(v, Party)} == {"IGO"}


def test_what_an_act_followed_is_not_undone_with_it(reader: Reader) -> None:
    text = "Peru abandoned the talks after rebels attacked a police post near Arequipa on Monday."
    assert {e.modality for e in events(reader, text) if e.type == "ASSAULT"} == {"actual"}


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Peru pledged nine million dollars in aid to Haiti on Monday.", "AGREE", {"HTI"}),
        ("Chile has sent forty doctors to Haiti.", "AID", {"HTI"}),
        ("The colonel warned that his men would strike back if Kenya sent tanks.", "THREATEN", {"KEN"}),
        ("The union condemned the governor's plan to sell the port.", "ACCUSE", {"governor"}),
    ],
)
def test_whom_it_is_said_to_or_given(reader: Reader, text: str, kind: str, recipients: set[str]) -> None:
    found = events(reader, text)
    assert [e.type for e in found] == [kind]
    assert {name.removeprefix("the ") for name in side(found[0], "recipient")} == recipients


def test_what_is_turned_down_is_no_promise(reader: Reader) -> None:
    found = events(reader, "Chile rejected a Kenyan proposal to send more trucks to Haiti.")
    assert [e.type for e in found] == ["REJECT"]


@pytest.mark.parametrize(
    "text",
    [
        "The two firms signed a licensing agreement in May.",
        "The brewer agreed to the takeover, shareholders were told.",
    ],
)
def test_firms_deals_are_none_of_it(reader: Reader, text: str) -> None:
    assert events(reader, text) == []


def test_a_ceremony_has_its_town(reader: Reader) -> None:
    found = events(reader, "Kenya and Peru signed a fisheries agreement in Kisumu on Monday.")
    places = [c.value for e in found for c in e.claims if c.property == "place"]
    assert [p.place.name for p in places if isinstance(p, Located)] == ["Kisumu"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Peru ended its peace deal with the rebels on Monday.", ["SANCTION"]),
        ("The governor of Tacna backed down on Monday.", ["CONCEDE"]),
        ("The critic accused the novelist of a weak sequel.", []),
        ("Two colonels were arraigned in Tacna on Monday.", ["ACCUSE"]),
    ],
)
def test_what_ends_gives_way_or_is_charged(reader: Reader, text: str, kinds: list[str]) -> None:
    assert [e.type for e in events(reader, text)] == kinds


def test_allies_are_not_those_whose_they_are(reader: Reader) -> None:
    found = events(reader, "Peru has asked its neighbours for more trucks.")
    assert side(found[0], "recipient") == {"neighbours"}


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Peru's premier ruled out talks with the miners.", "REJECT", {"miners"}),
        ("Peru summoned the Chilean ambassador over the raid.", "ACCUSE", {"CHL"}),
    ],
)
def test_whom_a_thing_refused_or_withheld_concerns(reader: Reader, text: str, kind: str, recipients: set[str]) -> None:
    found = [e for e in events(reader, text) if e.type == kind]
    assert {name.removeprefix("the ") for e in found for name in side(e, "recipient")} == recipients


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Peru's premier walked out of the summit in Lima.", ["SANCTION"]),
        ("Peru and Chile met in Lima to discuss the withdrawal of troops.", ["CONSULT"]),
        ("Peru sent troops to Tacna, and Chile increased its troops in Arica.", ["MOBILIZE", "MOBILIZE"]),
    ],
)
def test_what_is_left_or_talked_about_is_not_done(reader: Reader, text: str, kinds: list[str]) -> None:
    assert [e.type for e in events(reader, text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Peru's premier wants Chile to attack the smugglers.", ["REQUEST"]),
        ("Peru's premier wants to help Chile.", []),
        ("Peru and Chile have delayed their meeting.", ["REJECT"]),
    ],
)
def test_what_is_wanted_of_another_is_asked_of_him(reader: Reader, text: str, kinds: list[str]) -> None:
    assert [e.type for e in events(reader, text)] == kinds


def test_what_a_state_does_in_protest_is_no_march(reader: Reader) -> None:
    text = "Peru recalled its envoy from Chile on Friday in protest at remarks by the Chilean president."
    assert [e.type for e in on_a_page(reader, text)] == ["SANCTION"]


def test_what_bakers_do_in_protest_is_theirs(reader: Reader) -> None:
    text = "Bakers in Lyon closed their shops on Monday in protest at a tax imposed by the government."
    found = [e for e in on_a_page(reader, text) if e.type == "PROTEST"]
    assert [names(e, "actor") for e in found] == [{"Bakers"}]


def test_sanctions_are_slapped(reader: Reader) -> None:
    found = on_a_page(reader, "Japan slapped sanctions on two banks in Chad on Monday.")
    assert [(e.type, names(e, "actor")) for e in found] == [("SANCTION", {"Japan"})]
