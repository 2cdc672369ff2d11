"""The closure of everything at once: terms become numbers, and rules of one pattern move whole sets of them.

Rules of several patterns are matched triple by triple, with the triples that are new; those without a conclusion are
asked once at the end.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..namespaces import TYPE
from . import refusals
from .breaches import breaches
from .discretion import Discretion
from .moves import Moves, NewPairs
from .numbering import Numbering
from .program import Firing, Program
from .records import Consequences
from .vocabulary import SAME_AS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from ..contradictions import Contradiction
    from ..triples import Triple
    from .matching import Found
    from .ontology import Rules
    from .relations import Pair


def close_all(rules: Rules, asserted: Iterable[Triple]) -> Consequences:
    """Give all that follows from an ontology and facts, stated together, and was not stated.

    What follows within the ontology is part of it.
    """
    closing = _Closing(rules, asserted)
    ill_formed = closing.ill_formed()
    closing.run(rules.ontology_inferences)
    contradictions = [*ill_formed, *closing.contradictions()]
    return Consequences(tuple(closing.inferred()), (), tuple(sorted(contradictions, key=str)))


class _Closing:
    """Triples on the way to their closure: those that are known, and those that wait to be."""

    def __init__(self, rules: Rules, asserted: Iterable[Triple]) -> None:
        self._terms = Numbering()
        self._known = self._terms.number_all(asserted)
        number = self._terms.number.__getitem__
        self._type = number(TYPE)
        self._moves = Moves((each for each in rules.rules if each.head is not None), number)
        self._matched = Program((each for each in self._moves.others if each.body), number, self._terms.term)
        self._refused = Program((each for each in rules.rules if each.head is None), number, self._terms.term)
        for triple in rules.ontology_inferences:
            for term in triple:
                number(term)
        self._terms.finish(rules.anonymous)
        hidden, literals, languages = self._terms.hidden, self._terms.literals, self._terms.of_the_languages
        self._may_say = Discretion(
            self._known, number(SAME_AS), hidden.__contains__, literals.__contains__, languages.__contains__
        )
        self._keys = self._matched.keys_in(self._known)
        self._members: dict[int, set[int]] = defaultdict(set)
        self._pairs: dict[int, set[Pair]] = defaultdict(set)
        self._new_members: dict[int, set[int]] = defaultdict(set)
        self._new_pairs: dict[int, set[Pair]] = defaultdict(set)

    def run(self, besides: Iterable[Triple]) -> None:
        """Draw all conclusions; `besides` follow as well."""
        for triple in besides:
            conclusion: Found[int] = tuple(map(self._terms.number.__getitem__, triple))  # type: ignore[assignment]
            if conclusion not in self._known:
                self._put(conclusion)
        for class_, members in list(self._known.by_class.items()):
            self._pass_members(class_, frozenset(members))
        for predicate, relation in list(self._known.by_predicate.items()):
            self._pass_pairs(predicate, relation.pairs)
        while self._members or self._pairs:
            if self._members:
                self._learn_members(*self._members.popitem())
            else:
                self._learn_pairs(*self._pairs.popitem())

    def _put(self, conclusion: Found[int]) -> None:
        subject, predicate, object_ = conclusion
        if predicate == self._type:
            self._members[object_].add(subject)
        else:
            self._pairs[predicate].add((subject, object_))

    def _learn_members(self, class_: int, found: set[int]) -> None:
        known = self._known.by_class[class_]
        if new := found - known:
            known |= new
            self._new_members[class_] |= new
            self._pass_members(class_, new)

    def _learn_pairs(self, predicate: int, found: set[Pair]) -> None:
        relation = self._known.by_predicate[predicate]
        if new := self._with_room(found) if predicate == self._may_say.same_as else found - relation.pairs:
            relation.update(new)
            self._new_pairs[predicate] |= new
            self._keys |= self._matched.keys & {predicate}
            self._pass_pairs(predicate, new)

    def _with_room(self, equal: set[Pair]) -> set[Pair]:
        """Learn pairs of things that are the same one after the other, as long as these are not too many."""
        same = self._may_say.same_as
        relation = self._known.by_predicate[same]
        new = set()
        for pair in sorted(equal - relation.pairs):
            if self._may_say((pair[0], same, pair[1])):
                relation.update({pair})
                new.add(pair)
        return new

    def _pass_members(self, class_: int, new: AbstractSet[int]) -> None:
        targets = self._moves.members.get(class_, ())
        visible = new - self._terms.hidden if targets else new
        for target in targets:
            self._members[target] |= visible
        for firing in self._matched.set_off_by((0, self._type, class_), self._keys):
            for member in new:
                self._fire(firing, (member, self._type, class_))

    def _pass_pairs(self, predicate: int, new: AbstractSet[Pair]) -> None:
        moves, forms = self._moves, NewPairs(new, self._terms.hidden, self._terms.literals)
        for target in moves.subjects.get(predicate, ()):
            self._members[target] |= forms.subjects
        for target in moves.objects.get(predicate, ()):
            self._members[target] |= forms.objects
        for target in moves.pairs.get(predicate, ()):
            self._pairs[target] |= forms.pairs
        for target in moves.turned.get(predicate, ()):
            self._pairs[target] |= forms.turned
        for firing in self._matched.set_off_by((0, predicate, 0), self._keys):
            for subject, object_ in new:
                self._fire(firing, (subject, predicate, object_))

    def _fire(self, firing: Firing[int], triple: Found[int]) -> None:
        for conclusion in firing.conclusions(triple, self._known, self._is_wanted):
            self._put(conclusion)

    def _is_wanted(self, conclusion: Found[int]) -> bool:
        return conclusion not in self._known and self._may_say(conclusion)

    def inferred(self) -> Iterator[Triple]:
        """Go through what followed."""
        for class_, members in self._new_members.items():
            for member in members:
                yield self._terms.triple(member, self._type, class_)
        for predicate, pairs in self._new_pairs.items():
            for subject, object_ in pairs:
                yield self._terms.triple(subject, predicate, object_)

    def ill_formed(self) -> list[Contradiction]:
        """Find the literals that are no values of their own datatypes."""
        found = (triple for number in self._terms.ill_formed() for triple in self._known.match(None, None, number))
        return refusals.by_spelling(self._terms.triple(*triple) for triple in found)

    def contradictions(self) -> list[Contradiction]:
        """Find out which rules are broken, and what has too many names."""
        found = (
            (rule, tuple(self._terms.triple(*premise) for premise in premises))
            for rule, premises in breaches(self._refused, self._known)
        )
        names = [self._known.match(each, self._may_say.same_as, None) for each in sorted(self._may_say.too_many)[:1]]
        told = refusals.by_number_of_names(tuple(self._terms.triple(*each) for each in same) for same in names)
        return [*refusals.by_rules(found), *told]
