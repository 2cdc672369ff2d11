"""Comunica, in Node.js, queries the endpoint alone, beside a file, and updates it."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.packaging,
    pytest.mark.skipif(shutil.which("npm") is None, reason="no Node.js: Comunica is not tried"),
]

PREFIX = "PREFIX : <http://example.org/> "
NAMES = PREFIX + "SELECT ?name { ?state :name ?name ; :area ?area } ORDER BY ?name"


@pytest.fixture(scope="module")
def comunica(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Comunica 4, installed from its registry into a folder of its own."""
    folder = tmp_path_factory.mktemp("comunica")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder)]
    subprocess.run(
        ["npm", "install", *options, "@comunica/query-sparql@4"], check=True, capture_output=True, timeout=500
    )
    return folder / "node_modules" / ".bin" / "comunica-sparql"


def ask(comunica: Path, *arguments: str) -> list[dict[str, Any]]:
    command: list[str | Path] = [comunica, *arguments, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    rows: list[dict[str, Any]] = json.loads(done.stdout)["results"]["bindings"]
    return rows


def test_endpoint_is_found_and_asked(comunica: Path, scratch: str) -> None:
    rows = ask(comunica, f"{scratch}/sparql", NAMES)

    assert [row["name"]["value"] for row in rows] == ["Egypt", "Jordan", "الأردن", "مصر"]


def test_endpoint_is_joined_with_a_graph_of_the_graph_store(comunica: Path, scratch: str) -> None:
    treaties = f"{scratch}/data?graph=http%3A%2F%2Fexample.org%2Ftreaties"
    query = PREFIX + 'SELECT ?name { :treaty :party ?state . ?state :name ?name FILTER(LANG(?name) = "ar") }'

    rows = ask(comunica, f"sparql@{scratch}/sparql", f"file@{treaties}", query)

    assert {row["name"]["value"] for row in rows} == {"مصر", "الأردن"}


def test_endpoint_is_updated(comunica: Path, scratch: str) -> None:
    update = PREFIX + 'INSERT DATA { GRAPH :new { :iraq :name "العراق"@ar } }'
    subprocess.run([comunica, f"sparql@{scratch}/update", update], check=True, capture_output=True, timeout=120)

    rows = ask(comunica, f"{scratch}/sparql", PREFIX + "SELECT ?name { GRAPH :new { ?s :name ?name } }")

    assert [row["name"]["value"] for row in rows] == ["العراق"]
