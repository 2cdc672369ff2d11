"""From axioms to rules: each axiom of a closed ontology read as what it says about data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..namespaces import TYPE
from ..triples import Triple, TriplesInMemory
from .matching import answers
from .rules import Atom, Kind, Rule, Test, Variable
from .table import Row, rows
from .vocabulary import (
    ALL_DIFFERENT,
    ALL_DISJOINT_CLASSES,
    ALL_DISJOINT_PROPERTIES,
    DISTINCT_MEMBERS,
    FIRST,
    HAS_KEY,
    INTERSECTION_OF,
    MAX_CARDINALITY,
    MAX_QUALIFIED_CARDINALITY,
    MEMBERS,
    NIL,
    NON_NEGATIVE_INTEGER,
    ONE_OF,
    PROPERTY_CHAIN,
    REST,
    SAME_AS,
    THING,
    UNION_OF,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..terms import Term

_X, _Y = Variable("x"), Variable("y")


def rules_of(closed_ontology: Iterable[Triple]) -> list[Rule]:
    """Read a closed ontology; classes that have no name stand in the rules as they are."""
    written = {_with_plain_numbers(each): each for each in closed_ontology}
    ontology = TriplesInMemory(written)
    rules = [rule for row in rows() for rule in _of_row(row, ontology, written)]
    rules += _of_lists(ontology)
    return [*rules, *(_of_different_values(rule) for rule in rules if _may_equate_literals(rule))]


def _with_plain_numbers(triple: Triple) -> Triple:
    """Write a cardinality as the W3C's rules do, whatever its type of integer."""
    subject, predicate, number = triple
    cardinal = predicate in {MAX_CARDINALITY, MAX_QUALIFIED_CARDINALITY} and isinstance(number, Literal)
    if cardinal and number.value.strip().lstrip("+0") in {"", "1"}:
        return subject, predicate, Literal(number.value.strip().lstrip("+0") or "0", datatype=NON_NEGATIVE_INTEGER)
    return triple


def _of_row(row: Row, ontology: TriplesInMemory, written: Mapping[Triple, Triple]) -> Iterator[Rule]:
    rule = Rule((row.name,), row.body, row.head, about=row.body[0].subject)
    for answer in answers(row.axioms, ontology):
        made = rule.under(answer)
        if Atom(_Y, TYPE, THING) not in made.body:  # for that there are rules that do not ask
            axioms = tuple(written[atom.under(answer).triple] for atom in row.axioms)
            yield replace(made, axioms=axioms, terms=tuple(dict.fromkeys(answer.values())))


@dataclass(frozen=True, slots=True)
class _ListAxiom:
    """An axiom over a list: what it is about, the members, and all of its triples."""

    subject: Term
    members: tuple[Term, ...]
    axioms: tuple[Triple, ...]


def _list_axioms(
    predicate: NamedNode, ontology: TriplesInMemory, type_: NamedNode | None = None
) -> Iterator[_ListAxiom]:
    for subject, _, head in ontology.match(None, predicate, None):
        if type_ is None or (subject, TYPE, type_) in ontology:
            first = (
                [(subject, predicate, head)] if type_ is None else [(subject, TYPE, type_), (subject, predicate, head)]
            )
            cells = list(_cells(head, ontology))
            triples = (*first, *(triple for cell in cells for triple in cell))
            yield _ListAxiom(subject, tuple(cell[0][2] for cell in cells), triples)


def _cells(node: Term, ontology: TriplesInMemory) -> Iterator[tuple[Triple, Triple]]:
    seen: set[Term] = set()
    while node != NIL and node not in seen:
        seen.add(node)
        first, rest = next(ontology.match(node, FIRST, None), None), next(ontology.match(node, REST, None), None)
        if first is None or rest is None:
            return
        yield first, rest
        node = rest[2]


def _of_lists(ontology: TriplesInMemory) -> Iterator[Rule]:
    yield from _of_chains(ontology)
    yield from _of_keys(ontology)
    yield from _of_intersections(ontology)
    for axiom in _list_axioms(UNION_OF, ontology):
        for member in axiom.members:
            yield _rule("cls-uni", [Atom(_X, TYPE, member)], Atom(_X, TYPE, axiom.subject), axiom)
    for axiom in _list_axioms(ONE_OF, ontology):
        for member in axiom.members:
            yield _rule("cls-oo", [], Atom(member, TYPE, axiom.subject), axiom)
    yield from _of_disjointness(ontology)


def _rule(name: str, body: Sequence[Atom], head: Atom | None, axiom: _ListAxiom, terms: tuple[Term, ...] = ()) -> Rule:
    about = body[0].subject if body else next(iter(terms), None)
    return Rule((name,), tuple(dict.fromkeys(body)), head, axiom.axioms, terms or (axiom.subject,), about=about)


def _of_chains(ontology: TriplesInMemory) -> Iterator[Rule]:
    for axiom in _list_axioms(PROPERTY_CHAIN, ontology):
        if axiom.members:
            nodes = [Variable(f"u{number}") for number in range(len(axiom.members) + 1)]
            body = [Atom(nodes[each], member, nodes[each + 1]) for each, member in enumerate(axiom.members)]
            yield _rule("prp-spo2", body, Atom(nodes[0], axiom.subject, nodes[-1]), axiom)


def _of_keys(ontology: TriplesInMemory) -> Iterator[Rule]:
    for axiom in _list_axioms(HAS_KEY, ontology):
        if axiom.members:
            values = [Variable(f"z{number}") for number in range(len(axiom.members))]
            body = [
                atom
                for keyed in (_X, _Y)
                for atom in (Atom(keyed, TYPE, axiom.subject), *map(Atom, [keyed] * len(values), axiom.members, values))
            ]
            yield _rule("prp-key", body, Atom(_X, SAME_AS, _Y), axiom)


def _of_intersections(ontology: TriplesInMemory) -> Iterator[Rule]:
    for axiom in _list_axioms(INTERSECTION_OF, ontology):
        all_of = [Atom(_X, TYPE, member) for member in axiom.members]
        in_whole = Atom(_X, TYPE, axiom.subject)
        if all_of:
            yield _rule("cls-int1", all_of, in_whole, axiom)
        for in_part in all_of:
            yield _rule("cls-int2", [in_whole], in_part, axiom)


def _of_disjointness(ontology: TriplesInMemory) -> Iterator[Rule]:
    for axiom in _list_axioms(MEMBERS, ontology, ALL_DISJOINT_CLASSES):
        for one, other in combinations(axiom.members, 2):
            yield _rule("cax-adc", [Atom(_X, TYPE, one), Atom(_X, TYPE, other)], None, axiom, (one, other))
    for axiom in _list_axioms(MEMBERS, ontology, ALL_DISJOINT_PROPERTIES):
        for one, other in combinations(axiom.members, 2):
            yield _rule("prp-adp", [Atom(_X, one, _Y), Atom(_X, other, _Y)], None, axiom, (one, other))
    for name, predicate in (("eq-diff2", MEMBERS), ("eq-diff3", DISTINCT_MEMBERS)):
        for axiom in _list_axioms(predicate, ontology, ALL_DIFFERENT):
            for one, other in combinations(axiom.members, 2):
                yield _rule(name, [Atom(one, SAME_AS, other)] if one != other else [], None, axiom, (one, other))


def _may_equate_literals(rule: Rule) -> bool:
    if rule.head is None or rule.head.predicate != SAME_AS or not rule.axioms:
        return False
    subjects = {atom.subject for atom in rule.body}
    return not subjects.intersection((rule.head.subject, rule.head.object))


def _of_different_values(rule: Rule) -> Rule:
    """Where a rule makes two values the same, refuse two literals that are not."""
    values = (rule.head.subject, rule.head.object)  # type: ignore[union-attr]
    about = next(atom.subject for atom in rule.body if atom.object in values)
    test = Test(Kind.DIFFERENT, values)
    return Rule((*rule.names, "dt-diff"), rule.body, None, rule.axioms, rule.terms, (test,), about)
