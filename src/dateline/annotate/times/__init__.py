"""Time expressions and the periods they force."""

from dateline.annotate.times.matching import time_mentions

__all__ = ["time_mentions"]
