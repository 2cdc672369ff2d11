"""Categories of people: the citizens or residents of a polity, as noun phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .records import Form, Kind, Mention, Thing
from .skeleton import Skeleton, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Category:
    """Whose people they are, and whether by citizenship or by residence."""

    identifier: str
    polity: Thing
    basis: str


_CITIZENS: Final = r"(?:(?:جميع |كل |كافه |اي |معظم |غالبيه |اغلب |اغلبيه )?(?:مواطنا|مواطن|مواطني|مواطنو|مواطنين|\"?المواطنين\"?|المواطنون|رعايا|رعاياها))"
_RESIDENTS: Final = r"(?:(?:جميع |كل |كافه |معظم |غالبيه |اغلب |اغلبيه )?(?:سكان|اهالي))"
_FOUND: Final = rf"{{w}}(?:ب|ل)?(?P<name>(?:(?P<citizens>{_CITIZENS})|{_RESIDENTS}) (?P<of>{{P}}|{{A}}))"


_ALSO: Final = rf"(?:{_CITIZENS}|{_RESIDENTS}) (?:{{P}}|{{A}})(?P<joint> ?،? ?(?:او |و ?))(?P<also>{{A}})"


def people_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through the categories of people in a sentence."""
    for match in pattern(_FOUND).finditer(skeleton.text):
        polity = skeleton.mentions[match["of"]].things[0]
        basis = "citizens" if match["citizens"] else "residents"
        category = Category(f"{basis}-of-{polity.identifier}", polity, basis)
        begin, end = skeleton.span(*match.span("name"))
        yield Mention(
            begin, end, Kind.PEOPLE, Form.PEOPLE, (Thing(category.identifier, "PersonCategory"),), data=category
        )
    for match in pattern(_ALSO).finditer(skeleton.text):  # «أي مواطن كيني، أو صومالي»
        polity = skeleton.mentions[match["also"]].things[0]
        category = Category(f"citizens-of-{polity.identifier}", polity, "citizens")
        begin, end = skeleton.span(*match.span("also"))
        yield Mention(
            begin, end, Kind.PEOPLE, Form.PEOPLE, (Thing(category.identifier, "PersonCategory"),), data=category
        )
