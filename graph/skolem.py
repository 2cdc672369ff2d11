"""Blank nodes become IRIs: each is named by what is said of it, so that the same facts always get the same names.

The names do not depend on the order of the statements, on labels, or on statements about other things, as those of
RDFC-1.0 do (https://www.w3.org/TR/rdf-canon/): an edit elsewhere in a file leaves them alone. The method is the
refinement of colours, one connected group of blank nodes at a time: a node's colour is what its statements say, with
the colours of its neighbours in place of their labels; while two nodes of a group look alike, one is set apart. Groups
are small where people write them; one in which so many nodes look alike that this would take minutes is refused.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import BlankNode, NamedNode, Quad

from .namespaces import SKOLEM

_Statements = Mapping[BlankNode, Sequence[Quad]]
_Colours = dict[BlankNode, str]

_MOST_COLOURINGS = 250_000
"""How often the nodes of one group may be coloured, all together: some seconds."""


class TooMuchAlikeError(ValueError):
    """Blank nodes that only their labels tell apart, and too many of them."""

    def __init__(self) -> None:
        super().__init__("too many blank nodes of one group look alike; give them names (IRIs)")


def name_blank_nodes(quads: Iterable[Quad], scope: str) -> dict[BlankNode, NamedNode]:
    """Give each blank node of some statements an IRI; `scope` keeps files apart, which share no blank nodes.

    Raises TooMuchAlikeError.

    >>> def names(label: str) -> set[str]:
    ...     quad = Quad(BlankNode(label), NamedNode("http://example.org/p"), NamedNode("http://example.org/o"))
    ...     return {name.value for name in name_blank_nodes([quad], "a").values()}
    >>> names("x") == names("y")
    True
    """
    statements = _statements_by_node(quads)
    names: dict[BlankNode, NamedNode] = {}
    seen: Counter[str] = Counter()
    for group in _connected_groups(statements):
        colours = _distinct_colours(group, statements)
        signature = _digest(*sorted(colours.values()))
        seen[signature] += 1
        for node, colour in colours.items():
            names[node] = NamedNode(SKOLEM + _digest(scope, signature, colour, str(seen[signature]))[:32])
    return names


def replace_blank_nodes(quad: Quad, names: Mapping[BlankNode, NamedNode]) -> Quad:
    """Put the names of blank nodes in their places."""
    subject, object_, graph = (
        names[term] if isinstance(term, BlankNode) else term for term in (quad.subject, quad.object, quad.graph_name)
    )
    return Quad(subject, quad.predicate, object_, graph)  # type: ignore[arg-type]


def _blank_nodes_of(quad: Quad) -> list[BlankNode]:
    return [term for term in quad if isinstance(term, BlankNode)]


def _statements_by_node(quads: Iterable[Quad]) -> dict[BlankNode, list[Quad]]:
    statements: dict[BlankNode, dict[Quad, None]] = defaultdict(dict)
    for quad in quads:
        for node in _blank_nodes_of(quad):
            statements[node][quad] = None
    return {node: list(about) for node, about in statements.items()}


def _connected_groups(statements: _Statements) -> Iterable[list[BlankNode]]:
    waiting = dict.fromkeys(statements)
    while waiting:
        group = [waiting.popitem()[0]]
        for node in group:  # grows while it is walked
            for quad in statements[node]:
                for neighbour in _blank_nodes_of(quad):
                    if neighbour in waiting:
                        del waiting[neighbour]
                        group.append(neighbour)
        yield group


def _distinct_colours(group: Sequence[BlankNode], statements: _Statements) -> _Colours:
    """Refine until every node of a group has a colour of its own, setting one of several alike apart where needed."""
    colours = _refine(dict.fromkeys(group, ""), statements)
    left = _MOST_COLOURINGS
    while len(set(colours.values())) < len(group):
        if (left := left - len(group)) < 0:
            raise TooMuchAlikeError
        counts = Counter(colours.values())
        alike = min(colour for colour, count in counts.items() if count > 1)
        chosen = next(node for node in group if colours[node] == alike)
        colours = _refine({**colours, chosen: _digest(alike, "apart")}, statements)
    return colours


def _refine(colours: _Colours, statements: _Statements) -> _Colours:
    """Colour the nodes by their statements and their neighbours' colours until that tells no more of them apart."""
    kinds = 0
    while kinds < len(set(colours.values())):
        kinds = len(set(colours.values()))
        colours = {node: _colour(node, statements[node], colours) for node in colours}
    return colours


def _colour(node: BlankNode, quads: Iterable[Quad], colours: _Colours) -> str:
    def seen_from_node(term: object) -> str:
        if not isinstance(term, BlankNode):
            return str(term)
        return "_:self" if term == node else "_:" + colours[term]

    lines = (
        " ".join(seen_from_node(term) for term in (quad.subject, quad.predicate, quad.object, quad.graph_name))
        for quad in quads
    )
    return _digest(colours[node], *sorted(lines))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
