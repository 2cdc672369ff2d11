"""Further wordings of provisions: rights that are kept or lacking, deeds done under a treaty, territory, articles that come first."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..mentions.skeleton import pattern
from .provision_words import (
    ALLOW,
    BIND,
    FORBID,
    GENERIC,
    GRANT,
    KEEP,
    OF_SIDE,
    OWN_WILL,
    PAY,
    REST,
    RULES,
    SIDE,
    STATES,
    TERRITORY,
    TRANSFER,
    WHO,
    WITH,
)
from .wordings import Wording

_EACH: Final = rf"(?:كل من |اي من )?(?:{SIDE}|{GENERIC}|كل (?:دوله )?(?:طرف|عضو)|اي (?:طرف|دوله))"
_THE_RIGHT: Final = r"(?P<right>(?:ال)?حق (?:في |ال(?=[\u0621-\u064a]))?)"
_PEOPLE: Final = rf"(?:{OF_SIDE}|(?:ل|ال)?(?:مواطنين|رعايا|سكان|لاجيين|سفن|شركات|علماء|باحثين|صيادين|مراقبين|مفتشين|موظفين|دبلوماسيين) ?)"
_WHAT: Final = r"(?:(?P<what>{I}) )"
_MADE: Final = r"(?P<what>{I}) ?،? (?:التي |الذي )?"
_NUMBERED: Final = r"(?:ال)?(?:ماده|بند|فقره|فصل|ملحق)(?: (?:ال[\u0621-\u064a]{3,}(?: عشره?)?|رقم \d+|\d+|\(\d+\)))?(?: (?:من|في) (?:ال)?(?:نص|(?P<what>{I}))|(?: منها| منه| فيها| فيه))? ?،?"
_PIECE: Final = r"(?P<content>(?:[^.؟!؛،]|\.(?=\d)){4,})"
_LATER: Final = "دخل|بدا|وقع|صادق|صدق|عقد|عود|ستانف|جري|تم|علن|زور|لتقي|جتمع|نشر|كون|ستكمل|بحث|ناقش|قدم موعد|حدد|وقعا|وقعها|وقعه|برم"
"""Verbs after «على أن» that tell what comes next rather than what is laid down."""


@cache
def further_idioms() -> tuple[Wording, ...]:
    """Give the wordings, the most telling first."""
    return (*_rights(), *_deeds(), *_of_territory(), *_of_articles())


def _rights() -> tuple[Wording, ...]:
    return (
        Wording("keeps-the-right", "right", pattern(rf"(?P<all>{{w}}(?P<verb>{KEEP}) (?P<who>{SIDE}) (?:علي |ب){_THE_RIGHT}{REST})"), 0.74, "bound"),
        Wording("has-no-right", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>لا [يت]ملك|ليس ل|ليس من حق|لا يكون ل|لا حق ل) ?(?P<who>{_EACH}) (?:(?:ال)?حق (?:في )?|ان ){REST})"), 0.74, "under-or-after"),
        Wording("forbids-anyone", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{FORBID}) {_WHAT}?(?P<who>)(?:علي )?(?:اي|كل|جميع) {{word}}(?: {{word}}){{0,2}}? (?:من |ان ){REST})"), 0.74, "context"),
        Wording("forbids-those", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{FORBID}) {_WHAT}?(?P<who>)علي (?:اي )?ال{{word}}(?: (?:ال{{word}}|{{A}})){{0,2}} (?P<content>(?!ال){{word}} [^.؟!؛]+))"), 0.74, "context"),
        Wording("grants-them", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>{GRANT}|{ALLOW}) ?(?:ل)?(?P<them>هم|ها|هما|ه) (?P<what>{{I}}) (?P<who>)(?P<right>(?:ال)?حق (?:في )?|ب)?{REST})"), 0.72),
        Wording("grants-him", "right", pattern(r"(?P<all>{w}(?P<verb>[يت](?:منح|عطي|خول))(?P<them>ه|ها|هم|هما)(?P<who>) (?P<right>(?:ال)?حق (?:في )?)?(?P<content>(?![\ue000-\uebff])[^.؟!؛]+))"), 0.72, "told-of-or-after"),
        Wording("grants-him-if", "right", pattern(r"(?P<all>{w}(?P<verb>[يت](?:منح|عطي|خول))(?P<them>ه|ها|هم|هما)(?P<who>) ?(?P<content>، (?:اذا|ان|متي|في حال|بعد) [^،.؛]{3,70}، [^.؟!؛]+))"), 0.7, "told-of-or-after"),
        Wording("allows-him", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>{ALLOW}) ل(?P<them>ه|ها|هم|هما)(?P<who>) (?:ب|ان )?{REST})"), 0.72, "told-of-or-after"),
        Wording("leaves-the-choice", "liberty", pattern(r"(?P<all>{w}(?P<verb>خيرت?|خيروا|[يت]خير|[يت]خيرون)(?P<who>)(?: [^.؛،]{2,40})? بين (?:ان )?(?P<content>[^.؟!؛]+))"), 0.68, "after"),
        Wording("that-grants-people", "right", pattern(rf"(?P<all>{_MADE}(?P<verb>{GRANT}) ل?(?P<who>)(?:{{A}}|{_PEOPLE}(?:{{A}})?) ?(?P<right>(?:ال)?حق (?:في )?){REST})"), 0.7),
        Wording("grants-people", "right", pattern(rf"(?P<all>{{w}}(?P<verb>{GRANT}) {_WHAT}?ل?(?P<who>)(?:ل)?{_PEOPLE}(?:{GENERIC}|{{A}})? ?(?P<right>)(?P<content>(?:ال)?(?:حق|حقوقا?|حريه|امتياز(?:ات)?) [^.؟!؛]+))"), 0.72, "context"),
        Wording("people-may", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>يحق|يجوز|يمكن|سيحق|يسمح|سمح|اجيز|ابيح) ل(?P<who>){_PEOPLE}(?:{GENERIC}|{{G}}|{{A}})? ?(?:ان |ب)?{REST})"), 0.72, "under-or-after"),
    )  # fmt: skip


def _deeds() -> tuple[Wording, ...]:
    return (
        Wording("by-which-gave-up", "none", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>(?:تنازل|تخل|نزل|سلم)(?:ت|تا|ا)?|[يت](?:تنازل|تخلي)(?:ان)?)(?: ?(?:بها|به|فيها|فيه|بموجبها|بموجبه))? +(?P<who>{SIDE}) (?:ل(?:ها|ه|{{P}}) )?(?:عن )?(?P<content>(?:[^.؟!؛]|\.(?=\d)){{6,}}))"), 0.72),
        Wording("did-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{PAY}) (?P<who>{SIDE}) {_PIECE})"), 0.66, "under"),
        Wording("obtained-under", "none", pattern(rf"(?P<all>{{w}}(?P<verb>{KEEP}) (?P<who>{SIDE}) (?:علي |ب)?(?!حق |الحق ){_PIECE})"), 0.68, "under"),
        Wording("was-made-to", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>(?:اجبر|الزم|ارغم|اكره|حمل)(?:ت|ا|تا)?|اضطر(?:ت|ا|تا)?) (?P<who>{SIDE}) (?:علي|ب|الي) ?(?:ان )?{REST})"), 0.7, "under"),
        Wording("gave-up-next", "none", pattern(r"(?P<all>^[وف]?(?P<verb>تنازلتا?|تخلتا?|تنازل|تخلي) (?P<who>)(?:ل(?:ها|ه|{P}) )?عن (?P<content>(?:[^.؟!؛،]|\.(?=\d)){4,}))"), 0.68, "after"),
        Wording("was-to-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>وجب|توجب|كان لزاما|بات لزاما|صار لزاما|اصبح لزاما|[يت]ترتب|تحتم|يتحتم|كان) علي (?P<who>{WHO}) (?:ان )?{REST})"), 0.7, "under"),
        Wording("has-to-do", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>[يت]ترتب|ترتب|وجب|توجب|[يت]تحتم|تحتم) علي (?P<who>{WHO}) (?:ان )?{REST})"), 0.7, "after"),
        Wording("guarantees-to", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>س?[يت]ضمن|س?[يت]كفل|ضمنت|كفلت) (?P<who>{SIDE}) {REST})"), 0.68, "after"),
        Wording("both-pledge", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>[يت](?:تعهد|لتزم)ان|تعهدتا?|التزمتا?|تعهدا|التزما)(?P<who>)(?: (?:فيه|فيها))? {WITH}{REST})"), 0.7, "told-of-it"),
        Wording("both-refrain", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>س?[يت]متنعان|امتنعتا|ال?ا [يت][\u0621-\u064a]{{3,}}ان)(?P<who>) (?:عن )?{REST})"), 0.68, "after"),
        Wording("gained-also", "right", pattern(rf"(?P<all>، ?و(?P<verb>{KEEP})(?P<who>) (?:علي |ب){_THE_RIGHT}{REST})"), 0.68, "under-before"),
        Wording("took-upon-itself", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{OWN_WILL}) (?P<who>{SIDE}) علي (?:عاتقها|عاتقه|نفسها|نفسه|عاتقهما|نفسيهما) (?:(?:تعهدا|التزاما|عهدا) )?(?:ب)?{REST})"), 0.72, "bound"),
        Wording("binds-itself", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{BIND}) (?P<who>{SIDE}) (?:نفسها|نفسه|نفسيهما|انفسهم) {WITH}{REST})"), 0.74, "bound"),
        Wording("in-return-for-a-pledge", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>(?:في )?مقابل|لقاء|نظير) (?:ال)?(?:تعهد|التزام|قبول|موافقه) (?P<who>{SIDE}) (?:ب|علي )(?:ان )?{REST})"), 0.7, "told-of-it"),
        Wording("provided-that", "duty", pattern(rf"(?P<all>، علي ان (?P<content>(?P<verb>(?!س?[يت](?:{_LATER})(?![\u0621-\u064a]{{3}}))[يت][\u0621-\u064a]{{2,}}) (?P<who>{SIDE}) [^.؟!؛]+))"), 0.68, "told-of-it"),
    )  # fmt: skip


def _of_territory() -> tuple[Wording, ...]:
    became = r"(?:الت|انتقل|عاد|اصبح|صار|خضع|بقي|ظل|انقسم|بات|[يت](?:وول|نتقل|خضع|بقي|ظل|صبح))(?:ت)?"
    return (
        Wording("it-recognizes", "none", pattern(rf"(?P<all>{{w}}(?P<verb>[يت]عترف|اعترفت?|[يت]قر|اقرت?) (?P<what>{{I}}) ب(?:ان )?{REST})"), 0.68),
        Wording("that-recognizes", "none", pattern(rf"(?P<all>{_MADE}(?P<verb>[يت]عترف|اعترفت|[يت]قر|اقرت) ب(?:ان )?{REST})"), 0.68),
        Wording("it-transfers", "none", pattern(rf"(?P<all>{{w}}(?P<verb>{TRANSFER}) (?P<what>{{I}}) (?P<content>{TERRITORY}(?:[^.؟!؛،]|\.(?=\d))*))"), 0.68),
        Wording("that-transfers", "none", pattern(rf"(?P<all>{_MADE}(?P<verb>{TRANSFER}) (?P<content>{TERRITORY}(?:[^.؟!؛،]|\.(?=\d))*))"), 0.68),
        Wording("became-under", "none", pattern(rf"(?P<all>{{w}}(?P<content>(?P<verb>{became}) (?:[^.؟!؛،]|\.(?=\d))+))"), 0.66, "under"),
    )  # fmt: skip


def _of_articles() -> tuple[Wording, ...]:
    return (
        Wording("article-provides", "content", pattern(rf"(?P<all>{{w}}{_NUMBERED} (?P<verb>{STATES}) (?:صراحه )?علي {REST})"), 0.78, "context"),
        Wording("article-requires", "content", pattern(rf"(?P<all>{{w}}{_NUMBERED} (?P<verb>{RULES}) ب(?:ان )?{REST})"), 0.78, "context"),
        Wording("article-first-binds", "duty", pattern(rf"(?P<all>{{w}}{_NUMBERED} (?P<verb>{BIND}) (?P<who>{WHO}) ?{WITH}{REST})"), 0.8, "context"),
        Wording("article-first-forbids", "prohibition", pattern(rf"(?P<all>{{w}}{_NUMBERED} (?P<verb>{FORBID}) (?:علي (?P<who>{WHO}) )?{REST})"), 0.78, "context"),
        Wording("article-first-allows", "liberty", pattern(rf"(?P<all>{{w}}{_NUMBERED} (?P<verb>{ALLOW}) ل(?P<who>{WHO}) (?:ب|في |ان )?{REST})"), 0.78, "context"),
    )  # fmt: skip
