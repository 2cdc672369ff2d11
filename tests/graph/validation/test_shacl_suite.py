"""The W3C's SHACL tests pass, judged all at once or step by step, wherever pySHACL alone passes them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest

from .examples import shipped_shapes, widens
from .shacl_suite import Case, Way, cases
from .shacl_table import table

_FOLDER: Final = os.environ.get("MITHAQ_SHACL_TESTS")
_CASES: Final = cases(Path(_FOLDER)) if _FOLDER else []
_TABLE: Final = Path(__file__).parents[3] / "docs" / "shacl-tests.md"

needs_suite = pytest.mark.skipif(
    not _FOLDER,
    reason="set MITHAQ_SHACL_TESTS to the folder data-shapes-test-suite/tests of https://github.com/w3c/data-shapes",
)
pytestmark = [
    pytest.mark.filterwarnings("ignore::pyshacl.errors.ConstraintLoadWarning"),
    pytest.mark.filterwarnings("ignore::pyshacl.errors.ShapeRecursionWarning"),
]


@needs_suite
@pytest.mark.parametrize("way", [Way.FULL, Way.INCREMENTAL])
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_case_passes_if_it_does_with_pyshacl_alone(case: Case, way: Way) -> None:
    assert case.passes(way) or not case.passes(Way.PYSHACL)


@needs_suite
def test_table_in_the_docs_is_what_is_found() -> None:
    assert _TABLE.read_text(encoding="utf-8") == table(_CASES)


def test_shipped_shapes_do_not_widen() -> None:
    assert not [check.shape.node for check in shipped_shapes()._index.checks if widens(check)]
