"""Each rule of OWL 2 RL that data can set off, by hand: what follows, at once and in steps, and by which rule."""

from __future__ import annotations

import pytest

from mithaq.graph.reasoning import close_all, compile_ontology, explain

from .generated import triples
from .graphs import ReasonedGraph

CONCLUSIONS = [
    ("eq-sym", "", ":a owl:sameAs :b .", ":b owl:sameAs :a ."),
    ("eq-rep-o", "", ":a owl:sameAs :b . :b owl:sameAs :c .", ":a owl:sameAs :c ."),
    ("eq-rep-s", "", ":a owl:sameAs :b . :a :p :c .", ":b :p :c ."),
    ("eq-rep-p", "", ":p owl:sameAs :q . :a :p :c .", ":a :q :c ."),
    ("eq-rep-o", "", ":a owl:sameAs :b . :c :p :a .", ":c :p :b ."),
    ("prp-dom", ":p rdfs:domain :A .", ":a :p 1 .", ":a a :A ."),
    ("prp-rng", ":p rdfs:range :A .", ":a :p :b .", ":b a :A ."),
    ("prp-fp", ":p a owl:FunctionalProperty .", ":a :p :b , :c .", ":b owl:sameAs :c ."),
    ("prp-ifp", ":p a owl:InverseFunctionalProperty .", ":a :p 1 . :b :p 1 .", ":a owl:sameAs :b ."),
    ("prp-symp", ":p a owl:SymmetricProperty .", ":a :p :b .", ":b :p :a ."),
    ("prp-trp", ":p a owl:TransitiveProperty .", ":a :p :b . :b :p :c .", ":a :p :c ."),
    ("prp-spo1", ":p rdfs:subPropertyOf :q .", ":a :p 1 .", ":a :q 1 ."),
    ("prp-spo2", ":p owl:propertyChainAxiom ( :q ) .", ":a :q :b .", ":a :p :b ."),
    ("prp-spo2", ":p owl:propertyChainAxiom ( :q :r ) .", ":a :q :b . :b :r 1 .", ":a :p 1 ."),
    (
        "prp-spo2",
        ":p owl:propertyChainAxiom ( :q :r [ owl:inverseOf :s ] :t ) .",
        ":a :q :b . :b :r :c . :d :s :c . :d :t :a .",
        ":a :p :a .",
    ),
    ("prp-eqp1", ":p owl:equivalentProperty :q .", ":a :p :b .", ":a :q :b ."),
    ("prp-eqp2", ":p owl:equivalentProperty :q .", ":a :q :b .", ":a :p :b ."),
    ("prp-inv1", ":p owl:inverseOf :q .", ":a :p :b .", ":b :q :a ."),
    ("prp-inv2", ":p owl:inverseOf :q .", ":a :q :b .", ":b :p :a ."),
    ("prp-key", ":A owl:hasKey ( :v ) .", ":a a :A ; :v 1 . :b a :A ; :v 1 .", ":a owl:sameAs :b ."),
    (
        "prp-key",
        ":A owl:hasKey ( :p :v ) .",
        ":a a :A ; :p :c , :d ; :v 1 . :b a :A ; :p :d ; :v 2 , 1 .",
        ":b owl:sameAs :a .",
    ),
    ("cls-int1", ":A owl:intersectionOf ( :B :C :D ) .", ":a a :B , :C , :D .", ":a a :A ."),
    ("cls-int2", ":A owl:intersectionOf ( :B :C ) .", ":a a :A .", ":a a :C ."),
    ("cls-uni", ":A owl:unionOf ( :B :C ) .", ":a a :C .", ":a a :A ."),
    (
        "cls-svf1",
        ":A owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom :B ] .",
        ":a :p :b . :b a :B .",
        ":a a :A .",
    ),
    (
        "cls-svf1",
        ":A owl:equivalentClass [ owl:onProperty :v ; owl:someValuesFrom xsd:decimal ] .",
        ":a :v 1 .",
        ":a a :A .",
    ),
    (
        "cls-svf2",
        "[ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A .",
        ":a :p :b .",
        ":a a :A .",
    ),
    ("cls-avf", ":A rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :B ] .", ":a a :A ; :p :b .", ":b a :B ."),
    ("cls-hv1", ":A rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue 1 ] .", ":a a :A .", ":a :p 1 ."),
    ("cls-hv2", "[ owl:onProperty :p ; owl:hasValue :b ] rdfs:subClassOf :A .", ":a :p :b .", ":a a :A ."),
    (
        "cls-maxc2",
        ':A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality "1"^^xsd:nonNegativeInteger ] .',
        ":a a :A ; :p :b , :c .",
        ":b owl:sameAs :c .",
    ),
    (
        "cls-maxc2",
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 1 ] .",
        ":a a :A ; :p :b , :c .",
        ":b owl:sameAs :c .",
    ),
    (
        "cls-maxqc3",
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxQualifiedCardinality 1 ; owl:onClass :B ] .",
        ":a a :A ; :p :b , :c . :b a :B . :c a :B .",
        ":b owl:sameAs :c .",
    ),
    (
        "cls-maxqc4",
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxQualifiedCardinality 1 ; owl:onClass owl:Thing ] .",
        ":a a :A ; :p :b , :c .",
        ":b owl:sameAs :c .",
    ),
    (
        "cls-oo",
        "[ owl:onProperty :p ; owl:someValuesFrom [ owl:oneOf ( :b :c ) ] ] rdfs:subClassOf :A .",
        ":a :p :c .",
        ":a a :A .",
    ),
    (
        "cls-oo",
        "[ owl:intersectionOf ( [ owl:oneOf ( :b :c ) ] [ owl:oneOf ( :a ) ] ) ] rdfs:subClassOf :A .",
        ":a owl:sameAs :c .",
        ":c a :A .",
    ),
    (
        "cls-svf1",
        """
        :Age a rdfs:Datatype ; owl:equivalentClass xsd:integer .
        [ owl:onProperty :v ; owl:someValuesFrom :Age ] rdfs:subClassOf :A .
        """,
        ":a :v 1 .",
        ":a a :A .",
    ),
    ("cax-sco", ":A rdfs:subClassOf :B .", ":a a :A .", ":a a :B ."),
    ("cax-eqc1", ":A owl:equivalentClass :B .", ":a a :A .", ":a a :B ."),
    ("cax-eqc2", ":A owl:equivalentClass :B .", ":a a :B .", ":a a :A ."),
]


@pytest.mark.parametrize(("rule", "ontology", "facts", "conclusion"), CONCLUSIONS)
def test_rule_concludes(rule: str, ontology: str, facts: str, conclusion: str) -> None:
    axioms = triples(ontology)
    rules = compile_ontology(axioms)
    graph = ReasonedGraph(rules, axioms)
    (expected,) = triples(conclusion)

    at_once = close_all(rules, [*axioms, *triples(facts)])
    for fact in triples(facts):
        graph.add([fact])
    proof = explain(rules, graph.triples, graph.asserted.__contains__, expected)

    assert expected in at_once.inferred
    assert expected in graph.inferred
    assert rule in proof.steps[0].rules


NESTED = """
:Host rdfs:subClassOf [ owl:intersectionOf (
    :Polity
    [ owl:onProperty :hosts ; owl:allValuesFrom [ owl:onProperty [ owl:inverseOf :hosts ] ; owl:hasValue :here ] ] ) ] .
[ owl:intersectionOf ( :Polity [ owl:onProperty :signed ; owl:someValuesFrom [ owl:unionOf ( :Treaty :Pact ) ] ] ) ]
    rdfs:subClassOf :Signatory .
:Bound rdfs:subClassOf [ owl:onProperty :bound ; owl:someValuesFrom :Pact ] . :Pact rdfs:subClassOf :Instrument .
[ owl:onProperty :bound ; owl:someValuesFrom :Instrument ] rdfs:subClassOf :Obliged .
"""


@pytest.mark.parametrize(
    ("facts", "conclusion"),
    [
        (":x a :Host ; :hosts :base .", ":here :hosts :base ."),
        (":x a :Polity ; :signed :t . :t a :Pact .", ":x a :Signatory ."),
        (":x a :Polity ; :signed :t . :t a :Treaty .", ":x a :Signatory ."),
        (":x a :Bound .", ":x a :Obliged ."),
    ],
)
def test_class_expressions_nest(facts: str, conclusion: str) -> None:
    axioms = triples(NESTED)

    inferred = close_all(compile_ontology(axioms), [*axioms, *triples(facts)]).inferred

    assert set(triples(conclusion)) <= set(inferred)
    assert "genid" not in str(inferred)
    assert not any("#Restriction" in str(each) for each in inferred)


def test_class_between_two_makes_the_step_from_one_to_the_other_redundant() -> None:
    rules = compile_ontology(triples(":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :p rdfs:domain :A ."))

    axioms = {rule.axioms for rule in rules.rules if rule.axioms}

    assert axioms == {
        (each,) for each in triples(":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :p rdfs:domain :A .")
    }
    assert set(triples(":A rdfs:subClassOf :C . :p rdfs:domain :B , :C .")) == set(rules.ontology_inferences)


def test_rules_of_a_closed_ontology_are_the_same_without_owlrl(monkeypatch: pytest.MonkeyPatch) -> None:
    axioms = triples(NESTED)
    rules = compile_ontology(axioms)
    monkeypatch.setattr("owlrl.OWLRL_Semantics.closure", None)

    again = type(rules).from_closed_ontology(reversed(rules.closed_ontology), axioms)

    assert again == rules


def test_loop_among_nameless_classes_comes_to_an_end() -> None:
    axioms = triples("""
        _:one owl:onProperty :p ; owl:someValuesFrom _:two . _:two owl:onProperty :p ; owl:someValuesFrom _:one .
        _:one rdfs:subClassOf _:two . _:two rdfs:subClassOf _:one . :A rdfs:subClassOf _:one .
        _:two rdfs:subClassOf :B .
    """)

    inferred = close_all(compile_ontology(axioms), [*axioms, *triples(":a a :A . :b :p :a . :c :p :b .")]).inferred

    assert set(triples(":a a :B . :b a :B .")) <= set(inferred)
