"""Look-ups in triples with a change on top, which never ask the store for what it is known not to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from ..terms import Term
    from ..triples import ChangedTriples, Triple


class Lookups:
    """The triples after a change.

    Most of what a new article speaks of is new: one look-up tells whether the triples before the change have a term as
    a subject or as an object at all, and where they do not, none is needed again.
    """

    def __init__(self, changed: ChangedTriples) -> None:
        self._changed = changed
        self._subjects: dict[Term, bool] = {}
        self._objects: dict[Term, bool] = {}

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None, /) -> Iterator[Triple]:
        """Go through the triples that have these parts, None for any."""
        if (subject is None or self._has_subject(subject)) and (object_ is None or self._has_object(object_)):
            return self._changed.match(subject, predicate, object_)
        return self._changed.added.match(subject, predicate, object_)

    def __contains__(self, triple: Triple, /) -> bool:
        changed = self._changed
        if triple in changed.added:
            return True
        return self._has_subject(triple[0]) and triple not in changed.removed and triple in changed.base

    def add(self, triple: Triple, /) -> None:
        """Put in a triple that is not there."""
        if triple in self._changed.removed:
            self._changed.removed.discard(triple)
        else:
            self._changed.added.add(triple)

    def _has_subject(self, subject: Term) -> bool:
        known = self._subjects.get(subject)
        if known is None:
            known = self._subjects[subject] = any(True for _ in self._changed.base.match(subject, None, None))
        return known

    def _has_object(self, object_: Term) -> bool:
        known = self._objects.get(object_)
        if known is None:
            known = self._objects[object_] = any(True for _ in self._changed.base.match(None, None, object_))
        return known
