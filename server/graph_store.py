"""The SPARQL 1.1 Graph Store HTTP Protocol: graphs as resources that are read, replaced, extended and removed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, Response, request
from pyoxigraph import NamedNode

from .answers import respond, without_body
from .bodies import read_body, require_utf8
from .choices import choose
from .freshness import revisions_required
from .given_out import give_out
from .handed_in import MULTIPART
from .media_types import (
    DATASET_FORMATS,
    GRAPH_FORMATS,
    REFUSAL_FORMATS,
    choose_by_name,
    choose_by_preference,
    media_types,
)
from .problems import Problem, ProblemError, bad_request, not_acceptable, unsupported_media_type
from .requested_language import requested_language
from .workers.tasks.facts import headers_of
from .workers.tasks.graph_store import ALL, GraphAmendment, GraphReading, Payload, PlainGraphChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .media_types import Choice, Format
    from .service import Service
    from .workers.tasks.graph_store import Change

_HOLDING_GRAPHS = frozenset({"trig", "nquads", "jsonld"})


@dataclass(frozen=True)
class Target:
    """The graph that a request is about: a name, None for the default graph, ALL for the store itself."""

    name: str | None

    @property
    def formats(self) -> Sequence[Format]:
        """The formats in which it can be read and written."""
        return [each for each in DATASET_FORMATS if each.name in _HOLDING_GRAPHS] if self.name == ALL else GRAPH_FORMATS


def graph_store_blueprint(service: Service) -> Blueprint:
    """Make the graph store of a service."""
    blueprint = Blueprint("graph_store", __name__)

    @blueprint.get("/data")
    @blueprint.get("/data/<path:name>")
    def read(name: str = "") -> Response:
        target = _target(name)
        choice = _acceptable(target.formats)
        return give_out(service, GraphReading(target.name, choice), choice)

    @blueprint.put("/data")
    @blueprint.put("/data/<path:name>")
    def replace(name: str = "") -> Response:
        return _changed(service, "put", _target(name))

    @blueprint.post("/data")
    @blueprint.post("/data/<path:name>")
    def extend(name: str = "") -> Response:
        target = _target(name)
        if target.name == ALL and not _comes_with_graphs():
            return _made_anew(service)
        return _changed(service, "post", target)

    @blueprint.delete("/data")
    @blueprint.delete("/data/<path:name>")
    def remove(name: str = "") -> Response:
        return _changed(service, "delete", _target(name))

    return blueprint


def _target(name: str) -> Target:
    """Read which graph is meant: by the address itself, or by its parameters (Graph Store HTTP Protocol, 4)."""
    given = request.args.getlist("graph")
    if name:
        if given or "default" in request.args:
            raise bad_request("The address names a graph itself; leave out the parameters.")
        return Target(request.base_url)
    if len(given) + ("default" in request.args) > 1:
        raise bad_request("Name one graph: by 'graph', or the default one by 'default'.")
    if given:
        return Target(_absolute(given[0]))
    return Target(None if "default" in request.args else ALL)


def _absolute(iri: str) -> str:
    try:
        return NamedNode(iri).value
    except ValueError as error:
        raise bad_request(f"The parameter 'graph' is no absolute IRI: {error}") from error


def _acceptable(formats: Sequence[Format]) -> Choice:
    choice = choose_by_preference(request.accept_mimetypes, formats)
    if choice is None:
        raise not_acceptable(media_types(formats))
    return choice


def _changed(service: Service, way: Change, target: Target) -> Response:
    payloads = tuple(_payloads(target)) if way != "delete" else ()
    base = request.base_url if target.name in {None, ALL} else target.name
    if service.settings.policy == "open":
        done = service.change(PlainGraphChange(way, target.name, payloads, base))
        status = HTTPStatus.CREATED if done.made else HTTPStatus.NO_CONTENT
        return without_body(status, headers_of(done.revision))
    if target.name is None or (target.name == ALL and way != "post"):
        raise _not_writable()
    task = GraphAmendment(
        if_match=revisions_required(),
        note=f"{way} {'quads' if target.name == ALL else target.name}",
        choice=choose(REFUSAL_FORMATS),
        language=requested_language(request),
        way=way,
        name=target.name,
        payloads=payloads,
        base=base,
    )
    with service.writing(task) as running:
        return respond(running.answer())


def _not_writable() -> ProblemError:
    detail = (
        "The default graph is the merge of the named graphs, and all of them at once come from a build. "
        "Name a graph by 'graph', or send facts to /facts."
    )
    return ProblemError(Problem(HTTPStatus.FORBIDDEN, "default-graph", "The default graph is not written", detail))


def _payloads(target: Target) -> Iterator[Payload]:
    if request.mimetype != MULTIPART:
        yield _payload(request.mimetype, read_body(request), target)
        return
    for _, file in request.files.items(multi=True):  # noqa: PERF102 - values() gives the first of each name
        require_utf8(file.mimetype_params)
        yield _payload(file.mimetype, file.read(), target)
    if request.form:
        raise bad_request("Each part needs a file name and a Content-Type.")


def _payload(media_type: str, data: bytes, target: Target) -> Payload:
    choice = choose_by_name(media_type, target.formats)
    if choice is None:
        raise unsupported_media_type(media_type, media_types(target.formats))
    return Payload(choice.format.name, data)


def _comes_with_graphs() -> bool:
    choice = choose_by_name(request.mimetype, GRAPH_FORMATS)
    return choice is not None and choice.format.name in _HOLDING_GRAPHS


def _made_anew(service: Service) -> Response:
    """Put what comes into a new graph, and say under which name (Graph Store HTTP Protocol, 5.5)."""
    name = f"{request.base_url}/{secrets.token_hex(16)}"
    response = _changed(service, "post", Target(name))
    if response.status_code == HTTPStatus.CREATED:
        response.headers["Location"] = name
    return response
