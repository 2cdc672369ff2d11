"""Steps in the life of an instrument read by their clause: a verb, a verbal noun or an adjective, with instrument and actor in any order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from ..reading.furniture import LineKind
from .families import PAST, Family, families
from .lapses import lapses_of
from .modality import Modality, is_in_speech, modality_of
from .roles import FILLER, SIDE, agent_after, agent_before, agent_of
from .treaties import instruments_at
from .turn_records import Turn, is_told, referred

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..mentions.patterns import Pattern
    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .instruments import KnownInstrument


_OF_IT: Final = r"(?:(?:العمل|التزام(?:ها|ه|هم|هما)?|الالتزام|التقيد|مشاركته?ا? في|عضويت(?:ها|ه) في|تنفيذ|تطبيق|سريان|مفعول|صلاحيه|مده|اجل|صفحه|بنود|احكام|جميع|كافه|كل|من جانب واحد) ?(?:ب)?)*"
_BARRED: Final = r"[.؟!؛:]|{b}[وف]?(?:ان|انه|انها|الذي|التي|اللذين|اللتين|حيث|بعدما|فيما|بينما|لكن|حين|عندما|بشان|حول|بموجب|وفق|وفقا|لتنفيذ|مشروع|مسوده|مفاوضات|ملحق|خلافا|قال|اكد|وقع|وقعت|ابرم){e}"
_REACH: Final = 100


def turns_of(context: Context, sentence: Sentence) -> Iterator[Turn]:
    """Go through the steps that a sentence tells."""
    yield from lapses_of(context, sentence)
    for family, verbs, alone, noun in families():
        yield from _by_noun(context, sentence, family, noun)
        yield from _meant(context, sentence, family, noun)
        if verbs:
            yield from _by_verb(context, sentence, family, verbs)
        if alone:
            yield from _alone(context, sentence, family, alone)


def _by_verb(context: Context, sentence: Sentence, family: Family, found: Pattern) -> Iterator[Turn]:
    """A finite verb with an actor: «ألغت في العام نفسه المعاهدة», «المعاهدة التي علقتها فرنسا»."""
    for match in found.finditer(sentence.text):
        if not is_told(sentence, match.start("verb"), present=bool(match["present"])):
            continue
        what = _object(context, sentence, family, match)
        who = agent_of(sentence, match.start("verb"), match.end())
        if what is None or who is None or who[2] > what[1] + _REACH:
            continue
        begin = min(who[1], what[2])
        yield _turn(family, "verb", Modality.ACTUAL, (begin, max(who[2], what[1])), what, who[0])


def _turn(
    family: Family,
    name: str,
    modality: Modality,
    place: tuple[int, int],
    what: tuple[tuple[KnownInstrument, ...], int, int],
    who: Mention | None,
) -> Turn:
    instruments = what[0]
    kind = family.kind
    if kind == "Abandonment":
        kind = (
            "Withdrawal" if any(len(each.parties or each.hints) > len("ab") for each in instruments) else "Termination"
        )
    return Turn(kind, f"{family.kind.lower()}-by-{name}", modality, *place, what[1], who, instruments)


def _object(
    context: Context, sentence: Sentence, family: Family, match: re.Match[str]
) -> tuple[tuple[KnownInstrument, ...], int, int] | None:
    """Find the instrument that a word is about: what, up to where its words reach and from where."""
    text = sentence.text
    if match["object"] and not family.preposition and match.start("verb") >= 0 and _is_finite(match):
        return referred(context, sentence, match.start("verb"), match.end())
    pronoun = _PRONOUN_AFTER[0] if family.preposition == "" else rf"{family.preposition}(?:ها|ه|هما)"
    after = pattern(rf"[^.؛:\uea00-\uebff]{{0,60}}? ?{pronoun}{{e}}").match(text, match.end())
    named = _named(sentence, family, match.end())
    if after is not None and (named is None or after.end() <= named[0]):
        return referred(context, sentence, match.start("verb"), after.end())
    if named is not None:
        mention = sentence.skeleton.mentions[text[named[0]]]
        return instruments_at(context, sentence, mention), named[0] + 1, match.start("verb")
    return None


_PRONOUN_AFTER: Final = (r"العمل ب(?:ها|ه|هما)",)


def _is_finite(match: re.Match[str]) -> bool:
    return "present" in match.re.groupindex


def _named(sentence: Sentence, family: Family, end: int) -> tuple[int] | None:
    """Find the instrument after a word, with nothing between that begins another clause."""
    before = (
        rf"(?:{{b}}{family.preposition} ?{_OF_IT}\"?)"
        if family.preposition
        else rf"(?:(?:{{b}}|(?<=\sل)|(?<=\sلل)){_OF_IT}\"?)"
    )
    match = pattern(rf"(?P<between>[^\uea00-\uebff]{{0,{_REACH}}}?){before}(?P<what>{{I}})").match(sentence.text, end)
    if match is None:
        return None
    between = match["between"]
    whose = pattern(rf"^ {SIDE} لل?$").match(between)
    joined = sentence.text[: match.start("what")].endswith("ل")
    if pattern(_BARRED).search(between) or (
        not family.preposition
        and not whose
        and (joined or pattern(_AN_ADJUNCT).search(sentence.text[: match.start("what")]))
    ):
        return None
    return (match.start("what"),)


_AN_ADJUNCT: Final = r"(?:^|[\s،])[وف]?(?:في|من|بعد|قبل|خلال|ضمن|الي|مع|ل|ك|عن|اطار|ضد|علي|منذ|باسم|توقيع|ابرام|بين|تطبيق|مفاوضات|التفاوض علي)\s*\"?$"
_GOVERNORS: Final = r"اعلن|قرر|اقر|وافق|صوت|صادق|ابلغ|اخطر|اشعر|اكد|امر|اصدر|وقع|اتخذ|اقدم|بادر|شرع|باشر|بدا|اختار|سارع|لجا|مض|مضي|استكمل|اتم|انجز|سلم|وجه|قضي|قضت|نفذ|اطلق|فضل|قام|عمد|اتفق|توافق"
_GOVERNOR: Final = rf"{{w}}(?P<governor>(?:{_GOVERNORS}){PAST}|[يت](?:علن|قرر|بلغ|خطر|قر|وافق|صوت|وقع)(?:ان)?){{e}}"
_FAR: Final = 130
_PAUSE: Final = rf"(?:{FILLER}|\s|،)*"
_HAPPENED: Final = rf"{{w}}(?P<governor>تم|جري|ادي الي|ادت الي|اسفر عن|اسفرت عن|افضي الي|افضت الي|انته[يت] الي|اعقبه|تلاه|تلا ذلك|جاء|اعقب ذلك|شهد|شهدت|حصل|حدث){{e}}{_PAUSE}(?:ال)?$"
_AFTERWARDS: Final = r"{w}(?P<governor>بعد|منذ|عقب|اثر|غداه|رغم|بفعل|نتيجه|جراء|بسبب|تاريخ|ذكري|يوم|مع|لدي|لحظه|تلا|اعقب|بموجب|بعيد|حتي|تاكيد|خطوه|تداعيات|خلفيه|اثار|شكل|مثل|ادي|خلف|قوبل|احدث|كرس|فاجا|اغضب|اقلق)(?: (?:اعلان|قرار|قرارها|قراره))? ?(?:ال)?$"
_TAKEN_BACK: Final = r"{b}[وف]?(?:نيته|نيتها|نيه|عزمه|عزمها|رغبته|رغبتها|احتمال|امكانيه|خطط|خطه|مشروع|مسوده|مقترح|طلب|طلبا|تهديد|تهديده|دعوه|رفض|رفضه|رفضها|عدم|بعدم|لعدم|ضروره|مطالب|لن|لم|لا|حق|حقه|حقها|من دون|دون|تفاصيل|تداعيات|استعداد|استعداده|استعدادها|شروط|حال|اذا|لو|قبل|ان){e}"


def _by_noun(context: Context, sentence: Sentence, family: Family, found: Pattern) -> Iterator[Turn]:
    """A verbal noun under a verb that decides or tells: «قررت الحكومة، أمس، التخلي عن الاتفاق», «جرى تعليقها», «بعد انسحاب فرنسا منها»."""
    for match in found.finditer(sentence.text):
        governed = governor_of(sentence, match)
        what = _object_of_noun(context, sentence, family, match) if governed else None
        if governed is None or what is None:
            continue
        own, begin, who = governed
        possessor = agent_after(sentence, match.end("verb")) if not match["object"] else None
        if possessor is not None and possessor[1] <= what[1] and _follows(sentence, match.end(), possessor[1]):
            who = possessor[0]
        if who is None and (own or family.kind in ("Withdrawal", "Abandonment", "Accession")):
            continue
        turn = _turn(family, "noun", Modality.ACTUAL, (begin, what[1]), what, who)
        yield replace(turn, kind="Termination") if own and family.kind == "Expiry" else turn


_MEANS: Final = r"{w}(?P<governor>[يت](?:عتزم|نوي|خطط|ستعد|زمع)(?:ان)?|اعتزم(?:ت|ا|تا)?|ينتويان?) (?:ل|علي )?(?:ال)?$"


def _meant(context: Context, sentence: Sentence, family: Family, found: Pattern) -> Iterator[Turn]:
    """A step that a side means to take: «تعتزم بريطانيا الانضمام إليها», «بريطانيا تنوي الانسحاب منها»."""
    for match in found.finditer(sentence.text):
        before = sentence.text[: match.start("verb")].removesuffix("ال").removesuffix(match["before"] or "")
        governor = pattern(_MEANS).search(pattern(rf" ?{SIDE} ?$").sub(" ", before))
        if governor is None or modality_of(sentence, governor.start("governor")) is not Modality.ACTUAL:
            continue
        what = _object_of_noun(context, sentence, family, match)
        who = agent_of(sentence, *governor.span("governor"))
        if (
            what is not None
            and who is not None
            and who[1] <= match.start()
            and not is_in_speech(sentence, match.start())
        ):
            yield _turn(
                family, "intention", Modality.INTENDED, (min(who[1], governor.start("governor")), what[1]), what, who[0]
            )


def _follows(sentence: Sentence, place: int, end: int) -> bool:
    """Tell whether a side stands right after the noun, as its possessor."""
    return pattern(rf"{{e}} (?:حكومه |سلطات )?\"?{SIDE}$").match(sentence.text[:end], place) is not None


def _last(words: str, before: str) -> re.Match[str] | None:
    """Find the nearest governing word of the same sentence part."""
    found = [
        match
        for match in pattern(words).finditer(before)
        if len(before) - match.end() < _FAR and not pattern(r"[.؛؟!]").search(before, match.end())
    ]
    return found[-1] if found else None


def governor_of(sentence: Sentence, match: re.Match[str]) -> tuple[bool, int, Mention | None] | None:
    """Find the word that a verbal noun depends on: whether it wants an actor, where the whole begins, who acts."""
    text, place = sentence.text, match.start()
    before = text[: match.start("verb")].removesuffix("ال").removesuffix(match["before"] or "")
    if happened := pattern(_HAPPENED).search(before):
        told = modality_of(sentence, happened.start("governor")) is Modality.ACTUAL
        return (False, happened.start("governor"), None) if told and not is_in_speech(sentence, place) else None
    decided = _last(_GOVERNOR, before)
    if decided is not None and not pattern(_TAKEN_BACK).search(before[decided.end() :]):
        begin, end = decided.span("governor")
        who = agent_after(sentence, end)
        first = begin
        if who is None or who[1] > place:
            back = agent_before(sentence, begin)
            who, first = (back, back[1]) if back else (None, begin)
        told = is_told(sentence, begin, present=decided["governor"][0] in "يت")
        return (True, first, who[0]) if told and who else None
    if (afterwards := pattern(_AFTERWARDS).search(before)) and not is_in_speech(sentence, place):
        told = modality_of(sentence, afterwards.start("governor")) is Modality.ACTUAL
        return (False, match.start("verb"), None) if told else None
    opening = sentence.stretch.kind is LineKind.HEADLINE and not before.strip('" ') and "؟" not in text
    return (False, match.start("verb"), None) if opening else None


def _object_of_noun(
    context: Context, sentence: Sentence, family: Family, match: re.Match[str]
) -> tuple[tuple[KnownInstrument, ...], int, int] | None:
    """The instrument of a verbal noun: «تعليق العمل بها», «إلغائها», «انسحابها منها», «إلغاء المعاهدة»."""
    if match["object"] and not family.preposition:
        return referred(context, sentence, match.start("verb"), match.end())
    return _object(context, sentence, family, match)


_ALONE: Final = rf"(?:{FILLER}|\s|\")*{_OF_IT}\"?(?P<what>{{I}})"
_HEAD: Final = r"(?P<what>{I})\"?(?: [^.؛\uea00-\uebff]{0,60}?،?)? ?،? (?:التي|الذي|اللتان|اللذان)?(?: ?(?:قد|كانت|كان|رسميا))* ?[وف]?$"


def _alone(context: Context, sentence: Sentence, family: Family, found: Pattern) -> Iterator[Turn]:
    """What an instrument does or undergoes: «سقطت رسميا المعاهدة», «المعاهدة التي ألغيت عام …», «انتهى العمل بالاتفاق»."""
    for match in found.finditer(sentence.text):
        after = pattern(_ALONE).match(sentence.text, match.end())
        head = None if after else pattern(_HEAD).search(sentence.text[: match.start("verb")])
        place = after or head
        if place is None or not is_told(sentence, match.start("verb"), present=False):
            continue
        if head is not None and not _ends_there(sentence, match.end()):
            continue
        mention = sentence.skeleton.mentions[place["what"]]
        begin = min(match.start("verb"), place.start("what"))
        what = (instruments_at(context, sentence, mention), max(match.end(), place.end("what")), begin)
        yield _turn(family, "itself", Modality.ACTUAL, (begin, what[1]), what, None)


def _ends_there(sentence: Sentence, place: int) -> bool:
    """Tell a verb whose subject was the head before it from one with an object after it."""
    rest = (
        rf"{{e}}(?>(?:{FILLER}|\s)*)(?:$|[.،؛)]|(?:في|عام|بعد|قبل|منذ|من|مع|ب|اثر|عقب|خلال|علي يد|بقرار|اذ|حين|عندما))"
    )
    return pattern(rest).match(sentence.text, place) is not None
