"""The command line: each command opens the graph, calls one method of it and presents what comes back.

behaviour    examples under the help, errors as one message, exit codes
options      the options that commands share
asking       query, export, evidence, explain, stats
judging      validate, check
changing     build, add, retract
extracting   extract
reviewing    evaluate, review
keeping      log, diff, backup, restore
serving      serve
console      tables and progress on a terminal
presenting   what the core gives back, written for people and for programs
"""

from __future__ import annotations

import importlib
import logging
import sys
from io import TextIOWrapper
from typing import Final

import click

from .behaviour import BROKEN, CommandGroup, examples

_HOMES: Final = {
    command: home
    for home, commands_there in {
        "asking": ("query", "export", "evidence", "explain", "stats"),
        "changing": ("build", "add", "retract"),
        "extracting": ("extract",),
        "judging": ("validate", "check"),
        "keeping": ("log", "diff", "backup", "restore"),
        "reviewing": ("evaluate", "review"),
        "serving": ("serve",),
    }.items()
    for command in commands_there
}
"""In which module each command stands, so that a command imports no more than it needs."""
_log = logging.getLogger(__name__)


class _Commands(CommandGroup):
    """All commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click says so
        return sorted(_HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _HOMES:
            return None
        home = importlib.import_module(f".{_HOMES[cmd_name]}", __name__)
        found: click.Command = next(command for command in home.COMMANDS if command.name == cmd_name)
        return found


def main() -> None:
    """Run the command line; a defect of the program is logged and ends with exit code 70."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # tells with a traceback what the reports tell in words
    try:
        commands(prog_name="mithaq")
    except Exception:  # noqa: BLE001 (the outermost edge: whatever comes must not end like a verdict, with 1)
        _log.exception("This is a defect of mithaq, please report it:")
        sys.exit(BROKEN)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "mithaq build", "mithaq query 'SELECT ?treaty ?party { ?treaty mithaq:party ?party }'", "mithaq serve"
    ),
)
@click.version_option(package_name="mithaq", prog_name="mithaq", message="%(prog)s %(version)s")
def commands() -> None:
    """Ask Arabic news articles about states, treaties and obligations, and see the sentence behind each answer.

    Exit codes: 0 well; 1 something does not conform, or the graph holds no such triple; 2 and above an error.
    """
