"""What of a clause is laid down: where it ends, its parts side by side, its conditions, and what is left out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.lexicon import deeds
from ..mentions.skeleton import pattern
from .bearers import SUBJECT_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Sentence

_STOP: Final = r"،? لكن(?:ه|ها|هما) |، ?و(?:صادق|صدق|وقع|اقر|اعلن|قال|اكد|دخل|جاء|كان|شهد|تم|جري|وافق|اشار|لفت|اضاف|انشا|انشات|قد)(?:ت|ا|تا|وا)? |، في [\u0621-\u064a]+ (?:يقال|قيل)|،? (?:كما|فيما|بينما|في حين|علما|مشيرا|موضحا|موكدا|وذلك|الي جانب|لكن|غير ان|وهو|وهي|في المقابل)(?= |$)|، ?و(?:[يت](?:نص|قضي|لزم|حظر|سمح|تيح|تعهد|لتزم|منح|رتب|عفي|ضمن|رسم|حدد|فرض|وجب|جيز|خول|كفل|شمل|تضمن|توجب|تعين|حق|جوز|شترط|تمتع|حتفظ|حصل|دفع|سدد|تولي|متنع)|(?:نصت|نص|قضت|قضي|الزمت|الزم|حظرت|حظر|اوجبت|اوجب|منحت|منح|سمحت|سمح|اجازت|تعهدت|تعهد|التزمت|التزم)|ال[\u0621-\u064a]+ه (?:علي|ب))|،? و(?:ثانيهما|ثانيتهما|الثاني|الثانيه) علي|،? وفقا ل(?!{I})|،? بحسب|، ?و(?:التي|الذي)(?= )|، ?و[يت][\u0621-\u064a]{3,}ان (?=عن |علي |ب)|، ?وعلي (?:كل من )?[\ue000-\ue1ff\uf200-\uf3ff] (?=ان )"
_CONDITION: Final = r"(?:،? (?P<lead>شرط |شريطه |بشرط )|(?P<whole>،? (?:اذا(?: ما)?|في حال|في حاله|متي|ما لم|عندما|في غضون|خلال (?=[^،.؛]{0,30}من (?:دخول|تاريخ))|الا(?= (?:ب(?:رضي|رضا|موافقه|اتفاق|اذن|توافق)|اذا|بعد|في حال))|كلما|طالما|ما دام(?:ت)?) |،? ان (?=كان|لم )|(?<=\s)(?=ب(?:اشعار|اخطار|شرط) |بعد (?:[^،.؛\ue000-\uf8ff]{0,25} )?(?:اشعار|اخطار|انذار) |بناء علي طلب |في (?:زمن|وقت|حال|اوقات|حالات) (?:ال)?(?:حرب|سلم|سلام)(?![\u0621-\u064a])(?! كما| و| او))))"
SCOPE: Final = r"(?P<scope>(?:في|علي) (?:البلدان|اراضي|الاراضي|الدول|جميع اراضي|المنطقه)[^،.؛]*)"


def end_of_content(text: str, begin: int, end: int) -> int:
    """Find where what is laid down ends, at the latest at a place."""
    stop = pattern(_STOP).search(text, begin, end)
    last = stop.start() if stop else end
    while last > begin and text[last - 1] in ' ،"':
        last -= 1
    return last


_BESIDE: Final = r"(?P<cut>،? ?و?(?:ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا) ?[:،-]? ?|،? علي ان |،? و(?:علي (?:ان )?|كذلك |ايضا ))|(?P<cut2>،? و)(?=(?:التزام|تعهد|امتناع|حريه|انشاء|اقامه|السماح|عدم|الامتناع|تقديم|حظر|منع|تشكيل|غيرها من|تاسيس) )|(?P<cut3>،? وب)(?=(?P<deed>[\u0621-\u064a]{4,}) )|(?P<cut4>، و)(?=(?P<noun>[\u0621-\u064a]{3,}) )|(?P<cut5>،? و)(?=ا(?:ن|لا) [يت])"


_PRESERVED: Final = r"[يت](?:بقي|ظل) (?:ال)?سياده "
"""What is preserved is told as such: «على أن تبقى السيادة أردنية»."""
_AS_FOLLOWS: Final = (
    r"(?:ما (?:يلي|ياتي)|(?:النقاط |البنود )?(?:الاتي|التالي)ه?)? ?(?:: ?)?(?:اولا ?[:،-]? ?)?(?=[^ :])"
)


def pieces_of(sentence: Sentence, begin: int, end: int, *, with_preposition: bool) -> Iterator[tuple[int, int]]:
    """Part a content into what is laid down side by side: «بإنشاء مجال مشترك … ، وحرية عبور الحدود …»."""
    ordered = pattern(_AS_FOLLOWS).match(sentence.text, begin, end)
    first = begin = ordered.end() if ordered else begin
    for match in pattern(_BESIDE).finditer(sentence.text, begin + 8, end):
        cut = next(name for name in ("cut", "cut2", "cut3", "cut4", "cut5") if match[name])
        if cut == "cut3" and not (with_preposition and _bare(match["deed"]) in deeds()):
            continue
        if cut == "cut" and pattern(_PRESERVED).match(sentence.text, match.end(cut)):
            end = trimmed(sentence, first, match.start(cut))
            break
        if cut == "cut4" and _bare(match["noun"]) not in deeds():
            continue
        if cut == "cut5" and not pattern(r"ا(?:ن|لا) ").match(sentence.text, begin):
            continue
        yield first, trimmed(sentence, first, match.start(cut))
        first = match.end(cut)
    yield first, end


def _bare(deed: str) -> str:
    """Give a verbal noun without article and pronoun: «تزويده» is «تزويد»."""
    word = deed.removeprefix("ال")
    return word if word in deeds() else pattern(r"(?:ه|ها|هم|هما)$").sub("", word)


def trimmed(sentence: Sentence, begin: int, end: int) -> int:
    """Give an end without space and commas before it."""
    while end > begin and sentence.text[end - 1] in " ،":
        end -= 1
    return end


def after_permission(sentence: Sentence, kind: str, begin: int, end: int) -> int:
    """Leave the words of permission, and the bearer before his verb, out of what is laid down."""
    if kind == "duty" and (subject := pattern(SUBJECT_FIRST).match(sentence.text, begin, end)):
        return subject.end()
    if kind not in ("liberty", "right"):
        return begin
    match = pattern(
        r"(?:السماح ل[^.؛]*?(?= ب)\s+ب|حق [^.؛]{0,60}?(?: في|، في) |[^.؛]{0,60}?(?:يملك|لهم|له|لها) الحق في |الحق في |حق )"
    ).match(sentence.text, begin, end)
    return match.end() if match else begin


def conditions_of(sentence: Sentence, begin: int, end: int) -> tuple[int, int, list[tuple[int, int]]]:
    """Part conditions from what is laid down; one may stand in front of it, between commas."""
    opening = pattern(rf"(?:{_CONDITION}|، ان )[^،.؛]+(?P<close>،) ?")
    front = opening.match(sentence.text, max(0, begin - 1), end) or opening.match(sentence.text, begin, end)
    if front is not None and front.end() < end:
        first = front.end("lead") if front["lead"] else front.start()
        _, last, others = conditions_of(sentence, front.end(), end)
        then = pattern(r"ان ").match(sentence.text, front.end()) if sentence.text[begin] == "،" else None
        begin = then.end() if then else front.end()
        return begin, last, [(_after_space(sentence, first), front.start("close")), *others]
    found = list(pattern(_CONDITION).finditer(sentence.text, begin, end))
    if not found:
        return begin, end, []
    places = []
    for index, match in enumerate(found):
        first = match.end("lead") if match["lead"] else match.start() + len(match[0]) - len(match[0].lstrip(" ،"))
        last = found[index + 1].start() if index + 1 < len(found) else end
        places.append((first, last))
    return begin, found[0].start(), places


def condition_in_front(sentence: Sentence, place: int) -> list[tuple[int, int]]:
    """Find a condition that stands before the whole clause: «إذا وقع هجوم على أي منهما، فعلى الآخر …»."""
    found = pattern(r"{b}[وف]?(?P<whole>(?:اذا(?: ما)?|في حال|في حاله|متي) [^؛:]{5,220}?) ?، ?[وف]?$").search(
        sentence.text[:place]
    )
    return [found.span("whole")] if found else []


def _after_space(sentence: Sentence, place: int) -> int:
    while sentence.text[place] in " ،":
        place += 1
    return place
