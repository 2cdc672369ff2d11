"""A built store, the application over it, and a service that really runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mithaq.server import ServiceSettings, create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from flask import Flask
    from flask.testing import FlaskClient

    Mithaq = Callable[..., subprocess.CompletedProcess[bytes]]

MITHAQ = Path(sys.executable).with_name("mithaq")


@pytest.fixture(scope="session")
def store(small_store: Path) -> Path:
    """The store that most tests ask: three small articles."""
    return small_store


@pytest.fixture
def app(store: Path) -> Iterator[Flask]:
    app = create_app(ServiceSettings(store, largest_body=20_000))
    yield app
    app.extensions["service"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def runner(store: Path) -> CliRunner:
    return CliRunner(env={"MITHAQ_STORE": str(store), "LC_ALL": "C.UTF-8"})


@pytest.fixture
def own_store(shipped_store: Path, tmp_path: Path) -> Path:
    """A copy of the store of the shipped articles, to be changed at will."""
    shutil.copytree(shipped_store, tmp_path / "own")
    return tmp_path / "own"


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


@contextmanager
def serve(store: Path) -> Iterator[str]:
    command: list[str | Path] = [MITHAQ, "serve", "--store", store, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1].rstrip("/")
        process.terminate()
    assert process.returncode == 0


@pytest.fixture(scope="session")
def serving() -> Callable[[Path], AbstractContextManager[str]]:
    """Run `mithaq serve` on a store for the time of a block, which gets the address without its last slash."""
    return serve


@pytest.fixture(scope="session")
def service(store: Path) -> Iterator[str]:
    """The address of a service on the small store."""
    with serve(store) as address:
        yield address
