"""Limits of how often and how much at once a client may ask."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.server.access.rates import MOST_CLIENTS, ConcurrencyLimit, RateLimit


@settings(max_examples=100, deadline=None)
@given(st.floats(0.5, 20), st.lists(st.floats(0, 3), max_size=60))
def test_no_client_gets_more_than_its_rate_and_one_burst(rate: float, pauses: list[float]) -> None:
    now = 0.0
    limit = RateLimit(rate, clock=lambda: now)
    allowed = 0

    for pause in pauses:
        now += pause
        allowed += limit.wait("somebody") == 0

    assert allowed <= max(1.0, rate * 2) + now * rate + 1e-6


@settings(max_examples=50, deadline=None)
@given(st.floats(0.5, 20))
def test_client_that_waits_as_told_is_let_in(rate: float) -> None:
    now = 0.0
    limit = RateLimit(rate, clock=lambda: now)
    while not (wait := limit.wait("somebody")):
        pass

    now += wait + 1e-6

    assert limit.wait("somebody") == 0


def test_ever_new_clients_do_not_fill_the_memory() -> None:
    limit = RateLimit(1.0)

    for number in range(MOST_CLIENTS + 100):
        limit.wait(str(number))

    assert len(limit._left) == MOST_CLIENTS


def test_clients_that_left_are_forgotten() -> None:
    limit = ConcurrencyLimit(2)

    assert [limit.enter("a"), limit.enter("a"), limit.enter("a"), limit.enter("b")] == [True, True, False, True]
    for client in ("a", "a", "b"):
        limit.leave(client)

    assert not limit._running
