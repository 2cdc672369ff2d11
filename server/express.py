"""The express lane of queries: they pass what every request passes, done by the same parts, without the framework.

A look-up takes the store a tenth of a millisecond, and the framework five times that. Whatever is more than a query to
be answered with data (a token, a packed body, a tag, a range, a page) goes the way of all requests.
"""

from __future__ import annotations

import io
import logging
import re
import time
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Final

from werkzeug.datastructures import Accept, MIMEAccept
from werkzeug.http import parse_accept_header, quote_etag

from mithaq.graph import MithaqError

from .access import Client
from .answers import OPEN_FILE, FileBody
from .compression import LARGEST, SMALLEST, packed, packed_file
from .headers import ALWAYS
from .media_types import GRAPH_FORMATS, SOLUTION_FORMATS, choose_by_preference
from .operations import HEADER, Told, number_of_request, tell
from .parameters import FORM, SPARQL_QUERY, sparql_request_of
from .problems import PROBLEM_MEDIA_TYPE, UNEXPECTED, Problem, ProblemError, describe_error, write_problem
from .sparql import UNDERSTOOD, choice_named, differs_each_time, query_of, tag_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from .access.gate import Gate
    from .media_types import Choice
    from .operations import Metrics
    from .service import Service
    from .workers import Answer

    Headers = list[tuple[str, str]]

_PATH: Final = "/sparql"
_MORE_THAN_A_QUERY: Final = (
    "HTTP_AUTHORIZATION", "HTTP_CONTENT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_RANGE", "SCRIPT_NAME",
)  # fmt: skip
_SENT: Final = frozenset({FORM, SPARQL_QUERY})
_IN_ADDRESS: Final = re.compile(r"query=[^&]*(?:&(?:default-graph-uri|named-graph-uri|timeout)=[^&]*)*")
_HOST: Final = re.compile(r"[A-Za-z0-9.-]+(?::[0-9]{1,5})?|\[[0-9a-f:]+\](?::[0-9]{1,5})?")
_PORTS: Final = {"http": ":80", "https": ":443"}
_LONGEST_KEPT: Final = 200
_REMEMBERED: Final = 256
_ON_ALL: Final = [*ALWAYS.items(), ("Accept-Query", UNDERSTOOD), ("Vary", "Accept, Accept-Encoding")]
_log = logging.getLogger(__name__)


class Express:
    """Answers the queries that it can, and leaves all other requests to the application."""

    def __init__(
        self, application: WSGIApplication, service: Service, gate: Gate, metrics: Metrics, *, log_queries: bool
    ) -> None:
        self._application, self._service = application, service
        self._gate, self._metrics, self._log_queries = gate, metrics, log_queries

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if not (self._gate.admits_anybody() and _is_plain(environ, self._service.settings.largest_body)):
            return self._application(environ, start_response)
        begun = time.perf_counter()
        self._metrics.begin()
        client, entered = Client(environ.get("REMOTE_ADDR", "")), None
        try:
            entered = self._gate.enter(client)
            reply = self._reply(environ, client)
        except ProblemError as error:
            reply = _reply_of_problem(error.problem)
        except MithaqError as error:
            reply = _reply_of_problem(describe_error(error))
        except Exception:  # noqa: BLE001 - the edge of the service
            _log.exception("a request failed")
            reply = _reply_of_problem(UNEXPECTED)
        number = number_of_request(environ.get("HTTP_X_REQUEST_ID", ""))
        told = Told(
            number, client.name, environ["REQUEST_METHOD"], _PATH, _PATH, int(reply.status), reply.length,
            reply.problem, reply.asked if self._log_queries else None,
        )  # fmt: skip

        def closed() -> None:
            self._gate.leave(entered)
            tell(told, begun, self._metrics)

        headers = [*_ON_ALL, *reply.headers, ("Content-Length", str(reply.length)), (HEADER, number)]
        if not isinstance(reply.content, bytes):
            environ[OPEN_FILE] = reply.content
        start_response(f"{int(reply.status)} {reply.status.phrase}", headers)
        return _Body(reply.content, closed)

    def _reply(self, environ: WSGIEnvironment, client: Client) -> _Reply:
        service, tagged = self._service, environ["REQUEST_METHOD"] == "GET"
        asked = sparql_request_of(
            environ["REQUEST_METHOD"], _media_type(environ), environ["QUERY_STRING"].encode("latin-1"),
            lambda: environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])),
        )  # fmt: skip
        assert asked.query is not None  # noqa: S101 - else the address holds none, and it did not come here
        choices = _choices(environ.get("HTTP_ACCEPT", ""), asked.format_names)
        task = query_of(asked, asked.query, _base(environ), choices, service.settings.queries)
        if differs_each_time(asked.query):
            tagged, answer = False, service.answer(task, asked.seconds, client.name)
        else:
            answer = service.repeatable(task, asked.seconds, client.name)
        tag = tag_of(answer.head.digest, task) if tagged else None
        return _reply_of(answer, tag, asked.query, packing=_takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")))


@dataclass(frozen=True, slots=True)
class _Reply:
    """What is sent: bytes, or an open file."""

    status: HTTPStatus
    headers: Headers
    content: bytes | IO[bytes]
    length: int
    asked: str | None = None
    problem: str | None = None


class _Body:
    """The body of a response; whoever has sent it closes it."""

    def __init__(self, content: bytes | IO[bytes], closed: Callable[[], None]) -> None:
        self._content, self._closed = content, closed

    def __iter__(self) -> Iterator[bytes]:
        return iter((self._content,) if isinstance(self._content, bytes) else FileBody(self._content))

    def close(self) -> None:
        if not isinstance(self._content, bytes):
            self._content.close()
        self._closed()


def _reply_of(answer: Answer, tag: str | None, asked: str, *, packing: bool) -> _Reply:
    head, length = answer.head, answer.length
    packing = packing and SMALLEST <= length <= LARGEST and head.status is HTTPStatus.OK
    content: bytes | IO[bytes]
    if isinstance(answer.body, io.BytesIO):
        content = packed(answer.body.getvalue()) if packing else answer.body.getvalue()
        length = len(content)
    else:
        content = packed_file(answer.body) if packing else answer.body
        length = content.tell() if packing else length
        content.seek(0)
    headers = [("Content-Type", head.content_type), *head.headers.items()]
    if packing:
        headers.append(("Content-Encoding", "gzip"))
    if tag is not None:  # packed, it is the same answer, but not byte for byte
        headers += [("ETag", quote_etag(tag, weak=packing)), ("Cache-Control", "no-cache")]
    return _Reply(head.status, headers, content, length, asked)


def _reply_of_problem(problem: Problem) -> _Reply:
    content = write_problem(problem)
    headers = [("Content-Type", f"{PROBLEM_MEDIA_TYPE}; charset=utf-8"), *problem.headers.items()]
    return _Reply(problem.status, headers, content, len(content), problem=problem.kind)


def _is_plain(environ: WSGIEnvironment, largest: int) -> bool:
    """Tell whether a request asks a query, and nothing that others look after."""
    if environ["PATH_INFO"] != _PATH or any(environ.get(name) for name in _MORE_THAN_A_QUERY):
        return False
    if "html" in environ.get("HTTP_ACCEPT", "") or not _HOST.fullmatch(environ.get("HTTP_HOST", "")):
        return False
    if environ["REQUEST_METHOD"] == "GET":
        return _IN_ADDRESS.fullmatch(environ["QUERY_STRING"]) is not None
    length = environ.get("CONTENT_LENGTH") or ""
    return (
        environ["REQUEST_METHOD"] == "POST"
        and not environ["QUERY_STRING"]
        and _media_type(environ) in _SENT
        and length.isdecimal()
        and int(length) < largest
    )


def _media_type(environ: WSGIEnvironment) -> str:
    return str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower()


def _base(environ: WSGIEnvironment) -> str:
    scheme = environ["wsgi.url_scheme"]
    return f"{scheme}://{environ['HTTP_HOST'].removesuffix(_PORTS.get(scheme, ''))}{_PATH}"


def _choices(accept: str, names: tuple[str, ...]) -> tuple[Choice | None, Choice | None]:
    if names:
        return choice_named(names, SOLUTION_FORMATS), choice_named(names, GRAPH_FORMATS)
    return _preferred(accept) if len(accept) <= _LONGEST_KEPT else _preferred.__wrapped__(accept)


@lru_cache(_REMEMBERED)
def _preferred(accept: str) -> tuple[Choice | None, Choice | None]:
    preferences = parse_accept_header(accept, MIMEAccept)
    return choose_by_preference(preferences, SOLUTION_FORMATS), choose_by_preference(preferences, GRAPH_FORMATS)


def _takes_gzip(accepted: str) -> bool:
    return _quality_of_gzip(accepted) > 0 if len(accepted) <= _LONGEST_KEPT else False


@lru_cache(_REMEMBERED)
def _quality_of_gzip(accepted: str) -> float:
    return parse_accept_header(accepted, Accept).quality("gzip")
