"""What a store says of itself among its quads: its revision, written in the same operation as the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad, Store

from ..namespaces import DCTERMS, REVISION_GRAPH, XSD
from .revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROPERTIES: Final = {
    "number": NamedNode(DCTERMS + "hasVersion"),
    "time": NamedNode(DCTERMS + "modified"),
    "note": NamedNode(DCTERMS + "description"),
    "digest": NamedNode(DCTERMS + "identifier"),
}


def marker_of(revision: Revision) -> frozenset[Quad]:
    """State a revision."""
    number = Literal(str(revision.number), datatype=NamedNode(XSD + "integer"))
    values = {"number": number, **{name: Literal(getattr(revision, name)) for name in ("time", "note", "digest")}}
    return frozenset(Quad(REVISION_GRAPH, _PROPERTIES[name], value, REVISION_GRAPH) for name, value in values.items())


def revision_in(store: Store) -> Revision:
    """Read the revision that a store is at; raises ValueError where it does not say."""
    found = {name: next(_values(store, predicate), None) for name, predicate in _PROPERTIES.items()}
    number, time, note, digest = (found[name] for name in ("number", "time", "note", "digest"))
    if number is None or time is None or note is None or digest is None:
        raise ValueError("no revision")
    return Revision(int(number), time, note, digest)


def _values(store: Store, predicate: NamedNode) -> Iterator[str]:
    for quad in store.quads_for_pattern(REVISION_GRAPH, predicate, None, REVISION_GRAPH):
        if isinstance(quad.object, Literal):
            yield quad.object.value
