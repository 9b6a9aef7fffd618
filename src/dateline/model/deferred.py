"""Modules that a library imports at once and hardly ever uses, imported only when they are used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class Deferred(ModuleType):
    """Stands in for a module: whatever is taken from it imports the module itself when it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*arguments: Any, **options: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*arguments, **options)

        return called


@contextmanager
def deferred(*names: str) -> Iterator[None]:
    """Functions that are imported within it from these modules import them when they are first called.

    A module that is there already stays as it is; a package is to be named before the modules in it.
    """
    standing = {name: Deferred(name) for name in names if name not in sys.modules}
    for module in standing.values():
        module.__path__ = []
    sys.modules.update(standing)
    try:
        yield
    finally:
        for name, module in standing.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
