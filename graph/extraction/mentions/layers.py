"""The layers of a skeleton: names and dates first, then what is made of them, each placed before the next is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dates.expressions import dates_of
from .appointed import appointed_of
from .bodies import bodies_of, units_of
from .family_names import family_names_of
from .groups import coordinated, designated, extended
from .instruments import instruments_of
from .named_instruments import named_instruments_of
from .names import names
from .officials import officials_of
from .pairs import both_counterparts_of, counterparts_of, paired_officials_of
from .people import people_of
from .places import placed
from .records import Form, Kind, Mention
from .skeleton import Skeleton
from .untitled import persons_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..reading.sentences import Stretch


def skeletons_of(text: str, stretches: Sequence[Stretch]) -> list[Skeleton]:
    """Make the skeleton of each sentence of a folded text."""
    found = list(names().find(text))
    return [
        _skeleton(text, stretch, [each for each in found if stretch.begin <= each.begin and each.end <= stretch.end])
        for stretch in stretches
    ]


def _skeleton(text: str, stretch: Stretch, found: Iterable[Mention]) -> Skeleton:
    dates = [
        Mention(each.begin, each.end, Kind.DATE, Form.NAME, (), data=each)
        for each in dates_of(text, stretch.begin, stretch.end)
    ]
    skeleton = Skeleton.of(text, stretch.begin, stretch.end).placing([*found, *dates])
    skeleton = extended(placed(skeleton))
    skeleton = skeleton.placing(officials_of(skeleton))
    skeleton = skeleton.placing([*counterparts_of(skeleton), *both_counterparts_of(skeleton)])
    skeleton = skeleton.placing(persons_of(skeleton))
    skeleton = skeleton.placing(family_names_of(skeleton, text))
    skeleton = skeleton.placing(appointed_of(skeleton))
    skeleton = skeleton.placing(bodies_of(skeleton))
    skeleton = skeleton.placing(units_of(skeleton))
    skeleton = skeleton.placing(people_of(skeleton))
    skeleton = skeleton.placing([*named_instruments_of(skeleton), *instruments_of(skeleton)])
    skeleton = skeleton.placing(designated(skeleton))
    skeleton = skeleton.placing(paired_officials_of(skeleton))
    return coordinated(skeleton)
