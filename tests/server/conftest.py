"""A built store, the application over it, and a service that really runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mithaq.graph import KnowledgeGraph
from mithaq.server import ServiceSettings, create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask
    from flask.testing import FlaskClient

    Mithaq = Callable[..., subprocess.CompletedProcess[bytes]]

MITHAQ = Path(sys.executable).with_name("mithaq")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the shipped articles."""
    folder = tmp_path_factory.mktemp("shipped") / "store"
    KnowledgeGraph.build(folder)
    return folder


@pytest.fixture
def app(store: Path) -> Iterator[Flask]:
    app = create_app(ServiceSettings(store, largest_body=20_000))
    yield app
    app.extensions["snapshots"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def runner(store: Path) -> CliRunner:
    return CliRunner(env={"MITHAQ_STORE": str(store), "LC_ALL": "C.UTF-8"})


@pytest.fixture
def mithaq(store: Path, tmp_path: Path) -> Mithaq:
    """Run the real command in an empty folder."""
    environment = os.environ | {"MITHAQ_STORE": str(store), "LC_ALL": "C.UTF-8"}

    def run(*arguments: str | Path, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [MITHAQ, *arguments],
            cwd=tmp_path, env=environment | variables, input=stdin, capture_output=True, check=False, timeout=120,
        )  # fmt: skip

    return run


@pytest.fixture(scope="session")
def service(store: Path) -> Iterator[str]:
    """The address, without the last slash, of a running `mithaq serve`."""
    command: list[str | Path] = [MITHAQ, "serve", "--store", store, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        announcement = process.stdout.readline()
        yield announcement.split()[-1].rstrip("/")
        process.terminate()
        assert process.wait(timeout=20) == 0
