"""Latin letters for Arabic words, to make readable IRIs where no table has an English name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ...folding import folded

_LATIN: Final = {
    **dict(
        zip(
            "ابتجحدذرزسصضطظعفقكلمنهوي",
            [
                "a",
                "b",
                "t",
                "j",
                "h",
                "d",
                "dh",
                "r",
                "z",
                "s",
                "s",
                "d",
                "t",
                "z",
                "a",
                "f",
                "q",
                "k",
                "l",
                "m",
                "n",
                "h",
                "u",
                "i",
            ],
            strict=True,
        )
    ),
    "ث": "th",
    "خ": "kh",
    "ش": "sh",
    "غ": "gh",
    "ء": "",
    "چ": "ch",
    "ژ": "zh",
}


@lru_cache(maxsize=4096)
def transliterated(words: str) -> str:
    """Write Arabic words in Latin letters, as the part of an IRI.

    >>> transliterated("فلاديمير بوتين")
    'fladimir-butin'
    """
    letters = "".join(_LATIN.get(letter, letter) for letter in folded(words).lower())
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-")
