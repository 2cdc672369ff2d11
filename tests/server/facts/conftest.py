"""A store that may be changed, and the application over it with somebody who may change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mithaq.graph import BuildFiles, KnowledgeGraph
from mithaq.server import ServiceSettings, create_app
from mithaq.server.access import AccessSettings, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient

SECRET = "a secret for the tests alone"


@pytest.fixture
def store(tmp_path: Path, small_files: BuildFiles) -> Path:
    """A store of the small corpus that this test alone changes."""
    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).written
    return tmp_path / "store"


@pytest.fixture
def stranger(store: Path) -> Iterator[FlaskClient]:
    """A client without a token."""
    app = create_app(ServiceSettings(store, access=AccessSettings(Tokens.of(secret=SECRET))))
    yield app.test_client()
    app.extensions["service"].close()


@pytest.fixture
def client(stranger: FlaskClient) -> FlaskClient:
    """A client that may do everything."""
    client = stranger.application.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {SECRET}"
    return client
