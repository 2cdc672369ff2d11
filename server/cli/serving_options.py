"""The options of the command that serves, as a table, and the settings that they come to.

An option that is not given on the command line is looked for in the environment, then in the file of --config.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ..access import AccessSettings, Tokens
from ..query_limits import QueryLimits
from ..settings import MEBIBYTE, ServiceSettings, usual_for_copies
from ..workers import Limits
from .options import language_option, store_option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Command = Callable[..., Any]

_COUNT: Final = click.IntRange(min=1)
_SECONDS: Final = click.FloatRange(min=0, min_open=True)
_FILE: Final = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True)
class ServingOption:
    """One option: its name, type, default and help; a flag where the type is bool."""

    name: str
    type: Any
    default: object
    help: str
    metavar: str | None = None

    @property
    def variable(self) -> str:
        """The variable of the environment that sets it."""
        return "MITHAQ_" + self.name.upper().replace("-", "_")

    def decorate(self, command: Command) -> Command:
        """Give a command this option."""
        known: dict[str, Any] = {"is_flag": True} if self.type is bool else {"type": self.type, "metavar": self.metavar}
        if self.default == ():
            known["multiple"] = True
        shown = self.default not in {None, ()} and self.type is not bool
        return click.option(
            f"--{self.name}", default=self.default, show_default=shown, envvar=self.variable, help=self.help, **known
        )(command)


SERVING_OPTIONS: Final = (
    ServingOption(
        "policy", click.Choice(["governed", "open"]), "governed",
        "governed: facts need evidence and are judged. open: a plain store for scratch data, made if missing.",
    ),
    ServingOption("host", str, "127.0.0.1", "The address to listen at.", "H"),
    ServingOption("port", click.IntRange(0, 65535), 8000, "0: any free one.", "P"),
    ServingOption("workers", _COUNT, ServiceSettings(Path()).workers, "Processes that answer queries.", "N"),
    ServingOption("timeout", _SECONDS, 30.0, "Seconds for a query; a request may ask for less.", "S"),
    ServingOption("write-timeout", _SECONDS, 120.0, "Seconds for a change.", "S"),
    ServingOption("wait", _SECONDS, 5.0, "Seconds that a query waits for a worker.", "S"),
    ServingOption("memory", _COUNT, 1024, "Memory for a query, in MiB.", "M"),
    ServingOption("longest-query", _COUNT, 256 * 1024, "Characters of a query.", "N"),
    ServingOption("deepest-query", _COUNT, 500, "Brackets in each other in a query.", "N"),
    ServingOption("most-rows", _COUNT, 1_000_000, "Rows or triples of an answer.", "N"),
    ServingOption("largest-answer", _COUNT, 1024, "Size of an answer, in MiB.", "M"),
    ServingOption("largest-body", _COUNT, 64, "Size of what a request may send, in MiB.", "M"),
    ServingOption("body-timeout", _SECONDS, 60.0, "Seconds in which a request must have sent it.", "S"),
    ServingOption("cache", click.IntRange(min=0), 64, "Memory for answers asked again, in MiB.", "M"),
    ServingOption(
        "copies", click.IntRange(min=0), None,
        "Memory for copies of the store, from which queries are answered faster, in MiB; 0: none. Usually a quarter of"
        " the machine's.", "M",
    ),
    ServingOption(
        "allow-fetch", None, (), "What SERVICE and LOAD may fetch: addresses that begin so; may be repeated.", "URL",
    ),
    ServingOption("tokens", _FILE, None, "Who may do what, by its tokens; see docs/operations.md.", "FILE"),
    ServingOption("private", bool, False, "Answer nobody without a token."),
    ServingOption("proxies", click.IntRange(min=0), 0, "Proxies in front that tell the address of the client.", "N"),
    ServingOption("rate", click.FloatRange(min=0), None, "Requests a second for each client; 0: any number.", "N"),
    ServingOption("concurrency", click.IntRange(min=0), None, "Requests at once for each client; 0: any number.", "N"),
    ServingOption("log-queries", bool, False, "Write the text of queries into the log."),
)  # fmt: skip


def serving_options(command: Command) -> Command:
    """Give a command all options of the service."""
    configured = click.option(
        "--config", type=_FILE, envvar="MITHAQ_CONFIG", is_eager=True, expose_value=False, callback=_read_configuration,
        metavar="FILE", help="A TOML file with these options, named as here.",
    )  # fmt: skip
    decorated = command
    for option in reversed(SERVING_OPTIONS):
        decorated = option.decorate(decorated)
    return store_option(language_option(configured(decorated)))


def settings_of(options: Mapping[str, Any], secret: str | None = None) -> ServiceSettings:
    """Make the settings; `secret` is a token that allows everything. Raises TokensError."""
    answer = options["largest_answer"] * MEBIBYTE
    memory = options["memory"] * MEBIBYTE
    writing = ServiceSettings(options["store"]).writing
    return ServiceSettings(
        store=options["store"],
        policy=options["policy"],
        workers=options["workers"],
        reading=Limits(options["timeout"], memory, options["wait"], answer),
        writing=Limits(options["write_timeout"], max(memory, writing.memory), writing.patience, answer),
        queries=QueryLimits(
            options["longest_query"], options["deepest_query"], options["most_rows"], tuple(options["allow_fetch"])
        ),
        largest_body=options["largest_body"] * MEBIBYTE,
        body_seconds=options["body_timeout"],
        cached=options["cache"] * MEBIBYTE,
        copies=usual_for_copies() if options["copies"] is None else options["copies"] * MEBIBYTE,
        access=AccessSettings(
            tokens=Tokens.of(options["tokens"], secret),
            private=options["private"],
            proxies=options["proxies"],
            rate=options["rate"],
            concurrency=options["concurrency"],
        ),
        log_queries=options["log_queries"],
    )


def _read_configuration(context: click.Context, _parameter: click.Parameter, file: Path | None) -> None:
    if file is None:
        return
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    known = {option.name for option in SERVING_OPTIONS} | {"store", "lang"}
    if unknown := sorted(set(values) - known):
        raise click.BadParameter(f"{file} has {unknown[0]!r}, which is no option; there are {', '.join(sorted(known))}")
    names = {"lang": "language"}
    context.default_map = {names.get(name, name).replace("-", "_"): value for name, value in values.items()}


def secret_of_environment() -> str | None:
    """Read the one token that allows everything."""
    return os.environ.get("MITHAQ_TOKEN")
