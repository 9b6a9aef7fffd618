"""Document → events: scenes, tellings, voices, and the drawing together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

import msgspec

from dateline.extract.answered import with_addressees
from dateline.extract.antecedents import Antecedents
from dateline.extract.assemble import event
from dateline.extract.at_war import by_the_enemy
from dateline.extract.called_false import called_false
from dateline.extract.containers import containers, time_of_passage
from dateline.extract.details import details
from dateline.extract.doers import with_doers
from dateline.extract.drafting import tellings
from dateline.extract.echoes import echoed
from dateline.extract.facts import FACTS, with_facts
from dateline.extract.framing import loaded_words
from dateline.extract.grounds import attacked_state, ground, ground_over, named_lands
from dateline.extract.held import held_for_it
from dateline.extract.identified import identified
from dateline.extract.interposed import outside_asides
from dateline.extract.invasions import invasion
from dateline.extract.labels import labelled, labels
from dateline.extract.lead_days import as_of, lead_day, led_by, only_day, tells_of_several, title_day, title_month
from dateline.extract.merge import merged, without_embedded
from dateline.extract.met_where import where_met
from dateline.extract.mishaps import without_mishaps
from dateline.extract.officers import officer
from dateline.extract.on_whom import on_whom
from dateline.extract.page import page_words
from dateline.extract.parts import without_parts
from dateline.extract.retracted import taken_back, withdrawing, without_unharmed
from dateline.extract.same_place import the_division
from dateline.extract.sayings import Saying, sayings, with_days_of_speech
from dateline.extract.scene import ExtractRules, Scene
from dateline.extract.seats import is_goal, is_power, is_seat, seats_of
from dateline.extract.setting import is_bureau, setting
from dateline.extract.speeches import by_speaker, speech
from dateline.extract.spoken import spoken
from dateline.extract.stretches import MOST_DAYS, is_citation, is_plain_day
from dateline.extract.suspects import with_suspects
from dateline.extract.telling import Telling
from dateline.extract.tolls import Toll
from dateline.extract.voices import fellow_speakers, speakers
from dateline.model import (
    ActorMention,
    AttributionMention,
    Document,
    Event,
    Mention,
    PlaceMention,
    QuantityMention,
    Quote,
    Rejected,
    Sentence,
    TimeMention,
    TriggerMention,
    Voice,
)  # fmt: skip
from dateline.model.lexicon import Lexicon
from dateline.model.record import Record


class Extraction(Record, frozen=True, kw_only=True):
    """The events of a document, and what was considered and set aside."""

    events: tuple[Event, ...]
    aside: tuple[Rejected, ...] = ()


def extraction(document: Document, *, rules: ExtractRules) -> Extraction:
    """The events that the document tells of."""
    told_in = scenes(document, rules)
    attributions = spoken(document)
    antecedents = Antecedents(told_in, attributions, references=rules.lexicon.references, given=rules.lexicon.given)
    withdrawn = withdrawing(document.article)
    whole = speech(document, told_in, rules.lexicon.voices)
    today = published.period.end if (published := document.article.published) is not None else None
    passages = containers(told_in, today)
    named = named_lands(document.mentions)
    lands = {code: m.place for code, m in named.items()}
    found: list[Telling] = []
    spoke: list[Saying] = []
    for scene in told_in:
        block = document.article.blocks[scene.sentence.block]
        if not scene.sentence.tokens or block.kind == "caption" or block.reason == FACTS or scene.names_only:
            continue
        nearby = _within(attributions, scene.sentence)
        heard = partial(
            speakers, document.article, attributions=nearby, actors=scene.actors, rules=rules.lexicon.voices,
            antecedents=antecedents,
        )  # fmt: skip
        spoke += sayings(scene, nearby, heard)
        for telling in tellings(scene, attributions=nearby, antecedents=antecedents):
            voice = heard(telling.position, attributions=outside_asides(scene, telling.position, nearby))
            if voice is None and telling.type in TOLD_BY_THEMSELVES:
                voice = _announcer(telling, nearby, heard)
            if voice is None and whole is not None and scene.sentence.start >= whole.start:
                voice, telling = whole.voice, by_speaker(telling, scene, whole)
            also = fellow_speakers(
                document.article, telling.position, attributions=nearby, actors=scene.actors,
                rules=rules.lexicon.voices, antecedents=antecedents,
            )  # fmt: skip
            telling = msgspec.structs.replace(
                telling, tolls=_counted(telling, voice, heard, document.article.text), fellows=also
            )
            if not telling.places:
                beyond = the_division(told_in, scene, telling, named) or where_met(told_in, scene, telling)
                telling = msgspec.structs.replace(telling, places=beyond)
            if not telling.places and voice is not None and not telling.weak:
                telling = msgspec.structs.replace(telling, places=_at_home(voice, telling, document, rules.lexicon))
            if not telling.ground and telling.type in ("ASSAULT", "COERCE"):
                over = ground(scene, telling.recipients, lands) or ground_over(scene, telling.position, lands)
                telling = msgspec.structs.replace(telling, ground=over)
            struck = attacked_state(telling, lands) if not (telling.places or telling.ground) else ()
            side = "places" if telling.modality in _AHEAD else "ground"
            telling = msgspec.structs.replace(telling, **{side: struck}) if struck else telling
            begins = telling.begins and not telling.undated
            times = telling.times or (_opening(told_in, scene) if begins else ())
            modality = "ongoing" if telling.begins and times and times[0].since else telling.modality
            days, towns = _just_before(told_in, scene, today)
            passage = time_of_passage(passages[scene.number], scene, telling)
            telling = msgspec.structs.replace(telling, days_before=days, places_before=towns, passage=passage)
            telling = msgspec.structs.replace(telling, voice=voice, times=times, modality=modality)
            telling = called_false(telling, scene, document.article)
            found.append(taken_back(telling, article=document.article, attributions=nearby, withdrawn=withdrawn))
    officers = partial(officer, table=rules.table, on=today)
    kept, embedded = without_embedded(labelled(with_days_of_speech(found, spoke, officers), labels(document)))
    seats = seats_of(told_in)
    where = setting(
        [m for m in document.mentions if isinstance(m, PlaceMention) and m not in seats], document.article.blocks
    )
    lead = lead_day(told_in, today)
    where = msgspec.structs.replace(
        where,
        lands=named,
        lead=lead,
        leaders=led_by(told_in, lead, today),
        only=only_day(told_in, today),
        day=title_day(told_in),
        month=title_month(told_in, today),
        several=tells_of_several(told_in),
        details=tuple(details(told_in, rules.lexicon.classes)),
    )
    groups, thin = merged(kept, published=published.period.start if published is not None else None, scene=where)
    groups, mishaps = without_mishaps(groups, document.article, rules.lexicon)
    groups = with_addressees(groups, told_in, attributions)
    groups = with_doers(held_for_it(groups, rules.lexicon), told_in)
    groups = on_whom(by_the_enemy(groups, rules.table.by_id), invasion(told_in) if groups else None)
    groups = [without_parts(g, rules.lexicon.counts) for g in with_facts(groups, document, lexicon=rules.lexicon)]
    groups = echoed(
        [without_unharmed(g) for g in with_suspects(identified(groups, told_in), told_in)],
        article=document.article,
        scenes=told_in,
        attributions=attributions,
        antecedents=antecedents,
    )
    framing = loaded_words(document.article.text, rules.lexicon.framing.phrases) if groups else []
    told_on = as_of(document.article, where.day)
    events = tuple(event(g, article=told_on, lexicon=rules.lexicon, framing=framing) for g in groups)
    return Extraction(events=events, aside=(*embedded, *thin, *mishaps))


TOLD_BY_THEMSELVES = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
"""Types of what may be done by saying so."""


def _announcer(
    telling: Telling, attributions: Sequence[AttributionMention], heard: Callable[[int], Voice | None]
) -> Voice | None:
    """ "Chad announced a pact with Niger": who says so, where the words of saying are those that tell it."""
    said = (a for a in attributions if a.cue is not None and a.cue.start <= telling.position < a.cue.end and a.source)
    return next((voice for a in said if (voice := heard(a.content.start)) is not None), None)


_AHEAD = frozenset({"planned", "threatened", "requested"})
"""What lies ahead is in no passage's place: it has its own alone."""
_AGAINST = re.compile(r"\bbut\b(?! (?:later|then|now|subsequently))|\bwhereas\b|;(?! (?:later|then))", re.IGNORECASE)


def _counted(
    telling: Telling, voice: Voice | None, heard: Callable[[int], Voice | None], text: str
) -> tuple[Toll, ...]:
    """The telling's tolls, each with whoever counts it where that is another, who is set against the first."""
    found: list[Toll] = []
    for toll in telling.tolls:
        counter = heard(toll.quote.start)
        other = counter is not None and (voice is None or counter.name != voice.name)
        against = voice is None or any(
            t.property == toll.property
            and _AGAINST.search(text, min(t.quote.end, toll.quote.end), max(t.quote.start, toll.quote.start))
            for t in telling.tolls
            if t is not toll
        )
        found.append(msgspec.structs.replace(toll, voice=counter) if other and against else toll)
    return tuple(found)


def _at_home(voice: Voice, telling: Telling, document: Document, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """The country of a body with charge at home alone (a health ministry, a city's police) that reports a happening."""
    if telling.type not in ("ASSAULT", "COERCE", "PROTEST") or not voice.evidence:
        return ()
    source = voice.evidence[0]
    if (town := _seen_at(source, document, lexicon)) is not None:
        return (town,)
    words = {w.strip(".,'’s").casefold() for w in source.exact.split()} | {w.casefold() for w in voice.name.split()}
    if not words & lexicon.classes["domestic"]:
        return ()
    countries = {
        m.actor.country
        for m in document.mentions
        if isinstance(m, ActorMention) and source.start <= m.start < source.end and m.actor.country
    }
    for mention in document.mentions:
        if (
            isinstance(mention, PlaceMention)
            and mention.place.precision == "country"
            and mention.place.country in countries
        ):
            return (msgspec.structs.replace(mention, rule="country of the reporting authority"),)
    return ()


def _seen_at(source: Quote, document: Document, lexicon: Lexicon) -> PlaceMention | None:
    """ "Police in Jos", "a doctor at a hospital in Beni": the town of those who speak only of what happens there."""
    first = source.exact.partition(" in ")[0].casefold().split()
    if not first or not set(first[-2:]) & lexicon.classes["local_source"]:
        return None
    text = document.article.text
    for mention in document.mentions:
        if not isinstance(mention, PlaceMention) or mention.place.precision not in ("town", "area", "region"):
            continue
        inside = (
            source.start < mention.start
            and mention.end <= source.end
            and text[mention.start - 4 : mention.start] == " in "
        )
        if inside or text[source.end : mention.start] == " in ":
            return msgspec.structs.replace(mention, rule="town of those who report it")
    return None


def _just_before(
    all_scenes: Sequence[Scene], scene: Scene, today: date | None
) -> tuple[tuple[TimeMention, ...], tuple[PlaceMention, ...]]:
    """Single days, none ahead, and towns named by the two sentences before, in the same paragraph, nearest first."""
    days: list[TimeMention] = []
    towns: list[PlaceMention] = []
    for back in (1, 2):
        number = scene.number - back
        if number < 0 or all_scenes[number].sentence.block != scene.sentence.block:
            break
        before = all_scenes[number]
        plain = [t for t in before.times if is_plain_day(before, t)]
        past = [t for t in plain if today is None or t.period is None or t.period.start <= today]
        days += past if len({t.period for t in plain}) <= MOST_DAYS else []
        fine = ("town", "site", "area", "position")
        towns += [
            p
            for p in before.places
            if (p.place.precision in fine and not (is_seat(before, p) or is_power(before, p) or is_goal(before, p)))
            or _is_label(before, p)
        ]
    return tuple(days), tuple(towns)


def _is_label(scene: Scene, place: PlaceMention) -> bool:
    """ "Suwayda. Fighters …": a place that is a sentence of its own, as the entries of a round-up begin."""
    return scene.text[scene.sentence.start : scene.sentence.end].strip(" .:–—-\n") == place.exact


def _opening(all_scenes: Sequence[Scene], scene: Scene) -> tuple[TimeMention, ...]:
    """The time of the sentence before, in the same paragraph, as the start of what then began."""
    before = [s for s in all_scenes if s.number == scene.number - 1 and s.sentence.block == scene.sentence.block]
    times = [t for s in before for t in s.times if t.period is not None]
    if not times:
        return ()
    return (msgspec.structs.replace(times[-1], since=True, basis="relative to text"),)


def scenes(document: Document, rules: ExtractRules) -> list[Scene]:
    """All sentences, parsed or not, with the mentions inside them, in text order."""
    actors = [m for m in document.mentions if isinstance(m, ActorMention)]
    blocks = document.article.blocks
    places = [m for m in document.mentions if isinstance(m, PlaceMention) and not is_bureau(m, blocks)]
    text = document.article.text
    times = [m for m in document.mentions if isinstance(m, TimeMention) and not (is_citation(text, m) or _is_age(m))]
    quantities = [m for m in document.mentions if isinstance(m, QuantityMention)]
    triggers = [m for m in document.mentions if isinstance(m, TriggerMention)]
    loud = rules.lexicon.learned.is_loud([_within(triggers, s) for s in document.sentences])
    deedless = any(s.gist is not None for s in document.sentences) and not any(
        rules.lexicon.learned.tells_deed(_within(triggers, s)) for s in document.sentences
    )
    page = page_words(document.article.text, rules.lexicon.classes["ship"])
    found: list[Scene] = []
    for number, sentence in enumerate(document.sentences):
        found.append(
            Scene(
                sentence,
                number,
                text=document.article.text,
                kind=document.article.blocks[sentence.block].kind,
                rules=rules,
                actors=_within(actors, sentence),
                places=_within(places, sentence),
                times=_within(times, sentence),
                quantities=_within(quantities, sentence),
                triggers=_within(triggers, sentence),
                domain=document.genre,
                brief=len(document.sentences) <= BRIEF,
                short=len(document.sentences) <= SHORT,
                loud=loud,
                deedless=deedless,
                opening=len(document.sentences) <= rules.lexicon.learned.asked,
                page=page,
            )
        )
    return found


def _is_age(time: TimeMention) -> bool:
    """ "In the 21st century": the time of no happening."""
    return time.period is not None and time.period.precision == "century"


BRIEF = 1
"""Sentences of a page, its title among them, up to which it is all opening."""
SHORT = 3
"""Sentences of a page that is a note, or clipped from a story."""

M = TypeVar("M", bound=Mention)


def _within(mentions: Sequence[M], sentence: Sentence) -> list[M]:
    """The mentions that begin inside the sentence; `mentions` are sorted by start."""
    first = bisect_left(mentions, sentence.start, key=lambda m: m.start)
    found: list[M] = []
    for mention in mentions[first:]:
        if mention.start >= sentence.end:
            break
        found.append(mention)
    return found
