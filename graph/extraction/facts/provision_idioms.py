"""Wordings of provisions that name no instrument: what one side gave up under it, what may not be done, what each is free to do."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..mentions.skeleton import pattern
from .provision_burdens import burdens
from .provision_kinds import further_idioms
from .provision_words import BIND, BY, GENERIC, PLEDGE, REST, SIDE, STATES, WHO, WITH
from .wordings import Wording

_CEDED: Final = (
    r"(?:تنازل|تخل|اعترف|اقر|سلم|احتفظ|نزل|استعاد|جرد|فقد|خسر)(?:ت|ا|تا|وا)?|تخلي|س?[يت](?:تنازل|تخلي|عترف)(?:ان|ون)?"
)
_OF: Final = r"(?:ل(?:ها|ه|هما|هم|{P}) )?(?:عن |ب|علي )?"
_PIECE: Final = r"(?P<content>(?:[^.؟!؛،]|\.(?=\d)){6,})"
_MAY_NOT: Final = r"(?:لا|ليس) (?:يجوز|يحق|يسمح|يصح|مسموحا|جايزا)"
_EACH: Final = rf"(?:كل من |اي من )?(?:{SIDE}|{GENERIC}|كل (?:دوله )?(?:طرف|عضو|موقع)(?: فيها| فيه)?|اي (?:طرف|منهما|منهم)|كل (?:منهما|منهم)|اطرافها|اطرافه)"
_FREE: Final = r"(?:انهاء|الغاء|تعليق|تمديد|طلب|الانسحاب|استخدام|اقامه|نشر|فتح|اغلاق|ابقاء|تعيين|اللجوء|رفض|فسخ|نقض)"
_ASIDE: Final = r"(?: ?، [^،.؛]{2,60} ?،)?"


@cache
def idioms() -> tuple[Wording, ...]:
    """Give the wordings, the most telling first."""
    return (*_of_sides(), *_of_nobody(), *_of_its_parts(), *burdens(), *further_idioms())


def _of_sides() -> tuple[Wording, ...]:
    return (
        Wording("gave-up-under", "none", pattern(rf"(?P<all>{{w}}(?P<verb>{_CEDED}) (?P<who>{SIDE}) {_OF}{_PIECE})"), 0.72, "under"),
        Wording("gave-up-also", "none", pattern(rf"(?P<all>، ?و(?P<verb>{_CEDED}) {_OF}{_PIECE})"), 0.68, "under-before"),
        Wording("imposes-on-them", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{BIND}|فرضت?|[يت]فرض) علي(?P<them>ها|ه|هم|هما) (?:ان |ب)?{REST})"), 0.76, "context"),
        Wording("in-which-pledges", "duty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?P<verb>{PLEDGE}) (?P<who>{WHO}) {WITH}{REST})"), 0.76),
        Wording("takes-upon-itself", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>تكفل(?:ت|ا|تا)?) (?P<who>{SIDE}){_ASIDE} ب{REST})"), 0.7, "after"),
        Wording("gives-back", "liberty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>اعادت|اعاد|تعيد|يعيد|ردت|رد) (?:الي|ل) ?(?P<who>{SIDE}) (?:ال)?حق (?:في )?{REST})"), 0.74),
        Wording("each-is-free-to", "liberty", pattern(rf"(?P<all>(?:^ ?|[،؛:؟] ?|{{b}}(?=[وف]))[وف]?(?P<verb>(?:[يت](?:بقي|ظل|كون) )?ل)(?P<who>{_EACH}) (?:وحد(?:ها|ه|هما) )?(?:ان ){REST})"), 0.7, "after"),
        Wording("each-is-free", "liberty", pattern(rf"(?P<all>(?:^|، ?)[وف]?(?P<verb>ل)(?P<who>{_EACH}) (?={_FREE} ){REST})"), 0.7, "after"),
        Wording("each-is-free-if", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>(?:[يت](?:بقي|ظل|كون) )?ل)(?P<who>{_EACH}) ?(?P<content>، (?:ان|اذا|متي) [^،.؛]{{3,60}}، ان [^.؟!؛]+))"), 0.7, "after"),
    )  # fmt: skip


def _of_nobody() -> tuple[Wording, ...]:
    return (
        Wording("may-not-be", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{_MAY_NOT}){_ASIDE} (?:ان |{BY})?(?!ل|ان |علي |{{I}}){REST})"), 0.72, "under-or-after"),
        Wording("is-to-be-done", "duty", pattern(r"(?P<all>{w}(?P<verb>يتعين|يتوجب) (?P<content>(?!علي |ان )(?:ال)?[\u0621-\u064a]{4,} [^.؟!؛،]+))"), 0.7, "under-or-after"),
        Wording("imposed", "none", pattern(rf"(?P<all>(?P<what>{{I}})(?: [\u0621-\u064a ]{{0,30}})?{_ASIDE} (?:كانت? )?(?:قد )?(?P<verb>فرضت|فرض) (?!علي){_PIECE})"), 0.68),
    )  # fmt: skip


def _of_its_parts() -> tuple[Wording, ...]:
    part = r"(?:احدي|احد|بعض|اولي|اول|ابرز|اهم|اخر) [\u0621-\u064a]{2,8}(?:ها|ه|هما)"
    return (
        Wording("one-of-its-points", "content", pattern(rf"(?P<all>{{w}}(?P<verb>{STATES}) {part} (?:صراحه )?علي {REST})"), 0.78, "context"),
    )  # fmt: skip
