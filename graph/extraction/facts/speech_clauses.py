"""Clauses of speech: a verb of speech, whoever speaks before or after it, and what is said, with adjuncts anywhere between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .speech_words import ADVERB, AGAIN, GAP, HONOUR, OPENING, SOURCE, SPEAKERS, TITLED, SpeechWord, speech_words
from .utterances import Place, Utterance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Sentence

_WORD: Final = r"[\u0621-\u064a]+"
_NOT_THAT: Final = "".join(
    rf"(?<!{word}\s)"
    for word in ("بعد", "قبل", "منذ", "رغم", "مع", "غير", "الا", "حتي", "دون", "يجب", "يمكن", "ينبغي", "يريد", "تريد", "المقرر", "المتوقع", "المفترض", "شرط", "سبق", "كما", "عدا", "لابد", "بدل")
)  # fmt: skip
_THAT: Final = rf"(?:(?<![\u0621-\u064a]){_NOT_THAT}(?:(?:الي|علي|من|عن|في) )?(?P<that>ب?ان(?:ه|ها|هما|هم|نا|ني)?)(?![\u0621-\u064a]))"
_CONTENT: Final = r"(?P<gist>[^؛]+)"
_COMPLEMENTS: Final = (
    (r"that", rf"{GAP} ?،? ?(?:قوله |قولها )?:? ?{_THAT}{_CONTENT}"),
    (r"quote", rf"{GAP} ?(?:،|قوله|قولها|قايلا|قايله|متوعدا)? ?: ?\"(?P<gist>[^\"]{{5,}})\""),
    (r"quote", rf"(?: ?،? {ADVERB})* ?،? \"(?P<gist>[^\"]{{7,}})\""),
    (r"colon", rf"{GAP} ?(?:قوله|قولها|قايلا|قايله)? ?: ?(?P<gist>[^\"؛]+)"),
)
_DIRECT: Final = {
    "pledge": r" ?{b}ب(?!موجب|مقتضي|حسب|ناء علي|عد |شان |ين )" + _CONTENT,
    "warn": r" ?{b}(?:من (?!ان{e})|ب(?!ان|موجب|مقتضي|عد ))" + _CONTENT,
    "foresee": r" ?(?P<gist>(?!ان(?:ه|ها|هما)? |في |علي |من |ل|:|\"|نمو|ارتفاع|انخفاض|تراجع|هبوط|تضخم|انكماش|زياده)(?:ال)?[\u0621-\u064a]{3,} [^؛]+)",
    "judge": r" ?(?P<gist>(?!ان(?:ه|ها)? |في |علي |من )[^؛]+)",
}
"""What some verbs take without «أن»; right after the speaker first, then past adjuncts."""
_ACCOMPANYING: Final = r" ?(?:فيه |في الوقت (?:نفسه|ذاته) |في ذات الوقت )?(?:قوله ?: ?|قوله )?(?:(?:الي|علي|من|عن) )?(?P<that>ب?ان(?:ه|ها|هما)?(?= ))?[ :]*(?P<gist>[^؛]+)"
_ONLY_WITH_THAT: Final = frozenset(
    ["قايلا", "قايله", "قايلين", "متابعا", "متابعه", "بالقول", "بقوله", "بقولها", "قوله", "قولها", "مردفا", "مستدركا", "مذكرا", "مجددا", "مجدده", "معلقا", "معلنا", "واثقا", "متوعدا"]
)  # fmt: skip
_NEVER_ALONE: Final = frozenset(["املا", "امله", "املين"])
_AFTER: Final = rf"(?: (?:فيه|فيها|عنه|ايضا|كذلك|بدوره|بدورها|من جهته|من جانبه|{{D}}))* {TITLED}{HONOUR}(?:(?:بيان|تصريح)(?: مقتضب| رسمي| صحفي)? (?:صادر عن |صدر عن |ل|من |اصدرته |نشرته ))?\"?(?P<who>{SPEAKERS}|{SOURCE}|{AGAIN})\"?"
_BETWEEN: Final = rf"\"?(?: ?،? (?:{ADVERB}|كان|كانت|كانا|قد|،))* ?،? ?(?:(?:كان|كانت|كانا) )?(?:قد )?[وفل]?$"
_FAR: Final = rf"\"? ?(?={OPENING})[^.؛:]{{2,140}}? ?،? ?(?:(?:كان|كانت) )?(?:قد )?[وفل]?$"
_CLAUSE_START: Final = (
    r"(?:^|[،:؛.–-]|{b}[وف]?(?:ان|لكن|فيما|بينما|حيث|اما|في حين|حين|اذ|كان|كانت|المقابل|جهته|بدوره|جانبه))\s*\"?[وف]?$"
)
GOVERNED: Final = r"(?:^|[\s،])[وف]?(?:في|من|الي|علي|عن|مع|بين|ضد|بعد|قبل|لدي|حول|بشان|تجاه|نحو|عبر|خلال|منذ|ب|ل|ك|وصف|اتهم|بحسب|وفق|نظيره|اقناع)\s*\"?$"
_TONGUE: Final = r"علي (?:لسان|لسانه) (?P<who>{O}|{N})"
_QUOTED_FROM: Final = rf"نقلا عن \"?(?P<who>{SPEAKERS}|{SOURCE})"
_SOURCE_BEFORE: Final = rf"(?P<who>{SOURCE})\"?(?: ?،[^،.؛]{{3,60}}،)? ?(?:قد )?$"
_IMPERSONAL: Final = frozenset(["يذكر", "يشار", "يعد", "يقال", "يلاحظ", "يري", "يسجل", "تعد"])
"""Verbs that without a subject tell nobody's words: «يذكر أن»."""
_IN_A_TREATY: Final = (
    r" ?،? (?:(?:في|ضمن|بموجب|بمقتضي|وفق|وفقا ل|عملا ب) ?{I}|(?:فيه|فيها|فيهما|بموجبه|بموجبها|بمقتضاه|بمقتضاها){e})"
)
_WHOEVER: Final = r"{b}[وف]?(?:هناك |ثمه |ك)?(?:من|ممن) $"
"""Whoever has no name speaks for nobody: «في المقاهي من يقسم أن …»."""
_RELATIVE: Final = r"(?:التي|الذي|اللذان|اللذين|اللتان|اللتين|الذين)\s+$"
_NOUN_AFTER: Final = r"{b}(?:في|من|عن|علي|الي|حسب|بحسب|وفق|عدم|دون) $"
"""After a preposition «رأي», «رد», «كشف» are nouns."""
_NESTED: Final = 70
"""How far into what is said, in characters, the words of another may begin: «أشارت الوكالة إلى أن الوزير ذكر أن …»."""
_IN_WHICH: Final = r" (?:فيه|فيها|خلاله|خلالها)(?![\u0621-\u064a])"
_SPEAKING: Final = frozenset({Kind.OFFICIAL, Kind.PERSON, Kind.BODY})
_AGENTS: Final = frozenset({Kind.POLITY, Kind.ORGANIZATION, Kind.OFFICIAL, Kind.PERSON, Kind.BODY, Kind.GROUP})


def utterances_in(sentence: Sentence) -> Iterator[Utterance]:
    """Go through what is said in a sentence, verb by verb."""
    for match in pattern(_WORD).finditer(sentence.text):
        for word, begin in _words_of(match):
            read = _of_participle if word.participle else _of_verb
            found = read(sentence, word, begin, match.end())
            if found is not None:
                yield found
                break


def _words_of(match: re.Match[str]) -> Iterator[tuple[SpeechWord, int]]:
    """Go through the verbs of speech that a word may be, with or without a conjunction before it: «وعد», «و» and «عدّ»."""
    known, written = speech_words(), match[0]
    if written in known:
        yield known[written], match.start()
    if written[0] in "وفل" and written[1:] in known:
        yield known[written[1:]], match.start() + 1


def _of_verb(sentence: Sentence, word: SpeechWord, begin: int, end: int) -> Utterance | None:
    after = pattern(_AFTER).match(sentence.text, end)
    if after is not None and pattern(_TELLING).match(sentence.text, begin) and not _opens(sentence, begin):
        after = None  # «الوزيرة أبلغت موسكو أن …»: the one after the verb is told
    who = after.span("who") if after else _before(sentence, begin)
    place = after.end() if after else end
    if _is_nobodys(sentence, word, who, (begin, end), place):
        return None
    quoted = _quote_before(sentence, begin) if after else None
    if quoted is not None and word.family == "say":
        return Utterance("quote-said", "", 0.78, (quoted[0], place), (begin, end), quoted, who)
    for name, complement in _complements(word):
        if (
            name == "direct"
            and after is None
            and (word.family != "pledge")
            and not (who and word.family in ("judge", "foresee"))
        ):
            continue
        found = pattern(complement).match(sentence.text, place)
        if found is None or _tells_of_more(sentence, place, found.start("gist")):
            continue
        if who is None and _tells_of_more(sentence, found.start("gist"), found.start("gist") + _NESTED):
            return None
        told = _teller(sentence, place, found.start("gist"))
        relay = who if told and told[1] == "relay" else None
        return Utterance(
            f"{'speaker-' if who and who[0] < begin else ''}{'said' if who else 'he-said'}-{name}",
            word.kind,
            (0.88 if after else 0.8 if who else 0.75) - (0.08 if name != "that" else 0),
            found.span(),
            (begin, end),
            found.span("gist"),
            told[0] if told else who,
            relay,
            that=found.groupdict().get("that") or "",
        )
    return None


def _is_nobodys(sentence: Sentence, word: SpeechWord, who: Place | None, verb: Place, place: int) -> bool:
    """Tell words of nobody: without a subject, of «من يقسم أن …», or pledged in a treaty, which lays them down."""
    if who is None and (
        sentence.text[slice(*verb)] in _IMPERSONAL or pattern(_WHOEVER).search(sentence.text[: verb[0]])
    ):
        return True
    return word.family == "pledge" and pattern(_IN_A_TREATY).match(sentence.text, place) is not None


_TELLING: Final = r"(?:ابلغ|اخبر|اخطر)(?:ت|ا|تا|وا)?{e}"


def _opens(sentence: Sentence, begin: int) -> bool:
    """Tell a verb that opens its clause from one whose subject stands before it."""
    return (
        pattern(r"(?:^|[،:؛.\"]|{b}(?:قد|ثم|كان|كانت|ان|اذ|حيث|فيما|بينما)) ?[وف]?$").search(sentence.text[:begin])
        is not None
    )


def _quote_before(sentence: Sentence, begin: int) -> Place | None:
    """Find a quotation that a sentence begins with and that its verb of speech follows: «"لن نوقع"، قال الوزير»."""
    found = pattern(r'^[^"]{0,3}"(?P<gist>[^"]{5,})" ?،? (?:كما |هكذا |بهذه الكلمات )?[وف]?$').match(
        sentence.text[:begin]
    )
    return found.span("gist") if found else None


def _complements(word: SpeechWord) -> Iterator[tuple[str, str]]:
    yield from _COMPLEMENTS if word.family != "hope" else ()
    if word.family in _DIRECT:
        near = _DIRECT[word.family]
        yield "direct", near
        if word.family not in ("judge", "foresee"):
            yield "direct", GAP + near


def _tells_of_more(sentence: Sentence, begin: int, end: int) -> bool:
    """Tell whether another verb of speech stands between a verb and what is said."""
    return any(
        any(not word.participle for word, _ in _words_of(match))
        and not pattern(_RELATIVE).search(sentence.text[: match.start()])
        and not pattern(_NOUN_AFTER).search(sentence.text[: match.start()])
        for match in pattern(_WORD).finditer(sentence.text, begin, end)
    )


def _teller(sentence: Sentence, begin: int, end: int) -> tuple[Place, str] | None:
    """Find who speaks for the subject («أعلنت الهند على لسان …»), or whom it quotes («نقلا عن مصادر»)."""
    for words, role in ((_TONGUE, "tongue"), (_QUOTED_FROM, "relay")):
        found = pattern(words).search(sentence.text, begin, end)
        if found is not None:
            return found.span("who"), role
    return None


def _before(sentence: Sentence, begin: int) -> Place | None:
    """Find the subject before its verb: right before it, or parted from it by adjuncts and relative clauses."""
    text = sentence.text[:begin]
    for place in range(begin - 1, -1, -1):
        mention = sentence.skeleton.mentions.get(text[place])
        if mention is None or mention.kind not in _AGENTS:
            continue
        between = text[place + 1 :]
        near = pattern(_BETWEEN).match(between)
        if near is None and not (pattern(_FAR).match(between) and pattern(_CLAUSE_START).search(text[:place])):
            continue
        governed = pattern(GOVERNED).search(text[:place]) and not pattern(_IN_WHICH).match(_rest(sentence, begin))
        if not governed and not _tells_of_more(sentence, place, begin):
            return place, place + 1
    found = pattern(_SOURCE_BEFORE).search(text)
    return found.span("who") if found else None


def _source_before(sentence: Sentence, begin: int) -> Place | None:
    """Find a source without a name that is the last before a place who could speak: «اكتفى مسؤول كبير بالقول»."""
    found = [
        match.span("who")
        for match in pattern(rf"(?:^|[\s،])[وف]?(?P<who>{SOURCE})(?![\u0621-\u064a])").finditer(sentence.text[:begin])
        if not pattern(GOVERNED).search(sentence.text[: match.start("who")])
    ]
    agents = (
        [each for each in sentence.skeleton.inside(sentence.text[found[-1][1] : begin]) if each.kind in _SPEAKING]
        if found
        else []
    )
    return found[-1] if found and not agents else None


def _rest(sentence: Sentence, begin: int) -> str:
    """Give what follows the word at a place."""
    return re.sub(r"^[^\s]*", "", sentence.text[begin:])


def _of_participle(sentence: Sentence, word: SpeechWord, begin: int, end: int) -> Utterance | None:
    written = sentence.text[begin:end]
    found = pattern(_ACCOMPANYING).match(sentence.text, end)
    if found is None or (
        not found["that"]
        and (written in _ONLY_WITH_THAT and sentence.text[end : end + 3].strip()[:1] not in (":", '"'))
    ):
        return None
    if written in _NEVER_ALONE and not found["that"]:
        return None
    source = _source_before(sentence, begin)
    return Utterance(
        "adding-that",
        word.kind,
        0.78,
        found.span(),
        (begin, end),
        found.span("gist"),
        source,
        that=found["that"] or "",
    )
