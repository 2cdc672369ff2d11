"""What limits a position: the conditions on which it takes effect, and whom or what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .contents import trimmed
from .ledger import TYPE, Name, Printed, Term

if TYPE_CHECKING:
    from .context import Context, Sentence
    from .ledger import Object

Places = list[tuple[int, int]]
Told = tuple[tuple[int, int], str, float]
"""Where a position is stated, by which pattern, and how sure it is."""

_EXCEPT: Final = r"،? (?P<whole>(?:باستثناء|ما عدا|فيما عدا|عدا|ما خلا) [^.؛]{3,})"


def exceptions_of(sentence: Sentence, begin: int, end: int) -> tuple[int, Places]:
    """Part what a position leaves out from what is laid down: «…، باستثناء من يقصد العمل»."""
    found = pattern(_EXCEPT).search(sentence.text, begin + 4, end)
    return (trimmed(sentence, begin, found.start()), [found.span("whole")]) if found else (end, [])


def limit(
    context: Context, sentence: Sentence, position: Name, stem: str, limits: dict[str, Places], told: Told
) -> None:
    """State the conditions and exceptions of a position, each where it stands."""
    span, taken_by, sure = told
    for predicate, kind, word in _KINDS:
        places = limits.get(predicate, [])
        for number, (first, last) in enumerate(places, start=1):
            name = Name(stem.replace("provision-", f"{word}-", 1) + (f"-{number}" if len(places) > 1 else ""))
            inner = sentence.skeleton.span(first, last)
            facts: dict[str, Object] = {TYPE: Term(kind), "conditionText": Printed(*inner)}
            context.ledger.state(span, position, {predicate: name}, pattern=taken_by, confidence=sure)
            context.ledger.state(inner, name, facts, pattern=word, confidence=0.8)


_KINDS: Final = (("hasCondition", "Condition", "condition"), ("hasException", "NormException", "exception"))
