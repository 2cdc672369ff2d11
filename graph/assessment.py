"""The assessment of new facts in the context of a graph, without adding them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .corpus import Corpus, place_sources
from .facts import Facts, Statement, in_default_graph
from .judgement import judge_facts
from .namespaces import ARTICLES
from .report import ValidationReport
from .spans import article_of
from .terms import iri_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .articles import Article
    from .validation import Shapes


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding that the graph had when it was built, and the graph that its fact stands in."""

    identity: tuple[str, ...]
    graph: str | None


def known_findings(report: str) -> list[KnownFinding]:
    """Read the findings out of a report in JSON."""
    return [
        KnownFinding(
            (each["rule"], *(each[name] or "" for name in ("component", "focus", "path", "value"))), each["graph"]
        )
        for each in json.loads(report)["findings"]
    ]


def assess(
    base: Corpus,
    shapes: Shapes,
    known: Iterable[KnownFinding],
    facts: Facts,
    *,
    articles: Iterable[Article] = (),
    sources: Facts | None = None,
) -> ValidationReport:
    """Judge new facts against a graph that holds `base`, bringing their articles' texts with them if they have any.

    Facts that describe an article which the graph holds take the place of all that the graph has of it.
    What was found in the graph before is not held against the new facts.
    """
    brought = {article.iri: article for article in articles}
    replaced = frozenset(_articles_described(facts) | brought.keys())
    kept = tuple(each for each in base.statements if article_of(each.graph or "") not in replaced)
    known_articles = {**base.articles, **brought}
    placed = place_sources(sources, brought)[0] if sources else ()
    described = _texts(replaced, known_articles, base)
    judged = facts.statements
    corpus = replace(
        base,
        articles=known_articles,
        statements=tuple(dict.fromkeys((*judged, *kept, *placed, *described))),
        owners={facts.file: own} if (own := ARTICLES + facts.scope) in known_articles else {},
    )
    judgement = judge_facts(corpus, judged, shapes, adding=not _is_plain(facts))
    old = {each.identity for each in known if article_of(each.graph or "") not in replaced}
    return ValidationReport(tuple(each for each in judgement.findings if each.identity not in old))


def _is_plain(facts: Facts) -> bool:
    """Tell whether no fact names its evidence, as in Turtle: such facts are judged by the shapes and told the rest."""
    return all(in_default_graph(statement) for statement in facts.statements)


def _articles_described(facts: Facts) -> set[str]:
    """Give the articles whose own node the facts describe in the article's graph, or whose name the file bears."""
    described = {
        each.graph
        for each in facts.statements
        if each.graph is not None and each.graph == iri_of(each.quad.subject) == article_of(each.graph)
    }
    spoken_for = {article_of(each.graph or "") for each in facts.statements}
    return described | {own for own in (ARTICLES + facts.scope,) if own in spoken_for}


def _texts(replaced: frozenset[str], articles: Mapping[str, Article], base: Corpus) -> list[Statement]:
    """State again what the build states of the texts of replaced articles, and where they were published."""
    texts = [Statement(quad) for iri in replaced if iri in articles for quad in articles[iri].describe()]
    published = [
        each
        for each in base.statements
        if each.graph in replaced and iri_of(each.quad.subject) == f"{each.graph}#source"
    ]
    return [*texts, *published]
