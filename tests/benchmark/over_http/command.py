"""The command that measures over HTTP and writes its section into the page."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ..sizes import read_numbers
from .questions import questions
from .rivals import Commands, prepare, rivals
from .section import as_section, put_section
from .timing import count_answers, time_all

if TYPE_CHECKING:
    from .timing import Timings

_PACKAGES: Final = ("mithaq", "pyoxigraph", "flask", "granian")


@dataclass(frozen=True)
class _Options:
    """How it is measured."""

    sizes: tuple[int, ...]
    seed: int
    repeat: int
    seconds: float
    limit: float


@click.command()
@click.option("--sizes", callback=read_numbers, default="100k,1M", show_default=True, help="Sizes of the data sets.")
@click.option("--seed", default=1, show_default=True, help="Seed of the data sets.")
@click.option("--repeat", default=7, show_default=True, type=click.IntRange(1), help="Looks at each query.")
@click.option("--seconds", default=3.0, show_default=True, help="How long each query is repeated at each service.")
@click.option("--limit", default=60.0, show_default=True, help="Seconds after which a service is given up.")
@click.option("--oxigraph", default="oxigraph", show_default=True, help="The command of Oxigraph.")
@click.option("--rdflib-endpoint", help="The command of rdflib-endpoint, if it is to be measured.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Where data sets are kept between runs.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The page to write to.")
def http(oxigraph: str, rdflib_endpoint: str | None, data: Path | None, output: Path, **options: Any) -> None:  # noqa: ANN401
    """Measure queries over HTTP beside Oxigraph and rdflib-endpoint, and write that to e.g. docs/benchmark.md."""
    with tempfile.TemporaryDirectory(prefix="mithaq-benchmark-") as folder:
        section = _measure(data or Path(folder), Commands(oxigraph, rdflib_endpoint), _Options(**options))
    page = output.read_text(encoding="utf-8") if output.exists() else ""
    output.write_text(put_section(page, section), encoding="utf-8")


def _measure(folder: Path, commands: Commands, options: _Options) -> str:
    measured: dict[int, list[Timings]] = {}
    for size in options.sizes:
        data = prepare(folder / str(size), size, options.seed)
        with rivals(data, commands) as services:
            measured[size] = time_all(questions(data.treaty), services, options.repeat, options.limit)
            count_answers(measured[size], services, options.seconds, options.limit)
        click.echo(as_section({size: measured[size]}, ""), err=True)
    return as_section(measured, _versions(commands.oxigraph))


def _versions(oxigraph: str) -> str:
    told = subprocess.run([oxigraph, "--version"], capture_output=True, check=True, text=True).stdout.strip()
    return ", ".join([told, *(f"{package} {version(package)}" for package in _PACKAGES)]) + "."
