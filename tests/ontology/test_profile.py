"""The ontology stays within OWL 2 RL, and the checker that says so finds what is planted."""

import pytest
from rdflib import OWL, RDF, Graph, URIRef
from rdflib.collection import Collection

from .owl_rl_profile import violations

PREFIXES = """
@prefix : <urn:example:> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
REFUSED = {
    "existential on the right": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :B ] .",
        "may not stand on the right of a subclass axiom",
    ),
    "union on the right": (
        ":A rdfs:subClassOf [ owl:unionOf ( :B :C ) ] .",
        "may not stand on the right of a subclass axiom",
    ),
    "minimum cardinality": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:minCardinality 1 ] .",
        "may not stand on the right of a subclass axiom",
    ),
    "maximum cardinality of two": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 2 ] .",
        "may not stand on the right of a subclass axiom",
    ),
    "enumeration on the right": (
        ":A rdfs:subClassOf [ owl:oneOf ( :a :b ) ] .",
        "may not stand on the right of a subclass axiom",
    ),
    "self restriction": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:hasSelf true ] .",
        "may not stand on the right of a subclass axiom",
    ),
    "union hidden in an intersection on the right": (
        ":A rdfs:subClassOf [ owl:intersectionOf ( :B [ owl:unionOf ( :C :D ) ] ) ] .",
        "may not stand on the right of a subclass axiom",
    ),
    "everything as a superclass": (
        ":A rdfs:subClassOf owl:Thing .",
        "may not stand on the right of a subclass axiom",
    ),
    "universal on the left": (
        "[ owl:onProperty :p ; owl:allValuesFrom :B ] rdfs:subClassOf :A .",
        "may not stand on the left of a subclass axiom",
    ),
    "complement on the left": (
        "[ owl:complementOf :B ] rdfs:subClassOf :A .",
        "may not stand on the left of a subclass axiom",
    ),
    "union as a domain": (
        ":p a owl:ObjectProperty ; rdfs:domain [ owl:unionOf ( :A :B ) ] .",
        "may not be a domain",
    ),
    "existential as a range": (
        ":p a owl:ObjectProperty ; rdfs:range [ owl:onProperty :q ; owl:someValuesFrom :A ] .",
        "may not be a range",
    ),
    "equivalence with a union": (
        ":A owl:equivalentClass [ owl:unionOf ( :B :C ) ] .",
        "may not be declared equivalent",
    ),
    "disjointness of a universal": (
        ":A owl:disjointWith [ owl:onProperty :p ; owl:allValuesFrom :B ] .",
        "may not be declared disjoint",
    ),
    "disjointness of everything": (
        "[] a owl:AllDisjointClasses ; owl:members ( :A owl:Thing ) .",
        "may not be declared disjoint",
    ),
    "disjoint union": (":A owl:disjointUnionOf ( :B :C ) .", "may not be a disjoint union"),
    "reflexive property": (":p a owl:ObjectProperty, owl:ReflexiveProperty .", "may not be reflexive"),
    "date as a range": (
        ":p a owl:DatatypeProperty ; rdfs:range xsd:date .",
        "is not a data range of OWL 2 RL",
    ),
    "duration as a range": (
        ":p a owl:DatatypeProperty ; rdfs:range xsd:yearMonthDuration .",
        "is not a data range of OWL 2 RL",
    ),
    "union of data ranges": (
        ":p a owl:DatatypeProperty ; rdfs:range [ owl:unionOf ( xsd:string xsd:integer ) ] .",
        "is not a data range of OWL 2 RL",
    ),
    "datatype defined by a facet": (
        ":t a rdfs:Datatype ; owl:equivalentClass [ owl:onDatatype xsd:integer ] .",
        "is not a data range of OWL 2 RL",
    ),
    "property of two kinds": (
        ":p a owl:ObjectProperty, owl:DatatypeProperty .",
        "may not be a property of two kinds",
    ),
    "data property under an annotation property": (
        ":p a owl:DatatypeProperty ; rdfs:subPropertyOf :q . :q a owl:AnnotationProperty .",
        "may not be linked to a property of another kind",
    ),
    "functional chain": (
        ":p a owl:ObjectProperty, owl:FunctionalProperty ; owl:propertyChainAxiom ( :q :r ) .",
        "is composite and may not have a characteristic of simple properties",
    ),
}
ALLOWED = {
    "named superclass": ":A rdfs:subClassOf :B .",
    "existential on the left": "[ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A .",
    "union on the left": "[ owl:unionOf ( :A [ owl:oneOf ( :a ) ] ) ] rdfs:subClassOf :B .",
    "data existential on the left": "[ owl:onProperty :p ; owl:someValuesFrom xsd:string ] rdfs:subClassOf :B .",
    "universal on the right": ":A rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :B ] .",
    "complement on the right": ":A rdfs:subClassOf [ owl:complementOf [ owl:unionOf ( :B :C ) ] ] .",
    "maximum cardinality of one": ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 1 ] .",
    "qualified maximum": ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxQualifiedCardinality 1 ; owl:onClass :B ] .",
    "equivalence with an intersection": ":A owl:equivalentClass [ owl:intersectionOf ( :B :C ) ] .",
    "chain": ":p a owl:ObjectProperty ; owl:propertyChainAxiom ( :q :r ) .",
    "integer as a range": ":p a owl:DatatypeProperty ; rdfs:range xsd:integer .",
    "intersection of data ranges": (
        ":p a owl:DatatypeProperty ; rdfs:range [ owl:intersectionOf ( xsd:integer xsd:decimal ) ] ."
    ),
}


@pytest.mark.parametrize(("planted", "reason"), REFUSED.values(), ids=REFUSED)
def test_planted_violation_is_found(planted: str, reason: str) -> None:
    graph = Graph().parse(data=PREFIXES + planted, format="turtle")

    assert [violation.reason for violation in violations(graph)] == [reason]


@pytest.mark.parametrize("allowed", ALLOWED.values(), ids=ALLOWED)
def test_allowed_axiom_is_no_violation(allowed: str) -> None:
    graph = Graph().parse(data=PREFIXES + allowed, format="turtle")

    assert violations(graph) == []


def test_ontology_is_within_owl_2_rl(ontology: Graph) -> None:
    assert violations(ontology) == []


def test_no_property_makes_the_reasoner_merge_individuals(ontology: Graph) -> None:
    merging = (OWL.FunctionalProperty, OWL.InverseFunctionalProperty)

    assert [node for kind in merging for node in ontology.subjects(RDF.type, kind)] == []
    assert list(ontology.subjects(OWL.hasKey)) == []


def test_chains_hold_named_properties_only(ontology: Graph) -> None:
    chains = [Collection(ontology, chain) for chain in ontology.objects(None, OWL.propertyChainAxiom)]

    assert chains
    assert all(isinstance(link, URIRef) for chain in chains for link in chain)
