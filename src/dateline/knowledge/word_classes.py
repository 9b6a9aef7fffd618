"""Parts of speech and lemmas by the parser model's own rules, looked up rather than matched.

spaCy's attribute ruler runs a general matcher over every sentence. Its rules for English look at a word's form, tag and
relation, a few at the word beside it: remembering what they gave for each such triple is several times as fast.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

Triple = tuple[str, str, str]
"""A word in lower case, its tag, its relation."""
_SEEN = ("LOWER", "TAG", "DEP")
_GIVEN = ("POS", "MORPH", "LEMMA")


class _Rule(NamedTuple):
    """Conditions on one or two words in a row, which of them it changes, and to what."""

    words: tuple[dict[str, Any], ...]
    at: int
    gives: Mapping[str, str]


class WordClass(NamedTuple):
    """The part of speech and the lemma of a word, with the tag and the relation that led to them."""

    pos: str
    lemma: str
    tag: str
    dep: str


def _pasts(lemmatizer: Any) -> dict[str, str]:
    """Irregular forms of verbs that are no verb's own name, and their lemmas: "retook" is never of the present."""
    verbs = frozenset(lemmatizer.lookups.get_table("lemma_index")["verb"])
    irregular = lemmatizer.lookups.get_table("lemma_exc")["verb"]
    past = ((form, lemmas[0]) for form, lemmas in irregular.items() if not form.endswith(("s", "ing")))
    return {form: lemma for form, lemma in past if form not in verbs and lemma not in (form, "be")}


class WordClasses:
    """The part of speech and the lemma of each word of a tagged and parsed sentence."""

    def __init__(self, language: Any) -> None:
        """Take the rules from the pipeline; those by regular expression (dialect spellings) and on spaces are left."""
        self._lemmatise: Callable[[Any], list[str]] = _searchable(language.get_pipe("lemmatizer")).rule_lemmatize
        self._pasts = _pasts(language.get_pipe("lemmatizer"))
        rules = [
            _Rule(tuple(words), entry["index"], entry["attrs"])
            for entry in language.get_pipe("attribute_ruler").patterns
            for words in entry["patterns"]
            if all(key in _SEEN and "REGEX" not in str(value) for word in words for key, value in word.items())
        ]
        self._single = [(n, rule) for n, rule in enumerate(rules) if len(rule.words) == 1]
        self._double = [(n, rule) for n, rule in enumerate(rules) if len(rule.words) == 2]
        seconds = {v for _, rule in self._double for v in _values(rule.words[1].get("LOWER"))}
        self._seconds = frozenset(language.vocab.strings.add(word) for word in seconds)
        self._named = frozenset(v for _, rule in self._single for v in _values(rule.words[0].get("LOWER")))
        self._alone: dict[Triple, tuple[tuple[int, _Rule], ...]] = {}
        self._known: dict[tuple[int, int, int], WordClass] = {}
        self._called_so: dict[tuple[int, str, tuple[int, ...]], tuple[str, str]] = {}
        """Form, tag and the rules that hold → part of speech and lemma: the relation matters by the rules alone."""

    def of(self, doc: Any) -> list[WordClass]:
        """The class of each word of `doc`, which has tags and relations."""
        keys = [*map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())]
        known = [*map(self._known.get, keys)]
        found = [one or self._learnt(doc[index], keys[index]) for index, one in enumerate(known)]
        for index, rules in self._joined(doc).items():
            found[index] = self._given(doc[index], rules)
        return found

    def _learnt(self, token: Any, key: tuple[int, int, int]) -> WordClass:
        """The class of a word not met before with this tag and relation, kept for the next time."""
        found = self._known[key] = self._given(token, ())
        return found

    def _given(self, token: Any, joined: Sequence[tuple[int, _Rule]]) -> WordClass:
        word = _triple(token)
        rules = [*self._holding(word), *joined]
        key = (token.orth, word[1], tuple([number for number, _ in rules]))
        found = self._called_so.get(key)
        if found is None:
            found = self._called_so[key] = self._called(token, rules)
        if word[1] in ("VB", "VBP") and (lemma := self._pasts.get(word[0])):
            return WordClass(found[0], lemma, tag="VBD", dep=word[2])
        return WordClass(*found, tag=word[1], dep=word[2])

    def _called(self, token: Any, rules: Sequence[tuple[int, _Rule]]) -> tuple[str, str]:
        """The part of speech and the lemma that these rules give the word."""
        given: dict[str, str] = {}
        for _, rule in sorted(rules, key=lambda pair: pair[0]):
            given.update({key: rule.gives[key] for key in _GIVEN if key in rule.gives})
        token.pos_ = pos = given.get("POS", "")
        token.set_morph(given.get("MORPH", "_"))
        return pos, given.get("LEMMA") or self._lemmatise(token)[0]

    def _holding(self, word: Triple) -> tuple[tuple[int, _Rule], ...]:
        """The rules on one word that hold of this one; words that no rule names are all alike."""
        if word[0] not in self._named:
            word = ("", word[1], word[2])
        found = self._alone.get(word)
        if found is None:
            found = self._alone[word] = tuple((n, rule) for n, rule in self._single if _fits(rule.words[0], word))
        return found

    def _joined(self, doc: Any) -> dict[int, list[tuple[int, _Rule]]]:
        """The rules on two words in a row that hold, by the word they change."""
        held: dict[int, list[tuple[int, _Rule]]] = {}
        forms = doc.to_array("LOWER").tolist()
        for index, lower in enumerate(() if self._seconds.isdisjoint(forms) else forms):
            if index == 0 or lower not in self._seconds:
                continue
            before, word = _triple(doc[index - 1]), _triple(doc[index])
            for number, rule in self._double:
                if _fits(rule.words[0], before) and _fits(rule.words[1], word):
                    held.setdefault(index - 1 + rule.at, []).append((number, rule))
        return held


def _searchable(lemmatizer: Any) -> Any:
    """The lemmatizer, its lists of known words as sets: it looks each new word up in one, the longest of 57,528."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part, words in list(index.items()):
        index[part] = frozenset(words)
    return lemmatizer


def _triple(token: Any) -> Triple:
    return token.lower_, token.tag_, token.dep_


def _values(condition: Any) -> Sequence[str]:
    if isinstance(condition, dict):
        return (*condition.get("IN", ()), *condition.get("NOT_IN", ()))
    return () if condition is None else (condition,)


def _fits(conditions: Mapping[str, Any], word: Triple) -> bool:
    for key, condition in conditions.items():
        value = word[_SEEN.index(key)]
        if isinstance(condition, dict):
            if value not in condition.get("IN", (value,)) or value in condition.get("NOT_IN", ()):
                return False
        elif value != condition:
            return False
    return True
