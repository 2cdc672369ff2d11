"""What a side does in its turn: «وردت موسكو بالمثل», «وتبعتها جامايكا», «وحذا المغرب حذوها» repeat the event told before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .roles import SIDE, acting
from .steps import OF_ONE_SIDE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .context import Context, Sentence
    from .ledger import Claim, Object

_SAME: Final = r"(?:الشي نفسه|الشيء نفسه|الامر نفسه|الامر ذاته|بالمثل|مثلها|مثله)"
_WHO: Final = rf"\"?(?P<who>{SIDE})\"?"
_ECHOES: Final = (
    rf"(?P<all>{{w}}(?P<verb>ردت|رد|قابلت|بادلت) {_WHO} (?:علي ذلك |عليها |علي الخطوه )?(?:بالمثل|بخطوه مماثله|باجراء مماثل|بقرار مماثل))",
    rf"(?P<all>{{w}}(?P<verb>فعلت|فعل|صنعت) {_WHO} {_SAME})",
    rf"(?P<all>{{w}}(?P<verb>حذت|حذا) {_WHO} (?:حذوها|حذوه|حذوهما|حذو {{P}}))",
    rf"(?P<all>{{w}}(?P<verb>تبعتها|تبعها|تبعته|تبعه|تبعتهما|تلتها|تلته|تلاها|لحقتها|لحقت بها|لحق بها|اقتدت بها|سبقتها|سبقها) (?:في ذلك )?{_WHO})",
    rf"(?P<all>{{w}}(?P<verb>اتخذت|اتخذ|قامت|قام|اقدمت) {_WHO} (?:ب|علي )?(?:خطوه|الخطوه|اجراء|قرارا?) (?:مماثله?|مشابهه?|مماثلا|نفسها|ذاتها))",
    rf"(?P<all>{{w}}(?P<verb>سارت|سار) {_WHO} علي (?:خطاها|النهج نفسه|النهج ذاته|الدرب نفسه|الطريق نفسه|خطي {{P}}))",
    rf"(?P<all>{{w}}(?:كذلك|هكذا) (?P<verb>فعلت|فعل) {_WHO})",
)
_ONE: Final = {
    "RecognitionAct": "recognizer",
    "SeveranceOfRelations": "participant",
    "RecognitionWithdrawal": "participant",
    "MembershipWithdrawal": "participant",
    **dict.fromkeys(OF_ONE_SIDE - {"InstrumentEvent"}, "participant"),
    "Termination": "participant",
}
"""Events that one side does by itself, and by which property it does."""


def echo_things(context: Context, sentence: Sentence) -> None:
    """State the event told last once more, of who does the same."""
    for match in (match for words in _ECHOES for match in pattern(words).finditer(sentence.text)):
        place = match.start("verb")
        if modality_of(sentence, place, within=30) is not Modality.ACTUAL or is_in_speech(sentence, place):
            continue
        who = acting(context, sentence.skeleton.mention(match["who"]))
        first = sentence.skeleton.begins[match.start()]
        event = next(_events_before(context, first), None)
        for side in who if event else ():
            _repeat(context, sentence, match, event, side)  # type: ignore[arg-type]


def _events_before(context: Context, place: int) -> Iterator[Claim]:
    """Give the events of one side told in this sentence or the one before, the last first."""
    near = [
        claim
        for claim in context.ledger
        if claim.predicate == TYPE
        and isinstance(claim.object, Term)
        and claim.object.local in _ONE
        and claim.begin < place
        and place - claim.begin < _REACH
    ]
    return iter(sorted(near, key=lambda each: -each.begin))


_REACH: Final = 400


def _repeat(context: Context, sentence: Sentence, match: re.Match[str], event: Claim, side: str) -> None:
    kind = event.object.local if isinstance(event.object, Term) else ""
    told = context.ledger.about(event.subject)
    actors = [claim.object for claim in told if claim.predicate == _ONE[kind] and isinstance(claim.object, Name)]
    if not actors or (Name(side) == actors[0]):
        return
    others = [each for each in dict.fromkeys(actors[1:]) if each != Name(side)]
    if kind == "SeveranceOfRelations":
        others = others or [actors[0]]
    elif kind == "Termination" and Name(side) in actors:
        return
    around = surroundings(sentence, match.start("verb"), match.end("all"))
    span = sentence.skeleton.span(match.start("verb"), max(match.end("all"), around.date_end))
    facts: dict[str, Object | tuple[Object, ...]] = {
        claim.predicate: claim.object
        for claim in told
        if claim.predicate in ("affects", "recognized", "eventStatus", TYPE, "independenceFrom")
    }
    facts |= {_ONE[kind]: (Name(side), *others), **around.date_facts}
    subject = event.subject.local if isinstance(event.subject, Name) else ""
    again = Name(f"{subject.split('-by-')[0]}-by-{side}")
    context.ledger.state(span, again, facts, pattern="echo", confidence=0.75)
