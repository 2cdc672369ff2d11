"""What descriptions of requests are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..media_types import GRAPH_FORMATS, REPORT_FORMATS, SOLUTION_FORMATS
from ..problems import PROBLEM_MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..access import Scope
    from ..media_types import Format

Described: TypeAlias = dict[str, Any]

_PROBLEMS: Final = {
    400: "The request is malformed; line and column are told where there are any.",
    401: "A token is needed, or the one that was sent is none.",
    403: "The token does not allow this, or nobody may do it here.",
    404: "There is nothing of this name.",
    406: "None of the formats that were asked for is there.",
    409: "Refused, with the report; nothing changed.",
    412: "The graph is no longer at the revision that was asked for.",
    413: "The body is too large.",
    415: "The body is of a type that is not understood.",
    416: "The result has no such rows; Content-Range tells how many it has.",
    422: "The Idempotency-Key came with another request before.",
    429: "Too many requests; Retry-After tells the seconds to wait.",
    500: "The request could not be worked on to its end.",
    503: "Out of time or memory, cancelled, or too much to do; the type of the problem tells which.",
}
_ALWAYS: Final = (400, 401, 403, 429, 500, 503)


def operation(
    summary: str,
    tag: str,
    answers: Mapping[int, Described],
    *,
    parameters: Sequence[Described] = (),
    body: Described | None = None,
    problems: Iterable[int] = (),
    scope: Scope | None = None,
) -> Described:
    """Describe a request: what it does, what it takes, and every answer that it can get."""
    told = {status: problem(status) for status in sorted({*problems, *_ALWAYS})}
    described: Described = {
        "summary": summary,
        "tags": [tag],
        "parameters": list(parameters),
        "responses": {str(status): answer for status, answer in sorted({**told, **answers}.items())},
        "security": [{}, {"token": []}] if scope is None or scope == "read" else [{"token": []}],
    }
    return described if body is None else {**described, "requestBody": body}


def parameter(name: str, description: str, *, required: bool = False, **schema: object) -> Described:
    """Describe a parameter of the address."""
    return {
        "name": name,
        "in": "query",
        "description": description,
        "required": required,
        "schema": {"type": "string", **schema},
    }


def in_path(name: str, description: str, **schema: object) -> Described:
    """Describe a part of the path."""
    return {
        "name": name,
        "in": "path",
        "description": description,
        "required": True,
        "schema": {"type": "string", **schema},
    }


def header(name: str, description: str, **schema: object) -> Described:
    """Describe a header of the request."""
    return {"name": name, "in": "header", "description": description, "schema": {"type": "string", **schema}}


def answer(description: str, content: Mapping[str, Described] | None = None, **headers: str) -> Described:
    """Describe an answer; headers by name, underscores standing for hyphens, each with what it says."""
    described: Described = {"description": description}
    if content:
        described["content"] = dict(content)
    if headers:
        described["headers"] = {
            name.replace("_", "-"): {"description": text, "schema": {"type": "string"}}
            for name, text in headers.items()
        }
    return described


def problem(status: int) -> Described:
    """Describe the answer of a problem."""
    return answer(_PROBLEMS[status], {PROBLEM_MEDIA_TYPE: schema("Problem"), "text/html": {}})


def schema(name: str) -> Described:
    """Refer to a schema by its name."""
    return {"schema": {"$ref": f"#/components/schemas/{name}"}}


def in_formats(formats: Iterable[Format], **schemas: str) -> dict[str, Described]:
    """Describe content in any of some formats, with the schemas of those that have one, by their names."""
    return {
        media_type: schema(schemas[format_.name]) if format_.name in schemas else {}
        for format_ in formats
        for media_type in format_.media_types
    }


def in_any_graph_format() -> dict[str, Described]:
    """Describe content that is RDF."""
    return in_formats(GRAPH_FORMATS)


def in_any_result_format() -> dict[str, Described]:
    """Describe content that is the result of a query of any kind."""
    return {**in_any_graph_format(), **in_formats(SOLUTION_FORMATS)}


def in_any_report_format(json: str) -> dict[str, Described]:
    """Describe content that is a report."""
    return in_formats(REPORT_FORMATS, json=json)


UNCHANGED: Final = answer("The client has it already.")
LANGUAGE: Final = parameter("lang", "The language of messages, before Accept-Language.", enum=["ar", "en"])


def format_parameter(formats: Iterable[Format]) -> Described:
    """Describe the parameter that chooses a format by its name."""
    return parameter("format", "The format, before Accept.", enum=[each.name for each in formats])
