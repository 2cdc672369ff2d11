"""owlrl as the oracle: the closure of ontology and facts together, with the exceptions that the reasoner makes.

The exceptions, each of which owlrl would conclude and the reasoner does not write down:

- what says no more than the languages themselves do: of the terms of RDF, RDFS, OWL and XSD, that a class is its own
  subclass, that a thing is the same as itself;
- what has a literal as its subject. Of literals owlrl is left to know the datatypes that they have, and nothing else:
  neither the classes that ranges would give them nor that one is the same as another, or as a thing. Where that would
  make two different values the same, or a literal a value of a datatype that it is none of, the reasoner finds a
  contradiction, which owlrl mostly does not;
- that a thing is of a datatype: only literals are;
- what is said of nameless classes, of other nameless nodes of the ontology, and by its nameless properties;
- what facts would let follow for the ontology: that a class is a subclass, or the same as another, because a statement
  about it is among the facts. Likewise the lists of an axiom are those of the ontology;
- what follows for a thing that is stated to be an owl:Nothing: everything;
- what would follow from one of these triples alone, as the store does not hold them;
- names beyond `LARGEST_CLIQUE` for one thing, which are a contradiction of their own.

Conversely, the reasoner takes everything for an owl:Thing where a class expression asks for one, and holds that nothing
can be different from itself, which owlrl only knows once it says that everything is the same as itself.

Two rules of owlrl's are repaired here. A key of owlrl's holds where all of its properties but the last agree, and of
the members of owl:AllDifferent and owl:AllDisjointProperties it never looks at the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import owlrl
from pyoxigraph import Literal, NamedNode
from rdflib import OWL, RDF, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.namespace import XSD

from mithaq.graph.reasoning.vocabulary import is_noise
from mithaq.graph.terms import from_rdflib, is_skolem, to_rdflib

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

    from mithaq.graph.terms import RdflibTerm, RdflibTriple, Term
    from mithaq.graph.triples import Triple


@dataclass(frozen=True)
class Verdict:
    """What owlrl concludes, and its complaints."""

    inferred: frozenset[Triple]
    complaints: tuple[str, ...]


class PlainSemantics(owlrl.OWLRL_Semantics):  # type: ignore[misc]
    """owlrl's rules, but that everything is the same as itself."""

    def store_triple(self, t: RdflibTriple) -> None:
        if t[1] != OWL.sameAs or t[0] != t[2]:
            super().store_triple(t)


class Semantics(PlainSemantics):
    """owlrl's rules, with the exceptions and the repairs."""

    def store_triple(self, t: RdflibTriple) -> None:
        if not _is_excepted(t):
            super().store_triple(t)

    def _properties(self, triple: RdflibTriple, cycle_num: int) -> None:
        subject, predicate, object_ = triple
        if predicate == OWL.hasKey:
            self._key(subject, self._list(object_))
        else:
            super()._properties(triple, cycle_num)
        if (predicate, object_) == (RDF.type, OWL.AllDisjointProperties):
            for one, other in self._pairs(subject, OWL.members):
                for x, y in self.graph.subject_objects(one):
                    if (x, other, y) in self.graph:
                        self.add_error(f"disjoint properties: ({x}, {one},{y}) and ({x},{other},{y})")

    def _key(self, class_: Node, properties: list[Node]) -> None:
        for one, other in combinations(list(self.graph.subjects(RDF.type, class_)), 2):
            if properties and all(
                set(self.graph.objects(one, each)) & set(self.graph.objects(other, each)) for each in properties
            ):
                self.store_triple((one, OWL.sameAs, other))

    def _equality(self, triple: RdflibTriple, cycle_num: int) -> None:
        super()._equality(triple, cycle_num)
        subject, predicate, object_ = triple
        if predicate == OWL.differentFrom and subject == object_:
            self.add_error(f"{subject} is different from itself")
        if (predicate, object_) == (RDF.type, OWL.AllDifferent):
            for one, other in (*self._pairs(subject, OWL.members), *self._pairs(subject, OWL.distinctMembers)):
                if (one, OWL.sameAs, other) in self.graph:
                    self.add_error(f"'sameAs' and 'AllDifferent' cannot be used on ({one}, {other})")

    def _pairs(self, subject: Node, predicate: URIRef) -> Iterator[tuple[Node, Node]]:
        for members in self.graph.objects(subject, predicate):
            yield from combinations(self._list(members), 2)


def _is_excepted(triple: RdflibTriple) -> bool:
    subject, predicate, object_ = triple
    if predicate == OWL.sameAs:
        return isinstance(subject, RdflibLiteral) or isinstance(object_, RdflibLiteral)
    if isinstance(subject, RdflibLiteral):
        return predicate != RDF.type or not _is_datatype(object_)
    return predicate == RDF.type and _is_datatype(object_)


def _is_datatype(term: Node) -> bool:
    return str(term).startswith(str(XSD)) or term == RDF.langString


def judge(
    ontology: Iterable[Triple], facts: Iterable[Triple], semantics_of: type[PlainSemantics] = Semantics
) -> Verdict:
    """Close ontology and facts together."""
    ontology, facts = list(ontology), list(facts)
    graph = Graph(bind_namespaces="none")
    for triple in (*ontology, *facts):
        graph.add(tuple(map(_for_owlrl, triple)))  # type: ignore[arg-type]
    semantics = semantics_of(graph, False, False)
    semantics.closure()
    anonymous = frozenset(term for s, _, o in ontology for term in (s, o) if is_skolem(term))
    stated = {*ontology, *facts}
    read = {tuple(map(from_rdflib, triple)) for triple in graph}
    inferred = frozenset(each for each in read if each not in stated and _is_told(each, anonymous))
    return Verdict(inferred, tuple(semantics.error_messages))  # type: ignore[arg-type]


def _for_owlrl(term: Term) -> RdflibTerm:
    """Convert a term, a plain string with its datatype, which owlrl would not know otherwise."""
    converted = to_rdflib(term)
    if isinstance(converted, RdflibLiteral) and converted.datatype is None and not converted.language:
        return RdflibLiteral(str(converted), datatype=XSD.string)
    return converted


def _is_told(triple: tuple[object, ...], anonymous: frozenset[Term]) -> bool:
    subject, predicate, object_ = triple
    named = isinstance(predicate, NamedNode) and predicate not in anonymous and not isinstance(subject, Literal)
    return named and not is_noise(subject, predicate, object_, anonymous)
