"""Fold words for searching: letters that writers of Arabic use for each other become one, marks and cases go."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SAME: Final = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـء")
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Give the words of a text as they are searched for.

    >>> folded("مُعاهَدَة  الشَّراكة"), folded("Raúl  KHAJIMBA"), folded("أبخازيا")
    ('معاهده الشراكه', 'raul khajimba', 'ابخازيا')
    """
    bare = "".join(each for each in unicodedata.normalize("NFKD", _composed(text)) if not unicodedata.combining(each))
    return _BETWEEN_WORDS.sub(" ", bare.casefold()).strip()


def _composed(text: str) -> str:
    """Fold the letters while a hamza is still one with its seat."""
    return unicodedata.normalize("NFC", text).translate(_SAME)
