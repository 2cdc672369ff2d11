"""The application over the shipped articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mithaq.server import ServiceSettings, create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient


@pytest.fixture
def shipped_client(shipped_store: Path) -> Iterator[FlaskClient]:
    """A client of the application over the shipped articles."""
    app = create_app(ServiceSettings(shipped_store))
    yield app.test_client()
    app.extensions["service"].close()
