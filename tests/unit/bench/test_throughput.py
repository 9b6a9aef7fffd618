"""What the rounds of the speed measurement come to: the ratio within each round, not of one engine's luck."""

import pytest
from bench.throughput import Figures, spread, summary


def _figures(seconds: float, processor: float, megabytes: float) -> Figures:
    return {"seconds": seconds, "processor_seconds": processor, "peak_megabytes": megabytes}


def test_spread_names_the_middle_and_both_ends() -> None:
    assert spread([3.0, 1.0, 2.0]) == {"median": 2.0, "least": 1.0, "greatest": 3.0}


def test_ratios_are_taken_within_a_round() -> None:
    found = summary(
        [
            {"dateline": _figures(10, 10, 200), "spacy": _figures(20, 20, 400)},
            {"dateline": _figures(30, 10, 210), "spacy": _figures(45, 20, 390)},
            {"dateline": _figures(10, 10, 190), "spacy": _figures(90, 21, 400)},
        ]
    )
    assert found["ratio"] == {"median": 2.0, "least": 1.5, "greatest": 9.0}
    assert found["ratio_of_processor_time"]["median"] == pytest.approx(2.0)
    assert (found["dateline"]["seconds"], found["dateline"]["peak_megabytes"]) == (10, 210)
