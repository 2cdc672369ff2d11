"""Contradictions are found where the W3C's rules have them, with their premises, and told in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from pyoxigraph import NamedNode

from mithaq.graph.contradictions import finding_of
from mithaq.graph.reasoning import close_all, compile_ontology

from .generated import (
    CLASS_AXIOMS,
    EQUALITIES,
    NAMED,
    PROPERTY_AXIOMS,
    REFUSING_AXIOMS,
    RELATIONS,
    STATEMENTS,
    THINGS,
    axiom,
    facts,
    lists_of,
    ontologies,
    triples,
)
from .graphs import ReasonedGraph
from .oracle import judge

if TYPE_CHECKING:
    from mithaq.graph.contradictions import Contradiction

AT_MOST = "[ owl:onProperty :p ; owl:maxQualifiedCardinality {} ; owl:onClass {} ]"
REFUSALS = [
    (
        "cax-dw",
        ":A owl:disjointWith :B .",
        ":x a :A , :B .",
        "<http://e/x> is both <http://e/A> and <http://e/B>, which",
    ),
    ("cax-adc", "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .", ":x a :A , :C .", "is both"),
    (
        "cax-dw",
        "[ owl:oneOf ( :x ) ] owl:disjointWith [ owl:oneOf ( :z :y ) ] .",
        ":x owl:sameAs :y .",
        "which exclude each other",
    ),
    ("cls-com", ":A owl:complementOf :B .", ":x a :A , :B .", "each of which is what the other is not"),
    ("cls-com", ":A rdfs:subClassOf [ owl:complementOf :B ] .", ":x a :A , :B .", "/A> and <http://e/B>, each"),
    ("cls-com", ":p rdfs:range [ owl:complementOf :B ] .", ":a :p :x . :x a :B .", "<http://e/x> is both"),
    ("prp-irp", ":p a owl:IrreflexiveProperty .", ":x :p :x .", "<http://e/x> stands in <http://e/p> to itself"),
    ("prp-asyp", ":p a owl:AsymmetricProperty .", ":x :p :y . :y :p :x .", "stand in <http://e/p> to each other"),
    ("prp-asyp", ":p a owl:AsymmetricProperty .", ":x :p :x .", "<http://e/x> and <http://e/x> stand in"),
    ("prp-pdw", ":p owl:propertyDisjointWith :q .", ":x :p 1 ; :q 1 .", "in both <http://e/p> and <http://e/q>"),
    (
        "prp-adp",
        "[] a owl:AllDisjointProperties ; owl:members ( :p :q ) .",
        ":x :p :y ; :q :y .",
        "stands to <http://e/y>",
    ),
    ("cax-dw", ":A owl:disjointWith :A .", ":x a :A .", "is both <http://e/A> and <http://e/A>, which"),
    ("cls-com", ":A owl:complementOf :A .", ":x a :A .", "is both <http://e/A> and <http://e/A>, each"),
    ("prp-pdw", ":p owl:propertyDisjointWith :p .", ":x :p :y .", "in both <http://e/p> and <http://e/p>"),
    (
        "prp-pdw",
        ":p owl:propertyDisjointWith [ owl:inverseOf :q ] .",
        ":x :p :y . :y :q :x .",
        "<http://e/x> stands to <http://e/y> in both <http://e/p> and <http://e/q>",
    ),
    (
        "prp-npa1",
        "[] owl:sourceIndividual :x ; owl:assertionProperty :p ; owl:targetIndividual :y .",
        ":x :p :y .",
        "<http://e/x> is said to stand in <http://e/p> to <http://e/y>, and not to",
    ),
    (
        "prp-npa2",
        "",
        ":x :p 1 . [] owl:sourceIndividual :x ; owl:assertionProperty :p ; owl:targetValue 1 .",
        "<http://e/x> is said to stand in <http://e/p> to 1, and not to",
    ),
    ("eq-diff1", "", ":x owl:sameAs :y ; owl:differentFrom :y .", "to be the same, and to be different"),
    ("eq-diff1", "", ":x owl:differentFrom :x .", "<http://e/x> and <http://e/x> are said to be the same"),
    ("eq-diff2", "[] a owl:AllDifferent ; owl:members ( :x :z :y ) .", ":x owl:sameAs :y .", "and to be different"),
    (
        "eq-diff3",
        "[] a owl:AllDifferent ; owl:distinctMembers ( :x :y ) .",
        ":x owl:sameAs :y .",
        "and to be different",
    ),
    ("eq-diff3", "[] a owl:AllDifferent ; owl:distinctMembers ( :x :x ) .", "", "<http://e/x> and <http://e/x> are"),
    ("cls-nothing2", "", ":x a owl:Nothing .", "<http://e/x> is of a class that nothing can be of"),
    ("cls-nothing2", ":p rdfs:range owl:Nothing .", ":a :p :x .", "<http://e/x> is of a class that nothing can be of"),
    (
        "cls-maxc1",
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 0 ] .",
        ":x a :A ; :p :y .",
        "<http://e/x> has a value of <http://e/p> and may have none",
    ),
    (
        "cls-maxc1",
        "[ owl:onProperty :q ; owl:hasValue 1 ] rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 0 ] .",
        ":x :q 1 ; :p :y .",
        "<http://e/x> has a value of <http://e/p> and may have none",
    ),
    (
        "cls-maxqc1",
        f":A rdfs:subClassOf {AT_MOST.format(0, ':B')} .",
        ":x a :A ; :p :y . :y a :B .",
        "a value of <http://e/p>",
    ),
    ("cls-maxqc2", f":A rdfs:subClassOf {AT_MOST.format(0, 'owl:Thing')} .", ":x a :A ; :p :y .", "and may have none"),
    ("dt-not-type", "", ":x :v 'soon'^^xsd:date .", "“soon” is no value of xsd:date"),
    ("dt-not-type", ":v rdfs:range xsd:integer .", ":x :v 'one' .", "“one” is no value of xsd:integer"),
    (
        "dt-not-type",
        ":A rdfs:subClassOf [ owl:onProperty :v ; owl:allValuesFrom xsd:byte ] .",
        ":x a :A ; :v 7 , 700 .",
        "“700” is no value of xsd:byte",
    ),
    (
        "dt-diff",
        ":v a owl:FunctionalProperty .",
        ":x :v 1 , 2 .",
        "two values of <http://e/v> where there can be one: “1”",
    ),
]


def found(ontology: str, stated: str) -> list[Contradiction]:
    axioms = triples(ontology)
    return list(close_all(compile_ontology(axioms), [*axioms, *triples(stated)]).contradictions)


@pytest.mark.parametrize(("rule", "ontology", "stated", "told"), REFUSALS)
def test_contradiction_is_found_and_told_in_both_languages(rule: str, ontology: str, stated: str, told: str) -> None:
    (contradiction,) = found(ontology, stated)
    finding = finding_of(contradiction)

    assert contradiction.rule == rule
    assert set(contradiction.premises) <= set(triples(ontology + stated))
    assert contradiction.focus == NamedNode("http://e/x") == finding.focus
    assert told in finding.said_in("en")
    assert finding.said_in("ar") != finding.said_in("en")
    assert "{" not in finding.said_in("ar") + finding.said_in("en")


@pytest.mark.parametrize(("rule", "ontology", "stated", "told"), [case for case in REFUSALS if case[2]])
def test_contradiction_comes_with_the_last_of_its_facts(rule: str, ontology: str, stated: str, told: str) -> None:
    axioms = triples(ontology)
    graph = ReasonedGraph(compile_ontology(axioms), axioms)

    *others, last = [graph.add([fact]).contradictions for fact in triples(stated)]

    assert not any(others)
    assert last == tuple(found(ontology, stated))
    assert rule == last[0].rule
    assert told in finding_of(last[0]).said_in("en")


@pytest.mark.parametrize(
    ("ontology", "stated"),
    [
        (":v rdfs:range xsd:decimal .", ":x :v 1 , '2'^^xsd:byte ."),
        (":v rdfs:range rdfs:Literal , :Own .", ":x :v 1 , 'x'@ar , 'y'^^:Own ."),
        (":v a owl:FunctionalProperty .", ":x :v 1 , '1'^^xsd:byte ."),
        (":v a owl:FunctionalProperty .", ":x :v 'a'^^:own , 'b'^^:own ."),
        (":A owl:disjointWith :B .", ":x a :A . :y a :B ."),
        (":p a owl:AsymmetricProperty , owl:IrreflexiveProperty .", ":x :p :y ."),
        (":p rdfs:range xsd:integer .", ":x :p :y ."),
    ],
)
def test_what_may_be_true_is_not_refused(ontology: str, stated: str) -> None:
    assert not found(ontology, stated)


def test_premises_may_be_inferred() -> None:
    (contradiction,) = found(":A rdfs:subClassOf :C . :C owl:disjointWith :B .", ":x a :A , :B .")

    assert set(contradiction.premises) == set(triples(":x a :C , :B ."))
    assert set(contradiction.terms) == {NamedNode("http://e/C"), NamedNode("http://e/B")}
    assert contradiction.axioms == tuple(triples(":C owl:disjointWith :B ."))


@given(ontology=ontologies(REFUSING_AXIOMS, CLASS_AXIOMS), lines=facts(STATEMENTS, EQUALITIES))
@settings(max_examples=40, deadline=None)
def test_whatever_is_found_can_be_told(ontology: str, lines: list[str]) -> None:
    for contradiction in found(ontology, "\n".join(lines)):
        finding = finding_of(contradiction)

        assert finding.focus is not None
        assert "{" not in finding.said_in("ar") + finding.said_in("en")


BETWEEN_NAMES = (
    axiom(NAMED, "owl:disjointWith", NAMED)
    | lists_of(NAMED).map(lambda each: f"[] a owl:AllDisjointClasses ; owl:members {each} .")
    | lists_of(RELATIONS).map(lambda each: f"[] a owl:AllDisjointProperties ; owl:members {each} .")
    | lists_of(THINGS).map(lambda each: f"[] a owl:AllDifferent ; owl:members {each} .")
    | axiom(RELATIONS, "owl:propertyDisjointWith", RELATIONS)
    | RELATIONS.map(lambda each: f"{each} a owl:IrreflexiveProperty .")
    | RELATIONS.map(lambda each: f"{each} a owl:AsymmetricProperty .")
)
KINDS = {
    "cax-dw": "disjoint classes",
    "cax-adc": "disjoint classes",
    "prp-irp": "irreflexive",
    "prp-asyp": "asymmetric",
    "prp-pdw": "disjoint properties",
    "prp-adp": "disjoint properties",
    "eq-diff2": "different",
}


@given(
    ontology=ontologies(BETWEEN_NAMES, PROPERTY_AXIOMS), lines=facts(STATEMENTS, axiom(THINGS, "owl:sameAs", THINGS))
)
@settings(max_examples=60, deadline=None)
def test_contradictions_are_those_that_owlrl_complains_of(ontology: str, lines: list[str]) -> None:
    axioms, stated = triples(ontology), triples("\n".join(lines))

    contradictions = close_all(compile_ontology(axioms), [*axioms, *stated]).contradictions
    complaints = judge(axioms, stated).complaints

    assert {(KINDS[each.rule], things_in(each.premises)) for each in contradictions if each.rule != "dt-diff"} == {
        (kind, things_in(complaint))
        for complaint in complaints
        for kind in KINDS.values()
        if kind in complaint.lower().replace("alldifferent", "different")
    }


def things_in(told: object) -> frozenset[str]:
    return frozenset(re.findall("http://e/([a-d])\\b", str(told)))
