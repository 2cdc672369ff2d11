"""The requests about facts and their grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..access import Scope
from ..handed_in import MULTIPART
from ..media_types import DATASET_FORMATS, EVIDENCE_FORMATS, FACT_FORMATS, REPORT_FORMATS
from .parts import (
    LANGUAGE,
    UNCHANGED,
    answer,
    format_parameter,
    header,
    in_any_report_format,
    in_formats,
    operation,
    parameter,
    schema,
)

if TYPE_CHECKING:
    from .parts import Described

TAG: Final = "facts"
_FORM: Final = {
    "type": "object",
    "properties": {
        "facts": {"description": "Files of facts; the name's ending tells the syntax. May be repeated."},
        "text": {"description": "Texts of articles: NAME.txt belongs to the facts NAME.trig. May be repeated."},
        "sources": {"description": "A file in Turtle: what is known of the articles' publication."},
        "article": {
            "type": "string",
            "description": "The article, where facts and text are fields without a file name.",
        },
        "format": {"type": "string", "description": "The syntax of such facts; TriG without it."},
        "lang": {"type": "string"},
    },
    "minProperties": 1,
    "additionalProperties": False,
}
HANDED_IN: Final = {"required": True, "content": {**in_formats(FACT_FORMATS), MULTIPART: {"schema": _FORM}}}
"""The body in which facts are handed in."""
_ARTICLE: Final = parameter("article", "The article, by name or IRI, whose file of facts the body is.", minLength=1)
_REPORT: Final = (LANGUAGE, format_parameter(REPORT_FORMATS))
_CHANGE: Final = (
    parameter("note", "Why: stands in the history of the graph.", maxLength=500),
    header("If-Match", "Do it only if the graph is still at this revision: its digest in double quotes."),
    header("Idempotency-Key", "A request sent again with the same key is not carried out again.", maxLength=255),
    *_REPORT,
)
_DONE: Final = {
    "ETag": "The digest of the revision.",
    "Mithaq_Revision": "Its number.",
}
_REFUSED: Final = answer(
    "Refused, with the report; nothing changed.",
    {**in_any_report_format("Transaction"), "application/problem+json": schema("Problem")},
    **_DONE,
)


def paths() -> dict[str, Described]:
    """Describe these requests."""
    return {
        "/validate": {"post": _validate()},
        "/facts": {"get": _export(), "post": _add(), "delete": _retract()},
        "/evidence": {"get": _evidence()},
        "/explain": {"get": _explain()},
    }


def _validate() -> Described:
    return operation(
        "Judge facts in the context of the graph; nothing is stored",
        TAG,
        {200: answer("The report, whether they conform or not.", in_any_report_format("Report"))},
        parameters=[_ARTICLE, *_REPORT],
        body=HANDED_IN,
        problems=(406, 413, 415),
        scope=Scope.READ,
    )


def _export() -> Described:
    return operation(
        "Get the facts, of one article or of all, without what is inferred",
        TAG,
        {200: answer("The facts.", in_formats(DATASET_FORMATS), **_DONE), 304: UNCHANGED},
        parameters=[
            parameter("article", "The article, by name or IRI.", minLength=1),
            format_parameter(DATASET_FORMATS),
        ],
        problems=(404, 406),
        scope=Scope.READ,
    )


def _add() -> Described:
    return operation(
        "Add facts that conform, all of them or none",
        TAG,
        {
            200: answer("They conform, and the graph holds all of it already.", _transaction(), **_DONE),
            201: answer("Added, as the next revision.", _transaction(), **_DONE),
            409: _REFUSED,
        },
        parameters=[_ARTICLE, *_CHANGE],
        body=HANDED_IN,
        problems=(406, 412, 413, 415, 422),
        scope=Scope.WRITE,
    )


def _retract() -> Described:
    return operation(
        "Take out an article, or what one span of it states",
        TAG,
        {
            200: answer("Nothing changed.", _transaction(), **_DONE),
            201: answer("Taken out, as the next revision.", _transaction(), **_DONE),
            409: _REFUSED,
        },
        parameters=[
            parameter("article", "The article, by name or IRI; or else a span.", minLength=1),
            parameter("span", "The IRI of a span; or else an article.", minLength=1),
            *_CHANGE,
        ],
        problems=(404, 406, 412, 422),
        scope=Scope.WRITE,
    )


def _evidence() -> Described:
    return operation(
        "Get the words behind triples",
        TAG,
        {200: answer("Each ground of each triple.", in_formats(EVIDENCE_FORMATS, json="Evidence")), 304: UNCHANGED},
        parameters=[
            _term("subject", "of the triples", required=True),
            _term("predicate", "of the triples; any without it"),
            _term("object", "of the triples; any without it"),
            LANGUAGE,
            format_parameter(EVIDENCE_FORMATS),
        ],
        problems=(404, 406),
        scope=Scope.READ,
    )


def _explain() -> Described:
    return operation(
        "Get the proof of a triple, down to the words of the articles",
        TAG,
        {200: answer("The shortest proof.", in_any_report_format("Explanation")), 304: UNCHANGED},
        parameters=[
            *(_term(name, "of the triple", required=True) for name in ("subject", "predicate", "object")),
            *_REPORT,
        ],
        problems=(404, 406),
        scope=Scope.READ,
    )


def _transaction() -> dict[str, Described]:
    return in_any_report_format("Transaction")


def _term(name: str, of_what: str, *, required: bool = False) -> Described:
    text = f"The {name} {of_what}: a prefixed name (id:russia), an IRI, or a literal in double quotes."
    return parameter(name, text, required=required, minLength=1)
