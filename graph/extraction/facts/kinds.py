"""All kinds of fact, in the order in which a sentence is read for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .affairs import fight_over_things, visit_things, vote_on_things
from .forces import force_things
from .lives import approve_in_headline, approve_things, live_through
from .provisions import characterize, provide_things
from .signings import sign_things
from .standing import recognize_things, relate_things, separate_things
from .statements import speak
from .terms import term_things
from .treaties import name_instruments

if TYPE_CHECKING:
    from collections.abc import Callable

    from .context import Context, Sentence

READERS: Final[tuple[Callable[[Context, Sentence], None], ...]] = (
    sign_things,
    name_instruments,
    approve_things,
    approve_in_headline,
    live_through,
    recognize_things,
    separate_things,
    relate_things,
    term_things,
    provide_things,
    characterize,
    visit_things,
    vote_on_things,
    fight_over_things,
    force_things,
    speak,
)


def read(context: Context, sentence: Sentence) -> None:
    """Run every kind's patterns over one sentence."""
    for reader in READERS:
        reader(context, sentence)
