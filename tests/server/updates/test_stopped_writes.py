"""A write that is stopped, wherever it has got to, leaves the store as it was or as it should be."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from tests.server.applications import governed_client

from mithaq.graph import KnowledgeGraph

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

NAME = 'id:abkhazia mithaq:name "أبخازي"@ar'
DATA = f"DATA {{ GRAPH <https://w3id.org/mithaq/article/pact#char=27,34> {{ {NAME} }} }}"


def write(client: FlaskClient, word: str, seconds: float) -> int:
    return client.post(f"/update?timeout={seconds}", data={"update": f"{word} {DATA}"}).status_code


def is_there(client: FlaskClient) -> bool:
    return bool(client.post("/sparql", data={"query": f"ASK {{ {NAME} }}"}).get_json()["boolean"])


def test_store_is_whole_whenever_a_write_is_stopped(small_store: Path, tmp_path: Path) -> None:
    shutil.copytree(small_store, tmp_path / "store")
    chance = random.Random(7)  # noqa: S311 - moments, no secrets
    statuses = set()
    with governed_client(tmp_path / "store") as client:
        assert write(client, "INSERT", 60) == 204
        for number in range(30):
            word = "INSERT" if number % 2 else "DELETE"
            statuses.add(status := write(client, word, chance.uniform(0.005, 0.4)))

            if status == 204:
                assert is_there(client) == (word == "INSERT")

        assert write(client, "INSERT", 60) == 204
        assert is_there(client)

    assert statuses <= {204, 503}
    assert 503 in statuses
    with KnowledgeGraph.open(tmp_path / "store") as graph:
        assert graph.audit().conforms
        assert not graph.check()
