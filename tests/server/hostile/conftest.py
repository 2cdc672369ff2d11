"""Services under attack, one for each policy; after each attack both must be as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..services import serve_mithaq
from .attacks import is_answered_within_a_second, memory_returns, seconds_for_an_honest_query

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..services import RunningService


@pytest.fixture(scope="session")
def governed(small_store: Path) -> Iterator[RunningService]:
    with serve_mithaq(small_store) as service:
        seconds_for_an_honest_query(service)
        yield service


@pytest.fixture(scope="session")
def open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    with serve_mithaq(
        tmp_path_factory.mktemp("attacked") / "store", "--policy", "open", "--write-timeout", "5"
    ) as service:
        seconds_for_an_honest_query(service)
        yield service


@pytest.fixture(autouse=True)
def _attack_is_survived(governed: RunningService, open_to_all: RunningService) -> Iterator[None]:
    services = (governed, open_to_all)
    before = [service.memory() for service in services]
    yield
    for service, memory in zip(services, before, strict=True):
        assert is_answered_within_a_second(service)
        assert memory_returns(service, memory), f"{memory} bytes before, {service.memory()} now"
        assert is_answered_within_a_second(service)
