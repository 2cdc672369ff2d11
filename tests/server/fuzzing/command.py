"""The command: fuzz one of the parsers for as long as is asked."""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .targets import SEEDS, TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable


@click.command()
@click.argument("target", type=click.Choice(list(TARGETS)))
@click.option("--seconds", default=60, show_default=True, type=click.IntRange(1), help="How long.")
def main(target: str, seconds: int) -> None:
    """Give a parser whatever finds new ways through it; the first defect ends it, and is told with its input."""
    try:
        atheris = import_module("atheris")
    except ImportError as error:
        raise click.ClickException("atheris is not installed: pip install atheris") from error
    with tempfile.TemporaryDirectory(prefix="mithaq-fuzzing-") as folder:
        for number, seed in enumerate(SEEDS):
            Path(folder, str(number)).write_bytes(seed)
        _fuzz(atheris, TARGETS[target], [sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", folder])


def _fuzz(atheris: Any, parse: Callable[[bytes], None], arguments: list[str]) -> None:  # noqa: ANN401 - it has no types
    atheris.instrument_all()
    atheris.Setup(arguments, parse)
    atheris.Fuzz()
