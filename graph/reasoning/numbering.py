"""Numbering: terms become numbers, and those of a kind are set apart."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal

from ..namespaces import TYPE
from .datatypes import is_well_formed
from .relations import Pair, Relation, Relations
from .vocabulary import is_of_the_languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..terms import Term
    from ..triples import Triple


class Numbering:
    """Terms by number and numbers by term."""

    def __init__(self) -> None:
        self.number: dict[Term, int] = defaultdict(count().__next__)
        self.terms: list[Term] = []
        self.literals: set[int] = set()
        self.hidden: set[int] = set()
        self.of_the_languages: set[int] = set()

    def number_all(self, triples: Iterable[Triple]) -> Relations:
        """Number the terms of triples."""
        number = self.number
        pairs: dict[Term, list[Pair]] = defaultdict(list)
        for subject, predicate, object_ in triples:
            pairs[predicate].append((number[subject], number[object_]))
        relations = Relations(number[TYPE])
        for member, class_ in pairs.pop(TYPE, ()):
            relations.by_class[class_].add(member)
        for relation, related in pairs.items():
            relations.by_predicate[number[relation]] = Relation(related)
        return relations

    def finish(self, anonymous: frozenset[Term]) -> None:
        """Set apart the literals, the terms of the languages and those of which nothing is told."""
        self.terms = list(self.number)
        for number, term in enumerate(self.terms):
            if isinstance(term, Literal):
                self.literals.add(number)
            elif is_of_the_languages(term):
                self.of_the_languages.add(number)
            elif isinstance(term, BlankNode) or term in anonymous:
                self.hidden.add(number)
        self.hidden |= self.of_the_languages

    def ill_formed(self) -> list[int]:
        """Find the literals that are no values of their own datatypes."""
        literals = ((number, self.terms[number]) for number in self.literals)
        return [number for number, term in literals if isinstance(term, Literal) and not is_well_formed(term)]

    def term(self, number: int) -> Term:
        """Give the term of a number."""
        return self.terms[number]

    def triple(self, subject: int, predicate: int, object_: int) -> Triple:
        """Give the triple of three numbers."""
        terms = self.terms
        return terms[subject], terms[predicate], terms[object_]  # type: ignore[return-value]
