"""The command that serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mithaq.graph import KnowledgeGraph, Language

from ..serving import Address, AddressError, claim, serve_until_stopped
from ..settings import ServiceSettings
from . import presenting
from .behaviour import Failure, examples
from .options import language_option, store_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog=examples("mithaq serve", "mithaq serve --port 8080"))
@store_option
@language_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="H", help="The address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="P", help="0: any free one."
)
def serve(store: Path, language: Language, host: str, port: int) -> None:
    """Serve the graph over HTTP until Ctrl-C.

    The start page, the SPARQL endpoint /sparql, and /validate. A store that is built anew is served at once.
    """
    try:
        address = claim(Address(host, port))
    except AddressError as error:
        raise Failure(f"{error}. Choose another one with --port or --host.") from error
    KnowledgeGraph.open(store).close()  # say now, and here, what is wrong with it
    serve_until_stopped(ServiceSettings(store), address, lambda at: presenting.write_address(at, language))


COMMANDS = (serve,)
