"""What the ontology's files define, and what the shipped files use of it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

MITHAQ: Final = Namespace("https://w3id.org/mithaq#")
ONTOLOGY: Final = URIRef("https://w3id.org/mithaq")
CLASSES: Final = (OWL.Class,)
PROPERTIES: Final = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
CODES: Final = (SKOS.Concept, SKOS.ConceptScheme)
DECLARATIONS: Final = (*CLASSES, *PROPERTIES, *CODES)

_MENTION: Final = re.compile(r"(?:\bmithaq:|<https://w3id\.org/mithaq#)([A-Za-z][A-Za-z0-9]*)")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


def alignments_file(repository: Path) -> Path:
    """Return the one file of the ontology that is never loaded."""
    return repository / "ontology" / "alignments.ttl"


def module_files(repository: Path) -> list[Path]:
    """Return the ontology's loaded files in stable order."""
    return sorted(set((repository / "ontology").glob("*.ttl")) - {alignments_file(repository)})


def reference_files(repository: Path) -> list[Path]:
    """Return the files of the curated reference graph."""
    return sorted((repository / "ontology" / "reference").glob("*.ttl"))


def fact_files(repository: Path) -> list[Path]:
    """Return the files of facts that are shipped with the articles."""
    return sorted([*(repository / "seeds").glob("*.trig"), *(repository / "seeds").glob("*.ttl")])


def shape_files(repository: Path) -> list[Path]:
    """Return the files of shapes."""
    return sorted((repository / "shapes").glob("*.ttl"))


def question_files(repository: Path) -> list[Path]:
    """Return the competency questions."""
    return sorted((repository / "tests" / "questions").rglob("*.rq"))


def merged(files: Iterable[Path]) -> Graph:
    """Return the triples of Turtle and TriG files, graph names forgotten, in one graph."""
    merge = Graph()
    for file in files:
        quads = pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.TRIG)
        triples = (quad.triple for quad in quads)
        merge.parse(data=pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES), format="nt")
    return merge


def is_ours(node: Node | None) -> bool:
    """Tell whether the node is an IRI of the ontology's namespace."""
    return isinstance(node, URIRef) and node.startswith(MITHAQ)


def terms(ontology: Graph, kinds: Iterable[URIRef] = DECLARATIONS) -> list[URIRef]:
    """Return the terms of our namespace that are declared to be of one of the kinds, sorted."""
    declared = {subject for kind in kinds for subject in ontology.subjects(RDF.type, kind)}
    return sorted(term for term in declared if isinstance(term, URIRef) and is_ours(term))


def mentions(graph: Graph) -> set[URIRef]:
    """Return the terms of our namespace that a graph names, also inside the SPARQL text of its literals."""
    nodes = {node for triple in graph for node in triple}
    quoted = (str(node) for node in nodes if isinstance(node, Literal) and "mithaq" in node)
    return {node for node in nodes if isinstance(node, URIRef) and is_ours(node)}.union(*map(query_mentions, quoted))


def query_mentions(query: str) -> set[URIRef]:
    """Return the terms of our namespace that a SPARQL text names outside its comments."""
    return {MITHAQ[name] for name in _MENTION.findall(_COMMENT.sub("", query))}


def used_terms(repository: Path) -> set[URIRef]:
    """Return the terms that a shipped fact, a shape or a competency question uses."""
    facts = merged([*fact_files(repository), *reference_files(repository)])
    questions = [query_mentions(file.read_text(encoding="utf-8")) for file in question_files(repository)]
    return mentions(facts) | mentions(merged(shape_files(repository))) | set().union(*questions)


def with_structure(ontology: Graph, used: set[URIRef]) -> set[URIRef]:
    """Add to the used terms those that an axiom needs in order to infer something of a used term.

    These are the only three excuses for a term that nothing uses by itself: it is a superclass or superproperty of a
    used term, a link in the chain of a used property, or the scheme that a used concept belongs to.
    """
    needed, waiting = set(used), list(used)
    while waiting:
        found = set(_structure_of(ontology, waiting.pop())) - needed
        needed |= found
        waiting.extend(found)
    return needed


def _structure_of(ontology: Graph, term: URIRef) -> Iterator[URIRef]:
    for link in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.inScheme):
        yield from (value for value in ontology.objects(term, link) if isinstance(value, URIRef))
    for chain in ontology.objects(term, OWL.propertyChainAxiom):
        yield from (value for value in Collection(ontology, chain) if isinstance(value, URIRef))
