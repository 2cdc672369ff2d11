"""The terms of RDF and OWL that the reasoner itself speaks of, and which terms it does not speak of."""

from __future__ import annotations

from typing import Final

from pyoxigraph import BlankNode, NamedNode

from ..namespaces import LANGUAGE_NAMESPACES, OWL, RDF, RDFS, XSD

FIRST: Final = NamedNode(RDF + "first")
REST: Final = NamedNode(RDF + "rest")
NIL: Final = NamedNode(RDF + "nil")

THING: Final = NamedNode(OWL + "Thing")
DATATYPE: Final = NamedNode(RDFS + "Datatype")
NOTHING: Final = NamedNode(OWL + "Nothing")
SAME_AS: Final = NamedNode(OWL + "sameAs")
INVERSE_OF: Final = NamedNode(OWL + "inverseOf")
PROPERTY_CHAIN: Final = NamedNode(OWL + "propertyChainAxiom")
HAS_KEY: Final = NamedNode(OWL + "hasKey")
INTERSECTION_OF: Final = NamedNode(OWL + "intersectionOf")
UNION_OF: Final = NamedNode(OWL + "unionOf")
ONE_OF: Final = NamedNode(OWL + "oneOf")
MEMBERS: Final = NamedNode(OWL + "members")
DISTINCT_MEMBERS: Final = NamedNode(OWL + "distinctMembers")
ALL_DISJOINT_CLASSES: Final = NamedNode(OWL + "AllDisjointClasses")
ALL_DISJOINT_PROPERTIES: Final = NamedNode(OWL + "AllDisjointProperties")
ALL_DIFFERENT: Final = NamedNode(OWL + "AllDifferent")
MAX_CARDINALITY: Final = NamedNode(OWL + "maxCardinality")
MAX_QUALIFIED_CARDINALITY: Final = NamedNode(OWL + "maxQualifiedCardinality")
NON_NEGATIVE_INTEGER: Final = NamedNode(XSD + "nonNegativeInteger")

_DATATYPES_ELSEWHERE: Final = frozenset(
    {
        OWL + "rational",
        OWL + "real",
        RDF + "HTML",
        RDF + "PlainLiteral",
        RDF + "XMLLiteral",
        RDF + "langString",
        RDFS + "Literal",
    }
)


def is_of_the_languages(term: object) -> bool:
    """Tell whether a term is one of RDF, RDFS, OWL or XSD.

    >>> is_of_the_languages(THING)
    True
    """
    return isinstance(term, NamedNode) and term.value.startswith(LANGUAGE_NAMESPACES)


def is_datatype(term: object) -> bool:
    """Tell whether a term is one of the datatypes that the languages define."""
    return isinstance(term, NamedNode) and (term.value.startswith(XSD) or term.value in _DATATYPES_ELSEWHERE)


def is_noise(subject: object, predicate: object, object_: object, anonymous: frozenset[object]) -> bool:
    """Tell whether a triple that follows is left out.

    It is where it is about an anonymous node of the ontology, about a term of the languages, or says in words of the
    languages what holds of everything (that a thing is itself, a class its own subclass).
    """
    for term in (subject, object_):
        if isinstance(term, BlankNode) or term in anonymous or is_of_the_languages(term):
            return True
    return subject == object_ and is_of_the_languages(predicate)
