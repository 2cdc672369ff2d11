"""Screening: whether a query can be asked for many focus nodes at once, to find those that it may find at fault.

SHACL asks a query anew for each focus node, with `$this` bound beforehand. Where each part of a query that speaks of
`$this` binds it by patterns of its own before anything is asked of it, that comes to the same as asking once with
`$this` free and keeping the answers in which it is the focus node: what is known of `$this` at each part is the same
either way. So nodes in no answer break nothing. Those in some are judged one by one, as SHACL has it.

The argument goes through the algebra of the query: a part is fit if it does not speak of `$this`, or if all its
solutions bind `$this` and are, for those in which it is the focus node, the solutions with `$this` bound beforehand. An
EXISTS is handed one solution, and that is the same either way if the solution binds `$this`.

It must also pay. Oxigraph 0.5 goes through all matches of each pattern inside an EXISTS again and again, unless a
variable in the pattern has a value from outside: for many nodes at once that would take the square of their number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import rdflib
from rdflib.paths import Path
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from .automata import Way
from .paths import sparql_path
from .scopes import THIS, variables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .scopes import Query

_THIS: Final = rdflib.Variable(THIS)
_WITH_ONE_PART: Final = frozenset({"Distinct", "Extend", "Filter", "OrderBy", "Project", "Reduced", "SelectQuery"})


def can_be_screened(text: str, query: Query) -> bool:
    """Tell whether a query can be asked for many focus nodes at once, and whether that is quick."""
    if query.asks or query.early or not query.plain or query.fixed != {THIS} or not _is_quick(query):
        return False
    algebra = prepareQuery(text).algebra
    return _THIS in algebra.PV and _binds(algebra)


def _binds(part: CompValue) -> bool:
    """Tell whether a part is fit and all its solutions bind `$this`."""
    if part.name == "BGP":
        return any(_THIS in triple and not _may_be_empty(triple) for triple in part.triples)
    if part.name == "Union":
        return _binds(part.p1) and _binds(part.p2)
    if part.name == "Join":
        speaking = [each for each in (part.p1, part.p2) if _THIS in _terms(each)]
        return bool(speaking) and all(map(_binds, speaking))
    if part.name == "LeftJoin":
        return _binds(part.p1) and (_THIS not in _terms(part.p2) or _binds(part.p2))
    return part.name in _WITH_ONE_PART and part.var != _THIS and _binds(part.p)


def _may_be_empty(triple: tuple[Any, ...]) -> bool:
    return isinstance(triple[1], Path) and Way(sparql_path(triple[1])).may_be_empty


def _terms(part: object) -> Iterator[object]:
    if isinstance(part, CompValue):
        part = list(part.values())
    if isinstance(part, list | tuple | set | frozenset):
        for each in part:
            yield from _terms(each)
    else:
        yield part


def _is_quick(query: Query) -> bool:
    """Tell whether each pattern in a group inside another has a variable of the groups outside, if they have any."""
    outside = {scope: variables_of(scope.outside.patterns) for scope in query.scopes if scope.outside is not None}
    return all(not seen or each.variables & seen for scope, seen in outside.items() for each in scope.own)
