"""Wordings of stances: what somebody supports, refuses, stresses, offers, does not rule out, doubts or blames on another."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..mentions.skeleton import pattern
from .speech_words import ADVERB, SOURCE, SPEAKERS
from .utterances import LEAD, WHO, Form

_BEFORE: Final = rf"\"?(?P<who>{SPEAKERS}|{SOURCE})\"?(?: ?،? {ADVERB})* ?،? (?:(?:كان|كانت) )?(?:قد )?[ف]?"
_OF_OWN: Final = r"(?:ه|ها|هما|هم| (?:بلاد|حكومت|حكومه بلاد|ادارت|بلدي)(?:ه|ها|هما))"
_TELLS: Final = r"(?:اعلن|اكد|جدد|كرر|سجل|اظهر|ابدي|اعرب|عبر|اوضح|كشف|ابدت|ابلغ)(?:ت|ا|تا|وا)?|[يت](?:علن|وكد|جدد|كرر|سجل|ظهر|بدي|عرب|عبر)"
_TELLING: Final = r"(?:معلن|موكد|مجدد|مكرر|مسجل|مظهر|مبدي|معرب|معبر)(?:ا|ه|ين|تين)"
_STANCE: Final = r"(?:رفض|تاييد|دعم|ترحيب|ادانت|ادانه|معارضت|معارضه|اعتراض|تمسك|تحفظ|اسف|قلق|ارتياح|استنكار|استياي|استياء|تضامن|تقدير|امتنان|انزعاج|استغراب|موافقت|موافقه|احتجاج)"
_OFFER: Final = r"(?:استعداد|جاهزيت|جاهزيه|انفتاح)"
_PLEDGE: Final = r"(?:التزام|تعهد|حرص)"
_STANCES: Final = (
    ("stance", "Evaluation", _STANCE, ""),
    ("offer", "Commitment", _OFFER, "possible"),
    ("own-pledge", "Commitment", _PLEDGE, ""),
)
_STRESSES: Final = r"(?:اكد|شدد|ابرز|نوه|اثار|جدد)(?:ت|ا|تا|وا)?|[يت](?:وكد|شدد|برز|نوه)(?:ان|ون)?"
_WEIGHT: Final = (
    r"(?:(?:مدي )?اهميه|ضروره|وجوب|عمق|متانه|قوه|حتميه|خطوره|محوريه|مركزيه|اولويه|تاريخيه|حيويه) (?![يت]?وكد)"
)
_BLAMES: Final = r"(?:القي|القت|[يت]لقي)"


@cache
def stances() -> tuple[Form, ...]:
    """Give the wordings, the most telling first."""
    return (*_of_stance(), *_of_weight(), *_of_bulletins(), *_of_answers(), *_of_doubt(), *_of_blame())


def _of_stance() -> tuple[Form, ...]:
    def gist(nouns: str) -> str:
        return rf"(?P<gist>{nouns}{_OF_OWN} [^؛]+)"

    forms = []
    for name, kind, nouns, mood in _STANCES:
        said = gist(nouns)
        forms += [
            Form(f"{name}-of", kind, pattern(rf"{{w}}(?P<verb>{_TELLS}) {WHO}{LEAD} ?(?:عن |علي )?{said}"), 0.74, mood),
            Form(f"speaker-{name}-of", kind, pattern(rf"{_BEFORE}(?P<verb>{_TELLS}) (?:عن |علي )?{said}"), 0.7, mood),
        ]
    return tuple(forms)


@cache
def later_stances() -> tuple[Form, ...]:
    """Give the wordings that go on with what somebody has begun to say: «…، معربا عن أسفه لتعثر المفاوضات»."""
    return tuple(
        Form(f"telling-{name}-of", kind, pattern(rf"{{b}}و?(?P<verb>{_TELLING}) (?:عن |علي )?(?P<gist>{nouns}{_OF_OWN} [^؛]+)"), 0.72, mood)
        for name, kind, nouns, mood in _STANCES
    )  # fmt: skip


def _of_weight() -> tuple[Form, ...]:
    weight = rf"(?:علي |الي |ب)?(?P<gist>{_WEIGHT}[^؛]+)"
    return (
        Form("stressed", "Evaluation", pattern(rf"{{w}}(?P<verb>{_STRESSES}) {WHO}{LEAD} ?{weight}"), 0.72),
        Form("speaker-stressed", "Evaluation", pattern(rf"{_BEFORE}(?P<verb>{_STRESSES}) {weight}"), 0.7),
    )


def _of_bulletins() -> tuple[Form, ...]:
    """What a statement in writing says: «جاء في بيان للخارجية أن …»."""
    paper = r"(?:بيان|تصريح|بلاغ)(?: مقتضب| رسمي| صحفي| مشترك)? (?:ل|صادر عن |صدر عن |اصدرته |اصدره |نشرته |عن )"
    return (
        Form("bulletin-says", "", pattern(rf"{{w}}(?P<verb>جاء|ورد) في {paper}\"?(?P<who>{SPEAKERS})\"?{LEAD}(?P<that>ان(?:ه|ها|هما)?) (?P<gist>[^؛]+)"), 0.76),
    )  # fmt: skip


def _of_doubt() -> tuple[Form, ...]:
    possible = r"(?P<verb>(?:لم|لا|لن) [يت]ستبعد(?:ان|ون|وا)?)"
    doubts = r"(?P<verb>شكك(?:ت|ا|وا)?|[يت]شكك(?:ان|ون)?)"
    return (
        Form("ruled-not-out", "Claim", pattern(rf"{{w}}{possible} {WHO}{LEAD} ?(?:ان )?(?P<gist>[^؛]+)"), 0.74, "possible"),
        Form("speaker-ruled-not-out", "Claim", pattern(rf"{_BEFORE}{possible} (?:ان )?(?P<gist>[^؛]+)"), 0.72, "possible"),
        Form("doubted", "Evaluation", pattern(rf"{{w}}{doubts} {WHO}{LEAD} ?في (?P<gist>[^؛]+)"), 0.72),
    )  # fmt: skip


def _of_answers() -> tuple[Form, ...]:
    """How another answers to what a clause tells: «وهو ما نفته أبوظبي», «في خطوة رحبت بها السلطة»."""
    who = rf"\"?(?P<who>{SPEAKERS})\"?(?:(?: مرارا| بشده| قطعيا| لاحقا))?"
    return (
        Form("which-he-denied", "Claim", pattern(rf"{{b}}ما (?P<gist>(?P<verb>نف(?:ته|اه)|[يت]نفيه) {who})"), 0.74),
        Form("which-he-welcomed", "Evaluation", pattern(rf"(?<=[\u0621-\u064a]) (?P<gist>(?P<verb>رحبت?|اشادت?|نددت?) ب(?:ها|ه|هما) {who})"), 0.72),
    )  # fmt: skip


def _of_blame() -> tuple[Form, ...]:
    accused = rf"(?P<accused>{SPEAKERS}|{{A}})"
    return (
        Form("laid-blame-on", "Accusation", pattern(rf"{{w}}(?P<verb>{_BLAMES}) {WHO}{LEAD} ?(?:ب)?(?:ال)?(?:لوم|مسووليه|تبعه) (?:[^؛،\ue000-\uf8ff]{{0,20}}? )?علي {accused} (?P<gist>(?:في|ب|عن) ?[^؛]+)"), 0.76),
        Form("pointed-at", "Accusation", pattern(rf"{{w}}(?P<verb>وجهت?|[يت]وجه) {WHO}{LEAD} ?(?:اصابع )?(?:ال)?(?:اتهام|اتهامات|اتهامها|اتهامه)(?: مباشره?)? (?:الي |ل){accused} ب(?:ان(?:ه|ها) )?(?P<gist>[^؛]+)"), 0.76),
    )  # fmt: skip
