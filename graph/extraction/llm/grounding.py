"""Grounding: the place in the article that a model's quote comes from, or nothing.

Both are folded; the quote is looked for letter for letter, then with a tolerance for small slips; what is found is widened to
whole words. Of several places the one nearest to where the quote is expected counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from ...folding import folded

if TYPE_CHECKING:
    from ...folding import Folded

TOLERANCE: Final = 92.0
"""How alike, of a hundred, the words of the article must be to a quote that is not there letter for letter."""

_SHORTEST: Final = 12
_LETTER: Final = re.compile(r"[\w\u0621-\u064a]")


def ground(quote: str, text: Folded, *, near: int = 0, within: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """Find a quote in a folded text; places are in the folded text.

    >>> from ...folding import fold
    >>> ground("معاهدةُ صداقة", fold("وقعت روسيا معاهدة صداقة مع أبخازيا."))
    (11, 23)
    """
    wanted = " ".join(folded(quote).split()).strip(' "،.')
    begin, end = within or (0, len(text.text))
    if not wanted:
        return None
    places = [match.span() for match in re.finditer(_spaced(wanted), text.text[begin:end])]
    places = [(begin + first, begin + last) for first, last in places]
    whole = [place for place in places if _word_edges(text.text, *place) == place] or places
    if whole:
        return _word_edges(text.text, *min(whole, key=lambda place: abs(place[0] - near)))
    return _tolerant(wanted, text.text, begin, end)


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split(" "))


def _tolerant(wanted: str, text: str, begin: int, end: int) -> tuple[int, int] | None:
    if len(wanted) < _SHORTEST:
        return None
    found = fuzz.partial_ratio_alignment(wanted, text[begin:end], score_cutoff=TOLERANCE)
    if (
        found is None
        or found.dest_end <= found.dest_start
        or found.src_end - found.src_start < len(wanted) * TOLERANCE / 100
    ):
        return None
    return _word_edges(text, begin + found.dest_start, begin + found.dest_end)


def _word_edges(text: str, begin: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words, but let a joined conjunction or preposition stay outside."""
    while end < len(text) and _LETTER.match(text[end]) and _LETTER.match(text[end - 1]):
        end += 1
    first = begin
    while first > 0 and _LETTER.match(text[first - 1]) and _LETTER.match(text[first]):
        first -= 1
    joined = text[first:begin]
    begin = begin if joined in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل") else first
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end
