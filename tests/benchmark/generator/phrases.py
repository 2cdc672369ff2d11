"""Phrases: how an article names a state, an office, a person or a place, each with what the naming states."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .dates import in_month, in_year, on_day, without_year, yesterday
from .passages import Curated, Passage, passage
from .vocabulary import TRUE, TYPE, M, arabic, individual

if TYPE_CHECKING:
    import datetime as dt

    from pyoxigraph import NamedNode

    from .states import State, Thing
    from .treaties import Official, Treaty
    from .world import World


@dataclass(slots=True)
class Scene:
    """Where a sentence is written: the world, the article and the date in its dateline, if it has one."""

    world: World
    article: str
    dateline: Passage | None = None
    _numbers: dict[str, int] = field(default_factory=dict)

    def own(self, kind: str) -> NamedNode:
        """Name something that this article alone tells of."""
        self._numbers[kind] = number = self._numbers.get(kind, 0) + 1
        return individual(f"{kind}-{self.article}-{number}")

    def when(self, day: dt.date) -> tuple[Passage, Passage]:
        """Print on which day something happened, and give the date in it: the dateline's «yesterday», or a date."""
        if self.dateline is not None and (self.world.today - day).days == 1:
            date = yesterday(day, self.dateline)
            return date, date
        date = self.date(day)
        return passage("في {date}", date=date), date

    def date(self, day: dt.date) -> Passage:
        """Print a day as exactly as the newspaper cares to."""
        luck = self.world.rng.random()
        if luck < 0.6:
            return on_day(day, both_names=luck < 0.2)
        if luck < 0.75:
            return in_month(day)
        return in_year(day) if luck < 0.9 else without_year(day)


def named(
    thing: Thing, *facts: tuple[NamedNode, NamedNode], curated: tuple[tuple[NamedNode, NamedNode], ...] = ()
) -> Passage:
    """Name a thing, and state what it is; the reference graph gets its English name."""
    naming = passage("{words}", words=thing.arabic)
    naming.state(thing.node, (TYPE, thing.kind), (M.name, arabic(thing.arabic)), *facts)
    return naming.curate(Curated(thing.node, thing.english, curated))


def state(polity: State) -> Passage:
    """Name a state."""
    return named(polity.polity, curated=((TYPE, M.State), (M.disputeStatus, M.undisputed)))


def capital(polity: State) -> Passage:
    """Let the capital of a state stand for its government."""
    return designation(polity.capital.arabic, polity.node, metonym=True)


def city(of: State) -> Passage:
    """Name the capital of a state as a place."""
    return named(of.capital, (M.inCountry, of.node))


def designation(words: str, *meant: NamedNode, metonym: bool = False) -> Passage:
    """Print words that stand for things named elsewhere."""
    form = passage("{words}", words=words)
    form.state(form, (TYPE, M.NameForm), *((M.names, each) for each in meant))
    return form.state(form, (M.metonym, TRUE)) if metonym else form


def office(held: Official) -> Passage:
    """Print the title of an office; whose it is, is part of the title."""
    owner = state(held.state)
    if held.body is not None:
        owner = passage("{words} {owner}", words=held.body.arabic.partition(" ")[0], owner=owner)
        owner.state(held.body.node, (TYPE, held.body.kind), (M.name, arabic(held.body.arabic)))
        owner.state(held.body.node, (M.bodyOf, held.state.node)).curate(Curated(held.body.node, held.body.english))
    title = passage("{words} {owner}", words=held.office.arabic.removesuffix(owner.words).strip(), owner=owner)
    of = held.state.node if held.body is None else held.body.node
    title.state(held.office.node, (TYPE, held.office.kind), (M.officeOf, of))
    title.state(held.office.node, (M.officeTitle, arabic(title.words)))
    return title.curate(Curated(held.office.node, held.office.english))


def official(who: Official) -> Passage:
    """Print an office and who holds it."""
    holding = passage("{office} {person}", office=office(who), person=named(who.person))
    return holding.state(who.tenure, (TYPE, M.Tenure), (M.holder, who.person.node), (M.heldOffice, who.office.node))


def titled(treaty: Treaty) -> Passage:
    """Print the title of a treaty."""
    title = passage("{words}", words=treaty.theme.arabic)
    title.state(treaty.node, (TYPE, treaty.theme.kind), (M.titleAsReported, arabic(treaty.theme.arabic)))
    return title.curate(Curated(treaty.node, treaty.english))


def past(verb: str, polity: State) -> str:
    """Let a verb in the past agree with a state.

    The verb is given as it stands with a masculine name.
    """
    return f"{verb}ت" if polity.feminine else verb


def present(verb: str, polity: State) -> str:
    """Let a verb in the present, given without its first letter, agree with a state."""
    return f"{'ت' if polity.feminine else 'ي'}{verb}"


def english_official(who: Official) -> str:
    """Name an official in English."""
    return f"{who.office.english} {who.person.english}"
