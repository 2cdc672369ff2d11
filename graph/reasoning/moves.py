"""Moves: rules of one pattern, which pass whole sets on from class to class and from relation to relation."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from ..namespaces import TYPE
from .rules import Atom, Rule, Variable
from .vocabulary import SAME_AS, is_of_the_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from ..terms import Term
    from .relations import Pair


class NewPairs:
    """Pairs that are new to a relation, in the forms in which rules pass them on, without what is not written down."""

    def __init__(self, pairs: AbstractSet[Pair], hidden: AbstractSet[int], literals: AbstractSet[int]) -> None:
        self._all = pairs
        self._hidden = hidden
        self._literals = literals

    @cached_property
    def subjects(self) -> AbstractSet[int]:
        """The subjects."""
        return {subject for subject, _ in self._all} - self._hidden

    @cached_property
    def objects(self) -> AbstractSet[int]:
        """The objects that something may be said of."""
        return {object_ for _, object_ in self._all} - self._literals - self._hidden

    @cached_property
    def pairs(self) -> AbstractSet[Pair]:
        """The pairs as they are."""
        hidden = self._hidden
        return {(subject, object_) for subject, object_ in self._all if subject not in hidden and object_ not in hidden}

    @cached_property
    def turned(self) -> AbstractSet[Pair]:
        """The pairs the other way round."""
        literals = self._literals
        return {(object_, subject) for subject, object_ in self.pairs if object_ not in literals}


class Moves:
    """Where members and pairs are passed on to, by number; `others` are the rules that are no moves."""

    def __init__(self, rules: Iterable[Rule], number: Callable[[Term], int]) -> None:
        self.members: dict[int, list[int]] = defaultdict(list)
        self.subjects: dict[int, list[int]] = defaultdict(list)
        self.objects: dict[int, list[int]] = defaultdict(list)
        self.pairs: dict[int, list[int]] = defaultdict(list)
        self.turned: dict[int, list[int]] = defaultdict(list)
        self.others: list[Rule] = []
        for rule in rules:
            kind = self._kind(rule)
            if kind is None or rule.head is None:
                self.others.append(rule)
            else:
                kind[number(_end(rule.body[0]))].append(number(_end(rule.head)))

    def _kind(self, rule: Rule) -> dict[int, list[int]] | None:
        head = rule.head
        if len(rule.body) != 1 or head is None or rule.tests or not (_is_plain(rule.body[0]) and _is_plain(head)):
            return None
        body = rule.body[0]
        if body.predicate == TYPE:
            return self.members if head.predicate == TYPE else None
        straight = head.subject == body.subject
        if head.predicate == TYPE:
            return self.subjects if straight else self.objects
        return self.pairs if straight else self.turned


def _is_plain(atom: Atom) -> bool:
    """Tell whether a pattern is that something is of a class, or that two different things stand in a relation."""
    if atom.predicate == TYPE:
        return isinstance(atom.subject, Variable) and not isinstance(atom.object, Variable)
    if isinstance(atom.predicate, Variable) or atom.predicate == SAME_AS:
        return False
    return len(atom.variables) == 2 and not is_of_the_languages(atom.predicate)  # noqa: PLR2004 - a pair


def _end(atom: Atom) -> Term:
    return atom.object if atom.predicate == TYPE else atom.predicate  # type: ignore[return-value]
