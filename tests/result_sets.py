"""Read solutions and truth values back from a graph in the vocabulary of the W3C's result sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Subject: TypeAlias = NamedNode | BlankNode
    Value: TypeAlias = NamedNode | BlankNode | Literal | Triple

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class ResultSet:
    """What one Turtle file says: it must hold one result set, and nothing else."""

    def __init__(self, turtle: bytes) -> None:
        self._store = Store()
        self._store.load(turtle, format=RdfFormat.TURTLE)
        self._unread = set(self._store)
        (found,) = self._store.quads_for_pattern(None, _TYPE, NamedNode(RS + "ResultSet"), None)
        self._unread.discard(found)
        self._root = found.subject

    def truth(self) -> bool:
        """Give the answer to a yes-or-no question."""
        (value,) = self._values(self._root, "boolean")
        assert not self._unread
        return {"true": True, "false": False}[_text(value)]

    def variables(self) -> set[str]:
        """Give the names of the columns, which have no order."""
        return {_text(each) for each in self._values(self._root, "resultVariable")}

    def rows(self) -> list[dict[str, Value]]:
        """Give the solutions in their order, each by the names of what is bound in it."""
        self.variables()
        numbered = {}
        for solution in self._values(self._root, "solution"):
            (number,) = self._values(solution, "index")
            numbered[int(_text(number))] = dict(map(self._binding, self._values(solution, "binding")))
        numbers = sorted(numbered)
        assert numbers == list(range(numbers[0], numbers[-1] + 1) if numbers else ())
        assert not self._unread
        return [numbered[number] for number in numbers]

    def _binding(self, node: Value) -> tuple[str, Value]:
        (variable,), (value,) = self._values(node, "variable"), self._values(node, "value")
        return _text(variable), value

    def _values(self, node: object, name: str) -> list[Value]:
        assert isinstance(node, NamedNode | BlankNode)
        quads = list(self._store.quads_for_pattern(node, NamedNode(RS + name), None, None))
        self._unread.difference_update(quads)
        return [quad.object for quad in quads]


def unlabelled(rows: Iterable[Sequence[object]]) -> list[list[object]]:
    """Name blank nodes by where they stand first, so that rows that say the same are equal."""
    names: dict[BlankNode, BlankNode] = {}

    def named(term: object) -> object:
        if isinstance(term, BlankNode):
            return names.setdefault(term, BlankNode(f"n{len(names)}"))
        if isinstance(term, Triple):
            return (named(term.subject), term.predicate, named(term.object))
        return term

    return [[named(term) for term in row] for row in rows]


def _text(value: Value) -> str:
    assert isinstance(value, Literal)
    return value.value
