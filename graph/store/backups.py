"""Backups: a copy of a store at its newest revision, made while it is read, and a store from such a copy."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from ..errors import StoreError, StoreMissingError
from . import layout
from .commits import Writing, writing
from .generations import alone, open_store, replacing
from .layout import Head

if TYPE_CHECKING:
    from pathlib import Path

    from .generations import Generation
    from .revisions import Revision

_PATIENCE: Final = 60.0


def back_up(path: Path, target: Path) -> Revision:
    """Copy a store, with its history, into a folder that is missing or empty; the copy is a store itself.

    Readers go on, writers wait for a moment. Raises StoreError where there is no store, where the folder holds
    anything, or where it cannot be written.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise StoreError(target, "holds something already; name a folder that is missing or empty")
    with writing(path, _PATIENCE) as session:
        try:
            _copy(path, session, target)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        return session.revision


def restore(backup: Path, path: Path) -> Revision:
    """Make a store hold what a backup holds: as its next revision, or as its first one where there was no store.

    Raises StoreError; the store then is as it was.
    """
    with _opened(backup) as source, replacing(path) as generation:
        note = f"restore revision {source.revision.number} of {backup}"
        revision = generation.first_revision(note, source.revision.digest)
        generation.copy(source, revision)
        generation.accept(revision)
    return revision


def _opened(backup: Path) -> Generation:
    try:
        return open_store(backup)
    except StoreMissingError as error:
        raise StoreError(backup, "no backup here; name the folder that mithaq backup wrote") from error


def _copy(path: Path, source: Writing, target: Path) -> None:
    with alone(target):
        folder = layout.generations_folder(target) / source.generation
        folder.mkdir(parents=True)
        source.quads.flush()  # what is in Oxigraph's log only would not be copied
        source.quads.backup(str(folder / layout.QUADS))
        for name in layout.BESIDE_THE_QUADS:
            layout.write_safely(folder / name, source.read(name).decode())
        layout.revisions_folder(target).mkdir()
        for file in layout.revisions_folder(path).glob("*.patch"):
            shutil.copyfile(file, layout.revisions_folder(target) / file.name)
        layout.write_head(target, Head(source.generation, source.revision.number))
