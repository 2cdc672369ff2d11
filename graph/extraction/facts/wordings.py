"""How news words what an instrument lays down: the patterns of provisions, over clauses without their adjuncts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ..mentions.skeleton import pattern
from .provision_words import (
    AGREE,
    ALLOW,
    ARTICLE,
    BIND,
    BY,
    DECLARES,
    DEEDS,
    FORBID,
    GENERIC,
    GRANT,
    OBSERVE,
    OF_SIDE,
    OF_STATES,
    ORDINAL,
    PART,
    PLEDGE,
    REST,
    RULES,
    SIDE,
    STATES,
    WHO,
    WITH,
)

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: its name, the position it makes, its pattern, how sure it is, and what must be known of the instrument."""

    name: str
    position: str
    found: Pattern
    confidence: float = 0.8
    needs: str = ""


@cache
def wordings() -> tuple[Wording, ...]:
    """Give all wordings, the most telling first."""
    return (*_rules(), *_statements(), *_bindings(), *_bans(), *_permissions(), *_pledges(), *_deeds())


def _rules() -> tuple[Wording, ...]:
    what = rf"{PART}(?P<what>{{I}}|{ORDINAL})"
    attack = r"(?:اي |كل )?(?:ال)?(?:هجوم|اعتداء|عدوان)(?: مسلح)?"
    return (
        Wording(
            "attack-counts-as",
            "rule",
            pattern(
                rf"(?P<all>(?:{{w}}(?P<verb>{STATES}|جاء في|{RULES}|تعتبر|يعتبر) (?:{what} )?(?:علي |ب)?(?:ان )?)?(?P<trigger>{attack} (?:[^.؛]{{2,90}}?)) ?(?:يعتبر|يعد|تعتبر|سيعتبر|سيعد|هو|بمثابه|يشكل) (?P<counts>(?:بمثابه )?(?:هجوما|اعتداء|عدوانا|هجوم|عدوان)(?: مسلحا)? [^.؛،]+))"
            ),
            0.9,
        ),
        Wording(
            "counts-an-attack",
            "rule",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تعتبر|يعتبر|تعد|يعد|اعتبرت|اعتبر|تجعل|يجعل|جعلت|جعل) (?:من )?(?:{what} )?(?:من )?(?:ان )?(?P<trigger>{attack} (?:[^.؛]{{2,70}}?)) (?P<counts>(?:هجوما|اعتداء|عدوانا)(?: مسلحا)? [^.؛،]+))"
            ),
            0.88,
        ),
    )


def _statements() -> tuple[Wording, ...]:
    what = rf"{PART}(?P<what>{{I}}|{ORDINAL})"
    it = rf"(?:{what} ?)?(?:{ARTICLE} )?"
    return (
        Wording(
            "clauses-provide-for",
            "content",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تتضمن|يتضمن|تضمنت|تضم) (?P<what>{{I}}) (?:بنودا|بندا|ماده|موادا) (?:تنص|ينص|تقضي|يقضي) (?:علي |ب){REST})"
            ),
            0.85,
        ),
        Wording(
            "treaty-provides-for",
            "content",
            pattern(
                rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي |و)?(?P<verb>{STATES}) (?:في [^.؛،]{{3,30}} )?علي {REST})"
            ),
        ),
        Wording(
            "provides-for",
            "content",
            pattern(rf"(?P<all>{{w}}(?P<verb>{STATES}) {it}(?:في [^.؛،]{{3,40}} )?علي {REST})"),
        ),
        Wording(
            "and-the-second-for",
            "content",
            pattern(rf"(?P<all>{{w}}(?P<verb>)(?P<what>ثانيهما|ثانيتهما|الثاني|الثانيه) (?:فـ?)?علي {REST})"),
            0.75,
        ),
        Wording(
            "its-gist",
            "bare",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>من (?:بنودها|بنوده|احكامها|احكامه|شروطها|شروطه)|قوامها|قوامه|جوهرها|جوهره|مفادها|فحواها|فحواه|مضمونها|مضمونه|(?:من |(?:من )?(?:ابرز|اهم|بين) )(?:بنودها|بنوده|احكامها|احكامه|موادها|نصوصها|ما جاء فيها|ما جاء فيه|ما ورد فيها|ما نصت عليه)|مما (?:جاء|ورد|نص|نصت|اتفق) (?:فيها|فيه|عليه)) :? ?(?:علي )?{REST})"
            ),
            0.7,
            "context",
        ),
        Wording(
            "avowal-in-it",
            "none",
            pattern(
                rf"(?P<all>(?<=[ ،])[وف]?(?P<verb>اقرارا|اعترافا) (?:من (?P<who>{{S}}) |منها |منه )?ب(?:ان )?{REST})"
            ),
            0.7,
            "told-of-it",
        ),
        Wording(
            "stated-in",
            "content",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>جاء|ورد|يرد|يقول|تقول|قال|قالت) (?:في )?(?:نص )?(?:(?P<what>{{I}})|{ARTICLE}|نصها|نصه) ?(?:، [^.؛،]{{2,30}}، ?)?(?::|ان|بان) {REST})"
            ),
            0.8,
            "context",
        ),
        Wording(
            "treaty-requires",
            "content",
            pattern(
                rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي |و)?(?P<verb>{RULES}) (?:ب(?!ين )|علي )(?:ضروره |وجوب |ان )?{REST})"
            ),
        ),
        Wording(
            "requires",
            "content",
            pattern(rf"(?P<all>{{w}}(?P<verb>{RULES}) {it}(?:ب(?!ين )|علي )(?:ضروره |وجوب |ان )?{REST})"),
        ),
        Wording(
            "clauses-are",
            "content",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>(?:من )?(?:ابرز|اهم|بين) (?:بنود|احكام|نقاط|ما (?:جاء|ورد|نصت?|تضمن(?:ه|ته)|تنص|ينص|شمل(?:ه|ته)|قضت?|اقره|اقرته)(?: (?:في|عليه|به))?)) (?P<what>{{I}}) ?:? {REST})"
            ),
            0.72,
        ),
        Wording(
            "contains",
            "bare",
            pattern(
                rf"(?P<all>(?:{{w}})(?P<verb>تضمنت|تضمن|يتضمن|تتضمن|شملت|شمل|تشمل|يشمل) (?:{PART}(?P<what>{{I}}) )?(?!{{P}}|(?:ال)?(?:تعهد|التزام)ا? ){REST})"
            ),
            0.6,
            "context",
        ),
        Wording("declares", "none", pattern(rf"(?P<all>{{w}}(?P<verb>{DECLARES}) (?P<what>{{I}}) {REST})"), 0.66),
        Wording(
            "guarantees",
            "none",
            pattern(rf"(?P<all>{{w}}(?P<verb>تضمن|يضمن|تكفل|يكفل) (?P<what>{{I}}) (?!ل){REST})"),
            0.66,
        ),
        Wording(
            "that-declares",
            "none",
            pattern(
                rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>تعلن|يعلن|ترسم|يرسم|تعفي|يعفي|يحدد|تحدد|(?:انهي|انهت|ينهي|تنهي)(?= (?:في {{D}} )?حاله)) {REST})"
            ),
            0.66,
        ),
    )


def _bindings() -> tuple[Wording, ...]:
    what = rf"{PART}(?P<what>{{I}}|{ORDINAL})"
    return (
        Wording("binds", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{BIND}) {what} (?P<who>{WHO}) ?{WITH}{REST})"), 0.88),
        Wording("article-binds", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{BIND}) {ARTICLE} (?P<who>{WHO}) ?{WITH}{REST})"), 0.8, "context"),
        Wording("that-binds", "duty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>{BIND}) (?P<who>{WHO}) ?{WITH}{REST})"), 0.86),
        Wording("binds-them", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{BIND})(?P<them>ها|هما|هم|ه) (?P<what>{{I}}|)(?P<who>)ب{REST})"), 0.75, "context"),
        Wording("binds-side", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{BIND}) (?P<who>{WHO}) (?P<what>)ب{REST})"), 0.75, "context"),
        Wording("binds-to-do", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{BIND}) (?:(?P<what>{{I}}) )?(?P<who>{{P}}|{{G}}|{GENERIC}) (?P<content>(?!ب|علي |ان |في |من ){{word}} [^.؟!؛]+))"), 0.7, "context"),
        Wording("is-required", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>يتوجب|يتعين|تعين|يشترط|يستلزم) (?P<who>)(?P<content>(?:ان [يت]{{word}}|(?:ال)?(?:{DEEDS})){{e}} [^.؟!؛]+))"), 0.66, "after"),
        Wording("pledge-in-it", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>تعهدا|التزاما) من(?: ?(?P<who>{WHO})|(?P<them>ها|ه|هما|هم)) {WITH}{REST})"), 0.72, "told-of-it"),
        Wording("demands", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>توجب|اوجبت|اوجب|يوجب|تشترط|يشترط|اشترطت|اشترط) (?:{what} )?(?P<content>(?!علي )(?:ال)?[\u0621-\u064a]{{3,}}[^.؟!؛]*))"), 0.72, "context"),
        Wording("pays-for-it", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>س?(?:تدفع|يدفع|تسدد|يسدد|تودي|يودي)) (?P<who>{SIDE}) (?:لقاءها|لقاءه|مقابلها|مقابله|لقاء ذلك|مقابل ذلك|في المقابل|بالمقابل) {REST})"), 0.7, "bound"),
        Wording("is-bound", "duty", pattern(rf"(?P<all>(?P<who>{WHO}) (?:تكون |ستكون |يكون |سيكون )?(?P<verb>ملزمه|ملزم|ملزمان|ملزمتان|ملزمين|مطالبه|مطالب) ب(?:ان )?{REST})"), 0.8, "context"),
        Wording("imposes", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>تفرض|يفرض|فرضت|فرض|توجب|يوجب|اوجبت) (?:{what} )?علي (?P<who>{WHO}) (?:ان )?{REST})"), 0.75, "context"),
        Wording("creates-duty", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>يرتب|ترتب|رتبت) (?:{what} )?(?:عليهما |عليها |عليهم )?(?:واجب|التزام|واجبا ب|التزاما ب) ?{REST})"), 0.75, "context"),
        Wording("incumbent-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>سيكون|يكون|سيتعين|يتعين|تعين|يتوجب|يجب|ينبغي) علي (?P<who>{WHO}) (?:اذا |)(?:و)?(?:ان )?{REST})"), 0.85, "under"),
        Wording("incumbent-in-context", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>سيتعين|يتعين|يتوجب) علي (?P<who>{WHO}) (?:ان )?{REST})"), 0.66, "after"),
        Wording("incumbent-on", "duty", pattern(rf"(?P<all>(?:^|، |و|ف)\s*(?P<verb>علي) (?P<who>(?:كل من )?{SIDE}|{GENERIC}) (?:ان )(?P<content>[^.؟!؛]+))"), 0.68, "after"),
        Wording("incumbent-deed", "duty", pattern(rf"(?P<all>(?:^ ?|، ?|{{b}}فان )[وف]?(?P<verb>علي) (?P<who>(?:كل من )?{SIDE}|{GENERIC}) (?P<content>(?:{DEEDS}) [^.؟!؛]+))"), 0.66, "under"),
        Wording("is-its-duty", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>من واجب) (?P<who>{{G}}|{GENERIC}) ?،? (?:ان )?{REST})"), 0.7, "after"),
    )  # fmt: skip


def _bans() -> tuple[Wording, ...]:
    what = rf"{PART}(?P<what>{{I}}|{ORDINAL})"
    return (
        Wording("forbids-from", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>تمنع|منعت|يمنع|منع|تحرم|يحرم) (?:{what} )?(?P<who>{WHO}) من {REST})"), 0.82, "context"),
        Wording("forbids", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{FORBID}) {what} (?:علي (?P<who>{WHO}) ?،? ?)?{REST})"), 0.82),
        Wording("that-forbids", "prohibition", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>{FORBID}) (?:علي (?P<who>{WHO}) ?،? ?)?{REST})"), 0.82),
        Wording("forbidden", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{FORBID}) (?:علي (?P<who>{WHO}) ?،? ?)?{REST})"), 0.75, "under-or-after"),
        Wording("not-allowed", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>لا يجوز|لا يحق|لا يسمح|لا يمكن) ل(?:(?P<who>{WHO}|تلك [\u0621-\u064a]+)|(?P<them>ها|ه|هم|هما)) (?:ان |{BY})?{REST})"), 0.75, "context"),
        Wording("refrains", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>يمتنع|تمتنع|يمتنعان|تمتنعان|ستمتنع) (?P<who>{WHO}) عن (?P<content>[^.؟!؛]+))"), 0.75, "context"),
        Wording("agreed-not-to", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>اتفق|اتفقت|اتفقا|اتفقتا|تعهد|تعهدت|تعهدا|تعهدتا|التزم|التزمت) (?P<who>{WHO}) (?:علي |ب)(?P<content>(?:عدم|الامتناع عن) [^.؟!؛]+))"), 0.72, "parties"),
    )  # fmt: skip


def _permissions() -> tuple[Wording, ...]:
    what = rf"{PART}(?P<what>{{I}}|{ORDINAL})"
    return (
        Wording("allows", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>{ALLOW}) (?:{what} )?(?:ل|لل)(?P<who>{WHO}|{OF_SIDE}{{A}}) (?:{BY}|في |ان )?{REST})"), 0.82, "context"),
        Wording("that-allows", "liberty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي |وهو اتفاق |وهي اتفاقيه )?(?P<verb>{ALLOW}) (?:ل|لل)(?P<who>{WHO}|{OF_SIDE}{{A}}) (?:{BY}|في |ان )?{REST})"), 0.82),
        Wording("empowers", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>تخول|يخول|خولت|خول) (?:{what} )?(?P<who>{WHO}|{{A}}) (?:{BY}|ان |حق |صلاحيه )?{REST})"), 0.78, "context"),
        Wording("permits", "liberty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>{ALLOW}) (?:ب)?(?P<who>)(?!ل ?[\ue000-\uf8ff]|{{P}} ){REST})"), 0.72),
        Wording("permits-something", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>تسمح|يسمح|تجيز|يجيز) (?P<what>{{I}}) ب?(?P<who>){REST})"), 0.72),
        Wording("is-permitted", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>يسمح|سمح|سيسمح) ل(?:ل)?(?P<who>{WHO}|{OF_SIDE}{{A}}) ب{REST})"), 0.75, "under-or-after"),
        Wording("grants-to", "right", pattern(rf"(?P<all>{{w}}(?P<verb>{GRANT}) {SIDE} ?(?:ل)?(?P<who>{SIDE}) (?P<right>(?:ال)?حق (?:في )?)?{REST})"), 0.74, "under"),
        Wording("grants", "right", pattern(rf"(?P<all>{{w}}(?!{OF_STATES} {SIDE})(?P<verb>{GRANT}) (?:{what} )?(?:ل)?(?P<who>{WHO}|{OF_SIDE}{{A}}) (?P<right>(?:ال)?حق (?:في )?)?{REST})"), 0.74, "context"),
        Wording("that-grants", "right", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>{GRANT}) (?:ل)?(?P<who>{WHO}) ?،? (?P<right>(?:ال)?حق (?:في )?)?{REST})"), 0.76),
        Wording("allows-not", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>لا {ALLOW}) (?:(?P<what>{{I}}) )?(?:(?:ل|لل)(?P<who>{WHO}) )?(?:{BY}|في |ان )?{REST})"), 0.74, "context"),
        Wording("enjoys", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>س?[يت]تمتع) (?P<who>{WHO}) ب(?:حق )?{REST})"), 0.72, "under-or-after"),
        Wording("is-able-to", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>(?:بات|اصبح|صار|سيكون|يكون) (?:بامكان|بوسع|في وسع|من حق)) (?P<who>{WHO}) ?،? (?:ان )?{REST})"), 0.7, "under-or-after"),
        Wording("gets-in-return", "right", pattern(rf"(?P<all>(?P<verb>(?:(?:في|ب) ?المقابل|مقابل ذلك) ?،? س?(?:تحصل|يحصل|تحتفظ|يحتفظ|تستفيد|يستفيد|تنال|ينال)) (?P<who>{SIDE}) (?P<content>(?:علي|ب|من) ?[^.؟!؛]+))"), 0.68, "after"),
        Wording("grants-someone", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>{GRANT}|{ALLOW}) (?:(?P<what>{{I}}) )?(?:ل|لل)?(?P<who>){{word}}(?: ال{{word}}){{0,2}} (?P<content>(?:حق|حريه) [^.؟!؛]+))"), 0.68, "context"),
        Wording("has-the-right", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>يحق|يجوز|كان يحق) (?:ل|لل)(?P<who>{WHO}) ?(?:، [^،.؛]{{3,70}}، )?(?:ان )?{REST})"), 0.75, "context"),
        Wording("to-whom-the-right", "right", pattern(rf"(?P<all>{{w}}(?P<verb>(?:يكون |سيكون |اصبح )?ل)(?P<who>{SIDE}) (?P<right>(?:ال)?حق (?:في |ب)?){REST})"), 0.75, "under-or-after"),
    )  # fmt: skip


def _pledges() -> tuple[Wording, ...]:
    return (
        Wording("pledges-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{PLEDGE}) (?:(?P<who>{WHO}|{ORDINAL}|{{O}}) )?(?:في (?P<what>{{I}}) )?{WITH}{REST})"), 0.88, "under"),
        Wording("pledges-in-it", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{PLEDGE}) (?P<who>{WHO}|{{O}}) (?:في|ضمن) (?P<what>{{I}}) {WITH}{REST})"), 0.86),
        Wording("pledges-also", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{PLEDGE})(?: (?P<who>{{G}}|{GENERIC}))? {WITH}{REST})"), 0.7, "after"),
        Wording("pledges-in-context", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{PLEDGE}) (?P<who>{SIDE}) {WITH}{REST})"), 0.68, "bound"),
        Wording("agrees-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{AGREE}) (?P<who>{WHO}|{ORDINAL}) (?:علي |ب)(?=ان {{word}}|(?:ال)?{{word}}){REST})"), 0.74, "under"),
        Wording("agrees-in-it", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{AGREE}) (?P<who>{WHO}) (?:في|ضمن) (?P<what>{{I}}) (?:علي |ب){REST})"), 0.74),
        Wording("observes", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{OBSERVE}) (?P<who>{{G}}|{GENERIC}) (?P<content>(?!ب|علي |ان |في ){{word}} [^.؟!؛]+))"), 0.68, "after"),
        Wording("contains-a-pledge", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{STATES}) (?:(?P<what>{{I}}) )?(?:ال)?(?:تعهدا|تعهد|التزاما|التزام) (?:من )?(?:جانب )?(?P<who>{WHO}) ب(?:ان )?{REST})"), 0.74, "context"),
        Wording("under-which-pledges", "duty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي|الذي) (?P<verb>{PLEDGE}) (?:فيها |فيه )?(?P<who>{WHO}) {WITH}{REST})"), 0.8),
    )  # fmt: skip


def _deeds() -> tuple[Wording, ...]:
    verb = r"(?:س|سوف )?[يت][\u0621-\u064a]{2,}"
    return (
        Wording("has-under", "right", pattern(rf"(?P<all>{{w}}(?P<verb>س?(?:تحصل|يحصل|تحتفظ|يحتفظ|تتمتع|يتمتع|تستفيد|يستفيد)) (?P<who>{SIDE}) (?P<content>(?:(?:سنويا|شهريا|يوميا) )?(?:علي|ب|من) ?[^.؟!؛]+))"), 0.7, "under"),
        Wording("does-not-under", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>(?:لا|لن) [يت][\u0621-\u064a]{{3,}}) (?P<who>{SIDE}) {REST})"), 0.68, "under"),
        Wording("does-under", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>(?!تقع|يقع|تصبح|يصبح|تعد|يعد|تكون|يكون){verb}) (?P<who>{SIDE}) (?P<content>[^.؟!؛]+))"), 0.68, "under"),
        Wording("does-under-before", "duty", pattern(rf"(?P<all>(?P<who>{SIDE}) (?P<verb>(?!تقع|يقع|تصبح|يصبح|تعد|يعد|تكون|يكون){verb}) (?P<content>[^.؟!؛]+))"), 0.62, "under"),
        Wording("happens-under", "none", pattern(rf"(?P<all>(?:^|\s)(?P<content>(?P<verb>{verb}) [^.؟!؛]+))"), 0.65, "right-under"),
    )  # fmt: skip
