"""What drawing incidents together anew did to one of them."""

from __future__ import annotations

from dateline.model.incident import Incident
from dateline.model.record import Record


class Change(Record, frozen=True, kw_only=True):
    """What became of one incident. `before` or `after` is absent for one that is new or gone."""

    before: Incident | None = None
    after: Incident | None = None
    fields: tuple[str, ...] = ()
    """What differs, of what is shown."""
    sources: tuple[str, ...] = ()
    """The pages of it that were read differently; none where only the drawing together changed."""

    @property
    def kind(self) -> str:
        """ "new", "gone" or "different"."""
        return "new" if self.before is None else "gone" if self.after is None else "different"
