"""Facts of membership: polities that join organizations, belong to them, or apply to them."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Form, Kind
from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Term
from .membership_wordings import joinings
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
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
    return Sieve(joinings(), itemgetter(2))


def _joined(context: Context, sentence: Sentence) -> None:
    for name, sure, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            place = match.start("verb") if match["verb"] else match.start()
            what = sentence.skeleton.mention(match["what"])
            aside = name == "comprises"  # a remark of the author's own, whatever the clause before tells
            told = aside or (
                modality_of(sentence, place) is Modality.ACTUAL and not is_in_speech(sentence, match.start())
            )
            told = told and (
                name != "that-returned-to-club" or match["verb"][0] == "ع" or tells_in_the_present(sentence)
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
    return not name.endswith("returned-to-club") or organization.identifier in _CLUBS


_ALSO: Final = r"[^.؛\ue000-\ue1ff\ue400-\ue5ff]{0,30}?،? و(?:الي|ب) ?\"?(?P<also>{R})"
_WITH_MORE: Final = frozenset({"joined", "joined-after-subject", "entered"})
_MISSIONS: Final = frozenset(
    [
        "unifil",
        "minusma",
        "unmiss",
        "minusca",
        "monusco",
        "minurso",
        "unamid",
        "unmik",
        "undof",
        "unama",
        "unami",
        "unsmil",
        "minustah",
        "amisom",
        "atmis",
        "aussom",
        "kfor",
        "isaf",
        "eunavfor-aspides",
        "eunavfor-atalanta",
        "eunavfor-irini",
        "eufor-althea",
        "eulex",
        "takuba",
    ]
)
_WITHOUT_MEMBERS: Final = frozenset(
    {"un-general-assembly", "european-commission", "european-central-bank", "red-cross", "amnesty-international"}
    | _MISSIONS
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
