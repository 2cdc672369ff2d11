"""Two names of one instrument: «معاهدة السلام المعروفة بمعاهدة وادي عربة», «الوثيقة التي عُرفت لاحقا باتفاق الجزائر»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .treaties import instruments_at

if TYPE_CHECKING:
    from ..mentions.instruments import InstrumentWords
    from .context import Context, Sentence

_ALIAS: Final = (
    r"(?P<first>{I})(?: ?،)?(?: (?:التي|الذي|والتي|والذي))?(?: (?:باتت|بات|اصبحت|اصبح|كانت|كان))? "
    r"(?:المعروفه?|معروفه?|المسماه?|المسمي|الملقبه?|الشهيره?|المشهوره?|عرفت|عرف|تعرف|يعرف|سميت|سمي|تسمي|يسمي|اشتهرت|اشتهر|اطلق عليها|اطلق عليه|(?:عرفها|عرفه|يعرفها|يعرفه|سماها|سماه|حفظها|حفظه) (?:التاريخ|الناس|المورخون)|دخلت التاريخ|دخل التاريخ)"
    r"(?: (?:لاحقا|اختصارا|اعلاميا|شعبيا|ايضا|رسميا|تاريخيا|اليوم|فيما بعد|بعدها|ب?اسم|ايضا))* ?(?:ب|باسم |اسم )?(?:اسم )?\"?(?P<second>{I})"
)

_FIRST_OF: Final = r"(?:اول|ثاني|ثالث|رابع|خامس|احدث|اخر|اهم|اكبر|ابرز|اقدم|احدي|احد)"
_BEING: Final = (
    r"(?P<first>{I}) ?،? و?(?:هي|هو) ?\"?(?P<second>{I})(?= (?:التي|الذي|بين|لم|لا|[يت][\u0621-\u064a]{2,})|[،.]| ?،)"
)
_RANKED: Final = (
    rf"(?P<first>{{I}})(?: ?، [^.؛؟!]{{3,60}}? ?،)? (?:(?:هي|هو|كان|كانت|بذلك) )?{_FIRST_OF} (?P<second>{{I}})"
)
"""What an instrument is told to be the first of: «يعد اتفاق كذا أول معاهدة بين …»."""
_QUESTION: Final = r"{b}(?:ما|ماذا عن|وماذا عن|فما) (?:هي |هو )?\"?(?P<first>{I})[^\uea00-\uebff]*؟"
_ANSWER: Final = r"^\"?(?:هي|هو) (?P<second>{I})"
"""What an instrument is that the question before asks for: «ما هي معاهدة كذا؟ هي معاهدة …»."""
"""What an instrument is told to be: «معاهدة كذا هي المعاهدة التي …», «المعاهدة الجديدة، وهي معاهدة كذا، …»."""


_COUNTED: Final = r"(?P<first>الاولي|الاول|اولاهما|اولهما) (?:هي |هو |وهي |وهو )?(?P<one>{I})[^.؛]{0,60}?[و ](?P<second>الثانيه|الثاني|ثانيتهما|ثانيهما) (?:هي |هو )?(?P<two>{I})"


def _join_counted(context: Context, sentence: Sentence) -> None:
    """Take what a pair is told to consist of for the pair: «الأولى هي اتفاقية كذا، والثانية اتفاقية كذا»."""
    pair = [each for each in context.instruments.known if each.pair is not None][-2:]
    for match in pattern(_COUNTED).finditer(sentence.text):
        mentions = [sentence.skeleton.mentions[match[name]] for name in ("one", "two")]
        for mention, known in zip(mentions, pair, strict=False):
            words: InstrumentWords = mention.data  # type: ignore[assignment]
            context.instruments.of_mention[(mention.begin, mention.end)] = (known,)
            known.last_place = mention.begin
            known.titles = [context.words(words.title), *known.titles] if words.title else known.titles
            known.pair = None


def _answer(context: Context, sentence: Sentence) -> None:
    """Take the instrument that an answer begins with for the one that the question before names."""
    match = pattern(_ANSWER).match(sentence.text)
    if match is None:
        return
    asked = next((each for each in context.sentences if each.place == sentence.place - 1), None)
    first = pattern(_QUESTION).search(asked.text) if asked is not None else None
    known = instruments_at(context, asked, asked.skeleton.mentions[first["first"]]) if asked and first else ()
    if len(known) == 1:
        second = sentence.skeleton.mentions[match["second"]]
        context.instruments.of_mention[(second.begin, second.end)] = known
        known[0].last_place = second.begin


def join_names(context: Context, sentence: Sentence) -> None:
    """Take an instrument's second name for the same instrument, before anything is said of it."""
    _join_counted(context, sentence)
    _answer(context, sentence)
    for match in (found for words in (_ALIAS, _BEING, _RANKED) for found in pattern(words).finditer(sentence.text)):
        first, second = (sentence.skeleton.mentions[match[name]] for name in ("first", "second"))
        words: InstrumentWords = second.data  # type: ignore[assignment]
        known = instruments_at(context, sentence, first) or instruments_at(context, sentence, second)
        if len(known) != 1:
            continue
        context.instruments.of_mention[(first.begin, first.end)] = known
        context.instruments.of_mention[(second.begin, second.end)] = known
        if known[0].head == "document":
            known[0].head = words.head
        if words.title:
            known[0].titles.append(context.words(words.title))
        known[0].last_place = second.begin
