"""Facts of conflict: wars, invasions and armed clashes with their sides."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.bodies import Body
from ..mentions.patterns import Sieve
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .conflict_wordings import further_conflicts
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .roles import acting, agent_of
from .sides import sides_of
from .unreal import conquers_with_goods

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from .context import Context, Sentence
    from .ledger import Object


@cache
def _wars() -> tuple[tuple[str, str, Pattern], ...]:
    side = r"[\ue000-\ue1ff\uee00-\uefff]"
    return (
        (
            "War",
            "war-of-sides",
            pattern(
                rf"(?P<all>(?:ال)?حرب(?: (?:الاهليه|قصيره|القصيره|طويله))* بين (?P<one>{side}) من جهه ?،? و(?P<other>{side}) من جهه (?:اخري|ثانيه))"
            ),
        ),
        (
            "War",
            "war-of-adjectives",
            pattern(r"(?P<all>(?:ال)?حرب (?P<one>{A}) ?-? ?(?P<other>{A})(?! ال))"),
        ),
        (
            "War",
            "fought-wars",
            pattern(
                r"(?P<all>{w}(?:خاضت|خاض|خاضا|خاضتا) (?P<one>{P}|{G}) (?:[^.؛،\ue000-\ue7ff]{0,20} )?(?:حربا|حربين|حروبا|حروب|الحرب|حرب|مواجهه مسلحه|مواجهات مسلحه|معركه|معارك|نزاعا مسلحا|صراعا مسلحا)(?: (?!ضد |مع |بين )[\u0621-\u064a]+)?(?: (?:ضد|مع) (?P<other>{P}))?)"
            ),
        ),
        (
            "War",
            "invaded",
            pattern(r"(?P<all>{w}(?:كانت |كان )?(?:غزا|غزت|اجتاح|اجتاحت) (?P<one>{P}) (?:في {D} )?(?P<other>{P}))"),
        ),
        (
            "War",
            "subject-invaded",
            pattern(r"(?P<all>(?P<one>{P}) (?:قد )?(?:غزا|غزت|اجتاح|اجتاحت) (?P<other>{P}))"),
        ),
        (
            "War",
            "waged-war-on",
            pattern(
                r"(?P<all>{w}(?:شنت|شن|تشن|يشن|اعلنت|اعلن) (?P<one>{P}) (?:حربا|الحرب)(?: [^.؛،\ue000-\uf8ff]{0,20})? علي (?:قطاع )?(?P<other>{P}))"
            ),
        ),
        (
            "War",
            "war-of-forces",
            pattern(
                r"(?P<all>(?:{w}(?:اندلعت|نشبت|بدات) )?(?P<war>(?:ال)?حرب(?: [\u0621-\u064a]+)?) بين (?P<one>{F}) ?و ?(?P<other>{F}))"
            ),
        ),
        (
            "ArmedConflict",
            "conflict-between",
            pattern(
                r"(?P<all>(?:ال)?(?:نزاع|صراع)(?: ال)?(?: ?المسلح|مسلح| المسلح| مسلح| الدامي| الحدودي)(?: [\u0621-\u064a]+)? بين (?P<one>{P}|{G}))"
            ),
        ),
        (
            "War",
            "fought-with",
            pattern(r"(?P<all>{w}(?:خاضت|خاض) (?P<one>{P}) (?:حربا|الحرب) (?:ضد|مع) (?P<other>{P}))"),
        ),
        (
            "War",
            "war-between",
            pattern(
                rf"(?P<all>(?:{{w}}(?:اندلعت|نشبت|بدات) )?(?P<war>(?:ال)?حرب(?:ا)?)(?: [\u0621-\u064a]+)? بين (?P<one>{{P}}|{{G}}|{{F}})(?: و(?P<other>{side}))?)"
            ),
        ),
        (
            "War",
            "fought-a-war",
            pattern(
                r"(?P<all>{w}(?:خاض|خاضت|خاضا|خاضتا)? ?(?P<one>{P}|{G}) (?:كانا |كانتا )?(?:قد )?(?:خاضا |خاضتا )?(?:حربا|حربين|حروبا|الحرب) (?=بين عامي|عام|في |ضد|دامت|علي))"
            ),
        ),
        (
            "ArmedConflict",
            "entered-a-conflict",
            pattern(
                r"(?P<all>{w}(?:دخلت|دخل|دخلتا|دخلا) (?P<one>{P}|{G}) في (?:نزاع مسلح|صراع مسلح|حرب) مع (?P<other>{P}))"
            ),
        ),
        (
            "ArmedConflict",
            "clashes-between",
            pattern(
                r"(?P<all>{w}(?:وقعت|اندلعت|دارت|شهدت) (?:[^.؛\ue000-\uf8ff]{0,20})?(?:مواجهات|اشتباكات|معارك|مناوشات)(?: [\u0621-\u064a]+)? بين (?P<one>{P}|{G}))"
            ),
        ),
    )


@cache
def _further_wars() -> tuple[tuple[str, str, Pattern], ...]:
    """Wars and fights named by their noun, with words between, or by what one side did to the other."""
    side = r"(?:قوات |جيش |جيشي |قوات من )?(?P<one>{P}|{G}|{F})(?: و(?:بين )?(?:قوات |جيش )?(?P<other>{P}|{F}))?"
    words = r"(?: [\u0621-\u064a0-9]+){0,4}?"
    attack = r"هجوما|غزوا|عدوانا|حربا|الحرب|عمليه عسكريه|هجمات|غارات|غزوها|هجومها|حربها|عدوانها|العدوان|عدوانا ثلاثيا"
    return (
        ("War", "war-of-years-between", pattern(rf"(?P<all>(?:{{w}}(?:اندلعت|نشبت|بدات) )?(?:ال)?حرب{words} (?:التي )?(?:دارت |اندلعت |نشبت )?بين {side})")),
        ("War", "which-they-fought", pattern(rf"(?P<all>(?:ال)?حرب{words} (?:التي )?(?:خاضها|خاضتها|خاضاها|خاضتاها) {side})")),
        ("War", "launched-against", pattern(rf"(?P<all>{{w}}(?:شنت|شن|تشن|يشن|بدات|بدا|اطلقت|اعلنت|اعلن) (?P<one>{{P}}) ?،? (?:(?:(?:فجر|صباح|مساء|ليل|ليله|يوم|في) )*{{D}} ?،? )?(?:[^.؛،\ue000-\uf8ff]{{0,20}} )?(?:{attack})(?:[^.؛،\ue000-\uf8ff]{{0,30}})? (?:علي|ضد) (?P<other>{{P}}))")),
        ("War", "invasion-by-adjective", pattern(r"(?P<all>(?:ال)?(?:غزو|اجتياح) (?P<one>{A}) ?ل(?P<other>{P}))")),
        ("War", "war-on-by-adjective", pattern(r"(?P<all>(?:ال)?(?:حرب|عدوان) (?P<one>{A}) علي (?P<other>{P}))")),
        ("War", "invasion-of", pattern(r"(?P<all>(?:غزو|اجتياح|حرب) (?P<one>{P}) (?:ل|علي )(?P<other>{P}))")),
        ("War", "attacked", pattern(r"(?P<all>{w}(?:هاجمت|هاجم|غزت|غزا|اجتاحت|اجتاح) (?:قوات )?(?P<one>{P}) (?:[^.؛،\ue000-\uf8ff]{0,12} )?(?P<other>{P}))")),
        ("ArmedConflict", "fights-between", pattern(rf"(?P<all>(?:ال)?(?:اشتباكات|معارك|مواجهات|قتال|مناوشات|المعارك|نزاع|صراع)(?: (?:ال)?(?:مسلحه?|حدوديه?|عنيفه?|داميه?|ضاريه|عسكريه?|متقطعه|محدوده)){{1,2}} (?:التي )?(?:دارت |اندلعت |نشبت |وقعت )?بين {side})")),
        ("ArmedConflict", "clashed-with", pattern(r"(?P<all>{w}(?:اشتبكت|اشتبك|تصادمت) (?:قوات )?(?P<one>{P}|{F}) (?:[^.؛،\ue000-\uf8ff]{0,12} )?مع (?:قوات )?(?P<other>{P}|{F}))")),
    )  # fmt: skip


@cache
def _sieve() -> Sieve[tuple[str, str, Pattern]]:
    return Sieve((*_wars(), *_further_wars(), *further_conflicts()), itemgetter(2))


def fight_over_things(context: Context, sentence: Sentence) -> None:
    """State wars and other armed conflicts with their sides."""
    taken: list[tuple[int, int]] = []
    for match in (match for words in (_CIVIL, _CIVIL_TOLD) for match in pattern(words).finditer(sentence.text)):
        if modality_of(sentence, match.start("verb"), within=40) is Modality.ACTUAL:
            _civil_war(context, sentence, match)
    for kind, name, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            if (
                any(begin < match.end() and match.start() < end for begin, end in taken)
                or pattern(_OF_WORDS).search(match["all"])
                or conquers_with_goods(sentence.text[match.end() :])
                or pattern(_AT_PLAY).match(sentence.text, match.end())
                or pattern(_PLAYED).search(sentence.text[: match.start()])
                or modality_of(sentence, match.start("all")) is not Modality.ACTUAL
            ):
                continue
            sides = _sides(context, sentence, match)
            if pattern(r"(?:حاله|انهاء|وقف|اوزار|اندلاع) $").search(sentence.text[: match.start()]):
                continue
            if len(sides) == 2 and sides[0] != sides[1] and not is_in_speech(sentence, match.start()):
                taken.append(match.span())
                _conflict(context, sentence, match, _class_of(context, match, kind), name, sides)


_FIGHT: Final = r"{b}(?:مواجهه|مواجهات|معركه|معارك|نزاعا|صراعا|غارات|ضربات|غاره)"
_INVASION: Final = r"{b}(?:ال)?(?:غزت|غزا|غزو|غزوا|غزوها|غزوه|[يت]غزو|[يت]?جتاح|اجتاحت?|اجتياح|اجتياحا|اجتياحها|اجتياحه|هاجمت?|هجوم|هجوما|هجومها|هجومه|عمليه عسكريه){e}"
_A_WAR: Final = r"{b}[وفبلك]?(?:ال|ل)?(?:حرب|حربا|حربها|حربه|حربهما|حروب|حروبا){e}"


def _class_of(context: Context, match: re.Match[str], kind: str) -> str:
    """Give the class of what is fought: an invasion is a war only where the article speaks of war."""
    words = match["all"]
    speaks_of_war = any(pattern(_A_WAR).search(each.text) for each in context.sentences)
    invasion = not speaks_of_war and pattern(_INVASION).search(words)
    return "ArmedConflict" if pattern(_FIGHT).search(words) or invasion else kind


_OF_WORDS: Final = r"{b}(?:ال)?(?:لاذع|حادا{e}|حاده{e}|بارده|كلاميه|تجاريه?|اعلاميه?|نفسيه|اقتصاديه?|عملات|رسوم|سيبرانيه|دبلوماسيه?|سياسيه?|قانونيه?|اسعار|تصريحات|بيانات|نجوم|جمركيه|ثقافيه|قضاييه?|كرويه?|رياضيه)"
"""Wars that are none: cold ones, trade wars, wars of words."""
_AT_PLAY: Final = r" ?،? (?:علي (?:ال)?(?:كاس|لقب|صداره|بطوله|بطاقه|زعامه)|كرويا|رياضيا|فنيا|كلاميا|اعلاميا|تجاريا|في (?:ال)?(?:ملعب|ملاعب|شوط|مباراه|دوري|نهايي|نصف النهايي|ربع النهايي|تصفيات|بطوله|كاس)){e}"
"""What makes a war one of players or words: «أعلنت الحرب كرويا», «غزت … في نصف النهائي»."""

_PLAYED: Final = r"{b}[وفبل]?(?:ال)?(?:مباراه|مباراتها|مسلسل|لعبه|كاس|نهايي|دوري|بطوله|تصفيات|منتخب|لاعب|لاعبو)(?: [^.؛]{0,40})? $|{b}(?:فيلم|فيلما|روايه|مسلسلا?) (?:[^.،؛]{0,20} )?(?:عن|حول|يتناول|تتناول) $|{b}(?:افلام|روايات|مسلسلات|لوحات|قصايد)(?:ه|ها|هم) $"
_IN_TIME: Final = r"(?:بعد|خلال|ابان|اثناء|منذ|عقب|غداه|طوال|سنوات|نهايه|انتهاء|اعقاب|اندلاع|ويلات)"
_CIVIL_TOLD: Final = (
    rf"(?P<all>{{w}}(?P<verb>{_IN_TIME}) (?P<war>(?:ال)?حرب (?:ال)?اهليه) (?:(?:ال)?{{A}}|في (?P<where>{{P}}|{{C}})))"
)
"""A civil war that a sentence takes for known: «بعد الحرب الأهلية اللبنانية»."""
_CIVIL: Final = r"(?P<all>{w}(?P<verb>اندلعت|نشبت|بدات|انتهت|تفجرت|دارت) (?:ال)?(?P<war>حرب (?:ال)?اهليه)(?: (?:في|ب) ?(?P<where>{P}|{C}))?)"


def _civil_war(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State a civil war, whose sides the article need not name."""
    if pattern(_IN_TIME).fullmatch(match["verb"]):
        span, dates = sentence.skeleton.span(match.start("war"), match.end("all")), {}
    else:
        around = surroundings(sentence, match.start("verb"), match.end("all"))
        span = sentence.skeleton.span(min(match.start("verb"), around.begin), max(match.end("all"), around.date_end))
        dates = around.dates_as("eventDate" if match["verb"] == "انتهت" else "eventStart")
    facts: dict[str, Object] = {TYPE: Term("War"), "eventStatus": Term("occurred"), **dates}
    context.ledger.state(span, Name(context.fresh("civil-war")), facts, pattern="conflict:civil-war", confidence=0.75)


def _sides(context: Context, sentence: Sentence, match: re.Match[str]) -> list[tuple[str, ...]]:
    if "one" not in match.re.groupindex:
        return _sides_around(context, sentence, match)
    one = sentence.skeleton.mentions.get(match["one"] or match.groupdict().get("forces") or "")
    other = sentence.skeleton.mentions.get(match.groupdict().get("other") or "")
    if other is not None:
        return [_fighters(context, one, other), _fighters(context, other, one)]
    names = _names(context, one)
    return [(name,) for name in names] if len(names) == 2 else []


def _sides_around(context: Context, sentence: Sentence, match: re.Match[str]) -> list[tuple[str, ...]]:
    """Give the sides of a war that its clause names elsewhere: whoever declares it, or the two who end it."""
    if match.groupdict().get("other"):
        agent = agent_of(sentence, *match.span("verb"))
        names = acting(context, agent[0]) if agent else ()
        return [names, _names(context, sentence.skeleton.mentions.get(match["other"]))] if names else []
    before = sentence.skeleton.inside(sentence.text[: match.start()], Kind.POLITY)
    pairs = [each for each in before if len(each.things) == len(("one", "other"))]
    return [(thing.identifier,) for thing in pairs[-1].things] if pairs else []


def _fighters(context: Context, mention: Mention | None, against: Mention | None) -> tuple[str, ...]:
    """Give one side; forces of a state that fight another state are that state."""
    body = mention.data if mention is not None and mention.kind is Kind.FORCE else None
    if isinstance(body, Body) and body.owner and against is not None and against.kind in (Kind.POLITY, Kind.ADJECTIVE):
        return (body.owner.identifier,)
    return _names(context, mention)


def _names(context: Context, mention: Mention | None) -> tuple[str, ...]:
    if mention is not None and mention.kind in (Kind.FORCE, Kind.ADJECTIVE):
        return tuple(each.identifier for each in mention.things)
    return sides_of(context, mention)


def _conflict(
    context: Context, sentence: Sentence, match: re.Match[str], kind: str, name: str, sides: list[tuple[str, ...]]
) -> None:
    begin = match.start("all") + (
        1 if match["all"].startswith(("و", "ف")) and not match["all"].startswith("وقعت") else 0
    )
    around = surroundings(sentence, begin, match.end("all"))
    first = min(begin, around.begin)
    named = pattern(r"{b}(?:ال)?حرب").search(sentence.text, begin, match.end("all"))
    if named is not None and around.date is None and pattern(r"[وف]?(?:اندلعت|نشبت|بدات)").match(sentence.text, begin):
        first = named.start()  # without a date the outbreak says no more than the name of the war
    span = sentence.skeleton.span(first, max(match.end("all"), around.date_end))
    conflict = Name(
        f"{'war' if kind == 'War' else 'conflict'}-of-{'-and-'.join('-'.join(side) for side in sides)}"[:100]
    )
    members = [Name(f"side-of-{'-and-'.join(side)}-in-{conflict.local}"[:120]) for side in sides]
    broke_out = pattern(r"{b}[وف]?(?:اندلعت|نشبت|بدات|اندلع|نشب|بدا|تجدد|تجددت) ?").search(
        sentence.text[max(0, begin - 8) : match.end("all")]
    )
    predicate = "eventStart" if broke_out else "eventDate"
    dates = around.dates_as(predicate)
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term(kind),
        "hasSide": tuple(members),
        "eventStatus": Term("ongoing" if name == "fights-now" else "occurred"),
        **dates,
    }
    context.ledger.state(span, conflict, facts, pattern=f"conflict:{name}", confidence=0.78)
    for member, side in zip(members, sides, strict=True):
        context.ledger.state(
            span,
            member,
            {TYPE: Term("ConflictSide"), "sideMember": tuple(map(Name, side))},
            pattern=f"conflict:{name}",
            confidence=0.78,
        )
