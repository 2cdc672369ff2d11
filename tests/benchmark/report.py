"""The report: rows as Markdown, figures side by side for each size, and the ratios between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .sections import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .inputs import Inputs
    from .measuring import Ratio, Row

_HEADER: Final = """\
# Benchmark

Written by `python tests/benchmark run`; change the code that measures, not this page.

A data set is a number of generated articles. Its size counts the triples asserted in named graphs, the descriptions of
spans among them; a triple counts once for each graph that holds it. `merged` are the different triples of the default
graph, with the ontology and the texts. Each figure is the median of the runs, each in a process of its own, with the
most memory that one of them took. Read the ratios, which were measured side by side, and not the seconds. A ratio with
≈ compares with what was not measured at this size, but extrapolated in proportion from the largest size that was: less
than it would take.
"""
_NONE: Final = "–"


def as_markdown(
    rows: Sequence[Row], ratios: Iterable[Ratio], inputs: Sequence[Inputs], surroundings: Iterable[tuple[str, str]]
) -> str:
    """Write the report."""
    sizes = [each.counts.size for each in inputs]
    parts = [
        _HEADER,
        table(["", ""], list(surroundings)),
        "## Data sets\n",
        table(["triples asked for", "seed", "articles", "triples", "merged"], [_data_set(each) for each in inputs]),
        "## Figures\n",
        table(["", *map(short, sizes)], _figures(rows, sizes)),
        "## Ratios\n",
        table(["", *map(short, sizes)], _ratios(rows, ratios, sizes)),
    ]
    return "\n".join(parts)


def short(size: int) -> str:
    """Write a size shortly.

    >>> short(10_000), short(1_000_000), short(250)
    ('10k', '1M', '250')
    """
    for factor, suffix in ((1_000_000, "M"), (1_000, "k")):
        if size % factor == 0:
            return f"{size // factor}{suffix}"
    return str(size)


def _data_set(inputs: Inputs) -> list[str]:
    counts = inputs.counts
    return [short(counts.size), str(counts.seed), *(f"{n:,}" for n in (counts.articles, counts.triples, counts.merged))]


def _figures(rows: Sequence[Row], sizes: Sequence[int]) -> list[list[str]]:
    by_place = {(row.name, row.size): row for row in rows}
    names = dict.fromkeys(row.name for row in rows)
    return [[name, *(_figure(by_place.get((name, size))) for size in sizes)] for name in names]


def _figure(row: Row | None) -> str:
    if row is None:
        return _NONE
    if row.median is None:
        return row.error or f"more than {row.given_up} s"
    made = f"{len(row.seconds)} ×, {row.memory:,.0f} MiB" if row.memory else "the difference"
    return f"{_seconds(row.median)} ({made})"


def _seconds(seconds: float) -> str:
    """Write a duration with three digits.

    >>> _seconds(0.0123), _seconds(1.5), _seconds(123.4)
    ('12.3 ms', '1.50 s', '123 s')
    """
    if seconds < 1:
        return f"{seconds * 1000:#.3g} ms".replace(". ", " ")
    return f"{seconds:#.3g} s".replace(". ", " ")


def _ratios(rows: Sequence[Row], ratios: Iterable[Ratio], sizes: Sequence[int]) -> list[list[str]]:
    medians = {(row.name, row.size): row.median for row in rows if row.median is not None}
    return [[ratio.name, *(_ratio(medians, ratio, size) for size in sizes)] for ratio in ratios]


def _ratio(medians: Mapping[tuple[str, int], float], ratio: Ratio, size: int) -> str:
    shorter = medians.get((ratio.shorter, size))
    longer = [_expected(medians, name, size) for name in ratio.longer]
    if shorter is None or not all(seconds for seconds, _ in longer):
        return _NONE
    mark = "≈ " if any(extrapolated for _, extrapolated in longer) else ""
    return f"{mark}{sum(seconds for seconds, _ in longer) / shorter:,.1f}"


def _expected(medians: Mapping[tuple[str, int], float], name: str, size: int) -> tuple[float, bool]:
    """Give the seconds of a measurement, in proportion to those at the largest size below where there are none."""
    measured = max((each for known, each in medians if known == name and each <= size), default=size)
    return medians.get((name, measured), 0.0) * size / measured, measured != size
