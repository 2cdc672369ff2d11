"""Discretion: what follows and is not written down all the same."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, Generic

from .matching import Found, N, Searchable

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_CLIQUE: Final = 32
"""How many names one thing may have by owl:sameAs: everything said of it is said under each of them."""


class Discretion(Generic[N]):
    """Tells which conclusions may be written down.

    Not those about literals, nor what `is_hidden` hides (nameless nodes of the ontology, terms of the languages), nor
    that everything is itself, nor that something is the same as a literal or as more things than are allowed: those
    that this last rule refused are kept in `too_many`.
    """

    def __init__(
        self,
        triples: Searchable[N],
        same_as: N,
        is_hidden: Callable[[N], bool],
        is_literal: Callable[[N], bool],
        is_of_the_languages: Callable[[N], bool],
    ) -> None:
        self._triples = triples
        self.same_as = same_as
        self._is_hidden = is_hidden
        self._is_literal = is_literal
        self._is_of_the_languages = is_of_the_languages
        self.too_many: set[N] = set()

    def __call__(self, triple: Found[N]) -> bool:
        """Tell whether a triple that follows may be written down."""
        subject, predicate, object_ = triple
        if self._is_literal(subject) or self._is_hidden(subject) or self._is_hidden(object_):
            return False
        if predicate == self.same_as:
            return subject != object_ and not self._is_literal(object_) and self._has_room(triple)
        return subject != object_ or not self._is_of_the_languages(predicate)

    def _has_room(self, triple: Found[N]) -> bool:
        others = self._triples.match(triple[0], self.same_as, None)
        if triple in self._triples or sum(1 for _ in islice(others, LARGEST_CLIQUE)) < LARGEST_CLIQUE - 1:
            return True
        self.too_many.add(triple[0])
        return False
