"""Compiles the lexicon files into one Lexicon; a frame without examples and counterexamples does not load."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from dateline.errors import InvalidKnowledge
from dateline.knowledge.files import DATA, rows, toml
from dateline.knowledge.inflection import forms
from dateline.model import Stance
from dateline.model.lexicon import (
    AcledCode,
    CountRules,
    DerivedCode,
    Frame,
    Framing,
    Genres,
    LearnedRules,
    Lexicon,
    LightVerbs,
    NeutralNames,
    ToldCode,
    Triggers,
    Weapon,
)
from dateline.model.speech import Attitude, Cue, VoiceRules
from dateline.model.word_rules import BlameWords, Interception, ModalityRules

FRAMES = (
    "accusation",
    "assault",
    "coerce",
    "protest",
    "conflict_verbal",
    "cooperation",
    "statements",
    "stands",
    "captivity",
    "passage",
    "answers",
    "turns",
)
"""In the order in which a verb's senses are tried."""
STANCES: tuple[Stance, ...] = ("reports", "claims", "confirms", "denies", "accuses")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The compiled lexicon; raises InvalidKnowledge naming the file and frame that is wrong."""
    ontology = toml("ontology/plover.toml")
    modes = {name: tuple(values) for name, values in ontology["modes"].items()}
    frames = tuple(_frames(modes))
    verbs, nouns = _index(frames)
    learned = _learned(modes)
    weapons = _weapons()
    classes = {k: frozenset(v.split()) for k, v in toml("lexicon/classes.toml").items()}
    return Lexicon(
        version=_version(),
        frames=frames,
        verbs=verbs,
        nouns=nouns,
        loud=_surfaces((f for f in frames if f.type in learned.loud_types and not f.only_page), classes),
        paged=_surfaces((f for f in frames if f.type in learned.loud_types and f.only_page), classes),
        paging=frozenset(
            w for f in frames for name in f.only_page for w in (classes[name[1:]] if name[0] == "@" else (name,))
        ),
        spoken=_surfaces((f for f in frames if f.type not in learned.loud_types), classes),
        classes=classes,
        pointing=frozenset(f for w in classes["deeds"] | classes["doers"] for f in forms(w, part="noun")),
        denied=frozenset(f for w in classes["denied"] for f in forms(w, part="noun")),
        on_the_spot=frozenset(f for w in classes["on_the_spot"] for f in forms(w, part="noun")),
        lived=frozenset(f for w in classes["lived_through"] for f in forms(w, part="verb")),
        counts=_counts(),
        given={row["name"].casefold(): row["of"] for row in rows("parties/given_names.csv")},
        references={w: tuple(k.split()) for k, ws in toml("lexicon/references.toml").items() for w in ws.split()},
        learned=learned,
        light=LightVerbs(**{k: frozenset(v.split()) for k, v in toml("lexicon/light.toml").items()}),
        modality=_modality(),
        voices=_voices(),
        interception=_interception(),
        blame=_blame(),
        weapons=weapons,
        weapon_nouns=frozenset(words.rpartition(" ")[2] for words in weapons),
        framing=Framing(phrases=frozenset(p for p in toml("lexicon/framing.toml")["phrases"].split("\n") if p)),
        genres=Genres(
            words={k: frozenset(v.split()) for k, v in toml("lexicon/domains.toml").items()},
            violence=classes["violence"] | classes["hard"],
        ),
        derived=tuple(msgspec.convert(row, DerivedCode) for row in rows("ontology/derived.csv")),
        told=tuple(_told()),
        modes=modes,
        acled={
            row["sub_event_type"]: AcledCode(event_type=row["event_type"], plover=frozenset(row["plover"].split()))
            for row in rows("ontology/acled.csv")
        },
        plain=dict(ontology["plain"]),
        codebook=dict(ontology["codebook"]),
        bygone=frozenset(toml("lexicon/bygone.toml")["phrases"].split("\n")),
    )


def _told() -> Iterable[ToldCode]:
    for row in rows("ontology/told.csv"):
        sets = {k: frozenset(row[k].split("|")) - {""} for k in ("instead_of", "words", "unless")}
        yield ToldCode(becomes=row["becomes"], event_type=row["event_type"], **sets)


def _frames(modes: dict[str, tuple[str, ...]]) -> list[Frame]:
    found: list[Frame] = []
    for name in FRAMES:
        file = f"lexicon/frames/{name}.toml"
        for entry in toml(file)["frame"]:
            item = f"{file}: frame {entry.get('id', '?')}"
            if not entry.get("examples") or not entry.get("counterexamples"):
                raise InvalidKnowledge(item=item, expected="examples and counterexamples", found="none of one of them")
            try:
                frame = msgspec.convert(entry, Frame)
            except msgspec.ValidationError as error:
                raise InvalidKnowledge(item=item, expected="the fields of Frame", found=str(error)) from error
            if frame.type not in modes or (frame.mode and frame.mode not in modes[frame.type]):
                raise InvalidKnowledge(item=item, expected="a PLOVER type and mode", found=f"{frame.type}/{frame.mode}")
            found.append(frame)
    return found


def _learned(modes: dict[str, tuple[str, ...]]) -> LearnedRules:
    """The thresholds and roles; raises InvalidKnowledge where a PLOVER type has none or another is named."""
    data = toml("lexicon/learned.toml")
    if set(data["roles"]) != set(modes):
        odd = sorted(set(data["roles"]) ^ set(modes))
        raise InvalidKnowledge(item="lexicon/learned.toml", expected="roles for each PLOVER type", found=str(odd))
    frames = {
        name: Frame(
            id=f"learned.{name.casefold()}", type=name, agent=tuple(entry["agent"]), patient=tuple(entry["patient"]),
            mutual=entry.get("mutual", False), content=entry.get("content", False), examples=(), counterexamples=(),
        )
        for name, entry in data["roles"].items()
    }  # fmt: skip
    loud = frozenset(data["loud"]["types"])
    names = NeutralNames(by_kind={kind: tuple(given) for kind, given in data["neutral"].items()})
    return LearnedRules(
        frames=frames, loud_types=loud, names=names, **data["thresholds"],
        unlike={kind: frozenset(words.split()) for kind, words in data["unlike"].items()},
        wishing=frozenset(data["wishing"]["words"].split()),
        calling=frozenset(data["calling"]["words"].split()),
        marked={row["type"]: frozenset(row["lemmas"].split()) for row in rows("classifier/marked.csv")},
    )  # fmt: skip


Index = dict[str, tuple[tuple[int, tuple[str, ...]], ...]]


def _index(frames: tuple[Frame, ...]) -> tuple[Index, Index]:
    """Verbs by first lemma, nouns by last; the longest phrase first."""
    verbs: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    nouns: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for number, frame in enumerate(frames):
        for phrase in frame.verbs:
            first, *rest = phrase.split()
            verbs[first].append((number, tuple(rest)))
        for phrase in frame.nouns:
            *before, last = phrase.split()
            nouns[last].append((number, tuple(before)))
    return _longest_first(verbs), _longest_first(nouns)


def _longest_first(index: dict[str, list[tuple[int, tuple[str, ...]]]]) -> Index:
    return {lemma: tuple(sorted(entries, key=lambda e: -len(e[1]))) for lemma, entries in index.items()}


def _surfaces(frames: Iterable[Frame], classes: Mapping[str, frozenset[str]]) -> Triggers:
    """Every inflected form of a trigger's head word, lower case; with those of the longest other word of a phrase.

    The longest tells most: of "tell to leave" it is "leave", which stands beside "tell" more rarely than "to" does. A
    word of speech that counts near certain others only is a trigger beside these.
    """
    alone: set[str] = set()
    phrases: dict[str, set[str]] = defaultdict(set)
    for frame in frames:
        near = _near_forms(frame, classes) if frame.content else set()
        heads = [(phrase.split(), "verb") for phrase in frame.verbs]
        heads += [(phrase.split()[::-1], "noun") for phrase in frame.nouns]
        for (head, *others), part in heads:
            for form in forms(head, part=part):
                if others:
                    phrases[form] |= forms(max(others, key=len), part="noun")
                elif near:
                    phrases[form] |= near
                else:
                    alone.add(form)
    return Triggers(
        alone=frozenset(alone), phrases={form: frozenset(w) for form, w in phrases.items() if form not in alone}
    )


_SEEN_LATER = frozenset({"@armed", "@weapon", "@known", "@position"})
"""Classes near a trigger that more than a word of a list may belong to."""


def _near_forms(frame: Frame, classes: Mapping[str, frozenset[str]]) -> set[str]:
    """The forms of the words of which one must stand near the frame's triggers; none where that is not to be told."""
    if frame.only_page or not _SEEN_LATER.isdisjoint(frame.only_near):
        return set()
    listed = [w for name in frame.only_near for w in (classes.get(name[1:], ()) if name[0] == "@" else (name,))]
    words = [max(re.split(r"[\s-]", w), key=len) for w in listed]
    return {f for w in words for part in ("noun", "verb") for f in (w, *forms(w, part=part))}


def _modality() -> ModalityRules:
    data: dict[str, Any] = toml("lexicon/modality.toml")
    return ModalityRules(modals=data.pop("modals"), **{k: frozenset(v.split()) for k, v in data.items()})


def _interception() -> Interception:
    data = toml("lexicon/interception.toml")
    verbs = {name: frozenset(data[name].split()) for name in ("sending", "aiming", "guards")}
    return Interception(in_flight=tuple(data["in_flight"]), towards=tuple(data["towards"].split()), **verbs)


def _blame() -> BlameWords:
    data = toml("lexicon/blame.toml")
    laid = {verb: tuple(prepositions.split()) for verb, prepositions in data["laid"].items()}
    return BlameWords(laid=laid, held=frozenset(data["held"].split()), own=frozenset(data["own"].split()),
                      sorry=frozenset(data["sorry"].split()))  # fmt: skip


def _voices() -> VoiceRules:
    data = toml("lexicon/voices.toml")
    nominal = frozenset(data["nominal"]["verbs"].split())
    cues = {
        lemma: Cue(lemma=lemma, stance=stance, nominal=lemma in nominal)
        for stance in STANCES
        for lemma in data["cues"].get(stance, "").split()
    }
    return VoiceRules(
        cues=cues,
        according=tuple(data["according"]["phrases"]),
        nouns={word: stance for stance in STANCES for word in data["nouns"].get(stance, "").split()},
        hedges={word: stance for stance in STANCES for word in data["hedges"].get(stance, "").split()},
        kinds={word: kind for kind, words in data["kinds"].items() for word in words.split()},
        **{
            name: frozenset(data["verbs"][name].split())
            for name in ("infinitive", "indirect", "told_of", "holding", "said", "leading", "lending")
        },
        denying=frozenset(lemma for lemma, cue in cues.items() if cue.stance == "denies"),
        disclaiming=tuple(data["disclaiming"]["phrases"]),
        parts=frozenset(data["disclaiming"]["parts"].split()),
        measures=frozenset(data["measures"]["words"].split()),
        deplored=frozenset(data["measures"]["deeds"].split()),
        vowing=tuple(data["vowing"]["phrases"]),
        settings=frozenset(data["settings"]["words"].split()),
        happenings=frozenset(
            " ".join(toml("lexicon/classes.toml")[k] for k in ("event", "proceeding", "mute")).split()
        ),
        attitudes=_attitudes(data["attitudes"]),
        attitude_nouns=_by_word(data["attitude_nouns"]),
        attitude_adjectives=_by_word(data["attitude_adjectives"]),
    )


_THINGS = ("event", "vehicle", "ship", "aircraft", "weapon", "infrastructure", "goods", "settlement", "land")
"""Classes of words for what is counted without being people."""
_PEOPLE = ("people", "armed", "doers")


def _speechless(classes: Mapping[str, str]) -> frozenset[str]:
    """Nouns that never speak, though a verb of saying may stand beside them."""
    return frozenset(word for name in ("event", "proceeding", "mute") for word in classes[name].split())


def _members(classes: Mapping[str, str], names: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(classes[name] for name in names).split())


def _counts() -> CountRules:
    data, classes = toml("lexicon/counts.toml"), toml("lexicon/classes.toml")
    return CountRules(
        words={w: None if name == "none" else name for name, words in data["words"].items() for w in words.split()},
        labels=tuple((w, name) for name, words in data["labels"].items() for w in words.split()),
        things=frozenset(data["things"]["words"].split()) | (_members(classes, _THINGS) - _members(classes, _PEOPLE)),
        parts=frozenset(data["parts"]["words"].split()),
        withdrawn=frozenset(data["withdrawn"]["words"].split()),
        body=frozenset(data["body"]["words"].split()),
    )


def _by_word(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    """Word → the names of the lists that hold it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in lists.items():
        for word in words.split():
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _attitudes(data: dict[str, Any]) -> dict[str, Attitude]:
    """Verb → what it takes."""
    labels = _by_word({name: words for name, words in data.items() if isinstance(words, str) and name != "seeming"})
    prepositions = _by_word(data["prepositions"])
    seeming = frozenset(data["seeming"].split())
    return {
        verb: Attitude(
            labels=labels.get(verb, frozenset()),
            prepositions=prepositions.get(verb, frozenset()),
            seeming=verb in seeming,
        )
        for verb in labels.keys() | prepositions.keys()
    }


def _weapons() -> dict[str, Weapon]:
    data = toml("lexicon/weapons.toml")
    weapons = [Weapon(name=name, mode=entry["mode"], words=tuple(entry["words"])) for name, entry in data.items()]
    return {word: weapon for weapon in weapons for word in weapon.words}


def _version() -> str:
    """The first twelve hex digits of a hash over all lexicon and ontology files."""
    digest = hashlib.sha256()
    for folder in ("ontology", "lexicon", "lexicon/frames"):
        for file in sorted((DATA / folder).iterdir(), key=lambda f: f.name):
            if file.is_file():
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]
