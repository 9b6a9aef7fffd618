"""Of what there is said to be no evidence nothing is told as done; who is committed to a thing has promised nothing."""

from __future__ import annotations

from evals.reads import Record, read_row, records


def _read(text: str) -> list[Record]:
    return records(read_row({"id": "x", "text": text, "published": "2024-01-25"}))


def test_no_evidence_of_a_deed_is_no_report_of_it() -> None:
    found = _read(
        "The army pulled out of Bara on Monday. Diplomats said that there was no evidence of an attack on Gao."
    )
    assert [r for r in found if r["type"] == "ASSAULT" and r["modality"] == "actual"] == []


def test_evidence_of_a_deed_is() -> None:
    found = _read("Diplomats said on Monday that there was evidence of an attack on Gao by the rebels.")
    assert [r["modality"] for r in found if r["type"] == "ASSAULT"] == ["actual"]


def test_who_is_committed_to_the_law_agrees_to_nothing() -> None:
    text = (
        "The camp is full. Governments committed to the law of war need to be ready to defend it. Rain fell on Monday."
    )
    assert [r for r in _read(text) if r["type"] == "AGREE"] == []


def test_who_sees_no_evidence_does_not_report_it() -> None:
    text = (
        "The military said some troops were withdrawing from the border. "
        "However Western leaders say there is no evidence of the withdrawal yet."
    )
    (found,) = _read(text)
    assert {v["name"]: v["stance"] for v in found["voices"]} == {"military": "reports", "Western leaders": "denies"}
