"""People's judgements: applied, shown, taken back, replayed, and in conflict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.app import judging
from dateline.app.drawing import refresh
from dateline.app.judging import Signature
from dateline.errors import InvalidOption
from dateline.ledger import MemoryLedger, SqliteLedger
from dateline.model import Article, Event, Incident, Toll
from dateline.model.query import IncidentQuery
from dateline.ports import Ledger
from fakes.happenings import ARMY, BUKAVU, CIVILIANS, GOMA, article, event, page, voice

WORDS = "Shells fell on the market of Kyeshero in Goma and killed fish traders, the nurse Furaha Bahati said."


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """Two reports of one shelling, and a shelling elsewhere."""
    held: Ledger = MemoryLedger() if request.param == "memory" else SqliteLedger(tmp_path / "l.db")
    for name, text, where, killed in (
        ("Post", WORDS, GOMA, 5),
        ("Echo", f"In the evening. {WORDS}", GOMA, 7),
        ("Star", "A raid on a lake port.", BUKAVU, 2),
    ):
        told = article(name, text=text)
        held.keep(page(told), told, [event(told, where=(where,), killed=[(killed, voice("nurse", "medical"))])])
    refresh(held)
    yield held
    held.close()


def at(minute: int, author: str = "ana", text: str | None = None) -> Signature:
    return Signature(author=author, at=datetime(2026, 3, 1, 12, minute, tzinfo=UTC), text=text)


def incidents(ledger: Ledger) -> list[Incident]:
    refresh(ledger)
    return sorted(ledger.incidents(IncidentQuery()), key=lambda i: -len(i.events))


def test_two_incidents_are_merged_and_the_merger_taken_back(ledger: Ledger) -> None:
    one, other = incidents(ledger)
    assert len(one.events) == 2
    made = judging.merge(ledger, one.id, other.id, signature=at(0, text="one barrage"))
    (whole,) = incidents(ledger)
    assert len(whole.events) == 3
    assert [(j.verb, j.author, j.text, j.effect) for j in whole.judgements] == [
        ("merge", "ana", "one barrage", "applied")
    ]
    judging.undo(ledger, made.id[:6], signature=at(1))
    assert incidents(ledger) == [one, other]
    assert [j.verb for j in ledger.judgements()] == ["merge", "undo"]


def test_reports_are_split_off_by_number(ledger: Ledger) -> None:
    one, _ = incidents(ledger)
    judging.split(ledger, one.id, ["2"], signature=at(0))
    assert [len(i.events) for i in incidents(ledger)] == [1, 1, 1]


def test_split_then_merge_by_the_same_reports_is_a_conflict_that_both_show(ledger: Ledger) -> None:
    one, _ = incidents(ledger)
    split = judging.split(ledger, one.id, ["2"], signature=at(0))
    first, second = [i for i in incidents(ledger) if set(i.events) <= set(one.events)]
    merge = judging.merge(ledger, first.id, second.id, signature=at(1, "ben"))
    (whole, _) = incidents(ledger)
    assert len(whole.events) == 2
    assert {j.id: j.against for j in whole.judgements} == {split.id: (merge.id,), merge.id: (split.id,)}
    assert {j.effect for j in whole.judgements} == {"in conflict"}
    assert judging.states(ledger) == {split.id: "in conflict", merge.id: "in conflict"}
    judging.undo(ledger, split.id, signature=at(2))
    (whole, _) = incidents(ledger)
    assert [j.effect for j in whole.judgements] == ["applied"]


def test_a_corrected_toll_stands_first_and_what_sources_say_below(ledger: Ledger) -> None:
    one, _ = incidents(ledger)
    made = judging.correct(ledger, one.id, "killed", "6-8", signature=at(0))
    changed, _ = incidents(ledger)
    assert changed.id == one.id
    assert changed.killed == Toll(low=6, best=6, high=8)
    first, *rest = changed.findings["killed"]
    assert first.judgement == made.id
    assert len(first.supporting) == 1
    assert len(first.dissenting) == 1
    assert [finding.value for finding in rest] == [finding.value for finding in one.findings["killed"]]


def test_two_corrections_of_one_value_are_reported_and_not_applied(ledger: Ledger) -> None:
    one, _ = incidents(ledger)
    judging.correct(ledger, one.id, "killed", "6", signature=at(0))
    judging.correct(ledger, one.id, "killed", "9", signature=at(1, "ben"))
    changed, _ = incidents(ledger)
    assert changed.killed == one.killed
    assert all(j.effect == "in conflict" and j.against for j in changed.judgements)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("when", "2024-03-04..2024-03-05"),
        ("place", "Goma"),
        ("actor", "DR Congo"),
        ("mode", "aerial"),
        ("weapon", "rocket"),
    ],
)
def test_other_fields_are_corrected_too(ledger: Ledger, field: str, value: str) -> None:
    one, _ = incidents(ledger)
    judging.correct(ledger, one.id, field, value, signature=at(0))
    changed, _ = incidents(ledger)
    assert changed.judgements[0].effect == "applied"
    found = changed.findings.get({"mode": "occurrence"}.get(field, field), ())
    assert changed.mode == "aerial" if field == "mode" else found[0].judgement == changed.judgements[0].id


@pytest.mark.parametrize(
    ("field", "value"),
    [("killed", "many"), ("killed", "9-3"), ("when", "soon"), ("colour", "red"), ("mode", "teatime"), ("type", "WAR")],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_kept(ledger: Ledger, field: str, value: str) -> None:
    one, _ = incidents(ledger)
    with pytest.raises(InvalidOption):
        judging.correct(ledger, one.id, field, value, signature=at(0))
    assert ledger.judgements() == ()


def test_a_rejected_report_no_longer_counts_and_a_rejected_incident_is_gone(ledger: Ledger) -> None:
    one, other = incidents(ledger)
    judging.reject(ledger, other.id, [], signature=at(0))
    (left,) = incidents(ledger)
    assert left == one
    judging.reject(ledger, one.id, ["1"], signature=at(1))
    assert [len(i.events) for i in incidents(ledger)] == [1]


def test_confirmations_and_notes_show_and_change_nothing_else(ledger: Ledger) -> None:
    one, _ = incidents(ledger)
    judging.confirm(ledger, one.id, signature=at(0))
    judging.note(ledger, one.id, signature=at(1, text="ask the hospital"))
    changed, _ = incidents(ledger)
    assert [(j.verb, j.text) for j in changed.judgements] == [("confirm", None), ("note", "ask the hospital")]
    assert (changed.id, changed.findings) == (one.id, one.findings)


def test_a_judgement_survives_a_page_that_is_read_anew(ledger: Ledger) -> None:
    one, other = incidents(ledger)
    judging.merge(ledger, one.id, other.id, signature=at(0))
    told: tuple[Article, Event] = next((a, e) for e, a in ledger.accounts() if a.source == "Star")
    again = event(told[0], where=(BUKAVU,), actors=(ARMY,), recipients=(CIVILIANS,), number=9)
    assert again.id != told[1].id
    assert ledger.keep(page(told[0]), told[0], [again]) == "changed"
    (whole,) = incidents(ledger)
    assert again.id in whole.events


def test_a_judgement_on_what_a_page_no_longer_tells_has_nothing_to_apply_to(ledger: Ledger) -> None:
    _, other = incidents(ledger)
    made = judging.confirm(ledger, other.id, signature=at(0))
    told = next(a for _, a in ledger.accounts() if a.source == "Star")
    ledger.keep(page(told), told, [])
    assert judging.states(ledger) == {made.id: "nothing to apply to"}


def test_what_cannot_be_judged_is_refused(ledger: Ledger) -> None:
    one, _ = incidents(ledger)
    for refused in (
        lambda: judging.merge(ledger, one.id, one.id, signature=at(0)),
        lambda: judging.split(ledger, one.id, ["1", "2"], signature=at(0)),
        lambda: judging.split(ledger, one.id, ["3"], signature=at(0)),
        lambda: judging.undo(ledger, "abc", signature=at(0)),
        lambda: judging.confirm(ledger, "nothing", signature=at(0)),
    ):
        with pytest.raises(InvalidOption):
            refused()
    assert ledger.judgements() == ()


def test_all_judgements_are_replayed_when_everything_is_drawn_anew(ledger: Ledger) -> None:
    one, other = incidents(ledger)
    judging.merge(ledger, one.id, other.id, signature=at(0))
    judging.correct(ledger, one.id, "killed", "11", signature=at(1))
    before = incidents(ledger)
    ledger.forget_drawing(mark="others")
    assert incidents(ledger) == before
