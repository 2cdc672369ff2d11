"""What became of facts, written for whoever handed them in: reports, and what a transaction changed."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, parse, serialize

from mithaq.graph import PREFIXES, Text, syntax_named

from .problems import Problem

if TYPE_CHECKING:
    from mithaq.graph import Language, Revision, Transaction, ValidationReport

COMMITTED: Final = Text(
    en="Revision {number} ({digest}): {added} statements added, {removed} removed; inferred triples: {inferred:+}.",
    ar="المراجعة {number} ({digest}): العبارات المضافة {added}، المحذوفة {removed}؛ الثلاثيات المستنتجة: {inferred:+}.",
)
UNCHANGED: Final = Text(
    en="Nothing changed: the graph holds all of it already.", ar="لم يتغير شيء: الرسم يحوي كل ذلك من قبل."
)
REFUSED: Final = Text(en="Refused: nothing changed.", ar="مرفوض: لم يتغير شيء.")
_SHORT: Final = 16


def write_report(report: ValidationReport, format_name: str, language: Language) -> bytes:
    """Write a report as text, as JSON, or as RDF in SHACL's words."""
    if format_name == "text":
        return report.to_text(language).encode()
    if format_name == "json":
        return report.to_json().encode()
    return rewrite_turtle(report.to_turtle(), format_name)


def write_transaction(done: Transaction, format_name: str, language: Language) -> bytes:
    """Write what a transaction did, with its report; as RDF there is the report alone."""
    if format_name == "text":
        return f"{done.report.to_text(language)}{said_of(done, language)}\n".encode()
    if format_name == "json":
        return (json.dumps(_as_object(done), ensure_ascii=False, indent=2) + "\n").encode()
    return rewrite_turtle(done.report.to_turtle(), format_name)


def said_of(done: Transaction, language: Language) -> str:
    """Say in a line what became of a transaction."""
    if done.refused:
        return REFUSED.said_in(language)
    if done.revision is None:
        return UNCHANGED.said_in(language)
    counts = {"added": done.added, "removed": done.removed, "inferred": done.inferred}
    digest = done.revision.digest[:_SHORT]
    return COMMITTED.filled(number=done.revision.number, digest=digest, **counts).said_in(language)


def refusal(report: ValidationReport, language: Language) -> Problem:
    """Describe a refusal by the shapes or the rules as a problem that carries the report."""
    title = REFUSED.said_in(language)
    first = next((each.message.said_in(language) for each in report.findings), title)
    return Problem(HTTPStatus.CONFLICT, "refused", title, first, {"report": json.loads(report.to_json())})


def rewrite_turtle(turtle: str, format_name: str) -> bytes:
    """Give what Turtle says in another syntax of RDF.

    >>> rewrite_turtle("<http://example.org/s> a <http://example.org/C> .", "ntriples").decode().strip()
    '<http://example.org/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/C> .'
    """
    if format_name == "turtle":
        return turtle.encode()
    triples = (quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE))
    return serialize(triples, format=syntax_named(format_name).format, prefixes=dict(PREFIXES)) or b""


def _as_object(done: Transaction) -> dict[str, object]:
    return {
        "changed": done.revision is not None,
        "revision": _revision(done.revision),
        "added": done.added,
        "removed": done.removed,
        "inferred": done.inferred,
        "report": json.loads(done.report.to_json()),
    }


def _revision(revision: Revision | None) -> dict[str, object] | None:
    if revision is None:
        return None
    return {"number": revision.number, "time": revision.time, "note": revision.note, "digest": revision.digest}
