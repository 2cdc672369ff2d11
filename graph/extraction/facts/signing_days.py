"""Which of several signings is told: of another treaty on another day, or of one treaty by whoever signs it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .ledger import Name
from .modality import Modality

if TYPE_CHECKING:
    from .context import Context, Sentence
    from .events import Surroundings
    from .instruments import KnownInstrument
    from .signing_clauses import Signing

_NEW: Final = r"{I} (?:الجديده?|الثانيه?|الاخري?)"


def of_another_day(
    context: Context,
    sentence: Sentence,
    found: Signing,
    instruments: tuple[KnownInstrument, ...],
    around: Surroundings,
) -> tuple[KnownInstrument, ...]:
    """Tell a bare treaty that was signed, by nobody named, on another day than the last one, or a new one, from that."""
    what = found.clause.object
    dates = [each.data for each in sentence.skeleton.inside(sentence.text) if (each.begin, each.end) == around.date]
    day = next(((each.day, each.month) for each in dates if getattr(each, "day", None)), None)  # type: ignore[attr-defined]
    if what is None or day is None or len(instruments) != 1 or found.modality is not Modality.ACTUAL:
        return instruments
    known, words = instruments[0], what.data
    place = sentence.place_of(what) or 0
    alone = not (found.clause.subjects or found.clause.partners) or pattern(_NEW).match(sentence.text, place)
    bare = getattr(words, "title", None) is None
    if not (known.signed_on and known.signed_on != day and alone and bare):
        known.signed_later = known.signed_on not in (None, day)
        known.signed_on = known.signed_on or day
        return instruments
    made = context.instruments.add(known.head if known.head == getattr(words, "head", "") else words.head, "")  # type: ignore[attr-defined]
    made.signed_on, made.last_place = day, what.end
    context.instruments.of_mention[(what.begin, what.end)] = (made,)
    return (made,)


def signing_of(instrument: KnownInstrument, parties: tuple[str, ...]) -> Name:
    """Name a signing: who signs on a later day than the others does so by himself («وقّع السودان عليه في …»)."""
    own = f"-by-{parties[0]}" if instrument.signed_later and parties else ""
    return Name(f"signing-{instrument.provisional}#{own}")
