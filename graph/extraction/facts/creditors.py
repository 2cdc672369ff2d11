"""To whom a duty is owed, and whom a prohibition shields: the other side of a treaty, where what is laid down names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Form, Kind
from ..mentions.skeleton import pattern
from .ledger import Name

if TYPE_CHECKING:
    import re

    from ..mentions.records import Mention
    from .context import Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_PREDICATES: Final = {"duty": "obligee", "prohibition": "counterparty"}
_AWAY: Final = (
    r"{b}[وف]?(?:من|عن|في|علي|ضد|داخل|عبر|تجاه|نحو|فوق|بين|حول|قرب|(?:شمال|جنوب|شرق|غرب|غربي|شرقي|اراضي|حدود|سواحل|مياه|استقلال|سياده|قواعد|سفن|قوات|مدن|موانيء?)) ?$"
    r"|{b}[وف]?ب$"
)
"""What stands before a side from which, in which or about which something is done."""
_THERE: Final = r"{b}[وف]?(?:في|داخل|فوق|عبر) ?$"
_NEIGHBOUR: Final = r"{b}(?:جار(?:ت)?ها|جاره|الطرف الاخر|البلد الاخر|الدوله الاخري){e}"
_PAYMENT: Final = r"[\u0621-\u064a]*(?:دفع|سدد|تسديد|سداد)"


def _is_a_side(mention: Mention) -> bool:
    """Tell a polity, or a capital that stands for one («تسليم الأسرى إلى كيتو»)."""
    return len(mention.things) == 1 and (mention.kind is Kind.POLITY or mention.form is Form.CAPITAL)


_GOODS: Final = r"(?:ال|لل)?(?:سفن|سفينه|طايرات|طايره|شركات) (?:ال[\u0621-\u064a]+ )?(?P<of>{A}|{P})"


def in_whose_favour(sentence: Sentence, match: re.Match[str]) -> dict[str, Object | tuple[Object, ...]]:
    """Name the side whose ships or companies a provision allows something."""
    found = pattern(_GOODS).match((match.groupdict().get("who") or "").lstrip())
    mention = sentence.skeleton.mention(found["of"]) if found else None
    return {"beneficiary": tuple(Name(each.identifier) for each in mention.things)} if mention else {}


def owed_to(
    sentence: Sentence, instrument: KnownInstrument, who: tuple[Name, ...], kind: str, place: tuple[int, int, int]
) -> dict[str, Object | tuple[Object, ...]]:
    """Name the side of the instrument that what the one bearer has to do is done for; nothing where the words name none."""
    predicate, (verb, begin, end) = _PREDICATES.get(kind), place
    bearers = {each.local for each in who}
    others = tuple(each for each in instrument.parties if each not in bearers)
    if predicate is None or len(bearers) != 1 or len(others) == len(instrument.parties) or not others:
        return {}
    for character in sentence.text[begin:end]:
        mention = sentence.skeleton.mention(character)
        if mention is None or not _is_a_side(mention):
            continue
        at = sentence.text.index(character, begin)
        aside = pattern(_AWAY if kind == "duty" else _THERE).search(sentence.text[max(0, at - 14) : at])
        if mention.things[0].identifier in others and not aside:
            return {predicate: Name(mention.things[0].identifier)}
    alone = len(others) == 1 and (
        pattern(_NEIGHBOUR).search(sentence.text, begin, end)
        or (kind == "duty" and pattern(_PAYMENT).match(sentence.text, verb))
    )
    return {predicate: Name(others[0])} if alone else {}
