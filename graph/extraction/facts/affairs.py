"""Facts of affairs between states: visits and invitations, referendums, wars and other armed conflicts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Form, Kind, Mention
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of
from .offices import attest, officials
from .standing import sides_of

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_WHO: Final = r"(?P<who>{O}|{N})"
_WHERE: Final = r"(?:(?:ال)?(?:عاصمه|مدينه) (?:{A} )?)?(?P<where>{P}|{C})"


@cache
def _visits() -> tuple[tuple[str, float, str | None, re.Pattern[str]], ...]:
    some = r"(?:[^.؛\ue000-\ue1ff\uf000-\uf1ff]|{D}){0,60}?"
    return (
        (
            "paid-a-visit",
            0.9,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>قام|قامت|ادي|ادت|اجري|اجرت) {_WHO} {some}(?:ب)?زياره (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "is-paying-a-visit",
            0.85,
            "ongoing",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>يقوم|تقوم) {_WHO} {some}بزياره (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "visited",
            0.88,
            None,
            pattern(rf"(?P<all>{{w}}(?P<verb>زار|زارت) {_WHO} (?:(?:رسميا|امس|اليوم|{{D}}) )*{_WHERE})"),
        ),
        (
            "arrived",
            0.8,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>وصل|وصلت) {_WHO} {some}(?:الي )?{_WHERE} {some}(?:في |ب)زياره(?: رسميه| دوله)?)"
            ),
        ),
        (
            "during-the-visit-of",
            0.82,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>زياره) (?:رسميه )?(?:قام بها |يقوم بها |اداها )?{_WHO} (?:الرسميه )?(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "his-visit",
            0.75,
            None,
            pattern(
                rf"(?P<all>{_WHO} ?،? (?:[^.؛\ue000-\ue1ff]{{0,30}})?(?:خلال|اثناء|في ختام) (?P<verb>زيارته|زيارتها) (?:الرسميه )?(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "will-visit",
            0.78,
            "planned",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>سيزور|ستزور|سيقوم|ستقوم) {_WHO} {some}(?:بزياره (?:رسميه )?(?:الي|ل) ?)?{_WHERE})"
            ),
        ),
    )


def visit_things(context: Context, sentence: Sentence) -> None:
    """State visits of officials, and the invitations that they answer."""
    for name, sure, status, found in _visits():
        for match in found.finditer(sentence.text):
            modality = modality_of(sentence, match.start("verb"), within=30)
            if modality in (Modality.DENIED, Modality.CONDITIONAL) or is_in_speech(sentence, match.start()):
                continue
            _visit(
                context,
                sentence,
                match,
                name,
                sure,
                status or ("planned" if modality is not Modality.ACTUAL else "occurred"),
            )
    _invitation(context, sentence)


def _visit(context: Context, sentence: Sentence, match: re.Match[str], name: str, sure: float, status: str) -> None:
    who = sentence.skeleton.mentions[match["who"]]
    where = sentence.skeleton.mentions[match["where"]]
    if where.kind is Kind.PLACE and where.form is not Form.CAPITAL:
        return
    begin = min(match.start("verb"), match.start("who"))
    around = surroundings(sentence, begin, match.end("all"))
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    for person in _persons(context, who):
        visited = where.things[0].identifier
        event = Name(f"visit-of-{person}-to-{visited}")
        facts: dict[str, Object] = {
            TYPE: Term("OfficialVisit"),
            "visitor": Name(person),
            "visitedPolity": Name(visited),
            "eventStatus": Term(status),
            **around.date_facts,
        }
        context.ledger.state(span, event, facts, pattern=f"visit:{name}", confidence=sure)
        if status == "occurred":
            attest(context, span, who, event, f"visit:{name}")
        context.last_visit = (event, Name(person))


def _persons(context: Context, mention: Mention) -> list[str]:
    if mention.kind is Kind.PERSON:
        return [mention.things[0].identifier]
    found = [context.people.of_official(each) for each in officials(mention)]
    return [each.identifier for each in found if each is not None]


def _invitation(context: Context, sentence: Sentence) -> None:
    for match in pattern(
        rf"(?P<lead>{{w}}(?:(?P<verb>اتت|تاتي|جاءت|تجي|ياتي) (?:هذه )?الزياره )?)?(?P<all>(?:تلبيه ل|بناء علي |ب)دعوه (?:رسميه )?(?:من )?{_WHO})"
    ).finditer(sentence.text):
        if context.last_visit is None or "دعوه" not in match["all"]:
            continue
        visit, visitor = context.last_visit
        begin = match.start("verb") if match["verb"] else match.start("all")
        span = sentence.skeleton.span(begin, match.end("all"))
        who = sentence.skeleton.mentions[match["who"]]
        for person in _persons(context, who):
            if Name(person) == visitor:
                continue
            invitation = Name(f"invitation-from-{person}")
            context.ledger.state(span, visit, {"inResponseTo": invitation}, pattern="visit:invited", confidence=0.85)
            facts: dict[str, Object] = {
                TYPE: Term("Invitation"),
                "inviter": Name(person),
                "invitee": visitor,
                "eventStatus": Term("occurred"),
            }
            context.ledger.state(span, invitation, facts, pattern="visit:invited", confidence=0.85)
            attest(context, span, who, invitation, "visit:invited")


_REFERENDUM: Final = r"(?P<all>{w}(?P<verb>اجراء|اجري|جري|نظم|نظمت|سيجري|تنظيم|يجري|اجرت|اجريت|في|خلال|عبر|بعد) (?:ال)?استفتاء(?: شعبي| عام| تاريخي)?(?: (?:اجري|نظم|جري))?(?: (?:بشان|حول|علي|ل) ?(?P<question>[^.؛،]+?))?)(?= (?:في|بعد|قبل|خلال|يوم|عام) |[.؛،]|$| ?\ue800)"


def vote_on_things(context: Context, sentence: Sentence) -> None:
    """State referendums, held or planned."""
    for match in pattern(_REFERENDUM).finditer(sentence.text):
        verb = match["verb"]
        modality = modality_of(sentence, match.start("verb"))
        if modality is Modality.DENIED or is_in_speech(sentence, match.start()):
            continue
        held = (
            verb in ("جري", "نظم", "نظمت", "اجرت", "اجريت", "في", "خلال", "عبر", "بعد") and modality is Modality.ACTUAL
        )
        around = surroundings(sentence, match.start("verb"), match.end("all"))
        span = sentence.skeleton.span(match.start("verb"), max(match.end("all"), around.date_end))
        event = Name(context.fresh("referendum"))
        facts: dict[str, Object] = {
            TYPE: Term("Referendum"),
            "eventStatus": Term("occurred" if held else "planned"),
            **around.date_facts,
        }
        if match["question"]:
            facts["question"] = Printed(*sentence.skeleton.span(*match.span("question")))
        accession = pattern(r"انضمام (?P<of>{P}) الي (?P<to>{P})").search(match["all"])
        if accession:
            facts["proposesAccessionOf"] = Name(sentence.skeleton.mentions[accession["of"]].things[0].identifier)
            facts["proposesAccessionTo"] = Name(sentence.skeleton.mentions[accession["to"]].things[0].identifier)
        context.ledger.state(span, event, facts, pattern="referendum", confidence=0.75)


@cache
def _wars() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    side = r"[\ue000-\ue1ff\uee00-\uefff]"
    return (
        (
            "War",
            "war-of-sides",
            pattern(
                rf"(?P<all>(?:ال)?حرب(?: (?:الاهليه|قصيره|القصيره|طويله))* بين (?P<one>{side}) من جهه ?،? و(?P<other>{side}) من جهه (?:اخري|ثانيه))"
            ),
        ),
        (
            "War",
            "war-of-adjectives",
            pattern(r"(?P<all>(?:ال)?حرب (?P<one>{A}) ?-? ?(?P<other>{A})(?! ال))"),
        ),
        (
            "War",
            "fought-with",
            pattern(r"(?P<all>{w}(?:خاضت|خاض) (?P<one>{P}) (?:حربا|الحرب) (?:ضد|مع) (?P<other>{P}))"),
        ),
        (
            "War",
            "war-between",
            pattern(
                rf"(?P<all>(?:{{w}}(?:اندلعت|نشبت|بدات) )?(?P<war>(?:ال)?حرب(?:ا)?)(?: [\u0621-\u064a]+)? بين (?P<one>{{P}}|{{G}}|{{F}})(?: و(?P<other>{side}))?)"
            ),
        ),
        (
            "War",
            "fought-a-war",
            pattern(
                r"(?P<all>{w}(?:خاض|خاضت|خاضا|خاضتا)? ?(?P<one>{P}|{G}) (?:كانا |كانتا )?(?:قد )?(?:خاضا |خاضتا )?(?:حربا|الحرب) (?=بين عامي|عام|في |ضد|دامت))"
            ),
        ),
        (
            "ArmedConflict",
            "entered-a-conflict",
            pattern(
                r"(?P<all>{w}(?:دخلت|دخل|دخلتا|دخلا) (?P<one>{P}|{G}) في (?:نزاع مسلح|صراع مسلح|حرب) مع (?P<other>{P}))"
            ),
        ),
        (
            "ArmedConflict",
            "clashes-between",
            pattern(
                r"(?P<all>{w}(?:وقعت|اندلعت|دارت|شهدت) (?:[^.؛\ue000-\uf8ff]{0,20})?(?:مواجهات|اشتباكات|معارك|مناوشات)(?: [\u0621-\u064a]+)? بين (?P<one>{P}|{G}))"
            ),
        ),
    )


def fight_over_things(context: Context, sentence: Sentence) -> None:
    """State wars and other armed conflicts with their sides."""
    taken: list[tuple[int, int]] = []
    for kind, name, found in _wars():
        for match in found.finditer(sentence.text):
            if (
                any(begin < match.end() and match.start() < end for begin, end in taken)
                or modality_of(sentence, match.start("all"), within=40) is not Modality.ACTUAL
            ):
                continue
            sides = _sides(context, sentence, match)
            if len(sides) == 2 and not is_in_speech(sentence, match.start()):
                taken.append(match.span())
                _conflict(context, sentence, match, kind, name, sides)


def _sides(context: Context, sentence: Sentence, match: re.Match[str]) -> list[tuple[str, ...]]:
    one = sentence.skeleton.mentions.get(match["one"])
    other = sentence.skeleton.mentions.get(match.groupdict().get("other") or "")
    if other is not None:
        return [_names(context, one), _names(context, other)]
    names = _names(context, one)
    return [(name,) for name in names] if len(names) == 2 else []


def _names(context: Context, mention: Mention | None) -> tuple[str, ...]:
    if mention is not None and mention.kind in (Kind.FORCE, Kind.ADJECTIVE):
        return tuple(each.identifier for each in mention.things)
    return sides_of(context, mention)


def _conflict(
    context: Context, sentence: Sentence, match: re.Match[str], kind: str, name: str, sides: list[tuple[str, ...]]
) -> None:
    begin = match.start("all") + (
        1 if match["all"].startswith(("و", "ف")) and not match["all"].startswith("وقعت") else 0
    )
    around = surroundings(sentence, begin, match.end("all"))
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    conflict = Name(
        f"{'war' if kind == 'War' else 'conflict'}-of-{'-and-'.join('-'.join(side) for side in sides)}"[:100]
    )
    members = [Name(f"side-of-{'-and-'.join(side)}-in-{conflict.local}"[:120]) for side in sides]
    predicate = "eventStart" if "اندلعت" in match["all"] or "نشبت" in match["all"] else "eventDate"
    dates = around.dates_as(predicate)
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term(kind),
        "hasSide": tuple(members),
        "eventStatus": Term("occurred"),
        **dates,
    }
    context.ledger.state(span, conflict, facts, pattern=f"conflict:{name}", confidence=0.78)
    for member, side in zip(members, sides, strict=True):
        context.ledger.state(
            span,
            member,
            {TYPE: Term("ConflictSide"), "sideMember": tuple(map(Name, side))},
            pattern=f"conflict:{name}",
            confidence=0.78,
        )
