"""Two articles' accounts side by side: what both say, where they differ, what only one of them says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from mithaq.graph import NotInGraphError

from ..iris import node_of
from ..result_tables import Cell, labels_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mithaq.graph import KnowledgeGraph, Language, Term

_FACTS: Final = """SELECT ?subject ?property ?value ?span ?words WHERE {{
  GRAPH {node} {{ ?span mithaq:inArticle {node} ; mithaq:exact ?words }}
  GRAPH ?span {{ ?subject ?property ?value }}
  FILTER(?property NOT IN (rdf:type) && !STRSTARTS(STR(?subject), STR(article:)))
}} ORDER BY ?subject ?property ?value ?span"""
_ARTICLE: Final = "ASK {{ GRAPH {node} {{ {node} a mithaq:Article }} }}"

_Triple = tuple["Term", "Term", "Term"]
_Account = dict[_Triple, list[Cell]]


@dataclass(frozen=True)
class Account:
    """One statement, and the words of each of the two articles that say it; none where an article does not."""

    subject: Cell
    property: Cell
    value: Cell
    words: tuple[tuple[Cell, ...], tuple[Cell, ...]]


@dataclass(frozen=True)
class Difference:
    """A property of a thing for which the two articles give different values, each with the words that say it."""

    subject: Cell
    property: Cell
    values: tuple[tuple[tuple[Cell, tuple[Cell, ...]], ...], tuple[tuple[Cell, tuple[Cell, ...]], ...]]


@dataclass(frozen=True)
class Comparison:
    """What two articles say."""

    both: tuple[Account, ...]
    different: tuple[Difference, ...]
    only: tuple[tuple[Account, ...], tuple[Account, ...]]


def compare_articles(graph: KnowledgeGraph, first: str, second: str, language: Language) -> Comparison:
    """Compare what two articles state; raises NotInGraphError where one is not there."""
    accounts = _account(graph, first), _account(graph, second)
    labels = labels_of(graph, _iris(accounts), language)
    one, other = accounts
    shared = [triple for triple in one if triple in other]
    about = ({triple[:2] for triple in one} & {triple[:2] for triple in other}) - {triple[:2] for triple in shared}
    only = tuple(
        tuple(
            _shown(triple, accounts, labels) for triple in account if triple not in shared and triple[:2] not in about
        )
        for account in accounts
    )
    different = [_difference(pair, accounts, labels) for pair in sorted(about, key=str)]
    both = tuple(_shown(triple, accounts, labels) for triple in shared)
    return Comparison(both, tuple(different), (only[0], only[1]))


def _account(graph: KnowledgeGraph, article: str) -> _Account:
    node = node_of(article)
    if not graph.query(_ARTICLE.format(node=node)):
        raise NotInGraphError(article)
    found: _Account = {}
    for subject, name, value, span, words in graph.query(_FACTS.format(node=node)).rows():
        if subject and name and value and isinstance(span, NamedNode) and isinstance(words, Literal):
            found.setdefault((subject, name, value), []).append(Cell(words.value, "ar", "rtl", iri=span.value))
    return found


def _iris(accounts: Iterable[_Account]) -> list[str]:
    return [term.value for account in accounts for triple in account for term in triple if isinstance(term, NamedNode)]


def _shown(triple: _Triple, accounts: tuple[_Account, _Account], labels: Mapping[str, Literal]) -> Account:
    subject, name, value = (shown(term, labels) for term in triple)
    words = tuple(tuple(account.get(triple, ())) for account in accounts)
    return Account(subject, name, value, (words[0], words[1]))


def _difference(
    pair: tuple[Term, Term], accounts: tuple[_Account, _Account], labels: Mapping[str, Literal]
) -> Difference:
    values = tuple(
        tuple((shown(triple[2], labels), tuple(words)) for triple, words in account.items() if triple[:2] == pair)
        for account in accounts
    )
    return Difference(shown(pair[0], labels), shown(pair[1], labels), (values[0], values[1]))
