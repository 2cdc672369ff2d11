"""Signings that no verb of signing tells: by the signatures an instrument bears, its day, or who was made to sign it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .clauses import Clause, read_clause
from .modality import Modality, modality_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .context import Sentence

_BEARING: Final = r"{w}(?P<bears>(?:(?:حملت|حمل|تحمل|يحمل|حملتا|حملا|تحملان|يحملان)(?: {I}[^.؛؟\uea00-\uebff]{0,60}?)?|(?:و)?عليها|(?:و)?عليه|(?:و)?عليهما|(?:ذيلت|ذيل|مهرت|مهر|ختمت|ختم)(?: {I}[^.؛؟\uea00-\uebff]{0,60}?)?|ممهوره?|مذيله?|موشحه?)(?: ?،[^.؛؟]{0,90}?،)?) ?ب?(?P<verb>توقيع|توقيعي|توقيعا|توقيعات|تواقيع|امضاء|امضاءات|امضاءي|اسم|اسما|اسمي|اسماء|ختم|اختام)(?= (?:كل من |مندوبي |مندوبو |ممثلي |ممثلو )?[\ue600-\ue7ff\ue000-\ue1ff\ue400-\ue5ff\uf200-\uf3ff\uf600-\uf7ff])"
_SIGNED_IN: Final = (
    r"^[وف]?(?:قد )?(?P<verb>وقعت|وقع|ابرمت|ابرم|وقعتا|وقعا)(?= (?:في|ب|يوم|[\ue800-\ue9ff\uf000-\uf1ff]))"
)
_GOES_BACK: Final = r"(?P<what>{I})(?P<parties> بين (?:كل من )?\"?{S}\"?| مع {S})? ?،? ?(?:(?:التي|الذي|وهي|وهو) )?(?P<verb>تعود|يعود|ترجع|يرجع|تعودان|يعودان|مورخه|مورخ|المورخه|المورخ)(?: (?:تاريخها|تاريخه|عهدها|توقيعها|توقيعه|ابرامها))? (?:الي|ب|في) ?(?:يوم |تاريخ |سنه )?(?P<date>{D})"


def borne(sentence: Sentence) -> Iterator[Clause]:
    """Go through clauses of what bears signatures; without an object where the instrument is not named in them."""
    for match in pattern(_BEARING).finditer(sentence.text):
        if modality_of(sentence, match.start("bears")) is not Modality.ACTUAL:
            continue
        told = read_clause(sentence, match.start("bears"), match.end(), pronoun=True, before=False)
        if not told.subjects:
            continue
        own = next(sentence.skeleton.inside(match["bears"], Kind.INSTRUMENT), None)
        what = (match.start("bears"), own) if own else _before(sentence, match.start("bears"))
        if what is not None:
            yield _clause(told, what[0], what[1])
        elif opening := pattern(_SIGNED_IN).match(sentence.text[: match.start("bears")]):
            yield _clause(told, opening.start("verb"), None)


def dated(sentence: Sentence) -> Iterator[Clause]:
    """Go through the instruments of which only the day is told to which they go back: «اتفاقية تعود إلى شباط 1903»."""
    for match in pattern(_GOES_BACK).finditer(sentence.text):
        what = sentence.skeleton.mentions[match["what"]]
        if modality_of(sentence, match.start()) is Modality.ACTUAL:
            end = match.end()
            yield Clause(match.start(), end, (), what, (what,), (), end, end)


def _clause(told: Clause, begin: int, what: Mention | None) -> Clause:
    objects = (what,) if what else ()
    return Clause(begin, told.end, told.subjects, what, objects, (), told.subject_end, told.subject_end)


def _before(sentence: Sentence, place: int) -> tuple[int, Mention] | None:
    """Find the instrument of which the words before a place speak last."""
    found = [
        (at, mention)
        for at, character in enumerate(sentence.text[:place])
        if (mention := sentence.skeleton.mentions.get(character)) and mention.kind is Kind.INSTRUMENT
    ]
    return found[-1] if found else None


_COMPELLED: Final = r"(?P<what>{I}) ?،? (?:التي|الذي) (?:(?:كانت|كان|قد) )*(?:ارغم|اجبر|اكره|اضطر|اقدم|حرص|سارع|وافق|حمل)(?:ت|ا|تا|وا)? (?P<who>[\ue000-\ue1ff\ue600-\ue7ff]) (?:علي|الي) (?P<verb>توقيع|ابرام|امضاء)(?:ها|ه|هما){e}"


def compelled(sentence: Sentence) -> Iterator[Clause]:
    """Go through the instruments of which it is told who was made, or agreed, to sign them: «التي أُرغمت … على توقيعها»."""
    for match in pattern(_COMPELLED).finditer(sentence.text):
        what, who = (sentence.skeleton.mentions[match[name]] for name in ("what", "who"))
        if modality_of(sentence, match.start()) is Modality.ACTUAL:
            end = match.end()
            yield Clause(match.start(), end, (who,), what, (what,), (), end, end)


_ACTING: Final = (Kind.OFFICIAL, Kind.POLITY, Kind.ORGANIZATION, Kind.GROUP)
_OF_ANOTHER: Final = r"{b}[وف]?(?:الي|علي|عن|من|مع|في|بين|ضد|لدي|نحو|تجاه|ب|ل|ك)\s*\"?$"


def side_beside(sentence: Sentence, match: re.Match[str], clause: Clause) -> tuple[Mention, ...]:
    """Give who signs where a noun or a rank tells it: the side named before, or the subject of the clause that follows."""
    before, opens = sentence.text[: match.start("verb")], match.start() < len("وب ")
    if not opens:
        told = [
            (place, mention)
            for place, character in enumerate(before)
            if (mention := sentence.skeleton.mentions.get(character)) and mention.kind in _ACTING
        ]
        near = [each for place, each in told[-1:] if not pattern(_OF_ANOTHER).search(before[:place])]
        return tuple(near)
    after = pattern(rf"[^.؛؟!]{{0,60}}?، [\u0621-\u064a]{{3,}} (?P<who>{_ANY_SIDE})").match(
        sentence.text, clause.core_end
    )
    return (sentence.skeleton.mentions[after["who"]],) if after else ()


_ANY_SIDE: Final = "[\ue000-\ue1ff\ue400-\ue7ff\uf200-\uf3ff]"
