"""Commands that keep a store: log, diff, backup, restore."""

from __future__ import annotations

from pathlib import Path

import click

from mithaq.graph import KnowledgeGraph, Language

from . import presenting
from .behaviour import examples
from .options import language_option, store_option


@click.command(epilog=examples("mithaq log", "mithaq log --format json"))
@store_option
@click.option("--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
def log(store: Path, format_name: str) -> None:
    """List the revisions of a store, the newest first."""
    with KnowledgeGraph.open(store) as graph:
        presenting.write_revisions(list(graph.revisions()), format_name)


@click.command(epilog=examples("mithaq diff 1 2", "mithaq diff --format patch 2 1"))
@store_option
@click.option("--format", "format_name", type=click.Choice(("text", "patch")), default="text", show_default=True)
@click.argument("older", metavar="REV", type=click.IntRange(min=1))
@click.argument("newer", metavar="REV", type=click.IntRange(min=1))
def diff(store: Path, format_name: str, older: int, newer: int) -> None:
    """Show what was added and removed from one revision to another.

    As text, the asserted facts, each under the words that state it; as a patch (RDF Patch), all quads with the inferred
    ones. The revisions may be given in either order.
    """
    with KnowledgeGraph.open(store) as graph:
        presenting.write_difference(graph.difference(older, newer), format_name)


@click.command(epilog=examples("mithaq backup backups/monday"))
@store_option
@language_option
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
def backup(store: Path, language: Language, target: Path) -> None:
    """Copy a store with its history, also beside a running server.

    DIR is missing or empty. The copy is a store itself: name it with --store, or bring it back with mithaq restore.
    """
    with KnowledgeGraph.open(store) as graph:
        presenting.write_backup(graph.back_up(target), target, language)


@click.command(epilog=examples("mithaq restore backups/monday"))
@store_option
@language_option
@click.argument("backup", metavar="DIR", type=click.Path(path_type=Path))
def restore(store: Path, language: Language, backup: Path) -> None:
    """Make a store hold what a backup holds, also beside a running server.

    It becomes the next revision of the store, so that it can be looked at with mithaq diff; a store that is missing is
    made.
    """
    presenting.write_restored(KnowledgeGraph.restore(backup, store), store, language)


COMMANDS = (log, diff, backup, restore)
