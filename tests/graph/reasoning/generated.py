"""Generated ontologies and facts over a few names, as Turtle, so that a failing example can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from mithaq.graph import parse_facts_bytes

if TYPE_CHECKING:
    from mithaq.graph.triples import Triple

HEADER = """
@prefix : <http://e/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
DECLARED = """
:A a owl:Class . :B a owl:Class . :C a owl:Class . :D a owl:Class .
:p a owl:ObjectProperty . :q a owl:ObjectProperty . :r a owl:ObjectProperty .
:v a owl:DatatypeProperty . :w a owl:DatatypeProperty .
"""

NAMED = st.sampled_from([":A", ":B", ":C", ":D"])
RELATIONS = st.sampled_from([":p", ":q", ":r"])
ATTRIBUTES = st.sampled_from([":v", ":w"])
THINGS = st.sampled_from([":a", ":b", ":c", ":d"])
DATATYPES = st.sampled_from(["xsd:integer", "xsd:string", "xsd:decimal"])
VALUES = st.sampled_from(["1", "2", '"x"', '"x"@ar', "true"])
ROLES = RELATIONS | RELATIONS.map(lambda name: f"[ owl:inverseOf {name} ]")


def triples(turtle: str) -> list[Triple]:
    """Parse Turtle as facts are."""
    quads = [each.quad for each in parse_facts_bytes((HEADER + turtle).encode(), "turtle", "a.ttl").statements]
    return list(dict.fromkeys((quad.subject, quad.predicate, quad.object) for quad in quads))  # type: ignore[misc]


def lists_of(members: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    """Generate lists of one member or more."""
    return st.lists(members, min_size=1, max_size=most, unique=True).map(lambda each: f"( {' '.join(each)} )")


def _restriction(role: st.SearchStrategy[str], rest: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda on, what: f"[ a owl:Restriction ; owl:onProperty {on} ; {what} ]", role, rest)


def _of(predicate: str, object_: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return object_.map(lambda each: f"owl:{predicate} {each}")


_HAS_VALUE = _restriction(ROLES, _of("hasValue", THINGS)) | _restriction(ATTRIBUTES, _of("hasValue", VALUES))


def _lower(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What the profile allows below another class."""
    return st.one_of(
        lists_of(inner).map(lambda each: f"[ a owl:Class ; owl:intersectionOf {each} ]"),
        lists_of(inner).map(lambda each: f"[ a owl:Class ; owl:unionOf {each} ]"),
        lists_of(THINGS).map(lambda each: f"[ a owl:Class ; owl:oneOf {each} ]"),
        _restriction(ROLES, _of("someValuesFrom", inner | st.just("owl:Thing"))),
        _restriction(ATTRIBUTES, _of("someValuesFrom", DATATYPES)),
        _HAS_VALUE,
    )


LOWER = st.recursive(NAMED, _lower, max_leaves=4)
_NUMBERS = st.sampled_from(['"0"^^xsd:nonNegativeInteger', '"1"^^xsd:nonNegativeInteger'])
_AT_MOST = st.builds(lambda number: f"owl:maxCardinality {number}", _NUMBERS) | st.builds(
    lambda number, class_: f"owl:maxQualifiedCardinality {number} ; owl:onClass {class_}",
    _NUMBERS,
    LOWER | st.just("owl:Thing"),
)


def _upper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What the profile allows above another class."""
    return st.one_of(
        lists_of(inner).map(lambda each: f"[ a owl:Class ; owl:intersectionOf {each} ]"),
        LOWER.map(lambda each: f"[ a owl:Class ; owl:complementOf {each} ]"),
        _restriction(ROLES, _of("allValuesFrom", inner | st.just("owl:Thing"))),
        _restriction(ATTRIBUTES, _of("allValuesFrom", DATATYPES)),
        _restriction(ROLES, _AT_MOST),
        _restriction(ATTRIBUTES, _of("maxCardinality", _NUMBERS)),
        _HAS_VALUE,
    )


UPPER = st.recursive(NAMED, _upper, max_leaves=4)
BOTH = st.recursive(
    NAMED,
    lambda inner: lists_of(inner).map(lambda each: f"[ a owl:Class ; owl:intersectionOf {each} ]") | _HAS_VALUE,
    max_leaves=3,
)


def axiom(subject: st.SearchStrategy[str], predicate: str, object_: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Generate statements with this predicate."""
    return st.builds(lambda one, other: f"{one} {predicate} {other} .", subject, object_)


CLASS_AXIOMS = st.one_of(
    axiom(LOWER, "rdfs:subClassOf", UPPER),
    axiom(NAMED, "rdfs:subClassOf", NAMED),
    axiom(NAMED, "owl:equivalentClass", BOTH),
    axiom(RELATIONS, "rdfs:domain", UPPER),
    axiom(RELATIONS, "rdfs:range", UPPER),
    axiom(ATTRIBUTES, "rdfs:domain", UPPER),
    axiom(NAMED, "owl:hasKey", lists_of(RELATIONS | ATTRIBUTES, 2)),
    axiom(LOWER, "owl:hasKey", lists_of(ROLES | ATTRIBUTES, 3)),
)
PROPERTY_AXIOMS = st.one_of(
    axiom(ROLES, "rdfs:subPropertyOf", RELATIONS),
    axiom(RELATIONS, "rdfs:subPropertyOf", ROLES),
    axiom(ATTRIBUTES, "rdfs:subPropertyOf", ATTRIBUTES),
    axiom(RELATIONS, "owl:equivalentProperty", ROLES),
    axiom(RELATIONS, "owl:inverseOf", RELATIONS),
    axiom(RELATIONS, "owl:propertyChainAxiom", lists_of(ROLES, 4)),
    axiom(ATTRIBUTES, "a", st.just("owl:FunctionalProperty")),
    axiom(ROLES, "a", st.sampled_from(["owl:FunctionalProperty", "owl:InverseFunctionalProperty"])),
    axiom(RELATIONS, "a", st.sampled_from(["owl:SymmetricProperty", "owl:TransitiveProperty"])),
)
REFUSING_AXIOMS = st.one_of(
    axiom(LOWER, "owl:disjointWith", LOWER),
    lists_of(LOWER).map(lambda each: f"[] a owl:AllDisjointClasses ; owl:members {each} ."),
    lists_of(RELATIONS).map(lambda each: f"[] a owl:AllDisjointProperties ; owl:members {each} ."),
    lists_of(THINGS).map(lambda each: f"[] a owl:AllDifferent ; owl:distinctMembers {each} ."),
    axiom(RELATIONS, "owl:propertyDisjointWith", RELATIONS),
    axiom(RELATIONS, "a", st.sampled_from(["owl:IrreflexiveProperty", "owl:AsymmetricProperty"])),
    axiom(LOWER, "rdfs:subClassOf", st.just("owl:Nothing")),
    st.builds(
        lambda s, p, o: f"[] owl:sourceIndividual {s} ; owl:assertionProperty {p} ; owl:targetIndividual {o} .",
        THINGS,
        RELATIONS,
        THINGS,
    ),
)


def ontologies(*axioms: st.SearchStrategy[str], most: int = 6) -> st.SearchStrategy[str]:
    """Generate ontologies of these axioms."""
    return st.lists(st.one_of(*axioms), min_size=3, max_size=most, unique=True).map(
        lambda each: "\n".join([DECLARED, *each])
    )


STATEMENTS = st.one_of(
    axiom(THINGS, "a", NAMED),
    st.builds(lambda s, p, o: f"{s} {p} {o} .", THINGS, RELATIONS, THINGS),
    st.builds(lambda s, p, o: f"{s} {p} {o} .", THINGS, RELATIONS, THINGS),
    st.builds(lambda s, p, o: f"{s} {p} {o} .", THINGS, ATTRIBUTES, VALUES),
)
EQUALITIES = st.one_of(axiom(THINGS, "owl:sameAs", THINGS), axiom(THINGS, "owl:differentFrom", THINGS))


def facts(*statements: st.SearchStrategy[str], fewest: int = 5, most: int = 12) -> st.SearchStrategy[list[str]]:
    """Generate facts, one statement a line."""
    return st.lists(st.one_of(*statements), min_size=fewest, max_size=most, unique=True)
