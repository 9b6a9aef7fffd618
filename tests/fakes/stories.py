"""Short invented stories, written for tests."""

from __future__ import annotations

SHELLING = """Market shelled in Goma

GOMA, March 6 (Lake Wire) - Rebels of the M23 shelled a market in Goma on Tuesday, killing at least 12 civilians and \
wounding 30, the provincial governor said.

"Our fighters were nowhere near the market," a spokesman for the M23 said on Wednesday. He denied that the group had \
fired on the town.
"""

PROTEST = """Teachers march in Lima

LIMA, 14 August (Coast Desk) - Police arrested 15 protesters in Lima on Thursday when teachers marched to \
the ministry, the interior ministry said.
"""

QUIET = """Library opens after repairs

The town library opened its doors again on Monday after a year of repairs. Children read poems, and the mayor cut a \
ribbon in front of some eighty guests who had come in spite of the rain.
"""
