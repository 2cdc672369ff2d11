"""The options that commands share."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mithaq.graph import LANGUAGES

from ..languages import language_of_locale

REPORT_FORMATS = ("text", "turtle", "json")

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    envvar="MITHAQ_STORE",
    default=Path("mithaq-store"),
    show_default="$MITHAQ_STORE, else ./mithaq-store",
    metavar="DIR",
    help="The folder of the built graph.",
)
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    envvar="MITHAQ_LANG",
    default=lambda: language_of_locale(os.environ),
    show_default="$MITHAQ_LANG, else by the locale",
    help="The language of what is said.",
)
note_option = click.option("--note", metavar="TEXT", help="What the log is to say of this change.")
report_format_option = click.option(
    "--format", "format_name", type=click.Choice(REPORT_FORMATS), default="text", show_default=True
)
