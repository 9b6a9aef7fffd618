"""Names in one list are of one kind, and share the noun that follows them."""

from __future__ import annotations

from typing import NamedTuple

from dateline.annotate.place_lists import lists, of_one_kind, shared_feature
from dateline.knowledge.places import load_place_rules
from dateline.model.gazetteer import GazetteerEntry, PlaceKind

RULES = load_place_rules()


class Name(NamedTuple):
    name_start: int
    name_end: int
    entries: tuple[GazetteerEntry, ...]


def place(ident: str, kind: PlaceKind, path: str) -> GazetteerEntry:
    return GazetteerEntry(id=ident, name=ident, kind=kind, lat=0, lon=0, country="USA", path=path)


def names(text: str, *words: str, entries: tuple[GazetteerEntry, ...] = ()) -> list[Name]:
    return [Name(text.index(w), text.index(w) + len(w), entries) for w in words]


def test_commas_need_an_and() -> None:
    text = "Lima, Peru. In Utah, Ohio and Texas rain fell; then in Rome or Bonn"
    found = names(text, "Lima", "Peru", "Utah", "Ohio", "Texas", "Rome", "Bonn")
    assert lists(text, found) == [range(2, 5), range(5, 7)]


def test_a_plural_noun_speaks_for_the_whole_list() -> None:
    text = "Cooke, Grayson and Love counties"
    found = names(text, "Cooke", "Grayson", "Love")
    (listed,) = lists(text, found)
    assert shared_feature(text, found, listed, RULES) == RULES.features_after["county"]
    assert shared_feature("Cooke and Love men", names("Cooke and Love men", "Cooke", "Love"), range(2), RULES) is None


def test_a_list_of_states_takes_the_doubtful_one_along() -> None:
    state, town = place("state", "admin1", "US.WA"), place("town", "town", "US.DC")
    sure = Name(0, 1, (place("other", "admin1", "US.OR"),))
    found = [sure, sure, Name(0, 1, (town, state))]
    scores = [{"other": 1.0}, {"other": 1.0}, {"town": 5.0, "state": 1.0}]
    assert of_one_kind(found, scores, [range(3)])[2] == {"state"}
    assert of_one_kind([*found[:2], Name(0, 1, (town,))], [*scores[:2], {"town": 1.0}], [range(3)]) == {}
    assert of_one_kind(found[1:], scores[1:], [range(2)]) == {}
