"""Validation: the shapes applied to a graph by pySHACL, their results turned into findings."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Quad, Triple
from rdflib import SH, Graph

from .errors import ShapesError
from .findings import Finding, Severity
from .languages import Text
from .shapes_graph import graph_for_shapes
from .terms import Term, from_rdflib, to_rdflib_blank, to_rdflib_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

_ONE_VALIDATION_AT_A_TIME: Final = threading.Lock()
"""pySHACL changes a setting of rdflib that all threads of the process share, so the lock is shared as well."""

_HAS_PLACES: Final = re.compile(r"\{[?$]\w+\}")
_NO_ADVICE: Final = Text(
    en="Change the facts so that the shape holds, or leave them out if the article does not say so.",
    ar="عدّل الحقائق حتى تستوفي الشكل، أو اتركها إن كان المقال لا يقولها.",
)


@dataclass(frozen=True)
class Shapes:
    """The shapes as pySHACL takes them, read once; several threads may use them."""

    graph: Graph

    @staticmethod
    def from_quads(quads: Iterable[Quad]) -> Shapes:
        """Take the shapes out of the store's quads; IRIs of blank nodes become blank nodes again."""
        return Shapes(to_rdflib_graph(quads, to_rdflib_blank))

    def validate(self, triples: Iterable[Quad | Triple]) -> list[Finding]:
        """Apply every shape to a graph; raises ShapesError where the shapes themselves are at fault."""
        data = graph_for_shapes(triples)
        with _literals_as_they_were():
            try:
                _, results, _ = pyshacl.validate(data, shacl_graph=self.graph, inference="none", inplace=True)
            except (
                pyshacl.errors.ReportableRuntimeError,
                SyntaxError,
            ) as error:
                raise ShapesError(str(error)) from error
        if not isinstance(results, Graph):
            raise ShapesError(str(results))
        return [self._finding(results, result) for result in results.subjects(rdflib.RDF.type, SH.ValidationResult)]

    def _finding(self, results: Graph, result: Node) -> Finding:
        shape = _one(results, result, SH.sourceShape)
        component = _one(results, result, SH.sourceConstraintComponent)
        return Finding(
            severity=Severity(str(_one(results, result, SH.resultSeverity)).removeprefix(str(SH))),
            rule=str(self._named_shape(shape)),
            message=self._message(results, result, shape),
            advice=self._advice(shape),
            focus=_term(results.value(result, SH.focusNode)),
            path=_term(results.value(result, SH.resultPath)),
            value=_term(results.value(result, SH.value)),
            component=str(component),
        )

    def _message(self, results: Graph, result: Node, shape: Node) -> Text:
        """Give the message as the constraint or its shape writes it: the result's copy may have lost its languages.

        The copy is taken where neither writes one, or where it has places that the validator fills.
        """
        for node in (results.value(result, SH.sourceConstraint), shape):
            written = list(self.graph.objects(node, SH.message)) if node is not None else []
            if written and not any(_HAS_PLACES.search(str(message)) for message in written):
                return _text(written)
        return _text(results.objects(result, SH.resultMessage))

    def _named_shape(self, shape: Node) -> Node:
        """Give the shape itself if it has an IRI, otherwise the nearest shape around it that has one."""
        around: Node | None = shape
        while isinstance(around, rdflib.BNode):
            around = next(self.graph.subjects(None, around), None)
        return around or shape

    def _advice(self, shape: Node) -> Text:
        """Give the description of the shape, or else of the shape around it."""
        for node in (shape, self._named_shape(shape), *self.graph.subjects(SH.property, shape)):
            descriptions = list(self.graph.objects(node, SH.description))
            if descriptions:
                return _text(descriptions)
        return _NO_ADVICE


@contextmanager
def _literals_as_they_were() -> Iterator[None]:
    """Give rdflib back the setting for literals that pySHACL changes."""
    with _ONE_VALIDATION_AT_A_TIME:
        normalize = rdflib.NORMALIZE_LITERALS
        try:
            yield
        finally:
            rdflib.NORMALIZE_LITERALS = normalize


def _one(results: Graph, result: Node, predicate: Node) -> Node:
    value = results.value(result, predicate)
    if value is None:
        raise ShapesError(f"a result of the validator has no {predicate}")
    return value


def _text(literals: Iterable[Node]) -> Text:
    by_language: dict[str, str] = {}
    for literal in sorted(literals, key=str):
        by_language.setdefault(getattr(literal, "language", None) or "en", str(literal))
    return Text(en=by_language.get("en", ""), ar=by_language.get("ar", ""))


def _term(node: Node | None) -> Term | None:
    """Convert a term of a result; a blank node, such as that of a path of several steps, tells a reader nothing."""
    term = None if node is None else from_rdflib(node)
    return None if isinstance(term, BlankNode) else term
