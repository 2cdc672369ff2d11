"""What the page of a thing tells: its names and kinds, its sections, and each statement with the words behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from mithaq.graph import PREFIXES, compact

from ..iris import GRAPHS, node_of, unknown
from ..result_tables import Cell, cell_of, labels_of
from .sections import SectionTable, fill
from .statements import statements_about, statements_with

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from mithaq.graph import KnowledgeGraph, Language

    from .sections import Section
    from .statements import Statements

_NAMING: Final = frozenset({"skos:prefLabel", "skos:altLabel", "rdfs:label", "mithaq:name"})
_INFERRED: Final = GRAPHS + "inferred"
_TYPE: Final = PREFIXES["rdf"] + "type"


@dataclass(frozen=True)
class Ground:
    """Where a statement stands: the words of an article and who says them, or another graph."""

    graph: str
    words: str | None = None
    said_by: tuple[Cell, ...] = ()
    relayed_by: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Value:
    """One value of a property (or one thing whose value this is), as term and as shown, and where that stands."""

    term: str
    cell: Cell
    grounds: tuple[Ground, ...]
    inferred: bool


@dataclass(frozen=True)
class Property:
    """A property with its values, or with some of those that there are."""

    iri: str
    cell: Cell
    values: tuple[Value, ...]
    cut: bool = False


@dataclass(frozen=True)
class EntityReading:
    """All that the page of one thing tells."""

    iri: str
    title: Cell
    kinds: tuple[Cell, ...]
    names: tuple[Cell, ...]
    sections: tuple[SectionTable, ...]
    stated: tuple[Property, ...]
    inferred: tuple[Property, ...]
    mentions: tuple[Property, ...]


def read_entity(graph: KnowledgeGraph, iri: str, language: Language, sections: Sequence[Section]) -> EntityReading:
    """Read what the page of a thing tells; raises ProblemError where the graph says nothing of it."""
    node = node_of(iri)
    (said, cut), (mentions, cut_mentions) = statements_about(graph, node), statements_with(graph, node)
    if not said and not mentions:
        raise unknown(iri)
    labels = labels_of(graph, _iris(node, said, mentions), language)
    kinds = {value.value for (name, value) in said if name == _TYPE and isinstance(value, NamedNode)}
    tables = [fill(each, graph, language, node) for each in sections if each.kind in kinds]
    shown = _properties(said, labels, cut)
    return EntityReading(
        iri,
        cell_of(node, labels) or Cell(compact(iri)),
        _kinds(said, labels),
        tuple(dict.fromkeys(each.cell for name in shown if compact(name.iri) in _NAMING for each in name.values)),
        tuple(table for table in tables if table.rows),
        _only(shown, inferred=False),
        _only(shown, inferred=True),
        _properties(mentions, labels, cut_mentions),
    )


def _iris(node: NamedNode, *statements: Statements) -> list[str]:
    found = [node.value]
    for each in statements:
        for (name, value), said in each.items():
            found += [name, *([value.value] if isinstance(value, NamedNode) else [])]
            found += [iri for _, speakers, relays in said.grounds.values() for iri in (*speakers, *relays)]
    return found


def _kinds(said: Statements, labels: Mapping[str, Literal]) -> tuple[Cell, ...]:
    """Give the classes that are stated; the inferred ones only where none is."""
    kinds = {value: _INFERRED in found.grounds for (name, value), found in said.items() if name == _TYPE}
    stated = [kind for kind, inferred in kinds.items() if not inferred] or list(kinds)
    return tuple(cell for kind in sorted(stated, key=str) if (cell := cell_of(kind, labels)))


def _properties(said: Statements, labels: Mapping[str, Literal], cut: Container[str]) -> tuple[Property, ...]:
    values: dict[str, list[Value]] = {}
    for (name, term), found in said.items():
        cell = cell_of(term, labels)
        if cell is not None:
            grounds = tuple(_ground(graph, *each, labels) for graph, each in sorted(found.grounds.items()))
            values.setdefault(name, []).append(Value(str(term), cell, grounds, _INFERRED in found.grounds))
    shown = ((name, cell_of(NamedNode(name), labels) or Cell(compact(name))) for name in values)
    ordered = sorted(shown, key=lambda each: (each[1].note is None, each[1].text))  # what has no label comes last
    return tuple(
        Property(name, cell, tuple(sorted(values[name], key=lambda value: (value.cell.text, value.term))), name in cut)
        for name, cell in ordered
    )


def _ground(
    graph: str, words: str | None, speakers: Iterable[str], relays: Iterable[str], labels: Mapping[str, Literal]
) -> Ground:
    said_by, relayed_by = (
        tuple(cell for iri in iris if (cell := cell_of(NamedNode(iri), labels))) for iris in (speakers, relays)
    )
    return Ground(graph, words, said_by, relayed_by)


def _only(properties: Iterable[Property], *, inferred: bool) -> tuple[Property, ...]:
    """Keep what is inferred, or what is stated; names and kinds stand at the head of the page."""
    kept = (
        Property(each.iri, each.cell, tuple(value for value in each.values if value.inferred == inferred), each.cut)
        for each in properties
        if compact(each.iri) not in _NAMING and (inferred or each.iri != _TYPE)
    )
    return tuple(each for each in kept if each.values)
