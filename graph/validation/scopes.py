"""Scopes of queries: the triple patterns that must hold together for any of them to matter to an answer.

A query looks at triples in groups: the group of its required patterns, and inside that group those of OPTIONAL, UNION,
MINUS, EXISTS and NOT EXISTS at any depth. A scope is one such group joined with all that it stands in. Let an answer
for some focus node differ between two sets of triples. Evaluate both side by side, from the outermost group inwards:
either the solutions of a group's own patterns differ, and then one of them uses a triple that is only in one set; or
they are the same, and some solution is judged differently by a group inside, to which the same applies. So:

    an answer for a focus node differs only if, in the union of both sets, some scope has a solution for that focus node
    in which one of the scope's own patterns matches a triple that is only in one of the sets.

Both uses stand on this: finding the focus nodes that a change affects (the sets before and after), and extracting
triples that suffice (the set itself and a part of it that holds every solution of every scope).

Filters are left out, which only makes scopes wider. A variable is the same inside a group only where the group can see
it; elsewhere it gets a name of its own. A subquery, whose solutions may be counted or cut off, is a scope by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..terms import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from .automata import Way

Node: TypeAlias = Term | str
"""What stands in a pattern: a term, or the name of a variable."""

THIS: Final = "this"


@dataclass(frozen=True)
class Pattern:
    """A pattern of triples, or of a path between two nodes."""

    subject: Node
    relation: NamedNode | str | Way
    object: Node

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names of its variables."""
        return frozenset(each for each in (self.subject, self.relation, self.object) if isinstance(each, str))

    @cached_property
    def repeats(self) -> bool:
        """Whether a variable stands in it twice."""
        return len(self.variables) < sum(isinstance(each, str) for each in (self.subject, self.relation, self.object))

    def fits(self, triple: tuple[Any, ...]) -> bool:
        """Tell whether a triple has the terms of a pattern that is no path, one for each variable."""
        parts = tuple(zip((self.subject, self.relation, self.object), triple, strict=True))
        if not all(isinstance(node, str) or node == term for node, term in parts):
            return False
        values: dict[object, object] = {}
        return not self.repeats or all(
            values.setdefault(node, term) == term for node, term in parts if isinstance(node, str)
        )

    def with_values(self, values: Mapping[str, Node]) -> Pattern:
        """Put values, or other variables, in the place of variables."""
        subject, relation, object_ = (
            values.get(each, each) if isinstance(each, str) else each
            for each in (self.subject, self.relation, self.object)
        )
        return Pattern(subject, relation, object_)  # type: ignore[arg-type]


Patterns: TypeAlias = tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """Patterns that hold together: those of a group, and those of the scope that it stands in."""

    own: Patterns
    outside: Scope | None = None

    @property
    def patterns(self) -> Patterns:
        """All patterns, those from outside first."""
        return (*(self.outside.patterns if self.outside else ()), *self.own)

    def around(self, pattern: Pattern) -> Patterns | None:
        """Give the other patterns that a pattern is joined with, those nearest to the focus node first.

        None where nothing joins it with the focus node.
        """
        ordered: dict[Pattern, None] = {}
        near = frozenset({THIS})
        while nearest := [each for each in self.patterns if each not in ordered and each.variables & near]:
            ordered.update(dict.fromkeys(nearest))
            near = near.union(*(each.variables for each in nearest))
        return tuple(each for each in ordered if each != pattern) if pattern in ordered else None


@dataclass(frozen=True, slots=True)
class Query:
    """What a query looks at.

    The variables `fixed` have their values from the start. A query that is not `plain` counts solutions or cuts them
    off; one that `asks` gives yes or no; one that judges values `early` says something of them where no pattern has
    bound them, or gives no account of them. Of the nodes that it `mentions` it matters whether there is any triple
    about them.
    """

    scopes: tuple[Scope, ...]
    fixed: frozenset[str]
    plain: bool = True
    asks: bool = False
    early: bool = False
    mentions: frozenset[Node] = frozenset()

    def with_values(self, values: Mapping[str, Node], also: Patterns = ()) -> Query:
        """Put values, or other variables, in the place of variables, and join each scope with further patterns."""
        scopes: dict[Scope | None, Scope] = {None: Scope(also)}
        for scope in self.scopes:
            scopes[scope] = Scope(tuple(each.with_values(values) for each in scope.own), scopes[scope.outside])
        mentions = frozenset(values.get(node, node) if isinstance(node, str) else node for node in self.mentions)
        return replace(self, scopes=tuple(scopes[scope] for scope in self.scopes), mentions=mentions)


def variables_of(patterns: Patterns) -> frozenset[str]:
    """Give the variables of patterns."""
    return frozenset().union(*(pattern.variables for pattern in patterns))
