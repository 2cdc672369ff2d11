"""How news words what an instrument lays down: the patterns of provisions, over clauses without their adjuncts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    import re

SIDE: Final = r"[\ue000-\ue1ff\ue400-\ue5ff\uec00-\uefff\uf200-\uf5ff]"
ORDINAL: Final = r"(?:الاولي|الثانيه|اولهما|اولاهما|ثانيهما|ثانيتهما|الاول|الثاني)(?![\u0621-\u064a])"
RANKS: Final = {
    **dict.fromkeys(("الاولي", "الاول", "اولهما", "اولاهما"), 0),
    **dict.fromkeys(("الثانيه", "الثاني", "ثانيهما", "ثانيتهما"), 1),
}
"""Which of two an ordinal means: the first or the second treaty, or side."""
GENERIC: Final = r"(?:كل طرف|اي طرف|كلا الطرفين|الاطراف(?: المتعاقده| الموقعه| الاخري)?|الدول (?:الاعضاء|الاطراف|الموقعه|المتعاقده)(?: فيها| عليها)?|كل دوله|اي دوله|الدولتان المتعاقدتان|كل من الطرفين|اعضاوها|اعضاوه|الاعضاء|الموقعين|الموقعون)"
_OF_SIDE: Final = r"(?:(?:ال)?(?:قوات|سفن|طايرات|شركات|مواطني|مواطنين|رعايا|جنود|عسكريي|جيش|صيادي|ابناء|سكان|سفينه|طايره|شرطه|بحريه) )"
WHO: Final = rf"(?:(?:كل من |كلا من |اي من |علي )?\"?{SIDE}\"?|{GENERIC}|{_OF_SIDE}(?:{SIDE}|{{A}}))"
_STATES: Final = r"(?:تنص|ينص|نصت|نص|تنصان|نصتا|نصان|نصن|تضمنت|تضمن|تتضمن|يتضمن|شملت|شمل|ستنص|سينص)"
_RULES: Final = r"(?:تقضي|يقضي|قضت|قضي|تقضيان|قضتا|القاضي|القاضيه)"
_BIND: Final = r"(?:تلزم|يلزم|الزمت|الزم|تلزمان|توجب|اوجبت|اوجب|يوجب|ستلزم|سيلزم|تكلف|يكلف|كلفت)"
_FORBID: Final = r"(?:تحظر|يحظر|حظرت|حظر|تمنع|منعت|يمنع|تحرم|يحرم|حرمت)"
_ALLOW: Final = (
    r"(?:تتيح|يتيح|اتاحت|اتاح|ستتيح|سيتيح|تسمح|يسمح|سمحت|سمح|ستسمح|سيسمح|تجيز|يجيز|اجازت|اجاز|تخول|يخول|خولت|خول|تبيح)"
)
_GRANT: Final = r"(?:تمنح|يمنح|منحت|منح|ستمنح|سيمنح|تعطي|يعطي|اعطت|اعطي|ستعطي|تكفل|يكفل|كفلت|كفل|تضمن|يضمن|ضمنت|توفر)"
_PLEDGE: Final = r"(?:تتعهد|يتعهد|تعهدت|تعهد|يتعهدان|تتعهدان|تعهدا|تعهدتا|تلتزم|يلتزم|التزمت|التزم|يلتزمان|تلتزمان|التزما|التزمتا|ستلتزم|سيلتزم)"
_WITH: Final = r"(?:ب(?:ان )?|علي (?:ان )?|ان )"
_REST: Final = r"(?P<content>(?:[^.؟!؛]|\.(?=\d))+)"
_PART: Final = (
    r"(?:(?:الماده|المادتان|المواد|البند|الفقره|بنود|نصوص|احكام|مواد) ?[^.؛،\uea00-\uebff]{0,25}? ?(?:من )?)?"
)
_ARTICLE: Final = r"(?:(?:الماده|المادتان|المواد|البند|الفقره|ديباجتها|مقدمتها|مادت(?:ها|ه)|بند(?:ها|ه)|بنود(?:ها|ه)|مواد(?:ها|ه)) ?(?:[^.؛،\ue000-\uf8ff]{1,20}?)?(?: منها| منه)?)"
_DECLARES: Final = r"(?:تحدد|يحدد|حددت|حدد|ترسم|يرسم|رسمت|تعفي|يعفي|اعفت|تقسم|قسمت|تعلن|يعلن|اعلنت|تكرس|يكرس|كرست|تقر|اقرت|توكد|يوكد|اكدت|تنظم|ينظم|نظمت|تضع|يضع|وضعت)"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: its name, the position it makes, its pattern, how sure it is, and what must be known of the instrument."""

    name: str
    position: str
    found: re.Pattern[str]
    confidence: float = 0.8
    needs: str = ""


@cache
def wordings() -> tuple[Wording, ...]:
    """Give all wordings, the most telling first."""
    return (*_rules(), *_statements(), *_bindings(), *_bans(), *_permissions(), *_pledges(), *_deeds())


def _rules() -> tuple[Wording, ...]:
    what = rf"{_PART}(?P<what>{{I}}|{ORDINAL})"
    attack = r"(?:اي |كل )?(?:ال)?(?:هجوم|اعتداء|عدوان)(?: مسلح)?"
    return (
        Wording(
            "attack-counts-as",
            "rule",
            pattern(
                rf"(?P<all>(?:{{w}}(?P<verb>{_STATES}|جاء في|{_RULES}|تعتبر|يعتبر) (?:{what} )?(?:علي |ب)?(?:ان )?)?(?P<trigger>{attack} (?:[^.؛]{{2,90}}?)) ?(?:يعتبر|يعد|تعتبر|سيعتبر|سيعد|هو|بمثابه|يشكل) (?P<counts>(?:بمثابه )?(?:هجوما|اعتداء|عدوانا|هجوم|عدوان)(?: مسلحا)? [^.؛،]+))"
            ),
            0.9,
        ),
        Wording(
            "counts-an-attack",
            "rule",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تعتبر|يعتبر|تعد|يعد|اعتبرت|اعتبر) (?:{what} )?(?:ان )?(?P<trigger>{attack} (?:[^.؛]{{2,70}}?)) (?P<counts>(?:هجوما|اعتداء|عدوانا)(?: مسلحا)? [^.؛،]+))"
            ),
            0.88,
        ),
    )


def _statements() -> tuple[Wording, ...]:
    what = rf"{_PART}(?P<what>{{I}}|{ORDINAL})"
    it = rf"(?:{what} ?)?(?:{_ARTICLE} )?"
    return (
        Wording(
            "clauses-provide-for",
            "content",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تتضمن|يتضمن|تضمنت|تضم) (?P<what>{{I}}) (?:بنودا|بندا|ماده|موادا) (?:تنص|ينص|تقضي|يقضي) (?:علي |ب){_REST})"
            ),
            0.85,
        ),
        Wording(
            "treaty-provides-for",
            "content",
            pattern(
                rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي |و)?(?P<verb>{_STATES}) (?:في [^.؛،]{{3,30}} )?علي {_REST})"
            ),
        ),
        Wording(
            "provides-for",
            "content",
            pattern(rf"(?P<all>{{w}}(?P<verb>{_STATES}) {it}(?:في [^.؛،]{{3,40}} )?علي {_REST})"),
        ),
        Wording(
            "and-the-second-for",
            "content",
            pattern(rf"(?P<all>{{w}}(?P<verb>)(?P<what>ثانيهما|ثانيتهما|الثاني|الثانيه) (?:فـ?)?علي {_REST})"),
            0.75,
        ),
        Wording(
            "its-gist",
            "bare",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>قوامها|قوامه|جوهرها|جوهره|مفادها|فحواها|فحواه|مضمونها|مضمونه|(?:من |(?:من )?(?:ابرز|اهم|بين) )(?:بنودها|بنوده|احكامها|احكامه|موادها|نصوصها|ما جاء فيها|ما جاء فيه|ما ورد فيها|ما نصت عليه)|مما جاء فيها|مما جاء فيه) :? ?(?:علي )?{_REST})"
            ),
            0.7,
            "context",
        ),
        Wording(
            "avowal-in-it",
            "none",
            pattern(
                rf"(?P<all>(?<=[ ،])[وف]?(?P<verb>اقرارا|اعترافا) (?:من (?P<who>{{S}}) |منها |منه )?ب(?:ان )?{_REST})"
            ),
            0.7,
            "told-of-it",
        ),
        Wording(
            "stated-in",
            "content",
            pattern(rf"(?P<all>{{w}}(?P<verb>جاء|ورد) في (?:نص )?(?P<what>{{I}}) ان {_REST})"),
        ),
        Wording(
            "treaty-requires",
            "content",
            pattern(
                rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي |و)?(?P<verb>{_RULES}) (?:ب|علي )(?:ضروره |وجوب |ان )?{_REST})"
            ),
        ),
        Wording(
            "requires",
            "content",
            pattern(rf"(?P<all>{{w}}(?P<verb>{_RULES}) {it}(?:ب|علي )(?:ضروره |وجوب |ان )?{_REST})"),
        ),
        Wording(
            "clauses-are",
            "content",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>(?:من )?(?:ابرز|اهم|بين) (?:بنود|ما (?:جاء|ورد|نص) (?:في|عليه))) (?P<what>{{I}}) ?:? {_REST})"
            ),
            0.72,
        ),
        Wording(
            "contains",
            "bare",
            pattern(
                rf"(?P<all>(?:{{w}})(?P<verb>تضمنت|تضمن|يتضمن|تتضمن|شملت|شمل|تشمل|يشمل) (?:{_PART}(?P<what>{{I}}) )?{_REST})"
            ),
            0.6,
            "context",
        ),
        Wording("declares", "none", pattern(rf"(?P<all>{{w}}(?P<verb>{_DECLARES}) (?P<what>{{I}}) {_REST})"), 0.66),
        Wording(
            "guarantees",
            "none",
            pattern(rf"(?P<all>{{w}}(?P<verb>تضمن|يضمن|تكفل|يكفل) (?P<what>{{I}}) (?!ل){_REST})"),
            0.66,
        ),
        Wording(
            "that-declares",
            "none",
            pattern(
                rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>تعلن|يعلن|ترسم|يرسم|تعفي|يعفي|يحدد|تحدد|(?:انهي|انهت|ينهي|تنهي)(?= (?:في {{D}} )?حاله)) {_REST})"
            ),
            0.66,
        ),
    )


def _bindings() -> tuple[Wording, ...]:
    what = rf"{_PART}(?P<what>{{I}}|{ORDINAL})"
    return (
        Wording("binds", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_BIND}) {what} (?P<who>{WHO}) ?{_WITH}{_REST})"), 0.88),
        Wording("article-binds", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_BIND}) {_ARTICLE} (?P<who>{WHO}) ?{_WITH}{_REST})"), 0.8, "context"),
        Wording("that-binds", "duty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>{_BIND}) (?P<who>{WHO}) ?{_WITH}{_REST})"), 0.86),
        Wording("binds-them", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_BIND})(?P<them>ها|هما|هم|ه) (?P<what>{{I}}|)(?P<who>)ب{_REST})"), 0.75, "context"),
        Wording("binds-side", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_BIND}) (?P<who>{WHO}) (?P<what>)ب{_REST})"), 0.75, "context"),
        Wording("pledge-in-it", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>تعهدا|التزاما) من(?: ?(?P<who>{WHO})|(?P<them>ها|ه|هما|هم)) {_WITH}{_REST})"), 0.72, "told-of-it"),
        Wording("demands", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>توجب|اوجبت|اوجب|يوجب|تشترط|يشترط|اشترطت|اشترط) (?:{what} )?(?P<content>(?!علي )(?:ال)?[\u0621-\u064a]{{3,}}[^.؟!؛]*))"), 0.72, "context"),
        Wording("pays-for-it", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>س?(?:تدفع|يدفع|تسدد|يسدد|تودي|يودي)) (?P<who>{SIDE}) (?:لقاءها|لقاءه|مقابلها|مقابله|لقاء ذلك|مقابل ذلك|في المقابل|بالمقابل) {_REST})"), 0.7, "bound"),
        Wording("is-bound", "duty", pattern(rf"(?P<all>(?P<who>{WHO}) (?:تكون |ستكون |يكون |سيكون )?(?P<verb>ملزمه|ملزم|ملزمان|ملزمتان|ملزمين|مطالبه|مطالب) ب(?:ان )?{_REST})"), 0.8, "context"),
        Wording("imposes", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>تفرض|يفرض|فرضت|فرض|توجب|يوجب|اوجبت) (?:{what} )?علي (?P<who>{WHO}) (?:ان )?{_REST})"), 0.75, "context"),
        Wording("creates-duty", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>يرتب|ترتب|رتبت) (?:{what} )?(?:عليهما |عليها |عليهم )?(?:واجب|التزام|واجبا ب|التزاما ب) ?{_REST})"), 0.75, "context"),
        Wording("incumbent-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>سيكون|يكون|سيتعين|يتعين|تعين|يتوجب|يجب|ينبغي) علي (?P<who>{WHO}) (?:اذا |)(?:و)?(?:ان )?{_REST})"), 0.85, "under"),
        Wording("incumbent-in-context", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>سيتعين|يتعين|يتوجب) علي (?P<who>{WHO}) (?:ان )?{_REST})"), 0.66, "after"),
        Wording("incumbent-on", "duty", pattern(rf"(?P<all>(?:^|، |و)\s*(?P<verb>علي) (?P<who>{SIDE}) (?:ان )(?P<content>[^.؟!؛]+))"), 0.68, "after"),
    )  # fmt: skip


def _bans() -> tuple[Wording, ...]:
    what = rf"{_PART}(?P<what>{{I}}|{ORDINAL})"
    return (
        Wording("forbids-from", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>تمنع|منعت|يمنع|منع|تحرم|يحرم) (?:{what} )?(?P<who>{WHO}) من {_REST})"), 0.82, "context"),
        Wording("forbids", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{_FORBID}) {what} (?:علي (?P<who>{WHO}) ?،? ?)?{_REST})"), 0.82),
        Wording("that-forbids", "prohibition", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>{_FORBID}) (?:علي (?P<who>{WHO}) ?،? ?)?{_REST})"), 0.82),
        Wording("forbidden", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{_FORBID}) (?:علي (?P<who>{WHO}) ?،? ?)?{_REST})"), 0.75, "under-or-after"),
        Wording("not-allowed", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>لا يجوز|لا يحق|لا يسمح|لا يمكن) ل(?P<who>{WHO}|تلك [\u0621-\u064a]+) (?:ان |ب)?{_REST})"), 0.75, "context"),
        Wording("refrains", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>يمتنع|تمتنع|يمتنعان|تمتنعان|ستمتنع) (?P<who>{WHO}) عن (?P<content>[^.؟!؛]+))"), 0.75, "context"),
        Wording("agreed-not-to", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>اتفق|اتفقت|اتفقا|اتفقتا|تعهد|تعهدت|تعهدا|تعهدتا|التزم|التزمت) (?P<who>{WHO}) (?:علي |ب)(?P<content>(?:عدم|الامتناع عن) [^.؟!؛]+))"), 0.72, "parties"),
    )  # fmt: skip


def _permissions() -> tuple[Wording, ...]:
    what = rf"{_PART}(?P<what>{{I}}|{ORDINAL})"
    return (
        Wording("allows", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>{_ALLOW}) (?:{what} )?(?:ل|لل)(?P<who>{WHO}|{_OF_SIDE}{{A}}) (?:ب|في |ان )?{_REST})"), 0.82, "context"),
        Wording("that-allows", "liberty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي |وهو اتفاق |وهي اتفاقيه )?(?P<verb>{_ALLOW}) (?:ل|لل)(?P<who>{WHO}|{_OF_SIDE}{{A}}) (?:ب|في |ان )?{_REST})"), 0.82),
        Wording("empowers", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>تخول|يخول|خولت|خول) (?:{what} )?(?P<who>{WHO}|{{A}}) (?:ب|حق |صلاحيه )?{_REST})"), 0.78, "context"),
        Wording("permits", "liberty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>تسمح|يسمح|تتيح|يتيح|تجيز|يجيز) (?:ب)?(?P<who>){_REST})"), 0.72),
        Wording("permits-something", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>تسمح|يسمح|تجيز|يجيز) (?P<what>{{I}}) ب?(?P<who>){_REST})"), 0.72),
        Wording("is-permitted", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>يسمح|سمح|سيسمح) ل(?:ل)?(?P<who>{WHO}|{_OF_SIDE}{{A}}) ب{_REST})"), 0.75, "under-or-after"),
        Wording("grants-to", "right", pattern(rf"(?P<all>{{w}}(?P<verb>{_GRANT}) {SIDE} ?(?:ل)?(?P<who>{SIDE}) (?P<right>(?:ال)?حق (?:في )?)?{_REST})"), 0.74, "under"),
        Wording("grants", "right", pattern(rf"(?P<all>{{w}}(?P<verb>{_GRANT}) (?:{what} )?(?:ل)?(?P<who>{WHO}|{_OF_SIDE}{{A}}) (?P<right>(?:ال)?حق (?:في )?)?{_REST})"), 0.74, "context"),
        Wording("that-grants", "right", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>{_GRANT}) (?:ل)?(?P<who>{WHO}) ?،? (?P<right>(?:ال)?حق (?:في )?)?{_REST})"), 0.76),
        Wording("has-the-right", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>يحق|يجوز|كان يحق) ل(?P<who>{WHO}) (?:ان )?{_REST})"), 0.75, "context"),
        Wording("to-whom-the-right", "right", pattern(rf"(?P<all>{{w}}(?P<verb>(?:يكون |سيكون |اصبح )?ل)(?P<who>{SIDE}) (?P<right>(?:ال)?حق (?:في |ب)?){_REST})"), 0.75, "under-or-after"),
    )  # fmt: skip


def _pledges() -> tuple[Wording, ...]:
    return (
        Wording("pledges-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_PLEDGE}) (?:(?P<who>{WHO}|{ORDINAL}) )?(?:في (?P<what>{{I}}) )?{_WITH}{_REST})"), 0.88, "under"),
        Wording("pledges-in-it", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_PLEDGE}) (?P<who>{WHO}) (?:في|ضمن) (?P<what>{{I}}) {_WITH}{_REST})"), 0.86),
        Wording("pledges-also", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_PLEDGE})(?: (?P<who>{{G}}|{GENERIC}))? {_WITH}{_REST})"), 0.7, "after"),
        Wording("pledges-in-context", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_PLEDGE}) (?P<who>{SIDE}) {_WITH}{_REST})"), 0.68, "bound"),
        Wording("under-which-pledges", "duty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي|الذي) (?P<verb>{_PLEDGE}) (?:فيها |فيه )?(?P<who>{WHO}) {_WITH}{_REST})"), 0.8),
    )  # fmt: skip


def _deeds() -> tuple[Wording, ...]:
    verb = r"(?:س|سوف )?[يت][\u0621-\u064a]{2,}"
    return (
        Wording("has-under", "right", pattern(rf"(?P<all>{{w}}(?P<verb>س?(?:تحصل|يحصل|تحتفظ|يحتفظ|تتمتع|يتمتع|تستفيد|يستفيد)) (?P<who>{SIDE}) (?P<content>(?:علي|ب|من) ?[^.؟!؛]+))"), 0.7, "under"),
        Wording("does-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>(?!تقع|يقع|تصبح|يصبح|تعد|يعد|تكون|يكون){verb}) (?P<who>{SIDE}) (?P<content>[^.؟!؛]+))"), 0.68, "under"),
        Wording("does-under-before", "duty", pattern(rf"(?P<all>(?P<who>{SIDE}) (?P<verb>(?!تقع|يقع|تصبح|يصبح|تعد|يعد|تكون|يكون){verb}) (?P<content>[^.؟!؛]+))"), 0.62, "under"),
        Wording("happens-under", "none", pattern(rf"(?P<all>(?:^|\s)(?P<content>(?P<verb>{verb}) [^.؟!؛]+))"), 0.65, "right-under"),
    )  # fmt: skip
