"""Applications over stores of either policy, with real workers, for the time of a block."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from mithaq.server import ServiceSettings, create_app
from mithaq.server.access import AccessSettings, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient

SECRET: Final = "a secret for the tests alone"
FAR_FROM_ANY_LIMIT: Final = AccessSettings(Tokens(), rate=0, concurrency=0)


@contextmanager
def open_client(store: Path, **settings: Any) -> Iterator[FlaskClient]:  # noqa: ANN401 - each has its own type
    """Give a client of a plain store."""
    with _client(ServiceSettings(store, policy="open", access=FAR_FROM_ANY_LIMIT, **settings)) as client:
        yield client


@contextmanager
def governed_client(store: Path, **settings: Any) -> Iterator[FlaskClient]:  # noqa: ANN401 - as above
    """Give a client of a governed store that may do everything."""
    access = AccessSettings(Tokens.of(secret=SECRET), rate=0, concurrency=0)
    with _client(ServiceSettings(store, access=access, **settings)) as client:
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {SECRET}"
        yield client


@contextmanager
def _client(settings: ServiceSettings) -> Iterator[FlaskClient]:
    app = create_app(settings)
    try:
        yield app.test_client()
    finally:
        app.extensions["service"].close()
