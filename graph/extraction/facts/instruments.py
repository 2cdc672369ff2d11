"""The instruments of one article: which mentions speak of the same one, their parties, their final names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ..mentions.instruments import DOMESTIC, class_of
from .instrument_names import dated_name, stems, unique_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..dates.calendar import Interval
    from ..mentions.instruments import InstrumentWords
    from ..mentions.records import Mention


@dataclass(slots=True, eq=False)
class KnownInstrument:
    """An instrument of the article with what has been said of it so far."""

    provisional: str
    head: str
    parties: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    plural: bool = False
    pair: int | None = None
    term: str | None = None
    stated: bool = False
    signed: bool = False
    hints: list[str] = field(default_factory=list)
    stated_parties: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    about: dict[str, tuple[str, ...]] = field(default_factory=dict)
    first_place: int = 1 << 30
    last_place: int = 0
    in_headline: bool = False
    signed_on: tuple[int, int] | None = None
    """Day and month of its signing, as the words tell them."""
    signed_later: bool = False
    """Whether the signing told of just now is of another day."""
    places: set[str] = field(default_factory=set)
    """Where it was signed, as the words tell it."""

    @property
    def is_domestic(self) -> bool:
        """Tell a law or decision from an instrument between polities."""
        return self.head in DOMESTIC

    def add_parties(self, parties: Iterable[str]) -> None:
        """Add sides that the article names."""
        for party in parties:
            if party not in self.parties:
                self.parties.append(party)

    def hint(self, parties: Iterable[str]) -> None:
        """Remember sides that its clause names, whether or not they are parties yet."""
        self.hints = [*self.hints, *(each for each in parties if each not in self.hints)]


@dataclass(slots=True)
class Instruments:
    """All instruments of the article, in the order of their first mention."""

    known: list[KnownInstrument] = field(default_factory=list)
    of_mention: dict[tuple[int, int], tuple[KnownInstrument, ...]] = field(default_factory=dict)

    def add(self, head: str, title: str, *, plural: bool = False, pair: int | None = None) -> KnownInstrument:
        """Add an instrument."""
        made = KnownInstrument(f"#{len(self.known)}", head, titles=[title] if title else [], plural=plural, pair=pair)
        self.known.append(made)
        return made

    def resolve(
        self, mention: Mention, words: InstrumentWords, title: str, parties: tuple[str, ...]
    ) -> tuple[KnownInstrument, ...]:
        """Find what a mention speaks of, or add it; nothing where a definite noun refers to nothing that is known."""
        place = (mention.begin, mention.end)
        if place not in self.of_mention:
            found = self._refer(words, title, parties, mention.begin) or self._introduce(words, title, parties)
            for each in found:
                each.first_place = min(each.first_place, mention.begin)
                each.last_place = mention.begin
                each.in_headline = False
                each.hint(parties if len(found) == 1 or not _distributes(words, parties) else ())
                if title and title not in each.titles:
                    each.titles.append(title)
            self.of_mention[place] = found
        return self.of_mention[place]

    def meant(self) -> KnownInstrument | None:
        """Give what «it» means: of the instruments between polities, with sides or a title that are told, the one spoken of last."""
        named = [each for each in self.known if not each.is_domestic and (each.parties or each.titles)]
        return max(named, key=lambda each: each.last_place, default=None)

    def with_its_pair(self, known: KnownInstrument | None) -> tuple[KnownInstrument, ...]:
        """Give an instrument and, where two were told of in one word, the other one."""
        return tuple(
            each
            for each in self.known
            if each is known or (known is not None and known.pair is not None and each.pair == known.pair)
        )

    def _refer(
        self, words: InstrumentWords, title: str, parties: tuple[str, ...], place: int
    ) -> tuple[KnownInstrument, ...]:
        candidates = [each for each in self.known if each.is_domestic == (words.head in DOMESTIC)]
        if words.another:
            return ()
        if title:
            fitting = [each for each in candidates if _compatible(each, parties)]
            if words.quoted and words.definite and (own := [each for each in candidates if title in each.titles]):
                return tuple(own[-1:])
            return (
                _alike(fitting, title, words.count)
                or _untitled(fitting, words, title, parties)
                or _named_after_its_place(fitting, words, title)
                or tuple(each for each in fitting if each.in_headline and _of_headline(each, words, parties))[-1:]
            )
        if not words.definite and not parties:
            return ()
        if parties and not words.definite:
            return tuple(
                each
                for each in candidates
                if set(each.parties or each.hints) == set(parties) and each.head == words.head
            )[-1:]
        before = [each for each in candidates if each.first_place <= place]
        return self._back(before, words, parties)

    def _back(
        self, candidates: list[KnownInstrument], words: InstrumentWords, parties: tuple[str, ...]
    ) -> tuple[KnownInstrument, ...]:
        fitting = [each for each in candidates if _compatible(each, parties)]
        same = [each for each in fitting if each.head == words.head] or ([] if words.head in _APART else fitting)
        if not same:
            return ()
        recent = max(same, key=lambda each: (bool(each.parties or each.hints), each.last_place))
        if recent.pair is not None:
            return tuple(each for each in self.known if each.pair == recent.pair)
        if words.count == 2:
            return tuple(same[-2:]) if len(same) >= 2 else ()
        return (recent,) if words.count == 1 or recent.plural else ()

    def _introduce(self, words: InstrumentWords, title: str, parties: tuple[str, ...]) -> tuple[KnownInstrument, ...]:
        if words.head == "document" or (words.definite and not title and not parties):
            return ()
        if words.count == 2:
            pair = len(self.known)
            return tuple(self.add(words.head, title, pair=pair) for _ in range(2))
        return (self.add(words.head, title, plural=words.count == 0),)

    def final_names(self, times: Mapping[str, Interval], tag: str) -> dict[str, str]:
        """Give each provisional identifier its final one: kind, what the title tells, parties, and the time of signing or else the article."""
        used: dict[str, int] = {}
        return {each.provisional: unique_name(dated_name(each, times, tag), used, tag) for each in self.known}

    def classes(self, parties: Mapping[str, int]) -> dict[str, str]:
        """Give the class of each instrument: a treaty of exactly two, by what is stated, is bilateral."""
        return {f"class-of-{each.provisional}": _class(each, parties.get(each.provisional, 0)) for each in self.known}

    def __iter__(self) -> Iterator[KnownInstrument]:
        return iter(self.known)


def _untitled(
    candidates: list[KnownInstrument], words: InstrumentWords, title: str, parties: tuple[str, ...]
) -> tuple[KnownInstrument, ...]:
    """An instrument that only «a treaty» of the same sides was said of so far is the one that now gets its title."""
    del title
    bare = [
        each
        for each in candidates
        if each.head == words.head and words.count == 1 and not any(stems(known) for known in each.titles)
    ]
    return tuple(each for each in bare if parties and set(each.parties or each.hints) == set(parties))[-1:]


def _named_after_its_place(
    candidates: list[KnownInstrument], words: InstrumentWords, title: str
) -> tuple[KnownInstrument, ...]:
    """«معاهدة لوزان» is the treaty without a title of its own that was signed there."""
    wanted = set(stems(title))
    return tuple(
        each
        for each in candidates
        if each.head == words.head and not any(map(stems, each.titles)) and wanted and wanted <= each.places
    )[-1:]


def _alike(candidates: list[KnownInstrument], title: str, count: int) -> tuple[KnownInstrument, ...]:
    wanted = set(stems(title))
    found = [each for each in candidates if any(_overlap(wanted, set(stems(known))) for known in each.titles)]
    if not found and title.startswith("ال") | (count == len(("one", "other"))):
        shorter = [each for each in candidates if any(wanted and wanted <= set(stems(known)) for known in each.titles)]
        found = shorter if len(shorter) == 1 or len({each.pair for each in shorter} - {None}) == 1 else []
    return tuple(found) if found and (count == 2 or found[0].pair is not None) else tuple(found[-1:])


def _overlap(wanted: set[str], known: set[str]) -> bool:
    if not wanted or not known:
        return False
    shared = len(wanted & known)
    return shared / min(len(wanted), len(known)) >= 0.75 and shared / len(wanted | known) >= 0.25


def _compatible(known: KnownInstrument, parties: tuple[str, ...]) -> bool:
    sides = set(known.parties) | set(known.hints)
    return not sides or not parties or set(parties) <= sides or sides <= set(parties)


def _of_headline(known: KnownInstrument, words: InstrumentWords, parties: tuple[str, ...]) -> bool:
    """Tell an instrument that the headline calls by other words from one that the article adds."""
    sides = set(known.parties or known.hints)
    same = set(parties) <= sides or sides <= set(parties)
    alone = words.count == 1 and known.pair is None and not known.plural
    return alone and same and known.head == words.head


def _distributes(words: InstrumentWords, parties: tuple[str, ...]) -> bool:
    return words.count == 2 and len(parties) > 2


_APART: Final = DOMESTIC | {"statute"}
"""Kinds whose noun never refers to an instrument of another kind: «النظام» is no treaty."""
_REFERENDUM: Final = "استفتاء"


def _class(known: KnownInstrument, parties: int) -> str:
    kind = class_of(known.head)
    if kind == "Decision" and any(_REFERENDUM in title for title in known.titles):
        return "ReferendumDecision"
    bilateral = kind == "Treaty" and known.head not in _APART and parties == len(("one", "other"))
    return "BilateralTreaty" if bilateral and not known.plural else kind
