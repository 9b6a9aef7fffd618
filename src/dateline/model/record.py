"""The one base of every record: frozen, keyword-only, compared by value."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """An immutable value. Fields at their default are left out of its JSON.

    msgspec does not inherit `kw_only`, so each record states it.
    """
