"""The vocabulary as a page tells it: each term or shape with its names, its definition, its relations and its uses."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from mithaq.graph import PREFIXES, compact

from ..iris import GRAPHS
from ..result_tables import Cell, cell_of, direction_of
from .hierarchy import Branch, hierarchy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mithaq.graph import KnowledgeGraph, Language, Term

_SAID: Final = """SELECT ?term ?property ?value WHERE {{
  GRAPH <{graph}> {{ ?term ?property ?value }} FILTER(STRSTARTS(STR(?term), "{namespace}"))
}}"""
_USES: Final = """SELECT ?term ?count ?example WHERE {
  { SELECT (?kind AS ?term) (COUNT(DISTINCT ?x) AS ?count) (MIN(?x) AS ?example) WHERE { ?x a ?kind } GROUP BY ?kind }
  UNION
  { SELECT ?term (COUNT(*) AS ?count) (MIN(?x) AS ?example) WHERE { ?x ?term ?y } GROUP BY ?term }
}"""
_NAMES: Final = ("rdfs:label", "skos:prefLabel", "sh:name")
_DEFINITIONS: Final = ("skos:definition", "sh:description", "sh:message")
_RELATIONS: Final = (
    "rdfs:subClassOf", "rdfs:subPropertyOf", "rdfs:domain", "rdfs:range", "owl:inverseOf", "skos:inScheme",
    "skos:broader", "sh:targetClass", "sh:targetSubjectsOf", "sh:targetObjectsOf", "sh:path", "sh:property",
    "sh:severity",
)  # fmt: skip
_ABOVE: Final = ("rdfs:subClassOf", "rdfs:subPropertyOf", "skos:broader")
_KINDS: Final = (
    "owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty", "skos:ConceptScheme",
    "skos:Concept", "sh:NodeShape", "sh:PropertyShape",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One term or shape: by what it is called in its namespace, in both languages, and what it means and relates to."""

    iri: str
    name: str
    labels: tuple[Cell, ...]
    definitions: tuple[Cell, ...]
    relations: tuple[tuple[str, tuple[Cell, ...]], ...]
    uses: int | None = None
    example: Cell | None = None


@dataclass(frozen=True)
class Chapter:
    """The entries of one kind, and which is below which where any is."""

    kind: str
    entries: tuple[Entry, ...]
    hierarchy: tuple[Branch, ...] = ()

    def label(self, name: str) -> Cell:
        """Give what to call one of the entries."""
        return next(entry.labels[0] if entry.labels else Cell(name) for entry in self.entries if entry.name == name)


_About = dict[str, list["Term"]]


def read_terms(graph: KnowledgeGraph, language: Language) -> tuple[Chapter, ...]:
    """Read the terms of the ontology, with how often and where each is used."""
    uses = {
        term.value: (int(count.value), example)
        for term, count, example in graph.query(_USES).rows()
        if isinstance(term, NamedNode) and isinstance(count, Literal)
    }
    return _chapters(graph, GRAPHS + "ontology", PREFIXES["mithaq"], language, uses)


def read_shapes(graph: KnowledgeGraph, language: Language) -> tuple[Chapter, ...]:
    """Read the shapes."""
    return _chapters(graph, GRAPHS + "shapes", PREFIXES["shape"], language, {})


def _chapters(
    graph: KnowledgeGraph,
    where: str,
    namespace: str,
    language: Language,
    uses: Mapping[str, tuple[int, Term | None]],
) -> tuple[Chapter, ...]:
    said: dict[str, _About] = defaultdict(lambda: defaultdict(list))
    for term, name, value in graph.query(_SAID.format(graph=where, namespace=namespace)).rows():
        if isinstance(term, NamedNode) and isinstance(name, NamedNode) and value is not None:
            known = said[term.value][compact(name.value)]
            known.extend([value] if value not in known else [])
    labels = _labels(graph, said, uses, language)
    chapters: dict[str, list[Entry]] = {kind: [] for kind in _KINDS}
    for iri, about in sorted(said.items()):
        kinds = {compact(each.value) for each in about["rdf:type"] if isinstance(each, NamedNode)}
        kind = next((each for each in _KINDS if each in kinds), None)
        if kind is not None:
            chapters[kind].append(_entry(iri, about, labels, uses.get(iri), language))
    return tuple(Chapter(kind, tuple(entries), _hierarchy(entries)) for kind, entries in chapters.items() if entries)


def _hierarchy(entries: Sequence[Entry]) -> tuple[Branch, ...]:
    """Arrange entries by what each is a kind of; nothing where none is of another."""
    names = {entry.iri: entry.name for entry in entries}
    above = {
        entry.name: [names[cell.iri] for name, cells in entry.relations if name in _ABOVE for cell in cells
                     if cell.iri in names]
        for entry in entries
    }  # fmt: skip
    return hierarchy(above) if any(above.values()) else ()


def _labels(
    graph: KnowledgeGraph,
    said: Mapping[str, _About],
    uses: Mapping[str, tuple[int, Term | None]],
    language: Language,
) -> dict[str, Literal]:
    """Give what to call everything that is mentioned; shapes stand in no graph that labels are taken from."""
    values = (value for about in said.values() for name in _RELATIONS for value in about.get(name, ()))
    examples = (example for _, example in uses.values())
    iris = {each.value for each in (*values, *examples) if isinstance(each, NamedNode)}
    own = {iri: label for iri, about in said.items() for label in _in(language, about, _NAMES)}
    return {**own, **graph.labels(iris, language)}


def _in(language: Language, about: _About, names: Sequence[str]) -> Iterable[Literal]:
    found = (each for name in names for each in about.get(name, ()))
    return (each for each in found if isinstance(each, Literal) and each.language == language)


def _entry(
    iri: str,
    about: _About,
    labels: Mapping[str, Literal],
    used: tuple[int, Term | None] | None,
    language: Language,
) -> Entry:
    relations = ((each, tuple(_shown(value, labels) for value in about[each])) for each in _RELATIONS if each in about)
    count, example = used or (None, None)
    return Entry(
        iri,
        iri.removeprefix(PREFIXES["mithaq"]).removeprefix(PREFIXES["shape"]),
        _texts(about, _NAMES, language),
        _texts(about, _DEFINITIONS, language),
        tuple((each, tuple(cell for cell in cells if cell)) for each, cells in relations if any(cells)),
        count,
        cell_of(example, labels) if isinstance(example, NamedNode) else None,
    )


def _shown(value: Term, labels: Mapping[str, Literal]) -> Cell | None:
    """Show a term; nodes without a name of their own say nothing to readers."""
    named = isinstance(value, NamedNode) and "/.well-known/genid/" not in value.value
    return cell_of(value, labels) if named else None


def _texts(about: _About, names: Sequence[str], language: Language) -> tuple[Cell, ...]:
    """Give the texts that a term has, those in the language of the reader first."""
    found = (each for name in names for each in about.get(name, ()) if isinstance(each, Literal))
    cells = dict.fromkeys(Cell(each.value, each.language, direction_of(each.value)) for each in found)
    return tuple(sorted(cells, key=lambda cell: cell.language != language))
