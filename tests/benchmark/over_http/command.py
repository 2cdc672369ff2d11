"""The command that measures over HTTP and writes its section into the page."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ..sections import put_section
from ..sizes import read_numbers
from .questions import questions
from .rivals import OXIGRAPH, Commands, prepare, rdflib_endpoint, rivals
from .section import Measured, as_section
from .timing import Timings, count_answers, time_all

if TYPE_CHECKING:
    from .rivals import Data

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
@click.option("--repeat", default=15, show_default=True, type=click.IntRange(1), help="Looks at each query.")
@click.option("--seconds", default=2.0, show_default=True, help="How long each query is repeated at each service.")
@click.option("--limit", default=10.0, show_default=True, help="Seconds that each query may take at each service.")
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
    measured: dict[int, Measured] = {}
    for size in options.sizes:
        measured[size] = _measure_one(prepare(folder / str(size), size, options.seed), commands, options)
        click.echo(as_section({size: measured[size]}, "", options.limit), err=True)
    return as_section(measured, _versions(commands.oxigraph), options.limit)


def _measure_one(data: Data, commands: Commands, options: _Options) -> Measured:
    """Measure at one size; rdflib-endpoint by itself, as a query may keep it busy for long, and has it no end."""
    timings, from_disk = ([Timings(question) for question in questions(data.treaty)] for _ in range(2))
    with rivals(data, commands.oxigraph, copies=False) as services:
        time_all(from_disk, services, options.repeat, options.limit)
    with rivals(data, commands.oxigraph, copies=True) as services:
        time_all(timings, services, options.repeat, options.limit)
        count_answers(timings, services, options.seconds, options.limit)
        started = {each.name: each.started for each in services}
        memory = {each.name: each.service.memory() for each in services}
    if commands.rdflib_endpoint is not None:
        lightest_first = sorted(timings, key=lambda each: each.latency(OXIGRAPH) or options.limit)
        with rdflib_endpoint(commands.rdflib_endpoint, data.file) as service:
            time_all(lightest_first, [service], options.repeat, options.limit)
        with rdflib_endpoint(commands.rdflib_endpoint, data.file) as service:  # the other may still be busy
            count_answers(lightest_first, [service], options.seconds, options.limit)
            started[service.name] = service.started
            memory[service.name] = service.service.memory()
    return Measured(timings, from_disk, started, memory)


def _versions(oxigraph: str) -> str:
    told = subprocess.run([oxigraph, "--version"], capture_output=True, check=True, text=True).stdout.strip()
    return ", ".join([told, *(f"{package} {version(package)}" for package in _PACKAGES)]) + "."
