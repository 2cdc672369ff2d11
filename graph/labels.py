"""Labels: what to call a thing in a language, out of what the graph says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from .namespaces import MITHAQ, RDFS, SKOS, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .languages import Language

_LABELLING: Final = tuple(
    NamedNode(iri)
    for iri in (SKOS + "prefLabel", RDFS + "label", MITHAQ + "titleAsReported", MITHAQ + "name", MITHAQ + "officeTitle")
)


def labels(store: Store, iris: Iterable[str], language: Language) -> Mapping[str, Literal]:
    """Give the best label for each IRI that has one: in the language, else in the other; curated before printed."""
    found = ((iri, _label(store, NamedNode(iri), language)) for iri in dict.fromkeys(iris))
    return {iri: label for iri, label in found if label is not None}


def _label(store: Store, node: NamedNode, language: Language) -> Literal | None:
    candidates = [
        ((_distance(quad.object, language), rank, len(quad.object.value), str(quad.object)), quad.object)
        for rank, predicate in enumerate(_LABELLING)
        for quad in store.quads_for_pattern(node, predicate, None, DefaultGraph())
        if isinstance(quad.object, Literal)
    ]
    return min(candidates, key=lambda candidate: candidate[0])[1] if candidates else None


def _distance(literal: Literal, language: Language) -> int:
    """Rank a label: in the language asked for, without one, in another."""
    if literal.language:
        return 0 if literal.language.partition("-")[0] == language else 2
    return 1 if literal.datatype.value == XSD + "string" else 3
