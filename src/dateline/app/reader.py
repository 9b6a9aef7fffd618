"""Reads pages: the one place where compiled knowledge and the stages meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cached_property

from dateline.annotate.actors import actor_rules
from dateline.annotate.document import AnnotationRules, document
from dateline.annotate.promising import Promise
from dateline.app.results import Reading
from dateline.errors import InvalidKnowledge
from dateline.extract.events import extraction
from dateline.extract.scene import ExtractRules
from dateline.fetch import pages
from dateline.knowledge.actors import load_actors
from dateline.knowledge.classifier import LearnedTriggers
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.knowledge.lexicon import lexicon
from dateline.knowledge.places import load_place_rules
from dateline.knowledge.quantities import load_quantities
from dateline.knowledge.reading import reading_rules
from dateline.knowledge.syntax import SpacyParser
from dateline.knowledge.times import load_times
from dateline.model import Issue, Page
from dateline.model.actors_table import ActorTable
from dateline.model.issue import Stage
from dateline.model.reading import Limits, ReadingRules
from dateline.ports import Gazetteer, Parser, Runner, TriggerReader
from dateline.read import article
from dateline.runners.serial import serial

Progress = Callable[[str, float], None]
"""Called with what is being done and the share done, 0 to 1."""
LONGEST = 300_000
"""Code points of one story: some 50,000 words, which no single report has."""
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a stage raises on a page that nobody foresaw: it costs that page, and no other."""


class Reader:
    """Turns sources into readings. Knowledge is compiled on first use and kept for the reader's life.

    `actors` stands in for the table that ships.
    """

    def __init__(
        self, *, progress: Progress | None = None, everything: bool = False, learned: bool = True,
        runner: Runner = serial, actors: ActorTable | None = None,
    ) -> None:  # fmt: skip
        self._progress = progress
        self._everything = everything
        self._learned = learned
        self._runner = runner
        self._actors = actors

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return open_gazetteer(progress=self._progress)

    @cached_property
    def _parser(self) -> Parser:
        words = lexicon()
        light, aims = words.light, words.modality
        known = light.agent | light.patient | light.effect | aims.planned | aims.wished  # "hop" of "hoped"
        return SpacyParser(verbs=frozenset(words.verbs) | known)

    @cached_property
    def _triggers(self) -> TriggerReader | None:
        return LearnedTriggers() if self._learned else None

    @cached_property
    def _annotation(self) -> AnnotationRules:
        words = lexicon()
        actors = actor_rules(
            self._actors or load_actors(), modifiers=words.classes["role_modifier"], offices=words.classes["office"]
        )
        quantities = load_quantities()
        return AnnotationRules(
            times=load_times(),
            places=load_place_rules(),
            actors=actors,
            quantities=quantities,
            voices=words.voices,
            promise=Promise(
                loud=words.loud,
                paged=words.paged,
                paging=words.paging,
                spoken=words.spoken,
                learned=words.learned,
                quantities=quantities,
                actors=actors,
                pointing=words.pointing,
                denied=words.denied,
                lived=words.lived,
                saying=words.voices.said,
                on_the_spot=words.on_the_spot
                | {word for word, kind in words.voices.kinds.items() if kind in ("witness", "medical")},
                far_off=words.classes["far_off"],
                genres=words.genres,
            ),
            headline=words.classes["headline"],
            opening=words.classes["opening"],
        )

    @cached_property
    def extraction_rules(self) -> ExtractRules:
        """What extraction is handed."""
        return ExtractRules(lexicon=lexicon(), table=self._annotation.actors.table)

    @cached_property
    def _reading_rules(self) -> ReadingRules:
        return reading_rules()

    def readings(
        self, sources: Iterable[str], *, given: Mapping[str, str] | None = None, limits: Limits | None = None
    ) -> Iterator[Reading | Issue]:
        """Each page behind the sources as a reading; what cannot be had or read as an issue in its place."""
        return self._runner(self._reading, pages(sources, given=given, limits=limits))

    def _reading(self, page: Page | Issue) -> Reading | Issue:
        return page if isinstance(page, Issue) else self.read(page)

    def read(self, page: Page, *, latest: date | None = None) -> Reading | Issue:
        """The reading of one page; `latest` is the last day it can have been published, by default its fetch day."""
        bound = latest or (page.fetched or datetime.now(UTC)).date()
        stage: Stage = "read"
        try:
            found = article(page, rules=self._reading_rules, latest=bound)
            if isinstance(found, Issue):
                return found
            if len(found.text) > LONGEST:
                expected = f"a story of at most {LONGEST:,} characters"
                return Issue(
                    stage="read", item=page.source, code="too-long", expected=expected, found=f"{len(found.text):,}"
                )
            stage = "annotate"
            annotated = document(
                found,
                rules=self._annotation,
                gazetteer=self._gazetteer,
                parser=self._parser,
                triggers=self._triggers,
                everything=self._everything,
            )
            stage = "extract"
            result = extraction(annotated, rules=self.extraction_rules)
        except FAULTS as error:
            if isinstance(error, InvalidKnowledge):
                raise
            described = f"{type(error).__name__}: {error}"
            return Issue(stage=stage, item=page.source, code="fault", expected="a page it can work on", found=described)
        return Reading(page=page, article=found, document=annotated, events=result.events, aside=result.aside)
