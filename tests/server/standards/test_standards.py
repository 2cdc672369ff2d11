"""The service passes the W3C's test suites, but for the tests that are known to fail.

The suites are not part of this repository: set MITHAQ_RDF_TESTS to the folder of a copy of
https://github.com/w3c/rdf-tests. `python tests/server/standards` writes the pass table of the docs.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..services import serve_mithaq
from .endpoint import MITHAQ, Endpoint
from .judging import judge_section
from .known import known_failures
from .page import label
from .suite import SECTIONS, Suite

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def suite() -> Suite:
    folder = os.environ.get("MITHAQ_RDF_TESTS")
    if not folder:
        pytest.skip("no W3C suites: clone https://github.com/w3c/rdf-tests and set MITHAQ_RDF_TESTS to its folder")
    return Suite(Path(folder))


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with serve_mithaq(tmp_path_factory.mktemp("standards") / "store", "--policy", "open") as service:
        endpoint = Endpoint(MITHAQ, service.netloc)
        yield endpoint
        endpoint.close()


@pytest.mark.parametrize("section", SECTIONS)
def test_suite_passes_but_for_what_is_known(suite: Suite, endpoint: Endpoint, section: str) -> None:
    verdicts = list(judge_section(suite, section, endpoint))

    faults = {label(each): each.fault for each in verdicts if not each.passed}
    expected = {label(each) for each in verdicts} & known_failures().keys()
    assert verdicts
    assert {name: fault for name, fault in faults.items() if name not in expected} == {}
    assert expected <= faults.keys(), "some pass now: strike them from the list of known failures"


def test_all_failures_that_are_known_are_of_tests_that_there_are(suite: Suite) -> None:
    names = {
        f"{' '.join(section.split()[:2])}: {case.group}/{case.name}"
        for section in SECTIONS
        for case in suite.cases(section)
    }

    assert known_failures().keys() <= names
