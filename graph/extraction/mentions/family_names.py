"""Family names that look like adjectives of polities: «سعد الدين العثماني», «محمد شياع السوداني»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .offices import Official, Person, officials_in
from .records import Form, Kind
from .skeleton import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .records import Mention
    from .skeleton import Skeleton


def family_names_of(skeleton: Skeleton, text: str) -> Iterator[Mention]:
    """Go through officials and persons whose name goes on with what looks like an adjective, which after a name it is not."""
    for match in pattern(r"(?P<who>{O}) (?P<family>{A})(?![\u0621-\u064a])").finditer(skeleton.text):
        who, family = skeleton.mentions[match["who"]], skeleton.mentions[match["family"]]
        told, word = officials_in(who), text[family.begin : family.end]
        person = told[-1].person if len(told) == 1 else None
        if person is None or person.end != who.end or not word.startswith("ال") or word.endswith(("ه", "ون", "ين")):
            continue
        if family.form is Form.PEOPLE:
            continue  # «اتهم فلان الروس»
        longer = Official(told[0].office, Person(f"{person.name} {word}", person.begin, family.end))
        yield replace(who, end=family.end, kind=Kind.OFFICIAL, data=(longer,))
