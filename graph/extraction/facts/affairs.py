"""Facts of affairs of state: visits, and the invitations that they answer."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Form, Kind
from ..mentions.skeleton import pattern
from .events import city_identifier, surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .offices import attest, persons_of
from .sides import sides_of
from .visit_wordings import WHO, visits

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from .context import Context, Sentence
    from .ledger import Object


@cache
def _sieve() -> Sieve[tuple[str, float, str | None, Pattern]]:
    return Sieve(visits(), itemgetter(3))


def visit_things(context: Context, sentence: Sentence) -> None:
    """State visits of officials, and the invitations that they answer."""
    for name, sure, status, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            modality = modality_of(sentence, match.start("verb"), within=30)
            if modality in (Modality.DENIED, Modality.CONDITIONAL) or is_in_speech(sentence, match.start()):
                continue
            if pattern(_CALLED_OFF).search(sentence.text[: match.start("verb")]):
                continue
            if name == "subject-visits" and not tells_in_the_present(sentence):
                continue
            _visit(
                context,
                sentence,
                match,
                name,
                sure,
                status or ("planned" if modality is not Modality.ACTUAL else "occurred"),
            )
    _guests(context, sentence)
    _invitation(context, sentence)
    _invited(context, sentence)


_CALLED_OFF: Final = (
    r"{b}[وف]?(?:ارجيت|ارجي|ارجات|ارجا|الغيت|الغي|الغت|اجلت|اجل|تاجلت|تعذرت|تاجيل|ارجاء|الغاء) (?:{O} )?(?:ال)?$"
)
"""What is put off or called off is no visit."""
_GUEST: Final = r"(?P<all>{w}(?:استقبل|استقبلت|التقي|التقت|استضاف) (?P<host>{O}) (?:[^.؛]{0,60}? )?(?P<who>{O}) ?،? (?:الذي|التي) (?P<verb>[يت]زور|[يت]قوم بزياره|وصل|وصلت) (?:رسميه |الي )?(?:ل)?(?:البلاد|بلاده|بلادها|المملكه|السلطنه|الاماره|الجزيره))"


def _guests(context: Context, sentence: Sentence) -> None:
    """State the visit of somebody received by a host whose country alone says where: «استقبل الأمير … الذي يزور البلاد»."""
    for match in pattern(_GUEST).finditer(sentence.text):
        host, who = (sentence.skeleton.mentions[match[name]] for name in ("host", "who"))
        visited = sides_of(context, host)
        if len(visited) != 1 or modality_of(sentence, match.start("verb"), within=30) is not Modality.ACTUAL:
            continue
        span = sentence.skeleton.span(match.start("who"), match.end("all"))
        for person in persons_of(context, who):
            event = Name(f"visit-of-{person}-to-{visited[0]}")
            facts: dict[str, Object] = {
                TYPE: Term("OfficialVisit"),
                "visitor": Name(person),
                "visitedPolity": Name(visited[0]),
                "eventStatus": Term("occurred"),
            }
            context.ledger.state(span, event, facts, pattern="visit:guest", confidence=0.75)
            attest(context, span, who, event, "visit:guest")
            context.last_visit = (event, Name(person))


def _visit(context: Context, sentence: Sentence, match: re.Match[str], name: str, sure: float, status: str) -> None:
    who = sentence.skeleton.mentions[match["who"]]
    where = sentence.skeleton.mentions[match["where"]]
    if where.kind is Kind.PLACE and where.form is not Form.CAPITAL:
        return
    begin = min(match.start("verb"), match.start("who"))
    around = surroundings(sentence, begin, match.end("all"))
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    several = where.things if where.kind is Kind.POLITY else where.things[:1]
    for person, visited in ((person, each.identifier) for person in persons_of(context, who) for each in several):
        event = Name(f"visit-of-{person}-to-{visited}")
        facts: dict[str, Object] = {
            TYPE: Term("OfficialVisit"),
            "visitor": Name(person),
            "visitedPolity": Name(visited),
            "eventStatus": Term(status),
            **around.date_facts,
        }
        if where.kind is Kind.PLACE and where.things[0].english:
            facts["eventPlace"] = Name(city_identifier(where.things[0].english))
        context.ledger.state(span, event, facts, pattern=f"visit:{name}", confidence=sure)
        if status == "occurred":
            attest(context, span, who, event, f"visit:{name}")
        context.last_visit = (event, Name(person))


_INVITED: Final = (
    r"(?P<all>{w}(?P<verb>وجه|وجهت|قدم|قدمت|سلم) (?P<who>{O}|{N}) (?:[^.؛\ue600-\ue7ff]{0,30}? )?دعوه (?:رسميه )?(?:الي |ل)(?P<whom>{O}|{N})(?: لزياره (?P<where>{P}|{C}))?)",
    r"(?P<all>{w}(?P<verb>تلقي|تلقت|تسلم) (?P<whom>{O}|{N}) (?:[^.؛\ue600-\ue7ff]{0,30}? )?دعوه (?:رسميه |خطيه )?من (?P<who>{O}|{N})(?: لزياره (?P<where>{P}|{C}))?)",
    r"(?P<all>{w}(?P<verb>دعا|دعت) (?P<who>{O}|{N}) (?P<whom>{O}|{N}) الي زياره (?P<where>{P}|{C}))",
    r"(?P<all>{w}(?P<verb>قبل|لبي|تلقي|تلقت|قبلت) (?P<whom>{O}|{N}) (?:[^.؛\ue600-\ue7ff]{0,20}? )?دعوه (?:رسميه |خطيه |وجهها اليه |من |نظيره )*(?P<who>{O}|{N}) (?:الي|ل)(?:ال)? ?زياره(?P<where>))",
)


def _invited(context: Context, sentence: Sentence) -> None:
    """State invitations that stand by themselves: «وجه الملك دعوة إلى الرئيس»."""
    for words in _INVITED:
        for match in pattern(words).finditer(sentence.text):
            if modality_of(sentence, match.start("verb"), within=30) is Modality.DENIED:
                continue
            who, whom = (sentence.skeleton.mentions[match[group]] for group in ("who", "whom"))
            around = surroundings(sentence, match.start("verb"), match.end("all"))
            span = sentence.skeleton.span(match.start("verb"), max(match.end("all"), around.date_end))
            for inviter, invitee in (
                (a, b) for a in persons_of(context, who) for b in persons_of(context, whom) if a != b
            ):
                invitation = Name(f"invitation-of-{invitee}-by-{inviter}")
                facts: dict[str, Object] = {
                    TYPE: Term("Invitation"),
                    "inviter": Name(inviter),
                    "invitee": Name(invitee),
                    "eventStatus": Term("occurred"),
                    **around.date_facts,
                }
                context.ledger.state(span, invitation, facts, pattern="visit:invitation", confidence=0.8)
                attest(context, span, who, invitation, "visit:invitation")
                attest(context, span, whom, invitation, "visit:invitation")


def _invitation(context: Context, sentence: Sentence) -> None:
    for match in pattern(
        rf"(?P<lead>{{w}}(?:(?P<verb>اتت|تاتي|جاءت|تجي|ياتي) (?:هذه )?الزياره )?)?(?P<all>(?:تلبيه ل|بناء علي |ب)دعوه (?:رسميه )?(?:من )?{WHO})"
    ).finditer(sentence.text):
        if context.last_visit is None or "دعوه" not in match["all"]:
            continue
        visit, visitor = context.last_visit
        begin = match.start("verb") if match["verb"] else match.start("all")
        span = sentence.skeleton.span(begin, match.end("all"))
        who = sentence.skeleton.mentions[match["who"]]
        for person in persons_of(context, who):
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
