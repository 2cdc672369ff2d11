"""Check that an RDF graph is within OWL 2 RL, reading the RDF mapping of OWL 2.

Source: OWL 2 Web Ontology Language Profiles (Second Edition), section 4.2, and, for the kinds of properties and for
simple properties, OWL 2 Structural Specification, sections 5.8.1 and 11. Annotations are not looked at, and neither is
the order of properties that keeps property chains from running in circles.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

DATATYPES: Final = frozenset(
    {
        *(RDF.PlainLiteral, RDF.XMLLiteral, RDFS.Literal),
        *(XSD.decimal, XSD.integer, XSD.nonNegativeInteger, XSD.nonPositiveInteger, XSD.positiveInteger),
        *(XSD.negativeInteger, XSD.long, XSD.int, XSD.short, XSD.byte, XSD.unsignedLong, XSD.unsignedInt),
        *(XSD.unsignedShort, XSD.unsignedByte, XSD.float, XSD.double, XSD.boolean),
        *(XSD.string, XSD.normalizedString, XSD.token, XSD.language, XSD.Name, XSD.NCName, XSD.NMTOKEN),
        *(XSD.hexBinary, XSD.base64Binary, XSD.anyURI, XSD.dateTime, XSD.dateTimeStamp),
    }
)
_CONSTRUCTORS: Final = (
    *(OWL.intersectionOf, OWL.unionOf, OWL.complementOf, OWL.oneOf),
    *(OWL.someValuesFrom, OWL.allValuesFrom, OWL.hasValue, OWL.hasSelf),
    *(OWL.cardinality, OWL.minCardinality, OWL.maxCardinality),
    *(OWL.qualifiedCardinality, OWL.minQualifiedCardinality, OWL.maxQualifiedCardinality),
    *(OWL.onDatatype, OWL.datatypeComplementOf),
)
_KINDS: Final = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_SIMPLE_ONLY: Final = (
    OWL.FunctionalProperty,
    OWL.InverseFunctionalProperty,
    OWL.IrreflexiveProperty,
    OWL.AsymmetricProperty,
)


@dataclass(frozen=True)
class Violation:
    """A node of the graph that OWL 2 RL does not allow where it stands, and why."""

    node: Node
    reason: str


def violations(graph: Graph) -> list[Violation]:
    """Return everything in the graph that OWL 2 RL does not allow."""
    checks = (
        *(_subclass_axioms, _disjointness, _equivalences, _domains_and_ranges),
        *(_forbidden_axioms, _property_kinds, _simple_properties),
    )
    return [violation for check in checks for violation in check(graph)]


def _subclass_axioms(graph: Graph) -> Iterator[Violation]:
    for subject, value in graph.subject_objects(RDFS.subClassOf):
        yield from _unless(_subclass_expression, graph, subject, "may not stand on the left of a subclass axiom")
        yield from _unless(_superclass_expression, graph, value, "may not stand on the right of a subclass axiom")


def _disjointness(graph: Graph) -> Iterator[Violation]:
    pairs = [node for pair in graph.subject_objects(OWL.disjointWith) for node in pair]
    axioms = graph.subjects(RDF.type, OWL.AllDisjointClasses)
    for node in [*pairs, *(member for axiom in axioms for member in _members(graph, axiom, OWL.members))]:
        yield from _unless(_subclass_expression, graph, node, "may not be declared disjoint")


def _equivalences(graph: Graph) -> Iterator[Violation]:
    for subject, value in graph.subject_objects(OWL.equivalentClass):
        if (subject, RDF.type, RDFS.Datatype) in graph:
            yield from _unless(_data_range, graph, value, "is not a data range of OWL 2 RL")
            continue
        for node in (subject, value):
            yield from _unless(_equivalent_expression, graph, node, "may not be declared equivalent")


def _domains_and_ranges(graph: Graph) -> Iterator[Violation]:
    for node in graph.objects(None, RDFS.domain):
        yield from _unless(_superclass_expression, graph, node, "may not be a domain")
    for subject, node in graph.subject_objects(RDFS.range):
        if (subject, RDF.type, OWL.DatatypeProperty) in graph:
            yield from _unless(_data_range, graph, node, "is not a data range of OWL 2 RL")
        else:
            yield from _unless(_superclass_expression, graph, node, "may not be a range")


def _forbidden_axioms(graph: Graph) -> Iterator[Violation]:
    for node in graph.subjects(RDF.type, OWL.ReflexiveProperty):
        yield Violation(node, "may not be reflexive")
    for node in graph.subjects(OWL.disjointUnionOf):
        yield Violation(node, "may not be a disjoint union")


def _property_kinds(graph: Graph) -> Iterator[Violation]:
    for node in {subject for kind in _KINDS for subject in graph.subjects(RDF.type, kind)}:
        if len(_kinds(graph, node)) > 1:
            yield Violation(node, "may not be a property of two kinds")
    for link in (RDFS.subPropertyOf, OWL.equivalentProperty, OWL.inverseOf):
        for subject, value in graph.subject_objects(link):
            kinds = _kinds(graph, subject), _kinds(graph, value)
            if all(kinds) and kinds[0] != kinds[1]:
                yield Violation(subject, "may not be linked to a property of another kind")


def _simple_properties(graph: Graph) -> Iterator[Violation]:
    composite = {*graph.subjects(OWL.propertyChainAxiom), *graph.subjects(RDF.type, OWL.TransitiveProperty)}
    for node in composite:
        if any((node, RDF.type, kind) in graph for kind in _SIMPLE_ONLY):
            yield Violation(node, "is composite and may not have a characteristic of simple properties")


def _subclass_expression(graph: Graph, node: Node) -> bool:
    match _constructor(graph, node):
        case None:
            allowed = node != OWL.Thing
        case OWL.intersectionOf | OWL.unionOf as constructor:
            allowed = all(_subclass_expression(graph, member) for member in _members(graph, node, constructor))
        case OWL.someValuesFrom as constructor:
            filler = _value(graph, node, constructor)
            allowed = filler == OWL.Thing or _data_range(graph, filler) or _subclass_expression(graph, filler)
        case constructor:
            allowed = constructor in {OWL.oneOf, OWL.hasValue}
    return allowed


def _superclass_expression(graph: Graph, node: Node) -> bool:
    match _constructor(graph, node):
        case None:
            allowed = node != OWL.Thing
        case OWL.intersectionOf as constructor:
            allowed = all(_superclass_expression(graph, member) for member in _members(graph, node, constructor))
        case OWL.complementOf as constructor:
            allowed = _subclass_expression(graph, _value(graph, node, constructor))
        case OWL.allValuesFrom as constructor:
            filler = _value(graph, node, constructor)
            allowed = _data_range(graph, filler) or _superclass_expression(graph, filler)
        case OWL.maxCardinality | OWL.maxQualifiedCardinality as constructor:
            allowed = _at_most_one(graph, node, constructor)
        case constructor:
            allowed = constructor == OWL.hasValue
    return allowed


def _equivalent_expression(graph: Graph, node: Node) -> bool:
    match _constructor(graph, node):
        case None:
            allowed = node != OWL.Thing
        case OWL.intersectionOf as constructor:
            allowed = all(_equivalent_expression(graph, member) for member in _members(graph, node, constructor))
        case constructor:
            allowed = constructor == OWL.hasValue
    return allowed


def _data_range(graph: Graph, node: Node) -> bool:
    match _constructor(graph, node):
        case None:
            allowed = node in DATATYPES
        case OWL.intersectionOf as constructor:
            allowed = all(_data_range(graph, member) for member in _members(graph, node, constructor))
        case _:
            allowed = False
    return allowed


def _at_most_one(graph: Graph, node: Node, constructor: URIRef) -> bool:
    filler = graph.value(node, OWL.onClass)
    filler_allowed = filler is None or filler == OWL.Thing or _subclass_expression(graph, filler)
    return str(_value(graph, node, constructor)) in {"0", "1"} and filler_allowed


def _unless(allowed: Callable[[Graph, Node], bool], graph: Graph, node: Node, reason: str) -> Iterator[Violation]:
    if not allowed(graph, node):
        yield Violation(node, reason)


def _constructor(graph: Graph, node: Node) -> URIRef | None:
    return next((predicate for predicate in _CONSTRUCTORS if (node, predicate, None) in graph), None)


def _members(graph: Graph, node: Node, constructor: URIRef) -> list[Node]:
    return list(Collection(graph, _value(graph, node, constructor)))


def _value(graph: Graph, node: Node, predicate: URIRef) -> Node:
    value = graph.value(node, predicate)
    if value is None:
        message = f"{node} has no {predicate}"
        raise ValueError(message)
    return value


def _kinds(graph: Graph, node: Node) -> frozenset[URIRef]:
    return frozenset(kind for kind in _KINDS if (node, RDF.type, kind) in graph)
