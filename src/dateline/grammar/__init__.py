"""What can be read off one parsed sentence: phrases, subjects, objects, passives. Pure functions over tokens."""

from dateline.grammar.arguments import (
    agents,
    denied,
    is_disowned,
    is_passive,
    objects,
    prepositional,
    shared_objects,
    subjects,
)
from dateline.grammar.tree import Tree

__all__ = [
    "Tree",
    "agents",
    "denied",
    "is_disowned",
    "is_passive",
    "objects",
    "prepositional",
    "shared_objects",
    "subjects",
]
