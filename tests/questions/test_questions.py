"""The competency questions: NAME.rq asks in SPARQL, Arabic and English, NAME.csv beside it holds the exact answer."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from mithaq.graph import PREFIXES

if TYPE_CHECKING:
    from mithaq.graph import KnowledgeGraph

FOLDER: Final = Path(__file__).parent
QUESTIONS: Final = sorted(FOLDER.rglob("*.rq"))

LONGEST: Final = 10
"""Lines of SPARQL that a question may take: a longer one shows that the ontology lacks a shortcut."""

OURS: Final = ("article", "id", "mithaq")
"""Prefixes of names that must be known, for a misspelt one gives an empty answer and no error."""

_ASKED_IN_ENGLISH: Final = re.compile(r"^# en: [^\u0600-\u06ff]+\?(?: \([^\u0600-\u06ff]+\))?$", re.MULTILINE)
_ASKED_IN_ARABIC: Final = re.compile(r"^# ar: [^A-Za-z]*[\u0621-\u064a][^؟]*؟(?: \([^A-Za-z]+\))?$", re.MULTILINE)
_QUOTED_OR_COMMENT: Final = re.compile(r'<[^<>\s]*>|"(?:[^"\\]|\\.)*"|#[^\n]*')
_NAME: Final = re.compile(r"(?<![\w:])([a-z]+):([\w-]+)")

each_question = pytest.mark.parametrize(
    "question", QUESTIONS, ids=[path.relative_to(FOLDER).with_suffix("").as_posix() for path in QUESTIONS]
)


def rows_of(text: str) -> list[list[str]]:
    """Read CSV; the first row is the header."""
    return list(csv.reader(io.StringIO(text, newline="")))


def expected_rows(question: Path) -> list[list[str]]:
    return rows_of(question.with_suffix(".csv").read_bytes().decode())


def text_of(question: Path) -> str:
    return question.read_text(encoding="utf-8")


def bare(query: str) -> str:
    """Take comments, strings and full IRIs out of a query."""
    return _QUOTED_OR_COMMENT.sub(" ", query)


def our_names(query: str) -> set[str]:
    """Give the full IRIs of the names in a query that are the project's own."""
    return {PREFIXES[prefix] + name for prefix, name in _NAME.findall(bare(query)) if prefix in OURS}


@each_question
def test_answer_is_exactly_the_expected_one(question: Path, graph: KnowledgeGraph) -> None:
    answer = graph.query(text_of(question)).serialize("csv").decode()

    assert rows_of(answer) == expected_rows(question)


@each_question
def test_question_is_asked_in_english_and_arabic(question: Path) -> None:
    assert len(_ASKED_IN_ENGLISH.findall(text_of(question))) == 1
    assert len(_ASKED_IN_ARABIC.findall(text_of(question))) == 1


@each_question
def test_question_names_only_what_the_graph_knows(question: Path, known_iris: frozenset[str]) -> None:
    assert our_names(text_of(question)) - known_iris == set()


@each_question
def test_question_is_short_ordered_and_declares_nothing(question: Path) -> None:
    lines = [line for line in bare(text_of(question)).splitlines() if line.strip()]

    assert len(lines) <= LONGEST
    assert "ORDER BY" in lines[-1]
    assert not any(line.lstrip().upper().startswith(("PREFIX", "BASE")) for line in lines)


def test_no_two_questions_are_worded_alike() -> None:
    wordings = [line for question in QUESTIONS for line in text_of(question).splitlines()[:2]]

    assert len(set(wordings)) == len(wordings)


def test_every_question_has_an_answer_file_and_every_answer_file_a_question() -> None:
    assert {path.with_suffix("") for path in FOLDER.rglob("*.csv")} == {path.with_suffix("") for path in QUESTIONS}


def test_there_are_enough_questions_of_each_kind() -> None:
    unanswered = [path for path in QUESTIONS if len(expected_rows(path)) == 1]
    about_evidence = [
        question for question in QUESTIONS if {"quote", "begin", "end"} <= set(expected_rows(question)[0])
    ]

    assert len(QUESTIONS) >= 60
    assert len(unanswered) >= 10
    assert len(about_evidence) >= 10


def test_what_is_not_stated_has_no_answer() -> None:
    assert [path for path in QUESTIONS if path.parent.name == "not-stated" and len(expected_rows(path)) > 1] == []


def test_a_misspelt_name_is_noticed(known_iris: frozenset[str]) -> None:
    query = '# id:nobody\nSELECT * { id:rusia mithaq:partyy ?x ; mithaq:name "mithaq:none" . ?x a mithaq:Treaty }'

    assert our_names(query) - known_iris == {PREFIXES["id"] + "rusia", PREFIXES["mithaq"] + "partyy"}
