"""What the words of a source tell of who it is: a person with a name, a body, several."""

from __future__ import annotations

from collections.abc import Sequence


def is_body(words: str) -> bool:
    """ "the Observer": a name with an article is hardly a person's."""
    named = words.split()
    return named[0].casefold() == "the" and len(named) == 2


def is_institution(words: str) -> bool:
    """ "the Chadian News Agency": a name that ends in what a body is called."""
    return words.split()[-1] in _INSTITUTIONS


_INSTITUTIONS = frozenset(
    {
        "Agency",
        "Ministry",
        "Council",
        "Committee",
        "Commission",
        "Institute",
        "Office",
        "Organization",
        "Organisation",
        "Department",
    }
)


def is_several(words: str) -> bool:
    """ "police", "two officials": those who are "they"."""
    last = words.split()[-1].casefold()
    return last == "police" or (last.endswith("s") and not last.endswith("ss") and words.split()[-1].islower())


def is_called(words: str) -> bool:
    """ "Station master Ann Lee": two words of a name, neither an article nor an acronym."""
    return sum(w[:1].isupper() and not w.isupper() and w not in ("The", "A", "An") for w in words.split()) > 1


def unarticled(exact: str) -> str:
    words = exact.split()
    return " ".join(words[1:] if words[0].casefold() in ("the", "a", "an") else words)


def has_name(words: str) -> bool:
    """Whether a capitalised word stands after the first."""
    return any(w[:1].isupper() for w in words.split()[1:])


def is_of(exact: str, end: int, noun: str, before: int, said: Sequence[str]) -> bool:
    """Whether the name, which ends not long before, ends in the noun and holds the other words said."""
    words = exact.casefold().split()
    near = end <= before and before - end <= 1500
    return near and len(words) > 1 and words[-1] == noun and set(said) <= set(words)
