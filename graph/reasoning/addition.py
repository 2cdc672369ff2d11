"""What follows from more facts, and from what was known together with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal

from . import refusals
from .discretion import Discretion
from .lookups import Lookups
from .records import Consequences
from .saturation import saturate
from .vocabulary import SAME_AS, is_of_the_languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..terms import Term
    from ..triples import ChangedTriples, Triple
    from .matching import Node, Searchable
    from .ontology import Rules


def add_to(rules: Rules, changed: ChangedTriples, added: Iterable[Triple]) -> Consequences:
    """Put into triples what follows from `added`, which are among them already; all else there is closed.

    The contradictions are those that the added triples are part of, or what follows from them.
    """
    added = list(dict.fromkeys(added))
    lookups = Lookups(changed)
    may_say = discretion(rules, lookups)
    inferred, found = saturate(rules.program, lookups, added, may_say)
    names = sorted(may_say.too_many, key=str)[:1]
    contradictions = [
        *refusals.by_spelling(added),
        *refusals.by_rules(found),
        *refusals.by_number_of_names(tuple(changed.match(name, SAME_AS, None)) for name in names),
    ]
    return Consequences(tuple(inferred), (), tuple(sorted(contradictions, key=str)))


def discretion(rules: Rules, triples: Searchable[Node]) -> Discretion[Node]:
    """Tell what of the consequences of an ontology's rules is written down among triples."""
    return Discretion(triples, SAME_AS, _Hidden(rules.anonymous), _is_literal, is_of_the_languages)


class _Hidden:
    """Tells of which terms nothing is told, and remembers it."""

    def __init__(self, anonymous: frozenset[Term]) -> None:
        self._anonymous = anonymous
        self._known: dict[Term, bool] = {}

    def __call__(self, term: Term) -> bool:
        known = self._known.get(term)
        if known is None:
            known = isinstance(term, BlankNode) or term in self._anonymous or is_of_the_languages(term)
            self._known[term] = known
        return known


def _is_literal(term: Term) -> bool:
    return isinstance(term, Literal)
