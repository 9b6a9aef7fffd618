"""Time expressions and the periods they force."""

from dateline.annotate.times.matching import leaned_on, time_mentions
from dateline.annotate.times.retold import retold
from dateline.annotate.times.wars import since_wars

__all__ = ["leaned_on", "retold", "since_wars", "time_mentions"]
