"""What a change of wording must change in the reading, and what it must leave alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of

SIDES = ("Israel", "Iran", "Russia", "Ukraine", "Hezbollah", "Hamas", "Rwanda", "Pakistan", "Sudan", "Turkey")
TRIED = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEATS = (
    ("{a} fired rockets at {b} on Tuesday, killing three people.", "ASSAULT"),
    ("{a} accused {b} of breaking the truce.", "ACCUSE"),
    ("{a} rejected an offer of talks from {b} on Monday.", "REJECT"),
    ("{a} threatened to attack {b} if the blockade went on.", "THREATEN"),
    ("{a} carried out air strikes against {b} on 4 March.", "ASSAULT"),
)
PRAISE = ("heroic", "criminal", "brave", "cowardly", "legendary", "shameful")


def labels(reader: Reader, text: str, *, published: str = "2024-03-06") -> list[dict[str, object]]:
    """Type, mode, modality, parties by name, places and days of each event, in order."""
    page = page_of(text.encode(), source="story.txt", given={"published": published, "language": "en"})
    reading = reader.read(page)  # type: ignore[arg-type]
    assert isinstance(reading, Reading), reading
    return [
        {
            "type": record["type"],
            "mode": record.get("mode"),
            "modality": record["modality"],
            "actors": sorted(p["name"].casefold() for p in record["actors"]),
            "recipients": sorted(p["name"].casefold() for p in record["recipients"] if p["name"] != "people"),
            "places": sorted(p["name"] for p in record["places"]),
            "when": (record["when"]["start"], record["when"]["end"]) if record.get("when") else None,
            "killed": [(count["low"], count.get("high")) for count in record["killed"]],
        }
        for record in reading.records()
    ]


def without(found: Sequence[dict[str, object]], *keys: str) -> list[dict[str, object]]:
    return [{k: v for k, v in one.items() if k not in keys} for one in found]


@TRIED
@given(feat=st.sampled_from(FEATS), pair=st.sampled_from(list(permutations(SIDES, 2))))
def test_swapping_the_sides_swaps_the_parties_and_nothing_else(
    reader: Reader, feat: tuple[str, str], pair: tuple[str, str]
) -> None:
    sentence, kind = feat
    one = labels(reader, sentence.format(a=pair[0], b=pair[1]))
    other = labels(reader, sentence.format(a=pair[1], b=pair[0]))
    assert [e["type"] for e in one] == [kind]
    assert without(one, "actors", "recipients", "places") == without(other, "actors", "recipients", "places")
    assert (one[0]["actors"], one[0]["recipients"]) == (other[0]["recipients"], other[0]["actors"])


@TRIED
@given(feat=st.sampled_from(FEATS), pair=st.sampled_from(list(permutations(SIDES, 2))), word=st.sampled_from(PRAISE))
def test_praise_and_blame_change_no_label(
    reader: Reader, feat: tuple[str, str], pair: tuple[str, str], word: str
) -> None:
    plain = feat[0].format(a=pair[0], b=pair[1])
    loaded = f"In what it called a {word} day for the nation, " + plain
    kept = labels(reader, loaded)
    assert without(kept, "places") == without(labels(reader, plain), "places")


PAIRS = (
    ("Rebels shelled the town of Sake on Tuesday.", "The town of Sake was shelled by rebels on Tuesday."),
    ("Israel bombed a bridge near Tyre on 4 March.", "A bridge near Tyre was bombed by Israel on 4 March."),
    ("Gunmen killed four farmers in Bria on Monday.", "Four farmers were killed by gunmen in Bria on Monday."),
    ("Police arrested 30 students in Dakar on Sunday.", "Thirty students were arrested by police in Dakar on Sunday."),
    ("Militants abducted nurses in Zamfara on 2 March.", "Nurses were abducted by militants in Zamfara on 2 March."),
    ("Russia struck Kharkiv with drones on Monday.", "Kharkiv was struck with drones by Russia on Monday."),
)  # fmt: skip


@pytest.mark.parametrize(("active", "passive"), PAIRS)
def test_active_and_passive_tell_the_same(reader: Reader, active: str, passive: str) -> None:
    assert labels(reader, active) == labels(reader, passive)


TOLD = (
    "Rebels shelled the town of Sake on Tuesday, killing two.",
    "Israel bombed a bridge near Tyre on 4 March.",
    "Gunmen abducted nurses in Zamfara on 2 March.",
    "Police arrested 30 students in Dakar on Sunday.",
)
TELLERS = (
    "{0}, the army said.",
    "According to the United Nations, {1}.",
    "A spokesman for the governor said that {1}.",
    '"{0}," a witness told reporters.',
)


@pytest.mark.parametrize("plain", TOLD)
@pytest.mark.parametrize("teller", TELLERS)
def test_reporting_it_changes_only_the_voice(reader: Reader, plain: str, teller: str) -> None:
    bare = plain.rstrip(".")
    lower = bare if bare.startswith("Israel") else bare[0].lower() + bare[1:]
    assert labels(reader, teller.format(bare, lower)) == labels(reader, plain)


DATES = (
    ("4 March 2024", "March 4, 2024"),
    ("4 March", "March 4"),
    ("Monday 4 March", "Monday, March 4"),
    ("28 February", "Feb. 28"),
)


@pytest.mark.parametrize(("british", "american"), DATES)
@pytest.mark.parametrize("told", ["A car bomb killed nine in Baghdad on {}.", "On {}, drones hit a depot in Odesa."])
def test_british_and_american_dates_mean_the_same_day(reader: Reader, british: str, american: str, told: str) -> None:
    assert labels(reader, told.format(british)) == labels(reader, told.format(american))


@TRIED
@given(names=st.sampled_from(list(permutations(("Hamas", "Hezbollah", "Boko Haram", "M23", "Jaish al-Adl"), 2))))
def test_renaming_an_actor_renames_only_the_actor(reader: Reader, names: tuple[str, str]) -> None:
    told = "{} fighters ambushed a convoy outside the town on Monday, killing four soldiers. {} said it would return."
    one, other = (labels(reader, told.format(name, name)) for name in names)
    assert without(one, "actors") == without(other, "actors")
    assert one[0]["actors"] != other[0]["actors"]


FATES = (
    ("Rebels attacked the town of Sake on Tuesday.", "actual"),
    ("Rebels did not attack the town of Sake on Tuesday.", "negated"),
    ("M23 plans to attack the town of Sake, its spokesman said.", "planned"),
    ("M23 has threatened to attack the town of Sake.", "threatened"),
)


@pytest.mark.parametrize(("told", "modality"), FATES)
def test_whether_it_happened_shows_in_the_modality(reader: Reader, told: str, modality: str) -> None:
    found = labels(reader, told)
    assert modality in [e["modality"] for e in found]
    assert {e["type"] for e in found} <= {"ASSAULT", "THREATEN"}
