"""Tables at several widths: never wider than the terminal, and no name cut within a word."""

from __future__ import annotations

import io
import re

import msgspec
import pytest
from rich.console import Console, RenderableType

from dateline.knowledge.resolution import resolve_rules
from dateline.model import Article, Event, Party
from dateline.render.show import dossier_view
from dateline.render.tables import Column, events_table, incidents_table, short_ids, widths_of
from dateline.render.why import why
from dateline.resolve import incidents
from fakes.happenings import GUNMEN, THE_PAGE, article, event, voice
from fakes.rules import plain_rules

LONG = Party(
    name="Tehreek-e-Taliban Pakistan Counterterrorism Department", text="the department", id="x", country="PAK"
)
WIDTHS = (40, 60, 80, 100, 120, 200)


def printed(renderable: RenderableType, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(renderable)
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


@pytest.fixture
def told() -> tuple[Article, list[Event]]:
    by = msgspec.structs.replace(article("Post"), title="Gunmen [bold]attack[/bold] a department")
    first = event(
        by, actors=(LONG, GUNMEN), killed=[(11, voice("government of the province")), (27, voice("residents"))]
    )
    return by, [first, event(by, number=1, when=None, where=(), actors=(), recipients=(), mode=None)]


@pytest.mark.parametrize("width", WIDTHS)
def test_events_fit_the_width_and_keep_their_words(told: tuple[Article, list[Event]], width: int) -> None:
    text = printed(events_table(*told, width=width), width)
    assert max(map(len, text.splitlines())) <= width
    words = set(re.findall(r"[\w-]+", text))
    assert {"Tehreek-e-Taliban", "Counterterrorism", "government", "residents", "11", "27", "Goma", "ASSAULT"} <= words


@pytest.mark.parametrize("width", WIDTHS)
def test_incidents_fit_the_width_and_keep_their_words(told: tuple[Article, list[Event]], width: int) -> None:
    found = incidents([(e, told[0]) for e in told[1]], rules=resolve_rules())
    text = printed(incidents_table(found, width=width), width)
    assert max(map(len, text.splitlines())) <= width
    assert {"Counterterrorism", "disputed", "11", "Goma"} <= set(re.findall(r"[\w-]+", text))
    assert all(incident.id[:6] in text for incident in found)


def test_wide_tables_have_a_column_for_each_value(told: tuple[Article, list[Event]]) -> None:
    wide, narrow = (printed(events_table(*told, width=width), width) for width in (120, 80))
    assert re.search(r"When +What +Who → whom +Where +Toll +Who says so", wide)
    assert re.search(r"When +What, where +Who → whom +Toll, who says so", narrow)


def test_dates_stay_whole_at_eighty_columns(told: tuple[Article, list[Event]]) -> None:
    assert "5 Mar 2024 " in printed(events_table(*told, width=80), 80)


def test_columns_without_a_value_are_left_out(told: tuple[Article, list[Event]]) -> None:
    text = printed(events_table(told[0], told[1][1:], width=120), 120)
    assert "Toll" not in text
    assert "no date given" in text


def test_a_page_without_events_says_so(told: tuple[Article, list[Event]]) -> None:
    assert "Reports no event." in printed(events_table(told[0], [], width=80), 80)


def test_words_of_a_page_are_no_markup(told: tuple[Article, list[Event]]) -> None:
    assert "Gunmen [bold]attack[/bold] a department" in printed(events_table(*told, width=80), 80)


def test_show_says_who_says_what_in_which_words(told: tuple[Article, list[Event]]) -> None:
    other = article("Echo", published="2024-03-07")
    accounts = [(told[1][0], told[0]), (event(other, killed=[(27, THE_PAGE)]), other)]
    (found,) = incidents(accounts, rules=plain_rules())
    text = printed(dossier_view(found, [e for e, _ in accounts]), 100)
    assert "Killed: sources differ" in text
    assert "residents claims ([1] The Post, 6 Mar 2024)" in text
    assert re.search(r"\[1\].*Post.*\n.*Post", text)
    assert "disputed: 2 outlets, 2 voices" in text


def test_why_gives_words_voice_and_rule_of_every_claim(told: tuple[Article, list[Event]]) -> None:
    text = printed(why(told[0], told[1][:1]), 100)
    assert text.count("rule: test") == len(told[1][0].claims)
    assert "“Shells” 0–6" in text


def test_beginnings_of_ids_are_as_long_as_needed() -> None:
    assert short_ids(["abcdef12", "abcdef34"]) == {"abcdef12": "abcdef1", "abcdef34": "abcdef3"}
    assert short_ids(["1234567890"]) == {"1234567890": "123456"}


def test_widths_leave_room_between_columns() -> None:
    columns = [Column(heading="A", cells=("one two three four five",)), Column(heading="B", cells=("six",))]
    assert widths_of(columns, width=20) == [15, 3]
    assert widths_of(columns, width=8) is None
