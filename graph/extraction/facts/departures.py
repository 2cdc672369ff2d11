"""How news words that a side has left an instrument by what has come of it: «أصبحت خارج المعاهدة», «لم تعد طرفا», «غادرت»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .modality import Modality

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern

_OUTSIDE: Final = r"(?:اصبحت|باتت|صارت|غدت|اصبح|بات|صار|غدا)"
_PARTY: Final = r"(?:طرفا|عضوا|دوله طرفا|ملزمه)"


def departures() -> tuple[tuple[str, Pattern, Modality | None], ...]:
    """Give each wording with its name, and how it is told where that is fixed."""
    return (
        (
            "withdrew:from-what-was-named",
            pattern(
                r"(?P<all>(?P<what>{I})[^.؛\uea00-\uebff]{0,110}?: ?(?P<verb>انسحبت?|خرجت?) (?P<who>{P})(?! (?:رسميا )?من ))"
            ),
            None,
        ),
        (
            "left",
            pattern(
                r"(?P<all>(?P<who>{P}) ?،? (?:التي |الذي )?(?:قد )?(?P<verb>غادرت?|تركت?) (?:رسميا )?(?P<what>{I}))"
            ),
            None,
        ),
        (
            "left:verb-first",
            pattern(r"(?P<all>{w}(?P<verb>غادرت?|تركت?) (?P<who>{P}) (?:رسميا )?(?P<what>{I}))"),
            None,
        ),
        (
            "is-outside",
            pattern(rf"(?P<all>{{w}}(?P<verb>{_OUTSIDE}) (?P<who>{{P}}) (?:رسميا )?خارج (?P<what>{{I}}))"),
            None,
        ),
        (
            "is-no-longer-party",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>لم (?:تعد|يعد)) (?P<who>{{P}}) (?:رسميا )?{_PARTY}(?: (?:في |ب)(?P<what>{{I}})| فيها| فيه)?)"
            ),
            Modality.ACTUAL,
        ),
    )
