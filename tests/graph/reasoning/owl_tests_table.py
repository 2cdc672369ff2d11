"""The table of the W3C's OWL 2 tests, for the documents.

python -m tests.graph.reasoning.owl_tests_table COLLECTION docs/owl-tests.md
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .w3c import Kind, Result, Verdict, judge_case, read_cases

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD: Final = """\
# The W3C's OWL 2 tests

The approved [OWL 2 test cases](https://www.w3.org/TR/owl2-test/) of the RL profile, each put to the reasoner for each
thing that it asks for: {passed} passed, {failed} failed, {idle} do not apply. This page is generated. The tests stand
in the repository [funowl](https://github.com/Harold-Solbrig/funowl) (`tests/data/all.rdf`) and are no part of this one:

    python -m tests.graph.reasoning.owl_tests_table all.rdf docs/owl-tests.md
    MITHAQ_OWL_TESTS=all.rdf pytest tests/graph/reasoning/test_w3c.py

How they are read:

- The reasoner keeps ontology and facts apart, so premises are split: what is said of individuals are facts, but for the
  lists of `owl:AllDifferent`, which belong to the ontology. A test whose premise says nothing of individuals, or that
  concludes nothing of any, does not apply: the ontology itself is closed by owlrl.
- A class that an individual is of and that has no name is given one.
- The rules never write down what denies something (that two things are different, that a thing is not of a class). Such
  a conclusion counts as drawn if the facts contradict the ontology once the opposite is assumed; the table says *by
  contradiction*.
- Where a contradiction is asked for, the table names the rules that are broken: the W3C's, or `dt-diff` and
  `dt-not-type` for values.

| test | asks for | outcome | |
| --- | --- | --- | --- |
"""
_ASKS: Final = {
    Kind.CONSISTENT: "no contradiction",
    Kind.INCONSISTENT: "a contradiction",
    Kind.CONCLUDES: "a conclusion",
    Kind.DOES_NOT_CONCLUDE: "no such conclusion",
}


def table_of(results: Sequence[Result]) -> str:
    """Write results as a page."""
    counted = Counter(each.verdict for each in results)
    head = _HEAD.format(
        passed=counted[Verdict.PASSED], failed=counted[Verdict.FAILED], idle=counted[Verdict.DOES_NOT_APPLY]
    )
    return head + "".join(
        f"| {each.name} | {_ASKS[each.kind]} | {each.verdict.value} | {each.remark} |\n" for each in results
    )


def main(collection: str, page: str) -> None:
    """Judge a collection and write the page."""
    results = [result for case in read_cases(Path(collection)) for result in judge_case(case)]
    Path(page).write_text(table_of(results), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
