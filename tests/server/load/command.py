"""The command: a service under load for as long as is asked, and what came of it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

import click

from .running import run_load

_LONGEST: Final = 800


@click.command()
@click.option("--seconds", default=600.0, show_default=True, help="How long the load lasts.")
@click.option("--articles", default=40, show_default=True, help="How many articles come and go.")
@click.option("--most", default=1_000_000, show_default=True, help="Requests of each client, at most.")
@click.option("--seed", default=1, show_default=True, help="Seed of the articles and of what the clients do.")
@click.option("--copies", default=1024, show_default=True, help="MiB for copies of the store in memory.")
def main(seconds: float, articles: int, most: int, seed: int, copies: int) -> None:
    """Serve a new store here; ask, add, be refused, retract and kill workers at once; judge all answers."""
    with tempfile.TemporaryDirectory(prefix="mithaq-load-") as folder:
        outcome = run_load(Path(folder), seconds, number=articles, most=most, seed=seed, copies=copies)
    for what, number in sorted(outcome.tally.done.items()):
        click.echo(f"{what}: {number}")
    megabytes = [each // 2**20 for each in outcome.memory]
    if megabytes:
        click.echo(f"memory: {megabytes[0]} MiB at first, {max(megabytes)} at most, {megabytes[-1]} at last")
    click.echo(f"slowest answer: {outcome.tally.slowest:.2f} s")
    for fault in outcome.faults:
        click.echo(
            f"WRONG: {fault if len(fault) <= _LONGEST else fault[: _LONGEST // 2] + ' … ' + fault[-_LONGEST // 2 :]}"
        )
    sys.exit(bool(outcome.faults))
