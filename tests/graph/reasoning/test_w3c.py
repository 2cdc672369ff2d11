"""The W3C's OWL 2 tests of the RL profile that speak of individuals are passed, and the documents say so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .owl_tests_table import table_of
from .w3c import Result, Verdict, judge_case, read_cases

DOCUMENT = Path(__file__).parents[3] / "docs" / "owl-tests.md"
COLLECTION = os.environ.get("MITHAQ_OWL_TESTS")
pytestmark = pytest.mark.skipif(
    COLLECTION is None,
    reason="MITHAQ_OWL_TESTS names no file: take tests/data/all.rdf of https://github.com/Harold-Solbrig/funowl",
)


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return [result for case in read_cases(Path(str(COLLECTION))) for result in judge_case(case)]


def test_what_applies_is_passed(results: list[Result]) -> None:
    assert not [each for each in results if each.verdict is Verdict.FAILED]
    assert sum(each.verdict is Verdict.PASSED for each in results) == 59


def test_table_in_the_documents_is_of_today(results: list[Result]) -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == table_of(results)
