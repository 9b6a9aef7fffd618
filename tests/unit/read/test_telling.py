"""A page comes out no earlier than the days it tells of."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read.telling import latest_told

WEDNESDAY = date(2026, 4, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Thursday, police broke up a march.", date(2026, 4, 16)),
        ("A boy was buried on Thursday at noon. On Friday the shops opened.", date(2026, 4, 17)),
        ("On Thursday, police broke up a march. This morning the shops were shut.", date(2026, 4, 17)),
        ("The shops opened again this morning.", date(2026, 4, 16)),
        ("The council will meet on Thursday.", None),
        ("The women walked to the Friday mosque.", None),
        ("On Tuesday the talks had failed.", None),
        ("“We buried him this morning,” his uncle said.", None),
        ("It was quiet.", None),
    ],
)
def test_latest_day_told(text: str, expected: date | None) -> None:
    found = latest_told(text, since=WEDNESDAY)
    assert (found[0] if found else None) == expected
