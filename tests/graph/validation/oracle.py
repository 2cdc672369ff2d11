"""The oracle: every focus node judged by itself, its queries asked of all triples, none of them screened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.graph.triples import TriplesInMemory
from mithaq.graph.validation.answering import Answers, Queries, answer_from
from mithaq.graph.validation.data_graph import DataGraph
from mithaq.graph.validation.states import State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from rdflib.query import Result
    from rdflib.term import Node

    from mithaq.graph import Finding
    from mithaq.graph.terms import Term
    from mithaq.graph.triples import Triple
    from mithaq.graph.validation import Shapes
    from mithaq.graph.validation.checks import Check

    Judged = dict[tuple[Check, Term], set[Finding]]


class AnswersFromAll(Answers):
    """Answers queries from all triples, where the answers under test come from those that a query can look at."""

    def __init__(self, triples: TriplesInMemory) -> None:
        super().__init__(triples, Queries())
        self.all = list(triples)

    def answer(self, text: str, values: Mapping[str, Node]) -> Result:
        return answer_from(self.all, self._queries.analysed(text, values), text, values)

    def suspects(self, _text: str, nodes: Collection[Term]) -> Collection[Term]:
        return nodes


def judged(shapes: Shapes, triples: Iterable[Triple]) -> Judged:
    """Judge every target of every check."""
    merged = TriplesInMemory(triples)
    data, state = DataGraph(merged, AnswersFromAll(merged)), State(merged)
    return {
        (check, node): set(shapes._judged(check, [node], data))
        for check in shapes._index.checks
        for node in check.all_nodes(state)
    }
