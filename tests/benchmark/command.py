"""The command of the benchmark: write a data set, measure, and write what was measured into the docs."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Final

import click

from .dataset import write_folder
from .inputs import prepare
from .measurements import DIFFERENCES, MEASUREMENTS, RATIOS
from .measuring import Limits, differences_of, measure_all, timings_here
from .over_http.command import http
from .over_http.section import HEADING as OVER_HTTP
from .real_articles.command import HEADING as REAL_ARTICLES
from .real_articles.command import extract, read_articles
from .report import as_markdown
from .sections import put_section, section_of
from .sizes import read_number, read_numbers
from .surroundings import surroundings

_DEFAULT_SIZES: Final = "10k,100k,1M"


@click.group()
def main() -> None:
    """Measure Mithaq beside rdflib, owlrl and pySHACL, on articles that a seeded generator writes."""


@main.command()
@click.option("--triples", callback=read_number, required=True, help="How many triples, e.g. 10000, 100k or 5M.")
@click.option("--seed", default=1, show_default=True, help="The same seed and size give the same bytes.")
@click.argument("folder", type=click.Path(path_type=Path))
def generate(triples: int, seed: int, folder: Path) -> None:
    """Write articles and their facts to a new FOLDER, which `mithaq build FOLDER` accepts.

    Triples are those asserted in named graphs, the descriptions of spans among them.
    """
    if folder.exists():
        raise click.UsageError(f"{folder} exists already; name a new folder")
    written = write_folder(folder, triples, seed)
    click.echo(f"{folder}: {written.articles} articles, {written.triples} triples")


@main.command()
@click.option(
    "--sizes", callback=read_numbers, default=_DEFAULT_SIZES, show_default=True, help="Sizes of the data sets."
)
@click.option("--repeat", default=3, show_default=True, type=click.IntRange(1), help="Processes for each figure.")
@click.option("--seed", default=1, show_default=True, help="Seed of the data sets.")
@click.option("--limit", default=1800, show_default=True, help="Seconds after which a process is given up.")
@click.option("--only", multiple=True, type=click.Choice([each.name for each in MEASUREMENTS]), help="These alone.")
@click.option("--slow", is_flag=True, help="Also at sizes that take minutes.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
def run(
    sizes: tuple[int, ...], repeat: int, seed: int, limit: int, only: tuple[str, ...], *, slow: bool, output: Path
) -> None:
    """Measure everything at each of the sizes, and write the figures to a file, e.g. docs/benchmark.md."""
    chosen = [each for each in MEASUREMENTS if not only or each.name in only]
    limits = Limits(repeat=repeat, seconds=limit, slow=slow)
    with tempfile.TemporaryDirectory(prefix="mithaq-benchmark-") as folder:
        inputs = [prepare(Path(folder) / str(size), size, seed) for size in sizes]
        rows = measure_all(chosen, inputs, limits, lambda row: click.echo(row.summary, err=True))
    rows += differences_of(rows, DIFFERENCES)
    page, old = as_markdown(rows, RATIOS, inputs, surroundings()), output.read_text("utf-8") if output.exists() else ""
    for heading in (REAL_ARTICLES, OVER_HTTP):
        page = put_section(page, section) if (section := section_of(old, heading)) else page
    output.write_text(page, encoding="utf-8")


@main.command(hidden=True)
@click.argument("name")
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
def measure(name: str, folder: Path) -> None:
    """Measure one thing in this process, as `run` asks of a process of its own, and print the timings as JSON."""
    (measurement,) = (each for each in MEASUREMENTS if each.name == name)
    click.echo(json.dumps(asdict(timings_here(measurement, folder))))


main.add_command(http)
main.add_command(extract)
main.add_command(read_articles)
