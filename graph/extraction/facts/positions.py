"""Which position a wording and its content make: duty, prohibition, right, liberty, power, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from .wordings import Wording

_PROHIBITED: Final = r"^ان [يت]متنع|^(?:امتناع [^،.؛]{1,30}? عن |(?:تعهد|التزام) [^،.؛]{1,30}? (?:بعدم|بالامتناع) |عدم |الا |حظر |منع |الامتناع عن|لن |لا )|^(?:ان )?\"?[\ue000-\uf8ff]\"? \"?(?:لن|لا) |^ان لا "
_ALLOWED: Final = r"^(?:السماح |الترخيص |تمكين )|^اعفاء (?:{K}|(?:مواطني|رعايا|حمله|سكان) )|^(?:حق |ان ل)"
_CITIZENS: Final = r"(?:يملك الحق|لهم الحق|لها الحق|له الحق|الحق في)"
_DEED: Final = r"(?:وقف|تبادل|سحب|انسحاب|تسليم|اطلاق|فتح|انشاء|تشكيل|اقامه|تقديم|تدريب|ازاله|تدمير|خفض|تعزيز|الافراج|عوده|نزع|اجراء|رفع) "
_BY_CONSENT: Final = (
    r"(?:انهاء|تعديل|فسخ|نقض|الغاء|الانسحاب|تغيير) [^،.؛]{0,50}الا (?:ب(?:رضي|رضا|موافقه|اتفاق|توافق)|بعد موافقه) "
)
"""What nobody may do but with the consent of others is in their power: «لا يجوز تعديلها إلا بموافقة الطرفين»."""
_GAINED: Final = r"(?:حصول|احتفاظ|تمتع|استفاده|ان (?:تحصل|يحصل|تحتفظ|يحتفظ|تتمتع|يتمتع)) [\ue000-\ue1ff\uf200-\uf3ff]"
_STAYS: Final = r"[يت](?:بقي|ظل) ال"
_TO_DO: Final = r"ان (?:لا )?[يت][\u0621-\u064a]{2,} [\ue000-\ue1ff\uec00-\uefff\uf200-\uf3ff]"
_PLAIN: Final = r"^(?:(?:ان )?[يت](?:بقي|ظل|ستمر) |(?:ان )?[يت](?:عود|وول|نتقل) (?:ال)?(?:سياده|سيطره|اداره|ملكيه|جزيره|جزر|مدينه|منطقه|اقليم|قاعده|ميناء) |اعفاء (?:ال)?(?:سلع|بضايع|صادرات|وارادات|واردات|منتجات|شركات|سفن) |(?:تاجيل|ارجاء|اعتماد|ضم) |(?:انشاء|اقامه|قيام) (?:علاقات|منطقه|مركز|صندوق|اتحاد|سوق|دوله)|منطقه|ترتيبات|انتهاء|ترسيم|تكون|اندماج|صين|حريه الكنيسه)"


def position_of(wording: Wording, content: str) -> str:  # noqa: C901, PLR0911 (one answer for each way of wording it)
    """Tell which position it is: a kind of position, or «none» for a bare provision."""
    if wording.position == "plain":
        return "none"
    if wording.position in ("bare", "content") and pattern(_GAINED).match(content):
        return "right"
    if wording.position == "bare":
        return _of_bare(content)
    if wording.position == "right" and content.startswith("عدم "):
        return "right"  # «حق عدم الخضوع للقضاء»
    if wording.position in ("right", "liberty") and pattern(_STAYS).match(content):
        return "none"
    if wording.position == "prohibition" and pattern(_BY_CONSENT).match(content):
        return "power"
    if pattern(_PROHIBITED).search(content):
        return "prohibition"
    if wording.position in ("right", "none"):
        return wording.position
    if wording.position == "liberty" and pattern(
        r"^(?:انهاء|الانسحاب|الخروج(?: منه| ?$| بعد| ب)|تعليق|تمديد|تعديل|نقض|فسخ|(?:ان )?[يت](?:نسحب|نقض|نهي|لغي|علق|عدل|مدد|فسخ))"
    ).search(content):
        return "power"
    return _of_content(content) if wording.position == "content" else wording.position


def _of_bare(content: str) -> str:
    """Tell what a content is of which only the treaty is said to contain it."""
    to_do = pattern(_TO_DO).match(content)
    if pattern(_PROHIBITED).search(content):
        return "prohibition"
    return "duty" if to_do or (pattern(_DEED).match(content) and not pattern(_PLAIN).search(content)) else "none"


def _of_content(content: str) -> str:
    """Tell what a content is that a treaty provides for."""
    if pattern(_CITIZENS).search(content):
        return "right"
    if pattern(_ALLOWED).search(content):
        return "liberty"
    if pattern(r"^(?:حريه|غيرها) ").search(content):
        return "liberty" if content.startswith("حريه") else "none"
    return "none" if pattern(_PLAIN).search(content) else "duty"
