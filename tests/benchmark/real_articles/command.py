"""The command that measures extraction on real articles and writes its section into the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ..sections import put_section, table
from .reading import SETS, as_json, read_elsewhere, read_here

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .reading import Reading

HEADING: Final = "## Extraction from real articles\n"
_INTRO: Final = """
Written by `python tests/benchmark extract`. One process reads the articles of a set one after the other, proposes their
facts by the rules and writes them as TriG, on one core, again and again for {seconds:g} s of computing; seconds are
those of the processor. The first time through, the tables are read and the patterns compiled; articles and characters
in a second are the median of the times through once that is done. Memory is the most that the process took: after the
second time through, and in the end.
"""
_HEADER: Final = (
    "", "articles", "characters each", "first time through", "articles in a second", "characters in a second",
    "articles read", "memory, warm", "memory, in the end",
)  # fmt: skip


@click.command("extract")
@click.option("--seconds", default=60.0, show_default=True, help="How long each set is read again and again.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The page to write to.")
def extract(seconds: float, output: Path) -> None:
    """Measure extraction on the shipped and the development articles, and write that to e.g. docs/benchmark.md."""
    section = as_section([read_elsewhere(name, seconds) for name in SETS], seconds)
    page = output.read_text(encoding="utf-8") if output.exists() else ""
    output.write_text(put_section(page, section), encoding="utf-8")


@click.command("read-articles", hidden=True)
@click.argument("name", type=click.Choice(tuple(SETS)))
@click.argument("seconds", type=float)
def read_articles(name: str, seconds: float) -> None:
    """Read one set in this process, as `extract` asks of a process of its own, and print what came of it as JSON."""
    click.echo(as_json(read_here(name, seconds)))


def as_section(readings: Sequence[Reading], seconds: float) -> str:
    """Write the section: a row for each set."""
    return "\n".join([HEADING + _INTRO.format(seconds=seconds), table(_HEADER, [_row(each) for each in readings])])


def _row(reading: Reading) -> list[str]:
    return [
        reading.name,
        str(reading.articles),
        f"{reading.characters / reading.articles:,.0f}",
        f"{reading.seconds[0]:.2f} s",
        f"{reading.articles / reading.median:,.1f}",
        f"{reading.characters / reading.median:,.0f}",
        f"{reading.articles * len(reading.seconds):,}",
        f"{reading.warm_memory:,.0f} MiB",
        f"{reading.memory:,.0f} MiB",
    ]
