"""Export: the graph in any syntax, the same bytes for the same graph, sorted so that people can read and compare it.

Turtle, N-Triples and RDF/XML hold one graph: the merge of the named graphs. TriG, N-Quads and JSON-LD hold the named
graphs themselves, the shapes among them, and no default graph, since that is their merge and would say all of it twice.
Literals come out as the store keeps them (`007` as `7`), so what is read back and exported again is the same.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from .errors import UnknownGraphError
from .formats import Syntax, syntax_named
from .namespaces import ARTICLES, INFERRED_GRAPH, PREFIXES, REVISION_GRAPH, SHAPES_GRAPH, TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WRITTEN_PREFIXES: Final = {prefix: iri for prefix, iri in PREFIXES.items() if iri != ARTICLES}
"""Spans read better as whole IRIs than as prefixed names full of backslashes."""


def export(
    store: Store,
    stream: IO[bytes],
    *,
    syntax: str = "turtle",
    graphs: Sequence[str] | None = None,
    inferred: bool = True,
) -> None:
    """Write the store, or the named graphs given by IRI, to a stream; raises FormatError, UnknownGraphError."""
    form = syntax_named(syntax)
    names = _graphs_to_write(store, form, graphs, inferred=inferred)
    quads = (quad for name in names for quad in store.quads_for_pattern(None, None, None, name))
    if form.holds_graphs:
        write_sorted(quads, stream, form)
    else:
        write_sorted({quad.triple for quad in quads}, stream, form)


def write_sorted(statements: Iterable[Quad] | Iterable[Triple], stream: IO[bytes], syntax: Syntax) -> None:
    """Write statements sorted by graph and subject, types first."""
    ordered = sorted(statements, key=_order)
    output: IO[bytes] = stream
    if syntax.format in (RdfFormat.TURTLE, RdfFormat.TRIG):
        output = _SortedPrefixes(stream, len(_WRITTEN_PREFIXES))  # type: ignore[assignment]
    serialize(ordered, output, syntax.format, prefixes=_WRITTEN_PREFIXES)


def _order(statement: Quad | Triple) -> tuple[str, str, bool, str, str]:
    graph = str(statement.graph_name) if isinstance(statement, Quad) else ""
    predicate = statement.predicate
    return graph, str(statement.subject), predicate != TYPE, str(predicate), str(statement.object)


def _graphs_to_write(
    store: Store, syntax: Syntax, graphs: Sequence[str] | None, *, inferred: bool
) -> list[NamedNode | DefaultGraph]:
    """Choose the graphs whose statements are written; the merge is taken as it is kept, or made of parts."""
    if graphs is not None:
        named = [_known_graph(store, name) for name in dict.fromkeys(graphs)]
        return [name for name in named if inferred or name != INFERRED_GRAPH]
    if inferred and not syntax.holds_graphs:
        return [DefaultGraph()]
    left_out = {
        REVISION_GRAPH,
        *(() if inferred else (INFERRED_GRAPH,)),
        *(() if syntax.holds_graphs else (SHAPES_GRAPH,)),
    }
    return [name for name in store.named_graphs() if isinstance(name, NamedNode) and name not in left_out]


def _known_graph(store: Store, name: str) -> NamedNode:
    try:
        node = NamedNode(name)
    except ValueError as error:
        raise UnknownGraphError(name) from error
    if not store.contains_named_graph(node):
        raise UnknownGraphError(name)
    return node


class _SortedPrefixes:
    """A stream that sorts the lines of prefixes at the beginning by prefix and passes on the rest as it comes."""

    def __init__(self, stream: IO[bytes], lines: int) -> None:
        self._stream = stream
        self._lines = lines
        self._beginning = b""

    def write(self, data: bytes) -> int:
        if self._lines:
            self._beginning += data
            self._pass_on_if_whole()
        else:
            self._stream.write(data)
        return len(data)

    def _pass_on_if_whole(self) -> None:
        *lines, rest = self._beginning.split(b"\n", maxsplit=self._lines)
        if len(lines) == self._lines:
            self._stream.write(b"".join(line + b"\n" for line in sorted(lines)) + b"\n" + rest)
            self._lines = 0

    def flush(self) -> None:
        self._stream.flush()
