"""Counts and times of requests and tasks, as Prometheus reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0)
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"})


class Metrics:
    """What is counted in one process. `levels` tells at each reading how high things stand, by their names."""

    def __init__(self, levels: Callable[[], Mapping[str, tuple[str, float]]]) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "mithaq_requests", "Requests answered.", ("method", "endpoint", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "mithaq_request_seconds",
            "Seconds from a request to the last byte of its answer.",
            ("endpoint",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._problems = Counter(
            "mithaq_problems", "Requests that ended with a problem, by its type.", ("type",), registry=self._registry
        )
        self._known: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self._running = Gauge("mithaq_requests_running", "Requests being answered.", registry=self._registry)
        self._registry.register(_Levels(levels))
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)

    def begin(self) -> None:
        """Count a request that begins."""
        self._running.inc()

    def end(self, method: str, endpoint: str, status: int, seconds: float, problem: str | None) -> None:
        """Count a request that was answered, and the type of its problem if it had one."""
        self._running.dec()
        if problem is not None:
            self._problems.labels(problem).inc()
        requests, times = self._of(method if method in _METHODS else "other", endpoint, status)
        requests.inc()
        times.observe(seconds)

    def _of(self, method: str, endpoint: str, status: int) -> tuple[Counter, Histogram]:
        """Look up the counter and the times of such requests, once."""
        kind = method, endpoint, status
        if (found := self._known.get(kind)) is None:
            found = self._known[kind] = (self._requests.labels(*map(str, kind)), self._seconds.labels(endpoint))
        return found

    def written(self) -> bytes:
        """Write everything in Prometheus' text format."""
        return generate_latest(self._registry)


class _Levels:
    """Reads levels when they are asked for."""

    def __init__(self, levels: Callable[[], Mapping[str, tuple[str, float]]]) -> None:
        self._levels = levels

    def collect(self) -> Iterator[GaugeMetricFamily]:
        for name, (help_text, value) in self._levels().items():
            yield GaugeMetricFamily(f"mithaq_{name}", help_text, value=value)
