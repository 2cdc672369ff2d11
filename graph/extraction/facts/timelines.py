"""Timelines: the sentences after the first of a line that opens with its date belong to that day as well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..mentions.records import Mention
    from .context import Sentence

OPENING: Final = r"^[-•\s]*(?:في )?(?P<date>{D}) ?[:–-]"
"""A line of a timeline opens with its date: «5 يونيو 2017: السعودية تقطع …»."""


def with_days(text: str, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Go through the sentences, each with the day that opens its line, where it is not its first."""
    day: Mention | None = None
    end = 0
    for sentence in sentences:
        if "\n" in text[end : sentence.stretch.begin]:
            day = None
        yield replace(sentence, day=day) if day else sentence
        opening = pattern(OPENING).match(sentence.text)
        day = sentence.skeleton.mention(opening["date"]) if opening else day
        end = sentence.stretch.end
