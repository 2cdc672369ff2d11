"""Facts of membership: polities that join organizations, belong to them, or apply to them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Form, Kind
from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .sides import sides_of

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern
    from .context import Context, Sentence
    from .ledger import Object


def join_organizations(context: Context, sentence: Sentence) -> None:
    """State memberships, and applications for them."""
    _joined(context, sentence)
    _applied(context, sentence)


@cache
def _joinings() -> tuple[tuple[str, float, Pattern], ...]:
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
                r"(?P<all>(?:{w}(?P<verb>اصبحت|اصبح|باتت|بات|غدت|غدا|صارت|صار|تصبح) )?(?P<who>{P}) (?:(?:تصبح|اصبحت|اصبح) )?(?:، ?)?(?:{D} ?،? ?)?(?:رسميا ?،? )?(?:عضوا|العضو|الدوله)(?: ال[\u0621-\u064a0-9]+| رقم \d+| كاملا| و[\u0621-\u064a]+| \d+)* (?:في|ب) ?\"?(?P<what>{R})\"?)"
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


_BY: Final = r"{b}(?:من|من قبل|من جانب|لدي|بين) ?$"


def _applied(context: Context, sentence: Sentence) -> None:
    """State applications for membership, made or intended."""
    for match in (each for words in (_APPLY, _APPLY_VERB_FIRST) for each in pattern(words).finditer(sentence.text)):
        if modality_of(sentence, match.start("verb"), within=20) is Modality.DENIED or pattern(_BY).search(
            sentence.text[: match.start("who")]
        ):
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
            aside = name == "comprises"  # a remark of the author's own, whatever the clause before tells
            told = aside or (
                modality_of(sentence, place) is Modality.ACTUAL and not is_in_speech(sentence, match.start())
            )
            if what is None or not told:
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
