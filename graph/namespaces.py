"""The IRIs that Mithaq stands on, as data: namespaces, prefixes, graph names, the vocabulary the core itself reads."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

if TYPE_CHECKING:
    from collections.abc import Mapping

MITHAQ: Final = "https://w3id.org/mithaq#"
INDIVIDUALS: Final = "https://w3id.org/mithaq/id/"
ARTICLES: Final = "https://w3id.org/mithaq/article/"
SHAPES: Final = "https://w3id.org/mithaq/shape/"
RULES: Final = "https://w3id.org/mithaq/rule/"
GRAPHS: Final = "https://w3id.org/mithaq/graph/"
SKOLEM: Final = "https://w3id.org/mithaq/.well-known/genid/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SHACL: Final = "http://www.w3.org/ns/shacl#"
DCTERMS: Final = "http://purl.org/dc/terms/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article": ARTICLES,
        "dcterms": DCTERMS,
        "foaf": "http://xmlns.com/foaf/0.1/",
        "id": INDIVIDUALS,
        "mithaq": MITHAQ,
        "org": "http://www.w3.org/ns/org#",
        "owl": OWL,
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": RDF,
        "rdfs": RDFS,
        "rule": RULES,
        "schema": "https://schema.org/",
        "sh": SHACL,
        "shape": SHAPES,
        "skos": SKOS,
        "wd": "http://www.wikidata.org/entity/",
        "xsd": XSD,
    }
)
"""The prefixes that queries may use without declaring them and that exports are written with."""

LANGUAGE_NAMESPACES: Final = (RDF, RDFS, OWL, XSD)
"""Namespaces of the languages themselves: what a reasoner says about their terms is noise."""

REFERENCE_GRAPH: Final = NamedNode(GRAPHS + "reference")
ONTOLOGY_GRAPH: Final = NamedNode(GRAPHS + "ontology")
SHAPES_GRAPH: Final = NamedNode(GRAPHS + "shapes")
INFERRED_GRAPH: Final = NamedNode(GRAPHS + "inferred")
REVISION_GRAPH: Final = NamedNode(GRAPHS + "revision")
"""What the store keeps of itself: its revision, and which article's file added what to the reference graph."""

RESERVED_GRAPHS: Final = frozenset({ONTOLOGY_GRAPH, SHAPES_GRAPH, INFERRED_GRAPH, REVISION_GRAPH})
"""Graphs that a build writes and that no file of facts may write to."""

UNMERGED_GRAPHS: Final = frozenset({SHAPES_GRAPH, REVISION_GRAPH})
"""Named graphs whose triples do not stand in the default graph."""

TYPE: Final = NamedNode(RDF + "type")
SOURCE: Final = NamedNode(DCTERMS + "source")
HAS_PART: Final = NamedNode(DCTERMS + "hasPart")

ARTICLE: Final = NamedNode(MITHAQ + "Article")
SENTENCE_CLASS: Final = NamedNode(MITHAQ + "Sentence")
BOILERPLATE_HEADLINE: Final = NamedNode(MITHAQ + "BoilerplateHeadline")
TEXT: Final = NamedNode(MITHAQ + "text")
LENGTH: Final = NamedNode(MITHAQ + "length")
SHA256: Final = NamedNode(MITHAQ + "sha256")
IN_ARTICLE: Final = NamedNode(MITHAQ + "inArticle")
BEGIN: Final = NamedNode(MITHAQ + "begin")
END: Final = NamedNode(MITHAQ + "end")
EXACT: Final = NamedNode(MITHAQ + "exact")
SENTENCE: Final = NamedNode(MITHAQ + "sentence")
ATTRIBUTED_TO: Final = NamedNode(MITHAQ + "attributedTo")
RELAYED_BY: Final = NamedNode(MITHAQ + "relayedBy")
TRANSLATION: Final = NamedNode(MITHAQ + "translation")


def compact(iri: str) -> str:
    """Write an IRI with a project prefix where that is unambiguous, otherwise as it is in angle brackets.

    >>> compact("https://w3id.org/mithaq/id/Russia")
    'id:Russia'
    >>> compact("https://w3id.org/mithaq/article/a#char=0,5")
    'article:a#char=0,5'
    >>> compact("http://example.org/x")
    '<http://example.org/x>'
    """
    candidates = [(namespace, prefix) for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)]
    if not candidates:
        return f"<{iri}>"
    namespace, prefix = max(candidates, key=lambda candidate: len(candidate[0]))
    return f"{prefix}:{iri.removeprefix(namespace)}"
