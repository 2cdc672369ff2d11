"""Which position a wording and its content make: duty, prohibition, right, liberty, power, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from .wordings import Wording

_PROHIBITED: Final = r"^(?:امتناع [^،.؛]{1,30}? عن |(?:تعهد|التزام) [^،.؛]{1,30}? (?:بعدم|بالامتناع) |عدم |الا |حظر |منع |الامتناع عن|لن |لا )|^(?:ان )?\"?[\ue000-\uf8ff]\"? \"?(?:لن|لا) |^ان لا "
_ALLOWED: Final = r"^(?:السماح |الترخيص |تمكين )|^(?:حق |ان ل)"
_CITIZENS: Final = r"(?:يملك الحق|لهم الحق|لها الحق|له الحق|الحق في)"
_DEED: Final = r"(?:وقف|تبادل|سحب|انسحاب|تسليم|اطلاق|فتح|انشاء|تشكيل|اقامه|تقديم|تدريب|ازاله|تدمير|خفض|تعزيز|الافراج|عوده|نزع|اجراء|رفع) "
_GAINED: Final = r"(?:حصول|احتفاظ|تمتع|استفاده|ان (?:تحصل|يحصل|تحتفظ|يحتفظ|تتمتع|يتمتع)) [\ue000-\ue1ff\uf200-\uf3ff]"
_STAYS: Final = r"[يت](?:بقي|ظل) ال"
_TO_DO: Final = r"ان (?:لا )?[يت][\u0621-\u064a]{2,} [\ue000-\ue1ff\uec00-\uefff\uf200-\uf3ff]"
_PLAIN: Final = r"^(?:(?:ان )?[يت](?:بقي|ظل|ستمر) |(?:تاجيل|ارجاء|اعتماد|ضم) |(?:انشاء|اقامه|قيام) (?:علاقات|منطقه|مركز|صندوق|اتحاد|سوق|دوله)|منطقه|ترتيبات|انتهاء|ترسيم|تكون|اندماج|صين|حريه الكنيسه)"


def position_of(wording: Wording, content: str) -> str:  # noqa: C901, PLR0911 (one answer for each way of wording it)
    """Tell which position it is: a kind of position, or «none» for a bare provision."""
    if wording.position in ("bare", "content") and pattern(_GAINED).match(content):
        return "right"
    if wording.position == "bare" and pattern(_TO_DO).match(content):
        return "prohibition" if pattern(_PROHIBITED).search(content) else "duty"
    if wording.position == "bare":
        return (
            "prohibition"
            if pattern(_PROHIBITED).search(content)
            else "duty"
            if pattern(_DEED).match(content) and not pattern(_PLAIN).search(content)
            else "none"
        )
    if wording.position == "right" and content.startswith("عدم "):
        return "right"  # «حق عدم الخضوع للقضاء»
    if wording.position in ("right", "liberty") and pattern(_STAYS).match(content):
        return "none"
    if pattern(_PROHIBITED).search(content):
        return "prohibition"
    if wording.position in ("right", "none"):
        return wording.position
    if wording.position == "liberty" and pattern(
        r"^(?:انهاء|الانسحاب|الخروج(?: منه| ?$| بعد| ب)|تعليق|تمديد|تعديل|نقض|فسخ|(?:ان )?[يت](?:نسحب|نقض|نهي|لغي|علق|عدل|مدد|فسخ))"
    ).search(content):
        return "power"
    if wording.position == "content":
        if pattern(_CITIZENS).search(content):
            return "right"
        if pattern(_ALLOWED).search(content):
            return "liberty"
        if pattern(r"^(?:حريه|غيرها) ").search(content):
            return "liberty" if content.startswith("حريه") else "none"
        return "none" if pattern(_PLAIN).search(content) else "duty"
    return wording.position
