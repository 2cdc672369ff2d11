"""The two policies: a store of one kind is no use under the other, and a plain store is what SPARQL says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.server.applications import open_client

from mithaq.graph import KnowledgeGraph, PlainGraph, StoreBusyError, StoreError, StoreForeignError, StorePolicyError

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def count(client: FlaskClient) -> int:
    answer = client.get("/sparql?query=SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", headers={"Accept": "text/csv"})
    return int(answer.get_data(as_text=True).split()[1])


def insert(client: FlaskClient, name: str) -> int:
    update = f"INSERT DATA {{ <http://example.org/{name}> a <http://example.org/Thing> }}"
    return client.post("/update", data=update, content_type="application/sparql-update").status_code


def test_open_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    with open_client(tmp_path / "scratch") as client:
        assert count(client) == 0
        assert insert(client, "a") == 204
        assert count(client) == 1

    with open_client(tmp_path / "scratch") as client:
        assert count(client) == 1


def test_governed_store_is_not_served_as_an_open_one(small_store: Path) -> None:
    with pytest.raises(StorePolicyError, match="--policy governed"):
        PlainGraph.make(small_store)


def test_open_store_is_not_read_as_a_governed_one(tmp_path: Path) -> None:
    PlainGraph.make(tmp_path)

    with pytest.raises(StorePolicyError, match="--policy open"):
        KnowledgeGraph.open(tmp_path)


def test_nothing_is_built_into_an_open_store(tmp_path: Path) -> None:
    PlainGraph.make(tmp_path)

    with pytest.raises(StorePolicyError):
        KnowledgeGraph.build(tmp_path)


def test_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear")

    with pytest.raises(StoreForeignError):
        PlainGraph.make(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize(("policy", "other"), [("open", "governed"), ("governed", "open")])
def test_command_says_which_policy_suits(small_store: Path, tmp_path: Path, policy: str, other: str) -> None:
    PlainGraph.make(tmp_path)
    store = small_store if policy == "open" else tmp_path

    done = subprocess.run(
        [Path(sys.executable).with_name("mithaq"), "serve", "--policy", policy, "--store", store, "--port", "0"],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 2
    assert f"--policy {other}" in done.stderr


def test_default_graph_of_an_open_store_is_not_the_merge(tmp_path: Path) -> None:
    with open_client(tmp_path / "scratch") as client:
        update = "INSERT DATA { GRAPH <http://example.org/g> { <http://example.org/a> a <http://example.org/Thing> } }"
        assert client.post("/update", data={"update": update}).status_code == 204

        assert count(client) == 0


def test_open_store_declares_no_prefixes(tmp_path: Path) -> None:
    with open_client(tmp_path / "scratch") as client:
        assert client.get("/sparql?query=ASK { ?s a mithaq:Polity }").status_code == 400


def test_writer_that_is_killed_leaves_the_store_whole_and_another_goes_on(tmp_path: Path) -> None:
    with open_client(tmp_path / "scratch") as client:
        assert insert(client, "a") == 204
        (writer,) = client.application.extensions["service"]._writers._idle.queue

        os.kill(writer._process.pid, signal.SIGKILL)
        writer._process.join()

        assert insert(client, "b") == 204
        assert count(client) == 2


def test_two_services_do_not_write_into_one_open_store(tmp_path: Path) -> None:
    PlainGraph.make(tmp_path)

    with PlainGraph.writing(tmp_path), pytest.raises(StoreBusyError), PlainGraph.writing(tmp_path):
        pass


def test_snapshot_of_an_open_store_stays_as_it_was(tmp_path: Path) -> None:
    PlainGraph.make(tmp_path)
    before = PlainGraph.open(tmp_path)
    with PlainGraph.writing(tmp_path) as writer:
        writer.update("INSERT DATA { <http://example.org/a> a <http://example.org/Thing> }")

    assert not before.is_current()
    assert (len(before.quads), len(before.renewed().quads)) == (0, 1)
    assert before.renewed().revision.digest != before.revision.digest


def test_damaged_state_of_an_open_store_is_told(tmp_path: Path) -> None:
    PlainGraph.make(tmp_path)
    (tmp_path / "state").write_text("nonsense")

    with pytest.raises(StoreError, match="damaged"):
        PlainGraph.open(tmp_path)


def test_reader_whose_files_are_tidied_away_begins_again(tmp_path: Path) -> None:
    values = " . ".join(f'<a:{n}> <a:p> "{"x" * 100}"' for n in range(2000))
    with open_client(tmp_path / "scratch") as client:
        for number in range(12):
            data = values.replace("<a:p>", f"<a:p{number}>")
            assert client.post("/update", data={"update": f"INSERT DATA {{ {data} }}"}).status_code == 204
            assert (
                client.get("/sparql?query=SELECT * { ?s ?p ?o } OFFSET 10", headers={"Accept": "text/csv"}).status_code
                == 200
            )
