"""Time expressions and the periods they force."""

from dateline.annotate.times.matching import leaned_on, time_mentions

__all__ = ["leaned_on", "time_mentions"]
