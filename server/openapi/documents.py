"""The requests at which IRIs dereference, the pages, and the descriptions of the service."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from ..access import Scope
from ..media_types import GRAPH_FORMATS, HTML
from ..problems import PROBLEM_MEDIA_TYPE
from .facts import HANDED_IN
from .parts import (
    LANGUAGE,
    UNCHANGED,
    answer,
    format_parameter,
    in_any_graph_format,
    in_formats,
    in_path,
    operation,
    parameter,
    schema,
)

if TYPE_CHECKING:
    from .parts import Described

TAG: Final = "documents"
_NAME: Final = in_path("name", "The name, as it stands in the IRI.", minLength=1, pattern="^[^/]+$")
_EITHER: Final = (LANGUAGE, format_parameter((*GRAPH_FORMATS, HTML)))
_LISTED: Final = (
    parameter("q", "Words of the headline or of the publisher's name."),
    parameter("page", "The number of the page.", type="integer", minimum=1),
)
_TWO: Final = (
    parameter("first", "The name of an article, or words of its title."),
    parameter("second", "Those of the other."),
)
_PART: Final = parameter("text", "The beginning of a prefixed name, or any part of a label.")
_ASKED: Final[Described] = {
    "required": True,
    "content": {
        "application/x-www-form-urlencoded": {
            "schema": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}
        }
    },
}
_PAGE: Final[Described] = {"text/html": {}}


def paths() -> dict[str, Described]:
    """Describe these requests."""
    return {
        "/": {"get": _page("Where to start")},
        "/query": {"get": _page("The result of a query", parameter("query", "A SPARQL 1.1 query."))},
        "/query/rows": {"post": _for_scripts("The result of a query, with labels", body=_ASKED)},
        "/query/faults": {"post": _for_scripts("What is wrong with a query", body=_ASKED)},
        "/query/completions": {"get": _for_scripts("Names to complete a query with", _PART)},
        "/check": {"get": _page("Where facts are checked")},
        "/see": {"get": _page("The whole in pictures, each with its table")},
        "/check/consequences": {"post": _for_scripts("What would follow from facts", body=HANDED_IN)},
        "/articles": {"get": _page("The articles, a page at a time", *_LISTED, problems=(400,))},
        "/compare": {"get": _page("What two articles say", *_TWO)},
        "/search": {"get": _page("What the graph speaks of by a name", parameter("q", "Any part of a name."))},
        "/id/{name}": {"get": _thing("A thing that the graph speaks of", *_EITHER)},
        "/document/id/{name}": {"get": _document("What the graph says of a thing", _NAME)},
        "/page/id/{name}": {"get": _page("What the graph says of a thing", _NAME, problems=(404,))},
        "/article/{name}": {"get": _either("An article with its spans, and what they state", _NAME)},
        "/graph/{name}": {"get": _either("A named graph", _NAME)},
        "/shape/{name}": {"get": _thing("A shape")},
        "/rule/{name}": {"get": _either("A rule that findings name", _NAME)},
        "/ontology": {"get": _either("The ontology")},
        f"/{version('mithaq')}": {"get": _thing("The ontology in its present version", named=False)},
        "/ontology/{name}": {"get": _thing("A part of the ontology")},
        "/shapes": {"get": _either("The shapes")},
        "/.well-known/void": {"get": _document("The dataset: what it is, how large, how it can be had (VoID, DCAT)")},
        "/openapi.json": {"get": _description()},
    }


def _thing(summary: str, *parameters: Described, named: bool = True) -> Described:
    address = "The address of what is said of it, as data or as a page."
    return operation(
        summary,
        TAG,
        {303: answer("See there.", Location=address)},
        parameters=[*([_NAME] if named else []), *parameters],
        problems=(404, 406),
        scope=Scope.READ,
    )


def _document(summary: str, *parameters: Described) -> Described:
    return operation(
        summary,
        TAG,
        {200: answer("The document.", in_any_graph_format(), ETag="Names it at this revision."), 304: UNCHANGED},
        parameters=[*parameters, format_parameter(GRAPH_FORMATS)],
        problems=(404, 406),
        scope=Scope.READ,
    )


def _either(summary: str, *parameters: Described) -> Described:
    content = in_formats((*GRAPH_FORMATS, HTML))
    return operation(
        summary,
        TAG,
        {200: answer("The document, or the page.", content, ETag="Names it at this revision."), 304: UNCHANGED},
        parameters=[*parameters, *_EITHER],
        problems=(404, 406),
        scope=Scope.READ,
    )


def _page(summary: str, *parameters: Described, problems: tuple[int, ...] = ()) -> Described:
    answers = {200: answer("The page.", _PAGE), 304: UNCHANGED}
    if not problems:
        either = {**_PAGE, PROBLEM_MEDIA_TYPE: schema("Problem")}
        answers |= {400: answer("The page, which says what is wrong with the query; or a problem.", either)}
    return operation(summary, TAG, answers, parameters=[*parameters, LANGUAGE], problems=problems, scope=Scope.READ)


def _for_scripts(summary: str, *parameters: Described, body: Described | None = None) -> Described:
    content = {"application/json": {"schema": {"type": "object"}}}
    return operation(
        summary,
        TAG,
        {200: answer("For the scripts of the pages; it may change.", content)},
        parameters=[*parameters, LANGUAGE],
        body=body,
        problems=(413, 415) if body else (),
        scope=Scope.READ,
    )


def _description() -> Described:
    content = {"application/json": {"schema": {"type": "object"}}}
    return operation("This description", TAG, {200: answer("The description.", content)}, scope=Scope.READ)
