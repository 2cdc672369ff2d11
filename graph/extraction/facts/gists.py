"""Where somebody's words end, where he goes on with another «وأن», and what of the quotation marks belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .speech_words import SPEAKERS, speech_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Sentence

_PARTICIPLES: Final = "موكد|موضح|مضيف|مشير|لافت|معتبر|محذر|مشدد|مبين|معلن|متوقع|متهم|معرب|منوه|داعي|مطالب|متعهد|مبدي|نافي|قايل|مردف|مستبعد|مرجح|منبه|مهدد|مستدرك|مستطرد|زاعم|مبرر|منتقد|رافض|مذكر|واصف"
_END: Final = (
    rf"،? ?(?:و)?(?:{_PARTICIPLES})(?:ا|ه|ين)(?= )|،? املا (?=ان|في)"
    r"|،? ?و(?:مستعده?|علي استعداد) ل|،? (?:فيما|بينما|في حين|وذلك|بحسب|وفق|وفقا|كما قال|حسبما|علي حد|وهو ما|في الوقت الذي|في وقت|من دون ان|دون ان) |، قبل ان |(?<=\") ?، (?:الا ان|لكن|غير ان|بيد ان) |، و(?:رفض|استدعت|دعا|دعت|نامل|ذلك|وصف|اتهم|رحب|ندد|نفي|نفت)(?= |ت )|\.(?=\s|$)|[؟!](?=\s|$)"
)
_AND_THAT: Final = r" ?،? و(?:(?:علي|الي|ب) ?)?ان(?:ه|ها|هما|هم|نا)?(?= )"
SHORTEST: Final = 6
"""How many letters a gist has at least."""


def length_of(sentence: Sentence, first: int, end: int) -> int:
    """Tell how many letters the words have."""
    begin, last = sentence.skeleton.span(first, end)
    return last - begin


def without_quotes(sentence: Sentence, first: int, end: int) -> tuple[int, int]:
    """Give the words in the article, without the quotation marks around all of them."""
    text = sentence.text
    if text[first] == '"' and text[end - 2 : end] in ('."', '،"'):
        return sentence.skeleton.span(first + 1, end - 2)
    if (
        text[first] == '"'
        and text[first:end].count('"') <= 2
        and (text[end - 1] == '"' or text[first:end].count('"') == 1)
    ):
        first, end = first + 1, end - (text[end - 1] == '"')
    elif text[first:end].count('"') == 1 and text[end - 1] == '"':
        end -= 1
    return sentence.skeleton.span(first, end)


def _others(sentence: Sentence, begin: int, end: int) -> Iterator[int]:
    """Go through the commas behind which somebody speaks: «…، وقال لافروف», «…، والوزير يقول»."""
    for comma in pattern(rf" ?، ?[وف](?:{SPEAKERS} )?(?P<word>[\u0621-\u064a]+)").finditer(
        sentence.text, begin + 1, end
    ):
        word = speech_words().get(comma["word"])
        if word is not None and not word.participle:
            yield comma.start()


def end_of(sentence: Sentence, begin: int, end: int) -> int:
    """Find where words end that begin at a place and go no further than another."""
    stop = pattern(_END).search(sentence.text, begin + 1, end)
    last = stop.start() if stop else end
    last = next((place for place in _others(sentence, begin, last)), last)
    while last > begin and sentence.text[last - 1] in " ،.":
        last -= 1
    return last


def goes_on(sentence: Sentence, begin: int, end: int) -> tuple[int, int] | None:
    """Find the next «وأن» in somebody's words: where it begins and where what it introduces does."""
    found = pattern(_AND_THAT).search(sentence.text, begin + SHORTEST, end)
    return found.span() if found and sentence.text[begin : found.start()].count('"') % 2 == 0 else None
