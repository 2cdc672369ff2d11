"""The command: judge a service, or several side by side, and write the pass table."""

from __future__ import annotations

import platform
import subprocess
import tempfile
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ..services import serve_mithaq, serve_oxigraph
from .endpoint import MITHAQ, OXIGRAPH, Endpoint
from .judging import judge_section
from .known import known_failures
from .page import as_markdown, label
from .suite import SECTIONS, Suite

if TYPE_CHECKING:
    from .judging import Verdict

_PACKAGES: Final = ("mithaq", "pyoxigraph", "flask", "granian")


@click.command()
@click.option("--suite", type=click.Path(path_type=Path, exists=True), envvar="MITHAQ_RDF_TESTS", required=True)
@click.option("--oxigraph", help="The command of Oxigraph, to be asked the same beside Mithaq.")
@click.option("--only", help="Parts whose names hold this.", default="")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write: docs/w3c-tests.md.")
def main(suite: Path, oxigraph: str | None, only: str, output: Path | None) -> None:
    """Ask the W3C's tests, a copy of https://github.com/w3c/rdf-tests, and count those that pass.

    `oxigraph serve` fetches whatever a test names: run it where there is no network.
    """
    verdicts: dict[str, list[Verdict]] = {}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mithaq-standards-")))
        if oxigraph is not None:
            service = stack.enter_context(serve_oxigraph(oxigraph))
            verdicts["Oxigraph"] = _judge_all(Suite(suite), Endpoint(OXIGRAPH, service.netloc), only)
        service = stack.enter_context(serve_mithaq(folder / "store", "--policy", "open"))
        verdicts["Mithaq"] = _judge_all(Suite(suite), Endpoint(MITHAQ, service.netloc), only)
    for name, judged in verdicts.items():
        click.echo(f"{name}: {sum(each.passed for each in judged)} of {len(judged)}")
    if output is not None:
        output.write_text(as_markdown(verdicts, _surroundings(oxigraph), known_failures()), encoding="utf-8")


def _judge_all(suite: Suite, endpoint: Endpoint, only: str) -> list[Verdict]:
    judged = []
    for section in SECTIONS:
        if only in section:
            judged += list(judge_section(suite, section, endpoint))
    for each in judged:
        if not each.passed:
            click.echo(f"{endpoint.paths.name} | {label(each)} | {each.fault[:200]!r}", err=True)
    endpoint.close()
    return judged


def _surroundings(oxigraph: str | None) -> list[tuple[str, str]]:
    told = (
        [] if oxigraph is None else subprocess.run([oxigraph, "--version"], stdout=subprocess.PIPE, check=True).stdout
    )
    return [
        ("System", f"{platform.system()} {platform.machine()}"),
        ("Python", platform.python_version()),
        *((package, version(package)) for package in _PACKAGES),
        *([("oxigraph serve", bytes(told).decode().split()[-1])] if told else []),
    ]
