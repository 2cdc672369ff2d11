"""How all commands behave: examples under the help, errors as one message, exit codes, a reader that goes away."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from mithaq.graph import MithaqError

NOT_CONFORMING = NOTHING_THERE = 1  # the answer is no
FAILED = 2
BROKEN = 70  # a defect of the program (EX_SOFTWARE)
INTERRUPTED = 130  # as a shell reports an end by SIGINT
PIPE_CLOSED = 141  # … and by SIGPIPE


class Failure(click.ClickException):
    """An error that the user can do something about: one message on standard error, exit code 2."""

    exit_code = FAILED


class CommandGroup(click.Group):
    """Commands that turn every error of the core and of the machine into a message and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click says so)
        """Run the command that was asked for."""
        try:
            return self._invoke_and_flush(ctx)
        except MithaqError as error:
            raise Failure(str(error)) from error
        except click.FileError as error:  # which would end with 1, as a verdict does
            raise Failure(error.format_message()) from error
        except BrokenPipeError:
            _forget_output()
            ctx.exit(PIPE_CLOSED)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except OSError as error:
            place = f"{os.fsdecode(error.filename)}: " if error.filename is not None else ""
            raise Failure(f"{place}{error.strerror or error}") from error

    def _invoke_and_flush(self, ctx: click.Context) -> Any:  # noqa: ANN401
        try:
            return super().invoke(ctx)
        finally:
            sys.stdout.flush()  # here, where it can still be told that nobody reads it


def examples(*commands: str) -> str:
    r"""Write the examples that stand under a command's help.

    >>> examples("mithaq stats")
    '\x08\nExample:\n  mithaq stats'
    """
    heading = "Example:" if len(commands) == 1 else "Examples:"
    return "\n".join(("\b", heading, *(f"  {command}" for command in commands)))


def _forget_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not fail in turn."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
