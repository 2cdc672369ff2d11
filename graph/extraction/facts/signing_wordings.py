"""Wordings of signing: active, passive, by a verbal noun, a participle, or by names put under an instrument."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .modality import Modality

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern

_PAST: Final = (
    r"(?:وقعا|وقعتا|وقعت|وقعوا|وقع|ابرما|ابرمتا|ابرمت|ابرموا|ابرم|امضي|امضت|امضيا|امضتا|امضوا|عقدت|عقدا|عقدتا)"
)
_PAST_WITH_IT: Final = (
    r"(?:وقع|وقعت|وقعا|وقعتا|وقعو|ابرم|ابرمت|ابرما|ابرمتا|ابرمو|امضا|امضت|امضيا|امضتا|امضو)(?P<object>ها|ه|هما)"
)
_NAMED_UNDER: Final = r"(?:(?:اسم|توقيع|امضاء)(?:ه|ها|هما|يهما|هم)|(?:توقيعات|امضاءات|اسماء|تواقيع)(?:هما|هم))"
PRESENT: Final = r"(?:يوقعان|توقعان|يوقعون|يوقع|توقع|يبرمان|تبرمان|يبرمون|تبرم|يبرم|يمضيان|تمضيان|يمضون)"
_WRITE: Final = r"(?:وضع|خط|مهر|ذيل)(?:ت|ا|تا|وا)?|[يت](?:ضع|خط|مهر|ذيل)(?:ان|ون)?"
_WHERE: Final = (
    r"(?:،? ?(?:(?:في|ب) ?{C}|في [\u0621-\u064a]{3,}(?: [\u0621-\u064a]{3,})?|(?:في )?{D}|امس|اليوم) ?،? ?)*"
)
_LIGHT: Final = r"(?:قام|بادر|سارع|شارك|اشترك|نجح|تمكن|افلح|تبادل|اقدم|تولي|تول|انهي|انه|انجز|اتم|ارغم|اجبر|اكره|اضطر)(?:ت|ا|تا|وا)?"
_ACTORS: Final = r"(?: ?(?:[\ue000-\ue9ff\uec00-\uf8ff]|(?:،|و|امس|اليوم|رسميا|يوم|في(?= ?[\ue800-\ue9ff\uf000-\uf1ff])|كل من|وفد|وفدا|ممثلو|ممثلا|قاده|زعماء|اخيرا|بدوره|بدورها|بالفعل|ايضا)(?![\u0621-\u064a])))+"
"""Verbs under which signing is a noun: «قام الوزيران بالتوقيع», «تبادل الطرفان التوقيع», «نجحت تركيا في إبرام»."""
_RANK: Final = r"(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|اخر|احدث)"
_SUBJUNCTIVE: Final = r"(?:يوقعا|توقعا|يوقع|توقع|يوقعوا|يبرما|تبرما|يبرم|تبرم)"
_OCCASIONS: Final = r"(?:ختام|عقب|بعد|اثر|منذ|خلال|هامش|شهد|شهدا|شهدت|توج|توجت|انتهت|اسفرت عن|اثمرت|مراسم|حفل)"


@dataclass(frozen=True, slots=True)
class SigningPattern:
    """A wording: its name, how sure it is, what it looks like, how it is told if that is fixed, and whether it is a noun."""

    name: str
    confidence: float
    found: Pattern
    fixed: Modality | None = None
    nominal: bool = False


@cache
def signing_patterns() -> tuple[SigningPattern, ...]:
    """Give all wordings, those first that tell of what is to come."""
    return (
        SigningPattern(
            "will-sign",
            0.8,
            pattern(rf"{{w}}(?P<verb>(?:س|سوف ){PRESENT})(?P<object>ها|ه|هما)?{{e}}"),
            Modality.PLANNED,
        ),
        SigningPattern("signs-on-a-day-to-come", 0.75, pattern(rf"{{w}}(?P<verb>{PRESENT}){{e}}"), Modality.PLANNED),
        SigningPattern(
            "to-be-signed",
            0.75,
            pattern(
                rf"{{b}}[وف]?(?:من المقرر|من المرتقب|من المنتظر|المقرر|المزمع|المنتظر|المرتقب|ينتظر|يفترض|مقررا) (?P<verb>ان {_SUBJUNCTIVE})(?P<object>ها|ه|هما)?{{e}}"
            ),
            Modality.PLANNED,
        ),
        SigningPattern(
            "was-first-to-sign",
            0.8,
            pattern(
                rf"(?<=[\ue000-\ue1ff]) (?:(?:رسميا|بذلك|هي|هو) )?(?P<verb>{_RANK} (?:[^.؛،\ue000-\uf8ff]{{0,40}} )?(?:(?:التي|الذي|من) )?(?:[يت]وقع|وقعت?))(?= (?:[^.؛،\ue000-\uf8ff]{{0,15}} )?(?:علي )?\"?{{I}})"
            ),
            nominal=True,
        ),
        SigningPattern(
            "signed",
            0.9,
            pattern(rf"{{b}}(?:[وف](?={_PAST}))?(?:كان |كانت )?(?:قد )?(?P<verb>{_PAST}|{_PAST_WITH_IT}){{e}}"),
        ),
        SigningPattern(
            "put-their-names-under",
            0.85,
            pattern(
                rf"{{w}}(?P<verb>{_WRITE})(?P<object>ها|ه|هما)?(?= [^.؛؟]{{0,220}}?{{b}}(?:ب?{_NAMED_UNDER} ?(?:،[^.؛]{{0,40}}، ?)?{_WHERE}(?:علي|اسفل|تحت|في ذيل|في اسفل) |ب{_NAMED_UNDER}{{e}}))"
            ),
        ),
        SigningPattern(
            "signed-by-light-verb",
            0.8,
            pattern(
                rf"{{b}}[وف]?(?:(?P<verb>{_LIGHT}))(?={_ACTORS} ?(?:ب|في |من |الي |علي )?(?:ال)?(?:توقيع|تواقيع|ابرام|امضاء) (?:علي )?(?:نص )?\"?{{I}})"
            ),
        ),
        SigningPattern(
            "which-they-concluded",
            0.8,
            pattern(
                r"(?<=[\uea00-\uebff]) ?،? (?:التي|الذي) (?:(?:كانت|كان|قد|سبق ان) )*(?P<verb>عقد(?:ت|ا|تا|و)?)(?P<object>ها|ه|هما){e}"
            ),
        ),
        SigningPattern(
            "its-signing-by",
            0.75,
            pattern(
                r"{b}[وف]?(?:ب|بعد |اثر |عقب |منذ |مع |فور |غداه )(?P<verb>(?:توقيع|امضاء|ابرام)(?:ه|ها|هما|هم))(?= (?:مع {S} )?(?:[^.؛،\ue000-\uf8ff]{0,25} )?(?:علي )?\"?{I})"
            ),
            nominal=True,
        ),
        SigningPattern(
            "was-signed-with-noun",
            0.82,
            pattern(rf"{{b}}[وف]?{_OCCASIONS} ب?(?P<verb>(?:مراسم |حفل )?(?:ال)?توقيع)(?P<object>ها|ه|هما)?{{e}}"),
            nominal=True,
        ),
        SigningPattern(
            "ceremony",
            0.85,
            pattern(r"{b}[وفبل]?(?P<verb>(?:مراسم|حفل) (?:ال)?توقيع)(?P<object>ها|ه|هما)?{e}"),
            nominal=True,
        ),
        SigningPattern(
            "was-signed",
            0.85,
            pattern(
                r"{w}(?P<verb>(?:تم|جري|جرت|جري)(?: [^.؛\uea00-\uebff]{0,60}?)? ?،? (?:مراسم |حفل )?(?:ال)?(?:توقيع|ابرام|امضاء))(?P<object>ها|ه|هما)?{e}"
            ),
            nominal=True,
        ),
        SigningPattern(
            "ended-in-signing",
            0.8,
            pattern(
                r"{w}(?:توج|توجت|تكلل|تكللت|اختتم|اختتمت|انتهي|انتهت|اسفر|اسفرت|اثمر|اثمرت|تمخض|تمخضت|افضي|افضت|ادي|ادت|قاد|قادت|خلص|خلصت)(?: [^.؛،\uea00-\uebff]{1,60}?)? (?:ب|عن |الي )(?P<verb>(?:ال)?(?:توقيع|ابرام))(?P<object>ها|ه|هما)?{e}"
            ),
            nominal=True,
        ),
        SigningPattern(
            "came-to-sign",
            0.75,
            pattern(
                rf"{{w}}(?:جلس|اجتمع|التقي|عاد|حضر|وصل|وقف|توجه|سافر)(?:ت|ا|تا|وا)? [^.؛؟]{{1,240}}?[\s،]ل(?P<verb>{_SUBJUNCTIVE})(?P<object>ها|ه|هما)?{{e}}"
            ),
        ),
        SigningPattern(
            "before-they-signed",
            0.75,
            pattern(rf"{{b}}[وف]?(?:قبل|بعد|الي) (?P<verb>ان {_SUBJUNCTIVE})(?P<object>ها|ه|هما)?{{e}}"),
            Modality.ACTUAL,
        ),
        SigningPattern(
            "headline-noun",
            0.75,
            pattern(
                r"^(?:[^.:،]{0,40}[:–-] ?|(?:عاجل|رسميا|بالصور|تاريخيا)[ .:،]+)?(?:لحظه |مراسم )?(?P<verb>(?:ال)?توقيع|ابرام)(?= (?:[^.؛؟!\uea00-\uebff]{0,60} )?(?:علي )?\"?{I})"
            ),
            nominal=True,
        ),
        SigningPattern("the-signing-by", 0.72, pattern(r"{b}ب?(?P<verb>توقيع|ابرام)(?= {S} {I})"), nominal=True),
        SigningPattern(
            "the-signing-of",
            0.7,
            pattern(
                r"{b}ب?(?P<verb>التوقيع علي|توقيع|ابرام)(?= (?:(?:عده|عدد من|حزمه من|سلسله من|مجموعه من|اكثر من \d+|\d+) )?{I})"
            ),
            nominal=True,
        ),
        SigningPattern(
            "signed-participle",
            0.82,
            pattern(
                r"(?P<what>{I})(?: (?:بين|مع) (?:كل من )?{S}| {A}| ال[\u0621-\u064a]+(?<!ه)){0,2} ?،? (?P<verb>الموقعه|الموقع|المبرمه|المبرم|الموقعتين|الموقعتان|المبرمتين|المبرمتان|الموقعين|المبرمين|المعقوده|الممضاه){e}"
            ),
        ),
    )
