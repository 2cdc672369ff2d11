"""What is below what: the hierarchy of classes, or of properties, as branches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Branch:
    """A term, by its name, and what is directly below it."""

    name: str
    branches: tuple[Branch, ...] = ()


def hierarchy(above: Mapping[str, Sequence[str]]) -> tuple[Branch, ...]:
    """Arrange terms by what is directly above each; those with nothing known above them come first in their line.

    >>> hierarchy({"Treaty": ["Instrument"], "Instrument": ["Entity"]})
    (Branch(name='Instrument', branches=(Branch(name='Treaty', branches=()),)),)
    """
    below: dict[str, list[str]] = {name: [] for name in above}
    for name, parents in above.items():
        for parent in parents:
            if parent in below and parent != name:
                below[parent].append(name)
    roots = [name for name, parents in above.items() if not (set(parents) - {name}) & set(above)]
    return tuple(_branch(name, below, ()) for name in roots)


def _branch(name: str, below: Mapping[str, Sequence[str]], path: tuple[str, ...]) -> Branch:
    beneath = tuple(_branch(each, below, (*path, name)) for each in below[name] if each not in path)
    return Branch(name, beneath)
