"""A service on scratch data that clients may change: each test gets it as the file `data.trig` says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import pytest

from ..services import serve_mithaq

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).with_name("data.trig")


@pytest.fixture(scope="session")
def scratch_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve_mithaq(tmp_path_factory.mktemp("scratch") / "store", "--policy", "open") as service:
        yield service.address


@pytest.fixture
def scratch(scratch_service: str) -> str:
    headers = {"Content-Type": "application/trig"}
    with urlopen(Request(f"{scratch_service}/data", DATA.read_bytes(), headers, method="PUT")):  # noqa: S310
        return scratch_service
