"""How news words the later steps in the life of an instrument: entry into force, extension, end, withdrawal, suspension, accession, amendment.

Each step is a verb with its verbal noun; the patterns set it in the constructions of the language: verb first, subject first, announced,
passive, as a noun after «بعد», with the instrument as a pronoun.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .departures import departures
from .entries import Wording, entries
from .modality import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator


_WHO: Final = r"(?:حكومه (?:جمهوريه )?|سلطات )?\"?(?P<who>{S}|{O}|{B}|{N})\"?"
_GAP: Final = r"(?:[^.؛\uea00-\uebff]{0,60}? )?"
_NEAR: Final = r"(?:[^.،؛\uea00-\uebff\ue000-\ue1ff]{0,30}? )?"
_NO_FURTHER: Final = r"(?:(?:(?!{b}ثم)[^.،؛\uea00-\uebff\ue000-\ue1ff]){0,30}? )?"
_ANNOUNCING: Final = (
    r"(?:اعلن|اعلنت|تعلن|يعلن|قرر|قررت|اعلنا|اعلنتا|قررا|ابلغت|ابلغ|اخطرت|اخطر|اكد|اكدت|صوت لصالح|باشرت|بدات|بدا)"
)
_ADVERBS: Final = r"(?: رسميا| الرسمي| الكامل| الفوري| بشكل احادي| احاديا| من جانب واحد| الاحادي| نهاييا| موقتا| فورا| بصوره احاديه| الموقت)*"
_OF_IT: Final = r"(?:العمل ب|مشاركه بلاده في |مشاركه بلادها في |مشاركتها في |مشاركته في |مشاركه {P} في |عضويتها في |تنفيذ |التزامها ب|التزاماتها بموجب |التزام بلاده ب|مفعول |سريان |بنود من )?"


OF_ONE_SIDE: Final = frozenset({"InstrumentEvent", "Withdrawal", "Suspension", "Accession"})
"""Steps that one side takes by itself, so that those of two sides are two events."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step by its verbs: past, present, passive, verbal nouns, and the preposition before the instrument."""

    kind: str
    name: str
    past: str
    present: str
    passive: str
    noun: str
    preposition: str


_STEPS: Final = (
    _Step("Withdrawal", "withdrew", "انسحب|انسحبت|انسحبا|انسحبتا|انسحبوا|خرج|خرجت", "تنسحب|ينسحب|تنسحبان|ينسحبان|تخرج|يخرج", "", "انسحاب|خروج", "(?:من|عن)"),
    _Step("Suspension", "suspended", "علق|علقت|علقا|علقتا|جمد|جمدت|جمدا|اوقف|اوقفت", "تعلق|يعلق|تجمد|يجمد|توقف|يوقف|تعلقان|يعلقان", "علق|علقت|جمدت|جمد", "تعليق|تجميد|وقف", ""),
    _Step("Termination", "terminated", "الغي|الغت|الغيا|الغتا|انهي|انهت|انهتا|انهيا|فسخ|فسخت|نقض|نقضت|ابطل|ابطلت", "تلغي|يلغي|تنهي|ينهي|تفسخ|يفسخ|تلغيان|يلغيان", "الغيت|الغي|انهيت|فسخت|ابطلت", "الغاء|انهاء|فسخ|نقض|ابطال", ""),
    _Step("Extension", "extended", "مدد|مددت|مددا|مددتا|جدد|جددت|جددا|جددتا", "تمدد|يمدد|تمددان|يمددان|تجدد|يجدد|تجددان|يجددان", "مددت|مدد|جددت|جدد", "تمديد|تجديد", ""),
    _Step("Accession", "acceded", "انضم|انضمت|انضما|انضمتا|انضموا", "تنضم|ينضم", "", "انضمام", "(?:الي|ل)"),
    _Step("InstrumentEvent", "amended", "عدل|عدلت|عدلا|عدلتا|نقح|نقحت", "", "عدلت|عدل", "تعديل", ""),
)  # fmt: skip


@cache
def wordings() -> tuple[Wording, ...]:
    """Give all wordings of all steps."""
    return (*entries(), *(each for step in _STEPS for each in _of(step)), *_others())


def _of(step: _Step) -> Iterator[Wording]:
    what = rf"{step.preposition} ?{_OF_IT}(?P<what>{{I}})" if step.preposition else rf"{_OF_IT}(?P<what>{{I}})"
    until = (
        r"(?: (?:لمده |حتي )?[^.،؛]{0,30}?(?:سنوات|سنه|اعوام|عاما|عام|اشهر|{D}))?" if step.kind == "Extension" else ""
    )
    own = r"(?:ها|ه|هما|هم)?(?: (?:بلاده|بلادها|بلاديهما|حكومته|حكومتها|\"?{P}\"?))?"
    yield Wording(step.kind, step.name, pattern(rf"(?P<all>{{w}}(?P<verb>{step.past}) {_WHO} {_GAP}{what}{until})"))
    verbs = "|".join(each for each in (step.past, step.present) if each)
    yield Wording(
        step.kind,
        f"{step.name}:subject-first",
        pattern(
            rf"(?P<all>{_WHO} ?،? ?(?:التي |الذي |اللتان |اللتين )?(?:كانت |كان |كانا )?(?:قد )?(?P<verb>{verbs}) {_NEAR}{what}{until})"
        ),
    )
    yield Wording(
        step.kind,
        f"{step.name}:announced",
        pattern(
            rf"(?P<all>{{w}}(?P<verb>{_ANNOUNCING}) {_WHO} ?،? ?{_GAP}(?:ب|عن |علي )?(?:ال)?(?:{step.noun}){own}{_ADVERBS} (?:ل)?{what})"
        ),
    )
    yield Wording(
        step.kind,
        f"{step.name}:noun",
        pattern(
            rf"(?P<all>(?:بعد|منذ|عقب|اثر|رغم|غداه|بسبب|علي|نتيجه|ذكري|واعتبر|ان) (?P<verb>{step.noun}) (?P<who>{{P}}|{{S}}){_ADVERBS} {what})"
        ),
    )
    yield Wording(
        step.kind,
        f"{step.name}:it",
        pattern(
            rf"(?P<all>{{w}}(?P<verb>{step.past}) (?:منها|منه|اليها|اليه|العمل بها|العمل به) {_NO_FURTHER}{_WHO})"
            if step.preposition
            else rf"(?P<all>{{w}}(?P<verb>(?:{step.past})(?:ها|ه|هما)){{e}} {_WHO})"
        ),
    )
    yield Wording(
        step.kind,
        f"{step.name}:then",
        pattern(
            rf"^ ?[وف]?[\u0621-\u064a]{{3,}} (?P<who>{{P}}) [^.؛\uea00-\uebff]{{2,90}}?(?P<all>(?:ثم |، ?و)(?P<verb>{step.past}) {_GAP}{what}{until})"
        ),
    )
    yield Wording(
        step.kind,
        f"{step.name}:from-it",
        pattern(
            rf"(?P<all>{_WHO} (?:التي |الذي )?(?:قد )?ف?(?P<verb>{step.past}) (?:منها|منه|اليها|اليه|العمل بها|العمل به){{e}})"
        ),
    )
    if step.passive:
        yield Wording(
            step.kind,
            f"{step.name}:passive",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>{step.passive}|(?:تم|جري) (?:{step.noun})) {_OF_IT}(?P<what>{{I}}){until})"
            ),
        )


def _others() -> Iterator[Wording]:
    yield from (Wording("Withdrawal", *each) for each in departures())
    yield Wording(
        "Suspension",
        "share-suspended:subject-first",
        pattern(
            r"(?P<all>{w}(?P<verb>علقت?|جمدت?|[يت]علق|[يت]جمد) (?:مشاركه|عضويه|التزام|التزامات) \"?(?P<who>{P})\"? (?:في|ب) ?(?P<what>{I}))"
        ),
    )
    ending = r"(?:صلاحيه |مده |مفعول |سريان |العمل ب)?"
    yield Wording(
        "Expiry",
        "expired",
        pattern(rf"(?P<all>{{w}}(?P<verb>انتهت|انتهي|انقضت|انقضي) {ending}(?P<what>{{I}}))"),
    )
    yield Wording(
        "Expiry",
        "expired-after-subject",
        pattern(
            r"(?P<all>(?P<what>{I}) ?،? (?:التي |الذي )?(?:قد )?(?P<verb>انتهت|انتهي|انقضت|انقضي)(?: مدتها| مدته| صلاحيتها| صلاحيته| مفعولها| العمل بها)?(?= (?:في|عام|{D}|قبل|منذ|العام|الشهر)|[.،]))"
        ),
    )
    yield Wording(
        "Expiry",
        "will-expire",
        pattern(rf"(?P<all>{{w}}(?P<verb>تنتهي|ينتهي|ستنتهي|سينتهي|تنقضي) {ending}(?P<what>{{I}}))"),
        Modality.PLANNED,
    )
    yield Wording(
        "Expiry",
        "ceased",
        pattern(r"(?P<all>{w}(?P<verb>انتهي|توقف) العمل ب(?P<what>{I}))"),
    )
    yield Wording(
        "Withdrawal",
        "withdrawal-took-effect",
        pattern(
            r"(?P<all>{w}(?P<verb>اصبح|دخل|بات|صار) انسحاب (?P<who>{P})(?: من (?P<what>{I}))? (?:[^.؛\ue000-\uf8ff]{0,40}? )?(?:رسميا )?(?:نافذا|ساري المفعول|ساريا|حيز التنفيذ|حيز النفاذ|رسميا|نهاييا))"
        ),
    )
    yield Wording(
        "Accession",
        "rejoined",
        pattern(r"(?P<all>{w}(?P<verb>عاد|عادت) (?P<who>{P}|) ?(?:رسميا )?الي (?P<what>{I}))"),
    )
    yield Wording(
        "Accession",
        "rejoined-it",
        pattern(r"(?P<all>{w}(?P<verb>عاد|عادت) (?:اليه|اليها){e}(?: (?P<who>{P}))?)"),
    )
    yield Wording(
        "Withdrawal",
        "announced-its-own",
        pattern(
            r"(?P<all>{w}(?P<verb>اعلنت|اعلن|اعلنتا|اعلنا|قررت|قرر|ابلغت|اكملت|استكملت|اتمت) (?P<who>{P})(?: ?، [^،.؛\ue000-\uf8ff]{2,40} ?،)? (?:ب)?(?:انسحاب|خروج)(?:ها|ه|هم|هما){e}(?: (?:رسميا|نهاييا|الرسمي|النهايي))?(?! ?(?:من|عن|الي|نحو|خلف|امام|تحت|علي|عسكريا|ال))(?![^.]{0,60}(?:قوات|جنود|جيش|{F}))(?: \"?ب(?:مفعول|اثر) فوري\"?)?)"
        ),
    )
    yield Wording(
        "Withdrawal",
        "is-out-of-it",
        pattern(
            r"(?P<all>{w}(?P<verb>اصبحت|اصبح|باتت|بات|صارت|صار|غدت|غدا) (?P<who>{P}) (?:رسميا )?خارج (?P<what>{I}))"
        ),
    )
    yield Wording(
        "Withdrawal",
        "will-be-out-of-it",
        pattern(
            r"(?:من المقرر|من المتوقع|من المنتظر|ينتظر|يفترض) ان (?P<all>(?P<verb>تصبح|يصبح|تكون|يكون) (?P<who>{P}) (?:رسميا )?خارج (?P<what>{I}))"
        ),
        Modality.PLANNED,
    )
    yield Wording(
        "Termination",
        "declared-void",
        pattern(
            rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا|اعتبرت|اعتبر|عدت) {_WHO} (?:ان )?(?P<what>{{I}}) (?:لم (?:تعد|يعد)|باتت? لاغيه?|لاغيه?|لاغيا|ملغاه|ملغي|منتهيه|باطله|غير ملزمه?|في حكم (?:الملغاه|المنتهيه|الملغي))(?: [^.؛،]{{2,60}})?)"
        ),
    )
    yield Wording(
        "InstrumentEvent",
        "was-adopted",
        pattern(
            r"(?P<all>{w}(?P<verb>اعتمدت|اعتمد|تبني|اقرت|اقر)(?: ?،? (?:(?:في|ب) ?{C}|(?:في )?{D}) ?،?)+ (?P<what>{I}))"
        ),
    )
    yield Wording(
        "Accession",
        "deposited",
        pattern(
            r"(?P<all>{w}(?P<verb>اودعت|اودع|اودعتا|سلمت|سلم) (?P<who>{S}|{O}) (?:[^.؛\uea00-\uebff]{0,40}? )?(?:صك|صكي|وثيقه|وثايق|صكوك) (?:انضمامها|انضمامه|انضمامهما|الانضمام|انضمام بلاده)(?: (?:الي|ل) ?(?:(?P<what>{I})|ه|ها))?)"
        ),
    )
    yield Wording(
        "Extension",
        "extended-between",
        pattern(
            r"(?P<all>{w}(?P<verb>اتفقت|اتفق|اتفقا|اتفقتا|وافق|وافقت) (?P<who>{S}|{O}) (?:[^.؛\uea00-\uebff]{0,70}? )?علي (?:تمديد|تجديد) (?:العمل ب)?(?P<what>{I}))"
        ),
    )
    yield Wording(
        "Termination",
        "agreed-to-end",
        pattern(
            r"(?P<all>{w}(?P<verb>اتفقت|اتفق|اتفقا|اتفقتا) (?P<who>{S}|{O}) (?:[^.؛\uea00-\uebff]{0,70}? )?علي (?:انهاء|الغاء) (?:العمل ب)?(?P<what>{I}))"
        ),
    )
