"""What becomes of an instrument: declared void, come into force, its ratifications exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .families import PAST
from .modality import Modality, is_in_speech, modality_of
from .roles import FILLER, SIDE, acting, agent_of
from .treaties import instruments_at
from .turn_records import Turn, is_told, kind_at, referred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Sentence


def outcomes_of(context: Context, sentence: Sentence) -> Iterator[Turn]:
    """Go through what a sentence tells of the outcome of instruments."""
    yield from _declared(context, sentence)
    yield from _in_force(context, sentence)
    yield from _exchanged(context, sentence)
    yield from _worded(context, sentence)


_DECLARES: Final = r"(?:(?:اعلن|عد|اعتبر|اكد|ابلغ|اخطر)(?:ت|ا|تا|وا)?)"
_WORDINGS: Final = (
    ("Termination", "no-longer-bound", rf"{{w}}(?P<verb>{_DECLARES}) (?P<who>{SIDE}) (?:[^.؛\ue000-\uf8ff]|{{D}}){{0,40}}?(?:انها|انه|نفسها|نفسه|بلاده|بلادها) (?:باتت |اصبحت |لم تعد )?(?:في حل من|غير ملزمه? ب|غير مقيده? ب|غير معنيه ب|ملزمه ب) ?(?:التزاماتها بموجب |التزاماته بموجب |العمل ب)?(?:{{I}}|ها{{e}}|ه{{e}})"),
    ("Termination", "declared-over", rf"{{w}}(?P<verb>{_DECLARES}) (?P<who>{SIDE}) (?:[^.؛\ue000-\uf8ff]|{{D}}){{0,40}}?ان (?P<what>{{I}}) (?:لم تعد|لم يعد) (?:قايمه?ا?|ساريه?ا?|نافذه?ا?|ملزمه?ا?|موجوده?ا?)"),
    ("EntryIntoForce", "its-force-began", r"{w}(?P<verb>سري|سرت|بدا|بدات|تم بدء) (?:مفعول|سريان|العمل ب|نفاذ|تطبيق)(?P<it>ها|ه|هما){e}"),
    ("EntryIntoForce", "worked-by-from", r"{w}(?P<verb>جري|بدا|يجري) العمل ب(?P<what>{I}) (?:ابتداء من|اعتبارا من|منذ|في|بدءا من)"),
    ("InstrumentEvent", "resumed", rf"{{w}}(?P<verb>استانف(?:ت|ا|تا)?|عاد(?:ت|ا|تا)?) (?P<who>{SIDE}) (?:الي )?(?:العمل|الالتزام|التقيد|التزامها|التزامه|مشاركتها) (?:ب|في )(?:(?P<what>{{I}})|(?P<it>ها|ه|هما){{e}})"),
    ("EntryIntoForce", "became-binding", r"{w}(?P<verb>اصبح|اصبحت|صار|صارت|بات|باتت) (?P<what>{I}) (?:ملزمه?ا?|نافذه? المفعول|معمولا ب(?:ها|ه))(?: ل{G})? ?(?:(?:منذ|في|اعتبارا من|ابتداء من|بدءا من) ?(?:يوم )?)?(?={D})"),
    ("EntryIntoForce", "valid-since", r"(?P<verb>(?P<what>{I})) (?:(?:بين|مع) (?:كل من )?{S} )?(?:(?:التي|الذي|،|لا|ما|يزال|تزال|زالت|زال|ظلت|ظل|بقيت|بقي|وهي|وهو|هي|هو) ?)*(?:ساريه?ا?|نافذه?ا?|معمول ب(?:ها|ه))(?: المفعول)? (?:منذ|ابتداء من|اعتبارا من|بدءا من) (?:يوم |تاريخ )?{D}"),
    ("EntryIntoForce", "applied-as-from", r"{w}(?P<verb>طبق|طبقت|نفذ|نفذت|فعل|فعلت|بوشر|شرع|بدي|سري|سرت|صار|صارت) (?:(?:ب|في )?(?:تطبيق|تنفيذ|سريان|مفعول|العمل ب|نفاذ) ?)?(?:احكام )?(?P<what>{I}) (?:(?:بين|مع) (?:كل من )?{S} )?(?:فعليا |رسميا |موقتا )?(?:اعتبارا من|ابتداء من|بدءا من|منذ|بعد|في|يوم|بتاريخ) ?(?:يوم )?(?={D})"),
    ("EntryIntoForce", "gained-force", r"{w}(?P<verb>اكتسب|اكتسبت|اخذت?|نالت?|حازت?) (?P<what>{I}) (?:[^.؛،\ue000-\uf8ff]{0,20} )?(?:قوه (?:ال)?(?:قانون|نفاذ|{I})|(?:ال)?قوه (?:ال)?(?:قانونيه|الزاميه|ملزمه)|صفه (?:ال)?(?:الزام|نفاذ|الزاميه)|طابعا? ملزما?|مفعولها|مفعوله)"),
    ("EntryIntoForce", "its-entry", r"{b}[وف]?(?:بعد|منذ|عقب|مع|شهد|شهدت|تاريخ|يوم|كان|ذكري|غداه|بعيد|لدي|علي|اعلان|اعلن عن|اعلنت عن|اعلن|اعلنت) ?ب?(?P<verb>(?:بدء |بدايه )?(?:دخول|سريان|نفاذ|انفاذ|العمل ب)) ?(?:مفعول |احكام )?(?P<what>{I})(?: (?:(?:بين|مع) (?:كل من )?{S} )?(?:رسميا )?(?:حيز|طور|مرحله|موضع) (?:ال)?(?:نفاذ|تنفيذ|تطبيق|سريان|فعلي))? (?:في|يوم|اعتبارا من|ابتداء من|بدءا من|منذ|مطلع|اواخر|اوايل|عام|سنه|،)? ?(?={D})"),
    ("EntryIntoForce", "its-own-entry", r"{b}[وف]?(?:بعد|منذ|عقب|مع|شهد|شهدت|تاريخ|يوم|كان|غداه|بعيد) ?(?P<verb>دخول|سريان|نفاذ|بدء سريان|بدء نفاذ|بدء العمل ب)(?P<it>ها|ه|هما)(?: (?:رسميا )?(?:حيز|طور|مرحله) (?:ال)?(?:نفاذ|تنفيذ|تطبيق|سريان))? (?:في|يوم|اعتبارا من|ابتداء من|بدءا من|مطلع|اواخر|اوايل|عام|سنه)? ?(?={D})"),
    ("InstrumentEvent", "initialled", rf"(?P<who>{SIDE}) ?،? (?:(?:التي|الذي|كانت|كان|كانا|كانتا|قد) )*(?P<verb>وقع(?:ت|ا|تا|وا)?) (?:[^.؛،\uea00-\uebff]|{{D}}|{{C}}){{0,40}}?(?:بالاحرف|بالحروف) الاولي (?:(?:[^.؛،\ue000-\uf8ff]|{{D}}|{{C}}){{0,40}}? )?(?:علي )?(?:نص |مشروع )?(?P<what>{{I}})"),
    ("InstrumentEvent", "initialled", rf"{{w}}(?P<verb>وقع(?:ت|ا|تا|وا)?) (?:(?P<who>{SIDE}) )?(?:[^.؛،\uea00-\uebff]|{{D}}|{{C}}){{0,40}}?(?:بالاحرف|بالحروف) الاولي (?:[^.؛،\ue000-\uf8ff]{{0,30}}? )?(?:علي )?(?P<what>{{I}})"),
    ("InstrumentEvent", "initialled", rf"{{w}}(?P<verb>وقع(?:ت|ا|تا|وا)?) (?:(?P<who>{SIDE}) )?(?:علي )?(?P<what>{{I}}) (?:[^.؛،\ue000-\uf8ff]{{0,20}}? )?(?:بالاحرف|بالحروف) الاولي"),
    ("InstrumentEvent", "amendments-made", r"{w}(?P<verb>ادخلت|ادخل|اجريت|طرات) (?:[^.؛،\ue000-\uf8ff]{0,20} )?(?:تعديلات|تعديل|تعديلا)(?: [\u0621-\u064a]+)? (?:علي (?P<what>{I})|علي(?P<it>ها|ه|هما){e})"),
)  # fmt: skip
"""Wordings with an order of their own: «في حل من المعاهدة», «لم تعد قائمة», «سرى مفعولها», «استأنفت العمل بها»."""


def _worded(context: Context, sentence: Sentence) -> Iterator[Turn]:
    for kind, name, words in _WORDINGS:
        for match in pattern(words).finditer(sentence.text):
            groups, place = match.groupdict(), match.start("verb")
            if modality_of(sentence, place) is not Modality.ACTUAL or is_in_speech(sentence, place):
                continue
            mention = sentence.skeleton.mention(groups.get("what")) or next(
                sentence.skeleton.inside(match[0], Kind.INSTRUMENT), None
            )
            what = (
                (instruments_at(context, sentence, mention), match.end(), place)
                if mention
                else referred(context, sentence, place, match.end())
            )
            if what is not None:
                who = sentence.skeleton.mention(groups.get("who"))
                yield Turn(kind, name, Modality.ACTUAL, place, match.end(), what[1], who, what[0])


_VOID: Final = r"(?:لاغي(?:ا|ه|ين|تين)?|باطل(?:ا|ه|ين|تين)?|ملغ(?:اه|ي|اتين|يين)|في حكم (?:الملغاه|الملغي|المنتهي|المنتهيه)|منتهي(?:ا|ه)|كان لم يكن|كان لم تكن|ميته?ا?|غير (?:نافذه?ا?|ساريه?ا?|قايمه?ا?))"
_DECLARING: Final = r"(?P<verb>(?:اعلن|عد|اعتبر){past}|[يت](?:عد|عتبر|علن))(?P<object>ها|ه|هما)?{{e}}"


def _declared(context: Context, sentence: Sentence) -> Iterator[Turn]:
    """An instrument declared void, or become so: «أعلن الرئيس البروتوكولين باطلين», «يعدها لاغية», «باتت المعاهدة في حكم الملغاة»."""
    declaring = _DECLARING.format(past=PAST)
    for match in pattern(
        rf"{{w}}{declaring}(?P<rest>(?:(?!{{b}}[وف]?ان(?:ه|ها)?{{e}})[^.؛؟!]){{0,90}}?)\"?(?P<void>{{b}}{_VOID}){{e}}"
    ).finditer(sentence.text):
        inside = list(_places(sentence, match.start("rest"), match.end("rest")))
        what = (
            referred(context, sentence, match.start("verb"), match.end("void"))
            if match["object"]
            else (
                instruments_at(context, sentence, sentence.skeleton.mentions[sentence.text[inside[-1]]]),
                match.end("void"),
                match.start("verb"),
            )
            if inside
            else None
        )
        who = agent_of(sentence, match.start("verb"), match.end("object") if match["object"] else match.end("verb"))
        if what is None or who is None or not _performs(context, sentence, match.start("verb"), who[0]):
            continue
        yield Turn("Termination", "declared-void", Modality.ACTUAL, who[1], match.end("void"), what[1], who[0], what[0])
    become = r"(?:اصبح|بات|غدا|غد|صار|امسي|امس|اضحي|اضح|صارت)(?:ت|ا|تا)?"
    for match in pattern(
        rf"{{w}}(?P<verb>{become})(?: (?P<what>{{I}}))(?:[^.؛؟!،\uea00-\uebff]{{0,40}})?(?P<void>{{b}}{_VOID}){{e}}"
    ).finditer(sentence.text):
        if is_told(sentence, match.start("verb"), present=False):
            found = instruments_at(context, sentence, sentence.skeleton.mentions[match["what"]])
            yield Turn(
                "Termination",
                "became-void",
                Modality.ACTUAL,
                match.start("verb"),
                match.end("void"),
                match.end("void"),
                None,
                found,
            )


def _places(sentence: Sentence, begin: int, end: int) -> Iterator[int]:
    return (place for place in range(begin, end) if kind_at(sentence, place) is Kind.INSTRUMENT)


def _performs(context: Context, sentence: Sentence, place: int, who: Mention) -> bool:
    """Tell whether a declaration is made by the article's own account, or announced by an official of the side that makes it."""
    if modality_of(sentence, place) is not Modality.ACTUAL:
        return False
    if not is_in_speech(sentence, place):
        return True
    announced = pattern(rf"{{w}}(?:اعلن|اعلنت|ابلغ|ابلغت|قرر|قررت) (?P<who>{SIDE}|[\u0621-\u064a]+)[^.؛]*$").search(
        sentence.text[:place]
    )
    speaker = sentence.skeleton.mention(announced["who"]) if announced else None
    return announced is not None and (speaker is None or set(acting(context, speaker)) <= set(acting(context, who)))


_FORCE: Final = r"(?:حيز|طور|مرحله|موضع|نطاق) (?:ال)?(?:نفاذ|تنفيذ|تطبيق|سريان|فعل)"
_VALID: Final = (
    r"(?:ساري(?:ه|ا|تين|ين)?(?: (?:ال)?مفعول)?|نافذ(?:ه|ا|تين|ين)?|مطبق(?:ه|ا)|قيد (?:التنفيذ|التطبيق|السريان))"
)


def _in_force(context: Context, sentence: Sentence) -> Iterator[Turn]:
    """Entry into force where other words stand between verb, instrument and force, or where the instrument is not named again."""
    become = r"(?:اصبح|بات|غدا|غد|صار|امسي|اضحي)(?:ت|ا|تا)?"
    found = rf"{{w}}(?P<verb>{become}(?=[^.؛؟!]{{1,90}}?{{b}}{_VALID}{{e}})|(?:دخل|انتقل|خرج|ادخل|وصل|بلغ)(?:ت|ا|تا)?(?=[^.؛؟!]{{0,90}}?{_FORCE})|(?:وضع|وضعت)(?=[^.؛؟!]{{0,60}}?{_FORCE}))"
    for match in pattern(found).finditer(sentence.text):
        force = pattern(rf"{{b}}(?:{_VALID}|{_FORCE}){{e}}").search(sentence.text, match.end())
        if force is None or not is_told(sentence, match.start("verb"), present=False):
            continue
        between = sentence.text[match.end() : force.start()]
        if pattern(_OTHERS_FORCE).search(between):
            continue
        inside = list(_places(sentence, match.end(), force.start()))
        what = (
            (
                instruments_at(context, sentence, sentence.skeleton.mentions[sentence.text[inside[0]]]),
                force.end(),
                match.start("verb"),
            )
            if inside
            else referred(context, sentence, match.start("verb"), force.end())
            if not any(each.kind not in (Kind.DATE, Kind.PLACE) for each in sentence.skeleton.inside(between))
            and _is_subjectless(between)
            else None
        )
        if what is not None:
            yield Turn(
                "EntryIntoForce", "came-into-force", Modality.ACTUAL, what[2], force.end(), what[1], None, what[0]
            )


_OTHERS_FORCE: Final = r"(?:{b}|ال)(?:انسحاب|تمديد|تعديل|تعديلات|الغاء|انهاء|انضمام|وقف|هدنه|قانون|عقوبات|رسوم|قرار)"


def _is_subjectless(between: str) -> bool:
    """Tell «ثم دخلت في العام التالي حيز النفاذ» from «دخلت الرسوم حيز التنفيذ»."""
    return pattern(rf"(?:{FILLER}|\s|،)*$").match(between) is not None


_RECKONED: Final = r"{b}[وف]?(?:من|مع|علي|قبل|حتي|عند|الي|فور|تاريخ|لدي) $"
"""«خلال عشرة أشهر من تبادل وثائق التصديق» reckons from an exchange, and tells of none."""


def _exchanged(context: Context, sentence: Sentence) -> Iterator[Turn]:
    """Instruments of ratification exchanged or deposited: «تبادل الطرفان وثائق التصديق»."""
    found = rf"{{w}}(?P<verb>تبادل(?:ت|ا|تا)?) (?:(?P<who>{SIDE}) )?(?:[^.؛،\uea00-\uebff]{{0,40}}? )?(?P<papers>وثايق|وثيقتي|صكوك|صكي) (?:ال)?(?:تصديق|ابرام|مصادقه)(?: (?:علي|ل) ?(?P<what>{{I}}))?"
    for match in pattern(found).finditer(sentence.text):
        of_time = match["verb"] == "تبادل" and pattern(_RECKONED).search(sentence.text[: match.start("verb")])
        if of_time or not is_told(sentence, match.start("verb"), present=False):
            continue
        what = (
            (
                instruments_at(context, sentence, sentence.skeleton.mentions[match["what"]]),
                match.end(),
                match.start("verb"),
            )
            if match["what"]
            else referred(context, sentence, match.start("verb"), match.end())
        )
        if what is not None:
            yield Turn(
                "InstrumentEvent",
                "ratifications-exchanged",
                Modality.ACTUAL,
                match.start("verb"),
                match.end(),
                what[1],
                sentence.skeleton.mention(match["who"]),
                what[0],
            )
