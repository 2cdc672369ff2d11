"""Tasks about single things: what the graph says of an entity, an article with its spans, a named graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pyoxigraph import NamedNode, Quad, Triple, serialize

from mithaq.graph import PREFIXES, KnowledgeGraph, NotInGraphError, describe_rule, syntax_named

from ...iris import GRAPHS, RULES, node_of, unknown
from .records import Head, Inquiry, as_stream

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mithaq.graph import Language

    from ...media_types import Choice
    from .records import Outlet, Readable

MOST_STATEMENTS: Final = 10_000
"""How much a document says of one thing: a concept that a million things refer to would fill a book."""

_REVISION: Final = NamedNode(GRAPHS + "revision")
"""What the store notes of itself."""

_SPANS: Final = """SELECT ?span {{
  GRAPH {article} {{ ?span mithaq:inArticle {article} }}
  FILTER EXISTS {{ GRAPH ?span {{ ?subject ?predicate ?object }} }}
}} ORDER BY ?span"""
_SAID_OF: Final = "SELECT ?graph ?predicate ?object {{ GRAPH ?graph {{ {node} ?predicate ?object }} }} LIMIT {most}"
_SAID_WITH: Final = "SELECT ?graph ?subject ?predicate {{ GRAPH ?graph {{ ?subject ?predicate {node} }} }} LIMIT {most}"


@dataclass(frozen=True)
class DescribeEntity:
    """All statements about one thing, each in the graph that states it where the format holds graphs."""

    kind: ClassVar[str] = "describe"
    iri: str
    choice: Choice

    def answer(self, graph: Readable, outlet: Outlet) -> None:
        """Write the statements; says so in a header where they are not all; raises ProblemError."""
        quads, whole = statements_about(graph, self.iri)
        headers = {} if whole else {"Mithaq-Truncated": f"statements={MOST_STATEMENTS}"}
        outlet.begin(Head(self.choice.content_type, headers))
        outlet.write(_written(quads, self.choice.format.name))


@dataclass(frozen=True)
class DescribeArticle:
    """An article with its spans, and what the spans state."""

    kind: ClassVar[str] = "describe"
    iri: str
    choice: Choice

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Write the graphs of the article; raises NotInGraphError."""
        graphs = graphs_of_article(graph, self.iri)
        outlet.begin(Head(self.choice.content_type))
        graph.export(as_stream(outlet), format=self.choice.format.name, graphs=graphs)


@dataclass(frozen=True)
class GiveGraph:
    """One named graph."""

    kind: ClassVar[str] = "describe"
    iri: str
    choice: Choice

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Write the graph; raises UnknownGraphError."""
        outlet.begin(Head(self.choice.content_type))
        graph.export(as_stream(outlet), format=self.choice.format.name, graphs=[self.iri])


@dataclass(frozen=True)
class DescribeRule:
    """A rule that findings name."""

    kind: ClassVar[str] = "describe"
    name: str
    choice: Choice

    def answer(self, graph: Readable, outlet: Outlet) -> None:  # noqa: ARG002 - rules are the same for every graph
        """Write what the rule says; raises ProblemError where there is none of this name."""
        triples = describe_rule(self.name)
        if not triples:
            raise unknown(f"{RULES}{self.name}")
        outlet.begin(Head(self.choice.content_type))
        outlet.write(
            serialize(triples, format=syntax_named(self.choice.format.name).format, prefixes=dict(PREFIXES)) or b""
        )


@dataclass(frozen=True)
class Label(Inquiry[KnowledgeGraph, str | None]):
    """What to call a thing in one language, if it has a name."""

    kind: ClassVar[str] = "label"
    iri: str
    language: Language

    def find(self, graph: KnowledgeGraph) -> str | None:
        """Read the label."""
        label = graph.labels([self.iri], self.language).get(self.iri)
        return label.value if label else None


def graphs_of_article(graph: KnowledgeGraph, article: str) -> list[str]:
    """Name the graph of an article, and those of its spans that state something; raises NotInGraphError."""
    node = node_of(article if "://" in article else PREFIXES["article"] + article)
    if not graph.query(f"ASK {{ GRAPH {node} {{ {node} a mithaq:Article }} }}"):
        raise NotInGraphError(article)
    spans = graph.query(_SPANS.format(article=node)).rows()
    return [node.value, *(span.value for (span,) in spans if isinstance(span, NamedNode))]


def statements_about(graph: Readable, iri: str) -> tuple[list[Quad], bool]:
    """Give the statements in which something is subject or object, and whether they are all; raises ProblemError."""
    node, most = node_of(iri), MOST_STATEMENTS + 1
    said = [Quad(node, p, o, g) for g, p, o in graph.query(_SAID_OF.format(node=node, most=most)).rows()]  # type: ignore[arg-type]
    said += [Quad(s, p, node, g) for g, s, p in graph.query(_SAID_WITH.format(node=node, most=most)).rows()]  # type: ignore[arg-type]
    quads = [quad for quad in dict.fromkeys(said) if quad.graph_name != _REVISION]
    if not quads:
        raise unknown(iri)
    return quads[:MOST_STATEMENTS], len(quads) <= MOST_STATEMENTS


def _written(quads: Iterable[Quad], format_name: str) -> bytes:
    syntax = syntax_named(format_name)
    prefixes = {prefix: namespace for prefix, namespace in PREFIXES.items() if prefix != "article"}
    statements: Iterable[Quad] | Iterable[Triple] = quads
    if not syntax.holds_graphs:
        statements = dict.fromkeys(quad.triple for quad in quads)
    return serialize(sorted(statements, key=_order), format=syntax.format, prefixes=prefixes) or b""


def _order(statement: Quad | Triple) -> tuple[str, str, bool, str]:
    graph = str(statement.graph_name) if isinstance(statement, Quad) else ""
    return graph, str(statement.subject), "#type>" not in str(statement.predicate), str(statement)
