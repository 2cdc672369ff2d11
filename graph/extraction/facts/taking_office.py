"""Facts of when an office was taken: «انتُخب فلان رئيسا لتشيلي في ديسمبر 2021»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .ledger import Name, Words
from .modality import Modality, is_in_speech, modality_of
from .offices import officials, tenure_of

if TYPE_CHECKING:
    from .context import Context, Sentence

_TAKING: Final = r"(?:عين|انتخب|اختير|نصب|توج|بويع|اصبح|صار|بات|غدا|سمي|تولي|تول|تسلم|تقلد|استلم|اعتلي|اعتل|[يت]تولي|[يت]شغل|شغل)(?:ت)?"
_ON: Final = r"(?: (?:رسميا|لاول مره|خلفا ل ?{O}))? ?،? ?(?:(?:في|يوم|منذ|عام|بتاريخ|مطلع|خلال|بدءا من|اعتبارا من) ?)*"
_TAKEN: Final = rf"{{w}}(?P<verb>{_TAKING}) (?P<who>{{O}}){_ON}(?P<date>{{D}})"


def date_tenures(context: Context, sentence: Sentence) -> None:
    """State from when somebody holds an office, where the words of taking it tell."""
    for match in pattern(_TAKEN).finditer(sentence.text):
        place = match.start("verb")
        who, day = (sentence.skeleton.mentions[match[name]] for name in ("who", "date"))
        told = officials(who)
        if len(told) != 1 or modality_of(sentence, place) is not Modality.ACTUAL or is_in_speech(sentence, place):
            continue
        office, person = told[0].office, told[0].person
        if office is None or person is None or office.owner is None or office.begin < person.begin:
            continue
        tenure = Name(tenure_of(context.people.of_name(person.name), office))
        context.ledger.state(
            sentence.skeleton.span(place, match.end()),
            tenure,
            {"tenureStart": Words(day.begin, day.end)},
            pattern="takes-office-on",
            confidence=0.8,
        )
