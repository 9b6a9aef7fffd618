"""Event* → Incident*: the only step that looks at two articles at once."""

from dateline.resolve.incidents import incidents
from dateline.resolve.stories import stories

__all__ = ["incidents", "stories"]
