"""What may stand anywhere in a clause without being part of its frame: «وفقا للمعاهدة», «التي تقع في عشرين مادة», «أيضا».

A clause is read with these blanked out, place for place, so that one pattern fits all orders of words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..mentions.patterns import Text
    from ..mentions.records import Mention
    from .context import Sentence

_PART: Final = (
    r"(?:(?:نص |نصوص |بنود |احكام |مواد |الماده [^،.؛]{1,20}? من |البند [^،.؛]{1,20}? من |ما نصت عليه |شروط )?)"
)
_UNDER: Final = rf"(?: ?،)? (?P<all>(?P<lead>[وف]?)(?:(?:بموجب|بمقتضي|وفق|بحسب|حسب|بناء علي|استنادا الي|عملا ب|تنفيذا ل|في اطار|تطبيقا ل) {_PART}ل?(?P<what>{{I}})(?: {{P}}(?= ?،))?|(?:وفقا|طبقا|تبعا) ل(?:ل)?{_PART}(?:(?P<what2>{{I}})|(?:ها|ه){{e}})|(?:بموجب|بمقتضي|بمقتضا|وفق)(?P<it>ها|ه|هما|\s(?:ذلك|هذا|هذه)(?![\u0621-\u064a])){{e}}|(?:بموجب|بمقتضي|وفق|بحسب|حسب|عملا ب|طبقا ل|وفقا ل|استنادا الي) ?(?:نص )?(?:ال|ل)?(?:ماده|مادتين|بند|فقره|مادت(?:ها|ه)|بند(?:ها|ه))(?: (?:ال(?:اولي?|ثاني?ه?|ثالثه?|رابعه?|خامسه?|سادسه?|سابعه?|ثامنه?|تاسعه?|عاشره?|حاديه?|اخيره?)(?: عشره?)?|رقم \d+|\d+|{{D}}))?(?: (?:منها|منه|من (?P<what3>{{I}})))?|وفق(?:ا ل)? ?ما (?:جاء|ورد|نص عليه|نصت عليه) (?:في )?(?:{_PART}(?P<what4>{{I}})|(?:ال)?(?:ماد|بند|نص)[\u0621-\u064a]*(?: ال[\u0621-\u064a]+)?)))(?: ?،? ?فان (?=علي )| ?، ?(?:فان )?)?"
_RELATIVE: Final = r"(?<=[\uea00-\uebff])(?P<all> ?، (?:التي|الذي|وهي|وهو) (?!تنص|ينص|نص|تقضي|يقضي|قضت|تلزم|يلزم|تحظر|يحظر|تسمح|يسمح|تمنح|يمنح|تتيح|يتيح|وقع|ابرم|كان|اعترف|انسحب|علق|الغ|اقر|صادق|دخل)[^،.؛\uea00-\uebff]{3,90} ?،)"
_CONCLUDED: Final = r"(?<=[\uea00-\uebff])(?P<all> ?،? (?:(?:التي|الذي) )?(?:كان |كانت )?(?:قد )?(?:وقع|ابرم|امض|عقد)[\u0621-\u064a]{0,5} (?:(?:كل من )?(?:{S}|{O})|بين(?:هما|هم|ها| {S})|(?=(?:في|ب|يوم|عام|سنه)))(?: ?،? ?(?:(?:في|ب|يوم|عام|سنه|خلال) ?)?(?:{D}|{C}))*(?: و(?:دخل|بدا|سر|صودق|صدق|اصبح)[^،.؛\uea00-\uebff]{3,70})?(?: ?،)?)(?= )"
_PARTICIPLE: Final = r"(?<=[\uea00-\uebff])(?P<all> (?:الموقعه?|المبرمه?|المعروفه?|المذكوره?|الجديده?|التاريخيه?|المكونه?|المولفه?)(?: (?:في|عام|سنه|من|قبل|{C}|{D}|باسم|ب|اخيرا|موخرا|اعلامياً?)){0,4})(?= (?:علي|ب|ان|ل)[^\ue000-\uf8ff]| {P} )"
_BETWEEN: Final = r"(?<=[\uea00-\uebff])(?P<all> بين (?:كل من )?{P}(?: ?،? ?و ?{P}| ?، ?{P})*(?: من جهه)?)(?= )"
_ADVERBS: Final = r"(?P<all>(?: ?،)? (?:ايضا|كذلك|صراحه|بدورها|بدوره|بدورهما|ايضاً|تحديدا|خصوصا|خاصه|رسميا|بوضوح|فيها|فيه|في المقابل|من جانبها|من جهتها|من جهته|من جانبه)(?: ?،)?)(?= )"


_FIRST: Final = 3
"""Before which place an adjunct opens its sentence."""
_JOINED: Final = r"(?:فيما|بينما|في حين|في المقابل|بالمقابل|كما|،) ?[وف]?$"


@dataclass(frozen=True, slots=True)
class Reduced:
    """A sentence's text without adjuncts, of the same length, and which instrument an adjunct names where."""

    text: Text
    under: tuple[tuple[int, int, Mention | None], ...]

    def under_at(self, begin: int, end: int) -> tuple[int, Mention | None] | None:
        """Give the adjunct «under the treaty» that stands in, or right before, a stretch, and the instrument it names."""
        for first, last, mention in self.under:
            if first < end and begin <= last + 3:
                return first, mention
        return next((each for each in self._opening(begin)), None)

    def _opening(self, begin: int) -> Iterator[tuple[int, Mention | None]]:
        """Give the adjunct that opens the sentence, which clauses joined to its first one stand under as well."""
        for first, _, mention in self.under[:1]:
            if first <= _FIRST and pattern(_JOINED).search(self.text[:begin]):
                yield -1, mention


def reduced(sentence: Sentence) -> Reduced:
    """Blank the adjuncts of a sentence."""
    text: str = sentence.text
    under = []
    text = _without(sentence, text, _BETWEEN, _CONCLUDED, _RELATIVE, _PARTICIPLE)
    for match in pattern(_UNDER).finditer(" " + text):
        what = sentence.skeleton.mention(match["what"] or match["what2"] or match["what3"] or match["what4"])
        under.append((match.end("lead") - 1, match.end() - 1, what))
        text = _blanked(text, match, shift=1)
    text = _without(sentence, text, *((_BETWEEN, _CONCLUDED, _RELATIVE, _PARTICIPLE) if under else ()), _ADVERBS)
    return Reduced(sentence.skeleton.text.rewritten(text), tuple(under))


def _without(sentence: Sentence, text: str, *adjuncts: str) -> str:
    for words in adjuncts:
        for match in pattern(words).finditer(text):
            if Kind.INSTRUMENT not in {each.kind for each in sentence.skeleton.inside(match["all"])}:
                text = _blanked(text, match, group="all")
    return text


def _blanked(text: str, match: re.Match[str], *, shift: int = 0, group: str | int = 0) -> str:
    begin, end = max(0, match.start(group) - shift), match.end(group) - shift
    return text[:begin] + " " * (end - begin) + text[end:]
