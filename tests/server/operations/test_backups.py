"""A backup is made, and restored, beside a service that goes on answering and taking changes."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, Final

from tests.server.services import MITHAQ, RunningService, serve_mithaq

if TYPE_CHECKING:
    from pathlib import Path

SECRET: Final = "a-secret-for-the-tests-alone"
NAMED: Final = 'ASK { id:abkhazia mithaq:name "أبخازي"@ar }'
FACT: Final = (
    'INSERT DATA { GRAPH <https://w3id.org/mithaq/article/pact#char=27,34> { id:abkhazia mithaq:name "أبخازي"@ar } }'
)


def send(service: RunningService, path: str, text: str, media_type: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(service.netloc, timeout=60)
    headers = {"Content-Type": media_type, "Authorization": f"Bearer {SECRET}"}
    connection.request("POST", path, text.encode(), headers)
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return response.status, data


def is_named(service: RunningService) -> Any:  # noqa: ANN401 - a truth value
    status, data = send(service, "/sparql", NAMED, "application/sparql-query")
    assert status == 200, data
    return json.loads(data)["boolean"]


def mithaq(*arguments: str | Path) -> None:
    done = subprocess.run([MITHAQ, *arguments], capture_output=True, check=False, timeout=120, env=os.environ)
    assert done.returncode == 0, done.stderr


def test_service_goes_on_while_a_backup_is_made_and_restored(small_store: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(small_store, store, ignore=shutil.ignore_patterns("snapshots"))

    with serve_mithaq(store, token=SECRET) as service:
        assert is_named(service) is False
        mithaq("backup", "--store", store, tmp_path / "before")

        assert send(service, "/update", FACT, "application/sparql-update")[0] == 204
        assert is_named(service) is True
        mithaq("backup", "--store", store, tmp_path / "after")

        mithaq("restore", "--store", store, tmp_path / "before")
        assert is_named(service) is False
        mithaq("restore", "--store", store, tmp_path / "after")
        assert is_named(service) is True
        status, report = send(service, "/update", FACT.replace("INSERT", "DELETE"), "application/sparql-update")
        assert status == 204, report
        assert is_named(service) is False
