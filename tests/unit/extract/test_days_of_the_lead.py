"""What the day of a story's lead dates: what is told near it, in the past, of those whom it names."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import days, events, telling

LEAD = "Ada Kolo, the president of Kenya, opened a school in Mombasa on 26 March."


@pytest.mark.parametrize(
    "later",
    [
        "Norway has refused to recognise the junta in Niger.",
        "As the agency reported earlier, Kolo called on Norway to leave Chad.",
        "In the run-up to the visit, Kolo fumed, and accused Norway of arming the rebels in Chad.",
        "At the start of the war, Kolo urged the rebels to lay down their arms.",
        "A report of hers counts 75 individual cases of arbitrary detention by the police of Kenya.",
        "Earlier in the week, Kolo urged the rebels to lay down their arms.",
        "Bo Lindh, who leads the opposition of Norway, urged the rebels in Chad to lay down their arms.",
        "On 27 March Bo Lindh of Norway urged the rebels in Chad to lay down their arms.",
    ],
)
def test_what_is_of_another_day_or_of_others_does_not_take_it(reader: Reader, later: str) -> None:
    found = events(reader, f"{LEAD}\n\nPupils sang for an hour.\n\nIt rained.\n\n{later}")
    assert ("2024-03-26", "2024-03-26") not in {
        d for e in found if later in {q.exact for q in e.evidence} for d in days(e)
    }


@pytest.mark.parametrize(
    "later",
    [
        "Kolo urged the rebels in Chad to lay down their arms.",
        "Kenya urged the rebels in Chad to lay down their arms.",
    ],
)
def test_what_those_named_beside_it_said_was_said_then(reader: Reader, later: str) -> None:
    found = events(reader, f"{LEAD}\n\nPupils sang for an hour.\n\n{later}")
    assert days(telling(found, "urged")) == {("2024-03-26", "2024-03-26")}


@pytest.mark.parametrize(
    ("lead", "dated"),
    [
        ("Norland and Chad share a border. Today they face the same drought.", False),
        ("Norland and Chad held a summit today.", True),
    ],
)
def test_today_in_the_present_is_no_day(reader: Reader, lead: str, dated: bool) -> None:
    found = events(reader, f"{lead}\n\nPolice in Abeche arrested nine traders.")
    assert bool(days(telling(found, "arrested"))) is dated


def test_a_day_that_opens_what_one_speaker_said_and_said_is_that_of_all(reader: Reader) -> None:
    found = events(reader, "On 26 March Ada Kolo rejected the plan and accused Norway of arming the rebels in Chad.")
    assert days(telling(found, "accused")) == {("2024-03-26", "2024-03-26")}


def test_a_day_that_opens_what_was_told_before_is_its_day_and_goes_no_further(reader: Reader) -> None:
    text = (
        "As previously reported, on 24 March rebels shelled a school in Gao. "
        "Police have meanwhile arrested nine traders in Kidal."
    )
    found = events(reader, text)
    assert days(telling(found, "shelled")) == {("2024-03-24", "2024-03-24")}
    assert not days(telling(found, "arrested"))


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("after an ambush in Gao that took five lives on 24 March", True),
        ("after an ambush in Gao, which Norway condemned on 24 March", False),
    ],
)
def test_what_a_deed_did_it_did_on_its_day(reader: Reader, words: str, dated: bool) -> None:
    found = events(reader, f"The senate met on 20 March.\n\nGuards stood at the gate {words}.")
    assert (("2024-03-24", "2024-03-24") in days(telling(found, "ambush"))) is dated


MONTH = {("2024-02-01", "2024-02-29")}
REVIEW = (
    "Our monthly letter is short this time.\n\nThe harbour froze.\n\n"
    "Gunmen killed seven people at a well near Gao in Mali."
)
NAMED = REVIEW.replace("Mali", "Mali on the 9th")


@pytest.mark.parametrize(
    ("title", "text", "published", "expected"),
    [
        ("The month in the valley: February", REVIEW, "2024-03-02", MONTH),
        ("March on the lake", REVIEW, "2024-04-02", {("2024-03-01", "2024-03-31")}),
        ("Weekly brief, 19 to 25 February", REVIEW, "2024-02-26", {("2024-02-19", "2024-02-25")}),
        ("March on the lake", REVIEW, "2024-03-28", set()),
        ("The month in the valley: February", REVIEW, "2024-05-02", set()),
        ("A well in February", REVIEW.replace("Our monthly letter", "The letter"), "2024-03-02", set()),
        ("The month in the valley: February", NAMED, "2024-03-02", {("2024-02-09", "2024-02-09")}),
        ("The month in the valley: February", REVIEW.replace("killed", "twice killed"), "2024-03-02", set()),
    ],
)  # fmt: skip
def test_an_entry_of_a_review_without_a_day_is_of_the_time_that_the_title_names(
    reader: Reader, title: str, text: str, published: str, expected: set[tuple[str, str]]
) -> None:
    html = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{html}</article></body></html>"
    found = events(reader, page, published=published, media_type="text/html")
    assert days(telling(found, "killed")) == expected


def test_what_is_said_on_a_page_of_the_day_itself_was_said_then(reader: Reader) -> None:
    text = (
        "Militias fought in Zawiya on Saturday, shutting a refinery. Four people had been killed since the clashes "
        "erupted on Friday, doctors said. Minister Omar Sefta warned both groups that drones would be used."
    )
    assert days(telling(events(reader, text), "warned")) == {("2024-03-30", "2024-03-30")}
    assert days(telling(events(reader, text, published="2024-04-03"), "warned")) == set()


@pytest.mark.parametrize(
    ("title", "said", "dated"),
    [
        ("Sahel report, March 27", "Norway also condemned the raid on the school.", True),
        ("Sahel report", "Norway also condemned the raid on the school.", False),
        ("Sahel report, March 27", "Norway had condemned the raid on the school.", False),
    ],
)
def test_what_was_said_once_in_a_report_of_one_day_was_said_then(
    reader: Reader, title: str, said: str, dated: bool
) -> None:
    text = f"<p>The harbour is wide. Fishers sell their catch there.</p><p>Buses ran late. It rained.</p><p>{said}</p>"
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>"
    found = events(reader, page, published="2024-03-28", media_type="text/html")
    assert days(telling(found, "condemned")) == ({("2024-03-27", "2024-03-27")} if dated else set())
