"""What a graph says of a thing, or with it: each value of each property, and where that stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from ..iris import GRAPHS

if TYPE_CHECKING:
    from mithaq.graph import KnowledgeGraph, Term

MOST_STATEMENTS: Final = 1500
"""Statements with their places that are read at once."""
MOST_VALUES: Final = 20
"""Values of one property that are read of a thing of which more is said."""
_ROWS: Final = 10 * MOST_VALUES
_ROWS_OF_ONE: Final = 10

_SAID: Final = """SELECT ?property ?value ?graph ?words ?by ?relay WHERE {{
  {values} GRAPH ?graph {{ {pattern} }}
  FILTER(?graph != <{revision}>)
  OPTIONAL {{ ?graph mithaq:exact ?words }}
  OPTIONAL {{ ?graph mithaq:attributedTo ?by }}
  OPTIONAL {{ ?graph mithaq:relayedBy ?relay }}
}} LIMIT {most}"""
_PROPERTIES: Final = "SELECT DISTINCT ?property WHERE {{ {pattern} }}"
_VALUES: Final = "SELECT DISTINCT ?value WHERE {{ {pattern} }} LIMIT {most}"


@dataclass
class Places:
    """Where a statement stands: for each graph its words, who says them, and who relays them."""

    grounds: dict[str, tuple[str | None, dict[str, None], dict[str, None]]] = field(default_factory=dict)


Statements = dict[tuple[str, "Term"], Places]


def statements_about(graph: KnowledgeGraph, node: NamedNode) -> tuple[Statements, frozenset[str]]:
    """Give what is said of a thing, and the properties of which not all values are given."""
    return _statements(graph, f"{node} ?property ?value")


def statements_with(graph: KnowledgeGraph, node: NamedNode) -> tuple[Statements, frozenset[str]]:
    """Give what is said of other things with this one as the value, as above."""
    return _statements(graph, f"?value ?property {node}")


def _statements(graph: KnowledgeGraph, pattern: str) -> tuple[Statements, frozenset[str]]:
    found: Statements = {}
    if _read(graph, pattern, "", found) < MOST_STATEMENTS:
        return found, frozenset()
    found.clear()
    cut: set[str] = set()
    for (name,) in graph.query(_PROPERTIES.format(pattern=pattern)).rows():
        of_name = pattern.replace("?property", str(name))
        values = [value for (value,) in graph.query(_VALUES.format(pattern=of_name, most=MOST_VALUES + 1)).rows()]
        if isinstance(name, NamedNode):
            cut |= {name.value} if len(values) > MOST_VALUES else set()
            _read_values(graph, pattern, name, [value for value in values[:MOST_VALUES] if value is not None], found)
    return found, frozenset(cut)


def _read_values(graph: KnowledgeGraph, pattern: str, name: NamedNode, values: list[Term], found: Statements) -> None:
    """Read where statements of one property stand; each by itself where one of them stands in very many places."""
    known = " ".join(map(str, values))
    both = f"VALUES ?property {{ {name} }} VALUES ?value {{ {known} }}"
    if _read(graph, pattern, both, found, _ROWS) >= _ROWS:
        for value in values:
            if (name.value, value) not in found:
                _read(graph, pattern, f"VALUES (?property ?value) {{ ({name} {value}) }}", found, _ROWS_OF_ONE)


def _read(graph: KnowledgeGraph, pattern: str, values: str, found: Statements, most: int = MOST_STATEMENTS) -> int:
    """Add what one query gives, and tell how many rows that was."""
    query = _SAID.format(values=values, pattern=pattern, revision=GRAPHS + "revision", most=most)
    count = 0
    for name, value, where, words, by, relay in graph.query(query).rows():
        count += 1
        if isinstance(name, NamedNode) and isinstance(where, NamedNode) and value is not None:
            quote = words.value if isinstance(words, Literal) else None
            grounds = found.setdefault((name.value, value), Places()).grounds
            _, speakers, relays = grounds.setdefault(where.value, (quote, {}, {}))
            speakers |= {by.value: None} if isinstance(by, NamedNode) else {}
            relays |= {relay.value: None} if isinstance(relay, NamedNode) else {}
    return count
