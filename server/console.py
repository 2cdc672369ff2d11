"""Show results to a person at a terminal, and progress while there is one to watch it."""

from __future__ import annotations

import contextlib
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LEFT_TO_RIGHT_MARK = "\u200e"
_WIDE_ENOUGH = 100_000  # a pipe has no margin: no line of a table is ever folded


def write_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table to standard output: folded to the width of a terminal, one line per row anywhere else."""
    on_terminal = sys.stdout.isatty()
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(Text(column), overflow="fold", no_wrap=not on_terminal)
    for row in rows:
        table.add_row(*(Text(_keep_column(cell) if on_terminal else _one_line(cell)) for cell in row))
    width = shutil.get_terminal_size().columns if on_terminal else _WIDE_ENOUGH
    Console(file=sys.stdout, width=width, highlight=False, soft_wrap=False).print(table)


@contextlib.contextmanager
def progress_on_terminal() -> Iterator[Callable[[str, int, int], None] | None]:
    """Give a reporter of (step, done, total) that draws bars on standard error; none where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bars = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*bars, console=Console(stderr=True), transient=True) as progress:
        tasks = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step)
            progress.update(tasks[step], completed=done, total=total)

        yield report


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _keep_column(cell: str) -> str:
    """Keep Arabic cells in their column on terminals that reorder a line by the bidirectional algorithm.

    Without a strong left-to-right character between two cells of Arabic the algorithm takes both, and the
    space between them, for one run and swaps them.
    """
    text = _one_line(cell)
    reordered = any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text)
    return f"{_LEFT_TO_RIGHT_MARK}{text}{_LEFT_TO_RIGHT_MARK}" if reordered else text
