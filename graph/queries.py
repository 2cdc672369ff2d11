"""Queries: SPARQL against an open store, with the project's prefixes, errors that tell the place, and no way out."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable
from contextlib import contextmanager, suppress
from itertools import islice
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Final, Literal, TypeAlias

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    serialize,
)

from .errors import FormatError, MithaqError, QueryError, QueryFailedError, ServiceRefusedError
from .formats import SYNTAXES, syntax_named
from .namespaces import PREFIXES
from .query_faults import syntax_error, update_syntax_error
from .result_sets import write_solutions, write_truth
from .terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Kind: TypeAlias = Literal["solutions", "boolean", "graph"]
Row: TypeAlias = tuple[Term | None, ...]

_RESULT_SYNTAXES: Final = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
RESULT_FORMATS: Final = (*_RESULT_SYNTAXES, "turtle")
GRAPH_FORMATS: Final = tuple(syntax.name for syntax in SYNTAXES)
_KINDS: Final[dict[type, Kind]] = {QuerySolutions: "solutions", QueryBoolean: "boolean", QueryTriples: "graph"}

_UNICODE_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

# SERVICE is always followed by a variable, an IRI or a prefixed name, and then by a brace. To look for just that,
# wherever it stands, refuses a string that happens to read so, and lets nothing through that the parser takes for it.
_SPACE: Final = r"(?:[ \t\r\n]|#[^\r\n]*[\r\n])*"
_NAME: Final = r"(?:[?$][^ \t\r\n{}]+|<[^ \t\r\n{}]*|[^ \t\r\n{}]*:[^ \t\r\n{}]*)"
_SERVICE: Final = re.compile(rf"service{_SPACE}(?:silent{_SPACE})?{_NAME}{_SPACE}\{{", re.IGNORECASE)


class QueryResult:
    """The result of one query: go through it or write it, once, in the thread that asked.

    `kind` is "solutions" (rows of terms, None where unbound), "boolean", or "graph" (triples).
    """

    def __init__(
        self, answer: QuerySolutions | QueryBoolean | QueryTriples, prefixes: Mapping[str, str] = PREFIXES
    ) -> None:
        self._prefixes = prefixes
        self._answer: QuerySolutions | QueryBoolean | QueryTriples | None = answer
        self._thread = threading.get_ident()
        self._truth = bool(answer) if isinstance(answer, QueryBoolean) else True
        self._kind: Kind = _KINDS[type(answer)]
        self._variables = answer.variables if isinstance(answer, QuerySolutions) else []

    @property
    def kind(self) -> Kind:
        """What the query gave."""
        return self._kind

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns, without question marks; none for a boolean or a graph."""
        return tuple(variable.value for variable in self._variables)

    @property
    def formats(self) -> tuple[str, ...]:
        """The names of the formats that this kind of result can be written in."""
        return GRAPH_FORMATS if self.kind == "graph" else RESULT_FORMATS

    def __bool__(self) -> bool:
        """Give the answer to an ASK query; any other result is true."""
        return self._truth

    def __iter__(self) -> Iterator[Row | Triple]:
        """Go through the rows or triples; a boolean has none."""
        answer = self._taken()
        if isinstance(answer, QueryBoolean):
            return
        with _failures_told():
            for each in answer:
                yield each if isinstance(each, Triple) else tuple(each)

    def rows(self) -> Iterator[Row]:
        """Go through the rows of solutions."""
        return (row for row in self if not isinstance(row, Triple))

    def triples(self) -> Iterator[Triple]:
        """Go through the triples of a graph."""
        return (triple for triple in self if isinstance(triple, Triple))

    def serialize(self, format: str) -> bytes:  # noqa: A002 - the word of the field
        """Give the whole result in a format; raises FormatError where it does not fit this kind of result."""
        stream = io.BytesIO()
        self.write(stream, format)
        return stream.getvalue()

    def write(self, stream: IO[bytes], format: str, *, most_triples: int | None = None) -> bool:  # noqa: A002
        """Write the result to a stream as it comes; raises FormatError where the format does not fit.

        Of a graph no more triples are written than is said; whether that was all of them comes back.
        """
        syntax = syntax_named(format) if self.kind == "graph" else None
        if syntax is None and format not in RESULT_FORMATS:
            raise FormatError(format, self.formats)
        answer = self._taken()
        with _failures_told():
            if syntax is not None and isinstance(answer, QueryTriples):
                triples = answer if most_triples is None else islice(answer, most_triples)
                serialize(triples, stream, syntax.format, prefixes=dict(self._prefixes))
                return most_triples is None or next(answer, None) is None
            if isinstance(answer, QueryBoolean | QuerySolutions):
                _write_result(answer, stream, format)
        return True

    def _taken(self) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Hand out the engine's answer, once: kept longer it might be freed in a thread that must not touch it."""
        if threading.get_ident() != self._thread:
            raise MithaqError("a query result can be used only in the thread that asked the query")
        if self._answer is None:
            raise MithaqError("a query result can be read only once; ask the query again")
        answer, self._answer = self._answer, None
        return answer


def _write_result(answer: QuerySolutions | QueryBoolean, stream: IO[bytes], format_name: str) -> None:
    if format_name in _RESULT_SYNTAXES:
        answer.serialize(stream, _RESULT_SYNTAXES[format_name])
    elif isinstance(answer, QueryBoolean):
        write_truth(stream, truth=bool(answer))
    else:
        write_solutions(stream, [variable.value for variable in answer.variables], (tuple(row) for row in answer))


Asking: TypeAlias = Callable[..., QueryResult]
"""What answers queries, as the function below without the store."""


def query(
    store: Store,
    text: str,
    *,
    default_graphs: Sequence[str] | None = None,
    named_graphs: Sequence[str] | None = None,
    prefixes: Mapping[str, str] = PREFIXES,
    base: str | None = None,
) -> QueryResult:
    """Ask a query; the given prefixes need no declaration.

    Raises QuerySyntaxError with its place, ServiceRefusedError, QueryFailedError, or QueryError for a graph's name.
    """
    refuse_service(text)
    _require_iris((*(default_graphs or ()), *(named_graphs or ())))
    try:
        with _failures_told():
            answer = store.query(
                text,
                base_iri=base,
                prefixes={name: iri for name, iri in prefixes.items() if f"{name}:" in text},
                default_graph=None if default_graphs is None else [NamedNode(name) for name in default_graphs],
                named_graphs=None if named_graphs is None else [NamedNode(name) for name in named_graphs],
            )
    except SyntaxError as error:
        raise syntax_error(text, str(error), prefixes) from error
    return QueryResult(answer, prefixes)


def update(
    store: Store, text: str, *, base: str | None = None, prefixes: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Carry out an update, whole or not at all; raises QuerySyntaxError, ServiceRefusedError, QueryFailedError.

    Whoever calls this has seen to it that the text holds no LOAD.
    """
    refuse_service(text)
    try:
        with _failures_told():
            store.update(text, base_iri=base, prefixes=dict(prefixes))
    except SyntaxError as error:
        raise update_syntax_error(text, str(error)) from error


def judge_update(text: str, *, base: str | None = None, prefixes: Mapping[str, str] = MappingProxyType({})) -> None:
    """Raise QuerySyntaxError where an update does not parse, and ServiceRefusedError; it changes nothing."""
    with suppress(QueryFailedError):  # the empty store that it is tried on may lack what it names
        update(Store(), text, base=base, prefixes=prefixes)


def quads_inserted(text: str, *, base: str | None = None, prefixes: Mapping[str, str] = PREFIXES) -> frozenset[Quad]:
    """Give what an update inserts into an empty store; raises as above."""
    scratch = Store()
    update(scratch, text, base=base, prefixes=prefixes)
    return frozenset(scratch)


def _require_iris(names: Iterable[str]) -> None:
    for name in names:
        try:
            NamedNode(name)
        except ValueError as error:
            raise QueryError(f"a graph of the dataset is named {name!r}, which is no IRI: {error}") from error


def refuse_service(text: str) -> None:
    """Raise ServiceRefusedError where a query would send a request to another machine.

    >>> refuse_service("SELECT * { ?service ?p ?o }")
    >>> refuse_service("SELECT * { service<http://example.org/>{ ?s ?p ?o } }")
    Traceback (most recent call last):
    ...
    mithaq.graph.errors.ServiceRefusedError: line 1, column 12: SERVICE is not allowed: ...
    """
    for reading in (text, _UNICODE_ESCAPE.sub(_unescaped, text)) if "\\" in text else (text,):
        if found := _SERVICE.search(reading):
            before = reading[: found.start()]
            raise ServiceRefusedError(
                "SERVICE is not allowed: queries are answered from this graph alone",
                line=before.count("\n") + 1,
                column=found.start() - before.rfind("\n"),
            )


def _unescaped(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else escape[0]  # noqa: PLR2004 - the last code point


@contextmanager
def _failures_told() -> Iterator[None]:
    """Turn what the engine raises while it runs into an error of ours; a reader who went away is none."""
    try:
        yield
    except ConnectionError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryFailedError(f"the query broke off: {error}") from error
