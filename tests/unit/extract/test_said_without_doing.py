"""Wishes, own duties, figures, drills, drafts, goals and terms: words of deeds and demands that tell of none."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import on_a_page

LEAD = "Rebels shelled the town of Bunia on Monday, killing three people. "


def told(reader: Reader, text: str) -> set[tuple[str, str]]:
    """The types and modalities of the events that quote the text, which stands after a deed on its page."""
    found = on_a_page(reader, LEAD + text)
    return {(e.type, e.modality) for e in found if any(q.exact.strip() in text for q in e.evidence)}


@pytest.mark.parametrize(
    "text",
    [
        "We want Somalia to be free and peaceful, the envoy said.",
        "The premier wants Kenya weakened, an aide said.",
        "The president added that his country must defend its eastern border.",
        "These are not gifts that Kenya should ask for, the president said.",
        "The president has ordered the evacuation of his embassy in Nairobi.",
        "It was a law with which the president sought to help Kenya.",
        "Such an attack would be organised by officers of the guard, he wrote.",
        "A land invasion carries huge risks for Kenya, the expert said.",
        "His first “attack” on Kenya was to win over its tea trade, the columnist wrote.",
        "Kenya's navy fired missiles during a drill off Mombasa on Friday.",
        "Troops stormed a mock village in an exercise near Nakuru.",
        "There is a great risk that Chad will not receive the money, the minister said.",
        "The leader said that he wanted to see peaceful negotiations between Chad and Sudan.",
        "The army will not give up on disarming the militia, its chief said.",
        "The allies failed to take a bolder line on Kenya.",
        "Kenya threatens all of Africa, the president said.",
        "The agency had warned colleagues in Nairobi of a possible attack on the pipeline.",
        "It will be like trying the guards and letting the general walk free, the jurist said.",
        "Many residents have now returned to areas that they initially fled.",
        "The envoys confirmed that the allies should continue to support Chad.",
        "The generals are training their army to launch its own offensive.",
        "Critics say corruption had captured all the institutions and the officials.",
        "Traders attacked the franc on Friday.",
        "The judge shot down the minister's request on Friday.",
        "The court will sentence the colonel in May.",
        "The senator threw a grenade into the debate.",
    ],
)
def test_it_tells_of_nothing_done(reader: Reader, text: str) -> None:
    assert told(reader, text) == set()


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("The president said that Kenya must withdraw its troops from the valley.", "REQUEST", "requested"),
        ("The army ordered the evacuation of four villages near Bunia.", "REQUEST", "requested"),
        ("The premier is to urge allies to send more arms, his office said.", "REQUEST", "planned"),
        ("Gunmen attacked troops during an exercise near Nakuru on Friday.", "ASSAULT", "actual"),
        ("The navy fired missiles at a port in Yemen on Friday.", "ASSAULT", "actual"),
        ("Security guards raided a hideout near Bunia on Friday and discovered two radios.", "COERCE", "actual"),
        ("The army did not stop shelling the town of Goma.", "ASSAULT", "ongoing"),
        ("Kenya is obliged to arrest the president of Chad, the jurist said on Friday.", "COERCE", "requested"),
        ("According to the draft, the senate condemns Kenya for the raid on Goma.", "ACCUSE", "planned"),
        ("The condition for a pact is the withdrawal of Kenyan troops from Goma.", "RETREAT", "requested"),
        ("The seizure of Goma by Kenya has been the goal of the general.", "COERCE", "planned"),
        ("The army has recaptured dozens of villages from the rebels.", "COERCE", "actual"),
        ("The premier has tried to prepare the nation for war, blaming Kenya for the raids.", "ACCUSE", "actual"),
        ("The premier said that a pact with Kenya was out of the question.", "REJECT", "actual"),
        ("The president threatened Chad with war on Friday.", "THREATEN", "threatened"),
        ("The authorities have targeted bloggers since June, a lawyer said.", "COERCE", "ongoing"),
    ],
)
def test_it_tells_of_it_so(reader: Reader, text: str, kind: str, modality: str) -> None:
    assert (kind, modality) in told(reader, text)


def test_what_is_offered_to_end_threatens_nobody(reader: Reader) -> None:
    text = "The president said that the army's offensive would end if Kenyan fighters left the valley."
    assert "THREATEN" not in {kind for kind, _ in told(reader, text)}
