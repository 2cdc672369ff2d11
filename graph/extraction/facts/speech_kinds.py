"""Which kind of statement words are, and in which mood: by the verb that introduces them, else by themselves."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from .context import Sentence
    from .utterances import Utterance

_FUTURE: Final = r"(?:^|[\s،\"])[وف]?(?:س(?!ياس|ياد|ياق|ياح|يار|يطر|يول|ينا|نوات|نوي|نه|نتين|تين|تار|ندات)[يتن][\u0621-\u064a]{2,}|سوف|لن)(?= )"
_POSSIBLE: Final = r"(?:^|[\s،])(?:قد [يت]|يمكن|ربما|من الممكن|مستعده? ل|مستعد ل|علي استعداد)"
_CONDITIONAL: Final = r"(?:^|[\s،])(?:اذا|لو|في حال|في حاله|ما لم|شريطه|بشرط|الا بعد|الا اذا|مشروطه?|مرهونه?|رهن)(?= )"
_BAD: Final = r"كارثه|عواقب|تبعات|تصعيد|مجاعه|خطر|حرب|اجراءات مضاده|انهيار|رد قاس"
_INTENDS: Final = r"(?:تنوي|ينوي|تنويان|ينويان|تعتزم|يعتزم|تعتزمان|عازمه|سنقدم|سيطلب|ستطلب|سيطلبان|نعتزم|ننوي|(?<![\u0621-\u064a])[وف]?س(?!ياس|ياد|ياق|ياح|يار|يطر|يول|ينا|نوات|نوي|نه|نتين|تين|تار|ندات)[تيأن][\u0621-\u064a]{2,})"
_SURE_OF: Final = r"واثق|ستصبح|سيصبح|ستكون|سيكون|ستودي|سيودي|ستسهم|سيسهم|ستعزز|سيعزز|ستفتح"
_BOUND: Final = r"(?:^|\s)(?:لن|ملتزمه?|وملتزمه?|ستواصل|ستدعم|ستقف|لن تسمح|مستعده) "
_OUGHT: Final = r"(?:ان )?(?:علي (?=[^.؛،]{2,30} ان)|يجب|ينبغي|لابد|لا بد|من الضروري|من الواجب|يتعين)"
_WE_SHALL_NOT: Final = r"\"? ?لن ن[\u0621-\u064a]+|مستعده? ل"
_MEANS_TO: Final = r"(?:^|\s)(?<!لا\s)(?<!لم\s)(?:تنويان|تعتزمان|تعتزم|تنوي|ينوي|يعتزم|سنقدم|نعتزم)(?: |$)"
_ENDORSES: Final = r"^\"?(?:يتفق|تتفق|يويد|تويد|يدعم) (?:تماما )?(?:مع )?(?:تصريحات|موقف|ما قاله)"


def endorses(words: str) -> bool:
    """Tell words that agree with what another has said."""
    return bool(pattern(_ENDORSES).search(words))


def kind_of_words(utterance: Utterance, words: str, *, own: bool) -> str:
    """Tell what kind of statement words are; `own` if they begin with the speaker's own side."""
    if utterance.kind:
        return utterance.kind
    future = bool(pattern(_FUTURE).search(words))
    if future and pattern(_BAD).search(words):
        return "Commitment" if own and pattern(_BOUND).search(words[:60]) else "Warning"
    return _of_own_will(utterance, words, own=own) or _of_others(words, future=future)


def _of_own_will(utterance: Utterance, words: str, *, own: bool) -> str | None:
    """Tell what the speaker's own side means to do, or promises."""
    if pattern(_SURE_OF).match(words.strip('" ')):
        return "Prediction"
    of_self = own or utterance.that in ("انها", "انهما", "اننا", "انه")
    will = of_self and pattern(_INTENDS).search(words[:60]) and not pattern(r"(?:^|\s)(?:لن|لا) ").search(words[:40])
    will_not = utterance.that in ("انه", "انها", "انهما") and words.lstrip('" ').startswith("لن ")
    if will or will_not:
        return "IntentionStatement"
    if (own and pattern(_BOUND).search(words[:60])) or pattern(_WE_SHALL_NOT).match(words):
        return "Commitment"
    return "IntentionStatement" if pattern(_MEANS_TO).search(words) else None


def _of_others(words: str, *, future: bool) -> str:
    if future and pattern(_SURE_OF).search(words):
        return "Prediction"
    return "Claim" if _has_verb(plain_of(words)) else "Evaluation"


_VERBAL: Final = re.compile(
    r"(?:^|\s)(?:و|ف)?(?:(?!تاريخ|تاريخي|تاريخيه|نوعها|نوعه|نحو|تعاون|نهايه|تجاه|نقطه|نصر|نجاح|تحد|يوم|يوما|تماما|نفس|ت..ي.(?:\s|$))[يتن][\u0621-\u064a]{2,}|س[يتن][\u0621-\u064a]{2,}|لم|لن|لا|ليس|ليست|ما)(?=\s|$)"
)


def _has_verb(words: str) -> bool:
    """Tell a sentence with a verb from a nominal one, which judges: «المعاهدة منارة أمل»."""
    return bool(_VERBAL.search(words)) or any(word in _verbs() for word in words.split())


@cache
def _verbs() -> frozenset[str]:
    stems = [
        "عاد",
        "كان",
        "دخل",
        "وقع",
        "اصبح",
        "ظل",
        "قرر",
        "بدا",
        "انتهي",
        "تم",
        "جري",
        "حصل",
        "ابتعد",
        "طلب",
        "وصل",
        "وافق",
        "رفض",
        "سلم",
        "قتل",
    ]
    return frozenset(
        form for verb in stems for form in (verb, verb + "ت", verb + "ا", verb + "وا", verb.removesuffix("ي") + "ت")
    ) - {"ظلا"}


def plain_of(words: str) -> str:
    """Leave the mentions out of a piece of a skeleton."""
    return re.sub(r"[\ue000-\uf8ff\"]", "", words)


_OWN_WORDS: Final = ("بلاده", "بلادها", "حكومته", "حكومتها", "حكومه بلاده", "المملكه", "البلاد")


def begins_with_own(sentence: Sentence, begin: int, own: str | None) -> bool:
    """Tell words that begin with the speaker's own side: «بلاده», its name, its capital."""
    start = sentence.text[begin : begin + 24].lstrip('" ')
    if start.startswith(_OWN_WORDS):
        return True
    first = sentence.skeleton.mention(start[:1])
    return first is not None and first.kind is Kind.POLITY and any(thing.identifier == own for thing in first.things)


def mood_of(kind: str, words: str) -> str:
    """Give the code of the mood in which words speak."""
    if kind == "HopeStatement" or pattern(_OUGHT).match(words.lstrip('" ')):
        return "desired"
    if pattern(_CONDITIONAL).search(words):
        return "conditionalModality"
    if pattern(_POSSIBLE).search(words):
        return "possible"
    if pattern(_FUTURE).search(words):
        return "future"
    return "future" if kind in ("Commitment", "IntentionStatement", "Prediction", "Warning") else "actual"
