"""Refusals: what facts and ontology say together that cannot be, from what the rules found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from ..contradictions import Contradiction
from .datatypes import is_well_formed
from .rules import Rule, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..terms import Term
    from ..triples import Triple
    from .matching import Fact


def by_rules(found: Iterable[tuple[Rule, tuple[Fact, ...]]]) -> list[Contradiction]:
    """Tell of rules that were broken, once where the same triples break a rule in several ways (a to b, and b to a)."""
    contradictions: dict[object, Contradiction] = {}
    for rule, premises in found:
        unlike = tuple(dict.fromkeys(premises))
        told = Contradiction(rule.name, rule.terms, unlike, rule.axioms, _focus(rule, premises))
        same = (rule.name, rule.terms, rule.axioms, frozenset(premises))
        contradictions[same] = min(told, contradictions.get(same, told), key=str)
    return list(contradictions.values())


def _focus(rule: Rule, premises: tuple[Fact, ...]) -> Term | None:
    """Give the thing that a rule was broken about."""
    if not isinstance(rule.about, Variable):
        return rule.about
    found = (
        term
        for atom, triple in zip(rule.body, premises, strict=True)
        for part, term in zip(atom, triple, strict=True)
        if part == rule.about
    )
    return next(found, None)


def by_spelling(triples: Iterable[Triple]) -> list[Contradiction]:
    """Find the literals that are no values of their own datatypes."""
    return [
        Contradiction("dt-not-type", (each[2].datatype,), (each,), focus=each[0])
        for each in triples
        if isinstance(each[2], Literal) and not is_well_formed(each[2])
    ]


def by_number_of_names(equalities: Iterable[tuple[Triple, ...]]) -> list[Contradiction]:
    """Tell of things, by what they are the same as, that have more names than are allowed."""
    return [Contradiction("eq-bound", (each[0][0],), each, focus=each[0][0]) for each in equalities]
