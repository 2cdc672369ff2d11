"""The closure of everything is what owlrl makes of it, but for the exceptions that the oracle names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings

from mithaq.graph.corpus import read_corpus
from mithaq.graph.namespaces import TYPE
from mithaq.graph.reasoning import close_all, compile_ontology
from mithaq.graph.reasoning.vocabulary import SAME_AS, is_of_the_languages
from mithaq.graph.shipped import shipped_files

from .generated import (
    BOTH,
    CLASS_AXIOMS,
    EQUALITIES,
    LOWER,
    NAMED,
    PROPERTY_AXIOMS,
    REFUSING_AXIOMS,
    RELATIONS,
    STATEMENTS,
    UPPER,
    axiom,
    facts,
    ontologies,
    triples,
)
from .oracle import PlainSemantics, judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mithaq.graph.facts import Statement
    from mithaq.graph.reasoning import Consequences
    from mithaq.graph.triples import Triple

ANYWHERE = LOWER | UPPER | BOTH
BEYOND_THE_PROFILE = (
    axiom(ANYWHERE, "rdfs:subClassOf", ANYWHERE)
    | axiom(NAMED, "owl:equivalentClass", ANYWHERE)
    | axiom(RELATIONS, "rdfs:range", ANYWHERE)
)


def closure(ontology: list[Triple], stated: list[Triple]) -> Consequences:
    return close_all(compile_ontology(ontology), [*ontology, *stated])


def closed(ontology: list[Triple], stated: list[Triple]) -> set[Triple]:
    return set(closure(ontology, stated).inferred)


def assume_literals_fit(found: Consequences) -> None:
    """Leave out where a literal is refused that owlrl would give the datatype that it does not have."""
    assume(not any(each.rule == "dt-not-type" for each in found.contradictions))


@given(ontology=ontologies(CLASS_AXIOMS, PROPERTY_AXIOMS, STATEMENTS), lines=facts(STATEMENTS))
@settings(max_examples=80, deadline=None)
def test_closure_of_generated_facts_is_owlrls(ontology: str, lines: list[str]) -> None:
    axioms, stated = triples(ontology), triples("\n".join(lines))

    found = closure(axioms, stated)
    assume_literals_fit(found)

    assert set(found.inferred) == judge(axioms, stated).inferred


@given(ontology=ontologies(BEYOND_THE_PROFILE, PROPERTY_AXIOMS), lines=facts(STATEMENTS))
@settings(max_examples=60, deadline=None)
def test_closure_is_owlrls_where_class_expressions_stand_out_of_place(ontology: str, lines: list[str]) -> None:
    axioms, stated = triples(ontology), triples("\n".join(lines))

    found = closure(axioms, stated)
    assume_literals_fit(found)

    assert set(found.inferred) == judge(axioms, stated).inferred


@given(ontology=ontologies(CLASS_AXIOMS, PROPERTY_AXIOMS, REFUSING_AXIOMS), lines=facts(STATEMENTS, EQUALITIES))
@settings(max_examples=60, deadline=None)
def test_closure_and_contradictions_under_equality_are_owlrls(ontology: str, lines: list[str]) -> None:
    axioms, stated = triples(ontology), triples("\n".join(lines))

    found = closure(axioms, stated)
    assume_literals_fit(found)
    verdict = judge(axioms, stated)

    broken = {each.rule for each in found.contradictions if not each.rule.startswith("dt-")}
    assert bool(verdict.complaints) == bool(broken)
    assume("cls-nothing2" not in broken)  # from that owlrl lets everything follow
    assert of_things(found.inferred) == of_things(verdict.inferred)


def of_things(inferred: Iterable[Triple]) -> set[Triple]:
    """Leave out what equalities would let follow for the ontology, and who is different from whom.

    The latter also rests on things that are different from themselves.
    """
    return {each for each in inferred if each[1] in {TYPE, SAME_AS} or not is_of_the_languages(each[1])}


def test_closure_of_the_shipped_corpus_is_owlrls() -> None:
    corpus = read_corpus(shipped_files())
    ontology, stated = as_triples(corpus.ontology), as_triples(corpus.statements)

    found = close_all(compile_ontology(ontology), [*ontology, *stated])
    verdict = judge(ontology, stated, PlainSemantics)

    assert set(found.inferred) == verdict.inferred
    assert len(found.inferred) == len(set(found.inferred))
    assert not found.contradictions
    assert not verdict.complaints


def as_triples(statements: Iterable[Statement]) -> list[Triple]:
    quads = [statement.quad for statement in statements]
    return list(dict.fromkeys((quad.subject, quad.predicate, quad.object) for quad in quads))  # type: ignore[misc]


def test_ontology_alone_gives_its_own_consequences_without_noise() -> None:
    ontology = triples("""
        :Treaty rdfs:subClassOf :Instrument . :Instrument rdfs:subClassOf :Thing .
        [] a owl:AllDisjointClasses ; owl:members ( :Treaty :Person ) . :p owl:inverseOf [ owl:inverseOf :q ] .
        :code a :Treaty .
    """)

    inferred = compile_ontology(ontology).ontology_inferences

    assert set(inferred) == set(triples(":Treaty rdfs:subClassOf :Thing . :code a :Instrument , :Thing ."))


def test_key_does_not_join_individuals_of_the_ontology_that_differ_in_it() -> None:
    ontology = triples(":A owl:hasKey ( :p :v ) . :a a :A ; :p :x ; :v 1 . :b a :A ; :p :x ; :v 2 . :c a :A ; :v 1 .")

    inferred = closed(ontology, triples(":b :v 3 . :c :p :x ."))

    assert inferred >= set(triples(":a owl:sameAs :c . :c owl:sameAs :a ."))
    assert not any(each[0] != each[2] and "/b" in str(each) for each in inferred if each[1] == SAME_AS)


def test_what_is_stated_is_not_inferred_again() -> None:
    ontology = triples(":A rdfs:subClassOf :B . :C owl:equivalentClass [ owl:onProperty :v ; owl:hasValue true ] .")
    stated = triples(":a a :A , :B . :c a :C ; :v '1'^^xsd:boolean .")

    assert not closed(ontology, stated) & set(stated)
    assert not closed(ontology, stated)


def test_nothing_is_told_of_literals_and_of_terms_of_the_languages() -> None:
    ontology = triples("""
        :p a owl:SymmetricProperty ; rdfs:range :A , xsd:string , owl:Thing . :A rdfs:subClassOf rdf:List .
        :q rdfs:subPropertyOf rdfs:seeAlso .
    """)

    assert closed(ontology, triples(":a :p 'x' , xsd:string ; :q :a .")) == set()


def test_one_shot_iterator_will_do() -> None:
    ontology = triples(":A rdfs:subClassOf :B .")

    found = close_all(compile_ontology(iter(ontology)), iter([*ontology, *triples(":a a :A .")]))

    assert set(found.inferred) == set(triples(":a a :B ."))


@pytest.mark.parametrize("others", [30, 31, 32, 60])
def test_more_names_than_are_followed_are_a_contradiction(others: int) -> None:
    stated = triples(f":a owl:sameAs {' , '.join(f':a{number}' for number in range(others))} .")

    found = close_all(compile_ontology([]), stated)

    assert [each.rule for each in found.contradictions] == ["eq-bound"] * (others > 31)
    if others <= 31:
        assert len(found.inferred) == (others + 1) * others - others
