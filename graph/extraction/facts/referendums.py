"""Facts of referendums: held or planned, told by a verb, by what voters did, or as what an instrument decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .dating import date_of
from .events import surroundings
from .ledger import TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from ..mentions.skeleton import Skeleton
    from .context import Context, Sentence
    from .ledger import Object

_VOTE: Final = r"(?:ال)?(?:استفتاء|استفتاءات|استفتاءين|استفتاءا)"
_ON: Final = r"(?: (?:بشان|حول|علي|ل(?!صالح)) ?(?P<question>[^.؛،]+?))?"
_STOP_OF_QUESTION: Final = r"(?= (?:في|بعد|قبل|خلال|يوم|عام|اجري|جري|نظم|وسط|رغم) |[.؛،]|$| ?[\ue800-\ue9ff])"
_REFERENDUMS: Final = (
    rf"(?P<all>{{w}}(?P<verb>اجراء|اجري|جري|نظم|نظمت|سيجري|تنظيم|يجري|اجرت|اجريت|في|خلال|عبر|بعد) (?:ال)?استفتاء(?: شعبي| عام| تاريخي| اخر| ثان| جديد)?(?: (?:اجري|نظم|جري))?{_ON}){_STOP_OF_QUESTION}",
    rf"(?P<all>{{w}}(?P<verb>اجرت|اجري|نظمت|نظم|شهدت|شهد|عقدت|عقد|تجري|يجري|تنظم|ينظم|ستجري|سيجري|ستنظم|سينظم|تعتزم|يعتزم|تنوي) (?:[^.؛،]{{1,60}}? )(?:ال)?استفتاء(?:ا)?(?: شعبيا| شعبي| عاما| عام| تاريخيا)?{_ON}){_STOP_OF_QUESTION}",
    rf"(?P<all>{{w}}(?P<verb>جري|جرت|اجري|اجريت|اجرت|اقيم|اقامت|نظم|نظمت|عقد|شهدت|شهد) (?:[^.؛]{{1,60}}? )?{_VOTE}(?: (?:شعبي|عام|تاريخي|وطني|اخر|ثان|جديد)ا?)*{_ON}){_STOP_OF_QUESTION}",
    r"(?P<all>{w}(?P<verb>جري|جرت|اجري|اجريت|اجرت|نظم|نظمت) (?:[^.؛،]{1,60}? )?(?:ال)?استفتاء(?: (?:شعبي|عام|وطني)ا?)? (?P<told>اقر|رفض|افضي|انتهي|اسفر|ايد|حسم)(?P<question>))",
    rf"(?P<all>{{w}}(?P<verb>استفتت|استفتي|تم استفتاء|جري استفتاء) (?:[^.؛،\ue800-\ue9ff]{{1,40}}? )?(?:(?:في|يوم) {{D}} )?(?:علي|حول|بشان|في) (?P<question>[^.؛،]+?)){_STOP_OF_QUESTION}",
    r"(?P<all>{w}(?:ال)?استفتاء(?: (?:ال)?[\u0621-\u064a]+)? (?:الذي )?(?P<verb>نظمته|اجرته|نظمه|اجراه|دعت اليه|اقامته) [^.؛]{2,60}?(?:في|يوم|ايام|خلال)? ?{D})(?P<question>)",
    rf"(?P<all>{{w}}(?P<verb>استفتي) (?:ال)?(?:شعب|ناخبون|مواطنون|سكان)(?: {{A}})?{_ON}){_STOP_OF_QUESTION}",
    rf"(?P<all>{{w}}(?P<verb>دعا|دعت|يدعو|تدعو|حدد|حددت) (?:[^.؛،]{{1,60}}? )?(?:الي |ل|موعد )(?:ال)?استفتاء(?: شعبي| عام)?{_ON}){_STOP_OF_QUESTION}",
    rf"(?P<all>{{w}}(?:ال)?استفتاء(?: ال[\u0621-\u064a]+)?{_ON} ?،? (?:الذي )?(?:قد )?(?P<verb>اجري|نظم|جري|اجريت))(?=[\s.،؛]|$)",
)
_BY_VOTERS: Final = (
    r"(?P<all>{w}(?P<verb>في|خلال|عبر|بعد|منذ|اثر|عقب|نتيجه|اسفر|افضي|اظهر|قاد|حسم) (?:ال)?استفتاء(?: (?!في{e}|لم{e}|لن{e})[\u0621-\u064a]+){0,3}? ?،? (?:(?:الذي|والذي) )?(?:(?:اقيم|جري|اجري|نظم|عقد|اجرته|نظمته) )?(?:في |عام |يوم |بتاريخ )?(?:يوم )?{D})(?P<question>)",
    rf"(?P<all>{{w}}(?P<verb>وافق|رفض|رفضوا|ايد|ايدوا|صوت|صوتت|صوتوا|اقر|اختار|اختاروا|قرر|حسم|قبل) [^.؛:]{{1,90}}? (?:في|عبر|خلال) (?:ثلاثه |ثاني |اول )?(?:{_VOTE}|(?:ال)?اقتراع (?:ال)?شعبي|(?:ال)?تصويت (?:ال)?شعبي)(?: (?:شعبي|عام|تاريخي))?)(?P<question>)",
    rf"(?P<all>{{w}}(?P<verb>ذهب|توجه|صوت|اقترع|ادلي|شارك|خرج) (?:[^.؛،]{{1,60}}? )(?:لل|ل|في ال|ب|بال)استفتاء(?: شعبي| عام)?{_ON}){_STOP_OF_QUESTION}",
)
"""Referendums told by what voters did in them, or by their day: «في استفتاء 18 أيلول 2014»."""
_BY_DAY: Final = r"(?P<all>{w}(?P<verb>خسر|خسرت|كسب|كسبت|قاطع|قاطعت|نتايج|نتيجه|فاز|فازت) (?:[^.؛،]{0,50}? )?ب?(?:ال)?استفتاء(?: (?!في{e}|لم{e}|لن{e}|كان{e})[\u0621-\u064a]+){0,2} (?:في |عام |يوم )?{D})(?P<question>)"
"""Referendums whose day is told by who boycotted or lost them: «قاطعت المعارضة استفتاء 21 سبتمبر»."""
_PEOPLE: Final = r"(?:{A}|(?:ال)?(?:ناخبون|سكان|مواطنون|اهالي|شعب) (?:في )?(?:{A}|{P}))"
_UPON: Final = (
    r"(?:(?:ال)?خروج(?: (?:بلادهم|بلادها|البلاد))? من (?:{R}|{P})|(?:ال)?انضمام(?: (?:بلادهم|بلادها))? الي|(?:ال)?(?:استقلال|انفصال){e}"
    r"|(?:ال)?بقاء (?:ضمن|داخل|جزءا|في (?:{R}|{P}))|(?:ال)?وحده مع|(?:ال)?دستور|(?:ال)?تعديل(?:ات)? (?:ال)?دستور)"
)
_BY_VOTE: Final = (
    rf"(?P<all>{{w}}(?P<verb>صوت|صوتت) {_PEOPLE} ?،? ?(?:(?:في |يوم )?{{D}} ?،? ?)?(?:ب(?:ال)?(?:اغلبيه|غالبيه|نسبه) [^.؛،]{{0,20}}? )?(?:لصالح|لمصلحه|ب\"?نعم\"? (?:علي|ل)|ب\"?لا\"? (?:علي|ل)|ضد) ?(?P<question>{_UPON}[^.؛،]*?)){_STOP_OF_QUESTION}",
    rf"(?P<all>{{A}} (?P<verb>يصوتون) ب?\"?(?:نعم|لا)\"? (?:علي|ل) ?(?P<question>[^.؛،]+?)){_STOP_OF_QUESTION}",
)
"""A people that votes on leaving, joining or a constitution does so in a referendum, where none is named."""

_POLL: Final = r"{b}[وف]?[بل]?(?:ال)?(?:صحيف[هت]|موقع|مجل[هت]|قنا[هت]|جريد[هت]|اذاع[هت]|محط[هت]|شبك[هت]|منص[هت]|معهد|شرك[هت]|نادي|قراء|قرايها?|جمهور|مشاهدين|مشاهديها|جمهورها|متابعين|متابعيها|افضل|اجمل|اسوا|لاعب|لاعبي|فنان|فنانه|اغنيه|فيلم|مسلسل|هداف|ملكه جمال){e}"
"""A poll of readers or viewers, or on the best player, is no referendum."""

_SHORT, _LONG = 4, 90
"""What voters refused or said no to in a referendum, they did in one that was held."""

_HELD: Final = frozenset(
    {
        "جري", "نظم", "نظمت", "اجرت", "اجريت", "اجري", "شهدت", "شهد", "عقدت", "عقد", "استفتي", "في", "خلال", "عبر", "بعد", "منذ", "اثر",
        "جرت", "اقيم", "اقامت", "استفتت", "تم استفتاء", "جري استفتاء", "نظمته", "اجرته", "نظمه", "اجراه", "اقامته", "وافق", "رفض", "رفضوا",
        "ايد", "ايدوا", "صوتوا", "اقر", "اختار", "اختاروا", "قرر", "قبل",
        "خسر", "خسرت", "كسب", "كسبت", "قاطع", "قاطعت", "نتايج", "فاز", "فازت", "يصوتون", "صوتت",
        "عقب", "نتيجه", "اسفر", "افضي", "اظهر", "قاد", "حسم", "ذهب", "توجه", "صوت", "اقترع", "ادلي", "شارك", "خرج",
    }
)  # fmt: skip


def vote_on_things(context: Context, sentence: Sentence) -> None:
    """State referendums, held or planned."""
    taken: list[tuple[int, int]] = []
    unnamed = () if "استفتاء" in sentence.text else _BY_VOTE
    for words in (*_REFERENDUMS, *_BY_VOTERS, _BY_DAY, *unnamed):
        for match in pattern(words).finditer(sentence.text):
            verb = match["verb"]
            within = _SHORT if words in _BY_VOTERS else _LONG
            modality = modality_of(sentence, match.start("verb"), within=within)
            laid_down = pattern(r"(?:نص|نصت|تنص|ينص|تقضي|يقضي|قضت)(?: {I})? (?:علي |ب)$").search(
                sentence.text[: match.start("verb")]
            )
            if (
                modality is Modality.DENIED
                or (modality is not Modality.ACTUAL and _is_only_asked_for(sentence, match))
                or (verb in _CALLS and not pattern(_BY_STATE).search(match["all"]))
                or laid_down
                or pattern(_POLL).search(match["all"])
                or is_in_speech(sentence, match.start())
                or any(begin < match.end() and match.start() < end for begin, end in taken)
            ):
                continue
            taken.append(match.span())
            _referendum(context, sentence, match, held=verb in _HELD and modality is Modality.ACTUAL)


_ASKED: Final = r"{b}[وف]?(?:[يتن]امل|[يت]طالب|طالبت?|طالبوا|دعت?|دعا|[يت]دعو|ناشدت?|حثت?|[يت]حث|اقترحت?|[يت]قترح|[يت]توقع|[يت]ري|[يت]رغب|[يت]سعي)(?: (?P<who>[\ue400-\ue5ff\ue600-\ue7ff\uec00-\uedff\ue000-\ue1ff]))?[^،.؛]*$"


def _is_only_asked_for(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell a referendum that somebody hopes for, demands or expects from one that a state has set."""
    if match["verb"] in _HELD_WHEN:
        return True
    asked = pattern(_ASKED).search(sentence.text[: match.start("verb")])
    who = sentence.skeleton.mention(asked["who"]) if asked else None
    return asked is not None and (who is None or who.kind not in (Kind.OFFICIAL, Kind.BODY, Kind.POLITY))


_CALLS: Final = frozenset({"دعا", "دعت", "يدعو", "تدعو"})
_BY_STATE: Final = r"(?:دعا|دعت|[يت]دعو) (?:[^.؛،]{0,20} )?(?:{O}|{N}|{B}|{P})"
_HELD_WHEN: Final = frozenset({"في", "خلال", "عبر", "بعد", "منذ", "اثر", "عقب", "نتيجه"})


def _referendum(context: Context, sentence: Sentence, match: re.Match[str], *, held: bool) -> None:
    around = surroundings(sentence, match.start("verb"), match.end("all"))
    span = sentence.skeleton.span(match.start("verb"), max(match.end("all"), around.date_end))
    _state(context, sentence.skeleton, match, span, around.date_facts, held=held)


def _state(
    context: Context,
    skeleton: Skeleton,
    match: re.Match[str],
    span: tuple[int, int],
    dates: Mapping[str, Object],
    *,
    held: bool,
) -> Name:
    event = Name(context.fresh("referendum"))
    facts: dict[str, Object] = {
        TYPE: Term("Referendum"),
        "eventStatus": Term("occurred" if held else "planned"),
        **dates,
    }
    if match["question"]:
        facts["question"] = Printed(*skeleton.span(*match.span("question")))
    accession = pattern(r"انضمام (?P<of>{P}) الي (?P<to>{P})").search(match["all"])
    if accession:
        facts["proposesAccessionOf"] = Name(skeleton.mentions[accession["of"]].things[0].identifier)
        facts["proposesAccessionTo"] = Name(skeleton.mentions[accession["to"]].things[0].identifier)
    context.ledger.state(span, event, facts, pattern="referendum", confidence=0.75)
    return event


_DECIDED: Final = (
    rf"(?P<all>(?:(?:اجراء|تنظيم|عقد|طرح|الدعوه الي|اقامه) )?(?:ال)?استفتاء(?: (?:شعبي|عام|وطني))?{_ON})(?=$|[\"])"
)


def decide_on_voting(context: Context, sentence: Sentence, place: int, words: Skeleton) -> Name | None:
    """State the referendum that an instrument is about: «قرارا حول إجراء استفتاء بشأن … في عام 2017», and give it."""
    match = pattern(_DECIDED).search(words.text)
    if match is None:
        return None
    date = pattern(r" ?،? ?(?:في |خلال |يوم |بتاريخ |قبل نهايه )?(?P<date>{D})").match(sentence.text, place + 1)
    mention = sentence.skeleton.mention(date["date"]) if date else None
    begin, end = words.span(*match.span("all"))
    span = (begin, mention.end if mention else end)
    return _state(context, words, match, span, date_of(mention), held=False)
