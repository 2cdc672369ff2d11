"""Folding: Arabic text with its spelling variants levelled, and the exact way back to the untouched text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_LEVELLED: Final = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیې", "ي"),
    **dict.fromkeys("ةۀ", "ه"),
    **dict.fromkeys("کڪ", "ك"),
    "ؤ": "و",
    "ئ": "ي",
    "گ": "غ",
    "ڤ": "ف",
    "پ": "ب",
    "٫": ".",
    "٪": "%",
    ",": "،",
    ";": "؛",
    "?": "؟",
    **dict.fromkeys("“”„‟«»‹›″＂❝❞", '"'),
    **dict.fromkeys("–—−‑‒―", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\t\r\v\f\u0085", " "),
    **dict.fromkeys("\u2028\u2029", "\n"),
}
_LEVELLING: Final = str.maketrans(_LEVELLED)
_TATWEEL: Final = "ـ"
_DROPPED: Final = frozenset({*map(chr, range(0x200B, 0x2010)), *map(chr, range(0x202A, 0x202F)), "\ufeff", "\u00ad"})
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_PLAIN: Final = re.compile(r"[\n -~\u0621-\u063f\u0641-\u064a،؛؟]+")
"""Characters that stay what they are once their spelling is levelled, as nearly all do."""
_PRESENTATION_FORM: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets` gives for each of its characters the place of the character that it came from."""

    text: str
    offsets: tuple[int, ...]
    source: str

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Give the stretch of the untouched text behind a stretch of the folded one, with its last letter's marks.

        >>> fold("وقّعَت").span(0, 3)
        (0, 5)
        """
        first, last = self.offsets[begin], self.offsets[end - 1] + 1
        while last < len(self.source) and _belongs_to_letter(self.source[last]):
            last += 1
        return first, last


def fold(text: str) -> Folded:
    """Level the spelling of a text: hamzas, final letters, marks, tatweel, digits, quotation marks and dashes.

    >>> fold("معـاهدةُ «الصّداقة» ٢٠٠٨").text
    'معاهده "الصداقه" 2008'
    """
    letters: list[str] = []
    offsets: list[int] = []
    levelled, place = text.translate(_LEVELLING), 0
    while place < len(text):
        plain = _PLAIN.match(levelled, place)
        end = plain.end() if plain else place + 1
        given = plain[0] if plain else _folded_character(text[place], text, place)
        letters.append(given)
        offsets.extend(range(place, end) if plain else [place] * len(given))
        place = end
    return Folded("".join(letters), tuple(offsets), text)


def folded(words: str) -> str:
    """Fold words of a table or a pattern: the same function as for the text."""
    return fold(words).text


def search_key(text: str) -> str:
    """Fold a text for searching as somebody types: spelling as above, and neither case, punctuation nor any mark.

    >>> search_key("مُعاهَدَة «الشَّراكة»"), search_key("Raúl  KHAJIMBA"), search_key("أبخازيا")
    ('معاهده الشراكه', 'raul khajimba', 'ابخازيا')
    """
    composed = unicodedata.normalize("NFC", text)  # a hamza is one with its seat
    letters = unicodedata.normalize("NFKD", folded(composed).replace("ء", "").casefold())
    return _BETWEEN_WORDS.sub(" ", "".join(each for each in letters if not unicodedata.combining(each))).strip()


def _folded_character(character: str, text: str, place: int) -> str:
    if character == _TATWEEL:
        return "" if _between_letters(text, place) else "-"
    if character in _DROPPED or unicodedata.category(character) == "Mn":
        return ""
    if _PRESENTATION_FORM.match(character):
        return "".join(_LEVELLED.get(each, each) for each in unicodedata.normalize("NFKC", character))
    if unicodedata.category(character) == "Co":  # a font's own picture; in skeletons such characters stand for mentions
        return " "
    return _digit(character) or _LEVELLED.get(character, character)


def _digit(character: str) -> str:
    return str(unicodedata.digit(character)) if character.isdecimal() else ""


def _between_letters(text: str, place: int) -> bool:
    """Tell a lengthened letter from a tatweel that stands for a dash."""
    before = place > 0 and not text[place - 1].isspace()
    after = place + 1 < len(text) and not text[place + 1].isspace()
    return before or after


def _belongs_to_letter(character: str) -> bool:
    return character == _TATWEEL or unicodedata.category(character) == "Mn"
