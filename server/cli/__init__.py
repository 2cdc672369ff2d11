"""The command line: each command opens the graph, calls one method of it and presents what comes back.

behaviour    examples under the help, errors as one message, exit codes
options      the options that commands share
asking       query, export, evidence, explain, stats
judging      validate, check
changing     build, add, retract
extracting   extract, evaluate, review
keeping      log, diff, backup, restore
serving      serve
console      tables and progress on a terminal
presenting   what the core gives back, written for people and for programs
"""

from __future__ import annotations

import logging
import sys
from io import TextIOWrapper

import click

from . import asking, changing, extracting, judging, keeping, serving
from .behaviour import BROKEN, CommandGroup, examples

_log = logging.getLogger(__name__)


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
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "mithaq build", "mithaq query 'SELECT ?treaty ?party { ?treaty mithaq:party ?party }'", "mithaq serve"
    ),
)
@click.version_option(package_name="mithaq", prog_name="mithaq", message="%(prog)s %(version)s")
def commands() -> None:
    """Ask Arabic news articles about states, treaties and obligations, and see the sentence behind each answer.

    Exit codes: 0 well; 1 something does not conform; 2 and above an error.
    """


for group in (changing, asking, extracting, judging, keeping, serving):
    for command in group.COMMANDS:
        commands.add_command(command)
