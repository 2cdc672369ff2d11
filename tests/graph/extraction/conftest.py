"""Articles made of a few words, and what extraction says of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mithaq.graph.articles import Article
from mithaq.graph.extraction import Proposals, extract, write_trig
from mithaq.graph.extraction.facts.ledger import Name, Printed, Term, Value
from mithaq.graph.facts import parse_facts_bytes

if TYPE_CHECKING:
    from datetime import date

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "tests" / "data" / "articles"


def article_of(text: str, name: str = "article") -> Article:
    return Article.from_bytes(name, text.encode())


def proposals_for(text: str, published: date | None = None) -> Proposals:
    proposals = extract(article_of(text), published)
    parse_facts_bytes(write_trig(proposals).encode(), "trig", "article.trig")  # what is written can be read
    return proposals


def extract_named(text: str, name: str) -> Proposals:
    return extract(article_of(text, name))


def stated(proposals: Proposals, kind: str) -> list[dict[str, set[str]]]:
    """Give what is stated of each individual of a class: its properties with their values, words as printed."""
    found: dict[object, dict[str, set[str]]] = {}
    for claim in proposals.claims:
        node = claim.object
        value = (
            proposals.article.text[node.begin : node.end]
            if isinstance(node, Printed)
            else node.local
            if isinstance(node, Name | Term)
            else node.text
            if isinstance(node, Value)
            else f"{node.begin},{node.end}"
        )
        found.setdefault(claim.subject, {}).setdefault(claim.predicate, set()).add(value)
    return [facts for facts in found.values() if kind in facts.get("type", ())]


def kinds_in(proposals: Proposals) -> set[str]:
    return {
        claim.object.local for claim in proposals.claims if claim.predicate == "type" and isinstance(claim.object, Term)
    }


@pytest.fixture(scope="session")
def corpus() -> Path:
    return CORPUS
