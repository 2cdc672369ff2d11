"""Bodies of government and forces, as noun phrases with the polity that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..tables.rows import alternatives, rows_of
from .patterns import Sieve
from .records import Form, Kind, Mention, Thing
from .skeleton import Skeleton, pattern
from .transliteration import transliterated

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .patterns import Pattern

_METONYMS: Final = {
    "الكرملين": ("kremlin", "russia"),
    "البيت الابيض": ("white-house", "united-states"),
    "البنتاغون": ("pentagon", "united-states"),
    "الكنيست": ("parliament-of-israel", "israel"),
    "البوندستاغ": ("parliament-of-germany", "germany"),
    "الكونغرس": ("parliament-of-united-states", "united-states"),
    "الكونجرس": ("parliament-of-united-states", "united-states"),
    "الدوما": ("state-duma", "russia"),
    "مجلس الدوما": ("state-duma", "russia"),
    "الاليزيه": ("elysee", "france"),
}
_BODIES: Final = (
    (
        "parliament",
        r"البرلمان|برلمان|مجلس (?:ال)?نواب|مجلس الامه|مجلس الشوري|مجلس (?:ال)?شيوخ|(?:ال)?جمعيه (?:ال)?وطنيه|مجلس الشعب|المجلس الشعبي الوطني|مجلس المستشارين|مجلس الاتحاد|المجلس الوطني|مجلس اللوردات|مجلس العموم|المجلس التشريعي|الكونغرس|الكونجرس|الجمعيه التاسيسيه|مجلس (?:نواب الشعب|الممثلين|المبعوثان|الاعيان|الاعلي للدوله|الولايات|الاقاليم|المقاطعات|العموم|الملي|الخبراء)|(?:ال)?جمعيه (?:ال)?(?:تشريعيه|اتحاديه|فيدراليه|استشاريه)|غرفه (?:ال)?نواب|الموتمر الوطني(?: العام)?|الموتمر الشعبي العام|المجلس (?:الاتحادي|الفيدرالي)|الكورتيس|الريكسداغ|الستورتينغ|الفولكتينغ|البوندسرات|الرادا(?: العليا)?|السيم|السابور|السوبرانيا|الهورال|الداييت|الدييت",
    ),
    (
        "government",
        r"السلطات(?= [\ue200-\ue3ff])|(?:ال)?حكومه(?: (?:ال)?(?:انتقاليه|موقته))?|مجلس (?:ال)?وزراء|مجلس الحكومه",
    ),
    ("constitutional-court", r"المحكمه الدستوريه(?: العليا)?"),
    ("supreme-court", r"المحكمه (?:الاتحاديه|الفيدراليه) العليا|المحكمه العليا"),
    ("transitional-council", r"المجلس (?:العسكري|الانتقالي|السيادي)(?: الانتقالي)?|مجلس السياده(?: الانتقالي)?"),
    ("competent-body", r"(?:ال)?(?:هييه|جهه|سلطه|لجنه|اجهزه)(?= {A} (?:ال)?مختصه)"),
    ("national-security-council", r"(?:مجلس|لجنه) (?:ال)?امن (?:ال)?(?:قومي|وطني)(?= [\ue000-\ue3ff])"),
    ("presidency-council", r"مجلس الرياسه"),
    ("presidency", r"(?:ال)?رياسه(?: الجمهوريه)?|الديوان الملكي|الديوان الاميري"),
)
_MISSIONS: Final = (
    ("missions", r"(?:ال)?(?:ممثليات|بعثات|سفارات|قنصليات)"),
    ("mission", r"(?:ال)?(?:ممثليه|بعثه|سفاره|قنصليه)"),
)
_FORCES: Final = (
    ("armed-forces", "ArmedForces", r"(?:ال|(?<=ل)ل)?قوات (?:ال)?مسلحه"),
    ("army", "ArmedForces", r"(?:ال|(?<=ل)ل)?جيش"),
    ("military-base", "MilitaryBase", r"(?:ال|(?<=ل)ل)?قاعده (?:ال)?(?:عسكريه|جويه|بحريه)"),
    ("military-bases", "MilitaryBase", r"(?:ال|(?<=ل)ل)?قواعد (?:ال)?(?:عسكريه|جويه|بحريه)"),
    ("navy", "ArmedForces", r"(?:سلاح )?(?:ال)?بحريه|القوات البحريه"),
    ("air-force", "ArmedForces", r"سلاح الجو|القوات الجويه"),
    ("land-forces", "ArmedForces", r"القوات البريه"),
    ("coast-guard", "ArmedForces", r"(?:ال)?خفر (?:ال)?سواحل"),
    (
        "fleet",
        "MilitaryUnit",
        r"(?:ال)?اسطول(?: (?:البحر الاسود|بحر البلطيق|البلطيق|بحر الشمال|الشمال|المحيط الهادي|ال(?:بحري|حربي|ثاني|ثالث|رابع|خامس|سادس|سابع|عاشر)))*",
    ),
    ("peacekeepers", "MilitaryFormation", r"(?:ال)?(?:قوه|قوات|كتيبه|وحده) (?:ال)?حفظ (?:ال)?سلام"),
    (
        "unit",
        "MilitaryUnit",
        r"(?:ال)?(?:لواء|كتيبه|فوج|فيلق|فرقه|سريه|مفرزه|سرب) (?:ال)?(?:عسكريه?|مدرعه?|مظليه?|مظليين|اليه?|مشاه(?: اليه?| ميكانيكيه?)?|ميكانيكيه?|دبابات|مدفعيه|قتاليه?|مقاتله?|طايرات|مقاتلات)",
    ),
    (
        "command",
        "CommandBody",
        r"(?:ال)?قياده (?:ال)?(?:مركزيه|وسطي)|(?:قياده|هييه|رياسه) (?:ال)?اركان(?: (?:ال)?(?:مشتركه|عامه))?",
    ),
    ("forces", "ArmedForces", r"القوات"),
    ("bases", "MilitaryBase", r"(?:ال|(?<=ل)ل)?قواعد(?= [\ue200-\ue3ff])"),
    ("base", "MilitaryBase", r"القاعده(?= {A} (?:في|ب))"),
)
_NAMED_FORCES: Final = (
    (
        "MilitaryFormation",
        r"قوات (?:الدعم السريع|سوريا الديمقراطيه|حفظ السلام(?: الدوليه)?|التحالف(?: العربي| الدولي)?|الردع|النخبه [\u0621-\u064a]+|الاحتياط [\u0621-\u064a]+)|الحرس (?:الثوري|الوطني|الجمهوري)(?: الايراني)?|(?:ال)?قوه (?:ال)?متعدده (?:ال)?جنسيات|كتايب القسام|الحشد الشعبي|قوات البيشمركه|البيشمركه|مجموعه فاغنر|فاغنر|الفيلق الافريقي",
    ),
    ("MilitaryBase", r"(?:ال|(?<=ل)ل)?قاعده (?:ال)?(?:جويه|بحريه|عسكريه) \d{1,4}"),
    (
        "MilitaryFormation",
        r"(?:(?:قوات|قوه) )?درع الجزيره(?: المشتركه)?|(?:ال)?قوه (?:ال)?مشتركه (?:ال)?متعدده (?:ال)?جنسيات",
    ),
    ("MilitaryFormation", r"(?:ال)?قوه (?:ال)?مشتركه (?:لدول|لمجموعه) [\u0621-\u064a]+(?: الخمس)?"),
    ("MilitaryFormation", r"(?:ال)?قوه (?:ال)?طواري (?:ال)?دوليه|قوات الطواري الدوليه"),
)
_NAMED_BASE: Final = r"{w}[بكل]?(?P<quote>\"?)(?P<name>(?:(?P<camp>معسكر|قاعده)) (?P<own>\"?(?!(?:ال)?(?:بيانات|بينهما|بينها|مشتركه|عمل|دايمه|جديده|امريكيه|عسكريه|جويه|بحريه|شعبيه|انتخابيه|قانونيه|صناعيه|اجتماعيه|ذهبيه|عامه|معلومات|التدريب|اللاجيين|النازحين|ثابته|متينه|واسعه|جماهيريه|اساسيه|صلبه|في|من|علي|ل)(?![\u0621-\u064a]))(?:(?:بور|بورت|سان|سانت|عين|راس|ابو|فورت|دييغو|الملك|الامير|الشيخ|الشهيد|جبل|وادي|تل) [\u0621-\u064a]+|[\u0621-\u064a]{3,}|{C})(?: (?:بن|بو|بوييه) [\u0621-\u064a]+)?)(?P<kind> (?:ال)?(?:جويه|بحريه|عسكريه|فضاييه|صاروخيه|بريه))?(?: (?P<owner>[\ue200-\ue3ff]))?)"
_TWO_BASES: Final = r"{w}[بكل]?(?P<name>(?:قاعدتي|معسكري) \"?(?P<one>(?!(?:ال)?(?:بيانات|معلومات|عمل|انتاج|بيان)(?![\u0621-\u064a]))[\u0621-\u064a]{3,}|{C})\"?(?: (?:ال)?(?:جويه|بحريه))?) و(?P<also>\"?(?P<other>[\u0621-\u064a]{3,}|{C})\"?(?: (?:ال)?(?:جويه|بحريه|جويتين|بحريتين|عسكريتين)(?![\u0621-\u064a]))?)"
"""«قاعدتي عين الأسد وحرير»: two bases in one construction."""
_TELLING: Final = r"(?:قالت|اعلنت|اكدت|ردت|ذكرت|اوضحت|نفت|ادانت|رحبت|استدعت|اضافت|شددت|افادت|حذرت|اعتبرت|وصفت|دعت|طالبت|اعربت|بحسب|وفق|حسب|وفقا ل|باسم|لدي|عن|كشفت|اشارت|نددت|استنكرت|انتقدت|جددت|بيان|باسم)"
"""Words after which a ministry's field alone stands for it: «أعلنت الخارجية الروسية»."""
_OWNER: Final = r"(?: (?:ل)?(?P<owner>[\ue000-\ue3ff]))"
_OWNER_IN: Final = r"(?: (?:ل|في (?=[\ue000-\ue1ff])|ب(?=[\ue000-\ue1ff]))?(?P<owner>[\ue000-\ue3ff]))"
"""«البرلمان في فيتنام» is that of Vietnam."""
_OWNED_IN: Final = ("parliament", "government")


@dataclass(frozen=True, slots=True)
class Body:
    """A body or force: its identifier, class, owner, whether it stands for several, and what it is a part of."""

    identifier: str
    kind: str
    owner: Thing | None
    stem: str
    several: bool = False
    within: Thing | None = None


@cache
def _patterns() -> tuple[tuple[str, str, Kind, Pattern], ...]:
    fields = portfolios_in_arabic()
    return (
        (
            "ministry",
            "GovernmentBody",
            Kind.BODY,
            pattern(rf"{{w}}[بكل]?(?P<name>وزاره (?P<portfolio>{fields}){{e}}{_OWNER}?)"),
        ),
        (
            "ministry",
            "GovernmentBody",
            Kind.BODY,
            pattern(rf"(?:^|[:،.]|{_TELLING}) ?[وف]?(?P<name>(?P<portfolio>الخارجيه|الداخليه|الدفاع){_OWNER})"),
        ),
        *(
            (
                stem,
                "GovernmentBody",
                Kind.BODY,
                pattern(
                    rf"{{w}}[بكل]?(?P<name>(?:{words}){{e}}{_OWNER_IN if stem in _OWNED_IN else _OWNER}?(?: (?:ال)?مختصه(?={{e}}))?)"
                ),
            )
            for stem, words in _BODIES
        ),
        *(
            (
                stem,
                kind,
                Kind.FORCE,
                pattern(
                    rf"{{w}}[بكل]?(?P<name>(?:{words}){{e}}{_OWNER}(?: ال(?:اولي|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره){{e}})?)"
                ),
            )
            for stem, kind, words in _FORCES
        ),
    )


@cache
def portfolios_in_arabic() -> str:
    """Give the fields of ministers as alternatives of a pattern, with their article and without."""
    names = sorted(
        (folded(name) for _, names in rows_of("portfolios") for name in alternatives(names)),
        key=lambda each: -len(each),
    )
    return "|".join((*names, *(each.removeprefix("ال") for each in names)))


@cache
def _sieve() -> Sieve[tuple[str, str, Kind, Pattern]]:
    return Sieve(_patterns(), itemgetter(3))


def bodies_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through the bodies of government and the forces of a sentence."""
    for word, (identifier, polity) in _METONYMS.items():
        for match in pattern(
            rf"{{w}}[بكل]?(?P<name>{word}{{e}}(?: [\ue200-\ue3ff](?= |[،.]|$))?)(?! [\ue200-\ue3ff])"
        ).finditer(skeleton.text):
            body = Body(identifier, "GovernmentBody", Thing(polity, "Polity"), "body")
            yield Mention(
                *skeleton.span(*match.span("name")),
                Kind.BODY,
                Form.NAME,
                (Thing(identifier, "GovernmentBody"),),
                data=body,
            )
    yield from _named_forces(skeleton)
    for stem, kind, mentioned, found in _sieve().through(skeleton.text):
        for match in found.finditer(skeleton.text):
            yield _mention(skeleton, match, stem, kind, mentioned)


def _named_forces(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through forces and bases that have a name of their own: «قوات الدعم السريع», «قاعدة العديد الجوية»."""
    for kind, words in _NAMED_FORCES:
        for match in pattern(rf"{{w}}[بكل]?(?P<name>{words}){{e}}").finditer(skeleton.text):
            identifier = transliterated(match["name"])
            body = Body(identifier, kind, None, "named")
            span = skeleton.span(*match.span("name"))
            yield Mention(*span, Kind.FORCE, Form.NAME, (Thing(identifier, kind),), data=body)
    for match in pattern(_TWO_BASES).finditer(skeleton.text):
        for name, words in (("name", "one"), ("also", "other")):
            place = skeleton.mention(match[words])
            identifier = f"base-{transliterated(place.things[0].english if place else match[words])}"
            named = Body(identifier, "MilitaryBase", None, "named")
            span = skeleton.span(*match.span(name))
            yield Mention(*span, Kind.FORCE, Form.NAME, (Thing(identifier, "MilitaryBase"),), data=named)
    for match in pattern(_NAMED_BASE).finditer(skeleton.text):
        if match["camp"] == "قاعده" or match["quote"] or '"' in match["own"] or match["owner"]:
            owner = skeleton.mention(match["owner"])
            polity = owner.things[0] if owner else None
            own = skeleton.mention(match["own"].strip('"'))
            identifier = f"base-{transliterated(own.things[0].english if own else match['own'].strip(chr(34)))}"
            body = Body(identifier, "MilitaryBase", polity, "named")
            span = skeleton.span(*match.span("name"))
            yield Mention(*span, Kind.FORCE, Form.NAME, (Thing(identifier, "MilitaryBase"),), data=body)


def _mention(skeleton: Skeleton, match: re.Match[str], stem: str, kind: str, mentioned: Kind) -> Mention:
    owner = skeleton.mention(match["owner"])
    polity = owner.things[0] if owner and owner.things else None
    named = stem
    if match.groupdict().get("portfolio"):
        portfolio = " ".join(match["portfolio"].split())
        named = f"ministry-of-{portfolio_in_english(portfolio)}"
    identifier = f"{named}-of-{polity.identifier}" if polity else named
    body = Body(identifier, kind, polity, stem, several=stem in ("military-bases", "bases", "missions"))
    return Mention(*skeleton.span(*match.span("name")), mentioned, Form.NAME, (Thing(identifier, kind),), data=body)


def portfolio_in_english(portfolio: str) -> str:
    """Give the part of an identifier for a minister's field.

    >>> portfolio_in_english("دفاع")
    'defence'
    """
    for english, names in rows_of("portfolios"):
        if portfolio.removeprefix("ال") in (folded(name).removeprefix("ال") for name in alternatives(names)):
            return english
    return transliterated(portfolio)


_UNITS: Final = r"{w}[بكل]?(?P<name>(?:(?:بعض|عدد من|معظم|جميع|كل) )?(?:ال)?(?:وحدات|كتايب|الويه|سرايا|تشكيلات) (?:من )?(?P<army>{F}))"


def units_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through units of a force that is named: «بعض وحدات الجيش الكيني»."""
    for match in pattern(_UNITS).finditer(skeleton.text):
        army = skeleton.mentions[match["army"]].data
        if isinstance(army, Body) and army.kind != "MilitaryBase":
            body = units_within(Thing(army.identifier, army.kind), army.owner)
            span = skeleton.span(*match.span("name"))
            yield Mention(*span, Kind.FORCE, Form.NAME, (Thing(body.identifier, body.kind),), data=body)


def units_within(army: Thing, owner: Thing | None) -> Body:
    """Give the units of an army, which an article does not count."""
    return Body(f"units-of-{army.identifier}", "MilitaryUnit", owner, "units", several=True, within=army)
