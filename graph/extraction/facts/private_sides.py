"""Who is no side of an instrument between polities: firms, clubs, schools, unions, couples, whose contracts have the words of treaties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .instruments import KnownInstrument

_FIRMS: Final = (
    r"شركه|شركات|شركتان|شركتين|شركتا|شركتي|شركاء|شريكان|مصرف|مصارف|مصرفان|مصرفين|بنك(?! (?:الاستثمار الاوروبي|دولي|التنميه))|بنوك|بنكان|بنكين|"
    r"مصنع|مصانع|متجر|متاجر|فندق|فنادق|مقاول|مقاولون|مقاولين|مقاوله|منتجو|منتجون|منتجين|مستثمر|مستثمرون|مستثمرين|مساهمون|مساهمين|ناشر|ناشرون|ناشرين|"
    r"دار (?:نشر|ازياء|اوبرا|الاوبرا)|مجلس (?:ال)?اداره|مجلس (?:ال)?امناء|غرف(?:ه|تا|تي) (?:ال)?تجاره|وكاله (?:سفر|سياحه|اعلان|اعلانات)|زبون|زباين|مستهلكون|مستهلكين|مستخدمون|مستخدمين"
)
_OF_SPORT: Final = (
    r"ناد|نادي(?! باريس)|ناديا|ناديان|ناديين|ناديي|انديه|فريق (?:من {P}|كره|{A}|كروي|رياضي)|منتخب|منتخبا|منتخبات|منتخبان|منتخبين|لاعب|لاعبه|لاعبو|لاعبون|لاعبين|لاعبوها|"
    r"مدرب|مدربه|مهاجم|مدافع|حارس (?:ال)?مرمي|حكام|اتحاد (?:لكره|الكره|كره|رياضي|{A} لكره)|رابطه (?:ال)?(?:دوري|محترفين|انديه)|دوري"
)
_OF_LEARNING: Final = r"جامعه(?! (?:ال)?(?:دول|عربيه))|جامعات|جامعتان|جامعتين|جامعتا|جامعتي|كليه|مدرسه|مدارس|معهد|معاهد|مستشفي|مستشفيات|متحف|متاحف|مكتبه|مختبر|مختبرات"
_AT_HOME: Final = (
    r"زوج|زوجه|زوجته|زوجها|زوجان|زوجين|عروس|عروسان|عروسين|فنان|فنانه|فنانتان|فنانتين|فنانين|فنانون|مطرب|مطربه|ممثله|مغن|مغني|مغنيه|مخرج|مخرجه|موءلفه|"
    r"بلديه|بلديات|بلديتان|بلديتين|بلديتا|نقابه|نقابات|نقابتان|نقابتين|صحفيون|صحفيين|صحافيون|صحافيين|محامون|محامين|مزارعون|مزارعين|"
    r"(?<!ال)جمعيه(?! (?:ال)?(?:وطنيه|عامه|تاسيسيه|اتحاديه))|الجمعيه العموميه|توامه|عمده|قناه (?:فضاييه|رياضيه|تلفزيونيه|اذاعيه)|قنوات (?:فضاييه|رياضيه|تلفزيونيه)"
)
PRIVATE: Final = rf"{{b}}[وفبك]?(?:ال|لل|ل)?(?:{_FIRMS}|{_OF_SPORT}|{_OF_LEARNING}|{_AT_HOME})(?:ها|هم)?{{e}}"
"""A noun of whoever signs contracts and not treaties; the Arab League is no university, and the Paris Club no club."""
_OF_WHOM: Final = (
    rf"{PRIVATE}(?: (?!من{{e}}|في{{e}})[\u0621-\u064a]{{2,}}){{0,2}}(?: (?:من|في|ب|ل)| ?[\ue400-\ue5ff])? ?$"
)
_FROM_THERE: Final = r"{b}(?![وف]?(?:كل|كلا|كلتا|قبل|جانب|طرف|لدن|عدد|عددا|اي) )[\u0621-\u064a]{3,} من ?$"
"""What makes a state only where somebody comes from: «أطباء من مصر»."""
_SIDES: Final = rf"(?P<what>{{I}})\"?(?: [\u0621-\u064a]{{3,}}| ?[\ue400-\ue5ff\ue800-\ue9ff]){{0,4}}? (?:بين|مع) (?:كل من |ممثلي |اداره |ريي?س |مدير )?(?={PRIVATE})"
_SIGNS: Final = rf"{{w}}س?(?:وقع|ابرم|امضي|[يت]وقع|[يت]برم|مدد|جدد|فسخ|اطلق)(?:ت|ا|تا|وا|ان|ون)? (?:ريي?س |مدير |ممثل |ممثلو )?{PRIVATE}[^.؛؟!]{{0,90}}?(?P<what>{{I}})"
_SIGNS_AFTER: Final = rf"{PRIVATE}(?: [\u0621-\u064a]{{2,}}| ?[\ue000-\ue1ff\ue400-\ue5ff]){{0,3}}? س?(?:وقع|ابرم|[يت]وقع|[يت]برم)(?:ت|ا|تا|وا|ان|ون)? [^.؛؟!]{{0,20}}?(?P<what>{{I}})"
_WORK: Final = r"{b}[وفبل]?(?:ال)?(?:روايه|روايته|روايتها|فيلم|فيلمه|فيلمها|مسلسل|مسلسله|مسرحيه|مسرحيته|ديوان|ديوانه|قصيده|اغنيه|لوحه|البوم)(?: (?!عن{e}|حول{e})[\u0621-\u064a]+){0,3} ?\"(?P<what>{I})"


def is_of_a_private(sentence: Sentence, mention: Mention | None) -> bool:
    """Tell a state or city that only says whose club or firm is meant: «نادي بلغراد», «شركة رابعة من الهند»."""
    place = sentence.place_of(mention) if mention is not None else None
    return place is not None and pattern(_OF_WHOM).search(sentence.text[:place]) is not None


def comes_from(sentence: Sentence, begin: int, mention: Mention | None) -> bool:
    """Tell a state that is only where those come from who act: «انضم إليه أطباء من مصر»."""
    place = sentence.place_of(mention) if mention is not None else None
    found = pattern(_FROM_THERE).search(sentence.text[begin:place]) if place is not None else None
    return found is not None


def is_between_private_sides(context: Context, known: KnownInstrument) -> bool:
    """Tell an instrument that firms, clubs and the like are said to sign, alone or with one state, and the title of a novel."""
    return len(known.parties) <= 1 and any(
        mention in _signed_in(sentence) for sentence, mention in _mentions(context, known)
    )


def is_among_private_sides(context: Context, known: KnownInstrument) -> bool:
    """Tell whether sentences that name an instrument speak of firms, clubs and the like."""
    return any(pattern(PRIVATE).search(_opened(sentence)) for sentence, _ in _mentions(context, known))


def is_titled_after_private_sides(known: KnownInstrument) -> bool:
    """Tell an instrument whose title says that it is of firms or clubs: «ميثاق الأمم المتحدة للمصارف»."""
    return any(pattern(PRIVATE).search(title) for title in known.titles)


def _opened(sentence: Sentence) -> str:
    """Give the words of a sentence with those of its instruments in their places: «معاهدة الأندية»."""
    titles = (
        sentence.skeleton.opened(character).text for character in sentence.text if _is_instrument(sentence, character)
    )
    return " ".join((sentence.text, *titles))


def _is_instrument(sentence: Sentence, character: str) -> bool:
    mention = sentence.skeleton.mentions.get(character)
    return mention is not None and mention.kind is Kind.INSTRUMENT


def _signed_in(sentence: Sentence) -> list[Mention]:
    """Give the instruments of a sentence that private sides sign, or that are titles of novels and films."""
    return [
        sentence.skeleton.mentions[match["what"]]
        for each in (_SIDES, _SIGNS, _SIGNS_AFTER, _WORK)
        for match in pattern(each).finditer(sentence.text)
    ]


def _mentions(context: Context, known: KnownInstrument) -> list[tuple[Sentence, Mention]]:
    return [
        (sentence, mention)
        for sentence in context.sentences
        for mention in sentence.skeleton.inside(sentence.text, Kind.INSTRUMENT)
        if known in context.instruments.of_mention.get((mention.begin, mention.end), ())
    ]
