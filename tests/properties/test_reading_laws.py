"""Laws of reading: quotes hold, ids come from content alone, precision is never invented, no claim without evidence."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Count, Dated, Issue, Page
from properties.strategies import anything, stories

TRIED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PUBLISHED = "2024-03-06"


def read(reader: Reader, text: str, *, published: str | None = PUBLISHED) -> Reading | None:
    """The reading of a text; None where it is refused as no story, which is no fault."""
    given_ = {"published": published} if published else {}
    page = page_of(text.encode(errors="surrogatepass"), source="story.txt", given=given_)
    found = reader.read(page, latest=date(2024, 3, 6)) if isinstance(page, Page) else page
    if isinstance(found, Issue):
        assert found.code != "fault", found
        return None
    return found


def quotes(value: object) -> Iterator[tuple[int, int, str]]:
    """Every quotation at any depth of a JSON-ready value."""
    if isinstance(value, dict):
        if {"start", "end", "exact"} <= set(value):
            yield value["start"], value["end"], value["exact"]
        for part in value.values():
            yield from quotes(part)
    elif isinstance(value, list):
        for part in value:
            yield from quotes(part)


@TRIED
@given(text=stories | anything)
def test_quotes_hold(reader: Reader, text: str) -> None:
    found = read(reader, text)
    if found is not None:
        whole = found.article.text
        held = list(quotes(msgspec.to_builtins((found.document.mentions, found.events))))
        assert all(whole[start:end] == exact for start, end, exact in held)
        assert all(whole[b.start : b.end] == b.text for b in found.article.blocks if b.kept and b.start is not None)
        assert all(whole[s.start : s.end].strip() for s in found.document.sentences)


@TRIED
@given(text=stories)
def test_every_value_in_a_record_leads_back_to_words(reader: Reader, text: str) -> None:
    found = read(reader, text)
    for record in found.records() if found is not None else []:
        assert record["evidence"]
        for name in (
            "actors",
            "recipients",
            "places",
            "weapons",
            "killed",
            "injured",
            "missing",
            "detained",
            "voices",
            "framing",
        ):
            assert all(value["evidence"] for value in record[name]), (name, record[name])
        assert "when" not in record or record["when"]["evidence"]


@TRIED
@given(text=stories)
def test_no_claim_without_evidence_voice_and_rule(reader: Reader, text: str) -> None:
    found = read(reader, text)
    for event in found.events if found is not None else ():
        assert {"occurrence"} <= {claim.property for claim in event.claims}
        assert all(claim.evidence and claim.voice.name and claim.rule for claim in event.claims)
        counts = [claim.value for claim in event.claims if isinstance(claim.value, Count)]
        assert all(count.high is None or count.low <= count.high for count in counts)


@TRIED
@given(text=stories)
def test_ids_come_from_content_alone(reader: Reader, text: str) -> None:
    assert read(reader, text) == read(reader, text)
    first, other = read(reader, text), read(reader, text, published="2023-01-01")
    if first is not None and other is not None:
        assert first.article.id == other.article.id
    for event in first.events if first is not None else ():
        assert len({claim.id for claim in event.claims}) == len(event.claims)


@TRIED
@given(day=st.dates(date(2015, 1, 1), date(2024, 2, 1)), form=st.sampled_from(("day", "month", "year")))
def test_a_period_is_never_finer_than_its_words(reader: Reader, day: date, form: str) -> None:
    month = month_name[day.month]
    said = {"day": f"on {day.day} {month} {day.year}", "month": f"in {month} {day.year}", "year": f"in {day.year}"}[
        form
    ]
    told = f"Clashes in the east\n\nGunmen killed five soldiers in Goma {said}, the army said.\n"
    found = read(reader, told, published=(day + timedelta(days=4)).isoformat())
    assert found is not None
    periods = [c.value.period for e in found.events for c in e.claims if isinstance(c.value, Dated)]
    assert periods
    for period in periods:
        assert period.precision == form
        assert period.start <= day <= period.end
        assert (period.end - period.start).days + 1 >= {"day": 1, "month": 28, "year": 365}[form]


def test_where_the_text_gives_no_date_the_event_has_none(reader: Reader) -> None:
    found = read(reader, "Fighting in the east\n\nGunmen killed five soldiers in Goma, the army said.\n")
    assert found is not None
    assert found.events
    assert not [c for e in found.events for c in e.claims if c.property == "when"]
