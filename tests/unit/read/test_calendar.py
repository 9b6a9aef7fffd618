"""Days as pages and URLs write them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read.calendar import stated_day, url_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-25T10:00:00+02:00", date(2024, 1, 25)),
        ("20240125", date(2024, 1, 25)),
        ("Thu, 25 Jan 2024 10:00:00 GMT", date(2024, 1, 25)),
        ("Published 25th of January, 2024", date(2024, 1, 25)),
        ("Jan. 25, 2024 10:00 am", date(2024, 1, 25)),
        ("Sept 3, 2021", date(2021, 9, 3)),
        ("25.01.2024", date(2024, 1, 25)),
        ("01/25/2024", date(2024, 1, 25)),
        ("03/04/2020", None),
        ("31 February 2020", None),
        ("soon", None),
    ],
)
def test_stated_day(text: str, expected: date | None) -> None:
    assert stated_day(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://e.org/2024/01/25/post", date(2024, 1, 25)),
        ("https://e.org/world/2024-01-25-post", date(2024, 1, 25)),
        ("https://e.org/20240125/post", date(2024, 1, 25)),
        ("https://e.org/2024/jan/25/post", date(2024, 1, 25)),
        ("https://e.org/2023/12/post", None),
        ("https://e.org/report-2019-2020", None),
        ("https://e.org/id/1234567890", None),
        ("https://2024-01-25.e.org/post", None),
    ],
)
def test_url_day(url: str, expected: date | None) -> None:
    found = url_day(url)
    assert (found and found[0]) == expected
