"""Facts of recognition and separation: who recognizes whom, who declares or seeks independence."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .events import surroundings
from .further_recognitions import further_recognitions, further_separations, quests
from .ledger import TRUE, TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .recognition_wordings import OVER, WHO, recognitions
from .roles import FILLER, acting, agent_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from ..mentions.records import Thing
    from .context import Context, Sentence
    from .events import Surroundings
    from .ledger import Object


@cache
def _sieve() -> Sieve[tuple[str, float, Pattern]]:
    return Sieve((*recognitions(), *further_recognitions()), itemgetter(2))


def recognize_things(context: Context, sentence: Sentence) -> None:
    """State recognitions; those taken back are events of another kind."""
    done: set[int] = set()
    for name, sure, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            place = match.start("verb")
            if (
                place in done
                or (not name.startswith("by-exception") and modality_of(sentence, place) is not Modality.ACTUAL)
                or is_in_speech(sentence, match.start())
                or _is_for_another_merit(sentence, match)
                or pattern(_UNDONE).search(match["all"])
            ):
                continue
            if _recognition(context, sentence, match, name, sure):
                done.add(place)
    _recognize_by_clauses(context, sentence, done)
    _recognize_by_decree(context, sentence)


_DECREED: Final = (
    r"{w}(?P<verb>اصدرت|اصدر|وقعت|وقع|اقرت|اقر|تبنت|تبني) (?P<who>{P}|{O}|{N}|{B})[^.؛]{0,70}?(?P<what>{I})"
)
_REST: Final = 60
_RECOGNIZING: Final = r"(?:ال)?اعتراف (?:رسميا |الرسمي )?ب(?:استقلال |دوله |جمهوريه |جمهوريتي |سياده |منطقتي |اقليمي |اقليم )*\"?(?P<whom>{P}|{G})\"?(?! علي )"


def _recognize_by_decree(context: Context, sentence: Sentence) -> None:
    """State what a decree, law or resolution that somebody signs or passes recognizes, in the words that it is about."""
    for match in pattern(_DECREED).finditer(sentence.text):
        told = modality_of(sentence, match.start("verb")) is Modality.ACTUAL
        if not told or is_in_speech(sentence, match.start("verb")):
            continue
        opened = sentence.skeleton.opened(match["what"])
        words = opened.text + sentence.text[match.end("what") : match.end("what") + _REST]
        found = pattern(_RECOGNIZING).search(words)
        who = acting(context, sentence.skeleton.mention(match["who"]))
        whom = sides_of(context, sentence.skeleton.mention(found["whom"])) if found else ()
        around = surroundings(sentence, match.start("verb"), match.end())
        span = sentence.skeleton.span(match.start("verb"), max(match.end(), around.date_end))
        for pair in ((one, other) for one in who for other in whom if one != other):
            _state_recognition(context, span, pair, (), around, "by-decree", 0.76)


_UNDONE: Final = r"{b}[وفبل]?(?:(?:سحب|الغ|الغي|علق|جمد|اوقف|اسقط|انه|انهي)(?:ت|ا|تا|وا)?|[يت](?:سحب|لغي|علق|جمد|وقف)(?:ان|ون)?|(?:تراجع|عدل|رجع)(?:ت|ا|تا|وا)? عن|سحب|الغاء|تعليق|تجميد|اسقاط|وقف|عدم|رفض(?:ها|ه)?|العدول عن|التراجع عن|طلب|الدعوه الي|الحث علي|تاجيل|ارجاء|دراسه|بحث) (?:ال)?اعتراف(?:ها|ه)?{e}"
"""Recognition that is taken back or refused: «أعلنت … تعليق اعترافها ب…»."""
_WHOM: Final = r"(?:(?:استقلال|دوله|جمهوريه|سياده|اقليم|حكومه) )*" + OVER + r"\"?(?P<whom>{P}|{G})\"?"


_AS_A_STATE: Final = (
    r"(?:ال)?(?:دول|كيان|جمهوري|حكوم|امه|شعب|سلط|اقليم|مملك|وطن|ممثل|عضو|عاصم|جزء|مستقل|بلد|ذات|امار|وريث|خلف|طرف)"
)
_MERIT: Final = (
    r"\"? ?(?:ك(?!ما |ل |ذلك|لا |لتا |"
    + _AS_A_STATE
    + r")[\u0621-\u064a]{4,}|(?:بوصف|باعتبار|بصفت)(?:ها|ه|هم|هما) (?!"
    + _AS_A_STATE
    + r")[\u0621-\u064a]+"
    r"|(?:شريك|خصم|منافس|بطل|قايد|سوق|وجه|مركز|عدو|حليف|صديق|وسيط|لاعب|راعي|مورد|مقصد|مضيف)(?:ا|ه|ين|تين|ا مهما)?{e})"
)
"""«اعترف بأوغندا كشريك», «خصما»: a merit that is granted, and no statehood."""


def _is_for_another_merit(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell who is recognized as a partner, a rival or a champion from who is recognized as a state."""
    end = match.end("whom") if match.groupdict().get("whom") else match.end()
    return pattern(_MERIT).match(sentence.text, end) is not None


def _recognize_by_clauses(context: Context, sentence: Sentence, done: set[int]) -> None:
    """A verb of recognizing whose subject stands elsewhere: «وانسحبت موريتانيا من … ثم اعترفت بالجمهورية»."""
    found = rf"(?P<all>{{w}}(?P<verb>اعترف(?:ت|ا|تا)?){{e}}(?:{FILLER}|\s|،)*(?:[^.؛\ue000-\ue1ff\uf200-\uf3ff]{{0,40}}? )?(?P<their>)ب{_WHOM})(?P<from>)"
    for match in pattern(found).finditer(sentence.text):
        place = match.start("verb")
        agent = agent_of(sentence, place, match.end("verb")) if place not in done else None
        told = modality_of(sentence, place) is Modality.ACTUAL and not is_in_speech(sentence, place)
        if _is_for_another_merit(sentence, match):
            continue
        if agent is not None and told and agent[2] <= match.start("whom"):
            done.add(place)
            whom = sides_of(context, sentence.skeleton.mention(match["whom"]))
            around = surroundings(sentence, agent[1], match.end())
            span = sentence.skeleton.span(min(agent[1], around.begin), max(match.end(), around.date_end))
            for pair in ((one, other) for one in acting(context, agent[0]) for other in whom if one != other):
                _state_recognition(context, span, pair, (), around, "by-clause", 0.75)


def _recognition(context: Context, sentence: Sentence, match: re.Match[str], name: str, sure: float) -> bool:
    groups = match.groupdict()
    who = (
        sides_of(context, sentence.skeleton.mention(groups["who"]))
        if groups.get("who")
        else _last_pair(context, sentence, match)
    )
    if groups.get("mutual"):
        pairs = [(a, b) for a in who for b in who if a != b] if len(who) == 2 else []
    else:
        whom = sides_of(
            context, sentence.skeleton.mention(groups.get("whom") or groups.get("whose")), who
        ) or _referred(context, sentence, match, groups.get("their") or "", who)
        pairs = [(a, b) for a in who for b in whom if a != b]
    begin = match.start("all" if any(each in name for each in ("that", "first", "writing", "only")) else "verb")
    around = surroundings(sentence, begin, match.end())
    begin = min(begin, around.begin)
    span = sentence.skeleton.span(begin, max(match.end(), around.date_end))
    former = sides_of(context, sentence.skeleton.mention(groups.get("from") or None))
    for pair in pairs:
        _state_recognition(context, span, pair, former, around, name, sure)
    return bool(pairs)


def _state_recognition(
    context: Context,
    span: tuple[int, int],
    pair: tuple[str, str],
    former: tuple[str, ...],
    around: Surroundings,
    name: str,
    sure: float,
) -> None:
    recognizer, recognized = pair
    facts: dict[str, Object] = {
        TYPE: Term("RecognitionAct"),
        "recognizer": Name(recognizer),
        "recognized": Name(recognized),
        "eventStatus": Term("occurred"),
        **around.date_facts,
    }
    facts |= {"independenceFrom": Name(former[0])} if former and former[0] != recognized else {}
    event = Name(f"recognition-of-{recognized}-by-{recognizer}")
    context.ledger.state(span, event, facts, pattern=f"recognition:{name}", confidence=sure)


def _last_pair(context: Context, sentence: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    things: tuple[Thing, ...] = ()
    for mention in sentence.skeleton.inside(sentence.text[: match.start()]):
        if mention.kind in (Kind.POLITY, Kind.GROUP) and len(context.things_of(mention)) == 2:
            things = context.things_of(mention)
    return tuple(each.identifier for each in things)


_SPOKEN_OF: Final = (
    r"اعتر[\u0621-\u064a]+ (?:[^.؛\ue000-\ue1ff]{0,30}? ?)?ب(?:استقلال |دوله |جمهوريه )?\"?(?P<whom>{P})"
)
"""Whom a recognition before has been of: «سحبت … اعترافها بكوسوفو، بينما اعترفت بها كينيا»."""


def _referred(
    context: Context, sentence: Sentence, match: re.Match[str], words: str, who: tuple[str, ...]
) -> tuple[str, ...]:
    """Find what a pronoun refers to: two for the dual, else the last polity named before the recognizer."""
    before = [
        mention
        for mention in sentence.skeleton.inside(sentence.text[: match.start("all")])
        if mention.kind in (Kind.POLITY, Kind.GROUP)
    ]
    if words.endswith("هما"):
        pairs = [each for each in before if len(context.things_of(each, other_than=who)) == 2]
        things = (
            context.things_of(pairs[-1], other_than=who)
            if pairs
            else context.pair_at(sentence.stretch.begin, sentence.stretch.end, other_than=who)
        )
        return tuple(each.identifier for each in things)
    spoken_of = pattern(_SPOKEN_OF).search(sentence.text[: match.start("all")])
    singles = [each for each in before if len(context.things_of(each)) == 1]
    if spoken_of is not None and sentence.skeleton.mentions[spoken_of["whom"]] in singles:
        singles = [sentence.skeleton.mentions[spoken_of["whom"]]]
    if not singles and sentence.place:
        earlier = context.sentences[sentence.place - 1].skeleton
        singles = [each for each in earlier.inside(earlier.text, Kind.POLITY) if len(each.things) == 1][:1]
    found = singles[0].things[0].identifier if singles else None
    return (found,) if found and found not in who else ()


@cache
def _separations() -> tuple[Pattern, ...]:
    what = r"(?:انفصالها|استقلالها|انفصالهما|استقلالهما|استقلاله|انفصاله|الاستقلال|الانفصال|استقلالهم)"
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا) {WHO} (?:رسميا )?{what}(?: (?:من جانب واحد )?(?:عن|من) (?P<from>{{P}}))?(?P<alone>(?: ?،)? من جانب واحد)?)"
        ),
        pattern(
            r"(?P<all>{w}(?P<verb>انفصلت|انفصل|استقلت|استقل) (?P<who>{P}) (?:رسميا )?عن (?P<from>{P})(?P<alone>(?: ?،)? من جانب واحد)?)"
        ),
        pattern(
            rf"(?P<all>(?P<who>{{P}}) (?:قد )?(?P<verb>تعلن|يعلن) {what}(?: (?:من جانب واحد )?(?:عن|من) (?P<from>{{P}}))?(?P<alone>(?: ?،)? من جانب واحد)?)"
        ),
        pattern(
            rf"(?P<all>\"?(?P<who>{{P}}|{{G}}|{{O}})\"? ?،? ?(?:التي|الذي|اللذين|اللتين|اللذان) (?:كانت |كان |كانا )?(?:قد )?(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا) {what}(?: (?:عن|من) (?P<from>{{P}}))?(?P<alone>(?: ?،)? من جانب واحد)?)"
        ),
    )


@cache
def _separation_sieve() -> Sieve[Pattern]:
    return Sieve((*_separations(), *further_separations()), _itself)


@cache
def _quest_sieve() -> Sieve[Pattern]:
    return Sieve((pattern(_QUEST), *quests()), _itself)


def _itself(found: Pattern) -> Pattern:
    return found


def separate_things(context: Context, sentence: Sentence) -> None:
    """State declarations of separation and independence, and quests for it."""
    for found in _separation_sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            told = pattern(r"التي|الذي|اللذين|اللتين|اللذان").search(match["all"]) is not None
            if modality_of(sentence, match.start("verb")) is Modality.ACTUAL and (
                told or not is_in_speech(sentence, match.start())
            ):
                _separation(context, sentence, match)
    for match in (match for found in _quest_sieve().through(sentence.text) for match in found.finditer(sentence.text)):
        if modality_of(sentence, match.start("all")) is not Modality.DENIED:
            _quest(context, sentence, match)


_QUEST: Final = r"(?P<all>(?P<who>{P}) (?:كانت )?(?P<verb>تسعي|يسعي|سعت)(?: ?،? مع (?P<with>{P}) ?،?)? ?الي (?:ال)?استقلال(?:ها)? عن (?P<from>{P}))"


def _separation(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    begin = min(match.start("verb"), match.start("who"))
    around = surroundings(sentence, begin, match.end("all"))
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    former = sides_of(context, sentence.skeleton.mention(match["from"]))
    for declarant in sides_of(context, sentence.skeleton.mention(match["who"]), former):
        facts: dict[str, Object] = {
            TYPE: Term("SeparationDeclaration"),
            "declarant": Name(declarant),
            "eventStatus": Term("occurred"),
            **around.date_facts,
        }
        facts |= {"independenceFrom": Name(former[0])} if former and former[0] != declarant else {}
        alone = match["alone"] or pattern(r"من جانب واحد").search(sentence.text, match.start(), match.end())
        facts |= {"unilateral": TRUE} if alone else {}
        context.ledger.state(
            span, Name(f"separation-of-{declarant}"), facts, pattern="separation:declared", confidence=0.88
        )


def _quest(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    around = surroundings(sentence, match.start("all"), match.end("all"))
    span = sentence.skeleton.span(match.start("all"), max(match.end("all"), around.date_end))
    former = sides_of(context, sentence.skeleton.mention(match["from"]))
    dates = around.dates_as("eventStart")
    for group in ("who", "with"):
        for seeker in sides_of(context, sentence.skeleton.mention(match[group])):
            facts: dict[str, Object] = {
                TYPE: Term("IndependenceQuest"),
                "seeker": Name(seeker),
                "independenceFrom": Name(former[0]),
                "eventStatus": Term("occurred"),
                **dates,
            }
            context.ledger.state(
                span, Name(f"independence-quest-of-{seeker}"), facts, pattern="separation:sought", confidence=0.8
            )
