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
_POSSIBLE: Final = r"(?:^|[\s،])(?<!يكون\s)(?<!تكون\s)(?<!كان\s)(?<!كانت\s)(?<!غير\s)(?:قد [يت]|يمكن|ربما|من الممكن|مستعده? ل|مستعد ل|علي استعداد)"
_CONDITIONAL: Final = r"(?:^|[\s،])(?:اذا|لو|في حال|في حاله|ما لم|شريطه|بشرط|الا بعد|الا اذا|مشروطه?|مرهونه?|رهن)(?= )"
_BAD: Final = r"كارثه|عواقب|تبعات|تصعيد|مجاعه|خطر|حرب|اجراءات مضاده|انهيار|رد قاس"
_INTENDS: Final = r"(?:تنوي|ينوي|تنويان|ينويان|تعتزم|يعتزم|تعتزمان|عازمه|سنقدم|سيطلب|ستطلب|سيطلبان|نعتزم|ننوي|(?<![\u0621-\u064a])[وف]?س(?!ياس|ياد|ياق|ياح|يار|يطر|يول|ينا|نوات|نوي|نه|نتين|تين|تار|ندات)[تيأن][\u0621-\u064a]{2,})"
_SURE_OF: Final = r"واثق|ستصبح|سيصبح|ستكون|سيكون|ستودي|سيودي|ستسهم|سيسهم|ستعزز|سيعزز|ستفتح"
_BOUND: Final = r"(?:^|[\s\"])(?<!غير\s)(?:لن (?:[تين](?:سمح|تخلي|تنازل|فرط|دخل|غير|دخر|تردد|ساوم|قبل|نسحب)|تكون طرفا)|ملتزمه?|وملتزمه?|ستواصل|ستدعم|ستقف|سيقف|مستعده)(?= |$)"
_STANDS_BY: Final = r"^\"? ?[^.؛،\"]{0,20}\"?(?:ستواصل دعم|سيواصل دعم|ستدعم|سيدعم|ستقف|سيقف) "
_WILL_NOT: Final = r"^\"? ?[^.؛،\"]{0,30}\"?لن [تين](?!كون)[\u0621-\u064a]{2,}"
_NO_PLAN: Final = r"^\"? ?(?:لا|ليس|ليست) (?:توجد |يوجد |هناك |لدي[\u0621-\u064a]* )?(?:اي )?نيه{e}"
_NO_WISH: Final = (
    r"^\"? ?[^.؛،]{0,25}?(?:لا|ليس|ليست) (?:[يتن](?:نوي|عتزم|خطط|فكر)|في وارد|بصدد|لدي[\u0621-\u064a]* (?:اي )?نيه)"
)
"""What the speaker's own side does not mean to do: «بلاده لا تنوي …», «لا نية ل…»."""
_WEIGHS: Final = (
    r"(?:^|[\s\"])(?<!لم\s)(?:(?:لا|ولا) )?(?:[يت](?:عزز|جسد|رسي|عكس|ساوي|رقي|فتقر|قوض|هدد|ستحق|ليق|رسخ|كرس|نتهك|سيء|صب في|خدم)(?:ان)?"
    r"|[يت](?:مثل|شكل|عد)(?:ان)? (?!ال|[\ue000-\uf8ff]))"
)
"""Verbs that weigh what they are said of: «الاتفاق يعزز …», «لا ترقى إلى …»."""
_IN_LAW: Final = (
    r"(?:^|[\s\"])(?:باطل|لاغ|لاغي|ملغي|ملغا|ساري|سار|نافذ|مشروط|مرهون|غير مستعد)(?:ه|ان|ين|ون)?(?![\u0621-\u064a])"
)
"""What is said of how things stand in law: «البروتوكول باطل» claims it."""
_WILL_COME: Final = (
    r"^(?!\s*\"?(?:(?:ال)?(?:وفد|قوات|حكومه|وزير|وزاره|رييس|برلمان|جيش|سفير|مبعوث|لجنه|طرف|جانب|توقيع){e}|[\u0621-\u064a]+نا )|\s*(?:\"?لن|[^.؛،]{0,40}(?:ستبقي|سيبقي|ستظل|سيظل|ستواصل|سيواصل|ستستمر|سيستمر) ))"
    r"[^.؛،]{0,45}?(?:(?<![\u0621-\u064a])س(?!ياس|ياد|ياق|ياح|يار|يطر|يول|ينا|نوات|نوي|نه|نتين|تين|تار|ندات)[يت][\u0621-\u064a]{2,}|(?<!^)(?<!\")لن [يت](?:جبر|غير|ودي|نجح|كون|حل|دوم|صمد|وقف|ثني|منع|حقق|جلب|فيد)[\u0621-\u064a]*)(?= )"
)
"""What is said to come of others: «مستقبل العالم سيكتب …»."""
_OUGHT: Final = r"(?:ان )?(?:علي (?=[^.؛،]{2,30} ان)|يجب|ينبغي|لابد|لا بد|من الضروري|من الواجب|يتعين|ضروره|وجوب)"
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
    if utterance.that in _OF_HIMSELF and (meant := _of_himself(words)):
        return meant
    future = bool(pattern(_FUTURE).search(words))
    if future and pattern(_BAD).search(words):
        return "Commitment" if own and pattern(_BOUND).search(words[:60]) else "Warning"
    return _of_own_will(utterance, words, own=own) or _of_others(words, future=future, own=own)


_OF_HIMSELF: Final = frozenset({"انه", "انها", "انهما", "انهم", "بانه", "بانها"})


def _of_himself(words: str) -> str | None:
    """Tell what somebody says that he himself hopes, offers or means not to do: «قال إنه يأمل في …», «إنه مستعد ل…»."""
    start = words.lstrip('" ')
    if pattern(r"(?:[يت](?:امل|تطلع|تمني)(?:ان|ون)?|متفايله?) (?:في|الي|ان|ب)").match(start):
        return "HopeStatement"
    return "Commitment" if pattern(r"(?:مستعد|علي استعداد|جاهز|ملتزم|منفتح)(?:ه|ون|ان)? ").match(start) else None


_EXPERTS: Final = (
    r"(?:ال)?(?:خبير|خبراء|خبيره|محلل|محللون|محللين|محلله|باحث|باحثه|باحثون|مراقبون|مورخون|اكاديميون|اوساط){e}"
)


def is_foreseen(sentence: Sentence, utterance: Utterance, words: str) -> bool:
    """Tell what an expert without a name says is going to be or may be: he foresees it."""
    who = sentence.text[slice(*utterance.who)] if utterance.who else ""
    ahead = pattern(_FUTURE).search(words[:40]) or pattern(r"{b}قد [يت]").search(words[:40])
    return bool(ahead) and pattern(_EXPERTS).match(who) is not None


def _of_own_will(utterance: Utterance, words: str, *, own: bool) -> str | None:
    """Tell what the speaker's own side means to do, or promises."""
    if pattern(_SURE_OF).match(words.strip('" ')):
        return "Prediction"
    of_self = own or utterance.that in ("انها", "انهما", "اننا", "انه")
    if of_self and pattern(_STANDS_BY).match(words):
        return "Commitment"
    will = of_self and pattern(_INTENDS).search(words[:60]) and not pattern(r"(?:^|\s)(?:لن|لا) ").search(words[:40])
    will_not = utterance.that in ("انه", "انها", "انهما") and pattern(r"\"? ?لن (?![يت]كون هناك)").match(words)
    if will or will_not or (of_self and pattern(_NO_WISH).search(words)) or pattern(_NO_PLAN).match(words):
        return "IntentionStatement"
    if (own and pattern(_BOUND).search(words[:60])) or pattern(_WE_SHALL_NOT).match(words):
        return "Commitment"
    if own and pattern(_WILL_NOT).search(words):
        return "IntentionStatement"
    return "IntentionStatement" if pattern(_MEANS_TO).search(words) else None


def _of_others(words: str, *, future: bool, own: bool) -> str:
    if future and (pattern(_SURE_OF).search(words) or (not own and _is_to_come(words))):
        return "Prediction"
    if not own and not future and pattern(_WEIGHS).search(words[:60]):
        return "Evaluation"
    if pattern(_IN_LAW).search(words[:40]):
        return "Claim"
    return "Claim" if _has_verb(plain_of(words)) else "Evaluation"


def _is_to_come(words: str) -> bool:
    """Tell what is foreseen of others, without a condition and not by a side of its own will."""
    first = words.lstrip('" ')[:1]
    return (
        not "\ue000" <= first <= "\uf8ff"
        and bool(pattern(_WILL_COME).search(words))
        and not pattern(_CONDITIONAL).search(words)
    )


_VERBAL: Final = re.compile(
    r"(?:^|\s)(?:و|ف)?(?:(?!تاريخ|تاريخي|تاريخيه|نوعها|نوعه|نحو|تعاون|نهايه|تجاه|نقطه|نصر|نجاح|تحد|يوم|يوما|تماما|نفس|ت..ي.(?:\s|$))[يتن][\u0621-\u064a]{2,}|س[يتن][\u0621-\u064a]{2,}|لم|لن|لا|ليس|ليست|ما)(?=\s|$)"
)


def _has_verb(words: str) -> bool:
    """Tell a sentence with a verb from a nominal one, which judges: «المعاهدة منارة أمل»."""
    return (
        bool(_VERBAL.search(words))
        or _PAST.search(words) is not None
        or any(word in _verbs() for word in words.split())
    )


_PAST: Final = re.compile(
    r"(?:^|\s)[وف]?(?!ال|اخت(?:\s|$)|توقيت|تثبيت|تفويت|تصويت|كويت)(?:[\u0621-\u064a]{2,}(?<![اويه])(?<!سب)(?<!نب)(?<!وق)(?<!تح)(?<!صو)(?<!مو)ت|[\u0621-\u064a]{3,}(?<!ا)وا|[\u0621-\u064a]{3,}(?<!ي)تا|است[\u0621-\u064a]{3}|ان[سضتخقه][\u0621-\u064a]{2}|ا[نك]ت[\u0621-\u064a]{3})(?=\s|$)"
)
"""Verbs in the past by their endings: «سحبت», «غادروا», «وقعتا»."""


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
    if kind == "Warning" or pattern(_CONDITIONAL).search(words):
        return "conditionalModality"
    if pattern(_POSSIBLE).search(words):
        return "possible"
    if pattern(_FUTURE).search(words):
        return "future"
    return "future" if kind in ("Commitment", "IntentionStatement", "Prediction") else "actual"
