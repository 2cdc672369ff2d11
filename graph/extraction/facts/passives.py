"""What is told to have been signed, by nobody named, of the instrument that the words before speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .treaties import instruments_at

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .instruments import KnownInstrument


def passive_of_last(context: Context, sentence: Sentence, match: re.Match[str]) -> int | None:
    """A sentence that says of nothing named but place and time that it was signed speaks of the last instrument."""
    before = sentence.text[: match.start("verb")]
    opens = pattern(r"^(?:و|ف|و?قد |لقد )?$").match(before) is not None
    if not opens and not pattern(r"(?:،|؛) ?(?:و|ثم |وقد |حيث )$").search(before):
        return None
    told = pattern(
        r"(?:(?: ?،? ?(?:في|ب|يوم|بتاريخ|عام) ?)?(?: ?العاصمه (?:{A} )?)?[\uf000-\uf1ff\ue800-\ue9ff])+(?= ?[.،؛]| ?$| ?و)"
    ).match(sentence.text, match.end("verb"))
    meant = context.instruments.meant() if opens else _last_of(context, sentence, match.start("verb"))
    near = meant is not None and sentence.stretch.begin - meant.last_place < _NEAR
    agrees = meant is not None and (meant.head in _FEMININE) == match["verb"].endswith("ت")
    return match.start("verb") if told and near and agrees else None


def _last_of(context: Context, sentence: Sentence, place: int) -> KnownInstrument | None:
    """Give the one instrument that the words before a place speak of: «معاهدة كذا هي التي …، ووُقعت في 28 يونيو»."""
    told = list(sentence.skeleton.inside(sentence.text[:place], Kind.INSTRUMENT))
    found = instruments_at(context, sentence, told[-1]) if told else ()
    return found[0] if len(found) == 1 and not found[0].is_domestic else None


_NEAR: Final = 420
_FEMININE: Final = frozenset({"treaty", "agreement", "memorandum", "document"})
