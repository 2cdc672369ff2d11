"""How news words that an instrument enters into force; and what a wording of any step is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .modality import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..mentions.patterns import Pattern

_FORCE: Final = r"(?:حيز (?:ال)?(?:نفاذ|تنفيذ|تطبيق|سريان)|طور التنفيذ|مرحله التنفيذ)"
_SOON: Final = (
    r"(?:(?:رسميا|فعليا|عمليا|اخيرا|لاحقا|بالفعل|فورا|تلقاييا|سريعا|في|عام|سنه|يوم|بعد|قبل|ذلك|هي|{D}|{G})\s)*"
)
"""What may stand between «دخلت» and «حيز النفاذ» where the instrument is not named; whatever else enters is no instrument."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a step: the class and name of the step, its pattern, and how it is told where that is fixed."""

    kind: str
    name: str
    found: Pattern
    fixed: Modality | None = None


def entries() -> Iterator[Wording]:
    """Give the wordings of entry into force."""
    kind = "EntryIntoForce"
    yield Wording(
        kind,
        "entered-into-force",
        pattern(
            rf"(?P<all>{{w}}(?P<verb>دخلت|دخل|دخلتا|دخلا) (?:(?P<what>{{I}}) (?:[^.،؛]{{0,20}} )?|{_SOON}){_FORCE})"
        ),
    )
    yield Wording(
        kind,
        "entered-into-force-after-subject",
        pattern(
            rf"(?P<all>(?P<what>{{I}}) ?،? (?:[^.؛]{{0,40}}، )?(?:التي |الذي )?(?:[^.،؛]{{0,20}})?(?:قد )?(?P<verb>دخلت|دخل|دخلتا|يدخل|تدخل) (?:رسميا )?{_FORCE})"
        ),
    )
    yield Wording(
        kind,
        "became-effective",
        pattern(
            r"(?P<all>{w}(?P<verb>اصبحت|اصبح|باتت|بات|صارت|صار|غدت|غدا|اضحت|اضحي|امست|عدت) (?:(?P<what>{I}) (?:(?:بين|مع) {S} )?)?(?:ساريه|ساريا|ساري|نافذه|نافذا|ملزمه|ملزما|قيد التنفيذ|قيد التطبيق)(?: (?:المفعول|قانونا))?)"
        ),
    )
    yield Wording(
        kind,
        "only-then",
        pattern(
            rf"(?P<all>{{w}}(?P<verb>(?:لم|ما) (?:[يت]صبح|[يت]صر|[يت]غد|اصبحت?|صارت?|[يت]دخل|دخلت?|[يت]سر|سرت|[يت]بدا (?:سريان|العمل ب|نفاذ|تطبيق|تنفيذ)(?:ها|ه)?|[يت]كتسب) (?:(?P<what>{{I}}) )?(?:(?:ساريه|ساريا|ساري|نافذه|نافذا)(?: المفعول)?|{_FORCE}|قوه القانون)?) ?الا (?=في|بعد|مع|عام|سنه|{{D}}|ابتداء|اعتبارا))"
        ),
        Modality.ACTUAL,
    )
    yield Wording(
        kind,
        "began-to-apply",
        pattern(
            r"(?P<all>{w}(?P<verb>بدا|سري|سرت|بدات|تم بدء) (?:سريان |العمل ب|تنفيذ |مفعول |نفاذ |تطبيق )?(?P<what>{I}))"
        ),
    )
    yield Wording(
        kind,
        "entry-by-noun",
        pattern(
            rf"(?P<all>(?:بعد|منذ|عقب|مع|ذكري|اعلان|علي|قبيل|بعيد|غداه|من|التهاني ب|التهنيه ب) ?(?P<verb>دخول) (?P<what>{{I}}) (?:(?:بين|مع) {{S}} )?(?:[^.،؛]{{0,20}} )?{_FORCE})"
        ),
    )
    yield Wording(
        kind,
        "headline-noun-of-entry",
        pattern(
            rf"^(?P<all>(?:[^.:،؟!]{{0,40}}(?:[:–-]|\.\.) ?)?(?P<verb>بدء (?:سريان|العمل ب|نفاذ|تطبيق|تنفيذ)) ?(?P<what>{{I}})(?: (?:بين|مع) {{S}})?(?: (?:[^.،؛]{{0,20}} )?{_FORCE})?)(?=$| رسميا(?:$| ))"
        ),
    )
    yield Wording(
        kind,
        "before-it-entered-into-force",
        pattern(
            rf"^(?:(?!{{b}}[وف]?(?:لن|لا|لم|ليس|يجب|ينبغي|يتعين|يمكن|سوف|يشترط|المقرر|المتوقع|ينتظر|س[يت][\u0621-\u064a]{{3,}}){{e}})[^.؛؟])*?{{b}}(?P<all>(?:قبل|الي|بعد) ان (?P<verb>[يت]دخل|دخلت?|[يت]صبح|اصبحت?|[يت]سري|سرت|[يت]بدا (?:سريان|العمل ب)) ?(?:(?P<what>{{I}}) )?(?:رسميا |هي )?(?:{_FORCE}|ساريه?ا?(?: المفعول)?|نافذه?ا?(?: المفعول)?)(?= ?،? ?(?:في|يوم|عام|سنه|خلال|مطلع|اواخر|اوايل|ابتداء|اعتبارا)? ?(?:من )?{{D}}))"
        ),
        Modality.ACTUAL,
    )
    yield Wording(
        kind,
        "is-to-enter-into-force",
        pattern(
            rf"{{b}}[وف]?(?:من المقرر|من المرتقب|من المنتظر|المقرر|المنتظر|المرتقب|مقررا|ينتظر|يفترض) (?P<all>ان (?P<verb>[يت]دخل|[يت]دخلا|[يت]صبح|[يت]سري|[يت]بدا (?:سريان|العمل ب|تطبيق|نفاذ)) ?(?:(?P<what>{{I}}) )?(?:[^.،؛\ue000-\uf8ff]{{0,20}} )?(?:{_FORCE}|ساريه?ا?(?: المفعول)?|نافذه?ا?(?: المفعول)?|(?=(?:في|اعتبارا|ابتداء|مطلع|بدءا) ?{{D}})))"
        ),
        Modality.PLANNED,
    )
    yield Wording(
        kind,
        "will-enter-into-force",
        pattern(rf"(?P<all>{{w}}(?P<verb>ستدخل|سيدخل|ستدخلان) (?:(?P<what>{{I}}) )?(?:[^.،؛]{{0,20}} )?{_FORCE})"),
        Modality.PLANNED,
    )
