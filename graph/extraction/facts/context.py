"""What is known while an article is read: its sentences, who and what has been named, and the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention, Thing
from ..mentions.transliteration import transliterated
from .instruments import Instruments, KnownInstrument
from .ledger import Ledger, Name
from .people import People

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ...folding import Folded
    from ..mentions.patterns import Text
    from ..mentions.skeleton import Skeleton
    from ..reading.sentences import Stretch


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article's own, or its headline, with its skeleton."""

    place: int
    stretch: Stretch
    skeleton: Skeleton
    day: Mention | None = None
    """The date that opens the line of a timeline in which the sentence stands, where it is not the first."""

    @property
    def text(self) -> Text:
        """The skeleton's text, which patterns are matched against."""
        return self.skeleton.text

    def place_of(self, mention: Mention) -> int | None:
        """Find where a mention stands in the skeleton."""
        return next(
            (place for place, character in enumerate(self.text) if self.skeleton.mentions.get(character) is mention),
            None,
        )


@dataclass(slots=True)
class Context:
    """The state of reading one article."""

    name: str
    folded: Folded
    sentences: list[Sentence]
    published: date | None = None
    ledger: Ledger = field(default_factory=Ledger)
    people: People = field(default_factory=People)
    instruments: Instruments = field(default_factory=Instruments)
    polities: dict[str, Thing] = field(default_factory=dict)
    pairs: list[tuple[int, tuple[Thing, ...]]] = field(default_factory=list)
    weak_pairs: list[tuple[int, tuple[Thing, ...]]] = field(default_factory=list)
    groups: dict[tuple[int, int], tuple[Thing, ...]] = field(default_factory=dict)
    stands_for: dict[int, Thing] = field(default_factory=dict)
    lists: list[tuple[int, tuple[Thing, ...]]] = field(default_factory=list)
    counters: dict[str, int] = field(default_factory=dict)
    last_provision: int = -9
    listed: tuple[int, tuple[KnownInstrument, ...]] = (-9, ())
    """The last sentence of a list of provisions, and the instruments that lay them down."""
    provided: set[tuple[int, int]] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    last_visit: tuple[Name, Name] | None = None
    last_force: tuple[Name, tuple[str, ...]] | None = None
    last_spoken: int = -9
    spoken: dict[str, list[Name]] = field(default_factory=dict)
    last_speakers: tuple[tuple[Name, Name | None, str | None], ...] = ()
    outlets: dict[str, str] = field(default_factory=dict)
    interviewed: tuple[tuple[Name, Name | None, str | None], ...] = ()

    def fresh(self, stem: str) -> str:
        """Give an identifier that neither this article has used yet nor another one uses."""
        count = self.counters[stem] = self.counters.get(stem, 0) + 1
        return f"{stem}-in-{self.tag}" if count == 1 else f"{stem}-{count}-in-{self.tag}"

    @property
    def tag(self) -> str:
        """The part of an identifier that keeps what one article says apart from what another does."""
        return transliterated(self.name)[:32].strip("-") or "article"

    def words(self, span: tuple[int, int]) -> str:
        """Give folded words of the article."""
        return self.folded.text[slice(*span)]

    def things_of(self, mention: Mention | None, *, other_than: tuple[str, ...] = ()) -> tuple[Thing, ...]:
        """Tell what a side of an instrument or an event is: named, or referred back to; never one of those given."""
        if mention is None:
            return ()
        if mention.kind is not Kind.GROUP:
            return mention.things
        place = (mention.begin, mention.end)
        if place not in self.groups or any(thing.identifier in other_than for thing in self.groups[place]):
            self.groups[place] = self.pair_at(*place, other_than=other_than)
        return self.groups[place]

    def pair_at(self, place: int, end: int, *, other_than: tuple[str, ...] = ()) -> tuple[Thing, ...]:
        """Find the two that a designation stands for: the last pair named before it, else the first after it.

        «الإقليمان», «المؤسستان» are only two that were named in one breath; two sides or countries may be those of one sentence.
        """
        count = next((number for word, number in _COUNTS if f" ال{word}" in self.words((place, end))), 0)
        if count:
            lists = [things for at, things in self.lists if at < place and len(things) == count]
            return lists[-1] if lists else ()
        narrow = any(word in self.words((place, end)) for word in ("اقليم", "جمهوريت", "موسس", "منظمت"))
        named = self.pairs if narrow else [*self.pairs, *self.weak_pairs]
        fitting = [pair for pair in named if not any(thing.identifier in other_than for thing in pair[1])]
        strong = [pair for pair in fitting if pair in self.pairs and pair[0] < place]
        before = strong or [pair for pair in fitting if pair[0] < place]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        after = [pair for pair in fitting if pair[0] >= end]
        return min(after, key=lambda pair: pair[0])[1] if after else ()

    def note_list(self, place: int, things: tuple[Thing, ...]) -> None:
        """Remember three and more that are named together, for «الدول الثلاث»."""
        if len(set(things)) > len(_COUNTS[:2]):
            self.lists.append((place, things))

    def note_pair(self, place: int, things: tuple[Thing, ...], *, weak: bool = False) -> None:
        """Remember two that are named together; weakly, in one sentence."""
        if len(things) == 2 and len(set(things)) == 2:
            (self.weak_pairs if weak else self.pairs).append((place, things))


_COUNTS: Final = (("ثلاث", 3), ("اربع", 4), ("خمس", 5), ("ست", 6))


def names_of(things: tuple[Thing, ...]) -> tuple[Name, ...]:
    """Give the individuals of some things."""
    return tuple(Name(thing.identifier) for thing in things)


def mentions_in(context: Context, kind: Kind) -> Iterator[tuple[Sentence, Mention]]:
    """Go through the mentions of one kind in reading order."""
    for sentence in context.sentences:
        for mention in sentence.skeleton.inside(sentence.text, kind):
            yield sentence, mention


def short(words: str) -> str:
    """Make a readable part of an identifier out of a few words."""
    return transliterated(" ".join(words.split()[:3]))
