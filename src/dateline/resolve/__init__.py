"""Event* → Incident*: the only step that looks at two articles at once."""

from dateline.resolve.incidents import incidents

__all__ = ["incidents"]
