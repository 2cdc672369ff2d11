"""Facts of standing: diplomatic relations, notes exchanged, memberships and applications."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Form, Kind, Mention
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .sides import sides_of
from .treaties import instruments_at

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_WHO: Final = r"(?:كل من |كلا من |حكومه )?\"?(?P<who>{P}|{G}|{O}|{B})\"?"


_RELATIONS: Final = r"(?:ال)?علاقات(?:ها|ه|هما)? (?:ال)?(?:دبلوماسيه|ديبلوماسيه)"


def relate_things(context: Context, sentence: Sentence) -> None:
    """State diplomatic relations made, notes exchanged, and memberships."""
    _established(context, sentence)
    _notes(context, sentence)
    _joined(context, sentence)
    _applied(context, sentence)


@cache
def _makings() -> tuple[re.Pattern[str], ...]:
    level = r"(?P<level> علي مستوي (?:ال)?(?:سفارات|سفراء))?"
    level2 = level.replace("level", "level2")
    made = r"(?:اقامه|بدء|تاسيس|تدشين)"
    who = r"(?:حكومه )?(?P<who>{P}|{G}|{O})(?P<before>)"
    kind = (
        rf"{_RELATIONS}(?: (?:رسميه|كامله|رسميا|طبيعيه))*{level}(?: مع (?P<with>{{P}})| بينهما| بين البلدين)?{level2}"
    )
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا|قررت|قرر|قررتا|اتفق|اتفقت|اتفقا|اتفقتا) {who} ?،? ?(?:[^.؛\ue000-\ue1ff]{{0,60}}? )?(?:علي |عن )?{made} {kind})"
        ),
        pattern(rf"(?P<all>{{w}}(?P<verb>ترتبط|يرتبط|تجمع|تربط) {who} (?:ب)?{kind})"),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>تاسست|اقيمت|انشيت|دشنت|اعلنت|تعود|بدات|قامت|(?:تمت?|جرت|جري) (?:اقامه|تاسيس)) (?:رسميا )?{_RELATIONS}(?: (?:الرسميه|الكامله|رسميا))*{level} بين (?P<who>{{P}}|{{G}})(?P<before>)(?P<with>){level2})"
        ),
        pattern(
            rf"(?P<all>(?P<who>{{P}}|{{G}})(?P<before>) (?:قد )?(?P<verb>اتفقا|اتفقتا|قررا|قررتا|اعلنا|اعلنتا) (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:علي |عن )?{made} {kind})"
        ),
    )


def _established(context: Context, sentence: Sentence) -> None:
    for found in _makings():
        for match in found.finditer(sentence.text):
            _establish(context, sentence, match)
    for mention in sentence.skeleton.inside(sentence.text, Kind.INSTRUMENT):
        _established_by(context, sentence, mention)
    for match in pattern(
        rf"(?P<all>(?:(?P<before>{{P}}|{{G}}) )?(?:قد )?{{w}}(?P<verb>اقامت|اقام|اقامتا|اقاما|تقيم|يقيم|تقيمان|يقيمان|دشنت|انشات) (?:(?P<who>{{P}}|{{G}}) ?،? ?)?(?:[^.؛\ue000-\ue1ff]{{0,40}}? )?{_RELATIONS}(?: (?:رسميه|كامله|بينهما|رسميا))*(?P<level> علي مستوي (?:ال)?(?:سفارات|سفراء))?(?: مع (?P<with>{{P}}))?(?P<level2> علي مستوي (?:ال)?(?:سفارات|سفراء))?)"
    ).finditer(sentence.text):
        _establish(context, sentence, match)


def _establish(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    if modality_of(sentence, match.start("verb")) is not Modality.ACTUAL or is_in_speech(sentence, match.start()):
        return
    if match["verb"][0] in "يت" and match["verb"][1] == "ق" and not tells_in_the_present(sentence):
        return
    who = sides_of(context, sentence.skeleton.mention(match["who"] or match["before"])) + sides_of(
        context, sentence.skeleton.mention(match["with"])
    )
    around = surroundings(sentence, match.start("verb"), match.end("all"))
    begin = match.start("verb") if match["who"] else match.start("all")
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    if len(set(who)) >= 2:
        _state_relation(context, span, who[0], who[1:], level=bool(match["level"] or match["level2"]))


def _established_by(context: Context, sentence: Sentence, mention: Mention) -> None:
    """A signed communiqué «on establishing diplomatic relations» establishes them between its sides."""
    subject = getattr(mention.data, "subject", None)
    words = context.words(subject) if subject else ""
    if not (words.startswith(("اقامه", "انشاء")) and "علاقات" in words and "دبلوماسيه" in words):
        return
    for known in instruments_at(context, sentence, mention):
        if known.signed and len(known.parties) == _TWO:
            one, other = known.parties
            _state_relation(
                context,
                (mention.begin, mention.end),
                one,
                (other,),
                level="السفارات" in words,
                by=Name(f"{known.provisional}#"),
            )


_TWO: Final = 2


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
                r"(?P<all>(?:{w}(?P<verb>اصبحت|اصبح|باتت|تصبح) )?(?P<who>{P}) (?:(?:تصبح|اصبحت|اصبح) )?(?:، ?)?(?:{D} ?،? ?)?(?:رسميا ?،? )?(?:عضوا|العضو|الدوله)(?: ال[\u0621-\u064a0-9]+| رقم \d+| كاملا| و[\u0621-\u064a]+| \d+)* (?:في|ب) ?\"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "of-the-members",
            0.8,
            pattern(
                r"(?P<all>(?:دولتين|دول|دوله|بلدين|بلدان|بلد|اعضاء|عضوين) (?P<verb>من|في) \"?(?P<what>{R})\"? (?:[^.؛،\ue000-\uf8ff]{0,40} )?(?:هما|هي|هو|هم) (?P<who>{P}))"
            ),
        ),
        (
            "entered",
            0.8,
            pattern(
                r"(?P<all>{w}(?P<verb>دخلت|دخل|التحقت|التحق|انتسبت|انتسب) (?P<who>{P}) (?:[^.؛،\ue000-\uf8ff]{0,20} )?(?:الي |ب)?(?:عضويه )?\"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "joined-after-subject",
            0.82,
            pattern(
                r"(?P<all>(?P<who>{P}) ?،? (?:التي |الذي )?(?:كانت |كان )?(?:قد )?(?P<verb>انضمت|انضم|انضمتا|انضما|دخلت|التحقت|التحق) (?:[^.؛،\ue000-\uf8ff]{0,20} )?(?:الي |ب)(?:عضويه )?\"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "member-in-brackets",
            0.8,
            pattern(
                r"(?P<all>(?P<who>{P}) ?[،(] ?(?:و)?(?:هي |هو )?(?:ال)?(?P<verb>عضو|عضوه|دوله عضو) (?:في )?\"?(?P<what>{R})\"?)"
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
            "comprises-verb-first",
            0.84,
            pattern(
                r"(?P<all>{w}(?P<verb>يضم|تضم) \"?(?P<what>{R})\"? (?:كلا من |كل من |في عضويته |في عضويتها )?(?P<who>{P}))"
            ),
        ),
        (
            "members-listed",
            0.82,
            pattern(
                r"(?P<all>(?P<verb>دول|اعضاء) \"?(?P<what>{R})\"?(?: (?:الست|السته|الخمس|الاربع|الثلاث|السبع|الدايمه|الدايمين))? ?[:(] ?(?:وهي )?(?P<who>{P}))"
            ),
        ),
        (
            "was-admitted",
            0.82,
            pattern(
                r"(?P<all>{w}(?P<verb>قبلت|قبل|اقرت|اقر|منحت|منح) \"?(?P<what>{R})\"? (?:ب|رسميا )?(?:عضويه|انضمام|قبول) (?P<who>{P}))"
            ),
        ),
        (
            "member-states",
            0.8,
            pattern(r"(?P<all>(?P<who>{P}) ?،? (?P<verb>العضو|العضوان|الاعضاء|العضوتان) في \"?(?P<what>{R})\"?)"),
        ),
    )


_APPLY: Final = r"(?P<all>(?P<who>{P}|{G})[^.؛\ue000-\uf8ff]{0,20}? (?P<verb>تنوي|ينوي|تنويان|تعتزم|يعتزم|تعتزمان|سيطلبان|ستطلب|ستقدم|تسعي الي|يسعي الي|تريد|قدمت|قدم|تقدمت|طلبت)(?: تقديم| ب)? ?(?:طلب(?:ا|ها)? )?(?:رسمي(?:ا)? )?(?:ل)?(?:ال|ل)?(?:حصول علي عضويه|انضمام الي|عضويه|انضمام ل) \"?(?P<what>{R})\"?)"


_APPLY_VERB_FIRST: Final = r"(?P<all>{w}(?P<verb>تقدمت|تقدم|قدمت|قدم|طلبت|طلب|تعتزم|يعتزم|تسعي|يسعي|تنوي|ينوي) (?P<who>{P}|{G}) (?:[^.؛،\ue000-\uf8ff]{0,30}? )?(?:(?:ب)?طلب(?:ا|ها)? |الي |تقديم طلب )?(?:رسمي(?:ا)? )?(?:ل|الي )?(?:ال|ل)?(?:حصول علي عضويه|انضمام الي|عضويه|انضمام ل|عضويه في) \"?(?P<what>{R})\"?)"


def _applied(context: Context, sentence: Sentence) -> None:
    """State applications for membership, made or intended."""
    for match in (each for words in (_APPLY, _APPLY_VERB_FIRST) for each in pattern(words).finditer(sentence.text)):
        if modality_of(sentence, match.start("verb"), within=20) is Modality.DENIED:
            continue
        done = match["verb"] in ("قدمت", "قدم", "تقدمت", "تقدم", "طلبت", "طلب")
        span = sentence.skeleton.span(min(match.start("who"), match.start("verb")), match.end("what"))
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
