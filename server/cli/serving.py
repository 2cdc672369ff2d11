"""The command that serves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from ..serving import Address, AddressError, claim, serve_until_stopped
from ..watching import watch_over
from . import presenting
from .behaviour import Failure, examples
from .serving_options import secret_of_environment, serving_options, settings_of

if TYPE_CHECKING:
    from mithaq.graph import Language


@click.command(
    epilog=examples("mithaq serve", "mithaq serve --port 8080", "mithaq serve --policy open --store scratch")
)
@serving_options
def serve(language: Language, host: str, port: int, **options: Any) -> None:  # noqa: ANN401 - each has its own type
    """Serve the graph over HTTP until Ctrl-C.

    The pages, SPARQL at /sparql and /update, graphs at /data, facts at /facts and /validate. Every option can also be
    set by a variable: --most-rows by MITHAQ_MOST_ROWS, and so on. Without tokens a governed store is only read; one
    token that allows everything comes from MITHAQ_TOKEN. A store that changes is served at once as it is then.
    """
    settings = settings_of(options, secret_of_environment())
    try:
        address = claim(Address(host, port))
    except AddressError as error:
        raise Failure(f"{error}. Choose another one with --port or --host.") from error
    watch_over(settings)  # say now, and here, what is wrong with the store
    serve_until_stopped(settings, address, partial(presenting.write_address, language=language))


COMMANDS = (serve,)
