"""Titles of offices: the words of each, as patterns over a skeleton in which polities and organizations are placed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..tables.rows import alternatives, rows_of
from .records import Kind
from .skeleton import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .patterns import Pattern


@dataclass(frozen=True, slots=True)
class Head:
    """A kind of office with the words that title it."""

    stem: str
    kind: str
    title: str
    pattern: str


_TITLE: Final = r'(?P<quote>"?)'
_CHAMBERS: Final = (
    "مجلس النواب|البرلمان|مجلس الامه|مجلس الشوري|مجلس الشيوخ|الجمعيه الوطنيه|مجلس الشعب|مجلس الدوما|الدوما|مجلس المستشارين|"
    "مجلس الاتحاد|الكنيست|المجلس الوطني|البوندستاغ|مجلس العموم|مجلس اللوردات|الكونغرس|المجلس الشعبي الوطني|مجلس نواب|برلمان|الرادا"
)
SEATS: Final = {
    "الكرملين": "russia",
    "البيت الابيض": "united-states",
    "البنتاغون": "united-states",
    "الاليزيه": "france",
    "داونينغ ستريت": "united-kingdom",
}
"""Seats of government, by which their polities are called."""
_HEADS: Final = (
    Head(
        "president",
        "HeadOfStateOffice",
        "",
        r"(?:الرييسه?(?! [\ue000-\ue1ff]| ل[\ue000-\ue1ff])|رييسه?){e}(?! ?(?:ال)?(?:وزراء|حكومه|مجلس|برلمان|اركان|هييه|لجنه|وفد))",
    ),
    Head(
        "president",
        "HeadOfStateOffice",
        "",
        r"رييسه? (?:الجمهوريه|الدوله|المرحله الانتقاليه|السلطه|المجلس (?:العسكري|السيادي|الانتقالي|الرياسي)(?: الانتقالي)?|مجلس (?:السياده|القياده الرياسي)(?: الانتقالي)?)",
    ),
    Head(
        "prime-minister",
        "Office",
        "",
        r"رييسه? (?:مجلس )?(?:ال)?(?:وزراء|نظار)(?:ها)?|رييسه? (?:ال)?حكومه|(?:ال)?وزير(?:ه)? (?:ال)?(?:اول|اولي|اكبر)|الصدر الاعظم",
    ),
    Head(
        "minister",
        "MinisterOffice",
        "",
        r"وزيره? (?P<portfolio>خارجيت|داخليت|ماليت|دفاع|عدل|صحت|طاقت)(?:ها|ه|نا|هم|هما)",
    ),
    Head("shah", "Office", "", r"شاه(?= [\ue000-\ue1ff])"),
    Head("leader", "Office", "", r"الزعيم(?= [\ue200-\ue3ff])"),
    Head("chancellor", "Office", "", r"المستشاره?(?= [\ue200-\ue3ff])"),
    Head("king", "HeadOfStateOffice", "", r"(?:ال)?(?:عاهل|ملكه?)(?! (?:فهد|فيصل|حسين|عبد العزيز) (?:الجوي|الدولي))"),
    Head("king", "HeadOfStateOffice", "", r"خادم الحرمين الشريفين(?: الملك)?"),
    Head("emir", "HeadOfStateOffice", "", r"امير"),
    Head("sultan", "HeadOfStateOffice", "", r"سلطان|السلطان(?= [\ue200-\ue3ff])"),
    Head("emperor", "HeadOfStateOffice", "", r"(?:ال)?(?:امبراطور|قيصر)"),
    Head("crown-prince", "Office", "", r"ولي (?:ال)?عهد"),
    Head("speaker-of-parliament", "SpeakerOffice", "", rf"رييسه? (?P<chamber>{_CHAMBERS})"),
    Head("leader", "HeadOfStateOffice", "", r"زعيم(?= [\ue000-\ue1ff])"),
    Head(
        "chief-of-staff",
        "MilitaryPost",
        "",
        r"رييس (?:هييه )?(?:ال)?اركان(?: (?:العامه|الجيش|القوات المسلحه|المشتركه|جيش))*",
    ),
    Head(
        "commander",
        "MilitaryPost",
        "",
        r"(?:ال)?قايد (?:(?:ال)?(?:عام|اعلي) )?(?:ل(?=ل))?(?P<force>[ا]?ل?(?:جيش|قوات|اسطول|قوه|اركان|حرس(?= (?:ال)?(?:ثوري|وطني|جمهوري|رياسي|ملكي)))(?: (?:ال)?(?:مسلحه|بحريه|بريه|جويه|ثوري|وطني|جمهوري|رياسي|ملكي))*)",
    ),
    Head("ambassador", "Office", "", r"(?:ال)?سفيره?(?! (?:ال)?(?:ضيف|محمد|احمد|عبد))"),
    Head(
        "secretary-general",
        "Office",
        "",
        r"(?:ال)?(?:امينه?|مديره?) (?:ال)?عامه?(?P<kin> لل(?:مجلس|حلف|منظمه|اتحاد|جامعه|رابطه|امم المتحده|وكاله|هييه|تحالف))?",
    ),
    Head("secretary-of-state", "Office", "", r"امين سر(?: دوله| العلاقات مع الدول)?"),
    Head("high-commissioner", "Office", "", r"(?:ال)?مندوب (?:ال)?سامي"),
    Head(
        "special-envoy",
        "Office",
        "",
        r"(?:ال)?(?:مبعوث|موفد)ه?(?: (?:ال)?(?:خاص|اممي|دولي|رياسي|شخصي)ه?)?(?: ل(?=ل?[\ue000-\ue3ff]))?",
    ),
    Head("executive-director", "Office", "", r"(?:ال)?مديره? (?:ال)?تنفيذيه?(?= ل)"),
    Head("charge-d-affaires", "Office", "", r"(?:ال)?قايمه? (?:ب(?:ال)?اعمال|باعمال سفاره)"),
    Head("consul-general", "Office", "", r"(?:ال)?قنصل (?:ال)?عام"),
    Head("minister-of-foreign-affairs", "MinisterOffice", "", r"رييسه? (?:ال)?دبلوماسيه(?= [\ue200-\ue3ff])"),
    Head(
        "pope",
        "HeadOfStateOffice",
        "",
        r"(?:البابا(?! (?:تواضروس|شنوده|كيرلس))|بابا(?= [\ue000-\ue1ff])|بابا روما|الحبر الاعظم)",
    ),
    Head("supreme-leader", "HeadOfStateOffice", "", r"المرشد (?:الاعلي|الايراني)"),
    Head("resident-minister", "Office", "", r"(?:ال)?(?:وزير|معتمد) (?:ال)?مقيم|(?:ال)?مقيم (?:ال)?عام"),
    Head("head-of-delegation", "Office", "", r"رييسه? (?:ال)?وفد(?: (?:ال)?(?:مفاوض|تفاوضي))?"),
    Head("national-security-adviser", "Office", "", r"مستشاره? (?:ال)?(?:امن القومي|امن الوطني|شوون الامن القومي)"),
    Head("adviser-to-president", "Office", "", r"(?:كبيره? مستشاري|مستشاره?) (?:ال)?رييس"),
    Head("governor", "Office", "", r"(?:محافظ البنك المركزي|حاكم مصرف)"),
    Head(
        "foreign-policy-chief",
        "Office",
        "",
        r"(?:(?:ال)?مسووله?|(?:ال)?ممثله? (?:ال)?(?:عليا|اعلي)|(?:ال)?منسقه?) (?:لل|ل)?(?:ال)?(?:سياسه|شوون) الخارجيه|(?:ال)?ممثله? (?:ال)?(?:عليا|اعلي)(?= ل[\ue400-\ue5ff])",
    ),
    Head(
        "spokesperson",
        "Office",
        "",
        r"(?:ال)?(?:متحدث|ناطق)ه? (?:ال)?(?:رسميه?|عسكريه?) (?:لل|ل)(?:حكومه|خارجيه|رياسه|جيش|وزاره)",
    ),
    Head("permanent-representative", "Office", "", r"(?:ال)?(?:مندوب|ممثل)ه? (?:ال)?دايمه?"),
    Head(
        "permanent-representative",
        "Office",
        "",
        r"(?:مندوب|ممثل)ه?(?= [\ue000-\ue1ff] (?:ال)?(?:دايمه? )?(?:لدي|في|ل) ?[\ue400-\ue5ff])",
    ),
    Head("chief-negotiator", "Office", "", r"كبيره? (?:ال)?مفاوضين"),
    Head("governor-general", "HeadOfStateOffice", "", r"(?:ال)?حاكمه? (?:ال)?عام"),
    Head("undersecretary", "Office", "", r"وكيله? وزاره [\u0621-\u064a]+"),
    Head(
        "spokesperson", "Office", "", rf"(?:ال)?(?:متحدث|ناطق)ه?(?: (?:ال)?رسميه?)? باسم (?P<metonym>{'|'.join(SEATS)})"
    ),
    Head(
        "spokesperson",
        "Office",
        "",
        r"(?:ال)?(?:متحدث|ناطق)ه?(?: (?:ال)?رسميه?)? باسم(?: (?:وزاره|رياسه|هييه|مجلس|قوات|حكومه|بعثه|جيش|كتابه|قياده))*(?: ال[\u0621-\u064a]+(?: ال[\u0621-\u064a]+)?| (?!وزاره|رياسه|حكومه|كتابه)[\u0621-\u064a]+)?(?: وشوون [\u0621-\u064a]+)?",
    ),
)
_DEPUTY: Final = r"(?:(?P<deputy>نايبه?|مساعده?|وكيل) )?"
_OWNER: Final = r"(?:(?: (?:السابقه?|الاسبق|الجديده?|الحاليه?|الراحله?)(?= ل))? (?:ال)?(?:ل|في )?\"?(?P<owner>[{A}{P}{R}{G}])\"?| (?P<article>ل)(?P<owner2>[{P}{R}]))"


@cache
def portfolios() -> Mapping[str, str]:
    """Give the part of an identifier for each minister's field in folded spelling, with its article and without."""
    table = {folded(name): english for english, names in rows_of("portfolios") for name in alternatives(names)}
    return table | {name.removeprefix("ال"): english for name, english in table.items()}


@cache
def titles() -> tuple[tuple[Head, Pattern], ...]:
    """Give the pattern of each kind of title, with its owner where that follows."""
    ministers = "|".join(
        sorted((re.escape(each).replace(r"\ ", " ") for each in portfolios()), key=lambda each: -len(each))
    )
    minister = Head(
        "minister",
        "MinisterOffice",
        "",
        rf"(?:ال)?وزيره? (?:الدوله (?:لل|ل)?)?(?P<portfolio>{ministers})(?: ال[\u0621-\u064a]{{3,}}(?:يه|ي)(?= و))?(?:{{e}}(?:(?: وال(?!رييس|وزير|ملك|سفير|امير|وفد|مبعوث|ممثل|شيخ)[\u0621-\u064a]+(?: ال[\u0621-\u064a]+(?:ين|يه|يون|ي))?(?: بالخارج| في الخارج)?){{1,3}}|(?: و(?!وزير|رييس|نظير|سفير|ال)[\u0621-\u064a]+)?))(?:(?: و(?:شوون )?| )(?P<abroad>[\ue200-\ue3ff]) (?:المقيمين |العاملين )?(?:بالخارج|في الخارج))?",
    )
    owner = _OWNER.replace(
        "{A}{P}{R}{G}", "".join(Kind[name].characters for name in ("ADJECTIVE", "POLITY", "ORGANIZATION", "GROUP"))
    ).replace("{P}{R}", "".join(Kind[name].characters for name in ("POLITY", "ORGANIZATION")))
    return tuple(
        (
            head,
            pattern(
                rf'{{w}}(?P<title>{_TITLE}{_DEPUTY}(?:{head.pattern})"?{{e}}(?:{owner})?(?:(?<=[\ue000-\uf8ff]) (?:(?:ال)?دايمه? )?(?:لدي|في|الي) (?P<host>[\ue000-\ue1ff\ue400-\ue5ff]))?)'
            ),
        )
        for head in (minister, *_HEADS)
    )
