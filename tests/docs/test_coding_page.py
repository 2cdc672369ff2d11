"""The page that lists every sentence of the shipped articles says what the data say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from mithaq.graph.namespaces import SENTENCE_CLASS, TYPE
from mithaq.graph.spans import Span

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted((ROOT / "seeds").glob("*.trig"))
SECTION = re.compile(r"^## (?P<name>\S+): .+?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SENTENCE = re.compile(r"^### S\d+ `(?P<span>\d+,\d+)`\n\n> (?P<words>.+)$", re.MULTILINE)
ROW = re.compile(r"^\| `(?P<span>\d+,\d+)` \| (?P<words>.+) \| (?P<facts>\d+) \|$", re.MULTILINE)


def section_of(name: str) -> str:
    page = (ROOT / "docs" / "coding.md").read_text(encoding="utf-8")
    return next(match.group() for match in SECTION.finditer(page) if match["name"] == name)


def offsets(iri: str) -> str:
    return iri.rpartition("=")[2]


@pytest.mark.parametrize("facts", ARTICLES, ids=lambda path: path.stem)
def test_every_sentence_is_listed_with_its_words(facts: Path) -> None:
    text = facts.with_suffix(".txt").read_bytes().decode("utf-8")
    sentences = {
        offsets(quad.subject.value)
        for quad in parse(path=facts, format=RdfFormat.TRIG)
        if quad.predicate == TYPE and quad.object == SENTENCE_CLASS and isinstance(quad.subject, NamedNode)
    }
    listed = {match["span"]: match["words"] for match in SENTENCE.finditer(section_of(facts.stem))}
    assert listed.keys() == sentences
    for span, words in listed.items():
        begin, end = map(int, span.split(","))
        assert words == text[begin:end]


@pytest.mark.parametrize("facts", ARTICLES, ids=lambda path: path.stem)
def test_every_span_is_listed_with_the_number_of_its_facts(facts: Path) -> None:
    graphs = (quad.graph_name for quad in parse(path=facts, format=RdfFormat.TRIG))
    stated = Counter(
        offsets(graph.value) for graph in graphs if isinstance(graph, NamedNode) and Span.from_iri(graph.value)
    )
    listed = {match["span"]: int(match["facts"]) for match in ROW.finditer(section_of(facts.stem))}
    assert {span: count for span, count in listed.items() if count} == dict(stated)


@pytest.mark.parametrize("facts", ARTICLES, ids=lambda path: path.stem)
def test_every_sentence_has_a_remark_or_only_plain_facts(facts: Path) -> None:
    sections = re.split(r"^### ", section_of(facts.stem), flags=re.MULTILINE)[1:]
    without = [section.split("\n", 1)[0] for section in sections if "\n- " not in section]
    assert without == []
