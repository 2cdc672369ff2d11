"""Show results to a person at a terminal, and progress while there is one to watch it."""

from __future__ import annotations

import contextlib
import sys
import unicodedata
from typing import TYPE_CHECKING

from rich.box import MINIMAL
from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_BORDER = "│"
_LEFT_TO_RIGHT_MARK = "\u200e"
_WIDEST_COLUMN = 60


def write_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table to standard output: folded to the width of a terminal, one line for each row anywhere else."""
    if sys.stdout.isatty():
        _write_folded(columns, rows)
    else:
        _write_lines(columns, [[_one_line(cell) for cell in row] for row in rows])


def _write_folded(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(box=MINIMAL, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_one_line(cell)) for cell in row))
    console = Console(file=sys.stdout, highlight=False)
    with console.capture() as drawn:
        console.print(table)
    sys.stdout.writelines(map(_keep_columns, drawn.get().splitlines(keepends=True)))


def _write_lines(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write columns side by side; a cell that is wider than any column may be pushes the rest of its line."""
    widths = [max(min(cell_len(cell), _WIDEST_COLUMN) for cell in cells) for cells in zip(columns, *rows, strict=True)]
    for line in (columns, ["─" * width for width in widths], *rows):
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")


@contextlib.contextmanager
def progress_on_terminal() -> Iterator[Callable[[str, int, int], None] | None]:
    """Give a reporter of (step, done, total) that draws bars on standard error; none where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bars = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # drawn when there is news, and by no thread of its own: a build makes copies of a process that has but one
    with Progress(*bars, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("")

        def report(step: str, done: int, total: int) -> None:
            progress.update(task, description=step, completed=done, total=total, refresh=True)

        yield report


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _keep_columns(line: str) -> str:
    """Keep Arabic cells in their columns on terminals that reorder a line by the bidirectional algorithm.

    Without a strong left-to-right character between two cells of Arabic the algorithm takes both, and the
    border between them, for one run and swaps them.
    """
    if not any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in line):
        return line
    return _LEFT_TO_RIGHT_MARK + line.replace(_BORDER, f"{_LEFT_TO_RIGHT_MARK}{_BORDER}{_LEFT_TO_RIGHT_MARK}")
