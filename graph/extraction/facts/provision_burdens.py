"""Wordings of who is charged with what under a treaty, who is spared, what nobody can do, and what it does not reach."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..mentions.skeleton import pattern
from .provision_words import ALLOW, ANYONE, BIND, FORBID, GENERIC, GRANT, OF_SIDE, REST, SIDE, STATES, WHO, WITH
from .wordings import Wording

_ONE: Final = rf"(?:(?:كل من |كلا من |اي من )?\"?{SIDE}\"?|{GENERIC})"
_BOTH: Final = rf"(?:(?:اي من |كل من |ل?اي |كلا )?{{G}}|{GENERIC})"
_TASK: Final = r"(?:مهمه|مهام|مسووليه|مسووليات|عبء|اعباء|واجب|واجبات|امر|ضمان|التزام)"
_COST: Final = r"(?:(?:كامل |كل |نصف |جميع )?(?:تكاليف|تكلفه|كلفه|نفقات|مصاريف|اعباء|عبء|تمويل|رسوم))"
_WORK: Final = r"(?:حمايه|حراسه|اداره|تشغيل|صيانه|مراقبه|تدريب|تامين|توفير|تمويل|بناء|تنظيف|تامين|رعايه|الدفاع|ضبط|اداره|تسيير|الاشراف|ازاله|نزع|تزويد|تجهيز|اعاده)"
_ENTRUSTS: Final = r"(?:(?:اوكل|اسند|اناط|فوض|عهد|انيط|اوكلت|عهدت)(?:ت|ا|تا|وا)?|[يت](?:وكل|سند|نيط|فوض|عهد|ناط))"
_ON_SHOULDERS: Final = (
    r"(?:[يت](?:ضع|لقي|حمل|رتب|فرض)|(?:وضع|القي|الق|حمل|رتب|فرض)(?:ت)?) (?:(?P<what>{I}) )?علي (?:عاتق|كاهل)"
)
_NOT_ABLE: Final = r"(?:لا [يت](?:ستطيع|ملك|قدر|حق ل|مكن ل)|(?:لن|لا) [يت]كون (?:بامكان|بوسع|بمقدور|في وسع|في امكان|من حق|مسموحا ل)|ليس (?:بامكان|بوسع|بمقدور|في وسع|من حق|مسموحا ل))"
_RENT: Final = r"(?:ايجارا?|بدلا?|رسوما?|مبلغا?|تعويضا?|تعويضات|اتاوه|قسطا|جزيه|ضريبه|بدل ايجار)"
_KEPT: Final = r"(?:احتفظ(?:ت|ا|تا)?|[يت]حتفظ(?:ان)?)"
_PEOPLE: Final = rf"(?:{{K}}|{OF_SIDE}(?:{{G}}|{{P}}|{{A}})|(?:ال)?(?:مواطنون|مواطنين|رعايا|عمال|طلبه|طلاب|سفن|طايرات|شركات|مستثمرون|مستثمرين|صيادون|صيادين|حجاج|لاجيون|لاجيين)(?: (?:{{A}}|{{G}}|ال[\u0621-\u064a]{{3,}}))?)"
_CLAUSE: Final = r"(?:بندا|ماده|فقره|نصا|بنودا|مواد|موادا|احكاما|شرطا|حكما)"
_MADE: Final = rf"(?P<verb>{STATES}) (?:(?P<what>{{I}}) )?(?:[^.؛،\ue000-\uf8ff]{{0,12}} )?{_CLAUSE}"
_OUTSIDE: Final = r"لا [يت](?:شمل|سري(?= علي)|نطبق(?= علي)|عني(?= ب)|تناول|غطي)"


@cache
def burdens() -> tuple[Wording, ...]:
    """Give the wordings, the most telling first."""
    return (*_charged(), *_by_clauses(), *_unable(), *_people(), *_outcomes())


def _charged() -> tuple[Wording, ...]:
    return (
        Wording("falls-on", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>[يت]قع|وقعت?) علي (?:عاتق |كاهل )?(?P<who>{_ONE}) (?P<content>{_TASK} (?!(?:ال)?(?:فشل|هجوم|تعثر|انهيار|تصعيد|حادث|ازمه)|ما )[^.؟!؛]+))"), 0.74, "under-or-after"),
        Wording("on-its-shoulders", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_ON_SHOULDERS}) (?P<who>{_ONE}) (?:ان |ب)?{REST})"), 0.76, "context"),
        Wording("charges-with", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>[يت]حمل|حملت?) (?P<what>{{I}}) (?P<who>{_ONE}) (?P<content>(?:{_TASK}|{_COST}) [^.؟!؛]+))"), 0.76),
        Wording("bears-the-cost", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>س?[يت]تحمل(?:ان)?|تحملت) (?P<who>{_ONE}) (?P<content>(?:{_COST}|{_TASK} {_WORK}) [^.؟!؛]+))"), 0.72, "bound"),
        Wording("takes-charge", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>س?[يت](?:تولي|تكفل|ضطلع)|تولت?|تكفلت?|اضطلعت?) (?P<who>{_ONE}) (?:ب)?(?P<content>(?:(?:ال)?{_TASK}|{_COST}|{_WORK}) ?[^.؟!؛]+))"), 0.7, "bound"),
        Wording("entrusts-to", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_ENTRUSTS}) (?:(?P<what>{{I}}) )?(?:الي |ل|ب)(?P<who>{_ONE}) (?:ب)?(?:مهمه |مهام |امر )?(?P<content>(?:[^.؟!؛]|\.(?=\d))+))"), 0.74, "context"),
        Wording("entrusts-a-task", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{_ENTRUSTS}) (?P<what>{{I}}) (?:مهمه |مهام |امر |مسووليه )?(?P<content>{_WORK} [^.؟!؛،]{{2,60}}?) (?:الي |ل)(?P<who>{_ONE}))"), 0.74),
        Wording("has-become-bound", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>(?:بات|صار|اصبح|غدا|كان|سيكون|يكون)(?:ت)? (?:لزاما|واجبا|حتما|فرضا)) علي (?P<who>{WHO}) (?:ان )?{REST})"), 0.72, "after"),
        Wording("is-now-to", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>بات|صار|اصبح|سيصبح|غدا) علي (?P<who>{WHO}) (?:ان ){REST})"), 0.7, "under"),
        Wording("is-due-to", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>(?:من )?(?:المقرر|المفترض|المتعين|الواجب)|يفترض|يفترض ب|كان يفترض) ?(?:كذلك )?ان (?P<content>س?[يت][\u0621-\u064a]{{2,}} (?P<who>{_ONE}) [^.؟!؛]+))"), 0.7, "under"),
        Wording("is-the-duty-of", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>من واجب|واجب) (?P<who>{WHO}) (?:ان )?{REST})"), 0.7, "under"),
        Wording("must-not", "prohibition", pattern(rf"(?P<all>(?:^|، |و|ف|\s)(?P<verb>علي) (?P<who>{SIDE}) (?P<content>الا [يت][^.؟!؛]+))"), 0.7, "under-or-after"),
        Wording("has-to", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>يجب|ينبغي) علي (?P<who>{_BOTH}) (?:ان )?{REST})"), 0.7, "after"),
        Wording("pays-rent", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>س?[يت](?:دفع|سدد|ودي)) (?P<who>{SIDE}) (?P<content>{_RENT} [^.؟!؛]+))"), 0.72, "bound"),
        Wording("in-its-turn", "duty", pattern(rf"(?P<all>(?:^|[،؛] ?)(?:[وف]?(?:في المقابل|بالمقابل|مقابل ذلك|في مقابل ذلك|لقاء ذلك) ?،? )(?P<content>(?P<verb>س[يت][\u0621-\u064a]{{2,}}) (?P<who>{_ONE}) [^.؟!؛]+))"), 0.68, "in-turn"),
        Wording("contains-its-pledge", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{STATES}|[يت]ضم|ضمت) (?:(?P<what>{{I}}) )?(?P<who>(?:ال)?(?:تعهدا?|التزاما?) {{A}}) ب(?:ان )?{REST})"), 0.74, "context"),
        Wording("is-on-them-under", "duty", pattern(rf"(?P<all>(?:^|[،؛]|{{b}}ان)\s*[وف]?(?P<verb>علي) (?:عاتق )?(?P<who>{_ONE}) (?:ان )?(?P<content>(?:(?:ال)?[\u0621-\u064a]{{4,}}) [^.؟!؛]+))"), 0.72, "right-under"),
        Wording("agreed-that-one", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>اتفق(?:ت|ا|تا|وا)?|توافق(?:ت|ا|تا|وا)?)(?: (?:{{G}}|{GENERIC}|{{P}}))? علي ان (?P<content>[يت][\u0621-\u064a]{{2,}} (?P<who>{SIDE}) [^.؟!؛]+))"), 0.68, "bound"),
        Wording("agrees-in-turn", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>وافقت?|قبلت?|رضيت?|ارتضت|ارتضي) (?P<who>{SIDE}) (?:علي |ب)(?:ان )?{REST})"), 0.68, "in-turn"),
        Wording("is-bound-anyone", "duty", pattern(rf"(?P<all>{{w}}(?P<verb>{BIND}) (?P<what>{{I}}) (?P<who>{ANYONE}) {WITH}{REST})"), 0.74),
    )  # fmt: skip


def _by_clauses() -> tuple[Wording, ...]:
    """A clause of the treaty as the subject: «تتضمن الاتفاقية بندا يمنع الطرفين من …»."""
    return (
        Wording("clause-forbids-from", "prohibition", pattern(rf"(?P<all>{{w}}{_MADE} {FORBID} (?P<who>{WHO}) من {REST})"), 0.78, "context"),
        Wording("clause-forbids", "prohibition", pattern(rf"(?P<all>{{w}}{_MADE} {FORBID} (?:علي (?P<who>{WHO}) )?{REST})"), 0.78, "context"),
        Wording("clause-binds", "duty", pattern(rf"(?P<all>{{w}}{_MADE} {BIND} (?P<who>{WHO}) {WITH}{REST})"), 0.78, "context"),
        Wording("clause-allows", "liberty", pattern(rf"(?P<all>{{w}}{_MADE} {ALLOW} ل(?P<who>{WHO}) (?:ب|في |ان )?{REST})"), 0.78, "context"),
        Wording("clause-grants", "right", pattern(rf"(?P<all>{{w}}{_MADE} {GRANT} (?:ل)?(?P<who>{WHO}) (?P<right>(?:ال)?حق (?:في )?)?{REST})"), 0.76, "context"),
    )  # fmt: skip


def _unable() -> tuple[Wording, ...]:
    return (
        Wording("not-able", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{_NOT_ABLE}) ?(?P<who>{_BOTH}) (?:ان |ب)?{REST})"), 0.72, "under-or-after"),
        Wording("not-able-under", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>{_NOT_ABLE}) ?(?P<who>{SIDE}) (?:ان |ب)?{REST})"), 0.72, "under"),
        Wording("keeps-its-right", "right", pattern(rf"(?P<all>{{w}}(?P<verb>{_KEPT}) (?P<who>{SIDE}|{GENERIC}) (?:ل(?:نفسها|نفسه|نفسيهما|انفسهما) )?(?:ب|علي )(?P<right>(?:ال)?حق(?:ها|ه|هما|هم)? (?:في )?){REST})"), 0.74, "bound"),
        Wording("has-become-forbidden", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>(?:بات|صار|اصبح|يكون|سيكون|كان) (?:محظورا|ممنوعا|محرما)) (?:علي (?P<who>{WHO}) )?(?:ان )?{REST})"), 0.72, "under-or-after"),
        Wording("does-not-allow", "prohibition", pattern(rf"(?P<all>{{w}}(?P<verb>لا {ALLOW}) (?P<what>{{I}}) (?P<who>)(?:ب|ان )?{REST})"), 0.74),
        Wording("reaches-not", "plain", pattern(rf"(?P<all>{{w}}(?P<verb>)(?P<content>{_OUTSIDE} (?P<what>{{I}}) [^.؟!؛]+))"), 0.68),
    )  # fmt: skip


def _people() -> tuple[Wording, ...]:
    return (
        Wording("people-enjoy", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>س?[يت](?:تمتع|ستفيد|حظي|نعم)) (?P<who>{_PEOPLE}) (?:ب|من )(?:حق )?{REST})"), 0.72, "under-or-after"),
        Wording("people-have-the-right", "liberty", pattern(rf"(?P<all>(?:^|، ?)[وف]?(?P<verb>[يت]كون )?ل(?P<who>{_PEOPLE}) (?P<right>(?:ال)?حق (?:في )?|ان ){REST})"), 0.72, "after"),
        Wording("people-are-able", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>(?:بات|اصبح|صار|سيكون|يكون) (?:بامكان|بوسع|بمقدور|في وسع|من حق)|[يت]ستطيع|سيستطيع) (?P<who>{_PEOPLE}|{{A}}) (?:ان )?{REST})"), 0.7, "under-or-after"),
        Wording("exempts-people", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>[يت]عفي|اعفي|اعفت) (?:(?P<what>{{I}}) )?(?P<who>{_PEOPLE}|{{A}}) من {REST})"), 0.72, "context"),
        Wording("it-exempts-people", "liberty", pattern(rf"(?P<all>(?P<what>{{I}}) ?،? (?:التي |الذي )?(?P<verb>[يت]عفي|اعفي|اعفت) (?P<who>{_PEOPLE})[^.؛،]{{0,40}}? من {REST})"), 0.72),
        Wording("allows-anyone", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>{ALLOW}) (?P<what>{{I}}) ل(?P<who>{ANYONE}|{_PEOPLE}) (?:ب|ان |في ){REST})"), 0.74),
        Wording("gives-anyone", "right", pattern(rf"(?P<all>{{w}}(?P<verb>{GRANT}) (?P<what>{{I}}) (?:ل)?(?P<who>{_PEOPLE}|{ANYONE}) (?P<right>(?:ال)?حق (?:في )?){REST})"), 0.74),
        Wording("empowers-anyone", "liberty", pattern(rf"(?P<all>{{w}}(?P<verb>{ALLOW}) (?P<what>{{I}}) (?P<who>{ANYONE}) (?:ان |حق |صلاحيه |سلطه ){REST})"), 0.72),
        Wording("anyone-has", "liberty", pattern(r"(?P<all>(?:^|، ?)[وف]?(?P<verb>ل)(?P<who>(?:ل[\u0621-\u064a]{3,}|(?:ساير|جميع|كل|كافه) ال[\u0621-\u064a]{3,})(?: ال[\u0621-\u064a]{3,}){0,2}) (?P<content>(?:ال)?(?:حق|حقوق|حريه|سلطه|ولايه|صلاحيه) [^.؟!؛،]+))"), 0.7, "under"),
        Wording("open-to-anyone", "liberty", pattern(rf"(?P<all>، ?[وف]?(?P<verb>[يت]سمح|يجوز|يحق) (?:ب)?(?P<content>[^.؟!؛،]{{4,50}}?) ل(?P<who>{GENERIC}|(?:كل|جميع|كافه) {GENERIC}))"), 0.7, "under"),
    )  # fmt: skip


def _outcomes() -> tuple[Wording, ...]:
    founding = r"(?:[يت](?:رسي|حدد)|ارست?|ارسي)"
    lifting = r"(?:[يت](?:لغي|رفع|خفض)|الغت|الغي|رفعت|خفضت)"
    lifted = r"(?:ال)?(?:تاشيره|تاشيرات|رسوم|تعرفه|ضريبه|ضرايب|قيود|عقوبات|حواجز|حظر|امتيازات|ديون|حصار)"
    return (
        Wording("allots", "none", pattern(rf"(?P<all>{{w}}(?P<verb>[يت]خصص|خصصت?|[يت]وزع|وزعت?|[يت]قسم|قسمت?|[يت]تقاسم) (?P<what>{{I}}) (?!ل?{SIDE}|[بل]|(?:مع|في|من|بعد|علي|التي|الذي|عام) ){REST})"), 0.68),
        Wording("lays-down", "none", pattern(rf"(?P<all>{{w}}(?P<verb>{founding}) (?P<what>{{I}}) (?!{SIDE}|[بل]|(?:مع|في|من|بعد|قبل|الي|علي|التي|الذي|عام|عن|منذ|سنه|بين) )(?P<content>(?:[^.؟!؛،]|\.(?=\d)){{6,}}))"), 0.66),
        Wording("lifts", "none", pattern(rf"(?P<all>{{w}}(?P<verb>{lifting}) (?P<what>{{I}}) (?P<content>{lifted}{{e}}(?:[^.؟!؛،]|\.(?=\d))*))"), 0.66),
        Wording("gives-time", "none", pattern(rf"(?P<all>{{w}}(?P<verb>[يت]مهل|امهلت?) (?:(?P<what>{{I}}) )?(?P<content>{SIDE} [^.؟!؛]+))"), 0.68, "context"),
        Wording("restricts", "none", pattern(rf"(?P<all>{{w}}(?P<verb>[يت]فرض|فرضت?|[يت]ضع|وضعت?) (?:(?P<what>{{I}}) )?(?P<content>(?:علي {SIDE} )?(?:قيودا|قيود|حدا(?! ل)|سقفا|شروطا|حظرا|رقابه|حدودا) [^.؟!؛]+))"), 0.68, "context"),
    )  # fmt: skip
