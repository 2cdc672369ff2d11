"""The store on disk: read by many, written by one, changed as a whole or not at all.

    DIR/mithaq-store.json         says that the folder is ours, and which layout it has
    DIR/lock                      held by whoever writes
    DIR/current                   the current generation and its revision: "00000002 17"
    DIR/revisions/00000017.patch  what each revision changed
    DIR/generations/NAME/         one whole build and what was committed to it since:
        quads/                      the quads (Oxigraph)
        closed.nt                   the ontology, closed
        catalogue.nt                what the reference graph can say of things that articles speak of
        readers                     held together by whoever reads
        snapshots/                  for each reader, links to the files that it reads

Plain stores, for scratch data, have a folder of their own kind.

layout        the files of the folder, and how they are written so that they are whole
revisions     the record of a revision and its change
merge         the default graph as the merge of the named ones
snapshots     the quads of a generation, held as they are
generations   opening a generation for reading; replacing the current one by a build
commits       changing the current generation
memory        the newest revision in memory, kept up with the store
history       the revisions so far, and the differences between them
backups       a copy of a store, and a store from a copy
plain         stores of scratch data
"""

from __future__ import annotations

from .backups import back_up, restore
from .commits import Writing, writing
from .generations import Generation, NewGeneration, is_current, open_store, replacing
from .history import difference, newest_revision, revisions
from .layout import CATALOGUE, CLOSED_ONTOLOGY, stamp_of
from .memory import MOST_AT_ONCE, MemoryCopy, pour
from .merge import is_asserted, is_merged, merged
from .plain import PlainState, PlainWriting, make_plain_store, open_plain, read_plain_state, writing_plain
from .revisions import Change, Revision, digest_of, patch_lines
from .snapshots import Snapshot

__all__ = [
    "CATALOGUE",
    "CLOSED_ONTOLOGY",
    "MOST_AT_ONCE",
    "Change",
    "Generation",
    "MemoryCopy",
    "NewGeneration",
    "PlainState",
    "PlainWriting",
    "Revision",
    "Snapshot",
    "Writing",
    "back_up",
    "difference",
    "digest_of",
    "is_asserted",
    "is_current",
    "is_merged",
    "make_plain_store",
    "merged",
    "newest_revision",
    "open_plain",
    "open_store",
    "patch_lines",
    "pour",
    "read_plain_state",
    "replacing",
    "restore",
    "revisions",
    "stamp_of",
    "writing",
    "writing_plain",
]
