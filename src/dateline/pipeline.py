"""The order of the stages, as data: what each takes and gives, and the function that does it."""

from __future__ import annotations

from dateline.model.issue import Stage
from dateline.model.record import Record


class Step(Record, frozen=True, kw_only=True):
    """One stage of the one way through."""

    stage: Stage
    function: str
    """ "module:name" of the pure function."""
    takes: str
    gives: str


PER_PAGE = (
    Step(stage="read", function="dateline.read.reading:article", takes="Page", gives="Article | Issue"),
    Step(stage="annotate", function="dateline.annotate.document:document", takes="Article", gives="Document"),
    Step(stage="extract", function="dateline.extract.events:extraction", takes="Document", gives="Extraction"),
)
"""Applied to one page at a time: nothing here sees another page."""

ACROSS = (
    Step(
        stage="resolve",
        function="dateline.resolve:incidents",
        takes="Iterable[tuple[Event, Article]]",
        gives="tuple[Incident, ...]",
    ),
)
"""Applied to the events of all pages: the only step that looks at two articles at once."""

STEPS = (*PER_PAGE, *ACROSS)
