"""Officials told by another one or two at once: «ونظيره الصيني», «الرئيسان الروسي والأبخازي», «وزيرا خارجية البلدين»."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from .offices import Office, Official, officials_in
from .person_names import person_after
from .records import Form, Kind, Mention
from .skeleton import Skeleton, pattern
from .titles_of_office import portfolios
from .transliteration import transliterated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .offices import Person
    from .patterns import Pattern
    from .records import Thing

_PAIRED: Final = (
    ("president", "HeadOfStateOffice", r"(?P<title>(?:ال)?رييسا|(?:ال)?رييسي|الرييسان|الرييسين)"),
    ("king", "HeadOfStateOffice", r"(?P<title>العاهلان|العاهلين|ملكا)"),
    (
        "prime-minister",
        "Office",
        r"(?P<title>رييسا (?:ال)?(?:وزراء|حكومه|حكومتي|وزرا)|رييسي (?:وزراء|حكومتي)|رييسا حكومتي)",
    ),
    ("minister", "MinisterOffice", r"(?P<title>(?:وزيرا|وزيري|الوزيران|الوزيرين) (?P<portfolio>{portfolios}))"),
)


@cache
def _pairs() -> tuple[tuple[str, str, Pattern], ...]:
    fields = "|".join(
        sorted((re.escape(each).replace(r"\ ", " ") for each in portfolios()), key=lambda each: -len(each))
    )
    told = ((stem, kind, words.replace("{portfolios}", fields)) for stem, kind, words in _PAIRED)
    return tuple(
        (stem, kind, pattern(rf"{{w}}[بكل]?(?P<all>{words}{{e}} (?:(?P<first>[\ue000-\ue3ff])(?: ?و ?(?P<second>[\ue000-\ue3ff]))?|(?P<group>{{G}})))"))
        for stem, kind, words in told
    )  # fmt: skip


def counterparts_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through counterparts of an official just named: «ونظيره الصيني فلان» holds the same office of another polity."""
    found = pattern(r"{b}(?:[وبل]|مع )?(?P<title>(?:نظير|زميل)(?:ه|ته|تها|ها)) (?P<owner>{A})")
    for match in found.finditer(skeleton.text):
        before = list(skeleton.inside(skeleton.text[: match.start()], Kind.OFFICIAL))
        model = next(
            (each.office for mention in reversed(before) for each in officials_in(mention) if each.office),
            None,
        )
        owner = skeleton.mentions[match["owner"]].things[0]
        person = person_after(skeleton, match.end())
        begin, end = skeleton.span(match.start("title"), match.end())
        office = _like(model, owner, begin, end)
        yield Mention(
            begin,
            max(end, person.end if person else end),
            Kind.OFFICIAL,
            Form.NAME,
            (),
            data=(Official(office, person),),
        )


def _like(model: Office | None, owner: Thing, begin: int, end: int) -> Office:
    """Give the same office of another owner; one whose kind another sentence tells where there is no model."""
    if model is None:
        return Office(f"?-of-{owner.identifier}", "", owner, begin, end, referring=True)
    stem = model.identifier.removesuffix(f"-of-{model.owner.identifier}") if model.owner else model.identifier
    return Office(f"{stem}-of-{owner.identifier}", model.kind, owner, begin, end, referring=True)


def both_counterparts_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through two counterparts: «ونظيراه البوركيني فلان والنيجري فلان»."""
    for match in pattern(r"(?:[وبل]|مع )?(?P<title>(?:نظير|زميل)(?:اه|اها|يه|يها)) (?P<first>{A})").finditer(
        skeleton.text
    ):
        officials = [
            each
            for character in skeleton.text[: match.start()]
            if (each := skeleton.mentions.get(character)) and each.kind is Kind.OFFICIAL
        ]
        model = next(
            (
                each.office
                for mention in reversed(officials)
                for each in officials_in(mention)
                if each.office and each.office.owner
            ),
            None,
        )
        place: int | None = match.start("first")
        while place is not None:
            owner = skeleton.mentions[skeleton.text[place]].things[0]
            person = person_after(skeleton, place + 1)
            begin, end = skeleton.span(place, place + 1)
            office = _like(model, owner, begin, end)
            yield Mention(
                begin, person.end if person else end, Kind.OFFICIAL, Form.NAME, (), data=(Official(office, person),)
            )
            following = (
                pattern(r"[\u0621-\u064a ]{3,50}? و(?P<next>{A})").match(skeleton.text, place + 1) if person else None
            )
            place = following.start("next") if following and place == match.start("first") else None


def paired_officials_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through titles in the dual: «الرئيسان الروسي والأبخازي», «وزيرا خارجية البلدين», «الرئيسان الكيني فلان والصومالي فلان»."""
    for stem, kind, found in _pairs():
        for match in found.finditer(skeleton.text):
            both = _named_pair(skeleton, _stem(match, stem), kind, match) or _pair(skeleton, stem, kind, match)
            if both is not None:
                yield both


def _stem(match: re.Match[str], stem: str) -> str:
    portfolio = " ".join((match.groupdict().get("portfolio") or "").split())
    return f"minister-of-{portfolios().get(portfolio) or transliterated(portfolio)}" if portfolio else stem


def _pair(skeleton: Skeleton, stem: str, kind: str, match: re.Match[str]) -> Mention | None:
    begin, end = skeleton.span(*match.span("all"))
    stem = _stem(match, stem)
    sides = [mention for name in ("first", "second") if (mention := skeleton.mention(match[name]))]
    things = tuple(thing for mention in sides for thing in mention.things)
    if len(things) == 2:
        data = tuple(
            Official(Office(f"{stem}-of-{each.identifier}", kind, each, begin, end, paired=True), None)
            for each in things
        )
        return Mention(begin, end, Kind.OFFICIAL, Form.DESIGNATION, (), data=data)
    if match["group"]:
        parts = (skeleton.mentions[match["group"]],)
        return Mention(begin, end, Kind.OFFICIAL, Form.DESIGNATION, (), parts=parts, data=(stem, kind))
    return None


_OTHER: Final = r" ?،? ?و(?P<owner>[\ue000-\ue3ff])"


def _named_pair(skeleton: Skeleton, stem: str, kind: str, match: re.Match[str]) -> Mention | None:
    """Read two who share a title and are named each after his polity: «الرئيسين الكيني فلان والصومالي فلان»."""
    if not match["first"] or match["second"]:
        return None
    one = _person_at(skeleton, match.end("first"))
    after = skeleton.ends.index(one.end) + 1 if one is not None and one.end in skeleton.ends else 0
    joined = pattern(_OTHER).match(skeleton.text, after) if one is not None else None
    other = _person_at(skeleton, joined.end("owner")) if joined else None
    owners = [skeleton.mentions[each["owner" if each is joined else "first"]] for each in (match, joined) if each]
    if one is None or other is None or [len(each.things) for each in owners] != [1, 1]:
        return None
    officials = tuple(
        Official(_shared(stem, kind, owner, skeleton.span(*match.span("title"))), person)
        for owner, person in zip(owners, (one, other), strict=True)
    )
    begin, _ = skeleton.span(*match.span("title"))
    return Mention(begin, other.end, Kind.OFFICIAL, Form.NAME, (), data=officials)


def _shared(stem: str, kind: str, owner: Mention, title: tuple[int, int]) -> Office:
    adjective = (owner.begin, owner.end) if owner.kind is Kind.ADJECTIVE else None
    thing = owner.things[0]
    return Office(f"{stem}-of-{thing.identifier}", kind, thing, *title, paired=True, adjective=adjective)


def _person_at(skeleton: Skeleton, place: int) -> Person | None:
    """Read the person after a place, whether or not the name stands as a mention already."""
    match = pattern(
        r" ?،? ?(?:(?:سمو|معالي|سعاده|فخامه|دوله|السيد|السيده|الدكتور|الشيخ|الامير|الجنرال) )*(?P<one>{O})"
    ).match(skeleton.text, place)
    told = officials_in(skeleton.mentions[match["one"]]) if match else ()
    if len(told) == 1 and told[0].office is None:
        return told[0].person
    return person_after(skeleton, place)
