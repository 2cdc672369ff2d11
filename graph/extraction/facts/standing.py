"""Facts of standing: recognitions, separations, diplomatic relations, memberships and applications."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Form, Kind, Mention
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TRUE, TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of
from .offices import attest, officials

if TYPE_CHECKING:
    import re

    from ..mentions.records import Thing
    from .context import Context, Sentence
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
                rf"(?P<all>{{w}}(?P<verb>اعترفت|اعترف|اعترفتا|اعترفا) (?:رسميا )?{_WHO}(?: [^.؛\ue000-\ue1ff\uf200-\uf3ff]{{0,30}}?)? ?ب{whom})(?: (?:عن|من) (?P<from>{{P}}))?"
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
                rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا|قررت|قرر) {_WHO} ?،? (?:[^.؛\ue000-\ue1ff]{{0,60}}? )?(?:الاعتراف|اعترافها|اعترافه|اعتراف بلاده|اعتراف بلادها|اعتراف حكومته|اعتراف حكومه بلاده|اعترافهما|اعترافهم|ان بلاده تعترف|ان بلادها تعترف|ان حكومته تعترف|انها تعترف|انه يعترف|انها اعترفت|ان بلاده اعترفت)(?: الرسمي| رسميا| الكامل)? ب{whom})(?P<from>)"
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
            "won-recognition",
            0.82,
            pattern(
                r"(?P<all>{w}(?P<verb>نالت|نال|حظيت|حظي|حصلت|حصل|كسبت) (?P<whom>{P}) (?:علي |ب)?اعتراف(?:ا)? (?:رسمي(?:ا)? )?(?:من )?(?P<who>{P}))(?P<from>)"
            ),
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
                or modality_of(sentence, place) is not Modality.ACTUAL
                or is_in_speech(sentence, match.start())
            ):
                continue
            if _recognition(context, sentence, match, name, sure):
                done.add(place)


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
    begin = match.start("all" if "that" in name or "first" in name or "writing" in name else "verb")
    around = surroundings(sentence, begin, match.end())
    begin = min(begin, around.begin)
    span = sentence.skeleton.span(begin, max(match.end(), around.date_end))
    former = sides_of(context, sentence.skeleton.mention(groups.get("from") or None))
    for recognizer, recognized in pairs:
        facts: dict[str, Object] = {
            TYPE: Term("RecognitionAct"),
            "recognizer": Name(recognizer),
            "recognized": Name(recognized),
            "eventStatus": Term("occurred"),
            **around.date_facts,
        }
        facts |= {"independenceFrom": Name(former[0])} if former and former[0] != recognized else {}
        context.ledger.state(
            span,
            Name(f"recognition-of-{recognized}-by-{recognizer}"),
            facts,
            pattern=f"recognition:{name}",
            confidence=sure,
        )
    return bool(pairs)


def sides_of(context: Context, mention: Mention | None, other_than: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give the polities and organizations that a mention stands for; of officials, those whose office it is."""
    if mention is None:
        return ()
    if mention.kind is Kind.OFFICIAL:
        return tuple(each.office.owner.identifier for each in officials(mention) if each.office and each.office.owner)
    if mention.kind is Kind.BODY:
        owner = getattr(mention.data, "owner", None)
        return (owner.identifier,) if owner else ()
    return tuple(each.identifier for each in context.things_of(mention, other_than=other_than))


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
    return (singles[0].things[0].identifier,) if singles else ()


@cache
def _separations() -> tuple[re.Pattern[str], ...]:
    what = r"(?:انفصالها|استقلالها|انفصالهما|استقلالهما|استقلاله|انفصاله|الاستقلال|الانفصال|استقلالهم)"
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا) {_WHO} (?:رسميا )?{what}(?: (?:من جانب واحد )?(?:عن|من) (?P<from>{{P}}))?(?P<alone>(?: ?،)? من جانب واحد)?)"
        ),
        pattern(
            rf"(?P<all>\"?(?P<who>{{P}}|{{G}}|{{O}})\"? ?،? ?(?:التي|الذي|اللذين|اللتين|اللذان) (?:كانت |كان |كانا )?(?:قد )?(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا) {what}(?: (?:عن|من) (?P<from>{{P}}))?(?P<alone>(?: ?،)? من جانب واحد)?)"
        ),
    )


def separate_things(context: Context, sentence: Sentence) -> None:
    """State declarations of separation and independence, and quests for it."""
    for found in _separations():
        for match in found.finditer(sentence.text):
            if modality_of(sentence, match.start("verb")) is Modality.ACTUAL and not is_in_speech(
                sentence, match.start()
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


_RELATIONS: Final = r"(?:ال)?علاقات(?:ها|ه|هما)? (?:ال)?(?:دبلوماسيه|ديبلوماسيه)"


def relate_things(context: Context, sentence: Sentence) -> None:
    """State diplomatic relations made, broken and resumed, notes exchanged, and memberships."""
    _established(context, sentence)
    _broken(context, sentence)
    _notes(context, sentence)
    _joined(context, sentence)
    _applied(context, sentence)


def _established(context: Context, sentence: Sentence) -> None:
    for match in pattern(
        rf"(?P<all>(?:(?P<before>{{P}}|{{G}}) )?(?:قد )?{{w}}(?P<verb>اقامت|اقام|اقامتا|اقاما|تقيمان|يقيمان|دشنت|انشات) (?:(?P<who>{{P}}|{{G}}) )?(?:[^.؛\ue000-\ue1ff]{{0,40}}? )?{_RELATIONS}(?: (?:رسميه|كامله|بينهما|رسميا))*(?P<level> علي مستوي (?:ال)?(?:سفارات|سفراء))?(?: مع (?P<with>{{P}}))?(?P<level2> علي مستوي (?:ال)?(?:سفارات|سفراء))?)"
    ).finditer(sentence.text):
        if modality_of(sentence, match.start("verb")) is not Modality.ACTUAL or is_in_speech(sentence, match.start()):
            continue
        who = sides_of(context, sentence.skeleton.mention(match["who"] or match["before"])) + sides_of(
            context, sentence.skeleton.mention(match["with"])
        )
        around = surroundings(sentence, match.start("verb"), match.end("all"))
        begin = match.start("verb") if match["who"] else match.start("all")
        span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
        if len(set(who)) >= 2:
            _state_relation(context, span, who[0], who[1:], level=bool(match["level"] or match["level2"]))


def _state_relation(
    context: Context, span: tuple[int, int], one: str, others: tuple[str, ...], *, level: bool, by: Name | None = None
) -> None:
    for other in others:
        relation = Name(f"relation-{one}-{other}")
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term("DiplomaticRelation"),
            "relationMember": (Name(one), Name(other)),
        }
        facts |= {"relationLevel": Term("embassyLevel")} if level else {}
        facts |= {"establishedBy": by} if by else {}
        context.ledger.state(span, relation, facts, pattern="relation:established", confidence=0.88)
        context.ledger.state(
            span,
            Name(one),
            {"hasDiplomaticRelationsWith": Name(other)},
            pattern="relation:established",
            confidence=0.88,
        )


@cache
def _breaks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    relations = rf"(?:{_RELATIONS}|علاقاتها|علاقاته|العلاقات)"
    return (
        (
            "break",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>قطعت|قطع) (?P<who>{{P}}) (?:[^.؛\ue000-\ue1ff]{{0,30}}? )?{relations}(?: الدبلوماسيه)? مع (?P<with>{{P}}))"
            ),
        ),
        (
            "break",
            pattern(
                rf"(?P<all>(?P<who>{{P}}) (?:كان |كانت )?(?:قد )?(?P<verb>قطعت|قطع|تقطع|يقطع) (?:بدورها |بدوره )?{relations}(?: الدبلوماسيه)? مع (?P<with>{{P}}))"
            ),
        ),
        (
            "break",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|قررت|قرر) (?P<who>{{P}}|{{O}}|{{B}}) ?،? ?(?:[^.؛\ue000-\ue1ff]{{0,70}}? )?قطع {relations}(?: الدبلوماسيه)? مع (?P<with>{{P}}))"
            ),
        ),
        (
            "break",
            pattern(rf"(?P<all>اعلان (?P<who>{{P}}) (?P<verb>قطع) {relations}(?: الدبلوماسيه)? مع (?P<with>{{P}}))"),
        ),
        (
            "resumption",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>استانفت|استانف|استانفتا|اعادت|اعاد) (?P<who>{{P}}|{{G}}) (?:[^.؛\ue000-\ue1ff]{{0,30}}? )?{relations}(?: الدبلوماسيه)?(?: مع (?P<with>{{P}}))?)"
            ),
        ),
        (
            "withdrawal-of-recognition",
            pattern(
                r"(?P<all>{w}(?P<verb>سحبت|سحب) (?P<who>{P}) (?:[^.؛\ue000-\ue1ff]{0,30}? )?(?:اعترافها|اعترافه) ب(?:استقلال )?(?P<with>{P}))"
            ),
        ),
        (
            "withdrawal-of-recognition",
            pattern(
                r"(?P<all>{w}(?P<verb>اعلنت|اعلن|قررت) (?P<who>{P}|{O}|{B}) (?:[^.؛\ue000-\ue1ff]{0,40}? )?سحب (?:اعترافها|اعترافه|اعتراف بلاده) ب(?:استقلال )?(?P<with>{P}))"
            ),
        ),
    )


def _broken(context: Context, sentence: Sentence) -> None:
    done: set[str] = set()
    for stem, found in _breaks():
        for match in found.finditer(sentence.text):
            sides = tuple(
                dict.fromkeys(
                    sides_of(context, sentence.skeleton.mention(match["who"]))
                    + sides_of(context, sentence.skeleton.mention(match.groupdict().get("with")))
                )
            )
            event = f"{stem}-{'-'.join(sides)}" if stem != "break" else f"break-of-relations-of-{'-with-'.join(sides)}"
            if (
                len(sides) < 2
                or event in done
                or modality_of(sentence, match.start("verb")) is not Modality.ACTUAL
                or is_in_speech(sentence, match.start())
            ):
                continue
            done.add(event)
            begin = min(match.start("verb"), match.start("who"))
            around = surroundings(sentence, begin, match.end("all"))
            span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
            facts: dict[str, Object | tuple[Object, ...]] = {
                TYPE: Term("Event"),
                "eventStatus": Term("occurred"),
                "participant": tuple(map(Name, sides)),
                **around.date_facts,
            }
            context.ledger.state(span, Name(event), facts, pattern=f"relation:{stem}", confidence=0.85)
            attest(context, span, sentence.skeleton.mention(match["who"]), Name(event), f"relation:{stem}")


def _notes(context: Context, sentence: Sentence) -> None:
    for match in pattern(
        rf"(?P<all>{{w}}(?P<verb>تبادلت|تبادل|تبادلتا) (?P<who>{{P}})(?: مع (?:كل من )?(?P<with>{{P}}))? (?P<title>مذكرات (?:ب?اقامه |بشان )?(?P<relations>{_RELATIONS})?(?P<level> علي مستوي (?:ال)?(?:سفارات|سفراء))?))"
    ).finditer(sentence.text):
        sides = sides_of(context, sentence.skeleton.mention(match["who"])) + sides_of(
            context, sentence.skeleton.mention(match["with"])
        )
        if len(sides) < 2 or modality_of(sentence, match.start("verb")) is not Modality.ACTUAL:
            continue
        around = surroundings(sentence, match.start("verb"), match.end("all"))
        span = sentence.skeleton.span(min(match.start("verb"), around.begin), max(match.end("all"), around.date_end))
        title = Printed(*sentence.skeleton.span(*match.span("title")))
        pairs = [(sides[0], other) for other in sides[1:]]
        for one, other in pairs:
            notes, both = Name(f"notes-{one}-{other}"), (Name(one), Name(other))
            context.ledger.state(
                span,
                notes,
                {TYPE: Term("ExchangeOfNotes"), "party": both, "titleAsReported": title},
                pattern="notes:exchanged",
                confidence=0.88,
            )
            facts: dict[str, Object | tuple[Object, ...]] = {
                TYPE: Term("NotesExchange"),
                "affects": notes,
                "participant": both,
                "eventStatus": Term("occurred"),
                **around.date_facts,
            }
            context.ledger.state(
                span, Name(f"exchange-of-notes-{one}-{other}"), facts, pattern="notes:exchanged", confidence=0.88
            )
            if match["relations"]:
                _state_relation(context, span, one, (other,), level=bool(match["level"]), by=notes)


@cache
def _joinings() -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    return (
        (
            "joined",
            0.88,
            pattern(
                r"(?P<all>{w}(?P<verb>انضمت|انضم|انضمتا) (?P<who>{P}) (?:[^.؛\ue400-\ue5ff]{0,40}? )?الي \"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "became-member",
            0.88,
            pattern(
                r"(?P<all>(?:{w}(?P<verb>اصبحت|اصبح|باتت|تصبح) )?(?P<who>{P}) (?:(?:تصبح|اصبحت|اصبح) )?(?:رسميا )?(?:عضوا|العضو|الدوله)(?: ال[\u0621-\u064a0-9]+| رقم \d+| كاملا| و[\u0621-\u064a]+| \d+)* (?:في|ب) ?\"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "comprises",
            0.85,
            pattern(
                r"(?P<all>\"?(?P<what>{R}|{P})\"? ?،? (?:الذي|التي) (?P<verb>يضم|تضم) (?:كلا من |كل من )?(?P<who>{P}))"
            ),
        ),
        (
            "member-states",
            0.8,
            pattern(r"(?P<all>(?P<who>{P}) ?،? (?P<verb>العضو|العضوان|الاعضاء|العضوتان) في \"?(?P<what>{R})\"?)"),
        ),
    )


_APPLY: Final = r"(?P<all>(?P<who>{P}|{G})[^.؛\ue000-\uf8ff]{0,20}? (?P<verb>تنوي|ينوي|تنويان|تعتزم|يعتزم|تعتزمان|سيطلبان|ستطلب|ستقدم|تسعي الي|يسعي الي|تريد|قدمت|قدم|تقدمت|طلبت)(?: تقديم| ب)? ?(?:طلب(?:ا|ها)? )?(?:رسمي(?:ا)? )?(?:ل)?(?:ال|ل)?(?:حصول علي عضويه|انضمام الي|عضويه|انضمام ل) \"?(?P<what>{R})\"?)"


def _applied(context: Context, sentence: Sentence) -> None:
    """State applications for membership, made or intended."""
    for match in pattern(_APPLY).finditer(sentence.text):
        if modality_of(sentence, match.start("verb"), within=20) is Modality.DENIED:
            continue
        done = match["verb"] in ("قدمت", "قدم", "تقدمت", "طلبت")
        span = sentence.skeleton.span(match.start("who"), match.end("what"))
        for applicant in sides_of(context, sentence.skeleton.mention(match["who"])):
            for organization in sentence.skeleton.mentions[match["what"]].things:
                facts: dict[str, Object] = {
                    TYPE: Term("MembershipApplication"),
                    "applicant": Name(applicant),
                    "applicationTo": Name(organization.identifier),
                    "eventStatus": Term("occurred" if done else "intended"),
                }
                context.ledger.state(
                    span,
                    Name(f"application-of-{applicant}-to-{organization.identifier}"),
                    facts,
                    pattern="membership:applied",
                    confidence=0.8,
                )


def _joined(context: Context, sentence: Sentence) -> None:
    for name, sure, found in _joinings():
        for match in found.finditer(sentence.text):
            place = match.start("verb") if match["verb"] else match.start()
            what = sentence.skeleton.mention(match["what"])
            if (
                what is None
                or modality_of(sentence, place) is not Modality.ACTUAL
                or is_in_speech(sentence, match.start())
            ):
                continue
            if what.kind is Kind.POLITY and (
                what.form is not Form.NAME or len(what.things) != 1 or name != "comprises"
            ):
                continue
            begin = min(
                match.start("who"), match.start("verb") if match["verb"] else match.start("who"), match.start("what")
            )
            span = sentence.skeleton.span(begin, match.end("all"))
            for member in sides_of(context, sentence.skeleton.mention(match["who"])):
                for organization in what.things:
                    if organization.kind in {"NewsAgency", "Polity"}:
                        continue
                    facts: dict[str, Object] = {
                        TYPE: Term("InternationalMembership"),
                        "member": Name(member),
                        "memberOrganization": Name(organization.identifier),
                    }
                    context.ledger.state(
                        span,
                        Name(f"membership-of-{member}-in-{organization.identifier}"),
                        facts,
                        pattern=f"membership:{name}",
                        confidence=sure,
                    )
