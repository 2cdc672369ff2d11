"""Results of pySHACL's turned into findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import rdflib
from pyoxigraph import BlankNode
from rdflib import SH, Literal

from ..findings import Finding, Severity
from ..languages import Text
from ..terms import Term, from_rdflib
from .prepared import Report, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib import Graph
    from rdflib.term import Node

_HAS_PLACES: Final = re.compile(r"\{[?$]\w+\}")
_NO_ADVICE: Final = Text(
    en="Change the facts so that the shape holds, or leave them out if the article does not say so.",
    ar="عدّل الحقائق حتى تستوفي الشكل، أو اتركها إن كان المقال لا يقولها.",
)


class Presenter:
    """Presents results with the words of the shapes."""

    def __init__(self, shapes: Graph) -> None:
        self._shapes = shapes

    def findings(self, report: Report) -> Iterator[Finding]:
        """Give the findings of a result: its own, and those of the results that it stands on."""
        yield from (self._finding(each) for each in report[2] if isinstance(each, Result))

    def _finding(self, result: Result) -> Finding:
        shape = result.constraint.shape
        return Finding(
            severity=Severity(str(shape.severity).removeprefix(str(SH))),
            rule=str(self._named_shape(shape.node)),
            message=self._message(result),
            advice=self._advice(shape.node),
            focus=_term(result.focus),
            path=_term(result.path),
            value=_term(result.value),
            component=str(result.component),
        )

    def _message(self, result: Result) -> Text:
        """Give the message as the constraint or its shape writes it, in its languages.

        Where neither writes one, or it has places for values, it is the validator's, which may have lost its language.
        """
        for node in (result.source, result.constraint.shape.node):
            written = list(self._shapes.objects(node, SH.message)) if node is not None else []
            if written and not any(_HAS_PLACES.search(str(message)) for message in written):
                return _text(written)
        return _text(_filled(result))

    def _named_shape(self, shape: Node) -> Node:
        """Give the shape itself if it has an IRI, otherwise the nearest shape around it that has one."""
        around: Node | None = shape
        while isinstance(around, rdflib.BNode):
            around = next(self._shapes.subjects(None, around), None)
        return around or shape

    def _advice(self, shape: Node) -> Text:
        """Give the description of the shape, or else of the shape around it."""
        for node in (shape, self._named_shape(shape), *self._shapes.subjects(SH.property, shape)):
            descriptions = list(self._shapes.objects(node, SH.description))
            if descriptions:
                return _text(descriptions)
        return _NO_ADVICE


def _filled(result: Result) -> Iterator[Node]:
    """Give the messages of a result with its values in them; one made up for it where nobody wrote any."""
    messages = list(dict.fromkeys((*result.messages, *result.constraint.shape.message)))
    if not messages:
        yield from result.constraint.make_generic_messages(result.data, result.focus, result.value)
    for message in messages:
        fill = result.constraint._format_sparql_based_result_message  # noqa: SLF001 - pySHACL has no other way
        yield message if result.values is None else Literal(fill(str(message), result.values))


def _text(literals: Iterable[Node]) -> Text:
    by_language: dict[str, str] = {}
    for literal in sorted(literals, key=str):
        by_language.setdefault(getattr(literal, "language", None) or "en", str(literal))
    return Text(en=by_language.get("en", ""), ar=by_language.get("ar", ""))


def _term(node: Node | None) -> Term | None:
    """Convert a term of a result; a blank node, such as that of a path of several steps, tells a reader nothing."""
    term = None if node is None else from_rdflib(node)
    return None if isinstance(term, BlankNode) else term
