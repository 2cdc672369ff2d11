"""Facts of membership: polities that join organizations, belong to them, or apply to them."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Form, Kind
from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from ..mentions.records import Mention, Thing
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
                r"(?P<all>(?:{w}(?P<verb>اصبحت|اصبح|باتت|بات|غدت|غدا|صارت|صار|تصبح) )?(?P<who>{P}) (?:(?:تصبح|اصبحت|اصبح) )?(?:، ?)?(?:{D} ?،? ?)?(?:رسميا ?،? )?(?:عضوا|العضو|الدوله)(?: ال[\u0621-\u064a0-9]+| رقم \d+| كاملا| كامل العضويه| كامله العضويه| و[\u0621-\u064a]+| \d+)* (?:في|ب) ?\"?(?P<what>{R})\"?)"
            ),
        ),
        *_further_joinings(),
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


_MANY: Final = r"(?: (?:موسسا?|دايما?|فاعلا?|نشطا?|كاملا?|اصيلا?|كامل العضويه|كامله العضويه|غير دايم|موسسه|فاعله|دايمه|بارزا?|اساسيا?))*"
_SOME: Final = r"(?:منظمه |مجموعه |تكتل |رابطه )?\"?(?P<what>{R})\"?"


def _further_joinings() -> tuple[tuple[str, float, Pattern], ...]:
    """Memberships by the state of being a member, by the seat that is won or won back, and by verbal nouns."""
    lead = r"(?:بعد|منذ|عقب|اثر|غداه|مع|رغم|بفضل|نتيجه|تاريخ|اعقب|تلا|ادي|جاء|شكل|مثل|اثار)"
    return (
        (
            "is-member",
            0.8,
            pattern(
                rf"(?P<all>(?P<who>{{P}}) ?(?:، )?(?:هي |هو |وهي |وهو )?(?P<verb>عضو|عضوه|عضوان|اعضاء|دوله عضو|بلد عضو){_MANY} (?:في|ب) ?{_SOME})"
            ),
        ),
        (
            "counts-as-member",
            0.8,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تعد|يعد|تعتبر|يعتبر|كانت|كان|ظلت|ظل|بقيت|بقي|انتخبت|انتخب|قبلت|قبل) (?P<who>{{P}}) (?:رسميا )?(?:عضوا|دوله عضوا){_MANY} (?:في|ب) ?{_SOME})"
            ),
        ),
        (
            "won-membership",
            0.82,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>نالت|نال|حصلت|حصل|حازت|حاز|كسبت|كسب|اكتسبت|اكتسب|استعادت|استعاد|استردت|منحت|منح) (?P<who>{{P}}) (?:رسميا )?(?:علي )?(?:ال)?عضوي(?:ه|تها|ته)(?: الكامله| كامله)? (?:(?:في|ب) ?)?{_SOME})"
            ),
        ),
        (
            "returned",
            0.78,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>عادت|عاد) (?P<who>{{P}}) (?:رسميا |مجددا )?الي (?:حضن |صفوف |عضويه |كنف |اسره |مقعدها في |مقعده في |حظيره )+{_SOME})"
            ),
        ),
        (
            "returned-to-club",
            0.76,
            pattern(rf"(?P<all>{{w}}(?P<verb>عادت|عاد) (?P<who>{{P}}) (?:رسميا |مجددا )?الي {_SOME})"),
        ),
        (
            "belongs",
            0.8,
            pattern(rf"(?P<all>{{w}}(?P<verb>تنتمي|ينتمي|تنضوي|ينضوي) (?P<who>{{P}}) (?:الي|في|تحت|ضمن) {_SOME})"),
        ),
        (
            "joined-by-noun",
            0.78,
            pattern(
                rf"(?P<all>{{w}}(?:{lead} |ب)(?P<verb>انضمام|التحاق|دخول|انتساب|عوده) (?P<who>{{P}}) (?:رسميا |الرسمي )?(?:الي |ب)(?:عضويه |صفوف )?{_SOME})"
            ),
        ),
        (
            "joining-by-the-organization",
            0.8,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>ضمت|ضم|استقبلت|استقبل) {_SOME} (?:رسميا )?(?:الي عضويت(?:ه|ها) )?(?P<who>{{P}})(?: عضوا| الي عضويت(?:ه|ها)))"
            ),
        ),
    )


_APPLY: Final = r"(?P<all>(?P<who>{P}|{G})[^.؛\ue000-\uf8ff]{0,20}? (?P<verb>تنوي|ينوي|تنويان|تعتزم|يعتزم|تعتزمان|سيطلبان|ستطلب|ستقدم|تسعي الي|يسعي الي|تريد|قدمت|قدم|تقدمت|تقدم|طلبت|طلب|اودعت|اودع|رفعت)(?: تقديم| ب)? ?(?:طلب(?:ا|ها)? )?(?:رسمي(?:ا)? )?(?:ل)?(?:ال|ل)?(?:حصول علي عضويه|انضمام الي|عضويه|انضمام ل) \"?(?P<what>{R})\"?)"


_APPLY_VERB_FIRST: Final = r"(?P<all>{w}(?P<verb>تقدمت|تقدم|قدمت|قدم|طلبت|طلب|اودعت|اودع|رفعت|رفع|جددت|جدد|تعتزم|يعتزم|تسعي|يسعي|تنوي|ينوي) (?P<who>{P}|{G}) (?:[^.؛،\ue000-\uf8ff]{0,30}? )?(?:(?:ب)?طلب(?:ا|ها)? |الي |تقديم طلب )?(?:رسمي(?:ا)? )?(?:ل|الي )?(?:ال|ل)?(?:حصول علي عضويه|انضمام الي|عضويه|انضمام ل|عضويه في) \"?(?P<what>{R})\"?)"


_DONE: Final = frozenset({"قدمت", "قدم", "تقدمت", "تقدم", "طلبت", "طلب", "اودعت", "اودع", "رفعت", "رفع", "جددت", "جدد"})
_BY: Final = r"{b}(?:من|من قبل|من جانب|لدي|بين) ?$"


def _applied(context: Context, sentence: Sentence) -> None:
    """State applications for membership, made or intended."""
    for match in (each for words in (_APPLY, _APPLY_VERB_FIRST) for each in pattern(words).finditer(sentence.text)):
        if modality_of(sentence, match.start("verb"), within=20) is Modality.DENIED or pattern(_BY).search(
            sentence.text[: match.start("who")]
        ):
            continue
        done = match["verb"] in _DONE
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


@cache
def _sieve() -> Sieve[tuple[str, float, Pattern]]:
    return Sieve(_joinings(), itemgetter(2))


def _joined(context: Context, sentence: Sentence) -> None:
    for name, sure, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            place = match.start("verb") if match["verb"] else match.start()
            what = sentence.skeleton.mention(match["what"])
            aside = name == "comprises"  # a remark of the author's own, whatever the clause before tells
            told = aside or (
                modality_of(sentence, place) is Modality.ACTUAL and not is_in_speech(sentence, match.start())
            )
            if told and what is not None and (what.kind is not Kind.POLITY or _is_union(what, name)):
                _state_memberships(context, sentence, match, what, (name, sure))


def _is_union(what: Mention, name: str) -> bool:
    """Tell a polity that comprises others from one that is joined."""
    return what.form is Form.NAME and len(what.things) == 1 and name == "comprises"


def _state_memberships(
    context: Context, sentence: Sentence, match: re.Match[str], what: Mention, told: tuple[str, float]
) -> None:
    name, sure = told
    begin = min(match.start("who"), match.start("verb") if match["verb"] else match.start("who"), match.start("what"))
    span = sentence.skeleton.span(begin, match.end("all"))
    also = pattern(_ALSO).match(sentence.text, match.end("what")) if name in _WITH_MORE else None
    more = sentence.skeleton.mentions[also["also"]].things if also else ()
    joined = [each for each in (*what.things, *more) if _has_members(each, name)]
    for member in sides_of(context, sentence.skeleton.mention(match["who"])):
        for organization in joined:
            facts: dict[str, Object] = {
                TYPE: Term("InternationalMembership"),
                "member": Name(member),
                "memberOrganization": Name(organization.identifier),
            }
            membership = Name(f"membership-of-{member}-in-{organization.identifier}")
            context.ledger.state(span, membership, facts, pattern=f"membership:{name}", confidence=sure)


def _has_members(organization: Thing, name: str) -> bool:
    """Tell what states belong to, and what one is said to return to as a member alone."""
    if organization.kind in {"NewsAgency", "Polity"} or organization.identifier in _WITHOUT_MEMBERS:
        return False
    return name != "returned-to-club" or organization.identifier in _CLUBS


_ALSO: Final = r"[^.؛\ue000-\ue1ff\ue400-\ue5ff]{0,30}?،? و(?:الي|ب) ?\"?(?P<also>{R})"
_WITH_MORE: Final = frozenset({"joined", "joined-after-subject", "entered"})
_WITHOUT_MEMBERS: Final = frozenset(
    {"un-general-assembly", "european-commission", "european-central-bank", "red-cross", "amnesty-international"}
)
"""Organizations that states do not join as members."""
_CLUBS: Final = frozenset(
    {
        "commonwealth-of-nations",
        "arab-league",
        "african-union",
        "unesco",
        "opec",
        "council-of-europe",
        "ecowas",
        "gulf-cooperation-council",
    }
)
"""Organizations that one is said to return to only as a member."""
