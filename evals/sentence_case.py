"""Reports in capitals, their markers and hard line breaks undone, in the case of sentences.

Small letters throughout, and a capital again where one is sure: where a sentence begins, on the names of the product's
actors, on places of its gazetteer that are no common word, on given names and surnames it knows, on the words after a
title, and on what no list of English words holds.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from functools import cache

from dateline.knowledge.actors import load_actors
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.knowledge.syntax import MODELS
from dateline.model.actors_table import alias_key
from dateline.model.gazetteer import place_key

Test = Callable[[str], bool]

_HEADING = r"(?:REPORT|INTERVIEW|RECORDING|SPEECH|COMMUNIQUE)"
_MARKER = re.compile(
    rf"\[(?:TEXT|EXCERPTS?|ARTICLE|EDITORIAL|COMMENTARY|PASSAGE OMITTED|WORDS? INDISTINCT|[A-Z, ]*{_HEADING}[A-Z, ]*)\]"
)
_NOTE = re.compile(r"\s*\[[^\]\n]{0,120}\]")
_DATELINE = re.compile(r"[^\n]{0,160}?\s--\s")
_ACRONYM = re.compile(r"\(([A-Z]{2,6}(?:-[A-Z]{1,4})?)\)")
_WORD = re.compile(r"[A-Z][A-Z'’]*(?:-[A-Z][A-Z'’]*)*")
_TITLES = frozenset(
    [
        "president",
        "general",
        "colonel",
        "major",
        "captain",
        "lieutenant",
        "sergeant",
        "minister",
        "senator",
        "deputy",
        "mayor",
        "governor",
        "judge",
        "doctor",
        "dr",
        "mr",
        "mrs",
        "miss",
        "gen",
        "col",
        "lt",
        "maj",
        "capt",
        "sgt",
        "father",
        "monsignor",
        "bishop",
        "archbishop",
        "ambassador",
        "commander",
        "engineer",
        "journalist",
        "candidate",
        "don",
    ]
)
_SMALL = frozenset(["de", "del", "la", "las", "los", "el", "y", "da", "do", "dos", "von", "van", "al"])
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_INSIDE = frozenset(["of", "the", "and", "for", "in", "on"])
_SUFFIXES = ("s", "es", "ed", "d", "ing", "er", "r", "est", "ly", "'s")
LONGEST = 5
"""Words of the longest name looked for."""


def plain(text: str) -> str:
    """The report without markers, bracketed notes and hard line breaks; a blank line parts paragraphs."""
    text = _NOTE.sub("", _MARKER.sub("", text))
    paragraphs = [re.sub(r"\s+", " ", p).strip() for p in re.split(r"\n\s*\n", text)]
    return "\n\n".join(p for p in paragraphs if p)


def sentence_case(text: str, *, names: Test, common: Test) -> str:
    """The text in small letters with capitals restored.

    `names` says whether a stretch is a name whatever its words are, `common` whether a word in small letters is an
    English one.
    """
    opening = _DATELINE.match(text)
    start = opening.end() if opening else 0
    words = list(_WORD.finditer(text, start))
    acronyms = {m[1] for m in _ACRONYM.finditer(text, start)}
    capital = [w.end() < at for w, at in zip(words, _spelled_out(text, words), strict=True)]
    index = 0
    while index < len(words):
        length = _name_at(text, words, index, names)
        for place in range(index, index + length):
            capital[place] |= words[place].group().casefold() not in _INSIDE
        index += max(1, length)
    parts, at = [text[:start]], start
    for place, word in enumerate(words):
        raw, key = word.group(), word.group().casefold()
        bare = re.sub(r"['’]s?$", "", key)
        after_title = place > 0 and words[place - 1].group().casefold() in _TITLES
        unknown = bare not in _SMALL and not common(bare)
        big = capital[place] or unknown or bare in _MONTHS or (after_title and not common(bare)) or _begins(text, word)
        known_title = bare in _TITLES and place + 1 < len(words) and _beside(text, word, words[place + 1])
        if known_title and not common(words[place + 1].group().casefold()):
            big = True
        bracketed = text[word.start() - 1 : word.start()] == "("
        acronym = (raw in acronyms and (bracketed or not common(bare) or len(raw) > 3)) or _known_acronym(raw)
        big |= len(raw) == 1 and text[word.end() : word.end() + 1] == "."
        big &= not text[word.start() - 1 : word.start()].isdigit()
        parts += [text[at : word.start()], raw if acronym else _capitalised(raw) if big else raw.lower()]
        at = word.end()
    return "".join(parts) + text[at:]


def _spelled_out(text: str, words: list[re.Match[str]]) -> list[int]:
    """For each word the end of the acronym that its initial is a letter of, where one follows in brackets, else 0."""
    found = [0] * len(words)
    for place, word in enumerate(words):
        if text[word.start() - 1 : word.start()] != "(" or text[word.end() : word.end() + 1] != ")":
            continue
        letters, at = word.group().replace("-", ""), place - 1
        for letter in reversed(letters):
            while at >= 0 and words[at].group().casefold() in (*_INSIDE, *_SMALL) and words[at].group()[0] != letter:
                at -= 1
            if at < 0 or words[at].group()[0] != letter:
                break
            at -= 1
        else:
            for earlier in range(at + 1, place):
                if words[earlier].group().casefold() not in (*_INSIDE, *_SMALL):
                    found[earlier] = word.end()
    return found


@cache
def _known_acronym(word: str) -> bool:
    """Whether the actor table spells a name so, all in capitals."""
    return (
        len(word) > 2 and not _is_common(word.casefold()) and word in load_actors_once().exact.get(alias_key(word), ())
    )


def _begins(text: str, word: re.Match[str]) -> bool:
    """Whether a sentence begins with the word."""
    before = text[: word.start()].rstrip(" \"'“(")
    return not before or before[-1] in ".?!:\n"


def _beside(text: str, word: re.Match[str], after: re.Match[str]) -> bool:
    return text[word.end() : after.start()] == " "


def _capitalised(word: str) -> str:
    return "-".join(p[:1] + p[1:].lower() for p in word.split("-"))


def _name_at(text: str, words: list[re.Match[str]], index: int, names: Test) -> int:
    """Words of the longest name that begins at the word, 0 for none."""
    for length in range(min(LONGEST, len(words) - index), 0, -1):
        stretch = text[words[index].start() : words[index + length - 1].end()]
        if not re.search(r"[.,;:()\n]", stretch) and names(re.sub(r"['’]S$", "", stretch)):
            return length
    return 0


def restored(text: str) -> str:
    """A report in capitals as the product should be given it."""
    return sentence_case(plain(text), names=_is_name, common=_is_common)


@cache
def _is_name(stretch: str) -> bool:
    """Whether the product knows an actor, a people or a place of that name that no common word is."""
    table = load_actors_once()
    key = alias_key(stretch)
    if any(len(part) < 3 for part in key.split()[:1]) and " " not in key:
        return False
    single = " " not in key
    if single and _is_common(key) and key not in table.demonyms and not _is_state(key):
        return False
    if key in table.by_alias or key in table.demonyms or key in table.peoples:
        return True
    if all(_is_common(part) for part in key.split()):
        return False
    return bool(open_gazetteer_once().named([place_key(stretch)]))


def _is_state(key: str) -> bool:
    return any(a.kind == "state" for a in load_actors_once().by_alias.get(key, ()))


load_actors_once = cache(load_actors)
open_gazetteer_once = cache(open_gazetteer)


@cache
def _is_common(word: str) -> bool:
    """Whether the word, or what it is a form of, stands in the parser model's list of English words."""
    listed = _english()
    if word in listed or ("-" in word and all(_is_common(part) for part in word.split("-"))):
        return True
    stems = [word[: -len(s)] for s in _SUFFIXES if word.endswith(s) and len(word) > len(s) + 1]
    stems += [stem + "e" for stem in stems] + [s[:-1] for s in stems if len(s) > 2 and s[-1] == s[-2]]
    stems += [word[:-3] + "y" for s in ("ies", "ied", "ier") if word.endswith(s)]
    return any(stem in listed for stem in stems)


@cache
def _english() -> frozenset[str]:
    """The words of the parser model's lemmatiser, and its stop words."""
    name = next(m for m in MODELS if importlib.util.find_spec(m))
    language = importlib.import_module(name).load(exclude=["ner", "parser", "tagger", "tok2vec"])
    tables = language.get_pipe("lemmatizer").lookups
    index = (word for words in tables.get_table("lemma_index").values() for word in words)
    irregular = (word for words in tables.get_table("lemma_exc").values() for word in words)
    return frozenset((*index, *irregular, *language.Defaults.stop_words))
