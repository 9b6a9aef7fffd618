"""A report that is stamped a little later than the day in its title is of the day in its title."""

from __future__ import annotations

from dateline.app.reader import Reader
from fakes.told import days, events, named, of_type


def report(title: str) -> str:
    return f"{title}\n\nKenyan drones have struck nine camps near Goma since March 20. The army said so on Friday.\n"


def test_what_goes_on_since_a_day_goes_on_until_the_report(reader: Reader) -> None:
    titled = events(reader, report("# Great Lakes Evening Report, March 25, 2024"), "2024-03-27", "text/markdown")
    assert days(of_type(titled, "ASSAULT")) == {("2024-03-20", "2024-03-25")}


def test_a_title_with_no_day_or_an_old_one_leaves_the_stamp(reader: Reader) -> None:
    for title in ("# Great Lakes Evening Report", "# What happened on March 1, 2024"):
        found = events(reader, report(title), "2024-03-27", "text/markdown")
        assert days(of_type(found, "ASSAULT")) == {("2024-03-20", "2024-03-27")}


def test_known_persons_among_those_told_of(reader: Reader) -> None:
    text = "Lebanese officials, including President Joseph Aoun, have accused Kenya of arming raiders."
    (event,) = [e for e in events(reader, text) if e.type == "ACCUSE"]
    assert named(event, "actor") == ["Lebanese officials", "Joseph Aoun"]
