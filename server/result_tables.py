"""A query's result as a page shows it: labels before IRIs, and a direction for each cell."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from pyoxigraph import Literal as LiteralTerm
from pyoxigraph import NamedNode

from mithaq.graph import KnowledgeGraph, compact

from .texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Triple

    from mithaq.graph import Language, PlainGraph, QueryResult, Term


Direction = Literal["ltr", "rtl"]

MOST_ROWS = 1000


@dataclass(frozen=True)
class Cell:
    """One value: its text, the text's language and direction, a note beside it, and its IRI or its datatype."""

    text: str
    language: str | None = None
    direction: Direction = "ltr"
    note: str | None = None
    iri: str | None = None
    datatype: str | None = None


@dataclass(frozen=True)
class ResultTable:
    """The first rows of a result and the number of all of them, or the verdict of a yes-or-no question."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    count: int = 0
    verdict: bool | None = None
    kind: Literal["solutions", "boolean", "graph"] = "solutions"


def read_result(
    result: QueryResult, graph: KnowledgeGraph | PlainGraph, language: Language, most: int = MOST_ROWS
) -> ResultTable:
    """Read a result for a page in one language; raises QueryFailedError where it breaks off."""
    if result.kind == "boolean":
        return ResultTable(verdict=bool(result), kind="boolean")
    texts = TEXTS[language]
    columns = result.variables if result.kind == "solutions" else (texts.subject, texts.predicate, texts.object)
    rows = iter(result)
    shown = [tuple(row) for row in islice(rows, most)]
    count = len(shown) + sum(1 for _ in rows)
    labels = labels_of(graph, _iris(shown), language) if isinstance(graph, KnowledgeGraph) else {}
    cells = tuple(tuple(cell_of(term, labels) for term in row) for row in shown)
    return ResultTable(columns, cells, count, kind=result.kind)


def labels_of(graph: KnowledgeGraph, iris: Iterable[str], language: Language) -> dict[str, LiteralTerm]:
    """Give what to call each IRI: its best label; a span of text is called by its words."""
    known = list(dict.fromkeys(iris))
    spans = " ".join(str(NamedNode(iri)) for iri in known if "#char=" in iri)
    words = graph.query(f"SELECT ?span ?words {{ VALUES ?span {{ {spans} }} ?span mithaq:exact ?words }}").rows()
    quoted = {
        span.value: LiteralTerm(f"«{text.value}»", language="ar")
        for span, text in words
        if isinstance(span, NamedNode) and isinstance(text, LiteralTerm)
    }
    return {**quoted, **graph.labels(known, language)}


def description_query(iri: str) -> str:
    """Ask everything that the graph says of a thing, and from which graph it knows."""
    return f"""SELECT ?property ?value ?graph WHERE {{
  GRAPH ?graph {{ <{iri}> ?property ?value }}
}}
ORDER BY ?property ?value ?graph"""


def _iris(rows: Iterable[Sequence[Term | Triple | None]]) -> list[str]:
    return [term.value for row in rows for term in row if isinstance(term, NamedNode)]


def cell_of(term: Term | Triple | None, labels: Mapping[str, LiteralTerm]) -> Cell | None:
    """Show a term by its label."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return _iri_cell(term.value, labels.get(term.value))
    if isinstance(term, LiteralTerm):
        datatype = None if term.language else compact(term.datatype.value)
        return Cell(term.value, term.language, direction_of(term.value), datatype=datatype)
    return Cell(str(term))


def shown(term: Term | Triple | None, labels: Mapping[str, LiteralTerm]) -> Cell:
    """Show a term by its label; where there is none, an empty cell."""
    return cell_of(term, labels) or Cell("")


def _iri_cell(iri: str, label: LiteralTerm | None) -> Cell:
    name = compact(iri)
    if label is None:
        return Cell(name, iri=iri)
    return Cell(label.value, label.language, direction_of(label.value), note=name, iri=iri)


def direction_of(text: str) -> Direction:
    """Give the direction of a text: that of its first letter (Unicode bidirectional algorithm, rules P2 and P3).

    >>> direction_of("«معاهدة» (treaty)"), direction_of("26 August"), direction_of("2014")
    ('rtl', 'ltr', 'ltr')
    """
    kinds = (unicodedata.bidirectional(character) for character in text)
    return "rtl" if next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L" else "ltr"
