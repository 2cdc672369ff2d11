"""An endpoint over HTTP: where its three operations are, and what a test asks of them."""

from __future__ import annotations

import http.client
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from pyoxigraph import Quad, QueryResultsFormat, RdfFormat, parse_query_results, serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from email.message import Message

    from pyoxigraph import QuerySolutions

_SECONDS: Final = 60
_ALL: Final = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@dataclass(frozen=True)
class Paths:
    """A service: its name in the pass table, where its operations are, and how it says that it did not carry out one.

    `not_done` are the statuses of requests that it understands, but will not or cannot carry out.
    """

    name: str
    query: str
    update: str
    data: str
    not_done: frozenset[int]


MITHAQ: Final = Paths("Mithaq", "/sparql", "/update", "/data", frozenset({403, 404, 409, 500}))
OXIGRAPH: Final = Paths("Oxigraph", "/query", "/update", "/store", frozenset({500}))


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Message
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type of the body, without parameters."""
        return (self.headers["Content-Type"] or "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The beginning of the body, to be read by a person."""
        return f"{self.status} {self.body[:300].decode(errors='replace')}"

    @property
    def succeeded(self) -> bool:
        """Whether the status says that all went well."""
        return self.status < http.client.BAD_REQUEST


class Endpoint:
    """An endpoint that is up, and a connection to it."""

    def __init__(self, paths: Paths, netloc: str) -> None:
        self.paths, self.netloc = paths, netloc
        self._connection = http.client.HTTPConnection(netloc, timeout=_SECONDS)

    @property
    def address(self) -> str:
        """The address of its queries."""
        return f"http://{self.netloc}{self.paths.query}"

    def send(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send a request as it is, and read the answer to its end."""
        try:
            self._connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                self._connection.putheader(name, value)
            if body is not None:
                self._connection.putheader("Content-Length", str(len(body)))
            with suppress(BrokenPipeError):  # a body that is refused is not read to its end; the answer is there
                self._connection.endheaders(body)
            response = self._connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        except (http.client.HTTPException, OSError):
            self._connection.close()  # the next request opens another
            raise

    def query(self, text: bytes, accept: str = "*/*") -> Answer:
        """Ask a query."""
        headers = {"Content-Type": "application/sparql-query", "Accept": accept}
        return self.send("POST", self.paths.query, text, headers)

    def update(self, text: bytes) -> Answer:
        """Ask for an update."""
        return self.send("POST", self.paths.update, text, {"Content-Type": "application/sparql-update"})

    def put(self, graph: str | None, body: bytes, media_type: str) -> Answer:
        """Put a document in the place of a graph, None for the default graph."""
        name = "default" if graph is None else f"graph={quote(graph, safe='')}"
        return self.send("PUT", f"{self.paths.data}?{name}", body, {"Content-Type": media_type})

    def put_all(self, body: bytes, media_type: str) -> Answer:
        """Put a document in the place of all graphs, which both services understand where no graph is named."""
        return self.send("PUT", self.paths.data, body, {"Content-Type": media_type})

    def fill(self, graph: str | None, quads: Iterable[Quad]) -> None:
        """Put quads in the place of a graph, None for the default graph; raises UnexpectedAnswerError.

        A graph without triples is made by an update: whether putting nothing makes one is left to the service.
        """
        body = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
        if graph is not None and not body:
            expect(self.update(f"CREATE SILENT GRAPH <{graph}>".encode()))
        expect(self.put(graph, body or b"", "application/n-triples"))

    def empty(self) -> None:
        """Take away all that is stored."""
        expect(self.update(b"DROP ALL"))

    def quads(self) -> list[Quad]:
        """Give all that is stored."""
        answer = expect(self.query(_ALL.encode(), "application/sparql-results+json"))
        rows: QuerySolutions = parse_query_results(answer.body, QueryResultsFormat.JSON)  # type: ignore[assignment]
        return [Quad(row["s"], row["p"], row["o"], row["g"]) for row in rows]

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class UnexpectedAnswerError(Exception):
    """An answer that does not do what was asked."""


def expect(answer: Answer) -> Answer:
    """Give the answer on; raises UnexpectedAnswerError unless it succeeded."""
    if not answer.succeeded:
        raise UnexpectedAnswerError(answer.text)
    return answer
