"""Services under attack, one for each policy; after each attack both must be as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..services import memory_of, process_tree, serve_mithaq
from .attacks import is_answered_within_a_second, memory_at_rest, memory_returns, seconds_for_an_honest_query

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


@pytest.fixture(scope="session")
def _at_rest(governed: RunningService, open_to_all: RunningService) -> dict[str, int]:
    """What each occupied before any attack: what attacks leave behind adds up, and is held against all of them."""
    return {service.address: memory_at_rest(service) for service in (governed, open_to_all)}


@pytest.fixture(autouse=True)
def _attack_is_survived(
    governed: RunningService, open_to_all: RunningService, _at_rest: dict[str, int]
) -> Iterator[None]:
    yield
    for service in (governed, open_to_all):
        assert is_answered_within_a_second(service)
        assert memory_returns(service, _at_rest[service.address]), [
            (pid, memory_of(pid)) for pid in process_tree(service.pid)
        ]
        assert is_answered_within_a_second(service)
