"""A step in the life of an instrument as a clause tells it, whether a verb tells it as done, and what its pronoun means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .treaties import instruments_at

if TYPE_CHECKING:
    from .context import Context, Sentence
    from .instruments import KnownInstrument


@dataclass(frozen=True, slots=True)
class Turn:
    """A step that a clause tells: class, pattern, how it is told, its stretch of the skeleton, the actor, the instruments."""

    kind: str
    name: str
    modality: Modality
    begin: int
    end: int
    what_end: int
    who: Mention | None
    instruments: tuple[KnownInstrument, ...]


def is_told(sentence: Sentence, place: int, *, present: bool) -> bool:
    """Tell whether a finite verb says what has happened: in the past, or in the present of a headline or after «قبل أن»."""
    narrated = pattern(
        r"{b}[وف]?(?:قبل ان|بعد ان|الي ان|بعدما|قبلما|ما لبث(?:ت|ا|تا)? ان|كان(?:ت)? (?:طبيعيا|منطقيا|بديهيا|من الطبيعي|من المنطقي|لابد|لا بد) ان) ?$"
    ).search(sentence.text[:place])
    if narrated:
        return not pattern(r"{b}[وف]?(?:لن|لا|لم|يجب|ينبغي|يتعين|يمكن|سوف|س[يت][\u0621-\u064a]+){e}").search(
            sentence.text[: narrated.start()]
        )
    if present and not tells_in_the_present(sentence):
        return False
    return modality_of(sentence, place) is Modality.ACTUAL and not _in_speech(sentence, place)


def _in_speech(sentence: Sentence, place: int) -> bool:
    """Tell what somebody says; a verb that «ثم» joins on is the article's own again."""
    return is_in_speech(sentence, place) and not pattern(r"، ثم (?:قد )?$").search(sentence.text[:place])


def referred(
    context: Context, sentence: Sentence, place: int, end: int
) -> tuple[tuple[KnownInstrument, ...], int, int] | None:
    """Find what a pronoun stands for: the instrument before it in the sentence, else the last one of the article."""
    text = sentence.text
    places = [at for at in range(place) if kind_at(sentence, at) is Kind.INSTRUMENT]
    if places:
        found = instruments_at(context, sentence, sentence.skeleton.mentions[text[places[-1]]])
        head = pattern(r" ?،? (?:التي|الذي|اللتان|اللتين|اللذان|اللذين) (?:قد |كانت |كان )?[وف]?$").search(text[:place])
        return (found, end, places[-1] if head and head.start() == places[-1] + 1 else place) if found else None
    together = context.instruments.with_its_pair(context.instruments.meant())
    return (together, end, place) if together else None


def kind_at(sentence: Sentence, place: int) -> Kind | None:
    """Tell which kind of mention stands at a place of the skeleton."""
    mention = sentence.skeleton.mentions.get(sentence.text[place])
    return mention.kind if mention else None
