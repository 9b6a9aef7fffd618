"""Page → Article: the story's text, what was dropped and why, and what is known of its publication."""

from dateline.read.reading import article

__all__ = ["article"]
