"""Facts of recognition and separation: who recognizes whom, who declares or seeks independence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TRUE, TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .roles import FILLER, acting, agent_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from ..mentions.records import Thing
    from .context import Context, Sentence
    from .events import Surroundings
    from .ledger import Object

_WHO: Final = r"(?:كل من |كلا من |حكومه )?\"?(?P<who>{P}|{G}|{O}|{B})\"?"


@cache
def _recognitions() -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    whom = r"(?:(?:استقلال |دوله |جمهوريه |جمهوريتي |سياده |اقليم |منطقتي |اقليمي )*\"?(?P<whom>{P}|{G})\"?|(?:الدوله|الجمهوريه) (?P<whose>{A}))"
    return (
        (
            "recognized",
            0.9,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>اعترفت|اعترف|اعترفتا|اعترفا) (?:(?:رسميا|فيه|فيها|بموجبه|بموجبها|بمقتضاه|بمقتضاها) )?{_WHO}(?: [^.؛\ue000-\ue1ff\uf200-\uf3ff]{{0,30}}?)? ?ب{whom})(?: (?:عن|من) (?P<from>{{P}}))?"
            ),
        ),
        (
            "that-recognized",
            0.88,
            pattern(
                rf"(?P<all>{_WHO} (?:التي |الذي )?(?:كانت |كان )?(?:قد )?(?P<verb>اعترفت|اعترف)(?: [^.؛\ue000-\ue1ff\uf200-\uf3ff]{{0,40}}?)? ?ب{whom})(?: عن (?P<from>{{P}}))?"
            ),
        ),
        (
            "recognized-their-independence",
            0.85,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>اعترفت|اعترف) {_WHO} (?P<their>باستقلالهما|باستقلالها|باستقلاله))(?: عن (?P<from>{{P}}))?"
            ),
        ),
        (
            "recognizes",
            0.75,
            pattern(rf"(?P<all>{{w}}(?P<verb>تعترف|يعترف) {_WHO} (?:رسميا )?ب{whom})(?P<from>)"),
        ),
        (
            "that-recognizes",
            0.72,
            pattern(rf"(?P<all>{_WHO} (?:رسميا )?(?P<verb>تعترف|يعترف|تعترفان|يعترفان) (?:رسميا )?ب{whom})(?P<from>)"),
        ),
        (
            "recognized-in-writing",
            0.85,
            pattern(
                rf"(?P<all>{{w}}(?P<begin>اصدرت|اصدر|وقعت|وقع|تبنت|تبني|نشرت|نشر) {_WHO} ?،? (?:[^.؛]{{0,40}} )?(?:بيانا|اعلانا|مرسوما|مرسومين|قرارا|قانونا|وثيقه|{{I}}) (?:[^.؛]{{0,20}} )?(?P<verb>اعترفت فيه|اعترف فيه|يعترف|يعترفان|تعترف|تعترف فيه|تعترف فيها|بالاعتراف|بشان الاعتراف|للاعتراف) ب{whom})(?P<from>)"
            ),
        ),
        (
            "first-to-recognize",
            0.8,
            pattern(
                rf"(?P<all>{_WHO} (?:هي |هو |بذلك )*(?:كانت |كان |باتت |اصبحت |صارت )?(?:بذلك )?(?:[^.؛،\ue000-\uf8ff]{{1,14}} )?(?:دوله|بلد|عضو|حكومه) (?:[^.؛،\ue000-\uf8ff]{{1,24}} )?(?P<verb>تعترف|يعترف|اعترفت) (?:رسميا )?(?:(?P<their>بها|به|باستقلالها|باستقلاله){{e}}|ب{whom}))(?P<from>)"
            ),
        ),
        (
            "announced-recognition",
            0.85,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا|قررت|قرر|سارعت|سارع|بادرت|بادر|اقدمت|اقدم|وافقت|وافق) {_WHO} ?،? (?:[^.؛\ue000-\ue1ff]{{0,60}}? )?(?:الاعتراف|اعترافها|اعترافه|اعتراف بلاده|اعتراف بلادها|اعتراف حكومته|اعتراف حكومه بلاده|اعترافهما|اعترافهم|ان بلاده تعترف|ان بلادها تعترف|ان حكومته تعترف|انها تعترف|انه يعترف|انها اعترفت|ان بلاده اعترفت)(?: الرسمي| رسميا| الكامل)? ب{whom})(?P<from>)"
            ),
        ),
        (
            "recognition-by-noun",
            0.7,
            pattern(
                rf"(?P<all>(?:بعد|منذ|عقب|اثر|رغم|علي|يوم) (?:من )?(?P<verb>اعتراف) \"?(?P<who>{{P}})\"? (?:الرسمي |رسميا )?ب{whom})(?P<from>)"
            ),
        ),
        (
            "by-exception",
            0.8,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>(?:لا|لم) (?:تعترف|يعترف|يكن يعترف)) (?:احد |اي دوله |اي بلد |رسميا |دوليا |حتي الان )*(?:(?P<their>بها|به){{e}}|ب{whom}) (?:[^.؛\ue000-\ue1ff]{{0,50}}? )?(?:سوي|غير|الا) (?:كل من |دول مثل )?{_WHO})(?P<from>)"
            ),
        ),
        (
            "only-one-to-recognize",
            0.82,
            pattern(
                rf"(?P<all>{_WHO} ?،? (?:هي |هو |باتت |بقيت )?(?:ال)?(?:دوله|بلد|وحيده|وحيد)(?: (?:ال)?(?:وحيده|وحيد))? (?:في العالم )?(?:التي|الذي) (?P<verb>تعترف|يعترف|اعترفت|اعترف) (?:رسميا )?(?:(?P<their>بها|به|باستقلالها|باستقلاله){{e}}|ب{whom}))(?P<from>)"
            ),
        ),
        (
            "recognizes-it",
            0.74,
            pattern(
                r"(?P<all>{w}(?P<verb>تعترف|يعترف|اعترفت|اعترف) (?P<their>بها|به|باستقلالها|باستقلاله){e} (?:حتي الان |رسميا |ايضا )?(?:كل من )?(?P<who>{P}))(?P<from>)"
            ),
        ),
        (
            "followed-in-recognizing",
            0.74,
            pattern(
                rf"(?P<all>(?:اعترفت|اعترف) {{P}} ب{whom}[^.؛]{{0,40}}? ?،? ?(?:ثم |و)?(?P<verb>تبعتها|تبعه|تبعتهما|تلتها|تلته|حذت حذوها) (?P<who>{{P}}))(?P<from>)"
            ),
        ),
        (
            "won-recognition",
            0.82,
            pattern(
                r"(?P<all>{w}(?P<verb>نالت|نال|حظيت|حظي|حصلت|حصل|كسبت|انتزعت|انتزع) (?P<whom>{P}) (?:علي |ب)?اعتراف(?:ا)? (?:رسمي(?:ا)? )?(?:من )?(?P<who>{P}))(?P<from>)"
            ),
        ),
        (
            "that-joined-those-who-recognize",
            0.82,
            pattern(
                rf"(?P<all>(?P<who>{{P}}) ?،? (?:قد )?(?P<verb>انضمت|انضم|التحقت|التحق|لحقت) (?:رسميا )?(?:الي|ب) ?(?:ركب|قايمه|قافله|صف|صفوف|نادي|لايحه|موجه)? ?(?:الدول )?(?:المعترفين|المعترفه|التي تعترف|التي اعترفت|الاعتراف) ب{whom})(?P<from>)"
            ),
        ),
        (
            "those-who-recognize-were-joined-by",
            0.82,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>انضمت|انضم|التحقت|التحق|لحقت) (?P<who>{{P}}) (?:رسميا )?(?:الي|ب) ?(?:ركب|قايمه|قافله|صف|صفوف|نادي|لايحه|موجه)? ?(?:الدول )?(?:المعترفين|المعترفه|التي تعترف|التي اعترفت|الاعتراف) ب{whom})(?P<from>)"
            ),
        ),
        (
            "said-that-it-recognizes",
            0.8,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>قال|قالت|اكد|اكدت|اعلن|اعلنت|صرح|ابلغ|ابلغت|كتب) {_WHO} ?،? (?:[^.؛\ue000-\ue1ff]{{0,60}}? )?(?:ان|ب ?ان) ?(?:بلاده|بلادها|حكومته|حكومتها|{{P}}) \"?(?:باتت |اصبحت |قد |قررت )?(?:تعترف|اعترفت|الاعتراف)(?: اليوم| رسميا| بموجب هذا)* ب{whom})(?P<from>)"
            ),
        ),
        (
            "that-won-recognition",
            0.78,
            pattern(
                r"(?P<all>(?P<whom>{P}) (?:قد )?(?P<verb>نالت|نال|حظيت|حظي|حصلت|حصل|كسبت|انتزعت) (?:علي |ب)?اعتراف(?:ا)? (?:رسمي(?:ا)? )?(?:كل )?(?:من )?(?P<who>{P}))(?P<from>)"
            ),
        ),
        (
            "recognition-came",
            0.78,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>(?:جاء|صدر|تم|توالي|اعلن) اعتراف) \"?(?P<who>{{P}})\"? (?:الرسمي |رسميا )?ب{whom})(?P<from>)"
            ),
        ),
        (
            "recognition-between",
            0.78,
            pattern(r"(?P<all>{w}(?P<verb>(?:ال)?(?P<mutual>اعتراف) (?:ال)?متبادل) بين (?P<who>{P}|{G}))(?P<from>)"),
        ),
        (
            "mutual-recognition",
            0.85,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تبادلت|تبادل|تبادلتا|تبادلا) (?:{_WHO} )?(?P<mutual>الاعتراف)(?: المتبادل| الدبلوماسي| الرسمي)?)(?P<from>)"
            ),
        ),
    )


def recognize_things(context: Context, sentence: Sentence) -> None:
    """State recognitions; those taken back are events of another kind."""
    done: set[int] = set()
    for name, sure, found in _recognitions():
        for match in found.finditer(sentence.text):
            place = match.start("verb")
            if (
                place in done
                or (name != "by-exception" and modality_of(sentence, place) is not Modality.ACTUAL)
                or is_in_speech(sentence, match.start())
            ):
                continue
            if _recognition(context, sentence, match, name, sure):
                done.add(place)
    _recognize_by_clauses(context, sentence, done)


_WHOM: Final = r"(?:(?:استقلال|دوله|جمهوريه|سياده|اقليم|حكومه) )*\"?(?P<whom>{P}|{G})\"?"


def _recognize_by_clauses(context: Context, sentence: Sentence, done: set[int]) -> None:
    """A verb of recognizing whose subject stands elsewhere: «وانسحبت موريتانيا من … ثم اعترفت بالجمهورية»."""
    found = rf"(?P<all>{{w}}(?P<verb>اعترف(?:ت|ا|تا)?){{e}}(?:{FILLER}|\s|،)*(?:[^.؛\ue000-\ue1ff\uf200-\uf3ff]{{0,40}}? )?(?P<their>)ب{_WHOM})(?P<from>)"
    for match in pattern(found).finditer(sentence.text):
        place = match.start("verb")
        agent = agent_of(sentence, place, match.end("verb")) if place not in done else None
        told = modality_of(sentence, place) is Modality.ACTUAL and not is_in_speech(sentence, place)
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
    singles = [each for each in before if len(context.things_of(each)) == 1]
    if not singles and sentence.place:
        earlier = context.sentences[sentence.place - 1].skeleton
        singles = [each for each in earlier.inside(earlier.text, Kind.POLITY) if len(each.things) == 1][:1]
    found = singles[0].things[0].identifier if singles else None
    return (found,) if found and found not in who else ()


@cache
def _separations() -> tuple[re.Pattern[str], ...]:
    what = r"(?:انفصالها|استقلالها|انفصالهما|استقلالهما|استقلاله|انفصاله|الاستقلال|الانفصال|استقلالهم)"
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا) {_WHO} (?:رسميا )?{what}(?: (?:من جانب واحد )?(?:عن|من) (?P<from>{{P}}))?(?P<alone>(?: ?،)? من جانب واحد)?)"
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


def separate_things(context: Context, sentence: Sentence) -> None:
    """State declarations of separation and independence, and quests for it."""
    for found in _separations():
        for match in found.finditer(sentence.text):
            told = pattern(r"التي|الذي|اللذين|اللتين|اللذان").search(match["all"]) is not None
            if modality_of(sentence, match.start("verb")) is Modality.ACTUAL and (
                told or not is_in_speech(sentence, match.start())
            ):
                _separation(context, sentence, match)
    for match in pattern(
        r"(?P<all>(?P<who>{P}) (?:كانت )?(?P<verb>تسعي|يسعي|سعت)(?: ?،? مع (?P<with>{P}) ?،?)? ?الي (?:ال)?استقلال(?:ها)? عن (?P<from>{P}))"
    ).finditer(sentence.text):
        _quest(context, sentence, match)


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
