"""Unfolding: rules over classes and properties that have no name become rules over those that have one.

That something is of a nameless class (an intersection, say, or a restriction) is never written down. So where a rule
asks for that, what makes it so takes its place: a union in a body gives several rules, an intersection or a restriction
one with more patterns, and a rule that concludes it is put in front of each rule that asks for it. The classes of the
languages themselves, owl:Thing first, are treated alike, and so are datatypes with a name: nothing is told of literals.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from ..namespaces import TYPE
from .rules import Atom, Kind, Part, Rule, Substitution, Test, Variable
from .vocabulary import DATATYPE, INVERSE_OF, NOTHING, SAME_AS, THING, is_datatype, is_of_the_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from ..terms import Term
    from ..triples import Triple


def unfold(rules: Iterable[Rule], ontology: Collection[Triple], anonymous: frozenset[Term]) -> Iterator[Rule]:
    """Give rules over names that draw the same conclusions; `anonymous` are the nameless nodes of the ontology."""
    turned = _turned(ontology, anonymous)
    rules = [_turn(rule, turned) if turned else rule for rule in rules if not _is_idle(rule)]
    asserted = frozenset(object_ for _, predicate, object_ in ontology if predicate == TYPE and object_ in anonymous)
    never_told = anonymous | {subject for subject, _, object_ in ontology if object_ == DATATYPE}

    def is_nameless(class_: Part) -> bool:
        return class_ in never_told or (is_of_the_languages(class_) and not is_datatype(class_))

    unfolding = _Unfolding(rules, is_nameless, lambda class_: class_ in asserted or class_ not in never_told)
    for rule in rules:
        for unfolded in unfolding.of(rule):
            tested = _with_tests(unfolded)
            if tested is not None and _says_something(tested, anonymous):
                yield tested


def _is_idle(rule: Rule) -> bool:
    """Tell whether a rule says nothing, or what follows from being of owl:Nothing: everything."""
    return rule.head is not None and any(atom == rule.head or atom.object == NOTHING for atom in rule.body)


def _turned(ontology: Iterable[Triple], anonymous: frozenset[Term]) -> Mapping[Part, tuple[Term, Triple]]:
    """Give for each nameless property the one that has a name and whose inverse it is, and where that is said."""
    said = sorted((triple for triple in ontology if triple[1] == INVERSE_OF), key=str)
    pairs = [(triple[place], triple[2 - place], triple) for triple in said for place in (0, 2)]
    return {one: (other, triple) for one, other, triple in pairs if one in anonymous and other not in anonymous}


def _turn(rule: Rule, turned: Mapping[Part, tuple[Term, Triple]]) -> Rule:
    atoms = (*rule.body, *_head_of(rule))
    said = [turned[atom.predicate][1] for atom in atoms if atom.predicate in turned]
    atoms = tuple(Atom(o, turned[p][0], s) if p in turned else Atom(s, p, o) for s, p, o in atoms)
    head = atoms[-1] if rule.head is not None else None
    axioms = tuple(dict.fromkeys((*rule.axioms, *said)))
    return replace(rule, body=atoms[: len(rule.body)], head=head, axioms=axioms)


def _head_of(rule: Rule) -> tuple[Atom, ...]:
    return () if rule.head is None else (rule.head,)


def _with_tests(rule: Rule) -> Rule | None:
    """Ask of literals themselves, about which nothing is written down, whether they are of a datatype."""
    body = tuple(atom for atom in rule.body if not _is_of_datatype(atom))
    objects = {atom.object for atom in body}
    tests = [_test(Kind.VALUE, atom) for atom in rule.body if _is_of_datatype(atom)]
    if rule.head is not None and _is_of_datatype(rule.head):
        tests.append(_test(Kind.NO_VALUE, rule.head))
        rule = _refusing(rule, rule.head)
    if not objects.issuperset(part for test in tests for part in test.parts):
        return None
    return replace(rule, body=body, tests=(*rule.tests, *tests))


def _refusing(rule: Rule, head: Atom) -> Rule:
    """Refuse a literal that is no value of what it should be one of, on account of the thing that has it."""
    about = next((atom.subject for atom in rule.body if atom.object == head.subject), None)
    terms = (head.object,)
    return replace(rule, names=(*rule.names, "dt-not-type"), head=None, terms=terms, about=about)  # type: ignore[arg-type]


def _is_of_datatype(atom: Atom) -> bool:
    return atom.predicate == TYPE and is_datatype(atom.object)


def _test(kind: Kind, atom: Atom) -> Test:
    return Test(kind, (atom.subject,), atom.object)  # type: ignore[arg-type]


def _says_something(rule: Rule, anonymous: frozenset[Term]) -> bool:
    """Tell whether anything can set a rule off, and come of it that was not known."""
    atoms = (*rule.body, *_head_of(rule))
    if any(isinstance(atom.subject, Literal) or atom.predicate in anonymous for atom in atoms):
        return False
    return rule.head not in rule.body and not (rule.head is not None and rule.head.subject in anonymous)


@dataclass(frozen=True, slots=True)
class _Unfolded:
    """A rule whose patterns are unfolded but for those that are still waiting, and the nameless classes left behind."""

    rule: Rule
    waiting: tuple[Atom, ...]
    origins: frozenset[Part] = frozenset()


class _Unfolding:
    """The ways to be of each nameless class that is asked for, without any mention of nameless classes."""

    def __init__(
        self, rules: Collection[Rule], is_nameless: Callable[[Part], bool], is_stated: Callable[[Part], bool]
    ) -> None:
        self._is_nameless = is_nameless
        self._is_stated = is_stated
        self._ways: dict[Part, dict[object, _Unfolded]] = defaultdict(dict)
        asked = {class_ for rule in rules for class_ in _classes(rule)}
        self._find_ways([rule for rule in rules if self._gives_any_of(asked, rule)])

    def of(self, rule: Rule) -> Iterator[Rule]:
        """Unfold one rule; nothing comes of one that only concludes that something is of a nameless class."""
        if not self._is_about_nameless(rule.head):
            for unfolded in self._unfold(rule):
                yield unfolded.rule

    def _is_about_nameless(self, atom: Atom | None) -> bool:
        return atom is not None and atom.predicate == TYPE and self._is_nameless(atom.object)

    def _gives_any_of(self, classes: Collection[Part], rule: Rule) -> bool:
        return rule.head is not None and self._is_about_nameless(rule.head) and rule.head.object in classes

    def _find_ways(self, givers: Sequence[Rule]) -> None:
        """Unfold the rules that give nameless classes, again while those that they ask for have new ways to be of them.

        A way to be of a class that leads through the class itself is left out: a profile in which nameless classes do
        not recur needs none.
        """
        changed: set[Part] | None = None
        while changed is None or changed:
            asking = [each for each in givers if changed is None or not changed.isdisjoint(_classes(each))]
            found = [(giver.head.object, way) for giver in asking if giver.head for way in list(self._unfold(giver))]
            changed = {class_ for class_, way in found if self._is_new_way(class_, way)}

    def _is_new_way(self, class_: Part, way: _Unfolded) -> bool:
        known, form = self._ways[class_], way.rule.form
        if class_ in way.origins or form in known or way.rule.head in way.rule.body:
            return False
        known[form] = replace(way, origins=way.origins | {class_})
        return True

    def _unfold(self, rule: Rule) -> Iterator[_Unfolded]:
        unfolded = [_Unfolded(replace(rule, body=()), rule.body)]
        while unfolded:
            each = unfolded.pop()
            if each.waiting:
                unfolded += self._next(each)
            else:
                yield each

    def _next(self, unfolded: _Unfolded) -> Iterator[_Unfolded]:
        atom, *rest = unfolded.waiting
        rule = unfolded.rule
        asked = replace(unfolded, rule=replace(rule, body=(*rule.body, atom)), waiting=tuple(rest))
        if not self._is_about_nameless(atom):
            yield asked
        elif atom.object == THING and _says_more_of(atom.subject, (*rule.body, *rest)):
            yield replace(unfolded, waiting=tuple(rest))
        else:
            if self._is_stated(atom.object):
                yield asked
            for way in self._ways[atom.object].values():
                yield from _joined(way, unfolded)


def _classes(rule: Rule) -> set[Part]:
    return {atom.object for atom in rule.body if atom.predicate == TYPE}


def _says_more_of(subject: Part, atoms: Iterable[Atom]) -> bool:
    return any(subject in (each.subject, each.object) and each.object != THING for each in atoms)


def _joined(way: _Unfolded, asking: _Unfolded) -> Iterator[_Unfolded]:
    """Put a way to be of a class in the place of the question for it."""
    rule, (atom, *rest) = asking.rule, asking.waiting
    giver = way.rule.under({each: Variable(f"{each.name}'{len(rule.names)}") for each in way.rule.variables})
    substitution, equality = _unified(giver.head.subject, atom.subject)  # type: ignore[union-attr]
    giver, rule = giver.under(substitution), rule.under(substitution)
    joined = replace(
        rule,
        names=(*giver.names, *("eq-rep-s" for _ in equality), *rule.names),
        body=tuple(dict.fromkeys((*rule.body, *giver.body, *equality))),
        axioms=tuple(dict.fromkeys((*giver.axioms, *rule.axioms))),
        tests=tuple(dict.fromkeys((*giver.tests, *rule.tests))),
    )
    yield _Unfolded(joined, tuple(each.under(substitution) for each in rest), asking.origins | way.origins)


def _unified(given: Part, asked: Part) -> tuple[Substitution, tuple[Atom, ...]]:
    """Put one part in the place of the other; of two that are no variables, ask whether they are the same."""
    if isinstance(given, Variable):
        return {given: asked}, ()
    if isinstance(asked, Variable):
        return {asked: given}, ()
    return {}, () if given == asked else (Atom(asked, SAME_AS, given),)
