"""The generated world: a fixed table of states, and pools of people and treaties that grow as articles are written."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final, TypeVar

from .invented import AGENCIES, LANDS, ORGANIZATIONS, Land
from .states import Names, State, Thing, read_states
from .treaties import THEMES, Official, Ratification, Treaty
from .vocabulary import M

if TYPE_CHECKING:
    from collections.abc import Sequence

_T = TypeVar("_T")

_BEGINNING: Final = dt.date(1992, 1, 1)
_DAYS_PER_ARTICLE: Final = 0.3
_NEW_TREATY: Final = 0.3
_IN_THE_NEWS: Final = 300
_FORGOTTEN: Final = 0.1
_STILL_UNSIGNED: Final = 0.12
_NEW_HOLDER: Final = 0.03

HEAD: Final = "head"
FOREIGN: Final = "foreign"
DEFENCE: Final = "defence"
SPEAKER: Final = "speaker"
OFFICES: Final = (HEAD, FOREIGN, DEFENCE, SPEAKER)

_HEADS: Final = {
    "رئيس": "President",
    "ملك": "King",
    "أمير": "Prince",
    "سلطان": "Sultan",
    "إمبراطور": "Emperor",
    "دوق": "Grand Duke",
}


@dataclass(frozen=True, slots=True)
class Recognition:
    """A recognition of an invented land by a state: which, by whom, and when."""

    state: State
    land: Land
    day: dt.date


class World:
    """What articles speak of, and the day on which the next one is written; everything follows from the seed."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - the same numbers again are the point
        self.today = _BEGINNING
        self.states = read_states()
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(len(self.states))))
        self._names = Names()
        self._officials: dict[tuple[str, str], Official] = {}
        self._treaties: dict[str, int] = {}
        self._mentions: list[Treaty] = []
        self._recognitions: dict[tuple[str, str], Recognition] = {}

    def pick(self, choices: Sequence[_T]) -> _T:
        """Pick one of several, all alike."""
        return choices[int(self.rng.random() * len(choices))]

    def chance(self, probability: float) -> bool:
        """Let something happen as often as a probability says."""
        return self.rng.random() < probability

    def next_day(self) -> None:
        """Let time go on between two articles."""
        if self.chance(_DAYS_PER_ARTICLE):
            self.today += dt.timedelta(days=1)

    def days_ago(self, most: int) -> dt.date:
        """Give a day not long ago."""
        return self.today - dt.timedelta(days=self.rng.randint(0, most))

    def state(self, *others: State) -> State:
        """Pick a state, much spoken of ones more often, other than some."""
        while True:
            (chosen,) = self.rng.choices(self.states, cum_weights=self._weights)
            if chosen not in others:
                return chosen

    def land(self) -> Land:
        """Pick an invented land."""
        return self.pick(LANDS)

    def agency(self) -> Thing:
        """Pick an invented news agency."""
        return self.pick(AGENCIES)

    def organization(self) -> Thing:
        """Pick an invented international organisation."""
        return self.pick(ORGANIZATIONS)

    def official(self, state: State, kind: str) -> Official:
        """Give who holds an office of a state today; now and then a new person does."""
        known = self._officials.get((state.slug, kind))
        if known is None or self.chance(_NEW_HOLDER):
            office, body = _office(state, kind)
            known = Official(self._names.invent(state.names, self.rng), office, state, body)
            self._officials[state.slug, kind] = known
        return known

    def treaty(self) -> Treaty:
        """Give a treaty to write about: a new one, or one that articles spoke of, the likelier the more they did.

        Most of those are still in the news; now and then an old one comes back.
        """
        if not self._mentions or self.chance(_NEW_TREATY):
            treaty = self._new_treaty()
        else:
            treaty = self.pick(self._mentions if self.chance(_FORGOTTEN) else self._mentions[-_IN_THE_NEWS:])
        self._mentions.append(treaty)
        return treaty

    def _new_treaty(self) -> Treaty:
        first = self.state()
        second = self.state(first)
        theme = self.pick(THEMES)
        slug = f"{theme.slug}-{first.slug}-{second.slug}"
        self._treaties[slug] = number = self._treaties.get(slug, 0) + 1
        kind = self.pick((HEAD, FOREIGN, DEFENCE))
        return Treaty(
            slug=slug if number == 1 else f"{slug}-{number}",
            theme=theme,
            first=first,
            second=second,
            signers=(self.official(first, kind), self.official(second, kind)),
            place=self.pick((first, second)),
            term=self.pick((5, 10, 15, 20, 25, 30)),
            extension=self.pick((1, 2, 3, 5)),
            signed=None if self.chance(_STILL_UNSIGNED) else self.days_ago(3),
        )

    def sign(self, treaty: Treaty) -> None:
        """Let a treaty that waited for it be signed."""
        treaty.signed = self.days_ago(3)

    def ratification(self, treaty: Treaty, signed: dt.date) -> Ratification:
        """Give the ratification of a treaty by one of its parties, which happens now if it has not yet."""
        state = self.pick((treaty.first, treaty.second))
        if state.slug not in treaty.ratifications:
            official = self.official(state, self.pick((HEAD, SPEAKER)))
            treaty.ratifications[state.slug] = Ratification(official, max(signed, self.days_ago(5)))
        return treaty.ratifications[state.slug]

    def recognition(self, state: State, land: Land) -> Recognition:
        """Give the recognition of a land by a state, which happens now if it has not yet."""
        new = Recognition(state, land, self.days_ago(10))
        return self._recognitions.setdefault((state.slug, land.slug), new)


def _office(state: State, kind: str) -> tuple[Thing, Thing | None]:
    """Make the office of a kind, and the body that it is an office of where that is not the state itself."""
    if kind == SPEAKER:
        slug, label = f"parliament-of-{state.slug}", f"Parliament of {state.english}"
        body = Thing.of(M.GovernmentBody, slug, f"برلمان {state.arabic}", label)
        return Thing.of(M.SpeakerOffice, f"speaker-of-{slug}", f"رئيس {body.arabic}", f"Speaker of the {label}"), body
    if kind == HEAD:
        title = _HEADS[state.head]
        slug = f"{title.lower().replace(' ', '-')}-of-{state.slug}"
        return Thing.of(M.HeadOfStateOffice, slug, f"{state.head} {state.arabic}", f"{title} of {state.english}"), None
    matter, words = ("foreign-affairs", "خارجية") if kind == FOREIGN else ("defence", "دفاع")
    english = f"Minister of {'Foreign Affairs' if kind == FOREIGN else 'Defence'} of {state.english}"
    slug = f"minister-of-{matter}-of-{state.slug}"
    return Thing.of(M.MinisterOffice, slug, f"وزير {words} {state.arabic}", english), None
