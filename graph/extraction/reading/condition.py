"""The condition that a text is in: what in it keeps extraction from reading it well, in words that a person can act on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:nbsp|quot|amp|lt|gt|#\d+);")
_MISREAD: Final = re.compile(r"[ØÙÛ][\u0080-\u00bf\u2010-\u203a\u0152-\u0192\u02c6\u02dc]")
_PRESENTED: Final = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
_LONG_WORD: Final = re.compile(r"[\u0621-\u064a]{25,}")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_MANY: Final = 3
_SHARE: Final = 0.5


def remarks_on(text: str) -> tuple[str, ...]:
    """Say what is wrong with a text; nothing where it reads well.

    >>> remarks_on("وقعت روسيا معاهدة.")
    ()
    >>> remarks_on("<p>وقعت روسيا معاهدة.</p>")
    ('2 left-overs of HTML, the first «<p>» at character 0: words next to them may be missed. Save the text without its tags.',)
    """
    return tuple(_remarks(text))


def why_unreadable(text: str) -> str:
    """Say why a text without an Arabic letter has none."""
    if _MISREAD.search(text):
        return "no Arabic letter, but the marks of UTF-8 read as Latin-1 («Ø§Ù»): open the file as UTF-8 and save it again."
    if _PRESENTED.search(text):
        return "no Arabic letter, but presentation forms, as copied from a PDF: normalise the text with NFKC."
    return "no Arabic letter in it: is it the right file, and was it saved whole?"


def _remarks(text: str) -> Iterator[str]:
    lost = text.count("\ufffd")
    if lost:
        place = text.index("\ufffd")
        yield f"{lost} letters were lost in decoding (U+FFFD), the first at character {place}: save the file again as UTF-8."
    if len(found := _MISREAD.findall(text)) >= _MANY:
        yield f"{len(found)} pairs of letters look like UTF-8 read as Latin-1 («{found[0]}»): save the file again as UTF-8."
    if tags := list(_TAG.finditer(text)):
        first = f"«{tags[0][0][:20]}» at character {tags[0].start()}"
        yield f"{len(tags)} left-overs of HTML, the first {first}: words next to them may be missed. Save the text without its tags."
    if forms := list(_PRESENTED.finditer(text)):
        yield f"{len(forms)} letters in presentation forms, the first at character {forms[0].start()}: they are not read. Normalise the text with NFKC."
    if words := list(_LONG_WORD.finditer(text)):
        first = f"«{words[0][0][:20]}…» at character {words[0].start()}"
        yield f"{len(words)} words of 25 letters and more, the first {first}: spaces seem to be missing, and names in them are not found."
    arabic, letters = (sum(map(len, found.findall(text))) for found in (_ARABIC, _LETTERS))
    if letters and arabic < _SHARE * letters:
        yield f"only {arabic * 100 // letters} % of the letters are Arabic: the rest is not read."
