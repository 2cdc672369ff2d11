"""Ontology and shapes as graphs, and the examples judged once, for every test of this folder."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from rdflib import Graph
from rdflib.term import Node

from .examples import Example, examples
from .judged import Result, judge

_FOLDER: Final = Path(__file__).parent
_REPOSITORY: Final = Path(__file__).resolve().parents[2]


def _merged(files: Iterable[Path]) -> Graph:
    graph = Graph()
    for file in files:
        graph.parse(file)
    return graph


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """The ontology as a build loads it; treat it as read-only."""
    files = (_REPOSITORY / "ontology").glob("*.ttl")
    return _merged(file for file in sorted(files) if file.name != "alignments.ttl")


@pytest.fixture(scope="session")
def shapes() -> Graph:
    """All shapes in one graph; treat it as read-only."""
    return _merged(sorted((_REPOSITORY / "shapes").glob("*.ttl")))


@pytest.fixture(scope="session")
def topics() -> dict[str, set[Node]]:
    """What each file of shapes defines, by the topic that it is named for."""
    return {file.stem: set(Graph().parse(file).subjects()) for file in (_REPOSITORY / "shapes").glob("*.ttl")}


@pytest.fixture(scope="session")
def results(ontology: Graph, shapes: Graph) -> list[Result]:
    """What is found of all examples together."""
    return judge((example.facts() for example in examples(_FOLDER)), ontology, shapes)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test that asks for an example every one of its kind."""
    wanted = {"example": None, "valid_example": True, "invalid_example": False}
    for name in wanted.keys() & set(metafunc.fixturenames):
        chosen: list[Example] = [each for each in examples(_FOLDER) if wanted[name] in (None, each.valid)]
        metafunc.parametrize(name, chosen, ids=[each.name for each in chosen])
