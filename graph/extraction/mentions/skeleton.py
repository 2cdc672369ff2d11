"""Skeletons: a folded sentence in which single characters stand for mentions, and patterns over it.

A pattern is a regular expression in plain Arabic spelling with names in braces:

    {P} a polity   {A} a nisba adjective   {R} an organization   {O} an official   {N} a person   {D} a date   {I} an instrument
    {B} a body of government   {F} a force   {C} a place   {G} a designation of several («الطرفان»)   {K} a category of people
    {S} a side: polity, organization or designation       {gap} a few words of the same clause
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from ...folding import folded
from .patterns import Pattern, Text
from .records import SIZE, Kind, Mention, first_of_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LETTERS: Final = {
    "P": Kind.POLITY,
    "A": Kind.ADJECTIVE,
    "R": Kind.ORGANIZATION,
    "O": Kind.OFFICIAL,
    "N": Kind.PERSON,
    "D": Kind.DATE,
    "I": Kind.INSTRUMENT,
    "B": Kind.BODY,
    "F": Kind.FORCE,
    "C": Kind.PLACE,
    "G": Kind.GROUP,
    "K": Kind.PEOPLE,
}
_SIDES: Final = "PRG"
_SPECIAL: Final = {
    "gap": r"[^.؟!؛]{0,70}?",
    "far": r"[^.؟!؛]{0,160}?",
    "rest": r"[^.؟!؛]*",
    "word": r"[\u0621-\u064a]+",
    "any": "[\ue000-\uf8ff]",
    "b": r"(?<![\u0621-\u064a])",
    "e": r"(?![\u0621-\u064a])",
    "w": r"(?<![\u0621-\u064a])[وف]?",
}
_ASSIMILATED: Final = "لل"
"""How a name with the article begins after «ل»: it keeps its words, and the preposition stands before it in the skeleton."""
_NAMED_KINDS: Final = frozenset({Kind.POLITY, Kind.ORGANIZATION, Kind.ADJECTIVE, Kind.PEOPLE})
_STANDING: Final = re.compile("[\ue000-\uf8ff]")
_NAMED: Final = re.compile(r"\{([A-Za-z]+)\}")
_UNFOLDED: Final = re.compile(r"[\u0621-\u0652\u0670]*[أإآٱىؤئة\u0640\u064b-\u0652\u0670][\u0621-\u0652\u0670]*")
"""A word with a letter or mark that folding changes."""


@cache
def pattern(text: str) -> Pattern:
    """Compile a pattern: names in braces are filled in, Arabic words are folded, spaces stand for any space.

    >>> bool(pattern(r"{w}وقّعت {P}").match("وقعت " + chr(0xE000)))
    True
    """
    expanded = _NAMED.sub(lambda match: _expansion(match[1]), text)
    spelled = _UNFOLDED.sub(lambda match: folded(match[0]), expanded)
    return Pattern(spelled.replace(" ?", r"\s*").replace(" ", r"\s+"))


def _expansion(name: str) -> str:
    if name in _SPECIAL:
        return _SPECIAL[name].replace(" ", "\\ ")
    letters = _SIDES if name == "S" else name
    return "[" + "".join(_LETTERS[letter].characters for letter in letters) + "]"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence with mentions as single characters, and for each character the folded text that it covers."""

    text: Text
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: dict[str, Mention]
    inner: dict[str, tuple[str, tuple[int, ...], tuple[int, ...]]] = field(default_factory=dict, repr=False)
    """For each mention that was put in the place of its words, those words as they stood in the skeleton."""

    @staticmethod
    def of(text: str, begin: int, end: int) -> Skeleton:
        """Make the skeleton of a stretch of folded text in which nothing is recognised yet."""
        places = range(begin, end)
        return Skeleton(Text(text[begin:end]), tuple(places), tuple(place + 1 for place in places), {})

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Give the stretch of folded text that a stretch of the skeleton covers, without space and commas around it."""
        while begin < end and self.text[begin] in " ،\n":
            begin += 1
        while end > begin and self.text[end - 1] in " ،\n":
            end -= 1
        return self.begins[begin], self.ends[max(begin, end - 1)]

    def mention(self, character: str | None) -> Mention | None:
        """Give the mention that a character stands for."""
        return self.mentions.get(character) if character else None

    def inside(self, words: str, kind: Kind | None = None) -> Iterator[Mention]:
        """Go through the mentions in a piece of the skeleton."""
        for character in _STANDING.findall(words):
            mention = self.mentions.get(character)
            if mention is not None and (kind is None or mention.kind is kind):
                yield mention

    def placing(self, mentions: Iterable[Mention]) -> Skeleton:
        """Put mentions in the place of their words; of two that overlap the longer one, then the first."""
        chosen = _chosen(mentions)
        if not chosen:
            return self
        counts = Counter(map(first_of_kind, self.mentions))
        known, inner = dict(self.mentions), dict(self.inner)
        text: list[str] = []
        begins: list[int] = []
        ends: list[int] = []
        place = 0
        for mention in chosen:
            first, last = bisect_right(self.begins, mention.begin) - 1, bisect_right(self.ends, mention.end)
            if (
                first < place
                or self.begins[first] != mention.begin
                or self.ends[last - 1] != mention.end
                or counts[chr(mention.kind.value)] >= SIZE
            ):
                continue
            text.extend(self.text[place:first])
            begins.extend(self.begins[place:first])
            ends.extend(self.ends[place:first])
            if self.text.startswith(_ASSIMILATED, first) and mention.kind in _NAMED_KINDS:
                text.append(_ASSIMILATED[0])
                begins.append(mention.begin)
                ends.append(mention.begin + 1)
            character = chr(mention.kind.value + counts[chr(mention.kind.value)])
            counts[chr(mention.kind.value)] += 1
            known[character] = mention
            inner[character] = self.text[first:last], self.begins[first:last], self.ends[first:last]
            text.append(character)
            begins.append(mention.begin)
            ends.append(mention.end)
            place = last
        text.extend(self.text[place:])
        return Skeleton(
            self.text.rewritten("".join(text), with_kinds=counts),
            (*begins, *self.begins[place:]),
            (*ends, *self.ends[place:]),
            known,
            inner,
        )

    def opened(self, character: str) -> Skeleton:
        """Give the words that a mention stands in the place of, as a skeleton of their own with the same mentions."""
        words, begins, ends = self.inner.get(character, ("", (), ()))
        return Skeleton(self.text.rewritten(words), begins, ends, self.mentions, self.inner)

    def replacing(self, found: Pattern, make: Callable[[Skeleton, re.Match[str]], Mention | None]) -> Skeleton:
        """Put what `make` makes of each match in the place of its words."""
        made = (make(self, match) for match in found.finditer(self.text))
        mentions = [mention for mention in made if mention is not None]
        return self.placing(mentions) if mentions else self


def _chosen(mentions: Iterable[Mention]) -> list[Mention]:
    ranked = sorted(mentions, key=lambda each: (each.begin - each.end, each.begin))
    if len(ranked) <= 1:
        return ranked
    taken: list[Mention] = []
    for mention in ranked:
        if all(mention.end <= other.begin or other.end <= mention.begin for other in taken):
            taken.append(mention)
    return sorted(taken, key=lambda each: each.begin)
