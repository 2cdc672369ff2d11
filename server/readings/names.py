"""The names of all that the graph speaks of, to be searched as somebody types."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from mithaq.graph import compact, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mithaq.graph import KnowledgeGraph, Language

_ALL: Final = """SELECT ?thing ?label ?rank WHERE {
  VALUES (?property ?rank) {
    (skos:prefLabel 0) (rdfs:label 1) (mithaq:titleAsReported 2) (mithaq:officeTitle 2) (mithaq:name 3)
    (skos:altLabel 4)
  }
  ?thing ?property ?label
  FILTER(!STRSTARTS(STR(?thing), STR(article:)) && !STRSTARTS(STR(?thing), STR(shape:)))
}"""
_KINDS: Final = """SELECT ?thing ?kind WHERE {
  GRAPH ?graph { ?thing a ?kind } FILTER(?graph NOT IN (<https://w3id.org/mithaq/graph/inferred>))
}"""
_TERM_KINDS: Final = ("owl:Class", "rdfs:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "rdf:Property")


@dataclass(frozen=True)
class Name:
    """What one thing is called: the best label in each language, all that it can be found by, and what it is."""

    iri: str
    labels: Mapping[str, str]
    keys: tuple[str, ...]
    kind: str | None = None
    term: bool = False

    def label(self, language: Language) -> tuple[str, str]:
        """Give the label and the language that it is in."""
        found = language if language in self.labels else next(iter(self.labels), "")
        return (self.labels[found], found) if found else (compact(self.iri), "")


@dataclass
class _Collected:
    labels: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    keys: dict[str, None] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)


def names_of(graph: KnowledgeGraph) -> tuple[Name, ...]:
    """Collect the names of everything in a graph that has one, in the order of IRIs."""
    found: dict[str, _Collected] = {}
    for thing, label, rank in graph.query(_ALL).rows():
        if isinstance(thing, NamedNode) and isinstance(label, Literal) and isinstance(rank, Literal):
            _take(found.setdefault(thing.value, _Collected()), label, int(rank.value))
    for thing, kind in graph.query(_KINDS).rows():
        if isinstance(thing, NamedNode) and isinstance(kind, NamedNode) and thing.value in found:
            found[thing.value].kinds.add(kind.value)
    return tuple(_name(iri, found[iri]) for iri in sorted(found))


def search(names: Iterable[Name], text: str, most: int, *, terms: bool = False) -> list[Name]:
    """Find the names that hold all words of a text, in any spelling; those that begin with it come first."""
    sought = search_key(text)
    if not sought:
        return []
    ranked = ((_rank(name, sought, sought.split()), name) for name in names if terms or not name.term)
    fitting = [(rank, name.iri, name) for rank, name in ranked if rank is not None]
    return [name for _, _, name in heapq.nsmallest(most, fitting, key=lambda each: each[:2])]


def _take(collected: _Collected, label: Literal, rank: int) -> None:
    language = (label.language or "").partition("-")[0]
    best = (rank, len(label.value), label.value)
    if language and (language not in collected.labels or best < collected.labels[language]):
        collected.labels[language] = best
    collected.keys.setdefault(search_key(label.value))


def _name(iri: str, collected: _Collected) -> Name:
    labels = {language: best[2] for language, best in sorted(collected.labels.items())}
    short = compact(iri)
    keys = (*collected.keys, search_key(short.partition(":")[2] or short))
    kinds = sorted(collected.kinds)
    term = any(compact(kind) in _TERM_KINDS for kind in kinds)
    own = [kind for kind in kinds if compact(kind).startswith("mithaq:")]
    return Name(iri, labels, keys, next(iter([*own, *kinds]), None), term)


def _rank(name: Name, sought: str, words: list[str]) -> tuple[int, int] | None:
    """Rank how well a name fits, the lower the better: all of it, its beginning, a word's beginning, any part."""
    ranks = [(_closeness(key, sought), len(key)) for key in name.keys if all(word in key for word in words)]
    return min(ranks, default=None)


def _closeness(key: str, sought: str) -> int:
    if key == sought:
        return 0
    if key.startswith(sought):
        return 1
    return 2 if f" {sought}" in key else 3
