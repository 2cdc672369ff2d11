"""The repertoire: which sentences can stand together in an article, and how many of them do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from .dates import english_day, on_day
from .layout import article_node
from .passages import Sentence, passage
from .phrases import city, named
from .sentences import discourse, lands, life_cycle, military, norms, relations, terms
from .states import Thing
from .vocabulary import TRUE, M, arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .phrases import Scene
    from .states import State
    from .treaties import Treaty

    Follower = Callable[[], Sentence]

_TREATY_STORIES: Final = 0.66
_LAND_STORIES: Final = 0.14
_WITH_DATELINE: Final = 0.25
_NEWS_DAYS: Final = 3
_LENGTHS: Final = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 4)
"""How many sentences follow the first one, each as often as it stands here."""

_FIRST_REPORTS: Final = (life_cycle.signed_by_states, life_cycle.signed_by_officials)
_LATER_REPORTS: Final = (*_FIRST_REPORTS, life_cycle.ratified, life_cycle.ratified, life_cycle.recalled)
_CONTENTS: Final = (
    life_cycle.in_force,
    life_cycle.developed,
    terms.term,
    terms.extension,
    terms.expiry,
    terms.fields,
    terms.safeguard,
    norms.joint_duty,
    norms.directed_duty,
    norms.prohibition,
    norms.protection,
    norms.crossing,
    norms.attack_rule,
    norms.appointment,
)
_MILITARY: Final = (military.joint_force, military.command, military.task, military.base)
_SPEECH: Final = (discourse.statement, discourse.endorsement, discourse.accusation, discourse.quoted)
_LEADS: Final = (relations.established, relations.membership, relations.visit, relations.visit)
_RELATIONS: Final = (*_LEADS, relations.application, relations.meeting, relations.rumour)
_LANDS: Final = (lands.separation, lands.dissolution, lands.referendum, lands.war)


def compose(scene: Scene) -> list[Sentence]:
    """Choose what an article tells, and tell it."""
    luck = scene.world.rng.random()
    if luck < _TREATY_STORIES:
        return _on_treaty(scene, scene.world.treaty())
    first = scene.world.state()
    if luck < _TREATY_STORIES + _LAND_STORIES:
        return _on_land(scene, first)
    return _on_two_states(scene, first, scene.world.state(first))


def _on_treaty(scene: Scene, treaty: Treaty) -> list[Sentence]:
    world, parties = scene.world, (treaty.first, treaty.second)
    if treaty.signed is None and world.chance(0.25):
        world.sign(treaty)
    begin = _dateline(scene, treaty.first)
    speech: list[Follower] = [partial(tell, scene, *parties, treaty) for tell in _SPEECH]
    if treaty.signed is None:
        followers = speech + [partial(tell, scene, *parties) for tell in _RELATIONS]
        return [*begin, life_cycle.planned(scene, treaty), *_followed(scene, followers)]
    new = (world.today - treaty.signed).days <= _NEWS_DAYS
    lead = world.pick(_FIRST_REPORTS if new else _LATER_REPORTS)
    contents = _CONTENTS + (_MILITARY if M.defenseField in treaty.theme.fields else ())
    followers = [partial(tell, scene, treaty, treaty.signed) for tell in contents]
    return [*begin, lead(scene, treaty, treaty.signed), *_followed(scene, followers + speech)]


def _on_two_states(scene: Scene, first: State, second: State) -> list[Sentence]:
    begin = _dateline(scene, first)
    lead = scene.world.pick(_LEADS)(scene, first, second)
    followers: list[Follower] = [partial(tell, scene, first, second) for tell in _RELATIONS]
    followers += [partial(tell, scene, first, second, None) for tell in _SPEECH]
    return [*begin, lead, *_followed(scene, followers)]


def _on_land(scene: Scene, first: State) -> list[Sentence]:
    begin, land = _dateline(scene, first), scene.world.land()
    followers: list[Follower] = [partial(tell, scene, first, land) for tell in _LANDS]
    return [*begin, lands.recognition(scene, first, land), *_followed(scene, followers)]


def _followed(scene: Scene, followers: Sequence[Follower]) -> list[Sentence]:
    chosen = scene.world.rng.sample(followers, min(scene.world.pick(_LENGTHS), len(followers)))
    return [follower() for follower in chosen]


def _dateline(scene: Scene, where: State) -> list[Sentence]:
    """Begin an article with place, day and agencies; the day is what «yesterday» is reckoned from."""
    if not scene.world.chance(_WITH_DATELINE):
        return []
    day = on_day(scene.world.today)
    agencies = Thing.of(M.SourceGroup, f"agencies-of-{scene.article}", "وكالات", "Unnamed agencies")
    line = passage("{city}، {day} – {agencies}", city=city(where), day=day, agencies=named(agencies))
    line.state(agencies.node, (M.collective, TRUE))
    line.state(article_node(scene.article), (M.dateline, arabic(line.words)), (M.creditedTo, agencies.node))
    scene.dateline = day
    translation = f"{where.capital.english}, {english_day(scene.world.today)} – agencies"
    return [Sentence(line, translation, stop="")]
