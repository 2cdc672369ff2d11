"""The graph that pySHACL judges: rdflib's view of triples that are looked up where they are, whatever their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import rdflib
from rdflib.store import Store as RdflibStore

from ..terms import from_rdflib, to_rdflib
from .automata import Step, Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rdflib.query import Result
    from rdflib.term import Node

    from ..terms import RdflibTerm, RdflibTriple, Term
    from ..triples import Triples
    from .answering import Answers

_Found: TypeAlias = "tuple[RdflibTerm, RdflibTerm, RdflibTerm]"


class DataGraph(rdflib.Graph):
    """Triples as rdflib has them, each looked up once."""

    def __init__(self, triples: Triples, answers: Answers) -> None:
        self._looked = _LookedUp(triples, answers)
        self._objects: dict[tuple[Any, Any], list[RdflibTerm]] = {}
        self._reached: dict[tuple[Any, Any], list[RdflibTerm]] = {}
        super().__init__(store=self._looked, bind_namespaces="none")

    def __bool__(self) -> bool:
        return True

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Iterator[RdflibTerm]:  # type: ignore[override]  # noqa: ANN401, ARG002 - rdflib's signature
        """Go through the objects of triples."""
        key = (subject, predicate)
        if key not in self._objects:
            self._objects[key] = [triple[2] for triple in self._looked.found(subject, predicate, None)]
        return iter(self._objects[key])

    def transitive_objects(self, subject: Any, predicate: Any, remember: Any = None) -> Iterator[RdflibTerm]:  # type: ignore[override]  # noqa: ANN401 - rdflib's signature
        """Go through what is reached along a property any number of times."""
        if remember is not None:
            return super().transitive_objects(subject, predicate, remember)  # type: ignore[return-value]
        key = (subject, predicate)
        if key not in self._reached:
            self._reached[key] = list(super().transitive_objects(subject, predicate, {}))  # type: ignore[arg-type]
        return iter(self._reached[key])

    def values(self, focus: Node, way: Way) -> set[RdflibTerm]:
        """Give the nodes that a path leads to."""
        node, term, triples = self._looked.node, self._looked.term(focus), self._looked.all
        if isinstance(way.path, Step):
            return {node(way.path.ends(triple)[1]) for triple in way.path.from_node(term, triples)}
        return {node(each) for each in way.ends(term, triples)}

    def node(self, term: Term) -> RdflibTerm:
        """Give a term as rdflib has it."""
        return self._looked.node(term)

    def suspects(self, text: str, nodes: Iterable[Node]) -> list[RdflibTerm]:
        """Leave out focus nodes for which a query has no answer; maybe not all."""
        return list(map(self.node, self._looked.answers.suspects(text, list(map(self._looked.term, nodes)))))


class _LookedUp(RdflibStore):
    """A store of rdflib's that looks triples up elsewhere, and has its queries answered elsewhere."""

    def __init__(self, triples: Triples, answers: Answers) -> None:
        super().__init__()
        self.all, self.answers = triples, answers
        self._nodes: dict[Term, RdflibTerm] = {}
        self._terms: dict[Node, Term] = {}

    def found(self, subject: Node | None, predicate: Node | None, object_: Node | None) -> Iterator[_Found]:
        """Go through the triples that have these parts, None for any."""
        term, node = self._term, self.node
        for found in self.all.match(term(subject), term(predicate), term(object_)):  # type: ignore[arg-type]
            yield node(found[0]), node(found[1]), node(found[2])

    def node(self, term: Term) -> RdflibTerm:
        """Give a term as rdflib has it."""
        node = self._nodes.get(term)
        if node is None:
            node = self._nodes[term] = to_rdflib(term)
            self._terms[node] = term
        return node

    def _term(self, node: Node | None) -> Term | None:
        return None if node is None else self.term(node)

    def term(self, node: Node) -> Term:
        """Give a term of rdflib's as Oxigraph has it."""
        term = self._terms.get(node)
        if term is None:
            term = self._terms[node] = from_rdflib(node)
        return term

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[tuple[RdflibTriple, Iterator[Any]]]:  # noqa: ANN401, ARG002 - rdflib's signature
        """Go through the triples that have these parts, None for any; each comes with no contexts."""
        for triple in self.found(*triple_pattern):
            yield triple, iter(())

    def query(  # type: ignore[override]
        self,
        query: str,
        initNs: Mapping[str, Any],  # noqa: ARG002, N803 - rdflib's name; pySHACL writes prefixes into the query
        initBindings: Mapping[str, Node],  # noqa: N803 - rdflib's name
        queryGraph: str,  # noqa: ARG002, N803 - rdflib's name; there is but one graph
        **_options: object,
    ) -> Result:
        """Answer a query in which some variables have their values from the start."""
        return self.answers.answer(query, {str(name): value for name, value in initBindings.items()})
