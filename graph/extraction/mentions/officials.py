"""Officials: an office, the one who holds it, or both, in the words of one mention."""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from .names import polity_things
from .offices import Office, Official, Person
from .patterns import Sieve
from .person_names import person_after, person_before
from .records import Form, Kind, Mention, Thing
from .titles_of_office import SEATS, Head, portfolios, titles
from .transliteration import transliterated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patterns import Pattern
    from .skeleton import Skeleton


@cache
def _sieve() -> Sieve[tuple[Head, Pattern]]:
    return Sieve(titles(), itemgetter(1))


def officials_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through the officials of a sentence in whose skeleton polities and dates are placed."""
    for head, found in _sieve().through(skeleton.text):
        for match in found.finditer(skeleton.text):
            mention = _official(skeleton, head, match)
            if mention is not None:
                yield mention


def _official(skeleton: Skeleton, head: Head, match: re.Match[str]) -> Mention | None:
    owner = _owner(skeleton, match) or _kin(skeleton, match)
    person = person_after(skeleton, match.end()) or person_before(skeleton, match.start("title"))
    if owner is None and not _means_something_alone(head, match, person):
        return _person_alone(skeleton, head, match, person)
    closing = match.end("title")
    if match["host"] and head.stem not in ("ambassador", "permanent-representative"):
        closing = match.start("host") - len(re.search(r"\s+\S+\s+$", skeleton.text[: match.start("host")])[0])  # type: ignore[index]
        person = person_after(skeleton, closing) or person_before(skeleton, match.start("title"))
    begin, end = skeleton.span(match.start("title"), closing)
    office = Office(
        _identifier(skeleton, head, match, owner),
        _class(head, match),
        owner,
        begin,
        end,
        _quoted(skeleton, match),
        _body(skeleton, match, closing),
        bare=owner is None,
        possessive=_is_possessive(match),
    )
    if not office.identifier:
        office = None  # type: ignore[assignment]
    first, last = (min(begin, person.begin), max(end, person.end)) if person else (begin, end)
    if office is None and person is None:
        return None
    return Mention(first, last, Kind.OFFICIAL, Form.NAME, (), data=(Official(office, person),))


def _person_alone(skeleton: Skeleton, head: Head, match: re.Match[str], person: Person | None) -> Mention | None:
    """Keep the person whose title tells too little of an office: «المتحدث باسم المجلس العقيد فلان»."""
    if (
        person is None
        or " " not in person.name
        or head.stem not in ("spokesperson", "commander", "ambassador", "special-envoy", "charge-d-affaires")
    ):
        return None
    begin, _ = skeleton.span(match.start("title"), match.end("title"))
    return Mention(min(begin, person.begin), person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))


def _kin(skeleton: Skeleton, match: re.Match[str]) -> Thing | None:
    """An organization referred to by its kind («الأمين العام للمجلس») is settled when the whole article is known."""
    del skeleton
    words = match.groupdict().get("kin")
    return Thing(f"?{words.strip().removeprefix('لل')}", "InternationalOrganization") if words else None


def _class(head: Head, match: re.Match[str]) -> str:
    return "Office" if match["deputy"] else head.kind


_OWNED: Final = {
    "خادم الحرمين": Thing("saudi-arabia", "Polity", "Saudi Arabia", "السعودية"),
    "البابا": Thing("vatican-city", "Polity", "Vatican City", "الفاتيكان"),
    "بابا": Thing("vatican-city", "Polity", "Vatican City", "الفاتيكان"),
    "الحبر الاعظم": Thing("vatican-city", "Polity", "Vatican City", "الفاتيكان"),
    "المرشد": Thing("iran", "Polity", "Iran", "إيران"),
}
"""Titles that one polity alone knows."""


def _owner(skeleton: Skeleton, match: re.Match[str]) -> Thing | None:
    for title, owner in _OWNED.items():
        if match["title"].strip('"').startswith(title):
            return owner
    if match.groupdict().get("abroad"):  # «وزير الخارجية والمغاربة المقيمين بالخارج»
        return skeleton.mentions[match["abroad"]].things[0]
    if match.groupdict().get("metonym"):
        polity = SEATS[" ".join(match["metonym"].split())]
        return next((each for each in polity_things() if each.identifier == polity), None)
    mention = skeleton.mention(match["owner"] or match["owner2"])
    return mention.things[0] if mention and len(mention.things) == 1 else None


def _means_something_alone(head: Head, match: re.Match[str], person: Person | None) -> bool:
    """Tell whether a title without an owner still titles somebody: «رئيس البرلمان فلان», «الرئيس فلان»."""
    return person is not None and (
        head.stem
        in (
            "minister",
            "prime-minister",
            "speaker-of-parliament",
            "president",
            "chief-of-staff",
            "commander",
            "high-commissioner",
            "secretary-general",
            "king",
            "crown-prince",
            "head-of-delegation",
            "resident-minister",
        )
        and ("ال" in match["title"] or head.stem == "minister")
    )


def _identifier(skeleton: Skeleton, head: Head, match: re.Match[str], owner: Thing | None) -> str:
    stem = head.stem
    if "portfolio" in match.groupdict() and match["portfolio"]:
        words = " ".join(match["portfolio"].split())
        stem = f"minister-of-{portfolios().get(words) or portfolios().get(f'{words[:-1]}ه') or transliterated(words)}"
    if stem == "spokesperson":
        stem = f"spokesperson-{transliterated(match['title'].partition('باسم')[2])}".strip("-")
    if stem == "ambassador" and match["host"]:
        host = skeleton.mention(match["host"])
        return f"ambassador-of-{owner.identifier if owner else 'unknown'}-to-{host.things[0].identifier if host else 'unknown'}"
    deputy = "deputy-" if match["deputy"] else ""
    return f"{deputy}{stem}-of-{owner.identifier}" if owner else f"{deputy}{stem}"


def _quoted(skeleton: Skeleton, match: re.Match[str]) -> tuple[int, int] | None:
    if not match["quote"]:
        return None
    closing = skeleton.text.find('"', match.start("quote") + 1)
    return skeleton.span(match.start("quote"), closing + 1) if 0 < closing < match.end("title") else None


def _is_possessive(match: re.Match[str]) -> bool:
    """Tell a title that refers back to its owner: «وزير خارجيتها»."""
    portfolio = match.groupdict().get("portfolio")
    return bool(portfolio) and match["title"].strip('" ').endswith(tuple(f"{portfolio}{each}" for each in _THEIRS))


_THEIRS: Final = ("ها", "ه", "نا", "هم", "هما")


def _body(skeleton: Skeleton, match: re.Match[str], closing: int) -> tuple[int, int] | None:
    """Give the place of the chamber or force in a title, with its owner."""
    name = next((each for each in ("chamber", "force") if match.groupdict().get(each)), None)
    if name is None:
        return None
    begin, end = skeleton.span(match.start(name), closing if match["owner"] or match["owner2"] else match.end(name))
    return begin, end
