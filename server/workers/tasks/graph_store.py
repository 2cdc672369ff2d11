"""The tasks of the graph store: reading a graph, and changing one in a plain store."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar, Final, Literal, TypeAlias

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from mithaq.graph import Change as QuadChange
from mithaq.graph import ParseError, PlainGraph, PlainWriter, Revision, syntax_named

from ...amending import named_quads
from ...problems import Problem, ProblemError, bad_request
from ...sparql_tokens import tokens_of
from .amendments import Amendment
from .records import Head, Inquiry, as_stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mithaq.graph import KnowledgeGraph

    from ...media_types import Choice
    from .records import Outlet, Readable

Change: TypeAlias = Literal["put", "post", "delete"]
ALL: Final = "*"
"""Stands for the whole dataset where a graph is named; no IRI reads so."""


@dataclass(frozen=True)
class Payload:
    """RDF that came in: the name of its syntax, and its bytes."""

    syntax: str
    data: bytes
    name: str = "<body>"

    def read(self, base: str | None, *, with_graphs: bool = False) -> Iterator[Quad]:
        """Read its quads; raises ParseError with the place of the fault."""
        try:
            yield from parse(
                self.data, format=syntax_named(self.syntax).format, base_iri=base, without_named_graphs=not with_graphs,
                rename_blank_nodes=True,
            )  # fmt: skip
        except SyntaxError as error:
            raise ParseError(self.name, error.msg, line=error.lineno, column=error.offset) from error
        except ValueError as error:
            raise bad_request(str(error)) from error


@dataclass(frozen=True)
class GraphReading:
    """Write one graph: the named one, the default one where none is named, or ALL of them."""

    kind: ClassVar[str] = "graph"
    name: str | None
    choice: Choice

    def answer(self, graph: Readable, outlet: Outlet) -> None:
        """Write the graph; raises ProblemError where there is none of that name."""
        if self.name not in {None, ALL} and not is_there(graph, str(self.name)):
            raise no_such_graph(str(self.name))
        outlet.begin(Head(self.choice.content_type))
        if self.name == ALL:
            graph.export(as_stream(outlet), format=self.choice.format.name)
            return
        pattern = "?s ?p ?o" if self.name is None else f"GRAPH <{self.name}> {{ ?s ?p ?o }}"
        result = graph.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}")
        result.write(as_stream(outlet), self.choice.format.name)


@dataclass(frozen=True)
class GraphChanged:
    """What became of a graph: whether it was made, and what the store is then."""

    made: bool
    revision: Revision


@dataclass(frozen=True)
class PlainGraphChange(Inquiry[PlainWriter, GraphChanged]):
    """Replace, extend or remove one graph of a plain store, the default one where none is named, or ALL of them."""

    kind: ClassVar[str] = "graph-change"
    change: Change
    name: str | None
    payloads: tuple[Payload, ...] = ()
    base: str | None = None

    def find(self, graph: PlainWriter) -> GraphChanged:
        """Change it as a whole or not at all; raises ParseError, and ProblemError where there is nothing to remove."""
        named = self.name not in {None, ALL}
        there = not named or graph.quads.contains_named_graph(NamedNode(str(self.name)))
        if self.change == "delete" and not there:
            raise no_such_graph(str(self.name))
        empty = not len(graph.quads) and next(graph.quads.named_graphs(), None) is None
        graph.update(" ;\n".join(self._operations(replacing=there and not empty)))
        return GraphChanged(not there, graph.revision)

    def _operations(self, *, replacing: bool) -> Iterator[str]:
        """Give the operations; as few as may be, since one alone costs the store half of what several do."""
        target = {None: "DEFAULT", ALL: "ALL"}.get(self.name, f"GRAPH <{self.name}>")
        quads = [quad for payload in self.payloads for quad in payload.read(self.base, with_graphs=self.name == ALL)]
        if self.change != "post" and replacing:
            yield f"DROP SILENT {target}"
        if quads:
            yield _insertion(quads, self.name)
        elif self.change != "delete" and target.startswith("GRAPH"):
            yield f"CREATE SILENT {target}"


@dataclass(frozen=True)
class GraphAmendment(Amendment):
    """Replace, extend or remove one graph, or extend ALL of them, if what comes of it conforms."""

    kind: ClassVar[str] = "graph-change"
    way: Change = "post"
    name: str | None = None
    payloads: tuple[Payload, ...] = ()
    base: str | None = None

    def done_status(self, graph: KnowledgeGraph) -> HTTPStatus:
        """Tell whether the graph is made."""
        there = self.name == ALL or is_there(graph, str(self.name))
        return HTTPStatus.NO_CONTENT if there else HTTPStatus.CREATED

    def change_of(self, graph: KnowledgeGraph) -> QuadChange:
        """Work out what it changes; raises ParseError, and ProblemError where there is nothing to remove."""
        if self.way == "delete" and not is_there(graph, str(self.name)):
            raise no_such_graph(str(self.name))
        quads = (quad for payload in self.payloads for quad in payload.read(self.base, with_graphs=self.name == ALL))
        added = frozenset(named_quads(quad if self.name == ALL else _placed(quad, str(self.name)) for quad in quads))
        removed = _quads_of(graph, str(self.name)) if self.way != "post" else frozenset()
        return QuadChange(added, removed - added)


def _placed(quad: Quad, name: str) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, NamedNode(name))


def _quads_of(graph: KnowledgeGraph, name: str) -> frozenset[Quad]:
    rows = graph.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}").triples()
    return frozenset(Quad(each.subject, each.predicate, each.object, NamedNode(name)) for each in rows)


def is_there(graph: Readable, name: str) -> bool:
    """Tell whether a store has a graph of a name."""
    if isinstance(graph, PlainGraph):
        return graph.quads.contains_named_graph(NamedNode(name))
    return bool(graph.query(f"ASK {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"))


def no_such_graph(name: str) -> ProblemError:
    """Say that there is no graph of a name."""
    return ProblemError(Problem(HTTPStatus.NOT_FOUND, "unknown-graph", "No such graph", f"There is no graph <{name}>."))


def _insertion(quads: Sequence[Quad], name: str | None) -> str:
    """Write the operation that inserts quads into one graph, or where ALL is meant each into its own."""
    graphs: dict[str, list[Triple]] = {}
    for quad in quads:
        own = str(quad.graph_name) if name == ALL else f"<{name}>" if name else "DEFAULT"
        graphs.setdefault(own, []).append(quad.triple)
    data = "\n".join(_block(graph, triples) for graph, triples in graphs.items())
    nameless = {graph for graph in graphs if graph.startswith("_:")}
    return f"INSERT DATA {{ {data} }}" if not nameless else _insertion_with_nameless_graphs(data)


def _block(graph: str, triples: Sequence[Triple]) -> str:
    data = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
    return data if graph == "DEFAULT" else f"GRAPH {graph} {{ {data} }}"


def _insertion_with_nameless_graphs(data: str) -> str:
    """Insert into graphs that blank nodes name, which INSERT DATA cannot: each blank node is made and bound."""
    labels = sorted({token.text for token in tokens_of(data) if token.kind == "name" and token.text.startswith("_:")})
    variables = {label: f"?b{number}" for number, label in enumerate(labels)}
    parts, end = [], 0
    for token in tokens_of(data):
        if token.text in variables:
            parts += [data[end : token.begin], variables[token.text]]
            end = token.end
    bindings = " ".join(f"BIND(BNODE() AS {variable})" for variable in variables.values())
    return f"INSERT {{ {''.join(parts)}{data[end:]} }} WHERE {{ {bindings} }}"
