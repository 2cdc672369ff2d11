"""The W3C's OWL 2 test cases of the RL profile: their collection read, and each asked of the reasoner.

The reasoner keeps ontology and facts apart, so premises are split: what is said of individuals are facts. A class that
an individual is of and that has no name is given one. What a conclusion denies (that two things are the same, that they
stand in a relation, that a thing is of a class) the rules never write down: it is concluded if the facts contradict the
ontology once it is assumed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode
from rdflib import RDF, Graph, URIRef

from mithaq.graph import parse_facts_bytes
from mithaq.graph.namespaces import OWL, TYPE
from mithaq.graph.reasoning import close_all, compile_ontology
from mithaq.graph.reasoning.vocabulary import (
    DISTINCT_MEMBERS,
    FIRST,
    NIL,
    NOTHING,
    REST,
    SAME_AS,
    THING,
    is_of_the_languages,
)
from mithaq.graph.terms import is_skolem
from mithaq.graph.triples import TriplesInMemory

from .functional_syntax import read_functional

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rdflib.term import Node

    from mithaq.graph.reasoning import Consequences
    from mithaq.graph.terms import Term
    from mithaq.graph.triples import Triple

_TEST: Final = "http://www.w3.org/2007/OWL/testOntology#"


def _owl(name: str) -> NamedNode:
    return NamedNode(OWL + name)


_DIFFERENT_FROM: Final = _owl("differentFrom")
_COMPLEMENT_OF: Final = _owl("complementOf")
_OF_FACTS: Final = frozenset(
    {SAME_AS, _DIFFERENT_FROM, *map(_owl, ("sourceIndividual", "assertionProperty", "targetIndividual", "targetValue"))}
)
_OF_EVERYTHING: Final = frozenset({THING, _owl("NamedIndividual")})
_OF_INDIVIDUALS: Final = frozenset({*_OF_EVERYTHING, NOTHING, _owl("NegativePropertyAssertion")})
_BEYOND_THE_PROFILE: Final = frozenset({_owl("ReflexiveProperty")})
"""What tests of the profile use all the same: https://www.w3.org/TR/owl2-profiles/#Axioms_4."""


class Kind(StrEnum):
    """What a test asks."""

    CONSISTENT = "ConsistencyTest"
    INCONSISTENT = "InconsistencyTest"
    CONCLUDES = "PositiveEntailmentTest"
    DOES_NOT_CONCLUDE = "NegativeEntailmentTest"


class Verdict(StrEnum):
    """How it went."""

    PASSED = "passed"
    FAILED = "failed"
    DOES_NOT_APPLY = "does not apply"


@dataclass(frozen=True)
class Case:
    """One test, with each of the kinds that it is of."""

    name: str
    kinds: tuple[Kind, ...]
    premise: tuple[Triple, ...]
    conclusion: tuple[Triple, ...]
    is_rdf_based: bool
    """Whether it is meant for the semantics that the rules follow."""


@dataclass(frozen=True)
class Result:
    """The answer to one test of one kind."""

    name: str
    kind: Kind
    verdict: Verdict
    remark: str = ""


def read_cases(file: Path) -> list[Case]:
    """Read the approved tests of the RL profile out of the collection, by name."""
    collection = Graph()
    collection.parse(file, format="xml", publicID="http://www.w3.org/2007/OWL/")
    profile = collection.subjects(URIRef(_TEST + "profile"), URIRef(_TEST + "RL"))
    approved = set(collection.subjects(URIRef(_TEST + "status"), URIRef(_TEST + "Approved")))
    return sorted((_case(collection, node) for node in set(profile) & approved), key=lambda case: case.name)


def _case(collection: Graph, node: Node) -> Case:
    types = {str(each) for each in collection.objects(node, RDF.type)}
    imported = [
        triple
        for other in collection.objects(node, URIRef(_TEST + "importedOntology"))
        for triple in _ontology(collection, other, "InputOntology", "imported")
    ]
    conclusions = ("ConclusionOntology", "NonConclusionOntology")
    return Case(
        name=str(collection.value(node, URIRef(_TEST + "identifier"))),
        kinds=tuple(kind for kind in Kind if _TEST + kind in types),
        premise=(*_ontology(collection, node, "PremiseOntology", "premise"), *imported),
        conclusion=tuple(each for form in conclusions for each in _ontology(collection, node, form, "conclusion")),
        is_rdf_based=(node, URIRef(_TEST + "semantics"), URIRef(_TEST + "RDF-BASED")) in collection,
    )


def _ontology(collection: Graph, node: Node, what: str, scope: str) -> list[Triple]:
    as_rdf = collection.value(node, URIRef(f"{_TEST}rdfXml{what}"))
    if as_rdf is not None:
        quads = [each.quad for each in parse_facts_bytes(str(as_rdf).encode(), "rdfxml", f"{scope}.rdf").statements]
        return [(quad.subject, quad.predicate, quad.object) for quad in quads]  # type: ignore[misc]
    as_functional = collection.value(node, URIRef(f"{_TEST}fs{what}"))
    return [] if as_functional is None else read_functional(str(as_functional))


@dataclass(frozen=True)
class _Split:
    """What is said of classes and properties, and what is said of individuals."""

    ontology: tuple[Triple, ...]
    facts: tuple[Triple, ...]

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> _Split:
        triples = tuple(triples)
        facts = tuple(triple for triple in triples if _is_fact(triple))
        return cls(tuple(triple for triple in triples if triple not in facts), facts)


def _is_fact(triple: Triple) -> bool:
    _, predicate, object_ = triple
    if predicate == TYPE:
        return object_ in _OF_INDIVIDUALS or not is_of_the_languages(object_)
    return predicate in _OF_FACTS or not is_of_the_languages(predicate)


class _Question:
    """A premise, its nameless classes of individuals named."""

    def __init__(self, premise: Iterable[Triple]) -> None:
        split = _Split.of(premise)
        self.facts = [(s, p, _name_of(o) if p == TYPE else o) for s, p, o in split.facts]
        nameless = [o for _, p, o in split.facts if p == TYPE and is_skolem(o)]
        named = [(class_, _owl("equivalentClass"), _name_of(class_)) for class_ in nameless]
        self.ontology = [*split.ontology, *named]

    def closed(self, *assumed: Triple) -> Consequences:
        """Close the premise together with what is assumed besides."""
        return close_all(compile_ontology(self.ontology), [*self.ontology, *self.facts, *assumed])

    def known(self) -> TriplesInMemory:
        """Give the premise with all that follows."""
        return TriplesInMemory([*self.ontology, *self.facts, *self.closed().inferred])


def _name_of(class_: Term) -> Term:
    return NamedNode(f"urn:named:{class_.value}") if is_skolem(class_) else class_


def judge_case(case: Case) -> Iterator[Result]:
    """Put one test to the reasoner, for each of its kinds."""
    for kind in case.kinds:
        if kind in {Kind.CONSISTENT, Kind.INCONSISTENT}:
            yield _consistency(case, kind)
        else:
            yield _entailment(case, kind)


def _consistency(case: Case, kind: Kind) -> Result:
    question = _Question(case.premise)
    if not (question.facts or any(_differences(question.ontology))):
        return Result(case.name, kind, Verdict.DOES_NOT_APPLY, "the premise says nothing of individuals")
    found = question.closed().contradictions
    told = ", ".join(sorted({each.rule for each in found}))
    return _result(case, kind, passed=bool(found) is (kind is Kind.INCONSISTENT), remark=told)


def _entailment(case: Case, kind: Kind) -> Result:
    question, conclusion = _Question(case.premise), _Split.of(case.conclusion)
    facts = [*(each for each in conclusion.facts if each[2] not in _OF_EVERYTHING), *_differences(conclusion.ontology)]
    if not facts:
        return Result(case.name, kind, Verdict.DOES_NOT_APPLY, "concludes nothing of individuals")
    if not case.is_rdf_based:
        return Result(case.name, kind, Verdict.DOES_NOT_APPLY, "follows under the direct semantics only")
    beyond = sorted(object_.value for _, _, object_ in case.premise if object_ in _BEYOND_THE_PROFILE)
    if beyond:
        return Result(case.name, kind, Verdict.DOES_NOT_APPLY, f"the profile has no {_short(beyond[0])}")
    denied = {fact: _denied(fact, conclusion.ontology) for fact in facts}
    known = question.known()
    missing = [fact for fact, denial in denied.items() if not _is_concluded(fact, denial, question, known)]
    remark = "by contradiction" if any(denied.values()) and not missing else ""
    return _result(case, kind, passed=bool(missing) is (kind is Kind.DOES_NOT_CONCLUDE), remark=remark)


def _is_concluded(fact: Triple, denial: Triple | None, question: _Question, known: TriplesInMemory) -> bool:
    return fact in known or (denial is not None and bool(question.closed(denial).contradictions))


def _denied(fact: Triple, ontology: Iterable[Triple]) -> Triple | None:
    """Give what a fact denies, if it is one that denies something."""
    subject, predicate, object_ = fact
    if predicate == _DIFFERENT_FROM:
        return subject, SAME_AS, object_
    complements = (o for s, p, o in ontology if predicate == TYPE and s == object_ and p == _COMPLEMENT_OF)
    return next(((subject, TYPE, complement) for complement in complements), None)


def _differences(ontology: Iterable[Triple]) -> Iterator[Triple]:
    """Go through the pairs that are said to be different in lists."""
    triples = TriplesInMemory(ontology)
    for _, _, node in triples.match(None, DISTINCT_MEMBERS, None):
        for one, other in combinations(_members(node, triples), 2):
            yield one, _DIFFERENT_FROM, other


def _members(node: Term, triples: TriplesInMemory) -> Iterator[Term]:
    while node != NIL:
        ((_, _, first),) = triples.match(node, FIRST, None)
        ((_, _, node),) = triples.match(node, REST, None)
        yield first


def _result(case: Case, kind: Kind, *, passed: bool, remark: str) -> Result:
    return Result(case.name, kind, Verdict.PASSED if passed else Verdict.FAILED, remark)


def _short(iri: str) -> str:
    return f"owl:{iri.removeprefix(OWL)}"
