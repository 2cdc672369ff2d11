"""The shapes, applied to all triples or to what a change can affect."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..errors import ShapesError
from ..namespaces import SHACL, XSD
from ..terms import to_rdflib_blank, to_rdflib_graph
from ..triples import TriplesInMemory
from .affected import Index, affected
from .answering import Answers, Queries
from .checks import Check, checks_of
from .data_graph import DataGraph
from .prepared import PreparedShapes
from .results import Presenter
from .states import Change, Remembered, State
from .targets import all_nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pyoxigraph import Quad
    from pyoxigraph import Triple as OxigraphTriple
    from rdflib import Graph

    from ..findings import Finding
    from ..terms import Term
    from ..triples import Triple, Triples
    from .affected import Affected


_MANY = 200_000
"""How many triples are remembered before all are forgotten."""
_ONE = Literal("1", datatype=NamedNode(XSD + "boolean"))
_SWITCHES = {
    NamedNode(SHACL + name)
    for name in ("closed", "deactivated", "optional", "qualifiedValueShapesDisjoint", "uniqueLang")
}


@dataclass(frozen=True)
class Shapes:
    """The shapes, read once; several threads may use them."""

    graph: Graph

    @staticmethod
    def from_quads(quads: Iterable[Quad]) -> Shapes:
        """Take the shapes out of the store's quads; IRIs of blank nodes become blank nodes again.

        A switch that is set to 1 stays off: SHACL asks for true.
        """
        meant = (quad for quad in quads if quad.predicate not in _SWITCHES or quad.object != _ONE)
        return Shapes(to_rdflib_graph(meant, to_rdflib_blank))

    @cached_property
    def _queries(self) -> Queries:
        return Queries()

    @cached_property
    def _index(self) -> Index:
        with _faults_told():
            return Index(checks_of(PreparedShapes(self.graph), self._queries))

    @cached_property
    def _presenter(self) -> Presenter:
        return Presenter(self.graph)

    def validate(self, triples: Iterable[Quad | OxigraphTriple]) -> list[Finding]:
        """Apply every shape to a graph; raises ShapesError where the shapes themselves are at fault."""
        merged = TriplesInMemory((each.subject, each.predicate, each.object) for each in triples)  # type: ignore[misc]
        return list(dict.fromkeys(self.validate_all(merged)))

    def validate_all(self, triples: Triples, at_once: int = 2000, share: tuple[int, int] = (0, 1)) -> Iterator[Finding]:
        """Apply every shape to triples that need not fit into memory, to so many focus nodes at once.

        Gives findings as they are found; the same finding of two shapes comes twice. Nodes with like names are judged
        together, since they often have triples in common, as an article and its spans do. A share `(i, n)` is the
        (i+1)th of n parts of the nodes.
        """
        state = State(triples)
        about = {targets: set(all_nodes(targets, state)) for targets in self._index.together}
        nodes = sorted(set().union(*about.values()), key=str)
        remembered, data = self._remembering(triples)
        first, shares = share
        for begin in range(first * at_once, len(nodes), shares * at_once):
            some = set(nodes[begin : begin + at_once])
            if remembered.number > _MANY:
                remembered, data = self._remembering(triples)
            for targets, checks in self._index.together.items():
                here = about[targets] & some
                for check in checks if here else ():
                    yield from self._judged(check, here, data)

    def affected(
        self,
        after: Triples,
        added: Collection[Triple],
        removed: Collection[Triple] = (),
        anew: Iterable[Term] = (),
    ) -> Affected:
        """Find the focus nodes that each check may judge differently after a change than before.

        `added` are the triples in `after` that were not there before, `removed` those that no longer are: all of them,
        inferred ones too, and no others. Literals are as the store keeps them. The nodes `anew` are judged in any case.
        """
        return affected(self._index, Change(after, added, removed), anew)

    def judged(self, triples: Triples, nodes: Affected) -> list[Finding]:
        """Apply checks to those of the nodes that they are about in a state of the triples.

        What was looked up to find the nodes is not looked up again if these are the same triples, still unchanged.
        """
        state = nodes.after if nodes.is_after(triples) else State(Remembered(triples))
        data = self._data(state.triples)
        found = (
            self._judged(check, [node for node in some if check.is_about(node, state)], data)
            for check, some in nodes.items()
        )
        return list(dict.fromkeys(chain.from_iterable(found)))

    def _remembering(self, triples: Triples) -> tuple[Remembered, DataGraph]:
        remembered = Remembered(triples)
        return remembered, self._data(remembered)

    def _data(self, triples: Triples) -> DataGraph:
        return DataGraph(triples, Answers(triples, self._queries))

    def _judged(self, check: Check, nodes: Iterable[Term], data: DataGraph) -> Iterator[Finding]:
        with _faults_told():
            for result in check.results(data, [data.node(node) for node in nodes]):
                yield from self._presenter.findings(result)


@contextmanager
def _faults_told() -> Iterator[None]:
    """Turn what pySHACL and Oxigraph raise for faulty shapes into an error of ours."""
    try:
        yield
    except (RuntimeError, SyntaxError) as error:
        raise ShapesError(str(error)) from error
