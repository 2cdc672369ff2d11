"""Breaches: where among all triples the rules without a conclusion are broken, asked of the fewest that can tell."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, TypeAlias

from ..namespaces import TYPE
from .rules import Rule, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from .matching import Found
    from .program import Firing, Program
    from .relations import Pair, Relations

_Breach: TypeAlias = "tuple[Rule, tuple[Found[int], ...]]"


def breaches(program: Program[int], triples: Relations) -> Iterator[_Breach]:
    """Go through all ways in which rules are broken, some of them more than once."""
    for rule, ways in program.refusing:
        if not ways:
            yield rule, ()
        else:
            firing = min(ways, key=lambda way: _size(way, triples))
            for triple in _entries(firing, triples):
                for premises in firing.premises(triple, triples):
                    yield rule, premises


def _size(firing: Firing[int], triples: Relations) -> float:
    predicate = firing.constants[1]
    if predicate is None:
        return float("inf")
    if predicate == triples.type:
        return min(map(len, _classes(firing, triples)))
    return len(triples.relation(predicate).pairs)


def _classes(firing: Firing[int], triples: Relations) -> list[AbstractSet[int]]:
    """Give the members of each class that the rule asks one thing to be of, the smallest class first."""
    asked = [places for places in firing.body if places[0] == firing.entry[0] and places[1] == firing.entry[1]]
    classes = [firing.template[places[2]] for places in asked]
    return sorted((triples.members(class_) for class_ in classes if class_ is not None), key=len)


def _entries(firing: Firing[int], triples: Relations) -> Iterator[Found[int]]:
    _, predicate, class_ = firing.constants
    if predicate is None:
        return
    if predicate == triples.type and class_ is not None:
        for member in reduce(and_, _classes(firing, triples)):
            yield member, predicate, class_
        return
    pairs: Iterable[Pair] = triples.relation(predicate).pairs
    if _asks_of_objects_alone(firing.rule):
        samples = {object_: subject for subject, object_ in pairs}
        wrong = {each for each, by in samples.items() if any(firing.premises((by, predicate, each), triples))}
        pairs = (pair for pair in pairs if pair[1] in wrong) if wrong else ()
    for subject, object_ in pairs:
        yield subject, predicate, object_


def _asks_of_objects_alone(rule: Rule) -> bool:
    """Tell whether a rule is only about what some object is, so that each object need be asked about once."""
    (atom, *others) = rule.body
    plain = not others and atom.predicate != TYPE and isinstance(atom.subject, Variable)
    return plain and atom.subject != atom.object and all(test.parts == (atom.object,) for test in rule.tests)
