"""The ontology's files as graphs, for every test of this folder."""

from pathlib import Path

import pytest
from rdflib import Graph

from .vocabulary import alignments_file, merged, module_files


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the top folder of the repository."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def ontology(repository: Path) -> Graph:
    """Return all loaded files of the ontology in one graph; treat it as read-only."""
    return merged(module_files(repository))


@pytest.fixture(scope="session")
def alignments(repository: Path) -> Graph:
    """Return the alignments, which are shipped but never loaded."""
    return merged([alignments_file(repository)])
