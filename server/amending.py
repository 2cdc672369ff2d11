"""What a SPARQL update would change of the knowledge graph, worked out without writing.

Oxigraph does each part itself, on a store in memory that is empty otherwise: what INSERT DATA inserts there is what
it says; what DELETE DATA deletes is what the same text inserts; and a template with the rows of its pattern, as VALUES,
gives what it instantiates to. So the meaning of an update stays the store's own.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad

from mithaq.graph import Change, parse_facts_bytes, quads_inserted

from .problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mithaq.graph import Asking, KnowledgeGraph, Term

    from .update_texts import Operation, UpdateText

_ROWS_AT_ONCE: Final = 5_000
_ADVICE: Final = (
    "The default graph is the merge of the named graphs and follows from them. "
    "Name the graph: that of the span whose words say it, as in GRAPH <…#char=0,42> { … }, or GRAPH ?g { … }."
)


@dataclass
class _Draft:
    """The change so far; later operations see what earlier ones did."""

    graph: KnowledgeGraph
    added: set[Quad] = field(default_factory=set)
    removed: set[Quad] = field(default_factory=set)

    def take(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Take out quads, then put in others (SPARQL 1.1 Update, 3.1.3)."""
        removed, added = set(removed), set(added)
        self.removed = (self.removed | removed) - added
        self.added = (self.added - removed) | added

    @contextmanager
    def asked(self) -> Iterator[Asking]:
        """Give what answers queries from the graph as it is by now, but for what follows from the change."""
        if not (self.added or self.removed):
            yield self.graph.query
            return
        self.added = set(named_quads(self.added))  # a row cannot name what has no name
        with self.graph.supposing(Change(frozenset(self.added), frozenset(self.removed))) as asking:
            yield asking

    def quads_of(self, name: NamedNode) -> set[Quad]:
        """Give what a graph holds by now."""
        triples = self.graph.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}").triples()
        there = {Quad(each.subject, each.predicate, each.object, name) for each in triples}
        return (there - self.removed) | {quad for quad in self.added if quad.graph_name == name}


@dataclass(frozen=True)
class Reading:
    """How an update is read: its base, the dataset of its request, and how many rows a pattern may give."""

    base: str | None
    graphs: Sequence[str]
    named: Sequence[str]
    most_rows: int


def worked_out(update: UpdateText, graph: KnowledgeGraph, reading: Reading) -> Change:
    """Work out the change; raises ProblemError where an update cannot be carried out here, and QueryError."""
    draft = _Draft(graph)
    for operation in update.operations:
        _take(operation, draft, reading)
    if any(not isinstance(quad.graph_name, NamedNode) for quad in draft.added | draft.removed):
        raise _refused("default-graph", "The default graph is not written", _ADVICE)
    return Change(frozenset(named_quads(draft.added)), frozenset(draft.removed))


def named_quads(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Name blank nodes by what is said of them, and settle literals, as in all facts; raises ParseError."""
    lines = "\n".join(f"{quad} ." for quad in quads)
    return (statement.quad for statement in parse_facts_bytes(lines.encode(), "nquads", "<body>").statements)


def _take(operation: Operation, draft: _Draft, reading: Reading) -> None:
    words = operation.words
    if operation.asks:
        _take_asking(operation, draft, reading)
    elif words[:2] == ("INSERT", "DATA"):
        draft.take((), _inserted(operation, operation.source, reading))
    elif words[:2] == ("DELETE", "DATA"):
        draft.take(_inserted(operation, f"INSERT DATA {operation.blocks()['DATA']}", reading), ())
    elif words[0] in {"CLEAR", "DROP"}:
        draft.take(draft.quads_of(_graphs_named_by(operation, reading)[0]), ())
    elif words[0] in {"COPY", "MOVE", "ADD"}:
        _take_transfer(operation, draft, reading)


def _take_transfer(operation: Operation, draft: _Draft, reading: Reading) -> None:
    source, target = _graphs_named_by(operation, reading)
    if source == target:
        return
    moved = {Quad(quad.subject, quad.predicate, quad.object, target) for quad in draft.quads_of(source)}
    replaced = draft.quads_of(target) if operation.words[0] != "ADD" else set()
    gone = draft.quads_of(source) if operation.words[0] == "MOVE" else set()
    draft.take(replaced | gone, moved)


def _graphs_named_by(operation: Operation, reading: Reading) -> list[NamedNode]:
    """Resolve the graphs that an operation on whole graphs names; raises ProblemError where it does not name them."""
    if {"DEFAULT", "NAMED", "ALL"} & set(operation.words):
        raise _refused("default-graph", "Name the graphs", f"All graphs at once cannot be changed here. {_ADVICE}")
    names = [token.text for token in operation.outside() if token.kind in {"iri", "name"}]
    return [_resolved(operation, name, reading) for name in names]


def _resolved(operation: Operation, name: str, reading: Reading) -> NamedNode:
    (quad,) = _inserted(operation, f"INSERT DATA {{ <urn:x> <urn:x> {name} }}", reading)
    assert isinstance(quad.object, NamedNode)  # noqa: S101 - the parser has seen it as the name of a graph
    return quad.object


def _take_asking(operation: Operation, draft: _Draft, reading: Reading) -> None:
    blocks = operation.blocks()
    pattern = blocks.get("WHERE", "{}")
    deleted = pattern if operation.deletes_its_pattern else blocks.get("DELETE")
    with draft.asked() as asking:
        names, rows = _rows(operation, pattern, asking, reading)
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for begin in range(0, len(rows), _ROWS_AT_ONCE):
        values = _values(names, rows[begin : begin + _ROWS_AT_ONCE])
        removed |= _instantiated(operation, deleted, values, reading)
        added |= _instantiated(operation, blocks.get("INSERT"), values, reading)
    draft.take(removed, added)


def _rows(
    operation: Operation, pattern: str, asking: Asking, reading: Reading
) -> tuple[tuple[str, ...], list[tuple[Term | None, ...]]]:
    """Ask the pattern, with the dataset that the operation or the request names."""
    using = re.sub(r"\busing\b", "FROM", operation.names_after("USING"), flags=re.IGNORECASE)
    if using and (reading.graphs or reading.named):
        raise _refused("bad-request", "Two datasets", "The update names its dataset by USING, and so does the request.")
    with_graph = [_resolved(operation, name, reading).value for name in _with_names(operation) if not using]
    given = bool(reading.graphs or reading.named)
    result = asking(
        f"{operation.prologue}\nSELECT * {using} WHERE {pattern}",
        default_graphs=reading.graphs if given else with_graph or None,
        named_graphs=reading.named if given else None,
        base=reading.base,
    )
    rows = []
    for row in result.rows():
        rows.append(row)
        if len(rows) > reading.most_rows:
            detail = f"Its WHERE gives more than {reading.most_rows} rows. Change less at once."
            raise _refused("update-too-large", "Too large an update", detail)
    return result.variables, rows


def _with_names(operation: Operation) -> list[str]:
    return [token.text for token in operation.tokens[1:2] if operation.words[0] == "WITH"]


def _values(names: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> str:
    lines = (" ".join("UNDEF" if term is None else str(term) for term in row) for row in rows)
    variables = " ".join(f"?{name}" for name in names)
    return f"VALUES ({variables}) {{ {' '.join(f'({line})' for line in lines)} }}"


def _instantiated(operation: Operation, template: str | None, values: str, reading: Reading) -> set[Quad]:
    if template is None:
        return set()
    graph = " ".join(f"WITH {name}" for name in _with_names(operation))
    return _inserted(operation, f"{graph} INSERT {template} WHERE {{ {values} }}", reading)


def _inserted(operation: Operation, text: str, reading: Reading) -> set[Quad]:
    """Give what an operation inserts into an empty store."""
    return set(quads_inserted(f"{operation.prologue}\n{text}", base=reading.base))


def _refused(kind: str, title: str, detail: str) -> ProblemError:
    return ProblemError(Problem(HTTPStatus.BAD_REQUEST, kind, title, detail))
