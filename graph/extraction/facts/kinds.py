"""All kinds of fact, in the order in which a sentence is read for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .affairs import visit_things, vote_on_things
from .aliases import join_names
from .approvals import approve_in_headline, approve_things, consent_to_things
from .bonds import end_bonds
from .characterizing import characterize
from .conflicts import fight_over_things
from .echoes import echo_things
from .forces import force_things
from .lives import live_through
from .movements import move_forces
from .provisions import provide_things
from .recognitions import recognize_things, separate_things
from .signings import sign_things
from .standing import relate_things
from .statements import speak
from .terms import term_things
from .treaties import name_instruments

if TYPE_CHECKING:
    from collections.abc import Callable

    from .context import Context, Sentence

READERS: Final[tuple[Callable[[Context, Sentence], None], ...]] = (
    join_names,
    sign_things,
    approve_things,
    approve_in_headline,
    consent_to_things,
    live_through,
    name_instruments,
    recognize_things,
    separate_things,
    relate_things,
    end_bonds,
    echo_things,
    term_things,
    provide_things,
    characterize,
    visit_things,
    vote_on_things,
    fight_over_things,
    force_things,
    move_forces,
    speak,
)


def read(context: Context, sentence: Sentence) -> None:
    """Run every kind's patterns over one sentence."""
    for reader in READERS:
        reader(context, sentence)
