"""The section of the benchmark's page that tells of HTTP."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..report import short
from ..sections import table
from .rivals import MITHAQ, OXIGRAPH, RDFLIB_ENDPOINT
from .timing import CLIENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .timing import Timings

HEADING: Final = "## Over HTTP\n"
_HEAVY: Final = 0.010
_SERVICES: Final = (MITHAQ, OXIGRAPH, RDFLIB_ENDPOINT)
_NONE: Final = "–"


@dataclass(frozen=True)
class Measured:
    """What was measured at one size: answers from memory and from the disk; seconds to start; bytes of memory."""

    timings: Sequence[Timings]
    from_disk: Sequence[Timings]
    started: Mapping[str, float]
    memory: Mapping[str, int]


_INTRO: Final = """
Written by `python tests/benchmark http`. Twelve queries, answered as JSON or N-Triples by services on the same data, on
one machine, whose cores they share with the clients, who send them as most clients do: by GET, on a connection that
stays. Latency: what one client waits for an answer to a query that was never asked before, the median of the looks at
it, in turn at Mithaq and Oxigraph, afterwards at rdflib-endpoint, which is asked what takes Oxigraph longest last. A
query that is not answered within {limit:g} s counts as {limit:g} s; where the service does not come back from it, the
rest is not asked. Repeated: how many answers in a second {clients} clients get who ask the same query again and again,
which Mithaq remembers until the graph changes; queries that rdflib-endpoint did not answer in time count for
nobody there. Mithaq answers from a copy of its store in memory, which it makes by itself after it was started where
there is room; one line tells what it takes without. Heavy ones are those that
take Oxigraph {heavy:.0f} ms or more. To start: until the first answer; Oxigraph and Mithaq have their data on disk,
rdflib-endpoint reads a file.
{versions}
"""


def _intro(versions: str, limit: float) -> str:
    return HEADING + _INTRO.format(clients=CLIENTS, heavy=_HEAVY * 1000, versions=versions, limit=limit)


def as_section(measured: Mapping[int, Measured], versions: str, limit: float) -> str:
    """Write the section: for each size a table of the queries, and what they make together."""
    parts = [_intro(versions, limit)]
    for size, each in measured.items():
        parts += [f"### {short(size)}\n", _queries(each.timings), _together(each), _services(each)]
    return "\n".join(parts)


def _queries(timings: Sequence[Timings]) -> str:
    named = [name for name in _SERVICES if any(name in each.rows for each in timings)]
    repeated = [name for name in named if any(name in each.answers for each in timings)]
    header = ["", "rows", *(f"{name}: latency" for name in named), *(f"{name}: repeated" for name in repeated)]
    return table(header, [_query(each, named, repeated) for each in timings])


def _query(timings: Timings, named: Sequence[str], repeated: Sequence[str]) -> list[str]:
    latencies = [_latency(timings, name) for name in named]
    answers = [f"{timings.answers[name]:,.0f}/s" if name in timings.answers else _NONE for name in repeated]
    rows = " ≠ ".join(f"{each:,}" for each in sorted(set(timings.rows.values())))
    return [timings.question.title, rows, *latencies, *answers]


def _latency(timings: Timings, name: str) -> str:
    seconds = timings.latency(name)
    if seconds is None:
        return _NONE
    return f"{'≥ ' if name in timings.given_up else ''}{seconds * 1000:,.2f} ms"


def _together(measured: Measured) -> str:
    timings = measured.timings
    asked = sum(each.latency(RDFLIB_ENDPOINT) is not None for each in timings)
    heavy = [each for each in timings if (each.latency(OXIGRAPH) or 0.0) >= _HEAVY]
    rows = [
        (f"latency, {MITHAQ} / {OXIGRAPH}", latency_ratio(timings, MITHAQ, OXIGRAPH)),
        (f"latency, {RDFLIB_ENDPOINT} / {MITHAQ}, {asked} queries", latency_ratio(timings, RDFLIB_ENDPOINT, MITHAQ)),
        (f"latency, {MITHAQ} without a copy / {OXIGRAPH}", latency_ratio(measured.from_disk, MITHAQ, OXIGRAPH)),
        (f"heavy queries repeated, {MITHAQ} / {OXIGRAPH}", answer_ratio(heavy, MITHAQ, OXIGRAPH)),
        (f"all queries repeated, {MITHAQ} / {OXIGRAPH}", answer_ratio(timings, MITHAQ, OXIGRAPH)),
        (f"heavy queries repeated, {MITHAQ} / {RDFLIB_ENDPOINT}", answer_ratio(heavy, MITHAQ, RDFLIB_ENDPOINT)),
        (f"all queries repeated, {MITHAQ} / {RDFLIB_ENDPOINT}", answer_ratio(timings, MITHAQ, RDFLIB_ENDPOINT)),
    ]
    return table(["geometric means", ""], [(name, _times(ratio)) for name, ratio in rows])


def _services(measured: Measured) -> str:
    rows = [
        (name, f"{measured.started[name]:,.2f} s", f"{size / 2**20:,.0f} MiB") for name, size in measured.memory.items()
    ]
    return table(["", "to start", "memory of all processes"], rows)


def latency_ratio(timings: Sequence[Timings], longer: str, shorter: str) -> float | None:
    """Give the geometric mean of how many times longer one service takes than another, where both answer."""
    return _mean((each.latency(longer), each.latency(shorter)) for each in timings)


def answer_ratio(timings: Sequence[Timings], more: str, fewer: str) -> float | None:
    """Give the geometric mean of how many times more answers one service gives than another."""
    return _mean((each.answers.get(more), each.answers.get(fewer)) for each in timings)


def _mean(pairs: Iterable[tuple[float | None, float | None]]) -> float | None:
    ratios = [one / other for one, other in pairs if one and other]
    return statistics.geometric_mean(ratios) if ratios else None


def _times(ratio: float | None) -> str:
    return _NONE if ratio is None else f"{ratio:,.2f} ×"
