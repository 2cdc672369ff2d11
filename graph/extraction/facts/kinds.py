"""All kinds of fact, in the order in which a sentence is read for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .affairs import visit_things
from .aliases import join_names
from .approvals import approve_in_headline, approve_things, consent_to_things
from .assents import assent_to_things
from .bases import place_forces
from .bonds import end_bonds
from .characterizing import characterize
from .commands import command_things
from .conflicts import fight_over_things
from .echoes import echo_things
from .forces import force_things
from .former import tell_of_former_states
from .founding import found_things
from .garrisons import keep_soldiers
from .gestures import gesture
from .handovers import hand_over
from .happenings import happen
from .institutions import tell_institutions
from .lives import live_through
from .memberships import join_organizations
from .missions import open_missions
from .movements import move_forces
from .nationalities import tell_nationalities
from .provision_lists import list_things
from .provisions import provide_things
from .recognitions import recognize_things, separate_things
from .referendums import vote_on_things
from .signings import sign_things
from .standing import relate_things
from .statements import speak
from .subject_matter import read_subjects
from .taking_office import date_tenures
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
    assent_to_things,
    live_through,
    name_instruments,
    recognize_things,
    separate_things,
    relate_things,
    join_organizations,
    end_bonds,
    open_missions,
    echo_things,
    term_things,
    date_tenures,
    provide_things,
    list_things,
    characterize,
    read_subjects,
    found_things,
    visit_things,
    vote_on_things,
    fight_over_things,
    tell_of_former_states,
    tell_nationalities,
    tell_institutions,
    place_forces,
    keep_soldiers,
    force_things,
    command_things,
    move_forces,
    happen,
    gesture,
    hand_over,
    speak,
)


def read(context: Context, sentence: Sentence) -> None:
    """Run every kind's patterns over one sentence."""
    for reader in READERS:
        reader(context, sentence)
